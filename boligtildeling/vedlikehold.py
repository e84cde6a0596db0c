"""Looking after a folder: its keys and its copies. The same for window and command line: role, work, line, copy."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from boligtildeling.app import Program, er_opprettet
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.storage import gjenoppretting, rotering
from boligtildeling.storage.gjenoppretting import Gjenoppretting, SpoerKode
from boligtildeling.storage.knippe import Noekkelsted
from boligtildeling.storage.kopi import Kopi
from boligtildeling.storage.noekler import PASSFRASE, SpoerPassfrase, velg_sted

KOPI_MANGLER = (
    "Endringen er gjort, men det ble ikke tatt en sikkerhetskopi etterpå. Kjør «boligtildeling sikkerhetskopier»."
)
LINJE_MANGLER = "Endringen er gjort, men den er ikke skrevet i historikken."


@dataclass(frozen=True, slots=True, repr=False)
class Utfoert:
    """What was done: the recovery code when there is a new one, which is told nowhere else, and what did not follow."""

    kode: str | None = None
    advarsler: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Vedlikehold:
    """The work on one folder. `hvem` tells who does it, given the open program; nobody else may be in it meanwhile.

    `spoer` and `spoer_kode` ask whoever sits there. Each work raises `Driftsfeil`, `Bruksfeil`, `Sperret` (ROLLE), and
    has then changed nothing.
    """

    mappe: Path
    hvem: Callable[[Program], str | None]
    spoer: SpoerPassfrase = field(default=lambda: None)
    spoer_kode: SpoerKode = field(default=lambda: None)
    klokke: datetime | None = None

    def bytt_noekkel(self) -> Utfoert:
        """A new key, everything encrypted anew."""
        self._krev_drift()
        rotering.bytt_noekkel(self.mappe, self.spoer)
        return self._etterpaa("noekkel_byttet", "NoekkelByttet")

    def ny_kode(self) -> Utfoert:
        """A new recovery code."""
        self._krev_drift()
        kode = rotering.bytt_kode(self.mappe, self.spoer)
        return self._etterpaa("gjenopprettingskode_byttet", "GjenopprettingskodeByttet", kode=kode)

    def sett_passfrase(self, passfrase: str) -> Utfoert:
        """From now on the folder opens by this passphrase."""
        self._krev_drift()
        rotering.sett_passfrase(self.mappe, passfrase, self.spoer)
        os.environ[PASSFRASE] = passfrase  # what follows in this process opens the folder by it
        return self._etterpaa("passfrase_satt", "PassfraseSatt")

    def gjenopprett_noekkel(self, sted: Noekkelsted | None = None) -> Utfoert:
        """Puts the key back by the recovery code; whoever has the code, may."""
        rotering.gjenopprett_noekkel(self.mappe, self.spoer_kode() or "", sted or velg_sted("virkelig"))
        return self._etterpaa("noekkel_gjenopprettet", "NoekkelGjenopprettet", kopi=False)

    def krypter(self, sted: Noekkelsted, passfrase: str | None) -> Utfoert:
        """Encrypts a database from before encryption."""
        if not er_opprettet(self.mappe):
            raise Driftsfeil("Mappen har ingen database.", "Ingenting er endret.", "Velg riktig mappe.")
        kode = rotering.krypter_klartekst(self.mappe, sted, passfrase)
        if passfrase is not None:
            os.environ[PASSFRASE] = passfrase
        return self._etterpaa("database_kryptert", "DatabaseKryptert", kode=kode)

    def ta_i_bruk(self, kopi: Kopi, sted: Noekkelsted | None = None) -> tuple[Gjenoppretting, Utfoert]:
        """Puts a copy in use, with what was there kept beside it.

        A database that does not open cannot say who may: then whoever has the copy and its key, may.
        """
        with suppress(Driftsfeil):
            self._krev_drift()
        utfall = gjenoppretting.gjenopprett(
            self.mappe, kopi, spoer=self.spoer, spoer_kode=self.spoer_kode, sted=sted or velg_sted("virkelig")
        )
        data = {"kopi": kopi.mappe.name}
        return utfall, self._etterpaa("gjenopprettet", "DatabasenGjenopprettet", data, kopi=False)

    def ta_i_bruk_fra(self, sti: Path) -> Utfoert:
        """As `ta_i_bruk`, by the path of the copy. Raises `Driftsfeil` too when there is no whole copy there."""
        return self.ta_i_bruk(gjenoppretting.finn_kopi(self.mappe, sti))[1]

    def _krev_drift(self) -> None:
        with self._aapen() as program:
            program.krev_drift(self.hvem(program))

    def _aapen(self) -> Program:
        return Program.aapne(self.mappe, klokke=self.klokke, spoer=self.spoer)

    def _etterpaa(
        self,
        handling: str,
        hendelse: str,
        data: dict[str, Any] | None = None,
        *,
        kode: str | None = None,
        kopi: bool = True,
    ) -> Utfoert:
        """The line of history, and a copy that fits the keys of today.

        What was done, is done, and the answer may be the only place where a code stands: neither takes it away.
        """
        mangler = []
        try:
            with self._aapen() as program:
                program.noter_drift(handling, hendelse, data or {}, self.hvem(program))
        except (Driftsfeil, Bruksfeil):
            mangler.append(LINJE_MANGLER)
        if kopi:
            try:
                rotering.kopi_med_nytt_knippe(self.mappe, self.spoer)
            except Driftsfeil:
                mangler.append(KOPI_MANGLER)
        return Utfoert(kode, tuple(mangler))
