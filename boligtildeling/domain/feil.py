"""The kinds of refusal and failure that can reach a user, each with its own type."""

from dataclasses import dataclass
from typing import NoReturn

KOMMUNENS_REGEL = "kommunens regel"


@dataclass(frozen=True, slots=True)
class Sperre:
    """One reason why an act may not happen now: what, by which rule, and who can clear it.

    `kode` is a checkpoint code, or one of ROLLE, STEG, BOLIG, VEDTAK, AVSLUTTET, HABILITET, BEREGNET, ALLEREDE,
    KONVOLUTT, NOEKKEL.
    """

    kode: str
    grunn: str
    hjemmel: str = KOMMUNENS_REGEL
    loeses_av: str = "saksbehandler"


class Sperret(Exception):
    """Law, practice, role or state says no; carries every reason there is."""

    def __init__(self, *sperrer: Sperre) -> None:
        super().__init__(", ".join(s.kode for s in sperrer))
        self.sperrer = sperrer


@dataclass(frozen=True, slots=True)
class Inputfeil:
    """One fault in what was sent in: a JSON pointer and a sentence."""

    peker: str
    setning: str


class Ugyldig(Exception):
    """The input is not valid; carries all faults at once."""

    def __init__(self, *feil: Inputfeil) -> None:
        super().__init__(", ".join(f.peker or "/" for f in feil))
        self.feil = feil


class Bruksfeil(Exception):
    """Wrong usage: an unknown act, an unknown user, an option that does not fit the folder."""


class Driftsfeil(Exception):
    """The machine says no: what happened, what is safe, what to do."""

    def __init__(self, hva: str, trygt: str, gjoer: str) -> None:
        super().__init__(hva)
        self.hva, self.trygt, self.gjoer = hva, trygt, gjoer


@dataclass(frozen=True, slots=True)
class Endring:
    """What someone else did to a case since it was last seen here."""

    tittel: str
    bruker: str
    tidspunkt: str


class Konflikt(Exception):
    """Someone else changed the case first; carries what was done, by whom and when."""

    def __init__(self, saksnummer: str, versjon: int, endringer: tuple[Endring, ...]) -> None:
        super().__init__(saksnummer)
        self.saksnummer, self.versjon, self.endringer = saksnummer, versjon, endringer


class Feilliste:
    """Collects input faults so that all are told at once."""

    def __init__(self) -> None:
        self._feil: list[Inputfeil] = []

    def __bool__(self) -> bool:
        return bool(self._feil)

    def legg_til(self, peker: str, setning: str) -> None:
        if all(f.peker != peker for f in self._feil):
            self._feil.append(Inputfeil(peker, setning))

    def krev(self, holder: bool, peker: str, setning: str) -> bool:
        """Notes a fault at `peker` unless `holder`; returns `holder`."""
        if not holder:
            self.legg_til(peker, setning)
        return holder

    @property
    def alle(self) -> tuple[Inputfeil, ...]:
        return tuple(self._feil)

    def stopp(self) -> None:
        """Raises `Ugyldig` with every fault noted so far, if any."""
        if self._feil:
            raise Ugyldig(*self._feil)


def nekt(kode: str, grunn: str, hjemmel: str = KOMMUNENS_REGEL, loeses_av: str = "saksbehandler") -> NoReturn:
    """Refuses with one reason."""
    raise Sperret(Sperre(kode, grunn, hjemmel, loeses_av))
