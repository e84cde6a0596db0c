"""Who has the case, and who may see it when addresses are protected."""

from dataclasses import dataclass, replace
from typing import Annotated

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import kan_arbeide_med, krev_habil
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.domain.base import omformer
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Setning, Tekst
from boligtildeling.domain.sak import Sak, Tilgang
from boligtildeling.domain.tilgang import ADRESSESPERRE, SAKSARBEID

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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GiTilgangerVidere:
    """Someone who no longer works on cases leaves the protected ones to another, who is named on them instead."""

    fra_bruker: Brukernavn
    til_bruker: Brukernavn
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
    if arbeid.sak.er_skjermet and not set(kan_arbeide_med(arbeid.session, arbeid.sak)) - {k.bruker}:
        nekt("HABILITET", "Ingen andre kan finne saken. Gi tilgang til en annen saksbehandler først.", ADRESSESPERRE)
    arbeid.sak.tilganger.remove(rad)
    arbeid.session.delete(rad)


def _proev_videre(arbeid: Arbeid, k: GiTilgangerVidere, feil: Feilliste) -> None:
    for peker, navn in (("/fra_bruker", k.fra_bruker), ("/til_bruker", k.til_bruker)):
        feil.krev(arbeid.session.get(Bruker, navn) is not None, peker, "Brukeren finnes ikke i denne mappen.")
    feil.krev(k.til_bruker != arbeid.bruker.navn, "/til_bruker", "Velg en annen enn deg selv.")


@handling(
    GiTilgangerVidere,
    navn="gi_tilganger_videre",
    tittel="Gi tilganger videre",
    hendelse="TilgangerGittVidere",
    proever=_proev_videre,
)
def gi_tilganger_videre(arbeid: Arbeid, k: GiTilgangerVidere) -> None:
    """So that no protected case is left where nobody finds it. Tells nobody whether there were any, or which.

    Refused while the one who leaves them still works on cases, and for a leader who would have them.
    Hjemmel: folkeregisterloven § 10-4.
    """
    fra, til = arbeid.session.get_one(Bruker, k.fra_bruker), arbeid.session.get_one(Bruker, k.til_bruker)
    if _arbeider_med_saker(fra):
        nekt("ROLLE", "Brukeren arbeider med saker, og må selv gi tilgang til en annen.", loeses_av="saksbehandler")
    if not _arbeider_med_saker(til):
        nekt("ROLLE", "Bare saksbehandler og teamleder kan ha ansvar for saker.", loeses_av="teamleder")
    har = select(Tilgang.saksnummer).where(Tilgang.bruker == fra.navn)
    for sak in arbeid.session.scalars(select(Sak).where(Sak.er_skjermet, Sak.saksnummer.in_(har))).all():
        _gi_videre(arbeid, sak, fra.navn, til.navn)
        arbeid.session.flush()
        data = {"kommando": omformer().unstructure(k)}
        noter_hendelse(replace(arbeid, sak_eller_ingen=sak), "gi_tilganger_videre", "TilgangerGittVidere", data)


def _gi_videre(arbeid: Arbeid, sak: Sak, fra: str, til: str) -> None:
    for rad in [t for t in sak.tilganger if t.bruker == fra]:
        sak.tilganger.remove(rad)
        arbeid.session.delete(rad)
    if til not in {t.bruker for t in sak.tilganger}:
        sak.tilganger.append(Tilgang(bruker=til, gitt_av=arbeid.bruker.navn))
    if sak.ansvarlig == fra:
        sak.ansvarlig = til
    flag_modified(sak, "ansvarlig")


def _arbeider_med_saker(bruker: Bruker) -> bool:
    return bruker.rolle in SAKSARBEID and bruker.er_aktiv


def krev_at_kan_ha_saken(arbeid: Arbeid, navn: str) -> None:
    """Refuses to make someone responsible who may not act on cases, or may not know of this one."""
    bruker = arbeid.session.get(Bruker, navn)
    if bruker is None or not _arbeider_med_saker(bruker):
        nekt("ROLLE", "Bare saksbehandler og teamleder kan ha ansvar for saker.", loeses_av="teamleder")
    if arbeid.sak.er_skjermet and navn not in {t.bruker for t in arbeid.sak.tilganger}:
        nekt("HABILITET", "Saken har adressebeskyttelse. Gi tilgang først.", ADRESSESPERRE)
    krev_habil(arbeid.session, arbeid.sak, bruker, selv=False)
