"""Answers to checkpoints, facts that cannot be computed, and the leader's exceptions."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.penger import Kroner
from tests.bygg import Paa, Vei, husleiegjeld, soeknad

BEREGNEDE = "KON-2 KON-3 KON-5 VED-1 VED-2 VED-3 VED-4 VED-6 TIL-1 TIL-2 KTR-1 KTR-5 NOE-1 NOE-3 NOE-4 NOE-8"
MED_UNNTAK = (
    "KAR-2 KAR-4 KAR-7 OEK-4 OEK-7 OEK-9 OPP-3 OPP-4 KON-3 TIL-1 KTR-1 KTR-3 NOE-1 NOE-2 NOE-5 NOE-6 NOE-7 NOE-8"
)
UTSATT = ("NOE-2", "NOE-5", "NOE-6", "NOE-7")


def alle_koder(vei: Vei) -> list[str]:
    return [p.kode for p in vei.vis().sjekkpunkter]


def test_et_ja_med_dokumentasjon_aapner_punktet_og_viser_hvem_og_naar(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-2", "ja", "ola")
    punkt = vei.punkt("KAR-2")
    assert punkt.er_oppfylt
    assert punkt.svar is not None
    assert (punkt.svar.av, punkt.svar.dato) == ("ola", date(2026, 11, 2))


@pytest.mark.parametrize("kode", BEREGNEDE.split())
def test_det_som_regnes_ut_kan_ikke_krysses_av(paa: Paa, kode: str) -> None:
    vei = paa("registrert")
    assert vei.sperret("kryss_av", **vei.svarfelt(kode)) == {"BEREGNET"}


@pytest.mark.parametrize(
    ("felt", "pekere"),
    [
        ({"sjekkpunkt": "XYZ-9"}, {"/sjekkpunkt"}),
        ({"dato": date(2026, 11, 3)}, {"/dato"}),
        ({"svar": "nei", "merknad": None}, {"/merknad"}),
        ({"svar": "ikke_aktuelt", "merknad": "  "}, {"/merknad"}),
        ({"dokumentasjon": None}, {"/dokumentasjon"}),
        ({"merknad": None}, {"/merknad"}),
        ({"dokumentasjon": Dokumentasjon(type="samtale")}, {"/dokumentasjon/deltakere"}),
        ({"dokumentasjon": Dokumentasjon(type="avtale")}, {"/dokumentasjon/dato"}),
        ({"dokumentasjon": Dokumentasjon(type="henvist")}, {"/dokumentasjon/dato", "/dokumentasjon/til"}),
        ({"dokumentasjon": Dokumentasjon(type="beloep")}, {"/dokumentasjon/beloep"}),
        ({"dokumentasjon": Dokumentasjon(type="beloep", beloep=Kroner(-1))}, {"/dokumentasjon/beloep"}),
        ({"merknad": "x\x07"}, {"/merknad"}),
    ],
)
def test_et_svar_som_mangler_noe_blir_ikke_lagret(paa: Paa, felt: dict[str, Any], pekere: set[str]) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("kryss_av", **(vei.svarfelt("KAR-2") | felt)) == pekere


def test_restansepunktet_krever_et_beloep_selv_om_det_er_null(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("kryss_av", **vei.svarfelt("KAR-3") | {"dokumentasjon": Dokumentasjon(type="notat")}) == {
        "/dokumentasjon/beloep"
    }
    vei.svar("KAR-3", beloep=Kroner.null())
    assert vei.punkt("KAR-3").er_oppfylt


def test_beloepet_boligforvalteren_svarer_avgjoer_om_restansepunktene_gjelder(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-3", beloep=Kroner.fra("7250.50"))
    assert {"KAR-9", "OEK-5", "OEK-8"} <= vei.port("V")
    vei.svar("KAR-3", beloep=Kroner.null())
    assert not {"KAR-9", "OEK-5", "OEK-8"} & vei.port("V")


def test_boligforvalterens_null_gaar_foran_soeknadens_gjeld(paa: Paa) -> None:
    vei = paa("tomt").kontor.ny_sak(soeknad(gjeld=(husleiegjeld(),)))
    assert "OEK-5" in vei.port("V")
    vei.svar("KAR-3", beloep=Kroner.null())
    assert "OEK-5" not in vei.port("V")


@pytest.mark.parametrize("svar", ["nei", "ikke_aktuelt"])
@pytest.mark.parametrize("kode", ["OEK-5", "OEK-8", "OPP-2", "OEK-4", "OEK-2", "OPP-6", "OEK-6", "KAR-6"])
def test_at_soeker_takker_nei_er_et_gyldig_svar_og_aldri_alene_en_sperre(paa: Paa, kode: str, svar: str) -> None:
    vei = paa("registrert")
    vei.svar(kode, svar, merknad="Søker vil ikke.", dokumentasjon=None)
    assert vei.punkt(kode).er_oppfylt


@pytest.mark.parametrize("kode", ["SOE-1", "KAR-3", "KAR-4", "KAR-8", "OEK-3", "KON-1", "VED-5"])
def test_et_nei_der_det_ikke_holder_lagres_men_oppfyller_ikke(paa: Paa, kode: str) -> None:
    vei = paa("registrert")
    vei.svar(kode, "nei", merknad="Ikke gjort.", dokumentasjon=None)
    punkt = vei.punkt(kode)
    assert punkt.svar is not None
    assert not punkt.er_oppfylt
    assert kode in vei.port("V")


def test_et_svar_paa_et_punkt_som_ikke_gjelder_teller_naar_det_gjelder(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-7")
    assert not vei.punkt("KAR-7").gjelder
    vei.gjoer("sett_kjennetegn", kjennetegn="ordinaer_leie_rekker_ikke", verdi=True)
    assert vei.punkt("KAR-7").gjelder
    assert "KAR-7" not in vei.port("V")


@pytest.mark.parametrize(
    ("kjennetegn", "kode"),
    [
        ("ordinaer_leie_rekker_ikke", "KAR-7"),
        ("sosialhjelp_som_forskudd", "OEK-6"),
        ("tjenestevedtak", "OPP-4"),
        ("opplysninger_fra_andre", "KAR-9"),
    ],
)
def test_kjennetegn_setter_punktet_i_kraft_og_kan_tas_tilbake(paa: Paa, kjennetegn: str, kode: str) -> None:
    vei = paa("registrert")
    vei.gjoer("sett_kjennetegn", kjennetegn=kjennetegn, verdi=True)
    assert kode in vei.port("V")
    vei.gjoer("sett_kjennetegn", kjennetegn=kjennetegn, verdi=False)
    assert kode not in vei.port("V")
    assert vei.sperret("sett_kjennetegn", "ida", kjennetegn=kjennetegn, verdi=True) == {"ROLLE"}


def test_vedtakspunktene_fryses_naar_vedtaket_sendes_men_ikke_adressesjekken(paa: Paa) -> None:
    vei = paa("sendt")
    porter = {p.kode: set(p.porter) for p in vei.vis().sjekkpunkter if not p.beregnet}
    for kode in ("KAR-1", "KAR-2", "KAR-3", "OEK-1", "OPP-2", "KON-1", "VED-5"):
        assert porter[kode] & {"V", "vedtak"}
        assert vei.sperret("kryss_av", **vei.svarfelt(kode, "nei")) == {"STEG"}
    vei.svar("SOE-1")
    vei.svar("KTR-2")
    vei.svar("NOE-7")


def test_kontraktspunktene_fryses_naar_kontrakten_er_signert(paa: Paa) -> None:
    vei = paa("signert")
    for kode in ("KTR-2", "KTR-3", "KTR-4"):
        assert vei.sperret("kryss_av", **vei.svarfelt(kode, "nei")) == {"STEG"}
    vei.svar("NOE-7")


def test_noekkelpunktene_fryses_naar_noekkelen_er_utlevert(paa: Paa) -> None:
    vei = paa("utlevert")
    assert vei.sperret("kryss_av", **vei.svarfelt("NOE-7", "nei")) == {"STEG"}


@pytest.mark.parametrize("kode", UTSATT)
def test_foer_overtakelse_kan_punktet_ikke_utsettes(paa: Paa, kode: str) -> None:
    vei = paa("betalt")
    vei.kontor.ur.sett(vei.fra_dato - timedelta(days=1))
    assert vei.sperret("kryss_av", **vei.svarfelt(kode, "utsatt")) == {kode}


def test_fra_overtakelse_kan_punktene_utsettes_og_noekkelen_gaar_med_hver_sin_oppgave(paa: Paa) -> None:
    vei = paa("betalt")
    vei.kontor.ur.sett(vei.fra_dato)
    for kode in UTSATT:
        vei.svar(kode, "utsatt")
    vei.utlever()
    assert {(o.kode, o.er_ferdig) for o in vei.vis().oppgaver} == {(kode, False) for kode in UTSATT}
    vei.svar("NOE-5")
    assert {o.kode for o in vei.vis().oppgaver if not o.er_ferdig} == set(UTSATT) - {"NOE-5"}
    assert vei.sperret("kryss_av", **vei.svarfelt("NOE-5", "nei")) == {"STEG"}


@pytest.mark.parametrize("kode", ["KAR-1", "OEK-1", "KTR-2", "SOE-1"])
def test_andre_punkter_kan_aldri_utsettes(paa: Paa, kode: str) -> None:
    vei = paa("registrert")
    assert vei.sperret("kryss_av", **vei.svarfelt(kode, "utsatt")) == {kode}


def test_et_utsatt_svar_maa_ha_frist_og_ansvarlig(paa: Paa) -> None:
    vei = paa("betalt")
    vei.kontor.ur.sett(vei.fra_dato)
    felt = vei.svarfelt("NOE-5", "utsatt")
    assert vei.ugyldig("kryss_av", **felt | {"frist": None, "ansvarlig": None}) == {"/frist", "/ansvarlig"}
    assert vei.ugyldig("kryss_av", **felt | {"frist": vei.fra_dato - timedelta(days=1)}) == {"/frist"}


@pytest.mark.parametrize("kode", MED_UNNTAK.split())
def test_leder_kan_gi_unntak_der_det_er_lov_ogsaa_foer_punktet_gjelder(paa: Paa, kode: str) -> None:
    vei = paa("registrert")
    vei.gjoer("gi_unntak", "tove", sjekkpunkt=kode, grunn="Særlig grunn.")
    punkt = vei.punkt(kode)
    assert punkt.er_oppfylt
    assert punkt.unntak is not None
    assert (punkt.unntak.gitt_av, punkt.unntak.grunn) == ("tove", "Særlig grunn.")
    assert vei.sperret("gi_unntak", "tove", sjekkpunkt=kode, grunn="Igjen.") == {"ALLEREDE"}


def test_leder_kan_ikke_gi_unntak_fra_noe_annet(paa: Paa) -> None:
    vei = paa("registrert")
    andre = [k for k in alle_koder(vei) if k not in MED_UNNTAK.split()]
    assert len(andre) + len(MED_UNNTAK.split()) == len(alle_koder(vei)) == 52
    for kode in andre:
        assert vei.sperret("gi_unntak", "tove", sjekkpunkt=kode, grunn="Haster.") == {kode}


@pytest.mark.parametrize("som", ["kari", "ola", "ida", "it"])
def test_bare_leder_gir_unntak(paa: Paa, som: str) -> None:
    assert paa("registrert").sperret("gi_unntak", som, sjekkpunkt="KAR-2", grunn="Haster.") == {"ROLLE"}


def test_unntak_maa_ha_grunn_og_gjelde_et_punkt_som_finnes(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("gi_unntak", "tove", sjekkpunkt="NOE-99", grunn=" ") == {"/sjekkpunkt", "/grunn"}


def test_unntak_fra_et_frosset_punkt_kommer_for_sent(paa: Paa) -> None:
    assert paa("sendt").sperret("gi_unntak", "tove", sjekkpunkt="KAR-2", grunn="x") == {"STEG"}
    assert paa("signert").sperret("gi_unntak", "tove", sjekkpunkt="KTR-3", grunn="x") == {"STEG"}


def test_unntak_paa_foerste_husleie_slipper_noekkelen_og_staar_paa_kvitteringen(paa: Paa) -> None:
    vei = paa("signert")
    vei.kontor.ur.sett(vei.fra_dato)
    vei.svar_alt("N")
    assert vei.port("N") == {"NOE-1"}
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="NOE-1", grunn="Lønn kommer 15.12.")
    vei.utlever()
    navn, kvittering = vei.kontor.dokumenter.laget[-1]
    assert navn == "noekkelkvittering"
    assert kvittering.unntak == (("NOE-1", "Lønn kommer 15.12.", "tove"),)
