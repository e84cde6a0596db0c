"""The sub-commands about keys and backup copies: for IT, and for the day when something is lost."""

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from boligtildeling import app
from boligtildeling.casework.views.sikkerhetskopi import Innhold, Kopistatus
from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.storage import gjenoppretting
from boligtildeling.storage.kopi import Kopi
from boligtildeling.storage.noekler import velg_sted
from boligtildeling.vedlikehold import Utfoert, Vedlikehold

NY_PASSFRASE = "BOLIGTILDELING_NY_PASSFRASE"
"""The environment variable that a server may give a new passphrase in."""
_LENGSTE_LINJE = 1_000


def spoer_passfrase() -> str | None:
    """Asks on the terminal; None when there is none."""
    return getpass("Passfrase: ") if sys.stdin.isatty() else None


def spoer_kode() -> str | None:
    """The recovery code, from the terminal or as a line on standard input; None when there is none."""
    if sys.stdin.isatty():
        return getpass("Gjenopprettingskode: ") or None
    return sys.stdin.buffer.readline(_LENGSTE_LINJE).decode(errors="replace").strip() or None


def ny_passfrase() -> str | None:
    """A new passphrase, from the environment or twice from the terminal; None when it is not to be had."""
    if (fra_miljoe := os.environ.get(NY_PASSFRASE)) or not sys.stdin.isatty():
        return fra_miljoe
    foerste = getpass("Ny passfrase: ")
    if getpass("Samme passfrase en gang til: ") != foerste:
        raise Bruksfeil("De to passfrasene er ikke like. Ingenting er endret.")
    return foerste


def noekkel(valg: argparse.Namespace) -> dict[str, Any]:
    """What is asked for with the keys of the folder."""
    return _NOEKKELARBEID[valg.hva](valg, _vedlikehold(valg))


def _vedlikehold(valg: argparse.Namespace) -> Vedlikehold:
    return Vedlikehold(
        mappe_for(valg), lambda program: program.hvem(valg.som), spoer_passfrase, spoer_kode, valg.klokke
    )


def _gjenopprett_noekkel(valg: argparse.Namespace, arbeid: Vedlikehold) -> dict[str, Any]:
    sted = valg.noekkel or velg_sted("virkelig")
    return {"noekkel": sted} | _advarsler(arbeid.gjenopprett_noekkel(sted))


def _bytt(_: argparse.Namespace, arbeid: Vedlikehold) -> dict[str, Any]:
    return {"byttet": True} | _advarsler(arbeid.bytt_noekkel())


def _ny_kode(valg: argparse.Namespace, arbeid: Vedlikehold) -> dict[str, Any]:
    return med_ark(valg, arbeid.mappe, arbeid.ny_kode())


def _passfrase(_: argparse.Namespace, arbeid: Vedlikehold) -> dict[str, Any]:
    passfrase = ny_passfrase()
    if passfrase is None:
        raise Bruksfeil(f"Skriv passfrasen på en terminal, eller sett miljøvariabelen {NY_PASSFRASE}.")
    return {"noekkel": "passfrase"} | _advarsler(arbeid.sett_passfrase(passfrase))


def _krypter(valg: argparse.Namespace, arbeid: Vedlikehold) -> dict[str, Any]:
    sted = valg.noekkel or velg_sted("virkelig")
    utfoert = arbeid.krypter(sted, ny_passfrase() if sted == "passfrase" else None)
    return med_ark(valg, arbeid.mappe, utfoert)


_NOEKKELARBEID = {
    "gjenopprett": _gjenopprett_noekkel,
    "bytt": _bytt,
    "ny-kode": _ny_kode,
    "passfrase": _passfrase,
    "krypter": _krypter,
}


def _advarsler(utfoert: Utfoert) -> dict[str, Any]:
    return {"advarsler": list(utfoert.advarsler)} if utfoert.advarsler else {}


def med_ark(valg: argparse.Namespace, mappe: Path, utfoert: Utfoert) -> dict[str, Any]:
    """The answer that tells the recovery code, once; on paper too where a sheet is asked for.

    The code is in force by now: a sheet that cannot be written is told, and takes nothing from the answer.
    """
    kode, advarsler = utfoert.kode or "", utfoert.advarsler
    if valg.gjenopprettingsark is not None:
        try:
            skriv_fil(valg.gjenopprettingsark, app.gjenopprettingsark(mappe, kode))
        except Driftsfeil as feil:
            advarsler = (*advarsler, f"Arket ble ikke skrevet. {feil.hva}")
    print("Skriv ut gjenopprettingskoden og lås den inn. Den vises bare denne ene gangen.", file=sys.stderr)
    return {"gjenopprettingskode": kode} | _advarsler(Utfoert(kode, advarsler))


def sikkerhetskopier(valg: argparse.Namespace) -> dict[str, Any]:
    """A backup copy now, among the folder's own or in another place; or only how it stands with those there are."""
    with app.Program.aapne(mappe_for(valg), spoer=spoer_passfrase) as program:
        hylle = program.hylle()
        if valg.vis:
            return _stilling(hylle.status(Klokke().naa())) | {"kopier": [_om(kopi) for kopi in hylle.alle()]}
        return _om(hylle.ta("bestilt", valg.til))


def daglig_kopi(program: app.Program) -> None:
    """The copy of the day, at the first command of it in a real folder; what goes wrong is told and hinders nothing."""
    naa = Klokke().naa()
    if program.er_proeve or (hylle := program.hylle()).er_tatt(naa):
        return
    try:
        feil = hylle.daglig(naa).annet_sted_feil
    except Driftsfeil as feilet:
        print(f"Dagens sikkerhetskopi ble ikke tatt. {feilet.hva} {feilet.gjoer}", file=sys.stderr)
        return
    if feil is not None:
        print(f"Dagens sikkerhetskopi er tatt, men ikke lagt på det andre stedet. {feil}", file=sys.stderr)


def gjenopprett(valg: argparse.Namespace) -> dict[str, Any]:
    """Puts a copy in use, with what was there kept beside it; or only compares the two."""
    mappe = mappe_for(valg)
    kopi = gjenoppretting.finn_kopi(mappe, valg.kopi)
    if valg.bare_vis:
        utfall, utfoert = gjenoppretting.sammenlign(mappe, kopi, spoer_passfrase), Utfoert()
    else:
        utfall, utfoert = _vedlikehold(valg).ta_i_bruk(kopi, valg.noekkel)
    return {
        "kopi": _om(kopi),
        "naavaerende": _innhold(utfall.naavaerende),
        "erstattet": str(utfall.erstattet) if utfall.erstattet else None,
    } | _advarsler(utfoert)


def _innhold(innhold: Innhold) -> dict[str, Any]:
    return {"antall": innhold.antall, "siste_hendelse": innhold.siste_hendelse}


def _stilling(status: Kopistatus) -> dict[str, Any]:
    return {
        "siste": status.siste and status.siste.isoformat(),
        "er_gammel": status.er_gammel,
        "annet_sted": status.annet_sted and str(status.annet_sted),
        "annet_sted_siste": status.annet_sted_siste and status.annet_sted_siste.isoformat(),
        "mangler": status.mangler,
    }


def _om(kopi: Kopi) -> dict[str, Any]:
    return {
        "mappe": str(kopi.mappe),
        "tidspunkt": kopi.tidspunkt.isoformat(),
        "antall": dict(kopi.antall),
        "siste_hendelse": kopi.siste_hendelse,
    }
