"""The texts of the letters, ours and the kommune's own side by side, and what is wrong with the kommune's."""

from pathlib import Path

import pytest

from boligtildeling.casework.views.brevtekster import BREVTEKSTER, Brevtekst
from boligtildeling.domain.feil import Ugyldig
from boligtildeling.domain.soeknad import MAALFORMER
from tests.bygg import Kontor
from tests.casework.test_dokumenter import virkelig
from tests.unit.test_ressurser import RESSURSER

__all__ = ["virkelig"]


@pytest.fixture
def egne(virkelig: Kontor) -> Path:
    mappe = virkelig.program.mappe / "tekster"
    mappe.mkdir()
    return mappe


def test_alle_brevfiler_er_med(virkelig: Kontor) -> None:
    vist = virkelig.program.vis(BREVTEKSTER, "it")
    assert {f.fil for f in vist.filer} == {f.name for f in (RESSURSER / "letters").glob("*.toml")}
    assert vist.feil == ()


@pytest.mark.parametrize("som", ["kari", "tove", "ida", "it"])
def test_ett_brev_har_en_fil_for_hver_maalform_og_alle_kan_se_det(virkelig: Kontor, som: str) -> None:
    vist = virkelig.program.vis(BREVTEKSTER, som, brev="tilbud")
    assert [f.fil for f in vist.filer] == [f"tilbud.{maalform}.toml" for maalform in MAALFORMER]


def test_kommunens_egen_tekst_staar_ved_siden_av_vaar(virkelig: Kontor, egne: Path) -> None:
    (egne / "tilbud.nn.toml").write_text("[tekst]\ntittel = 'Vi tilbyr deg ein bustad'\n", encoding="utf-8")
    filer = {f.fil: f for f in virkelig.program.vis(BREVTEKSTER, "kari", brev="tilbud").filer}
    tittel = next(t for t in filer["tilbud.nn.toml"].tekster if t.noekkel == "tittel")
    assert (tittel.egen, tittel.feil) == ("Vi tilbyr deg ein bustad", None)
    assert tittel.vaar
    assert {t.egen for t in filer["tilbud.nb.toml"].tekster} == {None}


def test_en_egen_tekst_som_ikke_kan_brukes_vises_med_grunnen(virkelig: Kontor, egne: Path) -> None:
    (egne / "tilbud.nb.toml").write_text("[tekst]\ntittel = 'Tilbud til {fnr}'\n", encoding="utf-8")
    vist = virkelig.program.vis(BREVTEKSTER, "kari", brev="tilbud")
    (feil,) = vist.feil
    assert "tilbud.nb.toml, tittel: {fnr} er ukjent her" in feil
    rader = {t.noekkel: t for t in vist.filer[0].tekster}
    assert rader["tittel"] == Brevtekst(
        noekkel="tittel", vaar=rader["tittel"].vaar, egen="Tilbud til {fnr}", feil="{fnr} er ukjent her"
    )


@pytest.mark.parametrize(
    ("fil", "innhold", "sagt"),
    [
        ("tilbud.toml", "[tekst]\n", "tilbud.toml: ingen brevtekst heter dette"),
        ("tilbud.en.toml", "[tekst]\n", "tilbud.en.toml: ingen brevtekst heter dette"),
        ("felles.nb.toml", "[tekst\n", "felles.nb.toml: kan ikke leses"),
        ("felles.nb.toml", "[brev]\n", "felles.nb.toml: [tekst] mangler"),
        ("foelgeark.pl.toml", "[tekst]\nhilsen = 'Hei'\n", "foelgeark.pl.toml, hilsen: nøkkelen er ukjent"),
    ],
)
def test_hver_feil_i_kommunens_filer_staar_en_gang(
    virkelig: Kontor, egne: Path, fil: str, innhold: str, sagt: str
) -> None:
    (egne / fil).write_text(innhold, encoding="utf-8")
    (feil,) = virkelig.program.vis(BREVTEKSTER, "kari", brev="vedtak").feil
    assert sagt in feil


def test_et_brev_som_ikke_finnes_er_en_feil_med_de_som_finnes(virkelig: Kontor) -> None:
    with pytest.raises(Ugyldig) as ugyldig:
        virkelig.program.vis(BREVTEKSTER, "kari", brev="vedtakk")
    (feil,) = ugyldig.value.feil
    assert feil.peker == "/brev"
    assert "vedtak" in feil.setning
