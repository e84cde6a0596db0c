"""The consents: one sheet for one thing, free to give, and free to take back."""

from boligtildeling.casework.views.avtaleformer import Samtykke
from boligtildeling.documents.avtaledeler import avtaleark, skrivefelt, underskrift
from boligtildeling.documents.blokker import Ark, Avkryssing, Avsnitt, Blokk, Faktalinjer, Overskrift, Skrivelinjer
from boligtildeling.documents.ord import vis_konto, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde

_TOMME_MOTTAKERE = 3
_OMFANG: dict[str, tuple[str, ...]] = {
    "sosialhjelp": ("etikett_beloep", "etikett_fra", "etikett_til"),
    "bostoette": ("etikett_beloep", "etikett_fra", "etikett_til"),
    "deling": ("etikett_fra", "etikett_til"),
}
_INNHOLD: dict[str, tuple[str, ...]] = {
    "sosialhjelp": ("formaal",),
    "bostoette": ("bare_forskudd", "formaal", "avregning"),
    "deling": ("formaal",),
}


def samtykke(v: Samtykke, kilde: Tekstkilde = VAARE) -> Ark:
    """The sheet for this one consent.

    Hjemmel: sosialtjenesteloven § 22, bustøttelova § 9, forvaltningsloven §§ 13 a og 13 b.
    """
    felt = {"kontonummer": vis_konto(v.kontonummer), "nav_kontor": v.nav_kontor, "utleier": v.utleier}
    t = Brevtekst(kilde, f"samtykke-{v.slag}", v.hode, felt)
    blokker = (
        Avsnitt(t("frivillig"), "viktig"),
        *(avsnitt(t, ("skjema",)) if v.slag == "bostoette" else ()),
        Overskrift(t("hvem_overskrift")),
        Faktalinjer(_hvem(v, t)),
        Overskrift(t("hva_overskrift")),
        Avsnitt(t("hva")),
        *_mottakere(v, t),
        *avsnitt(t, *((noekkel,) for noekkel in _INNHOLD[v.slag])),
        skrivefelt(*(t(etikett) for etikett in _OMFANG[v.slag])),
        Overskrift(t("vet_overskrift")),
        *avsnitt(t, ("vet",)),
        Overskrift(t("trekke_overskrift")),
        *avsnitt(t, ("trekke", "uten"), ("bare_dette",)),
        Avsnitt(t("regel"), "liten"),
        *underskrift(t, (v.navn or "",)),
    )
    return avtaleark(v, t, blokker)


def _hvem(v: Samtykke, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    sak = ((t("etikett_sak"), v.hode.saksnummer),) if v.hode.saksnummer else ()
    foedt = (t("etikett_foedselsdato"), vis_valgfri_dato(v.foedselsdato))
    return ((t("etikett_navn"), v.navn or ""), foedt, *sak)


def _mottakere(v: Samtykke, t: Brevtekst) -> tuple[Blokk, ...]:
    """Who may be told what: each with a box of their own."""
    if v.slag != "deling":
        return ()
    navn = v.deles_med or (t("annen_mottaker"),) * _TOMME_MOTTAKERE
    ruter = Avkryssing(tuple(("tom", n) for n in navn))
    return (ruter, Avsnitt(t("etikett_opplysninger"), "innledende"), Skrivelinjer(2))
