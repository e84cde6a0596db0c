"""The registry of views that are asked for by name: what they show, who may see it, and what is noted of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from boligtildeling.domain.tilgang import FOR_LESERE, Adgang

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Visning(Generic[V]):
    """A view as window, command line and tests know it. One that is about a case is noted as a reading of it."""

    navn: str
    tittel: str
    les: Callable[..., V]
    adgang: Adgang = FOR_LESERE
    om_sak: bool = False

    @property
    def lesning(self) -> str:
        """What a reading of it is called in the log."""
        return f"vis_{self.navn}"


VISNINGER: dict[str, Visning[Any]] = {}


def visning(
    navn: str, tittel: str, les: Callable[..., V], *, adgang: Adgang = FOR_LESERE, om_sak: bool = False
) -> Visning[V]:
    """Registers a view; `les` gets the work under way and what the reader asked for."""
    ny = Visning(navn, tittel, les, adgang, om_sak)
    VISNINGER[navn] = ny
    return ny
