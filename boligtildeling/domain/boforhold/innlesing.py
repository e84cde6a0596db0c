"""What is read from outside files before anything is done with it: lists of arrears, payments, and what is wrong."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from boligtildeling.domain.krav import Navn, Tekst
from boligtildeling.domain.penger import Kroner

Overskrift = Annotated[str, Tekst("Overskriften på kolonnen, slik den står i filen.", maks=200)]


class Filfeil(ValueError):
    """The file as a whole cannot be used; the message is a Norwegian sentence that says why."""


@dataclass(frozen=True, slots=True, repr=False)
class Radfeil:
    """A row that is not taken in: its number in the file, why, and the few things it says that help to find it."""

    rad: int
    grunn: str
    innhold: str


@dataclass(frozen=True, slots=True, repr=False)
class Tabell:
    """A list as text: the headings, and every row with its number in the file."""

    overskrifter: tuple[str, ...]
    rader: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kolonner:
    """Which column of a landlord's list holds what; the others are not read, whatever they say about people."""

    kid: Overskrift
    beloep: Overskrift
    forfall: Overskrift
    fakturanr: Overskrift | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Restanserad:
    """One claim that is not paid."""

    rad: int
    kid: str
    beloep: Kroner
    forfall: date
    fakturanr: str | None = None

    @property
    def noekkel(self) -> tuple[str, str, str]:
        """What makes two rows the same claim: the invoice, or else the claimant's KID, the day and the amount."""
        if self.fakturanr:
            return (self.kid, self.fakturanr, "")
        return (self.kid, self.forfall.isoformat(), str(self.beloep.oere))


@dataclass(frozen=True, slots=True, repr=False)
class Lestliste:
    """A list of arrears as it was read."""

    rader: tuple[Restanserad, ...]
    feil: tuple[Radfeil, ...]


Bankslag = Literal["camt.054", "ocr-giro"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bankrad:
    """Money that came in, or that the bank took back (`er_reversering`).

    `referanse` is the bank's own, and the same when the same payment is told again in another file. `betaler` and
    `melding` help to find out who paid when the KID does not.
    """

    rad: int
    kid: str | None
    beloep: Kroner
    dato: date
    referanse: str
    er_reversering: bool = False
    betaler: str | None = None
    melding: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Lestbankfil:
    """A bank file as it was read, all of it: a file whose sums do not hold is refused whole."""

    slag: Bankslag
    rader: tuple[Bankrad, ...]
    feil: tuple[Radfeil, ...]


def gjett_kolonner(overskrifter: tuple[str, ...]) -> dict[str, str | None]:
    """The column of each field that the headings name by one of the usual words; None where none does."""
    rene = {o.casefold().strip().rstrip("."): o for o in reversed(overskrifter)}
    return {felt: next((rene[ord_] for ord_ in ordene if ord_ in rene), None) for felt, ordene in _VANLIGE.items()}


_VANLIGE: dict[str, tuple[str, ...]] = {
    "kid": ("kid", "kid-nr", "kid nr", "kidnr", "kid-nummer", "kidnummer"),
    "beloep": ("restbeløp", "restanse", "rest", "utestående", "saldo", "beløp"),
    "forfall": ("forfall", "forfallsdato", "forfalt", "forf.dato"),
    "fakturanr": ("fakturanr", "fakturanummer", "faktura", "bilagsnr", "bilag"),
}


Profilnavn = Navn
