"""Version 0003, begjæringer about eviction with the answers of phase 3, and complaints about a tenant."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the tables, empty."""
    op.create_table(
        "begjaering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("leier", sa.String(), nullable=True),
        sa.Column("partsnoekkel", sa.String(), nullable=True),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("saksoeker", sa.String(), nullable=False),
        sa.Column("saksoeker_navn", sa.String(), nullable=True),
        sa.Column("aarsak", sa.String(), nullable=False),
        sa.Column("krav", sa.BigInteger(), nullable=True),
        sa.Column("bydel", sa.String(), nullable=True),
        sa.Column("husstand", sa.Text(), nullable=False),
        sa.Column("aktiv_sosialsak", sa.Boolean(), nullable=True),
        sa.Column("krise", sa.String(), nullable=True),
        sa.Column("systemsvikt", sa.String(), nullable=True),
        sa.Column("tidligere", sa.Integer(), nullable=False),
        sa.Column("utkastelse_dato", sa.Date(), nullable=True),
        sa.Column("overstyring", sa.Text(), nullable=True),
        sa.Column("ansvarlig", sa.String(), nullable=False),
        sa.Column("utfall", sa.String(), nullable=True),
        sa.Column("utfall_dato", sa.Date(), nullable=True),
        sa.Column("etterevaluering", sa.Text(), nullable=True),
        sa.CheckConstraint("krav IS NULL OR krav >= 0", name=op.f("ck_begjaering_krav")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_begjaering_saksnummer")),
        sa.ForeignKeyConstraint(["ansvarlig"], ["bruker.navn"], name=op.f("fk_begjaering_ansvarlig")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_begjaering")),
    )
    op.create_index(op.f("ix_begjaering_mottatt_dato_id"), "begjaering", ["mottatt_dato", "id"], unique=False)
    op.create_index(op.f("ix_begjaering_saksnummer"), "begjaering", ["saksnummer"], unique=False)
    op.create_index(op.f("ix_begjaering_partsnoekkel"), "begjaering", ["partsnoekkel"], unique=False)
    op.create_table(
        "fase3svar",
        sa.Column("begjaering_id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("svar", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("merknad", sa.String(), nullable=True),
        sa.Column("besvart_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["begjaering_id"], ["begjaering.id"], name=op.f("fk_fase3svar_begjaering_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_fase3svar_saksnummer")),
        sa.PrimaryKeyConstraint("begjaering_id", "kode", name=op.f("pk_fase3svar")),
    )
    op.create_index(op.f("ix_fase3svar_saksnummer"), "fase3svar", ["saksnummer"], unique=False)
    _naboklage()


def _naboklage() -> None:
    op.create_table(
        "naboklage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("melder", sa.String(), nullable=True),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("hva", sa.String(), nullable=False),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.Column("avsluttet_dato", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_naboklage_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naboklage")),
    )
    op.create_index(op.f("ix_naboklage_saksnummer"), "naboklage", ["saksnummer"], unique=False)
    op.create_table(
        "naboklagehendelse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naboklage_id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("steg", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("gjort_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["naboklage_id"], ["naboklage.id"], name=op.f("fk_naboklagehendelse_naboklage_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_naboklagehendelse_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naboklagehendelse")),
    )
    op.create_index(op.f("ix_naboklagehendelse_naboklage_id"), "naboklagehendelse", ["naboklage_id"], unique=False)
    op.create_index(op.f("ix_naboklagehendelse_saksnummer"), "naboklagehendelse", ["saksnummer"], unique=False)
