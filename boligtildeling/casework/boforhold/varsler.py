"""Sending warnings because of the tenancy: purring, inkassovarsel, of eviction, and to sosialtjenesten."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.inndrivelsesbrev import lag_varselbrev
from boligtildeling.casework.boforhold.inndrivelsesfakta import bygg_inndrivelse
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.brev import krev_fersk_adressekontroll
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse
from boligtildeling.domain.boforhold.port_i import KLAUSUL_FOR
from boligtildeling.domain.boforhold.purreplan import gebyr, gebyr_fra
from boligtildeling.domain.boforhold.varsling import (
    Leievarsel,
    Leievarselslag,
    Varselfakta,
    Varselgrunn,
    inkassovarsel_er_ute,
    sperrer_for_varsel,
    varsel_er_ute,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, Sperre, Sperret
from boligtildeling.domain.krav import Dato, DatoTilNaa
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.vedtak import Sendemaate


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendVarsel(Sakskommando):
    """A warning: which, when it gives the tenant to, and for one of eviction what it is about."""

    slag: Leievarselslag
    maate: Sendemaate = "post"
    frist: Dato | None = None
    med_gebyr: bool = False
    gjelder: Varselgrunn | None = None
    leier_varslet_dato: DatoTilNaa | None = None


def _proev_varsel(arbeid: Arbeid, k: SendVarsel, feil: Feilliste) -> None:
    feil.krev(k.maate != "muntlig", "/maate", "Varselet må være skriftlig.")
    feil.krev(k.slag != "inkassovarsel" or k.frist is not None, "/frist", "Skriv fristen leieren får.")
    kan_ha_gebyr = k.slag in {"purring", "inkassovarsel"}
    feil.krev(kan_ha_gebyr or not k.med_gebyr, "/med_gebyr", "Bare purring og inkassovarsel kan ha gebyr.")
    feil.krev(k.slag != "varsel_4_18" or k.gjelder is not None, "/gjelder", "Si hva varselet gjelder.")


@handling(SendVarsel, navn="send_varsel", tittel="Send varsel", hendelse="VarselSendt", proever=_proev_varsel)
def send_varsel(arbeid: Arbeid, k: SendVarsel) -> dict[str, Any]:
    """Makes a warning that is sent today, when it may be; a fee is taken only when it is asked for, and lawful.

    The check of address protection must be fresh. Answers from which day the next step would be lawful.

    Hjemmel: inkassoloven § 9, tvangsfullbyrdelsesloven § 4-18, husleieloven § 9-11.
    """
    krev_begynt(arbeid)
    fakta = bygg_inndrivelse(arbeid)
    sperrer = list(sperrer_for_varsel(_varselfakta(arbeid, k, fakta)))
    tar_gebyr = _gebyr(arbeid, fakta) if k.med_gebyr else Kroner.null()
    if k.med_gebyr and not tar_gebyr and not sperrer:
        sperrer.append(_uten_gebyr(fakta))
    if sperrer:
        raise Sperret(*sperrer)
    krev_fersk_adressekontroll(arbeid)
    sendt = Leievarsel(
        saksnummer=arbeid.sak.saksnummer,
        slag=k.slag,
        sendt_dato=arbeid.i_dag,
        maate=k.maate,
        frist=k.frist,
        gjelder=k.gjelder,
        beloep=fakta.restanse if k.slag != "varsel_9_11" else None,
        gebyr=tar_gebyr,
        leier_varslet_dato=k.leier_varslet_dato,
        sendt_av=arbeid.bruker.navn,
    )
    arbeid.session.add(sendt)
    arbeid.session.flush()
    dokument = lag_varselbrev(arbeid, sendt, fakta)
    return {"varsel": sendt.id, "gebyr": sendt.gebyr, "lovlig_fra": _lovlig_fra(sendt), "dokument": dokument}


def _varselfakta(arbeid: Arbeid, k: SendVarsel, f: Inndrivelse) -> Varselfakta:
    klausul = KLAUSUL_FOR.get(k.gjelder or "")
    return Varselfakta(
        slag=k.slag,
        sendes=arbeid.i_dag,
        eldste_forfall=min((krav.forfall for krav in f.krav), default=None),
        frist=k.frist,
        gjelder=k.gjelder,
        utloep=f.utloep,
        har_reservert_seg=f.har_reservert_seg,
        leier_varslet=k.leier_varslet_dato,
        har_klausul=klausul is None or klausul in f.klausuler,
        er_sagt_opp_eller_hevet=f.oppsigelse is not None or f.heving is not None,
    )


def _gebyr(arbeid: Arbeid, f: Inndrivelse) -> Kroner:
    """What this reminder may cost: counted with those that were sent about the debt as it stands."""
    eldste = min((krav.forfall for krav in f.krav), default=arbeid.i_dag)
    foer = select(func.count(Leievarsel.id)).where(
        Leievarsel.saksnummer == arbeid.sak.saksnummer,
        Leievarsel.sendt_dato >= eldste,
        Leievarsel.gebyr > Kroner.null(),
    )
    return gebyr(arbeid.rammer.gebyrsatser, eldste, arbeid.i_dag, arbeid.session.scalar(foer) or 0)


def _uten_gebyr(f: Inndrivelse) -> Sperre:
    """Why no fee may be taken now, and from when.

    Hjemmel: inkassoforskriften § 1-2.
    """
    fra = gebyr_fra(min(krav.forfall for krav in f.krav))
    grunn = f"Gebyr kan tidligst tas {vis_dato(fra)}, 14 dager etter forfall, og høyst to ganger."
    return Sperre("GEBYR", grunn, "inkassoforskriften § 1-2")


def _lovlig_fra(sendt: Leievarsel) -> date | None:
    if sendt.slag in {"varsel_4_18", "varsel_9_11"}:
        return varsel_er_ute(sendt.sendt_dato)
    return inkassovarsel_er_ute(sendt.frist) if sendt.slag == "inkassovarsel" and sendt.frist is not None else None
