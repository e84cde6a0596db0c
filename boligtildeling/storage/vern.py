"""The triggers that hold what may only grow: which tables, and exactly how each trigger reads."""

from collections.abc import Iterator, Mapping

BARE_TILLEGG = (
    *("hendelse", "hendelsesinnhold", "lesning", "kjedehode", "dokument", "sjekklisteutgave", "mappe"),
    *("skjermingsnoekkel", "skjerming", "skjermet_sted", "lesegjennomgang", "kassasjon"),
    *("tilknytning", "stedfortreder"),
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
    ("tilknytning", "UPDATE"): "NEW.id <> OLD.id OR NEW.saksnummer <> OLD.saksnummer OR NEW.bruker <> OLD.bruker "
    "OR NEW.slag <> OLD.slag OR NEW.registrert_av <> OLD.registrert_av OR NEW.registrert_dato <> OLD.registrert_dato "
    "OR NEW.opphoert_dato IS NULL OR OLD.opphoert_dato IS NOT NULL AND (NEW.opphoert_dato <> OLD.opphoert_dato "
    "OR NEW.opphoert_av <> OLD.opphoert_av OR NEW.opphoert_grunn = OLD.opphoert_grunn)",
    ("stedfortreder", "UPDATE"): "NEW.id <> OLD.id OR NEW.for_bruker <> OLD.for_bruker "
    "OR NEW.stedfortreder <> OLD.stedfortreder OR NEW.fra_dato <> OLD.fra_dato OR NEW.utpekt_av <> OLD.utpekt_av "
    "OR NEW.til_dato >= OLD.til_dato",
}
"""When a change is refused all the same. The head of a log moves on by one line at a time; the content of a line, or
of a document, is replaced only when it is shielded, and its trace is left as it was. Readings go only from the
beginning of their log, when they are disposed of by the plan. A tie ends once, and the reason can be shielded; a
stand-in's time is made shorter, never longer."""


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
