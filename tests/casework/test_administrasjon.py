"""Users and the kommune profile."""

import pytest

from tests.bygg import Kontor, soeknad


def test_leder_registrerer_brukere_og_endrer_roller(kontor: Kontor) -> None:
    assert kontor.gjoer("registrer_bruker", "tove", navn="nora", rolle="leser") == {
        "navn": "nora",
        "rolle": "leser",
        "funksjoner": [],
    }
    assert kontor.sperret("registrer_soeknad", "nora", soeknad=soeknad()) == {"ROLLE"}
    kontor.gjoer("registrer_bruker", "tove", navn="nora", rolle="saksbehandler")
    kontor.gjoer("registrer_soeknad", "nora", soeknad=soeknad())
    assert dict(kontor.program.brukere())["nora"] == "saksbehandler"
    assert kontor.program.innlogget("nora") == ("nora", "saksbehandler")


@pytest.mark.parametrize("som", ["kari", "ida"])
def test_andre_registrerer_verken_brukere_eller_innstillinger(kontor: Kontor, som: str) -> None:
    assert kontor.sperret("registrer_bruker", som, navn="nora", rolle="leser") == {"ROLLE"}
    assert kontor.sperret("sett_innstilling", som, navn="kommune", verdi="Malvik") == {"ROLLE"}


def test_innstillinger_gjelder_fra_de_er_satt(kontor: Kontor) -> None:
    kontor.gjoer("sett_innstilling", "it", navn="enhet", verdi="Boligkontoret")
    kontor.gjoer("sett_innstilling", "it", navn="enhet", verdi="Bolig og velferd")
    assert kontor.program.innstillinger()["enhet"] == "Bolig og velferd"
    kontor.program.skriv_ut("boligsjekkliste", None, "kari", tom=True)
    assert kontor.dokumenter.laget[-1][1].hode.enhet == "Bolig og velferd"


@pytest.mark.parametrize(
    ("navn", "verdi", "peker"),
    [
        ("finnes_ikke", "x", "/navn"),
        ("enhet", " ", "/verdi"),
        ("kontonummer", "12345678901", "/verdi"),
        ("forfallsdag", "29", "/verdi"),
        ("forfallsdag", "0", "/verdi"),
        ("forfallsdag", "tjue", "/verdi"),
        ("hasteloep_virkedager", "²", "/verdi"),
        ("klageinstans_b", "Statsforvalteren i Trøndelag", "/verdi"),
        ("forvaltningsloven_2025_fra", "snart", "/verdi"),
    ],
)
def test_en_innstilling_som_ikke_kan_stemme_blir_ikke_satt(kontor: Kontor, navn: str, verdi: str, peker: str) -> None:
    assert kontor.ugyldig("sett_innstilling", "it", navn=navn, verdi=verdi) == {peker}


def test_en_bruker_maa_ha_et_navn(kontor: Kontor) -> None:
    assert kontor.ugyldig("registrer_bruker", "it", navn="", rolle="leser") == {"/navn"}


def test_ny_forvaltningslov_gjelder_fra_datoen_som_settes_og_kan_tas_bort_igjen(kontor: Kontor) -> None:
    svar = kontor.gjoer("sett_innstilling", "it", navn="forvaltningsloven_2025_fra", verdi="2026-11-02")
    assert "forvaltningsloven § 11" in svar["advarsler"][0]
    sak = kontor.ny_sak()
    assert sak.punkt("VED-4").hjemmel == "forvaltningsloven (2025) § 56, forvaltningsloven (2025) § 57"
    kontor.gjoer("sett_innstilling", "it", navn="forvaltningsloven_2025_fra", verdi="")
    assert sak.punkt("VED-4").hjemmel == "forvaltningsloven § 24, forvaltningsloven § 25"
