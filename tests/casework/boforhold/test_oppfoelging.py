"""Arrears followed up: contact, agreement, measures, guarantees, settlement and reservation – done and refused."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.innsyn import PAKKER
from boligtildeling.casework.views.skjerminger import SKJERMBART
from boligtildeling.domain.penger import Kroner
from tests.bygg import HUSLEIE, Paa
from tests.casework.boforhold.kontorfiler import FEBRUAR, Leie
from tests.filer import Innbetaling, rad

AVTALE: dict[str, Any] = {
    "beloep": Kroner.fra(9200),
    "per_maaned": Kroner.fra(2000),
    "foerste_forfall": date(2027, 3, 22),
    "signert_dato": date(2027, 2, 1),
    "livsopphold_er_kontrollert": True,
    "raadgivning_er_tilbudt": True,
    "erkjennelse_er_forklart": True,
}
GARANTI: dict[str, Any] = {
    "garantist": "Nav Trondheim",
    "beloep": Kroner.fra(20000),
    "vilkaar": "Gjelder ubetalt husleie.",
    "gitt_dato": date(2026, 12, 1),
    "til_dato": date(2027, 11, 30),
}


@pytest.fixture
def skyldner(leie: Leie) -> Leie:
    """The tenant owes the rent of January."""
    leie.liste()
    return leie


def test_den_som_ikke_svarer_proeves_paa_neste_kanal(skyldner: Leie) -> None:
    felt = {"dato": FEBRUAR, "kanal": "brev", "fikk_svar": False, "referat": "Brev sendt, ikke svar."}
    assert skyldner.vei.gjoer("logg_kontakt", **felt)["neste_kanal"] == "sms"
    felt |= {"kanal": "telefon", "fikk_svar": True, "referat": "Snakket sammen. Betaler fredag."}
    assert skyldner.vei.gjoer("logg_kontakt", **felt)["neste_kanal"] is None
    assert [k.kanal for k in skyldner.oppfoelging().kontakter] == ["telefon", "brev"]
    assert skyldner.restanse().siste_kontakt == FEBRUAR


def test_kontakt_med_andre_er_ikke_kontakt_med_leieren(skyldner: Leie) -> None:
    felt = {"dato": FEBRUAR, "kanal": "telefon", "fikk_svar": True, "referat": "Snakket med Nav.", "aktoer": "nav"}
    assert skyldner.vei.gjoer("logg_kontakt", **felt)["neste_kanal"] == "brev"
    assert skyldner.restanse().siste_kontakt is None


@pytest.mark.parametrize(
    ("handling", "felt"),
    [
        ("logg_kontakt", {"dato": date(2026, 11, 20), "kanal": "brev", "fikk_svar": False, "referat": "Sendt."}),
        ("inngaa_nedbetalingsavtale", AVTALE | {"signert_dato": date(2026, 11, 20)}),
        ("velg_virkemiddel", {"virkemiddel": "kurs", "grunn": "Trenger hjelp."}),
        ("registrer_garanti", GARANTI | {"gitt_dato": date(2026, 11, 20)}),
        ("registrer_gjeldsordning", {"status": "soekt", "dato": date(2026, 11, 20)}),
        ("registrer_reservasjon", {"dato": date(2026, 11, 20)}),
        ("send_varsel", {"slag": "purring"}),
        ("oversend_inkasso", {"mottaker": "Inkassobyrået"}),
        ("send_begjaering", {"grunnlag": "a"}),
    ],
)
def test_foer_leieforholdet_har_begynt_er_det_ingenting_aa_foelge_opp(
    paa: Paa, handling: str, felt: dict[str, Any]
) -> None:
    assert paa("betalt").sperret(handling, **felt) == {"STEG"}


def test_kontakt_i_framtiden_er_ikke_kontakt(skyldner: Leie) -> None:
    felt = {"dato": date(2027, 2, 2), "kanal": "brev", "fikk_svar": False, "referat": "Sendt."}
    assert skyldner.vei.ugyldig("logg_kontakt", **felt) == {"/dato"}


def test_avtalen_faar_rater_og_den_nye_tar_over_for_den_gamle(skyldner: Leie) -> None:
    svar = skyldner.vei.gjoer("inngaa_nedbetalingsavtale", **AVTALE)
    assert [r["beloep"] for r in svar["rater"]] == [Kroner.fra(2000)] * 4 + [Kroner.fra(1200)]
    ny = skyldner.vei.gjoer("inngaa_nedbetalingsavtale", **(AVTALE | {"per_maaned": Kroner.fra(9200)}))
    avtale = skyldner.oppfoelging().avtale
    assert avtale is not None
    assert (avtale.id, avtale.status, len(avtale.rater)) == (ny["avtale"], "foelges", 1)


@pytest.mark.parametrize(
    ("felt", "pekere"),
    [
        ({"livsopphold_er_kontrollert": False}, {"/livsopphold_er_kontrollert"}),
        ({"raadgivning_er_tilbudt": False}, {"/raadgivning_er_tilbudt"}),
        ({"erkjennelse_er_forklart": False}, {"/erkjennelse_er_forklart"}),
        ({"per_maaned": Kroner.fra(9201)}, {"/per_maaned"}),
        ({"per_maaned": Kroner.fra(1)}, {"/per_maaned"}),
        ({"foerste_forfall": date(2027, 2, 1)}, {"/foerste_forfall"}),
    ],
)
def test_en_avtale_uten_det_som_skal_vaere_gjort_foerst_er_ugyldig(
    skyldner: Leie, felt: dict[str, Any], pekere: set[str]
) -> None:
    assert skyldner.vei.ugyldig("inngaa_nedbetalingsavtale", **(AVTALE | felt)) == pekere


def test_avtalen_kan_ikke_gjelde_mer_enn_det_som_skyldes(skyldner: Leie) -> None:
    assert skyldner.vei.sperret("inngaa_nedbetalingsavtale", **(AVTALE | {"beloep": Kroner.fra(9201)})) == {"RESTANSE"}


def test_avtalen_kan_ikke_gjelde_gjeld_fra_foer_gjeldsforhandlingen(skyldner: Leie) -> None:
    skyldner.vei.gjoer("registrer_gjeldsordning", status="aapnet", dato=FEBRUAR, aapnet_dato=date(2027, 1, 25))
    assert skyldner.vei.sperret("inngaa_nedbetalingsavtale", **AVTALE) == {"GJELD"}


def test_gjeldsforhandling_uten_aapningsdato_er_ugyldig(skyldner: Leie) -> None:
    assert skyldner.vei.ugyldig("registrer_gjeldsordning", status="aapnet", dato=FEBRUAR) == {"/aapnet_dato"}


def test_importen_finner_en_brutt_avtale_og_lager_en_oppgave_som_lukkes_naar_det_er_betalt(skyldner: Leie) -> None:
    skyldner.vei.gjoer("inngaa_nedbetalingsavtale", **AVTALE)
    kid, nummer = skyldner.kid, skyldner.vei.saksnummer
    skyldner.kontor.ur.sett(date(2027, 3, 23))
    svar = skyldner.bankfil(Innbetaling(kid, "18400.00", date(2027, 3, 22)))
    assert svar["brutte_avtaler"] == [nummer]
    assert skyldner.bankfil(Innbetaling(kid, "1.00", date(2027, 3, 22), referanse="2"))["brutte_avtaler"] == [nummer]
    oppgaver = [o for o in skyldner.vei.vis().oppgaver if o.kode == "AVTALE"]
    assert [(o.er_ferdig, o.frist) for o in oppgaver] == [(False, date(2027, 3, 23))]
    assert skyldner.restanse().avtale == "brutt"
    skyldner.bankfil(Innbetaling(kid, "1999.00", date(2027, 3, 22), referanse="3"))
    assert [o.er_ferdig for o in skyldner.vei.vis().oppgaver if o.kode == "AVTALE"] == [True]
    assert skyldner.vei.historikk.count("proev_avtale") == 2
    assert skyldner.restanse().avtale == "foelges"


def test_virkemidlene_velges_fra_det_mildeste_og_hopp_har_grunn(skyldner: Leie) -> None:
    felt: dict[str, Any] = {"virkemiddel": "husleie_foerst", "grunn": "Alt annet er prøvd."}
    assert skyldner.vei.sperret("velg_virkemiddel", **felt) == {"VIRKEMIDDEL", "SAMTYKKE"}
    assert skyldner.vei.ugyldig("velg_virkemiddel", **(felt | {"grunnlag": "samtykke"})) == {"/grunnlag_dato"}
    felt |= {"grunnlag": "samtykke", "grunnlag_dato": FEBRUAR, "hvorfor_ikke_mildere": "Leieren ba om det selv."}
    skyldner.vei.gjoer("velg_virkemiddel", **felt)
    assert [v.virkemiddel for v in skyldner.oppfoelging().virkemidler] == ["husleie_foerst"]
    assert any("Vurder om leieren trenger oppfølging" in o.tekst for o in skyldner.vei.vis().oppgaver)


def test_den_som_staar_paa_venteliste_faar_en_plass_og_tas_inn_naar_det_er_plass(skyldner: Leie) -> None:
    felt = {"virkemiddel": "kurs", "grunn": "Vil lære å styre pengene.", "status": "venteliste"}
    assert skyldner.vei.gjoer("velg_virkemiddel", **felt)["plass_i_koeen"] == 1
    skyldner.vei.gjoer("velg_virkemiddel", **(felt | {"status": "gjennomfoert"}))
    (kurs,) = skyldner.oppfoelging().virkemidler
    assert kurs.status == "gjennomfoert"
    assert skyldner.vei.ugyldig("velg_virkemiddel", **(felt | {"virkemiddel": "raadgivning"})) == {"/status"}
    assert skyldner.vei.ugyldig("velg_virkemiddel", virkemiddel="trolldom", grunn="Nei.") == {"/virkemiddel"}


def test_trekk_i_trygd_trenger_bekreftelse_fra_nav(skyldner: Leie) -> None:
    felt: dict[str, Any] = {
        "virkemiddel": "trekk_i_trygd",
        "grunn": "Betaler ikke selv.",
        "hvorfor_ikke_mildere": "Alt er prøvd i forrige leieforhold.",
    }
    assert skyldner.vei.sperret("velg_virkemiddel", **felt) == {"NAV"}
    skyldner.vei.gjoer("velg_virkemiddel", **felt, grunnlag="nav_bekreftelse", grunnlag_dato=FEBRUAR)


def test_garantien_utloeses_en_gang_og_for_det_den_gjelder(skyldner: Leie) -> None:
    nummer = skyldner.vei.gjoer("registrer_garanti", **GARANTI)["garanti"]
    utloes = GARANTI | {"garanti": nummer, "utloest_dato": FEBRUAR}
    assert skyldner.vei.sperret("registrer_garanti", **(utloes | {"beloep": Kroner.fra(20001)})) == {"GARANTI"}
    assert skyldner.vei.ugyldig("registrer_garanti", **(utloes | {"utloest_dato": None})) == {"/utloest_dato"}
    assert skyldner.vei.ugyldig("registrer_garanti", **(utloes | {"garanti": 99})) == {"/garanti"}
    skyldner.vei.gjoer("registrer_garanti", **(utloes | {"beloep": HUSLEIE}))
    (garanti,) = skyldner.oppfoelging().garantier
    assert (garanti.utloest_dato, garanti.utloest_beloep) == (FEBRUAR, HUSLEIE)
    assert skyldner.vei.sperret("registrer_garanti", **utloes) == {"ALLEREDE"}


def test_leieren_kan_reservere_seg_og_ombestemme_seg(skyldner: Leie) -> None:
    assert skyldner.vei.sperret("registrer_reservasjon", dato=FEBRUAR, trekkes=True) == {"STEG"}
    skyldner.vei.gjoer("registrer_reservasjon", dato=FEBRUAR)
    assert skyldner.oppfoelging().har_reservert_seg
    assert skyldner.vei.sperret("registrer_reservasjon", dato=FEBRUAR) == {"ALLEREDE"}
    skyldner.vei.gjoer("registrer_reservasjon", dato=FEBRUAR, trekkes=True)
    assert not skyldner.oppfoelging().har_reservert_seg


def test_innsyn_viser_leieren_det_som_er_skrevet_om_oppfoelgingen(skyldner: Leie) -> None:
    skyldner.vei.gjoer(
        "logg_kontakt", dato=FEBRUAR, kanal="telefon", fikk_svar=True, referat="Leieren er syk og trenger tid."
    )
    skyldner.vei.gjoer("lag_innsynspakke", alle_saker=False)
    (pakke,) = skyldner.kontor.program.vis(PAKKER, "kari", skyldner.vei.saksnummer)
    verdier = [o.verdi for s in pakke.innhold for a in s.avsnitt for o in a.opplysninger]
    assert "Leieren er syk og trenger tid." in verdier


def test_det_som_er_skrevet_om_leieren_kan_pekes_ut_og_skjermes(skyldner: Leie) -> None:
    skyldner.vei.gjoer("logg_kontakt", dato=FEBRUAR, kanal="telefon", fikk_svar=True, referat="Broren Stille er syk.")
    skjermbart = skyldner.kontor.program.vis(SKJERMBART, "kari", skyldner.vei.saksnummer)
    assert [s.hvor for s in skjermbart if s.verdi == "Broren Stille er syk."] == ["/kontakter/1/referat"]


def test_listen_uten_flere_krav_kan_ogsaa_tas_inn(skyldner: Leie) -> None:
    assert skyldner.liste(date(2027, 3, 1), rad(skyldner.kid, "1,00", "20.02.2027", "F-7"))["rader"] == 1
