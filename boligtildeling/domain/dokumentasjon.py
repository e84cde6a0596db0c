"""What shows that a checkpoint or a condition is met."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from boligtildeling.domain.krav import Antall, Beloep, Dato, Navn, Tekst

Dokumentasjonstype = Literal[
    "samtale", "notat", "beloep", "plan", "samtykke", "avtale", "brev", "henvist", "dokument", "protokoll"
]
TYPENAVN: dict[str, str] = {
    "samtale": "samtale",
    "notat": "notat",
    "beloep": "beløp",
    "plan": "plan",
    "samtykke": "samtykke",
    "avtale": "avtale",
    "brev": "brev",
    "henvist": "henvist",
    "dokument": "dokument",
    "protokoll": "protokoll",
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dokumentasjon:
    """One proof. `dato` may lie ahead: an agreed appointment."""

    type: Dokumentasjonstype
    deltakere: Annotated[tuple[Navn, ...], Antall(maks=50)] | None = None
    beloep: Beloep | None = None
    dato: Dato | None = None
    til: Navn | None = None
    vedlegg: Annotated[str, Tekst("Vedlegg i saken: tittel eller nummer.", maks=200)] | None = None

    def mangler(self, merknad: str | None) -> tuple[tuple[str, str], ...]:
        """What this type needs and does not have, as (pointer below the answer, sentence)."""
        funn: list[tuple[str, str]] = []
        if self.type == "samtale" and not self.deltakere:
            funn.append(("/dokumentasjon/deltakere", "Skriv hvem som deltok i samtalen."))
        if self.type == "notat" and not (merknad or "").strip():
            funn.append(("/merknad", "Et notat må ha en merknad."))
        if self.type == "beloep" and self.beloep is None:
            funn.append(("/dokumentasjon/beloep", "Skriv beløpet (det kan være 0)."))
        if self.type in {"samtykke", "avtale", "brev", "henvist"} and self.dato is None:
            funn.append(("/dokumentasjon/dato", "Skriv datoen."))
        if self.type == "henvist" and not self.til:
            funn.append(("/dokumentasjon/til", "Skriv hvem søkeren er henvist til."))
        return tuple(funn)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Svarinnhold:
    """What an answer to a checkpoint holds; `frist` and `ansvarlig` only for «utsatt»."""

    svar: Literal["ja", "nei", "ikke_aktuelt", "utsatt"]
    dato: date
    av: str
    merknad: str | None = None
    dokumentasjon: Dokumentasjon | None = None
    frist: date | None = None
    ansvarlig: str | None = None

    @property
    def har_grunn(self) -> bool:
        return bool((self.merknad or "").strip())
