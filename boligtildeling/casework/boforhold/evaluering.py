"""Whether the follow-up that was agreed works."""

from dataclasses import dataclass
from typing import Annotated, Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieforhold
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.oppfoelging import Oppfoelgingsevaluering, Oppfoelgingsutfall
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.krav import Antall, DatoTilNaa, Fritekst, KommendeDato, Navn, ValgfriTekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EvaluerOppfoelging(Sakskommando):
    """A talk about the follow-up: what was found, what the tenant says, and when the next is."""

    dato: DatoTilNaa
    deltakere: Annotated[tuple[Navn, ...], Antall("Hvem som var med.", minst=1, maks=50)]
    vurdering: Fritekst
    utfall: Oppfoelgingsutfall
    leiers_syn: ValgfriTekst = ""
    neste_dato: KommendeDato | None = None


def _proev_evaluering(arbeid: Arbeid, k: EvaluerOppfoelging, feil: Feilliste) -> None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None:
        feil.krev(k.dato >= leieforhold.begynt_dato, "/dato", "Datoen er før leieforholdet begynte.")
    skal_ha_ny = k.utfall != "avsluttes"
    feil.krev(not skal_ha_ny or k.neste_dato is not None, "/neste_dato", "Si når oppfølgingen evalueres neste gang.")
    feil.krev(skal_ha_ny or k.neste_dato is None, "/neste_dato", "Oppfølging som avsluttes, evalueres ikke mer.")


@handling(
    EvaluerOppfoelging,
    navn="evaluer_oppfoelging",
    tittel="Evaluer oppfølgingen",
    hendelse="OppfoelgingEvaluert",
    proever=_proev_evaluering,
)
def evaluer_oppfoelging(arbeid: Arbeid, k: EvaluerOppfoelging) -> dict[str, Any]:
    """Notes the talk, and moves the deadline to the next one. The follow-up is the tenant's own choice."""
    krev_leieforhold(arbeid).evalueringer.append(
        Oppfoelgingsevaluering(
            dato=k.dato,
            deltakere=tuple(k.deltakere),
            vurdering=k.vurdering,
            leiers_syn=k.leiers_syn,
            utfall=k.utfall,
            neste_dato=k.neste_dato,
        )
    )
    if k.utfall == "endres":
        arbeid.advar("Avtal den nye oppfølgingen med leieren, og skriv booppfølgingsavtalen på nytt.")
    return {"neste_dato": k.neste_dato}
