"""What is registered about the debt: guarantees, a debt settlement, and that the tenant has reserved."""

from dataclasses import dataclass
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.inndrivelsesfakta import gjeldende_reservasjon
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.inndrivelse import Garanti, Gjeldsordning, Gjeldsstatus, Reservasjon
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Dato, DatoTilNaa, Navn, PositivtBeloep, Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerGaranti(Sakskommando):
    """A guarantee on the lease, or (with `garanti`) that it is called."""

    garantist: Navn
    beloep: PositivtBeloep
    vilkaar: Setning
    gitt_dato: DatoTilNaa
    til_dato: Dato | None = None
    garanti: int | None = None
    utloest_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerGjeldsordning(Sakskommando):
    """Where the tenant stands with a debt settlement; `aapnet_dato` once negotiation is opened."""

    status: Gjeldsstatus
    dato: DatoTilNaa
    aapnet_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerReservasjon(Sakskommando):
    """The tenant reserves against a warning to sosialtjenesten, or (`trekkes`) no longer does."""

    dato: DatoTilNaa
    trekkes: bool = False


def _proev_garanti(arbeid: Arbeid, k: RegistrerGaranti, feil: Feilliste) -> None:
    if k.garanti is not None:
        funnet = arbeid.session.get(Garanti, k.garanti)
        egen = funnet is not None and funnet.saksnummer == arbeid.sak.saksnummer
        feil.krev(egen, "/garanti", "Fant ingen garanti med dette nummeret i saken.")
        feil.krev(k.utloest_dato is not None, "/utloest_dato", "Skriv når garantien ble utløst.")
    if k.til_dato is not None:
        feil.krev(k.til_dato >= k.gitt_dato, "/til_dato", "Datoen er før garantien ble gitt.")


@handling(
    RegistrerGaranti,
    navn="registrer_garanti",
    tittel="Registrer garanti",
    hendelse="GarantiRegistrert",
    proever=_proev_garanti,
)
def registrer_garanti(arbeid: Arbeid, k: RegistrerGaranti) -> dict[str, Any]:
    """A guarantee on the lease, or that it is called; called once, for at most what it holds, and while it lasts."""
    krev_begynt(arbeid)
    if k.garanti is None:
        ny = Garanti(
            saksnummer=arbeid.sak.saksnummer,
            garantist=k.garantist,
            beloep=k.beloep,
            vilkaar=k.vilkaar,
            gitt_dato=k.gitt_dato,
            til_dato=k.til_dato,
            registrert_av=arbeid.bruker.navn,
        )
        arbeid.session.add(ny)
        arbeid.session.flush()
        return {"garanti": ny.id}
    garanti = arbeid.session.get_one(Garanti, k.garanti)
    if garanti.utloest_dato is not None:
        nekt("ALLEREDE", f"Garantien ble utløst {vis_dato(garanti.utloest_dato)}.")
    if k.beloep > garanti.beloep:
        nekt("GARANTI", f"Garantien gjelder {garanti.beloep}. Du kan ikke utløse mer.")
    if garanti.til_dato is not None and k.utloest_dato is not None and k.utloest_dato > garanti.til_dato:
        nekt("GARANTI", f"Garantien gjaldt til {vis_dato(garanti.til_dato)}.")
    garanti.utloest_dato, garanti.utloest_beloep = k.utloest_dato, k.beloep
    return {"garanti": garanti.id}


def _proev_gjeldsordning(arbeid: Arbeid, k: RegistrerGjeldsordning, feil: Feilliste) -> None:
    trenger = k.status in {"aapnet", "stadfestet"}
    feil.krev(not trenger or k.aapnet_dato is not None, "/aapnet_dato", "Skriv når gjeldsforhandlingen ble åpnet.")
    if k.aapnet_dato is not None:
        feil.krev(k.aapnet_dato <= k.dato, "/aapnet_dato", "Åpningen kan ikke være etter datoen du registrerer.")


@handling(
    RegistrerGjeldsordning,
    navn="registrer_gjeldsordning",
    tittel="Registrer gjeldsordning",
    hendelse="GjeldsordningRegistrert",
    proever=_proev_gjeldsordning,
)
def registrer_gjeldsordning(arbeid: Arbeid, k: RegistrerGjeldsordning) -> None:
    """Where a debt settlement stands: it holds back claims from before negotiation was opened, not later rent.

    Hjemmel: gjeldsordningsloven § 3-4.
    """
    krev_begynt(arbeid)
    arbeid.session.add(
        Gjeldsordning(
            saksnummer=arbeid.sak.saksnummer,
            status=k.status,
            dato=k.dato,
            aapnet_dato=k.aapnet_dato,
            registrert_av=arbeid.bruker.navn,
        )
    )


@handling(
    RegistrerReservasjon,
    navn="registrer_reservasjon",
    tittel="Registrer reservasjon",
    hendelse="ReservasjonRegistrert",
)
def registrer_reservasjon(arbeid: Arbeid, k: RegistrerReservasjon) -> None:
    """The tenant does not want sosialtjenesten to be warned; then the case is talked over without them.

    Hjemmel: husleieloven § 9-11.
    """
    krev_begynt(arbeid)
    gjelder = gjeldende_reservasjon(arbeid)
    if k.trekkes:
        if gjelder is None:
            nekt("STEG", "Leieren har ikke reservert seg.")
        gjelder.trukket_dato = k.dato
    elif gjelder is not None:
        nekt("ALLEREDE", f"Leieren reserverte seg {vis_dato(gjelder.mottatt_dato)}.")
    else:
        arbeid.session.add(
            Reservasjon(saksnummer=arbeid.sak.saksnummer, mottatt_dato=k.dato, registrert_av=arbeid.bruker.navn)
        )
