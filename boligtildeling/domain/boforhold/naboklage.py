"""A complaint about a tenant: who it came from is hidden, the tenant is heard, and what follows is in writing."""

from datetime import date
from typing import Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre

Naboklagesteg = Literal["leiers_svar", "befaring", "advarsel", "moete", "henlegg", "avslutt"]
STEGNAVN: dict[str, str] = {
    "leiers_svar": "leieren har svart",
    "befaring": "befaring",
    "advarsel": "skriftlig advarsel",
    "moete": "møte",
    "henlegg": "lagt bort",
    "avslutt": "avsluttet",
}
SLUTT = frozenset({"henlegg", "avslutt"})


class Naboklage(Base):
    """One complaint. `melder` is shown to those who handle cases and to nobody else, and is in no history."""

    __tablename__ = "naboklage"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    melder: Mapped[str | None]
    mottatt_dato: Mapped[date]
    hva: Mapped[str]
    registrert_av: Mapped[str]
    avsluttet_dato: Mapped[date | None]


class Naboklagehendelse(Base):
    """One step with a complaint."""

    __tablename__ = "naboklagehendelse"

    id: Mapped[int] = mapped_column(primary_key=True)
    naboklage_id: Mapped[int] = mapped_column(ForeignKey("naboklage.id"), index=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    steg: Mapped[str]
    dato: Mapped[date]
    tekst: Mapped[str]
    gjort_av: Mapped[str]


def sperrer_for_steg(steg: Naboklagesteg, gjort: frozenset[str]) -> tuple[Sperre, ...]:
    """Why the step cannot be taken yet: nobody is warned before they have been heard.

    Hjemmel: husleieloven § 9-9.
    """
    if steg == "advarsel" and "leiers_svar" not in gjort:
        grunn = "Leieren har ikke fått svare på klagen. Skriv hva leieren sier, eller at leieren ikke vil svare."
        return (Sperre("NABO-1", grunn, KOMMUNENS_REGEL),)
    if steg == "avslutt" and not gjort & {"befaring", "advarsel", "moete", "leiers_svar"}:
        grunn = "Ingenting er gjort med klagen. Legg den bort med en grunn, eller gjør noe med den først."
        return (Sperre("NABO-2", grunn, KOMMUNENS_REGEL),)
    return ()
