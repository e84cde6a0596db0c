"""Commands out of JSON and answers into it, where the command line does not show it all."""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest

from boligtildeling.casework import alle
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.soeknad import Noter, RegistrerSoeknad
from boligtildeling.domain.feil import Ugyldig
from boligtildeling.domain.penger import Kroner
from boligtildeling.exchange import feltforklaringer
from boligtildeling.exchange.kommando import les_kommando, til_json
from tests.cli.linje import ROT, soeknad, som_bytes

I_DAG = date(2026, 11, 20)
EKSEMPLER = sorted((Path(__file__).parents[1] / "cli" / "soeknader").glob("*.json"))
FELLES_SKJEMA = ROT.parent / "shared" / "soeknad" / "soeknad.schema.json"


def feil(kommando: type, tekst: bytes) -> dict[str, str]:
    with pytest.raises(Ugyldig) as fanget:
        les_kommando(kommando, tekst, I_DAG)
    return {f.peker: f.setning for f in fanget.value.feil}


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda f: f.stem)
def test_soeknadene_leses_og_kommer_like_ut_igjen(fil: Path) -> None:
    inn = json.loads(fil.read_text(encoding="utf-8"))
    lest = les_kommando(RegistrerSoeknad, som_bytes({"soeknad": inn}), I_DAG)
    ut = til_json(lest.soeknad)

    def uten_tomt(verdi: Any) -> Any:
        if isinstance(verdi, dict):
            return {k: uten_tomt(v) for k, v in verdi.items() if v not in (None, False, [], "maaned")}
        return [uten_tomt(v) for v in verdi] if isinstance(verdi, list) else verdi

    assert uten_tomt(ut) == uten_tomt(inn)


def test_alle_feil_i_skjulte_og_synlige_ting_kommer_sammen() -> None:
    tekst = (
        b'{"saksnummer": 1, "tekst": "\\ud800", "tekst": "\\udfff", "ukjent": 12345678901234567890, "sett_versjon": 1.5'
    )
    tekst += b"}"
    assert set(feil(Noter, tekst)) == {"/saksnummer", "/tekst", "/ukjent", "/sett_versjon"}


def test_en_noekkel_to_ganger_i_en_liste_faar_hele_stien() -> None:
    inn = som_bytes({"soeknad": soeknad(inntekter=[{"type": "a", "per_maaned": 1}] * 2)})
    siste = inn.rindex(b'"per_maaned"')
    inn = inn[:siste] + b'"per_maaned": 2, ' + inn[siste:]
    assert list(feil(RegistrerSoeknad, inn)) == ["/soeknad/inntekter/1/per_maaned"]


def test_samme_verdi_to_ganger_er_ogsaa_en_feil() -> None:
    assert set(feil(Noter, b'{"saksnummer": "1", "tekst": "x", "tekst": "x"}')) == {"/tekst"}


@pytest.mark.parametrize("kommando", sorted({h.kommando for h in HANDLINGER.values()}, key=lambda k: k.__name__))
def test_en_tom_kommando_krever_de_feltene_den_maa_ha_og_bare_dem(kommando: type) -> None:
    from dataclasses import MISSING

    maa_ha = {f"/{f.name}" for f in fields(kommando) if f.default is MISSING and f.default_factory is MISSING}
    if not maa_ha:
        assert les_kommando(kommando, b"{}", I_DAG) == kommando()
        return
    assert feil(kommando, b"{}") == dict.fromkeys(maa_ha, "Feltet må fylles ut.")


@pytest.mark.parametrize("kommando", sorted({h.kommando for h in HANDLINGER.values()}, key=lambda k: k.__name__))
@pytest.mark.parametrize("verdi", [[], {}, "\x00", -1, 1e308, True, "2026-02-30\x07"], ids=repr)
def test_en_meningsloes_verdi_i_hvert_felt_er_feil_med_peker_og_setning(kommando: type, verdi: Any) -> None:
    """Whatever stands in every field at once: sentences in Norwegian, never a crash."""
    inn = {f.name: verdi for f in fields(kommando)}
    funn = feil(kommando, som_bytes(inn))
    assert funn
    assert all(peker.startswith("/") and setning.endswith(".") for peker, setning in funn.items())
    assert "Verdien er ikke gyldig." not in funn.values()


