"""The morning: what must be done today, and what has not happened that should have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, Text, select, type_coerce

from boligtildeling.casework.boforhold.restanse import lister
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag, er_synlig_for
from boligtildeling.casework.views.boforhold.begjaeringer import begjaeringer
from boligtildeling.casework.views.boforhold.restanser import restanseoversikt
from boligtildeling.casework.views.boliger import boligliste
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.morgen import (
    DAGER_FRAM,
    GAMMEL_IMPORT,
    LANGT_BOTILBUD,
    NAAR,
    NESTEN_LANGT,
    UT_INNEN,
    UTKASTELSE_INNEN,
    Naar,
    naar,
)
from boligtildeling.domain.boforhold.utflytting import tomgang
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feltnavn import FRISTNAVN
from boligtildeling.domain.kontrakt import Tilbud
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.sak import INGEN_FRIST, Oppgave, Sak
from boligtildeling.domain.saksgang import frister
from boligtildeling.domain.tilgang import Stedfortreder
from boligtildeling.domain.vedtak import Vedtak


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Morgenpunkt:
    """One thing to do. `oppgave` is what `utsett_oppgave` knows it by, when it can be put off."""

    naar: Naar
    slag: str
    tekst: str
    frist: date | None = None
    saksnummer: str | None = None
    soeker: str | None = None
    ansvarlig: str | None = None
    oppgave: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Morgen:
    """The morning of a day; `tomgang` is the rent that empty dwellings have cost so far."""

    dag: date
    punkter: tuple[Morgenpunkt, ...]
    ledige_boliger: int
    tomgang: Kroner
    siste_import: date | None


def morgen(arbeid: Arbeid, mine: bool = False) -> Morgen:
    """Everything that waits, the most urgent first; with `mine` only what this user, or whom they stand in for, has.

    Source: the fag document on boforhold, § 5 there.
    """
    mine_navn = _navn(arbeid) if mine else None
    punkter = [*_frister(arbeid), *_ikke_skjedd(arbeid), *_restanser(arbeid), *_begjaeringer(arbeid)]
    if mine_navn is not None:
        punkter = [p for p in punkter if p.ansvarlig in mine_navn]
    antall, kostnad = _ledige(arbeid)
    siste = lister(arbeid.session).naa
    felles = _felles(arbeid, antall, kostnad, siste.per_dato if siste is not None else None)
    alle = sorted([*punkter, *felles], key=_plass)
    return Morgen(
        dag=arbeid.i_dag,
        punkter=tuple(alle),
        ledige_boliger=antall,
        tomgang=kostnad,
        siste_import=siste.per_dato if siste is not None else None,
    )


def _plass(p: Morgenpunkt) -> tuple[int, date, str, str]:
    return NAAR.index(p.naar), p.frist or date.max, p.saksnummer or "", p.slag


def _navn(arbeid: Arbeid) -> frozenset[str]:
    staar_for = select(Stedfortreder.for_bruker).where(
        Stedfortreder.stedfortreder == arbeid.bruker.navn,
        Stedfortreder.fra_dato <= arbeid.i_dag,
        Stedfortreder.til_dato >= arbeid.i_dag,
    )
    return frozenset({arbeid.bruker.navn, *arbeid.session.scalars(staar_for)})


def _frister(arbeid: Arbeid) -> Iterator[Morgenpunkt]:
    """Deadlines and tasks of the cases whose nearest one is at hand."""
    grense = arbeid.i_dag + timedelta(days=DAGER_FRAM)
    naere = select(Sak).where(er_synlig_for(arbeid.bruker), Sak.neste_frist <= grense).order_by(Sak.neste_frist)
    for sak in arbeid.session.scalars(naere).all():
        for navn, dag in frister(bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)).items():
            utsatt = sak.utsettelser.get(navn)
            vent = utsatt.til_dato if utsatt is not None and utsatt.til_dato > arbeid.i_dag else None
            if vent is None and (naa := naar(dag, arbeid.i_dag)) is not None:
                yield _om(sak, naa, "frist", f"{FRISTNAVN.get(navn, navn)} {vis_dato(dag)}", dag, navn)
        yield from _oppgaver(sak, arbeid.i_dag)


def _oppgaver(sak: Sak, i_dag: date) -> Iterator[Morgenpunkt]:
    for oppgave in sak.oppgaver:
        if not oppgave.er_ferdig and (naa := naar(oppgave.frist, i_dag)) is not None:
            yield _om(sak, naa, "oppgave", oppgave.tekst, oppgave.frist, str(oppgave.id))


def _om(sak: Sak, naa: Naar, slag: str, tekst: str, frist: date | None = None, oppgave: str = "") -> Morgenpunkt:
    return Morgenpunkt(
        naar=naa,
        slag=slag,
        tekst=tekst,
        frist=frist,
        saksnummer=sak.saksnummer,
        soeker=sak.soeker_navn,
        ansvarlig=sak.ansvarlig,
        oppgave=oppgave or None,
    )


def _ikke_skjedd(arbeid: Arbeid) -> Iterator[Morgenpunkt]:
    """What nobody has a deadline for, and should have happened."""
    aapne = select(Sak).where(er_synlig_for(arbeid.bruker), Sak.avslutning.is_(None)).order_by(Sak.saksnummer)
    utloept = select(Tilbud.saksnummer).where(Tilbud.status == "tilbudt", Tilbud.frist < arbeid.i_dag)
    for sak in _saker(arbeid, aapne.where(Sak.steg == "tildeling", Sak.saksnummer.in_(utloept))):
        siste = sak.tilbud[-1]
        if siste.status == "tilbudt":
            yield _om(sak, "oversittet", "tilbud_uten_svar", "Søkeren har ikke svart på tilbudet.", siste.frist)
    godkjent = select(Vedtak.saksnummer).where(Vedtak.status == "godkjent")
    for sak in _saker(arbeid, aapne.where(Sak.saksnummer.in_(godkjent))):
        yield _om(sak, "i_dag", "vedtak_ikke_sendt", "Vedtaket er godkjent, men ikke sendt.")
    venter = select(Oppgave.saksnummer).where(Oppgave.er_ferdig.is_(False))
    uten = aapne.where(Sak.neste_frist == INGEN_FRIST, Sak.steg != "boforhold", Sak.saksnummer.not_in(venter))
    for sak in _saker(arbeid, uten):
        yield _om(sak, "se_paa", "uten_neste_steg", "Saken har ingen frist og ingen oppgave.")
    yield from _ute_snart(arbeid, aapne)
    yield from _midlertidige(arbeid, aapne)


def _saker(arbeid: Arbeid, spoerring: Select[Sak]) -> Iterable[Sak]:
    return arbeid.session.scalars(spoerring).all()


def _ute_snart(arbeid: Arbeid, aapne: Select[Sak]) -> Iterator[Morgenpunkt]:
    """People who are let out of prison or an institution soon, and have no home."""
    har_dag = type_coerce(Sak.soeknad, Text).like('%"forventet_ut_dato": "%')
    for sak in _saker(arbeid, aapne.where(har_dag)):
        ut = sak.soeknad.bosituasjon.forventet_ut_dato
        if ut is None or sak.noekkel_er_utlevert or ut > arbeid.i_dag + timedelta(days=UT_INNEN):
            continue
        yield _om(sak, naar(ut, arbeid.i_dag) or "se_paa", "ut_snart", f"Kommer ut {vis_dato(ut)} uten egen bolig.", ut)


def _midlertidige(arbeid: Arbeid, aapne: Select[Sak]) -> Iterator[Morgenpunkt]:
    """Stays in temporary housing that are near three months, or over."""
    har_opphold = type_coerce(Sak.midlertidige_botilbud, Text) != "[]"
    for sak in _saker(arbeid, aapne.where(har_opphold)):
        dager = max(
            ((arbeid.i_dag - b.fra_dato).days for b in sak.midlertidige_botilbud if _varer(b.til_dato, arbeid.i_dag)),
            default=0,
        )
        if dager > LANGT_BOTILBUD:
            tekst = f"Har bodd midlertidig i {dager} dager. Ingen skal bo slik i mer enn tre måneder."
            yield _om(sak, "oversittet", "midlertidig", tekst)
        elif dager >= NESTEN_LANGT:
            yield _om(sak, "denne_uka", "midlertidig", f"Har bodd midlertidig i {dager} dager, snart tre måneder.")


def _varer(til: date | None, i_dag: date) -> bool:
    return til is None or til >= i_dag


def _restanser(arbeid: Arbeid) -> Iterator[Morgenpunkt]:
    """Arrears that nobody has been in touch about, and agreements that are broken."""
    for rad in restanseoversikt(arbeid).rader:
        if not rad.restanse:
            continue
        if rad.avtale == "brutt":
            tekst = f"Nedbetalingsavtalen er brutt. Restanse: {rad.restanse}."
        elif rad.siste_kontakt is None:
            tekst = f"Ingen har vært i kontakt om restansen på {rad.restanse}."
        else:
            continue
        yield Morgenpunkt(
            naar="i_dag",
            slag="restanse",
            tekst=tekst,
            frist=rad.eldste_forfall,
            saksnummer=rad.saksnummer,
            soeker=rad.soeker,
            ansvarlig=rad.ansvarlig,
        )


def _begjaeringer(arbeid: Arbeid) -> Iterator[Morgenpunkt]:
    """Begjæringer where the tenant is not reached, where the day is near, or that nobody has looked back at."""
    for rad in begjaeringer(arbeid):
        snart = rad.utkastelse_dato is not None and rad.utkastelse_dato <= arbeid.i_dag + timedelta(UTKASTELSE_INNEN)
        kontaktet = any(p.kode == "FA3-1" and p.svar == "ja" for p in rad.punkter)
        naa: Naar
        if rad.utfall is not None:
            naa, tekst = "se_paa", "Begjæringen er avgjort, men ikke etterevaluert."
        elif rad.utkastelse_dato is not None and snart:
            naa, tekst = "i_dag", f"Utkastelse {vis_dato(rad.utkastelse_dato)}. Se hva som gjenstår i fase 3."
        elif not kontaktet:
            naa, tekst = "i_dag", "Leieren er ikke kontaktet om begjæringen."
        else:
            continue
        yield Morgenpunkt(
            naar=naa,
            slag="begjaering",
            tekst=tekst,
            frist=rad.utkastelse_dato,
            saksnummer=rad.saksnummer,
            soeker=rad.leier,
            ansvarlig=rad.ansvarlig,
        )


def _ledige(arbeid: Arbeid) -> tuple[int, Kroner]:
    """How many dwellings stand empty with nobody offered them, and what it has cost."""
    ledige = [
        (b.husleie, b.ledig_fra)
        for b in boligliste(arbeid, bare_ledige=True)
        if b.ledig_fra is not None and b.ledig_fra <= arbeid.i_dag
    ]
    i_gaar = arbeid.i_dag - timedelta(days=1)
    return len(ledige), summer(tomgang(husleie, fra, i_gaar) for husleie, fra in ledige)


def _felles(arbeid: Arbeid, antall: int, kostnad: Kroner, siste: date | None) -> Iterator[Morgenpunkt]:
    """What is nobody's own."""
    if antall:
        hva = "1 bolig er ledig" if antall == 1 else f"{antall} boliger er ledige"
        yield Morgenpunkt(
            naar="se_paa", slag="ledige_boliger", tekst=f"{hva} uten tilbud. Det har kostet {kostnad} så langt."
        )
    if siste is not None and (arbeid.i_dag - siste).days > GAMMEL_IMPORT:
        tekst = f"Den siste restanselisten er per {vis_dato(siste)}. Hent en ny."
        yield Morgenpunkt(naar="se_paa", slag="gammel_import", tekst=tekst)


MORGEN = visning("morgen", "Morgenoversikten", morgen)
