"""The reports by name: what there is, and one of them for a period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.rapporter.begjaeringer import begjaeringsrapport, maalrapport
from boligtildeling.casework.views.rapporter.boliger import ledige_boliger
from boligtildeling.casework.views.rapporter.celler import som_csv
from boligtildeling.casework.views.rapporter.form import Rapport
from boligtildeling.casework.views.rapporter.form import til_deling as _til_deling
from boligtildeling.casework.views.rapporter.kilden import kilden
from boligtildeling.casework.views.rapporter.kostra import kostra
from boligtildeling.casework.views.rapporter.saksgang import korte_kontrakter, unntak_og_avvik, ventetid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.feil import Bruksfeil, Inputfeil, Ugyldig

Lager = Callable[[Arbeid, date, date], Rapport]


@dataclass(frozen=True, slots=True)
class Rapportslag:
    """A report: its name on the command line, its title, and whether it is about a period."""

    navn: str
    tittel: str
    har_periode: bool


_RAPPORTER: Mapping[str, tuple[Rapportslag, Lager]] = {
    slag.navn: (slag, lag)
    for slag, lag in (
        (Rapportslag("begjaeringer", "Begjæringer om utkastelse", True), begjaeringsrapport),
        (Rapportslag("maal", "Mål for færre utkastelser", True), maalrapport),
        (Rapportslag("ventetid", "Tid fra søknad til bolig", True), ventetid),
        (Rapportslag("korte-kontrakter", "Korte kontrakter og grunnene til dem", True), korte_kontrakter),
        (Rapportslag("unntak", "Unntak og avvik", True), unntak_og_avvik),
        (Rapportslag("ledige-boliger", "Ledige boliger", False), ledige_boliger),
        (Rapportslag("kostra", "Tall til KOSTRA", True), kostra),
        (Rapportslag("kilden-2005", "Kollegavurderingen 2005", False), kilden),
    )
}


def rapportslag() -> tuple[Rapportslag, ...]:
    """Every report there is."""
    return tuple(slag for slag, _ in _RAPPORTER.values())


def rapport(
    arbeid: Arbeid,
    navn: str,
    fra: date | None = None,
    til: date | None = None,
    til_deling: bool = False,
) -> Rapport:
    """One report, for this year so far when no period is given; as others may have it when it is to be shared.

    Raises `Bruksfeil` for a name that there is none of, `Ugyldig` for a period that ends before it begins.
    """
    if navn not in _RAPPORTER:
        raise Bruksfeil(f"Rapporten finnes ikke. Velg en av: {', '.join(_RAPPORTER)}.")
    slutt = til or arbeid.i_dag
    start = fra or date(slutt.year, 1, 1)
    if start > slutt:
        raise Ugyldig(Inputfeil("/til", "Perioden slutter før den begynner."))
    laget = _RAPPORTER[navn][1](arbeid, start, slutt)
    return _til_deling(laget) if til_deling else laget


def rapportfil(
    arbeid: Arbeid,
    navn: str,
    form: Literal["pdf", "csv"],
    fra: date | None = None,
    til: date | None = None,
    til_deling: bool = False,
) -> bytes:
    """The report as a file: a PDF that can be read aloud, or a table for a spreadsheet. Raises as `rapport` does."""
    laget = rapport(arbeid, navn, fra, til, til_deling)
    if form == "csv":
        return som_csv(laget)
    avsender = arbeid.innstillinger()["kommune"] or ""
    return arbeid.rammer.dokumenter.rapport(laget, avsender, arbeid.rammer.er_proeve)


RAPPORT = visning("rapport", "Rapport", rapport)
RAPPORTFIL = visning("rapportfil", "Rapport som fil", rapportfil)
