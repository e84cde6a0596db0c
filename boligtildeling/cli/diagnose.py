"""The package that IT gives whoever is to find a fault: versions, counts and the log. Nothing about any person.

No names, no numbers of cases, no paths: a path has the name of who is signed in.
"""

import argparse
import io
import json
import platform
import sys
from collections import Counter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from boligtildeling import __version__, app
from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.cli.vern import spoer_passfrase
from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.loggfil import les_logg
from boligtildeling.policy import DATAMAPPE, les_policy
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.noekler import les_knippe

INNHOLD = ("diagnose.json", "logg.txt")


def lag_pakke(valg: argparse.Namespace) -> dict[str, Any]:
    """Writes the package to the file, also when the folder does not open. Raises `Driftsfeil` for a full disk."""
    opplysninger = {"program": _program(), "policy": _proevd(_policy), "mappe": _proevd(lambda: _mappe(valg))}
    ut = io.BytesIO()
    with ZipFile(ut, "w", ZIP_DEFLATED) as pakke:
        pakke.writestr(INNHOLD[0], json.dumps(opplysninger, ensure_ascii=False, indent=2))
        pakke.writestr(INNHOLD[1], les_logg())
    skriv_fil(valg.til, ut.getvalue())
    return {"fil": str(valg.til), "innhold": list(INNHOLD)}


def _proevd(hent: Any) -> Any:
    """What `hent` gives; what stood in the way, when the machine says no, without what to do: that may name a path."""
    try:
        return hent()
    except Driftsfeil as feil:
        return {"feil": feil.hva}


def _program() -> dict[str, Any]:
    return {
        "versjon": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "utgave": platform.release(),
        "arkitektur": platform.machine(),
        "pakket": bool(getattr(sys, "frozen", False)),
    }


def _policy() -> list[str]:
    """The names of what IT has settled, not the values."""
    policy = les_policy()
    return [*([DATAMAPPE] if policy.datamappe is not None else []), *sorted(policy.innstillinger)]


def _mappe(valg: argparse.Namespace) -> dict[str, Any]:
    mappe = mappe_for(valg)
    with app.Program.aapne(mappe, spoer=spoer_passfrase) as program:
        hylle, kontroll = program.hylle(), program.kontroller()
        status = hylle.status(Klokke().naa())
        return {
            "slag": "demo" if program.er_demo else "proeve" if program.er_proeve else "virkelig",
            "noekkel": les_knippe(mappe / KNIPPE).daglig,
            "rader": dict(hylle.naavaerende().antall or {}),
            "brukere": dict(Counter(rolle for _, rolle in program.brukere())),
            "innstillinger_satt": sorted(navn for navn, verdi in program.innstillinger().items() if verdi),
            "kontroll_funn": len(kontroll.funn),
            "siste_kopi": status.siste and status.siste.isoformat(),
            "kopien_er_gammel": status.er_gammel,
            "har_annet_sted": status.annet_sted is not None,
        }
