"""Numbers of cases: a series for each year, whose gaps tell nothing."""

from collections import Counter
from random import Random

import pytest

from boligtildeling.domain.saksnummer import neste, sprang


@pytest.mark.parametrize(
    ("siste", "steg", "ventet"),
    [(None, 1, "2026-0001"), (None, 3, "2026-0003"), ("2026-0009", 2, "2026-0011"), ("2026-9999", 1, "2026-10000")],
)
def test_neste_nummer_er_et_sprang_etter_det_siste(siste: str | None, steg: int, ventet: str) -> None:
    assert neste(2026, siste, steg) == ventet


@pytest.mark.parametrize(
    ("kast", "ventet"), [(b"\x00", 1), (b"\x01", 2), (b"\x02", 1), (b"\x03", 3), (b"\xff" * 8, 65)]
)
def test_spranget_er_ett_og_ett_til_for_hver_krone_paa_rad(kast: bytes, ventet: int) -> None:
    assert sprang(lambda antall: kast.rjust(antall, b"\x00")) == ventet


def test_hull_er_like_vanlige_enten_det_finnes_en_skjult_sak_eller_ikke() -> None:
    """Each number is in use by the toss of a coin, so after any number the gap is as long as after any other."""
    tilfeldig = Random(1)
    lengder = Counter(sprang(tilfeldig.randbytes) for _ in range(20_000))
    for lengde in range(1, 6):
        assert abs(lengder[lengde] / 20_000 - 0.5**lengde) < 0.01
