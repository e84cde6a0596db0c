"""Fills the views of the agreements, consents and plans: from the case, or empty to be filled in by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.avtaleformer import (
    Nedbetalingsavtale,
    Oppfoelgingsavtale,
    Samtykke,
    Samtykkeslag,
    Tjenesteoversikt,
)
from boligtildeling.casework.views.dokumenthode import brevhode
from boligtildeling.domain.budsjett import sett_opp
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.husleie import neste_forfall
from boligtildeling.domain.kjennetegn import sosialhjelp_som_forskudd, sosialhjelp_til_boutgifter, tjenestevedtak
from boligtildeling.domain.nedbetaling import avdragsplan
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Oekonomiplan, Restanseplan
from boligtildeling.domain.satser import gjeldende_utgave


def oppfoelgingsavtale(arbeid: Arbeid, g: Grunnlag) -> Oppfoelgingsavtale:
    """The follow-up plan as an agreement to sign."""
    plan = g.sak.oppfoelgingsplan
    if plan is None or not plan.behov:
        nekt("OPP-2", "Oppfølgingsplanen er ikke laget, eller den sier at det ikke er behov for oppfølging.")
    return Oppfoelgingsavtale(
        hode=brevhode(arbeid),
        er_tom=False,
        soekere=_navn(g),
        utleier=arbeid.innstillinger()["utleier"] or "",
        maal=plan.maal,
        tiltak=plan.tiltak,
        evaluering_dato=plan.evaluering_dato,
        samarbeid=plan.samarbeid,
        deles_med=plan.deles_med,
    )


def nedbetalingsavtale(arbeid: Arbeid, g: Grunnlag) -> Nedbetalingsavtale:
    """How the old rent is paid down; refused when the instalments would take what the household needs to live on.

    Hjemmel: gjeldsordningsloven § 3-4, foreldelsesloven § 14.
    """
    plan, restanse, per_maaned = _restanse(g)
    avdrag = avdragsplan(restanse.beloep, per_maaned)
    sats = gjeldende_utgave(arbeid.rammer.livsoppholdssatser, arbeid.i_dag)
    if sats is None:
        nekt("OEK-8", "Livsoppholdet kan ikke kontrolleres: ingen sats gjelder i dag.")
    budsjett = sett_opp(plan, g.sak.soeknad, sats, arbeid.i_dag, _husleie(g))
    igjen = budsjett.igjen_til_husleie - (budsjett.husleie or Kroner.null())
    if igjen.oere < 0:
        nekt("OEK-8", f"Avdraget går ut over det husstanden trenger å leve av: {igjen}. Sett det ned.")
    return Nedbetalingsavtale(
        **_til_nedbetaling(arbeid),
        er_tom=False,
        skyldnere=_navn(g),
        beloep=restanse.beloep,
        per_maaned=per_maaned,
        antall_avdrag=avdrag.antall,
        siste_avdrag=avdrag.siste,
        foerste_forfall=neste_forfall(_fra(arbeid, g), arbeid.tall("forfallsdag")),
        livsopphold=budsjett.livsopphold,
        igjen=igjen,
    )


def samtykke(slag: Samtykkeslag) -> Callable[[Arbeid, Grunnlag], Samtykke]:
    """The sheet for one consent; refused when the case gives no reason to ask for it."""

    def fyll(arbeid: Arbeid, g: Grunnlag) -> Samtykke:
        deles_med = g.sak.oppfoelgingsplan.deles_med if g.sak.oppfoelgingsplan else ()
        _KREV_GRUNN_TIL[slag](g)
        soeker = g.sak.soeknad.soeker
        return Samtykke(
            **_til_samtykke(arbeid, slag),
            er_tom=False,
            navn=soeker.navn,
            foedselsdato=soeker.foedselsdato,
            deles_med=deles_med if slag == "deling" else (),
        )

    return fyll


def tjenesteoversikt(arbeid: Arbeid, g: Grunnlag) -> Tjenesteoversikt:
    """Which services there are decisions on; apart from the lease."""
    if not tjenestevedtak(g):
        nekt("OPP-4", "Søkeren har verken tjenester eller har søkt om noen.")
    return Tjenesteoversikt(
        hode=brevhode(arbeid),
        er_tom=False,
        navn=_navn(g),
        tjenester=g.sak.soeknad.tjenester,
        klageinstans=arbeid.innstillinger()["klageinstans_tjenester"],
    )


def tom_oppfoelgingsavtale(arbeid: Arbeid, maalform: str) -> Oppfoelgingsavtale:
    utleier = arbeid.innstillinger()["utleier"] or ""
    return Oppfoelgingsavtale(hode=brevhode(arbeid, maalform), er_tom=True, soekere=(), utleier=utleier)


def tom_nedbetalingsavtale(arbeid: Arbeid, maalform: str) -> Nedbetalingsavtale:
    return Nedbetalingsavtale(**_til_nedbetaling(arbeid, maalform), er_tom=True, skyldnere=())


def tomt_samtykke(slag: Samtykkeslag) -> Callable[[Arbeid, str], Samtykke]:
    """The empty sheet for one consent."""
    return lambda arbeid, maalform: Samtykke(
        **_til_samtykke(arbeid, slag, maalform), er_tom=True, navn=None, foedselsdato=None
    )


def tom_tjenesteoversikt(arbeid: Arbeid, maalform: str) -> Tjenesteoversikt:
    klageinstans = arbeid.innstillinger()["klageinstans_tjenester"]
    hode = brevhode(arbeid, maalform)
    return Tjenesteoversikt(hode=hode, er_tom=True, navn=(), tjenester=(), klageinstans=klageinstans)


def _navn(g: Grunnlag) -> tuple[str, ...]:
    return tuple(p.navn for p in g.sak.soeknad.soekere)


def _restanse(g: Grunnlag) -> tuple[Oekonomiplan, Restanseplan, Kroner]:
    """The economy plan, its arrears and the instalment, when they are such as may be agreed on."""
    plan = g.sak.oekonomiplan
    restanse = plan.restanse if plan else None
    if restanse is not None and restanse.haandtering == "gjeldsforhandling":
        grunn = "Under gjeldsforhandling kan betaling av gammel gjeld verken kreves eller mottas."
        nekt("OEK-8", grunn, g.hjemmel("gjeldsordningsl-3-4"))
    if plan is None or restanse is None or restanse.haandtering != "nedbetalingsavtale":
        nekt("OEK-8", "Økonomiplanen sier ikke at restansen skal betales ned.")
    if not restanse.per_maaned or not restanse.beloep:
        nekt("OEK-8", "Skriv i økonomiplanen hva som skyldes, og hva som betales per måned.")
    return plan, restanse, restanse.per_maaned


def _fra(arbeid: Arbeid, g: Grunnlag) -> date:
    """The instalments start when the tenancy has started."""
    return max(arbeid.i_dag, g.sak.kontrakt.fra_dato) if g.sak.kontrakt else arbeid.i_dag


def _husleie(g: Grunnlag) -> Kroner | None:
    return g.sak.kontrakt.husleie if g.sak.kontrakt else g.bolig.husleie if g.bolig else None


def _til_nedbetaling(arbeid: Arbeid, maalform: str | None = None) -> dict[str, Any]:
    innstilling = arbeid.innstillinger()
    return {
        "hode": brevhode(arbeid, maalform),
        "utleier": innstilling["utleier"] or "",
        "kostnad": innstilling["nedbetaling_kostnad"],
        "forfallsdag": arbeid.tall("forfallsdag"),
        "kontonummer": innstilling["kontonummer"],
    }


def _til_samtykke(arbeid: Arbeid, slag: Samtykkeslag, maalform: str | None = None) -> dict[str, Any]:
    innstilling = arbeid.innstillinger()
    return {
        "hode": brevhode(arbeid, maalform),
        "slag": slag,
        "utleier": innstilling["utleier"] or "",
        "nav_kontor": innstilling["nav_kontor"],
        "kontonummer": innstilling["kontonummer"],
    }


def _sosialhjelp(g: Grunnlag) -> None:
    if not sosialhjelp_til_boutgifter(g):
        nekt("OEK-2", "Søkeren får ikke sosialhjelp, så det er ingenting å samtykke til.")


def _bostoette(g: Grunnlag) -> None:
    if not sosialhjelp_som_forskudd(g):
        grunn = "Bostøtte kan bare overføres når kommunen gir forskudd på boutgifter for samme tid."
        nekt("OEK-6", grunn, g.hjemmel("bustl-9"))


def _deling(g: Grunnlag) -> None:
    plan = g.sak.oppfoelgingsplan
    if plan is None or not plan.deles_med:
        nekt("OPP-6", "Oppfølgingsplanen sier ikke at noe skal deles med andre.")


_KREV_GRUNN_TIL: dict[Samtykkeslag, Callable[[Grunnlag], None]] = {
    "sosialhjelp": _sosialhjelp,
    "bostoette": _bostoette,
    "deling": _deling,
}
