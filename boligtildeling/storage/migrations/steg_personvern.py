"""Version 0002, privacy: what is shielded, who looked at readings, what was disposed of, access to one's own case."""

import sqlalchemy as sa
from alembic import op


def tabeller() -> None:
    """Builds the tables, empty."""
    _skjerming()
    _lesegjennomgang()
    _kassasjon()
    _innsyn()


def _skjerming() -> None:
    op.create_table(
        "skjermingsnoekkel",
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("offentlig", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("leders_del", sa.LargeBinary(), nullable=False),
        sa.Column("arkivets_del", sa.LargeBinary(), nullable=False),
        sa.Column("arkivansvarlig", sa.String(), nullable=False),
        sa.Column("laget_av", sa.String(), nullable=False),
        sa.Column("laget_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["arkivansvarlig"], ["bruker.navn"], name=op.f("fk_skjermingsnoekkel_arkivansvarlig")),
        sa.ForeignKeyConstraint(["laget_av"], ["bruker.navn"], name=op.f("fk_skjermingsnoekkel_laget_av")),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_skjermingsnoekkel")),
    )
    op.create_table(
        "skjerming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("noekkel", sa.Integer(), nullable=False),
        sa.Column("hvor", sa.String(), nullable=False),
        sa.Column("forseglet", sa.LargeBinary(), nullable=False),
        sa.Column("skjermet_av", sa.String(), nullable=False),
        sa.Column("skjermet_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["noekkel"], ["skjermingsnoekkel.nummer"], name=op.f("fk_skjerming_noekkel")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_skjerming_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skjerming")),
    )
    op.create_index(op.f("ix_skjerming_saksnummer"), "skjerming", ["saksnummer"], unique=False)
    op.create_table(
        "skjermet_sted",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("skjerming", sa.Integer(), nullable=False),
        sa.Column("tabell", sa.String(), nullable=False),
        sa.Column("rad", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("avtrykk", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["skjerming"], ["skjerming.id"], name=op.f("fk_skjermet_sted_skjerming")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skjermet_sted")),
    )
    op.create_index(op.f("ix_skjermet_sted_tabell_rad"), "skjermet_sted", ["tabell", "rad"], unique=False)


def _lesegjennomgang() -> None:
    op.create_table(
        "ansattopplysning",
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("fornavn", sa.String(), nullable=False),
        sa.Column("etternavn", sa.String(), nullable=False),
        sa.Column("foedselsdato", sa.Date(), nullable=True),
        sa.Column("adresse", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["bruker"], ["bruker.navn"], name=op.f("fk_ansattopplysning_bruker")),
        sa.PrimaryKeyConstraint("bruker", name=op.f("pk_ansattopplysning")),
    )
    op.create_table(
        "lesegjennomgang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesning", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("leser", sa.String(), nullable=False),
        sa.Column("lest_tidspunkt", sa.String(40), nullable=False),
        sa.Column("hva", sa.String(), nullable=False),
        sa.Column("flagg", sa.Text(), nullable=False),
        sa.Column("konklusjon", sa.String(), nullable=False),
        sa.Column("gjennomgaatt_av", sa.String(), nullable=False),
        sa.Column("gjennomgaatt_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_lesegjennomgang_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesegjennomgang")),
    )
    for kolonne in ("lesning", "saksnummer"):
        op.create_index(op.f(f"ix_lesegjennomgang_{kolonne}"), "lesegjennomgang", [kolonne], unique=False)


def _kassasjon() -> None:
    op.create_table(
        "kassasjon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("antall", sa.Integer(), nullable=False),
        sa.Column("fra_dato", sa.Date(), nullable=False),
        sa.Column("til_dato", sa.Date(), nullable=False),
        sa.Column("til_nummer", sa.Integer(), nullable=False),
        sa.Column("siste_hash", sa.String(), nullable=False),
        sa.Column("kassert_av", sa.String(), nullable=False),
        sa.Column("kassert_tidspunkt", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kassasjon")),
    )


def _innsyn() -> None:
    op.create_table(
        "innsynspakke",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("saker", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("innhold", sa.Text(), nullable=True),
        sa.Column("laget_av", sa.String(), nullable=False),
        sa.Column("laget_tidspunkt", sa.String(40), nullable=False),
        sa.Column("frigitt_av", sa.String(), nullable=True),
        sa.Column("frigitt_tidspunkt", sa.String(40), nullable=True),
        sa.Column("dokument", sa.Integer(), nullable=True),
        sa.CheckConstraint("status IN ('utkast','frigitt','kassert')", name=op.f("ck_innsynspakke_status")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_innsynspakke_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_innsynspakke")),
    )
    op.create_index(op.f("ix_innsynspakke_saksnummer"), "innsynspakke", ["saksnummer"], unique=False)
    op.create_table(
        "innsynsfjerning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("pakke", sa.Integer(), nullable=False),
        sa.Column("sted", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=True),
        sa.Column("grunn", sa.String(), nullable=False),
        sa.Column("hjemmel", sa.String(), nullable=False),
        sa.Column("er_forslag", sa.Boolean(), nullable=False),
        sa.Column("er_vernet", sa.Boolean(), nullable=False),
        sa.Column("fjernet_av", sa.String(), nullable=False),
        sa.Column("fjernet_tidspunkt", sa.String(40), nullable=False),
        sa.Column("lagt_tilbake_av", sa.String(), nullable=True),
        sa.Column("lagt_tilbake_tidspunkt", sa.String(40), nullable=True),
        sa.Column("lagt_tilbake_grunn", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["pakke"], ["innsynspakke.id"], name=op.f("fk_innsynsfjerning_pakke")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_innsynsfjerning_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_innsynsfjerning")),
    )
    for kolonne in ("saksnummer", "pakke"):
        op.create_index(op.f(f"ix_innsynsfjerning_{kolonne}"), "innsynsfjerning", [kolonne], unique=False)
