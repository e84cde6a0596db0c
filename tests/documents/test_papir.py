"""What holds for every paper, whatever it says."""

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest

from boligtildeling.casework.views.brevformer import Spraak
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.documents import blokker, skrift, tegner
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.documents.oppskrifter import OPPSKRIFTER, bygg
from boligtildeling.domain.feil import Driftsfeil, Sperret
from tests.documents import eksempler as e
from tests.documents import eksempler_brev as b
from tests.documents.alle import ALLE, LAGERE
from tests.documents.lesetre import skrevne_biter
from tests.documents.papir import les, sider, tekst


def med_begrunnelse(begrunnelse: str) -> Any:
    return e.vedtak(innhold=e.innhold(begrunnelse=begrunnelse))


def test_hvert_dokument_kan_lages() -> None:
    assert set(OPPSKRIFTER) == set(DOKUMENTER)


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_samme_visning_gir_samme_bytes(navn: str, visning: Any) -> None:
    pdf = Dokumenter().lag(navn, visning)
    assert pdf.startswith(b"%PDF-")
    assert Dokumenter().lag(navn, visning) == pdf


def test_en_annen_prosess_gir_samme_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    kode = (
        "from hashlib import sha256; from boligtildeling.documents.maker import Dokumenter; "
        "from boligtildeling.documents.tegner import tegn; "
        "from tests.documents import eksempler as e; from tests.documents.alle_blokker import alt_paa_ett_ark; "
        "print(sha256(Dokumenter().lag('vedtak', e.fullt_vedtak())).hexdigest()); "
        "print(*[sha256(tegn(ark)).hexdigest() for ark in alt_paa_ett_ark().values()])"
    )
    summer = set()
    for froe in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", froe)
        summer.add(subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True).stdout)
    assert len(summer) == 1


def test_det_som_tegner_lastes_ikke_foer_noe_tegnes() -> None:
    kode = (
        "import sys; from boligtildeling.documents.maker import Dokumenter; Dokumenter().klausuler('nb'); "
        "sys.exit(bool({'reportlab', 'pikepdf', 'uharfbuzz', 'PIL'} & {m.partition('.')[0] for m in sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", kode], check=False).returncode == 0


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_hver_side_sier_hvilken_side_den_er(navn: str, visning: Any) -> None:
    biter, ord_ = skrevne_biter(Dokumenter().lag(navn, visning)), bygg(navn, visning).sidetall
    antall = biter[-1].side + 1
    for nr in range(antall):
        hele = "".join(bit.tekst for bit in biter if bit.side == nr)
        nummer = ord_.format(side=nr + 1, sider=antall)
        assert nummer in hele or all(tegnet[::-1] in hele for tegnet in nummer.split()), "from the right as it is drawn"


def test_sidetallet_paa_et_foelgeark_er_paa_leserens_spraak() -> None:
    assert "Page 1 of " in sider("foelgeark-en", b.foelgeark("en"))[0]
    spraakene = {bygg(f"foelgeark-{s}", b.foelgeark(s)).sidetall for s in get_args(Spraak)}
    assert len(spraakene) == len(get_args(Spraak))
    assert "Side {side} av {sider}" not in spraakene


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_proeve_staar_paa_hver_side_bare_i_en_proevemappe(navn: str, visning: Any) -> None:
    assert "PRØVE" not in tekst(navn, visning)
    assert all("PRØVE" in side for side in sider(navn, e.med_hode(visning, er_proeve=True)))


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_dokumentet_sier_spraak_dato_og_tittel_og_aldri_navn(navn: str, visning: Any) -> None:
    pdf = les(Dokumenter().lag(navn, visning))
    assert pdf.root_object["/Lang"] == f"{visning.hode.maalform}-NO"
    assert pdf.metadata is not None
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date() == visning.hode.dato
    assert pdf.metadata.title
    assert "Øvergård" not in str(dict(pdf.metadata))


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_alle_skrifter_er_innebygd(navn: str, visning: Any) -> None:
    skrifter = [f.get_object() for s in les(Dokumenter().lag(navn, visning)).pages for f in _skrifter(s)]
    assert skrifter
    assert all("/FontFile2" in f["/DescendantFonts"][0].get_object()["/FontDescriptor"] for f in skrifter)


def _skrifter(side: Any) -> Iterator[Any]:
    yield from side["/Resources"]["/Font"].values()


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_ikke_noe_personnummer_staar_paa_papir(navn: str, visning: Any) -> None:
    assert not re.search(r"(?<!\d)\d{6} ?\d{5}(?!\d)", tekst(navn, visning))


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_ingenting_av_det_som_ofte_gjoeres_feil(navn: str, visning: Any) -> None:
    assert not re.search(r"§ 11-2\b|gebyr|rusfri|botilbud uten|fylkesmann", tekst(navn, visning), re.IGNORECASE)


@pytest.mark.parametrize(
    "skrevet", ["<Hansen> & Ola", "<b>fet</b>", "a<b", "&amp; &nbsp;", "{felt}", "%(navn)s", "]]>"]
)
def test_det_som_er_skrevet_staar_ordrett(skrevet: str) -> None:
    assert f"før {skrevet} etter" in tekst("vedtak", med_begrunnelse(f"før {skrevet} etter"))


