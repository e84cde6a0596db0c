"""The rates: each edition from its own day, and what is reckoned from them; and old rent paid down."""

from datetime import date

import pytest

from boligtildeling.domain.nedbetaling import Avdragsplan, avdragsplan
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.satser import Bostoettesats, Gebyrsats, gjeldende_utgave
from boligtildeling.exchange.ressurser import bostoettesatser, gebyrsatser, livsoppholdssatser

BOSTOETTE = Bostoettesats(
    gyldig_fra=date(2026, 1, 1),
    boutgiftstak=(Kroner.fra(92234), Kroner.fra(113774), Kroner.fra(125977)),
    kommunetillegg={"Trondheim": Kroner.fra(19079)},
)
GEBYR = Gebyrsats(
    gyldig_fra=date(2026, 1, 1), inkassosats=Kroner.fra(750), purring_andel=(1, 20), betalingsoppfordring_andel=(3, 20)
)


@pytest.mark.parametrize(
    ("personer", "kommune", "per_maaned"),
    [
        (1, "Trondheim kommune", "9276.08"),
        (1, "TRONDHEIM", "9276.08"),
        (1, "Malvik kommune", "7686.17"),
        (1, "", "7686.17"),
        (2, "Trondheim kommune", "11071.08"),
        (3, "Malvik kommune", "10498.08"),
        (7, "Malvik kommune", "10498.08"),
    ],
)
def test_husbankens_boutgiftstak_foelger_husstand_og_kommune(personer: int, kommune: str, per_maaned: str) -> None:
    assert BOSTOETTE.tak_per_maaned(personer, kommune) == Kroner.fra(per_maaned)


def test_en_husstand_har_minst_en_person() -> None:
    with pytest.raises(ValueError, match="minst én person"):
        BOSTOETTE.tak_per_maaned(0, "Trondheim")


def test_en_purring_er_en_tjuedel_av_inkassosatsen_i_hele_kroner() -> None:
    assert (GEBYR.purring, GEBYR.betalingsoppfordring) == (Kroner.fra(38), Kroner.fra(113))


@pytest.mark.parametrize(
    ("inkassosats", "purring"), [("749.80", 37), ("750", 38), ("769.80", 38), ("770", 39), ("0", 0)]
)
def test_et_halvt_gebyr_rundes_opp(inkassosats: str, purring: int) -> None:
    sats = Gebyrsats(
        gyldig_fra=date(2026, 1, 1),
        inkassosats=Kroner.fra(inkassosats),
        purring_andel=(1, 20),
        betalingsoppfordring_andel=(3, 20),
    )
    assert sats.purring == Kroner.fra(purring)


@pytest.mark.parametrize(
    ("dag", "gjelder_fra"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2030, 5, 5), date(2027, 1, 1)),
    ],
)
def test_utgaven_som_gjelder_er_den_nyeste_som_har_traadt_i_kraft(dag: date, gjelder_fra: date | None) -> None:
    ny = Gebyrsats(
        gyldig_fra=date(2027, 1, 1),
        inkassosats=Kroner.fra(800),
        purring_andel=(1, 20),
        betalingsoppfordring_andel=(3, 20),
    )
    for rekkefoelge in ((GEBYR, ny), (ny, GEBYR)):
        funn = gjeldende_utgave(rekkefoelge, dag)
        assert (funn.gyldig_fra if funn else None) == gjelder_fra


def test_satsene_som_foelger_med_er_dem_fagdokumentet_har() -> None:
    i_dag = date(2026, 11, 2)
    gebyr, bostoette = gjeldende_utgave(gebyrsatser(), i_dag), gjeldende_utgave(bostoettesatser(), i_dag)
    assert gebyr == GEBYR
    assert bostoette is not None
    assert bostoette.tak_per_maaned(1, "Trondheim") == Kroner.fra("9276.08")
    assert gjeldende_utgave(livsoppholdssatser(), i_dag) is not None


@pytest.mark.parametrize(
    ("beloep", "per_maaned", "plan"),
    [
        (18400, 600, Avdragsplan(31, Kroner.fra(400))),
        (1200, 600, Avdragsplan(2, Kroner.fra(600))),
        (500, 600, Avdragsplan(1, Kroner.fra(500))),
    ],
)
def test_restansen_deles_i_like_avdrag_og_en_rest(beloep: int, per_maaned: int, plan: Avdragsplan) -> None:
    assert avdragsplan(Kroner.fra(beloep), Kroner.fra(per_maaned)) == plan


@pytest.mark.parametrize(("beloep", "per_maaned"), [(0, 600), (600, 0)])
def test_ingenting_kan_ikke_deles_i_avdrag(beloep: int, per_maaned: int) -> None:
    with pytest.raises(ValueError, match="større enn null"):
        avdragsplan(Kroner.fra(beloep), Kroner.fra(per_maaned))
