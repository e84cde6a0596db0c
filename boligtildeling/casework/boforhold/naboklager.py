"""A complaint about a tenant, from the day it comes to the day it is closed."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.naboklage import (
    SLUTT,
    Naboklage,
    Naboklagehendelse,
    Naboklagesteg,
    sperrer_for_steg,
)
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.krav import DatoTilNaa, Fritekst, Navn


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerNaboklage(Sakskommando):
    """Someone complains about the tenant; `melder` may be left out, and is never told to the tenant."""

    mottatt_dato: DatoTilNaa
    hva: Fritekst
    melder: Navn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BehandleNaboklage(Sakskommando):
    """One step with a complaint about the tenant."""

    naboklage: int
    steg: Naboklagesteg
    dato: DatoTilNaa
    tekst: Fritekst


def _proev(arbeid: Arbeid, k: BehandleNaboklage, feil: Feilliste) -> None:
    rad = arbeid.session.get(Naboklage, k.naboklage)
    finnes = rad is not None and rad.saksnummer == k.saksnummer
    feil.krev(finnes, "/naboklage", "Saken har ingen klage på leieren med dette nummeret.")
    if finnes and rad is not None:
        feil.krev(k.dato >= rad.mottatt_dato, "/dato", "Datoen er før klagen kom.")


@handling(
    RegistrerNaboklage, navn="registrer_naboklage", tittel="Registrer klage på leieren", hendelse="NaboklageRegistrert"
)
def registrer_naboklage(arbeid: Arbeid, k: RegistrerNaboklage) -> dict[str, Any]:
    """The complaint stands on the tenancy. Who it came from is kept apart, and out of the history.

    Hjemmel: forvaltningsloven § 19.
    """
    krev_begynt(arbeid)
    ny = Naboklage(
        saksnummer=arbeid.sak.saksnummer,
        melder=k.melder,
        mottatt_dato=k.mottatt_dato,
        hva=k.hva,
        registrert_av=arbeid.bruker.navn,
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    arbeid.logg = replace(k, melder=None)
    return {"naboklage": ny.id}


@handling(
    BehandleNaboklage,
    navn="behandle_naboklage",
    tittel="Behandle klage på leieren",
    hendelse="NaboklageBehandlet",
    proever=_proev,
)
def behandle_naboklage(arbeid: Arbeid, k: BehandleNaboklage) -> None:
    """The tenant's answer, an inspection, a warning in writing, a meeting, or the end of it.

    Hjemmel: husleieloven § 9-9.
    """
    rad = arbeid.session.get_one(Naboklage, k.naboklage)
    if rad.avsluttet_dato is not None:
        nekt("AVSLUTTET", "Klagen på leieren er avsluttet.")
    egne = select(Naboklagehendelse.steg).where(Naboklagehendelse.naboklage_id == rad.id)
    if sperrer := sperrer_for_steg(k.steg, frozenset(arbeid.session.scalars(egne))):
        raise Sperret(*sperrer)
    arbeid.session.add(
        Naboklagehendelse(
            naboklage_id=rad.id,
            saksnummer=rad.saksnummer,
            steg=k.steg,
            dato=k.dato,
            tekst=k.tekst,
            gjort_av=arbeid.bruker.navn,
        )
    )
    if k.steg in SLUTT:
        rad.avsluttet_dato = k.dato
    arbeid.session.flush()
