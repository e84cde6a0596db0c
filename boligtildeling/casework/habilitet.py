"""Ties between a user and a party of a case: while one stands, the case is locked for that user."""

from dataclasses import dataclass
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.casework.grunnlag import kan_arbeide_med
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Setning
from boligtildeling.domain.tilgang import ADRESSESPERRE, Tilknytning, Tilknytningsslag


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerTilknytning(Sakskommando):
    """I (or `bruker`, told by a leader) am tied to a party of this case."""

    slag: Tilknytningsslag
    bruker: Brukernavn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AvsluttTilknytning(Sakskommando):
    """The tie is no more, or never was."""

    tilknytning: int
    grunn: Setning


def _proev(arbeid: Arbeid, k: RegistrerTilknytning, feil: Feilliste) -> None:
    if k.bruker is not None:
        feil.krev(arbeid.session.get(Bruker, k.bruker) is not None, "/bruker", "Brukeren finnes ikke i denne mappen.")


def _proev_slutt(arbeid: Arbeid, k: AvsluttTilknytning, feil: Feilliste) -> None:
    rad = arbeid.session.get(Tilknytning, k.tilknytning)
    finnes = rad is not None and rad.saksnummer == k.saksnummer and rad.opphoert_dato is None
    feil.krev(finnes, "/tilknytning", "Saken har ingen slik tilknytning.")


@handling(
    RegistrerTilknytning,
    navn="registrer_tilknytning",
    tittel="Registrer tilknytning",
    hendelse="TilknytningRegistrert",
    proever=_proev,
    etter_avslutning=True,
)
def registrer_tilknytning(arbeid: Arbeid, k: RegistrerTilknytning) -> dict[str, Any]:
    """Locks the case for the one who is tied to it; someone else must go on with it.

    Hjemmel: forvaltningsloven § 6.
    """
    hvem = k.bruker or arbeid.bruker.navn
    if hvem != arbeid.bruker.navn and arbeid.bruker.rolle != "teamleder":
        nekt("ROLLE", "Bare teamleder kan registrere en annens tilknytning.", loeses_av="teamleder")
    _krev_at_noen_er_igjen(arbeid, hvem)
    rad = Tilknytning(
        saksnummer=arbeid.sak.saksnummer,
        bruker=hvem,
        slag=k.slag,
        registrert_av=arbeid.bruker.navn,
        registrert_dato=arbeid.i_dag,
    )
    arbeid.session.add(rad)
    arbeid.session.flush()
    if arbeid.sak.ansvarlig == hvem:
        arbeid.advar("Den som er inhabil, er ansvarlig for saken. Teamleder må gi saken til en annen.")
    if arbeid.session.get_one(Bruker, hvem).rolle == "teamleder":
        arbeid.advar(
            "Er lederen inhabil, kan heller ikke en som er direkte underordnet, avgjøre saken (fvl. § 6 tredje ledd)."
        )
    return {"tilknytning": rad.id}


@handling(
    AvsluttTilknytning,
    navn="avslutt_tilknytning",
    tittel="Avslutt tilknytning",
    hendelse="TilknytningAvsluttet",
    proever=_proev_slutt,
    etter_avslutning=True,
)
def avslutt_tilknytning(arbeid: Arbeid, k: AvsluttTilknytning) -> None:
    """Opens the case again for the one who was tied to it; never done by themselves.

    Hjemmel: forvaltningsloven § 8.
    """
    rad = arbeid.session.get(Tilknytning, k.tilknytning)
    if rad is None:
        raise LookupError("tilknytning")
    rad.opphoert_grunn, rad.opphoert_av, rad.opphoert_dato = k.grunn, arbeid.bruker.navn, arbeid.i_dag


def _krev_at_noen_er_igjen(arbeid: Arbeid, hvem: str) -> None:
    """A protected case is found only by those named on it: one of them must be able to go on with it."""
    if arbeid.sak.er_skjermet and not set(kan_arbeide_med(arbeid.session, arbeid.sak)) - {hvem}:
        nekt("HABILITET", "Ingen andre kan finne saken. Gi tilgang til en annen saksbehandler først.", ADRESSESPERRE)
