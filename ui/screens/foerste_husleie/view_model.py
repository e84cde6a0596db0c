"""The first rent in words and rows."""

from boligtildeling.casework.views.saksformer import Betalingsvisning, Saksvisning
from boligtildeling.domain.datoer import vis_dato
from ui.words import choice

COLUMNS = ("Dato", "Beløp", "Hvordan", "KID", "Merknad")


def summary(sak: Saksvisning) -> list[tuple[str, str]]:
    """What is due, what is paid, what remains."""
    k = sak.kontrakt
    if k is None:
        return []
    pairs = [
        ("Første husleie", str(k.foerste_husleie.beloep)),
        ("Forfaller", vis_dato(k.foerste_husleie.forfall)),
        ("KID", k.kid),
        ("Betalt", str(k.betalt)),
        ("Gjenstår", str(k.gjenstaar)),
    ]
    if sak.boforhold_restanse:
        pairs.append(("Restanse i boforholdet", str(sak.boforhold_restanse)))
    return pairs


def verdict(sak: Saksvisning) -> str:
    k = sak.kontrakt
    if k is None:
        return "Kontrakten er ikke skrevet. Beløp og KID kommer når den er det."
    return "Første husleie er betalt." if not k.gjenstaar else f"{k.gjenstaar} må betales før nøkkelen utleveres."


def row(b: Betalingsvisning) -> tuple[str, ...]:
    remark = f"reverserer betaling {b.reverserer}" if b.reverserer else "reversert" if b.er_reversert else ""
    amount = f"−{b.beloep}" if b.reverserer else str(b.beloep)
    return (vis_dato(b.dato), amount, choice(b.kilde), b.kid or "", remark)
