"""The sheet with the recovery code of a data folder: printed once, locked away, kept nowhere else."""

from datetime import date

from boligtildeling.documents.blokker import Ark, Avsnitt, Faktalinjer, Konklusjon, Liste, Overskrift, Topp
from boligtildeling.domain.datoer import vis_dato

_TITTEL = "Gjenopprettingskode"


def gjenopprettingsark(mappe: str, kode: str, dato: date) -> Ark:
    """What the code is for, the code itself, and how it is used. `mappe` is the path of the data folder."""
    return Ark(
        tittel=_TITTEL,
        maalform="nb",
        dato=dato,
        topp=Topp(avsender="Boligtildeling", enhet=("Til IT og teamleder",)),
        blokker=(
            Overskrift(_TITTEL, 1),
            Avsnitt(
                "Databasen er kryptert. Med denne koden kan du låse den opp hvis nøkkelen på maskinen blir borte: når "
                "maskinen går i stykker, når en bruker slutter, eller når en sikkerhetskopi skal åpnes et annet sted."
            ),
            Konklusjon(kode),
            Faktalinjer((("Datamappe", mappe), ("Skrevet ut", vis_dato(dato)), ("Låst inn av", ""), ("Hvor", ""))),
            Overskrift("Slik tar du vare på den"),
            Liste(
                (
                    "Lås arket inn et annet sted enn der maskinen står.",
                    "Ikke fotografer det, og ikke legg koden i en fil eller en e-post.",
                    "Er arket på avveie, lag en ny kode: «boligtildeling noekkel ny-kode». Da virker ikke denne.",
                )
            ),
            Overskrift("Slik bruker du den"),
            Avsnitt(
                "Kjør «boligtildeling noekkel gjenopprett» og skriv koden. Store og små bokstaver betyr det samme, og "
                "du kan utelate strekene. Skriver du feil, sier programmet fra, og ingenting blir endret."
            ),
        ),
        bunntekst=_TITTEL,
        oppsett="skjema",
    )
