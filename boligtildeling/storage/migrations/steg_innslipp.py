"""Version 0003, who is let in: whose password it is, and ties and stand-ins that nobody takes away again."""

import sqlalchemy as sa
from alembic import op

_UENDRET = {
    "tilknytning": "NEW.id <> OLD.id OR NEW.saksnummer <> OLD.saksnummer OR NEW.bruker <> OLD.bruker "
    "OR NEW.slag <> OLD.slag OR NEW.registrert_av <> OLD.registrert_av OR NEW.registrert_dato <> OLD.registrert_dato "
    "OR NEW.opphoert_dato IS NULL OR OLD.opphoert_dato IS NOT NULL AND (NEW.opphoert_dato <> OLD.opphoert_dato "
    "OR NEW.opphoert_av <> OLD.opphoert_av OR NEW.opphoert_grunn = OLD.opphoert_grunn)",
    "stedfortreder": "NEW.id <> OLD.id OR NEW.for_bruker <> OLD.for_bruker OR NEW.stedfortreder <> OLD.stedfortreder "
    "OR NEW.fra_dato <> OLD.fra_dato OR NEW.utpekt_av <> OLD.utpekt_av OR NEW.til_dato >= OLD.til_dato",
}


def oppgrader() -> None:
    """Adds the column and the triggers. Every password there is, counts as the user's own."""
    op.add_column("bruker", sa.Column("passord_satt_av", sa.String(), nullable=True))
    for tabell, uendret in _UENDRET.items():
        for endring, naar in (("UPDATE", f"WHEN {uendret} "), ("DELETE", "")):
            op.execute(
                f"CREATE TRIGGER {tabell}_{endring.lower()}_nektes BEFORE {endring} ON {tabell} "
                f"{naar}BEGIN SELECT RAISE(ABORT, '{tabell} kan bare vokse'); END"
            )
