"""The letters that say a decision no longer counts: reversed, or lapsed."""

from boligtildeling.casework.views.brevformer import Opphevelse
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Konklusjon, Overskrift
from boligtildeling.documents.brevdeler import brevark, klage, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def opphevelse(v: Opphevelse, kilde: Tekstkilde = VAARE) -> Ark:
    """A reversal ends both parts of the decision, a lapse only part B; each is itself a decision that can be appealed.

    Hjemmel: forvaltningsloven §§ 24, 25, 27, 28, 29 og 35.
    """
    felt = {
        "klageinstans_a": v.klageinstans_a,
        "klageinstans_b": v.klageinstans_b,
        "varsel_dato": vis_valgfri_dato(v.varsel_dato),
        "vedtak_dato": vis_dato(v.vedtak_dato),
    }
    t = Brevtekst(kilde, v.slag, v.hode, felt)
    er_omgjoering = v.slag == "omgjoering"
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Konklusjon(t("konklusjon")),
        Avsnitt(t("nytt_vedtak" if er_omgjoering else "del_a_staar")),
        Overskrift(t("begrunnelse_overskrift")),
        *(avsnitt(t, (f"grunnlag_{v.grunnlag}",)) if v.grunnlag else ()),
        Avsnitt(v.begrunnelse),
        *_uttalelse(v, t),
        *klage(t, *(("a", "b") if er_omgjoering else ("b",))),
        *kontakt_og_regler(v, t, v.godkjent_av),
    )
    return brevark(v, t, t("tittel"), blokker)


def _uttalelse(v: Opphevelse, t: Brevtekst) -> tuple[Blokk, ...]:
    """What the party was told and said first; nothing when no warning is needed and nothing was said."""
    if v.uttalelse is None and v.varsel_dato is None:
        return ()
    overskrift = Overskrift(t("uttalelse_overskrift"))
    if v.uttalelse is None:
        return (overskrift, *avsnitt(t, ("uten_uttalelse",)))
    varslet = avsnitt(t, ("varslet",)) if v.varsel_dato else ()
    return (overskrift, *varslet, Avsnitt(t("uttalelse"), "innledende"), Avsnitt(v.uttalelse))
