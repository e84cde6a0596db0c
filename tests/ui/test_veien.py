"""What remains and how far each step has come, worked out from the view of a real case."""

from collections.abc import Callable

import pytest

from tests.bygg import Vei
from ui.veien import STEPS, foerste_uferdige, stegstand, veien

Paa = Callable[[str], Vei]


def test_hver_sperre_staar_en_gang_i_den_foerste_porten_som_har_den(paa: Paa) -> None:
    sak = paa("registrert").vis()
    vei = veien(sak)
    found = [(h.kode, h.grunn) for gruppe in vei.grupper for h in gruppe.hindre]
    assert len(found) == len(set(found)) == vei.antall
    assert {s.kode for sperrer in sak.porter.values() for s in sperrer} == {kode for kode, _ in found}
    assert [g.port for g in vei.grupper] == ["V", "G", "T", "K", "N"]


def test_bare_det_som_staar_i_den_foerste_porten_kan_gjoeres_naa(paa: Paa) -> None:
    vei = veien(paa("registrert").vis())
    now = {g.port for g in vei.grupper for h in g.hindre if h.kan_gjoeres_naa}
    assert now == {"V"}
    assert 0 < vei.antall_naa < vei.antall
    assert str(vei.antall_naa) in vei.setning


def test_hver_sperre_leder_til_et_steg(paa: Paa) -> None:
    steps = {code for code, _ in STEPS}
    for stadium in ("registrert", "sendt", "takket_ja", "signert"):
        assert {h.steg for g in veien(paa(stadium).vis()).grupper for h in g.hindre} <= steps


def test_naar_noekkelen_er_utlevert_er_veien_slutt(paa: Paa) -> None:
    vei = veien(paa("utlevert").vis())
    assert vei.antall == 0
    assert vei.setning.startswith("Nøkkelen er utlevert")


def test_naar_alt_er_klart_staar_ingenting_i_veien(paa: Paa) -> None:
    assert veien(paa("noekkelklar").vis()).setning == "Ingenting står i veien. Nøkkelen kan utleveres."


@pytest.mark.parametrize(
    ("stadium", "steg"),
    [
        ("registrert", "soeknad"),
        ("til_godkjenning", "vedtak"),
        ("sendt", "tildeling"),
        ("takket_ja", "kontrakt"),
        ("signert", "foerste_husleie"),
        ("noekkelklar", "noekkel"),
    ],
)
def test_saken_aapnes_paa_det_foerste_steget_som_ikke_er_ferdig(paa: Paa, stadium: str, steg: str) -> None:
    assert foerste_uferdige(paa(stadium).vis()) == steg


def test_alle_ti_steg_er_ferdige_etter_noekkelen(paa: Paa) -> None:
    assert [s.er_ferdig for s in stegstand(paa("utlevert").vis())] == [True] * 10
