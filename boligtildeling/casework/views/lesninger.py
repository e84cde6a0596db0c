"""Who has read which case, and the readings that a leader should look at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.visning import visning
from boligtildeling.domain.historikk import Hendelse, Lesning
from boligtildeling.domain.leselogg import Ansattopplysning, Flagg, Kjennskap, Lesegjennomgang, Lest, flagg
from boligtildeling.domain.sak import Sak, Tilgang
from boligtildeling.domain.tilgang import LEDER, Adgang, Tilknytning

LOGGEN_SELV = "vis_lesninger"
"""To look at who has read a case is noted too, and never taken up."""

STANDARDPERIODE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Gjennomgangsrad:
    """What a leader found."""

    konklusjon: str
    gjennomgaatt_av: str
    gjennomgaatt_tidspunkt: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lesningsrad:
    """One reading: who, when, from which machine, what, the reasons to look at it, and what came of that."""

    nummer: int
    tidspunkt: datetime
    bruker: str
    maskin: str
    saksnummer: str
    hva: str
    flagg: tuple[str, ...]
    gjennomganger: tuple[Gjennomgangsrad, ...]

    @property
    def er_ferdig(self) -> bool:
        """Whether a leader has concluded."""
        return any(g.konklusjon != "maa_undersoekes" for g in self.gjennomganger)


def lesninger(arbeid: Arbeid, fra: date | None = None, til: date | None = None) -> tuple[Lesningsrad, ...]:
    """Who has read the case, newest first; with no case, the readings of the period that are to be looked at.

    With no case the period is the last thirty days when nothing is said, and only cases that the leader may know of
    are in it.
    """
    siste = til or arbeid.i_dag
    if arbeid.sak_eller_ingen is None:
        spoerring = select(Lesning).where(*_i_perioden(arbeid, fra or siste - STANDARDPERIODE, siste))
        alle = _rader(arbeid, arbeid.session.scalars(spoerring.order_by(Lesning.id)).all())
        return tuple(rad for rad in alle if rad.flagg)
    spoerring = select(Lesning).where(Lesning.saksnummer == arbeid.sak.saksnummer)
    if fra is not None or til is not None:
        spoerring = spoerring.where(*_i_perioden(arbeid, fra or date.min, siste))
    return _rader(arbeid, arbeid.session.scalars(spoerring.order_by(Lesning.id)).all())


def flagg_for(arbeid: Arbeid, rader: Sequence[Lesning]) -> dict[int, tuple[Flagg, ...]]:
    """The reasons to look at each of these readings, seen among all that were made on the same days."""
    samtidige = {nr: lest for stund in _stunder(rader) for nr, lest in _lest(arbeid, *stund).items()}
    egne = {r.id: Lest(r.id, r.tidspunkt, r.bruker, r.saksnummer) for r in rader}
    lest = [verdi for _, verdi in sorted((samtidige | egne).items())]
    alle = flagg(lest, _kjennskap(arbeid, {r.saksnummer for r in rader}), arbeid.rammer.lesegrenser)
    return {r.id: alle[r.id] if r.hva != LOGGEN_SELV else () for r in rader}


def _stunder(rader: Sequence[Lesning]) -> Iterator[tuple[date, date]]:
    """First and last day of every stretch of days that the readings were made on."""
    dager = sorted({r.tidspunkt.date() for r in rader})
    for nr, dag in enumerate(dager):
        if nr == 0 or dag - dager[nr - 1] > timedelta(days=1):
            foerste = dag
        if nr == len(dager) - 1 or dager[nr + 1] - dag > timedelta(days=1):
            yield foerste, dag


def _lest(arbeid: Arbeid, fra: date, til: date) -> dict[int, Lest]:
    kolonner = select(Lesning.id, Lesning.tidspunkt, Lesning.bruker, Lesning.saksnummer)
    rader = arbeid.session.execute(kolonner.where(*_i_perioden(arbeid, fra, til)))
    return {r.id: Lest(r.id, r.tidspunkt, r.bruker, r.saksnummer) for r in rader}


def _i_perioden(arbeid: Arbeid, fra: date, til: date) -> tuple[ColumnElement[bool], ...]:
    """Instants are kept as text, the local day first, so a period is a stretch of text."""
    midnatt = datetime.min.time()
    return (
        Lesning.tidspunkt >= datetime.combine(fra, midnatt),
        Lesning.tidspunkt < datetime.combine(til + timedelta(days=1), midnatt),
        Lesning.saksnummer.in_(select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))),
    )


def _kjennskap(arbeid: Arbeid, saksnumre: Iterable[str]) -> Kjennskap:
    numre = sorted(saksnumre)
    saker = arbeid.session.execute(
        select(Sak.saksnummer, Sak.soeknad, Sak.ansvarlig).where(Sak.saksnummer.in_(numre))
    ).all()
    har_gjort = select(Hendelse.bruker, Hendelse.saksnummer).where(Hendelse.saksnummer.in_(numre)).distinct()
    er_navngitt = select(Tilgang.bruker, Tilgang.saksnummer).where(Tilgang.saksnummer.in_(numre))
    par = {(r.bruker, r.saksnummer) for s in (har_gjort, er_navngitt) for r in arbeid.session.execute(s)}
    bundet = select(Tilknytning.bruker, Tilknytning.saksnummer).where(Tilknytning.saksnummer.in_(numre))
    return Kjennskap(
        ansatte={a.bruker: a for a in arbeid.session.scalars(select(Ansattopplysning))},
        saker={sak.saksnummer: sak.soeknad for sak in saker},
        har_oppgave=frozenset(par | {(sak.ansvarlig, sak.saksnummer) for sak in saker}),
        tilknytninger=frozenset((r.bruker, r.saksnummer) for r in arbeid.session.execute(bundet)),
    )


def _rader(arbeid: Arbeid, rader: Sequence[Lesning]) -> tuple[Lesningsrad, ...]:
    grunner = flagg_for(arbeid, rader)
    ganger: dict[int, list[Gjennomgangsrad]] = {}
    foerste, siste = (rader[0].id, rader[-1].id) if rader else (0, 0)
    gjennomganger = select(Lesegjennomgang).where(Lesegjennomgang.lesning.between(foerste, siste))
    for g in arbeid.session.scalars(gjennomganger.order_by(Lesegjennomgang.id)):
        ganger.setdefault(g.lesning, []).append(
            Gjennomgangsrad(
                konklusjon=g.konklusjon,
                gjennomgaatt_av=g.gjennomgaatt_av,
                gjennomgaatt_tidspunkt=g.gjennomgaatt_tidspunkt,
            )
        )
    return tuple(
        Lesningsrad(
            nummer=r.id,
            tidspunkt=r.tidspunkt,
            bruker=r.bruker,
            maskin=r.maskin,
            saksnummer=r.saksnummer,
            hva=r.hva,
            flagg=grunner[r.id],
            gjennomganger=tuple(ganger.get(r.id, ())),
        )
        for r in reversed(rader)
    )


LESNINGER = visning("lesninger", "Hvem har lest", lesninger, adgang=Adgang(LEDER), om_sak=True)
