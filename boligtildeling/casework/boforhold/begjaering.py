"""A begjæring about eviction: registered, put in order, tried to be stopped, ended, and looked into afterwards."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Protocol

from sqlalchemy import ColumnElement, func, or_, select

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for, hent_sak
from boligtildeling.domain.boforhold.begjaering import (
    Aarsak,
    Begjaering,
    Husstandsfakta,
    Krise,
    Overstyring,
    Prioritet,
    Saksoeker,
    Utfall,
)
from boligtildeling.domain.datoer import alder
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Beloep, Dato, DatoTilNaa, Mellom, Navn, Saksnummer, Setning
from boligtildeling.domain.sak import Oppgave, Sak
from boligtildeling.domain.soeknad import navnenoekkel

Begjaeringsnummer = Annotated[int, Mellom("Nummeret begjæringen fikk da den ble registrert.", fra=1, til=10**9)]
_UKJENT = "Begjæringen finnes ikke."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerBegjaering:
    """A begjæring has come: for a case of ours, or for a tenant of others with the least data needed."""

    mottatt_dato: DatoTilNaa
    saksoeker: Saksoeker
    aarsak: Aarsak
    saksnummer: Saksnummer | None = None
    leier: Navn | None = None
    foedselsdato: DatoTilNaa | None = None
    saksoeker_navn: Navn | None = None
    krav: Beloep | None = None
    bydel: Navn | None = None
    husstand: Husstandsfakta | None = None
    aktiv_sosialsak: bool | None = None
    krise: Krise | None = None
    systemsvikt: Setning | None = None
    utkastelse_dato: Dato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OverstyrPrioritet:
    """The begjæring gets another priority than the one that is computed."""

    begjaering: Begjaeringsnummer
    prioritet: Prioritet
    grunn: Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AvgjoerBegjaering:
    """How the begjæring ended without an eviction, or a new day for it."""

    begjaering: Begjaeringsnummer
    dato: DatoTilNaa
    utfall: Literal["betalt", "avtale", "trukket", "flyttet_selv", "ny_bolig"] | None = None
    ny_utkastelse_dato: Dato | None = None


def synlig_sak(arbeid: Arbeid, saksnummer: str, feil: Feilliste) -> Sak | None:
    """The case, which is from now on the one that is worked on; a fault when this user may know of none."""
    sak = hent_sak(arbeid.session, saksnummer, arbeid.bruker)
    feil.krev(sak is not None, "/saksnummer", "Fant ingen sak med dette nummeret.")
    arbeid.sak_eller_ingen = sak
    return sak


def finn_begjaering(arbeid: Arbeid, nummer: int, feil: Feilliste) -> Begjaering | None:
    """The begjæring that this user may know of; with its case, if any, as the one that is worked on."""
    funnet = arbeid.session.get(Begjaering, nummer)
    if funnet is not None and funnet.saksnummer is not None:
        sak = hent_sak(arbeid.session, funnet.saksnummer, arbeid.bruker)
        funnet = funnet if sak is not None else None
        arbeid.sak_eller_ingen = sak
    feil.krev(funnet is not None, "/begjaering", _UKJENT)
    return funnet


def _proev_ny(arbeid: Arbeid, k: RegistrerBegjaering, feil: Feilliste) -> None:
    if k.saksnummer is not None:
        synlig_sak(arbeid, k.saksnummer, feil)
        feil.krev(k.leier is None, "/leier", "Navnet står i saken. La feltet stå tomt.")
    else:
        feil.krev(k.leier is not None, "/leier", "Skriv navnet på leieren, eller saksnummeret.")
    if k.utkastelse_dato is not None:
        feil.krev(k.utkastelse_dato >= k.mottatt_dato, "/utkastelse_dato", "Datoen er før begjæringen kom.")


class OmBegjaering(Protocol):
    """A command that names a begjæring."""

    @property
    def begjaering(self) -> int: ...


def proev_nummer(arbeid: Arbeid, k: OmBegjaering, feil: Feilliste) -> None:
    """The begjæring must be one that this user may know of."""
    finn_begjaering(arbeid, k.begjaering, feil)


@handling(
    RegistrerBegjaering,
    navn="registrer_begjaering",
    tittel="Registrer begjæring",
    hendelse="BegjaeringRegistrert",
    proever=_proev_ny,
)
def registrer_begjaering(arbeid: Arbeid, k: RegistrerBegjaering) -> dict[str, Any]:
    """The begjæring stands in the queue from now on; with a case, someone is to be in touch with the tenant today.

    Source: the fag document on boforhold, rows 8, 9 and 22.
    """
    return {"begjaering": ny_begjaering(arbeid, k).id}


def ny_begjaering(arbeid: Arbeid, k: RegistrerBegjaering) -> Begjaering:
    """A new one in the queue, about the case that is worked on, if any; someone is to be in touch with the tenant."""
    sak = arbeid.sak_eller_ingen
    ny = Begjaering(
        saksnummer=k.saksnummer,
        leier=k.leier,
        partsnoekkel=navnenoekkel(k.leier, k.foedselsdato) if k.leier and k.foedselsdato else None,
        mottatt_dato=k.mottatt_dato,
        saksoeker=k.saksoeker,
        saksoeker_navn=k.saksoeker_navn,
        aarsak=k.aarsak,
        krav=k.krav,
        bydel=None if sak is not None and sak.er_skjermet else k.bydel or _bydel(sak),
        husstand=k.husstand or _husstand(sak, arbeid.i_dag),
        aktiv_sosialsak=k.aktiv_sosialsak,
        krise=k.krise,
        systemsvikt=k.systemsvikt,
        tidligere=_tidligere(arbeid, k),
        utkastelse_dato=k.utkastelse_dato,
        ansvarlig=sak.ansvarlig if sak is not None else arbeid.bruker.navn,
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    arbeid.endret.add(f"begjæring {ny.id}")
    if sak is not None:
        tekst = "Ta kontakt med leieren om begjæringen i dag"
        sak.oppgaver.append(Oppgave(kode=None, tekst=tekst, frist=arbeid.i_dag, ansvarlig=sak.ansvarlig))
    return ny


def er_synlig_begjaering(bruker: Bruker) -> ColumnElement[bool]:
    """Those without a case, and those of cases that this user may know of."""
    synlige = select(Sak.saksnummer).where(er_synlig_for(bruker))
    return or_(Begjaering.saksnummer.is_(None), Begjaering.saksnummer.in_(synlige))


def _tidligere(arbeid: Arbeid, k: RegistrerBegjaering) -> int:
    """Earlier ones against the same tenant, of those that whoever registers may know of: no count may tell of more."""
    sak = arbeid.sak_eller_ingen
    if sak is not None:
        parter = sak.soeknad.gjenkjennelige_parter
    else:
        parter = frozenset({navnenoekkel(k.leier, k.foedselsdato)}) if k.leier and k.foedselsdato else frozenset()
    saker = select(Sak.saksnummer).where(or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter)))
    samme = or_(Begjaering.partsnoekkel.in_(parter), Begjaering.saksnummer.in_(saker))
    if sak is not None:
        samme = or_(samme, Begjaering.saksnummer == sak.saksnummer)
    tidligere = select(func.count()).select_from(Begjaering).where(samme, er_synlig_begjaering(arbeid.bruker))
    return arbeid.session.scalar(tidligere) or 0


def _bydel(sak: Sak | None) -> str | None:
    return sak.kontrakt.bolig.bydel if sak is not None and sak.kontrakt is not None else None


def _husstand(sak: Sak | None, i_dag: date) -> Husstandsfakta:
    """What the application says of the household; one grown-up when there is none."""
    if sak is None:
        return Husstandsfakta()
    soeknad = sak.soeknad
    barn = sum(m.er_barn(i_dag) for m in soeknad.husstand)
    voksne = 1 + (soeknad.medsoeker is not None) + len(soeknad.husstand) - barn
    aldre = [alder(p.foedselsdato, i_dag) for p in soeknad.soekere if p.foedselsdato is not None]
    return Husstandsfakta(antall_voksne=voksne, antall_barn=barn, eldste=max(aldre, default=None))


@handling(
    OverstyrPrioritet,
    navn="overstyr_prioritet",
    tittel="Overstyr prioritet",
    hendelse="PrioritetOverstyrt",
    proever=proev_nummer,
)
def overstyr_prioritet(arbeid: Arbeid, k: OverstyrPrioritet) -> None:
    """The priority that someone sets, with the reason; what is computed is shown beside it."""
    rad = aapen(arbeid, k.begjaering)
    rad.overstyring = Overstyring(prioritet=k.prioritet, grunn=k.grunn, av=arbeid.bruker.navn, dato=arbeid.i_dag)


@handling(
    AvgjoerBegjaering,
    navn="avgjoer_begjaering",
    tittel="Registrer utfall av begjæring",
    hendelse="BegjaeringAvgjort",
    proever=proev_nummer,
)
def avgjoer_begjaering(arbeid: Arbeid, k: AvgjoerBegjaering) -> None:
    """The outcome without an eviction; or the eviction is put off to another day, and the begjæring stands."""
    rad = aapen(arbeid, k.begjaering)
    if k.utfall is None and k.ny_utkastelse_dato is None:
        nekt("STEG", "Si hvordan begjæringen endte, eller den nye dagen for utkastelsen.")
    arbeid.foer = {"utkastelse_dato": rad.utkastelse_dato.isoformat() if rad.utkastelse_dato else None}
    if k.ny_utkastelse_dato is not None:
        rad.utkastelse_dato = k.ny_utkastelse_dato
    if k.utfall is not None:
        avslutt(rad, k.utfall, k.dato)


def avslutt(rad: Begjaering, utfall: Utfall, dato: date) -> None:
    """The outcome is known from now on."""
    rad.utfall, rad.utfall_dato = utfall, dato


def aapen(arbeid: Arbeid, nummer: int) -> Begjaering:
    """The begjæring while its outcome is not known. Refuses with AVSLUTTET after that."""
    rad = arbeid.session.get_one(Begjaering, nummer)
    arbeid.endret.add(f"begjæring {nummer}")
    if rad.utfall is not None:
        nekt("AVSLUTTET", "Begjæringen er avgjort.")
    return rad
