"""The blocks that every paper is made of; the only things the drawing layer knows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Stil = Literal["vanlig", "ingress", "innledende", "viktig", "avslutning", "liten"]
Oppsett = Literal["brev", "skjema", "liggende"]
Ruteform = Literal["tom", "oppfylt", "mangler", "gjelder_ikke", "unntak", "utsatt"]


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading; level 1 is the title of the paper and stands once."""

    tekst: str
    nivaa: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """Running text. Each line of it becomes its own paragraph; «innledende» stays with what it leads to."""

    tekst: str
    stil: Stil = "vanlig"


@dataclass(frozen=True, slots=True)
class Konklusjon:
    """The one sentence of a part that the reader must find."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Liste:
    """Points of equal weight."""

    punkter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faktalinjer:
    """Labels with their values, one below the other or side by side; an empty value is a line to write on."""

    linjer: tuple[tuple[str, str], ...]
    paa_rad: bool = False


@dataclass(frozen=True, slots=True)
class Rute:
    """A box: empty to tick by hand, or filled with a shape that tells the status without colour."""

    form: Ruteform = "tom"


@dataclass(frozen=True, slots=True)
class Celletekst:
    """A table cell with a small note under its text."""

    tekst: str
    note: str


Celle = str | Rute | Celletekst


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: its heading and its share of the width."""

    tittel: str
    andel: float
    hoeyrestilt: bool = False


@dataclass(frozen=True, slots=True)
class Tabell:
    """Rows under headings that are repeated on each page.

    `skrivehoeyde` is the least height of a row in mm. A table that is `samlet` starts on a new page rather than break.
    """

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Celle, ...], ...]
    skrivehoeyde: float = 0
    samlet: bool = False


@dataclass(frozen=True, slots=True)
class Avkryssing:
    """Statements with a box each, one below the other or side by side."""

    linjer: tuple[tuple[Ruteform, str], ...]
    paa_rad: bool = False


@dataclass(frozen=True, slots=True)
class Signatur:
    """A line to sign on: who, and the day when it is signed already."""

    hvem: str
    dato: str = ""


@dataclass(frozen=True, slots=True)
class Signaturer:
    """Lines to sign on; with `dato_etikett` each has its own line for the day."""

    linjer: tuple[Signatur, ...]
    dato_etikett: str = ""


@dataclass(frozen=True, slots=True)
class Skrivelinjer:
    """Empty lines to write on."""

    antall: int


@dataclass(frozen=True, slots=True)
class Sideskift:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Sammen:
    """Blocks that stay on one page when they fit on one."""

    blokker: "tuple[Blokk, ...]"


Blokk = (
    Overskrift
    | Avsnitt
    | Konklusjon
    | Liste
    | Faktalinjer
    | Tabell
    | Avkryssing
    | Signaturer
    | Skrivelinjer
    | Sideskift
    | Sammen
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topp:
    """The top of the first page: who sends it, to whom, and the facts that identify it."""

    avsender: str
    enhet: tuple[str, ...]
    merke: str = ""
    mottaker: tuple[str, ...] = ()
    fakta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ark:
    """A whole paper. `vannmerker` stand across every page, `bunntekst` at its foot beside the page number.

    A form has more room on the sheet than a letter; the widest lies on its side.
    """

    tittel: str
    maalform: str
    dato: date
    topp: Topp
    blokker: tuple[Blokk, ...]
    bunntekst: str
    vannmerker: tuple[str, ...] = field(default=())
    oppsett: Oppsett = "brev"
