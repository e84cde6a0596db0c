"""Which documents a case has, which can be made, and what a saved copy is called."""

from boligtildeling.casework.views.dokumentslag import ALLTID, DOKUMENTER, GRUPPER, Dokumentslag
from boligtildeling.casework.views.saksformer import Dokumentrad, Saksvisning
from boligtildeling.domain.datoer import vis_tidspunkt

CHECKLISTS = tuple(navn for navn, d in DOKUMENTER.items() if d.kan_vaere_tom)


def notes(sak: Saksvisning) -> dict[str, str]:
    """To each document's name: when it was made, when it can be, or that it is shown as the case stands now."""
    kept = {d.navn: d for d in sak.dokumenter}
    return {navn: _note(kept, slag) for navn, slag in DOKUMENTER.items()}


def _note(kept: dict[str, Dokumentrad], slag: Dokumentslag) -> str:
    document = kept.get(slag.navn)
    if document is None:
        return "slik saken står nå" if slag.naar == ALLTID else slag.naar
    return f"laget {vis_tidspunkt(document.laget_tidspunkt)} av {document.laget_av}"


def title(navn: str) -> str:
    return DOKUMENTER[navn].tittel if navn in DOKUMENTER else navn


def heading(navn: str) -> str | None:
    """What the first document of a group stands under; None for the others."""
    return next((title for title, group in GRUPPER.items() if group[0].navn == navn), None)


def enclosures(sak: Saksvisning) -> list[tuple[str, str]]:
    return [
        (v.tittel, f"{'med fil' if v.har_fil else 'uten fil'}, {v.lagt_ved_av}, {vis_tidspunkt(v.lagt_ved_tidspunkt)}")
        for v in sak.vedlegg
    ]
