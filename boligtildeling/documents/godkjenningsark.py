"""The sheet on which a second person approves a decision: what was decided, what was read, yes or back."""

from boligtildeling.casework.views.avtaleformer import Godkjenningsark
from boligtildeling.documents.avtaledeler import avtaleark
from boligtildeling.documents.blokker import (
    Ark,
    Avkryssing,
    Avsnitt,
    Faktalinjer,
    Overskrift,
    Sammen,
    Signatur,
    Signaturer,
    Skrivelinjer,
)
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde


def godkjenningsark(v: Godkjenningsark, kilde: Tekstkilde = VAARE) -> Ark:
    """The sheet for exactly this edition of the case, or empty (VED-6)."""
    t = Brevtekst(kilde, "godkjenningsark", v.hode, {})
    lest = Avkryssing(tuple(("tom", t(f"del_{del_}")) for del_ in v.deler))
    signatur = Signaturer((Signatur(t("signatur")),), t("etikett_dato"))
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(_fakta(v, t)),
        Overskrift(t("lest_overskrift")),
        lest,
        Avkryssing((("tom", t("ikke_skrevet")),)),
        Overskrift(t("resultat_overskrift")),
        Avkryssing((("tom", t("godkjent")), ("tom", t("returnert")))),
        Skrivelinjer(3),
        Sammen((Overskrift(t("underskrift_overskrift")), signatur)),
    )
    return avtaleark(v, t, blokker)


def _fakta(v: Godkjenningsark, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    if v.er_tom:
        tomme = ("etikett_sak", "etikett_soeker", "etikett_del_a", "etikett_del_b", "etikett_forfattere")
        return tuple((t(etikett), "") for etikett in tomme)
    return (
        (t("etikett_sak"), v.hode.saksnummer or ""),
        (t("etikett_utgave"), str(v.utgave)),
        (t("etikett_soeker"), v.hode.soeker or ""),
        (t("etikett_del_a"), t(f"a_{v.boligsosial}" if v.boligsosial else "ikke_avgjort")),
        (t("etikett_del_b"), t(f"b_{v.utfall}" if v.utfall else "ikke_avgjort")),
        (t("etikett_vilkaar"), str(v.antall_vilkaar)),
        (t("etikett_forfattere"), ", ".join(v.forfattere)),
    )
