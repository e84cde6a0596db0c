"""Who acts on the command line: the operating system's user, or whoever gives a name and a password."""

import argparse
import os
import sys
from getpass import getpass

from boligtildeling.app import Engangspassord, Program
from boligtildeling.domain.feil import Bruksfeil

BRUKER, PASSORD = "BOLIGTILDELING_BRUKER", "BOLIGTILDELING_PASSORD"
NYTT_PASSORD = "BOLIGTILDELING_NYTT_PASSORD"
"""What takes the place of a password that someone else has set."""
GODKJENNER, GODKJENNERS_PASSORD = "BOLIGTILDELING_GODKJENNER", "BOLIGTILDELING_GODKJENNERS_PASSORD"
MED_GODKJENNER = frozenset({"godkjenn_vedtak", "returner_vedtak"})
"""The acts that someone else may sign in for on this machine, one act at a time."""


def hvem(program: Program, valg: argparse.Namespace) -> str | None:
    """Who acts. Raises `Sperret` (ROLLE) when name and password do not belong together, `Bruksfeil` without one."""
    if (navn := os.environ.get(BRUKER)) is None or valg.som is not None:
        return program.hvem(valg.som)
    passord = _passord(navn, PASSORD)
    try:
        return program.logg_inn(navn, passord)
    except Engangspassord:
        if NYTT_PASSORD not in os.environ and not sys.stdin.isatty():
            raise
        return program.logg_inn(navn, passord, _passord(f"{navn} fra nå av", NYTT_PASSORD))


def godkjenner(program: Program, handling: str) -> str | None:
    """Who has signed in for this one act only; None when nobody has."""
    navn = os.environ.get(GODKJENNER) if handling in MED_GODKJENNER else None
    return None if navn is None else program.logg_inn(navn, _passord(navn, GODKJENNERS_PASSORD))


def _passord(navn: str, variabel: str) -> str:
    if (fra_miljoe := os.environ.get(variabel)) is not None:
        return fra_miljoe
    if not sys.stdin.isatty():
        raise Bruksfeil(f"Passordet mangler. Sett miljøvariabelen {variabel}.")
    return getpass(f"Passord for {navn}: ")
