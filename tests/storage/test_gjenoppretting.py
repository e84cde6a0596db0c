"""A copy is put in use: here, in an empty folder, on another machine with only the code; and nothing is lost by it."""

import getpass
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boligtildeling.storage.gjenoppretting import ERSTATTET
from boligtildeling.storage.kopi import les_kopi
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from tests.bygg import databasedump
from tests.cli.linje import Mappe, lag_mappe
from tests.lager import noekkel_til
from tests.storage.prosess import filer
from tests.storage.ringer import Filring
from tests.storage.test_noekler import PASSFRASE, opprett, virkelig


@pytest.fixture
def med_kopi(mappe: Mappe, sak: str) -> tuple[Mappe, Path]:
    """A folder with one case, a copy of it, and one note since."""
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    assert mappe.utfoer("noter", saksnummer=sak, tekst="etter kopien").kode == 0
    return mappe, kopi


def paa_en_annen_maskin(kopi: Path, tmp_path: Path) -> tuple[Mappe, Path]:
    """The copy alone, somewhere else; nothing is left of the folder and its keys."""
    annet = tmp_path / "minnepinne"
    shutil.copytree(kopi, annet / kopi.name)
    return virkelig(tmp_path / "ny maskin" / "data"), annet / kopi.name


def test_kopien_tas_i_bruk_og_det_som_var_der_er_selv_en_kopi(med_kopi: tuple[Mappe, Path]) -> None:
    mappe, kopi = med_kopi
    svar = mappe("gjenopprett", kopi.name).json
    assert svar["kopi"]["antall"]["hendelser"] == 2
    assert svar["naavaerende"]["antall"]["hendelser"] == 3
    assert mappe("vis", "sak", "2026-0001").json["notater"] == []
    tilbake = les_kopi(Path(svar["erstattet"]))
    assert tilbake is not None
    assert tilbake.slag == "foer-gjenoppretting"
    assert mappe("gjenopprett", tilbake.mappe.name).kode == 0
    assert [n["tekst"] for n in mappe("vis", "sak", "2026-0001").json["notater"]] == ["etter kopien"]
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_historikken_sier_at_en_kopi_er_tatt_i_bruk(med_kopi: tuple[Mappe, Path]) -> None:
    mappe, kopi = med_kopi
    mappe("gjenopprett", kopi.name)
    siste = [linje for linje in databasedump(mappe.sti) if linje.startswith("hendelse (")][-1]
    assert "DatabasenGjenopprettet" in siste
    assert mappe.avtrykk()["hendelse"] == 3


def test_bare_vis_sammenligner_og_endrer_ingenting(med_kopi: tuple[Mappe, Path]) -> None:
    mappe, kopi = med_kopi
    foer = databasedump(mappe.sti)
    svar = mappe("gjenopprett", str(kopi), "--bare-vis").json
    assert (svar["kopi"]["antall"]["hendelser"], svar["naavaerende"]["antall"]["hendelser"]) == (2, 3)
    assert svar["kopi"]["siste_hendelse"] <= svar["naavaerende"]["siste_hendelse"]
    assert svar["erstattet"] is None
    assert databasedump(mappe.sti) == foer
    assert len(kopier_i(mappe.sti / KOPIMAPPE)[0]) == 1


