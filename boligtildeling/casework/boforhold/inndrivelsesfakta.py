"""Gathers what gate I and the warnings look at."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from boligtildeling.casework.boforhold.gjort import droeftet
from boligtildeling.casework.boforhold.restanse import (
    betalinger_er_kjent_til,
    gjeldende_avtale,
    leieavtale,
    stand_for,
    ubetalte_krav,
)
from boligtildeling.casework.boforhold.utloep import soeknader_om_forlengelse
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.inndrivelse import Gjeldsordning, Reservasjon
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse, Oppsigelsesfakta
from boligtildeling.domain.boforhold.oppsigelse import protestfrist, stand
from boligtildeling.domain.boforhold.varsling import Leievarsel


def bygg_inndrivelse(arbeid: Arbeid) -> Inndrivelse:
    """The facts of the tenancy today."""
    sak, session = arbeid.sak, arbeid.session
    kontrakt, gjeld = leieavtale(sak), _gjeldsordning(arbeid)
    avtale = gjeldende_avtale(session, sak.saksnummer)
    stand = stand_for(avtale, sak, arbeid.tall("forfallsdag"), betalinger_er_kjent_til(session)) if avtale else None
    inkassovarsel = siste_varsel(arbeid, "inkassovarsel")
    sosialtjenesten = siste_varsel(arbeid, "varsel_9_11")
    return Inndrivelse(
        i_dag=arbeid.i_dag,
        krav=ubetalte_krav(session, sak),
        droeftet_dato=droeftet(session, [sak.saksnummer]).get(sak.saksnummer),
        inkassovarsel_frist=inkassovarsel.frist if inkassovarsel is not None else None,
        varsler_4_18=_varsler_4_18(arbeid),
        varsel_9_11=sosialtjenesten.sendt_dato if sosialtjenesten is not None else None,
        har_reservert_seg=gjeldende_reservasjon(arbeid) is not None,
        avtale=stand.status if stand is not None else None,
        gjeldsordning=gjeld.status if gjeld is not None else None,
        gjeldsforhandling_aapnet=gjeld.aapnet_dato if gjeld is not None else None,
        paa_vent_til=sak.paa_vent.til_dato if sak.paa_vent is not None else None,
        klausuler=klausuler_i_avtalen(arbeid),
        har_ubehandlet_klage=any(not k.er_avgjort for k in sak.klager),
        utloep=kontrakt.til_dato if kontrakt is not None else None,
        forlengelse_er_ubehandlet=_forlengelse_er_ubehandlet(arbeid),
        oppsigelse=_oppsigelse(arbeid),
    )


def _forlengelse_er_ubehandlet(arbeid: Arbeid) -> bool:
    """An application to extend that is not decided, or refused and complained about."""
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is None:
        return False
    soeknader = soeknader_om_forlengelse(arbeid.session, arbeid.sak, leieforhold)
    return any(s.utfall is None or s.klage_er_aapen for s in soeknader)


def _oppsigelse(arbeid: Arbeid) -> Oppsigelsesfakta | None:
    """The landlord's notice; it could not have been registered unless its form held. None when it has fallen away."""
    leieforhold = arbeid.sak.leieforhold
    o = leieforhold.oppsigelse if leieforhold is not None else None
    if o is None or o.av == "leier" or stand(o, arbeid.i_dag) == "falt_bort":
        return None
    frist = protestfrist(o.mottatt_dato)
    return Oppsigelsesfakta(
        er_i_orden=True,
        protestfrist=frist,
        har_protestert=o.protest_dato is not None and o.protest_dato <= frist,
        sak_er_reist=o.soeksmaal_utfall is not None,
        er_satt_til_side=o.soeksmaal_utfall == "satt_til_side",
    )


def siste_varsel(arbeid: Arbeid, slag: str) -> Leievarsel | None:
    """The newest warning of its kind."""
    egne = select(Leievarsel).where(Leievarsel.saksnummer == arbeid.sak.saksnummer, Leievarsel.slag == slag)
    return arbeid.session.scalars(egne.order_by(Leievarsel.sendt_dato.desc(), Leievarsel.id.desc()).limit(1)).first()


def _varsler_4_18(arbeid: Arbeid) -> Mapping[str, date]:
    nyeste = (
        select(Leievarsel.gjelder, func.max(Leievarsel.sendt_dato))
        .where(Leievarsel.saksnummer == arbeid.sak.saksnummer, Leievarsel.slag == "varsel_4_18")
        .group_by(Leievarsel.gjelder)
    )
    return {gjelder: sendt for gjelder, sendt in arbeid.session.execute(nyeste) if gjelder is not None}


def gjeldende_reservasjon(arbeid: Arbeid, saksnummer: str | None = None) -> Reservasjon | None:
    """That the tenant, of the case at hand or another, has reserved against a warning, and not withdrawn it."""
    nummer = saksnummer or arbeid.sak.saksnummer
    egen = select(Reservasjon).where(Reservasjon.saksnummer == nummer, Reservasjon.trukket_dato.is_(None))
    return arbeid.session.scalars(egen.order_by(Reservasjon.id.desc()).limit(1)).first()


def _gjeldsordning(arbeid: Arbeid) -> Gjeldsordning | None:
    egne = select(Gjeldsordning).where(Gjeldsordning.saksnummer == arbeid.sak.saksnummer)
    return arbeid.session.scalars(egne.order_by(Gjeldsordning.id.desc()).limit(1)).first()


def klausuler_i_avtalen(arbeid: Arbeid) -> frozenset[str]:
    """The clauses of the lease that the tenancy rests on; none without a lease, and b only with an end.

    Hjemmel: tvangsfullbyrdelsesloven § 13-2.
    """
    kontrakt = leieavtale(arbeid.sak)
    if kontrakt is None or not kontrakt.er_signert:
        return frozenset()
    klausuler = arbeid.rammer.dokumenter.klausuler(arbeid.sak.soeknad.maalform)
    return klausuler if kontrakt.til_dato is not None else klausuler - {"fravikelse_b"}
