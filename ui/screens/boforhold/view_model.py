"""The tenancy in words."""

from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.datoer import vis_dato


def tenancy(sak: Saksvisning, t: Leieforholdsvisning) -> list[tuple[str, str]]:
    """Where the tenant lives, since when, until when, and for how much."""
    pairs = [("Begynte", vis_dato(t.begynt_dato))]
    if t.boligid is not None:
        pairs.append(("Bolig", f"{t.boligid}{f', {sak.bolig.adresse.paa_en_linje}' if sak.bolig else ''}"))
    if t.fra_dato is not None:
        end = f" til {vis_dato(t.til_dato)}" if t.til_dato else ", uten sluttdato"
        pairs.append(("Leietid", f"{vis_dato(t.fra_dato)}{end}"))
    if t.husleie is not None:
        pairs.append(("Husleie", f"{t.husleie} per måned"))
    if extended := [number for number in t.kontrakter if number != sak.saksnummer]:
        pairs.append(("Forlenget i sak", ", ".join(extended)))
    if t.opphoert_dato is not None:
        pairs.append(("Tok slutt", vis_dato(t.opphoert_dato)))
    return pairs
