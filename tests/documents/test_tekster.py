"""What the letter files may and may not hold, the kommune's own laid over ours, and what a missing setting does."""

from pathlib import Path
from typing import Any

import pytest

from boligtildeling.documents.maker import Dokumenter
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde, les_tekster, sjekk
from boligtildeling.domain.feil import Driftsfeil, Sperret
from tests.documents import eksempler as e
from tests.documents.papir import egne_tekster, tekst

ALLE_KLAUSULER = {"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"}


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_leieavtalen_har_alle_klausulene(maalform: str) -> None:
    assert Dokumenter().klausuler(maalform) == ALLE_KLAUSULER


@pytest.mark.parametrize("skrevet", ["", "   "])
def test_en_klausul_uten_tekst_er_borte(skrevet: str, tmp_path: Path) -> None:
    egne = egne_tekster(tmp_path, "leieavtale", klausul_unntak=skrevet)
    assert Dokumenter(egne).klausuler("nb") == ALLE_KLAUSULER - {"unntak"}
    assert Dokumenter(egne).klausuler("nn") == ALLE_KLAUSULER


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
        les_tekster("finnes-ikke", "nb")


def test_en_tekst_som_mangler_sier_fil_og_noekkel() -> None:
    with pytest.raises(Driftsfeil, match=r"vedtak\.nb\.toml, finnes_ikke: mangler"):
        Brevtekst(VAARE, "vedtak", e.hode(), {})("finnes_ikke")


def test_et_felt_dokumentet_ikke_har_sier_fil_og_noekkel() -> None:
    with pytest.raises(Driftsfeil, match=r"vedtak\.nb\.toml, klage_b: \{klageinstans_b\} er ukjent"):
        Brevtekst(VAARE, "vedtak", e.hode(), {})("klage_b")


def test_kommunens_egen_tekst_staar_i_stedet_for_vaar(tmp_path: Path) -> None:
    egne = egne_tekster(tmp_path, "vedtak", b_innvilget_ny="Du får leie av {kommune}.")
    hele = tekst("vedtak", e.vedtak(), egne)
    assert "Du får leie av Trondheim kommune." in hele
    assert "Du får leie en kommunal bolig." not in hele
    assert "Du får leie en kommunal bolig." in tekst("vedtak", e.vedtak())
    assert "Du får leige ein kommunal bustad." in tekst("vedtak", e.vedtak("nn"), egne)


def test_egen_tekst_i_fellesfilen_gjelder_alle_brev(tmp_path: Path) -> None:
    egne = egne_tekster(tmp_path, "felles", hilsen="Hilsen oss")
    assert "Hilsen oss" in tekst("vedtak", e.vedtak(), egne)


def test_en_endret_fil_gjelder_med_en_gang(tmp_path: Path) -> None:
    dokumenter = Dokumenter(egne_tekster(tmp_path, "leieavtale", klausul_unntak=""))
    assert "unntak" not in dokumenter.klausuler("nb")
    egne_tekster(tmp_path, "leieavtale", klausul_unntak="Følgende unntak fra husleieloven er avtalt:")
    assert dokumenter.klausuler("nb") == ALLE_KLAUSULER
    (tmp_path / "leieavtale.nb.toml").unlink()
    assert dokumenter.klausuler("nb") == ALLE_KLAUSULER


@pytest.mark.parametrize(
    ("innhold", "noekkel", "sagt"),
    [
        ("[tekst]\nhilsenn = 'Hei'\n", "hilsenn", "nøkkelen er ukjent"),
        ("[tekst]\nb_overskrift = 3\n", "b_overskrift", "er ikke en tekst"),
        ("[tekst]\nb_overskrift = 'Del B {fnr}'\n", "b_overskrift", "{fnr} er ukjent her"),
        ("[tekst]\nb_overskrift = 'Del B {restanse}'\n", "b_overskrift", "{restanse} er ukjent her"),
        ("[tekst]\nb_overskrift = 'Del B {'\n", "b_overskrift", "klammer"),
        ("[tekst]\nb_overskrift = '<b>Del B</b>'\n", "b_overskrift", "oppmerking"),
        ("[tekst]\nb_overskrift = 'Du må ha AvtaleGiro'\n", "b_overskrift", "skal ikke stå i et brev"),
        ("[tekst]\nb_overskrift = 'Etter § 11-2'\n", "b_overskrift", "skal ikke stå i et brev"),
        ("[tekst]\nb_overskrift = 'Vi tar gebyr'\n", "b_overskrift", "skal ikke stå i et brev"),
        ("[tekst\n", "", "kan ikke leses"),
        ("b_overskrift = 'Del B'\n", "", "[tekst] mangler"),
        ("[tekst]\n[tekster]\n", "tekster", "delen er ukjent"),
    ],
)
def test_en_egen_tekst_som_ikke_kan_brukes_nektes_med_fil_og_noekkel_og_vaar_staar(
    tmp_path: Path, innhold: str, noekkel: str, sagt: str
) -> None:
    (tmp_path / "vedtak.nb.toml").write_text(innhold, encoding="utf-8")
    (feil,) = Tekstkilde(tmp_path).feil("vedtak", "nb")
    assert (feil.fil, feil.noekkel) == ("vedtak.nb.toml", noekkel)
    assert sagt in feil.hva
    (advarsel,) = Dokumenter(tmp_path).advarsler("vedtak", "nb")
    assert "vedtak.nb.toml" in advarsel
    assert noekkel in advarsel
    assert tekst("vedtak", e.vedtak(), tmp_path) == tekst("vedtak", e.vedtak())


def test_bytes_som_ikke_er_utf_8_er_en_feil_i_filen(tmp_path: Path) -> None:
    (tmp_path / "felles.nb.toml").write_bytes(b"[tekst]\nhilsen = '\xe5'\n")
    (feil,) = Tekstkilde(tmp_path).feil("vedtak", "nb")
    assert (feil.fil, feil.noekkel) == ("felles.nb.toml", "")


def test_en_gal_tekst_stanser_ikke_de_andre_i_filen(tmp_path: Path) -> None:
    egne = egne_tekster(tmp_path, "vedtak", b_overskrift="Del B {fnr}", a_overskrift="Del A: Hjelp")
    hele = tekst("vedtak", e.vedtak(), egne)
    assert "Del A: Hjelp" in hele
    assert "Del B: Kommunal bolig" in hele


def test_vaar_tekst_kan_ses_ved_siden_av_kommunens(tmp_path: Path) -> None:
    egne_tekster(tmp_path, "vedtak", b_overskrift="Del B {fnr}", a_overskrift="Del A: Hjelp")
    rader = {r.noekkel: r for r in Dokumenter(tmp_path).brevtekster()["vedtak.nb.toml"]}
    assert set(rader) == set(les_tekster("vedtak", "nb"))
    a, b, hilsen = rader["a_overskrift"], rader["b_overskrift"], rader["b_avslag"]
    assert (a.vaar, a.egen, a.feil) == ("Del A: Boligsosial bistand", "Del A: Hjelp", None)
    assert (b.egen, b.feil) == ("Del B {fnr}", "{fnr} er ukjent her")
    assert (hilsen.egen, hilsen.feil) == (None, None)


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
