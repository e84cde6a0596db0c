"""The end of a fixed term: concluded, extended, or followed by a demand to move."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieavtale, krev_leieforhold
from boligtildeling.casework.boforhold.papir import flytteoppfordringsbrev
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import hent_sak
from boligtildeling.domain.base import omformer
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.boforhold.utloep import (
    Flytteoppfordringsbrev,
    Forlengelsessoeknad,
    Oppfordringsmaate,
    Utloepsbehandling,
    Utloepskonklusjon,
    sperrer_for_flytteoppfordring,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.frist import flytteoppfordring
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.krav import Dato, DatoTilNaa, Fritekst, Saksnummer, ValgfriTekst
from boligtildeling.domain.sak import Sak

_TIDSUBESTEMT = "husleieloven § 9-2"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KonkluderUtloep(Sakskommando):
    """What happens when the lease runs out, and what the tenant says about it.

    `varslet_dato` is when a tenant who wants to stay was warned that the lease will not be extended.
    """

    konklusjon: Utloepskonklusjon
    grunn: Fritekst
    leiers_syn: ValgfriTekst = ""
    leier_vil_flytte: bool = False
    varslet_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForlengLeieforhold(Sakskommando):
    """The tenancy goes on with the lease that was signed in the case `forlengelsessak`, after a new decision."""

    forlengelsessak: Saksnummer


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendFlytteoppfordring(Sakskommando):
    """The written demand to move when the fixed term is over; dated today, the program writes the letter."""

    dato: DatoTilNaa
    flytt_innen: Dato | None = None
    maate: Oppfordringsmaate = "post"


@handling(
    KonkluderUtloep,
    navn="konkluder_utloep",
    tittel="Konkluder om utløpet av kontrakten",
    hendelse="UtloepKonkludert",
)
def konkluder_utloep(arbeid: Arbeid, k: KonkluderUtloep) -> None:
    """Says what happens when the lease runs out; a later conclusion takes the place of an earlier one."""
    leieforhold = krev_leieforhold(arbeid)
    kontrakt = krev_leieavtale(leieforhold)
    if leieforhold.er_tidsubestemt(arbeid.i_dag):
        nekt("STEG", "Leieavtalen er tidsubestemt, og løper ikke ut.", _TIDSUBESTEMT)
    foer = leieforhold.utloep
    if foer is not None and foer.flytteoppfordring is not None:
        nekt("ALLEREDE", "Leieren er oppfordret til å flytte.")
    arbeid.foer = {"utloep": omformer().unstructure(foer) if foer else None, "kontrakt": kontrakt.id}
    leieforhold.utloep = Utloepsbehandling(
        konklusjon=k.konklusjon,
        grunn=k.grunn,
        dato=arbeid.i_dag,
        av=arbeid.bruker.navn,
        leier_vil_flytte=k.leier_vil_flytte,
        leiers_syn=k.leiers_syn,
        varslet_dato=k.varslet_dato,
    )


def _proev_forlengelse(arbeid: Arbeid, k: ForlengLeieforhold, feil: Feilliste) -> None:
    sak = hent_sak(arbeid.session, k.forlengelsessak, arbeid.bruker)
    feil.krev(sak is not None, "/forlengelsessak", "Fant ingen sak med dette nummeret.")


@handling(
    ForlengLeieforhold,
    navn="forleng_leieforhold",
    tittel="Forleng leieforholdet",
    hendelse="LeieforholdForlenget",
    proever=_proev_forlengelse,
)
def forleng_leieforhold(arbeid: Arbeid, k: ForlengLeieforhold) -> dict[str, Any]:
    """Lets the tenancy go on with a lease that has its own decision, by the same parties and of the same dwelling.

    Hjemmel: husleieloven § 11-1 sjette ledd, forvaltningsloven § 23.
    """
    leieforhold = krev_leieforhold(arbeid)
    gammel = krev_leieavtale(leieforhold)
    ny = _ny_kontrakt(arbeid, k.forlengelsessak, gammel)
    if ny in leieforhold.kontrakter:
        nekt("ALLEREDE", "Leieforholdet er allerede forlenget med denne kontrakten.")
    if gammel.til_dato is not None and ny.fra_dato > gammel.til_dato + timedelta(days=1):
        arbeid.advar(f"Den nye kontrakten begynner ikke dagen etter at den gamle er ute ({vis_dato(gammel.til_dato)}).")
    if leieforhold.er_tidsubestemt(arbeid.i_dag) and ny.til_dato is not None:
        arbeid.advar("Leieavtalen var tidsubestemt. Leieren får mindre vern med den nye.")
    leieforhold.kontrakter.append(ny)
    leieforhold.utloep = None
    arbeid.endret.add(k.forlengelsessak)
    return {"fra_dato": ny.fra_dato, "til_dato": ny.til_dato}


def _ny_kontrakt(arbeid: Arbeid, saksnummer: str, gammel: Kontrakt) -> Kontrakt:
    sak = hent_sak(arbeid.session, saksnummer, arbeid.bruker)
    if sak is None:
        raise LookupError(saksnummer)
    if sak.gir_ny_innflytting or sak.saksnummer == arbeid.sak.saksnummer:
        nekt("STEG", "Saken er ikke en søknad om forlengelse.")
    if not sak.soeknad.gjenkjennelige_parter & arbeid.sak.soeknad.gjenkjennelige_parter:
        nekt("STEG", "Saken gjelder en annen leier.")
    vedtak, kontrakt = sak.gjeldende_vedtak, sak.kontrakt
    if vedtak is None or not vedtak.er_sendt or not vedtak.gir_bolig:
        nekt("VEDTAK", "Forlengelsen er ikke innvilget. Den trenger et nytt vedtak.", "forvaltningsloven § 23")
    if kontrakt is None or not kontrakt.er_signert:
        nekt("STEG", "Den nye kontrakten er ikke signert av alle.")
    if kontrakt.boligid != gammel.boligid:
        nekt("BOLIG", "Den nye kontrakten gjelder en annen bolig.")
    return kontrakt


@handling(
    SendFlytteoppfordring,
    navn="send_flytteoppfordring",
    tittel="Send flytteoppfordring",
    hendelse="FlytteoppfordringSendt",
)
def send_flytteoppfordring(arbeid: Arbeid, k: SendFlytteoppfordring) -> dict[str, Any]:
    """Asks the tenant in writing to move, so that the lease does not lose its end.

    Hjemmel: husleieloven § 9-2.
    """
    leieforhold = krev_leieforhold(arbeid)
    kontrakt, behandling = krev_leieavtale(leieforhold), leieforhold.utloep
    if behandling is not None and behandling.flytteoppfordring is not None:
        nekt("ALLEREDE", "Leieren er allerede oppfordret til å flytte.")
    soeknader = soeknader_om_forlengelse(arbeid.session, arbeid.sak, leieforhold)
    if sperrer := sperrer_for_flytteoppfordring(kontrakt.til_dato, behandling, soeknader, k.dato):
        raise Sperret(*sperrer)
    if behandling is None or kontrakt.til_dato is None:
        raise LookupError("utloep")
    brev = Flytteoppfordringsbrev(
        sendt_dato=k.dato, flytt_innen=k.flytt_innen, maate=k.maate, sendt_av=arbeid.bruker.navn
    )
    leieforhold.utloep = replace(behandling, flytteoppfordring=brev)
    if k.dato <= kontrakt.til_dato:
        arbeid.advar(f"Leietiden er ikke ute før {vis_dato(kontrakt.til_dato)}.")
    svar: dict[str, Any] = {"ville_vaert_tidsubestemt_fra": flytteoppfordring(kontrakt.til_dato).tidsubestemt_fra}
    return svar | ({"dokument": flytteoppfordringsbrev(arbeid, leieforhold.utloep)} if k.dato == arbeid.i_dag else {})


def soeknader_om_forlengelse(session: Session, sak: Sak, leieforhold: Leieforhold) -> tuple[Forlengelsessoeknad, ...]:
    """The applications to extend of the same parties since the lease that stands began, but those withdrawn."""
    parter, brukte = sak.soeknad.gjenkjennelige_parter, {k.saksnummer for k in leieforhold.kontrakter}
    fra = leieforhold.kontrakt.fra_dato if leieforhold.kontrakt is not None else leieforhold.begynt_dato
    kandidater = session.scalars(
        select(Sak)
        .where(
            or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter)),
            Sak.saksnummer.not_in(brukte | {sak.saksnummer}),
            Sak.mottatt_dato >= fra,
            Sak.er_skjermet.is_(sak.er_skjermet),
        )
        .order_by(Sak.saksnummer)
    )
    return tuple(
        Forlengelsessoeknad(
            saksnummer=s.saksnummer,
            utfall=s.vedtaksinnhold.utfall if s.vedtak_er_sendt else None,
            klage_stanser=any(k.stanser_vedtaket for k in s.klager),
            klage_er_aapen=any(not k.er_avgjort for k in s.klager),
        )
        for s in kandidater
        if not s.gir_ny_innflytting and (s.avslutning is None or s.avslutning.utfall in {"avslag", "avvist"})
    )
