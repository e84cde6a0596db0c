"""Reads files from landlords and banks for the acts that take them in."""

from datetime import date

from boligtildeling.domain.boforhold.innlesing import Kolonner, Lestbankfil, Lestliste, Tabell
from boligtildeling.exchange.bankfil import les_bankfil
from boligtildeling.exchange.restanseliste import les_restanseliste
from boligtildeling.exchange.tabellfil import les_tabell


class Filleser:
    """Every kind of outside file; each method raises `Filfeil` for a file that cannot be used."""

    def tabell(self, innhold: bytes) -> Tabell:
        return les_tabell(innhold)

    def restanseliste(self, tabell: Tabell, kolonner: Kolonner, per_dato: date) -> Lestliste:
        return les_restanseliste(tabell, kolonner, per_dato)

    def bankfil(self, innhold: bytes) -> Lestbankfil:
        return les_bankfil(innhold)
