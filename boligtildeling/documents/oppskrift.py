"""A recipe: how one kind of document is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.maa_staa import Forbud, Krav
from boligtildeling.documents.tekstkilde import Tekstkilde


@dataclass(frozen=True)
class Oppskrift:
    """`brev` is the letter file of the fixed texts; None for a form whose words stand in the checklists."""

    bygg: Callable[[Any, Tekstkilde], Ark]
    brev: str | None = None
    krav: tuple[Krav, ...] = ()
    forbud: tuple[Forbud, ...] = ()
