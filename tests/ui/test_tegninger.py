"""The drawings: they say what they show, nothing stands on top of anything, and they can be read without colours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boligtildeling.casework.views.saksformer import Saksvisning, TidligereLeie
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Budsjettpost
from boligtildeling.domain.sak import MidlertidigBotilbud
from boligtildeling.domain.soeknad import Bosituasjon
from tests.bygg import MOTTATT, Paa, barn
from ui import theme
from ui.main_window import MainWindow
from ui.picture_facts import Figure, Mark, Pattern, Period, steps
from ui.screens.kontrakt import view_model as kontrakt
from ui.screens.oekonomiplan import view_model as oekonomi
from ui.screens.soeknad import pictures
from ui.widgets.pictures.family import FamilyPicture
from ui.widgets.pictures.picture import Picture
from ui.widgets.pictures.running_rest import RunningRest
from ui.widgets.pictures.time_axis import ticks
from ui.widgets.pictures.timeline import Timeline

WindowOn = Callable[..., MainWindow]
DAY = date(2026, 11, 15)
MANY = tuple(Mark(f"Dag nummer {n}", DAY + timedelta(days=n * n), "circle") for n in range(9))
FAMILY = (
    Figure("Rolig Fjord", ("søker, 41 år",), is_applicant=True),
    *(Figure(f"Liten Fjord nummer {n}", ("barn, 6 år", "delt bosted"), True, is_part_time=True) for n in range(7)),
)


def drawn(picture: Picture, width: int, scale: int = 1) -> QImage:
    """The drawing in grey, as on a printer without colours."""
    picture.resize(width, picture.heightForWidth(width))
    image = QImage(picture.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.THEME.color("card"))
    painter = QPainter(image)
    picture.draw(painter, width)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def greys(image: QImage, box: tuple[int, int, int, int]) -> set[int]:
    left, top, width, height = box
    return {image.pixelColor(x, y).red() for x in range(left, left + width) for y in range(top, top + height)}


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline("Prøve")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def family(qtbot: QtBot) -> FamilyPicture:
    made = FamilyPicture()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def rest(qtbot: QtBot) -> RunningRest:
    made = RunningRest()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("width", [240, 400, 700, 1400])
def test_ingen_dag_skrives_oppaa_en_annen(timeline: Timeline, width: int) -> None:
    timeline.show_time((), MANY, today=DAY)
    boxes = sorted(timeline._lanes(timeline._axis(width)))
    assert len(boxes) == len(MANY) + 1
    for (lane, left, wide), (next_lane, next_left, _) in pairwise(boxes):
        assert left >= 0
        assert lane != next_lane or left + wide < next_left


@pytest.mark.parametrize("size", [15, 22, 30])
def test_tegningene_vokser_med_teksten(timeline: Timeline, family: FamilyPicture, rest: RunningRest, size: int) -> None:
    timeline.show_time((Period("Leie", DAY, None),), MANY[:2])
    family.show_family(FAMILY[:2])
    rest.show_steps(steps([("Lønn", Kroner.fra(100))]))
    for picture in (timeline, family, rest):
        picture.setStyleSheet("* { font-size: 15px; }")
        picture.ensurePolished()
        small = picture.height_at(900)
        picture.setStyleSheet(f"* {{ font-size: {size}px; }}")
        picture.ensurePolished()
        assert picture.height_at(900) >= small * (0.85 * size / 15)


def test_en_stor_husstand_brytes_paa_flere_rader(family: FamilyPicture) -> None:
    family.show_family(FAMILY)
    assert len(family._rows(2000)) == 1
    assert len(family._rows(500)) > 1
    assert family.height_at(500) > family.height_at(2000)
    for row in family._rows(500):
        assert sum(family._cell_width(figure) for figure in row) <= 500


@pytest.mark.parametrize("choice", ["lys", "moerk"])
def test_moenstrene_skilles_uten_farger(timeline: Timeline, qapp: QApplication, choice: str) -> None:
    theme.THEME.apply(qapp, choice)
    try:
        looks: dict[Pattern, set[int]] = {}
        patterns: tuple[Pattern, ...] = ("filled", "hatched", "outlined")
        for pattern in patterns:
            timeline.show_time((Period("", DAY, DAY + timedelta(days=90), pattern),), ())
            image = drawn(timeline, 400)
            top = round(1.62 * timeline.line_height) + 1
            looks[pattern] = greys(image, (150, top, 60, 4))
        assert len(looks["filled"]) == 1
        assert len(looks["outlined"]) == 1
        assert max(looks["hatched"]) - min(looks["hatched"]) > 60
        (filled,), (outlined,) = looks["filled"], looks["outlined"]
        assert abs(filled - outlined) > 60
    finally:
        theme.THEME.apply(qapp, "lys")


def test_hver_tegning_sier_det_den_viser(timeline: Timeline, family: FamilyPicture, rest: RunningRest) -> None:
    timeline.show_time((Period("Leie", DAY, None),), (Mark("Nøkkel", DAY),), today=DAY)
    assert timeline.accessibleDescription() == (
        f"Leie fra {vis_dato(DAY)}, uten sluttdato. Nøkkel: {vis_dato(DAY)}. I dag: {vis_dato(DAY)}."
    )
    family.show_family(FAMILY[:2])
    assert family.accessibleDescription() == (
        "Rolig Fjord: søker, 41 år. Liten Fjord nummer 0: barn, 6 år, delt bosted."
    )
    rest.show_steps(steps([("Lønn", Kroner.fra(100)), ("Strøm", Kroner.fra(-40))]))
    assert rest.accessibleDescription() == (
        f"Lønn: {Kroner.fra(100)}. Igjen: {Kroner.fra(100)}. Strøm: {Kroner.fra(-40)}. Igjen: {Kroner.fra(60)}."
    )


def test_uten_noe_aa_vise_tar_tegningen_ingen_plass(timeline: Timeline) -> None:
    timeline.show_time((), (), today=DAY)
    assert timeline.isHidden()
    assert timeline.heightForWidth(400) == 0


def test_uten_tekst_er_det_fortsatt_noe_aa_se(rest: RunningRest) -> None:
    """Income is one even bar, and what lowers the rest is hatched."""
    rest.show_steps(steps([("", Kroner.fra(1000)), ("", Kroner.fra(-900))]))
    image = drawn(rest, 500)
    _, _, bars, _ = rest._columns(500)
    row = 1.5 * rest.line_height
    middle, left = round(bars.left + bars.width / 2), round(bars.left)
    assert left > 0
    income = greys(image, (middle - 20, round(1.5 * row) - 2, 40, 3))
    expense = greys(image, (middle - 20, round(2.5 * row) - 2, 40, 3))
    assert len(income) == 1
    assert max(expense) - min(expense) > 60


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 11, 10), date(2027, 2, 3), ["des.", "jan. 2027", "feb."]),
        (date(2026, 11, 10), date(2028, 6, 1), ["jan. 2027", "apr.", "juli", "okt.", "jan. 2028", "apr."]),
        (date(2020, 5, 1), date(2026, 5, 1), ["2021", "2022", "2023", "2024", "2025", "2026"]),
        (date(1990, 1, 1), date(2026, 5, 1), ["1990", "1993", "1996", "1999", "2002", "2005", "2008", "2011", "2014"]),
    ],
)
def test_aksen_har_maaneder_kvartaler_eller_aar(first: date, last: date, expected: list[str]) -> None:
    assert [text for _, text in ticks(first, last)][: len(expected)] == expected


def test_husstanden_er_soekerne_og_alle_som_flytter_inn(paa: Paa) -> None:
    sak = _with(paa("registrert").vis(), husstand=(barn(), barn(None, bor="samvaer", adressebeskyttelse="fortrolig")))
    me, child, visiting = pictures.family(sak, MOTTATT)
    assert (me.is_applicant, child.is_child, visiting.is_part_time) == (True, True, True)
    assert child.notes == ("barn, 6 år",)
    assert visiting.notes == ("barn", "samvær", "fortrolig")


def _with(sak: Saksvisning, **felt: object) -> Saksvisning:
    return replace(sak, soeknad=replace(sak.soeknad, **felt))  # type: ignore[arg-type]


def test_bohistorien_har_det_som_er_kjent_og_ikke_mer(paa: Paa) -> None:
    sak = paa("registrert").vis()
    assert pictures.housing(_with(sak, bosituasjon=Bosituasjon(type="uten_bolig"))) == ((), ())
    home = Bosituasjon(type="leid_privat", siden=date(2022, 3, 1), maa_flytte_innen=date(2026, 12, 31))
    stay = MidlertidigBotilbud(fra_dato=date(2027, 1, 1))
    before = TidligereLeie(fra_dato=date(2019, 1, 1), til_dato=date(2021, 12, 31), er_kort=False)
    with_home = replace(_with(sak, bosituasjon=home), midlertidige_botilbud=(stay,), tidligere_leie=(before,))
    periods, marks = pictures.housing(with_home)
    assert [(p.start, p.end) for p in periods] == [
        (date(2019, 1, 1), date(2021, 12, 31)),
        (date(2022, 3, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), None),
    ]
    assert {m.title for m in marks} == {"Søknad", "Må flytte innen"}


def test_budsjettet_ender_paa_det_samme_som_summen(paa: Paa) -> None:
    sak = paa("takket_ja").vis()
    posts = tuple(
        Budsjettpost(slag="utgift" if n else "inntekt", navn=f"Post {n}", per_maaned=Kroner.fra(20_000 - 900 * n))
        for n in range(14)
    )
    month = oekonomi.month(sak, posts, Kroner.fra(600))
    found = oekonomi.running_rest(sak, posts, Kroner.fra(600))
    assert found[-1].rest == month.left
    assert sum("poster til" in step.name for step in found) == 1


def test_bostoettekalenderen_har_de_samme_dagene_som_teksten(paa: Paa) -> None:
    sak = paa("signert").vis()
    (gap,), marks = oekonomi.calendar_picture(sak)
    told = dict(oekonomi.calendar(sak))
    assert gap.title == f"{told['Dager uten bostøtte']} dager uten bostøtte"
    assert {vis_dato(mark.day) for mark in marks} <= set(told.values())
    assert len({mark.shape for mark in marks}) == len(marks)
    assert oekonomi.calendar_picture(paa("registrert").vis()) == ((), ())


def test_leietiden_tegnes_naar_kontrakten_er_skrevet(paa: Paa) -> None:
    assert kontrakt.lease_picture(paa("takket_ja").vis()) == ((), ())
    sak = paa("signert").vis()
    assert sak.kontrakt is not None
    (period,), _ = kontrakt.lease_picture(sak)
    assert (period.start, period.end) == (sak.kontrakt.fra_dato, sak.kontrakt.til_dato)


def test_saken_viser_tegningene_uten_at_tab_stopper_ved_dem(paa: Paa, window_on: WindowOn) -> None:
    window = window_on(paa("signert"), step="soeknad")
    page = window.screens.case_screen.pages["soeknad"]
    shown = [p for p in page.findChildren(Picture) if p.isVisible()]
    assert shown
    for picture in shown:
        assert picture.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert picture.accessibleName()
        assert picture.accessibleDescription()
        assert picture.height() >= picture.heightForWidth(picture.width())
