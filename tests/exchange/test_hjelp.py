"""Help: every checkpoint has its own, the kommune's texts lie over ours, and a bad one is told and not used."""

from pathlib import Path

import pytest

from boligtildeling.documents.hjelpeark import hjelpeark
from boligtildeling.domain.hjelp import Hjelpedel, les_side
from boligtildeling.exchange.hjelp import les_hjelp
from boligtildeling.exchange.ressurser import Sjekklister
from boligtildeling.hjelp import paa_papir, sider_om
from tests.bygg import MOTTATT
from ui.veien import STEPS

LENGST = 180
"""Characters of one help text: it is read in passing."""


def egen(mappe: Path, fil: str, tekst: str) -> Path:
    (mappe / "hjelp").mkdir(exist_ok=True)
    (mappe / "hjelp" / fil).write_text(tekst, encoding="utf-8")
    return mappe


def test_hvert_sjekkpunkt_har_hjelp_og_ingen_hjelp_er_til_overs() -> None:
    lister = Sjekklister()
    koder = {p.kode for p in lister.les(lister.gjeldende()[1]).punkter}
    assert set(les_hjelp().punkter) == koder


def test_hjelpen_til_et_punkt_er_kort_og_hel() -> None:
    for kode, h in les_hjelp().punkter.items():
        for tekst in (h.hvorfor, h.bevis, h.eksempel):
            assert 0 < len(tekst) <= LENGST, kode
            assert tekst.endswith((".", ".»", ". »", "?")), kode


def test_hvert_steg_har_en_side() -> None:
    assert {kode.replace("_", "-") for kode, _ in STEPS} <= set(les_hjelp().sider)


def test_en_side_leses_i_overskrifter_avsnitt_og_punkter() -> None:
    side = les_side("x", "# Tittel\n\nEn linje\nog en til.\n\n## Del\n- ett\n- to\nSlutt.")
    assert side.tittel == "Tittel"
    assert side.deler == (
        Hjelpedel("avsnitt", "En linje og en til."),
        Hjelpedel("overskrift", "Del"),
        Hjelpedel("punkt", "ett"),
        Hjelpedel("punkt", "to"),
        Hjelpedel("avsnitt", "Slutt."),
    )


@pytest.mark.parametrize("tekst", ["", "Uten tittel", "# \n\nTekst", "# Bare tittel"])
def test_en_side_uten_tittel_eller_innhold_nektes(tekst: str) -> None:
    with pytest.raises(ValueError, match="siden"):
        les_side("x", tekst)


def test_kommunens_egen_tekst_legges_over_en_om_gangen(tmp_path: Path) -> None:
    hjelp = les_hjelp(egen(tmp_path, "sjekkpunkter.toml", '[KAR-2]\neksempel = "«Vårt eget.»"'))
    vaar = les_hjelp().punkter["KAR-2"]
    assert hjelp.punkter["KAR-2"].eksempel == "«Vårt eget.»"
    assert hjelp.punkter["KAR-2"].hvorfor == vaar.hvorfor
    assert hjelp.punkter["KAR-4"] == les_hjelp().punkter["KAR-4"]
    assert hjelp.feil == ()


def test_kommunens_egen_side_tar_plassen_til_vaar(tmp_path: Path) -> None:
    hjelp = les_hjelp(egen(tmp_path, "vedtak.md", "# Vedtak hos oss\n\nRing Kari."))
    assert hjelp.sider["vedtak"].tittel == "Vedtak hos oss"
    assert hjelp.sider["vedtak"].er_egen


@pytest.mark.parametrize(
    ("fil", "tekst", "hva"),
    [
        ("sjekkpunkter.toml", "[KAR-2", "kan ikke leses"),
        ("sjekkpunkter.toml", '[KAR-99]\neksempel = "x"', "KAR-99: sjekkpunktet finnes ikke"),
        ("sjekkpunkter.toml", '[KAR-2]\nhjelp = "x"', "bruk bare hvorfor, bevis, eksempel"),
        ("sjekkpunkter.toml", '[KAR-2]\neksempel = " "', "en tekst er tom"),
        ("sjekkpunkter.toml", f'[KAR-2]\neksempel = "{"x" * 2001}"', "for lang"),
        ("vedtak.md", "Uten tittel", "begynne med"),
        ("noe.md", "# Noe\n\nX", "ingen hjelpeside heter dette"),
        ("notat.txt", "x", "ingen hjelpeside heter dette"),
    ],
)
def test_en_egen_tekst_som_ikke_kan_brukes_sies_fra_om_og_vaar_staar(
    tmp_path: Path, fil: str, tekst: str, hva: str
) -> None:
    hjelp = les_hjelp(egen(tmp_path, fil, tekst))
    (feil,) = hjelp.feil
    assert hva in feil
    assert hjelp.sider == les_hjelp().sider
    assert hjelp.punkter == les_hjelp().punkter


def test_en_fil_som_ikke_er_tekst_sies_fra_om(tmp_path: Path) -> None:
    egen(tmp_path, "vedtak.md", "")
    (tmp_path / "hjelp" / "vedtak.md").write_bytes(b"\xff\xfe\x00")
    assert "ikke en tekstfil" in les_hjelp(tmp_path).feil[0]


@pytest.mark.parametrize(("sok", "navn"), [("noekkel", "noekkel"), ("nøkkel", "noekkel"), ("Ctrl K", "tastatur")])
def test_sidene_kan_letes_i_med_norsk_bretting(sok: str, navn: str) -> None:
    assert navn in [side.navn for side in sider_om(les_hjelp(), sok)]


def test_treff_i_tittelen_kommer_foerst_og_ingenting_gir_alle() -> None:
    hjelp = les_hjelp()
    assert sider_om(hjelp, "vedtak")[0].navn == "vedtak"
    assert len(sider_om(hjelp, "")) == len(hjelp.sider)
    assert sider_om(hjelp, "finnesikkenoested") == ()


def test_en_side_og_alle_sidene_kan_skrives_ut() -> None:
    sider = tuple(les_hjelp().sider.values())
    assert hjelpeark(sider[:1], MOTTATT).tittel == sider[0].tittel
    assert paa_papir(sider).startswith(b"%PDF")
