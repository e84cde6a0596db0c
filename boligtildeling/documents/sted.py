"""Where blocks are drawn."""

from dataclasses import dataclass

from boligtildeling.documents.stiler import Stil, til_hoeyre
from boligtildeling.documents.struktur import Bokmerke, Element


@dataclass(frozen=True, slots=True)
class Sted:
    """Where blocks are drawn: under which element, how wide, in which language, and whether boxes can be ticked."""

    element: Element
    bredde: float
    spraak: str
    utfyllbar: bool
    bokmerker: list[Bokmerke]

    @property
    def fra_hoeyre(self) -> bool:
        """Whether the language is set from the right."""
        return self.spraak == "ar"

    def stil(self, stil: Stil) -> Stil:
        """The style as it is set here: what is read from the right stands to the right."""
        return til_hoeyre(stil) if self.fra_hoeyre else stil
