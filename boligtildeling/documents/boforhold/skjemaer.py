"""Two forms: what someone vouches for towards the landlord, and what was learnt after an eviction."""

from boligtildeling.casework.views.boforhold.former import Etterevalueringsark
from boligtildeling.casework.views.boforhold.utleieformer import Garanti
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer, underskrift, valgfritt
from boligtildeling.documents.blokker import (
    Ark,
    Avkryssing,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Liste,
    Overskrift,
    Ruteform,
    Skrivelinjer,
    Tabell,
)
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde

_SKRIVEHOEYDE_MM = 9.0
_TOMME_RADER, _LINJER = 4, 4


def garantierklaering(v: Garanti, kilde: Tekstkilde = VAARE) -> Ark:
    """Who vouches for what, up to how much and for how long; signed by whoever does.

    Hjemmel: husleieloven § 3-6.
    """
    t = Brevtekst(kilde, "garantierklaering", v.hode, {})
    adresse = () if v.hode.er_skjermet else ((t("etikett_bolig"), v.bolig_adresse or ""),)
    vilkaar = (Overskrift(t("vilkaar_overskrift")), Liste(v.vilkaar)) if v.vilkaar else ()
    blokker = (
        Overskrift(t("parter_overskrift")),
        Faktalinjer(
            (
                (t("etikett_garantist"), v.garantist or ""),
                (t("etikett_utleier"), v.utleier),
                *partslinjer(t("etikett_leier"), v.leiere),
                *adresse,
            )
        ),
        Overskrift(t("garanti_overskrift")),
        Faktalinjer(
            (
                (t("etikett_beloep"), valgfritt(v.beloep)),
                (t("etikett_gjelder"), v.gjelder or ""),
                (t("etikett_fra"), vis_valgfri_dato(v.fra_dato)),
                (t("etikett_til"), vis_valgfri_dato(v.til_dato)),
            )
        ),
        *avsnitt(t, ("grense", "ikke_gammel")),
        *vilkaar,
        Overskrift(t("bruk_overskrift")),
        *avsnitt(t, ("krav", "leier_faar_si")),
        *underskrift(t, (v.garantist or t("etikett_garantist"),)),
    )
    return avtaleark(v, t, blokker)


def etterevaluering(v: Etterevalueringsark, kilde: Tekstkilde = VAARE) -> Ark:
    """Why it went as it did, what was tried, what could have stopped it; what is learnt is written by hand."""
    t = Brevtekst(kilde, "etterevaluering", v.hode, {})
    kolonner = (
        Kolonne(t("etikett_tiltak"), 0.5),
        Kolonne(t("etikett_ansvarlig"), 0.26),
        Kolonne(t("etikett_frist"), 0.24),
    )
    rader = (("", "", ""),) * _TOMME_RADER
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(
            (
                (t("etikett_leier"), v.hode.soeker or ""),
                (t("etikett_hendelse"), t(f"utfall_{v.utfall}") if v.utfall else ""),
                (t("etikett_dag"), vis_valgfri_dato(v.utfall_dato)),
            )
        ),
        *_skrevet(t("aarsak_overskrift"), v.hvorfor),
        *_skrevet(t("forsoekt_overskrift"), v.hva_ble_proevd),
        *_skrevet(t("svikt_overskrift"), v.hva_kunne_hindret),
        Avkryssing(tuple((_rute(v, svar), t(f"systemsvikt_{svar}")) for svar in ("ja", "nei")), paa_rad=True),
        Overskrift(t("laering_overskrift")),
        Skrivelinjer(_LINJER),
        Overskrift(t("tiltak_overskrift")),
        Tabell(kolonner, rader, _SKRIVEHOEYDE_MM, samlet=True),
        Faktalinjer(((t("etikett_oppfoelging"), vis_valgfri_dato(v.oppfoelging_fra)),)),
    )
    return avtaleark(v, t, blokker)


def _rute(v: Etterevalueringsark, svar: str) -> Ruteform:
    """Whether the services failed is ticked when that is known."""
    return "oppfylt" if v.var_systemsvikt is not None and v.var_systemsvikt == (svar == "ja") else "tom"


def _skrevet(overskrift: str, tekst: str | None) -> tuple[Blokk, ...]:
    return (Overskrift(overskrift), Avsnitt(tekst) if tekst else Skrivelinjer(_LINJER))
