"""The plans: economy, follow-up, type of contract. Saved at any time; what stands against them comes as warnings."""

from dataclasses import dataclass
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.kopi import som
from boligtildeling.domain import kontraktskontroll
from boligtildeling.domain.base import omformer
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.planer import Kontraktsvalg, Oekonomiplan, Oppfoelgingsplan


@dataclass(frozen=True, kw_only=True, repr=False)
class LagreOekonomiplan(Sakskommando, Oekonomiplan):
    """Budget, way of paying, arrears."""


@dataclass(frozen=True, kw_only=True, repr=False)
class LagreOppfoelgingsplan(Sakskommando, Oppfoelgingsplan):
    """Goals, measures, evaluation."""


@dataclass(frozen=True, kw_only=True, repr=False)
class VelgKontraktstype(Sakskommando, Kontraktsvalg):
    """Type and length of the contract, with reasons."""


def _bytt(arbeid: Arbeid, felt: str, ny: Any) -> None:
    arbeid.foer = {"felt": felt, "verdi": omformer().unstructure(getattr(arbeid.sak, felt))}
    setattr(arbeid.sak, felt, ny)
    godkjenning_faller_bort(arbeid)


def godkjenning_faller_bort(arbeid: Arbeid) -> None:
    """What was sent for approval, or approved, is no longer what stands: back to a draft (port G)."""
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.status in {"til_godkjenning", "godkjent"}:
        vedtak.fall_tilbake()
        arbeid.advar("Vedtaket var sendt til godkjenning. Det må sendes til godkjenning på nytt.")


@handling(LagreOekonomiplan, navn="lagre_oekonomiplan", tittel="Lagre økonomisk plan", hendelse="OekonomiplanLagret")
def lagre_oekonomiplan(arbeid: Arbeid, k: LagreOekonomiplan) -> dict[str, Any]:
    """Saves the plan; a deficit is told, never refused."""
    plan = som(Oekonomiplan, k)
    _bytt(arbeid, "oekonomiplan", plan)
    rest = plan.til_husleie_og_livsopphold
    if rest.oere < 0:
        arbeid.advar(f"Budsjettet går i underskudd før husleie og livsopphold: {rest}. Kommenter det (OEK-9).")
    return {"til_husleie_og_livsopphold": rest}


@handling(
    LagreOppfoelgingsplan,
    navn="lagre_oppfoelgingsplan",
    tittel="Lagre oppfølgingsplan",
    hendelse="OppfoelgingsplanLagret",
)
def lagre_oppfoelgingsplan(arbeid: Arbeid, k: LagreOppfoelgingsplan) -> None:
    """Saves the plan; a need without goals, measures or an evaluation date is told."""
    plan = som(Oppfoelgingsplan, k)
    _bytt(arbeid, "oppfoelgingsplan", plan)
    if plan.behov and not (plan.maal and plan.tiltak and plan.evaluering_dato):
        arbeid.advar("En oppfølgingsplan bør ha mål, tiltak og dato for evaluering.")


def _proev_kontraktstype(arbeid: Arbeid, k: VelgKontraktstype, feil: Feilliste) -> None:
    if k.type == "tidsbestemt":
        feil.krev(k.maaneder is not None, "/maaneder", "En tidsbestemt kontrakt må ha et antall måneder.")
    if k.type == "tidsubestemt":
        feil.krev(k.maaneder is None, "/maaneder", "En tidsubestemt kontrakt har ikke et antall måneder.")


@handling(
    VelgKontraktstype,
    navn="velg_kontraktstype",
    tittel="Velg kontraktstype",
    hendelse="KontraktstypeValgt",
    proever=_proev_kontraktstype,
)
def velg_kontraktstype(arbeid: Arbeid, k: VelgKontraktstype) -> None:
    """Always saved; what the kontraktskontroll says against it comes as warnings, and as sperrer in V and K."""
    _bytt(arbeid, "kontraktsvalg", som(Kontraktsvalg, k))
    arbeid.session.flush()
    arbeid.advar(*kontraktskontroll.advarsler(bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)))
