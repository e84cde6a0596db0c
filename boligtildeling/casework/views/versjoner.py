"""Earlier editions of what a case holds: who changed what, when, from what to what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.base import omformer
from boligtildeling.domain.endring import Feltendring, forskjeller
from boligtildeling.domain.historikk import Hendelse, TidligereAdresse

Par = tuple[str, Any, Any]
"""Where, what stood there, what stands there instead."""

_OM_KOMMANDOEN = frozenset({"saksnummer", "sett_versjon"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Versjon:
    """One line of history that changed something: who, when, by which act, and the fields."""

    hendelse: int
    tidspunkt: datetime
    bruker: str
    tittel: str
    endringer: tuple[Feltendring, ...]


def tidligere_versjoner(arbeid: Arbeid) -> tuple[Versjon, ...]:
    """Every change of the case that replaced something or can be taken back, newest first."""
    linjer = arbeid.session.scalars(
        select(Hendelse).where(Hendelse.saksnummer == arbeid.sak.saksnummer).order_by(Hendelse.id)
    ).all()
    etter_nummer = {h.id: h for h in linjer}
    adresser = _adresser(arbeid)
    alle = [
        _versjon(nummer, h, (*_endringer(h, etter_nummer), *adresser.get(h.id, ())))
        for nummer, h in enumerate(linjer, 1)
    ]
    return tuple(v for v in reversed(alle) if v.endringer)


def _versjon(nummer: int, h: Hendelse, endringer: tuple[Feltendring, ...]) -> Versjon:
    tittel = HANDLINGER[h.handling].tittel if h.handling in HANDLINGER else h.handling
    return Versjon(hendelse=nummer, tidspunkt=h.tidspunkt, bruker=h.bruker, tittel=tittel, endringer=endringer)


def _endringer(h: Hendelse, linjer: dict[int, Hendelse]) -> Iterator[Feltendring]:
    angret = linjer.get(h.data["kommando"].get("hendelse", 0)) if h.handling == "angre" else None
    if angret is not None:
        yield from (Feltendring(e.sted, e.til, e.fra) for e in _endringer(angret, linjer))
    elif h.data.get("foer") is not None:
        for sted, fra, til in _PAR.get(h.handling, _som_navngitt)(h):
            yield from forskjeller(sted, fra, til)


def _adresser(arbeid: Arbeid) -> dict[int, tuple[Feltendring, ...]]:
    """Addresses that were corrected: they stand outside the history. What came instead is the next one, or today's."""
    naa = {"soeker": arbeid.sak.soeknad.soeker, "medsoeker": arbeid.sak.soeknad.medsoeker}
    senere = {part: omformer().unstructure(p.adresse) if p else None for part, p in naa.items()}
    funn: dict[int, tuple[Feltendring, ...]] = {}
    for rad in arbeid.session.scalars(
        select(TidligereAdresse)
        .where(TidligereAdresse.saksnummer == arbeid.sak.saksnummer)
        .order_by(TidligereAdresse.id.desc())
    ):
        fra = omformer().unstructure(rad.adresse)
        funn[rad.hendelse] = (
            *funn.get(rad.hendelse, ()),
            *forskjeller(f"/soeknad/{rad.part}/adresse", fra, senere[rad.part]),
        )
        senere[rad.part] = fra
    return funn


def _innholdet(h: Hendelse) -> dict[str, Any]:
    return {navn: verdi for navn, verdi in h.data["kommando"].items() if navn not in _OM_KOMMANDOEN}


def _felt(h: Hendelse) -> Iterator[Par]:
    foer = h.data["foer"]
    yield f"/{foer['felt']}", foer["verdi"], _innholdet(h)


def _soeknad(h: Hendelse) -> Iterator[Par]:
    yield "/soeknad", h.data["foer"]["verdi"], h.data["kommando"]["soeknad"]


def _svar(h: Hendelse) -> Iterator[Par]:
    foer, ny = h.data["foer"], _innholdet(h)
    ny.pop("sjekkpunkt")
    yield f"/svar/{foer['kode']}", foer["svar"], {**ny, "av": h.bruker}


