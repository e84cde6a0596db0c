"""The registry of acts: one thing a caseworker does is one command, function, transaction and line of history."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from boligtildeling.casework import konvoluttavstemming, utkast
from boligtildeling.casework.adgang import krev_adgang, vakt
from boligtildeling.casework.context import Arbeid, Rammer, finn_bruker
from boligtildeling.casework.grunnlag import bygg_grunnlag, hent_sak, krev_habil
from boligtildeling.casework.historikk import antall_linjer, noter_hendelse
from boligtildeling.casework.innhold import sjekk_innhold
from boligtildeling.domain.base import omformer
from boligtildeling.domain.feil import Bruksfeil, Endring, Feilliste, Inputfeil, Konflikt, nekt
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.krav import Saksnummer
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.saksgang import neste_frist, steg
from boligtildeling.domain.tilgang import ADGANG, Adgang


@dataclass(frozen=True, kw_only=True, repr=False)
class Sakskommando:
    """A command about one case; with `sett_versjon` it is refused if the case has changed since that version."""

    saksnummer: Saksnummer
    sett_versjon: int | None = None


K = TypeVar("K")
V = TypeVar("V")
Utfoerer = Callable[[Arbeid, Any], Mapping[str, Any] | None]
Proever = Callable[[Arbeid, Any, Feilliste], None]


@dataclass(frozen=True, slots=True)
class Handling:
    """An act as window, command line and tests know it."""

    navn: str
    tittel: str
    kommando: type
    adgang: Adgang
    hendelse: str
    utfoerer: Utfoerer
    proever: Proever | None
    etter_avslutning: bool


HANDLINGER: dict[str, Handling] = {}
_UTENFOR_HANDLINGENE = {
    "forsegl_konvolutt": "Konvolutten er forseglet på nytt",
    "skriv_adressevedlegg": "Adressevedlegget er skrevet ut",
    "proev_avtale": "Nedbetalingsavtalen er prøvd mot betalingene",
}
"""What the history says beside the acts, by the name that its line has."""
_FOR_KOMMANDO: dict[type, Handling] = {}


@dataclass(frozen=True, slots=True)
class Utfall:
    """What an act answered: `resultat` as plain values, and the numbers of what it touched."""

    resultat: Mapping[str, Any]
    endret: tuple[str, ...]


def handling_for(kommando: type) -> Handling:
    """The act that commands of this type ask for."""
    return _FOR_KOMMANDO[kommando]


def tittel_paa(handling: str) -> str:
    """What a line of history is called; its bare name when the program does not know it."""
    act = HANDLINGER.get(handling)
    return act.tittel if act is not None else _UTENFOR_HANDLINGENE.get(handling, handling)


def handling(
    kommando: type[K],
    *,
    navn: str,
    tittel: str,
    hendelse: str,
    proever: Callable[[Arbeid, K, Feilliste], None] | None = None,
    etter_avslutning: bool = False,
) -> Callable[[Callable[[Arbeid, K], Mapping[str, Any] | None]], Callable[[Arbeid, K], Mapping[str, Any] | None]]:
    """Registers the function that does what `kommando` says; `proever` judges its input against the case first.

    Who may do it stands in `domain.tilgang.ADGANG`, and nowhere else; an act that is not there cannot be registered.
    """

    def registrer(
        utfoerer: Callable[[Arbeid, K], Mapping[str, Any] | None],
    ) -> Callable[[Arbeid, K], Mapping[str, Any] | None]:
        ny = Handling(navn, tittel, kommando, ADGANG[navn], hendelse, utfoerer, proever, etter_avslutning)
        HANDLINGER[navn] = ny
        _FOR_KOMMANDO[kommando] = ny
        return utfoerer

    return registrer


def utfoer(rammer: Rammer, kommando: object, bruker: str | None, innlogget: str | None = None) -> Utfall:
    """Does what the command says, whole or not at all.

    `innlogget` is who is signed in at the machine, when someone else does this one act there.
    Judged in this order: input and names (`Ugyldig`), version (`Konflikt`), role and state (`Sperret`).
    """
    with rammer.lager.skriv() as session:
        arbeid, resultat = _gjoer(rammer, session, kommando, bruker, innlogget)
        return Utfall(resultat, tuple(sorted(arbeid.endret)))


class _Tilbake(Exception):
    """Ends a transaction whose changes are not wanted."""


def proev(rammer: Rammer, kommando: object, bruker: str | None, les: Callable[[Arbeid], V]) -> V:
    """What `les` sees once the command is done; then all of it is taken back. Refuses as `utfoer` does."""
    sett: list[V] = []
    with suppress(_Tilbake), rammer.lager.skriv() as session:
        arbeid, _ = _gjoer(rammer, session, kommando, bruker)
        sett.append(les(arbeid))
        raise _Tilbake
    return sett[0]


def _gjoer(
    rammer: Rammer, session: Session, kommando: object, bruker: str | None, innlogget: str | None = None
) -> tuple[Arbeid, dict[str, Any]]:
    act = _FOR_KOMMANDO.get(type(kommando))
    if act is None:
        raise Bruksfeil("Handlingen finnes ikke.")
    arbeid = Arbeid(
        session=session,
        rammer=rammer,
        bruker=finn_bruker(session, bruker),
        naa=rammer.klokke.naa(),
        innlogget=innlogget,
    )
    _proev_innhold(arbeid, act, kommando)
    _proev_versjon(arbeid, kommando)
    proev_adgang(arbeid, act)
    holdt = konvoluttavstemming.begynn(arbeid)
    resultat = dict(act.utfoerer(arbeid, kommando) or {})
    utkast.slett_etter(arbeid, act.navn, kommando)
    if not arbeid.er_uendret:
        resultat |= _noter(arbeid, act, kommando, holdt)
    if arbeid.advarsler:
        resultat["advarsler"] = list(arbeid.advarsler)
    return arbeid, resultat


def finn_feil(rammer: Rammer, delvis: object, bruker: str | None) -> tuple[Inputfeil, ...]:
    """The faults in names and contents of a command where some fields, already told as faults, are not there.

    A check that needs such a field is not made.
    """
    act, feil = _FOR_KOMMANDO[type(delvis)], Feilliste()
    with rammer.lager.les() as session:
        arbeid = Arbeid(session=session, rammer=rammer, bruker=finn_bruker(session, bruker), naa=rammer.klokke.naa())
        try:
            _proev_navn(arbeid, act, delvis, feil)
        except AttributeError as mangler:
            if mangler.name not in getattr(type(mangler.obj), "__dataclass_fields__", {}):
                raise
    return feil.alle


def _proev_innhold(arbeid: Arbeid, act: Handling, kommando: object) -> None:
    feil = Feilliste()
    sjekk_innhold(kommando, arbeid.i_dag, feil)
    _proev_navn(arbeid, act, kommando, feil)
    feil.stopp()


def _proev_navn(arbeid: Arbeid, act: Handling, kommando: object, feil: Feilliste) -> None:
    if isinstance(kommando, Sakskommando):
        arbeid.sak_eller_ingen = hent_sak(arbeid.session, kommando.saksnummer, arbeid.bruker)
        feil.krev(arbeid.sak_eller_ingen is not None, "/saksnummer", "Fant ingen sak med dette nummeret.")
    kan_proeves = not isinstance(kommando, Sakskommando) or arbeid.sak_eller_ingen is not None
    if act.proever is not None and kan_proeves:
        act.proever(arbeid, kommando, feil)


def _proev_versjon(arbeid: Arbeid, kommando: object) -> None:
    if isinstance(kommando, Sakskommando) and kommando.sett_versjon is not None:
        krev_versjon(arbeid.session, arbeid.sak, kommando.sett_versjon)


def krev_versjon(session: Session, sak: Sak, sett_versjon: int) -> None:
    """Raises `Konflikt` with what others did when the case is no longer at `sett_versjon`."""
    if sett_versjon == sak.versjon:
        return
    rader = session.scalars(
        select(Hendelse)
        .where(Hendelse.saksnummer == sak.saksnummer, Hendelse.sak_versjon > sett_versjon)
        .order_by(Hendelse.id)
    )
    endringer = tuple(Endring(tittel_paa(h.handling), h.bruker, h.tidspunkt.isoformat()) for h in rader)
    raise Konflikt(sak.saksnummer, sak.versjon, endringer)


def proev_adgang(arbeid: Arbeid, act: Handling) -> None:
    """Refuses with ROLLE, HABILITET or AVSLUTTET one who may not do this act on this case."""
    krev_adgang(arbeid.bruker, act.adgang, vakt(arbeid.session, arbeid.bruker, arbeid.i_dag))
    sak = arbeid.sak_eller_ingen
    if sak is None:
        return
    if act.navn not in FOR_INHABILE:
        krev_habil(arbeid.session, sak, arbeid.bruker)
    if sak.avslutning is not None and not act.etter_avslutning:
        nekt("AVSLUTTET", f"Saken er avsluttet ({sak.avslutning.utfall}).")


FOR_INHABILE = frozenset({"registrer_tilknytning"})
"""Acts on a case that whoever is tied to it may do: to say that there are more ties."""


def _noter(arbeid: Arbeid, act: Handling, kommando: object, holdt: frozenset[str]) -> dict[str, Any]:
    sak = arbeid.sak_eller_ingen
    data: dict[str, Any] = {"kommando": omformer().unstructure(kommando if arbeid.logg is None else arbeid.logg)}
    if sak is not None:
        konvoluttavstemming.avslutt(arbeid, holdt)
        konvoluttavstemming.krev_uten_adresse(arbeid, data["kommando"])
        arbeid.session.flush()
        arbeid.session.expire(sak, ["tilbud", "kontrakter", "utleveringer", "oppgaver", "vedtak"])
        grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)
        sak.steg, sak.neste_frist = steg(grunnlag), neste_frist(grunnlag)
        flag_modified(sak, "steg")
        arbeid.session.flush()
        arbeid.endret.add(sak.saksnummer)
    if arbeid.innlogget is not None:
        data["innlogget"] = arbeid.innlogget
    if arbeid.foer is not None:
        data["foer"] = arbeid.foer
    if arbeid.spor is not None:
        data["spor"] = arbeid.spor
    noter_hendelse(arbeid, act.navn, act.hendelse, data)
    if sak is None:
        return {}
    return {"hendelse": antall_linjer(arbeid.session, sak.saksnummer), "versjon": sak.versjon}
