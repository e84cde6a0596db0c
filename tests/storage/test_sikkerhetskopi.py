"""Backup copies: one each day, sound, beside the work, thinned, in a second place too; and what is wrong is told."""

import getpass
import json
import shutil
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.administrasjon import SettInnstilling
from boligtildeling.casework.soeknad import Noter
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.hylle import Hylle
from boligtildeling.storage.kopi import Kopi, er_uendret, les_kopi
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.tilkobling import koble_for_lesing
from tests.cli.linje import Mappe
from tests.lager import noekkel_til, raa
from tests.storage.prosess import filer, slipp, start

NAA = datetime(2026, 11, 25, 8).astimezone()


@pytest.fixture
def virkelig(tmp_path: Path) -> Mappe:
    """A real folder with its key in a file, where whoever runs the tests is leader."""
    mappe = Mappe(tmp_path / "virkelig", bruker=None, klokke=None)
    assert mappe("opprett", "--bruker", f"{getpass.getuser()}:teamleder", "--noekkel", "noekkelfil").kode == 0
    return mappe


@pytest.fixture
def program(mappe: Mappe) -> Iterator[Program]:
    with Program.aapne(mappe.sti) as aapnet:
        yield aapnet


def sett_annet_sted(program: Program, sted: Path) -> Hylle:
    program.utfoer(SettInnstilling(navn="sikkerhetskopi_annet_sted", verdi=str(sted)), "tove")
    return program.hylle()


def slag_i(sted: Path) -> list[str]:
    return [kopi.slag for kopi in kopier_i(sted)[0]]


def test_en_kopi_har_alt_er_kryptert_og_kan_bare_leses_av_eieren(mappe: Mappe, sak: str) -> None:
    svar = mappe("sikkerhetskopier").json
    assert svar["antall"] == {"saker": 1, "hendelser": 2, "dokumenter": 0}
    sti = Path(svar["mappe"])
    assert sti.parent == mappe.sti / KOPIMAPPE
    assert sorted(filer(sti)) == ["boligtildeling.db", "kopi.json", "noekkelknippe.json"]
    assert not filer(sti)["boligtildeling.db"].startswith(b"SQLite format 3")
    assert {stat.S_IMODE(f.stat().st_mode) & 0o077 for f in (sti, *sti.iterdir())} == {0}
    kopi = les_kopi(sti)
    assert kopi is not None
    assert er_uendret(kopi)
    with closing(koble_for_lesing(kopi.database, noekkel_til(mappe.sti))) as db:
        assert db.execute("SELECT saksnummer FROM sak").fetchall() == [(sak,)]


def test_kopier_tas_mens_det_skrives_og_har_hele_handlinger(mappe: Mappe, sak: str) -> None:
    """One thread writes without a pause; every copy taken meanwhile opens, is sound and has no half act."""
    stans, skrevet = threading.Event(), []

    def skriv() -> None:
        with Program.aapne(mappe.sti) as egen:
            while not stans.is_set():
                egen.utfoer(Noter(saksnummer=sak, tekst="x" * 2000), "kari")
                skrevet.append(1)

    kopier: list[Kopi] = []
    with Program.aapne(mappe.sti) as program:
        skriver = threading.Thread(target=skriv)
        skriver.start()
        try:
            while len(skrevet) < 40 or len(kopier) < 4:
                assert skriver.is_alive()
                kopier.append(program.hylle().ta("bestilt"))
        finally:
            stans.set()
            skriver.join()
    antall = [kopi.antall["hendelser"] for kopi in kopier]
    assert antall == sorted(antall)
    assert antall[-1] > antall[0]
    for kopi in kopier:
        with closing(koble_for_lesing(kopi.database, noekkel_til(mappe.sti))) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            notater = db.execute("SELECT count(*) FROM notat").fetchone()
            assert notater == db.execute("SELECT count(*) FROM hendelse WHERE handling = 'noter'").fetchone()
    assert len(skrevet) + 2 >= antall[-1]
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_en_skadet_database_gir_ingen_kopi(mappe: Mappe, sak: str) -> None:
    innhold = bytearray(mappe.database.read_bytes())
    innhold[-5000] ^= 1
    with Program.aapne(mappe.sti) as program:
        mappe.database.write_bytes(bytes(innhold))
        with pytest.raises(Driftsfeil):
            program.hylle().ta("bestilt")
    assert kopier_i(mappe.sti / KOPIMAPPE) == ([], [])


