"""Files that a command names: read only from the command's own folder and below."""

from pathlib import Path

STOERSTE_VEDLEGG = 25_000_000


class Mappefiler:
    """Reads files below `mappe`; with no folder, nothing can be read."""

    def __init__(self, mappe: Path | None) -> None:
        self._mappe = mappe.resolve() if mappe is not None else None

    def hent(self, sti: str) -> bytes:
        """The bytes of the file at `sti`; `ValueError` with a sentence when it may not or cannot be read."""
        if self._mappe is None:
            raise ValueError("Filen kan ikke hentes: kommandoen kom uten en mappe å lese vedlegg fra.")
        if "\x00" in sti:
            raise ValueError("Stien har tegn som ikke er lov.")
        try:
            fil = (self._mappe / sti).resolve()
            if Path(sti).is_absolute() or not fil.is_relative_to(self._mappe):
                raise ValueError("Stien går ut av mappen som kommandoen ligger i.")
            if not fil.is_file():
                raise ValueError("Filen finnes ikke.")
            with fil.open("rb") as stroem:
                innhold = stroem.read(STOERSTE_VEDLEGG + 1)
        except (OSError, RuntimeError):  # RuntimeError: links that go round in a ring
            raise ValueError("Filen kan ikke leses.") from None
        if len(innhold) > STOERSTE_VEDLEGG:
            raise ValueError("Filen er for stor: høyst 25 MB.")
        return innhold
