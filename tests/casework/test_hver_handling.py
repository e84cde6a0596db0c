"""Every act in the registry is told in at least one story where it is done, and one where it is refused."""

import ast
from pathlib import Path

import pytest

from boligtildeling.casework.act import HANDLINGER

REFUSALS = {"sperret", "sperrer", "ugyldig", "konflikt"}
FILES = [*Path(__file__).parent.rglob("test_*.py"), Path(__file__).parents[1] / "bygg.py"]


def _named_in_calls(methods: set[str]) -> set[str]:
    """Every text that stands first in a call of one of these methods, or in a table the test takes it from."""
    found: set[str] = set()
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in methods:
                found |= {a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


DONE, REFUSED = _named_in_calls({"gjoer", "_den"}), _named_in_calls(REFUSALS)


@pytest.mark.parametrize("navn", sorted(HANDLINGER))
def test_handlingen_er_med_i_en_fortelling_der_den_blir_gjort(navn: str) -> None:
    assert navn in DONE


@pytest.mark.parametrize("navn", sorted(HANDLINGER))
def test_handlingen_er_med_i_en_fortelling_der_den_blir_nektet(navn: str) -> None:
    assert navn in REFUSED


@pytest.mark.parametrize("navn", sorted(HANDLINGER))
def test_handlingen_har_tittel_hendelse_og_roller(navn: str) -> None:
    act = HANDLINGER[navn]
    assert act.navn == navn
    assert act.tittel[0].isupper()
    assert act.hendelse[0].isupper()
    assert act.adgang.roller
