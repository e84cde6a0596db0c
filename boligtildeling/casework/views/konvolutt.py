"""What a named user may read of the envelope of a case: whether it is open to them, and how the others stand."""

from dataclasses import replace

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import boligen_skal_i_konvolutt, har_konvolutt, hvorfor_lukket, virkelig_bolig
from boligtildeling.casework.konvoluttflytting import aapne_boliger
from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.saksformer import (
    Boligvisning,
    Konvoluttmottaker,
    Konvoluttvisning,
    Mottakertilstand,
    Saksvisning,
)
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.konvolutt import Konvoluttinnhold

_STAAR_AAPENT = "Boligen står åpent i saken. Velg «Legg boligen i konvolutten»."


def med_aapen_konvolutt(arbeid: Arbeid, visning: Saksvisning) -> Saksvisning:
    """The view with the dwelling that the open envelope tells. For the eyes of whoever opened it: it is never kept."""
    if arbeid.konvolutt is None or visning.bolig is None:
        return visning
    bolig = virkelig_bolig(arbeid, arbeid.session.get_one(Bolig, visning.bolig.boligid))
    return replace(visning, bolig=som(Boligvisning, bolig, holder_du_tilbake=False))


def konvoluttvisning(arbeid: Arbeid) -> Konvoluttvisning | None:
    """None while the case has no envelope, and nothing that must be put in one."""
    staar_aapent = boligen_skal_i_konvolutt(arbeid) and bool(aapne_boliger(arbeid))
    if not har_konvolutt(arbeid):
        return Konvoluttvisning(er_aapen=False, merknad=_STAAR_AAPENT, mottakere=()) if staar_aapent else None
    if arbeid.konvolutt is None:
        return Konvoluttvisning(er_aapen=False, merknad=hvorfor_lukket(arbeid), mottakere=())
    innhold = arbeid.konvolutt.naa
    mottakere = tuple(
        Konvoluttmottaker(bruker=t.bruker, tilstand=_tilstand(arbeid, innhold, t.bruker))
        for t in sorted(arbeid.sak.tilganger, key=lambda t: t.bruker)
    )
    return Konvoluttvisning(er_aapen=True, merknad=_STAAR_AAPENT if staar_aapent else None, mottakere=mottakere)


def _tilstand(arbeid: Arbeid, innhold: Konvoluttinnhold, navn: str) -> Mottakertilstand:
    bruker = arbeid.session.get_one(Bruker, navn)
    if not bruker.er_aktiv:
        return "sluttet"
    if bruker.offentlig_noekkel is None:
        return "venter"
    return "har" if innhold.mottakere.get(navn) == bruker.offentlig_noekkel.hex() else "maa_gis_paa_nytt"
