"""Whether the logs are whole: a line that is changed, gone, out of order or cut off is found and named.

What this proves: nobody has changed a line, taken one away or cut off the end without rewriting every line after it
and the head as well. Someone who holds the key of the database, knows this program and rewrites it all leaves a chain
that fits. Only a head that was kept somewhere else (a backup, a note on paper) tells: see `brudd_mot_hode`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import loads
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from boligtildeling.casework.kassasjonsslag import LESNINGER, utgangspunkt
from boligtildeling.domain.historikk import FOERSTE_HASH, Kjede, avtrykk_av, hash_av

_LINJER: dict[Kjede, str] = {
    "historikk": "SELECT hendelse.*, salt, data, (SELECT s.avtrykk FROM skjermet_sted AS s "
    "WHERE s.tabell = 'hendelsesinnhold' AND s.rad = hendelse.id ORDER BY s.id DESC LIMIT 1) AS skjermet_avtrykk "
    "FROM hendelse LEFT JOIN hendelsesinnhold ON hendelsesinnhold.hendelse = hendelse.id ORDER BY hendelse.id",
    "lesninger": "SELECT * FROM lesning ORDER BY id",
}
_NAVN: dict[Kjede, str] = {"historikk": "historikken", "lesninger": "loggen over lesninger"}
_OM_GANGEN = 500
_SKREVET = re.compile(r"(?P<kjede>historikk|lesninger):(?P<antall>[0-9]{1,18}):(?P<hash>[0-9a-f]{64})")
OMLENKING = "oppgrader"
"""The line that an upgrade leaves when it links older lines anew; it names the lines that were broken before."""


@dataclass(frozen=True, slots=True)
class Hode:
    """The end of a log at some time: how many lines it had had, and the hash of the last."""

    kjede: Kjede
    antall: int
    siste_hash: str

    @property
    def skrevet(self) -> str:
        """As one word, to be kept somewhere else."""
        return f"{self.kjede}:{self.antall}:{self.siste_hash}"


def les_hode(skrevet: str) -> Hode | None:
    """The end that `Hode.skrevet` wrote; None for anything else."""
    if (funn := _SKREVET.fullmatch(skrevet)) is None:
        return None
    kjede: Kjede = "historikk" if funn["kjede"] == "historikk" else "lesninger"
    return Hode(kjede, int(funn["antall"]), funn["hash"])


def hoder(session: Session) -> tuple[Hode, ...]:
    """The ends of both logs now. They hold nothing about anyone, and may be kept wherever others cannot write."""
    rader = session.execute(text("SELECT kjede, antall, siste_hash FROM kjedehode ORDER BY kjede"))
    return tuple(Hode(r.kjede, r.antall, r.siste_hash) for r in rader)


def brudd_i_kjedene(session: Session) -> Iterator[str]:
    """A sentence for every line of the logs that was changed or is gone; reads line by line, whatever their length."""
    hodene = {h.kjede: h for h in hoder(session)}
    for kjede in _LINJER:
        yield from _brudd(session, kjede, hodene.get(kjede))
    yield from _brudd_i_skjerminger(session)
    yield from _brudd_i_kassasjoner(session)


def brudd_mot_hode(session: Session, hode: Hode) -> str | None:
    """A sentence when a log no longer holds the end that it once had: it was cut off, or written anew since."""
    tabell = {"historikk": "hendelse", "lesninger": "lesning"}[hode.kjede]
    naa = session.scalar(text(f"SELECT hash FROM {tabell} WHERE id = :id"), {"id": hode.antall})
    if hode.antall == 0 or naa == hode.siste_hash or (naa is None and _er_kassert(session, hode)):
        return None
    return f"Linje {hode.antall} i {_NAVN[hode.kjede]} er ikke den som sto der før."


def _er_kassert(session: Session, hode: Hode) -> bool:
    return hode.kjede == LESNINGER and hode.antall <= utgangspunkt(session)[0]


def _brudd(session: Session, kjede: Kjede, hode: Hode | None) -> Iterator[str]:
    navn = _NAVN[kjede]
    nummer, forrige = utgangspunkt(session) if kjede == LESNINGER else (0, FOERSTE_HASH)
    for rad in session.execute(text(_LINJER[kjede])).yield_per(_OM_GANGEN):
        nummer += 1
        if rad.id != nummer:
            yield f"{navn.capitalize()} mangler linje {nummer}."
            nummer = rad.id
        if rad.forrige_hash != forrige or not _er_hel(kjede, rad):
            yield f"Linje {nummer} i {navn} er endret."
        elif kjede == "historikk":
            yield from _brudd_foer_omlenking(rad)
        forrige = rad.hash
    if hode is None:
        yield f"Enden av {navn} er ikke lagret."
    elif (hode.antall, hode.siste_hash) != (nummer, forrige):
        yield f"{navn.capitalize()} skal slutte med linje {hode.antall}, men slutter med en annen: linje {nummer}."


def _er_hel(kjede: Kjede, rad: Row[Any]) -> bool:
    """Whether a line is what its hash says, and its content what the line says. Whatever was forced in is not."""
    try:
        if rad.hash != hash_av(kjede, rad):
            return False
        return kjede != "historikk" or avtrykk_av(rad.salt, rad.data) == (rad.skjermet_avtrykk or rad.avtrykk)
    except (TypeError, ValueError, AttributeError):
        return False


def _brudd_foer_omlenking(rad: Row[Any]) -> Iterator[str]:
    if rad.handling == OMLENKING:
        yield from loads(rad.data)["brudd"]


def _brudd_i_skjerminger(session: Session) -> Iterator[str]:
    """What was shielded must be what its line of history says, no more and no less: else it could cover a change."""
    steder: dict[int, Any] = {nummer: [] for nummer in session.scalars(text("SELECT id FROM skjerming"))}
    for rad in session.execute(text("SELECT skjerming, tabell, rad, avtrykk FROM skjermet_sted ORDER BY id")):
        steder.setdefault(rad.skjerming, []).append([rad.tabell, rad.rad, rad.avtrykk])
    sagt = {spor["skjerming"]: spor["steder"] for spor in _spor(session, "skjerm_opplysning")}
    for nummer in _ulike(steder, sagt):
        yield f"Skjerming {nummer} er ikke slik historikken sier."


def _brudd_i_kassasjoner(session: Session) -> Iterator[str]:
    """So must what was disposed of: else it could cover that lines were taken away."""
    felt = ("slag", "antall", "til_nummer", "siste_hash")
    rader = session.execute(text(f"SELECT id, {', '.join(felt)} FROM kassasjon"))
    kassert = {rad.id: [getattr(rad, navn) for navn in felt] for rad in rader}
    sagt = {spor["kassasjon"]: [spor[navn] for navn in felt] for spor in _spor(session, "kasser")}
    for nummer in _ulike(kassert, sagt):
        yield f"Kassasjon {nummer} er ikke slik historikken sier."


def _ulike(staar: dict[int, Any], sagt: dict[int, Any]) -> list[int]:
    return sorted(nummer for nummer in staar.keys() | sagt.keys() if staar.get(nummer) != sagt.get(nummer))


def _spor(session: Session, handling: str) -> Iterator[dict[str, Any]]:
    """What the lines of an act say that they left; a line that no longer can be read is told of by the chain."""
    linjer = text(
        "SELECT data FROM hendelse JOIN hendelsesinnhold ON hendelsesinnhold.hendelse = hendelse.id "
        "WHERE handling = :handling ORDER BY hendelse.id"
    )
    for data in session.scalars(linjer, {"handling": handling}):
        try:
            yield loads(data)["spor"]
        except (ValueError, KeyError, TypeError):
            continue
