"""Version 0003, the parties: the index of co-applicants has only the cases that have one."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Most cases have one applicant: with all the others in it, the index was never used, and every case was read."""
    op.drop_index("ix_sak_medpartsnoekkel", "sak")
    op.create_index(
        "ix_sak_medpartsnoekkel", "sak", ["medpartsnoekkel"], sqlite_where=sa.text("medpartsnoekkel IS NOT NULL")
    )
