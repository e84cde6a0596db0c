"""What is promised of working days and time limits; every vector that practice has worked out is here."""

from datetime import date

import pytest

from boligtildeling.domain.frist import (
    bostoettekalender,
    er_virkedag,
    flytteoppfordring,
    foreloepig_svar_frist,
    kommunens_frist,
    legg_til_virkedager,
    partens_frist,
    tidligste_dag_etter,
    virkedag_paa_eller_etter,
    virkedag_paa_eller_foer,
)


@pytest.mark.parametrize(
    "dag",
    [
        date(2026, 11, 2),
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2026, 11, 6),
        date(2027, 3, 24),
        date(2027, 4, 30),
    ],
)
def test_hverdager_er_virkedager_ogsaa_julaften_og_nyttaarsaften(dag: date) -> None:
    assert er_virkedag(dag)


@pytest.mark.parametrize(
    "dag",
    [
        *(date(2026, 11, 7), date(2026, 11, 8)),  # weekend
        *(date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)),  # Christmas, New Year
        *(date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29)),  # Easter
        *(date(2025, 5, 1), date(2024, 5, 17)),  # Labour Day, Constitution Day
        *(date(2027, 5, 6), date(2027, 5, 16), date(2027, 5, 17)),  # Ascension, Whitsun
    ],
)
def test_helg_helligdager_og_mai_dagene_er_ikke_virkedager(dag: date) -> None:
    assert not er_virkedag(dag)


@pytest.mark.parametrize("dag", [date(1947, 12, 31), date(2101, 1, 3)])
def test_aar_uten_kjente_helligdager_avvises_med_en_setning(dag: date) -> None:
    with pytest.raises(ValueError, match="Helligdagene er bare kjent for årene"):
        er_virkedag(dag)


def test_virkedag_paa_eller_etter_og_foer_paaske() -> None:
    skjaertorsdag = date(2027, 3, 25)
    assert virkedag_paa_eller_etter(skjaertorsdag) == date(2027, 3, 30)
    assert virkedag_paa_eller_foer(date(2027, 3, 29)) == date(2027, 3, 24)
    assert virkedag_paa_eller_etter(date(2027, 3, 24)) == virkedag_paa_eller_foer(date(2027, 3, 24))


@pytest.mark.parametrize(
    ("dag", "antall", "ventet"),
    [
        (date(2026, 11, 6), 1, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, date(2026, 11, 9)),
        (date(2026, 12, 23), 3, date(2026, 12, 29)),
        (date(2026, 11, 9), -1, date(2026, 11, 6)),
        (date(2026, 11, 8), -1, date(2026, 11, 6)),
        (date(2026, 11, 8), 0, date(2026, 11, 8)),
        (date(2027, 3, 24), 1, date(2027, 3, 30)),
    ],
)
def test_virkedager_telles_uten_helg_og_helligdag(dag: date, antall: int, ventet: date) -> None:
    assert legg_til_virkedager(dag, antall) == ventet


@pytest.mark.parametrize(
    ("kommet_frem", "ventet"),
    [
        (date(2026, 11, 2), date(2026, 11, 23)),
        (date(2026, 12, 4), date(2026, 12, 28)),  # first day of Christmas
        (date(2026, 12, 11), date(2027, 1, 4)),  # New Year's Day, then a weekend
        (date(2027, 3, 4), date(2027, 3, 30)),  # Easter
        (date(2027, 4, 26), date(2027, 5, 18)),  # 17 May is Whit Monday
        (date(2027, 4, 10), date(2027, 5, 3)),  # 1 May is a Saturday
    ],
)
def test_klagefrist_flyttes_til_neste_virkedag(kommet_frem: date, ventet: date) -> None:
    assert partens_frist(kommet_frem, uker=3) == ventet


@pytest.mark.parametrize(
    ("start", "lengde", "ventet"),
    [
        (date(2026, 11, 30), {"maaneder": 3}, date(2027, 3, 1)),
        (date(2026, 11, 2), {"uker": 4}, date(2026, 11, 30)),
        (date(2026, 12, 3), {"dager": 21}, date(2026, 12, 24)),
        (date(2026, 11, 2), {"dager": 1}, date(2026, 11, 3)),
        (date(2027, 1, 31), {"maaneder": 1}, date(2027, 3, 1)),
        (date(2028, 1, 31), {"maaneder": 1}, date(2028, 2, 29)),
        (date(2026, 11, 2), {"maaneder": 1, "uker": 1, "dager": 1}, date(2026, 12, 10)),
    ],
)
def test_partens_frist_regnes_dato_mot_dato_og_forlenges(start: date, lengde: dict[str, int], ventet: date) -> None:
    assert partens_frist(start, **lengde) == ventet


