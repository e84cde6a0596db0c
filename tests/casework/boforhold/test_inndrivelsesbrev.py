"""The letters that follow arrears, with real papers: made by the act, kept in the case, and they say what is due."""

from datetime import date
from pathlib import Path

import pytest

from tests.bygg import HUSLEIE, Kontor, Vei
from tests.casework.boforhold.kontorfiler import FEBRUAR, Leie
from tests.casework.boforhold.test_inndrivelse import den, droeft
from tests.casework.test_dokumenter import virkelig
from tests.documents.papir import les

__all__ = ["virkelig"]


@pytest.fixture
def skyldner(virkelig: Kontor, tmp_path: Path) -> Leie:
    """A tenant who owes the rent of January, in an office with real papers."""
    vei, mappe = virkelig.ny_sak().til("utlevert"), tmp_path / "filer"
    mappe.mkdir()
    program = virkelig.program.med_filer(mappe)
    leie = Leie(Kontor(program, virkelig.ur, virkelig.dokumenter).vei(vei.saksnummer), mappe)
    leie.liste()
    leie.vei.svar("SOE-1")
    return leie


def tekst(vei: Vei, navn: str) -> str:
    sider = les(vei.kontor.program.skriv_ut(navn, vei.saksnummer, "kari")).pages
    return " ".join(" ".join(side.extract_text() for side in sider).split())


def test_hvert_varsel_er_et_brev_med_det_som_skyldes(skyldner: Leie) -> None:
    vei = skyldner.vei
    assert vei.gjoer("send_varsel", slag="purring")["dokument"]
    purring = tekst(vei, "purring")
    assert " ".join(str(HUSLEIE).split()) in purring
    assert skyldner.kid in purring
    den(skyldner, date(2027, 2, 4))
    vei.gjoer("send_varsel", slag="inkassovarsel", frist=date(2027, 2, 18), med_gebyr=True)
    assert "38,00" in tekst(vei, "inkassovarsel")
    vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")
    assert "Betaling stanser saken" in tekst(vei, "varsel-4-18")
    vei.gjoer("send_varsel", slag="varsel_9_11", leier_varslet_dato=date(2027, 2, 4))
    assert "Kopi til Rolig Fjord" in tekst(vei, "varsel-9-11")


def test_begjaeringen_og_referatet_ligger_i_saken(skyldner: Leie) -> None:
    vei = skyldner.vei
    droeft(skyldner, FEBRUAR)
    referat = tekst(vei, "referat")
    assert "Saken er ferdigbehandlet i møtet." in referat
    assert "Leieren ønsker å bli boende." in referat
    vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")
    vei.gjoer("send_varsel", slag="varsel_9_11", leier_varslet_dato=FEBRUAR)
    skyldner.kontor.ur.sett(date(2027, 2, 16))
    assert vei.gjoer("send_begjaering", grunnlag="a")["dokument"]
    begjaering = tekst(vei, "begjaering")
    assert "Namsmannen" in begjaering
    assert "Sendt 1. februar 2027" in begjaering


def test_et_brev_som_ikke_kan_lages_stanser_varselet_og_ingenting_er_sendt(skyldner: Leie) -> None:
    vei = skyldner.vei
    mappe = skyldner.kontor.program.mappe / "tekster"
    mappe.mkdir(exist_ok=True)
    (mappe / "varsel-4-18.nb.toml").write_text('[tekst]\nstanser = "Betal nå."\n', encoding="utf-8")
    assert vei.sperret("send_varsel", slag="varsel_4_18", gjelder="a") == {"STEG"}
    assert skyldner.oppfoelging().varsler == ()
