"""The landlord's list of rent that is not paid: every row is a claim, or is told with its reason."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from boligtildeling.domain.boforhold.innlesing import Filfeil, Kolonner, Lestliste, Radfeil, Restanserad, Tabell
from boligtildeling.domain.datoer import tolk_dato
from boligtildeling.domain.identitet import er_kid
from boligtildeling.domain.penger import Kroner, tolk_kroner

_SPIST_AV_REGNEARK = re.compile(r"[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+")
_SERIEDAG = re.compile(r"[1-9][0-9]{4}")
_DAG_NULL = date(1899, 12, 30)
"""Day 0 of the numbers that Excel counts days by."""


def les_restanseliste(tabell: Tabell, kolonner: Kolonner, per_dato: date) -> Lestliste:
    """The claims in the table. Raises `Filfeil` when a column that is asked for is not there."""
    plass = _plasser(tabell, kolonner)
    rader: list[Restanserad] = []
    feil: list[Radfeil] = []
    sett: dict[tuple[str, str, str], int] = {}
    for nr, celler in tabell.rader:
        try:
            rad = _les_rad(nr, celler, len(tabell.overskrifter), plass, per_dato)
            if (foer := sett.setdefault(rad.noekkel, nr)) != nr:
                raise ValueError(f"Raden står to ganger: den er lik rad {foer}.")
            rader.append(rad)
        except ValueError as grunn:
            feil.append(Radfeil(nr, str(grunn), _utdrag(celler, plass)))
    return Lestliste(tuple(rader), tuple(feil))


def _plasser(tabell: Tabell, kolonner: Kolonner) -> Mapping[str, int]:
    steder = {o.casefold(): nr for nr, o in enumerate(tabell.overskrifter) if o}
    valgt = {"kid": kolonner.kid, "beloep": kolonner.beloep, "forfall": kolonner.forfall}
    if kolonner.fakturanr is not None:
        valgt["fakturanr"] = kolonner.fakturanr
    if mangler := [o for o in valgt.values() if o.strip().casefold() not in steder]:
        raise Filfeil(f"Filen har ingen kolonne som heter «{mangler[0]}».")
    if len({o.strip().casefold() for o in valgt.values()}) != len(valgt):
        raise Filfeil("Samme kolonne er valgt til to ting.")
    return {felt: steder[o.strip().casefold()] for felt, o in valgt.items()}


def _les_rad(nr: int, celler: tuple[str, ...], bredde: int, plass: Mapping[str, int], per_dato: date) -> Restanserad:
    if len(celler) != bredde:
        raise ValueError(f"Raden har {len(celler)} felt, men overskriften har {bredde}. Kolonnene er forskjøvet.")
    fakturanr = celler[plass["fakturanr"]] if "fakturanr" in plass else ""
    return Restanserad(
        rad=nr,
        kid=les_kid(celler[plass["kid"]]),
        beloep=_beloep(celler[plass["beloep"]]),
        forfall=_forfall(celler[plass["forfall"]], per_dato),
        fakturanr=fakturanr[:40] or None,
    )


def les_kid(tekst: str) -> str:
    """The KID as text, zeros in front and all. ValueError (a Norwegian sentence) when it cannot be one."""
    ren = re.sub(r"\s", "", tekst)
    if not ren:
        raise ValueError("KID mangler.")
    if _SPIST_AV_REGNEARK.fullmatch(ren):
        raise ValueError(f"KID er ødelagt av regnearket ({ren[:40]}). Be om listen med KID som tekst.")
    if not er_kid(ren):
        raise ValueError("KID er ikke gyldig: kontrollsifferet stemmer ikke. Se om kolonnene er forskjøvet.")
    return ren


def _beloep(tekst: str) -> Kroner:
    ren = f"-{tekst[:-1]}" if tekst.endswith("-") and not tekst.endswith(",-") else tekst
    beloep = tolk_kroner(ren)
    if beloep < Kroner.null():
        raise ValueError("Restansen er negativ. Leieren har penger til gode; det er ikke en restanse.")
    if not beloep:
        raise ValueError("Restansen er null, så det er ingenting å følge opp.")
    return beloep


def _forfall(tekst: str, per_dato: date) -> date:
    if not tekst:
        raise ValueError("Forfall mangler.")
    dag = _DAG_NULL + timedelta(days=int(tekst)) if _SERIEDAG.fullmatch(tekst) else tolk_dato(tekst, per_dato)
    if dag > per_dato:
        raise ValueError("Forfallet er etter datoen listen gjelder for, så kravet er ikke en restanse ennå.")
    return dag


def _utdrag(celler: tuple[str, ...], plass: Mapping[str, int]) -> str:
    """What the row says in the columns that are read; the rest of it is about people and is not kept."""
    return " | ".join(celler[p][:40] for p in plass.values() if p < len(celler))