@pytest.mark.parametrize(
    ("mottatt", "ventet"),
    [
        (date(2026, 11, 2), date(2026, 12, 2)),
        (date(2027, 1, 29), date(2027, 2, 26)),  # 28 February is a Sunday
        (date(2027, 1, 31), date(2027, 2, 26)),
        (date(2026, 11, 25), date(2026, 12, 24)),
        (date(2026, 11, 26), date(2026, 12, 24)),
    ],
)
def test_foreloepig_svar_flyttes_aldri_framover(mottatt: date, ventet: date) -> None:
    assert foreloepig_svar_frist(mottatt) == ventet
    assert kommunens_frist(mottatt, maaneder=1) == ventet


def test_kommunens_frist_i_dager() -> None:
    assert kommunens_frist(date(2026, 11, 2), dager=14) == date(2026, 11, 16)
    assert kommunens_frist(date(2026, 11, 7), dager=14) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("sendt", "lengde", "ventet"),
    [
        (date(2026, 11, 2), {"uker": 2}, date(2026, 11, 17)),
        (date(2026, 11, 2), {"dager": 14}, date(2026, 11, 17)),
        (date(2026, 11, 6), {"uker": 2}, date(2026, 11, 21)),
        (date(2026, 12, 24), {"dager": 1}, date(2026, 12, 26)),
    ],
)
def test_ventetid_er_ute_dagen_etter_siste_dag(sendt: date, lengde: dict[str, int], ventet: date) -> None:
    assert tidligste_dag_etter(sendt, **lengde) == ventet


def test_en_frist_uten_lengde_finnes_ikke() -> None:
    for frist in (partens_frist, kommunens_frist, tidligste_dag_etter):
        with pytest.raises(ValueError, match="minst én dag"):
            frist(date(2026, 11, 2))
        with pytest.raises(ValueError, match="minst én dag"):
            frist(date(2026, 11, 2), dager=-1)


@pytest.mark.parametrize(
    ("utloep", "siste_trygge_dag", "tidsubestemt_fra"),
    [
        (date(2026, 11, 30), date(2027, 2, 26), date(2027, 3, 1)),
        (date(2026, 12, 14), date(2027, 3, 12), date(2027, 3, 15)),
        (date(2026, 12, 25), date(2027, 3, 24), date(2027, 3, 26)),  # Maundy Thursday
        (date(2026, 11, 15), date(2027, 2, 15), date(2027, 2, 16)),
    ],
)
def test_flytteoppfordring_maa_komme_innen_tre_maaneder(
    utloep: date, siste_trygge_dag: date, tidsubestemt_fra: date
) -> None:
    svar = flytteoppfordring(utloep)
    assert (svar.siste_trygge_dag, svar.tidsubestemt_fra) == (siste_trygge_dag, tidsubestemt_fra)


def test_bostoette_kommer_foerst_maaneden_etter_situasjonsdato() -> None:
    svar = bostoettekalender(date(2026, 11, 15))
    assert svar.innflytting == date(2026, 11, 15)
    assert svar.situasjonsdato == date(2026, 12, 1)
    assert svar.soeknadsfrist == date(2026, 12, 25)
    assert svar.utbetaling == svar.utbetaling_nominell == date(2027, 1, 20)
    assert svar.dager_uten_bostoette == 66


def test_innflytting_den_foerste_teller_samme_maaned() -> None:
    svar = bostoettekalender(date(2026, 12, 1))
    assert svar.situasjonsdato == date(2026, 12, 1)
    assert svar.utbetaling == date(2027, 1, 20)


@pytest.mark.parametrize(
    ("innflytting", "nominell", "utbetaling"),
    [
        (date(2026, 11, 30), date(2027, 1, 20), date(2027, 1, 20)),
        (date(2026, 12, 15), date(2027, 2, 20), date(2027, 2, 19)),  # Saturday
        (date(2027, 4, 15), date(2027, 6, 20), date(2027, 6, 18)),  # Sunday
        (date(2025, 2, 15), date(2025, 4, 20), date(2025, 4, 16)),  # Easter Sunday, behind two holidays
    ],
)
def test_bostoette_i_helg_utbetales_virkedagen_foer(innflytting: date, nominell: date, utbetaling: date) -> None:
    svar = bostoettekalender(innflytting)
    assert (svar.utbetaling_nominell, svar.utbetaling) == (nominell, utbetaling)
