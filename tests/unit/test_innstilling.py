"""The kommune profile: what stands ready, what must be filled in, and which values cannot be used."""

from datetime import date

import pytest

from boligtildeling.domain.innstilling import FELTER, NY_FORVALTNINGSLOV_FRA, ikrafttredelser, les


@pytest.mark.parametrize(
    ("navn", "galt", "rett"),
    [
        ("kontonummer", "12345678901", "99990000006"),
        ("forfallsdag", "29", "20"),
        ("forfallsdag", "x", "1"),
        ("hasteloep_virkedager", "0", "10"),
        ("klageinstans_a", "kommunens klagenemnd", "Statsforvalteren i Trøndelag"),
        ("klageinstans_tjenester", "kommunen", "Statsforvalteren i Oslo og Viken"),
        ("klageinstans_b", "Statsforvalteren i Trøndelag", "formannskapet som klageinstans"),
        ("klageinstans_b", "Nav Lerkendal", "kommunens klagenemnd"),
        ("klageinstans_b", "Fylkesmannen", "klagenemnda i navnesaker"),
        ("logofil", "../logo.png", "byens logo.png"),
        ("logofil", "logo.svg", "logo.JPG"),
        (NY_FORVALTNINGSLOV_FRA, "1. juli 2027", "2027-07-01"),
    ],
)
def test_en_innstilling_som_ikke_kan_brukes_sier_hvorfor(navn: str, galt: str, rett: str) -> None:
    setning = FELTER[navn].proev(galt)
    assert setning is not None
    assert setning.endswith(".")
    assert FELTER[navn].proev(rett) is None


def test_standard_og_proeveverdi_bestaar_sin_egen_proeve() -> None:
    for felt in FELTER.values():
        for verdi in (felt.standard, felt.proeveverdi):
            assert verdi is None or felt.proev(verdi) is None, felt.tittel


def test_en_virkelig_mappe_har_ingen_paafunn_og_en_proevemappe_alt_som_maa_fylles_ut() -> None:
    virkelig, proeve = les({}, False), les({}, True)
    maa_fylles_ut = {n for n, f in FELTER.items() if f.standard is None and not f.valgfri}
    assert {n for n, v in virkelig.items() if v is None and not FELTER[n].valgfri} == maa_fylles_ut
    assert maa_fylles_ut >= {"kontonummer", "klageinstans_b", "enhet_adresse", "enhet_telefon"}
    assert all(proeve[n] for n in maa_fylles_ut)
    assert all("PRØVE" in (proeve[n] or "") for n in maa_fylles_ut - {"kontonummer"})


def test_kontonummeret_har_ingen_standard() -> None:
    assert FELTER["kontonummer"].standard is None


def test_det_som_er_lagret_gaar_foran() -> None:
    assert les({"enhet": "Bolig og velferd"}, True)["enhet"] == "Bolig og velferd"


def test_loven_starter_naar_datoen_er_satt() -> None:
    assert ikrafttredelser(les({}, False)) == {}
    satt = les({NY_FORVALTNINGSLOV_FRA: "2027-07-01"}, False)
    assert ikrafttredelser(satt) == {NY_FORVALTNINGSLOV_FRA: date(2027, 7, 1)}
