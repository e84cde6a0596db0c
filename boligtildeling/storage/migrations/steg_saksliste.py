"""Version 0003, the work list: users in teams, and leases found by their KID."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the team, of which nobody is a part yet, and lets every KID find its case."""
    op.add_column("bruker", sa.Column("team", sa.String(), nullable=True))
    op.create_index(op.f("ix_bruker_team"), "bruker", ["team"], unique=False)
    op.execute("INSERT OR IGNORE INTO soekeord (ord, saksnummer) SELECT kid, saksnummer FROM kontrakt")
