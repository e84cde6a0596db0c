"""The key in words, and what the form for handing it over starts with."""

from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.datoer import vis_dato, vis_tidspunkt
from boligtildeling.domain.kontrakt import LEGITIMASJON, Noekkel

USUAL_KEYS = 2


def suggested_keys(sak: Saksvisning) -> tuple[Noekkel, ...]:
    """One kind of key, named after the dwelling; none when an envelope hides which dwelling it is."""
    merke = f"{sak.kontrakt.boligid}-1" if sak.kontrakt is not None and sak.konvolutt is None else ""
    return (Noekkel(merke=merke, antall=USUAL_KEYS),) if merke else ()


def delivered(sak: Saksvisning) -> list[tuple[str, str]]:
    """What was handed over; empty while nothing is."""
    u = sak.utlevering
    if u is None:
        return []
    keys = ", ".join(f"{n.antall} stk. {n.merke}" for n in u.noekler)
    pairs = [
        ("Utlevert", vis_tidspunkt(u.tidspunkt)),
        ("Til", u.mottaker),
        ("Nøkler", keys),
        ("Identitet", LEGITIMASJON.get(u.legitimasjon, u.legitimasjon)),
        ("Av", u.utlevert_av),
        ("Avvik", "Utlevert utenom programmet, etterregistrert" if u.er_avvik else ""),
    ]
    return [(what, value) for what, value in pairs if value]


def takeover(sak: Saksvisning) -> str:
    if sak.kontrakt is None:
        return "Kontrakten er ikke skrevet ennå."
    return f"Avtalt overtakelse er {vis_dato(sak.kontrakt.overtakelse_dato)}."
