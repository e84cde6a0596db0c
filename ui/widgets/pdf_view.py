"""A PDF on the screen: pages drawn away from the window, looked at, printed, saved."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from boligtildeling.documents.filtekst import PDFIUM
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.identitet import personnumre_i
from ui.file_dialogs import ask_save, write_whole
from ui.messages import Message, in_words
from ui.runner import Runner
from ui.widgets.basics import button, button_row, column, label
from ui.widgets.message_panel import MessagePanel

SCREEN_DPI, PAPER_DPI = 144, 200
POINTS_PER_INCH = 72
BEFORE_PRINTING = "Før du skriver ut"
PAGE_WIDTH, NARROWEST, MARGIN = 640, 200, 16


def draw_pages(pdf: bytes, dpi: int) -> list[QImage]:
    """Every page as a picture. Runs on the drawing thread; the PDF library serves one caller at a time."""
    return list(_pictures(pdf, dpi))


def _pictures(pdf: bytes, dpi: int) -> Iterator[QImage]:
    """One page at a time, so that a pile takes no more room than a page."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
            with PDFIUM:
                picture = _picture(document[number], dpi / POINTS_PER_INCH)
            yield picture
    finally:
        with PDFIUM:
            document.close()


def _picture(page: "object", scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)  # type: ignore[attr-defined]
    form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888
    return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()


class PdfPages(QScrollArea):
    """The pages of one document under each other, as wide as the room they have."""

    failed = Signal(object)

    def __init__(self, runner: Runner, channel: str) -> None:
        super().__init__()
        self._runner, self._channel = runner, channel
        self._pictures: list[QImage] = []
        self._pages: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        holder = QWidget()
        self._list = column(holder, 16, 16)
        self.setWidget(holder)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        """Draws the pages away from the window, and shows them in place of those that stand here."""
        self.setAccessibleName(f"Forhåndsvisning: {title}")
        self._runner.drawing(
            lambda: draw_pages(pdf, SCREEN_DPI), self._show_pages, self.failed.emit, owner=self, channel=self._channel
        )

    def _show_pages(self, pictures: list[QImage]) -> None:
        """Pages that are already here are written over, so that one who reads keeps the place."""
        self._pictures = pictures
        while len(self._pages) > len(pictures):
            last = self._pages.pop()
            last.hide()
            last.deleteLater()
        while len(self._pages) < len(pictures):
            page = QLabel()
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
            self._list.addWidget(page)
        self._scale()

    def _scale(self) -> None:
        width = min(PAGE_WIDTH, max(self.viewport().width() - 2 * MARGIN, NARROWEST))
        ratio = self.devicePixelRatioF()
        for number, (page, picture) in enumerate(zip(self._pages, self._pictures, strict=True), 1):
            scaled = picture.scaledToWidth(int(width * ratio), Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            page.setPixmap(QPixmap.fromImage(scaled))
            page.setAccessibleName(f"Side {number} av {len(self._pictures)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._scale()


class PdfView(QWidget):
    """Shows one document at a time."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._pdf, self._name = b"", ""
        self.title = label("", "h2")
        self.print_button = button("Skriv ut …", self._ask_printer, "primaer")
        self.save_button = button("Lagre som PDF …", self._ask_file)
        self.panel, self.reminder = MessagePanel(), MessagePanel()
        self.pages = PdfPages(runner, "forhåndsvisning")
        self.pages.setMinimumHeight(560)
        self.pages.failed.connect(self._failed)
        box = column(self, 12)
        box.addWidget(self.title)
        box.addWidget(self.reminder)
        box.addLayout(button_row([self.print_button, self.save_button]))
        box.addWidget(self.panel)
        box.addWidget(self.pages, 1)

    @property
    def page_count(self) -> int:
        return self.pages.page_count

    def show_pdf(self, pdf: bytes, title: str, file_name: str, to_know: tuple[str, ...] = ()) -> None:
        """Shows a document; `file_name` is what a saved copy is called, and names nobody.

        `to_know` stands above the buttons: what whoever prints it should know first.
        """
        self._pdf, self._name = pdf, file_name
        self.title.setText(title)
        self.panel.clear()
        self.reminder.clear()
        if to_know:
            self.reminder.show_good(BEFORE_PRINTING, to_know)
        self.pages.show_pdf(pdf, title)

    def _failed(self, error: Exception) -> None:
        self.panel.show_message(in_words(error))

    def _ask_file(self) -> None:
        path = ask_save(self, "Lagre som PDF", self._name, "PDF (*.pdf)")
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Writes the document beside its place and puts it there whole; not under a name with a person's number."""
        if (problem := name_problem(path)) is not None:
            self.panel.show_message(problem)
            return
        try:
            write_whole(path, self._pdf)
            self.panel.show_good("Dokumentet er lagret.")
        except Driftsfeil as error:
            self._failed(error)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Puts the pages on paper, away from the window; a printer that fails undoes nothing."""
        pdf = self._pdf
        self._runner.drawing(lambda: print_papers(printer, [pdf]), self._printed, self._failed, owner=self)

    def _printed(self, problem: Message | None) -> None:
        if problem is not None:
            self.panel.show_message(problem)
        else:
            self.panel.show_good("Dokumentet er sendt til skriveren.")


def name_problem(path: Path) -> Message | None:
    """What is wrong with the name of a file that is to be saved."""
    if not personnumre_i(path.name):
        return None
    return Message(
        "ugyldig",
        "Filnavnet har et fødselsnummer.",
        ("Ingenting er lagret.", "Bruk saksnummeret i filnavnet i stedet."),
    )


def print_papers(printer: QPrinter, papers: Iterable[bytes]) -> Message | None:
    """Puts every page on paper, one at a time, lying on its side when it is wide; what is wrong when that stops.

    Runs on the drawing thread.
    """
    painter = QPainter()
    for done, picture in enumerate(picture for pdf in papers for picture in _pictures(pdf, PAPER_DPI)):
        is_wide = picture.width() > picture.height()
        way = QPageLayout.Orientation
        printer.setPageOrientation(way.Landscape if is_wide else way.Portrait)
        has_page = printer.newPage() if done else painter.begin(printer)
        if not has_page or printer.printerState() in {QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error}:
            painter.end()
            return _stopped(done)
        room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
    painter.end()
    return None


def _stopped(done: int) -> Message:
    what_to_do = ("Saken er ikke rørt.", "Lagre som PDF, eller prøv igjen.")
    if not done:
        return Message("drift", "Skriveren svarte ikke.", what_to_do)
    return Message("drift", f"Skriveren stanset etter {done} {'side' if done == 1 else 'sider'}.", what_to_do)
