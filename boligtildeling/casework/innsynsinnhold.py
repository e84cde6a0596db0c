"""Everything that a case holds about a person, piece by piece, each with its place and its name in words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.sak import saksvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.casework.views.versjoner import Versjon, tidligere_versjoner
from boligtildeling.domain.datoer import vis_dato, vis_tidspunkt
from boligtildeling.domain.feltnavn import VALGNAVN, feltnavn, valgnavn
from boligtildeling.domain.innsyn import Avsnitt, Opplysning, Saksinnhold
from boligtildeling.domain.penger import Kroner

_DELER = (
    ("Søknaden", "soeknad"),
    ("Økonomisk plan", "oekonomiplan"),
    ("Oppfølgingsplan", "oppfoelgingsplan"),
    ("Valg av kontrakt", "kontraktsvalg"),
    ("Boligen", "bolig"),
    ("Tilbud", "tilbud"),
    ("Kontrakt", "kontrakt"),
    ("Nøkkel", "utlevering"),
    ("Leieforhold", "leieforhold"),
    ("Klager", "klager"),
    ("På vent", "paa_vent"),
    ("Hasteløp", "hasteloep"),
    ("Avslutning", "avslutning"),
    ("Midlertidig botilbud", "midlertidige_botilbud"),
    ("Avvik", "avvik"),
    ("Oppgaver", "oppgaver"),
)
"""Heading, and the field of the case's view."""

_EGNE_RADER = frozenset({"kontakter", "virkemidler", "garantier", "moeter"})
"""Parts of the follow-up of the rent where each row has a number of its own."""

_OM_TALLENE = frozenset({"id", "versjon"})
"""Numbers that say nothing about anyone."""


def saksinnhold(arbeid: Arbeid) -> Saksinnhold:
    """What the case that `arbeid` holds has about the people in it; parts with nothing in them are left out."""
    visning, versjoner = saksvisning(arbeid), tidligere_versjoner(arbeid)
    rot = f"/{visning.saksnummer}"
    alle = [Avsnitt(tittel=t, opplysninger=tuple(o)) for t, o in _avsnitt(visning, versjoner, rot)]
    return Saksinnhold(saksnummer=visning.saksnummer, avsnitt=tuple(a for a in alle if a.opplysninger))


def _avsnitt(v: Saksvisning, versjoner: tuple[Versjon, ...], rot: str) -> Iterator[tuple[str, Iterator[Opplysning]]]:
    for tittel, felt in _DELER:
        yield tittel, _biter(f"{rot}/{felt}", (), getattr(v, felt))
    yield "Oppfølging av leien", _oppfoelging(v, rot)
    yield "Vedtak", _vedtak(v, rot)
    yield "Svar på sjekkpunkter", _svar(v, rot)
    yield "Notater", _notater(v, rot)
    yield "Vedlegg", _titler(f"{rot}/vedlegg", [(x.id, x.lagt_ved_tidspunkt, x.tittel) for x in v.vedlegg])
    yield "Dokumenter", _titler(f"{rot}/dokumenter", [(x.id, x.laget_tidspunkt, x.tittel) for x in v.dokumenter])
    yield (
        "Hva som er gjort",
        _titler(f"{rot}/historikk", [(h.id, h.tidspunkt, f"{h.tittel} ({h.bruker})") for h in reversed(v.historikk)]),
    )
    yield "Tidligere opplysninger", _tidligere(versjoner, rot)


def _oppfoelging(v: Saksvisning, rot: str) -> Iterator[Opplysning]:
    """What is known of the rent; what someone wrote is named by its own row, so that it can be shielded."""
    leie = v.oppfoelging_av_leie
    if leie is None:
        return
    for felt in fields(leie):
        verdi, tittel = getattr(leie, felt.name), feltnavn(type(leie).__name__, felt.name)
        if felt.name in _EGNE_RADER:
            for rad in verdi:
                yield from _biter(f"{rot}/{felt.name}/{rad.id}", (tittel,), rad)
        else:
            yield from _biter(f"{rot}/oppfoelging_av_leie/{felt.name}", (tittel,), verdi)


