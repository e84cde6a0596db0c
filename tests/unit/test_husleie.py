"""What is promised of the first rent, the due days and the last day of a tenancy."""

from datetime import date

import pytest

from boligtildeling.domain.husleie import foerste_husleie, forfall_husleie, neste_forfall, til_dato
from boligtildeling.domain.penger import Kroner


@pytest.mark.parametrize(
    ("husleie", "fra_dato", "ventet"),
    [
        ("9200", date(2026, 12, 15), "5045.16"),
        ("9200", date(2026, 12, 1), "9200"),
        ("9200", date(2026, 12, 31), "296.77"),
        ("9200", date(2026, 11, 15), "4906.67"),
        ("9200", date(2027, 2, 15), "4600"),
        ("9200", date(2028, 2, 29), "317.24"),
        ("0.15", date(2026, 11, 30), "0.01"),  # exactly half an øre
        ("0", date(2026, 11, 15), "0"),
    ],
)
def test_foerste_husleie_er_dagene_fra_og_med_leiestart(husleie: str, fra_dato: date, ventet: str) -> None:
    assert foerste_husleie(Kroner.fra(husleie), fra_dato) == Kroner.fra(ventet)


def test_negativ_husleie_finnes_ikke() -> None:
    with pytest.raises(ValueError, match="negativ"):
        foerste_husleie(Kroner(-1), date(2026, 12, 15))


@pytest.mark.parametrize(
    ("aar", "maaned", "dag", "ventet"),
    [
        (2026, 11, 20, date(2026, 11, 20)),
        (2027, 2, 20, date(2027, 2, 22)),  # Saturday
        (2026, 12, 20, date(2026, 12, 21)),  # Sunday
        (2027, 5, 17, date(2027, 5, 18)),  # Whit Monday and 17 May
        (2024, 5, 17, date(2024, 5, 21)),  # 17 May, a weekend, Whit Monday
        (2026, 5, 1, date(2026, 5, 4)),  # 1 May is a Friday
        (2026, 12, 25, date(2026, 12, 28)),
        (2025, 4, 20, date(2025, 4, 22)),  # Easter Sunday
        (2027, 2, 31, date(2027, 3, 1)),  # 28 February is a Sunday
        (2026, 4, 31, date(2026, 4, 30)),
    ],
)
def test_husleien_forfaller_paa_neste_virkedag(aar: int, maaned: int, dag: int, ventet: date) -> None:
    assert forfall_husleie(aar, maaned, dag) == ventet


def test_husleien_forfaller_den_20_naar_ikke_annet_er_sagt() -> None:
    assert forfall_husleie(2026, 11) == date(2026, 11, 20)
    assert neste_forfall(date(2026, 11, 15)) == date(2026, 11, 20)


@pytest.mark.parametrize(("maaned", "dag"), [(11, 0), (11, 32), (11, -1), (0, 20), (13, 20)])
def test_forfall_utenfor_kalenderen_avvises(maaned: int, dag: int) -> None:
    with pytest.raises(ValueError, match="må være fra 1 til"):
        forfall_husleie(2026, maaned, dag)


@pytest.mark.parametrize(
    ("fra", "dag", "ventet"),
    [
        (date(2026, 11, 20), 20, date(2026, 11, 20)),
        (date(2026, 11, 21), 20, date(2026, 12, 21)),
        (date(2026, 12, 21), 20, date(2026, 12, 21)),  # the 20th is a Sunday, so this is its due day
        (date(2026, 12, 22), 20, date(2027, 1, 20)),
        (date(2027, 3, 1), 31, date(2027, 3, 1)),  # February's, moved into March
        (date(2027, 3, 2), 31, date(2027, 3, 31)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_neste_forfall_er_foerste_forfall_fra_og_med_dagen(fra: date, dag: int, ventet: date) -> None:
    assert neste_forfall(fra, dag) == ventet


@pytest.mark.parametrize(
    ("fra_dato", "maaneder", "ventet"),
    [
        (date(2026, 12, 15), 36, date(2029, 12, 14)),
        (date(2026, 12, 1), 36, date(2029, 11, 30)),
        (date(2026, 12, 1), 12, date(2027, 11, 30)),
        (date(2026, 12, 31), 36, date(2029, 12, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 14)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 3, 1), 12, date(2028, 2, 29)),
    ],
)
def test_leietiden_slutter_dagen_foer_samme_dato(fra_dato: date, maaneder: int, ventet: date) -> None:
    assert til_dato(fra_dato, maaneder) == ventet


@pytest.mark.parametrize("maaneder", [0, -36])
def test_leietiden_er_minst_en_maaned(maaneder: int) -> None:
    with pytest.raises(ValueError, match="minst én måned"):
        til_dato(date(2026, 12, 15), maaneder)
