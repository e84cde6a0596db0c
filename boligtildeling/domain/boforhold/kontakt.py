"""Contact with the tenant: letters are not always read, so another channel is proposed when one gave no answer."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base

Kanal = Literal["digital_post", "brev", "sms", "epost", "telefon", "hjemmebesoek", "moete"]
Kontaktaktoer = Literal[
    "leier", "fullmektig", "nav", "namsmann", "fastlege", "boligforvalter", "bomiljoetjeneste", "andre"
]
REKKEFOELGE: tuple[Kanal, ...] = ("digital_post", "brev", "sms", "telefon", "hjemmebesoek")
"""From the least to the most insistent."""


class Kontaktforsoek(Base):
    """One attempt to reach someone: by which channel, and whether it was answered."""

    __tablename__ = "kontaktforsoek"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    dato: Mapped[date]
    kanal: Mapped[str]
    aktoer: Mapped[str]
    fikk_svar: Mapped[bool]
    referat: Mapped[str]
    loggfoert_av: Mapped[str]


def neste_kanal(forsoek: Sequence[tuple[str, bool]]) -> Kanal | None:
    """The channel to try now, after these attempts to reach the tenant (channel, answered), oldest first.

    None when the last one was answered, or when the tenant has been sought at home without an answer.
    """
    if forsoek and forsoek[-1][1]:
        return None
    siden_svar: list[str] = []
    for kanal, fikk_svar in forsoek:
        siden_svar = [] if fikk_svar else [*siden_svar, kanal]
    proevd = [REKKEFOELGE.index(k) for k in REKKEFOELGE if k in siden_svar]
    neste = max(proevd, default=0) + 1
    return REKKEFOELGE[neste] if neste < len(REKKEFOELGE) else None
