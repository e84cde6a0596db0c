"""How it stands with the backup copies, in words: for the status line and for their own screen."""

from collections.abc import Mapping
from datetime import date, datetime

from boligtildeling.casework.views.sikkerhetskopi import Innhold, Kopirad, Kopistatus
from boligtildeling.domain.datoer import vis_dato, vis_tidspunkt

WHY: Mapping[str, str] = {
    "daglig": "den daglige",
    "bestilt": "noen ba om den",
    "foer-oppgradering": "før programmet ble oppgradert",
    "foer-gjenoppretting": "før en kopi ble tatt i bruk",
    "etter-noekkelbytte": "etter at nøkkelen eller koden ble endret",
}
COUNTED: Mapping[str, str] = {"saker": "Saker", "hendelser": "Linjer i historikken", "dokumenter": "Dokumenter"}


def in_status_line(status: Kopistatus, today: date) -> str:
    """One short sentence; begins with a warning sign when someone should do something."""
    if status.siste is None:
        return "⚠ Ingen sikkerhetskopi"
    if status.er_gammel:
        return f"⚠ Siste sikkerhetskopi er fra {vis_dato(status.siste.date())}"
    when = "i dag" if status.siste.date() == today else vis_dato(status.siste.date())
    if status.mangler is not None:
        return f"⚠ Sikkerhetskopi {when}, men ikke på det andre stedet"
    return f"Sikkerhetskopi {when}"


def is_warning(status: Kopistatus) -> bool:
    return status.er_gammel or status.mangler is not None


def facts(status: Kopistatus) -> list[tuple[str, str]]:
    """The status as pairs of what and how."""
    pairs = [("Siste gode kopi", _when(status.siste))]
    if status.annet_sted is None:
        return [*pairs, ("Et annet sted", "ikke valgt. Velg en mappe under Innstillinger og brukere.")]
    where = [("Et annet sted", str(status.annet_sted)), ("Siste kopi der", _when(status.annet_sted_siste))]
    return [*pairs, *where]


def problems(status: Kopistatus) -> tuple[str, ...]:
    """What someone should do something about, a sentence for each."""
    old = "Den siste kopien er gammel. Ta en kopi nå, og si fra til IT." if status.er_gammel else None
    return tuple(sentence for sentence in (old, status.mangler) if sentence is not None)


def row(copy: Kopirad) -> tuple[str, ...]:
    """A copy in the list."""
    counts = copy.innhold.antall or {}
    numbers = (str(counts.get(what, "")) for what in COUNTED)
    return (vis_tidspunkt(copy.tidspunkt), WHY.get(copy.slag, copy.slag), *numbers, last_act(copy.innhold))


def compared(now: Innhold, copy: Innhold) -> list[tuple[str, str, str]]:
    """What the database and the copy hold, side by side."""
    counts = [
        (title, str((now.antall or {}).get(what, "kan ikke leses")), str((copy.antall or {}).get(what, "")))
        for what, title in COUNTED.items()
    ]
    return [*counts, ("Sist noe ble gjort", last_act(now), last_act(copy))]


def last_act(content: Innhold) -> str:
    if content.siste_hendelse is None:
        return "kan ikke leses" if content.antall is None else "aldri"
    return vis_tidspunkt(datetime.fromisoformat(content.siste_hendelse))


def _when(instant: datetime | None) -> str:
    return "ingen" if instant is None else vis_tidspunkt(instant)
