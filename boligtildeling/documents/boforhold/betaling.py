"""The letters about rent that has not come: the reminder, and the notice before collection."""

from boligtildeling.casework.views.boforhold.utleieformer import Betalingsvarsel
from boligtildeling.documents.blokker import Ark, Avsnitt, Konklusjon, Overskrift
from boligtildeling.documents.boforhold.deler import betalingsfelt, kort_raad, kravtabell, slik_betaler_du
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def purring(v: Betalingsvarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """What is owed, how to pay it, and that there is a way out for one who cannot."""
    t = _tekster("purring", v, kilde)
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("krav_overskrift")),
        *kravtabell(v.krav, t, v.til_sammen, v.kostnad),
        *slik_betaler_du(v, t),
        Overskrift(t("vanskelig_overskrift")),
        *avsnitt(t, ("vanskelig",), ("uenig",), ("videre",)),
        *kort_raad(t),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def inkassovarsel(v: Betalingsvarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """The notice that the claim may go to collection, with at least 14 days to pay or object.

    Hjemmel: inkassoloven § 9.
    """
    t = _tekster("inkassovarsel", v, kilde)
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("krav_overskrift")),
        *kravtabell(v.krav, t, v.til_sammen, v.kostnad),
        *slik_betaler_du(v, t),
        Konklusjon(t("foelge")),
        Overskrift(t("vanskelig_overskrift")),
        *avsnitt(t, ("vanskelig",), ("uenig",)),
        *kort_raad(t),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def _tekster(brev: str, v: Betalingsvarsel, kilde: Tekstkilde) -> Brevtekst:
    return Brevtekst(kilde, brev, v.hode, {**betalingsfelt(v, v.til_sammen), "frist": vis_dato(v.frist)})
