"""Takes a picture of every screen: `python -m tests.ui.bilder MAPPE [lys|moerk] [BREDDE HOEYDE]`, on a fresh demo."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from boligtildeling.demo import lag_demo
from tests.ui.skjermer import NOW, Camera, scenes
from ui import theme


def main(target: Path, choice: str, width: int, height: int) -> None:
    theme.set_up(QApplication([]), choice)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "demo"
        lag_demo(folder, NOW)
        camera = Camera(folder, choice, QSize(width, height))
        for picture, go in scenes():
            camera.take(go).save(str(target / f"{picture}.png"))
        camera.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        Path(arguments[0]),
        arguments[1] if len(arguments) > 1 else "lys",
        *(int(a) for a in (arguments[2:4] or ("1440", "930"))),
    )
