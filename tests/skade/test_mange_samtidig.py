"""One window and ten robots at the same cases at once: each sees a whole case or is told that others came first."""

import json
import os
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.soeknad import Noter
from boligtildeling.domain.feil import Konflikt
from tests.bygg import DYBDE
from tests.cli.linje import Mappe
from tests.lager import raa
from tests.skade.drap import start, vent
from tests.skade.mapper import SAK, Mal

ROBOTER, HANDLINGER = 10, DYBDE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix can fork a process to kill")


@pytest.fixture
def mappe(mal: Mal, tmp_path: Path) -> Mappe:
    return Mappe(mal.til(tmp_path / "data"))


@dataclass
class Robot:
    """A process that works on the case by the command line from when it is let go, and tells how it went."""

    navn: str
    mappe: Mappe
    startskudd: int
    pid: int = 0
    svar: int = 0
    utfall: dict[str, Any] = field(default_factory=lambda: {"gjort": [], "konflikter": 0, "halve": 0})

    def begynn(self) -> None:
        self.svar, skriv = os.pipe()
        self.pid = start(lambda: self._arbeid(skriv))
        os.close(skriv)

    def ferdig(self) -> dict[str, Any]:
        with os.fdopen(self.svar, "rb") as roer:
            svar = roer.read()
        assert vent(self.pid) == 0
        utfall: dict[str, Any] = json.loads(svar)
        return utfall

    def _arbeid(self, skriv: int) -> None:
        os.read(self.startskudd, 1)
        while len(self.utfall["gjort"]) < HANDLINGER:
            vist = self.mappe("vis", "sak", SAK).json
            self.utfall["halve"] += len(vist["notater"]) != [h["handling"] for h in vist["historikk"]].count("noter")
            tekst = f"{self.navn}-{len(self.utfall['gjort'])}"
            svar = self.mappe.utfoer("noter", saksnummer=SAK, sett_versjon=vist["versjon"], tekst=tekst)
            if svar.kode == 0:
                self.utfall["gjort"].append(tekst)
            else:
                assert svar.feilet(4)["versjon"] > vist["versjon"]
                self.utfall["konflikter"] += 1
        os.write(skriv, json.dumps(self.utfall).encode())


def test_ti_roboter_ved_siden_av_et_vindu(mappe: Mappe) -> None:
    """The window keeps its database open and works too; nobody's act is lost, and nobody sees half of one."""
    lytt, skyt = os.pipe()
    roboter = [Robot(f"robot{nummer}", mappe, lytt) for nummer in range(ROBOTER)]
    for robot in roboter:
        robot.begynn()
    gjort: list[str] = []
    with Program.aapne(mappe.sti) as vindu:
        os.write(skyt, b"x" * ROBOTER)
        for nummer in range(5 * HANDLINGER):
            sett = vindu.vis_sak(SAK, "ola")
            assert len(sett.notater) == sum(h.handling == "noter" for h in sett.historikk)
            with suppress(Konflikt):
                vindu.utfoer(Noter(saksnummer=SAK, sett_versjon=sett.versjon, tekst=f"vindu-{nummer}"), "ola")
                gjort.append(f"vindu-{nummer}")
        utfall = [robot.ferdig() for robot in roboter]
        assert sum(u["halve"] for u in utfall) == 0
        ventet = Counter([*gjort, *(tekst for u in utfall for tekst in u["gjort"])])
        assert Counter(n.tekst for n in vindu.vis_sak(SAK, "ola").notater if "-" in n.tekst) == ventet
        assert vindu.kontroller().funn == ()
    for ende in (lytt, skyt):
        os.close(ende)


def test_en_klokke_som_stilles_tilbake_endrer_ikke_rekkefoelgen(mappe: Mappe) -> None:
    """The order of the history is that of its numbers, whatever the clock said; nothing is lost or judged false."""
    for klokke in ("2026-11-20T10:00", "2026-11-20T09:00", "2025-01-01T00:00", "2026-11-21T10:00"):
        assert mappe.naar(klokke).utfoer("noter", saksnummer=SAK, tekst=f"kl. {klokke}").kode == 0
    with closing(raa(mappe.sti)) as db:
        rader = db.execute("SELECT id, tidspunkt FROM hendelse ORDER BY id DESC LIMIT 4").fetchall()
    assert [nummer for nummer, _ in rader] == list(range(rader[0][0], rader[0][0] - 4, -1))
    assert [tid[:13] for _, tid in reversed(rader)] != sorted(tid[:13] for _, tid in rader)
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_databasen_forsvinner_mens_programmet_er_aapent(mappe: Mappe) -> None:
    """What is open goes on in the file that it has; whoever comes after is told, and nothing is made in its place."""
    with Program.aapne(mappe.sti):
        mappe.database.rename(mappe.sti / "borte.db")
        assert "ingen database" in mappe("vis", "saker").feilet(5)["hva"]
    assert not mappe.database.exists()
