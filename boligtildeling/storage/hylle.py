"""The shelf of a folder's backup copies: one each day by itself, fewer as they age, and the same in a second place."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boligtildeling.clock import Klokke
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import FILNAVN, i_ord
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.kopi import Kopi, Slag, er_uendret, tell
from boligtildeling.storage.kopier import KOPIMAPPE, fjern_kopi, kopier_i, legg_ogsaa, skader_i_kopier, ta_kopi
from boligtildeling.storage.laas import Opptatt, laas
from boligtildeling.storage.noekler import les_knippe
from boligtildeling.storage.skriving import erstatt
from boligtildeling.storage.tilkobling import koble_for_lesing
from boligtildeling.storage.tynning import beholdes, er_gammel

_LAAS = ".daglig.laas"
_FLEST_FJERNET_OM_GANGEN = 2
"""More than time takes away in a day: a clock that is years ahead does not empty the shelf before someone sees it."""
_NY_BEGYNNELSE = ".gjenopprettet"
"""When a copy was last put in use: the logs do not go on from those that were taken before."""


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


@dataclass(frozen=True, slots=True)
class Dagskopi:
    """The copy of the day, None when it was there already; and why it did not get to the second place, if so."""

    kopi: Kopi | None = None
    annet_sted_feil: str | None = None


@dataclass(frozen=True, slots=True)
class Innhold:
    """How much a database holds, to compare one with another; None where it cannot be read."""

    antall: dict[str, int] | None
    siste_hendelse: str | None


class Hylle:
    """The copies of one folder; usable beside everything else that goes on in it, from any thread.

    `annet_sted` is the folder that the setting names, or None.
    """

    def __init__(self, mappe: Path, noekkel: bytes, annet_sted: str | None) -> None:
        self._mappe, self._noekkel = mappe, noekkel
        self._her = mappe / KOPIMAPPE
        self._annet_sted = Path(annet_sted) if annet_sted else None

    def ta(self, slag: Slag, til: Path | None = None) -> Kopi:
        """A copy now, among the folder's own or in `til`. Raises `Driftsfeil`."""
        return ta_kopi(self._mappe, self._noekkel, slag, til)

    def daglig(self, naa: datetime) -> Dagskopi:
        """Takes the copy of the day, if it is not taken yet, here and in the second place; and old ones go.

        What goes wrong in the second place takes nothing from the copy that is here. Raises `Driftsfeil` when there
        was no copy to be had.
        """
        with i_ord():
            self._her.mkdir(exist_ok=True, mode=0o700)
            try:
                with laas(self._her / _LAAS, fjern=False):
                    kopi = None if self.er_tatt(naa) else ta_kopi(self._mappe, self._noekkel, "daglig", naa=naa)
                    self._tynn(self._her, naa)
                    return Dagskopi(kopi, self._ogsaa_det_andre_stedet(naa))
            except Opptatt:  # another process is at it
                return Dagskopi()

    def alle(self) -> tuple[Kopi, ...]:
        """The folder's own copies that can be read, the latest first. Raises `Driftsfeil`."""
        with i_ord():
            return tuple(reversed(kopier_i(self._her)[0]))

    def er_tatt(self, naa: datetime) -> bool:
        """Whether the copy of the day is there. Looks at names only, and never at the second place."""
        return any(self._her.glob(f"{naa:%Y-%m-%d}T*-daglig*"))

    def ender(self) -> list[str]:
        """The ends of the logs in the copies that the database goes on from, as `Hode.skrevet`. Raises `Driftsfeil`."""
        with i_ord():
            etter = _ny_begynnelse(self._her)
            return [ende for k in kopier_i(self._her)[0] if etter is None or k.tidspunkt > etter for ende in k.ender]

    def naavaerende(self) -> Innhold:
        """What the database holds now, to compare with a copy. Raises `Driftsfeil`."""
        with i_ord(), closing(koble_for_lesing(self._mappe / FILNAVN, self._noekkel)) as tilkobling:
            return Innhold(*tell(tilkobling))

    def status(self, naa: datetime) -> Kopistatus:
        """How it stands. Reads the disks; the second place may be slow to answer. Raises `Driftsfeil`."""
        with i_ord():
            her = [k for k in kopier_i(self._her)[0] if k.tidspunkt.date() <= naa.date()]
            while her and not er_uendret(her[-1]):
                her.pop()
        sist_her = her[-1].tidspunkt if her else None
        status = Kopistatus(sist_her, er_gammel(sist_her, naa.date()), self._annet_sted)
        if self._annet_sted is None:
            return status
        try:
            der = [k for k in kopier_i(self._der())[0] if k.tidspunkt.date() <= naa.date()]
            sist_der = der[-1].tidspunkt if der else None
            mangler = self._mangel(self._annet_sted, her, der)
        except (OSError, Driftsfeil):
            sist_der, mangler = None, "Det andre stedet kan ikke leses."
        return Kopistatus(sist_her, status.er_gammel, self._annet_sted, sist_der, mangler)

    def skader(self) -> list[str]:
        """A sentence for every copy that is not as it was taken, here and in the second place."""
        funn = skader_i_kopier(self._her)
        if self._annet_sted is None:
            return funn
        try:
            der = skader_i_kopier(self._der())
        except (OSError, Driftsfeil):
            return funn
        return [*funn, *(f"På det andre stedet: {setning}" for setning in der)]

    def _daglige(self, sted: Path) -> list[Kopi]:
        return [k for k in kopier_i(sted)[0] if k.slag == "daglig"]

    def _tynn(self, sted: Path, naa: datetime) -> None:
        """Only those that were taken by themselves: what someone ordered is for them to take away."""
        daglige = self._daglige(sted)
        behold = beholdes([k.tidspunkt for k in daglige], naa.date())
        overfloedige = [kopi for kopi in daglige if kopi.tidspunkt not in behold]
        for kopi in overfloedige[:_FLEST_FJERNET_OM_GANGEN]:
            fjern_kopi(kopi)

    def _ogsaa_det_andre_stedet(self, naa: datetime) -> str | None:
        """Lays the latest copy there, if it is not there yet; gives a sentence when it cannot be done."""
        try:
            her = kopier_i(self._her)[0]
            if self._annet_sted is None or not her:
                return None
            if (feil := self._uegnet(self._annet_sted)) is not None:
                return feil
            legg_ogsaa(her[-1], self._der())
            with i_ord():
                self._tynn(self._der(), naa)
        except Driftsfeil as feilet:
            return feilet.hva
        return None

    def _der(self) -> Path:
        """A folder of its own for each data folder, so that two may have the same second place."""
        sted = self._annet_sted or self._her
        return sted / f"boligtildeling-{les_knippe(self._mappe / KNIPPE).mappe_id}"

    def _mangel(self, sted: Path, her: Iterable[Kopi], der: Iterable[Kopi]) -> str | None:
        if (feil := self._uegnet(sted)) is not None:
            return feil
        sist = max(her, key=lambda k: k.tidspunkt, default=None)
        if sist is not None and sist.mappe.name not in {k.mappe.name for k in der}:
            return "Den siste kopien er ikke lagt på det andre stedet."
        return None

    def _uegnet(self, sted: Path) -> str | None:
        if not sted.is_dir():
            return "Mappen på det andre stedet finnes ikke, eller kan ikke nås."
        if sted.resolve().is_relative_to(self._mappe.resolve()):
            return "Det andre stedet ligger i datamappen. Velg en mappe på en annen disk."
        return None


def noter_ny_begynnelse(mappe: Path) -> None:
    """Notes that a copy is put in use. Raises `OSError`."""
    her = mappe / KOPIMAPPE
    her.mkdir(exist_ok=True, mode=0o700)
    erstatt(her / _NY_BEGYNNELSE, Klokke().naa().isoformat().encode())


def _ny_begynnelse(her: Path) -> datetime | None:
    fil = her / _NY_BEGYNNELSE
    try:
        return datetime.fromisoformat(fil.read_text(encoding="ascii")).astimezone() if fil.is_file() else None
    except ValueError:
        return None
