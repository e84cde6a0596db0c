"""What may only grow, only grows, whoever holds the file; and the check finds what was forced all the same."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from boligtildeling.storage.tilkobling import Tilkobling
from boligtildeling.storage.vern import BARE_TILLEGG
from tests.cli.linje import Mappe
from tests.lager import INTEGRITETSFEIL, raa


@pytest.fixture(scope="module")
def etter_mal(noekkel_mal: Mappe, maler: Path) -> Mappe:
    """One case all the way to its key: history, readings, documents, and something shielded."""
    mappe = Mappe(Path(shutil.copytree(noekkel_mal.sti, maler / "etter"))).naar("2026-12-15T10:30")
    utlevering = {
        "saksnummer": "2026-0001",
        "mottaker": "Lys Morgen",
        "noekler": [{"merke": "A-1", "antall": 3}],
        "legitimasjon": "pass",
    }
    skjerming = {"saksnummer": "2026-0001", "hvor": "/notater/1", "grunn": "Feil sak."}
    gjennomgang = {"lesninger": [1], "konklusjon": "tjenstlig_behov", "merknad": "Hadde saken."}
    for som, handling, kommando in (
        ("kari", "utlever_noekkel", utlevering),
        ("tove", "registrer_bruker", {"navn": "ola", "rolle": "saksbehandler", "funksjoner": ["arkiv"]}),
        ("tove", "registrer_tilknytning", {"saksnummer": "2026-0001", "bruker": "ida", "slag": "annet"}),
        ("tove", "utpek_stedfortreder", {"stedfortreder": "ola", "fra_dato": "2026-12-15", "til_dato": "2026-12-20"}),
        ("tove", "lag_skjermingsnoekkel", {"arkivansvarlig": "ola"}),
        ("tove", "gjennomgaa_lesning", gjennomgang),
        ("kari", "lag_innsynspakke", {"saksnummer": "2026-0001"}),
        ("kari", "noter", {"saksnummer": "2026-0001", "tekst": "Ikke for noen."}),
        ("kari", "skjerm_opplysning", skjerming),
    ):
        assert mappe.som(som)("utfoer", handling, inn=kommando).kode == 0
        if handling == "lag_innsynspakke":
            rydding = {"slag": "innsynsutkast", "grunn": "Ikke frigitt."}
            assert mappe.som("tove").naar("2027-06-01T10:00")("utfoer", "kasser", inn=rydding).kode == 0
    return mappe


@pytest.fixture
def etter_noekkel(kopi: Callable[[Mappe], Mappe], etter_mal: Mappe) -> Mappe:
    """A folder of the test's own with that case."""
    return kopi(etter_mal).naar("2026-12-15T10:30")


@contextmanager
def uten_utloesere(mappe: Mappe) -> Iterator[Tilkobling]:
    """What someone with the file and the wish to cheat can do: take the triggers away, and put them back."""
    with closing(raa(mappe.sti)) as db:
        utloesere = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for navn, _ in utloesere:
            db.execute(f"DROP TRIGGER {navn}")
        yield db
        for _, sql in utloesere:
            db.execute(sql)


@pytest.mark.parametrize("tabell", BARE_TILLEGG)
@pytest.mark.parametrize(
    "setning", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}", "REPLACE INTO {} SELECT * FROM {}"]
)
def test_utloeserne_nekter_endring_og_sletting(etter_noekkel: Mappe, tabell: str, setning: str) -> None:
    with closing(raa(etter_noekkel.sti)) as db:
        foer = db.execute(f"SELECT * FROM {tabell}").fetchall()
        assert foer
        db.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
            db.execute(setning.format(tabell, tabell))
        assert db.execute(f"SELECT * FROM {tabell}").fetchall() == foer


