"""The strip across the top: who the case is about, what to be careful with, what waits, and who is responsible."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from boligtildeling.domain.datoer import alder, vis_kort
from ui import accessibility
from ui.waiting import waits_for
from ui.widgets.basics import chip, clear, column, label
from ui.words import FRISTER, choice

if TYPE_CHECKING:
    from datetime import date

    from boligtildeling.casework.views.saksformer import Saksvisning

HEIGHT, SPACING = 68, 20
PROTECTION = "SOE-1"


class _Fitting(QWidget):
    """Shows as many of its parts as there is room for, whole ones only, from the left."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACING)

    def show_parts(self, parts: Iterable[QLabel]) -> None:
        clear(self.row)
        for part in parts:
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Hides what does not fit; the first part always stands."""
        room = self.width()
        labels = self.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for index, part in enumerate(one for one in labels if self.row.indexOf(one) >= 0):
            room -= part.sizeHint().width() + SPACING
            part.setVisible(room > -SPACING or index == 0)


class PersonStrip(QFrame):
    """Shows the program's name when no case is open; holds the search field at its right."""

    def __init__(self, right: QWidget) -> None:
        super().__init__()
        self.setProperty("flate", "stripe")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(16)
        self._about = QWidget()
        self._person, self._state = _Fitting(), _Fitting()
        lines = column(self._about, 2)
        lines.addStretch(1)
        lines.addWidget(self._person)
        lines.addWidget(self._state)
        lines.addStretch(1)
        self.trial = chip("PRØVE", "advarsel")
        self.trial.hide()
        row.addWidget(self.trial)
        row.addWidget(self._about, 1)
        self.who = label("", wrap=False)
        row.addWidget(self.who)
        row.addWidget(right)

    def show_trial(self, er_proeve: bool) -> None:
        self.trial.setVisible(er_proeve)

    def show_user(self, navn: str, rolle: str) -> None:
        self.who.setText(f"{navn}, {rolle}" if navn else "")

    def show_title(self, text: str) -> None:
        self._person.show_parts([label(text, "navn", wrap=False)])
        self._state.hide()
        self._about.setToolTip("")
        accessibility.name(self._about, text)

    def show_case(self, sak: "Saksvisning", today: "date") -> None:
        """All of it is in the tip and the description too, also what there is no room for."""
        person, state = about_person(sak, today), about_state(sak, today)
        chips = [chip("Skjermet", "galt")] if sak.er_skjermet else []
        chips += [chip("Hasteløp", "advarsel")] if sak.hasteloep is not None else []
        name = label(sak.soeker, "navn", wrap=False)
        self._person.show_parts([name, *chips, *(label(text, wrap=False) for text in person)])
        self._state.show()
        self._state.show_parts([label(text, "liten", wrap=False) for text in state])
        self._about.setToolTip("\n".join([*person, *state]))
        accessibility.name(self._about, sak.soeker, ". ".join([*(c.text() for c in chips), *person, *state]))


def about_person(sak: "Saksvisning", today: "date") -> list[str]:
    """What the strip says after the name, most important first."""
    s = sak.soeknad
    found = [sak.saksnummer, _household(sak, today), _protection(sak)]
    if s.tolk is not None and s.tolk.behov:
        found.append(f"Tolk: {s.tolk.spraak or 'ja'}")
    if s.fullmektige:
        found.append(f"{choice(s.fullmektige[0].rolle)}: {s.fullmektige[0].navn}")
    return [f for f in found if f]


def about_state(sak: "Saksvisning", today: "date") -> list[str]:
    """What waits and since when, the next deadline, who is responsible."""
    found = [waits_for(sak)]
    if sak.avslutning is not None:
        found.append(f"Avsluttet: {choice(sak.avslutning.utfall).lower()}")
    elif sak.frister:
        name, day = min(sak.frister.items(), key=lambda f: f[1])
        late = " (forfalt)" if day < today else ""
        found.append(f"{FRISTER.get(name, name)} {vis_kort(day)}{late}")
    found.append(f"Ansvarlig: {sak.ansvarlig}")
    return [f for f in found if f]


def _household(sak: "Saksvisning", today: "date") -> str:
    s = sak.soeknad
    others = len(s.husstand) + (1 if s.medsoeker else 0)
    born = s.soeker.foedselsdato
    age = f", {alder(born, today)} år" if born is not None and born <= today else ""
    return f"husstand på {others + 1}" if others else f"enslig{age}"


def _protection(sak: "Saksvisning") -> str:
    """What is known, and from when; a protected case has its own mark instead."""
    if sak.er_skjermet:
        return ""
    if sak.soeknad.strengeste_beskyttelse == "klientadresse":
        return "Klientadresse"
    answer = next((p.svar for p in sak.sjekkpunkter if p.kode == PROTECTION and p.er_oppfylt), None)
    if answer is None or sak.soeknad.strengeste_beskyttelse == "ikke_kontrollert":
        return "Adressebeskyttelse ikke kontrollert"
    return f"Ingen adressebeskyttelse ({vis_kort(answer.dato)})"
