"""The papers of moving out: the protocol room by room, and the receipt for the keys that came back."""

from boligtildeling.casework.views.boforhold.former import Noekkelinnlevering, Utflyttingsprotokoll
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer, skrivefelt, underskrift
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Overskrift,
    Sammen,
    Skrivelinjer,
    Tabell,
)
from boligtildeling.documents.boligsjekkliste import Maalformvalg, maalerne, rommene
from boligtildeling.documents.ord import ordet, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato

_SKRIVEHOEYDE_MM = 8.0
_TOMME_RADER = 3
_MERKNADSFELT = ("feil", "uenig", "loesoere")


def utflyttingsprotokoll(v: Utflyttingsprotokoll, kilde: Tekstkilde = VAARE) -> Ark:
    """The same rooms as when they moved in; the new address is not asked for when anyone is protected.

    Hjemmel: husleieloven §§ 10-2, 10-3 og 10-4.
    """
    t, liste, m = Brevtekst(kilde, "utflyttingsprotokoll", v.hode, {}), Maalformvalg(v.hode.maalform), v.hode.maalform
    adresse = () if v.hode.er_skjermet else ((ordet("adresse", m), (v.bolig.adresse or "") if v.bolig else ""),)
    fakta = (
        *adresse,
        *partslinjer(ordet("leier", m), v.leiere),
        (t("etikett_utflytting"), vis_valgfri_dato(v.utflytting_dato)),
    )
    rader = tuple((n.merke, str(n.antall), "") for n in v.noekler) or (("", "", ""),) * _TOMME_RADER
    foerste, *andre = ((Avsnitt(t(felt)), Skrivelinjer(2)) for felt in _MERKNADSFELT)
    merknader = (Sammen((Overskrift(t("merknader_overskrift")), *foerste)), *(Sammen(felt) for felt in andre))
    ny_adresse = () if v.hode.er_skjermet else (skrivefelt(t("ny_adresse"), t("telefon")),)
    blokker = (
        Avsnitt(t("innledning"), "ingress"),
        Faktalinjer(fakta),
        *(blokk for rom in rommene(v, liste) for blokk in rom),
        *maalerne(v, liste),
        Overskrift(t("retur_overskrift")),
        Tabell(_noekkelkolonner(t), rader, _SKRIVEHOEYDE_MM, samlet=True),
        *merknader,
        Sammen((*avsnitt(t, ("krav",)), *ny_adresse, *underskrift(t, v.leiere, v.hode.boligforvalter))),
    )
    return avtaleark(v, t, blokker)


def _noekkelkolonner(t: Brevtekst) -> tuple[Kolonne, ...]:
    return (
        Kolonne(t("etikett_merke"), 0.56),
        Kolonne(t("etikett_utlevert"), 0.18),
        Kolonne(t("etikett_levert"), 0.26),
    )


def noekkelinnlevering(v: Noekkelinnlevering, kilde: Tekstkilde = VAARE) -> Ark:
    """The receipt: which keys came back, of those that were handed out; filled, or to fill in by hand."""
    t = Brevtekst(kilde, "noekkelinnlevering", v.hode, {})
    adresse = ((t("etikett_bolig"), v.bolig_adresse or ""),) if v.er_tom or v.bolig_adresse else ()
    fakta = (*partslinjer(t("etikett_leier"), v.leiere), *adresse, *_levering(v, t))
    rader = (
        tuple((n.merke, str(n.antall), "" if tilbake is None else str(tilbake)) for n, tilbake in v.noekler)
        or (("", "", ""),) * _TOMME_RADER
    )
    har_alle = bool(v.noekler) and all(tilbake is not None and tilbake >= n.antall for n, tilbake in v.noekler)
    blokker: tuple[Blokk, ...] = (
        Faktalinjer(fakta),
        Overskrift(t("noekler_overskrift")),
        Tabell(_noekkelkolonner(t), rader, 0 if v.noekler else _SKRIVEHOEYDE_MM, samlet=True),
        *avsnitt(t, ("alle" if har_alle else "mangler",)),
        *underskrift(t, (v.levert_av or t("etikett_levert_av"),), v.hode.boligforvalter),
    )
    return avtaleark(v, t, blokker)


def _levering(v: Noekkelinnlevering, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    tid = ""
    if v.tidspunkt is not None:
        tid = t("tid", dato=vis_dato(v.tidspunkt.date()), klokkeslett=f"{v.tidspunkt:%H.%M}")
    return (
        (t("etikett_tid"), tid),
        (t("etikett_levert_av"), v.levert_av or ""),
        (t("etikett_mottatt_av"), v.mottatt_av or ""),
    )
