"""What the letter files may and may not hold, and what a missing setting does."""

from typing import Any

import pytest

from boligtildeling.documents import tekster
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.documents.tekster import Brevtekst, sjekk
from boligtildeling.domain.feil import Driftsfeil, Sperret
from tests.documents import eksempler as e

ALLE_KLAUSULER = {"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"}


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_leieavtalen_har_alle_klausulene(maalform: str) -> None:
    assert Dokumenter().klausuler(maalform) == ALLE_KLAUSULER


@pytest.mark.parametrize("tekst", ["", "   "])
def test_en_klausul_uten_tekst_er_borte(tekst: str, monkeypatch: pytest.MonkeyPatch) -> None:
    hele = tekster.les_tekster("leieavtale", "nb")
    uten = {**hele, "klausul_unntak": tekst}
    monkeypatch.setattr("boligtildeling.documents.maker.les_tekster", lambda *_: uten)
    assert Dokumenter().klausuler("nb") == ALLE_KLAUSULER - {"unntak"}


@pytest.mark.parametrize(
    ("data", "sagt"),
    [
        (
            {"tekst": {"hei": "Hei {navnn}."}, "felt": {"krever": ["navn"]}},
            ("x.toml, hei", "{navnn} er ukjent"),
        ),
        ({"tekst": {"hei": "Hei {navn."}, "felt": {"krever": ["navn"]}}, ("x.toml, hei", "klammer")),
        ({"tekst": {"hei": 3}, "felt": {"krever": []}}, ("x.toml, hei", "ikke en tekst")),
        ({"tekst": {"hei": "Hei."}}, ("x.toml", "[felt]")),
        ({"felt": {"krever": []}}, ("x.toml", "[tekst]")),
    ],
)
def test_en_brevfil_som_ikke_kan_brukes_sier_fil_og_noekkel(data: dict[str, Any], sagt: tuple[str, str]) -> None:
    with pytest.raises(Driftsfeil) as feil:
        sjekk("x.toml", data)
    assert all(bit in feil.value.hva for bit in sagt)


def test_en_brevfil_som_mangler_er_en_driftsfeil() -> None:
    with pytest.raises(Driftsfeil, match=r"finnes-ikke\.nb\.toml"):
        tekster.les_tekster("finnes-ikke", "nb")


def test_en_tekst_som_mangler_sier_fil_og_noekkel() -> None:
    with pytest.raises(Driftsfeil, match=r"vedtak\.nb\.toml, finnes_ikke: mangler"):
        Brevtekst("vedtak", "nb", {})("finnes_ikke")


def test_et_felt_dokumentet_ikke_har_sier_fil_og_noekkel() -> None:
    with pytest.raises(Driftsfeil, match=r"vedtak\.nb\.toml, klage_b: \{klageinstans_b\} er ukjent"):
        Brevtekst("vedtak", "nb", {})("klage_b")


@pytest.mark.parametrize(
    ("navn", "visning", "innstilling"),
    [
        ("vedtak", e.vedtak(klageinstans_a=None), "Klageinstans for boligsosial bistand (A)"),
        ("vedtak", e.vedtak(klageinstans_b=None), "Klageinstans for kommunal bolig (B)"),
        ("vedtak", e.med_hode(e.vedtak(), enhet_adresse=None), "Enhetens postadresse"),
        ("vedtak", e.med_hode(e.vedtak(), enhet_telefon=None), "Enhetens telefon"),
        ("leieavtale", e.leieavtale(kontonummer=None), "Kontonummer for husleie"),
    ],
)
def test_en_innstilling_som_mangler_nektes_med_navn(navn: str, visning: Any, innstilling: str) -> None:
    with pytest.raises(Sperret) as nektet:
        Dokumenter().lag(navn, visning)
    (sperre,) = nektet.value.sperrer
    assert (sperre.kode, sperre.loeses_av) == ("STEG", "teamleder")
    assert f"«{innstilling}» må fylles ut" in sperre.grunn


@pytest.mark.parametrize(
    ("navn", "visning"), [("boligsjekkliste", e.boligsjekkliste()), ("leieavtale", e.leieavtale())]
)
def test_et_dokument_som_ikke_trenger_innstillingen_lages_uten(navn: str, visning: Any) -> None:
    assert Dokumenter().lag(navn, e.med_hode(visning, enhet_adresse=None, enhet_telefon=None))
