"""The sheet that lies in the place of a document whose content is shielded: what it was, and that it is whole."""

from datetime import date

from boligtildeling.documents.blokker import Ark, Avsnitt, Faktalinjer, Overskrift, Topp
from boligtildeling.domain.datoer import vis_dato

_TITTEL = "Skjermet dokument"


def skjermetark(tittel: str, laget: date, sha256: str, merke: str, skjermet: date) -> Ark:
    """The trace of the document: its title and day, its SHA-256, and the number of the shielding."""
    return Ark(
        tittel=_TITTEL,
        maalform="nb",
        dato=skjermet,
        topp=Topp(avsender="Boligtildeling", enhet=()),
        blokker=(
            Overskrift(_TITTEL, 1),
            Avsnitt(
                "Dokumentet hadde en opplysning som ikke skal ses. Innholdet er kryptert, og sporet står igjen her."
            ),
            Faktalinjer(
                (
                    ("Dokument", tittel),
                    ("Laget", vis_dato(laget)),
                    ("Skjermet", vis_dato(skjermet)),
                    ("Merke i historikken", merke),
                    ("SHA-256 av dokumentet", sha256),
                )
            ),
            Avsnitt("Teamleder og arkivansvarlig kan åpne det sammen. Da står det i historikken hvem, når og hvorfor."),
        ),
        bunntekst=_TITTEL,
        oppsett="skjema",
    )
