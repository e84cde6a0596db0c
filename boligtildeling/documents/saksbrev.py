"""The letters before a decision: that it takes time, what is missing, what others have said, what may happen."""

from boligtildeling.casework.views.brevformer import Anmodning, Foreleggelse, ForeloepigSvar, Forhaandsvarsel
from boligtildeling.documents.blokker import Ark, Avsnitt, Kolonne, Konklusjon, Liste, Overskrift, Tabell
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler, slik_svarer_du, til_fullmektig
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def foreloepig_svar(v: ForeloepigSvar, kilde: Tekstkilde = VAARE) -> Ark:
    """The preliminary answer: why it takes time, and when an answer can be expected.

    Hjemmel: forvaltningsloven § 11 a.
    """
    felt = {"soeknad_dato": vis_dato(v.soeknad_dato), "svar_ventes_dato": vis_dato(v.svar_ventes_dato)}
    t = Brevtekst(kilde, "foreloepig-svar", v.hode, felt)
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Konklusjon(t("svar_ventes")),
        Overskrift(t("grunn_overskrift")),
        Avsnitt(v.grunn),
        Overskrift(t("venter_overskrift")),
        *avsnitt(t, ("venter_endring",), ("venter_botilbud",)),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def anmodning(v: Anmodning, kilde: Tekstkilde = VAARE) -> Ark:
    """What the application lacks, and by when: asked for before anything is refused.

    Hjemmel: forvaltningsloven § 11.
    """
    t = Brevtekst(kilde, "anmodning-opplysninger", v.hode, {"soeknad_dato": vis_dato(v.soeknad_dato)})
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("mangler_overskrift")),
        Liste(v.mangler),
        *avsnitt(t, ("kan_ikke",), ("uten_svar",)),
        *slik_svarer_du(t, vis_dato(v.frist)),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def foreleggelse(v: Foreleggelse, kilde: Tekstkilde = VAARE) -> Ark:
    """What others have said about the applicant, to be answered before it is used.

    Hjemmel: forvaltningsloven §§ 13 b og 17.
    """
    t = Brevtekst(kilde, "foreleggelse", v.hode, {})
    kolonner = (
        Kolonne(t("etikett_hva"), 0.56),
        Kolonne(t("etikett_kilde"), 0.24),
        Kolonne(t("etikett_mottatt"), 0.2),
    )
    rader = tuple((o.hva, o.kilde, vis_valgfri_dato(o.mottatt_dato)) for o in v.opplysninger)
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("opplysninger_overskrift")),
        Tabell(kolonner, rader),
        *avsnitt(t, ("din_mening", "uten_svar"), ("andre",)),
        *slik_svarer_du(t, vis_dato(v.frist)),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def forhaandsvarsel(v: Forhaandsvarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """That a decision may be reversed or lapse, why, and how to speak first.

    Hjemmel: forvaltningsloven §§ 16 og 35.
    """
    t = Brevtekst(kilde, "forhaandsvarsel", v.hode, {"vedtak_dato": vis_dato(v.vedtak_dato)})
    blokker = (
        Overskrift(t(f"overskrift_{v.slag}"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("grunn_overskrift")),
        Avsnitt(v.grunn),
        Overskrift(t("foelger_overskrift")),
        *avsnitt(t, (f"foelger_{v.slag}",), ("uten_svar",)),
        *slik_svarer_du(t, vis_dato(v.frist)),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)
