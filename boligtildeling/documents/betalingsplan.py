"""The plan for paying the rent: the first payments day by day, the tenant's choices, and when bostøtte can come."""

from boligtildeling.casework.views.avtaleformer import Betalingsplan
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer, valgfritt
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Faktalinjer, Kolonne, Overskrift, Tabell
from boligtildeling.documents.ord import vis_konto, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato

_TOMME_RADER = 6
_SKRIVEHOEYDE_MM = 8.0
_VALG = ("avtalegiro", "direkte_overfoering", "bostoette", "overfoering_av_bostoette")
_KJENTE_SVAR = frozenset(
    {
        *("oensker", "oensker_ikke", "har", "samtykke", "vedtak", "avslaatt"),
        *("soekt", "skal_soekes", "ikke_aktuelt", "ikke_besvart"),
    }
)


def betalingsplan(v: Betalingsplan, kilde: Tekstkilde = VAARE) -> Ark:
    """The plan, filled or empty. Bostøtte is never counted before it can come.

    Hjemmel: husleieloven §§ 3-2 og 3-3, bostøtteforskriften §§ 10 og 13.
    """
    t = _tekster(v, kilde)
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(_husleie(v, t)),
        Overskrift(t("betalinger_overskrift")),
        _betalinger(v, t),
        Overskrift(t("valg_overskrift")),
        Faktalinjer(_valg(v, t)),
        Overskrift(t("bostoette_overskrift")),
        *_bostoette(v, t),
        *_igjen(v, t),
        *((Avsnitt(t("for_sent")),) if v.purring else ()),
        Avsnitt(t("vanskelig")),
    )
    return avtaleark(v, t, blokker)


def _tekster(v: Betalingsplan, kilde: Tekstkilde) -> Brevtekst:
    felt = {
        "dager": str(v.dager_uten_bostoette),
        "forfallsdag": str(v.forfallsdag),
        "igjen": valgfritt(v.igjen),
        "kommer": vis_valgfri_dato(v.bostoette_kommer),
        "kontonummer": vis_konto(v.kontonummer),
        "mangler": valgfritt(-v.igjen if v.igjen is not None else None),
        "purring": valgfritt(v.purring),
        "soekes_innen": vis_valgfri_dato(v.bostoette_soekes_innen),
        "tak": valgfritt(v.bostoettetak),
    }
    return Brevtekst(kilde, "betalingsplan", v.hode, felt)


def _husleie(v: Betalingsplan, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    return (
        *partslinjer(t("etikett_leier"), v.navn),
        (t("etikett_husleie"), valgfritt(v.husleie)),
        (t("etikett_forfall"), t("forfall")),
        (t("etikett_konto"), t("konto")),
        (t("etikett_kid"), v.kid or ""),
    )


def _betalinger(v: Betalingsplan, t: Brevtekst) -> Tabell:
    kolonner = (
        Kolonne(t("etikett_dato"), 0.25),
        Kolonne(t("etikett_hva"), 0.5),
        Kolonne(t("etikett_beloep"), 0.25, hoeyrestilt=True),
    )
    rader = tuple((vis_dato(f.dato), t(f"hva_{f.hva}"), str(f.beloep)) for f in v.forfall)
    if rader:
        return Tabell(kolonner, rader)
    return Tabell(kolonner, (("", "", ""),) * _TOMME_RADER, _SKRIVEHOEYDE_MM)


def _valg(v: Betalingsplan, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    if v.er_tom:
        return tuple((t(f"valg_{navn}"), "") for navn in _VALG)
    return tuple(
        (t(f"valg_{navn}"), t(f"svar_{svar if svar in _KJENTE_SVAR else 'ikke_besvart'}")) for navn, svar in v.valg
    )


def _bostoette(v: Betalingsplan, t: Brevtekst) -> tuple[Blokk, ...]:
    datoer = avsnitt(t, ("bostoette_kommer", "bostoette_selv")) if v.bostoette_kommer else ()
    tak = avsnitt(t, ("bostoette_tak",)) if v.bostoettetak else ()
    return (*datoer, *avsnitt(t, ("bostoette_regel", "bostoette_flyttemelding")), *tak)


def _igjen(v: Betalingsplan, t: Brevtekst) -> tuple[Blokk, ...]:
    if v.igjen is None:
        return ()
    return (Overskrift(t("igjen_overskrift")), *avsnitt(t, ("underskudd" if v.igjen.oere < 0 else "igjen",)))
