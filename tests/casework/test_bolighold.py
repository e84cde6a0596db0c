"""Dwellings that are held back: nobody is told why, and only whoever did it can free them."""

from datetime import date
from pathlib import Path

import pytest

from boligtildeling.app import opprett
from tests.bygg import (
    BRUKERE,
    FalskeDokumenter,
    Kontor,
    Paa,
    Ur,
    Vei,
    aapne,
    boligdata,
    databasedump,
    registrer_boliger,
)
from tests.casework.konvoluttsaker import FRIST, HEIM, privat_fil, strengt
from tests.lager import raa


def ledige(kontor: Kontor) -> set[str]:
    return {b.boligid for b in kontor.program.vis_boliger("ida", bare_ledige=True)}


def test_en_bolig_som_holdes_tilbake_kan_ikke_tilbys(paa: Paa) -> None:
    vei = paa("sendt")
    kontor = vei.kontor
    kontor.gjoer("hold_tilbake_bolig", "tove", boligid="B-1", grunn="Pusses opp.")
    assert "B-1" not in ledige(kontor)
    assert "BOLIG" in vei.sperret("tilby_bolig", boligid="B-1", frist=FRIST)
    kontor.gjoer("frigi_bolig", "tove", boligid="B-1")
    assert "B-1" in ledige(kontor)
    vei.gjoer("tilby_bolig", boligid="B-1", frist=date(2026, 11, 26))


def test_den_som_har_tilbud_beholder_det_naar_boligen_holdes_tilbake(paa: Paa) -> None:
    vei = paa("tilbudt")
    vei.kontor.gjoer("hold_tilbake_bolig", "tove", boligid="B-1", grunn="Skal selges.")
    vei.steg_etter("tilbudt", "utlevert")
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")
    assert "B-1" not in ledige(vei.kontor)
    vei.kontor.gjoer("frigi_bolig", "tove", boligid="B-1")
    assert "B-1" in ledige(vei.kontor)


def test_bare_den_som_holdt_tilbake_kan_frigi_og_flere_kan_holde_den_samme(kontor: Kontor) -> None:
    kontor.gjoer("hold_tilbake_bolig", "kari", boligid="B-1", grunn="Pusses opp.")
    assert kontor.sperret("hold_tilbake_bolig", "kari", boligid="B-1", grunn="Pusses opp.") == {"ALLEREDE"}
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-1", grunn="Skal selges.")
    kontor.gjoer("frigi_bolig", "kari", boligid="B-1")
    assert kontor.sperret("frigi_bolig", "kari", boligid="B-1") == {"BOLIG"}
    assert "B-1" not in ledige(kontor)
    kontor.gjoer("frigi_bolig", "ola", boligid="B-1")
    assert "B-1" in ledige(kontor)


def test_bare_den_som_holder_tilbake_ser_det_i_lista(kontor: Kontor) -> None:
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-1", grunn="Pusses opp.")
    for som in ("kari", "tove", "ola", "ida"):
        rad = next(b for b in kontor.program.vis_boliger(som) if b.boligid == "B-1")
        assert rad.holder_du_tilbake == (som == "ola")
        assert rad.ledig_fra is None


def test_svarene_er_de_samme_hva_boligen_enn_holdes_for(paa: Paa) -> None:
    """A home of someone protected, repairs, an ordinary offer and a dwelling that is free: nobody learns which."""
    kontor = paa("tilbudt").kontor
    vei = strengt(kontor).til("sendt")
    vei.gjoer("tilby_bolig", boligid=HEIM, frist=FRIST)
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-2", grunn="Vannskade.")
    alle = (HEIM, "B-2", "B-1", "B-4")
    for som in ("kari", "tove"):
        assert len({kontor.sperrer("frigi_bolig", som, boligid=b) for b in alle}) == 1
    rader = {b.boligid: b.ledig_fra for b in kontor.program.vis_boliger("ida")}
    assert rader[HEIM] is rader["B-2"] is rader["B-1"] is None
    for b in alle:
        kontor.gjoer("hold_tilbake_bolig", "tove", boligid=b, grunn="Pusses opp.")


