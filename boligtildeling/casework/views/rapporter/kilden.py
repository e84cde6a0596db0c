"""The tables of the comparison of 2005, reckoned anew from its own counts, with the printed figures beside them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.boforhold.tall import andel

_BY = Kolonne(navn="By", slag="tekst")
_TRYKT = Kolonne(navn="Trykt i kilden", slag="tekst")


@cache
def kildens_tall() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The counts as the source has them."""
    data: Mapping[str, Sequence[Mapping[str, Any]]] = tomllib.loads(
        files("resources").joinpath("reports", "kilden-2005.toml").read_text(encoding="utf-8")
    )
    return data


def kilden(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Every table of the source."""
    tall = kildens_tall()
    return Rapport(
        navn="kilden-2005",
        tittel="Kollegavurderingen 2005: begjæringer, utkastelser og bostedsløse",
        laget=arbeid.i_dag,
        tabeller=(
            _gjennomfoering(tall["gjennomfoering"]),
            _saksoekere(tall["saksoekere"]),
            _per_tusen(tall["per_tusen"]),
            _bostedsloese(tall["bostedsloese"]),
            _land(tall["land"]),
        ),
        merknader=("Prosentene er regnet av kildens egne antall. Der kilden har trykt et annet tall, står begge.",),
    )


def _gjennomfoering(rader: Sequence[Mapping[str, Any]]) -> Tabell:
    kolonner = (
        _BY,
        Kolonne(navn="År", slag="tekst"),
        Kolonne(navn="Begjæringer"),
        Kolonne(navn="Gjennomført"),
        Kolonne(navn="Gjennomføringsgrad", slag="prosent"),
        _TRYKT,
    )
    return Tabell(
        tittel="Begjæringer og gjennomførte utkastelser",
        kolonner=kolonner,
        rader=tuple(
            Rad(
                celler=(
                    *(r["by"], str(r["aar"]), r["begjaeringer"], r["gjennomfoert"]),
                    *(andel(r["gjennomfoert"], r["begjaeringer"]), r.get("prosent_trykt", "")),
                )
            )
            for r in rader
        ),
        merknader=tuple(f"{r['by']} {r['aar']}: {r['merknad']}" for r in rader if "merknad" in r),
    )


def _saksoekere(rader: Sequence[Mapping[str, Any]]) -> Tabell:
    kolonner = (
        _BY,
        Kolonne(navn="Saksøker", slag="tekst"),
        Kolonne(navn="Av begjæringene", slag="prosent"),
        Kolonne(navn="Av de gjennomførte", slag="prosent"),
    )
    byer = dict.fromkeys(r["by"] for r in rader)
    summer = {by: sum(r["gjennomfoert"] for r in rader if r["by"] == by) for by in byer}
    return Tabell(
        tittel="Hvem som ber om utkastelse",
        kolonner=kolonner,
        rader=tuple(
            Rad(celler=(r["by"], r["saksoeker"], andel(r["begjaeringer"], 100), andel(r["gjennomfoert"], 100)))
            for r in rader
        ),
        merknader=tuple(
            f"{by}: andelene av de gjennomførte blir {summen} prosent til sammen i kilden."
            for by, summen in summer.items()
            if summen != 100
        ),
    )


def _per_tusen(rader: Sequence[Mapping[str, Any]]) -> Tabell:
    hva = (("bostedsloese", "Bostedsløse", 2), ("begjaeringer", "Begjæringer", 1), ("gjennomfoert", "Gjennomført", 1))
    kolonner = [_BY, Kolonne(navn="Innbyggere")]
    for _, navn, _ in hva:
        kolonner += [Kolonne(navn=f"{navn} per 1000", slag="tall"), _TRYKT]
    linjer = []
    for r in rader:
        celler: list[Any] = [r["by"], r["innbyggere"]]
        for (felt, _, desimaler), trykt in zip(hva, r["trykt"], strict=True):
            celler += [andel(r[felt], r["innbyggere"], desimaler, per=1000), trykt]
        linjer.append(Rad(celler=tuple(celler)))
    return Tabell(
        tittel="Nøkkeltall per 1000 innbyggere",
        kolonner=tuple(kolonner),
        rader=tuple(linjer),
        merknader=("Innbyggere 1. januar 2005. Bostedsløse 2003, begjæringer og gjennomførte 2004.",),
    )


def _bostedsloese(rader: Sequence[Mapping[str, Any]]) -> Tabell:
    return Tabell(
        tittel="Bostedsløse",
        kolonner=(
            _BY,
            Kolonne(navn="1996"),
            Kolonne(navn="2003"),
            Kolonne(navn="2003 i prosent av 1996", slag="prosent"),
        ),
        rader=tuple(
            Rad(celler=(r["by"], r["aar_1996"], r["aar_2003"], andel(r["aar_2003"], r["aar_1996"]))) for r in rader
        ),
    )


def _land(rader: Sequence[Mapping[str, Any]]) -> Tabell:
    return Tabell(
        tittel="Norge og Sverige",
        kolonner=(
            Kolonne(navn="Land", slag="tekst"),
            Kolonne(navn="Begjæringer"),
            Kolonne(navn="Gjennomført"),
            Kolonne(navn="Gjennomføringsgrad", slag="prosent"),
        ),
        rader=tuple(
            Rad(
                celler=(
                    *(r["land"], r["begjaeringer"], r["gjennomfoert"]),
                    andel(r["gjennomfoert"], r["begjaeringer"]),
                )
            )
            for r in rader
        ),
    )
