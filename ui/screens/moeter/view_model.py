"""Meetings as rows."""

from boligtildeling.casework.boforhold.dagsorden import Ventende
from boligtildeling.casework.views.boforhold.moeter import Dagsordensak, Moetevisning
from boligtildeling.domain.datoer import vis_tall
from boligtildeling.domain.feltnavn import valgnavn

WAITING_COLUMNS = ("Sak", "Leier", "Restanse", "Skulle vært drøftet")
MEETING_COLUMNS = ("Nr.", "Dato", "Serie", "Møte", "Sted", "Saker", "Ført")
AGENDA_COLUMNS = ("Sak", "Leier", "Sosialtjenesten", "Konklusjon")


def waiting_row(v: Ventende) -> tuple[str, ...]:
    return (v.saksnummer, v.soeker, str(v.restanse), vis_tall(v.siden))


def meeting_row(m: Moetevisning) -> tuple[str, ...]:
    kept = sum(s.konklusjon is not None for s in m.saker)
    when = f"{vis_tall(m.dato)} kl. {m.klokkeslett}" if m.klokkeslett else vis_tall(m.dato)
    return (str(m.id), when, m.serie, valgnavn(m.type), m.sted, str(len(m.saker)), str(kept))


def agenda_row(s: Dagsordensak) -> tuple[str, ...]:
    ended = valgnavn(s.konklusjon) if s.konklusjon else "Ikke ført"
    return (s.saksnummer, s.soeker, "er ikke med" if s.uten_sosialtjenesten else "kan være med", ended)


def participants(m: Moetevisning) -> str:
    """Who takes part, and for whom."""
    return ", ".join(f"{d.navn} ({valgnavn(d.enhet).lower()})" for d in m.deltakere)
