"""Every screen is as its picture, in both themes, at 100 and at 200 %.

`pytest tests/ui/test_bildene.py --nye-bilder` takes those anew that are not: then look at each of them before it is
kept.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage

from boligtildeling.demo import lag_demo
from tests.ui.skjermer import NOW, Camera, scenes

PICTURES = Path(__file__).parent / "gyldne"
VARIANTS = (
    ("lys", 1, QSize(1280, 800)),
    ("moerk", 1, QSize(1280, 800)),
    ("lys", 2, QSize(960, 560)),
    ("moerk", 2, QSize(960, 560)),
)
EXACT, COLOURS = 32, 256
"""A kept picture has so many colours, the most used ones exact; what that changes of the rest is within `NEARLY`."""
NEARLY, SHARE = 16, 0.0003
"""How far a colour may be from the kept one, and how large a share of the points may be farther away."""


def as_picture(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]
    return Image.open(BytesIO(buffer.data().data())).convert("RGB")


def place(choice: str, ratio: int, name: str) -> Path:
    return PICTURES / f"{choice}-{ratio}00" / f"{name}.png"


def keep(taken: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    few_colours(taken).save(path, optimize=True)


def few_colours(taken: Image.Image) -> Image.Image:
    """One byte a point: a picture is kept for as long as the project is."""
    found = sorted(taken.getcolors(taken.width * taken.height) or (), reverse=True)
    used = [part for _, colour in found[:EXACT] for part in cast(tuple[int, ...], colour)]
    rest = taken.quantize(COLOURS - EXACT, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = Image.new("P", (1, 1))
    palette.putpalette([*used, *(rest.getpalette() or ())][: 3 * COLOURS])
    return taken.quantize(palette=palette, dither=Image.Dither.NONE)


def differs(taken: Image.Image, kept: Image.Image) -> float:
    """The share of the points that are not nearly the same; all of them when the sizes differ."""
    if taken.size != kept.size:
        return 1.0
    red, green, blue = ImageChops.difference(taken, kept.convert("RGB")).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    off = sum(worst.histogram()[NEARLY:])
    return off / (taken.width * taken.height)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bilder") / "demo"
    lag_demo(folder, NOW)
    return folder


@pytest.fixture
def camera(demo: Path, variant: tuple[str, int, QSize], qapp: object) -> Iterator[Camera]:
    choice, ratio, size = variant
    made = Camera(demo, choice, size, ratio)
    yield made
    made.close()


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v[0]}-{v[1]}00")
def test_hver_skjerm_er_som_bildet(
    camera: Camera, variant: tuple[str, int, QSize], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    choice, ratio, _ = variant
    wrong = []
    for name, go in scenes():
        taken, path = as_picture(camera.take(go)), place(choice, ratio, name)
        share = differs(taken, Image.open(path)) if path.exists() else 1.0
        if share <= SHARE:
            continue
        if request.config.getoption("--nye-bilder"):
            keep(taken, path)
        else:
            taken.save(tmp_path / f"{name}.png")
            wrong.append(f"{name}: {share:.2%} er annerledes, se {tmp_path / name}.png")
    assert wrong == []


def test_ingen_bilder_er_til_overs() -> None:
    wanted = {place(choice, ratio, name) for choice, ratio, _ in VARIANTS for name, _ in scenes()}
    assert set(PICTURES.rglob("*.png")) == wanted


def test_en_liten_feil_i_et_bilde_oppdages() -> None:
    """A line of text that is moved by two points, in a window of the usual size."""
    before = Image.new("RGB", (1280, 800), "white")
    after = before.copy()
    word = Image.new("RGB", (160, 12), "black")
    before.paste(word, (100, 100))
    after.paste(word, (104, 104))
    assert differs(before, before) == 0
    assert differs(after, before) > SHARE


def test_et_bilde_med_faa_farger_er_nesten_likt() -> None:
    """Edges that are drawn smooth have many shades between two colours."""
    sharp = Image.new("RGB", (1280, 800), "#F4F6F8")
    for number, colour in enumerate(("#FFFFFF", "#055FA5", "#1A2430", "#7A1010", "#FFF3DC")):
        sharp.paste(colour, (100 + 200 * number, 101, 253 + 200 * number, 700))
    smooth = sharp.resize((471, 293), Image.Resampling.BICUBIC)
    assert len(smooth.getcolors(10_000) or ()) > 20
    few = few_colours(smooth)
    assert differs(smooth, few) == 0
    assert few.convert("RGB").getpixel((0, 0)) == smooth.getpixel((0, 0))
