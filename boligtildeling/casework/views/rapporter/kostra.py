"""The figures for KOSTRA: each question, what it means, the number, and the cases behind it."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from boligtildeling.casework.boforhold.begjaering import er_synlig_begjaering
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.boforhold.begjaering import Begjaering
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.sak import Sak

KORT_OPPHOLD, LANGT_OPPHOLD = 14, 92
"""Days in temporary housing: at most a fortnight, and more than three months."""
Svar = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Grunntall:
    """What everything is counted from: the year, the cases and dwellings that the reader may know of."""

    aar: int
    i_dag: date
    saker: Sequence[Sak]
    boliger: Sequence[Bolig]
    begjaeringer: Sequence[Begjaering]

    def i_aaret(self, dag: date | None) -> bool:
        return dag is not None and dag.year == self.aar

    @property
    def nye(self) -> list[Sak]:
        """Households that did not live in a municipal dwelling when they applied."""
        return [
            s for s in self.saker if s.soeknad.soeknadstype == "ny" and s.soeknad.bosituasjon.type != "leid_kommunal"
        ]

    @property
    def nyinnflyttede(self) -> list[Sak]:
        return [s for s in self.nye if any(self.i_aaret(u.tidspunkt.date()) for u in s.utleveringer)]

    @property
    def venter(self) -> list[Sak]:
        return [
            s
            for s in self.nye
            if s.vedtak_er_sendt
            and s.vedtak[-1].innhold.utfall == "innvilget"
            and not s.noekkel_er_utlevert
            and s.avslutning is None
        ]

    def dager_i_midlertidig(self, sak: Sak) -> int:
        """Days of the year that the household has been in temporary housing; an open stay runs until today."""
        fra, til = date(self.aar, 1, 1), min(date(self.aar, 12, 31), self.i_dag)
        opphold = ((max(b.fra_dato, fra), min(b.til_dato or til, til)) for b in sak.midlertidige_botilbud)
        return sum((slutt - start).days + 1 for start, slutt in opphold if slutt >= start)

    @property
    def midlertidige(self) -> list[Sak]:
        return [s for s in self.saker if self.dager_i_midlertidig(s) > 0]

    def har_barn(self, sak: Sak) -> bool:
        return any(m.er_barn(sak.mottatt_dato) for m in sak.soeknad.husstand)


def _saker(saker: Iterable[Sak]) -> Svar:
    numre = tuple(s.saksnummer for s in saker)
    return len(numre), numre


def _boliger(g: Grunntall, holder: Callable[[Bolig], bool]) -> Svar:
    return sum(holder(b) for b in g.boliger), ()


def _av_aarsak(saker: Iterable[Sak], aarsak: str) -> Svar:
    return _saker(s for s in saker if s.soeknad.hovedaarsak == aarsak)


def _mottatt(g: Grunntall, saker: Iterable[Sak], slag: str) -> Svar:
    return _saker(s for s in saker if s.soeknad.soeknadstype == slag and g.i_aaret(s.mottatt_dato))


def _avslag(g: Grunntall) -> Svar:
    return _saker(s for s in g.nye if any(v.innhold.utfall == "avslag" and g.i_aaret(v.sendt_dato) for v in s.vedtak))


def _utkastelser(g: Grunntall) -> Svar:
    gjennomfoert = [
        b
        for b in g.begjaeringer
        if b.saksoeker == "kommunal" and b.utfall == "gjennomfoert" and g.i_aaret(b.utfall_dato)
    ]
    return len(gjennomfoert), tuple(b.saksnummer for b in gjennomfoert if b.saksnummer)


def _korte(g: Grunntall) -> Svar:
    return _saker(
        s
        for s in g.saker
        if any(k.er_kort and k.annullert_grunn is None and g.i_aaret(k.fra_dato) for k in s.kontrakter)
    )


REGLER: Mapping[str, Callable[[Grunntall], Svar]] = {
    "boliger_i_alt": lambda g: _boliger(g, lambda _: True),
    "boliger_eid": lambda g: _boliger(g, lambda b: b.disposisjonsform == "eid"),
    "boliger_innleid": lambda g: _boliger(g, lambda b: b.disposisjonsform == "innleid"),
    "boliger_disposisjonsrett": lambda g: _boliger(
        g, lambda b: b.disposisjonsform in {"privat_eid_med_disposisjonsrett", "stiftelse"}
    ),
    "boliger_rullestol": lambda g: _boliger(g, lambda b: b.rullestol),
    "nye_soekere": lambda g: _mottatt(g, g.nye, "ny"),
    "soeknader_bytte": lambda g: _mottatt(g, g.saker, "bytte"),
    "soeknader_forlengelse": lambda g: _mottatt(g, g.saker, "forlengelse"),
    "nye_avslag": _avslag,
    "nyinnflyttede": lambda g: _saker(g.nyinnflyttede),
    "nyinnflyttede_flyktninger": lambda g: _av_aarsak(g.nyinnflyttede, "flyktning"),
    "nyinnflyttede_psykisk_rus": lambda g: _av_aarsak(g.nyinnflyttede, "psykisk_helse_eller_rus"),
    "nyinnflyttede_med_barn": lambda g: _saker(s for s in g.nyinnflyttede if g.har_barn(s)),
    "venter": lambda g: _saker(g.venter),
    "venter_psykisk_rus": lambda g: _av_aarsak(g.venter, "psykisk_helse_eller_rus"),
    "midlertidig_i_alt": lambda g: _saker(g.midlertidige),
    "midlertidig_kort": lambda g: _saker(s for s in g.midlertidige if g.dager_i_midlertidig(s) <= KORT_OPPHOLD),
    "midlertidig_barn_lenge": lambda g: _saker(
        s for s in g.midlertidige if g.har_barn(s) and g.dager_i_midlertidig(s) > LANGT_OPPHOLD
    ),
    "korte_kontrakter": _korte,
    "utkastelser": _utkastelser,
}


@cache
def kostraskjema(aar: int) -> Mapping[str, Any]:
    """The questions that hold in the year: the newest that had begun, else the first there is."""
    mappe = files("resources").joinpath("reports")
    utgaver = [
        tomllib.loads(fil.read_text(encoding="utf-8"))
        for fil in sorted(mappe.iterdir(), key=lambda f: f.name)
        if fil.name.startswith("kostra-")
    ]
    gjelder = [u for u in utgaver if u["gjelder_fra"] <= aar]
    return gjelder[-1] if gjelder else utgaver[0]


def kostra(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """The figures of the year that `til` is in."""
    grunntall = _grunntall(arbeid, til.year)
    tabeller = tuple(_tabell(gruppe, grunntall) for gruppe in kostraskjema(til.year)["gruppe"])
    return Rapport(
        navn="kostra",
        tittel=f"Tall til KOSTRA {til.year}",
        laget=arbeid.i_dag,
        fra=date(til.year, 1, 1),
        til=date(til.year, 12, 31),
        tabeller=tabeller,
        merknader=(
            "Tallene føres inn i KOSTRA-skjemaet på nett. Ingenting sendes herfra.",
            "Saker du ikke har tilgang til, er ikke med.",
        ),
    )


def _tabell(gruppe: Mapping[str, Any], grunntall: Grunntall) -> Tabell:
    rader = []
    for rad in gruppe["rad"]:
        antall, saker = REGLER[rad["regel"]](grunntall)
        rader.append(Rad(celler=(rad["tekst"], antall, rad["definisjon"]), saker=saker))
    return Tabell(
        tittel=gruppe["tittel"],
        kolonner=(
            Kolonne(navn="Spørsmål", slag="tekst"),
            Kolonne(navn="Antall"),
            Kolonne(navn="Hva som telles", slag="tekst"),
        ),
        rader=tuple(rader),
    )


def _grunntall(arbeid: Arbeid, aar: int) -> Grunntall:
    saker = select(Sak).where(er_synlig_for(arbeid.bruker)).order_by(Sak.saksnummer)
    deler = (selectinload(Sak.vedtak), selectinload(Sak.utleveringer), selectinload(Sak.kontrakter))
    return Grunntall(
        aar=aar,
        i_dag=arbeid.i_dag,
        saker=arbeid.session.scalars(saker.options(*deler)).all(),
        boliger=arbeid.session.scalars(select(Bolig).where(Bolig.er_skjermet.is_(False))).all(),
        begjaeringer=arbeid.session.scalars(select(Begjaering).where(er_synlig_begjaering(arbeid.bruker))).all(),
    )
