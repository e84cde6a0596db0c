"""What is promised of money: exact, readable, and strict about what comes in."""

from dataclasses import FrozenInstanceError
from decimal import Decimal
from typing import Any

import pytest

from boligtildeling.domain.penger import Kroner, summer, tolk_kroner


@pytest.mark.parametrize(
    ("verdi", "oere"),
    [
        (0, 0),
        (9200, 920_000),
        (-5, -500),
        ("9200", 920_000),
        ("5045.16", 504_516),
        ("0.5", 50),
        ("-0.05", -5),
        (Decimal("5045.16"), 504_516),
        (Decimal("12.500"), 1250),
        (Decimal("1E+3"), 100_000),
        (999_999_999, 99_999_999_900),
        ("999999999.99", 99_999_999_999),
        ("-999999999.99", -99_999_999_999),
    ],
)
def test_kroner_lages_av_heltall_tekst_og_desimaltall(verdi: int | str | Decimal, oere: int) -> None:
    assert Kroner.fra(verdi) == Kroner(oere)


@pytest.mark.parametrize("verdi", [1.5, 1.0, float("nan"), True, None, [], b"1"])
def test_kroner_lages_aldri_av_flyttall_eller_annet(verdi: object) -> None:
    with pytest.raises(TypeError):
        Kroner.fra(verdi)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdi", "setning"),
    [
        ("1.234", "høyst to desimaler"),
        ("1.500", "høyst to desimaler"),
        (Decimal("0.001"), "høyst to desimaler"),
        (Decimal("1E-999999"), "høyst to desimaler"),
        (Decimal("0.30000000000000000000000000000000000000001"), "høyst to desimaler"),
        (Decimal("NaN"), "endelig tall"),
        (Decimal("sNaN"), "endelig tall"),
        (Decimal("Infinity"), "endelig tall"),
        (Decimal("-Infinity"), "endelig tall"),
        (1_000_000_000, "mellom"),
        (-1_000_000_000, "mellom"),
        (10**400, "mellom"),
        (Decimal("999999999.9900000000000000000000000000000001"), "mellom"),
        (Decimal("1E+999999"), "mellom"),
        ("1000000000", "mellom"),
        ("", "må være et tall"),
        ("12,50", "må være et tall"),
        ("1e3", "må være et tall"),
        ("1_000", "må være et tall"),
        (" 12", "må være et tall"),
        ("12\n", "må være et tall"),
        ("١٢", "må være et tall"),
        ("NaN", "må være et tall"),
    ],
)
def test_ugyldig_beloep_avvises_med_en_norsk_setning(verdi: int | str | Decimal, setning: str) -> None:
    with pytest.raises(ValueError, match=setning):
        Kroner.fra(verdi)


@pytest.mark.parametrize("oere", [1.0, "1", True, None])
def test_oere_er_alltid_et_heltall(oere: object) -> None:
    with pytest.raises(TypeError):
        Kroner(oere)  # type: ignore[arg-type]


def test_et_beloep_kan_ikke_endres() -> None:
    with pytest.raises(FrozenInstanceError):
        Kroner(1).oere = 2  # type: ignore[misc]


def test_regning_er_noeyaktig_paa_oeret() -> None:
    assert Kroner(10) + Kroner(20) == Kroner(30)
    assert Kroner(10) - Kroner(25) == Kroner(-15)
    assert -Kroner(15) == Kroner(-15)
    assert Kroner(15) * 3 == 3 * Kroner(15) == Kroner(45)
    assert Kroner(99_999_999_999) + Kroner(1) == Kroner(100_000_000_000)
    assert Kroner(1) < Kroner(2) <= Kroner(2)
    assert not Kroner.null()
    assert Kroner(-1)


@pytest.mark.parametrize("annet", [1, 1.5, True, "1", None])
def test_penger_blandes_ikke_med_tall(annet: Any) -> None:
    with pytest.raises(TypeError):
        Kroner(1) + annet
    with pytest.raises(TypeError):
        Kroner(1) - annet
    assert Kroner(1) != annet


