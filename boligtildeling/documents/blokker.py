"""The blocks that every paper is made of; the only things the drawing layer knows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Spraak = Literal["nb", "nn", "en", "pl", "ar", "so", "ti", "uk"]
Stil = Literal["vanlig", "ingress", "innledende", "viktig", "avslutning", "liten"]
Oppsett = Literal["brev", "skjema", "liggende"]
Ruteform = Literal["tom", "oppfylt", "mangler", "gjelder_ikke", "unntak", "utsatt"]


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading, and a bookmark. Level 1 is the title of the paper and stands first and once; no level is skipped."""

    tekst: str
    nivaa: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Passasje:
    """Words in another language inside a paragraph, exactly as they stand there; each place they stand is marked."""

    tekst: str
    spraak: Spraak


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """Running text. Each line of it becomes its own paragraph; «innledende» stays with what it leads to."""

    tekst: str
    stil: Stil = "vanlig"
    passasjer: tuple[Passasje, ...] = ()


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
    """Labels with their values, one below the other or side by side; an empty value is a line to write on.

    Read aloud as a list: each label with its value, or that the line is empty.
    """

    linjer: tuple[tuple[str, str], ...]
    paa_rad: bool = False


@dataclass(frozen=True, slots=True)
class Rute:
    """A box: empty to tick by hand, or filled with a shape that tells the status without colour.

    The status is read aloud. `navn` is what the box is for; without it, the words of its row and column say so.
    """

    form: Ruteform = "tom"
    navn: str = ""


@dataclass(frozen=True, slots=True)
class Celletekst:
    """A table cell with a small note under its text."""

    tekst: str
    note: str


Celle = str | Rute | Celletekst


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: its heading and its share of the width.

    A column without a heading on paper still has one that is read aloud: `leses`, or that it tells the status.
    """

    tittel: str
    andel: float
    hoeyrestilt: bool = False
    leses: str = ""


@dataclass(frozen=True, slots=True)
class Tabell:
    """Rows under headings that are repeated on each page; a row taller than a page goes on over the next.

    `skrivehoeyde` is the least height of a row in mm. A table that is `samlet` starts on a new page rather than break.
    """

    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[Celle, ...], ...]
    skrivehoeyde: float = 0
    samlet: bool = False


@dataclass(frozen=True, slots=True)
class Avkryssing:
    """Statements with a box each, one below the other or side by side.

    The status of each box is read aloud, unless the statement is the very word for it.
    """

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
    """Blocks that stay on one page when they fit on one. They hold no `Sideskift`."""

    blokker: "tuple[Blokk, ...]"


@dataclass(frozen=True, slots=True)
class PaaSpraak:
    """Blocks in another language than the paper around them; Arabic is set from the right."""

    spraak: Spraak
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
    | PaaSpraak
)


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture in the letterhead, as the bytes of a PNG or JPEG file, and what it shows in words."""

    bilde: bytes = field(repr=False)
    beskrivelse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topp:
    """The top of the first page: who sends it, to whom, and the facts that identify it."""

    avsender: str
    enhet: tuple[str, ...]
    merke: str = ""
    mottaker: tuple[str, ...] = ()
    fakta: tuple[tuple[str, str], ...] = ()
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ark:
    """A whole paper. `vannmerker` stand across every page, `bunntekst` at its foot beside the page number.

    `maalform` is the language of the paper, one of `Spraak`. A form has more room on the sheet than a letter; the
    widest lies on its side. Empty boxes of a paper that is `utfyllbar` can be ticked on the screen. `sidetall` is the
    page number in the words of whoever reads the paper.
    """

    tittel: str
    maalform: str
    dato: date
    topp: Topp
    blokker: tuple[Blokk, ...]
    bunntekst: str
    vannmerker: tuple[str, ...] = field(default=())
    oppsett: Oppsett = "brev"
    utfyllbar: bool = False
    sidetall: str = "Side {side} av {sider}"
