"""The one page with the address of the new home when someone in the case is protected."""

from boligtildeling.casework.views.avtaleformer import Adressevedlegg
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer
from boligtildeling.documents.blokker import Ark, Avsnitt, Faktalinjer
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def adressevedlegg(v: Adressevedlegg, kilde: Tekstkilde = VAARE) -> Ark:
    """Enclosure 1 to the lease; it says itself how it is to be handed over and kept."""
    t = Brevtekst(kilde, "adressevedlegg", v.hode, {"kontrakt_dato": vis_dato(v.kontrakt_dato)})
    linjer = (
        *partslinjer(t("etikett_leier"), v.leiere),
        (t("etikett_adresse"), v.adresse),
        (t("etikett_bruksenhet"), v.bruksenhetsnummer or ""),
    )
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(tuple(par for par in linjer if par[1])),
        Avsnitt(t("oppbevares"), "viktig"),
    )
    return avtaleark(v, t, blokker, "brev")
