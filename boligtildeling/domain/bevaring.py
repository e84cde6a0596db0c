"""What is kept and what may be disposed of, by a plan that the kommune decides; case documentation always stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt

Tiltak = Literal["bevares", "kasseres"]


class Kassasjon(Base):
    """What was disposed of: how much, from when to when, and where a log goes on from. Never changed, never deleted.

    `til_nummer` and `siste_hash` are the number and hash of the last line that went, when it was lines of a log.
    """

    __tablename__ = "kassasjon"

    id: Mapped[int] = mapped_column(primary_key=True)
    slag: Mapped[str]
    antall: Mapped[int]
    fra_dato: Mapped[date]
    til_dato: Mapped[date]
    til_nummer: Mapped[int]
    siste_hash: Mapped[str]
    kassert_av: Mapped[str]
    kassert_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevaringsregel:
    """One line of the plan: what, whether it is kept for ever, or for how long, and by which law."""

    id: str
    hva: str
    tiltak: Tiltak
    hjemler: tuple[str, ...]
    merknad: str
    aar: int = 0
    maaneder: int = 0

    @property
    def oppbevares(self) -> relativedelta:
        """How long it is kept, from the day it was made."""
        return relativedelta(years=self.aar, months=self.maaneder)

    def grense(self, i_dag: date) -> date:
        """The last day whose things may go on `i_dag`."""
        return i_dag - self.oppbevares

    @property
    def varighet(self) -> str:
        """How long, in words."""
        if self.tiltak == "bevares":
            return "bevares"
        ledd = [f"{self.aar} år"] if self.aar else []
        ledd += [f"{self.maaneder} måned{'er' if self.maaneder > 1 else ''}"] if self.maaneder else []
        return " og ".join(ledd)


@dataclass(frozen=True, slots=True)
class Bevaringsplan:
    """The plan, as it stands."""

    versjon: str
    regler: Mapping[str, Bevaringsregel]
