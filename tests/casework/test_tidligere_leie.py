"""What the same parties have rented before is told in a new case, but never where a protected case is part of it."""

from datetime import date

from boligtildeling.casework.views.sak import _tidligere_leie
from boligtildeling.casework.views.saksformer import TidligereLeie
from boligtildeling.domain.grunnlag import TidligereKontrakt
from tests.bygg import ROLIG, Paa, grunnlag, person, soeknad


def test_en_ny_sak_viser_leien_de_samme_partene_har_hatt_foer(paa: Paa) -> None:
    gammel = paa("utlevert")
    kontrakt = gammel.vis().kontrakt
    assert kontrakt is not None
    ny = gammel.kontor.ny_sak(soeknad())
    assert ny.vis().tidligere_leie == (
        TidligereLeie(fra_dato=kontrakt.fra_dato, til_dato=kontrakt.til_dato, er_kort=False),
    )
    assert gammel.vis().tidligere_leie == ()


def test_en_skjermet_sak_viser_ingen_tidligere_leie(paa: Paa) -> None:
    gammel = paa("utlevert")
    assert gammel.kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig"))).vis().tidligere_leie == ()


def test_leie_i_en_skjermet_sak_vises_ikke() -> None:
    skjult = TidligereKontrakt("B-1", (ROLIG,), True, date(2025, 1, 1), er_skjult=True)
    kjent = TidligereKontrakt("B-2", (ROLIG,), True, date(2026, 1, 1), til_dato=date(2026, 6, 30))
    assert _tidligere_leie(grunnlag(tidligere=(skjult, kjent))) == (
        TidligereLeie(fra_dato=date(2026, 1, 1), til_dato=date(2026, 6, 30), er_kort=True),
    )
