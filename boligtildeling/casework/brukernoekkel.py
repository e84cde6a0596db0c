"""The key pair of a user: anyone may seal to them, and only they may open, on the machine where they work."""

from dataclasses import replace

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.domain.feil import nekt
from boligtildeling.forsegling import NOEKKELLENGDE, offentlig_del


def egen_noekkel(arbeid: Arbeid) -> bytes | None:
    """The private half of whoever acts; None when it is not on this machine. The first one is made here and now.

    Someone who does one act on a colleague's machine gets no key there: the colleague could use it afterwards.
    Raises `Driftsfeil`.
    """
    offentlig = arbeid.bruker.offentlig_noekkel
    if offentlig is not None:
        return arbeid.rammer.noekkelskap.hent(offentlig)
    if arbeid.innlogget not in {None, arbeid.bruker.navn}:
        return None
    privat = lag_noekkel(arbeid)
    noter_hendelse(replace(arbeid, sak_eller_ingen=None), "lag_brukernoekkel", "BrukernoekkelLaget", {})
    return privat


def krev_egen_noekkel(arbeid: Arbeid) -> bytes:
    """The private half of whoever acts. Refuses with NOEKKEL when it is not on this machine."""
    privat = egen_noekkel(arbeid)
    if privat is None:
        nekt(
            "NOEKKEL",
            "Brukernøkkelen din finnes ikke på denne maskinen. Bruk maskinen den ligger på. Er den borte, lag en ny.",
        )
    return privat


def lag_noekkel(arbeid: Arbeid) -> bytes:
    """A new pair for whoever acts, instead of the one there may have been. Gives the private half.

    Raises `Driftsfeil` when the machine does not keep it; then nothing is changed.
    """
    privat = arbeid.rammer.tilfeldig(NOEKKELLENGDE)
    offentlig = offentlig_del(privat)
    arbeid.rammer.noekkelskap.lagre(offentlig, privat)
    arbeid.bruker.offentlig_noekkel = offentlig
    arbeid.session.flush()
    return privat
