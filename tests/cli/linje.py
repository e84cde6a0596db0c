"""One command line run in this process or in one of its own, and what it answered."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from boligtildeling.cli.main import kjoer
from tests.lager import raa

ROT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "boligtildeling")
BRUKERE = ("kari:saksbehandler", "ola:saksbehandler", "tove:teamleder", "ida:leser", "it:administrator")
KLOKKE = "2026-11-20T10:00"


@dataclass(frozen=True)
class Svar:
    """Exit code, standard out and standard error of one command."""

    kode: int
    ut: str
    feil: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard out; a failure has none."""
        assert self.kode == 0, self.feil
        return json.loads(self.ut)

    @property
    def resultat(self) -> dict[str, Any]:
        resultat: dict[str, Any] = self.json["resultat"]
        return resultat

    def feilet(self, kode: int) -> dict[str, Any]:
        """The JSON line of a failure with this exit code, in the form that every failure has."""
        assert self.kode == kode, (self.kode, self.ut[-500:], self.feil[-500:])
        assert self.ut == ""
        assert "Traceback" not in self.feil
        svar: dict[str, Any] = json.loads(self.feil.rstrip("\n").split("\n")[-1])
        return svar

    @property
    def pekere(self) -> list[str]:
        """The pointers of invalid input, sorted; every one has a sentence."""
        feil = self.feilet(6)["feil_i"]
        assert all(f["setning"].strip().endswith(".") for f in feil), feil
        return sorted(f["peker"] for f in feil)

    @property
    def sperrer(self) -> list[str]:
        """The codes of a refusal, each with reason, rule and who can clear it."""
        sperrer = self.feilet(3)["sperrer"]
        assert all(set(s) == {"kode", "grunn", "hjemmel", "loeses_av"} and all(s.values()) for s in sperrer), sperrer
        return [s["kode"] for s in sperrer]


def som_bytes(inn: Any) -> bytes:
    return inn if isinstance(inn, bytes) else json.dumps(inn, ensure_ascii=False).encode()


@contextmanager
def _standard_inn(inn: bytes) -> Iterator[None]:
    foer = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(inn), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = foer


def kjoer_her(argumenter: list[str], inn: Any = b"") -> Svar:
    """Runs the command line in this process."""
    ut, feil = io.StringIO(), io.StringIO()
    maske = os.umask(0o077)
    try:
        with redirect_stdout(ut), redirect_stderr(feil), _standard_inn(som_bytes(inn)):
            kode = kjoer(argumenter)
    finally:
        os.umask(maske)
    return Svar(kode, ut.getvalue(), feil.getvalue())


def kjoer_prosess(argumenter: list[str], inn: Any = b"", **valg: Any) -> Svar:
    """Runs the command line in a process of its own."""
    ferdig = subprocess.run(
        [*PROGRAM, *argumenter], input=som_bytes(inn), capture_output=True, cwd=ROT, timeout=120, check=False, **valg
    )
    return Svar(ferdig.returncode, ferdig.stdout.decode(), ferdig.stderr.decode())


@dataclass(frozen=True)
class Mappe:
    """A trial folder, and the command line on it: who acts and when unless said otherwise."""

    sti: Path
    bruker: str | None = "kari"
    klokke: str | None = KLOKKE

    def linje(self, *argumenter: Any) -> list[str]:
        som = ["--som", self.bruker] if self.bruker else []
        klokke = ["--klokke", self.klokke] if self.klokke else []
        return ["--data", str(self.sti), *som, *klokke, *map(str, argumenter)]

    def __call__(self, *argumenter: Any, inn: Any = b"") -> Svar:
        return kjoer_her(self.linje(*argumenter), inn)

    def prosess(self, *argumenter: Any, inn: Any = b"", **valg: Any) -> Svar:
        return kjoer_prosess(self.linje(*argumenter), inn, **valg)

    def utfoer(self, handling: str, **kommando: Any) -> Svar:
        return self("utfoer", handling, inn=kommando)

    def som(self, bruker: str | None) -> "Mappe":
        return replace(self, bruker=bruker)

    def naar(self, klokke: str | None) -> "Mappe":
        return replace(self, klokke=klokke)

    @property
    def database(self) -> Path:
        return self.sti / "boligtildeling.db"

    def avtrykk(self) -> dict[str, int]:
        """How many rows each table has: what a refused or failed act may not change."""
        tilkobling = raa(self.sti)
        try:
            tabeller = [r[0] for r in tilkobling.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {t: tilkobling.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tabeller}
        finally:
            tilkobling.close()


def lag_mappe(sti: Path, *brukere: str) -> Mappe:
    """A new trial folder with one user of every kind, or with those named."""
    valg = [del_ for bruker in (brukere or BRUKERE) for del_ in ("--bruker", bruker)]
    kjoer_her(["--data", str(sti), "--klokke", "2026-11-01T08:00", "opprett", "--proeve", *valg]).json  # noqa: B018
    return Mappe(sti)


def soeknad(**felt: Any) -> dict[str, Any]:
    """The smallest application that holds, with these fields put in or, when None, taken out."""
    hel: dict[str, Any] = {
        "skjemaversjon": "1",
        "soeknadstype": "ny",
        "mottatt_dato": "2026-11-02",
        "kanal": "papir",
        "maalform": "nb",
        "soeker": {"fornavn": "Prøve", "etternavn": "Person", "adressebeskyttelse": "ingen"},
        "husstand": [],
        "bosituasjon": {"type": "uten_bolig"},
        "inntekter": [],
        "utgifter": [],
        "gjeld": [],
        "behov": {},
    }
    return {navn: verdi for navn, verdi in {**hel, **felt}.items() if verdi is not None}
