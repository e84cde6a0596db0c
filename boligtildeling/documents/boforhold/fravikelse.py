"""The papers on the way to an eviction: the notice to the tenant, to the social services, and the request itself."""

from datetime import date

from boligtildeling.casework.views.boforhold.utleieformer import Begjaering, Fravikelsesvarsel, Sosialvarsel
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Faktalinjer,
    Konklusjon,
    Liste,
    Overskrift,
)
from boligtildeling.documents.boforhold.deler import (
    betalingsfelt,
    boliglinje,
    kravtabell,
    raad_til_leier,
    slik_betaler_du,
)
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def varsel_4_18(v: Fravikelsesvarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """The notice that eviction will be asked for, and for rent that payment stops it until it is carried out.

    Hjemmel: tvangsfullbyrdelsesloven §§ 4-18 og 13-2.
    """
    felt = {
        **betalingsfelt(v, v.til_sammen),
        "frist": vis_dato(v.frist),
        "opphoert_dato": vis_valgfri_dato(v.opphoert_dato),
    }
    t = Brevtekst(kilde, "varsel-4-18", v.hode, felt)
    gjelder_leie = v.grunnlag == "leie"
    betaling = (*kravtabell(v.krav, t, v.til_sammen), *slik_betaler_du(v, t), *avsnitt(t, ("stanser",)))
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        *boliglinje(t, v.bolig_adresse),
        Konklusjon(t("konklusjon_leie" if gjelder_leie else "konklusjon_flytt")),
        Overskrift(t("grunn_overskrift")),
        *avsnitt(t, (f"grunn_{v.grunnlag}",)),
        *(betaling if gjelder_leie else ()),
        *avsnitt(t, ("kontakt_oss",), ("uenig",), ("reservasjon",)),
        *raad_til_leier(t),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def varsel_9_11(v: Sosialvarsel, kilde: Tekstkilde = VAARE) -> Ark:
    """The notice to the social services; the tenant gets a copy at the same time.

    Hjemmel: husleieloven § 9-11.
    """
    t = Brevtekst(kilde, "varsel-9-11", v.hode, {"begjaering_tidligst": vis_dato(v.begjaering_tidligst)})
    skyldig = ((t("etikett_sum"), str(v.til_sammen)),) if v.til_sammen is not None else ()
    fakta = (
        *_personer(t("etikett_leier"), v.leiere),
        *(((t("etikett_bolig"), v.bolig_adresse),) if v.bolig_adresse else ()),
        (t("etikett_grunn"), t(f"grunn_{v.grunnlag}")),
        *skyldig,
        (t("etikett_barn"), t("ja" if v.har_barn else "nei")),
    )
    blokker = (
        Overskrift(t("overskrift"), 1),
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(fakta),
        Konklusjon(t("tidligst")),
        *avsnitt(t, ("oensker",), ("leier",), ("taushet",)),
        *kontakt_og_regler(v, t, til_etat=True),
    )
    return brevark(v, t, t("tittel"), blokker)


def begjaering(v: Begjaering, kilde: Tekstkilde = VAARE) -> Ark:
    """The request, with the ground, the notices and what is owed; to be signed.

    Hjemmel: tvangsfullbyrdelsesloven §§ 13-2, 13-3 og 13-6.
    """
    t = Brevtekst(kilde, "begjaering", v.hode, {"opphoert_dato": vis_valgfri_dato(v.opphoert_dato)})
    vedlegg = (Overskrift(t("vedlegg_overskrift")), Liste(v.vedlegg)) if v.vedlegg else ()
    blokker = (
        Overskrift(t("overskrift"), 1),
        Konklusjon(t("konklusjon")),
        Overskrift(t("parter_overskrift")),
        Faktalinjer(_parter(v, t)),
        Overskrift(t("grunnlag_overskrift")),
        *avsnitt(t, (f"grunn_{v.grunnlag}",)),
        Faktalinjer(_skritt(v, t)),
        *kravtabell(v.krav, t, v.til_sammen),
        *(avsnitt(t, ("stanser",)) if v.grunnlag == "leie" else ()),
        *(avsnitt(t, ("barn",)) if v.har_barn else ()),
        *avsnitt(t, ("moete",)),
        *vedlegg,
        *kontakt_og_regler(v, t, til_etat=True, underskriver=f"{t('etikett_for_saksoeker')}: {v.saksoeker}"),
    )
    return brevark(v, t, t("tittel"), blokker)


def _personer(etikett: str, personer: tuple[tuple[str, date | None], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((etikett, ", ".join(x for x in (navn, vis_valgfri_dato(foedt)) if x)) for navn, foedt in personer)


def _parter(v: Begjaering, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    andre = tuple((t("etikett_andre"), navn) for navn in v.andre_myndige)
    adresse = v.bolig_adresse or t("adresse_for_seg")
    saksoekte = _personer(t("etikett_saksoekt"), v.saksoekte)
    return ((t("etikett_saksoeker"), v.saksoeker), *saksoekte, *andre, (t("etikett_bolig"), adresse))


def _skritt(v: Begjaering, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    """What has been done first, each with its day."""
    sosial = t("sendt", dato=vis_dato(v.sosialvarsel_dato)) if v.sosialvarsel_dato else t("reservert")
    return (
        (t("etikett_avtale"), t("datert", dato=vis_dato(v.avtale_dato))),
        (t("etikett_varsel"), t("sendt", dato=vis_dato(v.varsel_dato))),
        (t("etikett_sosialvarsel"), sosial),
    )
