"""What each sub-command does, through the same acts and views as the window."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from boligtildeling import app
from boligtildeling.casework.act import HANDLINGER, Sakskommando
from boligtildeling.casework.views.boforhold.kalender import KALENDER
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.rapporter.register import RAPPORTFIL, rapportslag
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.casework.visning import VISNINGER
from boligtildeling.cli import vern
from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.cli.hjelp import hjelp
from boligtildeling.cli.innlogging import godkjenner, hvem
from boligtildeling.cli.svar import Avbrudd
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Bruksfeil, Feilliste
from boligtildeling.domain.sak import Sakssteg
from boligtildeling.domain.tilgang import FUNKSJONENS_SJEKKPUNKTER
from boligtildeling.storage.noekler import PASSFRASE, velg_sted
from boligtildeling.vedlikehold import Utfoert


def _aapne(valg: argparse.Namespace) -> app.Program:
    program = app.Program.aapne(mappe_for(valg), klokke=valg.klokke, spoer=vern.spoer_passfrase)
    vern.daglig_kopi(program)
    return program


def opprett(valg: argparse.Namespace) -> dict[str, Any]:
    """Makes a data folder."""
    if valg.som is not None:
        raise Bruksfeil("--som hører ikke til «opprett».")
    if valg.klokke is not None and not valg.proeve:
        raise Bruksfeil("--klokke kan bare brukes i en prøvemappe.")
    if len({navn for navn, _ in valg.bruker}) != len(valg.bruker):
        raise Bruksfeil("Samme bruker står to ganger. En bruker har én rolle.")
    slag = "proeve" if valg.proeve else "virkelig"
    mappe = mappe_for(valg)
    sted = valg.noekkel or velg_sted(slag)
    passfrase = vern.ny_passfrase() if sted == "passfrase" else None
    kode = app.opprett(mappe, valg.bruker, slag, valg.klokke, sted=sted, passfrase=passfrase)
    if sted == "noekkelfil":
        print("Nøkkelen til databasen ligger i en fil i datamappen som bare du kan lese.", file=sys.stderr)
    svar = vern.med_ark(valg, mappe, Utfoert(kode))
    if passfrase is not None:
        os.environ[PASSFRASE] = passfrase  # nobody is asked again for what they have just typed
    with _aapne(valg) as program:
        brukere = [f"{n}:{r}" for n, r in program.brukere()]
    return {"mappe": str(mappe), "slag": slag, "brukere": brukere, "noekkel": sted} | svar


def demo(valg: argparse.Namespace) -> dict[str, Any]:
    """Fills the folder with the demo, and prints its PDFs."""
    from boligtildeling.demo import lag_demo

    return lag_demo(mappe_for(valg), Klokke(valg.klokke).naa())


VERN = {
    "fortrolig": "bare de som er navngitt på saken",
    "strengt_fortrolig": "bare de som er navngitt på saken",
    "klientadresse": "som ellers; adressen står ikke på papirene",
    "inhabil": "ingen med registrert tilknytning",
}
"""What protects a case against those who may otherwise do the act."""


def handlinger(valg: argparse.Namespace) -> Any:
    """Every act, or the JSON Schema of one."""
    if valg.skjema is None:
        return [
            {
                "navn": h.navn,
                "tittel": h.tittel,
                "roller": list(h.adgang.roller),
                "funksjoner": list(h.adgang.funksjoner),
                "sjekkpunkter": FUNKSJONENS_SJEKKPUNKTER if h.navn == "kryss_av" else {},
                "vern": VERN if issubclass(h.kommando, Sakskommando) else {},
            }
            for h in sorted(HANDLINGER.values(), key=lambda h: h.navn)
        ]
    from boligtildeling.exchange.kommando import skjema

    act = _handling(valg.skjema)
    return skjema(act.kommando, act.tittel)


def _handling(navn: str) -> Any:
    if navn not in HANDLINGER:
        raise Bruksfeil("Handlingen finnes ikke. Se «handlinger».")
    return HANDLINGER[navn]


def utfoer(valg: argparse.Namespace) -> dict[str, Any]:
    """Does an act."""
    from boligtildeling.exchange.kommando import UgyldigKommando, les_kommando

    act = _handling(valg.handling)
    with _aapne(valg) as program:
        innlogget = hvem(program, valg)
        bruker = godkjenner(program, act.navn) or innlogget
        program.innlogget(bruker)
        tekst, mappe = _les_inn(valg.fil)
        program = program.med_filer(mappe)
        try:
            kommando = les_kommando(act.kommando, tekst, Klokke(valg.klokke).naa().date())
        except UgyldigKommando as ugyldig:
            raise program.med_alle_feil(ugyldig, ugyldig.delvis, bruker) from None
        utfall = program.utfoer(kommando, bruker, innlogget if bruker != innlogget else None)
        return {"resultat": utfall.resultat, "endret": utfall.endret}


def _les_inn(fil: str) -> tuple[bytes, Path | None]:
    from boligtildeling.exchange.kommando import STOERSTE_KOMMANDO

    if fil == "-":
        return sys.stdin.buffer.read(STOERSTE_KOMMANDO + 1), None
    sti = Path(fil)
    try:
        with sti.open("rb") as stroem:
            return stroem.read(STOERSTE_KOMMANDO + 1), sti.parent
    except OSError:
        raise Bruksfeil("Filen med kommandoen finnes ikke, eller kan ikke leses.") from None


def vis(valg: argparse.Namespace) -> Any:
    """A case, or a page of the work list."""
    with _aapne(valg) as program:
        bruker = hvem(program, valg)
        if valg.hva == "sak":
            return program.vis_sak(valg.saksnummer, bruker)
        if valg.hva == "rapport" and valg.navn is None:
            return [{"navn": s.navn, "tittel": s.tittel, "har_periode": s.har_periode} for s in rapportslag()]
        if valg.hva in VISNINGER:
            felt = ("fra", "til", "brev", "maalform", "alle", "navn", "til_deling", "mine")
            utvalg = {navn: verdi for navn in felt if (verdi := getattr(valg, navn, None)) is not None}
            return program.vis(VISNINGER[valg.hva], bruker, getattr(valg, "saksnummer", None), **utvalg)
        return program.vis_saker(bruker, _saksutvalg(valg), valg.grense, valg.etter)


def _saksutvalg(valg: argparse.Namespace) -> Saksutvalg:
    feil = Feilliste()
    steg = get_args(Sakssteg)
    feil.krev(valg.steg in {None, *steg}, "/steg", f"Steget finnes ikke. Velg en av: {', '.join(steg)}.")
    feil.krev(valg.grense >= 1, "/grense", "Må være minst 1.")
    feil.stopp()
    return Saksutvalg(
        steg=valg.steg, sok=valg.sok, ansvarlig=valg.ansvarlig, mitt_team=valg.mitt_team, frist_til=valg.frist_til
    )


RAPPORT = "rapport-"


def _papir(program: app.Program, valg: argparse.Namespace, bruker: str | None) -> tuple[bytes, tuple[str, ...]]:
    """By its number in the case, as it is kept; else by its name."""
    if valg.dokument.isascii() and valg.dokument.isdigit() and valg.saksnummer is not None:
        return program.hent_dokument(valg.saksnummer, int(valg.dokument), bruker), ()
    if valg.dokument == KALENDER.navn:
        return program.vis(KALENDER, bruker), ()
    if valg.dokument.startswith(RAPPORT):
        form = "csv" if valg.til.suffix.casefold() == ".csv" else "pdf"
        felt = {"navn": valg.dokument.removeprefix(RAPPORT), "form": form, "fra": valg.fra, "til": valg.periode_til}
        return program.vis(RAPPORTFIL, bruker, **felt, til_deling=valg.til_deling), ()
    return program.lag_papir(valg.dokument, valg.saksnummer, bruker, valg.tom, valg.grunn)


def skriv_ut(valg: argparse.Namespace) -> Any:
    """A document to a file, which is replaced whole or not at all."""
    if valg.liste:
        return [{"navn": d.navn, "tittel": d.tittel, "tom": d.kan_vaere_tom} for d in DOKUMENTER.values()]
    if valg.dokument is None or valg.til is None:
        raise Bruksfeil("Si hvilket dokument, og hvor det skal (skriv-ut DOKUMENT [SAKSNUMMER] --til FIL.pdf).")
    with _aapne(valg) as program:
        bruker = hvem(program, valg)
        innhold, advarsler = _papir(program, valg, bruker)
        skriv_fil(valg.til, innhold)
    svar: dict[str, Any] = {"dokument": valg.dokument, "fil": str(valg.til)}
    return svar | ({"advarsler": list(advarsler)} if advarsler else {})


def kontroller(valg: argparse.Namespace) -> Any:
    """Whether everything is sound; the exit code says so too."""
    with _aapne(valg) as program:
        kontroll = program.kontroller(valg.mot)
    if kontroll.funn:
        raise Avbrudd(
            5,
            {
                "feil": "drift",
                "hva": "Kontrollen fant feil.",
                "funn": list(kontroll.funn),
                "trygt": "Ingenting er endret av kontrollen.",
                "gjoer": "Ta kontakt med IT, som kan gjenopprette en sikkerhetskopi.",
            },
        )
    return {
        "alt_er_i_orden": True,
        "hendelser": kontroll.hendelser,
        "dokumenter": kontroll.dokumenter,
        "ender": [e.skrevet for e in kontroll.hoder],
    }


def selvtest(valg: argparse.Namespace) -> dict[str, Any]:
    """The installed program tries itself."""
    from boligtildeling.cli.selvtest import proev_alt

    return proev_alt(valg)


def diagnose(valg: argparse.Namespace) -> dict[str, Any]:
    """What a supplier needs to find a fault, in one file."""
    from boligtildeling.cli.diagnose import lag_pakke

    return lag_pakke(valg)


KOMMANDOER: dict[str, Callable[[argparse.Namespace], Any]] = {
    "opprett": opprett,
    "demo": demo,
    "handlinger": handlinger,
    "utfoer": utfoer,
    "vis": vis,
    "skriv-ut": skriv_ut,
    "kontroller": kontroller,
    "noekkel": vern.noekkel,
    "sikkerhetskopier": vern.sikkerhetskopier,
    "gjenopprett": vern.gjenopprett,
    "diagnose": diagnose,
    "selvtest": selvtest,
    "hjelp": hjelp,
}
