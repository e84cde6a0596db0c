"""Who acts on the command line of a real folder: the machine's user, or whoever gives a name and a password."""

import io
import sys
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.cli.innlogging import BRUKER, GODKJENNER, GODKJENNERS_PASSORD, NYTT_PASSORD, PASSORD
from boligtildeling.domain import saksnummer
from boligtildeling.osbruker import osbruker
from tests.cli.linje import Mappe, soeknad

ORDENE, FIKK = "fire ganske vanlige ord", "satt av lederen i dag"


@pytest.fixture
def virkelig(tmp_path: Path) -> Mappe:
    """A real folder: its leader is whoever runs the tests, and the caseworker nora has a password only."""
    mappe = Mappe(tmp_path / "virkelig", bruker=None, klokke=None)
    leder = f"{osbruker()}:teamleder"
    assert mappe("opprett", "--bruker", leder, "--bruker", "nora:saksbehandler", "--noekkel", "noekkelfil").kode == 0
    assert mappe.utfoer("bytt_passord", bruker="nora", nytt=FIKK).kode == 0
    with Program.aapne(mappe.sti) as program:
        assert program.logg_inn("nora", FIKK, ORDENE) == "nora"
    return mappe


def test_uten_navn_er_det_maskinens_bruker_som_handler(virkelig: Mappe) -> None:
    nummer = virkelig.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    assert virkelig("vis", "sak", nummer).json["opprettet_av"] == osbruker()


def test_en_annen_logger_inn_med_navn_og_passord(virkelig: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BRUKER, "nora")
    monkeypatch.setenv(PASSORD, ORDENE)
    nummer = virkelig.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    assert virkelig("vis", "sak", nummer).json["opprettet_av"] == "nora"


@pytest.mark.parametrize(("navn", "passord"), [("nora", "et annet passord"), ("ingen", ORDENE)])
def test_feil_navn_og_feil_passord_gir_samme_svar(
    virkelig: Mappe, monkeypatch: pytest.MonkeyPatch, navn: str, passord: str
) -> None:
    monkeypatch.setenv(BRUKER, navn)
    monkeypatch.setenv(PASSORD, passord)
    sperrer = virkelig("vis", "saker").feilet(3)["sperrer"]
    assert [(s["kode"], s["grunn"]) for s in sperrer] == [("ROLLE", "Brukernavnet eller passordet er feil.")]


def test_passordet_fra_lederen_byttes_i_samme_innlogging(virkelig: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    assert virkelig.utfoer("bytt_passord", bruker="nora", nytt=FIKK).kode == 0
    monkeypatch.setenv(BRUKER, "nora")
    monkeypatch.setenv(PASSORD, FIKK)
    assert "velge ditt eget" in virkelig("vis", "saker").feilet(3)["sperrer"][0]["grunn"]
    monkeypatch.setenv(NYTT_PASSORD, "kort")
    assert virkelig("vis", "saker").pekere == ["/nytt"]
    monkeypatch.setenv(NYTT_PASSORD, ORDENE)
    assert virkelig("vis", "saker").kode == 0
    monkeypatch.setenv(PASSORD, ORDENE)
    assert virkelig("vis", "saker").kode == 0


def test_maskinens_bruker_er_ikke_en_annen_som_heter_det_samme_her(virkelig: Mappe) -> None:
    """The caseworker is called something else on the machine; whoever has their name there is somebody else."""
    felt = {"navn": osbruker(), "rolle": "teamleder", "os_navn": "tr-4711"}
    assert virkelig.utfoer("registrer_bruker", **felt).kode == 0
    assert "Logg inn" in virkelig("vis", "saker").feilet(2)["hva"]


def test_passordet_leses_aldri_fra_standard_inn_som_ikke_er_en_terminal(
    virkelig: Mappe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BRUKER, "nora")
    monkeypatch.delenv(PASSORD, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{ORDENE}\n"))
    assert PASSORD in virkelig("vis", "saker").feilet(2)["hva"]


def test_godkjenneren_logger_inn_for_den_ene_handlingen(virkelig: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    """The leader is signed in; what nora approves is hers, and nothing else is."""
    nummer = virkelig.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    monkeypatch.setenv(GODKJENNER, "nora")
    monkeypatch.setenv(GODKJENNERS_PASSORD, ORDENE)
    assert virkelig.utfoer("noter", saksnummer=nummer, tekst="x").kode == 0
    assert virkelig("vis", "sak", nummer).json["historikk"][0]["bruker"] == osbruker()
    monkeypatch.setenv(GODKJENNERS_PASSORD, "et annet passord")
    assert virkelig.utfoer("godkjenn_vedtak", saksnummer=nummer, kontrollert=[]).sperrer == ["ROLLE"]


def test_saksnumrene_har_hull_i_en_virkelig_mappe_og_ikke_i_en_proevemappe(virkelig: Mappe, mappe: Mappe) -> None:
    for hvor, sprang in ((virkelig, saksnummer.sprang), (mappe, saksnummer.paa_rad)):
        with Program.aapne(hvor.sti) as program:
            assert program._rammer.sprang is sprang
