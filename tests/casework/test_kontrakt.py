"""From conditions met to a signed lease, and the money that goes before the key."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.identitet import er_kid
from boligtildeling.domain.penger import Kroner
from tests.bygg import ALLE_KLAUSULER, HUSLEIE, STILLE, Kontor, Paa, Vei, boligdata, person, soeknad, vilkaar

AVTALE = Dokumentasjon(type="avtale", dato=date(2026, 11, 17))


def med_vilkaar(kontor: Kontor) -> Vei:
    """An accepted offer under a decision with two conditions, neither of them met yet."""
    vei = kontor.ny_sak().til("takket_ja", vilkaar=(vilkaar("V1"), vilkaar("V2")))
    kontor.ur.sett(date(2026, 11, 17))
    vei.svar_alt("K")
    return vei


def test_kontrakten_venter_til_hvert_vilkaar_er_innfridd(kontor: Kontor) -> None:
    vei = med_vilkaar(kontor)
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) == {"KTR-1"}
    vei.innfri("V1")
    assert vei.port("K") == {"KTR-1"}
    vei.gjoer("kontroller_vilkaar", vilkaar="V2", oppfylt=False, dato=kontor.ur.i_dag, dokumentasjon=AVTALE)
    assert vei.port("K") == {"KTR-1"}
    vei.innfri("V2")
    assert vei.port("K") == set()


def test_leder_kan_slippe_kontrakten_fram_uten_at_vilkaaret_er_innfridd(kontor: Kontor) -> None:
    vei = med_vilkaar(kontor)
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="KTR-1", grunn="Avtalen signeres ved innflytting.")
    vei.gjoer("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE)


def test_vilkaar_kontrolleres_med_bevis_etter_at_vedtaket_er_sendt_og_foer_signering(kontor: Kontor) -> None:
    vei = kontor.ny_sak().til("godkjent", vilkaar=(vilkaar(),))
    felt = {"vilkaar": "V1", "oppfylt": True, "dato": kontor.ur.i_dag, "dokumentasjon": AVTALE}
    assert vei.sperret("kontroller_vilkaar", **felt) == {"VEDTAK"}
    assert vei.sperret("kontroller_vilkaar", "ida", **felt) == {"ROLLE"}
    assert vei.ugyldig("kontroller_vilkaar", **felt | {"vilkaar": "V9"}) == {"/vilkaar"}
    uten_bevis = Dokumentasjon(type="avtale")
    assert vei.ugyldig("kontroller_vilkaar", **felt | {"dokumentasjon": uten_bevis}) == {"/dokumentasjon/dato"}


def test_vilkaarskontrollen_er_laast_naar_kontrakten_er_signert(kontor: Kontor) -> None:
    vei = kontor.ny_sak().til("signert", vilkaar=(vilkaar(),))
    felt = {"vilkaar": "V1", "oppfylt": False, "dato": kontor.ur.i_dag, "dokumentasjon": AVTALE}
    assert vei.sperret("kontroller_vilkaar", **felt) == {"STEG"}


def test_kontrakten_faar_kid_sluttdato_og_foerste_husleie(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    svar = vei.gjoer("skriv_kontrakt", fra_dato=date(2026, 12, 15), husleie=HUSLEIE)
    assert er_kid(svar["kid"])
    assert svar["til_dato"] == date(2029, 12, 14)
    assert svar["foerste_husleie"] == {"beloep": Kroner.fra("5045.16"), "forfall": date(2026, 12, 15)}
    assert "advarsler" not in svar


def test_foerste_husleie_forfaller_senest_ved_overtakelse(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    svar = vei.gjoer(
        "skriv_kontrakt", fra_dato=date(2026, 12, 13), overtakelse_dato=date(2026, 12, 11), husleie=HUSLEIE
    )
    assert svar["foerste_husleie"]["forfall"] == date(2026, 12, 11)
    assert vei.vis().frister == {"foerste_husleie": date(2026, 12, 11), "overtakelse": date(2026, 12, 11)}


def test_annen_husleie_enn_boligens_faar_en_advarsel(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    assert (
        "husleie"
        in vei.gjoer("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=Kroner.fra(9000))["advarsler"][0].lower()
    )


@pytest.mark.parametrize("husleie", [Kroner.null(), Kroner(-1)])
def test_kontrakten_maa_ha_en_husleie_og_overtakelse_naer_leiestart(paa: Paa, husleie: Kroner) -> None:
    vei = paa("kontraktsklar")
    sen = vei.fra_dato + timedelta(days=32)
    assert vei.ugyldig("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=husleie, overtakelse_dato=sen) == {
        "/husleie",
        "/overtakelse_dato",
    }


@pytest.mark.parametrize("stadium", ["registrert", "sendt", "tilbudt", "takket_ja"])
def test_kontrakten_skrives_ikke_saa_lenge_porten_er_stengt(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) >= vei.port("K") != set()


@pytest.mark.parametrize("klausul", ["vanskeligstilte", "unntak", "oppsigelse"])
def test_uten_en_paakrevd_klausul_i_malen_stanses_kontrakten(paa: Paa, klausul: str) -> None:
    vei = paa("kontraktsklar")
    vei.kontor.dokumenter.klausulsett = ALLE_KLAUSULER - {klausul}
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) == {"KTR-5"}


def test_uten_fravikelsesklausul_kommer_bare_en_advarsel(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    vei.kontor.dokumenter.klausulsett = ALLE_KLAUSULER - {"fravikelse_a"}
    vei.gjoer("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE)
    assert any("I-2" in a for a in vei.vis().kontraktsraad.advarsler)


def test_kontrakten_skrives_en_gang(paa: Paa) -> None:
    vei = paa("kontrakt")
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) == {"ALLEREDE"}


def test_hver_part_signerer_en_gang_og_ikke_foer_kontrakten_var_skrevet(paa: Paa) -> None:
    vei = paa("kontrakt")
    i_dag = vei.kontor.ur.i_dag
    assert vei.ugyldig("signer_kontrakt", part="medleier", dato=i_dag) == {"/part"}
    assert vei.ugyldig("signer_kontrakt", part="leier", dato=i_dag - timedelta(days=1)) == {"/dato"}
    assert vei.gjoer("signer_kontrakt", part="leier", dato=i_dag)["mangler"] == ["utleier"]
    assert vei.sperret("signer_kontrakt", part="leier", dato=i_dag) == {"ALLEREDE"}
    assert "NOE-3" in vei.port("N")
    assert vei.gjoer("signer_kontrakt", part="utleier", dato=i_dag)["mangler"] == []
    assert "NOE-3" not in vei.port("N")


def test_alle_leiere_maa_signere(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(medsoeker=person("Stille", "Fjord", STILLE))).til("kontrakt")
    for part in ("leier", "utleier"):
        vei.gjoer("signer_kontrakt", part=part, dato=kontor.ur.i_dag)
    grunn = next(s.grunn for s in vei.vis().porter["N"] if s.kode == "NOE-3")
    assert "medleier" in grunn


def test_signering_stanses_naar_et_kontraktspunkt_er_tatt_tilbake(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.svar("KTR-4", "nei", merknad="Tolken kom ikke.", dokumentasjon=None)
    assert vei.sperret("signer_kontrakt", part="leier", dato=vei.kontor.ur.i_dag) == {"KTR-4"} == vei.port("K")


def test_uten_kontrakt_er_det_ingenting_aa_signere_annullere_eller_betale(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    i_dag = vei.kontor.ur.i_dag
    assert vei.sperret("signer_kontrakt", part="leier", dato=i_dag) == {"STEG"}
    assert vei.sperret("annuller_kontrakt", grunn="x") == {"STEG"}
    assert vei.sperret("registrer_betaling", beloep=HUSLEIE, dato=i_dag, kilde="bankfil") == {"STEG"}


def test_en_annullert_kontrakt_kan_skrives_paa_nytt_med_ny_kid(paa: Paa) -> None:
    vei = paa("betalt")
    gammel = vei.vis().kontrakt
    svar = vei.gjoer("annuller_kontrakt", grunn="Feil dato.")
    assert "betales tilbake" in svar["advarsler"][0]
    assert {"NOE-1", "NOE-3", "NOE-8"} <= vei.port("N")
    ny = vei.gjoer("skriv_kontrakt", fra_dato=date(2026, 12, 10), husleie=HUSLEIE)
    assert gammel is not None
    assert ny["kid"] != gammel.kid
    assert {"NOE-1", "NOE-3"} <= vei.port("N")


def test_etter_noekkelen_kan_leieforholdet_ikke_annulleres(paa: Paa) -> None:
    assert paa("utlevert").sperret("annuller_kontrakt", grunn="x") == {"STEG"}


def test_delbetaling_vises_og_noekkelen_venter_paa_resten(paa: Paa) -> None:
    vei = paa("signert")
    svar = vei.gjoer("registrer_betaling", beloep=Kroner.fra(3000), dato=vei.kontor.ur.i_dag, kilde="kvittering")
    assert (svar["betalt"], svar["gjenstaar"]) == (Kroner.fra(3000), Kroner.fra(6200))
    grunn = next(s.grunn for s in vei.vis().porter["N"] if s.kode == "NOE-1")
    assert str(Kroner.fra(6200)) in grunn
    vei.gjoer("registrer_betaling", beloep=Kroner.fra("6199.99"), dato=vei.kontor.ur.i_dag, kilde="kvittering")
    assert "NOE-1" in vei.port("N")
    vei.gjoer("registrer_betaling", beloep=Kroner(1), dato=vei.kontor.ur.i_dag, kilde="kvittering")
    assert "NOE-1" not in vei.port("N")


@pytest.mark.parametrize("kilde", ["kvittering", "bankfil", "regnskap", "nav_vedtak", "garanti"])
def test_nav_vedtak_og_garanti_dekker_foerste_husleie_som_penger(paa: Paa, kilde: str) -> None:
    vei = paa("signert")
    vei.betal(kilde=kilde)
    assert "NOE-1" not in vei.port("N")


def test_betaling_maa_vaere_over_null_ikke_fram_i_tid_og_med_riktig_kid(paa: Paa) -> None:
    vei = paa("signert")
    i_morgen = vei.kontor.ur.i_dag + timedelta(days=1)
    felt = {"beloep": Kroner.null(), "dato": i_morgen, "kilde": "kvittering", "kid": "123"}
    assert vei.ugyldig("registrer_betaling", **felt) == {"/beloep", "/dato", "/kid"}


def test_for_mye_betalt_faar_en_advarsel(paa: Paa) -> None:
    vei = paa("signert")
    svar = vei.gjoer("registrer_betaling", beloep=Kroner.fra(9300), dato=vei.kontor.ur.i_dag, kilde="bankfil")
    assert "mer enn" in svar["advarsler"][0]


def test_reversering_foer_noekkelen_opphever_betalingen(paa: Paa) -> None:
    vei = paa("signert")
    nummer = vei.betal()
    felt = {"dato": vei.kontor.ur.i_dag, "kilde": "bankfil"}
    assert vei.ugyldig("registrer_betaling", beloep=Kroner.fra(1), reverserer=nummer, **felt) == {"/beloep"}
    assert vei.ugyldig("registrer_betaling", beloep=HUSLEIE, reverserer=999, **felt) == {"/reverserer"}
    svar = vei.gjoer("registrer_betaling", beloep=HUSLEIE, reverserer=nummer, **felt)
    assert svar["gjenstaar"] == HUSLEIE
    assert "NOE-1" in vei.port("N")
    assert vei.sperret("registrer_betaling", beloep=HUSLEIE, reverserer=nummer, **felt) == {"ALLEREDE"}
    assert vei.ugyldig("registrer_betaling", beloep=HUSLEIE, reverserer=svar["betaling"], **felt) == {"/reverserer"}


def test_reversering_etter_noekkelen_blir_restanse_og_leieforholdet_staar(paa: Paa) -> None:
    vei = paa("utlevert")
    kontrakt = vei.vis().kontrakt
    assert kontrakt is not None
    (betaling,) = kontrakt.betalinger
    svar = vei.gjoer(
        "registrer_betaling", beloep=HUSLEIE, dato=vei.kontor.ur.i_dag, kilde="bankfil", reverserer=betaling.id
    )
    assert "Leieforholdet står" in svar["advarsler"][0]
    assert vei.vis().boforhold_restanse == HUSLEIE
    assert vei.steg == "boforhold"
    assert vei.port("N") == set()


@pytest.mark.parametrize("handling", ["skriv_kontrakt", "signer_kontrakt", "annuller_kontrakt", "registrer_betaling"])
def test_leser_roerer_ikke_kontrakten(paa: Paa, handling: str) -> None:
    vei = paa("kontrakt")
    i_dag = vei.kontor.ur.i_dag
    felt: dict[str, dict[str, Any]] = {
        "skriv_kontrakt": {"fra_dato": i_dag, "husleie": HUSLEIE},
        "signer_kontrakt": {"part": "leier", "dato": i_dag},
        "annuller_kontrakt": {"grunn": "x"},
        "registrer_betaling": {"beloep": HUSLEIE, "dato": i_dag, "kilde": "bankfil"},
    }
    assert vei.sperret(handling, "ida", **felt[handling]) == {"ROLLE"}


def test_endret_husleie_paa_boligen_endrer_ikke_kontrakten(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.kontor.gjoer("endre_bolig", bolig=boligdata("B-1", husleie=Kroner.fra(12000)))
    kontrakt = vei.vis().kontrakt
    assert kontrakt is not None
    assert kontrakt.husleie == HUSLEIE
