"""The lease: what the law says it must hold, and nothing that it may not."""

from itertools import count

from boligtildeling.casework.views.dokumentformer import Leieavtale
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Liste,
    Overskrift,
    Sammen,
    Signatur,
    Signaturer,
)
from boligtildeling.documents.ord import bunntekst, stor_forbokstav, topp, vannmerker, vis_konto, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato

_FOERSTE_LEIE = ("leie_foerste_beloep", "leie_foerste_forfall", "leie_foerste_noekkel")
_LEIE = (
    ("leie_beloep", "leie_inkludert", "leie_tillegg"),
    ("leie_forfall", "leie_forskudd"),
    _FOERSTE_LEIE,
    ("leie_konto", "leie_bank", "leie_avtalegiro"),
    ("leie_kpi",),
    ("leie_gjengs",),
    ("leie_sikkerhet",),
)
_OVERTAKELSE = (
    ("overtakelse_dato", "overtakelse_noekler"),
    ("overtakelse_stand", "overtakelse_protokoll", "overtakelse_feil"),
    ("overtakelse_forsinket",),
)
_BRUK = (
    ("vedlikehold_utleier", "vedlikehold_leier", "roeykvarsler"),
    ("meld_feil", "husordensregler"),
    ("tilsyn",),
    ("forsikring",),
    ("tjenester",),
)
_FRAVIKELSE = (
    ("fravikelse_forklaring", "fravikelse_betaling"),
    ("varsel_sosialtjenesten", "varsel_reservasjon"),
)


def leieavtale(v: Leieavtale, kilde: Tekstkilde = VAARE) -> Ark:
    """The lease of a municipal dwelling.

    Hjemmel: husleieloven §§ 9-2 og 11-1, tvangsfullbyrdelsesloven § 13-2.
    """
    t = _tekster(v, kilde)
    punkter = (
        *_parter(v, t),
        *_bolig(v, t),
        *_saerregler(v, t),
        *_varighet(v, t),
        *_leie(v, t),
        *_overtakelse(v, t),
        *(Overskrift(t("bruk_overskrift")), *avsnitt(t, *_BRUK)),
        *_husstand(v, t),
        *_fravikelse(v, t),
        *(Overskrift(t("utflytting_overskrift")), *avsnitt(t, ("tilbakelevering",))),
        *(Overskrift(t("tvister_overskrift")), *avsnitt(t, ("tvister", "loven_gjelder"))),
    )
    blokker = (Overskrift(t("tittel"), 1), *_nummerert(punkter), *_slutt(v, t))
    return Ark(
        tittel=t("tittel"),
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, t("tittel")),
        vannmerker=vannmerker(v.hode),
    )


def _tekster(v: Leieavtale, kilde: Tekstkilde) -> Brevtekst:
    felt = {
        "foerste_husleie": str(v.foerste_husleie),
        "forfall": vis_dato(v.foerste_forfall),
        "forfallsdag": str(v.forfallsdag),
        "fra_dato": vis_dato(v.fra_dato),
        "husleie": str(v.husleie),
        "inkludert": v.inkludert,
        "kid": v.kid,
        "kontonummer": vis_konto(v.kontonummer),
        "overtakelse_dato": vis_dato(v.overtakelse_dato),
        "til_dato": vis_valgfri_dato(v.til_dato),
        "energiattest_dato": vis_valgfri_dato(v.energiattest_dato),
    }
    return Brevtekst(kilde, "leieavtale", v.hode, felt)


def _nummerert(blokker: tuple[Blokk, ...]) -> tuple[Blokk, ...]:
    """The headings numbered, so that a point of the lease can be named."""
    nummer = count(1)
    return tuple(
        Overskrift(f"{next(nummer)}. {blokk.tekst}") if isinstance(blokk, Overskrift) else blokk for blokk in blokker
    )


