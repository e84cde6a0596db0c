"""What a field must satisfy, and how a whole command is judged by it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pytest

from boligtildeling.casework.innhold import sjekk_innhold
from boligtildeling.domain.feil import Feilliste, Ugyldig
from boligtildeling.domain.krav import (
    Antall,
    Beloep,
    Dato,
    DatoTilNaa,
    FraIDag,
    Fritekst,
    IkkeFramITid,
    Kode,
    Krav,
    Mellom,
    Minst,
    Navn,
    RimeligDato,
    Siffer,
    Tekst,
    ValgfriTekst,
)
from boligtildeling.domain.penger import Kroner

I_DAG = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("krav", "verdi", "ord_"),
    [
        (Tekst(maks=5), "hei", None),
        (Tekst(maks=5), "æøåÆØ", None),
        (Tekst(maks=5), "for lang", "for lang"),
        (Tekst(), "", "fylles ut"),
        (Tekst(), " \t\n", "fylles ut"),
        (Tekst(kan_vaere_tom=True), "", None),
        (Tekst(), "to\nlinjer\tog\r\ntab", None),
        (Tekst(), "<b>fet</b>", None),
        (Tekst(), "null\x00", "tegn"),
        (Tekst(), "pip\x07", "tegn"),
        (Tekst(), "snudd\u202e", "tegn"),
        (Tekst(), "isolert\u2066", "tegn"),
        (Tekst(), "halv\ud800", "tegn"),
        (Tekst(), "c1\x85", "tegn"),
        (Tekst(), "emoji 🏠", None),
        (IkkeFramITid(), I_DAG, None),
        (IkkeFramITid(), date(2026, 11, 3), "fram i tid"),
        (IkkeFramITid(), date(1899, 12, 31), "Årstallet"),
        (RimeligDato(), date(2200, 12, 31), None),
        (RimeligDato(), date(2201, 1, 1), "Årstallet"),
        (RimeligDato(), date(1899, 12, 31), "Årstallet"),
        (FraIDag(), I_DAG, None),
        (FraIDag(), date(2026, 11, 1), "passert"),
        (FraIDag(), date(2201, 1, 1), "Årstallet"),
        (Minst(), Kroner.null(), None),
        (Minst(), Kroner(-1), "negativt"),
        (Minst(oere=1), Kroner.null(), "større enn null"),
        (Minst(oere=1), Kroner(1), None),
        (Mellom(fra=1, til=31), 1, None),
        (Mellom(fra=1, til=31), 31, None),
        (Mellom(fra=1, til=31), 0, "fra 1 til 31"),
        (Mellom(fra=1, til=31), 32, "fra 1 til 31"),
        (Siffer(antall=4), "7014", None),
        (Siffer(antall=4), "701", "4 siffer"),
        (Siffer(antall=4), "70145", "4 siffer"),
        (Siffer(antall=4), "70l4", "4 siffer"),
        (Siffer(antall=4), "٧٠١٤", "4 siffer"),
        (Siffer(antall=4), " 701", "4 siffer"),
        (Antall(minst=1, maks=2), (), "tom"),
        (Antall(minst=1, maks=2), (1, 2), None),
        (Antall(minst=1, maks=2), (1, 2, 3), "for lang"),
    ],
)
def test_hvert_krav_sier_i_en_setning_hva_som_er_galt(krav: Krav, verdi: Any, ord_: str | None) -> None:
    setning = krav.sjekk(verdi, I_DAG)
    assert setning is None if ord_ is None else ord_ in (setning or "")


def test_et_krav_som_ikke_er_bestemt_kan_ikke_brukes() -> None:
    with pytest.raises(NotImplementedError):
        Krav().sjekk("x", I_DAG)


def test_fem_megabyte_tekst_blir_avvist() -> None:
    tekst = Fritekst.__metadata__[0]  # type: ignore[attr-defined]
    assert "for lang" in tekst.sjekk("x" * 5_000_000, I_DAG)


@dataclass(frozen=True)
class Del:
    navn: Navn
    beloep: Beloep
    kode: Kode | None = None


@dataclass(frozen=True)
class Hel:
    del_: Del
    deler: Annotated[tuple[Del, ...], Antall(maks=2)] = ()
    ord_: tuple[Navn, ...] = ()
    dato: DatoTilNaa | None = None
    frist: Dato | None = None
    tekst: ValgfriTekst = ""
    antall: Annotated[int, Mellom(fra=1, til=3)] | None = None
    valg: bool = False


HEL_DEL = Del("a", Kroner(1))


def pekere(kommando: Any) -> dict[str, str]:
    feil = Feilliste()
    sjekk_innhold(kommando, I_DAG, feil)
    try:
        feil.stopp()
    except Ugyldig as ugyldig:
        return {f.peker: f.setning for f in ugyldig.feil}
    return {}


@pytest.mark.parametrize(
    ("kommando", "ventet"),
    [
        (Hel(HEL_DEL), set()),
        (Hel(HEL_DEL, deler=(HEL_DEL, HEL_DEL), ord_=("x",), dato=I_DAG, frist=I_DAG, antall=3), set()),
        (Hel(Del("", Kroner(-1))), {"/del_/navn", "/del_/beloep"}),
        (Hel(Del("a", Kroner(1), "")), {"/del_/kode"}),
        (Hel(HEL_DEL, deler=(HEL_DEL, Del(" ", Kroner(1)))), {"/deler/1/navn"}),
        (Hel(HEL_DEL, deler=(Del("", Kroner(1)),) * 3), {"/deler"}),
        (Hel(HEL_DEL, ord_=("x", "", "y", "")), {"/ord_/1", "/ord_/3"}),
        (Hel(HEL_DEL, dato=date(2027, 1, 1), frist=date(2300, 1, 1)), {"/dato", "/frist"}),
        (Hel(HEL_DEL, tekst="\x01", antall=4), {"/tekst", "/antall"}),
    ],
)
def test_alle_feil_i_en_kommando_sies_samtidig_med_hver_sin_peker(kommando: Hel, ventet: set[str]) -> None:
    assert set(pekere(kommando)) == ventet


def test_samme_peker_sies_en_gang_og_uten_feil_skjer_ingenting() -> None:
    feil = Feilliste()
    feil.stopp()
    assert not feil
    assert feil.krev(True, "/a", "Nei.")
    assert not feil.krev(False, "/a", "Først.")
    feil.legg_til("/a", "Igjen.")
    with pytest.raises(Ugyldig) as funn:
        feil.stopp()
    assert [(f.peker, f.setning) for f in funn.value.feil] == [("/a", "Først.")]


def test_kravene_staar_i_json_skjemaet() -> None:
    from pydantic import TypeAdapter

    skjema = TypeAdapter(Hel).json_schema()
    felt, del_ = skjema["properties"], skjema["$defs"]["Del"]["properties"]
    assert del_["navn"]["maxLength"] == 200
    assert del_["navn"]["minLength"] == 1
    assert del_["beloep"]["minimum"] == 0
    assert felt["deler"]["maxItems"] == 2
    assert felt["dato"]["anyOf"][0]["x-ikke-fram-i-tid"] is True
    assert felt["antall"]["anyOf"][0]["maximum"] == 3
    assert "minLength" not in felt["tekst"]


@pytest.mark.parametrize(
    ("verdi", "gyldig"), [({"navn": "a", "beloep": 1}, True), ({"navn": " ", "beloep": -1}, False)]
)
def test_samme_krav_gjelder_for_det_som_kommer_som_json(verdi: dict[str, Any], gyldig: bool) -> None:
    from pydantic import TypeAdapter, ValidationError

    leser = TypeAdapter(Del)
    if gyldig:
        assert leser.validate_python(verdi, context={"i_dag": I_DAG}) == Del("a", Kroner(100))
        return
    with pytest.raises(ValidationError) as funn:
        leser.validate_python(verdi, context={"i_dag": I_DAG})
    assert {f["loc"] for f in funn.value.errors()} == {("navn",), ("beloep",)}
