"""What is done of the purreplan, case by case."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boligtildeling.domain.boforhold.inndrivelse import Oversendelse
from boligtildeling.domain.boforhold.kontakt import Kontaktforsoek
from boligtildeling.domain.boforhold.moete import FERDIG, Moete, Moetesak
from boligtildeling.domain.boforhold.varsling import Leievarsel

MOT_LEIER = ("leier", "fullmektig")
"""Contact with these is contact with the tenant."""


def gjort_i_planen(session: Session, saksnumre: Collection[str]) -> dict[str, dict[str, date]]:
    """By case: the steps of the purreplan that are done, by the day they were last done."""
    gjort: dict[str, dict[str, date]] = {saksnummer: {} for saksnummer in saksnumre}
    varsler = (
        select(Leievarsel.saksnummer, Leievarsel.slag, func.max(Leievarsel.sendt_dato))
        .where(Leievarsel.saksnummer.in_(saksnumre))
        .group_by(Leievarsel.saksnummer, Leievarsel.slag)
    )
    for saksnummer, slag, dato in session.execute(varsler):
        gjort[saksnummer][slag] = dato
    kontakt = (
        select(Kontaktforsoek.saksnummer, func.max(Kontaktforsoek.dato))
        .where(Kontaktforsoek.saksnummer.in_(saksnumre), Kontaktforsoek.aktoer.in_(MOT_LEIER))
        .group_by(Kontaktforsoek.saksnummer)
    )
    for saksnummer, dato in session.execute(kontakt):
        gjort[saksnummer]["kontakt"] = dato
    sendt = (
        select(Oversendelse.saksnummer, func.max(Oversendelse.sendt_dato))
        .where(Oversendelse.saksnummer.in_(saksnumre), Oversendelse.slag == "inkasso")
        .group_by(Oversendelse.saksnummer)
    )
    for saksnummer, dato in session.execute(sendt):
        gjort[saksnummer]["inkasso"] = dato
    for saksnummer, dato in droeftet(session, saksnumre).items():
        gjort[saksnummer]["moete"] = dato
    return gjort


def droeftet(session: Session, saksnumre: Collection[str]) -> dict[str, date]:
    """When each case was concluded to be ferdigbehandlet; not those where something else was concluded after that."""
    foert = (
        select(Moetesak.saksnummer, Moetesak.konklusjon, Moete.dato)
        .join(Moete, Moete.id == Moetesak.moete_id)
        .where(Moetesak.saksnummer.in_(saksnumre), Moetesak.konklusjon.is_not(None))
        .where(Moetesak.konklusjon != "ikke_droeftet")
        .order_by(Moete.dato, Moetesak.id)
    )
    siste = {saksnummer: (konklusjon, dato) for saksnummer, konklusjon, dato in session.execute(foert)}
    return {saksnummer: dato for saksnummer, (konklusjon, dato) in siste.items() if konklusjon == FERDIG}
