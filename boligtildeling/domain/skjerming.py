"""What must not be seen: content that is taken out of a case and sealed, with its trace left in place."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt

KORTESTE_TEKST = 3
"""Characters: a shorter text stands in too many words to be taken out wherever it stands."""
_UTEN_ORDGRENSE = 8
_KORTESTE_I_OBJEKT = 5
_NUMMERFELT = frozenset({"foedselsnummer", "duf_nummer", "telefon", "epost", "kontonummer"})
"""Fields that hold a number or nothing: a mark in one would be taken for a number."""
_HVEM = re.compile(r"(\w+_)?av|bruker|forfattere")
"""Names of those who work here: they are part of the trace."""


class Skjermingsnoekkel(Base):
    """What content is sealed with. Two codes open it, kept by two persons; neither stands in the database."""

    __tablename__ = "skjermingsnoekkel"

    nummer: Mapped[int] = mapped_column(primary_key=True)
    offentlig: Mapped[bytes] = mapped_column(LargeBinary)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    leders_del: Mapped[bytes] = mapped_column(LargeBinary)
    arkivets_del: Mapped[bytes] = mapped_column(LargeBinary)
    arkivansvarlig: Mapped[str] = mapped_column(ForeignKey("bruker.navn"))
    laget_av: Mapped[str] = mapped_column(ForeignKey("bruker.navn"))
    laget_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class Skjerming(Base):
    """Content that was taken out of a case: where it stood, who took it out, and the content itself, sealed."""

    __tablename__ = "skjerming"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    noekkel: Mapped[int] = mapped_column(ForeignKey("skjermingsnoekkel.nummer"))
    hvor: Mapped[str]
    forseglet: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    skjermet_av: Mapped[str]
    skjermet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class SkjermetSted(Base):
    """A row whose imprint no longer fits what stands there, and the imprint of what stands there instead.

    `salt` is the new salt of a line of history, empty for documents and enclosures, whose imprints have none.
    """

    __tablename__ = "skjermet_sted"
    __table_args__ = (Index(None, "tabell", "rad"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    skjerming: Mapped[int] = mapped_column(ForeignKey("skjerming.id"))
    tabell: Mapped[str]
    rad: Mapped[int]
    salt: Mapped[str]
    avtrykk: Mapped[str]


@dataclass(frozen=True, repr=False)
class Sladding:
    """Takes texts, and one value that is equal to `objekt`, out of whatever it is given, and leaves `merke` there."""

    merke: str
    tekster: tuple[str, ...]
    objekt: Any = None

    @cached_property
    def _moenster(self) -> re.Pattern[str]:
        return re.compile("|".join(_moenster(t) for t in sorted(self.tekster, key=len, reverse=True)), re.IGNORECASE)

    def finnes_i(self, tekst: str) -> bool:
        """Whether any of the texts stands in it, whatever its case and spacing."""
        return bool(self.tekster) and self._moenster.search(_nfc(tekst)) is not None

    def i_tekst(self, tekst: str) -> str:
        """The text with the mark where the others stood; untouched when none did."""
        return self._moenster.sub(self.merke, _nfc(tekst)) if self.finnes_i(tekst) else tekst

    def i_verdi(self, verdi: Any, *, fritt: bool, navn: str = "") -> Any:
        """The plain value without them. `fritt`: nothing reads it back as a type, so the mark may stand anywhere."""
        if self.objekt is not None and verdi == self.objekt:
            return self.merke if fritt else None
        if isinstance(verdi, dict):
            return {n: v if _HVEM.fullmatch(n) else self.i_verdi(v, fritt=fritt, navn=n) for n, v in verdi.items()}
        if isinstance(verdi, list):
            ledd = ((v, self.i_verdi(v, fritt=fritt)) for v in verdi)
            return [ny for gammel, ny in ledd if ny is not None or gammel is None]
        if isinstance(verdi, str) and self.finnes_i(verdi):
            ny = self.i_tekst(verdi)
            return None if navn in _NUMMERFELT and not fritt else ny
        return verdi


def tekster_i(objekt: Any) -> tuple[str, ...]:
    """The texts of an object that tell who or where: single words and short codes stand everywhere, and are left out.

    They are looked for in the rest of the case too.
    """
    if isinstance(objekt, dict):
        return tuple(t for navn, v in objekt.items() if not _HVEM.fullmatch(navn) for t in tekster_i(v))
    if isinstance(objekt, list):
        return tuple(t for v in objekt for t in tekster_i(v))
    er_egen = isinstance(objekt, str) and len(objekt) >= _KORTESTE_I_OBJEKT and re.search(r"[\s\d]", objekt) is not None
    er_dato = er_egen and re.fullmatch(r"\d{4}-\d\d-\d\d", objekt) is not None
    return (objekt,) if er_egen and not er_dato else ()


def _moenster(tekst: str) -> str:
    moenster = r"\s+".join(re.escape(ord_) for ord_ in _nfc(tekst).split())
    return moenster if len(tekst) >= _UTEN_ORDGRENSE else rf"(?<!\w){moenster}(?!\w)"


def _nfc(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst)
