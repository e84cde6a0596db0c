"""How text is set: lines, pages, tables, letters that join, and what cannot be set at all."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import bidi
import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from boligtildeling.documents import blokker as b
from boligtildeling.documents.linjer import del_i_linjer
from boligtildeling.documents.retning import brytt
from boligtildeling.documents.skrift import FET, HALVFET, VANLIG, hovedskrift, skrivbar
from boligtildeling.documents.tegner import tegn
from boligtildeling.domain.feil import Driftsfeil, Sperret
from tests.documents.alle_blokker import SPRAAK, ark, logofil
from tests.documents.papir import les

_PLASSERT = re.compile(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm")


def sidene(*blokker: b.Blokk, **felt: Any) -> list[str]:
    return [side.extract_text() for side in les(tegn(ark(*blokker, **felt))).pages]


def lengder(tekst: str, grense: float) -> list[tuple[int, int, float]]:
    """Lines where each character is one wide."""
    return list(del_i_linjer(tekst, grense, lambda fra, til: float(til - fra)))


@given(st.lists(st.text("abcæøå-\u00ad", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(4, 30))
def test_linjene_har_hvert_tegn_noeyaktig_en_gang_og_ingen_er_for_lang(ordene: list[str], grense: int) -> None:
    tekst = " ".join(ordene)
    linjer = lengder(tekst, grense)
    assert linjer[0][0] == 0
    assert linjer[-1][1] == len(tekst)
    assert all(tekst[slutt:start] in {"", " "} for (_, slutt, _), (start, _, _) in pairwise(linjer))
    assert all(slutt - start == bredde <= grense for start, slutt, bredde in linjer)


def test_en_linje_brytes_ved_mellomrom_men_ikke_ved_fast_mellomrom() -> None:
    assert [linje.biter[0][1].tekst for linje in brytt("en to\u00a0tre fire", VANLIG, 3_000)] == [
        "en ",
        "to\u00a0tre ",
        "fire",
    ]


@pytest.mark.parametrize(
    ("ord_", "foerste"),
    [("klage-instans", "klage-"), ("2026-000123", "2026-00"), ("klage\u00adinstans", "klage\u00ad")],
)
def test_et_ord_deles_etter_bindestrek_mellom_bokstaver_og_ved_myk_bindestrek(ord_: str, foerste: str) -> None:
    ((_, bit),) = brytt(ord_, VANLIG, hovedskrift(VANLIG).bredde(foerste) + 200)[0].biter
    assert bit.tekst == foerste


@pytest.mark.parametrize("skrift", [VANLIG, HALVFET, FET])
@pytest.mark.parametrize("spraak", SPRAAK)
def test_hvert_spraak_har_alle_bokstavene_sine_i_hver_skrift(spraak: b.Spraak, skrift: str) -> None:
    assert skrivbar(SPRAAK[spraak], skrift).replace("\u00a0", " ") == SPRAAK[spraak]


def test_arabiske_bokstaver_henger_sammen_og_staar_fra_hoeyre() -> None:
    (linje,) = brytt("سلام عليكم", VANLIG, 100_000)
    ((_, bit),) = linje.biter
    assert linje.fra_hoeyre
    assert bit.glyfer is not None
    alene = {g.nummer for tegn_ in "سلامعليكم" for g in brytt(tegn_, VANLIG, 100_000)[0].biter[0][1].glyfer or ()}
    assert {g.nummer for g in bit.glyfer} - alene
    assert bit.glyfer[0].tekst == "م"


def test_tall_og_latinske_ord_staar_rett_vei_i_arabisk() -> None:
    (linje,) = brytt("سكن 2026 Trondheim سكن", VANLIG, 100_000)
    steder = {bit.tekst.strip(): x for x, bit in linje.biter if bit.tekst.strip()}
    assert "2026" in steder
    assert steder["Trondheim"] < steder["2026"]
    assert linje.biter[0][0] == max(x for x, _ in linje.biter)


@given(st.lists(st.sampled_from(["a", "Z", "س", "ك", "ن", "1", "2", "(", ")", "[", "]", "-", ".", ","]), min_size=1))
@example(list("س(س1)a"))
def test_hvert_tegn_staar_der_unicode_sier(tegnene: list[str]) -> None:
    tekst = "س" + " ".join(re.findall(".{1,4}", "".join(tegnene))) + "a"
    (linje,) = brytt(tekst, VANLIG, 1_000_000)
    fra_venstre = sorted(linje.biter, key=lambda plassert: plassert[0])
    vist = "".join("".join(g.tekst for g in bit.glyfer) if bit.glyfer else bit.tekst for _, bit in fra_venstre)
    assert vist == bidi.get_display(tekst)


def test_en_arabisk_blokk_staar_til_hoeyre_og_kula_ogsaa() -> None:
    with pikepdf.open(BytesIO(tegn(ark(b.PaaSpraak("ar", (b.Liste(("سكن",)),)))))) as pdf:
        steder = [float(x) for x, _ in _PLASSERT.findall(pdf.pages[0].Contents.read_bytes())]
    kule, tekst = steder[2:4]
    assert tekst > 400
    assert kule > tekst


def test_en_aksent_som_ikke_kan_settes_sammen_staar_over_bokstaven() -> None:
    (linje,) = brytt(skrivbar("x\u0301"), VANLIG, 10_000)
    glyfer = linje.biter[0][1].glyfer
    assert glyfer is not None
    assert sum(g.framover for g in glyfer) == pytest.approx(hovedskrift(VANLIG).bredde("x"))


@pytest.mark.parametrize("skift", ["\n", "\r\n", "\u2028", "\x0b"])
def test_linjeskift_der_det_bare_er_en_linje_blir_mellomrom(skift: str) -> None:
    (side,) = sidene(b.Liste((f"første{skift}andre",)), b.Faktalinjer(((f"en{skift}to", f"tre{skift}fire"),)))
    ordene = side.split()
    assert ordene[ordene.index("første") + 1] == "andre"
    assert ordene[ordene.index("tre") + 1] == "fire"


def test_tomme_blokker_setter_ingen_spor() -> None:
    tomme = (b.Liste(()), b.Faktalinjer(()), b.Faktalinjer((), paa_rad=True), b.Avkryssing(()), b.Signaturer(()))
    papir = ark(b.Avsnitt("a"), *tomme, b.Konklusjon(" \n"), b.Avsnitt(""), b.Sammen(()))
    assert tegn(papir) == tegn(ark(b.Avsnitt("a")))


def test_retningstegn_utenfor_arabisk_faller_bort() -> None:
    assert skrivbar("a\u200eb\u200dc") == "abc"
    assert skrivbar("سل\u200cام") == "سل\u200cام"


@pytest.mark.parametrize("tegn_", ["\u202e", "\u2067", "\ue000", "\x00"])
def test_tegn_som_snur_eller_skjuler_tekst_nektes(tegn_: str) -> None:
    with pytest.raises(Sperret, match="STEG"):
        skrivbar(f"a{tegn_}b")


def test_et_avsnitt_har_aldri_en_enslig_linje_paa_en_side() -> None:
    ett = "ord " * 60
    for antall in range(1, 60):
        foer = tuple(b.Avsnitt("x") for _ in range(antall))
        linjer = [side.count("ord ord") and len(re.findall("ord.*", side)) for side in sidene(*foer, b.Avsnitt(ett))]
        assert 1 not in linjer


def test_det_som_holdes_samlet_begynner_paa_en_ny_side_naar_det_maa() -> None:
    for antall in range(20, 45):
        sider = sidene(
            *(b.Avsnitt("x") for _ in range(antall)), b.Sammen(tuple(b.Avsnitt(f"del{n}") for n in range(8)))
        )
        assert sum("del0" in side and "del7" in side for side in sider) == 1


def test_det_som_holdes_samlet_deles_naar_ingen_side_har_plass() -> None:
    sider = sidene(b.Sammen(tuple(b.Avsnitt(f"del{n:03}") for n in range(120))))
    assert len(sider) > 2
    assert "".join(sider).count("del") == 120


def test_en_samlet_tabell_staar_paa_en_side_med_overskriften_sin() -> None:
    tabell = b.Tabell((b.Kolonne("Del", 1),), tuple((f"rad{n:02}",) for n in range(12)), samlet=True)
    for antall in range(15, 45):
        sider = sidene(b.Overskrift("T", 1), *(b.Avsnitt("x") for _ in range(antall)), b.Overskrift("Rom"), tabell)
        assert sum("Rom" in side and "rad00" in side and "rad11" in side for side in sider) == 1


def test_hodet_gjentas_ikke_naar_det_fyller_en_halv_side() -> None:
    tabell = b.Tabell((b.Kolonne("hode " * 3_000, 1),), (("en",), ("to " * 3_000,)))
    sider = sidene(tabell)
    assert "".join(sider).count("hode") == 3_000


def test_et_sideskift_i_det_som_holdes_samlet_nektes() -> None:
    with pytest.raises(TypeError, match="page break"):
        tegn(ark(b.Sammen((b.Avsnitt("a"), b.Sideskift()))))


def test_en_tom_side_foerst_lages_ikke_av_et_sideskift_sist() -> None:
    assert len(sidene(b.Avsnitt("a"), b.Sideskift())) == 1


def test_en_lang_bunntekst_gaar_aldri_inn_i_sidetallet() -> None:
    (side,) = sidene(b.Avsnitt("a"), bunntekst="Svært lang bunntekst om saken " * 40)
    assert "… Side 1 av 1" in " ".join(side.split())


@pytest.mark.parametrize(
    ("format_", "modus"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK")]
)
def test_en_logo_i_png_eller_jpeg_blir_rgb_uten_gjennomsiktighet(format_: str, modus: str) -> None:
    topp = b.Topp(avsender="x", enhet=(), logo=b.Logo(logofil(format_, modus, (3000, 900)), "Logo"))
    with pikepdf.open(BytesIO(tegn(ark(b.Avsnitt("a"), topp=topp)))) as pdf:
        (bilde,) = pdf.pages[0].Resources.XObject.values()
        assert str(bilde.ColorSpace) == "/DeviceRGB"
        assert "/SMask" not in bilde
        assert int(bilde.Width) * int(bilde.Height) * 3 == len(bilde.read_bytes())
        assert int(bilde.Width) <= 709


def _stor() -> bytes:
    ut = BytesIO()
    Image.new("1", (9_000, 9_000)).save(ut, "PNG")
    return ut.getvalue()


@pytest.mark.parametrize(
    ("data", "beskrivelse", "grunn"),
    [
        (b"%PDF-1.7 ikke et bilde", "Logo", "verken PNG eller JPEG"),
        (b"", "Logo", "verken PNG eller JPEG"),
        (logofil("GIF", "P"), "Logo", "verken PNG eller JPEG"),
        (logofil()[:200], "Logo", "skadet"),
        (_stor(), "Logo", "for stort"),
        (logofil(), " ", "beskrivelse"),
    ],
    ids=["pdf", "tom", "gif", "avkortet", "for stort", "uten beskrivelse"],
)
def test_en_logo_som_ikke_kan_brukes_er_en_driftsfeil(data: bytes, beskrivelse: str, grunn: str) -> None:
    with pytest.raises(Driftsfeil) as feil:
        tegn(ark(b.Avsnitt("a"), topp=b.Topp(avsender="x", enhet=(), logo=b.Logo(data, beskrivelse))))
    assert feil.value.hva.startswith("Logoen kan ikke brukes.")
    assert grunn in feil.value.hva
    assert "innstillingene" in feil.value.gjoer
