"""Version 0003, arrears: what is taken in from files, and what is done about it."""

import sqlalchemy as sa
from alembic import op


def oppgrader() -> None:
    """Adds the tables; nothing is known of them from before."""
    _importer()
    _oppfoelging()
    _gjeld()
    _inndrivelse()


def _importer() -> None:
    op.create_table(
        "importprofil",
        sa.Column("navn", sa.String(), nullable=False),
        sa.Column("kolonner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("navn", name=op.f("pk_importprofil")),
    )
    op.create_table(
        "filimport",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("per_dato", sa.Date(), nullable=False),
        sa.Column("importert_av", sa.String(), nullable=False),
        sa.Column("importert_tidspunkt", sa.String(length=40), nullable=False),
        sa.Column("angret_dato", sa.Date(), nullable=True),
        sa.Column("angret_av", sa.String(), nullable=True),
        sa.Column("angret_grunn", sa.String(), nullable=True),
        sa.CheckConstraint("slag IN ('restanseliste','betalinger')", name=op.f("ck_filimport_slag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filimport")),
    )
    op.create_index(
        "uq_filimport_som_staar", "filimport", ["sha256"], unique=True, sqlite_where=sa.text("angret_dato IS NULL")
    )
    op.create_table(
        "importfeil",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("rad", sa.Integer(), nullable=False),
        sa.Column("grunn", sa.String(), nullable=False),
        sa.Column("innhold", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["filimport.id"], name=op.f("fk_importfeil_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_importfeil")),
    )
    op.create_index(op.f("ix_importfeil_import_id"), "importfeil", ["import_id"], unique=False)
    op.create_table(
        "restansepost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("rad", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("kid", sa.String(), nullable=False),
        sa.Column("beloep", sa.BigInteger(), nullable=False),
        sa.Column("forfall", sa.Date(), nullable=False),
        sa.Column("fakturanr", sa.String(), nullable=True),
        sa.CheckConstraint("beloep > 0", name=op.f("ck_restansepost_beloep")),
        sa.ForeignKeyConstraint(["import_id"], ["filimport.id"], name=op.f("fk_restansepost_import_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_restansepost_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restansepost")),
    )
    op.create_index(op.f("ix_restansepost_import_id"), "restansepost", ["import_id"], unique=False)
    op.create_index(op.f("ix_restansepost_saksnummer"), "restansepost", ["saksnummer"], unique=False)
    op.create_table(
        "bankbetaling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("rad", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("betaling_id", sa.Integer(), nullable=True),
        sa.Column("kid", sa.String(), nullable=True),
        sa.Column("beloep", sa.BigInteger(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("referanse", sa.String(), nullable=False),
        sa.Column("er_reversering", sa.Boolean(), nullable=False),
        sa.Column("betaler", sa.String(), nullable=True),
        sa.Column("melding", sa.String(), nullable=True),
        sa.Column("hvorfor_ikke", sa.String(), nullable=True),
        sa.Column("plassert_av", sa.String(), nullable=True),
        sa.Column("er_ute", sa.Boolean(), nullable=False),
        sa.CheckConstraint("beloep > 0", name=op.f("ck_bankbetaling_beloep")),
        sa.ForeignKeyConstraint(["betaling_id"], ["betaling.id"], name=op.f("fk_bankbetaling_betaling_id")),
        sa.ForeignKeyConstraint(["import_id"], ["filimport.id"], name=op.f("fk_bankbetaling_import_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_bankbetaling_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bankbetaling")),
        sa.UniqueConstraint("betaling_id", name=op.f("uq_bankbetaling_betaling_id")),
    )
    op.create_index(op.f("ix_bankbetaling_import_id"), "bankbetaling", ["import_id"], unique=False)
    op.create_index(op.f("ix_bankbetaling_saksnummer"), "bankbetaling", ["saksnummer"], unique=False)
    op.create_index(
        "uq_bankbetaling_som_staar", "bankbetaling", ["referanse"], unique=True, sqlite_where=sa.text("er_ute = 0")
    )


def _oppfoelging() -> None:
    op.create_table(
        "kontaktforsoek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("kanal", sa.String(), nullable=False),
        sa.Column("aktoer", sa.String(), nullable=False),
        sa.Column("fikk_svar", sa.Boolean(), nullable=False),
        sa.Column("referat", sa.String(), nullable=False),
        sa.Column("loggfoert_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_kontaktforsoek_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kontaktforsoek")),
    )
    op.create_index(op.f("ix_kontaktforsoek_saksnummer"), "kontaktforsoek", ["saksnummer"], unique=False)
    op.create_table(
        "nedbetalingsavtale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("inngaatt_dato", sa.Date(), nullable=False),
        sa.Column("beloep", sa.BigInteger(), nullable=False),
        sa.Column("rater", sa.Text(), nullable=False),
        sa.Column("inngaatt_av", sa.String(), nullable=False),
        sa.Column("avsluttet_dato", sa.Date(), nullable=True),
        sa.Column("avsluttet_grunn", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_nedbetalingsavtale_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nedbetalingsavtale")),
    )
    op.create_index(op.f("ix_nedbetalingsavtale_saksnummer"), "nedbetalingsavtale", ["saksnummer"], unique=False)
    op.create_table(
        "virkemiddel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("virkemiddel", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("valgt_dato", sa.Date(), nullable=False),
        sa.Column("grunn", sa.String(), nullable=False),
        sa.Column("hvorfor_ikke_mildere", sa.String(), nullable=True),
        sa.Column("grunnlag", sa.String(), nullable=True),
        sa.Column("grunnlag_dato", sa.Date(), nullable=True),
        sa.Column("valgt_av", sa.String(), nullable=False),
        sa.CheckConstraint(
            "status IN ('venteliste','i_gang','gjennomfoert','avsluttet')", name=op.f("ck_virkemiddel_status")
        ),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_virkemiddel_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_virkemiddel")),
    )
    op.create_index(op.f("ix_virkemiddel_saksnummer"), "virkemiddel", ["saksnummer"], unique=False)


def _gjeld() -> None:
    op.create_table(
        "garanti",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("garantist", sa.String(), nullable=False),
        sa.Column("beloep", sa.BigInteger(), nullable=False),
        sa.Column("vilkaar", sa.String(), nullable=False),
        sa.Column("gitt_dato", sa.Date(), nullable=False),
        sa.Column("til_dato", sa.Date(), nullable=True),
        sa.Column("utloest_dato", sa.Date(), nullable=True),
        sa.Column("utloest_beloep", sa.BigInteger(), nullable=True),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.CheckConstraint("beloep > 0", name=op.f("ck_garanti_beloep")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_garanti_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_garanti")),
    )
    op.create_index(op.f("ix_garanti_saksnummer"), "garanti", ["saksnummer"], unique=False)
    op.create_table(
        "gjeldsordning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("aapnet_dato", sa.Date(), nullable=True),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.CheckConstraint(
            "status IN ('soekt','aapnet','stadfestet','avsluttet')", name=op.f("ck_gjeldsordning_status")
        ),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_gjeldsordning_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gjeldsordning")),
    )
    op.create_index(op.f("ix_gjeldsordning_saksnummer"), "gjeldsordning", ["saksnummer"], unique=False)
    op.create_table(
        "reservasjon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("trukket_dato", sa.Date(), nullable=True),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_reservasjon_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reservasjon")),
    )
    op.create_index(op.f("ix_reservasjon_saksnummer"), "reservasjon", ["saksnummer"], unique=False)


def _inndrivelse() -> None:
    op.create_table(
        "leievarsel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("sendt_dato", sa.Date(), nullable=False),
        sa.Column("maate", sa.String(), nullable=False),
        sa.Column("frist", sa.Date(), nullable=True),
        sa.Column("gjelder", sa.String(), nullable=True),
        sa.Column("beloep", sa.BigInteger(), nullable=True),
        sa.Column("gebyr", sa.BigInteger(), nullable=False),
        sa.Column("leier_varslet_dato", sa.Date(), nullable=True),
        sa.Column("sendt_av", sa.String(), nullable=False),
        sa.CheckConstraint("gjelder IS NULL OR gjelder IN ('a','b')", name=op.f("ck_leievarsel_gjelder")),
        sa.CheckConstraint(
            "slag IN ('purring','inkassovarsel','varsel_4_18','varsel_9_11')", name=op.f("ck_leievarsel_slag")
        ),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_leievarsel_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leievarsel")),
    )
    op.create_index(op.f("ix_leievarsel_saksnummer"), "leievarsel", ["saksnummer"], unique=False)
    op.create_table(
        "oversendelse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("grunnlag", sa.String(), nullable=True),
        sa.Column("sendt_dato", sa.Date(), nullable=False),
        sa.Column("mottaker", sa.String(), nullable=False),
        sa.Column("beloep", sa.BigInteger(), nullable=True),
        sa.Column("sendt_av", sa.String(), nullable=False),
        sa.CheckConstraint("grunnlag IS NULL OR grunnlag IN ('a','b','c','d')", name=op.f("ck_oversendelse_grunnlag")),
        sa.CheckConstraint("slag IN ('inkasso','fravikelse')", name=op.f("ck_oversendelse_slag")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_oversendelse_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oversendelse")),
    )
    op.create_index(op.f("ix_oversendelse_saksnummer"), "oversendelse", ["saksnummer"], unique=False)
