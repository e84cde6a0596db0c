"""Dwellings and offers: what may be offered to whom, and what happens to an offer."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.domain.soeknad import Behov
from boligtildeling.domain.vedtak import Boligkrav
from tests.bygg import HUSLEIE, STERK, Kontor, Paa, Vei, boligdata, person, soeknad, vedtaksutkast

FRIST = date(2026, 11, 30)


def annen_sak(kontor: Kontor, **felt: Any) -> Vei:
    """Another applicant, granted a dwelling on the same day as it is now or later."""
    i_dag = kontor.ur.i_dag
    vei = kontor.ny_sak(soeknad(soeker=person("Sterk", "Bjørk", STERK), **felt)).til("sendt")
    kontor.ur.sett(max(i_dag, date(2026, 11, 12)))
    return vei


def test_boligen_registreres_en_gang_og_kan_endres(kontor: Kontor) -> None:
    svar = kontor.gjoer("registrer_bolig", bolig=boligdata("B-9"))
    assert svar["boligid"] == "B-9"
    assert kontor.sperret("registrer_bolig", bolig=boligdata("B-9")) == {"ALLEREDE"}
    assert kontor.gjoer("endre_bolig", bolig=boligdata("B-9", heis=True))["boligversjon"] > svar["boligversjon"]
    assert kontor.ugyldig("endre_bolig", bolig=boligdata("B-99")) == {"/bolig/boligid"}


def test_alle_feil_ved_boligen_sies_samtidig(kontor: Kontor) -> None:
    feil = boligdata(" ", bruksenhetsnummer="X123", antall_soverom=13, bruksareal=0, husleie=-HUSLEIE)
    ventet = {f"/bolig/{f}" for f in ("boligid", "bruksenhetsnummer", "antall_soverom", "bruksareal", "husleie")}
    assert kontor.ugyldig("registrer_bolig", bolig=feil) == ventet
    assert kontor.sperret("registrer_bolig", "ida", bolig=boligdata("B-9")) == {"ROLLE"}
    assert kontor.sperret("endre_bolig", "ida", bolig=boligdata("B-1")) == {"ROLLE"}


def test_bolig_endret_av_en_annen_foerst_gir_konflikt(kontor: Kontor) -> None:
    kontor.gjoer("endre_bolig", "tove", bolig=boligdata("B-1", heis=True))
    kontor.konflikt("endre_bolig", bolig=boligdata("B-1", heis=False), sett_versjon=1)


@pytest.mark.parametrize("stadium", ["registrert", "godkjent"])
def test_uten_sendt_vedtak_blir_ingen_bolig_tilbudt(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    assert vei.sperret("tilby_bolig", boligid="B-1", frist=FRIST) == {"VEDTAK"} == vei.port("T")


def test_en_ledig_bolig_som_passer_kan_tilbys(paa: Paa) -> None:
    vei = paa("tilbudt")
    (tilbud,) = vei.vis().tilbud
    assert (tilbud.boligid, tilbud.status, tilbud.gjelder) == ("B-1", "tilbudt", True)
    assert vei.vis().frister == {"svar_paa_tilbud": date(2026, 11, 26)}


def test_tilbudet_maa_gjelde_en_bolig_som_finnes_og_ha_en_frist_som_ikke_er_ute(paa: Paa) -> None:
    vei = paa("sendt")
    i_gaar = vei.kontor.ur.i_dag - timedelta(days=1)
    assert vei.ugyldig("tilby_bolig", boligid="B-99", frist=i_gaar) == {"/boligid", "/frist"}


def test_kort_svarfrist_gir_en_advarsel(paa: Paa) -> None:
    vei = paa("sendt")
    assert "kort" in vei.gjoer("tilby_bolig", boligid="B-1", frist=vei.kontor.ur.i_dag)["advarsler"][0]


def test_en_bolig_uten_ledig_dato_kan_ikke_tilbys(paa: Paa) -> None:
    assert paa("sendt").sperret("tilby_bolig", boligid="B-3", frist=FRIST) == {"BOLIG"}


def test_en_bolig_med_kjent_ledig_dato_kan_tilbys_men_leien_starter_ikke_foer(paa: Paa) -> None:
    vei = paa("sendt")
    vei.boligid = "B-4"
    vei.steg_etter("sendt", "kontraktsklar")
    assert vei.sperret("skriv_kontrakt", fra_dato=date(2026, 12, 14), husleie=HUSLEIE) == {"BOLIG"}
    vei.gjoer("skriv_kontrakt", fra_dato=date(2026, 12, 15), husleie=HUSLEIE)


@pytest.mark.parametrize(("dager", "ventet"), [(7, set()), (8, {"SOE-1"})])
def test_adressesjekken_er_hoeyst_sju_dager_gammel_ved_tilbud(paa: Paa, dager: int, ventet: set[str]) -> None:
    vei = paa("sendt")
    vei.kontor.ur.sett(date(2026, 11, 6) + timedelta(days=dager))
    assert vei.port("T") == ventet
    if ventet:
        assert vei.sperret("tilby_bolig", boligid="B-1", frist=FRIST) == ventet
        vei.svar("SOE-1")
    vei.gjoer("tilby_bolig", boligid="B-1", frist=FRIST)


@pytest.mark.parametrize(
    ("behov", "bolig"),
    [
        (Behov(antall_soverom=2), {"antall_soverom": 1}),
        (Behov(rullestol=True), {"heis": True}),
        (Behov(trinnfri_eller_heis=True), {}),
        (Behov(bydeler=("Lerkendal",)), {"bydel": "Heimdal"}),
    ],
)
def test_en_bolig_som_ikke_passer_krever_grunn(kontor: Kontor, behov: Behov, bolig: dict[str, Any]) -> None:
    kontor.gjoer("registrer_bolig", bolig=boligdata("B-9", **bolig))
    vei = kontor.ny_sak(soeknad(behov=behov)).til("godkjent")
    if behov.antall_soverom == 2:
        vei.gjoer("skriv_vedtak", **vedtaksutkast(bolig=Boligkrav(antall_soverom=2)))
        vei.gjoer("send_til_godkjenning")
        vei.gjoer("godkjenn_vedtak", "tove", kontrollert=("konklusjon", "begrunnelse", "klage"))
    vei.gjoer("send_vedtak", maate="post", dato=kontor.ur.i_dag)
    assert vei.sperret("tilby_bolig", boligid="B-9", frist=FRIST) == {"TIL-1"}
    vei.gjoer("tilby_bolig", boligid="B-9", frist=FRIST, avvik="Søker har sett boligen og vil ha den.")
    assert vei.port("T") == set()


def test_leders_unntak_gaar_i_stedet_for_grunn_paa_avvik(kontor: Kontor) -> None:
    kontor.gjoer("registrer_bolig", bolig=boligdata("B-9", antall_soverom=0))
    vei = kontor.ny_sak().til("sendt")
    assert vei.sperret("tilby_bolig", boligid="B-9", frist=FRIST) == {"TIL-1"}
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="TIL-1", grunn="Midlertidig.")
    vei.gjoer("tilby_bolig", boligid="B-9", frist=FRIST)
    assert vei.port("T") == set()


def test_bydel_teller_bare_naar_den_er_oppgitt_begge_steder(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(behov=Behov(bydeler=("Lerkendal",)))).til("sendt")
    vei.gjoer("tilby_bolig", boligid="B-1", frist=FRIST)


@pytest.mark.parametrize("stadium", ["tilbudt", "takket_ja", "kontrakt", "signert", "utlevert"])
def test_en_bolig_som_er_lovet_bort_kan_ikke_tilbys_en_annen(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    annen = annen_sak(vei.kontor)
    annen.svar("SOE-1")
    assert annen.sperret("tilby_bolig", boligid="B-1", frist=date(2027, 1, 4)) == {"BOLIG"}


def test_ett_tilbud_om_gangen(paa: Paa) -> None:
    for stadium in ("tilbudt", "takket_ja"):
        assert paa(stadium).sperret("tilby_bolig", boligid="B-2", frist=FRIST) == {"ALLEREDE"}


def test_et_nei_lukker_tilbudet_men_vedtaket_staar_og_boligen_er_ledig_for_andre(paa: Paa) -> None:
    vei = paa("tilbudt")
    vei.gjoer("svar_paa_tilbud", svar="nei", dato=vei.kontor.ur.i_dag, grunn="For langt fra skolen.")
    assert vei.steg == "tildeling"
    assert vei.vis().vedtak.status == "sendt"  # type: ignore[union-attr]
    annen = annen_sak(vei.kontor)
    annen.gjoer("tilby_bolig", boligid="B-1", frist=FRIST)
    vei.gjoer("tilby_bolig", boligid="B-2", frist=FRIST)


def test_naar_fristen_er_ute_er_tilbudet_lukket_og_boligen_kan_tilbys_en_annen(paa: Paa) -> None:
    vei = paa("tilbudt")
    vei.kontor.ur.sett(date(2026, 11, 26))
    assert vei.vis().tilbud[0].gjelder
    vei.kontor.ur.sett(date(2026, 11, 27))
    assert not vei.vis().tilbud[0].gjelder
    assert vei.sperret("svar_paa_tilbud", svar="ja", dato=date(2026, 11, 27)) == {"BOLIG"}
    annen = annen_sak(vei.kontor)
    annen.svar("SOE-1")
    annen.gjoer("tilby_bolig", boligid="B-1", frist=date(2026, 12, 7))
    assert vei.sperret("svar_paa_tilbud", svar="ja", dato=date(2026, 11, 26)) == {"BOLIG"}


def test_et_svar_gitt_i_tide_kan_registreres_etter_fristen_naar_boligen_fortsatt_er_ledig(paa: Paa) -> None:
    vei = paa("tilbudt")
    vei.kontor.ur.sett(date(2026, 11, 30))
    vei.gjoer("svar_paa_tilbud", svar="ja", dato=date(2026, 11, 26))
    assert vei.steg == "kontrakt"


def test_svaret_kan_ikke_komme_foer_tilbudet_eller_fram_i_tid(paa: Paa) -> None:
    vei = paa("tilbudt")
    for dag in (date(2026, 11, 11), date(2026, 11, 13)):
        assert vei.ugyldig("svar_paa_tilbud", svar="ja", dato=dag) == {"/dato"}


def test_uten_tilbud_er_det_ingenting_aa_svare_paa_eller_trekke(paa: Paa) -> None:
    vei = paa("sendt")
    assert vei.sperret("svar_paa_tilbud", svar="ja", dato=vei.kontor.ur.i_dag) == {"STEG"}
    assert vei.sperret("trekk_tilbud", grunn="x") == {"STEG"}


@pytest.mark.parametrize("stadium", ["tilbudt", "takket_ja"])
def test_et_tilbud_kan_trekkes_og_boligen_blir_ledig(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    vei.gjoer("trekk_tilbud", grunn="Vannskade i boligen.")
    assert vei.vis().tilbud[0].status == "trukket"
    annen = annen_sak(vei.kontor)
    annen.svar("SOE-1")
    annen.gjoer("tilby_bolig", boligid="B-1", frist=FRIST)


def test_tilbudet_trekkes_ikke_etter_at_kontrakten_er_skrevet(paa: Paa) -> None:
    assert paa("kontrakt").sperret("trekk_tilbud", grunn="x") == {"STEG"}


def test_listen_over_ledige_boliger_viser_det_som_kan_tilbys(paa: Paa) -> None:
    vei = paa("tilbudt")
    ledige = [b.boligid for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True)]
    assert ledige == ["B-2", "B-4"]
    assert len(vei.kontor.program.vis_boliger("kari")) == 4
    vei.kontor.ur.sett(date(2026, 11, 27))
    assert "B-1" in [b.boligid for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True)]


def test_naar_leieren_har_flyttet_kan_boligen_tilbys_igjen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")
    annen = annen_sak(vei.kontor)
    annen.svar("SOE-1")
    annen.gjoer("tilby_bolig", boligid="B-1", frist=date(2027, 1, 4))
