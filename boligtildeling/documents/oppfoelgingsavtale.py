"""The agreement on follow-up in the home: voluntary, with goals, measures and a day to look back."""

from boligtildeling.casework.views.avtaleformer import Oppfoelgingsavtale
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer, skrivefelt, underskrift
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Liste,
    Overskrift,
    Sammen,
    Skrivelinjer,
    Tabell,
)
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde

_TOMME_RADER = 4
_TOMME_MAAL = 3
_SKRIVEHOEYDE_MM = 9.0


def oppfoelgingsavtale(v: Oppfoelgingsavtale, kilde: Tekstkilde = VAARE) -> Ark:
    """The agreement, filled with the follow-up plan or empty."""
    t = Brevtekst(kilde, "oppfoelgingsavtale", v.hode, {})
    partene = (*partslinjer(t("etikett_beboer"), v.soekere), (t("etikett_kommune"), v.hode.enhet))
    blokker = (
        Avsnitt(t("frivillig"), "viktig"),
        Avsnitt(t("ikke_vilkaar")),
        Overskrift(t("parter_overskrift")),
        Faktalinjer(partene),
        Overskrift(t("maal_overskrift")),
        Liste(v.maal) if v.maal else Skrivelinjer(_TOMME_MAAL),
        Overskrift(t("tiltak_overskrift")),
        _tiltak(v, t),
        *avsnitt(t, ("oekonomi", "besoek")),
        Overskrift(t("kontakt_overskrift_avtale")),
        skrivefelt(t("etikett_kontaktperson"), t("etikett_stedfortreder"), t("etikett_telefon")),
        Overskrift(t("deling_overskrift")),
        *_deling(v, t),
        Sammen(_evaluering_og_underskrift(v, t)),
    )
    return avtaleark(v, t, blokker)


def _evaluering_og_underskrift(v: Oppfoelgingsavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    """Kept together, so that nobody signs a sheet with nothing else on it."""
    return (
        Overskrift(t("evaluering_overskrift")),
        Faktalinjer(((t("etikett_evaluering"), vis_valgfri_dato(v.evaluering_dato)),)),
        *avsnitt(t, ("problemer",), ("endring",)),
        *underskrift(t, v.soekere or (t("etikett_beboer"),), v.hode.enhet),
    )


def _tiltak(v: Oppfoelgingsavtale, t: Brevtekst) -> Tabell:
    kolonner = (
        Kolonne(t("etikett_hva"), 0.48),
        Kolonne(t("etikett_hvem"), 0.3),
        Kolonne(t("etikett_hvor_ofte"), 0.22),
    )
    rader = tuple((x.hva, x.ansvarlig, x.hyppighet) for x in v.tiltak)
    if rader:
        return Tabell(kolonner, rader)
    return Tabell(kolonner, (("", "", ""),) * _TOMME_RADER, _SKRIVEHOEYDE_MM)


def _deling(v: Oppfoelgingsavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    samarbeid = avsnitt(t, (f"samarbeid_{v.samarbeid}",)) if v.samarbeid else ()
    if not v.deles_med:
        return (*avsnitt(t, ("deling_ingen",)), *samarbeid)
    return (Avsnitt(t("deling_med"), "innledende"), Liste(v.deles_med), *avsnitt(t, ("deling_ingen",)), *samarbeid)
