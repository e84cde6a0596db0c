"""The right pane of a case: the road to the key, or what belongs beside the page that is shown."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.screens.sak.road_panel import RoadPanel
from ui.theme import RIGHT_WIDTH

LETTER_WIDTH = 480


class RightPane(QStackedWidget):
    """As wide as what it shows needs."""

    def __init__(self) -> None:
        super().__init__()
        self.road = RoadPanel()
        self.addWidget(self.road)
        self.show_beside(None)

    @property
    def is_beside(self) -> bool:
        """Whether it shows something else than the road."""
        return self.currentWidget() is not self.road

    def show_beside(self, beside: QWidget | None) -> None:
        """Shows this in place of the road, with more room; None: the road again."""
        if beside is not None and self.indexOf(beside) < 0:
            self.addWidget(beside)
        self.setCurrentWidget(beside or self.road)
        least, most = (RIGHT_WIDTH - 10, RIGHT_WIDTH + 80) if beside is None else (LETTER_WIDTH, 2 * LETTER_WIDTH)
        self.setMinimumWidth(least)
        self.setMaximumWidth(most)

    def panes(self) -> list[QWidget]:
        """What can have the focus here."""
        shown = self.currentWidget()
        return [shown] if shown is not None and self.isVisible() else []
