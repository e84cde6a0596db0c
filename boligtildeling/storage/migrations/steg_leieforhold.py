"""Version 0003, the tenancy: one for every case where the key has been handed over."""

from json import loads

import sqlalchemy as sa
from alembic import op

_UTE = frozenset({"flyttet", "doed", "bortfalt", "omgjort_etter_klage"})
"""The endings after which nobody of the case lives in the dwelling."""


def oppgrader() -> None:
    """Adds the tables, and a tenancy to the cases that have come so far."""
    op.create_table(
        "leieforhold",
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("begynt_dato", sa.Date(), nullable=False),
        sa.Column("opphoert_dato", sa.Date(), nullable=True),
        sa.Column("utloep", sa.Text(), nullable=True),
        sa.Column("oppsigelse", sa.Text(), nullable=True),
        sa.Column("utflytting", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "opphoert_dato IS NULL OR opphoert_dato >= begynt_dato", name=op.f("ck_leieforhold_periode")
        ),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_leieforhold_saksnummer")),
        sa.PrimaryKeyConstraint("saksnummer", name=op.f("pk_leieforhold")),
    )
    op.create_index(op.f("ix_leieforhold_opphoert_dato"), "leieforhold", ["opphoert_dato"], unique=False)
    op.create_table(
        "leieforholdskontrakt",
        sa.Column("kontrakt_id", sa.Integer(), nullable=False),
        sa.Column("leieforhold", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kontrakt_id"], ["kontrakt.id"], name=op.f("fk_leieforholdskontrakt_kontrakt_id")),
        sa.ForeignKeyConstraint(
            ["leieforhold"], ["leieforhold.saksnummer"], name=op.f("fk_leieforholdskontrakt_leieforhold")
        ),
        sa.PrimaryKeyConstraint("kontrakt_id", name=op.f("pk_leieforholdskontrakt")),
    )
    op.create_index(op.f("ix_leieforholdskontrakt_leieforhold"), "leieforholdskontrakt", ["leieforhold"], unique=False)
    _husstandssoeknad()
    _leieendring()
    _oppfoelgingsevaluering()
    _klage()
    op.add_column("sak", sa.Column("utsettelser", sa.Text(), nullable=False, server_default=sa.text("'{}'")))
    _begynn_der_noekkelen_er_utlevert()
    _forlengelser()


def _husstandssoeknad() -> None:
    op.create_table(
        "husstandssoeknad",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("hvem", sa.String(), nullable=False),
        sa.Column("begrunnelse", sa.String(), nullable=True),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("er_godkjent", sa.Boolean(), nullable=True),
        sa.Column("svar_dato", sa.Date(), nullable=True),
        sa.Column("svar_grunn", sa.String(), nullable=True),
        sa.Column("svar_begrunnelse", sa.String(), nullable=True),
        sa.CheckConstraint(
            "slag IN ('naer_familie','andre','framleie_av_del','framleie_ved_fravaer')",
            name=op.f("ck_husstandssoeknad_slag"),
        ),
        sa.ForeignKeyConstraint(
            ["saksnummer"], ["leieforhold.saksnummer"], name=op.f("fk_husstandssoeknad_saksnummer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_husstandssoeknad")),
    )
    op.create_index(op.f("ix_husstandssoeknad_saksnummer"), "husstandssoeknad", ["saksnummer"], unique=False)


def _leieendring() -> None:
    op.create_table(
        "leieendring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("slag", sa.String(), nullable=False),
        sa.Column("husleie", sa.BigInteger(), nullable=False),
        sa.Column("forrige_husleie", sa.BigInteger(), nullable=False),
        sa.Column("varslet_dato", sa.Date(), nullable=False),
        sa.Column("fra_dato", sa.Date(), nullable=False),
        sa.Column("kpi_fra", sa.String(), nullable=True),
        sa.Column("kpi_til", sa.String(), nullable=True),
        sa.Column("merknad", sa.String(), nullable=True),
        sa.CheckConstraint("slag IN ('indeks','gjengs','nedsatt')", name=op.f("ck_leieendring_slag")),
        sa.CheckConstraint("husleie > 0", name=op.f("ck_leieendring_husleie")),
        sa.ForeignKeyConstraint(["saksnummer"], ["leieforhold.saksnummer"], name=op.f("fk_leieendring_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leieendring")),
    )
    op.create_index(op.f("ix_leieendring_saksnummer"), "leieendring", ["saksnummer"], unique=False)


def _oppfoelgingsevaluering() -> None:
    op.create_table(
        "oppfoelgingsevaluering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("dato", sa.Date(), nullable=False),
        sa.Column("deltakere", sa.Text(), nullable=False),
        sa.Column("vurdering", sa.String(), nullable=False),
        sa.Column("leiers_syn", sa.String(), nullable=False),
        sa.Column("utfall", sa.String(), nullable=False),
        sa.Column("neste_dato", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "utfall IN ('fortsetter','endres','avsluttes')", name=op.f("ck_oppfoelgingsevaluering_utfall")
        ),
        sa.ForeignKeyConstraint(
            ["saksnummer"], ["leieforhold.saksnummer"], name=op.f("fk_oppfoelgingsevaluering_saksnummer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oppfoelgingsevaluering")),
    )
    op.create_index(
        op.f("ix_oppfoelgingsevaluering_saksnummer"), "oppfoelgingsevaluering", ["saksnummer"], unique=False
    )


def _klage() -> None:
    op.create_table(
        "klage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("vedtak", sa.Integer(), nullable=False),
        sa.Column("del", sa.String(), nullable=False),
        sa.Column("klager", sa.String(), nullable=False),
        sa.Column("innhold", sa.String(), nullable=False),
        sa.Column("mottatt_dato", sa.Date(), nullable=False),
        sa.Column("avsendt_dato", sa.Date(), nullable=True),
        sa.Column("underrettet_dato", sa.Date(), nullable=False),
        sa.Column("ber_om_utsettelse", sa.Boolean(), nullable=False),
        sa.Column("forsinket_fordi", sa.String(), nullable=True),
        sa.Column("behandling", sa.Text(), nullable=False),
        sa.CheckConstraint("del IN ('A','B')", name=op.f("ck_klage_del")),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_klage_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_klage")),
    )
    op.create_index(op.f("ix_klage_saksnummer"), "klage", ["saksnummer"], unique=False)


def _begynn_der_noekkelen_er_utlevert() -> None:
    db = op.get_bind()
    utleverte = db.exec_driver_sql(
        "SELECT u.saksnummer, COALESCE((SELECT min(a.dato) FROM avvik a WHERE u.er_avvik AND a.hva = 'noekkel_utlevert'"
        " AND a.saksnummer = u.saksnummer), substr(u.tidspunkt, 1, 10)), s.avslutning, k.id FROM noekkelutlevering u"
        " JOIN sak s ON s.saksnummer = u.saksnummer"
        " LEFT JOIN kontrakt k ON k.saksnummer = u.saksnummer AND k.annullert_grunn IS NULL ORDER BY u.saksnummer"
    )
    for saksnummer, begynt, avslutning, kontrakt in utleverte.all():
        _begynn(saksnummer, begynt, avslutning, kontrakt)


def _forlengelser() -> None:
    """A signed extension goes on with the tenancy of the same dwelling and tenants, or begins one that nobody knew."""
    db = op.get_bind()
    kontrakter = db.exec_driver_sql(
        "SELECT k.id, k.saksnummer, k.boligid, k.leiere, k.signert, k.fra_dato, s.avslutning, s.soeknad FROM kontrakt k"
        " JOIN sak s ON s.saksnummer = k.saksnummer WHERE k.annullert_grunn IS NULL ORDER BY k.fra_dato, k.id"
    )
    for kontrakt, saksnummer, boligid, leiere, signert, fra_dato, avslutning, soeknad in kontrakter.all():
        alle_har_signert = len(loads(signert)) == (3 if len(loads(leiere)) > 1 else 2)
        if loads(soeknad)["soeknadstype"] != "forlengelse" or not alle_har_signert:
            continue
        tidligere = _tidligere(boligid, frozenset(loads(leiere)), fra_dato)
        if tidligere is None:
            _begynn(saksnummer, fra_dato, avslutning, kontrakt)
        else:
            _knytt(kontrakt, tidligere)


def _tidligere(boligid: str, leiere: frozenset[str], fra_dato: str) -> str | None:
    rader = op.get_bind().exec_driver_sql(
        "SELECT lk.leieforhold, k.leiere FROM leieforholdskontrakt lk JOIN kontrakt k ON k.id = lk.kontrakt_id"
        " JOIN leieforhold l ON l.saksnummer = lk.leieforhold"
        " WHERE k.boligid = ? AND l.begynt_dato <= ? AND (l.opphoert_dato IS NULL OR l.opphoert_dato >= ?)"
        " ORDER BY k.fra_dato DESC",
        (boligid, fra_dato, fra_dato),
    )
    return next((leieforhold for leieforhold, andre in rader.all() if leiere & frozenset(loads(andre))), None)


def _begynn(saksnummer: str, begynt: str, avslutning: str | None, kontrakt: int | None) -> None:
    slutt = loads(avslutning) if avslutning else None
    opphoert = max(slutt["dato"], begynt) if slutt and slutt["utfall"] in _UTE else None
    op.get_bind().exec_driver_sql(
        "INSERT INTO leieforhold (saksnummer, begynt_dato, opphoert_dato) VALUES (?, ?, ?)",
        (saksnummer, begynt, opphoert),
    )
    if kontrakt is not None:
        _knytt(kontrakt, saksnummer)


def _knytt(kontrakt: int, leieforhold: str) -> None:
    op.get_bind().exec_driver_sql(
        "INSERT INTO leieforholdskontrakt (kontrakt_id, leieforhold) VALUES (?, ?)", (kontrakt, leieforhold)
    )
