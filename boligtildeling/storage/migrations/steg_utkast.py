"""Version 0003, drafts: what users have typed and not saved, apart from the cases."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Builds the table, empty."""
    op.create_table(
        "utkast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("skjema", sa.String(), nullable=False),
        sa.Column("felter", sa.Text(), nullable=False),
        sa.Column("sett_versjon", sa.Integer(), nullable=True),
        sa.Column("skrevet_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["bruker"], ["bruker.navn"], name=op.f("fk_utkast_bruker")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_utkast_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utkast")),
    )
    for kolonne in ("bruker", "saksnummer"):
        op.create_index(op.f(f"ix_utkast_{kolonne}"), "utkast", [kolonne], unique=False)
