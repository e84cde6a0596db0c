"""Who, when, which database, which documents: passed to every act, never global."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from secrets import token_bytes
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.domain import saksnummer
from boligtildeling.domain.bevaring import Bevaringsplan
from boligtildeling.domain.boforhold.innlesing import Kolonner, Lestbankfil, Lestliste, Tabell
from boligtildeling.domain.boforhold.purreplan import Purresteg
from boligtildeling.domain.boforhold.virkemiddel import Trinn
from boligtildeling.domain.budsjett import Livsoppholdssats
from boligtildeling.domain.drift import Bruker, Innstilling, Sjekklisteutgave
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.domain.frase import Frasesamling
from boligtildeling.domain.hjemmel import Lovsamling
from boligtildeling.domain.innstilling import ikrafttredelser, les
from boligtildeling.domain.klarspraak import Klarspraak
from boligtildeling.domain.konvolutt import AapenKonvolutt
from boligtildeling.domain.leselogg import Lesegrenser
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.satser import Bostoettesats, Gebyrsats
from boligtildeling.domain.sjekkliste import Sjekkliste
from boligtildeling.domain.soeknad import Maalform


class Klokkelaan(Protocol):
    """Tells the time."""

    def naa(self) -> datetime: ...


class Lager(Protocol):
    """The database: one transaction at a time."""

    def skriv(self) -> AbstractContextManager[Session]:
        """A write transaction: committed when the block ends well, rolled back when it does not."""
        ...

    def les(self) -> AbstractContextManager[Session]:
        """A short read transaction."""
        ...


class Sjekklistekilde(Protocol):
    """The checklists as files, and how to read an edition of them."""

    def gjeldende(self) -> tuple[str, Mapping[str, str]]:
        """The edition that new cases get: its version, and TOML texts by file name."""
        ...

    def les(self, tekster: Mapping[str, str]) -> Sjekkliste: ...


class Dokumentmaker(Protocol):
    """Makes PDF documents out of views."""

    def lag(self, navn: str, visning: Any) -> bytes: ...

    def samle(self, papirer: Sequence[bytes], tittel: str) -> bytes:
        """The papers after each other in one file."""
        ...

    def klausuler(self, maalform: str) -> frozenset[str]:
        """The clauses that the text of the lease has."""
        ...

    def advarsler(self, navn: str, maalform: str) -> tuple[str, ...]:
        """A sentence for each of the kommune's own texts that cannot be used in the document."""
        ...

    def brevtekster(self) -> Mapping[str, tuple[Any, ...]]:
        """Every letter file by its name: its texts by key, ours with the kommune's own beside them."""
        ...

    def feil_i_egne_tekster(self) -> tuple[str, ...]:
        """A sentence for each of the kommune's own texts that cannot be used."""
        ...

    def tekst_i(self, innhold: bytes) -> str | None:
        """The text of a file; None when it is of a kind that cannot be read (a picture, say)."""
        ...

    def innsynspakke(self, visning: Any) -> bytes:
        """What a person gets of their own information."""
        ...

    def rapport(self, rapport: Any, avsender: str, er_proeve: bool) -> bytes:
        """A report on paper."""
        ...

    def skjermet_ark(self, tittel: str, laget: date, sha256: str, merke: str, skjermet: date) -> bytes:
        """The sheet that lies in the place of a document whose content is shielded."""
        ...


class Frasekilde(Protocol):
    """Reads the sentences to begin with in a decision."""

    def les(self, maalform: Maalform) -> Frasesamling: ...


class Filkilde(Protocol):
    """Reads an attachment that a command names by a path below the command's own folder."""

    def hent(self, sti: str) -> bytes:
        """The bytes; `ValueError` with a sentence when the path is not allowed or cannot be read."""
        ...


class Innleser(Protocol):
    """Reads files from landlords and banks; each raises `Filfeil` for a file that cannot be used."""

    def tabell(self, innhold: bytes) -> Tabell: ...

    def restanseliste(self, tabell: Tabell, kolonner: Kolonner, per_dato: date) -> Lestliste: ...

    def bankfil(self, innhold: bytes) -> Lestbankfil: ...


