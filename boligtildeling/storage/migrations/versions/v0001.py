"""The first version: cases from søknad to key, history that only grows."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BARE_TILLEGG = ("hendelse", "lesning", "dokument", "sjekklisteutgave", "mappe")


def upgrade() -> None:
    """Creates every table, and the triggers that let history, readings and documents only grow."""
    _tabeller()
    for tabell in BARE_TILLEGG:
        for handling in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {tabell}_{handling.lower()}_nektes BEFORE {handling} ON {tabell} "
                f"BEGIN SELECT RAISE(ABORT, '{tabell} kan bare vokse'); END"
            )


def _tabeller() -> None:
    op.create_table(
        "bolig",
        sa.Column("boligid", sa.String(), nullable=False),
        sa.Column("versjon", sa.Integer(), nullable=False),
        sa.Column("adresse", sa.Text(), nullable=False),
        sa.Column("boligtype", sa.String(), nullable=False),
        sa.Column("antall_soverom", sa.Integer(), nullable=False),
        sa.Column("husleie", sa.BigInteger(), nullable=False),
        sa.Column("bruksenhetsnummer", sa.String(), nullable=True),
        sa.Column("bruksareal", sa.Integer(), nullable=True),
        sa.Column("disposisjonsform", sa.String(), nullable=False),
        sa.Column("rullestol", sa.Boolean(), nullable=False),
        sa.Column("heis", sa.Boolean(), nullable=False),
        sa.Column("trinnfri", sa.Boolean(), nullable=False),
        sa.Column("bydel", sa.String(), nullable=True),
        sa.Column("ledig_fra", sa.Date(), nullable=True),
        sa.CheckConstraint("husleie >= 0", name=op.f("ck_bolig_husleie")),
        sa.PrimaryKeyConstraint("boligid", name=op.f("pk_bolig")),
    )
    op.create_table(
        "bruker",
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("navn", sa.String(), nullable=False),
        sa.Column("rolle", sa.String(), nullable=False),
        sa.CheckConstraint(
            "rolle IN ('saksbehandler','teamleder','leser','administrator')", name=op.f("ck_bruker_rolle")
        ),
        sa.PrimaryKeyConstraint("navn", name=op.f("pk_bruker")),
        sa.UniqueConstraint("nummer", name=op.f("uq_bruker_nummer")),
    )
    op.create_table(
        "innstilling",
        sa.Column("navn", sa.String(), nullable=False),
        sa.Column("verdi", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("navn", name=op.f("pk_innstilling")),
    )
    op.create_table(
        "mappe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("opprettet_tidspunkt", sa.String(40), nullable=False),
        sa.CheckConstraint("slag IN ('virkelig','proeve','demo')", name=op.f("ck_mappe_slag")),
        sa.CheckConstraint("id = 1", name=op.f("ck_mappe_en_rad")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mappe")),
    )
    op.create_table(
        "sjekklisteutgave",
        sa.Column("versjon", sa.String(), nullable=False),
        sa.Column("tekster", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("versjon", name=op.f("pk_sjekklisteutgave")),
    )
    op.create_table(
        "sak",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("versjon", sa.Integer(), nullable=False),
        sa.Column("steg", sa.String(), nullable=False),
        sa.Column("neste_frist", sa.Date(), nullable=False),
        sa.Column("ansvarlig", sa.String(), nullable=False),
        sa.Column("soeker_navn", sa.String(), nullable=False),
        sa.Column("sorteringsnavn", sa.String(), nullable=False),
        sa.Column("er_skjermet", sa.Boolean(), nullable=False),
        sa.Column("ekstern_referanse", sa.String(), nullable=True),
        sa.Column("partsnoekkel", sa.String(), nullable=False),
        sa.Column("medpartsnoekkel", sa.String(), nullable=True),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("opprettet_av", sa.String(), nullable=False),
        sa.Column("opprettet_tidspunkt", sa.String(40), nullable=False),
        sa.Column("sjekkliste_versjon", sa.String(), nullable=False),
        sa.Column("soeknad", sa.Text(), nullable=False),
        sa.Column("kjennetegn", sa.Text(), nullable=False),
        sa.Column("oekonomiplan", sa.Text(), nullable=True),
        sa.Column("oppfoelgingsplan", sa.Text(), nullable=True),
        sa.Column("kontraktsvalg", sa.Text(), nullable=True),
        sa.Column("foreloepig_svar_dato", sa.Date(), nullable=True),
        sa.Column("paa_vent", sa.Text(), nullable=True),
        sa.Column("hasteloep", sa.Text(), nullable=True),
        sa.Column("avslutning", sa.Text(), nullable=True),
        sa.Column("midlertidige_botilbud", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "steg IN ('soeknad','kartlegging','vedtak','tildeling','kontrakt','noekkel','boforhold','avsluttet')",
            name=op.f("ck_sak_steg"),
        ),
        sa.ForeignKeyConstraint(["ansvarlig"], ["bruker.navn"], name=op.f("fk_sak_ansvarlig")),
        sa.ForeignKeyConstraint(
            ["sjekkliste_versjon"], ["sjekklisteutgave.versjon"], name=op.f("fk_sak_sjekkliste_versjon")
        ),
        sa.PrimaryKeyConstraint("saksnummer", name=op.f("pk_sak")),
        sa.UniqueConstraint("ekstern_referanse", name=op.f("uq_sak_ekstern_referanse")),
    )
    op.create_index(
        op.f("ix_sak_ansvarlig_neste_frist_saksnummer"), "sak", ["ansvarlig", "neste_frist", "saksnummer"], unique=False
    )
    op.create_index(op.f("ix_sak_neste_frist_saksnummer"), "sak", ["neste_frist", "saksnummer"], unique=False)
    op.create_index(op.f("ix_sak_partsnoekkel"), "sak", ["partsnoekkel"], unique=False)
    op.create_index(op.f("ix_sak_medpartsnoekkel"), "sak", ["medpartsnoekkel"], unique=False)
    op.create_index(op.f("ix_sak_sorteringsnavn"), "sak", ["sorteringsnavn"], unique=False)
    op.create_index(
        op.f("ix_sak_steg_neste_frist_saksnummer"), "sak", ["steg", "neste_frist", "saksnummer"], unique=False
    )
    op.create_table(
        "avvik",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("hva", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("grunn", sa.String(), nullable=False),
        sa.Column("registrert_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_avvik_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_avvik")),
    )
    op.create_index(op.f("ix_avvik_saksnummer"), "avvik", ["saksnummer"], unique=False)
    op.create_table(
        "dokument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("navn", sa.String(), nullable=False),
        sa.Column("tittel", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("innhold", sa.LargeBinary(), nullable=False),
        sa.Column("laget_av", sa.String(), nullable=False),
        sa.Column("laget_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_dokument_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dokument")),
    )
    op.create_index(op.f("ix_dokument_saksnummer"), "dokument", ["saksnummer"], unique=False)
    op.create_table(
        "hendelse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", sa.String(40), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("maskin", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("sak_versjon", sa.Integer(), nullable=True),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("hendelse", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("forrige_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_hendelse_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hendelse")),
    )
    op.create_index(op.f("ix_hendelse_saksnummer"), "hendelse", ["saksnummer"], unique=False)
    op.create_table(
        "kontrakt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("boligid", sa.String(), nullable=False),
        sa.Column("leiere", sa.Text(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("maaneder", sa.Integer(), nullable=True),
        sa.Column("er_kort", sa.Boolean(), nullable=False),
        sa.Column("fra_dato", sa.Date(), nullable=False),
        sa.Column("til_dato", sa.Date(), nullable=True),
        sa.Column("overtakelse_dato", sa.Date(), nullable=False),
        sa.Column("husleie", sa.BigInteger(), nullable=False),
        sa.Column("foerste_husleie", sa.BigInteger(), nullable=False),
        sa.Column("foerste_forfall", sa.Date(), nullable=False),
        sa.Column("kid", sa.String(), nullable=False),
        sa.Column("skrevet_tidspunkt", sa.String(40), nullable=False),
        sa.Column("signert", sa.Text(), nullable=False),
        sa.Column("annullert_grunn", sa.String(), nullable=True),
        sa.CheckConstraint("foerste_husleie <= husleie", name=op.f("ck_kontrakt_forskudd")),
        sa.CheckConstraint("til_dato IS NULL OR til_dato > fra_dato", name=op.f("ck_kontrakt_periode")),
        sa.ForeignKeyConstraint(["boligid"], ["bolig.boligid"], name=op.f("fk_kontrakt_boligid")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_kontrakt_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kontrakt")),
        sa.UniqueConstraint("kid", name=op.f("uq_kontrakt_kid")),
    )
    op.create_index(op.f("ix_kontrakt_boligid"), "kontrakt", ["boligid"], unique=False)
    op.create_index(op.f("ix_kontrakt_saksnummer"), "kontrakt", ["saksnummer"], unique=False)
    op.create_index(
        "uq_kontrakt_som_staar",
        "kontrakt",
        ["saksnummer"],
        unique=True,
        sqlite_where=sa.text("annullert_grunn IS NULL"),
        postgresql_where=sa.text("annullert_grunn IS NULL"),
    )
    op.create_table(
        "lesning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", sa.String(40), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("maskin", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("hva", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_lesning_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesning")),
    )
    op.create_index(op.f("ix_lesning_saksnummer"), "lesning", ["saksnummer"], unique=False)
    op.create_table(
        "notat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("skrevet_av", sa.String(), nullable=False),
        sa.Column("skrevet_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_notat_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notat")),
    )
    op.create_index(op.f("ix_notat_saksnummer"), "notat", ["saksnummer"], unique=False)
    op.create_table(
        "oppgave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=True),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("frist", sa.Date(), nullable=False),
        sa.Column("ansvarlig", sa.String(), nullable=False),
        sa.Column("er_ferdig", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_oppgave_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oppgave")),
    )
    op.create_index(op.f("ix_oppgave_saksnummer"), "oppgave", ["saksnummer"], unique=False)
    op.create_table(
        "soekeord",
        sa.Column("ord", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_soekeord_saksnummer")),
        sa.PrimaryKeyConstraint("ord", "saksnummer", name=op.f("pk_soekeord")),
    )
    op.create_index(op.f("ix_soekeord_saksnummer"), "soekeord", ["saksnummer"], unique=False)
    op.create_table(
        "svar",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("innhold", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_svar_saksnummer")),
        sa.PrimaryKeyConstraint("saksnummer", "kode", name=op.f("pk_svar")),
    )
    op.create_table(
        "tilbud",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("boligid", sa.String(), nullable=False),
        sa.Column("frist", sa.Date(), nullable=False),
        sa.Column("avvik", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tilbudt_dato", sa.Date(), nullable=False),
        sa.Column("svar_dato", sa.Date(), nullable=True),
        sa.Column("grunn", sa.String(), nullable=True),
        sa.CheckConstraint("status IN ('tilbudt','ja','nei','trukket')", name=op.f("ck_tilbud_status")),
        sa.ForeignKeyConstraint(["boligid"], ["bolig.boligid"], name=op.f("fk_tilbud_boligid")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_tilbud_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tilbud")),
    )
    op.create_index(op.f("ix_tilbud_boligid"), "tilbud", ["boligid"], unique=False)
    op.create_index(op.f("ix_tilbud_saksnummer"), "tilbud", ["saksnummer"], unique=False)
    op.create_table(
        "tilgang",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("gitt_av", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["bruker"], ["bruker.navn"], name=op.f("fk_tilgang_bruker")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_tilgang_saksnummer")),
        sa.PrimaryKeyConstraint("saksnummer", "bruker", name=op.f("pk_tilgang")),
    )
    op.create_table(
        "unntak",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("grunn", sa.String(), nullable=False),
        sa.Column("gitt_av", sa.String(), nullable=False),
        sa.Column("gitt_dato", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_unntak_saksnummer")),
        sa.PrimaryKeyConstraint("saksnummer", "kode", name=op.f("pk_unntak")),
    )
    op.create_table(
        "vedlegg",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("tittel", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("innhold", sa.LargeBinary(), nullable=True),
        sa.Column("lagt_ved_av", sa.String(), nullable=False),
        sa.Column("lagt_ved_tidspunkt", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_vedlegg_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vedlegg")),
    )
    op.create_index(op.f("ix_vedlegg_saksnummer"), "vedlegg", ["saksnummer"], unique=False)
    op.create_table(
        "vedtak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("innhold", sa.Text(), nullable=False),
        sa.Column("forfattere", sa.Text(), nullable=False),
        sa.Column("returgrunner", sa.Text(), nullable=False),
        sa.Column("kontrollert", sa.Text(), nullable=False),
        sa.Column("godkjent_av", sa.String(), nullable=True),
        sa.Column("godkjent_tidspunkt", sa.String(40), nullable=True),
        sa.Column("sendt_dato", sa.Date(), nullable=True),
        sa.Column("sendt_av", sa.String(), nullable=True),
        sa.Column("maate", sa.String(), nullable=True),
        sa.Column("vilkaarskontroll", sa.Text(), nullable=False),
        sa.Column("oppfoelging_ved_sending", sa.Boolean(), nullable=False),
        sa.Column("kontraktsvalg_ved_sending", sa.Text(), nullable=True),
        sa.CheckConstraint("status <> 'sendt' OR sendt_dato IS NOT NULL", name=op.f("ck_vedtak_sendt")),
        sa.CheckConstraint(
            "status IN ('utkast','til_godkjenning','godkjent','sendt','omgjort','bortfalt')",
            name=op.f("ck_vedtak_status"),
        ),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_vedtak_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vedtak")),
        sa.UniqueConstraint("saksnummer", "nummer", name=op.f("uq_vedtak_saksnummer_nummer")),
    )
    op.create_index(op.f("ix_vedtak_saksnummer"), "vedtak", ["saksnummer"], unique=False)
    op.create_table(
        "betaling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kontrakt_id", sa.Integer(), nullable=False),
        sa.Column("beloep", sa.BigInteger(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("kilde", sa.String(), nullable=False),
        sa.Column("kid", sa.String(), nullable=True),
        sa.Column("reverserer", sa.Integer(), nullable=True),
        sa.CheckConstraint("beloep > 0", name=op.f("ck_betaling_beloep")),
        sa.ForeignKeyConstraint(["kontrakt_id"], ["kontrakt.id"], name=op.f("fk_betaling_kontrakt_id")),
        sa.ForeignKeyConstraint(["reverserer"], ["betaling.id"], name=op.f("fk_betaling_reverserer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betaling")),
        sa.UniqueConstraint("reverserer", name=op.f("uq_betaling_reverserer")),
    )
    op.create_index(op.f("ix_betaling_kontrakt_id"), "betaling", ["kontrakt_id"], unique=False)
    op.create_table(
        "noekkelutlevering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("kontrakt_id", sa.Integer(), nullable=True),
        sa.Column("tidspunkt", sa.String(40), nullable=False),
        sa.Column("mottaker", sa.String(), nullable=False),
        sa.Column("noekler", sa.Text(), nullable=False),
        sa.Column("legitimasjon", sa.String(), nullable=False),
        sa.Column("fullmakt", sa.String(), nullable=True),
        sa.Column("utlevert_av", sa.String(), nullable=False),
        sa.Column("er_avvik", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["kontrakt_id"], ["kontrakt.id"], name=op.f("fk_noekkelutlevering_kontrakt_id")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_noekkelutlevering_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_noekkelutlevering")),
        sa.UniqueConstraint("kontrakt_id", name=op.f("uq_noekkelutlevering_kontrakt_id")),
        sa.UniqueConstraint("saksnummer", name=op.f("uq_noekkelutlevering_saksnummer")),
    )
