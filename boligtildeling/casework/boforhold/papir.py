"""The papers of what is done with a tenancy and a complaint, made and kept by the act itself."""

from datetime import date
from typing import Literal

from sqlalchemy import select

from boligtildeling.casework.act import tittel_paa
from boligtildeling.casework.brev import krev_fersk_adressekontroll
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.skjerming import skjermede_dokumenter
from boligtildeling.casework.views.boforhold import papirer, utleiebrev
from boligtildeling.domain.boforhold.klage import Klage, klagefrist, svarfrist
from boligtildeling.domain.boforhold.oppsigelse import Oppsigelse
from boligtildeling.domain.boforhold.utflytting import Utflytting
from boligtildeling.domain.boforhold.utloep import Utloepsbehandling
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.sak import Dokument
from boligtildeling.domain.vedtak import Vedtak

_I_KLAGEPAKKEN = (
    *("klageoversendelse", "vedtak", "bekreftelse-muntlig-vedtak", "foreloepig-svar", "anmodning-opplysninger"),
    *("foreleggelse", "forhaandsvarsel", "omgjoering", "bortfall", "tilbud"),
)
"""The papers that a decision is built on, in the order they lie in."""


def oppsigelsesbrev(arbeid: Arbeid, oppsigelse: Oppsigelse) -> int:
    """The landlord's notice, with everything that the law wants in it (husleieloven § 9-7)."""
    if oppsigelse.grunnlag is None:
        raise LookupError("grunnlag")
    krev_fersk_adressekontroll(arbeid)
    brev = utleiebrev.oppsigelse(arbeid, oppsigelse.grunnlag, oppsigelse.begrunnelse, oppsigelse.opphoer_dato)
    return lag_og_lagre(arbeid, "oppsigelse", brev)


def flytteoppfordringsbrev(arbeid: Arbeid, behandling: Utloepsbehandling) -> int:
    """The written demand to move (husleieloven § 9-2)."""
    kontrakt, sendt = utleiebrev.leiekontrakt(arbeid), behandling.flytteoppfordring
    if kontrakt.til_dato is None or sendt is None:
        raise LookupError("flytteoppfordring")
    krev_fersk_adressekontroll(arbeid)
    fraflytting = sendt.flytt_innen or max(kontrakt.til_dato, sendt.sendt_dato)
    brev = utleiebrev.flytteoppfordring(
        arbeid, kontrakt.til_dato, fraflytting, behandling.grunn, har_ny_bolig=behandling.konklusjon == "ny_bolig"
    )
    return lag_og_lagre(arbeid, "flytteoppfordring", brev)


def kvittering_for_noekler(arbeid: Arbeid, utflytting: Utflytting) -> int | None:
    """The receipt for the keys that came back; None when none did, or none were handed out here."""
    utlevert = papirer.utleverte_noekler(arbeid)
    levert = {n.merke: n.antall for n in utflytting.noekler}
    if not utlevert or not levert or arbeid.sak.leieforhold is None or arbeid.sak.leieforhold.kontrakt is None:
        return None
    antall = tuple(levert.get(n.merke, 0) for n in utlevert)
    kvittering = papirer.noekkelinnlevering(arbeid, arbeid.naa, arbeid.sak.soeker_navn, antall)
    return lag_og_lagre(arbeid, "noekkelinnlevering", kvittering)


def klagebrev(arbeid: Arbeid, klage: Klage, vedtak: Vedtak, har_behandlet: tuple[str, ...]) -> dict[str, int]:
    """The letter to the instance, and one file with a front page and everything that the decision is built on.

    Hjemmel: forvaltningsloven § 33.
    """
    if arbeid.sak.avslutning is None:
        krev_fersk_adressekontroll(arbeid)
    else:
        arbeid.advar("Saken er avsluttet. Kontroller adressebeskyttelsen på nytt før du sender kopien til klageren.")
    b, del_ = klage.behandling, klage.klagedel
    oversendelse = papirer.klageoversendelse(
        arbeid,
        del_,
        vedtak_dato=vedtak.sendt_dato or arbeid.i_dag,
        klage_dato=klage.mottatt_dato,
        i_tide=klage.er_rettidig,
        klagen=klage.innhold,
        vurdering=b.vurdering,
        innstilling=b.avgjoerelse_grunn,
        utsatt_iverksetting=_utsatt(klage),
        vedtatt_av=har_behandlet,
    )
    brev = lag_og_lagre(arbeid, "klageoversendelse", oversendelse)
    papirene = _papirene(arbeid)
    pakke = papirer.klagepakke(
        arbeid,
        del_,
        innhold=tuple((p.tittel, p.laget_tidspunkt.date()) for p in papirene),
        tidslinje=_tidslinje(arbeid),
        frister=_frister(klage),
    )
    return {"dokument": brev, "klagepakke": lag_og_lagre(arbeid, "klagepakke", pakke, [p.innhold for p in papirene])}


def _utsatt(klage: Klage) -> Literal["ikke_bedt_om", "gitt", "avslaatt"]:
    svar = klage.behandling.utsatt_iverksetting
    if svar is None:
        return "ikke_bedt_om"
    return "gitt" if svar == "gitt" else "avslaatt"


def _papirene(arbeid: Arbeid) -> list[Dokument]:
    """The newest of each kind, but those that are shielded."""
    alle = arbeid.session.scalars(
        select(Dokument)
        .where(Dokument.saksnummer == arbeid.sak.saksnummer, Dokument.navn.in_(_I_KLAGEPAKKEN))
        .where(Dokument.id.not_in(skjermede_dokumenter()))
        .order_by(Dokument.id)
    )
    nyeste = {d.navn: d for d in alle}
    return [nyeste[navn] for navn in _I_KLAGEPAKKEN if navn in nyeste]


def _tidslinje(arbeid: Arbeid) -> tuple[tuple[date, str], ...]:
    linjer = arbeid.session.scalars(
        select(Hendelse).where(Hendelse.saksnummer == arbeid.sak.saksnummer).order_by(Hendelse.id)
    )
    return tuple((h.tidspunkt.date(), tittel_paa(h.handling)) for h in linjer)


def _frister(klage: Klage) -> tuple[tuple[str, date], ...]:
    funn = [("Klagefristen gikk ut", klagefrist(klage.underrettet_dato))]
    if (svar := svarfrist(klage)) is not None:
        funn.append(("Behandles innen", svar))
    return tuple(funn)
