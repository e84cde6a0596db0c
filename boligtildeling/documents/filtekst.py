"""The text of a file, as far as a program can read it."""

from threading import Lock

PDFIUM = Lock()
"""The library that reads PDF serves one caller at a time."""

_PDF = b"%PDF-"


def tekst_i(innhold: bytes) -> str | None:
    """The text of a PDF or a text file; None for anything else, and for a PDF with nothing but pictures in it."""
    if innhold.lstrip()[: len(_PDF)] == _PDF:
        return _tekst_i_pdf(innhold) or None
    try:
        tekst = innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in tekst else tekst


def _tekst_i_pdf(innhold: bytes) -> str:
    import pypdfium2

    with PDFIUM:
        try:
            dokument = pypdfium2.PdfDocument(innhold)
        except pypdfium2.PdfiumError:
            return ""
        try:
            sider = [side.get_textpage().get_text_bounded() for side in dokument]
        finally:
            dokument.close()
    return "\n".join(sider).strip()