def _parter(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    linjer = [(t("etikett_utleier"), v.utleier)]
    for nummer, (navn, foedt) in enumerate(v.leiere):
        linjer.append((t("etikett_medleier" if nummer else "etikett_leier"), navn))
        if foedt:
            linjer.append((t("etikett_foedselsdato"), vis_dato(foedt)))
    linjer += [(t("etikett_verge"), navn) for navn, _ in v.verger]
    verger = tuple(Avsnitt(t("parter_verge", verge_navn=n, verge_mandat=m)) for n, m in v.verger if m)
    return (
        Overskrift(t("parter_overskrift")),
        Faktalinjer(tuple(linjer)),
        *avsnitt(t, ("parter_du",), ("parter_forvalter", "parter_fullmakt")),
        *verger,
        *avsnitt(t, ("parter_vedtak",)),
    )


def _bolig(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    b = v.bolig
    linjer = (
        (t("etikett_adresse"), b.adresse or t("adresse_i_vedlegg")),
        (t("etikett_bruksenhet"), b.bruksenhetsnummer or ""),
        (t("etikett_boligtype"), stor_forbokstav(t(f"boligtype_{b.boligtype}"))),
        (t("etikett_soverom"), str(b.antall_soverom)),
        (t("etikett_bruksareal"), f"{b.bruksareal}\N{NO-BREAK SPACE}m²" if b.bruksareal else ""),
    )
    return (
        Overskrift(t("bolig_overskrift")),
        Faktalinjer(tuple(par for par in linjer if par[1])),
        *avsnitt(t, ("bolig_tillegg",)),
    )


def _er_saklig(v: Leieavtale) -> bool:
    """Short by husleieloven § 9-3 first paragraph b, not by husleieloven § 11-1 sixth paragraph."""
    grunner = v.kontraktsvalg.saerlige_grunner
    return grunner is not None and grunner.kategori == "annen_saklig_grunn"


def _saerregler(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    unntak = t.alle("unntak_avtalt_")
    if v.til_dato and v.kontraktsvalg.er_kort and not _er_saklig(v):
        unntak = (*unntak, t("unntak_kort"))
    return (
        Overskrift(t("saerregler_overskrift")),
        Avsnitt(t("klausul_vanskeligstilte"), "viktig"),
        Avsnitt(t("klausul_unntak"), "innledende"),
        Liste(unntak or (t("unntak_ingen"),)),
    )


def _varighet(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    overskrift = Overskrift(t("varighet_overskrift"))
    if v.til_dato is None:
        oppsigelse = ("oppsigelse_tidsubestemt", "oppsigelse_utleier")
        return (overskrift, *avsnitt(t, ("varighet_tidsubestemt",), oppsigelse))
    return (
        overskrift,
        *avsnitt(t, ("varighet_tidsbestemt",)),
        Avsnitt(t("klausul_oppsigelse"), "viktig"),
        *_kort(v, t),
        *avsnitt(t, ("varighet_etter_utloep", "varighet_forlengelse")),
    )


def _kort(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    valg = v.kontraktsvalg
    if not valg.er_kort:
        return ()
    blokker: list[Blokk] = []
    if valg.saerlige_grunner:
        overgang = t("varighet_kort_saklig" if _er_saklig(v) else "varighet_kort_saerlig")
        blokker += [Avsnitt(overgang, "innledende"), Avsnitt(valg.saerlige_grunner.grunn)]
    if valg.tungtveiende_grunner:
        blokker += [Avsnitt(t("varighet_kort_tungtveiende"), "innledende")]
        blokker.append(Avsnitt(valg.tungtveiende_grunner))
    return tuple(blokker)


def _leie(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    """The rent; an extension has no first rent before a key."""
    punkter = (ledd for ledd in _LEIE if not (v.er_forlengelse and ledd == _FOERSTE_LEIE))
    return (Overskrift(t("leie_overskrift")), *avsnitt(t, *punkter))


def _overtakelse(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    attest = "energiattest_vist" if v.energiattest_dato else "energiattest_unntatt"
    punkter = (("overtakelse_forlengelse",),) if v.er_forlengelse else _OVERTAKELSE
    return (Overskrift(t("overtakelse_overskrift")), *avsnitt(t, *punkter, (attest,)))


def _husstand(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    return (Overskrift(t("husstand_overskrift")), *_beboere(v, t), *avsnitt(t, ("husstand_opptak",)))


def _beboere(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    """Who lives there; nobody is named when the case is protected."""
    if v.hode.er_skjermet:
        return ()
    navn = tuple(dict.fromkeys((*(leier for leier, _ in v.leiere), *v.husstand)))
    if len(navn) == 1:
        return avsnitt(t, ("husstand_alene",))
    return (Avsnitt(t("husstand_innledning"), "innledende"), Liste(navn))


def _fravikelse(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    klausuler = ("klausul_fravikelse_a", "klausul_fravikelse_b") if v.til_dato else ("klausul_fravikelse_a",)
    return (
        Overskrift(t("fravikelse_overskrift")),
        *(Avsnitt(t(klausul), "viktig") for klausul in klausuler),
        *avsnitt(t, *_FRAVIKELSE),
    )


def _slutt(v: Leieavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    vedlegg = ["vedlegg_adresse"] if v.bolig.adresse is None else []
    vedlegg += ["vedlegg_husordensregler", "vedlegg_boligsjekkliste"]
    if v.energiattest_dato:
        vedlegg.append("vedlegg_energiattest")
    return (
        Overskrift(t("vedlegg_overskrift")),
        Liste(tuple(t(noekkel) for noekkel in vedlegg)),
        Sammen((Overskrift(t("signatur_overskrift")), *avsnitt(t, ("signatur",)), _signaturer(v, t))),
    )


def _signaturer(v: Leieavtale, t: Brevtekst) -> Signaturer:
    navn = {"utleier": v.utleier, "leier": v.leiere[0][0]}
    if len(v.leiere) > 1:
        navn["medleier"] = v.leiere[1][0]
    linjer = [Signatur(f"{t(f'etikett_{part}')}: {navn[part]}", vis_valgfri_dato(dag)) for part, dag in v.signert]
    linjer += [Signatur(f"{t('etikett_verge')}: {verge}") for verge, _ in v.verger]
    return Signaturer((*linjer, Signatur(t("etikett_vitne"))), t("etikett_dato"))
