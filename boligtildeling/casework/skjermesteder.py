"""Where the content of a case stands: finds a place by its pointer, and every place that says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json import dumps, loads
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, Text, text
from sqlalchemy.orm import Session

from boligtildeling.casework.historikk import linje_nummer
from boligtildeling.domain.base import Base, Tidspunkt, Verdi, omformer
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.skjerming import Sladding

Noekkel = tuple[tuple[str, Any], ...]
"""The columns that name a row, and their values."""

_SAKSKOLONNER = frozenset(
    {
        *("soeknad", "oekonomiplan", "oppfoelgingsplan", "kontraktsvalg"),
        *("paa_vent", "hasteloep", "avslutning", "midlertidige_botilbud", "utsettelser"),
    }
)
_RADER: Mapping[str, tuple[str, str, str]] = {
    "svar": ("svar", "kode", "innhold"),
    "unntak": ("unntak", "kode", "grunn"),
    "oppgaver": ("oppgave", "id", "tekst"),
    "avvik": ("avvik", "id", "grunn"),
    "notater": ("notat", "id", "tekst"),
    "vedtak": ("vedtak", "nummer", "innhold"),
    "tilbud": ("tilbud", "id", "grunn"),
    "kontrakter": ("kontrakt", "id", "annullert_grunn"),
    "utleveringer": ("noekkelutlevering", "id", "mottaker"),
    "kontakter": ("kontaktforsoek", "id", "referat"),
    "virkemidler": ("virkemiddel", "id", "grunn"),
    "garantier": ("garanti", "id", "vilkaar"),
    "moeter": ("moetesak", "id", "droefting"),
    "leieforhold": ("leieforhold", "saksnummer", "utflytting"),
    "husstandssoeknader": ("husstandssoeknad", "id", "hvem"),
    "leieendringer": ("leieendring", "id", "merknad"),
    "evalueringer": ("oppfoelgingsevaluering", "id", "vurdering"),
    "klager": ("klage", "id", "innhold"),
    "historikk": ("hendelsesinnhold", "hendelse", "data"),
    "vedlegg": ("vedlegg", "id", "innhold"),
    "dokumenter": ("dokument", "id", "innhold"),
}
"""First word of a pointer: the table, the column that the second word names a row by, and the column that is meant."""

FILER = frozenset({"vedlegg", "dokument"})
_PAKKER = "SELECT {} FROM innsynspakke WHERE saker LIKE :i_pakke"
_I_PAKKE: Mapping[str, str] = {
    "innsynspakke": "saker LIKE :i_pakke",
    "innsynsfjerning": f"pakke IN ({_PAKKER.format('id')})",
    "dokument": f"id IN ({_PAKKER.format('dokument')})",
}
"""Where an innsynspakke made from another case holds what stands in this one."""
_EGNE = frozenset({"hendelse", "lesning", "skjerming", "soekeord"})
"""Tables with nothing typed in them, or that are made anew from the rest."""
_FASTE = frozenset(
    {
        *("saksnummer", "sha256", "steg", "status", "type", "maate", "kode", "hva", "kid", "versjon", "part", "navn"),
        "skjema",
        *("kanal", "aktoer", "virkemiddel", "grunnlag", "konklusjon", "gjelder", "referanse"),
        *("forfattere", "kontrollert", "kjennetegn", "legitimasjon", "signert", "leser", "flagg"),
        *("slag", "utfall", "del", "svar_grunn"),
    }
)
"""Columns that hold codes."""


@dataclass(frozen=True, slots=True, repr=False)
class Maal:
    """What a pointer points at. `sti` leads into a value; it is empty for a text, a note or a file."""

    tabell: str
    noekkel: Noekkel
    kolonne: str
    sti: tuple[str, ...]
    verdi: Any


@dataclass(frozen=True, slots=True, repr=False)
class Sted:
    """One column of one row, what stands there, and what is to stand there instead, both as they are stored."""

    tabell: str
    noekkel: Noekkel
    kolonne: str
    foer: Any
    etter: Any


def finn_maal(session: Session, sak: Sak, hvor: str) -> Maal | None:
    """What `hvor` points at in the case; None when there is nothing there."""
    ledd = [del_.replace("~1", "/").replace("~0", "~") for del_ in hvor.split("/")]
    if len(ledd) < 2 or ledd[0]:
        return None
    hode, *resten = ledd[1:]
    if hode in _SAKSKOLONNER:
        return _les(session, "sak", (("saksnummer", sak.saksnummer),), hode, tuple(resten))
    if hode not in _RADER or not resten:
        return None
    tabell, navn, standard = _RADER[hode]
    nummer, *sti = resten
    if hode == "historikk":
        linje = linje_nummer(session, sak.saksnummer, int(nummer)) if nummer.isascii() and nummer.isdigit() else None
        nummer = str(linje.id) if linje is not None else ""
    kolonner = Base.metadata.tables[tabell].columns
    kolonne = sti.pop(0) if sti and sti[0] in kolonner and not er_fast(kolonner[sti[0]]) else standard
    return _les(session, tabell, ((navn, nummer), ("saksnummer", sak.saksnummer)), kolonne, tuple(sti))


def _les(session: Session, tabell: str, noekkel: Noekkel, kolonne: str, sti: tuple[str, ...]) -> Maal | None:
    """The value at the end of the path, with the row named by its own key."""
    egen = [k.name for k in Base.metadata.tables[tabell].primary_key]
    felt = ", ".join(f"{tabell}.{navn}" for navn in egen)
    hvor = " AND ".join(f"CAST({_fullt_navn(tabell, navn)} AS TEXT) = :{navn}" for navn, _ in noekkel)
    spoerring = text(f"SELECT {felt}, {kolonne} AS verdi FROM {_kilde(tabell)} WHERE {hvor}")
    rad = session.execute(spoerring, {navn: str(verdi) for navn, verdi in noekkel}).mappings().one_or_none()
    if rad is None or rad["verdi"] is None:
        return None
    verdi = rad["verdi"]
    if er_verdi(tabell, kolonne):
        verdi = _foelg(loads(verdi), sti)
    elif sti:
        return None
    return Maal(tabell, tuple((n, rad[n]) for n in egen), kolonne, sti, verdi) if verdi is not None else None


def _foelg(verdi: Any, sti: tuple[str, ...]) -> Any:
    for ledd in sti:
        if isinstance(verdi, dict):
            verdi = verdi.get(ledd)
        elif isinstance(verdi, list) and ledd.isascii() and ledd.isdigit() and int(ledd) < len(verdi):
            verdi = verdi[int(ledd)]
        else:
            return None
    return verdi


def finn_steder(session: Session, saksnummer: str, sladding: Sladding) -> Iterator[Sted]:
    """Every place in the case, its history too, that says it; files are not looked into."""
    for tabell in Base.metadata.sorted_tables:
        if tabell.name == "hendelsesinnhold" or ("saksnummer" in tabell.columns and tabell.name not in _EGNE):
            yield from _i_tabell(session, tabell, saksnummer, sladding)


def _i_tabell(session: Session, tabell: Table, saksnummer: str, sladding: Sladding) -> Iterator[Sted]:
    kolonner = [k for k in tabell.columns if _kan_ha_tekst(k)]
    if not kolonner:
        return
    egen = [k.name for k in tabell.primary_key]
    navn = ", ".join(f"{tabell.name}.{n}" for n in dict.fromkeys((*egen, *(k.name for k in kolonner))))
    hvor = (
        f"saksnummer = :saksnummer OR {_I_PAKKE[tabell.name]}"
        if tabell.name in _I_PAKKE
        else "saksnummer = :saksnummer"
    )
    spoerring = text(f"SELECT {navn} FROM {_kilde(tabell.name)} WHERE {hvor}")
    for rad in session.execute(spoerring, {"saksnummer": saksnummer, "i_pakke": f'%"{saksnummer}"%'}).mappings().all():
        for kolonne in kolonner:
            foer = rad[kolonne.name]
            etter = _sladdet(kolonne, foer, sladding)
            if etter != foer:
                yield Sted(tabell.name, tuple((n, rad[n]) for n in egen), kolonne.name, foer, etter)


def _sladdet(kolonne: Column[Any], foer: Any, sladding: Sladding) -> Any:
    if not isinstance(foer, str):
        return foer
    if not isinstance(kolonne.type, Verdi):
        return sladding.i_tekst(foer)
    verdi = loads(foer)
    ny = sladding.i_verdi(verdi, fritt=kolonne.name in {"data", "visning"})
    return foer if ny == verdi else dumps(ny, ensure_ascii=False, sort_keys=True)


def kan_leses(sted: Sted) -> bool:
    """Whether what is to stand there is still a value of its kind: a date or a choice cannot be left out."""
    kolonne = Base.metadata.tables[sted.tabell].columns[sted.kolonne]
    if not isinstance(kolonne.type, Verdi) or not isinstance(sted.etter, str):
        return bool(sted.etter is not None or kolonne.nullable)
    try:
        omformer().structure(loads(sted.etter), kolonne.type.typ)
    except (ExceptionGroup, ValueError, TypeError, KeyError):
        return False
    return True


def skriv(session: Session, sted: Sted, **flere: str) -> None:
    """Puts what is to stand there in place, and in `flere` columns of the same row what they are to hold."""
    nye = {sted.kolonne: sted.etter, **flere}
    sett = ", ".join(f"{kolonne} = :ny_{kolonne}" for kolonne in nye)
    hvor = " AND ".join(f"{navn} = :{navn}" for navn, _ in sted.noekkel)
    verdier = {**{f"ny_{kolonne}": verdi for kolonne, verdi in nye.items()}, **dict(sted.noekkel)}
    session.execute(text(f"UPDATE {sted.tabell} SET {sett} WHERE {hvor}"), verdier)


def er_verdi(tabell: str, kolonne: str) -> bool:
    """Whether the column holds a value of many parts."""
    return isinstance(Base.metadata.tables[tabell].columns[kolonne].type, Verdi)


def er_fast(kolonne: Column[Any]) -> bool:
    """A column that is not for content: keys, codes, who and when."""
    er_hvem = kolonne.name.endswith("_av") or bool(kolonne.foreign_keys)
    return kolonne.primary_key or er_hvem or kolonne.name in _FASTE or isinstance(kolonne.type, Tidspunkt)


def _kan_ha_tekst(kolonne: Column[Any]) -> bool:
    return not er_fast(kolonne) and not isinstance(kolonne.type, LargeBinary) and _er_tekst(kolonne)


def _er_tekst(kolonne: Column[Any]) -> bool:
    return isinstance(kolonne.type, Verdi | Text) or kolonne.type.python_type is str


def _fullt_navn(tabell: str, kolonne: str) -> str:
    return f"{tabell}.{kolonne}" if kolonne in Base.metadata.tables[tabell].columns else kolonne


def _kilde(tabell: str) -> str:
    if tabell == "hendelsesinnhold":
        return "hendelsesinnhold JOIN hendelse ON hendelse.id = hendelsesinnhold.hendelse"
    return tabell