def test_den_foerste_kommandoen_om_dagen_tar_dagens_kopi_i_en_virkelig_mappe(virkelig: Mappe) -> None:
    assert slag_i(virkelig.sti / KOPIMAPPE) == ["daglig"]
    for _ in range(2):
        assert virkelig("vis", "saker").kode == 0
    assert slag_i(virkelig.sti / KOPIMAPPE) == ["daglig"]
    shutil.rmtree(next((virkelig.sti / KOPIMAPPE).glob("*-daglig")))
    assert virkelig("vis", "saker").kode == 0
    assert slag_i(virkelig.sti / KOPIMAPPE) == ["daglig"]


def test_i_en_proevemappe_tas_det_bare_kopi_naar_noen_ber_om_det(mappe: Mappe, sak: str) -> None:
    assert mappe("vis", "saker").kode == 0
    assert not (mappe.sti / KOPIMAPPE).exists()


def test_fire_kommandoer_samtidig_om_morgenen_tar_en_kopi(virkelig: Mappe) -> None:
    shutil.rmtree(virkelig.sti / KOPIMAPPE)
    roboter = [start(virkelig, "vis", "saker") for _ in range(4)]
    for robot in roboter:
        slipp(robot)
    assert [robot.returncode for robot in roboter] == [0] * len(roboter)
    assert slag_i(virkelig.sti / KOPIMAPPE) == ["daglig"]


