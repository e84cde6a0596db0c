"""Who has the case, and who may see it when addresses are protected."""

from dataclasses import dataclass
from typing import Annotated

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import krev_habil
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Setning, Tekst
from boligtildeling.domain.sak import Tilgang
from boligtildeling.domain.tilgang import SAKSARBEID

Brukernavn = Annotated[str, Tekst("Brukernavn slik det er registrert i mappen.", maks=100)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OvertaSak(Sakskommando):
    """I take the case over."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TildelSak(Sakskommando):
    """Someone else gets the case."""

    bruker: Brukernavn


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GiTilgang(Sakskommando):
    """Names one more user on a case with address protection."""

    bruker: Brukernavn


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TrekkTilgang(Sakskommando):
    """A user is no longer named on the case."""

    bruker: Brukernavn
    grunn: Setning


def proev_bruker(arbeid: Arbeid, k: TildelSak | GiTilgang | TrekkTilgang, feil: Feilliste) -> None:
    """The user must be registered in this folder."""
    feil.krev(arbeid.session.get(Bruker, k.bruker) is not None, "/bruker", "Brukeren finnes ikke i denne mappen.")


@handling(OvertaSak, navn="overta_sak", tittel="Overta saken", hendelse="SakOvertatt")
def overta_sak(arbeid: Arbeid, k: OvertaSak) -> None:
    """The user becomes responsible."""
    if arbeid.sak.ansvarlig == arbeid.bruker.navn:
        nekt("ALLEREDE", "Du er allerede ansvarlig for saken.")
    arbeid.foer = {"ansvarlig": arbeid.sak.ansvarlig}
    arbeid.sak.ansvarlig = arbeid.bruker.navn


@handling(TildelSak, navn="tildel_sak", tittel="Tildel saken", hendelse="SakTildelt", proever=proev_bruker)
def tildel_sak(arbeid: Arbeid, k: TildelSak) -> None:
    """Another caseworker becomes responsible; on a protected case only someone who is named on it."""
    krev_at_kan_ha_saken(arbeid, k.bruker)
    arbeid.foer = {"ansvarlig": arbeid.sak.ansvarlig}
    arbeid.sak.ansvarlig = k.bruker


@handling(GiTilgang, navn="gi_tilgang", tittel="Gi tilgang", hendelse="TilgangGitt", proever=proev_bruker)
def gi_tilgang(arbeid: Arbeid, k: GiTilgang) -> None:
    """Lets one more named user find and see the case (folkeregisterloven § 10-4)."""
    if k.bruker in {t.bruker for t in arbeid.sak.tilganger}:
        nekt("ALLEREDE", "Brukeren har allerede tilgang til saken.")
    arbeid.sak.tilganger.append(Tilgang(bruker=k.bruker, gitt_av=arbeid.bruker.navn))


@handling(TrekkTilgang, navn="trekk_tilgang", tittel="Trekk tilgang", hendelse="TilgangTrukket", proever=proev_bruker)
def trekk_tilgang(arbeid: Arbeid, k: TrekkTilgang) -> None:
    """The user finds the case no more. Someone who may act on it must be left, and whoever is responsible stays."""
    rad = next((t for t in arbeid.sak.tilganger if t.bruker == k.bruker), None)
    if rad is None:
        nekt("ALLEREDE", "Brukeren har ikke tilgang til saken.")
    if arbeid.sak.er_skjermet and arbeid.sak.ansvarlig == k.bruker:
        nekt("HABILITET", "Brukeren er ansvarlig for saken. Tildel den til en annen først.", loeses_av="teamleder")
    arbeid.sak.tilganger.remove(rad)
    arbeid.session.delete(rad)


def krev_at_kan_ha_saken(arbeid: Arbeid, navn: str) -> None:
    """Refuses to make someone responsible who may not act on cases, or may not know of this one."""
    bruker = arbeid.session.get(Bruker, navn)
    if bruker is None or bruker.rolle not in SAKSARBEID or not bruker.er_aktiv:
        nekt("ROLLE", "Bare saksbehandler og teamleder kan ha ansvar for saker.", loeses_av="teamleder")
    if arbeid.sak.er_skjermet and navn not in {t.bruker for t in arbeid.sak.tilganger}:
        nekt("HABILITET", "Saken har adressebeskyttelse. Gi tilgang først.", "folkeregisterloven § 10-4")
    krev_habil(arbeid.session, arbeid.sak, bruker)
