"""A package as rows: every piece with its place, and whether it is taken out."""

from collections.abc import Sequence

from boligtildeling.casework.views.innsyn import Innsynsvisning
from boligtildeling.domain.datoer import vis_dato
from ui.words import choice

COLUMNS = ("Sak", "Del", "Opplysning", "Det som står", "Fjernet")


def rows(p: Innsynsvisning) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The place of each piece, and its row."""
    removed = {f.sted: f for f in p.fjerninger if f.lagt_tilbake_av is None}
    found = []
    for case in p.innhold:
        for part in case.avsnitt:
            for piece in part.opplysninger:
                f = removed.get(piece.sted)
                mark = (
                    ""
                    if f is None
                    else f"{'en del, ' if f.er_del else ''}{f.hjemmel}{', alltid' if f.er_vernet else ''}"
                )
                text = " ".join(piece.verdi.split())
                found.append((piece.sted, (case.saksnummer, part.tittel, piece.etikett, text, mark)))
    return found


def state(p: Innsynsvisning | None) -> str:
    """What there is, in a sentence."""
    if p is None:
        return "Det er ikke laget noen innsynspakke i denne saken."
    about = f"Pakke {p.id} for {choice(p.part).lower()}, laget {vis_dato(p.laget_tidspunkt.date())} av {p.laget_av}."
    if p.status == "frigitt" and p.frigitt_tidspunkt is not None:
        return f"{about} Frigitt {vis_dato(p.frigitt_tidspunkt.date())} av {p.frigitt_av}, dokument {p.dokument}."
    if p.status == "kassert":
        return f"{about} Utkastet er kassert etter planen."
    taken = sum(f.lagt_tilbake_av is None for f in p.fjerninger)
    return f"{about} Utkast: {taken} opplysninger er tatt ut."
