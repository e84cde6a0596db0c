"""Everyone who owes rent: new, grown, the same, less and solved since the list before."""

from datetime import date

from sqlalchemy import select

from boligtildeling.casework.boforhold.gjort import gjort_i_planen
from boligtildeling.casework.boforhold.restanse import (
    betalinger_er_kjent_til,
    gjeldende_avtale,
    innbetalt,
    krav_i,
    lister,
    stand_for,
    sum_av,
)
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.views.boforhold.restanseformer import Restanseoversikt, Restanserad
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.purreplan import neste_purredag, purrekalender
from boligtildeling.domain.boforhold.restanse import Endring, Krav, endring, staar_igjen
from boligtildeling.domain.boforhold.virkemiddel import Trinn
from boligtildeling.domain.sak import Sak

REKKEFOELGE: tuple[Endring, ...] = ("ny", "oekt", "uendret", "redusert", "loest")


def restanseoversikt(arbeid: Arbeid) -> Restanseoversikt:
    """The tenancies of the two newest lists, of the cases that the reader may know of: what is new comes first."""
    begge = lister(arbeid.session)
    if begge.naa is None:
        return Restanseoversikt(listen_er_per=None, forrige_er_per=None, rader=())
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    naa, foer = (krav_i(arbeid.session, liste, synlige) for liste in (begge.naa, begge.forrige))
    saker = arbeid.session.scalars(select(Sak).where(Sak.saksnummer.in_(naa.keys() | foer.keys()))).all()
    gjort = gjort_i_planen(arbeid.session, [s.saksnummer for s in saker])
    kjent_til, per_dato = betalinger_er_kjent_til(arbeid.session), begge.naa.per_dato
    rader = []
    for sak in saker:
        krav, siste = naa.get(sak.saksnummer, ()), foer.get(sak.saksnummer, ())
        rest = staar_igjen(krav, innbetalt(sak), per_dato)
        rader.append(_rad(arbeid, sak, krav, siste, rest, gjort[sak.saksnummer], kjent_til))
    rader.sort(key=lambda r: (REKKEFOELGE.index(r.endring), r.eldste_forfall or date.max, r.saksnummer))
    return Restanseoversikt(
        listen_er_per=per_dato,
        forrige_er_per=begge.forrige.per_dato if begge.forrige is not None else None,
        rader=tuple(rader),
    )


def _rad(
    arbeid: Arbeid,
    sak: Sak,
    naa: tuple[Krav, ...],
    foer: tuple[Krav, ...],
    rest: tuple[Krav, ...],
    gjort: dict[str, date],
    kjent_til: date | None,
) -> Restanserad:
    eldste = min((k.forfall for k in rest), default=None)
    kalender = purrekalender(eldste, arbeid.rammer.purreplan, gjort) if eldste is not None else ()
    neste, avtale = neste_purredag(kalender), gjeldende_avtale(arbeid.session, sak.saksnummer)
    stand = stand_for(avtale, sak, arbeid.tall("forfallsdag"), kjent_til) if avtale is not None else None
    return Restanserad(
        saksnummer=sak.saksnummer,
        soeker=sak.soeker_navn,
        ansvarlig=sak.ansvarlig,
        endring=endring(sum_av(foer), sum_av(naa)) or "uendret",
        foer=sum_av(foer),
        listet=sum_av(naa),
        restanse=sum_av(rest),
        eldste_forfall=eldste,
        neste_steg=neste.tekst if neste is not None else None,
        neste_dag=neste.dag if neste is not None else None,
        siste_kontakt=gjort.get("kontakt"),
        avtale=stand.status if stand is not None else None,
    )


def virkemiddelstige(arbeid: Arbeid) -> tuple[Trinn, ...]:
    """The measures, mildest first."""
    return arbeid.rammer.virkemiddelstige


RESTANSER = visning("restanser", "Restanser", restanseoversikt)
VIRKEMIDLER = visning("virkemidler", "Virkemidlene, mildeste først", virkemiddelstige)
