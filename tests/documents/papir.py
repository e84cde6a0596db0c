"""Reads a PDF back: its pages as text, and its metadata."""

from io import BytesIO
from json import dumps
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from boligtildeling.documents.maker import Dokumenter


def les(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def sider(navn: str, visning: Any, egne_tekster: Path | None = None) -> list[str]:
    """The text of each page, with every run of white space as one space."""
    return [" ".join(side.extract_text().split()) for side in les(Dokumenter(egne_tekster).lag(navn, visning)).pages]


def tekst(navn: str, visning: Any, egne_tekster: Path | None = None) -> str:
    """The text of all pages."""
    return " ".join(sider(navn, visning, egne_tekster))


def egne_tekster(mappe: Path, brev: str, maalform: str = "nb", **tekster: str) -> Path:
    """A folder with the kommune's own texts for one letter."""
    linjer = "\n".join(f"{noekkel} = {dumps(tekst, ensure_ascii=False)}" for noekkel, tekst in tekster.items())
    (mappe / f"{brev}.{maalform}.toml").write_text(f"[tekst]\n{linjer}\n", encoding="utf-8")
    return mappe
