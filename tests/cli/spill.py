"""Plays a script of acts (`hovedloep/*.jsonl`) on the command line in this process, and collects what went otherwise.

A line is an act, `vis` or `skriv_ut`, with the user, the time, what is expected, and what is saved for later lines.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.cli.linje import Mappe, Svar


@dataclass
class Spill:
    """One script being played in one folder: what later lines may refer to, and the faults so far."""

    skript: Path
    mappe: Mappe
    lagret: dict[str, Any] = field(default_factory=dict)
    feil: list[str] = field(default_factory=list)
    linjer: int = 0

    def kjoer(self, stopp_foer: str | None = None) -> Self:
        """Plays the script, or the part of it before the first line with the handling `stopp_foer` that succeeds."""
        for nummer, tekst in enumerate(self.skript.read_text(encoding="utf-8").splitlines(), 1):
            if not tekst.strip() or tekst.lstrip().startswith("//"):
                continue
            linje = _fyll(json.loads(tekst), self.lagret)
            if stopp_foer is not None and linje.get("handling") == stopp_foer and _ventet_kode(linje) == 0:
                break
            self.linjer += 1
            svar = self._gjoer(linje, nummer)
            sted = f"{self.skript.name}:{nummer} {linje.get('handling') or linje.get('vis') or linje.get('skriv_ut')}"
            self.feil += [f"{sted}: {feil}" for feil in _avvik(linje, svar)]
            for navn, sti in linje.get("lagre", {}).items():
                try:
                    self.lagret[navn] = _grav(json.loads(svar.ut), sti)
                except (KeyError, IndexError, TypeError, ValueError):
                    self.feil.append(f"{sted}: ingenting å lagre ved {sti}")
        return self

    def _gjoer(self, linje: dict[str, Any], nummer: int) -> Svar:
        her = self.mappe.som(linje.get("som", "kari")).naar(linje.get("klokke", self.mappe.klokke))
        if "vis" in linje:
            return her("vis", *linje["vis"])
        if "skriv_ut" in linje:
            fil = self.mappe.sti.parent / f"{self.skript.stem}-{nummer}.pdf"
            svar = her("skriv-ut", *linje["skriv_ut"], "--til", fil)
            if svar.kode == 0 and not fil.read_bytes().startswith(b"%PDF-"):
                self.feil.append(f"{self.skript.name}:{nummer}: ikke en PDF")
            return svar
        kommando = linje.get("kommando", {})
        if "soeknad_fra" in linje:
            fil = self.skript.parent / linje["soeknad_fra"]
            kommando = {"soeknad": json.loads(fil.read_text(encoding="utf-8"))}
        return her("utfoer", linje["handling"], inn=kommando)


def spill(skript: Path, mappe: Mappe, stopp_foer: str | None = None) -> Spill:
    """Plays `skript` in `mappe`."""
    return Spill(skript, mappe).kjoer(stopp_foer)


def _ventet_kode(linje: dict[str, Any]) -> int:
    kode: int = linje.get("forvent", {}).get("exit", 0)
    return kode


def _grav(verdi: Any, sti: str) -> Any:
    for del_ in sti.split("."):
        verdi = verdi[int(del_)] if isinstance(verdi, list) else verdi[del_]
    return verdi


def _fyll(verdi: Any, lagret: dict[str, Any]) -> Any:
    if isinstance(verdi, str):
        return lagret.get(verdi[1:], verdi) if verdi.startswith("$") else verdi
    if isinstance(verdi, list):
        return [_fyll(v, lagret) for v in verdi]
    return {k: _fyll(v, lagret) for k, v in verdi.items()} if isinstance(verdi, dict) else verdi


def _avvik(linje: dict[str, Any], svar: Svar) -> Iterator[str]:
    """Everything about the answer that the line did not expect."""
    ventet = linje.get("forvent", {})
    if svar.kode != ventet.get("exit", 0):
        yield f"kode {svar.kode}, ventet {ventet.get('exit', 0)}: {(svar.feil or svar.ut)[-400:]}"
        return
    if svar.kode != 0 and svar.ut:
        yield "skrev til standard ut og feilet"
    svarte = json.loads(svar.ut if svar.kode == 0 else svar.feil.strip().splitlines()[-1])
    if linje.get("vis", [""])[0] == "sak" and svar.kode == 0 and set(svarte["porter"]) != set("VGTKN"):
        yield "portene V, G, T, K og N skal stå under porter"
    funnet = [s for port in svarte.get("porter", {}).values() for s in port] if "vis" in linje else []
    koder = {s["kode"] for s in (svarte.get("sperrer", []) if "handling" in linje else funnet)}
    yield from (f"{k} ventet, fikk {sorted(koder)}" for k in ventet.get("sperrer", []) if k not in koder)
    yield from (f"{k} skal ikke stå" for k in ventet.get("ikke_sperrer", []) if k in koder)
    yield from (f"{t!r} skal ikke vises" for t in ventet.get("mangler_tekst", []) if t in svar.ut)
    if "antall" in ventet and len(svarte["saker"]) != ventet["antall"]:
        yield f"{len(svarte['saker'])} saker, ventet {ventet['antall']}"
    for sti, verdi in ventet.get("felt", {}).items():
        try:
            fikk = _grav(svarte, sti)
        except (KeyError, IndexError, TypeError):
            fikk = "(mangler)"
        if fikk != verdi:
            yield f"{sti} er {fikk!r}, ventet {verdi!r}"
