"""Version 0002, access: functions, sign-in, ties that make someone inhabil, stand-ins."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the columns and tables. Every user of version 0001 goes on as before, with no function and no password."""
    op.add_column("bruker", sa.Column("funksjoner", sa.Text(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("bruker", sa.Column("os_navn", sa.String(), nullable=True))
    op.add_column("bruker", sa.Column("passord", sa.String(), nullable=True))
    op.add_column("bruker", sa.Column("er_aktiv", sa.Boolean(), nullable=False, server_default=sa.text("1")))
    op.create_index(op.f("ix_bruker_os_navn"), "bruker", ["os_navn"], unique=False)
    _tilknytning()
    _stedfortreder()
    op.create_table(
        "innloggingsforsoek",
        sa.Column("navn_hash", sa.String(), nullable=False),
        sa.Column("antall", sa.Integer(), nullable=False),
        sa.Column("neste_tidspunkt", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("navn_hash", name=op.f("pk_innloggingsforsoek")),
    )


def _tilknytning() -> None:
    op.create_table(
        "tilknytning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.Column("registrert_dato", sa.Date(), nullable=False),
        sa.Column("opphoert_grunn", sa.String(), nullable=True),
        sa.Column("opphoert_av", sa.String(), nullable=True),
        sa.Column("opphoert_dato", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_tilknytning_saksnummer")),
        sa.ForeignKeyConstraint(["bruker"], ["bruker.navn"], name=op.f("fk_tilknytning_bruker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tilknytning")),
    )
    op.create_index(op.f("ix_tilknytning_saksnummer"), "tilknytning", ["saksnummer"], unique=False)
    op.create_index(op.f("ix_tilknytning_bruker"), "tilknytning", ["bruker"], unique=False)


def _stedfortreder() -> None:
    op.create_table(
        "stedfortreder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("for_bruker", sa.String(), nullable=False),
        sa.Column("stedfortreder", sa.String(), nullable=False),
        sa.Column("fra_dato", sa.Date(), nullable=False),
        sa.Column("til_dato", sa.Date(), nullable=False),
        sa.Column("utpekt_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["for_bruker"], ["bruker.navn"], name=op.f("fk_stedfortreder_for_bruker")),
        sa.ForeignKeyConstraint(["stedfortreder"], ["bruker.navn"], name=op.f("fk_stedfortreder_stedfortreder")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stedfortreder")),
    )
    op.create_index(op.f("ix_stedfortreder_for_bruker"), "stedfortreder", ["for_bruker"], unique=False)
    op.create_index(op.f("ix_stedfortreder_stedfortreder"), "stedfortreder", ["stedfortreder"], unique=False)
