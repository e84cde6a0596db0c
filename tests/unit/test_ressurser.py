"""What is promised of the kommune's data: the checklists, the law references and the fixed texts of the letters."""

import re
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from boligtildeling.documents.tekstkilde import SKAL_ALDRI_STAA

RESSURSER = Path(__file__).parents[2] / "resources"
SJEKKLISTER = ("soeknadsbehandling", "tildeling", "noekkelutlevering")
BREV = sorted({fil.name.partition(".")[0] for fil in (RESSURSER / "letters").glob("*.nb.toml")})
FLEST_ORD = 25


def koder(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


# Fagdokumentet § 2: code, gates, whether a no fulfils it, whether a leader may set it aside.
FASIT = """
SOE-1 vedtak,sending nei nei
KAR-1 vedtak ja nei
KAR-2 V ja ja
KAR-3 V nei nei
KAR-4 vedtak nei ja
KAR-5 vedtak nei nei
KAR-6 vedtak ja nei
KAR-7 V ja ja
KAR-8 vedtak nei nei
KAR-9 vedtak nei nei
KAR-10 vedtak nei nei
OEK-1 V ja nei
OEK-2 V ja nei
OEK-3 V nei nei
OEK-4 V ja ja
OEK-5 V ja nei
OEK-6 V ja nei
OEK-7 V ja ja
OEK-8 V ja nei
OEK-9 V ja ja
OPP-1 V ja nei
OPP-2 V ja nei
OPP-3 V ja ja
OPP-4 V ja ja
OPP-5 V nei nei
OPP-6 V ja nei
KON-1 V nei nei
KON-2 V nei nei
KON-3 V nei ja
KON-4 V nei nei
KON-5 V,K nei nei
VED-1 V nei nei
VED-2 V nei nei
VED-3 vedtak nei nei
VED-4 vedtak nei nei
VED-5 V nei nei
VED-6 G nei nei
TIL-1 T nei ja
TIL-2 K nei nei
KTR-1 K nei ja
KTR-2 K nei nei
KTR-3 K ja ja
KTR-4 K nei nei
KTR-5 K nei nei
NOE-1 N nei ja
NOE-2 N ja ja
NOE-3 N nei nei
NOE-4 N nei nei
NOE-5 N nei ja
NOE-6 N nei ja
NOE-7 N nei ja
NOE-8 N nei ja
"""
REGNES_UT = koder("KON-2 KON-3 KON-5 VED-1 VED-2 VED-3 VED-4 VED-6 TIL-1 TIL-2 KTR-1 KTR-5 NOE-1 NOE-3 NOE-4 NOE-8")
KAN_UTSETTES = koder("NOE-2 NOE-5 NOE-6 NOE-7")
SPERRER_I_HASTELOEP = koder("KON-3 SOE-1 KAR-1 KAR-5 KAR-6 KAR-8 KON-2 KON-5 VED-1 VED-3 KTR-5")
KJENNETEGN = koder(
    "alltid barn tolkebehov ikke_ordinaer_leie opplysninger_fra_andre mangler_ved_avslag sosialhjelp_til_boutgifter "
    "ny_innflytting restanse sosialhjelp_som_forskudd behov_for_oppfoelging flere_tjenester tjenestevedtak "
    "oppfoelgingsavtale deling kort_varighet hatt_kort_kontrakt vilkaar_satt innvilgelse avslag_eller_mindre "
    "oppfoelging_etter_vedtaket"
)
STEG = {
    "SOE": "soeknad",
    "KAR": "kartlegging",
    "OEK": "oekonomiplan",
    "OPP": "oppfoelgingsplan",
    "KON": "kontraktstype",
    "VED": "vedtak",
    "TIL": "tildeling",
    "KTR": "kontrakt",
    "NOE": "noekkel",
}


@cache
def les(sti: str) -> dict[str, Any]:
    return tomllib.loads((RESSURSER / sti).read_text(encoding="utf-8"))


def punkter() -> list[dict[str, Any]]:
    return [p for navn in SJEKKLISTER for p in les(f"checklists/{navn}.toml")["punkt"]]


def hjemler() -> list[dict[str, Any]]:
    return [h for fil in sorted((RESSURSER / "law").glob("*.toml")) for h in les(f"law/{fil.name}")["hjemmel"]]


def brevtekster() -> list[tuple[str, str, str]]:
    """File, key and text of every fixed text in every letter."""
    filer = sorted((RESSURSER / "letters").glob("*.toml"))
    return [(fil.name, k, t) for fil in filer for k, t in les(f"letters/{fil.name}")["tekst"].items()]


def felt(tekst: str) -> set[str]:
    return {navn for _, navn, _, _ in Formatter().parse(tekst) if navn is not None}


def setninger(tekst: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+(?=[«{A-ZÆØÅ])", tekst)


def med(felt_navn: str) -> set[str]:
    return {p["kode"] for p in punkter() if p[felt_navn]}


@pytest.mark.parametrize("fil", sorted(RESSURSER.rglob("*.toml")), ids=lambda f: f.relative_to(RESSURSER).as_posix())
def test_hver_ressurs_er_gyldig_toml(fil: Path) -> None:
    assert tomllib.loads(fil.read_text(encoding="utf-8"))


def test_sjekkpunktene_er_noeyaktig_fagdokumentets() -> None:
    fasit = [linje.split() for linje in FASIT.split("\n") if linje]
    ja_nei = {True: "ja", False: "nei"}
    funnet = [[p["kode"], ",".join(p["porter"]), ja_nei[p["nei_oppfyller"]], ja_nei[p["unntak"]]] for p in punkter()]
    assert funnet == fasit


def test_punktene_som_regnes_ut_utsettes_og_gjelder_i_hasteloep_er_noeyaktig_fagdokumentets() -> None:
    assert med("beregnet") == REGNES_UT
    assert med("kan_utsettes") == KAN_UTSETTES
    assert med("hasteloep") == SPERRER_I_HASTELOEP


@pytest.mark.parametrize("punkt", punkter(), ids=lambda p: p["kode"])
def test_hvert_sjekkpunkt_er_helt(punkt: dict[str, Any]) -> None:
    assert punkt["naar"]
    assert set(punkt["naar"]) <= KJENNETEGN
    ventet = "foerste_husleie" if punkt["kode"] == "NOE-1" else STEG[punkt["kode"].split("-")[0]]
    assert punkt["steg"] == ventet
    for navn in ("tekst", "tekst_nn", "kort", "kort_nn", "dokumentasjon", "kilde", "hjelp"):
        assert punkt[navn] == punkt[navn].strip() != "", navn
    assert max(len(punkt["kort"]), len(punkt["kort_nn"])) <= 45
    lange = [s for s in setninger(punkt["hjelp"]) if len(s.split()) > FLEST_ORD]
    assert not lange


def test_listene_har_samme_utgave() -> None:
    hoder = {navn: les(f"checklists/{navn}.toml")["liste"] for navn in (*SJEKKLISTER, "boligsjekkliste")}
    assert all(hode["navn"] == navn for navn, hode in hoder.items())
    assert {(h["versjon"], h["gyldig_fra"]) for h in hoder.values()} == {("2026-1", date(2026, 1, 1))}


def test_boligsjekklisten_har_alt_paa_begge_maalformer() -> None:
    liste = les("checklists/boligsjekkliste.toml")
    assert liste["rom"]
    assert liste["maaler"]
    for rad in (*liste["rom"], *liste["maaler"]):
        assert len(rad["felt"]) == len(rad["felt_nn"]) > 0
    for rad in (*liste["rom"], *liste["maaler"], *liste["kontroll"]):
        assert rad["navn"]
        assert rad["navn_nn"]
    merknader = liste["merknad"]
    bokmaal = {k for k in merknader if not k.endswith("_nn")}
    assert {f"{k}_nn" for k in bokmaal} == set(merknader) - bokmaal
    assert "innen rimelig tid" in merknader["reklamasjon"]


def test_hver_lovhenvisning_har_sin_egen_id() -> None:
    assert [i for i, antall in Counter(h["id"] for h in hjemler()).items() if antall > 1] == []


def test_hver_lovhenvisning_har_bare_kjente_felt() -> None:
    krevd = {"id", "lov", "paragraf", "tekst", "vis", "verifisert"}
    valgfritt = {"ledd", "gyldig_fra", "gyldig_til", "etterfoelger"}
    assert [h["id"] for h in hjemler() if not krevd <= set(h) <= krevd | valgfritt] == []


def test_hver_hjemmel_som_er_nevnt_finnes() -> None:
    ider = {h["id"] for h in hjemler()}
    assert {h for p in punkter() for h in p["hjemmel"]} <= ider
    assert {e for h in hjemler() for e in h.get("etterfoelger", ())} <= ider


def test_ny_forvaltningslov_har_ingen_ikrafttredelse() -> None:
    assert not any("gyldig_fra" in h for h in les("law/forvaltningsloven-2025.toml")["hjemmel"])


@pytest.mark.parametrize("brev", BREV)
def test_nynorsk_har_de_samme_tekstene_med_de_samme_feltene(brev: str) -> None:
    nb, nn = (les(f"letters/{brev}.{spraak}.toml")["tekst"] for spraak in ("nb", "nn"))
    assert {k: felt(t) for k, t in nb.items()} == {k: felt(t) for k, t in nn.items()}


@pytest.mark.parametrize("brev", BREV)
@pytest.mark.parametrize("spraak", ["nb", "nn"])
def test_brevet_sier_selv_hvilke_felt_det_krever(brev: str, spraak: str) -> None:
    data = les(f"letters/{brev}.{spraak}.toml")
    assert set(data) == {"felt", "tekst"}
    assert data["felt"]["krever"] == sorted(set().union(*(felt(t) for t in data["tekst"].values())))


def test_foelgearkene_har_de_samme_tekstene_med_de_samme_feltene() -> None:
    alle = {fil.name: les(f"letters/{fil.name}")["tekst"] for fil in (RESSURSER / "letters").glob("foelgeark.*.toml")}
    assert len(alle) == 6
    felt_per_tekst = [{k: felt(t) for k, t in tekster.items()} for tekster in alle.values()]
    assert all(f == felt_per_tekst[0] for f in felt_per_tekst)


def test_brevene_har_korte_setninger_uten_oppmerking() -> None:
    assert [
        (fil, k, s)
        for fil, k, t in brevtekster()
        if not k.startswith("regler_")
        for s in setninger(t)
        if len(s.split()) > FLEST_ORD
    ] == []
    assert [(fil, k) for fil, k, t in brevtekster() if re.search(r"[<>*_]|&\w+;", re.sub(r"\{\w+\}", "", t))] == []
    assert [k for _, k, _ in brevtekster() if not re.fullmatch("[a-z0-9_]+", k)] == []


def test_brevene_har_ingenting_av_det_som_ikke_skal_staa() -> None:
    alle = [*brevtekster(), *((p["kode"], "kort", p["kort"]) for p in punkter())]
    assert [(fil, k) for fil, k, t in alle if SKAL_ALDRI_STAA.search(t)] == []


@pytest.mark.parametrize(
    "setning",
    ["Du må bruke AvtaleGiro.", "AvtaleGiro er et krav.", "Vi tar et nøkkelgebyr.", "Etter § 11-2 er avtalen kort."],
)
def test_det_som_ikke_skal_staa_blir_sett(setning: str) -> None:
    assert SKAL_ALDRI_STAA.search(setning)


def test_ingen_klagefrist_trykkes_som_dato() -> None:
    assert [(fil, k) for fil, k, t in brevtekster() if "klagefrist" in felt(t)] == []


@pytest.mark.parametrize(
    ("brev", "noekkel", "maa_staa"),
    [
        ("felles", "klage_frist", "tre uker fra du fikk dette brevet"),
        ("felles", "klage_a", "{klageinstans_a}"),
        ("felles", "klage_b", "{klageinstans_b}"),
        (
            "leieavtale",
            "klausul_vanskeligstilte",
            "Avtalen gjelder bolig som skal brukes av vanskeligstilte på boligmarkedet.",
        ),
        ("leieavtale", "klausul_unntak", "unntak fra husleieloven er avtalt"),
        ("leieavtale", "klausul_oppsigelse", "Leieavtalen kan ikke sies opp i den avtalte leietiden."),
        ("leieavtale", "klausul_fravikelse_a", "tvangsfravikelse kan kreves når leien ikke blir betalt"),
        ("leieavtale", "klausul_fravikelse_b", "tvangsfravikelse kan kreves når leietiden er løpt ut"),
        ("leieavtale", "leie_foerste_forfall", "forfaller {forfall}, senest ved overtakelse"),
        ("leieavtale", "varsel_reservasjon", "reservere deg"),
        ("leieavtale", "leie_sikkerhet", "verken depositum eller garanti"),
        ("leieavtale", "tvister", "Husleietvistutvalget"),
    ],
)
def test_setningen_loven_krever_staar_i_brevet(brev: str, noekkel: str, maa_staa: str) -> None:
    assert maa_staa in les(f"letters/{brev}.nb.toml")["tekst"][noekkel]


def test_hver_paragraf_et_brev_viser_til_finnes() -> None:
    """Bokmål letters name the statute before its paragraphs; § 11-1 … alone is husleieloven's."""
    kjent = {(h["lov"], h["paragraf"].split()[-1]) for h in hjemler()}
    ukjent = []
    for fil, k, tekst in brevtekster():
        if not fil.endswith(".nb.toml"):
            continue
        for lov, numre in re.findall(r"(?:(\w+(?:loven|lova|konvensjonen)) )?(?:§§?|artikkel) ([\d, og-]+)", tekst):
            ukjent += [
                (fil, k, n) for n in re.findall(r"\d+(?:-\d+)?", numre) if (lov or "husleieloven", n) not in kjent
            ]
    assert ukjent == []
