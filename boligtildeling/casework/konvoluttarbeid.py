"""What is done with the envelope itself: putting the dwelling in it, a lost key, and the recovery code."""

from dataclasses import dataclass, replace
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.brukernoekkel import egen_noekkel, krev_egen_noekkel, lag_noekkel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import boligen_skal_i_konvolutt, konvolutten, med_noekkel, navngitte
from boligtildeling.casework.konvolutt import sammenheng as konvoluttens
from boligtildeling.casework.konvoluttflytting import aapne_boliger, flytt_inn, skjerm_spor
from boligtildeling.casework.konvoluttmottakere import godta
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import Inputfeil, Ugyldig, nekt
from boligtildeling.domain.konvolutt import Konvoluttinnhold
from boligtildeling.domain.krav import Kode, Setning
from boligtildeling.domain.tilgang import ADRESSESPERRE
from boligtildeling.forsegling import FeilNoekkel


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LeggIKonvolutt(Sakskommando):
    """The dwelling that the case still tells of is put in its envelope, and the traces are taken out."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GjenopprettKonvolutt(Sakskommando):
    """Opens an envelope that nobody can open any more, by the recovery code of the folder."""

    gjenopprettingskode: Kode
    grunn: Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LagBrukernoekkel:
    """A new key for me, instead of one that is lost."""

    grunn: Setning


@handling(
    LeggIKonvolutt,
    navn="legg_i_konvolutt",
    tittel="Legg boligen i konvolutten",
    hendelse="BoligLagtIKonvolutt",
    etter_avslutning=True,
)
def legg_i_konvolutt(arbeid: Arbeid, k: LeggIKonvolutt) -> dict[str, Any]:
    """Puts the dwellings of offers and leases in the envelope, and takes address and number out of the case.

    Hjemmel: folkeregisterloven § 10-4.
    """
    if not boligen_skal_i_konvolutt(arbeid):
        nekt("STEG", "Konvolutten er for saker med adressebeskyttelse strengt fortrolig.", ADRESSESPERRE)
    krev_egen_noekkel(arbeid)
    if aapne_boliger(arbeid):
        flytt_inn(arbeid)
    elif arbeid.konvolutt is not None:
        boliger = (arbeid.session.get_one(Bolig, plass.boligid) for plass in arbeid.konvolutt.naa.boliger.values())
        skjerm_spor(arbeid, tuple(boliger))
    return {"boliger": len(arbeid.konvolutt.naa.boliger) if arbeid.konvolutt is not None else 0}


@handling(
    GjenopprettKonvolutt,
    navn="gjenopprett_konvolutt",
    tittel="Åpne konvolutten med gjenopprettingskoden",
    hendelse="KonvoluttGjenopprettet",
    etter_avslutning=True,
)
def gjenopprett_konvolutt(arbeid: Arbeid, k: GjenopprettKonvolutt) -> dict[str, Any]:
    """Opens it by the code, gives it a new key, and seals it to everyone who is named, by the keys they have now.

    Raises `Ugyldig` for a code that does not fit; one that has been changed since still opens what was closed before.
    """
    rad = konvolutten(arbeid)
    if rad is None:
        nekt("STEG", "Saken har ingen konvolutt.")
    krev_egen_noekkel(arbeid)
    sammenheng = konvoluttens(rad.saksnummer)
    try:
        aapen = med_noekkel(
            rad, arbeid.rammer.noekkelskap.aapne_med_koden(rad.til_koden, k.gjenopprettingskode, sammenheng)
        )
    except FeilNoekkel:
        raise Ugyldig(Inputfeil("/gjenopprettingskode", "Koden passer ikke.")) from None
    aapen.naa = Konvoluttinnhold(boliger=aapen.naa.boliger)
    arbeid.konvolutt = aapen
    mottakere = navngitte(arbeid)
    for navn in mottakere:
        godta(arbeid, navn)
    arbeid.logg = replace(k, gjenopprettingskode="")
    return {"mottakere": list(mottakere)}


@handling(
    LagBrukernoekkel,
    navn="lag_brukernoekkel",
    tittel="Lag ny brukernøkkel",
    hendelse="BrukernoekkelLaget",
)
def lag_brukernoekkel(arbeid: Arbeid, k: LagBrukernoekkel) -> None:
    """A new key pair for whoever acts. What was sealed to the old one must be sealed anew by someone else.

    Raises `Driftsfeil` when the machine does not keep it.
    """
    if arbeid.innlogget not in {None, arbeid.bruker.navn}:
        nekt("ROLLE", "Brukernøkkelen lages på din egen maskin.")
    if arbeid.bruker.offentlig_noekkel is not None and egen_noekkel(arbeid) is not None:
        nekt("ALLEREDE", "Brukernøkkelen din er på denne maskinen.")
    lag_noekkel(arbeid)
    arbeid.endret.add(arbeid.bruker.navn)
    arbeid.advar("Be en som er navngitt på de samme sakene, om å gi deg tilgang til hver av dem på nytt.")
