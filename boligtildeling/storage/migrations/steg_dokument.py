"""Documents keep the view they were made from; a decision keeps its warning and how it came to an end."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the columns, empty in every row that is there."""
    op.add_column("dokument", sa.Column("visning", sa.Text(), nullable=True))
    op.add_column("vedtak", sa.Column("varsel", sa.Text(), nullable=True))
    op.add_column("vedtak", sa.Column("opphevelse", sa.Text(), nullable=True))
