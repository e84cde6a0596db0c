"""The rows of the work list, page by page; answers by plain int roles, since Qt asks thousands of times."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from boligtildeling.domain.datoer import vis_dato
from ui.session import Session
from ui.theme import THEME
from ui.words import SAKSSTEG, when

if TYPE_CHECKING:
    from boligtildeling.casework.views.saker import Saksrad, Saksside

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Saksnummer", "Søker", "Steg", "Neste frist", "Ansvarlig", "Mottatt", "Merknad")
NUMBER, APPLICANT, STEP, DEADLINE, RESPONSIBLE, RECEIVED, REMARK = range(7)
DISPLAY, FOREGROUND, ACCESSIBLE_TEXT = 0, 9, 11


class WorkListModel(QAbstractTableModel):
    """Grows when the view scrolls to the end.

    Signals:
    more_wanted: the view needs the page after this mark.
    """

    more_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[Saksrad] = []
        self._texts: list[tuple[str, ...]] = []
        self._mark: str | None = None
        self._asked = False

    def show_first(self, page: "Saksside") -> None:
        self.beginResetModel()
        self._rows, self._texts = [], []
        self._take(page)
        self.endResetModel()

    def show_next(self, page: "Saksside") -> None:
        if not page.saker:
            self._take(page)
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(page.saker) - 1)
        self._take(page)
        self.endInsertRows()

    def number_at(self, row: int) -> str:
        return self._rows[row].saksnummer

    def first_number(self) -> str:
        """The first case; empty when there is none."""
        return self._rows[0].saksnummer if self._rows else ""

    def version_at(self, row: int) -> int:
        return self._rows[row].versjon

    def copied(self, row: int, columns: Sequence[int]) -> list[str]:
        """The texts of a row as they may leave the program: who has address protection is not named."""
        return [self._unnamed(row, column) for column in columns]

    def _unnamed(self, row: int, column: int) -> str:
        is_name = column == APPLICANT and self._rows[row].er_skjermet
        return "Skjermet" if is_name else self._texts[row][column]

    def row_of(self, saksnummer: str) -> int:
        """Where a case stands, -1 when it is not here."""
        return next((i for i, rad in enumerate(self._rows) if rad.saksnummer == saksnummer), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == DISPLAY:
            return self._texts[index.row()][index.column()]
        if role == FOREGROUND:
            return self._colour(index)
        if role == ACCESSIBLE_TEXT:
            return f"{COLUMNS[index.column()]}: {self._texts[index.row()][index.column()] or 'ingen'}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return self._mark is not None and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self._mark is not None and not self._asked:
            self._asked = True
            self.more_wanted.emit(self._mark)

    def _take(self, page: "Saksside") -> None:
        today = self._session.i_dag()
        self._rows.extend(page.saker)
        self._texts.extend(_texts(rad, when(rad.neste_frist, today) if rad.neste_frist else "") for rad in page.saker)
        self._mark, self._asked = page.merke, False

    def _colour(self, index: Index) -> QBrush | None:
        rad, column = self._rows[index.row()], index.column()
        if column == DEADLINE and rad.neste_frist is not None and rad.neste_frist < self._session.i_dag():
            return QBrush(THEME.color("wrong_text"))
        if column == REMARK and rad.er_skjermet:
            return QBrush(THEME.color("wrong_text"))
        return QBrush(THEME.color("muted")) if column in {RECEIVED, REMARK} else None


def _texts(rad: "Saksrad", deadline: str) -> tuple[str, ...]:
    remarks = [word for word, holds in (("Skjermet", rad.er_skjermet), ("På vent", rad.er_paa_vent)) if holds]
    return (
        rad.saksnummer,
        rad.soeker,
        SAKSSTEG.get(rad.steg, rad.steg),
        deadline,
        rad.ansvarlig,
        vis_dato(rad.mottatt_dato),
        ", ".join(remarks),
    )
