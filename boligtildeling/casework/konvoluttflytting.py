"""A case that tells of its dwelling in the open and must not: put in the envelope, and its traces taken out."""

from boligtildeling.casework.brukernoekkel import egen_noekkel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import har_konvolutt, legg_i
from boligtildeling.casework.konvoluttavstemming import kjennetegn
from boligtildeling.casework.skjerming import skjerm_tekster
from boligtildeling.casework.skjermingsnoekkel import har_noekkel
from boligtildeling.casework.utkast import slett_i_saken
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.kontrakt import Kontrakt, Tilbud

_GRUNN = "Boligen er lagt i konvolutten."


def aapne_boliger(arbeid: Arbeid) -> tuple[Bolig, ...]:
    """The dwellings that offers and leases of the case name in the open."""
    return tuple({rad.boligid: rad.bolig for rad in _rader(arbeid) if not rad.bolig.er_skjermet}.values())


def _rader(arbeid: Arbeid) -> tuple[Tilbud | Kontrakt, ...]:
    return (*arbeid.sak.tilbud, *arbeid.sak.kontrakter)


def flytt_inn(arbeid: Arbeid) -> None:
    """Puts them in the envelope, and takes address and number out of history, documents, notes and answers.

    What cannot be done now is told. Raises `Driftsfeil`.

    Hjemmel: folkeregisterloven § 10-4.
    """
    boliger = aapne_boliger(arbeid)
    if not boliger:
        return
    if egen_noekkel(arbeid) is None or (har_konvolutt(arbeid) and arbeid.konvolutt is None):
        arbeid.advar("Boligen står fortsatt åpent i saken. En som kan åpne konvolutten, må legge den der.")
        return
    skjermet = {b.boligid: legg_i(arbeid, b) for b in boliger}
    for rad in _rader(arbeid):
        rad.bolig = skjermet.get(rad.boligid, rad.bolig)
    arbeid.session.flush()
    slett_i_saken(arbeid.session, arbeid.sak.saksnummer)
    skjerm_spor(arbeid, boliger)


def skjerm_spor(arbeid: Arbeid, boliger: tuple[Bolig, ...]) -> None:
    """Takes what tells the dwellings out of the case, when the folder has a key to shield with; else says so."""
    if not har_noekkel(arbeid.session):
        arbeid.advar(
            "Adressen står fortsatt i historikken og i dokumenter som er laget. Teamleder må lage nøkkel for skjermede "
            "opplysninger. Velg så «Legg boligen i konvolutten» en gang til."
        )
        return
    skjerm_tekster(arbeid, "/tilbud", _GRUNN, tuple(t for b in boliger for t in kjennetegn(b)))
