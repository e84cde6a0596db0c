"""The private keys of the users at this machine, and what only the recovery code of the folder opens."""

from functools import cached_property
from hashlib import sha256
from pathlib import Path

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.papirkode import Skrivefeil, les_kode
from boligtildeling.forsegling import FeilNoekkel, offentlig_del
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Segl, Uleselig
from boligtildeling.storage.noekkelsteder import Noekkelfiler, Noekkelring, Noekkelsteder, har_noekkelring
from boligtildeling.storage.noekler import les_knippe

BRUKERNOEKLER = "brukere"
"""Where the files lie: apart from the folder's own key, which is cleared of all but the one in use."""


class Mappeskap:
    """Keeps private keys in the keyring of whoever is signed in at the machine, or in files that only they may read.

    A trial folder, whose people are made up, has them all in files. A key is called by its public half, so that it is
    found again whatever copy of the database it is asked for by.
    """

    def __init__(self, mappe: Path, er_proeve: bool) -> None:
        self._mappe, self._er_proeve = mappe, er_proeve
        self._filer = Noekkelfiler(mappe, BRUKERNOEKLER)

    def hent(self, offentlig: bytes) -> bytes | None:
        """The private half; None when it is not on this machine. Raises `Driftsfeil`."""
        navn = _navn(offentlig)
        for sted in self._steder:
            privat = sted.hent(navn)
            if privat is not None and offentlig_del(privat) == offentlig:
                return privat
        return None

    def lagre(self, offentlig: bytes, privat: bytes) -> None:
        """Keeps it, and makes sure that it can be had again. Raises `Driftsfeil`."""
        self._steder[0].lagre(_navn(offentlig), privat)
        if self.hent(offentlig) != privat:
            raise Driftsfeil(
                "Maskinen tar ikke vare på nøkkelen din.",
                "Ingenting er endret.",
                "Ta kontakt med IT. Nøkkelringen på maskinen må kunne brukes.",
            )

    def skader(self) -> list[str]:
        """A sentence for every private key in a file that is not the one it was kept as. Raises `Driftsfeil`.

        The bits that X25519 sets to what it will have anyway, mean nothing.
        """
        return [f"Brukernøkkelen {navn} er skadet." for navn in self._filer.navn() if not self._er_hel(navn)]

    def _er_hel(self, navn: str) -> bool:
        try:
            privat = self._filer.hent(navn)
        except Driftsfeil:
            return False
        return privat is None or _navn(offentlig_del(privat)) == navn

    def forsegl_til_koden(self, innhold: bytes, sammenheng: bytes) -> bytes:
        """Sealed to the code that is in force now. Raises `Driftsfeil`."""
        return self._koden.med(innhold, sammenheng).som_bytes()

    def er_til_koden(self, forseglet: bytes) -> bool:
        """Whether the code that is in force now opens it. Raises `Driftsfeil`."""
        try:
            return Segl.fra_bytes(forseglet).offentlig == self._koden.offentlig
        except Uleselig:
            return False

    def aapne_med_koden(self, forseglet: bytes, kode: str, sammenheng: bytes) -> bytes:
        """What was sealed. Raises `FeilNoekkel` for a code that does not fit, or is none."""
        try:
            return Segl.fra_bytes(forseglet).aapne(les_kode(kode), sammenheng)
        except (Skrivefeil, Uleselig):
            raise FeilNoekkel from None

    @property
    def _koden(self) -> Segl:
        return les_knippe(self._mappe / KNIPPE).gjenoppretting

    @cached_property
    def _steder(self) -> tuple[Noekkelsteder, ...]:
        """Where a new key is kept, and then the other place that there may be one in."""
        if self._er_proeve or not har_noekkelring():
            return (self._filer,)
        return (Noekkelring(), self._filer)


def _navn(offentlig: bytes) -> str:
    return f"bruker-{sha256(offentlig).hexdigest()[:32]}"
