"""Where blocks are drawn."""

from dataclasses import dataclass

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
