"""The sub-command by which the installed program tries itself."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from boligtildeling.cli.svar import Avbrudd, feilsvar
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.feilspor import spor
from boligtildeling.selvtest import Avvik, Utfall, selvtest, som_linjer


def proev_alt(valg: argparse.Namespace) -> dict[str, Any]:
    """Tries the main job, papers, encryption, copies and screens in a temporary folder; the exit code tells."""
    if (valg.data, valg.som, valg.klokke) != (None, None, None):
        raise Bruksfeil("«selvtest» lager sin egen midlertidige mappe, og tar ikke --data, --som eller --klokke.")
    utfall = selvtest(None if valg.uten_vindu else _vis_skjermer, _meld)
    if utfall.feil is not None:
        raise Avbrudd(5, _feilet(utfall, utfall.feil))
    return {"alt_er_i_orden": True, "proevd": list(som_linjer(utfall)), "ikke_proevd": list(utfall.ikke_proevd)}


def _meld(navn: str) -> None:
    print(f"Prøver {navn} …", file=sys.stderr, flush=True)


def _vis_skjermer(mappe: Path, som: str, saksnummer: str) -> int:
    """The window is started by name: nothing points up."""
    try:
        skjermer = import_module("ui.self_test")
    except ImportError:
        raise Avvik("Qt mangler noe på denne maskinen, så vinduet kan ikke åpnes.") from None
    antall: int = skjermer.show_every_screen(mappe, som, saksnummer)
    return antall


def _feilet(utfall: Utfall, feil: Exception) -> dict[str, Any]:
    kjent = feilsvar(feil)
    return {
        "feil": "drift",
        "hva": f"Selvtesten stoppet i «{utfall.feilet}».",
        "grunn": str(feil) if isinstance(feil, Avvik) else kjent.svar if kjent else spor(feil),
        "trygt": "Selvtesten brukte bare en midlertidig mappe. Ingen av sakene dine er rørt.",
        "gjoer": "Installer programmet på nytt. Kommer feilen igjen, gi denne linjen til leverandøren.",
        "proevd": list(som_linjer(utfall)),
        "ikke_proevd": list(utfall.ikke_proevd),
    }
