"""Help as it is read on the screen and on paper: pages, and what a checkpoint is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Hjelpedel:
    """A heading, a paragraph, or one point of a list."""

    slag: Literal["overskrift", "avsnitt", "punkt"]
    tekst: str


@dataclass(frozen=True, slots=True)
class Hjelpeside:
    """A page by its name. `er_egen`: the kommune's own."""

    navn: str
    tittel: str
    deler: tuple[Hjelpedel, ...]
    er_egen: bool = False

    @property
    def tekst(self) -> str:
        """All that stands on it, to search in and to read aloud."""
        return "\n".join((self.tittel, *(del_.tekst for del_ in self.deler)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Punkthjelp:
    """What a checkpoint is for, beside what its checklist says: why, what counts as proof, and an example."""

    hvorfor: str
    bevis: str
    eksempel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Omvisningsskritt:
    """One step of the tour: where, and the beginning of the name of what is pointed out; empty when nothing is."""

    tittel: str
    tekst: str
    sted: str
    navn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hjelp:
    """All of it. `feil` has a sentence for each of the kommune's own texts that cannot be used; ours stand there."""

    sider: Mapping[str, Hjelpeside]
    punkter: Mapping[str, Punkthjelp]
    omvisning: tuple[Omvisningsskritt, ...]
    feil: tuple[str, ...] = ()


def les_side(navn: str, tekst: str, *, er_egen: bool = False) -> Hjelpeside:
    """A page from its text: `# title` first, then `## headings`, `- points`, and paragraphs with a line between.

    Raises `ValueError` with what is wrong, in words.
    """
    foerste, _, resten = tekst.strip().partition("\n")
    if not foerste.startswith("# ") or not foerste[2:].strip():
        raise ValueError("siden må begynne med «# » og en tittel")
    deler = tuple(_deler(resten))
    if not deler:
        raise ValueError("siden er tom")
    return Hjelpeside(navn, foerste[2:].strip(), deler, er_egen)


def _deler(tekst: str) -> list[Hjelpedel]:
    deler: list[Hjelpedel] = []
    avsnitt: list[str] = []

    def avslutt() -> None:
        if avsnitt:
            deler.append(Hjelpedel("avsnitt", " ".join(avsnitt)))
            avsnitt.clear()

    for linje in (linje.strip() for linje in tekst.splitlines()):
        if linje.startswith(("## ", "- ")):
            avslutt()
            merke, _, innhold = linje.partition(" ")
            deler.append(Hjelpedel("overskrift" if merke == "##" else "punkt", innhold.strip()))
        elif linje:
            avsnitt.append(linje)
        else:
            avslutt()
    avslutt()
    return deler
