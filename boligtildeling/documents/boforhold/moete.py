"""The papers of a meeting: who is asked to come, and what was said."""

from datetime import datetime

from boligtildeling.casework.views.boforhold.former import Innkalling, Moetesak, Referat
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
from boligtildeling.documents.brevdeler import brevark, kontakt_og_regler, til_fullmektig
from boligtildeling.documents.ord import vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def innkalling(v: Innkalling, kilde: Tekstkilde = VAARE) -> Ark:
    """When, where, who and what about; the tenant also gets to know that coming is their own choice.

    Hjemmel: boligsosialloven § 7, forvaltningsloven § 13 b.
    """
    t = Brevtekst(kilde, "innkalling", v.hode, {})
    hvem = "leier" if v.til_leier else "deltaker"
    slutt = avsnitt(t, ("leier_valg",), ("leier_uten",)) if v.til_leier else avsnitt(t, ("taushet",))
    blokker = (
        Overskrift(t(f"overskrift_{hvem}"), 1),
        *(til_fullmektig(v, t) if v.til_leier else ()),
        Avsnitt(t(f"innledning_{hvem}"), "ingress"),
        Faktalinjer(_tid_og_sted(v.tidspunkt, v.sted, t)),
        *_deltakere(v.deltakere, t),
        Overskrift(t("dagsorden_overskrift")),
        Liste(v.dagsorden),
        *slutt,
        *kontakt_og_regler(v, t, til_etat=not v.til_leier),
    )
    return brevark(v, t, t("tittel"), blokker)


def referat(v: Referat, kilde: Tekstkilde = VAARE) -> Ark:
    """The minutes: case by case what the tenant thinks, what was said, what was concluded, who does what by when."""
    t = Brevtekst(kilde, "referat", v.hode, {})
    blokker = (
        Faktalinjer(((t("etikett_dag"), vis_dato(v.dato)), (t("etikett_sted"), v.sted))),
        *_deltakere(tuple((d.navn, t(f"enhet_{d.enhet}")) for d in v.deltakere), t),
        *(blokk for sak in v.saker for blokk in _sak(sak, t)),
        Avsnitt(t("kopi_leier"), "liten"),
    )
    return avtaleark(v, t, blokker, "brev")


def _sak(sak: Moetesak, t: Brevtekst) -> tuple[Blokk, ...]:
    ansvar = (
        (t("etikett_oppgave"), sak.oppgave or ""),
        (t("etikett_ansvarlig"), sak.ansvarlig or ""),
        (t("etikett_frist"), vis_valgfri_dato(sak.frist)),
    )
    kjente = tuple(par for par in ansvar if par[1])
    return (
        Overskrift(sak.sak),
        Overskrift(t("leiers_syn_overskrift"), 3),
        Avsnitt(sak.leiers_syn or t("leiers_syn_mangler")),
        Overskrift(t("droefting_overskrift"), 3),
        Avsnitt(sak.droefting),
        Overskrift(t("konklusjon_overskrift"), 3),
        Konklusjon(t(f"konklusjon_{sak.konklusjon}")),
        *((Faktalinjer(kjente),) if kjente else ()),
    )


def _tid_og_sted(tidspunkt: datetime, sted: str, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    tid = t("tid", dato=vis_dato(tidspunkt.date()), klokkeslett=f"{tidspunkt:%H.%M}")
    return ((t("etikett_tid"), tid), (t("etikett_sted"), sted))


def _deltakere(deltakere: tuple[tuple[str, str], ...], t: Brevtekst) -> tuple[Blokk, ...]:
    kolonner = (Kolonne(t("etikett_navn_deltaker"), 0.5), Kolonne(t("etikett_funksjon"), 0.5))
    return (Overskrift(t("deltakere_overskrift")), Tabell(kolonner, deltakere)) if deltakere else ()
