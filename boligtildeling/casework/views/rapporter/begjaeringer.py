"""Begjæringer and evictions per quarter, by bydel and by claimant; and against a year to compare with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from boligtildeling.casework.boforhold.begjaering import er_synlig_begjaering
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.rapporter.form import Celle, Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.boforhold.begjaering import AARSAKER, SAKSOEKERE, Begjaering
from boligtildeling.domain.boforhold.tall import andel

UKJENT_BYDEL = "Bydel ikke kjent"
MAAL_BEGJAERINGER, MAAL_UTKASTELSER = -50, -30
"""What the number of begjæringer and of evictions is to change by, in percent (the fag document, row 32)."""
_KOLONNER = (
    Kolonne(navn="Begjæringer"),
    Kolonne(navn="Gjennomført"),
    Kolonne(navn="Gjennomføringsgrad", slag="prosent"),
    Kolonne(navn="Med barn"),
    Kolonne(navn="Aktiv sosialsak"),
)
_MERKNADER = (
    "En begjæring teller i perioden den ble mottatt, og utfallet følger den.",
    "Saker du ikke har tilgang til, er ikke med.",
)
Gruppe = Callable[[Begjaering], str]


def begjaeringsrapport(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Everything that came in the period, quarter by quarter, by bydel, claimant and cause."""
    rader = _hent(arbeid, fra, til)
    return Rapport(
        navn="begjaeringer",
        tittel="Begjæringer om utkastelse",
        laget=arbeid.i_dag,
        fra=fra,
        til=til,
        tabeller=(
            _tabell("Kvartal for kvartal", "Kvartal", rader, lambda b: kvartal(b.mottatt_dato)),
            _tabell("Etter bydel", "Bydel", rader, lambda b: b.bydel or UKJENT_BYDEL),
            _tabell("Etter saksøker", "Saksøker", rader, lambda b: _stor(SAKSOEKERE[b.saksoeker])),
            _tabell("Etter årsak", "Årsak", rader, lambda b: _stor(AARSAKER[b.aarsak])),
        ),
        merknader=_MERKNADER,
    )


def maalrapport(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """This year so far against the year that it is compared with, which is the one that `fra` is in."""
    naa = arbeid.i_dag.year
    aarene = {aar: _hent(arbeid, date(aar, 1, 1), date(aar, 12, 31)) for aar in (fra.year, naa)}
    linjer = []
    for hva, maal, velg in (
        ("Begjæringer", MAAL_BEGJAERINGER, _alle),
        ("Gjennomførte utkastelser", MAAL_UTKASTELSER, _gjennomfoerte),
    ):
        da, no = (velg(aarene[aar]) for aar in (fra.year, naa))
        endring = andel(len(no) - len(da), len(da))
        saker = tuple(b.saksnummer for b in no if b.saksnummer)
        linjer.append(Rad(celler=(hva, len(da), len(no), endring, Decimal(maal)), saker=saker))
    tabell = Tabell(
        tittel=f"{naa} mot {fra.year}",
        kolonner=(
            Kolonne(navn="Hva", slag="tekst"),
            Kolonne(navn=f"I {fra.year}"),
            Kolonne(navn=f"Så langt i {naa}"),
            Kolonne(navn="Endring", slag="prosent"),
            Kolonne(navn="Mål", slag="prosent"),
        ),
        rader=tuple(linjer),
    )
    return Rapport(
        navn="maal", tittel="Mål for færre utkastelser", laget=arbeid.i_dag, fra=fra, til=til, tabeller=(tabell,)
    )


def kvartal(dato: date) -> str:
    return f"{(dato.month + 2) // 3}. kvartal {dato.year}"


def _stor(tekst: str) -> str:
    return f"{tekst[0].upper()}{tekst[1:]}"


def _hent(arbeid: Arbeid, fra: date, til: date) -> list[Begjaering]:
    spoerring = (
        select(Begjaering)
        .where(er_synlig_begjaering(arbeid.bruker), Begjaering.mottatt_dato.between(fra, til))
        .order_by(Begjaering.mottatt_dato, Begjaering.id)
    )
    return list(arbeid.session.scalars(spoerring))


def _alle(rader: Sequence[Begjaering]) -> Sequence[Begjaering]:
    return rader


def _gjennomfoerte(rader: Sequence[Begjaering]) -> Sequence[Begjaering]:
    return [b for b in rader if b.utfall == "gjennomfoert"]


def _tabell(tittel: str, navn: str, rader: Sequence[Begjaering], gruppe: Gruppe) -> Tabell:
    grupper: dict[str, list[Begjaering]] = {}
    for b in rader:
        grupper.setdefault(gruppe(b), []).append(b)
    linjer = [_rad(g, grupper[g]) for g in grupper]
    return Tabell(
        tittel=tittel,
        kolonner=(Kolonne(navn=navn, slag="tekst"), *_KOLONNER),
        rader=(*linjer, _rad("Til sammen", rader, er_sum=True)),
    )


def _rad(navn: str, rader: Sequence[Begjaering], er_sum: bool = False) -> Rad:
    gjennomfoert = len(_gjennomfoerte(rader))
    celler: tuple[Celle, ...] = (
        navn,
        len(rader),
        gjennomfoert,
        andel(gjennomfoert, len(rader)),
        sum(b.husstand.antall_barn > 0 for b in rader),
        sum(b.aktiv_sosialsak is True for b in rader),
    )
    return Rad(celler=celler, saker=_saker(rader), er_sum=er_sum)


def _saker(rader: Iterable[Begjaering]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(b.saksnummer for b in rader if b.saksnummer))