class Noekkelskap(Protocol):
    """The private keys that this machine keeps for its users, and the recovery code of the folder.

    Each raises `Driftsfeil`.
    """

    def hent(self, offentlig: bytes) -> bytes | None:
        """The private half that belongs to the public one; None when it is not on this machine."""
        ...

    def lagre(self, offentlig: bytes, privat: bytes) -> None: ...

    def skader(self) -> list[str]:
        """A sentence for every private key that is damaged."""
        ...

    def forsegl_til_koden(self, innhold: bytes, sammenheng: bytes) -> bytes:
        """Sealed so that the recovery code that is in force now opens it, also after the code is changed."""
        ...

    def er_til_koden(self, forseglet: bytes) -> bool:
        """Whether it is the code that is in force now that opens it."""
        ...

    def aapne_med_koden(self, forseglet: bytes, kode: str, sammenheng: bytes) -> bytes:
        """What was sealed, by the code as a person typed it. Raises `FeilNoekkel` when it does not fit."""
        ...


@dataclass(frozen=True, kw_only=True, repr=False)
class Rammer:
    """The house around an act, made once by the composition root."""

    lager: Lager
    klokke: Klokkelaan
    sjekklister: Sjekklistekilde
    lov: Lovsamling
    livsoppholdssatser: tuple[Livsoppholdssats, ...]
    bostoettesatser: tuple[Bostoettesats, ...]
    gebyrsatser: tuple[Gebyrsats, ...]
    klarspraak: Mapping[Maalform, Klarspraak]
    dokumenter: Dokumentmaker
    fraser: Frasekilde
    filer: Filkilde
    innleser: Innleser
    purreplan: tuple[Purresteg, ...]
    virkemiddelstige: tuple[Trinn, ...]
    noekkelskap: Noekkelskap
    maskin: str
    er_proeve: bool
    lesegrenser: Lesegrenser
    bevaringsplan: Bevaringsplan
    tilfeldig: Callable[[int], bytes] = token_bytes
    """So many random bytes."""
    laaste: Mapping[str, str] = field(default_factory=dict)
    """The settings that IT has settled for the machine, by name: nobody changes them here."""
    sprang: Callable[[], int] = saksnummer.sprang
    """How far it is to the number that the next case gets."""

    def lov_naa(self, session: Session) -> Lovsamling:
        """The law references, with the statutes that the kommune has given a day of coming into force."""
        return self.lov.med(ikrafttredelser(self.innstillinger(session)))

    def innstillinger(self, session: Session) -> dict[str, str | None]:
        """Every setting with the value that counts."""
        return les({i.navn: i.verdi for i in session.scalars(select(Innstilling))}, self.er_proeve, self.laaste)

    def liste_for(self, session: Session, versjon: str) -> Sjekkliste:
        """The checklist edition that a case started with."""
        utgave = session.get(Sjekklisteutgave, versjon)
        if utgave is None:
            raise LookupError(versjon)
        return self.sjekklister.les(utgave.tekster)


@dataclass(kw_only=True)
class Arbeid:
    """One act under way: its transaction, its user and its instant, and what it has to tell."""

    session: Session
    rammer: Rammer
    bruker: Bruker
    naa: datetime
    sak_eller_ingen: Sak | None = None
    advarsler: list[str] = field(default_factory=list)
    endret: set[str] = field(default_factory=set)
    foer: dict[str, Any] | None = None
    logg: Any = None
    spor: dict[str, Any] | None = None
    er_uendret: bool = False
    innlogget: str | None = None
    konvolutt: AapenKonvolutt | None = None

    @property
    def i_dag(self) -> date:
        return self.naa.date()

    @property
    def sak(self) -> Sak:
        """The case that the command names; registered acts without one must not ask."""
        if self.sak_eller_ingen is None:
            raise LookupError("sak")
        return self.sak_eller_ingen

    def advar(self, *setninger: str) -> None:
        """A soft finding: the act is done all the same."""
        self.advarsler.extend(setninger)

    def innstillinger(self) -> dict[str, str | None]:
        return self.rammer.innstillinger(self.session)

    def tall(self, navn: str) -> int:
        """A setting that is a whole number."""
        return int(self.innstillinger()[navn] or 0)


def finn_bruker(session: Session, navn: str | None) -> Bruker:
    """The user by name, or the first caseworker when none is named. Raises `Bruksfeil` for an unknown one."""
    if navn is not None:
        bruker = session.get(Bruker, navn)
    else:
        rekke = (
            select(Bruker)
            .where(Bruker.rolle.in_(("saksbehandler", "teamleder")), Bruker.er_aktiv)
            .order_by(Bruker.rolle, Bruker.nummer)
        )
        bruker = session.scalars(rekke).first()
    if bruker is None or not bruker.er_aktiv:
        raise Bruksfeil("Brukeren finnes ikke i denne mappen, eller er ikke aktiv. En teamleder kan registrere den.")
    return bruker