def test_en_tilknytning_opphoerer_en_gang_og_grunnen_kan_skjermes(etter_noekkel: Mappe) -> None:
    slutt = "UPDATE tilknytning SET opphoert_dato = '2026-12-16', opphoert_av = 'tove', opphoert_grunn = 'Feil.'"
    with closing(raa(etter_noekkel.sti)) as db:
        with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
            db.execute(f"{slutt}, slag = 'part'")
        db.execute(slutt)
        for felt in ("opphoert_dato = '2026-12-17'", "opphoert_av = 'ola'", "opphoert_dato = NULL", "bruker = 'ola'"):
            with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
                db.execute(f"UPDATE tilknytning SET {felt}, opphoert_grunn = 'Annet.'")
        db.execute("UPDATE tilknytning SET opphoert_grunn = '[skjermet]'")


def test_en_stedfortreders_tid_kan_bare_bli_kortere(etter_noekkel: Mappe) -> None:
    with closing(raa(etter_noekkel.sti)) as db:
        for felt in ("til_dato = '2026-12-21'", "til_dato = '2026-12-14', stedfortreder = 'kari'"):
            with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
                db.execute(f"UPDATE stedfortreder SET {felt}")
        db.execute("UPDATE stedfortreder SET til_dato = '2026-12-14'")


def test_en_hel_sak_er_i_orden_og_kontrollen_endrer_ingenting(etter_noekkel: Mappe) -> None:
    foer = etter_noekkel.avtrykk()
    svar = etter_noekkel.som(None)("kontroller").json
    assert svar["hendelser"] == foer["hendelse"] > 40
    assert svar["dokumenter"] == foer["dokument"] >= 3
    assert etter_noekkel.avtrykk() == foer


def test_en_ende_kan_tas_vare_paa_og_proeves_senere(etter_noekkel: Mappe) -> None:
    ender = etter_noekkel("kontroller").json["ender"]
    assert [ende.split(":")[0] for ende in ender] == ["historikk", "lesninger"]
    assert etter_noekkel("vis", "sak", "2026-0001").kode == 0
    mot = [ledd for ende in ender for ledd in ("--mot", ende)]
    assert etter_noekkel("kontroller", *mot).json["alt_er_i_orden"] is True
    annen = ender[0][:-64] + "0" * 64
    assert "ikke den som sto der før" in etter_noekkel("kontroller", "--mot", annen).feilet(5)["funn"][0]
    assert etter_noekkel("kontroller", "--mot", "historikk:2").feilet(2)["feil"] == "bruk"


def endre_hvem(db: Tilkobling) -> None:
    db.execute("UPDATE hendelse SET bruker = 'ola' WHERE id = 7")


def endre_innhold(db: Tilkobling) -> None:
    foerste = "(SELECT min(hendelse) FROM hendelsesinnhold WHERE data LIKE '%KAR-3%')"
    db.execute(f"UPDATE hendelsesinnhold SET data = replace(data, 'KAR-3', 'KAR-4') WHERE hendelse = {foerste}")


def bytt_salt(db: Tilkobling) -> None:
    db.execute(
        "UPDATE hendelsesinnhold SET salt = (SELECT salt FROM hendelsesinnhold WHERE hendelse = 8) WHERE hendelse = 7"
    )


def fjern_innholdet(db: Tilkobling) -> None:
    db.execute("DELETE FROM hendelsesinnhold WHERE hendelse = 7")


def bytt_innholdet_ut_med_bytes(db: Tilkobling) -> None:
    db.execute("UPDATE hendelsesinnhold SET data = CAST(data AS BLOB) WHERE hendelse = 7")


def endre_tidspunkt(db: Tilkobling) -> None:
    db.execute("UPDATE hendelse SET tidspunkt = '2020-01-01T00:00:00+00:00' WHERE id = 9")


def gjoer_uleselig(db: Tilkobling) -> None:
    db.execute("UPDATE hendelsesinnhold SET data = 'ikke json' WHERE hendelse = 7")


def gjoer_tiden_uleselig(db: Tilkobling) -> None:
    db.execute("UPDATE hendelse SET tidspunkt = 'i går' WHERE id = 7")


