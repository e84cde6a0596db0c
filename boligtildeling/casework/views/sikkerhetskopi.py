"""What screen and JSON may know of the backup copies of a folder: when, how much, and how it stands with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Innhold:
    """How much a database holds, to compare one with another; None where it cannot be read.

    `antall` has saker, hendelser and dokumenter; `siste_hendelse` is when something was last done (ISO).
    """

    antall: Mapping[str, int] | None
    siste_hendelse: str | None


@dataclass(frozen=True, slots=True)
class Kopirad:
    """One copy in the list: where it lies, when and why it was taken, and what it holds."""

    sti: Path
    tidspunkt: datetime
    slag: str
    innhold: Innhold


@dataclass(frozen=True, slots=True)
class Kopistatus:
    """When the last good copy was taken, whether that is too long ago, and how it stands with the second place.

    `annet_sted` is that place, None when none is set; `annet_sted_siste` when the last copy came there; `mangler`
    says in a sentence what is wrong with it, None when nothing is.
    """

    siste: datetime | None
    er_gammel: bool
    annet_sted: Path | None = None
    annet_sted_siste: datetime | None = None
    mangler: str | None = None
