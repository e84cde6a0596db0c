"""A dwelling that must not be offered for a while: held back, and freed again by whoever held it back."""

from dataclasses import dataclass, replace

from boligtildeling.casework.act import handling
from boligtildeling.casework.adgang import krev_rolle
from boligtildeling.casework.brukernoekkel import egen_noekkel, krev_egen_noekkel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.tilbakehold import SALTLENGDE, egen_hemmelighet, eget, frie_med_koden, hold_tilbake
from boligtildeling.casework.tildeling import er_bolig
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import Feilliste, Inputfeil, Ugyldig, nekt
from boligtildeling.domain.krav import Kode, Setning
from boligtildeling.domain.tilgang import LEDER
from boligtildeling.forsegling import FeilNoekkel


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HoldTilbakeBolig:
    """The dwelling is not to be offered until I free it: repairs, a sale, a move within the house."""

    boligid: Kode
    grunn: Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FrigiBolig:
    """The dwelling that I held back can be offered again; or one that someone else did, by the recovery code."""

    boligid: Kode
    gjenopprettingskode: Kode | None = None


def _proev(arbeid: Arbeid, k: HoldTilbakeBolig | FrigiBolig, feil: Feilliste) -> None:
    feil.krev(er_bolig(arbeid, k.boligid), "/boligid", "Boligen finnes ikke.")


@handling(
    HoldTilbakeBolig,
    navn="hold_tilbake_bolig",
    tittel="Hold tilbake bolig",
    hendelse="BoligHoldtTilbake",
    proever=_proev,
)
def hold_tilbake_bolig(arbeid: Arbeid, k: HoldTilbakeBolig) -> None:
    """Nobody is offered the dwelling from now on; whoever has an offer or a lease keeps it.

    The history tells who and why, but not which dwelling: else those that nobody said so of would be the homes of
    protected people. It can be done whoever has the dwelling, so that the answer tells nothing of that.

    Hjemmel: folkeregisterloven § 10-4.
    """
    bolig, privat = arbeid.session.get_one(Bolig, k.boligid), krev_egen_noekkel(arbeid)
    if eget(bolig, privat) is not None:
        nekt("ALLEREDE", "Du holder boligen tilbake allerede.")
    salt = arbeid.rammer.tilfeldig(SALTLENGDE)
    hold_tilbake(arbeid, bolig, egen_hemmelighet(privat, salt, k.boligid), salt, for_konvolutt=False)
    arbeid.endret.add(k.boligid)
    arbeid.logg = replace(k, boligid="")


@handling(FrigiBolig, navn="frigi_bolig", tittel="Frigi bolig", hendelse="BoligFrigitt", proever=_proev)
def frigi_bolig(arbeid: Arbeid, k: FrigiBolig) -> None:
    """The dwelling can be offered again, unless someone else holds it back too.

    Whoever did not hold it back is refused alike, whether anyone does, and whatever for. Raises `Ugyldig` for a code
    that does not fit.
    """
    bolig = arbeid.session.get_one(Bolig, k.boligid)
    if k.gjenopprettingskode is not None:
        krev_rolle(arbeid.bruker, LEDER)
        try:
            rader = frie_med_koden(arbeid, bolig, k.gjenopprettingskode)
        except FeilNoekkel:
            raise Ugyldig(Inputfeil("/gjenopprettingskode", "Koden passer ikke.")) from None
    else:
        privat = egen_noekkel(arbeid)
        rad = eget(bolig, privat) if privat is not None else None
        rader = [rad] if rad is not None else []
    if not rader:
        nekt("BOLIG", "Du holder ikke boligen tilbake, så du kan ikke frigi den.", loeses_av="boligforvalter")
    for rad in rader:
        bolig.tilbakehold.remove(rad)
    arbeid.session.flush()
    arbeid.endret.add(k.boligid)
    arbeid.logg = replace(k, boligid="", gjenopprettingskode=None)