def test_en_ny_dato_fra_boligforvalteren_gir_ingen_bolig_som_holdes_tilbake(kontor: Kontor) -> None:
    strengt(kontor).til("tilbudt")
    kontor.gjoer("endre_bolig", "ola", bolig=boligdata(HEIM, ledig_fra=date(2026, 11, 3)))
    assert HEIM not in ledige(kontor)


def test_en_bolig_i_en_konvolutt_kan_holdes_tilbake_og_frigis_som_andre_uten_aa_slippe_konvoluttens_hold(
    kontor: Kontor,
) -> None:
    strengt(kontor).til("tilbudt")
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid=HEIM, grunn="Vannskade.")
    kontor.gjoer("frigi_bolig", "ola", boligid=HEIM)
    assert HEIM not in ledige(kontor)


def test_historikken_sier_hvem_og_hvorfor_men_ikke_hvilken_bolig(kontor: Kontor) -> None:
    foer = set(databasedump(kontor.program.mappe))
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-2", grunn="Vannskade.")
    nye = [x for x in databasedump(kontor.program.mappe) if x not in foer]
    assert [x.split()[0] for x in nye if "B-2" in x] == ["tilbakehold"]
    (linje,) = [x for x in nye if "Vannskade" in x]
    assert '"boligid": ""' in linje


def test_radene_for_en_konvolutt_og_for_en_reparasjon_er_like_for_oeyet(kontor: Kontor) -> None:
    strengt(kontor).til("tilbudt")
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-2", grunn="Vannskade.")
    tilkobling = raa(kontor.program.mappe)
    rader = tilkobling.execute("SELECT length(laas), length(salt), length(til_koden) FROM tilbakehold").fetchall()
    tilkobling.close()
    assert len(rader) == 2
    assert len(set(rader)) == 1


@pytest.fixture
def med_kode(tmp_path: Path) -> tuple[Kontor, str]:
    mappe = tmp_path / "mappe"
    kode = opprett(mappe, BRUKERE, "proeve", Ur().naa())
    ur, dokumenter = Ur(), FalskeDokumenter()
    kontor = Kontor(aapne(mappe, ur, dokumenter), ur, dokumenter)
    registrer_boliger(kontor)
    return kontor, kode


def test_er_noekkelen_borte_frigir_leder_med_koden_men_aldri_hjemmet_til_en_skjermet(
    med_kode: tuple[Kontor, str],
) -> None:
    kontor, kode = med_kode
    vei: Vei = strengt(kontor).til("tilbudt")
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-2", grunn="Vannskade.")
    privat_fil(kontor, "ola").unlink()
    assert kontor.sperret("frigi_bolig", "ola", boligid="B-2") == {"BOLIG"}
    assert kontor.sperret("frigi_bolig", "kari", boligid="B-2", gjenopprettingskode=kode) == {"ROLLE"}
    assert kontor.ugyldig("frigi_bolig", "tove", boligid="B-2", gjenopprettingskode="0000") == {"/gjenopprettingskode"}
    assert kontor.sperret("frigi_bolig", "tove", boligid=HEIM, gjenopprettingskode=kode) == {"BOLIG"}
    kontor.gjoer("frigi_bolig", "tove", boligid="B-2", gjenopprettingskode=kode)
    assert "B-2" in ledige(kontor)
    assert HEIM not in ledige(kontor)
    assert vei.saksnummer
    kontor.program.lukk()


def test_uten_noekkel_paa_maskinen_kan_ingen_holde_tilbake(kontor: Kontor) -> None:
    kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-2", grunn="Vannskade.")
    privat_fil(kontor, "ola").unlink()
    assert kontor.sperret("hold_tilbake_bolig", "ola", boligid="B-1", grunn="Vannskade.") == {"NOEKKEL"}


def test_nei_kan_ikke_angres_naar_boligen_holdes_tilbake(paa: Paa) -> None:
    vei = paa("tilbudt")
    nei = vei.gjoer("svar_paa_tilbud", svar="nei", dato=vei.kontor.ur.i_dag)["hendelse"]
    vei.kontor.gjoer("hold_tilbake_bolig", "tove", boligid="B-1", grunn="Vannskade.")
    assert vei.sperret("angre", hendelse=nei, grunn="Ombestemte seg.") == {"BOLIG"}
