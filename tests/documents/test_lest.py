"""What is heard when a paper is read aloud: through the tags, every word, in order, in its language."""

import re
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path
from shutil import which
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from boligtildeling.documents import blokker as b
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.struktur import Element
from boligtildeling.documents.tegner import tegn
from tests.documents.alle import LAGERE
from tests.documents.alle_blokker import ARABISK, SPRAAK, alt_paa_ett_ark, ark, logofil
from tests.documents.ekstremer import ekstremt
from tests.documents.kildetekst import kildetekst, ren
from tests.documents.lesetre import Lesetre

ALLE = [(slag, maalform) for slag in LAGERE for maalform in ("nb", "nn")]
ALT = [pytest.param(a, id=f"{m}-{u}") for (m, u), a in alt_paa_ett_ark().items()]
_FRA_HOEYRE = re.compile("[\u0590-\u08ff]")
_SITAT = re.compile(r'^ *"(.*)"$', re.MULTILINE)


@cache
def trykt(slag: str, maalform: str) -> tuple[b.Ark, bytes]:
    """The paper and its PDF, drawn once for all tests that look at it."""
    navn, lag = LAGERE[slag]
    papir = bygg(navn, lag(maalform))
    return papir, tegn(papir)


def tre(*blokker: b.Blokk, **felt: Any) -> Lesetre:
    return Lesetre(tegn(ark(*blokker, **felt)))


@pytest.mark.parametrize(("slag", "maalform"), ALLE)
def test_det_som_leses_er_det_som_staar_i_blokkene(slag: str, maalform: str) -> None:
    papir, pdf = trykt(slag, maalform)
    assert Lesetre(pdf).lest() == kildetekst(papir)


@pytest.mark.parametrize("papir", ALT)
def test_alle_blokker_leses_ogsaa_med_rare_tekster(papir: b.Ark) -> None:
    assert Lesetre(tegn(papir)).lest() == kildetekst(papir)
    rart = ekstremt(papir)
    assert Lesetre(tegn(rart)).lest() == kildetekst(rart)


@pytest.mark.parametrize(("slag", "maalform"), ALLE)
def test_poppler_leser_det_samme(slag: str, maalform: str, tmp_path: Path) -> None:
    """Poppler turns text from the right about once more: of that, only that every letter is there is compared."""
    if which("pdfinfo") is None:
        pytest.skip("poppler is not installed here")
    papir, pdf = trykt(slag, maalform)
    (tmp_path / "papir.pdf").write_bytes(pdf)
    lest = subprocess.run(["pdfinfo", "-struct-text", tmp_path / "papir.pdf"], capture_output=True, check=True).stdout
    hoert = "".join("".join(_SITAT.findall(lest.decode())).replace("\\", "").split())
    skrevet = "".join("".join(kildetekst(papir, skrevet=True)).split())
    if _FRA_HOEYRE.search(skrevet):
        hoert, skrevet = ("".join(sorted(tekst)) for tekst in (hoert, skrevet))
    assert hoert == skrevet


@pytest.mark.parametrize(("slag", "maalform"), ALLE)
def test_hvert_merke_har_sin_vei_tilbake_til_elementet_det_tilhoerer(slag: str, maalform: str) -> None:
    _sjekk_foreldretreet(Lesetre(trykt(slag, maalform)[1]))


@pytest.mark.parametrize("papir", ALT)
def test_veien_tilbake_stemmer_for_alle_blokker_og_felt(papir: b.Ark) -> None:
    _sjekk_foreldretreet(Lesetre(tegn(ekstremt(papir))))


def _sjekk_foreldretreet(lest: Lesetre) -> None:
    rot = lest.pdf.Root.StructTreeRoot
    tall = list(rot.ParentTree.Nums)
    veier = dict(zip(map(int, tall[::2]), tall[1::2], strict=True))
    assert list(veier) == list(range(int(rot.ParentTreeNextKey)))
    for objekt, side, merke in lest.merker_i_treet():
        assert veier[side][merke].objgen == objekt.objgen
    antall = [len(merker) for merker in lest.merket]
    assert [len(veier[int(side.StructParents)]) for side in lest.pdf.pages] == antall
    assert len(lest.merker_i_treet()) == sum(antall)
    felt = [felt for side in lest.pdf.pages for felt in side.get("/Annots", [])]
    for objekt in felt:
        forelder = veier[int(objekt.StructParent)]
        assert Name.Form == forelder.S
        assert forelder.K.Obj.objgen == objekt.objgen
    assert len(veier) == len(lest.pdf.pages) + len(felt)


def test_ord_ved_linjeslutt_leses_hver_for_seg() -> None:
    tekst = "trenger hjelp til å søke om bostøtte og startlån " * 20
    lest = tre(b.Avsnitt(tekst))
    assert ren(tekst) in lest.lest()
    assert ren("".join(lest.merket[0].values())).endswith(ren(tekst))