def test_en_daglig_kopi_som_ikke_gaar_hindrer_ikke_arbeidet_men_sies(
    virkelig: Mappe, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(virkelig.sti / KOPIMAPPE)
    monkeypatch.setattr("boligtildeling.storage.sted._MINSTE_ROM", 10**15)
    svar = virkelig("vis", "saker")
    assert svar.kode == 0
    assert "Dagens sikkerhetskopi ble ikke tatt." in svar.feil
    assert virkelig("sikkerhetskopier", "--vis").json["er_gammel"] is True


def test_kopiene_tynnes_dag_for_dag_men_aldri_de_som_noen_har_bestilt(program: Program) -> None:
    hylle = program.hylle()
    for dag in range(70):
        hylle.daglig(NAA + timedelta(days=dag))
        if dag in {0, 20}:
            hylle.ta("bestilt")
    slag = slag_i(program.mappe / KOPIMAPPE)
    assert slag.count("bestilt") == 2
    assert 7 + 7 <= slag.count("daglig") <= 7 + 8 + 3
    siste = max(kopi.tidspunkt for kopi in hylle.alle() if kopi.slag == "daglig")
    assert siste == NAA + timedelta(days=69)


def test_en_klokke_som_gikk_feil_toemmer_ikke_hylla_og_skjuler_ikke_at_den_siste_er_gammel(program: Program) -> None:
    hylle = program.hylle()
    for dag in range(7):
        hylle.daglig(NAA + timedelta(days=dag))
    hylle.daglig(NAA + timedelta(days=900))
    assert slag_i(program.mappe / KOPIMAPPE).count("daglig") >= 6
    hylle.daglig(NAA + timedelta(days=7))
    status = hylle.status(NAA + timedelta(days=30))
    assert status.siste == NAA + timedelta(days=7)
    assert status.er_gammel is True


def test_et_annet_sted_faar_den_samme_kopien_og_tynnes_likt(program: Program, tmp_path: Path) -> None:
    sted = tmp_path / "nettverket"
    sted.mkdir()
    hylle = sett_annet_sted(program, sted)
    for dag in range(12):
        assert hylle.daglig(NAA + timedelta(days=dag)).annet_sted_feil is None
    (der,) = sted.iterdir()
    her = program.mappe / KOPIMAPPE
    assert filer(der) == {navn: f for navn, f in filer(her).items() if not navn.startswith(".")}
    status = hylle.status(NAA + timedelta(days=11))
    assert (status.annet_sted, status.mangler) == (sted, None)
    assert status.annet_sted_siste == status.siste == NAA + timedelta(days=11)


def test_to_mapper_kan_ha_samme_annet_sted(program: Program, tmp_path: Path, virkelig: Mappe) -> None:
    sted = tmp_path / "nettverket"
    sted.mkdir()
    sett_annet_sted(program, sted).daglig(NAA)
    with Program.aapne(virkelig.sti) as annet:
        annet.utfoer(SettInnstilling(navn="sikkerhetskopi_annet_sted", verdi=str(sted)), getpass.getuser())
        annet.hylle().daglig(NAA)
    assert len(list(sted.iterdir())) == 2


def borte(sted: Path) -> None:
    sted.rmdir()


def en_fil(sted: Path) -> None:
    sted.rmdir()
    sted.touch()


@pytest.mark.parametrize("skade", [borte, en_fil])
def test_et_annet_sted_som_ikke_kan_naas_sies_og_kopien_her_er_like_god(
    program: Program, tmp_path: Path, skade: Callable[[Path], None]
) -> None:
    sted = tmp_path / "nettverket"
    sted.mkdir()
    hylle = sett_annet_sted(program, sted)
    skade(sted)
    dagens = hylle.daglig(NAA)
    assert dagens.kopi is not None
    assert er_uendret(dagens.kopi)
    assert "kan ikke nås" in (dagens.annet_sted_feil or "")
    status = hylle.status(NAA)
    assert (status.siste, status.er_gammel) == (NAA, False)
    assert "kan ikke nås" in (status.mangler or "")


def test_kopien_kommer_til_det_andre_stedet_neste_gang_det_kan_naas(program: Program, tmp_path: Path) -> None:
    sted = tmp_path / "nettverket"
    hylle = sett_annet_sted(program, sted)
    hylle.daglig(NAA)
    sted.mkdir()
    assert "ikke lagt på det andre stedet" in (hylle.status(NAA).mangler or "")
    dagens = hylle.daglig(NAA + timedelta(hours=2))
    assert (dagens.kopi, dagens.annet_sted_feil) == (None, None)
    assert hylle.status(NAA).mangler is None


def test_det_andre_stedet_kan_ikke_vaere_datamappen_selv(program: Program) -> None:
    hylle = sett_annet_sted(program, program.mappe / "kopier")
    (program.mappe / "kopier").mkdir()
    assert "ligger i datamappen" in (hylle.daglig(NAA).annet_sted_feil or "")
    assert "ligger i datamappen" in (hylle.status(NAA).mangler or "")


@pytest.mark.parametrize("verdi", ["kopier", "../kopier", "kopier/her"])
def test_det_andre_stedet_maa_vaere_en_hel_sti(mappe: Mappe, verdi: str) -> None:
    tove = mappe.som("tove")
    assert tove.utfoer("sett_innstilling", navn="sikkerhetskopi_annet_sted", verdi=verdi).pekere == ["/verdi"]
    for hel in ("/mnt/kopier", "D:\\kopier", "\\\\server\\felles\\kopier", ""):
        assert tove.utfoer("sett_innstilling", navn="sikkerhetskopi_annet_sted", verdi=hel).kode == 0


def test_en_kopi_kan_tas_til_et_annet_sted(mappe: Mappe, sak: str, tmp_path: Path) -> None:
    svar = mappe("sikkerhetskopier", "--til", tmp_path / "ny" / "mappe").json
    assert Path(svar["mappe"]).parent == tmp_path / "ny" / "mappe"
    assert not (mappe.sti / KOPIMAPPE).exists()


def test_kopiene_kan_vises_med_hvor_mye_de_har(mappe: Mappe, sak: str) -> None:
    mappe("sikkerhetskopier")
    svar = mappe("sikkerhetskopier", "--vis").json
    assert [kopi["antall"]["saker"] for kopi in svar["kopier"]] == [1]
    assert (svar["er_gammel"], svar["annet_sted"], svar["mangler"]) == (False, None, None)


def vend(fil: Path, plass: int) -> None:
    innhold = bytearray(fil.read_bytes())
    innhold[plass % len(innhold)] ^= 2
    fil.write_bytes(bytes(innhold))


@pytest.mark.parametrize("navn", ["boligtildeling.db", "kopi.json", "noekkelknippe.json"])
def test_kontrollen_finner_en_snudd_bit_hvor_som_helst_i_en_kopi(mappe: Mappe, sak: str, navn: str) -> None:
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    fil = kopi / navn
    hel = fil.read_bytes()
    with Program.aapne(mappe.sti) as program:
        hylle = program.hylle()
        assert hylle.skader() == []
        for plass in range(0, len(hel), max(1, len(hel) // 60)):
            vend(fil, plass)
            assert hylle.skader() == [f"Sikkerhetskopien {kopi.name} er skadet."], plass
            fil.write_bytes(hel)
    vend(fil, 11)
    assert mappe("kontroller").feilet(5)["funn"] == [f"Sikkerhetskopien {kopi.name} er skadet."]
    assert mappe("gjenopprett", kopi.name).feilet(5)["trygt"] == "Ingenting er endret."


@pytest.mark.parametrize("navn", ["boligtildeling.db", "kopi.json", "noekkelknippe.json"])
def test_kontrollen_finner_at_en_fil_mangler_i_en_kopi(mappe: Mappe, navn: str) -> None:
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    (kopi / navn).unlink()
    assert mappe("kontroller").feilet(5)["funn"] == [f"Sikkerhetskopien {kopi.name} er skadet."]


def test_kontrollen_ser_ogsaa_paa_det_andre_stedet(program: Program, tmp_path: Path) -> None:
    sted = tmp_path / "nettverket"
    sted.mkdir()
    kopi = sett_annet_sted(program, sted).daglig(NAA).kopi
    assert kopi is not None
    vend(next(sted.rglob("boligtildeling.db")), 5000)
    assert program.kontroller().funn == (f"På det andre stedet: Sikkerhetskopien {kopi.mappe.name} er skadet.",)


def test_en_skadet_siste_kopi_er_ikke_den_siste_gode(program: Program) -> None:
    hylle = program.hylle()
    hylle.daglig(NAA - timedelta(days=9))
    siste = hylle.daglig(NAA).kopi
    assert siste is not None
    vend(siste.database, 4000)
    status = hylle.status(NAA)
    assert (status.siste, status.er_gammel) == (NAA - timedelta(days=9), True)


def test_kontrollen_finner_at_slutten_av_loggen_er_borte_ved_aa_se_i_kopiene(mappe: Mappe, sak: str) -> None:
    """An older database laid in place of the present one fits in itself; the copies know that there was more."""
    gammel = mappe.database.read_bytes()
    mappe.utfoer("noter", saksnummer=sak, tekst="borte")
    with closing(raa(mappe.sti)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    mappe("sikkerhetskopier")
    assert mappe("kontroller").json["alt_er_i_orden"] is True
    mappe.database.write_bytes(gammel)
    assert any("historikken er ikke den som sto der før" in f for f in mappe("kontroller").feilet(5)["funn"])


def test_en_gjenopprettet_eldre_kopi_er_ikke_en_logg_som_er_kuttet(mappe: Mappe, sak: str) -> None:
    gammel = mappe("sikkerhetskopier").json["mappe"]
    mappe.utfoer("noter", saksnummer=sak, tekst="etter kopien")
    mappe("sikkerhetskopier")
    assert mappe("gjenopprett", Path(gammel).name).kode == 0
    assert mappe("kontroller").json["alt_er_i_orden"] is True
    mappe("sikkerhetskopier")
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_det_som_staar_om_en_kopi_sier_ingenting_om_noen(mappe: Mappe, sak: str) -> None:
    kopi = Path(mappe("sikkerhetskopier").json["mappe"])
    assert set(json.loads((kopi / "kopi.json").read_bytes())) == {
        *("tidspunkt", "slag", "noekkel_id", "antall", "siste_hendelse", "ender", "sha256", "kontrollsum")
    }
    assert isinstance(les_kopi(kopi), Kopi)
