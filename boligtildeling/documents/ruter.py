"""What is drawn with lines, not letters: boxes, their shapes, and lines to write on."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boligtildeling.documents.blokker import Ruteform
from boligtildeling.documents.stiler import LINJE, SVART

_SIDE = 3.4 * mm
_STREKER: dict[Ruteform, tuple[tuple[float, float, float, float], ...]] = {
    "tom": (),
    "oppfylt": ((0.2, 0.5, 0.42, 0.24), (0.42, 0.24, 0.82, 0.78)),
    "mangler": ((0.22, 0.5, 0.78, 0.5),),
    "gjelder_ikke": (),
    "unntak": ((0.5, 0.8, 0.5, 0.42), (0.5, 0.28, 0.5, 0.2)),
    "utsatt": ((0.3, 0.74, 0.66, 0.5), (0.66, 0.5, 0.3, 0.26)),
}


class Rutetegning(Flowable):
    """A square of fixed size with the shape of a status in it; a ring alone means that the point does not apply."""

    def __init__(self, form: Ruteform) -> None:
        super().__init__()
        self._form = form
        self.width = self.height = _SIDE

    def wrap(self, bredde: float, hoeyde: float) -> tuple[float, float]:
        return _SIDE, _SIDE

    def draw(self) -> None:
        tegn_rute(self.canv, self._form, 0, 0)


def tegn_rute(canv: Canvas, form: Ruteform, x: float, y: float) -> None:
    """Draws the box with its lower left corner at (x, y)."""
    canv.saveState()
    canv.setStrokeColor(SVART)
    canv.setLineCap(1)
    canv.setLineWidth(0.7)
    if form == "gjelder_ikke":
        canv.circle(x + _SIDE / 2, y + _SIDE / 2, _SIDE / 2)
    else:
        canv.rect(x, y, _SIDE, _SIDE)
    canv.setLineWidth(1.3)
    for x1, y1, x2, y2 in _STREKER[form]:
        canv.line(x + x1 * _SIDE, y + y1 * _SIDE, x + x2 * _SIDE, y + y2 * _SIDE)
    canv.restoreState()


class Skrivelinje(Flowable):
    """An empty line to write on, across the column."""

    def __init__(self, hoeyde: float) -> None:
        super().__init__()
        self.height = hoeyde

    def wrap(self, bredde: float, hoeyde: float) -> tuple[float, float]:
        self.width = bredde
        return bredde, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(LINJE)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, self.width, 0)
