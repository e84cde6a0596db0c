"""What is promised of person numbers, account numbers and payment references. Every number here is synthetic."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.domain.identitet import (
    Nummerfunn,
    advarsel_nummer,
    dag_maaned_aar_i,
    er_kid,
    er_kontonummer,
    lag_kid,
    personnumre_i,
    skjult,
    tolk_nummer,
)

DATA: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "syntetiske_identer.json").read_text(encoding="utf-8")
)
UGYLDIG = Nummerfunn(False, None, False, False, None)
I_DAG = date(2026, 11, 2)
GAMMEL_OG_NY, BARE_NY = "30908299996", "30908299902"


@pytest.mark.parametrize("person", DATA["personnumre"], ids=lambda person: person["nummer"])
def test_syntetiske_numre_gjenkjennes_med_slag_og_soekenoekkel(person: dict[str, str]) -> None:
    funn = tolk_nummer(person["nummer"])
    assert funn == Nummerfunn(True, person["slag"], True, False, person["dag_maaned_aar"])  # type: ignore[arg-type]
    assert advarsel_nummer(person["nummer"], I_DAG) is None


def test_et_nummer_som_bestaar_begge_kontroller_gir_ingen_advarsel() -> None:
    assert tolk_nummer(GAMMEL_OG_NY) == Nummerfunn(True, "foedselsnummer", True, False, "301082")
    assert advarsel_nummer(GAMMEL_OG_NY, I_DAG) is None


def test_et_nummer_som_bare_bestaar_2032_kontrollen_gir_advarsel_til_2032() -> None:
    assert tolk_nummer(BARE_NY) == Nummerfunn(True, "foedselsnummer", True, True, "301082")
    advarsel = advarsel_nummer(BARE_NY, date(2031, 12, 31))
    assert advarsel is not None
    assert "tastefeil" in advarsel
    assert BARE_NY not in advarsel
    assert advarsel_nummer(BARE_NY, date(2032, 1, 1)) is None


def _lag_numre(ni_sifre: str, rest: int) -> set[str]:
    """The numbers Skatteetaten's published rule makes of nine digits for one remainder: one, or none."""
    k1 = (11 + rest - _sum(ni_sifre, "376189452")) % 11
    if k1 == 10:
        return set()
    k2 = -_sum(f"{ni_sifre}{k1}", "5432765432") % 11
    return {f"{ni_sifre}{k1}{k2}"} if k2 < 10 else set()


def _sum(sifre: str, vekter: str) -> int:
    return sum(int(siffer) * int(vekt) for siffer, vekt in zip(sifre, vekter, strict=True))


@pytest.mark.parametrize("ni_sifre", ["309082999", "178485100", "578485512", "295004321"])
def test_kontrollen_godtar_akkurat_numrene_regelen_lager(ni_sifre: str) -> None:
    gamle = _lag_numre(ni_sifre, 0)
    nye = _lag_numre(ni_sifre, 1) | _lag_numre(ni_sifre, 2) | _lag_numre(ni_sifre, 3)
    funn = {nummer: tolk_nummer(nummer) for nummer in (f"{ni_sifre}{slutt:02d}" for slutt in range(100))}
    assert {nummer for nummer, ett in funn.items() if ett.gyldig and not ett.bare_etter_2032} == gamle
    assert {nummer for nummer, ett in funn.items() if ett.gyldig and ett.bare_etter_2032} == nye


def test_helsenettets_testnumre_har_maaned_pluss_65() -> None:
    (nummer,) = _lag_numre("177585901", 0)
    assert tolk_nummer(nummer) == Nummerfunn(True, "foedselsnummer", True, False, "171085")


@pytest.mark.parametrize(
    "nummer",
    [
        *("", " ", "1", "3090829999", "309082999960", "3090829999a", "３０９０８２９９９９６", "309082-99996"),
        *("30908299997", "30908299986", "00000000000", "99999999999"),
        "29422159223",  # would be 29 February of a year without one
    ],
)
def test_ugyldig_nummer_sier_ingenting(nummer: str) -> None:
    assert tolk_nummer(nummer) == UGYLDIG
    assert advarsel_nummer(nummer, I_DAG) is None


def test_skuddaarsdag_finnes_bare_i_skuddaar() -> None:
    i_skuddaar = [n for n in range(0, 100_000, 7) if tolk_nummer(f"298204{n:05d}").gyldig]
    i_annet_aar = [n for n in range(0, 100_000, 7) if tolk_nummer(f"298205{n:05d}").gyldig]
    assert i_skuddaar
    assert not i_annet_aar


