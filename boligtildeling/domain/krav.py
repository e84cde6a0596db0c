"""What a field of a command must satisfy: one definition, used by the window, the command line and the JSON Schema."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from boligtildeling.domain.penger import Kroner

_TILLATTE_USYNLIGE = frozenset("\t\n\r\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
"""Tab, line breaks, and what some scripts need inside a word."""
_KLOKKESLETT = re.compile("([01][0-9]|2[0-3])[.][0-5][0-9]")
_ULOVLIGE_KATEGORIER = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Control characters and everything else that is not seen: it could hide a text, or turn it around."""


@dataclass(frozen=True)
class Krav:
    """A requirement that stands in `Annotated`; pydantic finds it through the two hooks, the window through `sjekk`."""

    beskrivelse: str = ""

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        """A sentence when `verdi` does not hold on `i_dag`, else None."""
        raise NotImplementedError

    @property
    def i_ord(self) -> str:
        """What it asks for, in a sentence for whoever fills in the field; empty when it goes without saying."""
        return ""

    def skjema(self) -> Mapping[str, Any]:
        """What this requirement adds to a JSON Schema."""
        return {}

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {
            "type": "function-after",
            "function": {"type": "with-info", "function": self._fra_json},
            "schema": handler(source),
        }

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        skjema = dict(handler(core))
        skjema.update(self.skjema())
        if self.beskrivelse:
            skjema["description"] = self.beskrivelse
        return skjema

    def _fra_json(self, verdi: Any, info: Any) -> Any:
        if setning := self.sjekk(verdi, info.context["i_dag"]):
            raise ValueError(setning)
        return verdi


@dataclass(frozen=True)
class Tekst(Krav):
    """A text without control characters; must be filled in unless `kan_vaere_tom`."""

    maks: int = 200
    kan_vaere_tom: bool = False

    @property
    def i_ord(self) -> str:
        return f"Høyst {self.maks} tegn."

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        if not verdi.strip() and not self.kan_vaere_tom:
            return "Teksten må fylles ut."
        if len(verdi) > self.maks:
            return f"Teksten er for lang: høyst {self.maks} tegn."
        if any(_ulovlig(tegn) for tegn in verdi):
            return "Teksten har tegn som ikke kan vises. Bruk bare vanlig tekst, tab og linjeskift."
        return None

    def skjema(self) -> Mapping[str, Any]:
        return {"maxLength": self.maks} if self.kan_vaere_tom else {"minLength": 1, "maxLength": self.maks}


@dataclass(frozen=True)
class IkkeFramITid(Krav):
    """A date that has been reached."""

    @property
    def i_ord(self) -> str:
        return "Datoen kan ikke ligge fram i tid."

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        return "Datoen kan ikke ligge fram i tid." if verdi > i_dag else _rimelig(verdi)

    def skjema(self) -> Mapping[str, Any]:
        return {"x-ikke-fram-i-tid": True}


@dataclass(frozen=True)
class RimeligDato(Krav):
    """Any date a housing case may hold."""

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        return _rimelig(verdi)


@dataclass(frozen=True)
class FraIDag(Krav):
    """A date that has not passed."""

    @property
    def i_ord(self) -> str:
        return "Datoen kan ikke være passert."

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        return "Datoen er passert." if verdi < i_dag else _rimelig(verdi)


@dataclass(frozen=True)
class Minst(Krav):
    """An amount of at least `oere` øre."""

    oere: int = 0

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        if verdi.oere >= self.oere:
            return None
        return "Beløpet kan ikke være negativt." if self.oere == 0 else "Beløpet må være større enn null."

    def skjema(self) -> Mapping[str, Any]:
        return {"minimum": self.oere / 100}


@dataclass(frozen=True)
class Mellom(Krav):
    """A whole number from `fra` to `til`."""

    fra: int = 0
    til: int = 0

    @property
    def i_ord(self) -> str:
        return f"Et helt tall fra {self.fra} til {self.til}."

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        return None if self.fra <= verdi <= self.til else f"Tallet må være fra {self.fra} til {self.til}."

    def skjema(self) -> Mapping[str, Any]:
        return {"minimum": self.fra, "maximum": self.til}


@dataclass(frozen=True)
class Siffer(Krav):
    """A text of exactly `antall` digits."""

    antall: int = 0

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        holder = len(verdi) == self.antall and verdi.isascii() and verdi.isdigit()
        return None if holder else f"Må ha {self.antall} siffer."

    def skjema(self) -> Mapping[str, Any]:
        return {"pattern": f"^[0-9]{{{self.antall}}}$"}


@dataclass(frozen=True)
class Klokke(Krav):
    """A time of day as people write it: 09.30."""

    @property
    def i_ord(self) -> str:
        return "Skriv klokkeslettet som 09.30."

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        return None if _KLOKKESLETT.fullmatch(verdi) else "Skriv klokkeslettet som 09.30."

    def skjema(self) -> Mapping[str, Any]:
        return {"pattern": f"^{_KLOKKESLETT.pattern}$"}


@dataclass(frozen=True)
class Antall(Krav):
    """A list of at least `minst` and at most `maks` items."""

    minst: int = 0
    maks: int = 200

    def sjekk(self, verdi: Any, i_dag: date) -> str | None:
        if len(verdi) < self.minst:
            return "Listen kan ikke være tom."
        return None if len(verdi) <= self.maks else f"Listen er for lang: høyst {self.maks}."

    def skjema(self) -> Mapping[str, Any]:
        return {"minItems": self.minst, "maxItems": self.maks}


def _ulovlig(tegn: str) -> bool:
    return unicodedata.category(tegn) in _ULOVLIGE_KATEGORIER and tegn not in _TILLATTE_USYNLIGE


def _rimelig(verdi: date) -> str | None:
    return None if 1900 <= verdi.year <= 2200 else "Årstallet må være fra 1900 til 2200."


Navn = Annotated[str, Tekst(maks=200)]
Klokkeslett = Annotated[str, Klokke("Klokkeslettet, for eksempel 09.30.")]
Kode = Annotated[str, Tekst(maks=40)]
Saksnummer = Annotated[str, Tekst("Saksnummeret, for eksempel 2026-0042.", maks=40)]
Setning = Annotated[str, Tekst(maks=2_000)]
Fritekst = Annotated[str, Tekst(maks=200_000)]
ValgfriTekst = Annotated[str, Tekst(maks=200_000, kan_vaere_tom=True)]
DatoTilNaa = Annotated[date, IkkeFramITid("Dato (ISO 8601), ikke etter i dag.")]
Dato = Annotated[date, RimeligDato("Dato (ISO 8601).")]
KommendeDato = Annotated[date, FraIDag("Dato (ISO 8601), ikke før i dag.")]
Beloep = Annotated[Kroner, Minst("Kroner med høyst to desimaler, ikke negativt.")]
PositivtBeloep = Annotated[Kroner, Minst("Kroner med høyst to desimaler, større enn null.", oere=1)]
