"""Forms out of types: what is typed becomes typed values, faults stand at their fields, filling is not touching."""

from datetime import date
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.planer import LagreOekonomiplan, VelgKontraktstype
from boligtildeling.casework.sjekkpunkt import KryssAv
from boligtildeling.casework.soeknad import RegistrerSoeknad
from boligtildeling.domain.dokumentasjon import Dokumentasjonstype
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Budsjettpost, Oekonomiplan, Restanseplan
from boligtildeling.domain.soeknad import Soeknad
from tests.bygg import MOTTATT, barn, husleiegjeld, person, soeknad
from ui import words
from ui.widgets.act_form import FILLED_IN
from ui.widgets.answer_form import suggested_kind
from ui.widgets.faults import Faults
from ui.widgets.fields import DateField, MoneyField
from ui.widgets.form import Form
from ui.widgets.rows import RowsField

PLAN = Oekonomiplan(
    poster=(Budsjettpost(slag="inntekt", navn="Lønn", per_maaned=Kroner.fra(24850), utbetales_dag=12),),
    restanse=Restanseplan(beloep=Kroner.fra(18400), haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(600)),
    kommentar="Har råd til 9 500.",
)
WHOLE = soeknad(
    soeker=person(telefon="00000001", epost="a@eksempel.no"),
    medsoeker=person("Lys", "Fjord", None, foedselsdato=date(1990, 1, 2)),
    husstand=(barn(), barn(None, bor="delt")),
    gjeld=(husleiegjeld(),),
    tjenester=("oppfølging i bolig", "støttekontakt"),
)


def today() -> date:
    return MOTTATT


def form_of(qtbot: QtBot, type_: type, hidden: tuple[str, ...] = FILLED_IN) -> Form:
    form = Form(type_, today, hidden)
    qtbot.addWidget(form)
    form.show()
    return form


CHOSEN = {"godkjenn_vedtak", "gjennomgaa_lesning"}
"""Acts on what is opened or marked, and not typed."""


@pytest.mark.parametrize("act", sorted(set(HANDLINGER) - CHOSEN))
def test_hver_handling_kan_faa_et_skjema_med_norske_navn(qtbot: QtBot, act: str) -> None:
    form = form_of(qtbot, HANDLINGER[act].kommando)
    assert all("_" not in field.title.text() and field.title.text()[0].isupper() for field in form.fields.values())


def test_en_hel_soeknad_kommer_like_hel_ut_igjen(qtbot: QtBot) -> None:
    form, faults = form_of(qtbot, RegistrerSoeknad), Faults()
    form.fill(RegistrerSoeknad(soeknad=WHOLE))
    assert form.values(faults)["soeknad"] == WHOLE
    assert faults.all == ()
    assert isinstance(WHOLE, Soeknad)


def test_en_plan_kommer_like_hel_ut_igjen(qtbot: QtBot) -> None:
    form, faults = form_of(qtbot, LagreOekonomiplan), Faults()
    form.fill(PLAN)
    assert Oekonomiplan(**form.values(faults)) == PLAN


def test_aa_fylle_skjemaet_er_ikke_aa_roere_det(qtbot: QtBot) -> None:
    form = form_of(qtbot, LagreOekonomiplan)
    with qtbot.assertNotEmitted(form.touched):
        form.fill(PLAN)
        form.fill_blank()
    assert not form.is_touched


def test_aa_skrive_i_et_felt_er_aa_roere_skjemaet(qtbot: QtBot) -> None:
    form = form_of(qtbot, LagreOekonomiplan)
    with qtbot.waitSignal(form.touched):
        qtbot.keyClicks(form.fields["kommentar"].controls()[0], "x")
    assert form.is_touched


def test_alle_feil_kommer_paa_en_gang_hver_ved_sitt_felt(qtbot: QtBot) -> None:
    form, faults = form_of(qtbot, LagreOekonomiplan), Faults()
    rows = form.fields["poster"]
    assert isinstance(rows, RowsField)
    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(rows.rows[0].form.fields["per_maaned"].controls()[0], "ni tusen")
    form.values(faults)
    assert {f.peker for f in faults.all} == {"/poster/0/slag", "/poster/0/navn", "/poster/0/per_maaned"}
    assert form.show_faults(faults.all) == ()
    assert rows.rows[0].form.fields["per_maaned"].error.isVisible()
    assert "kroner" in rows.rows[0].form.fields["per_maaned"].error.text()


def test_et_felt_som_ikke_gjelder_teller_ikke(qtbot: QtBot) -> None:
    form = form_of(qtbot, VelgKontraktstype)
    form.fields["type"].fill("tidsbestemt")
    form.fields["maaneder"].fill(12)
    form.show_what_counts()
    assert form.fields["maaneder"].isVisible()
    form.fields["type"].fill("tidsubestemt")
    form.show_what_counts()
    assert not form.fields["maaneder"].isVisible()
    assert form.values(Faults())["maaneder"] is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("311226", "31.12.2026"), ("i dag", "02.11.2026"), ("+14", "16.11.2026"), ("man", "09.11.2026"), ("x", "x")],
)
def test_datoer_skrives_som_folk_skriver_dem(qtbot: QtBot, typed: str, shown: str) -> None:
    field = DateField("Dato", today)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, typed)
    field.edit.editingFinished.emit()
    assert field.edit.text() == shown


@pytest.mark.parametrize(("typed", "kroner"), [("9 200", 920_000), ("9200,50", 920_050), ("kr 9.200,-", 920_000)])
def test_beloep_skrives_som_folk_skriver_dem(qtbot: QtBot, typed: str, kroner: int) -> None:
    field = MoneyField("Beløp")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.edit, typed)
    assert field.value(MOTTATT) == Kroner(kroner)


@pytest.mark.parametrize(
    ("words_in_list", "kind"),
    [
        ("samtale, deltakere; eller to forsøk", "samtale"),
        ("beløp (kan være 0), dato, hvem som svarte", "beloep"),
        ("henvist dato, kontakt / avslått", "henvist"),
        ("dato", "notat"),
    ],
)
def test_sjekklisten_foreslaar_hva_svaret_bygger_paa(words_in_list: str, kind: str) -> None:
    assert suggested_kind(words_in_list) == kind
    assert kind in get_args(Dokumentasjonstype)


def test_det_noedvendige_er_merket_med_ord(qtbot: QtBot) -> None:
    form = form_of(qtbot, KryssAv, (*FILLED_IN, "sjekkpunkt"))
    assert form.fields["merknad"].title.text() == "Merknad (valgfritt)"
    assert form.fields["dato"].title.text() == "Dato for svaret"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 1), "Forfalt 1.11."),
        (date(2026, 11, 2), "I dag"),
        (date(2026, 11, 3), "I morgen"),
        (date(2026, 11, 7), "Om 5 dager"),
        (date(2026, 12, 24), "24. desember 2026"),
        (date(2025, 12, 24), "Forfalt 24. desember 2025"),
    ],
)
def test_frister_i_ord(day: date, text: str) -> None:
    assert words.when(day, MOTTATT) == text
