"""An office with a folder of files beside it: what imports read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from boligtildeling.casework.views.boforhold.importer import IMPORTER
from boligtildeling.casework.views.boforhold.restanseformer import (
    Importoversikt,
    Restanseoversikt,
    Restanserad,
    Restansevisning,
)
from boligtildeling.casework.views.boforhold.restanser import RESTANSER
from tests.bygg import Kontor, Vei
from tests.filer import Innbetaling, camt, liste, rad

FEBRUAR = date(2027, 2, 1)


@dataclass
class Leie:
    """A tenancy that began 1 December 2026, rent 9 200 each 20th, and files to take in."""

    vei: Vei
    mappe: Path

    @property
    def kontor(self) -> Kontor:
        return self.vei.kontor

    @property
    def kid(self) -> str:
        kontrakt = self.vei.vis().kontrakt
        assert kontrakt is not None
        return kontrakt.kid

    def fil(self, innhold: bytes, navn: str = "liste.csv") -> str:
        (self.mappe / navn).write_bytes(innhold)
        return navn

    def liste(self, per_dato: date = FEBRUAR, *rader: tuple[str, ...], **felt: Any) -> Mapping[str, Any]:
        """Takes in a list of the day; of the tenant's January rent when no rows are given."""
        self.kontor.ur.sett(max(per_dato, self.kontor.ur.i_dag))
        fil = self.fil(liste(*(rader or (rad(self.kid),))))
        return self.kontor.gjoer("importer_restanseliste", fil=fil, per_dato=per_dato, **felt)

    def bankfil(self, *betalinger: Innbetaling, som: str = "kari") -> Mapping[str, Any]:
        return self.kontor.gjoer("importer_betalinger", som, fil=self.fil(camt(*betalinger), "bank.xml"))

    def restanser(self, som: str = "kari") -> Restanseoversikt:
        return self.kontor.program.vis(RESTANSER, som)

    def restanse(self, som: str = "kari") -> Restanserad:
        (funnet,) = self.restanser(som).rader
        return funnet

    def importer(self, som: str = "kari") -> Importoversikt:
        return self.kontor.program.vis(IMPORTER, som)

    def oppfoelging(self) -> Restansevisning:
        funnet = self.vei.vis().oppfoelging_av_leie
        assert funnet is not None
        return funnet