@pytest.mark.parametrize(
    ("seks_sifre", "dag_maaned_aar"),
    [
        ("170485", "170485"),
        ("570485", "170485"),
        ("174485", "170485"),
        ("176985", "170485"),
        ("578485", "170485"),
        ("290200", "290200"),
        ("290201", None),
        ("320185", None),
        ("001385", None),
        ("17048", None),
        ("1704855", None),
        ("17o485", None),
    ],
)
def test_seks_foerste_sifre_blir_dag_maaned_aar(seks_sifre: str, dag_maaned_aar: str | None) -> None:
    assert dag_maaned_aar_i(seks_sifre) == dag_maaned_aar


def test_mellomrom_i_nummeret_har_ikke_noe_aa_si() -> None:
    assert tolk_nummer(" 309082 99996 ") == tolk_nummer("309082\u00a099996") == tolk_nummer(GAMMEL_OG_NY)


def test_funnet_viser_ikke_foedselsdagen_i_logg() -> None:
    assert "301082" not in repr(tolk_nummer(GAMMEL_OG_NY))


@pytest.mark.parametrize(
    ("nummer", "vist"),
    [
        ("17848549999", "178485 *****"),
        ("178485 49999", "178485 *****"),
        ("1784854999", "*****"),
        ("Ola", "*****"),
        ("", "*****"),
    ],
)
def test_nummeret_vises_uten_de_fem_siste(nummer: str, vist: str) -> None:
    assert skjult(nummer) == vist


@pytest.mark.parametrize("konto", DATA["kontonumre"])
def test_kontonummer_godtas_med_og_uten_punktum(konto: str) -> None:
    assert er_kontonummer(konto)
    assert er_kontonummer(f"{konto[:4]}.{konto[4:6]}.{konto[6:]}")
    assert er_kontonummer(f"{konto[:4]} {konto[4:6]} {konto[6:]}")
    assert not er_kontonummer(konto[:-1] + str((int(konto[-1]) + 1) % 10))


@pytest.mark.parametrize("tekst", ["", "9999731163", "999973116355", "9999731163x", "00000000000", "9999-73-11635"])
def test_annet_enn_kontonummer_avvises(tekst: str) -> None:
    assert not er_kontonummer(tekst)


@pytest.mark.parametrize(("kid", "gyldig"), DATA["kid"].items())
def test_kid_kontrolleres_med_mod10_eller_mod11(kid: str, gyldig: bool) -> None:
    assert er_kid(kid) is gyldig


@pytest.mark.parametrize(
    ("kid", "gyldig"),
    [
        ("00", True),
        ("18", True),
        ("6-", True),
        ("1000003-", False),
        ("60-", False),
        ("", False),
        ("-", False),
        ("1 8", False),
        ("١٨", False),
        ("18\n", False),
        ("0" * 25, True),
        ("0" * 26, False),
    ],
)
def test_kid_har_2_til_25_tegn(kid: str, gyldig: bool) -> None:
    assert er_kid(kid) is gyldig


def test_mod11_kan_ende_med_strek() -> None:
    med_strek = [kropp for kropp in range(1000) if er_kid(f"{kropp:03d}-")]
    assert med_strek
    assert 6 in med_strek  # 6 x 2 = 12, 1 over, 10 lacking


@pytest.mark.parametrize(
    ("loepenummer", "sekvens", "kid"), [(1_001_230, 1, "10012300017"), (1_001_230, 2, "10012300025"), (1, 0, None)]
)
def test_kid_lages_med_mod10(loepenummer: int, sekvens: int, kid: str | None) -> None:
    laget = lag_kid(loepenummer, sekvens)
    assert kid in (None, laget)
    assert len(laget) == 11
    assert er_kid(laget)


@pytest.mark.parametrize(("loepenummer", "sekvens"), [(0, 1), (-1, 1), (10_000_000, 1), (1, -1), (1, 1000)])
def test_kid_utenfor_rekken_avvises(loepenummer: int, sekvens: int) -> None:
    with pytest.raises(ValueError, match="Løpenummeret må være"):
        lag_kid(loepenummer, sekvens)


@pytest.mark.parametrize("skilt", ["", " ", "-", "_", "."])
def test_et_personnummer_i_en_tekst_finnes_ogsaa_naar_delene_er_skilt(skilt: str) -> None:
    tekst = f"Brev til {GAMMEL_OG_NY[:6]}{skilt}{GAMMEL_OG_NY[6:]}.pdf"
    assert personnumre_i(tekst) == {GAMMEL_OG_NY}


@pytest.mark.parametrize("tekst", ["2026-0001-vedtak.pdf", "12345678901.pdf", f"1{GAMMEL_OG_NY}", "60011 30908", ""])
def test_andre_tall_i_en_tekst_er_ikke_personnumre(tekst: str) -> None:
    assert personnumre_i(tekst) == frozenset()
