"""Phase 3 of a begjæring: what is tried before an eviction, port U, and why it went as it did."""

from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import select

from boligtildeling.casework.act import handling
from boligtildeling.casework.boforhold.begjaering import (
    Begjaeringsnummer,
    aapen,
    avslutt,
    finn_begjaering,
    proev_nummer,
    synlig_sak,
)
from boligtildeling.casework.boforhold.restanse import lister, ubetalte_krav
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.views.boforhold.papirer import etterevaluering
from boligtildeling.domain.boforhold.begjaering import Begjaering, Etterevaluering, Fase3svar, Utfall
from boligtildeling.domain.boforhold.utkastelse import FASE3, Utkastelsesfakta, port_u
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.krav import DatoTilNaa, Fritekst, Kode, Saksnummer, Setning
from boligtildeling.domain.sak import Oppgave


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BesvarFase3:
    """The answer to one point of phase 3."""

    begjaering: Begjaeringsnummer
    punkt: Kode
    svar: Literal["ja", "nei", "ikke_aktuelt"]
    dato: DatoTilNaa
    merknad: Setning | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GjennomfoerUtkastelse:
    """The eviction is let go through, by port U; or the leader says no, and it is to be stopped."""

    dato: DatoTilNaa
    godkjent: bool
    grunn: Fritekst
    begjaering: Begjaeringsnummer | None = None
    saksnummer: Saksnummer | None = None
    alt_er_betalt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Etterevaluer:
    """Why it went as it did."""

    begjaering: Begjaeringsnummer
    evaluering: Etterevaluering


def _proev_punkt(arbeid: Arbeid, k: BesvarFase3, feil: Feilliste) -> None:
    finn_begjaering(arbeid, k.begjaering, feil)
    feil.krev(k.punkt in FASE3, "/punkt", f"Punktet finnes ikke. Velg FA3-1 til FA3-{len(FASE3)}.")


def _proev_utkastelse(arbeid: Arbeid, k: GjennomfoerUtkastelse, feil: Feilliste) -> None:
    if k.begjaering is not None:
        finn_begjaering(arbeid, k.begjaering, feil)
    elif k.saksnummer is not None:
        if synlig_sak(arbeid, k.saksnummer, feil) is not None:
            feil.krev(_siste(arbeid, k.saksnummer) is not None, "/saksnummer", "Saken har ingen begjæring.")
    else:
        feil.legg_til("/begjaering", "Si hvilken begjæring, eller hvilken sak, det gjelder.")


def _siste(arbeid: Arbeid, saksnummer: str) -> Begjaering | None:
    egne = select(Begjaering).where(Begjaering.saksnummer == saksnummer).order_by(Begjaering.id.desc())
    return arbeid.session.scalars(egne.limit(1)).first()


@handling(BesvarFase3, navn="besvar_fase3", tittel="Besvar fase 3", hendelse="Fase3Besvart", proever=_proev_punkt)
def besvar_fase3(arbeid: Arbeid, k: BesvarFase3) -> None:
    """The point is answered; an earlier answer stands in the history."""
    rad = aapen(arbeid, k.begjaering)
    svar = next((p for p in rad.punkter if p.kode == k.punkt), None)
    if svar is not None:
        arbeid.foer = {"svar": svar.svar, "dato": svar.dato.isoformat(), "merknad": svar.merknad}
        rad.punkter.remove(svar)
        arbeid.session.flush()
    rad.punkter.append(
        Fase3svar(
            saksnummer=rad.saksnummer,
            kode=k.punkt,
            svar=k.svar,
            dato=k.dato,
            merknad=k.merknad,
            besvart_av=arbeid.bruker.navn,
        )
    )


@handling(
    GjennomfoerUtkastelse,
    navn="gjennomfoer_utkastelse",
    tittel="Gjennomfør utkastelse",
    hendelse="UtkastelseBehandlet",
    proever=_proev_utkastelse,
)
def gjennomfoer_utkastelse(arbeid: Arbeid, k: GjennomfoerUtkastelse) -> dict[str, Any]:
    """Port U: the leader lets the eviction go through when nothing stands against it; else it is to be stopped.

    The namsmann has the day in hand, so a no is a task: ask for a delay, or draw the begjæring back.

    Hjemmel: tvangsfullbyrdelsesloven § 13-2.
    """
    rad = _den_det_gjelder(arbeid, k)
    if rad.saksoeker != "kommunal":
        nekt("STEG", "Port U gjelder når kommunen er utleier. Registrer utfallet i stedet.")
    if not k.godkjent:
        frist = arbeid.i_dag
        if arbeid.sak_eller_ingen is not None:
            tekst = "Be om utsettelse av utkastelsen, eller trekk begjæringen"
            arbeid.sak.oppgaver.append(Oppgave(kode=None, tekst=tekst, frist=frist, ansvarlig=rad.ansvarlig))
        return {"gjennomfoert": False, "frist": frist}
    fakta = Utkastelsesfakta(
        er_restanse=rad.aarsak == "restanse",
        alt_er_betalt=k.alt_er_betalt or _er_betalt(arbeid),
        har_barn=rad.husstand.antall_barn > 0,
        besvart=frozenset(p.kode for p in rad.punkter),
    )
    if sperrer := port_u(fakta):
        raise Sperret(*sperrer)
    avslutt(rad, "gjennomfoert", k.dato)
    return {"gjennomfoert": True}


def _er_betalt(arbeid: Arbeid) -> bool:
    """Whether lists and bank files say that nothing is owed any more; not when there is no list."""
    if arbeid.sak_eller_ingen is None or lister(arbeid.session).naa is None:
        return False
    return not ubetalte_krav(arbeid.session, arbeid.sak)


def _den_det_gjelder(arbeid: Arbeid, k: GjennomfoerUtkastelse) -> Begjaering:
    nummer = k.begjaering
    if nummer is None:
        siste = _siste(arbeid, k.saksnummer or "")
        nummer = siste.id if siste is not None else 0
    return aapen(arbeid, nummer)


@handling(
    Etterevaluer,
    navn="etterevaluer",
    tittel="Etterevaluer",
    hendelse="Etterevaluert",
    proever=proev_nummer,
)
def etterevaluer(arbeid: Arbeid, k: Etterevaluer) -> None:
    """Says why it went as it did, on a sheet in the case when there is one. A begjæring is not done before that.

    Source: the fag document on boforhold, row 14.
    """
    rad = arbeid.session.get_one(Begjaering, k.begjaering)
    if rad.utfall is None:
        nekt("STEG", "Begjæringen er ikke avgjort ennå.")
    if rad.etterevaluering is not None:
        nekt("ALLEREDE", "Begjæringen er etterevaluert.")
    arbeid.endret.add(f"begjæring {k.begjaering}")
    rad.etterevaluering = k.evaluering
    if arbeid.sak_eller_ingen is not None:
        utfall, dato = cast(Utfall, rad.utfall), rad.utfall_dato or arbeid.i_dag
        lag_og_lagre(arbeid, "etterevaluering", etterevaluering(arbeid, utfall, dato, k.evaluering))
