"""The triggers that hold what may only grow: which tables, and exactly how each trigger reads."""

from collections.abc import Iterator, Mapping

BARE_TILLEGG = (
    *("hendelse", "hendelsesinnhold", "lesning", "kjedehode", "dokument", "sjekklisteutgave", "mappe"),
    *("skjermingsnoekkel", "skjerming", "skjermet_sted", "lesegjennomgang", "kassasjon"),
)
"""The tables whose rows are neither changed nor deleted but as `_UNNTAK` says."""

_UNNTAK: Mapping[tuple[str, str], str] = {
    ("kjedehode", "UPDATE"): "NEW.kjede <> OLD.kjede OR NEW.antall <> OLD.antall + 1",
    ("lesning", "DELETE"): "NOT EXISTS (SELECT 1 FROM kassasjon WHERE slag = 'lesninger' AND til_nummer >= OLD.id)",
    ("hendelsesinnhold", "UPDATE"): "NEW.hendelse <> OLD.hendelse OR NEW.salt = OLD.salt OR NOT EXISTS (SELECT 1 "
    "FROM skjermet_sted WHERE tabell = 'hendelsesinnhold' AND rad = OLD.hendelse AND salt = NEW.salt)",
    ("dokument", "UPDATE"): "NEW.id <> OLD.id OR NEW.saksnummer <> OLD.saksnummer OR NEW.navn <> OLD.navn "
    "OR NEW.sha256 <> OLD.sha256 OR NEW.laget_av <> OLD.laget_av OR NEW.laget_tidspunkt <> OLD.laget_tidspunkt "
    "OR NOT EXISTS (SELECT 1 FROM skjermet_sted WHERE tabell = 'dokument' AND rad = OLD.id)",
}
"""When a change is refused all the same. The head of a log moves on by one line at a time; the content of a line, or
of a document, is replaced only when it is shielded, and its trace is left as it was. Readings go only from the
beginning of their log, when they are disposed of by the plan."""


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
