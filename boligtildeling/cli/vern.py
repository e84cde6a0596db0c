"""The sub-commands about keys and backup copies: for IT, and for the day when something is lost."""

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from boligtildeling import app
from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.domain.tilgang import DRIFT
from boligtildeling.storage import gjenoppretting, kopier, rotering
from boligtildeling.storage.noekler import PASSFRASE, velg_sted

NY_PASSFRASE = "BOLIGTILDELING_NY_PASSFRASE"
"""The environment variable that a server may give a new passphrase in."""


def spoer_passfrase() -> str | None:
    """Asks on the terminal; None when there is none."""
    return getpass("Passfrase: ") if sys.stdin.isatty() else None


def spoer_kode() -> str | None:
    """The recovery code, from the terminal or as a line on standard input."""
    return getpass("Gjenopprettingskode: ") if sys.stdin.isatty() else sys.stdin.readline().strip() or None


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
    return _NOEKKELARBEID[valg.hva](valg, mappe_for(valg))


def _gjenopprett_noekkel(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    sted = valg.noekkel or velg_sted("virkelig")
    rotering.gjenopprett_noekkel(mappe, spoer_kode() or "", sted)
    _noter(valg, mappe, "noekkel_gjenopprettet", "NoekkelGjenopprettet")
    return {"noekkel": sted}


def _bytt(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    rotering.bytt_noekkel(mappe, spoer_passfrase)
    _noter(valg, mappe, "noekkel_byttet", "NoekkelByttet")
    return {"byttet": True}


def _ny_kode(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    kode = rotering.bytt_kode(mappe, spoer_passfrase)
    _noter(valg, mappe, "gjenopprettingskode_byttet", "GjenopprettingskodeByttet")
    return med_ark(valg, mappe, kode)


def _passfrase(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    passfrase = ny_passfrase()
    if passfrase is None:
        raise Bruksfeil(f"Skriv passfrasen på en terminal, eller sett miljøvariabelen {NY_PASSFRASE}.")
    rotering.sett_passfrase(mappe, passfrase, spoer_passfrase)
    os.environ[PASSFRASE] = passfrase  # the line of history below opens the folder by it
    _noter(valg, mappe, "passfrase_satt", "PassfraseSatt")
    return {"noekkel": "passfrase"}


def _krypter(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    if not app.er_opprettet(mappe):
        raise Driftsfeil("Mappen har ingen database.", "Ingenting er endret.", "Velg riktig mappe.")
    sted = valg.noekkel or velg_sted("virkelig")
    kode = rotering.krypter_klartekst(mappe, sted, ny_passfrase() if sted == "passfrase" else None)
    return med_ark(valg, mappe, kode)


_NOEKKELARBEID = {
    "gjenopprett": _gjenopprett_noekkel,
    "bytt": _bytt,
    "ny-kode": _ny_kode,
    "passfrase": _passfrase,
    "krypter": _krypter,
}


def med_ark(valg: argparse.Namespace, mappe: Path, kode: str) -> dict[str, Any]:
    """The answer that tells the recovery code, once; on paper too where a sheet is asked for."""
    if valg.gjenopprettingsark is not None:
        skriv_fil(valg.gjenopprettingsark, app.gjenopprettingsark(mappe, kode))
    print("Skriv ut gjenopprettingskoden og lås den inn. Den vises bare denne ene gangen.", file=sys.stderr)
    return {"gjenopprettingskode": kode}


def sikkerhetskopier(valg: argparse.Namespace) -> dict[str, Any]:
    """A backup copy now, among the folder's own or in another place."""
    with app.Program.aapne(mappe_for(valg), spoer=spoer_passfrase) as program:
        kopi = program.ta_kopi("bestilt", valg.til)
    return _om(kopi)


def gjenopprett(valg: argparse.Namespace) -> dict[str, Any]:
    """Puts a copy in use, with what was there kept beside it; or only compares the two."""
    mappe = mappe_for(valg)
    kopi = gjenoppretting.finn_kopi(mappe, valg.kopi)
    if valg.bare_vis:
        utfall = gjenoppretting.sammenlign(mappe, kopi, spoer_passfrase)
    else:
        _krev_drift_om_mulig(valg, mappe)
        utfall = gjenoppretting.gjenopprett(
            mappe, kopi, spoer=spoer_passfrase, spoer_kode=spoer_kode, sted=valg.noekkel or velg_sted("virkelig")
        )
        _noter(valg, mappe, "gjenopprettet", "DatabasenGjenopprettet", {"kopi": kopi.mappe.name})
    return {
        "kopi": _om(kopi),
        "naavaerende": {"antall": utfall.naavaerende.antall, "siste_hendelse": utfall.naavaerende.siste_hendelse},
        "erstattet": str(utfall.erstattet) if utfall.erstattet else None,
    }


def _om(kopi: kopier.Kopi) -> dict[str, Any]:
    return {
        "mappe": str(kopi.mappe),
        "tidspunkt": kopi.tidspunkt.isoformat(),
        "antall": dict(kopi.antall),
        "siste_hendelse": kopi.siste_hendelse,
    }


def _krev_drift(valg: argparse.Namespace, mappe: Path) -> None:
    with app.Program.aapne(mappe, klokke=valg.klokke, spoer=spoer_passfrase) as program:
        if not program.er_proeve:
            program.krev_rolle(program.hvem(valg.som), DRIFT)


def _krev_drift_om_mulig(valg: argparse.Namespace, mappe: Path) -> None:
    """A database that does not open cannot say who may restore it; whoever has the copy and its key, may."""
    try:
        _krev_drift(valg, mappe)
    except Driftsfeil:
        return


def _noter(
    valg: argparse.Namespace, mappe: Path, handling: str, hendelse: str, data: dict[str, Any] | None = None
) -> None:
    with app.Program.aapne(mappe, klokke=valg.klokke, spoer=spoer_passfrase) as program:
        program.noter_drift(handling, hendelse, data or {}, valg.som)