def test_myk_bindestrek_deler_ordet_paa_arket_men_ikke_naar_det_leses() -> None:
    tekst = "x" * 60 + " boligsosial\u00adhandlingsplan " + "bolig\u00adsosial"
    lest = tre(b.Avsnitt(tekst * 4))
    merket = "".join(lest.merket[0].values())
    assert "\u00ad" in merket
    assert "boligsosial-" not in merket
    assert ren(tekst * 4) in lest.lest()


def test_et_fast_mellomrom_leses_som_det_er() -> None:
    (tekst,) = [t for t in tre(b.Avsnitt("54\u00a0m² og § 5")).merket[0].values() if "m²" in t]
    assert tekst == "54\u00a0m² og §\u00a05"


@pytest.mark.parametrize(
    ("spraak", "kode"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en"), ("ar", "ar"), ("ti", "ti")]
)
def test_arket_sier_hvilket_spraak_det_er_paa(spraak: str, kode: str) -> None:
    assert str(tre(b.Avsnitt("a"), maalform=spraak).pdf.Root.Lang) == kode


@pytest.mark.parametrize("spraak", SPRAAK)
def test_blokker_paa_et_annet_spraak_sier_det(spraak: b.Spraak) -> None:
    lest = tre(b.Avsnitt("På norsk."), b.PaaSpraak(spraak, (b.Avsnitt(SPRAAK[spraak]),)))
    assert {(ren(node.tekst), node.spraak) for node in lest.rot.alle("P")} >= {
        ("På norsk.", "nb-NO"),
        (SPRAAK[spraak], f"{spraak}-NO" if spraak in {"nb", "nn"} else spraak),
    }


def test_en_passasje_paa_et_annet_spraak_sier_det() -> None:
    passasje = b.Passasje("housing allowance", "en")
    lest = tre(b.Avsnitt("Kalt housing allowance her,\nog housing allowance der.", passasjer=(passasje,)))
    assert [(n.tekst, n.spraak) for n in lest.rot.alle("Span")] == [("housing allowance", "en")] * 2
    assert "Kalt housing allowance her," in lest.lest()


def test_en_passasje_som_ikke_staar_i_avsnittet_nektes() -> None:
    with pytest.raises(ValueError, match="passage"):
        tegn(ark(b.Avsnitt("Noe annet.", passasjer=(b.Passasje("annet", "en"), b.Passasje("housing", "en")))))


def test_et_ukjent_spraak_nektes() -> None:
    with pytest.raises(ValueError, match="language: sv"):
        tegn(ark(b.Avsnitt("a"), maalform="sv"))
    with pytest.raises(ValueError, match="no words in pl"):
        tegn(ark(b.PaaSpraak("pl", (b.Skrivelinjer(1),))))


def test_arabisk_leses_i_den_rekkefoelgen_det_er_skrevet() -> None:
    lest = tre(b.PaaSpraak("ar", (b.Avsnitt(ARABISK * 3),)))
    assert ren(ARABISK * 3) in lest.lest()
    assert all(node.leses for node in lest.rot.alle("Span"))


def test_et_arabisk_navn_i_norsk_tekst_leses_riktig() -> None:
    tekst = "Vi snakket med محمد عبد الله (fullmektig) og med Ola 3. mai."
    assert tekst in tre(b.Avsnitt(tekst)).lest()


def test_overskriftene_er_nivaaer_og_bokmerker() -> None:
    lest = tre(b.Overskrift("En", 1), b.Overskrift("To"), b.Overskrift("Tre", 3), b.Overskrift("To igjen"))
    assert [(n.slag, n.tekst) for n in lest.rot.alle("H1", "H2", "H3")] == [
        *(("H1", "En"), ("H2", "To"), ("H3", "Tre"), ("H2", "To igjen"))
    ]
    with lest.pdf.open_outline() as bokmerker:
        (en,) = bokmerker.root
        assert [(m.title, [u.title for u in m.children]) for m in en.children] == [("To", ["Tre"]), ("To igjen", [])]


@pytest.mark.parametrize(
    "nivaaer", [(2,), (1, 3), (1, 2, 1), (1, 1), (3,)], ids=["uten tittel", "hopp", "to titler", "to like", "bare tre"]
)
def test_overskrifter_i_urekkefoelge_nektes(nivaaer: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="headings out of order"):
        tegn(ark(*(b.Overskrift("x", nivaa) for nivaa in nivaaer)))


def test_et_element_kan_ikke_staa_hvor_som_helst() -> None:
    with pytest.raises(ValueError, match="TD may not stand in P"):
        Element("P").ny("TD")
    with pytest.raises(ValueError, match="Banner"):
        Element("Document").ny("Banner")


@pytest.mark.parametrize(("slag", "maalform"), ALLE)
def test_overskriftene_paa_hvert_papir_kommer_i_rekkefoelge(slag: str, maalform: str) -> None:
    nivaaer = [int(node.slag[1]) for node in Lesetre(trykt(slag, maalform)[1]).rot.alle("H1", "H2", "H3")]
    assert nivaaer[0] == 1
    assert nivaaer.count(1) == 1
    assert all(neste <= nivaa + 1 for nivaa, neste in pairwise(nivaaer))


def test_en_tabell_har_hoder_som_gjelder_kolonnen() -> None:
    kolonner = (b.Kolonne("Navn", 0.5), b.Kolonne("Beløp", 0.4), b.Kolonne("", 0.1, leses="Betalt"))
    lest = tre(b.Tabell(kolonner, (("Åse", "100", b.Rute("oppfylt")), ("Ola", "", b.Rute("mangler")))))
    hoder = list(lest.rot.alle("TH"))
    assert [(h.tekst, str(h.egenskaper["/Scope"])) for h in hoder] == [
        *(("Navn", "/Column"), ("Beløp", "/Column"), ("Betalt", "/Column"))
    ]
    assert [[td.tekst for td in rad.alle("TD")] for rad in lest.rot.alle("TR")] == [
        *([], ["Åse", "100", "Oppfylt"], ["Ola", "", "Mangler"])
    ]


def test_hodet_som_gjentas_paa_neste_side_leses_bare_en_gang() -> None:
    lest = tre(b.Tabell((b.Kolonne("Nummer", 1),), tuple((str(nr),) for nr in range(150))))
    assert len(lest.pdf.pages) > 2
    assert len(list(lest.rot.alle("THead"))) == 1
    assert lest.lest().count("Nummer") == 1
    assert [td.tekst for td in lest.rot.alle("TD")] == [str(nr) for nr in range(150)]


def test_en_rad_over_flere_sider_er_fortsatt_en_celle() -> None:
    lest = tre(b.Tabell((b.Kolonne("Merknad", 1),), (("ord " * 6_000,),)))
    assert len(lest.pdf.pages) > 3
    (celle,) = lest.rot.alle("TD")
    assert ren(celle.tekst) == ren("ord " * 6_000)


def test_rutene_sier_status_og_om_de_er_krysset_av() -> None:
    linjer = (("tom", "Røykvarsler"), ("oppfylt", "Nøkler"), ("unntak", "Strøm"))
    lest = tre(b.Avkryssing(linjer))  # type: ignore[arg-type]
    assert [(n.tekst, str(n.egenskaper["/checked"])) for n in lest.rot.alle("Form")] == [
        *(("Ikke krysset av", "/off"), ("Oppfylt", "/on"), ("Unntak", "/neutral"))
    ]


def test_en_tegnforklaring_leses_ikke_to_ganger() -> None:
    assert tre(b.Avkryssing((("oppfylt", "Oppfylt"),), paa_rad=True)).lest()[-1:] == ["Oppfylt"]


def test_den_som_skal_signere_leses_foer_den_tomme_linja() -> None:
    lest = tre(b.Signaturer((b.Signatur("Leier: Åse", "6. mai 2026"), b.Signatur("Utleier")), "Dato"))
    assert lest.lest()[2:] == [
        *("Leier: Åse", "Tom linje", "Dato", "6. mai 2026"),
        *("Utleier", "Tom linje", "Dato", "Tom linje"),
    ]


def test_logoen_har_en_beskrivelse() -> None:
    topp = b.Topp(avsender="x", enhet=(), logo=b.Logo(logofil(), " Logoen til kommunen "))
    (figur,) = tre(b.Avsnitt("a"), topp=topp).rot.alle("Figure")
    assert figur.beskrivelse == "Logoen til kommunen"
    assert len(figur.egenskaper["/BBox"]) == 4


def test_sidetall_bunn_og_vannmerke_leses_ikke() -> None:
    lest = tre(b.Overskrift("T", 1), bunntekst="Bunnen", vannmerker=("PRØVE",))
    assert not {"Bunnen", "PRØVE", "Side 1 av 1"} & set(lest.lest())
    (side,) = lest.pdf.pages
    merker = [ledd.operands for ledd in pikepdf.parse_content_stream(side) if str(ledd.operator) == "BDC"]
    pynt = {str(egenskaper.get("/Subtype")) for slag, egenskaper in merker if slag == Name.Artifact}
    assert pynt == {"/Watermark", "/Footer"}


def test_vannmerket_hoeres_i_tittelen() -> None:
    lest = tre(b.Avsnitt("a"), vannmerker=("PRØVE", "UTKAST"))
    assert str(lest.pdf.docinfo["/Title"]) == "Prøve · PRØVE · UTKAST"
