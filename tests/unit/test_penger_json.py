"""What is promised of money as JSON: numbers only, exact to the øre, refused in Norwegian."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from boligtildeling.domain.penger import Kroner

JSON = TypeAdapter(Kroner)


@dataclass(frozen=True)
class RegistrerBeloep:
    beloep: Kroner


@pytest.mark.parametrize(
    ("tekst", "oere"),
    [
        ("5045.16", 504_516),
        ("12", 1200),
        ("12.5", 1250),
        ("-0.01", -1),
        ("1e3", 100_000),
        ("0.1", 10),
        ("999999999.99", 99_999_999_999),
        ("-999999999.99", -99_999_999_999),
    ],
)
def test_json_tall_leses_tapsfritt(tekst: str, oere: int) -> None:
    assert JSON.validate_json(tekst) == Kroner(oere)
    assert JSON.validate_python(json.loads(tekst, parse_float=Decimal)) == Kroner(oere)


@pytest.mark.parametrize(
    ("tekst", "setning"),
    [
        ("1e308", "mellom"),
        ("1e400", "endelig tall"),
        ("NaN", "endelig tall"),
        ("Infinity", "endelig tall"),
        ("1000000000", "mellom"),
        ("1" + "0" * 400, "mellom"),
        ("999999999.991", "mellom"),
        ("5045.165", "høyst to desimaler"),
        ("0.30000000000000004", "høyst to desimaler"),
        ("1e-300", "høyst to desimaler"),
        ('"12"', "må være et tall"),
        ('"12.50"', "må være et tall"),
        ("true", "må være et tall"),
        ("null", "må være et tall"),
        ("[12]", "må være et tall"),
        ('{"oere": 12}', "må være et tall"),
    ],
)
def test_annet_enn_json_tall_i_hele_oere_avvises_med_en_norsk_setning(tekst: str, setning: str) -> None:
    with pytest.raises(ValidationError) as feil:
        JSON.validate_json(tekst)
    (en_feil,) = feil.value.errors()
    assert en_feil["type"] == "value_error"
    assert setning in str(en_feil["ctx"]["error"])


def test_beloep_er_et_felt_i_en_kommando() -> None:
    kommando = TypeAdapter(RegistrerBeloep)
    assert kommando.validate_json('{"beloep": 5045.16}') == RegistrerBeloep(Kroner(504_516))
    assert kommando.validate_python({"beloep": Kroner(1)}) == RegistrerBeloep(Kroner(1))
    assert kommando.dump_json(RegistrerBeloep(Kroner(504_516))) == b'{"beloep":5045.16}'
    assert kommando.dump_python(RegistrerBeloep(Kroner(1))) == {"beloep": Decimal("0.01")}


def test_hele_kroner_skrives_som_heltall_i_json() -> None:
    assert JSON.dump_json(Kroner(920_000)) == b"9200"
    assert JSON.dump_json(Kroner(-99_999_999_999)) == b"-999999999.99"


@pytest.mark.parametrize("retning", ["validation", "serialization"])
def test_json_skjemaet_sier_hele_oere_innen_grensene(retning: Literal["validation", "serialization"]) -> None:
    ventet = {"type": "number", "multipleOf": 0.01, "minimum": -999999999.99, "maximum": 999999999.99}
    assert JSON.json_schema(mode=retning) == ventet
    felt = TypeAdapter(RegistrerBeloep).json_schema(mode=retning)["properties"]["beloep"]
    assert felt.items() >= ventet.items()
