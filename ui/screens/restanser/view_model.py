"""Arrears, imports and the tray as rows, and what an import came to, in words."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from boligtildeling.casework.views.boforhold.restanseformer import (
    Importforslag,
    Importrad,
    Restanseoversikt,
    Restanserad,
    Skuffrad,
    Ukjentkrav,
)
from boligtildeling.domain.datoer import vis_dato, vis_tall, vis_tidspunkt
from boligtildeling.domain.feltnavn import valgnavn

COLUMNS = ("Sak", "Leier", "Endring", "Restanse", "Før", "Forfalt", "Neste steg", "Innen", "Kontakt", "Avtale")
IMPORT_COLUMNS = ("Nr.", "Lest inn", "Hva", "Per", "Rader", "Feil", "Angret")
TRAY_COLUMNS = ("Nr.", "Dato", "Beløp", "KID", "Betaler", "Melding", "Hvorfor her")
UNKNOWN_COLUMNS = ("Rad", "KID", "Beløp", "Forfall")
FAULT_COLUMNS = ("Rad", "Hva som er galt", "Hva det står")
ALL = "alle"
CHANGES = ("ny", "oekt", "uendret", "redusert", "loest")
KINDS = {"restanseliste": "Restanseliste", "betalinger": "Betalinger"}


def summary(o: Restanseoversikt) -> str:
    """How many are new, grown and solved, since when."""
    if o.listen_er_per is None:
        return "Ingen restanseliste er lest inn ennå. Les inn den første nedenfor."
    counts: Counter[str] = Counter(r.endring for r in o.rader)
    words = (("ny", "ny", "nye"), ("oekt", "økt", "økte"), ("loest", "løst", "løste"))
    parts = [f"{counts[c]} {one if counts[c] == 1 else many}" for c, one, many in words if counts[c]]
    since = f" siden {vis_dato(o.forrige_er_per)}" if o.forrige_er_per is not None else ""
    owing = sum(bool(r.restanse) for r in o.rader)
    change = f": {', '.join(parts)}{since}" if parts else ""
    return f"{owing} leieforhold med restanse per {vis_dato(o.listen_er_per)}{change}."


def options() -> list[tuple[str, str]]:
    return [(ALL, "Alle"), *((c, valgnavn(c)) for c in CHANGES)]


def row(r: Restanserad) -> tuple[str, ...]:
    return (
        r.saksnummer,
        r.soeker,
        valgnavn(r.endring),
        str(r.restanse),
        str(r.foer) if r.foer else "",
        vis_tall(r.eldste_forfall) if r.eldste_forfall else "",
        r.neste_steg or "",
        vis_tall(r.neste_dag) if r.neste_dag else "",
        vis_tall(r.siste_kontakt) if r.siste_kontakt else "ingen",
        valgnavn(r.avtale) if r.avtale else "",
    )


def import_row(i: Importrad) -> tuple[str, ...]:
    undone = f"{vis_tall(i.angret_dato)}: {i.angret_grunn}" if i.angret_dato else ""
    what, when = KINDS[i.slag], f"{vis_tidspunkt(i.importert_tidspunkt)} ({i.importert_av})"
    return (str(i.id), when, what, vis_tall(i.per_dato), str(i.rader), str(len(i.feil)), undone)


def tray_row(s: Skuffrad) -> tuple[str, ...]:
    amount = f"Reversert {s.beloep}" if s.er_reversering else str(s.beloep)
    return (str(s.id), vis_tall(s.dato), amount, s.kid or "", s.betaler or "", s.melding or "", s.hvorfor_ikke or "")


def unknown_row(u: Ukjentkrav) -> tuple[str, ...]:
    return (str(u.rad), u.kid, str(u.beloep), vis_tall(u.forfall))


def proposal(f: Importforslag) -> str:
    """What taking this list in would come to."""
    if f.hindring is not None:
        return f.hindring
    parts = [f"{f.rader} krav på til sammen {f.sum} kan leses inn."]
    if f.ukjent_kid:
        parts.append(f"{f.ukjent_kid} har en KID som ingen leieavtale her har.")
    if f.feil:
        parts.append(f"{_rows(len(f.feil))} har feil og blir ikke lest inn.")
    return " ".join(parts)


def _rows(count: int) -> str:
    return "1 rad" if count == 1 else f"{count} rader"


def list_done(result: Mapping[str, Any]) -> str:
    changes = result["endringer"]
    return (
        f"Listen er lest inn som import {result['import']}: {result['rader']} krav, {_rows(len(result['feil']))} med "
        f"feil. {changes['ny']} nye, {changes['oekt']} økte, {changes['loest']} løste."
    )


def payments_done(result: Mapping[str, Any]) -> str:
    broken = result["brutte_avtaler"]
    told = f" Brutte avtaler: {', '.join(broken)}." if broken else ""
    return (
        f"Filen er lest inn som import {result['import']}: {result['plassert']} plassert, {result['i_skuffen']} i "
        f"skuffen, {_rows(len(result['feil']))} med feil.{told}"
    )
