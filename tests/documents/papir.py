"""Reads a PDF back: its pages as text, and its metadata."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from boligtildeling.documents.maker import Dokumenter


def les(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def sider(navn: str, visning: Any) -> list[str]:
    """The text of each page, with every run of white space as one space."""
    return [" ".join(side.extract_text().split()) for side in les(Dokumenter().lag(navn, visning)).pages]


def tekst(navn: str, visning: Any) -> str:
    """The text of all pages."""
    return " ".join(sider(navn, visning))