def _unntak(h: Hendelse) -> Iterator[Par]:
    yield f"/unntak/{h.data['foer']['kode']}/grunn", None, h.data["kommando"]["grunn"]


def _kjennetegn(h: Hendelse) -> Iterator[Par]:
    kommando = h.data["kommando"]
    navn = kommando["kjennetegn"]
    yield f"/kjennetegn/{navn}", navn in h.data["foer"]["kjennetegn"], kommando["verdi"]


def _vilkaar(h: Hendelse) -> Iterator[Par]:
    ny = _innholdet(h)
    yield f"/vilkaarskontroll/{ny.pop('vilkaar')}", h.data["foer"]["kontroll"], {**ny, "kontrollert_av": h.bruker}


def _paa_vent(h: Hendelse) -> Iterator[Par]:
    ny = {**_innholdet(h), "fra_dato": h.tidspunkt.date().isoformat()} if h.handling == "sett_paa_vent" else None
    yield "/paa_vent", h.data["foer"]["paa_vent"], ny


def _ansvarlig(h: Hendelse) -> Iterator[Par]:
    yield "/ansvarlig", h.data["foer"]["ansvarlig"], h.data["kommando"].get("bruker", h.bruker)


def _foreloepig_svar(h: Hendelse) -> Iterator[Par]:
    ny = h.data["kommando"]["dato"] or h.tidspunkt.date().isoformat()
    yield "/foreloepig_svar_dato", h.data["foer"]["foreloepig_svar_dato"], ny


def _status(h: Hendelse) -> Iterator[Par]:
    yield (
        "/vedtak/status",
        h.data["foer"]["status"],
        "til_godkjenning" if h.handling != "godkjenn_vedtak" else "godkjent",
    )


def _opphevelse(h: Hendelse) -> Iterator[Par]:
    yield "/vedtak/status", h.data["foer"]["status"], "omgjort" if h.handling == "omgjoer_vedtak" else "bortfalt"


def _varsel(h: Hendelse) -> Iterator[Par]:
    ny = _innholdet(h)
    ny.pop("maate")
    sendt = {"sendt_av": h.bruker, "sendt_dato": h.tidspunkt.date().isoformat()}
    yield "/vedtak/varsel", h.data["foer"]["varsel"], {**ny, **sendt}


def _tilbud(h: Hendelse) -> Iterator[Par]:
    er_svar = h.handling == "svar_paa_tilbud"
    sted = f"/tilbud/{h.data['foer']['tilbud']}/status"
    yield sted, "tilbudt" if er_svar else None, h.data["kommando"]["svar"] if er_svar else "tilbudt"


def _avslutning(h: Hendelse) -> Iterator[Par]:
    yield "/avslutning", None, _innholdet(h)


def _som_navngitt(h: Hendelse) -> Iterator[Par]:
    """An act that keeps what it replaced under the name that the command gives it."""
    for navn, fra in h.data["foer"].items():
        yield f"/{navn}", fra, h.data["kommando"].get(navn)


_PAR: dict[str, Callable[[Hendelse], Iterator[Par]]] = {
    "rett_soeknad": _soeknad,
    "lagre_oekonomiplan": _felt,
    "lagre_oppfoelgingsplan": _felt,
    "velg_kontraktstype": _felt,
    "skriv_vedtak": _felt,
    "kryss_av": _svar,
    "gi_unntak": _unntak,
    "sett_kjennetegn": _kjennetegn,
    "kontroller_vilkaar": _vilkaar,
    "sett_paa_vent": _paa_vent,
    "ta_opp_igjen": _paa_vent,
    "overta_sak": _ansvarlig,
    "tildel_sak": _ansvarlig,
    "send_foreloepig_svar": _foreloepig_svar,
    "send_til_godkjenning": _status,
    "godkjenn_vedtak": _status,
    "omgjoer_vedtak": _opphevelse,
    "la_vedtak_falle_bort": _opphevelse,
    "send_forhaandsvarsel": _varsel,
    "tilby_bolig": _tilbud,
    "svar_paa_tilbud": _tilbud,
    "trekk_soeknad": _avslutning,
    "avslutt_sak": _avslutning,
}

VERSJONER = visning("versjoner", "Tidligere versjoner av saken", tidligere_versjoner, om_sak=True)