def test_paa_en_annen_maskin_er_kopien_og_koden_nok(
    ring: Callable[[type[Filring]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring(Filring)
    kilde = virkelig(tmp_path / "data")
    kode = opprett(kilde)["gjenopprettingskode"]
    kopi = Path(kilde("sikkerhetskopier").json["mappe"])
    gammel = noekkel_til(kilde.sti)
    ny, paa_pinnen = paa_en_annen_maskin(kopi, tmp_path)
    shutil.rmtree(kilde.sti)
    (tmp_path / "ring.json").write_text("{}")
    assert "ikke oppgitt" in ny("gjenopprett", paa_pinnen).feilet(5)["hva"]
    assert ny("vis", "saker").feilet(5)["hva"] == "Mappen har ingen database."
    svar = ny("gjenopprett", paa_pinnen, inn=f"{kode}\n".encode()).json
    assert svar["erstattet"] is None
    assert ny("vis", "saker").kode == 0
    assert ny("kontroller").json["alt_er_i_orden"] is True
    assert noekkel_til(ny.sti) != gammel
    (tmp_path / "ring.json").write_text("{}")
    assert ny("noekkel", "gjenopprett", inn=f"{kode}\n".encode()).kode == 0
    assert ny("kontroller").json["alt_er_i_orden"] is True


def test_en_kopi_av_en_mappe_med_passfrase_aapnes_med_den_og_beholder_den(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", PASSFRASE)
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", PASSFRASE)
    kilde = virkelig(tmp_path / "data")
    opprett(kilde, "--noekkel", "passfrase")
    ny, kopi = paa_en_annen_maskin(Path(kilde("sikkerhetskopier").json["mappe"]), tmp_path)
    assert ny("gjenopprett", kopi).kode == 0
    assert not (ny.sti / "noekler").exists() or not list((ny.sti / "noekler").iterdir())
    assert ny("vis", "saker").kode == 0
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", "en helt annen frase")
    assert ny("vis", "saker").feilet(5)["hva"] == "Passfrasen er feil."


@pytest.mark.parametrize("kode", ["", "0000-0000-0000-0000-0000-0000-0000", "feil"])
def test_feil_kode_lager_ingenting_i_den_nye_mappen(med_kopi: tuple[Mappe, Path], tmp_path: Path, kode: str) -> None:
    ny, kopi = paa_en_annen_maskin(med_kopi[1], tmp_path)
    assert ny("gjenopprett", kopi, inn=f"{kode}\n".encode()).kode == 5
    assert set(filer(ny.sti)) <= {".laas"}
    assert ny("opprett", "--proeve").kode == 0


def skadet_side(mappe: Mappe) -> None:
    innhold = bytearray(mappe.database.read_bytes())
    innhold[-3000] ^= 1
    mappe.database.write_bytes(bytes(innhold))


def skadet_hode(mappe: Mappe) -> None:
    mappe.database.write_bytes(b"\x00" * 5000 + mappe.database.read_bytes()[5000:])


def avkortet(mappe: Mappe) -> None:
    mappe.database.write_bytes(mappe.database.read_bytes()[:7000])


def borte(mappe: Mappe) -> None:
    mappe.database.unlink()


def uten_knippe(mappe: Mappe) -> None:
    (mappe.sti / "noekkelknippe.json").unlink()


@pytest.mark.parametrize("skade", [skadet_side, skadet_hode, avkortet, borte, uten_knippe])
def test_en_oedelagt_database_erstattes_og_blir_tatt_vare_paa_som_den_er(
    skade: Callable[[Mappe], None], tmp_path: Path
) -> None:
    mappe = virkelig(tmp_path / "data")
    kode = opprett(mappe, "--noekkel", "noekkelfil")["gjenopprettingskode"]
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    skade(mappe)
    ventet = mappe.database.read_bytes() if mappe.database.exists() else None
    assert mappe("kontroller").kode == 5
    svar = mappe("gjenopprett", kopi.name, inn=f"{kode}\n".encode()).json
    assert mappe("kontroller").json["alt_er_i_orden"] is True
    if ventet is None:
        assert svar["erstattet"] is None
    else:
        assert (Path(svar["erstattet"]) / "boligtildeling.db").read_bytes() == ventet
        assert Path(svar["erstattet"]).parent.name == ERSTATTET


def test_en_skadet_database_beholder_sitt_eget_knippe_og_kan_ta_alle_kopiene_i_bruk(tmp_path: Path) -> None:
    """The bundle is whole though the database is not: the key it was given last still counts, and so does the code."""
    mappe = virkelig(tmp_path / "data")
    opprett(mappe, "--noekkel", "noekkelfil")
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    mappe("noekkel", "bytt")
    kode = mappe("noekkel", "ny-kode").json["gjenopprettingskode"]
    foer = (mappe.sti / "noekkelknippe.json").read_bytes()
    skadet_hode(mappe)
    assert mappe("gjenopprett", kopi.name).kode == 0
    assert (mappe.sti / "noekkelknippe.json").read_bytes() == foer
    assert mappe("noekkel", "gjenopprett", inn=f"{kode}\n".encode()).kode == 0
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_noekkelen_er_borte_og_kopien_tas_i_bruk_med_koden_og_mappens_eget_knippe(tmp_path: Path) -> None:
    mappe = virkelig(tmp_path / "data")
    kode = opprett(mappe, "--noekkel", "noekkelfil")["gjenopprettingskode"]
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    shutil.rmtree(mappe.sti / "noekler")
    assert mappe("gjenopprett", kopi.name, inn=f"{kode}\n".encode()).kode == 0
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_en_kopi_fra_en_virkelig_mappe_gjoer_ikke_en_proevemappe_virkelig(mappe: Mappe, tmp_path: Path) -> None:
    ekte = virkelig(tmp_path / "ekte")
    kode = opprett(ekte)["gjenopprettingskode"]
    kopi = Path(ekte("sikkerhetskopier").json["mappe"])
    foer = databasedump(mappe.sti)
    assert "prøvemappe" in mappe("gjenopprett", kopi, inn=f"{kode}\n".encode()).feilet(2)["hva"]
    assert databasedump(mappe.sti) == foer
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_en_kopi_fra_en_annen_proevemappe_kan_tas_i_bruk_med_dens_kode(mappe: Mappe, tmp_path: Path) -> None:
    annen = lag_mappe(tmp_path / "annen")
    kode = annen("noekkel", "ny-kode").json["gjenopprettingskode"]
    kopi = Path(annen("sikkerhetskopier").json["mappe"])
    foer = (mappe.sti / "noekkelknippe.json").read_bytes()
    assert "ikke oppgitt" in mappe("gjenopprett", kopi).feilet(5)["hva"]
    assert mappe("gjenopprett", kopi, inn=f"{kode}\n".encode()).kode == 0
    assert (mappe.sti / "noekkelknippe.json").read_bytes() == foer
    assert mappe("kontroller").json["alt_er_i_orden"] is True


@pytest.mark.parametrize("navn", ["finnes-ikke", ".", "..", "boligtildeling.db"])
def test_noe_som_ikke_er_en_kopi_blir_ikke_tatt_i_bruk(mappe: Mappe, navn: str) -> None:
    foer = databasedump(mappe.sti)
    assert mappe("gjenopprett", navn).feilet(5)["trygt"] == "Ingenting er endret."
    assert databasedump(mappe.sti) == foer


def test_i_en_virkelig_mappe_er_det_teamleder_og_administrator_som_gjenoppretter(tmp_path: Path) -> None:
    mappe = virkelig(tmp_path / "data")
    mappe("opprett", "--bruker", f"{getpass.getuser()}:saksbehandler")
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    assert mappe("gjenopprett", kopi.name).sperrer == ["ROLLE"]
    assert mappe("gjenopprett", kopi.name, "--bare-vis").kode == 0
