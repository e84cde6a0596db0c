"""Every law reference that code, rules and refusals name must stand in `resources/law`."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

ROT = Path(__file__).parents[2]
_NUMMER = r"\d+(?:-\d+)?(?: [a-f](?![a-zæøå]))?"
_VISNING = re.compile(
    rf"(?P<lov>(?:[a-zæøå]+- og )?[A-Za-zæøåÆØÅ-]+) (?:§§?|artikkel) "
    rf"(?P<numre>{_NUMMER}(?:(?:, | og | eller |–){_NUMMER})*)"
)
_KORTFORMER = {"fvl.": "forvaltningsloven", "stjl.": "sosialtjenesteloven", "husll.": "husleieloven"}


def _kjente() -> set[tuple[str, str]]:
    kjente = set()
    for fil in files("resources").joinpath("law").iterdir():
        if not fil.name.endswith(".toml"):
            continue
        for h in tomllib.loads(fil.read_text(encoding="utf-8")).get("hjemmel", []):
            for nummer in re.findall(_NUMMER, h["paragraf"]):
                kjente.add((h["lov"].casefold(), nummer))
    return kjente


def _henvisninger(tekst: str) -> list[tuple[str, str]]:
    tekst = tekst.replace("fagdokumentet §", "")
    for kort, lov in _KORTFORMER.items():
        tekst = tekst.replace(kort, lov)
    return [
        (treff["lov"].casefold(), nummer)
        for treff in _VISNING.finditer(tekst)
        for nummer in re.findall(_NUMMER, treff["numre"])
    ]


def _kildefiler() -> list[Path]:
    return sorted((ROT / "boligtildeling").rglob("*.py"))


def test_henvisninger_leses_slik_de_skrives() -> None:
    tekst = "Hjemmel: husleieloven §§ 3-2 og 3-3, fvl. § 11 a og barnekonvensjonen artikkel 3 og 12."
    assert _henvisninger(tekst) == [
        ("husleieloven", "3-2"),
        ("husleieloven", "3-3"),
        ("forvaltningsloven", "11 a"),
        ("barnekonvensjonen", "3"),
        ("barnekonvensjonen", "12"),
    ]


@pytest.mark.parametrize("fil", _kildefiler(), ids=lambda f: str(f.relative_to(ROT)))
def test_hver_lovhenvisning_i_koden_finnes_i_lovdataene(fil: Path) -> None:
    ukjente = set(_henvisninger(fil.read_text(encoding="utf-8"))) - _kjente()
    assert not ukjente, f"{fil.name} viser til {sorted(ukjente)}, som ikke står i resources/law"


def test_hver_hjemmel_som_et_sjekkpunkt_viser_til_finnes() -> None:
    fra_lov = set()
    for fil in files("resources").joinpath("law").iterdir():
        if fil.name.endswith(".toml"):
            fra_lov |= {h["id"] for h in tomllib.loads(fil.read_text(encoding="utf-8")).get("hjemmel", [])}
    for fil in files("resources").joinpath("checklists").iterdir():
        if not fil.name.endswith(".toml"):
            continue
        for punkt in tomllib.loads(fil.read_text(encoding="utf-8")).get("punkt", []):
            assert set(punkt["hjemmel"]) <= fra_lov, punkt["kode"]
