"""Version 0003, the envelope: users with keys, dwellings that hide which they are, and dwellings that are held back."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the columns and tables. No case has an envelope yet: the first who works on it puts its dwelling in one."""
    op.add_column("bruker", sa.Column("offentlig_noekkel", sa.LargeBinary(), nullable=True))
    op.add_column("bolig", sa.Column("er_skjermet", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.create_table(
        "tilbakehold",
        sa.Column("laas", sa.String(), nullable=False),
        sa.Column("boligid", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("til_koden", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["boligid"], ["bolig.boligid"], name=op.f("fk_tilbakehold_boligid")),
        sa.PrimaryKeyConstraint("laas", name=op.f("pk_tilbakehold")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tilbakehold_boligid"), "tilbakehold", ["boligid"], unique=False)
    op.create_table(
        "konvolutt",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("innhold", sa.LargeBinary(), nullable=False),
        sa.Column("til_koden", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_konvolutt_saksnummer")),
        sa.PrimaryKeyConstraint("saksnummer", name=op.f("pk_konvolutt")),
    )
    op.create_table(
        "konvoluttsegl",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("til", sa.LargeBinary(), nullable=False),
        sa.Column("forseglet", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["konvolutt.saksnummer"], name=op.f("fk_konvoluttsegl_saksnummer")),
        sa.ForeignKeyConstraint(["bruker"], ["bruker.navn"], name=op.f("fk_konvoluttsegl_bruker")),
        sa.PrimaryKeyConstraint("saksnummer", "bruker", name=op.f("pk_konvoluttsegl")),
    )
