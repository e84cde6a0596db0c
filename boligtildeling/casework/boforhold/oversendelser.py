"""Through gate I: to debt collection, or on to namsmannen or tingretten for eviction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.begjaering import RegistrerBegjaering, ny_begjaering
from boligtildeling.casework.boforhold.inndrivelsesbrev import lag_begjaering
from boligtildeling.casework.boforhold.inndrivelsesfakta import bygg_inndrivelse
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.begjaering import Aarsak
from boligtildeling.domain.boforhold.inndrivelse import Oversendelse
from boligtildeling.domain.boforhold.port_i import MOTTAKER, sperrer_for_fravikelse, sperrer_for_inkasso
from boligtildeling.domain.boforhold.varsling import Fravikelsesgrunn
from boligtildeling.domain.feil import Feilliste, Sperret
from boligtildeling.domain.krav import Navn, PositivtBeloep

_AARSAK: Mapping[Fravikelsesgrunn, Aarsak] = {"a": "restanse", "b": "utloept_kontrakt", "c": "brudd", "d": "brudd"}
"""Why the kommune asks, by the ground in law."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OversendInkasso(Sakskommando):
    """The debt, or the part of it that may be claimed, goes to debt collection."""

    mottaker: Navn
    beloep: PositivtBeloep | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendBegjaering(Sakskommando):
    """The kommune asks for eviction on this ground (tvangsfullbyrdelsesloven § 13-2)."""

    grunnlag: Fravikelsesgrunn


def _proev_inkasso(arbeid: Arbeid, k: OversendInkasso, feil: Feilliste) -> None:
    if k.beloep is not None and arbeid.sak.leieforhold is not None:
        restanse = bygg_inndrivelse(arbeid).restanse
        feil.krev(not restanse or k.beloep <= restanse, "/beloep", f"Restansen er {restanse}.")


@handling(
    OversendInkasso,
    navn="oversend_inkasso",
    tittel="Oversend til inkasso",
    hendelse="OversendtInkasso",
    proever=_proev_inkasso,
)
def oversend_inkasso(arbeid: Arbeid, k: OversendInkasso) -> dict[str, Any]:
    """Sends the debt to debt collection (gate I-1); each refusal says what is missing and from when it is lawful.

    Hjemmel: inkassoloven § 9.
    """
    krev_begynt(arbeid)
    fakta = bygg_inndrivelse(arbeid)
    if sperrer := sperrer_for_inkasso(fakta, k.beloep):
        raise Sperret(*sperrer)
    ny = Oversendelse(
        saksnummer=arbeid.sak.saksnummer,
        slag="inkasso",
        sendt_dato=arbeid.i_dag,
        mottaker=k.mottaker,
        beloep=k.beloep or fakta.kan_kreves_naa,
        sendt_av=arbeid.bruker.navn,
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    return {"oversendelse": ny.id, "beloep": ny.beloep}


@handling(SendBegjaering, navn="send_begjaering", tittel="Send begjæring om fravikelse", hendelse="BegjaeringSendt")
def send_begjaering(arbeid: Arbeid, k: SendBegjaering) -> dict[str, Any]:
    """Asks for eviction (gate I-2): of namsmannen, and of tingretten when the lease is terminated for breach.

    Each refusal says what is missing and from when it is lawful.

    Hjemmel: tvangsfullbyrdelsesloven §§ 4-18, 13-2 og 13-3, husleieloven § 9-11.
    """
    krev_begynt(arbeid)
    fakta = bygg_inndrivelse(arbeid)
    if sperrer := sperrer_for_fravikelse(fakta, k.grunnlag):
        raise Sperret(*sperrer)
    ny = Oversendelse(
        saksnummer=arbeid.sak.saksnummer,
        slag="fravikelse",
        grunnlag=k.grunnlag,
        sendt_dato=arbeid.i_dag,
        mottaker=MOTTAKER[k.grunnlag],
        beloep=fakta.restanse or None,
        sendt_av=arbeid.bruker.navn,
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    i_koeen = ny_begjaering(
        arbeid,
        RegistrerBegjaering(
            mottatt_dato=arbeid.i_dag,
            saksoeker="kommunal",
            aarsak=_AARSAK[k.grunnlag],
            saksnummer=arbeid.sak.saksnummer,
            krav=ny.beloep,
        ),
    )
    dokument = lag_begjaering(arbeid, k.grunnlag, ny.mottaker, fakta)
    return {"oversendelse": ny.id, "mottaker": ny.mottaker, "dokument": dokument, "begjaering": i_koeen.id}
