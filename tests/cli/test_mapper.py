"""Folders: made whole or not at all, trial or real for good, and the demo only where it belongs."""

import stat
from pathlib import Path

import pytest

from boligtildeling.osbruker import osbruker
from tests.cli.linje import Mappe, kjoer_her, soeknad
from tests.storage.prosess import filer

SYNTETISK = {"fornavn": "Prøve", "etternavn": "Person", "adressebeskyttelse": "ingen", "foedselsnummer": "17848510033"}


@pytest.fixture
def virkelig(tmp_path: Path) -> Mappe:
    """A real folder, where the one who runs the tests is leader."""
    mappe = Mappe(tmp_path / "virkelig", bruker=None, klokke=None)
    svar = mappe("opprett", "--bruker", f"{osbruker()}:teamleder", "--bruker", "kari:saksbehandler").json
    assert svar["slag"] == "virkelig"
    return mappe


def test_opprett_sier_hvor_og_hvem_og_bare_eieren_kan_lese(tmp_path: Path) -> None:
    ny = Mappe(tmp_path / "dypt" / "nede" / "data", bruker=None, klokke=None)
    svar = ny("opprett", "--proeve", "--bruker", "kari:saksbehandler", "--bruker", "tove:teamleder").json
    assert (svar["mappe"], svar["slag"]) == (str(ny.sti), "proeve")
    assert svar["brukere"] == ["kari:saksbehandler", "tove:teamleder"]
    assert {f.name for f in ny.sti.iterdir()} == {"boligtildeling.db", "noekkelknippe.json", "noekler", ".laas"}
    assert stat.S_IMODE(ny.sti.stat().st_mode) == 0o700
    assert stat.S_IMODE(ny.database.stat().st_mode) == 0o600
    ny.som("kari").utfoer("registrer_soeknad", soeknad=soeknad())
    assert {stat.S_IMODE(f.stat().st_mode) & 0o077 for f in ny.sti.rglob("*")} == {0}


def test_uten_brukere_blir_den_som_oppretter_teamleder(tmp_path: Path) -> None:
    assert Mappe(tmp_path / "data", None, None)("opprett").json["brukere"] == [f"{osbruker()}:teamleder"]


