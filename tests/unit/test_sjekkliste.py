"""A checklist file is read strictly: everything it can have wrong is refused with file and key."""

import tomllib
from typing import Any

import pytest

from boligtildeling.domain.beregnet import BEREGNEDE
from boligtildeling.domain.kjennetegn import KJENNETEGN
from boligtildeling.domain.sjekkliste import Sjekklistefeil, les_sjekkliste
from boligtildeling.exchange.ressurser import Sjekklister

HODE = """
[liste]
navn = "soeknadsbehandling"
versjon = "2026-1"
gyldig_fra = 2026-01-01
tittel = "Sjekkliste"
tittel_nn = "Sjekkliste"
"""
FELT: dict[str, str] = {
    "kode": '"KAR-1"',
    "steg": '"kartlegging"',
    "tekst": '"Behovet er vurdert."',
    "tekst_nn": '"Behovet er vurdert."',
    "kort": '"Vurder"',
    "kort_nn": '"Vurder"',
    "naar": '["alltid"]',
    "porter": '["vedtak"]',
    "dokumentasjon": '"samtale"',
    "nei_oppfyller": "true",
    "unntak": "false",
    "beregnet": "false",
    "kan_utsettes": "false",
    "hasteloep": "true",
    "hjemmel": "[]",
    "kilde": '"K"',
    "hjelp": '"Snakk med søker."',
}


def punkt(uten: str = "", **felt: str) -> str:
    verdier = {k: v for k, v in (FELT | felt).items() if k != uten}
    return "\n[[punkt]]\n" + "\n".join(f"{k} = {v}" for k, v in verdier.items()) + "\n"


def les(tekst: str, beregnede: tuple[str, ...] = (), **andre: str) -> Any:
    return les_sjekkliste({"a.toml": tekst} | {f"{k}.toml": v for k, v in andre.items()}, ("alltid", "barn"), beregnede)


def feil(tekst: str, beregnede: tuple[str, ...] = (), **andre: str) -> Sjekklistefeil:
    with pytest.raises(Sjekklistefeil) as funn:
        les(tekst, beregnede, **andre)
    return funn.value


def test_en_hel_liste_leses() -> None:
    liste = les(HODE + punkt() + punkt(kode='"KAR-2"', naar='["alltid", "barn"]'))
    assert liste.versjon == "2026-1"
    assert [p.kode for p in liste.punkter] == ["KAR-1", "KAR-2"]
    assert liste.finn("KAR-2").naar == ("alltid", "barn")
    assert liste.finn("KAR-3") is None


def test_listene_kommer_i_den_rekkefoelgen_de_brukes() -> None:
    noekkel = HODE.replace("soeknadsbehandling", "noekkelutlevering") + punkt(kode='"NOE-1"')
    assert [ls.navn for ls in les(noekkel, b=HODE + punkt()).lister] == ["soeknadsbehandling", "noekkelutlevering"]


@pytest.mark.parametrize("felt", FELT)
def test_hvert_felt_maa_staa(felt: str) -> None:
    funn = feil(HODE + punkt(uten=felt))
    assert funn.fil == "a.toml"
    assert funn.noekkel.endswith(f".{felt}")
    assert funn.hva == "mangler."


@pytest.mark.parametrize("felt", FELT)
def test_hvert_felt_maa_ha_riktig_slags_verdi(felt: str) -> None:
    funn = feil(HODE + punkt(**{felt: "17"}))
    assert funn.noekkel.endswith(f".{felt}")
    assert funn.hva == "har feil slags verdi."


@pytest.mark.parametrize("felt", ["navn", "versjon", "gyldig_fra", "tittel", "tittel_nn"])
def test_hodet_maa_vaere_helt(felt: str) -> None:
    hode = "\n".join(linje for linje in HODE.splitlines() if not linje.startswith(f"{felt} ="))
    assert feil(hode + punkt()).noekkel == f"liste.{felt}"


@pytest.mark.parametrize(
    ("tekst", "noekkel", "hva"),
    [
        (HODE + punkt(naar='["fullmaane"]'), "punkt[0] (KAR-1).naar", "«fullmaane» er ukjent."),
        (HODE + punkt(porter='["X"]'), "punkt[0] (KAR-1).porter", "«X» er ukjent."),
        (HODE + punkt(steg='"hage"'), "punkt[0] (KAR-1).steg", "«hage» er ukjent."),
        (HODE + punkt(farge='"roed"'), "punkt[0] (KAR-1).farge", "feltet er ukjent."),
        (HODE + 'farge = "roed"\n' + punkt(), "liste.farge", "feltet er ukjent."),
        ("farge = 1\n" + HODE + punkt(), "farge", "feltet er ukjent."),
        (punkt(), "liste", "mangler."),
        (HODE + punkt() + punkt(), "KAR-1", "koden står to ganger."),
        (HODE + punkt(beregnet="true"), "punkt[0] (KAR-1).beregnet", "stemmer ikke med det programmet kan regne ut."),
        ("punkt = 3\n" + HODE, "punkt", "har feil slags verdi."),
        ("punkt = [3]\n" + HODE, "punkt[0]", "har feil slags verdi."),
    ],
)
def test_det_som_er_galt_sies_med_fil_og_noekkel(tekst: str, noekkel: str, hva: str) -> None:
    funn = feil(tekst)
    assert (funn.fil, funn.noekkel, funn.hva) == ("a.toml", noekkel, hva)
    assert str(funn) == f"a.toml: {noekkel}: {hva}"


def test_samme_kode_i_to_filer_sies_om_den_siste() -> None:
    funn = feil(HODE + punkt(), b=HODE.replace("soeknadsbehandling", "tildeling") + punkt())
    assert (funn.fil, funn.noekkel) == ("b.toml", "KAR-1")


def test_skrivefeil_sies_med_linje() -> None:
    funn = feil(HODE + "\n[[punkt]\n")
    assert funn.fil == "a.toml"
    assert "line 9" in funn.hva


def test_et_beregnet_punkt_maa_merkes_og_kan_ikke_tas_bort() -> None:
    assert feil(HODE + punkt(), ("KAR-1",)).noekkel == "punkt[0] (KAR-1).beregnet"
    assert feil(HODE + punkt(), ("NOE-1",)).noekkel == "NOE-1"
    les(HODE + punkt(beregnet="true"), ("KAR-1",))


def test_lister_fra_ulike_utgaver_blandes_ikke() -> None:
    annen = HODE.replace("2026-1", "2027-1") + punkt(kode='"KAR-2"')
    assert feil(HODE + punkt(), b=annen).noekkel == "liste.versjon"


def test_uten_filer_er_det_ingen_liste() -> None:
    with pytest.raises(Sjekklistefeil, match="ingen"):
        les_sjekkliste({}, (), ())


def test_listene_som_foelger_med_kan_leses_og_er_like_naar_de_leses_igjen() -> None:
    lister = Sjekklister()
    versjon, tekster = lister.gjeldende()
    lest = lister.les(tekster)
    assert lest.versjon == versjon
    assert lest is lister.les(dict(tekster))
    assert lest == les_sjekkliste(tekster, KJENNETEGN, BEREGNEDE)
    assert len(lest.punkter) == sum(len(tomllib.loads(t)["punkt"]) for t in tekster.values()) == 52
