"""Draws the icon in every size it is asked for: PNG for Linux, one .ico for Windows. Needs the program's Qt."""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

TEGNING = Path(__file__).resolve().parents[1] / "resources/icons/boligtildeling.svg"
STOERRELSER = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512)
I_ICO = tuple(s for s in STOERRELSER if s <= 256)


def tegn(stoerrelse: int) -> bytes:
    """The icon as PNG, `stoerrelse` pixels each way."""
    bilde = QImage(stoerrelse, stoerrelse, QImage.Format.Format_ARGB32)
    bilde.fill(0)
    maler = QPainter(bilde)
    maler.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(TEGNING)).render(maler)
    maler.end()
    innhold = QByteArray()
    buffer = QBuffer(innhold)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(bilde)
    return bytes(innhold.data())


def ico(bilder: dict[int, bytes]) -> bytes:
    """One file with all the sizes, each as PNG: what Windows reads since Vista."""
    hode, kropp = struct.pack("<HHH", 0, 1, len(bilder)), b""
    start = len(hode) + 16 * len(bilder)
    for stoerrelse, png in bilder.items():
        side = stoerrelse % 256
        hode += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), start + len(kropp))
        kropp += png
    return hode + kropp


def main(slag: str, ut: Path) -> None:
    """`hicolor`: a folder of icons for Linux; `ico`: the file for Windows."""
    app = QGuiApplication([])
    bilder = {stoerrelse: tegn(stoerrelse) for stoerrelse in STOERRELSER}
    app.quit()
    if slag == "ico":
        ut.write_bytes(ico({s: bilder[s] for s in I_ICO}))
        return
    for stoerrelse, png in bilder.items():
        mappe = ut / f"{stoerrelse}x{stoerrelse}" / "apps"
        mappe.mkdir(parents=True, exist_ok=True)
        (mappe / f"{sys.argv[3]}.png").write_bytes(png)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
