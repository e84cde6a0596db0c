"""Outcomes in JSON: one value on standard out, or one line on standard error with the exit code that fits it."""

import json
import os
import sys
from typing import Any

from boligtildeling.domain.feil import Bruksfeil, Driftsfeil, Konflikt, Sperret, Ugyldig
from boligtildeling.domain.sjekkliste import Sjekklistefeil


class Avbrudd(Exception):
    """The command ends with this exit code and this answer."""

    def __init__(self, kode: int, svar: dict[str, Any]) -> None:
        super().__init__(kode)
        self.kode, self.svar = kode, svar


def skriv_svar(svar: Any) -> None:
    """One JSON value on standard out. Raises `Driftsfeil` when nobody takes it: the act is done all the same."""
    from boligtildeling.exchange.kommando import til_json

    tekst = json.dumps(til_json(svar), ensure_ascii=False) + "\n"
    try:
        sys.stdout.write(tekst)
        sys.stdout.flush()
    except OSError:
        _slipp_standard_ut()
        raise Driftsfeil(
            "Svaret kunne ikke skrives til standard ut.",
            "Det du ba om, er gjort. Bare svaret mangler.",
            "Se etter med «vis» før du gjør det på nytt.",
        ) from None


def _slipp_standard_ut() -> None:
    """What could not be written is let go, or Python would try it again at exit and end with a code of its own."""
    tomt = os.open(os.devnull, os.O_WRONLY)
    os.dup2(tomt, sys.stdout.fileno())
    os.close(tomt)


def feilsvar(feil: Exception) -> Avbrudd | None:
    """The exit code and answer for a known kind of failure; None for a bug."""
    if isinstance(feil, Avbrudd):
        return feil
    if isinstance(feil, Bruksfeil):
        return Avbrudd(2, {"feil": "bruk", "hva": str(feil)})
    if isinstance(feil, Sperret):
        sperrer = [
            {"kode": s.kode, "grunn": s.grunn, "hjemmel": s.hjemmel, "loeses_av": s.loeses_av} for s in feil.sperrer
        ]
        return Avbrudd(3, {"feil": "sperret", "sperrer": sperrer})
    if isinstance(feil, Konflikt):
        endringer = [{"hva": e.tittel, "bruker": e.bruker, "tidspunkt": e.tidspunkt} for e in feil.endringer]
        return Avbrudd(
            4,
            {
                "feil": "konflikt",
                "hva": "Noen andre har endret saken siden du så den.",
                "versjon": feil.versjon,
                "endringer": endringer,
                "gjoer": "Les saken på nytt og prøv igjen.",
            },
        )
    if isinstance(feil, Driftsfeil):
        return Avbrudd(5, {"feil": "drift", "hva": feil.hva, "trygt": feil.trygt, "gjoer": feil.gjoer})
    if isinstance(feil, Sjekklistefeil):
        return Avbrudd(
            5,
            {
                "feil": "drift",
                "hva": f"Sjekklisten kan ikke brukes: {feil}",
                "trygt": "Ingenting er endret.",
                "gjoer": "Rett filen, og start programmet på nytt.",
            },
        )
    if isinstance(feil, Ugyldig):
        return Avbrudd(6, {"feil": "ugyldig", "feil_i": [{"peker": f.peker, "setning": f.setning} for f in feil.feil]})
    return None
