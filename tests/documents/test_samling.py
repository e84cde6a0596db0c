"""Many papers in one file: nothing of what can be read aloud, found or ticked gets lost on the way."""

from io import BytesIO

import pikepdf
import pytest

from boligtildeling.documents.blokker import Ark, Overskrift, PaaSpraak
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.samling import samle
from boligtildeling.documents.tegner import tegn
from tests.documents import eksempler as e
from tests.documents import eksempler_brev as b
from tests.documents.kildetekst import kildetekst
from tests.documents.lesetre import Lesetre
from tests.ui.papir import en_tom_side

ARK = (
    bygg("vedtak", e.fullt_vedtak()),
    bygg("boligsjekkliste", e.tom_boligsjekkliste("nn")),
    bygg("foelgeark-ar", b.foelgeark("ar")),
    bygg("boligsjekkliste", e.tom_boligsjekkliste()),
)


def _overskrift(ark: Ark) -> str:
    foerste = ark.blokker[0]
    if isinstance(foerste, PaaSpraak):
        foerste = foerste.blokker[0]
    assert isinstance(foerste, Overskrift)
    return foerste.tekst


@pytest.fixture(scope="module")
def papirer() -> list[bytes]:
    return [tegn(ark) for ark in ARK]


@pytest.fixture(scope="module")
def samlet(papirer: list[bytes]) -> bytes:
    return samle(papirer, "Boligsjekkliste")


def test_samlet_leses_det_samme_som_i_hvert_papir(papirer: list[bytes], samlet: bytes) -> None:
    lest = Lesetre(samlet).lest()
    assert lest == [linje for papir in papirer for linje in Lesetre(papir).lest()]
    assert lest == [linje for ark in ARK for linje in kildetekst(ark)]


def test_hver_vei_fra_en_side_tilbake_til_treet_stemmer(samlet: bytes) -> None:
    tre = Lesetre(samlet)
    nums = list(tre.pdf.Root.StructTreeRoot.ParentTree.Nums)
    veier = {int(nr): vei for nr, vei in zip(nums[::2], nums[1::2], strict=True)}
    for node in (n for rot in tre.dokumenter for n in rot.alle()):
        for side, merke in tre.steder(node.objekt):
            assert veier[int(tre.pdf.pages[side].obj.StructParents)][merke].objgen == node.objekt.objgen
    felt = [f for side in tre.pdf.pages for f in side.get("/Annots", ())]
    assert {str(veier[int(f.StructParent)].S) for f in felt} == {"/Form"}
    assert len(veier) == len(tre.pdf.pages) + len(felt)


def test_hvert_papir_har_sitt_eget_spraak_og_sine_bokmerker(papirer: list[bytes], samlet: bytes) -> None:
    with pikepdf.open(BytesIO(samlet)) as pdf:
        assert [str(d.Lang) for d in pdf.Root.StructTreeRoot.K] == ["nb-NO", "nn-NO", "nb-NO", "nb-NO"]
        assert [str(d.S) for d in pdf.Root.StructTreeRoot.K] == ["/Document"] * len(ARK)
        with pdf.open_outline() as bokmerker:
            titler = [merke.title for merke in bokmerker.root]
    assert titler == [_overskrift(ark) for ark in ARK]


def test_rutene_kan_fortsatt_krysses_av_hver_for_seg(papirer: list[bytes], samlet: bytes) -> None:
    antall = 0
    for papir in papirer:
        with pikepdf.open(BytesIO(papir)) as pdf:
            antall += len(pdf.Root.AcroForm.Fields) if "/AcroForm" in pdf.Root else 0
    with pikepdf.open(BytesIO(samlet)) as pdf:
        felt = list(pdf.Root.AcroForm.Fields)
        assert len({str(f.T) for f in felt}) == len(felt) == antall > 0
        paa_sidene = {f.objgen for side in pdf.pages for f in side.get("/Annots", ())}
        assert {f.objgen for f in felt} == paa_sidene


def test_de_samme_papirene_gir_samme_bytes(papirer: list[bytes], samlet: bytes) -> None:
    assert samle(papirer, "Boligsjekkliste") == samlet


def test_et_papir_uten_merker_kommer_med_men_filen_lover_ikke_mer_enn_den_holder(papirer: list[bytes]) -> None:
    with pikepdf.open(BytesIO(samle([papirer[0], en_tom_side()], "Vedtak"))) as pdf:
        with pikepdf.open(BytesIO(papirer[0])) as ett:
            assert len(pdf.pages) == len(ett.pages) + 1
        assert "/StructTreeRoot" not in pdf.Root
        assert "/Metadata" not in pdf.Root
