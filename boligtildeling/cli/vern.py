"""The sub-commands about keys and backup copies: for IT, and for the day when something is lost."""

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from boligtildeling import app
from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.storage import gjenoppretting, rotering
from boligtildeling.storage.hylle import Innhold, Kopistatus
from boligtildeling.storage.kopi import Kopi
from boligtildeling.storage.noekler import PASSFRASE, velg_sted

NY_PASSFRASE = "BOLIGTILDELING_NY_PASSFRASE"
"""The environment variable that a server may give a new passphrase in."""
_LENGSTE_LINJE = 1_000
_KOPI_MANGLER = (
    "Endringen er gjort, men det ble ikke tatt en sikkerhetskopi etterpå. Kjør «boligtildeling sikkerhetskopier»."
)
_LINJE_MANGLER = "Endringen er gjort, men den er ikke skrevet i historikken."


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
    return _NOEKKELARBEID[valg.hva](valg, mappe_for(valg))


def _gjenopprett_noekkel(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    sted = valg.noekkel or velg_sted("virkelig")
    rotering.gjenopprett_noekkel(mappe, spoer_kode() or "", sted)
    return {"noekkel": sted} | _etterpaa(valg, mappe, "noekkel_gjenopprettet", "NoekkelGjenopprettet", kopi=False)


def _bytt(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    rotering.bytt_noekkel(mappe, spoer_passfrase)
    return {"byttet": True} | _etterpaa(valg, mappe, "noekkel_byttet", "NoekkelByttet")


def _ny_kode(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    kode = rotering.bytt_kode(mappe, spoer_passfrase)
    etterpaa = _etterpaa(valg, mappe, "gjenopprettingskode_byttet", "GjenopprettingskodeByttet")
    return med_ark(valg, mappe, kode, etterpaa)


def _passfrase(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    _krev_drift(valg, mappe)
    passfrase = ny_passfrase()
    if passfrase is None:
        raise Bruksfeil(f"Skriv passfrasen på en terminal, eller sett miljøvariabelen {NY_PASSFRASE}.")
    rotering.sett_passfrase(mappe, passfrase, spoer_passfrase)
    os.environ[PASSFRASE] = passfrase  # what follows opens the folder by it
    return {"noekkel": "passfrase"} | _etterpaa(valg, mappe, "passfrase_satt", "PassfraseSatt")


def _krypter(valg: argparse.Namespace, mappe: Path) -> dict[str, Any]:
    if not app.er_opprettet(mappe):
        raise Driftsfeil("Mappen har ingen database.", "Ingenting er endret.", "Velg riktig mappe.")
    sted = valg.noekkel or velg_sted("virkelig")
    passfrase = ny_passfrase() if sted == "passfrase" else None
    kode = rotering.krypter_klartekst(mappe, sted, passfrase)
    if passfrase is not None:
        os.environ[PASSFRASE] = passfrase
    return med_ark(valg, mappe, kode, _etterpaa(valg, mappe, "database_kryptert", "DatabaseKryptert"))


_NOEKKELARBEID = {
    "gjenopprett": _gjenopprett_noekkel,
    "bytt": _bytt,
    "ny-kode": _ny_kode,
    "passfrase": _passfrase,
    "krypter": _krypter,
}


def med_ark(valg: argparse.Namespace, mappe: Path, kode: str, mer: dict[str, Any] | None = None) -> dict[str, Any]:
    """The answer that tells the recovery code, once; on paper too where a sheet is asked for.

    The code is in force by now: a sheet that cannot be written is told, and takes nothing from the answer.
    """
    svar = {"gjenopprettingskode": kode} | (mer or {})
    if valg.gjenopprettingsark is not None:
        try:
            skriv_fil(valg.gjenopprettingsark, app.gjenopprettingsark(mappe, kode))
        except Driftsfeil as feil:
            svar["advarsler"] = [*svar.get("advarsler", ()), f"Arket ble ikke skrevet. {feil.hva}"]
    print("Skriv ut gjenopprettingskoden og lås den inn. Den vises bare denne ene gangen.", file=sys.stderr)
    return svar


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
    etterpaa = {}
    if valg.bare_vis:
        utfall = gjenoppretting.sammenlign(mappe, kopi, spoer_passfrase)
    else:
        _krev_drift_om_mulig(valg, mappe)
        utfall = gjenoppretting.gjenopprett(
            mappe, kopi, spoer=spoer_passfrase, spoer_kode=spoer_kode, sted=valg.noekkel or velg_sted("virkelig")
        )
        data = {"kopi": kopi.mappe.name}
        etterpaa = _etterpaa(valg, mappe, "gjenopprettet", "DatabasenGjenopprettet", data, kopi=False)
    return {
        "kopi": _om(kopi),
        "naavaerende": _innhold(utfall.naavaerende),
        "erstattet": str(utfall.erstattet) if utfall.erstattet else None,
    } | etterpaa


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


def _krev_drift(valg: argparse.Namespace, mappe: Path) -> None:
    with app.Program.aapne(mappe, klokke=valg.klokke, spoer=spoer_passfrase) as program:
        program.krev_drift(program.hvem(valg.som))


def _krev_drift_om_mulig(valg: argparse.Namespace, mappe: Path) -> None:
    """A database that does not open cannot say who may restore it; whoever has the copy and its key, may."""
    try:
        _krev_drift(valg, mappe)
    except Driftsfeil:
        return


def _etterpaa(
    valg: argparse.Namespace,
    mappe: Path,
    handling: str,
    hendelse: str,
    data: dict[str, Any] | None = None,
    *,
    kopi: bool = True,
) -> dict[str, Any]:
    """The line of history for what has been done to the folder, and a copy that fits its keys of today.

    What was done, is done, and its answer may be the only place where a code stands: neither takes it away.
    """
    mangler = []
    try:
        with app.Program.aapne(mappe, klokke=valg.klokke, spoer=spoer_passfrase) as program:
            program.noter_drift(handling, hendelse, data or {}, valg.som)
    except (Driftsfeil, Bruksfeil):
        mangler.append(_LINJE_MANGLER)
    if kopi:
        try:
            rotering.kopi_med_nytt_knippe(mappe, spoer_passfrase)
        except Driftsfeil:
            mangler.append(_KOPI_MANGLER)
    return {"advarsler": mangler} if mangler else {}
