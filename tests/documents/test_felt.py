"""Boxes that can be ticked on the screen: on an empty form, and nowhere else."""

from functools import partial
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest
from pikepdf import Name

from boligtildeling.documents import blokker as b
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.tegner import tegn
from tests.documents import eksempler as e
from tests.documents import eksempler_avtaler as a
from tests.documents.alle_blokker import ark

TOMME_ARK = {
    "sjekkliste-soeknadsbehandling": e.tom_sjekkliste,
    "boligsjekkliste": e.tom_boligsjekkliste,
    "godkjenningsark": a.tomt_godkjenningsark,
    "samtykke-deling": partial(a.tomt_samtykke, "deling"),
}
FYLTE_ARK = {
    "sjekkliste-soeknadsbehandling": e.sjekkliste,
    "boligsjekkliste": e.boligsjekkliste,
    "godkjenningsark": a.godkjenningsark,
    "samtykke-deling": partial(a.samtykke, "deling"),
}
TOMME = [pytest.param(navn, lag(m), id=f"{navn}-{m}") for navn, lag in TOMME_ARK.items() for m in ("nb", "nn")]
FYLTE = [pytest.param(navn, lag(m), id=f"{navn}-{m}") for navn, lag in FYLTE_ARK.items() for m in ("nb", "nn")]


def aapne(papir: b.Ark) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(tegn(papir)))


def felt_i(pdf: pikepdf.Pdf) -> list[Any]:
    return [felt for side in pdf.pages for felt in side.get("/Annots", [])]


def navnene(papir: b.Ark) -> list[str]:
    with aapne(papir) as pdf:
        return [str(felt.TU) for felt in felt_i(pdf)]


def antall_tomme(blokker: tuple[b.Blokk, ...]) -> int:
    antall = 0
    for blokk in blokker:
        if isinstance(blokk, b.Tabell):
            antall += sum(isinstance(celle, b.Rute) and celle.form == "tom" for rad in blokk.rader for celle in rad)
        elif isinstance(blokk, b.Avkryssing):
            antall += sum(form == "tom" for form, _ in blokk.linjer)
        elif isinstance(blokk, b.Sammen):
            antall += antall_tomme(blokk.blokker)
    return antall


@pytest.mark.parametrize(("navn", "visning"), TOMME)
def test_hver_rute_paa_et_tomt_skjema_kan_krysses_av(navn: str, visning: Any) -> None:
    papir = bygg(navn, visning)
    pdf = aapne(papir)
    felt = felt_i(pdf)
    assert len(felt) == antall_tomme(papir.blokker) > 0
    assert [f.objgen for f in pdf.Root.AcroForm.Fields] == [f.objgen for f in felt]
    assert len({str(f.T) for f in felt}) == len(felt)
    assert all(str(f.TU).strip() for f in felt)
    assert {int(f.F) for f in felt} == {4}


@pytest.mark.parametrize(("navn", "visning"), FYLTE)
def test_et_fylt_dokument_har_ingen_felt(navn: str, visning: Any) -> None:
    pdf = aapne(bygg(navn, visning))
    assert felt_i(pdf) == []
    assert "/AcroForm" not in pdf.Root


def test_et_felt_sier_hva_det_gjelder() -> None:
    kolonner = (b.Kolonne("Del", 0.5), b.Kolonne("I orden", 0.5))
    papir = ark(
        b.Tabell(kolonner, (("Gulv", b.Rute()), ("Tak", b.Rute(navn="Taket er helt")))),
        b.Avkryssing((("tom", "Røykvarsleren virker"),)),
        utfyllbar=True,
    )
    assert navnene(papir) == ["Gulv: I orden", "Taket er helt", "Røykvarsleren virker"]


def test_en_rute_med_status_er_aldri_et_felt() -> None:
    papir = ark(b.Avkryssing((("oppfylt", "a"), ("utsatt", "b"), ("tom", "c"))), utfyllbar=True)
    assert navnene(papir) == ["c"]


@pytest.mark.parametrize(("navn", "visning"), TOMME)
def test_et_skjema_som_er_krysset_av_paa_skjermen_er_fortsatt_gyldig(navn: str, visning: Any) -> None:
    pdf = aapne(bygg(navn, visning))
    for felt in felt_i(pdf)[::2]:
        felt.V = felt.AS = Name.Ja
    ut = BytesIO()
    pdf.save(ut)
    for profil in ("2a", "ua1"):
        funn = page.validate_pdf_bytes(ut.getvalue(), profile=profil).failures
        assert [x.rule_id for x in funn if not x.rule_id.endswith("STREAM-LENGTH-001")] == []


def test_krysset_er_streker_og_trenger_ingen_skrift() -> None:
    pdf = aapne(ark(b.Avkryssing((("tom", "a"),)), utfyllbar=True))
    (felt,) = felt_i(pdf)
    utseender = felt.AP.N
    assert set(utseender.keys()) == {"/Off", "/Ja"}
    assert len(utseender.Ja.read_bytes()) > len(utseender.Off.read_bytes())
    assert all(len(u.Resources) == 0 for u in (utseender.Ja, utseender.Off))
