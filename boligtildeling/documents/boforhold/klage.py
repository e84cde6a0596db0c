"""The papers of an appeal: the letter to the one who decides it, and what lies in front of the papers of the case."""

from boligtildeling.casework.views.boforhold.former import Klageoversendelse, Klagepakke
from boligtildeling.documents.avtaledeler import avtaleark
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Konklusjon,
    Liste,
    Overskrift,
    Tabell,
)
from boligtildeling.documents.boforhold.deler import fritekst
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def klageoversendelse(v: Klageoversendelse, kilde: Tekstkilde = VAARE) -> Ark:
    """The appeal, the new assessment and the recommendation; whoever appealed gets a copy.

    Hjemmel: forvaltningsloven §§ 33 og 42, kommuneloven § 13-3.
    """
    t = Brevtekst(kilde, "klageoversendelse", v.hode, {"forberedt_av": v.forberedt_av})
    vedlegg = (Overskrift(t("vedlegg_overskrift")), Liste(v.vedlegg)) if v.vedlegg else ()
    blokker = (
        Overskrift(t("overskrift"), 1),
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(_fakta(v, t)),
        *fritekst(t("klagen_overskrift"), v.klagen),
        *fritekst(t("vurdering_overskrift"), v.vurdering),
        Overskrift(t("innstilling_overskrift")),
        Konklusjon(v.innstilling),
        *(avsnitt(t, ("forberedt",)) if v.del_ == "B" else ()),
        *avsnitt(t, ("til_klager",)),
        *vedlegg,
        *kontakt_og_regler(v, t, til_etat=True),
    )
    return brevark(v, t, t("tittel"), blokker)


def _fakta(v: Klageoversendelse, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    return (
        (t("etikett_vedtak"), vis_dato(v.vedtak_dato)),
        (t("etikett_del"), t(f"del_{v.del_.lower()}")),
        (t("etikett_mottatt"), vis_dato(v.klage_dato)),
        (t("etikett_tide"), t("i_tide" if v.i_tide else "for_sent")),
        (t("etikett_utsatt"), t(f"utsatt_{v.utsatt_iverksetting}")),
    )


def klagepakke(v: Klagepakke, kilde: Tekstkilde = VAARE) -> Ark:
    """The front of the pile: what is there, what has happened, and the time limits."""
    felt = {f"klageinstans_{del_}": v.klageinstans for del_ in ("a", "b")}
    t = Brevtekst(kilde, "klagepakke", v.hode, felt)
    del_ = v.del_.lower()
    hvor = ((t("etikett_del"), t(f"del_{del_}")), (t("etikett_klageinstans"), t(f"klageinstans_{del_}_")))
    innhold = tuple((str(nr), tittel, vis_dato(dag)) for nr, (tittel, dag) in enumerate(v.innhold, 1))
    blokker = (
        Faktalinjer(hvor),
        *_tabell(t, "innhold", (("nummer", 0.1), ("dokument", 0.62), ("dag", 0.28)), innhold),
        *_tabell(t, "tidslinje", (("dag", 0.28), ("hendelse", 0.72)), tuple((vis_dato(d), h) for d, h in v.tidslinje)),
        *_tabell(t, "frister", (("frist", 0.72), ("dag", 0.28)), tuple((h, vis_dato(d)) for h, d in v.frister)),
    )
    return avtaleark(v, t, blokker, "brev")


def _tabell(
    t: Brevtekst, navn: str, kolonner: tuple[tuple[str, float], ...], rader: tuple[tuple[str, ...], ...]
) -> tuple[Blokk, ...]:
    if not rader:
        return ()
    titler = tuple(Kolonne(t(f"etikett_{etikett}"), andel) for etikett, andel in kolonner)
    return (Overskrift(t(f"{navn}_overskrift")), Tabell(titler, rader))
