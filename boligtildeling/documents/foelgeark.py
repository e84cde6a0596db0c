"""The sheet that goes with a letter: what the letter may be about, in plain words in the reader's own language."""

from boligtildeling.casework.views.brevformer import Foelgeark
from boligtildeling.casework.views.dokumentslag import FOELGEARKSPRAAK
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Konklusjon,
    Overskrift,
    PaaSpraak,
    Passasje,
)
from boligtildeling.documents.maa_staa import Krav
from boligtildeling.documents.ord import bunntekst, topp, vannmerker
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato

_BREVENE = {
    "vedtak": "Vedtak",
    "foreloepig_svar": "Foreløpig svar",
    "anmodning": "Anmodning om opplysninger",
    "foreleggelse": "Foreleggelse",
    "forhaandsvarsel": "Forhåndsvarsel",
    "tilbud": "Tilbud om bolig",
    "leieavtale": "Leieavtale",
}
"""The letters that the sheet explains, by the Norwegian name that stands on them."""
_NORSK_GJELDER = {
    "en": "The Norwegian letter decides",
    "pl": "Rozstrzyga pismo w języku norweskim",
    "uk": "Вирішальним є лист норвезькою мовою",
    "so": "Warqadda af-Noorwiijiga ah ayaa go’aamisa",
    "ar": "الرسالة النرويجية هي المعتمدة",
    "ti": "እቲ ብኖርወይኛ ዝተጻሕፈ ደብዳበ እዩ ዝውስን",
}
_IKKE_KORREKTURLEST = {
    "en": "not yet been proofread by a translator",
    "pl": "nie sprawdził jeszcze tłumacz",
    "uk": "ще не перевірив перекладач",
    "so": "Turjubaan weli ma saxin",
    "ar": "لم يراجع مترجم هذا النص بعد",
    "ti": "ብተርጓሚ ኣይተራእየን",
}


def foelgeark(v: Foelgeark, kilde: Tekstkilde = VAARE) -> Ark:
    """The sheet; the letter itself is in Norwegian and is what counts.

    Hjemmel: språklova § 9, forvaltningsloven § 11.
    """
    t = Brevtekst(kilde, "foelgeark", v.hode, {}, v.spraak)
    tittel = f"Følgeark på {FOELGEARKSPRAAK[v.spraak]}"
    blokker: tuple[Blokk, ...] = (
        Overskrift(t("overskrift"), 1),
        Avsnitt(t("innledning"), "ingress", (Passasje(v.hode.kommune, "nb"),)),
        Konklusjon(t("norsk_gjelder")),
        *_saken(v, t),
        Overskrift(t("kan_vaere_overskrift")),
        *(Avsnitt(t(noekkel), passasjer=(Passasje(navn, "nb"),)) for noekkel, navn in _BREVENE.items()),
        Overskrift(t("klage_overskrift")),
        Avsnitt(t("klage")),
        Overskrift(t("hjelp_overskrift")),
        *(Avsnitt(t(noekkel)) for noekkel in ("kontakt", "tolk", "botilbud")),
        Avsnitt(t("ikke_korrekturlest"), "liten"),
    )
    return Ark(
        tittel=tittel,
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode),
        blokker=(PaaSpraak(v.spraak, blokker),),
        bunntekst=bunntekst(v.hode, tittel),
        vannmerker=vannmerker(v.hode),
        sidetall=t("sidetall", side="{side}", sider="{sider}"),
    )


def _saken(v: Foelgeark, t: Brevtekst) -> tuple[Blokk, ...]:
    """Which case and letter it goes with, as far as that is known."""
    brevet = f"{v.brev}, {vis_dato(v.brev_dato)}" if v.brev and v.brev_dato else ""
    linjer = ((t("etikett_sak"), v.hode.saksnummer or ""), (t("etikett_brev"), brevet))
    kjente = tuple(par for par in linjer if par[1])
    return (Faktalinjer(kjente),) if kjente else ()


FOELGEARK: tuple[Krav, ...] = (
    Krav(
        "merknaden om at det norske brevet gjelder",
        "språklova § 9",
        lambda v, p: p.har(_NORSK_GJELDER[v.spraak]),
    ),
    Krav(
        "merknaden om at teksten ikke er korrekturlest",
        "språklova § 9",
        lambda v, p: p.har(_IKKE_KORREKTURLEST[v.spraak]),
    ),
)
