"""Which services the applicant has or has applied for: an overview apart from the lease, and no decision."""

from boligtildeling.casework.views.avtaleformer import Tjenesteoversikt
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer
from boligtildeling.documents.blokker import Ark, Avsnitt, Faktalinjer, Kolonne, Overskrift, Tabell
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde

_TOMME_RADER = 5
_SKRIVEHOEYDE_MM = 9.0


def tjenesteoversikt(v: Tjenesteoversikt, kilde: Tekstkilde = VAARE) -> Ark:
    """The overview; decision, unit and contact are written in by hand, since this program does not keep them.

    Hjemmel: pasient- og brukerrettighetsloven §§ 7-2 og 7-5.
    """
    t = Brevtekst(kilde, "tjenesteoversikt", v.hode, {"klageinstans": v.klageinstans})
    kolonner = (
        Kolonne(t("etikett_tjeneste"), 0.34),
        Kolonne(t("etikett_vedtak"), 0.18),
        Kolonne(t("etikett_enhet"), 0.26),
        Kolonne(t("etikett_kontakt"), 0.22),
    )
    rader = tuple((tjeneste, "", "", "") for tjeneste in v.tjenester) or (("", "", "", ""),) * _TOMME_RADER
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Avsnitt(t("ikke_leieavtale"), "viktig"),
        Faktalinjer(partslinjer(t("etikett_navn"), v.navn)),
        Overskrift(t("tjenester_overskrift")),
        Tabell(kolonner, rader, _SKRIVEHOEYDE_MM),
        Avsnitt(t("frivillig")),
        Overskrift(t("klage_overskrift_tjenester")),
        *avsnitt(t, ("klage_tjenester", "klage_tjenester_instans")),
    )
    return avtaleark(v, t, blokker)
