"""Drafts: what a user has typed and not saved, offered again to the same user, and gone when the act is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from json import dumps
from typing import Any

from sqlalchemy import Delete, delete, select
from sqlalchemy.orm import Session

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.konvolutt import boligen_skal_i_konvolutt, har_konvolutt
from boligtildeling.casework.konvoluttavstemming import kjennetegn
from boligtildeling.casework.visning import visning
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.tilgang import ALLE, Adgang
from boligtildeling.domain.utkast import Felter, Utkast, er_strengt_fortrolig, uten_adresse

STOERST = 200_000
"""Characters: far more than the longest form holds."""
LENGSTE_SKJEMANAVN = 100
DELER: Mapping[str, str] = {"kryss_av": "sjekkpunkt", "kontroller_vilkaar": "vilkaar"}
"""The acts that may have a draft for each of several things, and the field of their command that says which."""
UTEN_UTKAST = frozenset(
    {
        *("bytt_passord", "registrer_bruker", "skjerm_opplysning", "aapne_skjermet_opplysning"),
        *("legg_i_konvolutt", "gjenopprett_konvolutt", "lag_brukernoekkel", "lag_skjermingsnoekkel"),
    }
)
"""Acts with codes, passwords, or what is about to be taken out of sight: nothing typed in them is kept."""
_PEKER_UT_BOLIGEN = frozenset({"tilby_bolig"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utkastvisning:
    """A draft as its own writer sees it. `saksnummer` is None outside of all cases."""

    saksnummer: str | None
    skjema: str
    felter: Felter
    sett_versjon: int | None
    skrevet_tidspunkt: datetime


def skjema_for(handling: str, del_: str = "") -> str:
    """The name of the form for an act, and for the one thing that it is about."""
    return f"{handling} {del_}" if del_ and handling in DELER else handling


def legg(arbeid: Arbeid, skjema: str, felter: Felter, sett_versjon: int | None) -> bool:
    """Keeps what stands in a form now in place of what was kept before; says whether it is kept.

    What is for nobody else to read is not kept at all (`UTEN_UTKAST`). Where an address may not stand in the case, it
    is left out; and where the envelope is closed to this user, so that nobody can tell, nothing is kept.

    Raises `Ugyldig` for what is no form of the program. Hjemmel: folkeregisterloven § 10-4.
    """
    feil = Feilliste()
    feil.krev(0 < len(skjema) <= LENGSTE_SKJEMANAVN, "/skjema", "Skjemaet finnes ikke.")
    feil.krev(len(dumps(felter)) <= STOERST, "/felter", "Utkastet er for langt.")
    feil.stopp()
    arbeid.session.execute(_slett(arbeid, arbeid.bruker.navn, _nummer(arbeid), skjema))
    handling = skjema.partition(" ")[0]
    if handling in UTEN_UTKAST or (innhold := _det_som_kan_staa(arbeid, handling, felter)) is None:
        return False
    arbeid.session.add(
        Utkast(
            bruker=arbeid.bruker.navn,
            saksnummer=_nummer(arbeid),
            skjema=skjema,
            felter=innhold,
            sett_versjon=sett_versjon,
            skrevet_tidspunkt=arbeid.naa,
        )
    )
    arbeid.session.flush()
    return True


def _det_som_kan_staa(arbeid: Arbeid, handling: str, felter: Felter) -> dict[str, Any] | None:
    sak = arbeid.sak_eller_ingen
    er_strengt = sak is not None and boligen_skal_i_konvolutt(arbeid)
    if not (er_strengt or er_strengt_fortrolig(felter)):
        return dict(felter)
    if sak is None:
        return uten_adresse(felter)
    if handling in _PEKER_UT_BOLIGEN or (har_konvolutt(arbeid) and arbeid.konvolutt is None):
        return None
    plasser = arbeid.konvolutt.naa.boliger.values() if arbeid.konvolutt is not None else ()
    boliger = (arbeid.session.get_one(Bolig, plass.boligid) for plass in plasser)
    return uten_adresse(felter, tuple(t for bolig in boliger for t in kjennetegn(bolig)))


def forkast(arbeid: Arbeid, skjema: str) -> None:
    """Throws away what the user has in a form; nothing happens when there is nothing."""
    arbeid.session.execute(_slett(arbeid, arbeid.bruker.navn, _nummer(arbeid), skjema))


def slett_etter(arbeid: Arbeid, handling: str, kommando: object) -> None:
    """The act is done, so its draft is too: with whoever sits at the machine, also when another did the act there."""
    skjema = skjema_for(handling, str(getattr(kommando, DELER.get(handling, ""), "")))
    navn = arbeid.innlogget or arbeid.bruker.navn
    arbeid.session.execute(_slett(arbeid, navn, getattr(kommando, "saksnummer", None), skjema))


def slett_i_saken(session: Session, saksnummer: str) -> None:
    """Everyone's drafts in a case: what may stand in it is another from now on."""
    session.execute(delete(Utkast).where(Utkast.saksnummer == saksnummer))


def _slett(arbeid: Arbeid, bruker: str, saksnummer: str | None, skjema: str) -> Delete:
    i_saken = Utkast.saksnummer.is_(None) if saksnummer is None else Utkast.saksnummer == saksnummer
    return delete(Utkast).where(Utkast.bruker == bruker, i_saken, Utkast.skjema == skjema)


def _nummer(arbeid: Arbeid) -> str | None:
    return arbeid.sak_eller_ingen.saksnummer if arbeid.sak_eller_ingen is not None else None


def egne_utkast(arbeid: Arbeid) -> tuple[Utkastvisning, ...]:
    """The user's own drafts, oldest first: outside of all cases, and in those that the user may see now."""
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    egne = select(Utkast).where(
        Utkast.bruker == arbeid.bruker.navn, Utkast.saksnummer.is_(None) | Utkast.saksnummer.in_(synlige)
    )
    return tuple(
        Utkastvisning(
            saksnummer=u.saksnummer,
            skjema=u.skjema,
            felter=u.felter,
            sett_versjon=u.sett_versjon,
            skrevet_tidspunkt=u.skrevet_tidspunkt,
        )
        for u in arbeid.session.scalars(egne.order_by(Utkast.id))
    )


UTKAST = visning("utkast", "Det du har begynt å skrive og ikke lagret", egne_utkast, adgang=Adgang(ALLE))
