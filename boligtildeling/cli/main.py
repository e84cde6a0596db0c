"""Parses the command line, runs the sub-command, and turns every outcome into one JSON value and an exit code."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn
from uuid import uuid4

from boligtildeling import __version__
from boligtildeling.cli.hjelpetekst import Hjelpetekst, bruksfeil_i_ord
from boligtildeling.cli.svar import Avbrudd, feilsvar, skriv_svar
from boligtildeling.feilspor import spor

logg = logging.getLogger("boligtildeling")


class Parser(argparse.ArgumentParser):
    """Speaks Norwegian, and says what is wrong in one JSON line, as every other failure."""

    def __init__(self, **valg: Any) -> None:
        super().__init__(formatter_class=Hjelpetekst, add_help=False, allow_abbrev=False, **valg)
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        bruk = " ".join(self.format_usage().split())
        raise Avbrudd(2, {"feil": "bruk", "hva": bruksfeil_i_ord(message), "bruk": bruk})


_OM_SAK = (
    ("versjoner", "hva som er endret i en sak, av hvem"),
    ("naboklager", "klagene på leieren i en sak, og hva som er gjort med dem"),
    ("skriveraad", "råd om det som er skrevet i vedtaket, før det sendes"),
    ("innsyn", "innsynspakkene i en sak, og hva som er fjernet fra dem"),
    ("skjermbart", "det som kan skjermes i en sak, og pekerne til det"),
    ("skjerminger", "hva som er skjermet i en sak, og hvem som har sett det"),
)


def lag_parser() -> Parser:
    """Every sub-command of kommandolinje.md."""
    p = Parser(prog="boligtildeling", description="Helhetlig søknadsbehandling: fra søknad til nøkkel.")
    p.add_argument("--data", type=_mappe, metavar="MAPPE", help="datamappen (ellers brukerens egen)")
    p.add_argument("--som", metavar="BRUKER", help="hvem som handler, bare i en prøvemappe")
    p.add_argument("--klokke", type=_tidspunkt, metavar="TIDSPUNKT", help="tiden, bare i en prøvemappe")
    p.add_argument("--version", action="store_true", help="vis versjonen")
    under = p.add_subparsers(dest="kommando", parser_class=Parser, metavar="KOMMANDO")
    opprett = under.add_parser("opprett", help="lag en ny datamappe")
    opprett.add_argument("--bruker", action="append", default=[], type=_bruker, metavar="NAVN:ROLLE")
    opprett.add_argument("--proeve", action="store_true", help="en prøvemappe, for godt")
    _noekkelvalg(opprett)
    demo = under.add_parser("demo", help="fyll mappen med demosaker")
    demo.add_argument("--vindu", action="store_true", help="åpne vinduet etterpå")
    handlinger = under.add_parser("handlinger", help="alle handlinger")
    handlinger.add_argument("--skjema", metavar="HANDLING", help="JSON Schema for én handling")
    utfoer = under.add_parser("utfoer", help="utfør en handling")
    utfoer.add_argument("handling")
    utfoer.add_argument("--fil", default="-", help="JSON-fil, eller - for standard inn")
    vis = under.add_parser("vis", help="vis en sak, eller listen").add_subparsers(
        dest="hva", parser_class=Parser, required=True
    )
    vis.add_parser("sak").add_argument("saksnummer")
    saker = vis.add_parser("saker")
    saker.add_argument("--steg")
    saker.add_argument("--sok", default="")
    saker.add_argument("--ansvarlig", help="bare sakene til denne brukeren")
    saker.add_argument("--mitt-team", action="store_true", help="bare sakene til ditt eget team")
    saker.add_argument("--frist-til", type=_dag, metavar="DATO", help="bare saker med frist denne dagen eller før")
    saker.add_argument("--grense", type=int, default=100)
    saker.add_argument("--etter")
    for navn, hjelp in _OM_SAK:
        vis.add_parser(navn, help=hjelp).add_argument("saksnummer")
    vis.add_parser("utkast", help="det du har begynt å skrive i vinduet og ikke lagret")
    vis.add_parser("brukere", help="brukerne: rolle, funksjoner, stedfortreder")
    tekster = vis.add_parser("brevtekster", help="tekstene i brevene, med kommunens egne ved siden av")
    tekster.add_argument("brev", nargs="?", help="ett brev, for eksempel vedtak")
    vis.add_parser("restanser", help="hvem som skylder husleie: nye, økte og løste siden forrige liste")
    vis.add_parser("virkemidler", help="virkemidlene mot restanse, mildeste først")
    vis.add_parser("importer", help="filene som er lest inn, feilene i dem, og betalingene som ikke er plassert")
    vis.add_parser("moeter", help="sakene som venter på samarbeidsmøte, og møtene")
    fraser = vis.add_parser("fraser", help="setningene som kan settes inn i et vedtak, med kommunens egne over")
    fraser.add_argument("--maalform", default="nb", help="nb eller nn")
    koe = vis.add_parser("begjaeringer", help="begjæringene om utkastelse, i den rekkefølgen de skal tas")
    koe.add_argument("--alle", action="store_true", default=None, help="også dem som er ferdige")
    morgen = vis.add_parser("morgen", help="det som må gjøres i dag, og det som ikke har skjedd")
    morgen.add_argument("--mine", action="store_true", default=None, help="bare det du har ansvar for")
    rapport = vis.add_parser("rapport", help="en rapport, eller listen over dem")
    rapport.add_argument("navn", nargs="?")
    rapport.add_argument("--fra", type=_dag, metavar="DATO", help="første dag (ellers 1. januar)")
    rapport.add_argument("--til", type=_dag, metavar="DATO", help="siste dag (ellers i dag)")
    rapport.add_argument("--til-deling", action="store_true", help="uten små tall og uten saksnumre")
    vis.add_parser("bevaring", help="hva som bevares, og hva som kan kasseres når")
    lesninger = vis.add_parser("lesninger", help="hvem som har lest en sak; uten sak: det som skal gjennomgås")
    lesninger.add_argument("saksnummer", nargs="?")
    for ende, hjelp in (("--fra", "første dag (ellers tretti dager tilbake)"), ("--til", "siste dag (ellers i dag)")):
        lesninger.add_argument(ende, type=_dag, metavar="DATO", help=hjelp)
    skriv_ut = under.add_parser("skriv-ut", help="skriv et dokument til en PDF-fil")
    skriv_ut.add_argument("dokument", nargs="?", help="navnet, eller nummeret på et dokument i saken")
    skriv_ut.add_argument("saksnummer", nargs="?")
    skriv_ut.add_argument("--til", type=Path, metavar="FIL.pdf")
    skriv_ut.add_argument("--tom", action="store_true", help="det tomme skjemaet")
    skriv_ut.add_argument("--grunn", metavar="TEKST", help="hvorfor adressevedlegget skrives ut en gang til")
    skriv_ut.add_argument("--fra", type=_dag, metavar="DATO", help="rapport: første dag")
    skriv_ut.add_argument("--periode-til", type=_dag, metavar="DATO", help="rapport: siste dag")
    skriv_ut.add_argument("--til-deling", action="store_true", help="rapport: uten små tall og uten saksnumre")
    skriv_ut.add_argument("--liste", action="store_true", help="alle dokumenter")
    kontroller = under.add_parser("kontroller", help="kontroller database, historikk, dokumenter og sikkerhetskopier")
    kontroller.add_argument(
        "--mot", action="append", default=[], type=_ende, metavar="ENDE", help="en ende fra en tidligere kontroll"
    )
    hjelpen = under.add_parser("hjelp", help="hjelpesidene: let i dem, les en, eller skriv dem til en PDF-fil")
    hjelpen.add_argument("sok", nargs="?", default="", help="navnet på en side, et sjekkpunkt, eller ord å lete etter")
    hjelpen.add_argument("--til", type=Path, metavar="FIL.pdf")
    _vernekommandoer(under)
    diagnose = under.add_parser("diagnose", help="samle det leverandøren trenger for å finne en feil, uten persondata")
    diagnose.add_argument("--til", type=Path, metavar="FIL.zip", required=True)
    selvtest = under.add_parser("selvtest", help="prøv alt i programmet, i en midlertidig mappe")
    selvtest.add_argument("--uten-vindu", action="store_true", help="ikke skjermene, på en maskin uten Qt")
    return p


def _vernekommandoer(under: Any) -> None:
    kopier = under.add_parser("sikkerhetskopier", help="ta en sikkerhetskopi nå")
    kopier.add_argument("--til", type=_mappe, metavar="MAPPE", help="et annet sted enn i datamappen")
    kopier.add_argument("--vis", action="store_true", help="bare vis kopiene, og når den siste ble tatt")
    gjenopprett = under.add_parser(
        "gjenopprett", help="ta en sikkerhetskopi i bruk; det som var der, blir tatt vare på"
    )
    gjenopprett.add_argument("kopi", type=_mappe, metavar="KOPI")
    gjenopprett.add_argument("--bare-vis", action="store_true", help="bare sammenlign kopien med det som er der nå")
    _noekkelsted(gjenopprett)
    noekkel = under.add_parser("noekkel", help="nøkkelen som databasen er kryptert med").add_subparsers(
        dest="hva", parser_class=Parser, required=True
    )
    _noekkelsted(noekkel.add_parser("gjenopprett", help="lås opp med gjenopprettingskoden"))
    noekkel.add_parser("bytt", help="bytt nøkkel og krypter alt på nytt")
    _ark(noekkel.add_parser("ny-kode", help="lag en ny gjenopprettingskode"))
    noekkel.add_parser("passfrase", help="lås mappen med en passfrase i stedet for en nøkkel på maskinen")
    _noekkelvalg(noekkel.add_parser("krypter", help="krypter en database fra en tidlig utgave"))


def _noekkelvalg(p: argparse.ArgumentParser) -> None:
    _noekkelsted(p)
    _ark(p)


def _noekkelsted(p: argparse.ArgumentParser) -> None:
    steder = ("noekkelring", "noekkelfil", "passfrase")
    p.add_argument("--noekkel", choices=steder, help="hvor nøkkelen skal ligge til daglig")


def _ark(p: argparse.ArgumentParser) -> None:
    p.add_argument("--gjenopprettingsark", type=Path, metavar="FIL.pdf", help="skriv gjenopprettingskoden på et ark")


def _mappe(tekst: str) -> Path:
    if not tekst.strip():
        raise argparse.ArgumentTypeError("skriv hvilken mappe")
    return Path(tekst)


def _tidspunkt(tekst: str) -> datetime:
    try:
        naar = datetime.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("skriv tiden som 2026-11-20T10:00") from None
    if not 1900 <= naar.year <= 2200:
        raise argparse.ArgumentTypeError("årstallet må være fra 1900 til 2200")
    return naar


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError("skriv datoen som 2026-11-20") from None


def _ende(tekst: str) -> Any:
    from boligtildeling.casework.kjedekontroll import les_hode

    if (hode := les_hode(tekst)) is None:
        raise argparse.ArgumentTypeError("skriv enden slik kontrollen skrev den")
    return hode


def _bruker(tekst: str) -> tuple[str, str]:
    from boligtildeling.domain.drift import ROLLENAVN

    navn, skille, rolle = tekst.partition(":")
    if not (navn.strip() and skille) or rolle not in ROLLENAVN:
        raise argparse.ArgumentTypeError(f"skriv NAVN:ROLLE, der rollen er en av {', '.join(ROLLENAVN)}")
    return navn, rolle


def kjoer(argumenter: Sequence[str]) -> int:
    """Runs one command line; returns the exit code. Never lets a traceback reach the user."""
    os.umask(0o077)
    for stroem in (sys.stdout, sys.stderr):
        if hasattr(stroem, "reconfigure"):
            stroem.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        svar = _trygt(lambda: _kjoer(_les_linje(argumenter)), "Ingenting av det du gjorde nå er lagret.")
        if not isinstance(svar, int):
            _trygt(lambda: skriv_svar(svar), "Det du ba om, er gjort. Bare svaret mangler.")
    except Avbrudd as avbrudd:
        print(json.dumps(avbrudd.svar, ensure_ascii=False), file=sys.stderr)
        return avbrudd.kode
    return svar if isinstance(svar, int) else 0


def _les_linje(argumenter: Sequence[str]) -> argparse.Namespace:
    valg = lag_parser().parse_args(argumenter)
    for verdi in vars(valg).values():
        if isinstance(verdi, str) and not verdi.isascii() and verdi.encode(errors="ignore").decode() != verdi:
            raise Avbrudd(2, {"feil": "bruk", "hva": "Kommandolinjen har tegn som ikke er gyldig UTF-8."})
    return valg


def _trygt(gjoer: Callable[[], Any], trygt: str) -> Any:
    """What `gjoer` gives; every failure of it as an `Avbrudd`. `trygt` says what is safe after one nobody knows."""
    try:
        return gjoer()
    except KeyboardInterrupt:
        raise Avbrudd(130, {"feil": "avbrutt", "hva": "Kommandoen ble avbrutt.", "trygt": trygt}) from None
    except Exception as feil:
        if (avbrudd := feilsvar(feil)) is not None:
            raise avbrudd from None
        nummer = uuid4().hex[:8]
        logg.error("uventet feil %s: %s", nummer, spor(feil))
        raise Avbrudd(
            5,
            {
                "feil": "uventet",
                "hva": f"Noe gikk galt i programmet (feil {nummer}).",
                "trygt": trygt,
                "gjoer": "Prøv igjen. Kommer det tilbake, gi feilnummeret til IT.",
            },
        ) from None


def _kjoer(valg: argparse.Namespace) -> Any:
    if valg.version:
        return {"versjon": __version__}
    if valg.kommando is None:
        return _aapne_vindu(valg)
    from boligtildeling.cli.underkommandoer import KOMMANDOER

    svar = KOMMANDOER[valg.kommando](valg)
    return _aapne_vindu(valg) if valg.kommando == "demo" and valg.vindu else svar


def _aapne_vindu(valg: argparse.Namespace) -> int:
    """The one arrow that points up: the window is started by name."""
    from importlib import import_module

    skjermer = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(navn) for navn in skjermer):
        raise _uten_vindu("det er ingen skjerm her.", "Bruk kommandolinjen. Se «boligtildeling --help».")
    try:
        vindu = import_module("ui.app")
    except ImportError:
        hjelp = "Kjør «python3 dev.py run», som sier hvilken pakke som mangler."
        raise _uten_vindu("Qt mangler noe på denne maskinen.", hjelp) from None
    kode: int = vindu.main(sys.argv[:1], mappe=valg.data, som=valg.som, klokke=valg.klokke)
    return kode


def _uten_vindu(hvorfor: str, hjelp: str) -> Avbrudd:
    return Avbrudd(
        5,
        {
            "feil": "drift",
            "hva": f"Vinduet kan ikke åpnes: {hvorfor}",
            "trygt": "Ingenting er endret.",
            "gjoer": hjelp,
        },
    )
