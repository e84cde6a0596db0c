"""What goes with the packed program: everything that it imports, and of each package only what is used."""

import re
import tomllib

import pytest

from installer.felles import INSTALLER, ROT
from installer.msi.laas import for_windows
from installer.msi.legg_ut import er_med
from tests.architecture.source import python_files, references

UTVALG = tomllib.loads((INSTALLER / "utvalg.toml").read_text(encoding="utf-8"))
IMPORTERT = sorted(
    {navn for fil in python_files("boligtildeling", "ui") for _, navn in references(fil.read_text(encoding="utf-8"))}
)


def test_alle_qt_moduler_som_vinduet_bruker_er_med() -> None:
    brukt = {navn.split(".")[1] for navn in IMPORTERT if navn.startswith("PySide6.Q")}
    assert brukt
    assert brukt <= set(UTVALG["qt"]["moduler"])
    assert {f"Qt{navn}" for navn in UTVALG["qt"]["biblioteker"]} >= brukt


def test_ingenting_programmet_importerer_er_utelatt() -> None:
    for uten in UTVALG["python"]["uten"]:
        assert [navn for navn in IMPORTERT if navn == uten or navn.startswith(f"{uten}.")] == [], uten


@pytest.mark.parametrize(
    ("navn", "med"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/QtQml.pyd", False),
        ("PySide6/plugins/platforms/qoffscreen.dll", True),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", False),
        ("PySide6/translations/qtbase_nn.qm", True),
        ("PySide6/translations/qtbase_fr.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/msvcp140.dll", True),
        ("PySide6/designer.exe", False),
        ("PIL/Image.py", True),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("lxml/etree.cp313-win_amd64.pyd", True),
        ("lxml/html/__init__.py", False),
        ("alembic/testing/env.py", False),
        ("cffi/_cffi_include.h", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/licenses/LICENSE", True),
        ("keyring-25.7.0.dist-info/WHEEL", False),
        ("reportlab/fonts/DarkGarden.pfb", False),
    ],
)
def test_av_hver_pakke_er_bare_det_som_brukes_med_paa_windows(navn: str, med: bool) -> None:
    assert er_med(navn) is med


def test_laasen_for_windows_har_det_windows_trenger_og_ingen_vilkaar() -> None:
    tekst = (ROT / "lock.txt").read_text(encoding="utf-8")
    linjer = dict(linje.split("==", 1) for linje in for_windows(tekst, "3.13").splitlines())
    assert {"pywin32-ctypes", "tzdata", "pyside6-essentials", "sqlcipher3"} <= linjer.keys()
    assert {"jeepney", "secretstorage", "setuptools", "zipp"}.isdisjoint(linjer)
    assert all(re.fullmatch(r"\S+( --hash=sha256:[0-9a-f]{64})+", resten) for resten in linjer.values())


@pytest.mark.parametrize("fil", ["appimage/lock-bygg.txt", "msi/lock-bygg.txt"])
def test_det_som_bygger_er_laast_med_sjekksum_og_uten_adresse(fil: str) -> None:
    tekst = (INSTALLER / fil).read_text(encoding="utf-8")
    assert "://" not in tekst
    poster = re.split(r"\n(?=[a-z])", tekst)[1:]
    assert poster
    assert all(re.match(r"[a-z0-9-]+==\S+", post) and "--hash=sha256:" in post for post in poster)
