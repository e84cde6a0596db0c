"""Port U: what stands against letting an eviction go through."""

from dataclasses import replace
from typing import Any

import pytest

from boligtildeling.domain.boforhold.utkastelse import BARNEPUNKTER, FASE3, Utkastelsesfakta, port_u

ALT_GJORT = Utkastelsesfakta(er_restanse=True, alt_er_betalt=False, har_barn=True, besvart=frozenset(FASE3))


def test_naar_alt_er_gjort_er_porten_aapen() -> None:
    assert port_u(ALT_GJORT) == ()


@pytest.mark.parametrize(
    ("endring", "koder"),
    [
        ({"alt_er_betalt": True}, {"U-1"}),
        ({"alt_er_betalt": True, "er_restanse": False}, set()),
        ({"besvart": frozenset()}, set(FASE3)),
        ({"besvart": frozenset(), "har_barn": False}, set(FASE3) - BARNEPUNKTER),
        ({"besvart": frozenset(FASE3) - {"FA3-16"}}, {"FA3-16"}),
        ({"besvart": frozenset(FASE3) - {"FA3-16"}, "har_barn": False}, set()),
    ],
)
def test_porten_sier_alt_som_mangler(endring: dict[str, Any], koder: set[str]) -> None:
    sperrer = port_u(replace(ALT_GJORT, **endring))
    assert {s.kode for s in sperrer} == koder
    assert all(s.grunn.endswith(".") and s.hjemmel for s in sperrer)