def test_en_tom_mappe_som_finnes_kan_brukes(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert Mappe(tmp_path / "data", None, None)("opprett", "--proeve").kode == 0


@pytest.mark.parametrize("navn", ["notater.txt", ".skjult", "boligtildeling.db"])
@pytest.mark.parametrize("kommando", ["opprett", "demo"])
def test_en_mappe_som_ikke_er_tom_roeres_ikke(tmp_path: Path, navn: str, kommando: str) -> None:
    (tmp_path / navn).write_text("mitt")
    svar = kjoer_her(["--data", str(tmp_path), kommando]).feilet(5)
    assert svar["trygt"]
    assert filer(tmp_path) == {navn: b"mitt"}


def test_opprett_to_ganger_roerer_ikke_den_foerste(mappe: Mappe, sak: str) -> None:
    foer = mappe.avtrykk()
    mappe.som(None)("opprett", "--proeve").feilet(5)
    assert mappe.avtrykk() == foer


def test_demo_paa_en_proevemappe_er_5_og_uroert(mappe: Mappe, sak: str) -> None:
    foer = mappe.avtrykk()
    assert "demomappe" in mappe.som(None)("demo").feilet(5)["hva"]
    assert mappe.avtrykk() == foer


def test_demo_paa_en_virkelig_mappe_er_5_og_uroert(virkelig: Mappe) -> None:
    foer = filer(virkelig.sti)
    virkelig("demo").feilet(5)
    assert filer(virkelig.sti) == foer


@pytest.mark.parametrize("valg", [["--som", "kari"], ["--klokke", "2026-11-20T10:00"]], ids=lambda v: v[0])
@pytest.mark.parametrize(
    "kommando", [["vis", "saker"], ["utfoer", "noter"], ["vis", "sak", "2026-0001"]], ids=lambda k: " ".join(k[:2])
)
def test_som_og_klokke_er_feil_bruk_i_en_virkelig_mappe(virkelig: Mappe, valg: list[str], kommando: list[str]) -> None:
    foer = virkelig.avtrykk()
    svar = kjoer_her(["--data", str(virkelig.sti), *valg, *kommando], b"{}").feilet(2)
    assert valg[0] in svar["hva"]
    assert virkelig.avtrykk() == foer


def test_en_virkelig_mappe_nekter_syntetiske_numre(virkelig: Mappe) -> None:
    svar = virkelig.utfoer(
        "registrer_soeknad", soeknad=soeknad(mottatt_dato="2026-01-05", soeker=SYNTETISK, medsoeker=SYNTETISK)
    )
    assert svar.pekere == ["/soeknad/medsoeker/foedselsnummer", "/soeknad/soeker/foedselsnummer"]
    assert virkelig.avtrykk()["sak"] == 0


def test_en_proevemappe_tar_syntetiske_numre(mappe: Mappe) -> None:
    assert mappe.utfoer("registrer_soeknad", soeknad=soeknad(soeker=SYNTETISK)).kode == 0


def test_en_virkelig_mappe_bruker_den_som_er_logget_paa_og_dagens_dato(virkelig: Mappe) -> None:
    uten_nummer = {k: v for k, v in SYNTETISK.items() if k != "foedselsnummer"}
    nummer = virkelig.utfoer("registrer_soeknad", soeknad=soeknad(mottatt_dato="2026-01-05", soeker=uten_nummer))
    sak = virkelig("vis", "sak", nummer.resultat["saksnummer"]).json
    assert sak["ansvarlig"] == osbruker()
    assert sak["er_proeve"] is False
    assert virkelig("kontroller").json["alt_er_i_orden"] is True


def test_miljoevariablene_gjoer_ingen_til_en_annen(virkelig: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    """The operating system says who is signed in; what a command line sets for itself says nothing."""
    for navn in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(navn, "kari")
    uten_nummer = {k: v for k, v in SYNTETISK.items() if k != "foedselsnummer"}
    svar = virkelig.utfoer("registrer_soeknad", soeknad=soeknad(mottatt_dato="2026-01-05", soeker=uten_nummer))
    assert virkelig("vis", "sak", svar.resultat["saksnummer"]).json["ansvarlig"] == osbruker() != "kari"


def test_en_bruker_som_ikke_staar_i_den_virkelige_mappen_er_ukjent(tmp_path: Path) -> None:
    mappe = Mappe(tmp_path / "data", None, None)
    mappe("opprett", "--bruker", "en-annen:teamleder")
    assert "Brukeren finnes ikke" in mappe("vis", "saker").feilet(2)["hva"]
    assert mappe("kontroller").kode == 0


def test_slaget_endres_aldri(virkelig: Mappe, mappe: Mappe) -> None:
    virkelig("opprett", "--proeve").feilet(5)
    virkelig.som("kari")("vis", "saker").feilet(2)
    assert mappe("vis", "saker").kode == 0


def test_en_proevemappe_kan_handle_foer_den_ble_laget(mappe: Mappe) -> None:
    tidlig = mappe.naar("2024-02-29T08:00")
    nummer = tidlig.utfoer("registrer_soeknad", soeknad=soeknad(mottatt_dato="2024-02-29")).resultat["saksnummer"]
    assert nummer == "2024-0001"
    assert tidlig("vis", "sak", nummer).json["opprettet_tidspunkt"].startswith("2024-02-29T08:00")


def test_demoen_lages_vises_og_beholdes(tmp_path: Path) -> None:
    demo = Mappe(tmp_path / "demo", bruker=None, klokke="2026-11-20T10:00")
    foerste = demo("demo").json
    assert foerste["fantes"] is False
    assert foerste["saker"] > 5
    assert all(Path(sti).read_bytes().startswith(b"%PDF-") for sti in foerste["pdfer"])
    antall = demo.avtrykk()
    igjen = demo("demo").json
    assert igjen["fantes"] is True
    assert {k: v for k, v in demo.avtrykk().items() if k != "lesning"} == {
        k: v for k, v in antall.items() if k != "lesning"
    }
    steg = {s["steg"] for s in demo("vis", "saker").json["saker"]}
    assert {"kartlegging", "vedtak", "tildeling", "noekkel", "boforhold"} <= steg
    assert demo("kontroller").json["alt_er_i_orden"] is True
