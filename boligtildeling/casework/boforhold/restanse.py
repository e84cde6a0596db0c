"""Gathers what is known about the rent of a tenancy: the newest list, what came in since, and what was agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from boligtildeling.domain.boforhold.filimport import Filimport, Restansepost
from boligtildeling.domain.boforhold.leieforhold import LEIEFORHOLDSKONTRAKT
from boligtildeling.domain.boforhold.nedbetaling import Avtalestand, Nedbetalingsavtale, avtalestand
from boligtildeling.domain.boforhold.restanse import Innbetalt, Krav, staar_igjen
from boligtildeling.domain.kontrakt import Betaling, Kontrakt
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.sak import Sak

_KIDER_OM_GANGEN = 500


@dataclass(frozen=True, slots=True)
class Lister:
    """The two newest lists that stand, by the day they are of; None where there is none."""

    naa: Filimport | None
    forrige: Filimport | None


def lister(session: Session) -> Lister:
    staar = (
        select(Filimport)
        .where(Filimport.slag == "restanseliste", Filimport.angret_dato.is_(None))
        .order_by(Filimport.per_dato.desc())
        .limit(2)
    )
    funnet = session.scalars(staar).all()
    return Lister(funnet[0] if funnet else None, funnet[1] if len(funnet) > 1 else None)


def betalinger_er_kjent_til(session: Session) -> date | None:
    """The day of the latest payment in a bank file that stands; later payments are not known of yet."""
    staar = select(func.max(Filimport.per_dato)).where(Filimport.slag == "betalinger", Filimport.angret_dato.is_(None))
    return session.scalar(staar)


def krav_i(session: Session, liste: Filimport | None, saksnumre: Select[str]) -> Mapping[str, tuple[Krav, ...]]:
    """The claims of a list by case, of those cases that are asked for."""
    if liste is None:
        return {}
    poster = select(Restansepost).where(Restansepost.import_id == liste.id, Restansepost.saksnummer.in_(saksnumre))
    funnet: dict[str, list[Krav]] = {}
    for post in session.scalars(poster.order_by(Restansepost.rad)):
        if post.saksnummer is not None:
            funnet.setdefault(post.saksnummer, []).append(Krav(post.beloep, post.forfall))
    return {saksnummer: tuple(krav) for saksnummer, krav in funnet.items()}


def leieavtaler(sak: Sak) -> tuple[Kontrakt, ...]:
    """The leases that the tenancy of the case rests on, one after the other; else those of the case itself."""
    if sak.leieforhold is not None and sak.leieforhold.kontrakter:
        return tuple(sak.leieforhold.kontrakter)
    return tuple(k for k in sak.kontrakter if k.annullert_grunn is None)


def leieavtale(sak: Sak) -> Kontrakt | None:
    """The lease that rent is paid by now."""
    alle = leieavtaler(sak)
    return alle[-1] if alle else None


def innbetalt(sak: Sak) -> tuple[Innbetalt, ...]:
    """What has come in on the leases of the tenancy; what the bank took back counts the other way."""
    betalinger = (b for k in leieavtaler(sak) for b in k.betalinger)
    return tuple(Innbetalt(-b.beloep if b.reverserer else b.beloep, b.dato) for b in betalinger)


def ubetalte_krav(session: Session, sak: Sak) -> tuple[Krav, ...]:
    """What is owed now, as far as list and bank files tell."""
    liste = lister(session).naa
    if liste is None:
        return ()
    egen = select(Sak.saksnummer).where(Sak.saksnummer == sak.saksnummer)
    return staar_igjen(krav_i(session, liste, egen).get(sak.saksnummer, ()), innbetalt(sak), liste.per_dato)


def gjeldende_avtale(session: Session, saksnummer: str) -> Nedbetalingsavtale | None:
    """The agreement that was made last and is not ended."""
    avtaler = (
        select(Nedbetalingsavtale)
        .where(Nedbetalingsavtale.saksnummer == saksnummer, Nedbetalingsavtale.avsluttet_dato.is_(None))
        .order_by(Nedbetalingsavtale.id.desc())
        .limit(1)
    )
    return session.scalars(avtaler).one_or_none()


def stand_for(avtale: Nedbetalingsavtale, sak: Sak, forfallsdag: int, kjent_til: date | None) -> Avtalestand:
    """Whether the agreement is kept, as far as payments are known."""
    kontrakt = leieavtale(sak)
    husleie = kontrakt.husleie if kontrakt is not None else Kroner.null()
    return avtalestand(avtale.inngaatt_dato, avtale.rater, innbetalt(sak), husleie, forfallsdag, kjent_til)


def sum_av(krav: Iterable[Krav]) -> Kroner:
    return summer(k.beloep for k in krav)


def finn_kontrakter(session: Session, kider: Iterable[str | None]) -> Mapping[str, Kontrakt]:
    """The leases that have these KIDs, unless they came to nothing."""
    alle = sorted({kid for kid in kider if kid is not None})
    funnet: dict[str, Kontrakt] = {}
    for nr in range(0, len(alle), _KIDER_OM_GANGEN):
        del_ = Kontrakt.kid.in_(alle[nr : nr + _KIDER_OM_GANGEN])
        staar = select(Kontrakt).where(del_, Kontrakt.annullert_grunn.is_(None))
        funnet |= {k.kid: k for k in session.scalars(staar)}
    return funnet


def saken_til(session: Session, kontrakter: Iterable[Kontrakt]) -> Mapping[int, str]:
    """By lease: the case that its tenancy stands in, which an extension does not change; else its own."""
    egne = {k.id: k.saksnummer for k in kontrakter}
    baerer = LEIEFORHOLDSKONTRAKT.c
    for nr in range(0, len(egne), _KIDER_OM_GANGEN):
        del_ = list(egne)[nr : nr + _KIDER_OM_GANGEN]
        rader = select(baerer.kontrakt_id, baerer.leieforhold).where(baerer.kontrakt_id.in_(del_))
        egne |= {rad.kontrakt_id: rad.leieforhold for rad in session.execute(rader)}
    return egne


def finn_betaling(kontrakt: Kontrakt, beloep: Kroner, dato: date) -> Betaling | None:
    """The latest payment of this amount that a reversal on that day can take back."""
    reversert = {b.reverserer for b in kontrakt.betalinger if b.reverserer}
    mulige = [
        b
        for b in kontrakt.betalinger
        if not b.reverserer and b.id not in reversert and b.beloep == beloep and b.dato <= dato
    ]
    return max(mulige, key=lambda b: (b.dato, b.id), default=None)
