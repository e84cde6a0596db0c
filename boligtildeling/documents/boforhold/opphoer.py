"""The letters that end a tenancy, or warn that it may end: warning, termination for breach, notice, move out."""

from boligtildeling.casework.views.boforhold.utleieformer import Advarsel, Flytteoppfordring, Heving, Oppsigelse
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Kolonne, Konklusjon, Overskrift, Tabell
from boligtildeling.documents.boforhold.deler import fritekst, naar_du_flytter, raad_til_leier
from boligtildeling.documents.brevdeler import Brevvisning, brevark, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def advarsel(v: Advarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """What is wrong, what must be done by when, and what happens if it goes on.

    Hjemmel: husleieloven § 9-9.
    """
    t = Brevtekst(kilde, "skriftlig-advarsel", v.hode, {"frist": vis_dato(v.frist)})
    kolonner = (Kolonne(t("etikett_hva"), 0.74), Kolonne(t("etikett_naar"), 0.26))
    rader = tuple((f.hva, vis_valgfri_dato(f.naar)) for f in v.forhold)
    midten = (
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("forhold_overskrift")),
        Tabell(kolonner, rader),
        *fritekst(t("maa_overskrift"), v.maa_gjoere),
        Konklusjon(t("maa_frist")),
        *avsnitt(t, ("foelger",), ("uenig",), ("hjelp",)),
    )
    return _brev(v, t, midten)


def heving(v: Heving, kilde: Tekstkilde = VAARE) -> Ark:
    """The written declaration with its reason, by when to move, and what one who disagrees can do.

    Hjemmel: husleieloven § 9-9.
    """
    felt = {
        "advarsel_dato": vis_valgfri_dato(v.advarsel_dato),
        "fraflytting": vis_dato(v.fraflytting),
        "grunnlag": v.grunnlag,
    }
    t = Brevtekst(kilde, "hevingserklaering", v.hode, felt)
    midten = (
        Konklusjon(t("konklusjon")),
        *fritekst(t("grunn_overskrift"), v.grunn),
        *(avsnitt(t, ("advarsel",)) if v.advarsel_dato else ()),
        *avsnitt(t, ("regel",)),
        Overskrift(t("uenig_overskrift")),
        *avsnitt(t, ("uenig",), ("tvang",)),
        *naar_du_flytter(t),
    )
    return _brev(v, t, midten)


def oppsigelse(v: Oppsigelse, kilde: Tekstkilde = VAARE) -> Ark:
    """The notice with its reason and the three things about protest that the law demands.

    Hjemmel: husleieloven §§ 9-5, 9-6, 9-7 og 9-8.
    """
    t = Brevtekst(kilde, "oppsigelse", v.hode, {"opphoer": vis_dato(v.opphoer)})
    midten = (
        Konklusjon(t("konklusjon")),
        *fritekst(t("grunn_overskrift"), v.grunn),
        *avsnitt(t, (f"grunnlag_{v.grunnlag}",)),
        Overskrift(t("protest_overskrift")),
        Konklusjon(t("protest_frist")),
        *avsnitt(t, ("protest_hvor",), ("protest_tap", "protest_tvang"), ("protest_videre",)),
        *naar_du_flytter(t),
    )
    return _brev(v, t, midten)


def flytteoppfordring(v: Flytteoppfordring, kilde: Tekstkilde = VAARE) -> Ark:
    """The request to move, which keeps the lease from going on without an end.

    Hjemmel: husleieloven § 9-2.
    """
    felt = {"fraflytting": vis_dato(v.fraflytting), "utloep_dato": vis_dato(v.utloep_dato)}
    t = Brevtekst(kilde, "flytteoppfordring", v.hode, felt)
    midten = (
        Avsnitt(t("innledning"), "ingress"),
        Konklusjon(t("konklusjon")),
        *fritekst(t("grunn_overskrift"), v.grunn),
        *(avsnitt(t, ("ny_bolig",)) if v.konklusjon == "ny_bolig" else ()),
        *avsnitt(t, ("uenig",), ("virkning", "tvang")),
        *naar_du_flytter(t),
    )
    return _brev(v, t, midten)


def _brev(v: Brevvisning, t: Brevtekst, midten: tuple[Blokk, ...]) -> Ark:
    """The letter around what it says."""
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        *midten,
        *raad_til_leier(t),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)