def fjern_en_linje(db: Tilkobling) -> None:
    db.execute("DELETE FROM hendelse WHERE id = 7")
    db.execute("DELETE FROM hendelsesinnhold WHERE hendelse = 7")


def fjern_foerste_linje(db: Tilkobling) -> None:
    db.execute("DELETE FROM hendelse WHERE id = 1")


def bytt_to_linjer(db: Tilkobling) -> None:
    db.execute("UPDATE hendelse SET id = -1 WHERE id = 7")
    db.execute("UPDATE hendelse SET id = 7 WHERE id = 8")
    db.execute("UPDATE hendelse SET id = 8 WHERE id = -1")


def fjern_og_nummerer_paa_nytt(db: Tilkobling) -> None:
    db.execute("DELETE FROM hendelse WHERE id = 7")
    db.execute("UPDATE hendelse SET id = -id WHERE id > 7")
    db.execute("UPDATE hendelse SET id = -id - 1 WHERE id < 0")


def sett_inn_en_linje(db: Tilkobling) -> None:
    db.execute(
        "INSERT INTO hendelse SELECT (SELECT max(id) + 1 FROM hendelse), tidspunkt, bruker, maskin, saksnummer, "
        "sak_versjon, handling, hendelse, avtrykk, forrige_hash, hash FROM hendelse WHERE id = 7"
    )


def kutt_historikken(db: Tilkobling) -> None:
    for tabell, nummer in (("hendelsesinnhold", "hendelse"), ("hendelse", "id")):
        db.execute(f"DELETE FROM {tabell} WHERE {nummer} > 40")


def kutt_lesningene(db: Tilkobling) -> None:
    db.execute("DELETE FROM lesning WHERE id = (SELECT max(id) FROM lesning)")


def endre_hvem_som_leste(db: Tilkobling) -> None:
    db.execute("UPDATE lesning SET bruker = 'ola' WHERE id = 2")


def fjern_enden_av_lesningene(db: Tilkobling) -> None:
    db.execute("DELETE FROM kjedehode WHERE kjede = 'lesninger'")


def flytt_enden_av_historikken(db: Tilkobling) -> None:
    db.execute("UPDATE kjedehode SET siste_hash = (SELECT hash FROM hendelse WHERE id = 7) WHERE kjede = 'historikk'")


def endre_en_pdf(db: Tilkobling) -> None:
    db.execute("UPDATE dokument SET innhold = innhold || x'00' WHERE id = 1")


def endre_avtrykket_av_en_pdf(db: Tilkobling) -> None:
    db.execute("UPDATE dokument SET sha256 = replace(sha256, 'a', 'b') WHERE id = 2")


def fjern_en_pdf(db: Tilkobling) -> None:
    db.execute("DELETE FROM dokument WHERE id = 2")


def fjern_en_lesning(db: Tilkobling) -> None:
    db.execute("DELETE FROM lesning WHERE id = 1")


def pek_paa_en_sak_som_ikke_finnes(db: Tilkobling) -> None:
    db.execute("UPDATE notat SET saksnummer = '2026-9999'")
    db.execute("INSERT INTO notat VALUES (99, '2026-9999', 'x', 'kari', '2026-11-20T10:00:00+00:00')")


