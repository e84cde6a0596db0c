"""On hold and on again, withdrawn, closed."""

from dataclasses import dataclass

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.opptatt import LEDIG_ETTER
from boligtildeling.domain.base import omformer
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.koder import som_kode
from boligtildeling.domain.krav import Fritekst, KommendeDato
from boligtildeling.domain.sak import AVSLUTNINGER, Avslutning, PaaVent
from boligtildeling.domain.saksgang import kan_angi_avslutning, siste_dag_for_flytteoppfordring


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SettPaaVent(Sakskommando):
    """The case waits: why, and until when. Its deadlines run all the same."""

    grunn: Fritekst
    til_dato: KommendeDato


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TaOppIgjen(Sakskommando):
    """The case goes on."""

    grunn: Fritekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TrekkSoeknad(Sakskommando):
    """The applicant withdraws."""

    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AvsluttSak(Sakskommando):
    """The case ends: `utfall` is one of the fixed ends; it may also stand as `grunn` alone."""

    grunn: Fritekst
    utfall: str | None = None


@handling(SettPaaVent, navn="sett_paa_vent", tittel="Sett saken på vent", hendelse="SakSattPaaVent")
def sett_paa_vent(arbeid: Arbeid, k: SettPaaVent) -> None:
    """On hold; deadlines run all the same (forvaltningsloven § 11 a)."""
    gammel = arbeid.sak.paa_vent
    arbeid.foer = {"paa_vent": omformer().unstructure(gammel) if gammel else None}
    arbeid.sak.paa_vent = PaaVent(grunn=k.grunn, til_dato=k.til_dato, fra_dato=arbeid.i_dag)


@handling(TaOppIgjen, navn="ta_opp_igjen", tittel="Ta opp saken igjen", hendelse="SakTattOppIgjen")
def ta_opp_igjen(arbeid: Arbeid, k: TaOppIgjen) -> None:
    """The case goes on."""
    if arbeid.sak.paa_vent is None:
        nekt("STEG", "Saken er ikke på vent.")
    arbeid.foer = {"paa_vent": omformer().unstructure(arbeid.sak.paa_vent)}
    arbeid.sak.paa_vent = None


@handling(TrekkSoeknad, navn="trekk_soeknad", tittel="Trekk søknaden", hendelse="SoeknadTrukket")
def trekk_soeknad(arbeid: Arbeid, k: TrekkSoeknad) -> None:
    """The applicant withdraws; not after the key."""
    if arbeid.sak.noekkel_er_utlevert:
        nekt("STEG", "Nøkkelen er utlevert. Søknaden kan ikke trekkes.")
    _avslutt(arbeid, "trukket", k.grunn)


def _utfall(k: AvsluttSak) -> str | None:
    """The ending by its code or its words; `grunn` may say it alone, or begin with it."""
    if k.utfall is not None:
        return som_kode(k.utfall) if som_kode(k.utfall) in AVSLUTNINGER else None
    skrevet = som_kode(k.grunn)
    return next((kode for kode in AVSLUTNINGER if skrevet == kode or skrevet.startswith(f"{kode}_")), None)


def _proev_avslutning(arbeid: Arbeid, k: AvsluttSak, feil: Feilliste) -> None:
    peker = "/utfall" if k.utfall is not None else "/grunn"
    feil.krev(_utfall(k) is not None, peker, f"Si hvordan saken slutter: {', '.join(AVSLUTNINGER)}.")


@handling(AvsluttSak, navn="avslutt_sak", tittel="Avslutt saken", hendelse="SakAvsluttet", proever=_proev_avslutning)
def avslutt_sak(arbeid: Arbeid, k: AvsluttSak) -> None:
    """Ends the case in one of the fixed ways; «avslag», «avvist» and «innflyttet» only when they are true."""
    utfall = _utfall(k) or ""
    if (grunn := kan_angi_avslutning(arbeid.sak, utfall)) is not None:
        nekt("STEG", grunn)
    vedtak = arbeid.sak.gjeldende_vedtak
    har_bistand = vedtak is not None and vedtak.innhold.boligsosial.konklusjon == "vanskeligstilt"
    if utfall == "avslag" and har_bistand:
        arbeid.advar("Del A er innvilget og står til bistanden er gitt. Avslutt først når den er gitt.")
    oppfordring = siste_dag_for_flytteoppfordring(arbeid.sak)
    if utfall == "innflyttet" and oppfordring is not None:
        arbeid.advar(
            f"Saken viser ikke lenger fristen {vis_dato(oppfordring)}. Skal leien ta slutt når leietiden er ute, "
            "må leieren ha fått en skriftlig oppfordring om å flytte innen da. Ellers blir avtalen tidsubestemt."
        )
    _avslutt(arbeid, utfall, k.grunn)


def _avslutt(arbeid: Arbeid, utfall: str, grunn: str) -> None:
    venter_paa_noekkel = arbeid.sak.gir_ny_innflytting and not arbeid.sak.noekkel_er_utlevert
    if arbeid.sak.kontrakt is not None and venter_paa_noekkel:
        nekt("STEG", "Kontrakten står. Annuller den før du avslutter saken.")
    arbeid.foer = {"avslutning": None}
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None and leieforhold.loeper and utfall in LEDIG_ETTER:
        leieforhold.opphoert_dato = max(arbeid.i_dag, leieforhold.begynt_dato)
        arbeid.foer["leieforhold_loep"] = True
    arbeid.sak.avslutning = Avslutning(utfall=utfall, grunn=grunn, dato=arbeid.i_dag)
    tilbud = arbeid.sak.aktivt_tilbud(arbeid.i_dag)
    if tilbud is not None and arbeid.sak.kontrakt is None:
        tilbud.status, tilbud.grunn = "trukket", "Saken er avsluttet."
