"""The envelope of a case with strengt fortrolig address: which dwelling it is about, closed to all but the named.

Hjemmel: folkeregisterloven § 10-4, forvaltningsloven § 13.
"""

from dataclasses import dataclass, field, replace
from json import dumps, loads

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, omformer

_LENGDESKRITT = 256
"""Bytes. What lies in an envelope is filled up, so that its length does not tell how long a number or a list is."""


class Konvolutt(Base):
    """What the envelope holds, locked with a key of its own; and the key, sealed to the recovery code of the folder."""

    __tablename__ = "konvolutt"

    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True)
    innhold: Mapped[bytes] = mapped_column(LargeBinary)
    til_koden: Mapped[bytes] = mapped_column(LargeBinary)


class Konvoluttsegl(Base):
    """The key of an envelope, sealed to one user; `til` is the public half that it is sealed to."""

    __tablename__ = "konvoluttsegl"

    saksnummer: Mapped[str] = mapped_column(ForeignKey("konvolutt.saksnummer"), primary_key=True)
    bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), primary_key=True)
    til: Mapped[bytes] = mapped_column(LargeBinary)
    forseglet: Mapped[bytes] = mapped_column(LargeBinary)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plass:
    """The dwelling that a skjermet bolig stands for, and what frees it again when it is held back (hex)."""

    boligid: str
    hemmelighet: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Konvoluttinnhold:
    """What lies in the envelope.

    `boliger` by the number of the skjermet bolig. `mottakere` are the users it is meant for, each with the public half
    (hex) that someone who had opened it agreed to, or None while the user has none.
    """

    boliger: dict[str, Plass] = field(default_factory=dict)
    mottakere: dict[str, str | None] = field(default_factory=dict)

    def med_bolig(self, skjermet: str, plass: Plass) -> "Konvoluttinnhold":
        return replace(self, boliger={**self.boliger, skjermet: plass})

    def med_mottaker(self, bruker: str, offentlig: bytes | None) -> "Konvoluttinnhold":
        return replace(self, mottakere={**self.mottakere, bruker: offentlig.hex() if offentlig else None})

    def uten_mottaker(self, bruker: str) -> "Konvoluttinnhold":
        return replace(self, mottakere={n: o for n, o in self.mottakere.items() if n != bruker})

    def skjermet_for(self, boligid: str) -> str | None:
        """The skjermet bolig that stands for this dwelling."""
        return next((nummer for nummer, plass in self.boliger.items() if plass.boligid == boligid), None)

    def som_bytes(self) -> bytes:
        tekst = dumps(omformer().unstructure(self), ensure_ascii=False).encode()
        return tekst.ljust(-(-len(tekst) // _LENGDESKRITT) * _LENGDESKRITT)

    @classmethod
    def fra_bytes(cls, data: bytes) -> "Konvoluttinnhold":
        return omformer().structure(loads(data), cls)


@dataclass(slots=True, repr=False)
class AapenKonvolutt:
    """An envelope in the hands of someone named: its key, what lay in it, and what is to lie in it from now on."""

    noekkel: bytes
    foer: Konvoluttinnhold
    naa: Konvoluttinnhold
