"""Those that an envelope is meant for, and how it is closed for them: sealed to each, by the key that was agreed to."""

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.casework.konvolutt import konvolutten, krev_aapen, navngitte, sammenheng
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.konvolutt import AapenKonvolutt, Konvolutt, Konvoluttinnhold, Konvoluttsegl
from boligtildeling.forsegling import NOEKKELLENGDE, forsegl, laas_inn


def er_godtatt(arbeid: Arbeid, navn: str) -> bool:
    """Whether the open envelope is meant for this user, by the key that the user has now."""
    mottakere = krev_aapen(arbeid).naa.mottakere
    offentlig = arbeid.session.get_one(Bruker, navn).offentlig_noekkel
    return navn in mottakere and mottakere[navn] in {None, offentlig.hex() if offentlig else None}


def godta(arbeid: Arbeid, navn: str) -> None:
    """The open envelope is meant for this user from now on, by the key that the user has now, or else the first one."""
    aapen = krev_aapen(arbeid)
    aapen.naa = aapen.naa.med_mottaker(navn, arbeid.session.get_one(Bruker, navn).offentlig_noekkel)


def ta_fra(arbeid: Arbeid, navn: str) -> None:
    """Takes the user's copy of the key away, without opening the envelope."""
    if (segl := _segl(arbeid).get(navn)) is not None:
        arbeid.session.delete(segl)


def lukk(arbeid: Arbeid) -> None:
    """Closes the envelope again: with a new key as soon as anyone who had the former must not have it any more.

    Someone named who had no key gets the first one they have made sealed to them. Raises `Driftsfeil`.
    """
    aapen = arbeid.konvolutt
    if aapen is None:
        return
    naa, mottakere = _mottakere(arbeid, aapen.naa)
    segl = _segl(arbeid)
    ny = _trenger_ny_noekkel(arbeid, aapen.foer, naa, mottakere)
    if naa == aapen.foer and segl.keys() == mottakere.keys() and not ny:
        return
    noekkel = arbeid.rammer.tilfeldig(NOEKKELLENGDE) if ny else aapen.noekkel
    _legg_innhold(arbeid, naa, noekkel)
    if ny:
        for gammelt in segl.values():
            arbeid.session.delete(gammelt)
        arbeid.session.flush()
        segl = {}
    nye = {navn: til for navn, til in mottakere.items() if navn not in segl}
    _forsegl(arbeid, noekkel, nye)
    if nye or ny:
        data = {"mottakere": sorted(mottakere), "ny_noekkel": ny}
        noter_hendelse(arbeid, "forsegl_konvolutt", "KonvoluttForseglet", data)
    arbeid.konvolutt = AapenKonvolutt(noekkel, naa, naa)


def _trenger_ny_noekkel(
    arbeid: Arbeid, foer: Konvoluttinnhold, naa: Konvoluttinnhold, mottakere: dict[str, bytes]
) -> bool:
    """Someone is out, has another key than the one it is sealed to, or the recovery code has been changed."""
    rad = konvolutten(arbeid)
    return (
        rad is None
        or not arbeid.rammer.noekkelskap.er_til_koden(rad.til_koden)
        or not set(foer.mottakere) <= set(naa.mottakere)
        or any(segl.til != mottakere.get(navn) for navn, segl in _segl(arbeid).items())
    )


def _legg_innhold(arbeid: Arbeid, innhold: Konvoluttinnhold, noekkel: bytes) -> None:
    nummer, rad = arbeid.sak.saksnummer, konvolutten(arbeid)
    til_koden = arbeid.rammer.noekkelskap.forsegl_til_koden(noekkel, sammenheng(nummer))
    lukket = laas_inn(noekkel, innhold.som_bytes(), sammenheng(nummer))
    if rad is None:
        arbeid.session.add(Konvolutt(saksnummer=nummer, innhold=lukket, til_koden=til_koden))
    else:
        rad.innhold, rad.til_koden = lukket, til_koden
    arbeid.session.flush()


def _forsegl(arbeid: Arbeid, noekkel: bytes, mottakere: dict[str, bytes]) -> None:
    nummer = arbeid.sak.saksnummer
    for navn, til in mottakere.items():
        forseglet = forsegl(til, noekkel, sammenheng(nummer))
        arbeid.session.add(Konvoluttsegl(saksnummer=nummer, bruker=navn, til=til, forseglet=forseglet))
    arbeid.session.flush()


def _segl(arbeid: Arbeid) -> dict[str, Konvoluttsegl]:
    egne = select(Konvoluttsegl).where(Konvoluttsegl.saksnummer == arbeid.sak.saksnummer)
    return {segl.bruker: segl for segl in arbeid.session.scalars(egne)}


def _mottakere(arbeid: Arbeid, innhold: Konvoluttinnhold) -> tuple[Konvoluttinnhold, dict[str, bytes]]:
    """What the envelope says of whom it is meant for, brought up to date; and those to seal it to, by public half."""
    naa, mottakere = innhold, {}
    navngitt = set(navngitte(arbeid))
    for navn, godtatt in innhold.mottakere.items():
        offentlig = arbeid.session.get_one(Bruker, navn).offentlig_noekkel
        if navn not in navngitt:
            naa = naa.uten_mottaker(navn)
        elif offentlig is not None and godtatt in {None, offentlig.hex()}:
            naa = naa.med_mottaker(navn, offentlig)
            mottakere[navn] = offentlig
    return naa, mottakere