@pytest.mark.parametrize(
    ("juks", "funn"),
    [
        (endre_hvem, "Linje 7 i historikken er endret"),
        (endre_innhold, "i historikken er endret"),
        (endre_tidspunkt, "Linje 9 i historikken er endret"),
        (bytt_salt, "Linje 7 i historikken er endret"),
        (fjern_innholdet, "Linje 7 i historikken er endret"),
        (bytt_innholdet_ut_med_bytes, "Linje 7 i historikken er endret"),
        (gjoer_uleselig, "Linje 7 i historikken er endret"),
        (gjoer_tiden_uleselig, "Linje 7 i historikken er endret"),
        (fjern_en_linje, "mangler linje 7"),
        (fjern_foerste_linje, "mangler linje 1"),
        (bytt_to_linjer, "Linje 7 i historikken er endret"),
        (fjern_og_nummerer_paa_nytt, "Linje 7 i historikken er endret"),
        (sett_inn_en_linje, "i historikken er endret"),
        (endre_en_pdf, "Dokument 1 er endret"),
        (endre_avtrykket_av_en_pdf, "Dokument 2 er endret"),
        (fjern_en_pdf, "mangler rader i tabellen dokument"),
        (kutt_historikken, "Historikken skal slutte med linje"),
        (fjern_en_lesning, "Loggen over lesninger mangler linje 1"),
        (kutt_lesningene, "Loggen over lesninger skal slutte med linje"),
        (endre_hvem_som_leste, "Linje 2 i loggen over lesninger er endret"),
        (fjern_enden_av_lesningene, "Enden av loggen over lesninger er ikke lagret"),
        (flytt_enden_av_historikken, "Historikken skal slutte med linje"),
        (pek_paa_en_sak_som_ikke_finnes, "viser til noe som ikke finnes"),
    ],
)
def test_kontrollen_finner_juks(etter_noekkel: Mappe, juks: Callable[[Tilkobling], None], funn: str) -> None:
    with uten_utloesere(etter_noekkel) as db:
        juks(db)
    svar = etter_noekkel("kontroller").feilet(5)
    assert any(funn in setning for setning in svar["funn"]), svar["funn"]
    assert svar["trygt"]
    assert svar["gjoer"]


def test_en_tekst_som_ikke_er_utf8_er_en_skadet_database(etter_noekkel: Mappe) -> None:
    with closing(raa(etter_noekkel.sti)) as db:
        db.execute("UPDATE sak SET soeker_navn = CAST(x'ff41' AS TEXT)")
    for kommando in (["vis", "sak", "2026-0001"], ["vis", "saker"]):
        assert "skadet" in etter_noekkel(*kommando).feilet(5)["hva"]


def test_kontrollen_finner_at_de_siste_linjene_er_fjernet(etter_noekkel: Mappe) -> None:
    with uten_utloesere(etter_noekkel) as db:
        db.execute("DELETE FROM hendelse WHERE id = (SELECT max(id) FROM hendelse)")
    funn = etter_noekkel("kontroller").feilet(5)["funn"]
    assert "Historikken til sak 2026-0001 har ikke den siste endringen av saken." in funn
    assert any(setning.startswith("Historikken skal slutte med linje") for setning in funn)


@pytest.mark.parametrize(
    "setning",
    ["DROP TRIGGER {}", "DROP TRIGGER {}; CREATE TRIGGER {} BEFORE DELETE ON dokument BEGIN SELECT 1; END"],
)
def test_kontrollen_finner_at_en_utloeser_er_borte_eller_gjoer_ingenting(etter_noekkel: Mappe, setning: str) -> None:
    with closing(raa(etter_noekkel.sti)) as db:
        db.executescript(setning.replace("{}", "dokument_delete_nektes"))
    funn = etter_noekkel("kontroller").feilet(5)["funn"]
    assert funn == ["Vernet mot endring av tabellen dokument er borte."]


def test_kontrollen_finner_en_vendt_bit_hvor_som_helst_i_filen(etter_noekkel: Mappe, tmp_path: Path) -> None:
    """Every page of the file in turn gets one byte turned, unless that byte holds nothing (free space)."""
    with closing(raa(etter_noekkel.sti)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        side = int(db.execute("PRAGMA page_size").fetchone()[0])
    hel = etter_noekkel.database.read_bytes()
    funnet = 0
    steder = range(side + 8, len(hel), side * 7)
    for sted in steder:
        skadet = bytearray(hel)
        skadet[sted - 8 : sted] = bytes(b ^ 0xFF for b in skadet[sted - 8 : sted])
        etter_noekkel.database.write_bytes(bytes(skadet))
        svar = etter_noekkel("kontroller")
        assert svar.kode in {0, 5}
        funnet += svar.kode == 5
    assert funnet == len(steder)
