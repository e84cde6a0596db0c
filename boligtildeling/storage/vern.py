"""The triggers that hold what may only grow: which tables, and exactly how each trigger reads."""

from collections.abc import Iterator, Mapping

BARE_TILLEGG = ("hendelse", "hendelsesinnhold", "lesning", "kjedehode", "dokument", "sjekklisteutgave", "mappe")
"""The tables whose rows are never deleted, and never changed but as `_UNNTAK` says."""

_UNNTAK: Mapping[tuple[str, str], str] = {
    ("kjedehode", "UPDATE"): "NEW.kjede <> OLD.kjede OR NEW.antall <> OLD.antall + 1",
}
"""When a change is refused all the same: the head of a log moves on by one line at a time."""


def utloesere() -> Iterator[tuple[str, str, str]]:
    """Table, name and SQL of every trigger that must stand in the database."""
    for tabell in BARE_TILLEGG:
        for endring in ("UPDATE", "DELETE"):
            yield tabell, f"{tabell}_{endring.lower()}_nektes", _sql(tabell, endring)


def _sql(tabell: str, endring: str) -> str:
    naar = f"WHEN {_UNNTAK[tabell, endring]} " if (tabell, endring) in _UNNTAK else ""
    return (
        f"CREATE TRIGGER {tabell}_{endring.lower()}_nektes BEFORE {endring} ON {tabell} "
        f"{naar}BEGIN SELECT RAISE(ABORT, '{tabell} kan bare vokse'); END"
    )
