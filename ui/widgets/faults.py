"""The faults found while a form is read, countable so that a part knows whether it was whole."""

from boligtildeling.domain.feil import Feilliste, Inputfeil


class Faults(Feilliste):
    """A list of faults that knows how many it holds."""

    def __len__(self) -> int:
        return len(self._feil)

    @property
    def all(self) -> tuple[Inputfeil, ...]:
        return tuple(self._feil)
