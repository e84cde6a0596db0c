"""What is promised of days: how they are shown, and every way people type them."""

from datetime import date, datetime

import pytest

from boligtildeling.domain.datoer import tolk_dato, vis_dato, vis_kort, vis_tall, vis_tidspunkt

FREDAG = date(2026, 11, 6)


def test_dager_vises_i_ord_og_tall() -> None:
    assert vis_dato(FREDAG) == "6. november 2026"
    assert vis_kort(FREDAG) == "6.11."
    assert vis_tall(FREDAG) == "06.11.2026"
    assert vis_tidspunkt(datetime(2026, 11, 6, 11, 37, 59)) == "6. nov. 11.37"
    assert vis_tidspunkt(datetime(2026, 5, 17, 8, 5)) == "17. mai 08.05"


def test_alle_maaneder_har_navn() -> None:
    navn = [vis_dato(date(2026, maaned, 1)).split()[1] for maaned in range(1, 13)]
    assert navn == [
        *("januar", "februar", "mars", "april", "mai", "juni"),
        *("juli", "august", "september", "oktober", "november", "desember"),
    ]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("311226", date(2026, 12, 31)),
        ("31122026", date(2026, 12, 31)),
        ("31.12.26", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("31.12", date(2026, 12, 31)),
        ("31.12.", date(2026, 12, 31)),
        ("6.1", date(2026, 1, 6)),
        ("31/12", date(2026, 12, 31)),
        ("31/12-26", date(2026, 12, 31)),
        ("1. 2. 2027", date(2027, 2, 1)),
        ("2026-12-31", date(2026, 12, 31)),
        ("31. desember 2026", date(2026, 12, 31)),
        ("31 des. 2026", date(2026, 12, 31)),
        ("17. mai", date(2026, 5, 17)),
        ("  I DAG ", date(2026, 11, 6)),
        ("i morgen", date(2026, 11, 7)),
        ("i morgon", date(2026, 11, 7)),
        ("i går", date(2026, 11, 5)),
        ("+14", date(2026, 11, 20)),
        ("-3", date(2026, 11, 3)),
        ("\u22123", date(2026, 11, 3)),
        ("+0", date(2026, 11, 6)),
    ],
)
def test_datoer_tolkes_slik_folk_skriver_dem(tekst: str, ventet: date) -> None:
    assert tolk_dato(tekst, FREDAG) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("lør", date(2026, 11, 7)),
        ("søndag", date(2026, 11, 8)),
        ("man", date(2026, 11, 9)),
        ("Mandag", date(2026, 11, 9)),
        ("tysdag", date(2026, 11, 10)),
        ("ons", date(2026, 11, 11)),
        ("torsdag", date(2026, 11, 12)),
        ("fredag", date(2026, 11, 13)),  # today is a Friday: the next one
    ],
)
def test_en_ukedag_er_den_neste_og_aldri_i_dag(tekst: str, ventet: date) -> None:
    assert tolk_dato(tekst, FREDAG) == ventet


@pytest.mark.parametrize(
    ("aar", "ventet"), [("26", 2026), ("46", 2046), ("47", 1947), ("85", 1985), ("99", 1999), ("00", 2000)]
)
def test_to_sifret_aar_er_hoeyst_tjue_aar_fram(aar: str, ventet: int) -> None:
    assert tolk_dato(f"17.04.{aar}", FREDAG) == tolk_dato(f"1704{aar}", FREDAG) == date(ventet, 4, 17)


@pytest.mark.parametrize(
    "tekst",
    [
        *("", " ", "snart", "31", "3112", "31.", "1-2", "31.12.026", "2026-1-1", "2026.12.31", "12.2026", "++3", "+"),
        *("3 uker", "31. brumaire 2026", "3I.12.26", "٣١.١٢.٢٦", "31.12.2026 kl. 12", "mandagen", "+999999"),
    ],
)
def test_uforstaaelig_dato_avvises_med_en_norsk_setning(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"^Skriv datoen som"):
        tolk_dato(tekst, FREDAG)


@pytest.mark.parametrize(
    "tekst", ["31.11.2026", "29.2.2027", "29.2", "00.01.26", "321226", "2026-13-01", "01.01.1899", "1.1.2200", "-99999"]
)
def test_dag_som_ikke_finnes_avvises_med_en_norsk_setning(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"^Datoen finnes ikke"):
        tolk_dato(tekst, FREDAG)


def test_skuddaarsdag_godtas_i_skuddaar() -> None:
    assert tolk_dato("29.2", date(2028, 1, 3)) == date(2028, 2, 29)
