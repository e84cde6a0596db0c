"""How a decision ends: the party is warned and heard first, two persons stand behind it, and it is told in writing."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.versjoner import VERSJONER
from tests.bygg import Paa, Vei, vedtaksutkast

FRIST = date(2026, 11, 24)
GRUNN = "Du har fortalt at du har kjøpt leilighet."
BEGRUNNELSE = "Du har nå en egnet bolig."


def sendt(paa: Paa, stadium: str = "sendt") -> Vei:
    vei = paa(stadium)
    vei.svar("SOE-1")
    return vei


def varslet(paa: Paa, slag: str = "bortfall", stadium: str = "sendt") -> Vei:
    vei = sendt(paa, stadium)
    vei.gjoer("send_forhaandsvarsel", slag=slag, grunn=GRUNN, frist=FRIST)
    return vei


def etter_fristen(vei: Vei) -> Vei:
    vei.kontor.ur.sett(date(2026, 11, 25))
    vei.svar("SOE-1")
    return vei


def siste(vei: Vei) -> tuple[str, Any]:
    return vei.kontor.dokumenter.laget[-1]


def test_forhaandsvarselet_sier_hva_hvorfor_og_naar(paa: Paa) -> None:
    navn, v = siste(varslet(paa))
    assert navn == "forhaandsvarsel"
    assert (v.slag, v.grunn, v.frist, v.vedtak_dato) == ("bortfall", GRUNN, FRIST, date(2026, 11, 10))


def test_vedtaket_kan_ikke_falle_bort_uten_varsel(paa: Paa) -> None:
    (sperre,) = sendt(paa).sperrer("la_vedtak_falle_bort", "tove", begrunnelse=BEGRUNNELSE)
    assert (sperre.kode, sperre.hjemmel) == ("VEDTAK", "forvaltningsloven § 16")


def test_et_varsel_om_noe_annet_er_ikke_nok(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa, "omgjoering"))
    assert vei.sperret("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE) == {"VEDTAK"}


def test_vedtaket_kan_ikke_falle_bort_foer_fristen_uten_at_soekeren_har_svart(paa: Paa) -> None:
    vei = varslet(paa)
    (sperre,) = vei.sperrer("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE)
    assert "24. november 2026" in sperre.grunn
    svar = vei.gjoer("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE, uttalelse="Det stemmer.")
    assert svar["status"] == "bortfalt"


def test_etter_fristen_faller_vedtaket_bort_og_soekeren_faar_brev(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa))
    vei.gjoer("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE)
    navn, v = siste(vei)
    assert navn == "bortfall"
    assert (v.begrunnelse, v.uttalelse, v.varsel_dato, v.godkjent_av) == (BEGRUNNELSE, None, date(2026, 11, 10), "ola")
    assert v.klageinstans_b == "kommunens klagenemnd (PRØVE)"
    assert vei.vis().vedtak.status == "bortfalt"
    assert "VEDTAK" in vei.port("T")
    vei.gjoer("avslutt_sak", utfall="bortfalt", grunn="Har kjøpt bolig.")


def test_den_som_varslet_kan_ikke_avgjoere(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa))
    assert vei.sperret("la_vedtak_falle_bort", "kari", begrunnelse=BEGRUNNELSE) == {"VED-6"}


def test_den_som_skrev_vedtaket_kan_ikke_omgjoere_det_alene(paa: Paa) -> None:
    vei = sendt(paa)
    felt = {"grunnlag": "ikke_til_skade", "begrunnelse": "Du får ett soverom til."}
    assert vei.sperret("omgjoer_vedtak", "kari", **felt) == {"VED-6"}
    assert vei.gjoer("omgjoer_vedtak", "ola", **felt)["status"] == "omgjort"


@pytest.mark.parametrize("grunnlag", ["ikke_til_skade", "etter_klage"])
def test_omgjoering_som_ikke_skader_eller_som_soekeren_ba_om_krever_ikke_varsel(paa: Paa, grunnlag: str) -> None:
    vei = sendt(paa)
    vei.gjoer("omgjoer_vedtak", "ola", grunnlag=grunnlag, begrunnelse=BEGRUNNELSE)
    navn, v = siste(vei)
    assert (navn, v.grunnlag, v.varsel_dato) == ("omgjoering", grunnlag, None)


def test_et_ugyldig_vedtak_krever_varsel(paa: Paa) -> None:
    felt = {"grunnlag": "ugyldig", "begrunnelse": BEGRUNNELSE}
    assert sendt(paa).sperret("omgjoer_vedtak", "ola", **felt) == {"VEDTAK"}
    vei = etter_fristen(varslet(paa, "omgjoering"))
    assert vei.gjoer("omgjoer_vedtak", "ola", **felt)["status"] == "omgjort"


def test_etter_omgjoering_skrives_et_nytt_vedtak_og_begge_staar(paa: Paa) -> None:
    vei = sendt(paa)
    vei.gjoer("omgjoer_vedtak", "ola", grunnlag="etter_klage", begrunnelse=BEGRUNNELSE)
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="Du trenger to soverom fordi sønnen din bor hos deg."))
    vedtak = vei.vis().vedtak
    assert (vedtak.nummer, vedtak.status) == (2, "utkast")
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=("konklusjon", "begrunnelse", "klage"))
    vei.gjoer("send_vedtak", maate="post", dato=vei.kontor.ur.i_dag)
    assert [d.navn for d in vei.vis().dokumenter] == ["vedtak", "omgjoering", "vedtak"]
    assert "VEDTAK" not in vei.port("T")


def test_et_vedtak_som_har_falt_bort_kan_ikke_skrives_om(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa))
    vei.gjoer("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE)
    assert vei.sperret("skriv_vedtak", **vedtaksutkast()) == {"VEDTAK"}
    assert vei.sperret("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE) == {"ALLEREDE"}


def test_tilbudet_trekkes_naar_vedtaket_faller_bort(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa, stadium="tilbudt"))
    vei.gjoer("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE)
    assert [t.status for t in vei.vis().tilbud] == ["trukket"]


def test_vedtaket_staar_naar_kontrakten_er_skrevet(paa: Paa) -> None:
    vei = sendt(paa, "kontrakt")
    assert vei.sperret("send_forhaandsvarsel", slag="bortfall", grunn=GRUNN, frist=date(2026, 12, 1)) == {"STEG"}
    felt = {"grunnlag": "ikke_til_skade", "begrunnelse": BEGRUNNELSE}
    assert vei.sperret("omgjoer_vedtak", "ola", **felt) == {"STEG"}


def test_et_utkast_kan_verken_varsles_omgjoeres_eller_bekreftes(paa: Paa) -> None:
    vei = sendt(paa, "godkjent")
    assert vei.sperret("send_forhaandsvarsel", slag="bortfall", grunn=GRUNN, frist=FRIST) == {"VEDTAK"}
    assert vei.sperret("omgjoer_vedtak", "ola", grunnlag="ugyldig", begrunnelse=BEGRUNNELSE) == {"VEDTAK"}
    assert vei.sperret("bekreft_muntlig_vedtak") == {"VEDTAK"}


def test_et_gammelt_svar_om_adressebeskyttelse_stanser_varsel_og_bortfall(paa: Paa) -> None:
    vei = varslet(paa)
    vei.kontor.ur.sett(date(2026, 11, 25))
    assert vei.sperret("la_vedtak_falle_bort", "ola", begrunnelse=BEGRUNNELSE) == {"SOE-1"}
    assert vei.sperret("send_forhaandsvarsel", slag="bortfall", grunn=GRUNN, frist=date(2026, 12, 9)) == {"SOE-1"}


def test_et_muntlig_vedtak_bekreftes_skriftlig_med_datoen_det_ble_gitt(paa: Paa) -> None:
    vei = paa("godkjent")
    vei.gjoer("send_vedtak", maate="muntlig", dato=date(2026, 11, 10))
    vei.gjoer("bekreft_muntlig_vedtak", maate="post")
    navn, v = siste(vei)
    assert (navn, v.muntlig_dato, v.er_utkast) == ("bekreftelse-muntlig-vedtak", date(2026, 11, 10), False)


def test_et_vedtak_som_ble_sendt_i_posten_trenger_ingen_bekreftelse(paa: Paa) -> None:
    assert sendt(paa).sperret("bekreft_muntlig_vedtak") == {"VEDTAK"}


def test_varsel_og_omgjoering_vises_i_tidligere_versjoner(paa: Paa) -> None:
    vei = etter_fristen(varslet(paa, "omgjoering"))
    vei.gjoer("omgjoer_vedtak", "ola", grunnlag="ugyldig", begrunnelse=BEGRUNNELSE)
    versjoner = vei.kontor.program.vis(VERSJONER, "kari", vei.saksnummer)
    (status,) = versjoner[0].endringer
    assert (status.sted, status.fra, status.til) == ("/vedtak/status", "sendt", "omgjort")
    varsel = next(v for v in versjoner if v.tittel == "Send forhåndsvarsel")
    felt = {e.sted: e.til for e in varsel.endringer}
    assert felt["/vedtak/varsel/slag"] == "omgjoering"
    assert felt["/vedtak/varsel/sendt_av"] == "kari"
