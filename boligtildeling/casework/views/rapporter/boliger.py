"""Dwellings that stand empty, for how long, and what it costs."""

from datetime import date, timedelta

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.boliger import boligliste
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.boforhold.utflytting import tomgang
from boligtildeling.domain.feltnavn import valgnavn
from boligtildeling.domain.penger import summer


def ledige_boliger(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Dwellings that are free today and that nobody holds, with the rent that is lost so far."""
    ledige = [b for b in boligliste(arbeid, bare_ledige=True) if b.ledig_fra is not None and b.ledig_fra < arbeid.i_dag]
    linjer, tap = [], []
    for bolig in sorted(ledige, key=lambda b: (b.ledig_fra or arbeid.i_dag, b.boligid)):
        ledig_fra = bolig.ledig_fra or arbeid.i_dag
        kostnad = tomgang(bolig.husleie, ledig_fra, arbeid.i_dag - timedelta(days=1))
        tap.append(kostnad)
        dager = (arbeid.i_dag - ledig_fra).days
        linjer.append(Rad(celler=(bolig.boligid, valgnavn(bolig.boligtype), ledig_fra, dager, bolig.husleie, kostnad)))
    sum_ = Rad(celler=("Til sammen", "", None, None, None, summer(tap)), er_sum=True)
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
        merknader=("Tapt husleie regnes dag for dag fra boligen ble ledig, til og med i går.",),
    )
    return Rapport(navn="ledige-boliger", tittel="Ledige boliger", laget=arbeid.i_dag, tabeller=(tabell,))
