"""Dwellings that stand empty, for how long, and what it costs."""

from datetime import date

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.opptatt import opptatte_boliger
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.boforhold.tomgang import tomgangskostnad
from boligtildeling.domain.feltnavn import valgnavn
from boligtildeling.domain.penger import Kroner, summer


def ledige_boliger(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Dwellings that are free today and that no case holds, with the rent that is lost so far."""
    opptatte = opptatte_boliger(arbeid.session, arbeid.i_dag)
    spoerring = (
        select(Bolig)
        .where(Bolig.er_skjermet.is_(False), Bolig.ledig_fra.is_not(None), Bolig.ledig_fra <= arbeid.i_dag)
        .order_by(Bolig.ledig_fra, Bolig.boligid)
    )
    linjer, tap = [], []
    for bolig in arbeid.session.scalars(spoerring):
        if bolig.boligid in opptatte or bolig.ledig_fra is None:
            continue
        dager = (arbeid.i_dag - bolig.ledig_fra).days
        kostnad = tomgangskostnad(bolig.husleie, dager)
        tap.append(kostnad)
        celler = (bolig.boligid, valgnavn(bolig.boligtype), bolig.ledig_fra, dager, bolig.husleie, kostnad)
        linjer.append(Rad(celler=celler))
    sum_ = Rad(celler=("Til sammen", None, None, None, None, summer(tap) if tap else Kroner.null()), er_sum=True)
    tabell = Tabell(
        tittel="Ledige boliger i dag",
        kolonner=(
            Kolonne(navn="Bolig", slag="tekst"),
            Kolonne(navn="Type", slag="tekst"),
            Kolonne(navn="Ledig fra", slag="dato"),
            Kolonne(navn="Dager", slag="dager"),
            Kolonne(navn="Husleie", slag="kroner"),
            Kolonne(navn="Tapt husleie", slag="kroner"),
        ),
        rader=(*linjer, sum_),
        merknader=("Tapt husleie er månedsleien for hver dag boligen har stått ledig, en tolvtedel av året per måned.",),
    )
    return Rapport(navn="ledige-boliger", tittel="Ledige boliger", laget=arbeid.i_dag, tabeller=(tabell,))
