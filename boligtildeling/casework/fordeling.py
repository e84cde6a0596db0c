"""Who has the case, and who may see it when addresses are protected."""

from dataclasses import dataclass
from typing import Annotated

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_habil, habile_med_tilgang, krev_at_en_annen_er_habil
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.casework.konvolutt import har_konvolutt
from boligtildeling.casework.konvoluttmottakere import er_godtatt, godta, ta_fra
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Setning, Tekst
from boligtildeling.domain.sak import Sak, Tilgang
from boligtildeling.domain.tilgang import ADRESSESPERRE, LEDER, LESERE, SAKSARBEID

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


def _proev_tilgang(arbeid: Arbeid, k: GiTilgang, feil: Feilliste) -> None:
    bruker = arbeid.session.get(Bruker, k.bruker)
    feil.krev(bruker is not None and bruker.er_aktiv, "/bruker", "Brukeren finnes ikke i denne mappen.")


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


@handling(
    GiTilgang,
    navn="gi_tilgang",
    tittel="Gi tilgang",
    hendelse="TilgangGitt",
    proever=_proev_tilgang,
    etter_avslutning=True,
)
def gi_tilgang(arbeid: Arbeid, k: GiTilgang) -> None:
    """Lets one more named user find and see the case, and open its envelope, if any: never IT, and nobody tied to it.

    One who is named already, and has a new key, or was named by someone who could not open the envelope, gets it now.

    Hjemmel: folkeregisterloven § 10-4.
    """
    er_navngitt = k.bruker in {t.bruker for t in arbeid.sak.tilganger}
    if er_navngitt and (arbeid.konvolutt is None or er_godtatt(arbeid, k.bruker)):
        nekt("ALLEREDE", "Brukeren har allerede tilgang til saken.")
    bruker = arbeid.session.get_one(Bruker, k.bruker)
    if bruker.rolle not in LESERE:
        nekt("ROLLE", "En administrator ser aldri saker.", loeses_av="ingen")
    krev_at_en_annen_er_habil(arbeid.session, arbeid.sak, bruker)
    if not er_navngitt:
        arbeid.sak.tilganger.append(Tilgang(bruker=k.bruker, gitt_av=arbeid.bruker.navn))
    if arbeid.konvolutt is not None:
        godta(arbeid, k.bruker)
    elif har_konvolutt(arbeid):
        arbeid.advar("Konvolutten er lukket for deg. En som kan åpne den, må også gi brukeren tilgang.")


@handling(
    TrekkTilgang,
    navn="trekk_tilgang",
    tittel="Trekk tilgang",
    hendelse="TilgangTrukket",
    proever=proev_bruker,
    etter_avslutning=True,
)
def trekk_tilgang(arbeid: Arbeid, k: TrekkTilgang) -> None:
    """The user finds the case no more. A caseworker who may act on it must be left, and the responsible stays.

    The envelope, if any, gets a new key: now, or when someone next opens it.
    """
    rad = next((t for t in arbeid.sak.tilganger if t.bruker == k.bruker), None)
    if rad is None:
        nekt("ALLEREDE", "Brukeren har ikke tilgang til saken.")
    if arbeid.sak.er_skjermet and arbeid.sak.ansvarlig == k.bruker:
        nekt("HABILITET", "Brukeren er ansvarlig for saken. Tildel den til en annen først.", loeses_av="teamleder")
    if arbeid.sak.er_skjermet and not noen_har_saken(arbeid.session, arbeid.sak, uten=k.bruker):
        nekt("STEG", "Ingen andre som kan behandle saken, har tilgang. Gi en annen tilgang først.")
    arbeid.foer = {"tilganger": sorted(t.bruker for t in arbeid.sak.tilganger)}
    arbeid.sak.tilganger.remove(rad)
    arbeid.session.delete(rad)
    if arbeid.konvolutt is None and har_konvolutt(arbeid):
        ta_fra(arbeid, k.bruker)
        arbeid.advar("Konvolutten får ny nøkkel når en som kan åpne den, åpner saken.")


def noen_har_saken(session: Session, sak: Sak, uten: str) -> bool:
    """Whether a caseworker other than `uten` is named on the case, is here, and is not tied to it."""
    return any(navn != uten for navn in habile_med_tilgang(session, sak, SAKSARBEID))


def overlat_skjermede_saker(arbeid: Arbeid, bruker: Bruker) -> None:
    """Names a leader on the protected cases that `bruker`, who may no longer act on them, was the last one on.

    The history of each case tells it. The answer of the act does not: whoever does it may be one who sees no case.
    """
    egne = select(Sak).join(Tilgang).where(Tilgang.bruker == bruker.navn, Sak.er_skjermet).order_by(Sak.saksnummer)
    for sak in arbeid.session.scalars(egne).all():
        if noen_har_saken(arbeid.session, sak, uten=bruker.navn):
            continue
        for leder in _andre_ledere(arbeid, bruker):
            if er_habil(arbeid.session, sak, leder):
                _gi(arbeid, sak, leder.navn)
                break


def _andre_ledere(arbeid: Arbeid, bruker: Bruker) -> list[Bruker]:
    """The other leaders that are here; first whoever acts, when that is one."""
    andre = select(Bruker).where(Bruker.rolle.in_(LEDER), Bruker.er_aktiv, Bruker.navn != bruker.navn)
    ledere = arbeid.session.scalars(andre.order_by(Bruker.nummer))
    return sorted(ledere, key=lambda leder: leder.navn != arbeid.bruker.navn)


def _gi(arbeid: Arbeid, sak: Sak, leder: str) -> None:
    if leder not in {t.bruker for t in sak.tilganger}:
        sak.tilganger.append(Tilgang(bruker=leder, gitt_av=arbeid.bruker.navn))
    flag_modified(sak, "steg")
    arbeid.session.flush()
    om_saken = Arbeid(
        session=arbeid.session, rammer=arbeid.rammer, bruker=arbeid.bruker, naa=arbeid.naa, sak_eller_ingen=sak
    )
    noter_hendelse(om_saken, "gi_tilgang", "TilgangGitt", {"kommando": {"saksnummer": sak.saksnummer, "bruker": leder}})


def krev_at_kan_ha_saken(arbeid: Arbeid, navn: str) -> None:
    """Refuses to make someone responsible who may not act on cases, or may not know of this one."""
    bruker = arbeid.session.get(Bruker, navn)
    if bruker is None or bruker.rolle not in SAKSARBEID or not bruker.er_aktiv:
        nekt("ROLLE", "Bare saksbehandler og teamleder kan ha ansvar for saker.", loeses_av="teamleder")
    if arbeid.sak.er_skjermet and navn not in {t.bruker for t in arbeid.sak.tilganger}:
        nekt("HABILITET", "Saken har adressebeskyttelse. Gi tilgang først.", ADRESSESPERRE)
    krev_at_en_annen_er_habil(arbeid.session, arbeid.sak, bruker)
