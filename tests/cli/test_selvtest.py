"""The program tries itself: everything is tried, what fails is told with its place in the row, nothing is left."""

import tempfile
from pathlib import Path

import pytest

from boligtildeling.casework.views.dokumentslag import DOKUMENTER, GRUPPER
from boligtildeling.cli import selvtest as linjen
from boligtildeling.selvtest import Avvik, Proevd, Utfall, selvtest
from tests.cli.linje import kjoer_her

FOER_SKJERMENE = ("maskin", "ny_mappe", "hovedloep", "brev", "dokumenter", "kryptering", "sikkerhetskopi")
OGSAA = ("gjenoppretting", "annen_maskin", "kontroll")


def test_alt_proeves_og_ingenting_blir_liggende(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sett: list[tuple[str, str]] = []

    def mangler_qt(mappe: Path, som: str, saksnummer: str) -> int:
        assert mappe.is_dir()
        sett.append((som, saksnummer))
        raise Avvik("Qt mangler.")

    meldt: list[str] = []
    utfall = selvtest(mangler_qt, meldt.append)
    assert tuple(p.navn for p in utfall.proevd) == FOER_SKJERMENE + OGSAA
    assert (utfall.feilet, str(utfall.feil), utfall.ikke_proevd) == ("skjermer", "Qt mangler.", ())
    assert tuple(meldt) == (*FOER_SKJERMENE, *OGSAA, "skjermer")
    funn = {p.navn: p.funn for p in utfall.proevd}
    assert funn["dokumenter"]["slag"] == len(DOKUMENTER)
    etter_noekkelen = {d.navn for d in GRUPPER["Etter nøkkelen"]}
    assert set(funn["dokumenter"]["ikke_laget"]) <= etter_noekkelen
    assert funn["dokumenter"]["utfylt"] >= len(DOKUMENTER) - len(etter_noekkelen) - 2
    assert funn["hovedloep"]["hendelser"] > 30
    ((_, saksnummer),) = sett
    assert saksnummer.endswith("-0001")
    assert list(tmp_path.iterdir()) == []


def test_det_som_feiler_stopper_resten_og_sier_hvor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boligtildeling.selvtest.opprett", lambda *_, **__: 1 / 0)
    svar = kjoer_her(["selvtest", "--uten-vindu"]).feilet(5)
    assert svar["hva"] == "Selvtesten stoppet i «ny_mappe»."
    assert svar["grunn"].startswith("ZeroDivisionError selvtest.py:")
    assert [p["proeve"] for p in svar["proevd"]] == ["maskin"]
    assert svar["ikke_proevd"] == ["hovedloep", "brev", *FOER_SKJERMENE[4:], *OGSAA]


@pytest.mark.parametrize("valg", [["--data", "et-sted"], ["--som", "kari"], ["--klokke", "2026-11-20T10:00"]])
def test_selvtesten_har_sin_egen_mappe(valg: list[str]) -> None:
    assert "midlertidig" in kjoer_her([*valg, "selvtest"]).feilet(2)["hva"]


def test_svaret_sier_hva_som_er_proevd_og_hva_som_ikke_er_det(monkeypatch: pytest.MonkeyPatch) -> None:
    utfall = Utfall((Proevd("maskin", {"python": "3.11"}),), ikke_proevd=("skjermer",))
    monkeypatch.setattr(linjen, "selvtest", lambda *_: utfall)
    assert kjoer_her(["selvtest", "--uten-vindu"]).json == {
        "alt_er_i_orden": True,
        "proevd": [{"proeve": "maskin", "python": "3.11"}],
        "ikke_proevd": ["skjermer"],
    }
