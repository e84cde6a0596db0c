"""Access to one's own information: a package is made, gone through by a person, and released."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Annotated, Any, Literal

from sqlalchemy import or_, select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for, hent_sak
from boligtildeling.casework.historikk import noter_lesning
from boligtildeling.casework.innsynsforslag import forslag
from boligtildeling.casework.innsynsinnhold import saksinnhold
from boligtildeling.casework.views.innsyn import egen_part, innsynsark
from boligtildeling.domain.base import omformer
from boligtildeling.domain.feil import Feilliste, Sperre, Sperret, nekt
from boligtildeling.domain.innsyn import Innsynsfjerning, Innsynspakke, Innsynspart, Saksinnhold
from boligtildeling.domain.krav import Fritekst, Setning, Tekst
from boligtildeling.domain.sak import Dokument, Sak
from boligtildeling.domain.skjerming import Sladding

Innsynshjemmel = Literal["fvl-19", "fvl-13", "freg-10-4", "gdpr-15"]
INNSYN = "forvaltningsloven § 18"
ADRESSESPERRE = "folkeregisterloven § 10-4"
Sted = Annotated[str, Tekst("Stedet i pakken, slik «vis innsyn» gir det.", maks=500)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LagInnsynspakke(Sakskommando):
    """A draft of everything about one of the applicants, in this case or in all that the user may see."""

    part: Innsynspart = "soeker"
    alle_saker: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FjernIInnsynspakke(Sakskommando):
    """Takes a piece of information, or a part of its text, out of the draft."""

    pakke: int
    sted: Sted
    grunn: Setning
    hjemmel: Innsynshjemmel = "fvl-19"
    tekst: Fritekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LeggTilbakeIInnsynspakke(Sakskommando):
    """Puts a piece of information back into the draft."""

    pakke: int
    sted: Sted
    grunn: Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FrigiInnsynspakke(Sakskommando):
    """Gives the package out as it stands; `gjennomgaatt` says that a person has gone through all of it."""

    pakke: int
    gjennomgaatt: bool


def _finn(arbeid: Arbeid, nummer: int) -> Innsynspakke | None:
    """The package of this case, when the user may know of every case in it."""
    pakke = arbeid.session.scalar(
        select(Innsynspakke).where(Innsynspakke.id == nummer, Innsynspakke.saksnummer == arbeid.sak.saksnummer)
    )
    return pakke if pakke is not None and set(_synlige(arbeid, pakke.saker)) == set(pakke.saker) else None


def _synlige(arbeid: Arbeid, saker: tuple[str, ...]) -> tuple[str, ...]:
    spoerring = select(Sak.saksnummer).where(Sak.saksnummer.in_(saker), er_synlig_for(arbeid.bruker))
    return tuple(arbeid.session.scalars(spoerring.order_by(Sak.saksnummer)))


def _pakken(arbeid: Arbeid, nummer: int) -> Innsynspakke:
    """The draft. Raises `Sperret` for one that is released or disposed of."""
    pakke = _finn(arbeid, nummer)
    if pakke is None:
        raise LookupError(nummer)
    if pakke.innhold is None:
        nekt("ALLEREDE", f"Pakken er {pakke.status} og kan ikke endres. Lag en ny.", INNSYN)
    return pakke


def _steder(pakke: Innsynspakke) -> dict[str, str]:
    return {o.sted: o.verdi for sak in pakke.innhold or () for a in sak.avsnitt for o in a.opplysninger}


def _proev_ny(arbeid: Arbeid, k: LagInnsynspakke, feil: Feilliste) -> None:
    har_parten = k.part == "soeker" or arbeid.sak.soeknad.medsoeker is not None
    feil.krev(har_parten, "/part", "Saken har ingen medsøker.")


@handling(
    LagInnsynspakke,
    navn="lag_innsynspakke",
    tittel="Lag innsynspakke",
    hendelse="InnsynspakkeLaget",
    proever=_proev_ny,
    etter_avslutning=True,
)
def lag_innsynspakke(arbeid: Arbeid, k: LagInnsynspakke) -> dict[str, Any]:
    """Gathers what the cases hold about the person; what is about others is taken out until a person says otherwise.

    Hjemmel: forvaltningsloven §§ 18 og 19, personvernforordningen artikkel 15.
    """
    saker = _saker(arbeid, k) if k.alle_saker else (arbeid.sak.saksnummer,)
    egen, funnet, foreslaatt = arbeid.sak, [], []
    person = egen.soeknad.soekere[0 if k.part == "soeker" else 1].partsnoekkel
    for saksnummer in saker:
        arbeid.sak_eller_ingen = hent_sak(arbeid.session, saksnummer, arbeid.bruker)
        noter_lesning(arbeid, saksnummer, "innsyn")
        innhold = saksinnhold(arbeid)
        part = k.part if saksnummer == egen.saksnummer else egen_part(arbeid.sak.soeknad, person)
        funnet.append(innhold)
        foreslaatt += list(forslag(innhold, arbeid.sak.soeknad, part))
    arbeid.sak_eller_ingen = egen
    pakke = Innsynspakke(
        saksnummer=egen.saksnummer,
        part=k.part,
        saker=saker,
        status="utkast",
        innhold=tuple(funnet),
        laget_av=arbeid.bruker.navn,
        laget_tidspunkt=arbeid.naa,
    )
    arbeid.session.add(pakke)
    arbeid.session.flush()
    for f in foreslaatt:
        _fjern(arbeid, pakke, f.sted, f.grunn, f.hjemmel, er_forslag=True, er_vernet=f.er_vernet)
    arbeid.advar("Gå gjennom hele pakken: se etter opplysninger om andre, og om hvem som har sagt fra om noe.")
    return {"pakke": pakke.id, "saker": list(saker), "fjernet": len(foreslaatt)}


def _saker(arbeid: Arbeid, k: LagInnsynspakke) -> tuple[str, ...]:
    """The cases where the same person is an applicant, told by number or birth date; else only this one."""
    soeknad = arbeid.sak.soeknad
    person = soeknad.soekere[0 if k.part == "soeker" else 1].partsnoekkel
    if person not in soeknad.gjenkjennelige_parter:
        return (arbeid.sak.saksnummer,)
    er_part = or_(Sak.partsnoekkel == person, Sak.medpartsnoekkel == person)
    spoerring = select(Sak.saksnummer).where(er_part, er_synlig_for(arbeid.bruker)).order_by(Sak.saksnummer)
    return tuple(arbeid.session.scalars(spoerring))


def _fjern(arbeid: Arbeid, pakke: Innsynspakke, sted: str, grunn: str, hjemmel: str, **felt: Any) -> None:
    vist = arbeid.rammer.lov_naa(arbeid.session).vis(arbeid.i_dag)
    pakke.fjerninger.append(
        Innsynsfjerning(
            **({"er_forslag": False, "er_vernet": False} | felt),
            saksnummer=pakke.saksnummer,
            sted=sted,
            grunn=grunn,
            hjemmel=vist[hjemmel],
            fjernet_av=arbeid.bruker.navn,
            fjernet_tidspunkt=arbeid.naa,
        )
    )


def _proev_fjerning(arbeid: Arbeid, k: FjernIInnsynspakke, feil: Feilliste) -> None:
    verdi = _proev_sted(arbeid, k, feil)
    if verdi is not None and k.tekst is not None:
        feil.krev(Sladding("", (k.tekst,)).finnes_i(verdi), "/tekst", "Teksten står ikke på dette stedet.")


def _proev_sted(arbeid: Arbeid, k: FjernIInnsynspakke | LeggTilbakeIInnsynspakke, feil: Feilliste) -> str | None:
    pakke = _finn(arbeid, k.pakke)
    if not feil.krev(pakke is not None, "/pakke", "Pakken finnes ikke i denne saken.") or pakke is None:
        return None
    verdi = _steder(pakke).get(k.sted)
    feil.krev(verdi is not None or pakke.innhold is None, "/sted", "Stedet finnes ikke i pakken.")
    return verdi


@handling(
    FjernIInnsynspakke,
    navn="fjern_i_innsynspakke",
    tittel="Fjern i innsynspakken",
    hendelse="FjernetIInnsynspakke",
    proever=_proev_fjerning,
    etter_avslutning=True,
)
def fjern_i_innsynspakke(arbeid: Arbeid, k: FjernIInnsynspakke) -> dict[str, Any]:
    """Takes it out; who, why and by which law is kept for ever, what it was is not.

    Hjemmel: forvaltningsloven § 19.
    """
    pakke = _pakken(arbeid, k.pakke)
    if any(f.gjelder and f.sted == k.sted and f.tekst in {None, k.tekst} for f in pakke.fjerninger):
        nekt("ALLEREDE", "Dette er allerede fjernet.")
    _fjern(arbeid, pakke, k.sted, k.grunn, k.hjemmel, tekst=k.tekst)
    arbeid.logg = replace(k, tekst=None)
    return {"fjernet": sum(f.gjelder for f in pakke.fjerninger)}


def _proev_tilbake(arbeid: Arbeid, k: LeggTilbakeIInnsynspakke, feil: Feilliste) -> None:
    _proev_sted(arbeid, k, feil)


@handling(
    LeggTilbakeIInnsynspakke,
    navn="legg_tilbake_i_innsynspakke",
    tittel="Legg tilbake i innsynspakken",
    hendelse="LagtTilbakeIInnsynspakke",
    proever=_proev_tilbake,
    etter_avslutning=True,
)
def legg_tilbake_i_innsynspakke(arbeid: Arbeid, k: LeggTilbakeIInnsynspakke) -> dict[str, Any]:
    """Puts it back, with the reason; never what would reveal someone with address protection."""
    pakke = _pakken(arbeid, k.pakke)
    gjelder = [f for f in pakke.fjerninger if f.gjelder and f.sted == k.sted]
    if not gjelder:
        nekt("ALLEREDE", "Dette er ikke fjernet.")
    if any(f.er_vernet for f in gjelder):
        nekt(
            "HABILITET", "Opplysningen gjelder en som har adressebeskyttelse. Den gis ikke ut.", ADRESSESPERRE, "ingen"
        )
    for f in gjelder:
        f.lagt_tilbake_av, f.lagt_tilbake_tidspunkt, f.lagt_tilbake_grunn = arbeid.bruker.navn, arbeid.naa, k.grunn
    return {"fjernet": sum(f.gjelder for f in pakke.fjerninger)}


def _proev_frigivelse(arbeid: Arbeid, k: FrigiInnsynspakke, feil: Feilliste) -> None:
    feil.krev(_finn(arbeid, k.pakke) is not None, "/pakke", "Pakken finnes ikke i denne saken.")


@handling(
    FrigiInnsynspakke,
    navn="frigi_innsynspakke",
    tittel="Frigi innsynspakken",
    hendelse="InnsynspakkeFrigitt",
    proever=_proev_frigivelse,
    etter_avslutning=True,
)
def frigi_innsynspakke(arbeid: Arbeid, k: FrigiInnsynspakke) -> dict[str, Any]:
    """Makes the document that is given out and keeps it with its SHA-256; the draft, with what was taken out, goes.

    Refused until a person says that all of it is gone through, and when someone in it has become protected since.

    Hjemmel: forvaltningsloven §§ 18 og 19, personvernforordningen artikkel 15.
    """
    pakke = _pakken(arbeid, k.pakke)
    sperrer = list(_nye_vern(arbeid, pakke))
    if not k.gjennomgaatt:
        sperrer.append(Sperre("STEG", "Noen må gå gjennom hele pakken før den frigis.", INNSYN))
    if sperrer:
        raise Sperret(*sperrer)
    dokument = _lagre(arbeid, pakke)
    pakke.status, pakke.innhold, pakke.dokument = "frigitt", None, dokument
    pakke.frigitt_av, pakke.frigitt_tidspunkt = arbeid.bruker.navn, arbeid.naa
    for f in pakke.fjerninger:
        f.tekst = None
    return {"dokument": dokument}


def _lagre(arbeid: Arbeid, pakke: Innsynspakke) -> int:
    visning = innsynsark(arbeid, pakke)
    innhold = arbeid.rammer.dokumenter.innsynspakke(visning)
    dokument = Dokument(
        navn="innsynspakke",
        tittel=f"Innsynspakke {pakke.id}",
        innhold=innhold,
        sha256=sha256(innhold).hexdigest(),
        visning=omformer().unstructure(visning),
        laget_av=arbeid.bruker.navn,
        laget_tidspunkt=arbeid.naa,
    )
    arbeid.sak.dokumenter.append(dokument)
    arbeid.session.flush()
    return dokument.id


def _nye_vern(arbeid: Arbeid, pakke: Innsynspakke) -> list[Sperre]:
    """Someone has got address protection since the package was made: what it holds may reveal them."""
    fjernet = {f.sted for f in pakke.fjerninger if f.gjelder and f.tekst is None}
    person = arbeid.sak.soeknad.soekere[0 if pakke.part == "soeker" else 1].partsnoekkel
    naa = {s.saksnummer: s for s in arbeid.session.scalars(select(Sak).where(Sak.saksnummer.in_(pakke.saker)))}
    mangler = [f for innhold in pakke.innhold or () for f in _vernet(innhold, naa, person, pakke) if f not in fjernet]
    if not mangler:
        return []
    grunn = "Noen i saken har fått adressebeskyttelse etter at pakken ble laget. Lag en ny pakke."
    return [Sperre("HABILITET", grunn, ADRESSESPERRE)]


def _vernet(innhold: Saksinnhold, naa: dict[str, Sak], person: str, pakke: Innsynspakke) -> list[str]:
    soeknad = naa[innhold.saksnummer].soeknad
    part = pakke.part if innhold.saksnummer == pakke.saksnummer else egen_part(soeknad, person)
    return [f.sted for f in forslag(innhold, soeknad, "medsoeker" if part == "medsoeker" else "soeker") if f.er_vernet]
