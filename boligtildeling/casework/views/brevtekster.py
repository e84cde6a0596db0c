"""The fixed texts of the letters as they ship, with the kommune's own beside them."""

from dataclasses import dataclass

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.casework.visning import visning
from boligtildeling.domain.feil import Inputfeil, Ugyldig
from boligtildeling.domain.tilgang import ALLE, Adgang


@dataclass(frozen=True, slots=True, kw_only=True)
class Brevtekst:
    """One text: `egen` stands in its place when there is one, unless `feil` says why it cannot."""

    noekkel: str
    vaar: str
    egen: str | None
    feil: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brevfil:
    """A letter file; a file of the same name in the folder `tekster` of the data folder is laid over it."""

    fil: str
    tekster: tuple[Brevtekst, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brevtekster:
    """The files asked for, and every fault in the kommune's own texts, also in files that were not asked for."""

    filer: tuple[Brevfil, ...]
    feil: tuple[str, ...]


def brevtekster(arbeid: Arbeid, brev: str | None = None) -> Brevtekster:
    """Every letter file, or those of one letter. Raises `Ugyldig` for a letter that there is none of."""
    dokumenter = arbeid.rammer.dokumenter
    alle = dokumenter.brevtekster()
    valgt = [fil for fil in alle if brev is None or fil.partition(".")[0] == brev]
    if not valgt:
        navn = ", ".join(dict.fromkeys(fil.partition(".")[0] for fil in alle))
        raise Ugyldig(Inputfeil("/brev", f"Brevet finnes ikke. Velg en av: {navn}."))
    filer = (Brevfil(fil=fil, tekster=tuple(som(Brevtekst, rad) for rad in alle[fil])) for fil in valgt)
    return Brevtekster(filer=tuple(filer), feil=dokumenter.feil_i_egne_tekster())


BREVTEKSTER = visning("brevtekster", "Brevtekstene, og kommunens egne ved siden av", brevtekster, adgang=Adgang(ALLE))
