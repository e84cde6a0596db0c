"""Migrations: what `upgrade head` builds is what the mapping says, in one transaction, and every version is known."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, inspect

from boligtildeling.domain import (
    bevaring,
    drift,
    historikk,
    innsyn,
    konvolutt,
    leselogg,
    sak,
    skjerming,
    tilgang,
    utkast,
)
from boligtildeling.domain.base import Base
from boligtildeling.domain.boforhold import (
    begjaering,
    filimport,
    inndrivelse,
    kontakt,
    moete,
    naboklage,
    nedbetaling,
    varsling,
    virkemiddel,
)
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import Database
from boligtildeling.storage.migration import KJENTE_VERSJONER, kjoer_migrasjoner, lagret_versjon, oppgrader
from boligtildeling.storage.vern import utloesere
from tests.cli.linje import Mappe
from tests.lager import INTEGRITETSFEIL, ny_database, raa

MODULER = (
    *(bevaring, drift, historikk, innsyn, konvolutt, leselogg, sak, skjerming, tilgang, utkast),
    *(begjaering, filimport, inndrivelse, kontakt, moete, naboklage, nedbetaling, varsling, virkemiddel),
)


def tabeller(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Columns, keys, indexes and checks of every table, in one order whatever order they were made in."""
    with database.motor.connect() as tilkobling:
        syn = inspect(tilkobling)
        return {
            navn: sorted(
                [
                    *(
                        ("kolonne", k["name"], str(k["type"]), k["nullable"], k["primary_key"])
                        for k in syn.get_columns(navn)
                    ),
                    ("noekkel", *syn.get_pk_constraint(navn)["constrained_columns"]),
                    *(
                        ("fremmed", f["name"], *f["constrained_columns"], f["referred_table"])
                        for f in syn.get_foreign_keys(navn)
                    ),
                    *(("unik", u["name"], *u["column_names"]) for u in syn.get_unique_constraints(navn)),
                    *(("indeks", i["name"], *i["column_names"], i["unique"]) for i in syn.get_indexes(navn)),
                    *(("krav", c["name"], c["sqltext"]) for c in syn.get_check_constraints(navn)),
                ],
                key=str,
            )
            for navn in syn.get_table_names()
            if navn != "alembic_version"
        }


def antall_ting(database: Database) -> int:
    """Tables, indexes and triggers in the file."""
    with database.motor.connect() as tilkobling:
        antall: int = tilkobling.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    return antall


def versjon_i(database: Database) -> str | None:
    with closing(database.motor.raw_connection()) as tilkobling:
        return lagret_versjon(tilkobling.driver_connection)


@contextmanager
def aapen(fil: Path) -> Iterator[Database]:
    database = ny_database(fil)
    yield database
    database.lukk()


@pytest.fixture
def oppgradert(tmp_path: Path) -> Iterator[Database]:
    with aapen(tmp_path / "oppgradert.db") as database:
        oppgrader(database)
        yield database


@pytest.fixture
def tom(tmp_path: Path) -> Iterator[Database]:
    with aapen(tmp_path / "tom.db") as database:
        yield database


def test_migrasjonene_gir_de_samme_tabellene_som_klassene(oppgradert: Database, tmp_path: Path) -> None:
    with aapen(tmp_path / "klassene.db") as klassene:
        Base.metadata.create_all(klassene.motor)
        fra_klassene = tabeller(klassene)
    assert len(fra_klassene) > 15
    assert tabeller(oppgradert) == fra_klassene


def test_alembic_finner_ingenting_aa_endre(oppgradert: Database) -> None:
    with oppgradert.motor.connect() as tilkobling:
        valg = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(tilkobling, opts=valg), Base.metadata) == []


def test_versjonene_programmet_kjenner_er_de_som_foelger_med(oppgradert: Database) -> None:
    oppsett = Config()
    oppsett.set_main_option("script_location", "boligtildeling.storage:migrations")
    rekke = [r.revision for r in ScriptDirectory.from_config(oppsett).walk_revisions()]
    assert tuple(reversed(rekke)) == KJENTE_VERSJONER
    assert versjon_i(oppgradert) == KJENTE_VERSJONER[-1]


def test_en_migrasjon_som_ikke_lagres_etterlater_ingenting(tom: Database) -> None:
    with tom.motor.connect().execution_options(begynn="BEGIN IMMEDIATE") as tilkobling:
        kjoer_migrasjoner(tilkobling)
        assert "sak" in inspect(tilkobling).get_table_names()
    assert antall_ting(tom) == 0
    assert versjon_i(tom) is None


@pytest.mark.parametrize("setning_nummer", [2, 12, 30, 45])
def test_en_oppgradering_som_stopper_midt_i_etterlater_ingenting(tom: Database, setning_nummer: int) -> None:
    telt = count(1)

    def stopp(*_: object) -> None:
        if next(telt) == setning_nummer:
            raise InterruptedError

    event.listen(tom.motor, "before_cursor_execute", stopp)
    with pytest.raises(Driftsfeil):
        oppgrader(tom)
    assert next(telt) == setning_nummer + 1
    event.remove(tom.motor, "before_cursor_execute", stopp)
    assert antall_ting(tom) == 0


def test_en_oppgradert_database_kan_oppgraderes_igjen_uten_endring(oppgradert: Database) -> None:
    foer = tabeller(oppgradert)
    oppgrader(oppgradert)
    assert tabeller(oppgradert) == foer


def test_hver_tabell_som_bare_kan_vokse_har_begge_utloesere(oppgradert: Database) -> None:
    with oppgradert.motor.connect() as tilkobling:
        rader = tilkobling.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        staar = {rad.name: rad.sql for rad in rader}
    assert staar == {navn: sql for _, navn, sql in utloesere()}


def test_tilkoblingen_er_trygg(oppgradert: Database) -> None:
    """WAL, every commit on disk before it is told, foreign keys held."""
    with oppgradert.motor.connect() as tilkobling:
        svar = {
            navn: tilkobling.exec_driver_sql(f"PRAGMA {navn}").scalar()
            for navn in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert svar == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE sak SET steg = 'ferdig'",
        "UPDATE kontrakt SET foerste_husleie = husleie + 1",
        "UPDATE kontrakt SET til_dato = fra_dato",
        "UPDATE betaling SET beloep = 0",
        "UPDATE bolig SET husleie = -1",
        "UPDATE bruker SET rolle = 'sjef'",
        "UPDATE tilbud SET status = 'kanskje'",
        "UPDATE vedtak SET sendt_dato = NULL",
        "UPDATE vedtak SET status = 'tull'",
        "UPDATE sak SET ansvarlig = 'nissen'",
        "INSERT INTO mappe VALUES (2, 'virkelig', '2026-11-20T10:00:00+00:00')",
        "INSERT INTO kontrakt SELECT 99, saksnummer, boligid, leiere, type, maaneder, er_kort, fra_dato, til_dato, "
        "overtakelse_dato, husleie, foerste_husleie, foerste_forfall, '0', skrevet_tidspunkt, signert, NULL "
        "FROM kontrakt",
    ],
)
def test_databasen_selv_nekter_det_som_ikke_kan_vaere_sant(foer_noekkel: Mappe, setning: str) -> None:
    with closing(raa(foer_noekkel.sti)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(INTEGRITETSFEIL):
            db.execute(setning)