def _vedtak(v: Saksvisning, rot: str) -> Iterator[Opplysning]:
    if v.vedtak is not None:
        yield from _biter(f"{rot}/vedtak/{v.vedtak.nummer}", (), v.vedtak.innhold)
        yield from _biter(f"{rot}/vedtak/{v.vedtak.nummer}/sendt_dato", ("Sendt",), v.vedtak.sendt_dato)


def _svar(v: Saksvisning, rot: str) -> Iterator[Opplysning]:
    for p in v.sjekkpunkter:
        yield from _biter(f"{rot}/svar/{p.kode}", (f"{p.kode} {p.kort}",), p.svar)
        if p.unntak is not None:
            yield from _biter(f"{rot}/unntak/{p.kode}", (f"{p.kode} {p.kort}", "Unntak"), p.unntak)


def _notater(v: Saksvisning, rot: str) -> Iterator[Opplysning]:
    for n in v.notater:
        etikett = f"{vis_tidspunkt(n.skrevet_tidspunkt)} ({n.skrevet_av})"
        yield Opplysning(sted=f"{rot}/notater/{n.id}", etikett=etikett, verdi=n.tekst)


def _titler(rot: str, rader: list[tuple[int, datetime, str]]) -> Iterator[Opplysning]:
    for nummer, naar, tittel in rader:
        yield Opplysning(sted=f"{rot}/{nummer}", etikett=vis_tidspunkt(naar), verdi=tittel)


def _tidligere(versjoner: tuple[Versjon, ...], rot: str) -> Iterator[Opplysning]:
    for v in versjoner:
        for e in v.endringer:
            etikett = f"{vis_tidspunkt(v.tidspunkt)} – {_sti_i_ord(e.sted)}"
            verdi = f"Fra «{_i_ord(e.fra)}» til «{_i_ord(e.til)}»"
            yield Opplysning(sted=f"{rot}/versjoner/{v.hendelse}{e.sted}", etikett=etikett, verdi=verdi)


def _sti_i_ord(sted: str) -> str:
    ledd = [feltnavn("", del_) if not del_.isdigit() else str(int(del_) + 1) for del_ in sted.split("/") if del_]
    return " – ".join(ledd)


def _biter(sted: str, navn: tuple[str, ...], verdi: Any) -> Iterator[Opplysning]:
    """Every text, number, date and choice in a value, each by its path in words."""
    if verdi is None or verdi == "":
        return
    if is_dataclass(verdi) and not isinstance(verdi, Kroner) and not isinstance(verdi, type):
        for felt in fields(verdi):
            if felt.name not in _OM_TALLENE:
                tittel = feltnavn(type(verdi).__name__, felt.name)
                yield from _biter(f"{sted}/{felt.name}", (*navn, tittel), getattr(verdi, felt.name))
    elif isinstance(verdi, Mapping):
        for noekkel, del_ in verdi.items():
            yield from _biter(f"{sted}/{noekkel}", (*navn, valgnavn(noekkel)), del_)
    elif isinstance(verdi, tuple):
        for nr, del_ in enumerate(verdi):
            yield from _biter(f"{sted}/{nr}", (*navn, str(nr + 1)) if len(verdi) > 1 else navn, del_)
    else:
        yield Opplysning(sted=sted, etikett=" – ".join(navn), verdi=_i_ord(verdi))


def _i_ord(verdi: Any) -> str:
    if verdi is None:
        return "ikke oppgitt"
    if isinstance(verdi, bool):
        return "Ja" if verdi else "Nei"
    if isinstance(verdi, datetime):
        return vis_tidspunkt(verdi)
    if isinstance(verdi, date):
        return vis_dato(verdi)
    if isinstance(verdi, str):
        return valgnavn(verdi) if verdi in VALGNAVN else verdi
    return str(verdi)