def test_til_json_gir_rene_verdier() -> None:
    @dataclass
    class Alt:
        beloep: Kroner
        naar: datetime
        dag: date
        liste: tuple[int, ...]
        mengde: frozenset[str]

    alt = Alt(Kroner(718387), datetime(2026, 11, 20, 10, 0, 0, 123, UTC), I_DAG, (1, 2), frozenset({"b", "a"}))
    assert til_json({"x": alt, 1: None}) == {
        "x": {
            "beloep": 7183.87,
            "naar": "2026-11-20T10:00:00+00:00",
            "dag": "2026-11-20",
            "liste": [1, 2],
            "mengde": ["a", "b"],
        },
        "1": None,
    }


@pytest.mark.parametrize("oere", [0, 1, 10, 99, 100, 101, -1, 99_999_999_999, 123_456_789_01])
def test_et_beloep_er_noeyaktig_gjennom_json(oere: int) -> None:
    tekst = json.dumps(til_json(Kroner(oere)))
    assert len(tekst.partition(".")[2]) <= 2
    assert Kroner.fra(tekst) == Kroner(oere)


def test_hver_forklaring_hoerer_til_et_felt_som_finnes() -> None:
    typer: dict[str, type] = {}

    def samle(typ: Any) -> None:
        if is_dataclass(typ) and isinstance(typ, type) and typ.__name__ not in typer:
            typer[typ.__name__] = typ
            for felt in get_type_hints(typ, include_extras=False).values():
                samle(felt)
        for del_ in get_args(typ):
            if del_ not in {NoneType, ...}:
                samle(del_)

    for handling in HANDLINGER.values():
        samle(handling.kommando)
    felt = {f.name for typ in typer.values() for f in fields(typ)}
    presise = {f"{navn}.{f.name}" for navn, typ in typer.items() for f in fields(typ)}
    assert set(feltforklaringer.TYPER) <= set(typer)
    assert {k for k in feltforklaringer.FELT if "." not in k} <= felt
    assert {k for k in feltforklaringer.FELT if "." in k} <= presise
    assert all(tekst.endswith(".") for tekst in (*feltforklaringer.TYPER.values(), *feltforklaringer.FELT.values()))


@pytest.mark.skipif(
    not FELLES_SKJEMA.is_file(), reason="the shared application schema does not lie beside the checkout"
)
def test_soeknaden_har_akkurat_de_feltene_som_det_felles_skjemaet_har() -> None:
    felles = json.loads(FELLES_SKJEMA.read_text(encoding="utf-8"))
    from boligtildeling.exchange.kommando import skjema

    vaart = skjema(RegistrerSoeknad, "x")["$defs"]
    par = {
        "Soeknad": felles,
        "Person": felles["$defs"]["person"],
        "Adresse": felles["$defs"]["adresse"],
        "Pengepost": felles["$defs"]["post"],
        "Husstandsmedlem": felles["properties"]["husstand"]["items"],
        "Gjeld": felles["properties"]["gjeld"]["items"],
        "Fullmektig": felles["properties"]["fullmektige"]["items"],
        "Behov": felles["properties"]["behov"],
        "Bosituasjon": felles["properties"]["bosituasjon"],
        "Tolk": felles["properties"]["tolk"],
        "Soeknadsvedlegg": felles["properties"]["vedlegg"]["items"],
    }
    for navn, deres in par.items():
        assert set(vaart[navn]["properties"]) == set(deres["properties"]), navn
        assert set(vaart[navn].get("required", [])) == set(deres.get("required", [])), navn
        for felt, beskrevet in deres["properties"].items():
            if "enum" in beskrevet:
                assert sorted(enum_i(vaart[navn]["properties"][felt])) == sorted(beskrevet["enum"]), felt


def enum_i(felt: dict[str, Any]) -> list[str]:
    return next(v["enum"] for v in (felt, *felt.get("anyOf", ())) if "enum" in v)


def test_registeret_er_helt() -> None:
    assert len(HANDLINGER) >= 40
    assert alle.ROM
