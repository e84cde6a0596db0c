"""The decision: draft, a second person, back with reasons, sent, and what each gate lets through."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.soeknad import Behov
from boligtildeling.domain.vedtak import DELER, Boligkrav, BoligsosialDel
from tests.bygg import Kontor, Paa, Vei, barn, databasedump, kommando, soeknad, vedtaksutkast, vilkaar

IKKE_VANSKELIGSTILT = BoligsosialDel(konklusjon="ikke_vanskeligstilt")


def sendt_dato(vei: Vei) -> dict[str, Any]:
    return {"maate": "post", "dato": vei.kontor.ur.i_dag}


def til_avslag(kontor: Kontor, utfall: str, **felt: Any) -> Vei:
    """A case with all decision points answered and a draft that says no."""
    vei = kontor.ny_sak()
    kontor.ur.sett(date(2026, 11, 6))
    vei.gjoer("skriv_vedtak", **vedtaksutkast(utfall=utfall, bolig=Boligkrav(), **felt))
    vei.svar_alt("V")
    return vei


def test_et_utkast_kan_lagres_tomt_naar_som_helst(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.gjoer("skriv_vedtak")["status"] == "utkast"
    assert {"VED-1", "VED-3"} <= vei.port("V")


def test_samme_vilkaarskode_to_ganger_er_en_feil(paa: Paa) -> None:
    assert paa("registrert").ugyldig("skriv_vedtak", vilkaar=(vilkaar("V1"), vilkaar("V1"))) == {"/vilkaar/1/kode"}


def test_innvilgelse_gjelder_til_utkastet_sier_noe_annet(paa: Paa) -> None:
    vei = paa("registrert")
    assert {"OEK-1", "KAR-2", "VED-5"} <= vei.port("V")
    vei.gjoer("skriv_vedtak", utfall="avslag")
    assert not {"OEK-1", "KAR-2", "VED-5", "VED-1"} & vei.port("V")
    assert {"SOE-1", "KAR-1", "KAR-4", "KAR-8", "VED-3", "VED-4"} == vei.port("V")


@pytest.mark.parametrize("utfall", ["avslag", "avvist"])
def test_avslag_og_avvisning_gaar_hele_veien_til_brev_uten_bolig(kontor: Kontor, utfall: str) -> None:
    vei = til_avslag(kontor, utfall, boligsosial=IKKE_VANSKELIGSTILT)
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "ola", kontrollert=("konklusjon", "begrunnelse", "klage"))
    vei.gjoer("send_vedtak", **sendt_dato(vei))
    assert [d.navn for d in vei.vis().dokumenter] == ["vedtak"]
    assert vei.sperret("tilby_bolig", boligid="B-1", frist=date(2026, 12, 1)) == {"VEDTAK"}
    vei.gjoer("avslutt_sak", utfall=utfall, grunn="Vedtaket er sendt.")
    assert vei.steg == "avsluttet"


def test_avslag_uten_begrunnelse_stanses(kontor: Kontor) -> None:
    vei = til_avslag(kontor, "avslag", begrunnelse=" ", boligsosial=IKKE_VANSKELIGSTILT)
    assert vei.sperret("send_til_godkjenning") == {"VED-4"} == vei.port("V")


def test_avslag_naar_soeknaden_har_mangler_krever_at_de_er_etterspurt(kontor: Kontor) -> None:
    vei = til_avslag(kontor, "avslag", boligsosial=IKKE_VANSKELIGSTILT)
    vei.gjoer("sett_kjennetegn", kjennetegn="mangler_i_soeknad", verdi=True)
    assert vei.sperret("send_til_godkjenning") == {"KAR-10"}


def test_ikke_vanskeligstilt_og_innvilget_bolig_kan_ikke_staa_sammen(paa: Paa) -> None:
    vei = paa("kartlagt")
    vei.gjoer(
        "skriv_vedtak", **vedtaksutkast(boligsosial=BoligsosialDel(konklusjon="ikke_vanskeligstilt", bistand="x"))
    )
    assert vei.sperret("send_til_godkjenning") == {"VED-3"}


def test_faerre_soverom_enn_soekt_om_krever_begrunnelse(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(husstand=(barn(),), behov=Behov(antall_soverom=3))).til("kartlagt")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="", bolig=Boligkrav(antall_soverom=2)))
    assert "VED-4" in vei.port("V")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="", bolig=Boligkrav(antall_soverom=3)))
    assert "VED-4" not in vei.port("V")


@pytest.mark.parametrize(
    ("felt", "kode"),
    [
        ({"vilkaar": (vilkaar(grunn=""),)}, "VED-2"),
        ({"vilkaar": (vilkaar(oppfylles=" "),)}, "VED-2"),
        ({"vilkaar": (vilkaar(frist=None),)}, "VED-2"),
        ({"bolig": Boligkrav(boligtype="hybel")}, "VED-1"),
        ({"boligsosial": BoligsosialDel()}, "VED-3"),
    ],
)
def test_et_mangelfullt_vedtak_kommer_ikke_til_godkjenning(paa: Paa, felt: dict[str, Any], kode: str) -> None:
    vei = paa("kartlagt")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(**felt))
    assert kode in vei.sperret("send_til_godkjenning")


def test_uten_skrevet_vedtak_er_det_ingenting_aa_sende(paa: Paa) -> None:
    vei = paa("kartlagt")
    assert vei.sperret("send_til_godkjenning") == {"VED-1", "VED-3"}
    assert vei.sperret("godkjenn_vedtak", "tove", kontrollert=DELER) == {"STEG"}
    assert vei.sperret("returner_vedtak", "tove", grunner=("Mangler alt.",)) == {"STEG"}
    assert vei.sperret("send_vedtak", **sendt_dato(vei)) == {"VED-1", "VED-3", "VED-6"}


def test_den_som_skrev_kan_verken_godkjenne_eller_returnere(paa: Paa) -> None:
    vei = paa("til_godkjenning")
    assert vei.sperret("godkjenn_vedtak", kontrollert=DELER) == {"VED-6"}
    assert vei.sperret("returner_vedtak", grunner=("Selv.",)) == {"VED-6"}
    vei.gjoer("godkjenn_vedtak", "ola", kontrollert=DELER)
    assert vei.vis().vedtak.godkjent_av == "ola"  # type: ignore[union-attr]


@pytest.mark.parametrize("uaapnet", ["konklusjon", "begrunnelse", "klage"])
def test_godkjenneren_maa_ha_aapnet_hver_del(paa: Paa, uaapnet: str) -> None:
    vei = paa("til_godkjenning")
    deler = tuple(d for d in DELER if d not in {uaapnet, "vilkaar"})
    assert vei.sperret("godkjenn_vedtak", "tove", kontrollert=deler) == {"VED-6"}


def test_vilkaarene_er_en_egen_del_naar_det_er_noen(kontor: Kontor) -> None:
    vei = kontor.ny_sak().til("til_godkjenning", vilkaar=(vilkaar(),))
    assert vei.sperret("godkjenn_vedtak", "tove", kontrollert=("konklusjon", "begrunnelse", "klage")) == {"VED-6"}
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)


def test_alle_som_har_skrevet_en_utgave_er_utelukket_fra_aa_godkjenne(paa: Paa) -> None:
    vei = paa("skrevet")
    vei.gjoer("skriv_vedtak", "ola", **vedtaksutkast())
    vei.gjoer("send_til_godkjenning")
    for som in ("kari", "ola"):
        assert vei.sperret("godkjenn_vedtak", som, kontrollert=DELER) == {"VED-6"}
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)


@pytest.mark.parametrize("stadium", ["til_godkjenning", "godkjent"])
@pytest.mark.parametrize(
    ("handling", "felt"),
    [
        ("skriv_vedtak", vedtaksutkast()),
        ("lagre_oekonomiplan", {}),
        ("lagre_oppfoelgingsplan", {"behov": True, "begrunnelse": "x"}),
        ("velg_kontraktstype", {"type": "tidsbestemt", "maaneder": 36, "begrunnelse": "x"}),
    ],
)
def test_godkjenningen_faller_bort_naar_vedtak_planer_eller_kontraktstype_endres(
    paa: Paa, stadium: str, handling: str, felt: dict[str, Any]
) -> None:
    vei = paa(stadium)
    assert "på nytt" in vei.gjoer(handling, **felt)["advarsler"][0]
    vedtak = vei.vis().vedtak
    assert vedtak is not None
    assert (vedtak.status, vedtak.godkjent_av, vedtak.kontrollert) == ("utkast", None, ())
    assert vei.sperret("send_vedtak", **sendt_dato(vei)) == {"VED-6"}


def test_et_returnert_vedtak_har_grunner_som_faller_bort_naar_det_sendes_igjen(paa: Paa) -> None:
    vei = paa("til_godkjenning")
    assert vei.ugyldig("returner_vedtak", "tove", grunner=()) == {"/grunner"}
    vei.gjoer("returner_vedtak", "tove", grunner=("Begrunnelsen er for kort.",))
    vedtak = vei.vis().vedtak
    assert vedtak is not None
    assert (vedtak.status, vedtak.returgrunner) == ("utkast", ("Begrunnelsen er for kort.",))
    vei.gjoer("send_til_godkjenning")
    assert vei.vis().vedtak.returgrunner == ()  # type: ignore[union-attr]


def test_et_godkjent_vedtak_kan_returneres_av_en_annen(paa: Paa) -> None:
    vei = paa("godkjent")
    assert vei.sperret("godkjenn_vedtak", "ola", kontrollert=DELER) == {"ALLEREDE"}
    vei.gjoer("returner_vedtak", "ola", grunner=("Feil beløp.",))
    assert vei.sperret("send_vedtak", **sendt_dato(vei)) == {"VED-6"}


def test_vedtaket_sendes_ikke_uten_godkjenning(paa: Paa) -> None:
    for stadium in ("skrevet", "til_godkjenning"):
        vei = paa(stadium)
        assert vei.sperret("send_vedtak", **sendt_dato(vei)) == {"VED-6"} == vei.port("G")


@pytest.mark.parametrize(("dager", "ventet"), [(7, set()), (8, {"SOE-1"})])
def test_adressesjekken_er_hoeyst_sju_dager_gammel_naar_vedtaket_sendes(paa: Paa, dager: int, ventet: set[str]) -> None:
    vei = paa("godkjent")
    vei.kontor.ur.sett(date(2026, 11, 6) + timedelta(days=dager))
    assert vei.port("G") == ventet
    if ventet:
        assert vei.sperret("send_vedtak", **sendt_dato(vei)) == ventet
        vei.svar("SOE-1")
    vei.gjoer("send_vedtak", **sendt_dato(vei))


def test_adressesjekken_hindrer_ikke_utskrift(paa: Paa) -> None:
    vei = paa("godkjent")
    vei.kontor.ur.fram(30)
    assert vei.kontor.program.skriv_ut("vedtak", vei.saksnummer, "kari")


def test_vedtaket_kan_ikke_vaere_sendt_foer_det_ble_godkjent_eller_i_morgen(paa: Paa) -> None:
    vei = paa("godkjent")
    for dag in (vei.kontor.ur.i_dag - timedelta(days=1), vei.kontor.ur.i_dag + timedelta(days=1)):
        assert vei.ugyldig("send_vedtak", maate="post", dato=dag) == {"/dato"}


def test_et_sendt_vedtak_staar(paa: Paa) -> None:
    vei = paa("sendt")
    assert vei.sperret("skriv_vedtak", **vedtaksutkast()) == {"VEDTAK"}
    assert vei.sperret("send_til_godkjenning") == {"ALLEREDE"}
    assert vei.sperret("send_vedtak", **sendt_dato(vei)) == {"ALLEREDE"}
    assert vei.sperret("godkjenn_vedtak", "ola", kontrollert=DELER) == {"ALLEREDE"}
    assert vei.sperret("returner_vedtak", "ola", grunner=("For sent.",)) == {"STEG"}


def test_muntlig_vedtak_skal_bekreftes_skriftlig(paa: Paa) -> None:
    vei = paa("godkjent")
    svar = vei.gjoer("send_vedtak", maate="muntlig", dato=vei.kontor.ur.i_dag)
    assert "skriftlig" in svar["advarsler"][0]


def test_utskriften_av_et_sendt_vedtak_er_brevet_som_ble_sendt(paa: Paa) -> None:
    vei = paa("sendt")
    sendt = vei.kontor.program.skriv_ut("vedtak", vei.saksnummer, "kari")
    vei.gjoer("rett_soeknad", soeknad=soeknad(maalform="nn"))
    assert vei.kontor.program.skriv_ut("vedtak", vei.saksnummer, "kari") == sendt


@pytest.mark.parametrize("som", ["ida", "it"])
def test_leser_og_administrator_arbeider_ikke_med_vedtak(paa: Paa, som: str) -> None:
    vei = paa("til_godkjenning")
    assert vei.sperret("godkjenn_vedtak", som, kontrollert=DELER) == {"ROLLE"}
    assert vei.sperret("skriv_vedtak", som) == {"ROLLE"}
    assert vei.sperret("returner_vedtak", som, grunner=("x",)) == {"ROLLE"}
    assert vei.sperret("send_til_godkjenning", som) == {"ROLLE"}


def test_forhaandsvisningen_viser_brevet_med_det_som_skrives_og_lagrer_ingenting(paa: Paa) -> None:
    vei = paa("registrert")
    foer = databasedump(vei.kontor.program.mappe)
    utkast = kommando(
        "skriv_vedtak", saksnummer=vei.saksnummer, **vedtaksutkast(begrunnelse="Dette står bare på skjermen.")
    )
    vei.kontor.program.forhaandsvis(utkast, "vedtak", "kari")
    navn, brev = vei.kontor.dokumenter.laget[-1]
    assert (navn, brev.innhold.begrunnelse) == ("vedtak", "Dette står bare på skjermen.")
    assert databasedump(vei.kontor.program.mappe) == foer


def test_forhaandsvisningen_nekter_det_samme_som_handlingen(paa: Paa) -> None:
    vei = paa("registrert")
    utkast = kommando("skriv_vedtak", saksnummer=vei.saksnummer, **vedtaksutkast())
    with pytest.raises(Sperret) as nektet:
        vei.kontor.program.forhaandsvis(utkast, "vedtak", "ida")
    assert [s.kode for s in nektet.value.sperrer] == ["ROLLE"]
