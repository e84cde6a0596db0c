"""What is owed on the tenancy of a case, and what is done about it, as screen and robot may read it."""

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from boligtildeling.casework.boforhold.filimport import restanse_i_listene
from boligtildeling.casework.boforhold.gjort import MOT_LEIER, gjort_i_planen
from boligtildeling.casework.boforhold.restanse import (
    betalinger_er_kjent_til,
    gjeldende_avtale,
    lister,
    stand_for,
)
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.boforhold.restanseformer import (
    Avtalevisning,
    Garantirad,
    Gjeldsordningsrad,
    Kontaktrad,
    Moeterad,
    Oversendelsesrad,
    Restansevisning,
    Varselrad,
    Virkemiddelrad,
)
from boligtildeling.domain.boforhold.inndrivelse import Garanti, Gjeldsordning, Oversendelse
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse
from boligtildeling.domain.boforhold.kontakt import Kontaktforsoek, neste_kanal
from boligtildeling.domain.boforhold.moete import Moetesak
from boligtildeling.domain.boforhold.port_i import sperrer_for_fravikelse, sperrer_for_inkasso
from boligtildeling.domain.boforhold.purreplan import purrekalender
from boligtildeling.domain.boforhold.restanse import endring
from boligtildeling.domain.boforhold.varsling import Fravikelsesgrunn, Leievarsel
from boligtildeling.domain.boforhold.virkemiddel import Virkemiddel
from boligtildeling.domain.feil import Sperre

E = TypeVar("E")
R = TypeVar("R")
GRUNNLAG: tuple[Fravikelsesgrunn, ...] = ("a", "b", "c", "d")


def restansevisning(arbeid: Arbeid, fakta: Inndrivelse) -> Restansevisning:
    """Fills the view of the case that `arbeid` holds."""
    nummer, session = arbeid.sak.saksnummer, arbeid.session
    kontakter = _alle(session, select(Kontaktforsoek).where(Kontaktforsoek.saksnummer == nummer), Kontaktforsoek.dato)
    varsler = _alle(session, select(Leievarsel).where(Leievarsel.saksnummer == nummer), Leievarsel.sendt_dato)
    oversendelser = _alle(session, select(Oversendelse).where(Oversendelse.saksnummer == nummer), Oversendelse.id)
    gjeld = _alle(session, select(Gjeldsordning).where(Gjeldsordning.saksnummer == nummer), Gjeldsordning.id)
    virkemidler = _alle(session, select(Virkemiddel).where(Virkemiddel.saksnummer == nummer), Virkemiddel.id)
    garantier = _alle(session, select(Garanti).where(Garanti.saksnummer == nummer), Garanti.id)
    moeter = _alle(session, select(Moetesak).where(Moetesak.saksnummer == nummer), Moetesak.id)
    naa, listet, foer = lister(session).naa, *restanse_i_listene(arbeid, nummer)
    gjort = gjort_i_planen(session, [nummer])[nummer]
    eldste = min((k.forfall for k in fakta.krav), default=None)
    mot_leier = [(f.kanal, f.fikk_svar) for f in kontakter if f.aktoer in MOT_LEIER]
    return Restansevisning(
        listen_er_per=naa.per_dato if naa is not None else None,
        restanse=fakta.restanse,
        krav=fakta.krav,
        forrige=foer,
        endring=endring(foer, listet),
        kalender=purrekalender(eldste, arbeid.rammer.purreplan, gjort) if eldste is not None else (),
        kontakter=_som(Kontaktrad, reversed(kontakter)),
        neste_kanal=neste_kanal(mot_leier) if fakta.restanse or mot_leier else None,
        avtale=_avtale(arbeid),
        virkemidler=_som(Virkemiddelrad, virkemidler),
        garantier=_som(Garantirad, garantier),
        gjeldsordning=som(Gjeldsordningsrad, gjeld[-1]) if gjeld else None,
        har_reservert_seg=fakta.har_reservert_seg,
        varsler=_som(Varselrad, reversed(varsler)),
        moeter=tuple(_moete(m) for m in reversed(moeter)),
        oversendelser=_som(Oversendelsesrad, reversed(oversendelser)),
    )


def port_i(fakta: Inndrivelse) -> Mapping[str, tuple[Sperre, ...]]:
    """Gate I as it stands: against debt collection (`inkasso`), and against each ground for eviction (`a`–`d`)."""
    port: dict[str, tuple[Sperre, ...]] = {"inkasso": sperrer_for_inkasso(fakta)}
    return port | {g: sperrer_for_fravikelse(fakta, g) for g in GRUNNLAG}


def _alle(session: Session, egne: Select[E], orden: Any) -> list[E]:
    """The rows of the case, oldest first."""
    return list(session.scalars(egne.order_by(orden)))


def _som(typ: type[R], rader: Any) -> tuple[R, ...]:
    return tuple(som(typ, rad) for rad in rader)


def _avtale(arbeid: Arbeid) -> Avtalevisning | None:
    avtale = gjeldende_avtale(arbeid.session, arbeid.sak.saksnummer)
    if avtale is None:
        return None
    kjent_til = betalinger_er_kjent_til(arbeid.session)
    stand = stand_for(avtale, arbeid.sak, arbeid.tall("forfallsdag"), kjent_til)
    return som(
        Avtalevisning,
        avtale,
        status=stand.status,
        skulle_vaert_betalt=stand.skulle_vaert_betalt,
        betalt=stand.betalt,
        brutt_fra=stand.brutt_fra,
    )


def _moete(m: Moetesak) -> Moeterad:
    return som(Moeterad, m, moete=m.moete.id, serie=m.moete.serie, type=m.moete.type, dato=m.moete.dato)
