"""Warnings: when each may be sent, what it must say, and when what it warns of may follow."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.boforhold.purreplan import Purresteg, gebyr, neste_purredag, purrekalender
from boligtildeling.domain.boforhold.varsling import (
    Leievarselslag,
    Varselfakta,
    inkassovarsel_er_ute,
    sperrer_for_varsel,
    varsel_er_for_gammelt,
    varsel_er_ute,
)
from boligtildeling.domain.penger import Kroner
from boligtildeling.exchange.boforholdsdata import purreplan
from boligtildeling.exchange.ressurser import gebyrsatser

FORFALL = date(2027, 1, 20)


def grunner(slag: Leievarselslag, **felt: Any) -> list[tuple[str, str]]:
    grunn: dict[str, Any] = {"sendes": date(2027, 2, 5), "eldste_forfall": FORFALL}
    return [(s.kode, s.grunn) for s in sperrer_for_varsel(Varselfakta(slag=slag, **(grunn | felt)))]


@pytest.mark.parametrize(
    ("slag", "felt", "funn"),
    [
        ("purring", {}, []),
        ("purring", {"sendes": FORFALL}, ["RESTANSE"]),
        ("purring", {"eldste_forfall": None}, ["RESTANSE"]),
        ("inkassovarsel", {"frist": date(2027, 2, 19)}, []),
        ("inkassovarsel", {"frist": date(2027, 2, 18)}, ["FRIST"]),
        ("inkassovarsel", {"frist": None}, ["FRIST"]),
        ("inkassovarsel", {"sendes": FORFALL, "frist": date(2027, 2, 19)}, ["FRIST"]),
        ("inkassovarsel", {"sendes": date(2027, 1, 21), "frist": date(2027, 2, 19)}, []),
        ("inkassovarsel", {"eldste_forfall": None, "frist": date(2027, 2, 19)}, ["RESTANSE"]),
        ("varsel_4_18", {"gjelder": None}, ["VARSEL"]),
        ("varsel_4_18", {"gjelder": "a"}, []),
        ("varsel_4_18", {"gjelder": "a", "sendes": FORFALL}, []),
        ("varsel_4_18", {"gjelder": "a", "sendes": date(2027, 1, 19)}, ["FRIST"]),
        ("varsel_4_18", {"gjelder": "a", "eldste_forfall": None}, ["RESTANSE"]),
        ("varsel_4_18", {"gjelder": "a", "har_klausul": False}, ["KLAUSUL"]),
        ("varsel_4_18", {"gjelder": "b", "utloep": date(2027, 2, 5)}, []),
        ("varsel_4_18", {"gjelder": "b", "utloep": date(2027, 2, 6)}, ["FRIST"]),
        ("varsel_4_18", {"gjelder": "b", "utloep": None}, ["UTLOEP"]),
        ("varsel_9_11", {"leier_varslet": date(2027, 2, 5)}, []),
        ("varsel_9_11", {"leier_varslet": date(2027, 2, 4)}, []),
        ("varsel_9_11", {"leier_varslet": date(2027, 2, 6)}, ["VARSEL"]),
        ("varsel_9_11", {"leier_varslet": None}, ["VARSEL"]),
        ("varsel_9_11", {"leier_varslet": date(2027, 2, 5), "har_reservert_seg": True}, ["RESERVERT"]),
        ("varsel_9_11", {"leier_varslet": date(2027, 2, 5), "eldste_forfall": None}, ["VARSEL"]),
        (
            "varsel_9_11",
            {"leier_varslet": date(2027, 2, 5), "eldste_forfall": None, "er_sagt_opp_eller_hevet": True},
            [],
        ),
    ],
)
def test_et_varsel_kan_sendes_naar_loven_sier_det_og_ikke_ellers(
    slag: Leievarselslag, felt: dict[str, Any], funn: list[str]
) -> None:
    assert [kode for kode, _ in grunner(slag, **felt)] == funn


def test_nektelsen_sier_fra_hvilken_dag_varselet_er_lovlig() -> None:
    assert grunner("inkassovarsel", frist=date(2027, 2, 18)) == [
        ("FRIST", "Leieren skal ha minst 14 dager: fristen kan tidligst være 19. februar 2027.")
    ]
    assert grunner("varsel_4_18", gjelder="b", utloep=date(2027, 3, 31)) == [
        ("FRIST", "Varselet kan tidligst sendes 31. mars 2027, på forfallsdagen.")
    ]


def test_to_uker_maa_vaere_gaatt_og_dagen_etter_er_den_foerste() -> None:
    assert varsel_er_ute(date(2027, 3, 1)) == date(2027, 3, 16)
    assert inkassovarsel_er_ute(date(2027, 3, 1)) == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("sendt", "i_dag", "er_gammelt"),
    [
        (date(2026, 6, 15), date(2027, 6, 15), False),
        (date(2026, 6, 14), date(2027, 6, 15), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_et_varsel_holder_i_ett_aar(sendt: date, i_dag: date, er_gammelt: bool) -> None:
    assert varsel_er_for_gammelt(sendt, i_dag) is er_gammelt


@pytest.mark.parametrize(
    ("sendes", "tatt_foer", "kroner"),
    [
        (date(2027, 2, 2), 0, 0),
        (date(2027, 2, 3), 0, 38),
        (date(2027, 2, 3), 1, 38),
        (date(2027, 2, 3), 2, 0),
        (date(2025, 12, 31), 0, 0),
    ],
)
def test_gebyret_kan_foerst_tas_14_dager_etter_forfall_og_aldri_en_tredje_gang(
    sendes: date, tatt_foer: int, kroner: int
) -> None:
    forfall = FORFALL if sendes.year == 2027 else date(2025, 12, 1)
    assert gebyr(gebyrsatser(), forfall, sendes, tatt_foer) == Kroner.fra(kroner)


def test_purreplanen_som_foelger_med_purrer_den_26_og_gir_19_dager_til_inkasso() -> None:
    dager = {d.kode: d.dag for d in purrekalender(FORFALL, purreplan(), {})}
    assert dager["purring"] == date(2027, 1, 26)
    assert (dager["inkasso"] - dager["inkassovarsel"]).days == 19
    assert list(dager) == ["purring", "kontakt", "inkassovarsel", "moete", "inkasso"]


PLAN = (Purresteg("purring", "Purr", 6), Purresteg("kontakt", "Ring", 10), Purresteg("moete", "Møt", 20))


@pytest.mark.parametrize(
    ("gjort", "neste"),
    [
        ({}, "purring"),
        ({"purring": date(2027, 1, 26)}, "kontakt"),
        ({"kontakt": date(2027, 1, 26)}, "moete"),
        ({"purring": date(2027, 1, 19)}, "purring"),
        ({"moete": date(2027, 2, 1)}, None),
    ],
)
def test_neste_steg_er_det_foerste_etter_det_siste_som_er_gjort_om_denne_gjelden(
    gjort: dict[str, date], neste: str | None
) -> None:
    funnet = neste_purredag(purrekalender(FORFALL, PLAN, gjort))
    assert (funnet.kode if funnet is not None else None) == neste


def test_en_purredag_i_helgen_flyttes_til_virkedagen_etter() -> None:
    assert purrekalender(date(2027, 2, 20), PLAN, {})[2].dag == date(2027, 3, 12)
    assert purrekalender(date(2027, 2, 22), PLAN, {})[0].dag == date(2027, 3, 1)
