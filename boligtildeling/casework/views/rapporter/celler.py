"""How a cell of a report is written: for people, and for a spreadsheet."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from boligtildeling.casework.views.rapporter.form import Celle, Kolonne, Rapport, Tabell
from boligtildeling.domain.boforhold.tall import SKJULT
from boligtildeling.domain.datoer import vis_tall
from boligtildeling.domain.penger import NBSP, Kroner

INGEN = "–"


def vis_celle(tabell: Tabell, rad: int, kolonne: int) -> str:
    """The cell as people read it; one that must not be told says so when it is a count."""
    slag = tabell.kolonner[kolonne].slag
    if (rad, kolonne) in tabell.skjult:
        return SKJULT if slag == "antall" else INGEN
    return _vis(tabell.rader[rad].celler[kolonne], tabell.kolonner[kolonne])


def _vis(celle: Celle, kolonne: Kolonne) -> str:
    if celle is None:
        return INGEN
    if isinstance(celle, date):
        return vis_tall(celle)
    if isinstance(celle, int):
        return f"{celle:,}".replace(",", NBSP)
    if isinstance(celle, Decimal):
        tall = f"{celle.normalize():f}" if kolonne.slag == "dager" else str(celle)
        tekst = tall.replace(".", ",").replace("-", "\N{MINUS SIGN}")
        return f"{tekst}{NBSP}%" if kolonne.slag == "prosent" else tekst
    return str(celle)


def som_csv(rapport: Rapport) -> bytes:
    """The tables one after the other, with semicolons and decimal commas as Norwegian spreadsheets read them.

    UTF-8 with a byte order mark. A text that a spreadsheet would take for a formula gets a mark before it.
    """
    ut = StringIO()
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    for tabell in rapport.tabeller:
        skriver.writerow([_trygg(tabell.tittel)])
        skriver.writerow([_trygg(k.navn) for k in tabell.kolonner])
        for i, rad in enumerate(tabell.rader):
            skriver.writerow([_csvcelle(tabell, i, j) for j in range(len(rad.celler))])
        skriver.writerows([_trygg(merknad)] for merknad in tabell.merknader)
        skriver.writerow([])
    skriver.writerows([_trygg(merknad)] for merknad in rapport.merknader)
    return ut.getvalue().encode("utf-8-sig")


def _csvcelle(tabell: Tabell, rad: int, kolonne: int) -> str:
    celle = tabell.rader[rad].celler[kolonne]
    if isinstance(celle, Kroner):
        return str(celle.desimal).replace(".", ",")
    if isinstance(celle, Decimal):
        return str(celle).replace(".", ",")
    if isinstance(celle, int):
        return str(celle)
    return _trygg(vis_celle(tabell, rad, kolonne).replace(INGEN, "") if celle is None else str(celle))


def _trygg(tekst: str) -> str:
    return f"'{tekst}" if tekst[:1] in {"=", "+", "-", "@", "\t"} else tekst