def test_norske_og_samiske_bokstaver_staar_riktig_ogsaa_naar_de_er_delt_i_to_tegn() -> None:
    ord_ = "Blåbærgrøt ÆØÅ «sitat» – Áčđŋšŧž é"
    assert ord_ in tekst("vedtak", med_begrunnelse(unicodedata.normalize("NFD", ord_)))


def test_mellomrom_og_bindestreker_skriften_mangler_faar_sin_likeverdige() -> None:
    assert "a-b c d" in tekst("vedtak", med_begrunnelse("a\u2011b\tc\u200b d"))


@pytest.mark.parametrize(
    ("tegn", "vist"),
    [
        ("😀", "Tegnet «😀» (U+1F600, GRINNING FACE)"),
        ("漢", "Tegnet «漢» (U+6F22, CJK UNIFIED IDEOGRAPH-6F22)"),
        ("א", "Tegnet «א» (U+05D0, HEBREW LETTER ALEF)"),
        ("\x07", "Tegnet U+0007 (ukjent tegn)"),
        ("\u202e", "Tegnet U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    ],
)
def test_et_tegn_skriften_mangler_nektes_med_navn(tegn: str, vist: str) -> None:
    with pytest.raises(Sperret) as nektet:
        Dokumenter().lag("vedtak", med_begrunnelse(f"Hei {tegn}"))
    (sperre,) = nektet.value.sperrer
    assert sperre.kode == "STEG"
    assert sperre.grunn.startswith(vist)


def test_en_begrunnelse_paa_foerti_sider_kommer_med_helt() -> None:
    avsnitt = [f"Avsnitt {nr} slutter her. " + "Vi har vurdert saken din grundig. " * 20 for nr in range(260)]
    papir = sider("vedtak", med_begrunnelse("\n\n".join(avsnitt)))
    assert len(papir) >= 40
    hele = " ".join(papir)
    assert all(f"Avsnitt {nr} slutter her." in hele for nr in range(260))


@pytest.mark.parametrize("lang", ["ord " * 20_000, "X" * 20_000], ids=["ett avsnitt", "ett ord"])
def test_et_avsnitt_som_er_lengre_enn_en_side_blir_delt(lang: str) -> None:
    papir = sider("vedtak", med_begrunnelse(lang))
    assert "".join(papir).count(lang[0]) >= 20_000
    assert len(papir) > 5


def test_en_overskrift_staar_aldri_nederst_alene() -> None:
    for antall in range(30, 46):
        papir = sider("vedtak", e.vedtak(innhold=e.avslag(begrunnelse="Linje.\n" * antall)))
        for overskrift in ("Hjelp du kan få", "Du kan klage", "Kontakt oss", "Regler vi har brukt"):
            assert not any(re.search(f"{overskrift}( Trondheim kommune ·|$)", side) for side in papir)


def test_en_tabell_over_flere_sider_gjentar_hodet() -> None:
    rader = tuple(e.rad(f"KAR-{nr}", **e.BESVART) for nr in range(1, 60))
    papir = sider("sjekkliste-tildeling", e.sjekkliste(rader=rader))
    assert len(papir) > 2
    assert all("Sjekkpunkt" in side for side in papir)


def test_en_rad_som_er_hoeyere_enn_en_side_blir_delt() -> None:
    rader = (e.rad(**(e.BESVART | {"merknad": "linje\n" * 300})),)
    assert tekst("sjekkliste-tildeling", e.sjekkliste(rader=rader)).count("linje") == 300


def test_en_ukjent_blokk_nektes() -> None:
    @dataclass(frozen=True)
    class Bilde:
        fil: str

    ark = blokker.Ark(
        tittel="x",
        maalform="nb",
        dato=date(2026, 11, 6),
        topp=blokker.Topp(avsender="x", enhet=()),
        blokker=(Bilde("x.png"),),  # type: ignore[arg-type]
        bunntekst="x",
    )
    with pytest.raises(TypeError, match="Bilde"):
        tegner.tegn(ark)


def test_ingen_overskrift_staar_rett_foran_det_som_holdes_samlet() -> None:
    for navn, lag in LAGERE.values():
        innhold = bygg(navn, lag("nb")).blokker
        par = pairwise(innhold)
        assert not any(isinstance(a, blokker.Overskrift) and isinstance(b, blokker.Sammen) for a, b in par)


@pytest.mark.parametrize("fil", ["Finnes-Ikke.ttf", "OFL.txt"])
def test_en_skrift_som_mangler_eller_er_skadet_er_en_driftsfeil(fil: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(skrift._FILER, "Proeve", (fil,))
    with pytest.raises(Driftsfeil) as feil:
        skrift.skrivbar("a", "Proeve")
    assert fil in feil.value.hva


def test_sideskift_og_skrivelinjer_tegnes() -> None:
    ark = bygg("vedtak", e.vedtak())
    to = replace(ark, blokker=(blokker.Avsnitt("en"), blokker.Sideskift(), blokker.Skrivelinjer(2)))
    assert len(les(tegner.tegn(to)).pages) == 2