@pytest.mark.parametrize("annet", [1.5, True, Decimal(1), Kroner(1)])
def test_penger_ganges_bare_med_hele_tall(annet: Any) -> None:
    with pytest.raises(TypeError):
        Kroner(1) * annet


def test_summen_av_ingenting_er_null() -> None:
    assert summer([]) == Kroner.null()
    assert summer(Kroner(oere) for oere in (1, 2, 3)) == Kroner(6)


@pytest.mark.parametrize(
    ("oere", "teller", "nevner", "ventet"),
    [
        (920_000, 17, 31, 504_516),
        (1, 1, 2, 1),
        (3, 1, 2, 2),
        (-1, 1, 2, -1),
        (1, 1, 3, 0),
        (2, 1, 3, 1),
        (100, 0, 7, 0),
        (100, 31, 31, 100),
        (100, -1, 2, -50),
    ],
)
def test_andel_avrundes_til_hele_oere_halve_opp(oere: int, teller: int, nevner: int, ventet: int) -> None:
    assert Kroner(oere).andel(teller, nevner) == Kroner(ventet)


@pytest.mark.parametrize("nevner", [0, -1])
def test_andel_av_ingen_deler_finnes_ikke(nevner: int) -> None:
    with pytest.raises(ValueError, match="Nevneren"):
        Kroner(1).andel(1, nevner)


@pytest.mark.parametrize(
    ("oere", "desimal"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_450, "1234.50"), (10**40, f"1{'0' * 38}.00")]
)
def test_desimal_har_alltid_to_desimaler(oere: int, desimal: str) -> None:
    assert str(Kroner(oere).desimal) == desimal


@pytest.mark.parametrize(
    ("oere", "tekst"),
    [
        (0, "0,00_kr"),
        (5, "0,05_kr"),
        (123_450, "1_234,50_kr"),
        (99_999_999_999, "999_999_999,99_kr"),
        (-920_000, "\u22129_200,00_kr"),
        (-5, "\u22120,05_kr"),
    ],
)
def test_beloep_vises_paa_norsk_uten_linjebrudd(oere: int, tekst: str) -> None:
    assert str(Kroner(oere)) == tekst.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("tekst", "oere"),
    [
        ("9 200", 920_000),
        ("9200,50", 920_050),
        ("9 200,50 kr", 920_050),
        ("9.200,50", 920_050),
        ("9200.50", 920_050),
        ("9\u00a0200,50\u00a0kr", 920_050),
        ("9\u202f200", 920_000),
        ("1234,5", 123_450),
        ("9.200", 920_000),
        ("1.234.567,89", 123_456_789),
        ("1 234 567.89", 123_456_789),
        ("kr 9 200,-", 920_000),
        ("Kr. 9200", 920_000),
        ("9200,–", 920_000),
        ("  9200 KR ", 920_000),
        ("-50", -5000),
        ("\u2212\u00a050,25", -5025),
        ("0", 0),
        ("007", 700),
        ("999 999 999,99", 99_999_999_999),
    ],
)
def test_beloep_tolkes_slik_folk_skriver_det(tekst: str, oere: int) -> None:
    assert tolk_kroner(tekst) == Kroner(oere)


@pytest.mark.parametrize(
    "tekst",
    [
        *("", " ", "kr", "abc", "9,200", "9.20.0", "92 00", "9 2000", "9..200", "1.234.50", "1 234.567", "1.234 567"),
        *("1e3", "NaN", "--5", "5-", "+5", "9200,505", ",50", "9,5,5", "９２００", "9200\x00", "5%", "12,5,-0"),
        *("1000000000", "-1000000000", "9" * 5000),
    ],
)
def test_uforstaaelig_beloep_avvises_med_en_norsk_setning(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"^(Skriv beløpet i kroner|Beløpet må ligge mellom)"):
        tolk_kroner(tekst)
