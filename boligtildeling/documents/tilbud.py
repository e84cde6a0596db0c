"""The offer of one dwelling: what it is, what it costs, by when to answer, and what a yes leads to."""

from boligtildeling.casework.views.brevformer import Tilbudsbrev
from boligtildeling.documents.blokker import Ark, Avsnitt, Faktalinjer, Konklusjon, Liste, Overskrift
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.ord import stor_forbokstav, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato

_JA = ("ja_kontrakt", "ja_foerste_husleie", "ja_forfall", "ja_ikke_annet", "ja_betaling", "ja_bostoette")


def tilbudsbrev(v: Tilbudsbrev, kilde: Tekstkilde = VAARE) -> Ark:
    """The offer; without the address when anyone in the case is protected.

    Hjemmel: husleieloven §§ 3-2, 3-3 og 3-7.
    """
    felt = {"forfallsdag": str(v.forfallsdag), "frist": vis_dato(v.frist), "husleie": str(v.husleie)}
    t = Brevtekst(kilde, "tilbud", v.hode, felt)
    ja = (*_JA, "ja_bytte") if v.er_bytte else _JA
    blokker = (
        Overskrift(t("overskrift"), 1),
        *til_fullmektig(v, t),
        Avsnitt(t("innledning"), "ingress"),
        Overskrift(t("bolig_overskrift")),
        Faktalinjer(_fakta(v, t)),
        Overskrift(t("svar_overskrift_tilbud")),
        Konklusjon(t("svar_frist_tilbud")),
        *avsnitt(t, ("svar_maate", "visning"), ("nei",), ("uegnet",)),
        Overskrift(t("ja_overskrift")),
        Liste(tuple(t(noekkel) for noekkel in ja)),
        *kontakt_og_regler(v, t),
    )
    return brevark(v, t, t("tittel"), blokker)


def _fakta(v: Tilbudsbrev, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    b = v.bolig
    skjult = v.hode.er_skjermet or b.adresse is None
    linjer = (
        (t("etikett_adresse"), t("adresse_skjult") if skjult else b.adresse),
        (t("etikett_bruksenhet"), "" if skjult else b.bruksenhetsnummer),
        (t("etikett_boligtype"), stor_forbokstav(t(f"boligtype_{b.boligtype}"))),
        (t("etikett_soverom"), str(b.antall_soverom)),
        (t("etikett_bruksareal"), f"{b.bruksareal}\N{NO-BREAK SPACE}m²" if b.bruksareal else ""),
        (t("etikett_adkomst"), _adkomst(v, t)),
        (t("etikett_husleie"), t("husleie")),
        (t("etikett_inkludert"), v.inkludert),
        (t("etikett_ledig"), vis_valgfri_dato(v.ledig_fra)),
    )
    return tuple((etikett, verdi) for etikett, verdi in linjer if verdi)


def _adkomst(v: Tilbudsbrev, t: Brevtekst) -> str:
    funn = (("rullestol", v.bolig.rullestol), ("heis", v.bolig.heis), ("trinnfri", v.bolig.trinnfri))
    return " ".join(t(f"adkomst_{navn}") for navn, har in funn if har)
