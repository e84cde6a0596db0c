"""What runs against the kommune in a tenancy: each deadline by its name."""

from datetime import date

from boligtildeling.domain.boforhold.husstand import svarfrist
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.boforhold.oppfoelging import neste_evaluering
from boligtildeling.domain.boforhold.oppsigelse import soeksmaalsfrist, stand
from boligtildeling.domain.boforhold.utloep import frist_for_konklusjon
from boligtildeling.domain.frist import flytteoppfordring
from boligtildeling.domain.planer import Oppfoelgingsplan


def boforholdsfrister(leieforhold: Leieforhold, plan: Oppfoelgingsplan | None, i_dag: date) -> dict[str, date]:
    """The deadlines of a tenancy that runs; none when the tenant has moved out."""
    if not leieforhold.loeper:
        return {}
    funn = {}
    venter = [s for s in leieforhold.husstandssoeknader if s.stand(i_dag) == "venter"]
    if venter:
        funn["husstandssoeknad"] = min(svarfrist(s.mottatt_dato) for s in venter)
    if (evaluering := neste_evaluering(plan, leieforhold.evalueringer)) is not None:
        funn["evaluering_av_oppfoelging"] = evaluering
    if leieforhold.oppsigelse is not None and stand(leieforhold.oppsigelse, i_dag) == "protestert":
        funn["soeksmaal"] = soeksmaalsfrist(leieforhold.oppsigelse.mottatt_dato)
    return funn if leieforhold.er_tidsubestemt(i_dag) else funn | _ved_utloep(leieforhold)


def _ved_utloep(leieforhold: Leieforhold) -> dict[str, date]:
    kontrakt, behandling = leieforhold.kontrakt, leieforhold.utloep
    if kontrakt is None or kontrakt.til_dato is None:
        return {}
    if behandling is None:
        return {
            "konklusjon_om_utloep": frist_for_konklusjon(kontrakt.fra_dato, kontrakt.til_dato),
            "flytteoppfordring": flytteoppfordring(kontrakt.til_dato).siste_trygge_dag,
        }
    if behandling.konklusjon == "forlenges":
        return {"forlengelse": kontrakt.til_dato}
    if behandling.flytteoppfordring is None:
        return {"flytteoppfordring": flytteoppfordring(kontrakt.til_dato).siste_trygge_dag}
    return {"utflytting": behandling.flytteoppfordring.flytt_innen or kontrakt.til_dato}
