"""The strip across the top: who the case is about, what to be careful with, who is responsible, what waits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from boligtildeling.domain.datoer import vis_kort
from ui.widgets.basics import chip, clear, label
from ui.words import FRISTER, choice

if TYPE_CHECKING:
    from datetime import date

    from boligtildeling.casework.views.saksformer import Saksvisning

HEIGHT, SPACING = 56, 20


class _Fitting(QWidget):
    """Shows as many of its parts as there is room for, whole ones only, from the left."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACING)

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
        self._about = _Fitting()
        self._facts = self._about.row
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
        clear(self._facts)
        self._facts.addWidget(label(text, "navn", wrap=False))
        self._facts.addStretch(1)
        self._about.setToolTip("")

    def show_case(self, sak: "Saksvisning", today: "date") -> None:
        clear(self._facts)
        self._facts.addWidget(label(sak.soeker, "navn", wrap=False))
        if sak.er_skjermet:
            self._facts.addWidget(chip("Skjermet", "galt"))
        found = facts(sak, today)
        for text in found:
            self._facts.addWidget(label(text, wrap=False))
        self._about.setToolTip("\n".join(found))
        if sak.hasteloep is not None:
            self._facts.addWidget(chip("Hasteløp", "advarsel"))
        if sak.paa_vent is not None:
            self._facts.addWidget(chip(f"På vent til {vis_kort(sak.paa_vent.til_dato)}", "advarsel"))
        self._facts.addStretch(1)
        self._about.fit()


def facts(sak: "Saksvisning", today: "date") -> list[str]:
    """What the strip says after the name, most important first."""
    s = sak.soeknad
    others = len(s.husstand) + (1 if s.medsoeker else 0)
    found = [sak.saksnummer, "enslig" if not others else f"husstand på {others + 1}"]
    if not sak.er_skjermet:
        protection = s.strengeste_beskyttelse
        found.append("Adressebeskyttelse ikke kontrollert" if protection == "ikke_kontrollert" else "")
    if s.tolk is not None and s.tolk.behov:
        found.append(f"Tolk: {s.tolk.spraak or 'ja'}")
    if s.fullmektige:
        found.append(choice(s.fullmektige[0].rolle))
    if sak.avslutning is not None:
        found.append(f"Avsluttet: {choice(sak.avslutning.utfall).lower()}")
    elif sak.frister:
        name, day = min(sak.frister.items(), key=lambda f: f[1])
        late = " (forfalt)" if day < today else ""
        found.append(f"{FRISTER.get(name, name)} {vis_kort(day)}{late}")
    found.append(f"Ansvarlig: {sak.ansvarlig}")
    return [f for f in found if f]
