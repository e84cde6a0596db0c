"""Sentences to begin with: ours, the kommune's own over them, and every fault in a file told."""

from pathlib import Path

import pytest

from boligtildeling.domain.frase import Frase, aapne_steder, legg_over
from boligtildeling.domain.klarspraak import er_bare_standardtekst, kansellispraak, lange_setninger, raad_om_spraaket
from boligtildeling.domain.soeknad import MAALFORMER, Maalform
from boligtildeling.domain.vedtak import Vedtaksinnhold, Vilkaar
from boligtildeling.domain.vilkaarsregler import kan_ikke_kreves, krever_gammel_gjeld_betalt
from boligtildeling.exchange.fraser import STOERSTE_FIL, Mappefraser
from boligtildeling.exchange.ressurser import klarspraak

VAAR = Frase(navn="Må flytte", felt="begrunnelse", tekst="Du må flytte.")


@pytest.fixture
def egne(tmp_path: Path) -> Path:
    return tmp_path


def skriv(mappe: Path, tekst: str) -> tuple[tuple[Frase, ...], tuple[str, ...]]:
    (mappe / "vedtak.nb.toml").write_text(tekst, encoding="utf-8")
    samling = Mappefraser(mappe).les("nb")
    return samling.fraser, samling.feil


def test_egne_setninger_tar_plassen_til_vaare_og_kommer_til() -> None:
    egen = Frase(navn="Må flytte", felt="begrunnelse", tekst="Leieforholdet ditt er sagt opp.")
    ny = Frase(navn="Ny", felt="bistand", tekst="Du får hjelp.")
    assert legg_over((VAAR,), (egen, ny)) == (egen, ny)
    assert legg_over((VAAR,), (Frase(navn="Må flytte", felt="begrunnelse", tekst=""),)) == ()


@pytest.mark.parametrize(
    ("tekst", "steder"),
    [("Du bor [hvor].", ((7, 13),)), ("Ingen.", ()), ("[a] og [b]", ((0, 3), (7, 10))), ("[uten slutt", ())],
)
def test_det_som_staar_i_klammer_er_aapent(tekst: str, steder: tuple[tuple[int, int], ...]) -> None:
    assert aapne_steder(tekst) == steder


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_setningene_vaare_er_klare_og_individuelle(maalform: Maalform) -> None:
    samling, raad = Mappefraser().les(maalform), klarspraak()[maalform]
    assert samling.feil == ()
    assert {frase.felt for frase in samling.fraser} == {"begrunnelse", "bistand", "vilkaar"}
    for frase in samling.fraser:
        for tekst in (frase.tekst, frase.grunn, frase.oppfylles):
            assert lange_setninger(tekst, raad.lengste_setning) == (), tekst
            assert kansellispraak(tekst, raad) == (), tekst
            assert not er_bare_standardtekst(tekst, raad), tekst
        assert aapne_steder(frase.tekst + frase.grunn), frase.navn


def test_maalformene_har_like_mange_setninger_i_samme_rekkefoelge() -> None:
    nb, nn = (Mappefraser().les(maalform).fraser for maalform in MAALFORMER)
    assert [f.felt for f in nb] == [f.felt for f in nn]
    assert [len(aapne_steder(f.tekst)) for f in nb] == [len(aapne_steder(f.tekst)) for f in nn]


def test_vilkaaret_vi_foreslaar_er_lovlig() -> None:
    for frase in Mappefraser().les("nb").fraser:
        if frase.felt == "vilkaar":
            v = Vilkaar(kode="V1", tekst=frase.tekst, grunn=frase.grunn, oppfylles=frase.oppfylles)
            assert kan_ikke_kreves(v) == ()
            assert not krever_gammel_gjeld_betalt(v)


def test_en_begrunnelse_med_klammer_faar_raad_om_det() -> None:
    innhold = Vedtaksinnhold(begrunnelse="Du bor [hvor] og må flytte.")
    (raad,) = raad_om_spraaket(innhold, klarspraak()["nb"])
    assert raad.raad == "Skriv ferdig det som står i klammer."
    assert raad.steder == ((7, 13),)


def test_kommunens_egen_fil_legges_over(egne: Path) -> None:
    fraser, feil = skriv(
        egne, '[[frase]]\nnavn = "Må flytte"\nfelt = "begrunnelse"\ntekst = "Leieforholdet er sagt opp."\n'
    )
    assert feil == ()
    assert next(f for f in fraser if f.navn == "Må flytte").tekst == "Leieforholdet er sagt opp."
    assert len(fraser) == len(Mappefraser().les("nb").fraser)


@pytest.mark.parametrize(
    ("tekst", "hva"),
    [
        ("dette er ikke TOML", "kan ikke leses"),
        ("frase = 3", "skal ha [[frase]]"),
        ('[tekst]\na = "b"', "skal ha [[frase]]"),
        ("[[frase]]\nnavn = 3", "er ikke tekst"),
        ('[[frase]]\nnavn = "A"\nfelt = "begrunnelse"', "«tekst» mangler"),
        ('[[frase]]\nnavn = " "\nfelt = "begrunnelse"\ntekst = "a"', "«navn» er tomt"),
        ('[[frase]]\nnavn = "A"\nfelt = "annet"\ntekst = "a"', "«felt» skal være"),
        ('[[frase]]\nnavn = "A"\nfelt = "bistand"\ntekst = "a"\nfarge = "b"', "«farge» er ukjent"),
        ('[[frase]]\nnavn = "A"\nfelt = "bistand"\ntekst = "a"\ngrunn = "b"', "bare til et vilkår"),
        (f'[[frase]]\nnavn = "A"\nfelt = "bistand"\ntekst = "{"a" * 2001}"', "lengre enn 2000 tegn"),
        ("#" * (STOERSTE_FIL + 1), "for stor"),
    ],
)
def test_en_feil_i_kommunens_fil_sies_med_sted_og_vaare_staar(egne: Path, tekst: str, hva: str) -> None:
    fraser, feil = skriv(egne, tekst)
    assert len(feil) == 1
    assert hva in feil[0]
    assert "vedtak.nb.toml" in feil[0]
    assert fraser == Mappefraser().les("nb").fraser


def test_en_gal_setning_tar_ikke_de_gode_med_seg(egne: Path) -> None:
    god = '[[frase]]\nnavn = "Ny"\nfelt = "bistand"\ntekst = "Du får hjelp."\n'
    fraser, feil = skriv(egne, f'{god}[[frase]]\nnavn = "A"\nfelt = "annet"\ntekst = "a"\n')
    assert fraser[-1].navn == "Ny"
    assert "setning nr. 2" in feil[0]
