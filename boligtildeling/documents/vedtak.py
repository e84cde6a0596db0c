"""The decision letter: result first, then the decision, the reasons, how to complain, and the law last."""

from boligtildeling.casework.views.dokumentformer import Vedtaksbrev
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
from boligtildeling.documents.brevdeler import brevark, klage, kontakt, regler, til_fullmektig
from boligtildeling.documents.ord import ordet, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.documents.vedtaksfakta import fakta
from boligtildeling.domain.datoer import vis_dato

_VEILEDNING = ("oekonomi", "bostoette", "startlaan", "ny_soeknad")


def vedtaksbrev(v: Vedtaksbrev, kilde: Tekstkilde = VAARE) -> Ark:
    """The letter that tells the applicant what is decided: two conclusions, each with its own body of appeal.

    The same letter confirms a decision that was given by word of mouth. The time limit is never a computed day, since
    it runs from the day the letter arrives.

    Hjemmel: forvaltningsloven §§ 23, 24, 25, 27 og 29, boligsosialloven § 7.
    """
    t = _tekster(v, kilde)
    blokker = (
        Overskrift(_tittel(v, t), 1),
        *_innledning(v, t),
        *_avgjoerelse(v, t),
        *_vilkaar(v, t),
        *_videre(v, t),
        *_begrunnelse(v, t),
        *_veiledning(v, t),
        *klage(t, "a", "b"),
        *kontakt(v, t, v.godkjent_av),
        *regler(v, t),
    )
    tittel = t("tittel_muntlig") if v.muntlig_dato else ordet("vedtak", v.hode.maalform)
    return brevark(v, t, tittel, blokker, ("UTKAST",) if v.er_utkast else ())


def _tekster(v: Vedtaksbrev, kilde: Tekstkilde) -> Brevtekst:
    felt = {
        "klageinstans_a": v.klageinstans_a,
        "klageinstans_b": v.klageinstans_b,
        "muntlig_dato": vis_valgfri_dato(v.muntlig_dato),
        "restanse": str(v.restanse),
        "soeknad_dato": vis_dato(v.soeknad_dato),
    }
    return Brevtekst(kilde, "vedtak", v.hode, felt)


def _tittel(v: Vedtaksbrev, t: Brevtekst) -> str:
    utfall, faar_hjelp = v.innhold.utfall, v.innhold.boligsosial.konklusjon == "vanskeligstilt"
    if utfall is None:
        return ordet("vedtak", v.hode.maalform)
    if utfall == "avvist":
        return t("overskrift_avvist")
    if utfall == "innvilget" or v.soeknadstype != "ny":
        return t(f"overskrift_{utfall}_{v.soeknadstype}")
    return t("overskrift_avslag_med_hjelp" if faar_hjelp else "overskrift_avslag")


def _innledning(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    merknad = (t("utkast"),) if v.er_utkast else (t("muntlig"),) if v.muntlig_dato else ()
    saken = f"{t(f'innledning_{v.soeknadstype}')} {t('innledning_to_deler')}"
    return (*(Avsnitt(m, "ingress") for m in merknad), *til_fullmektig(v, t), Avsnitt(saken, "ingress"))


def _avgjoerelse(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    return (
        Overskrift(t("avgjoerelse_overskrift")),
        Overskrift(t("a_overskrift"), 3),
        *_del_a(v, t),
        Overskrift(t("b_overskrift"), 3),
        *_del_b(v, t),
    )


def _del_a(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    konklusjon, bistand = v.innhold.boligsosial.konklusjon, v.innhold.boligsosial.bistand.strip()
    if konklusjon is None:
        return (Avsnitt(ordet("ikke_skrevet", v.hode.maalform)),)
    if konklusjon == "ikke_vanskeligstilt":
        return (Konklusjon(t("a_ikke_vanskeligstilt")),)
    hjelp = (Avsnitt(t("a_bistand"), "innledende"), Avsnitt(bistand)) if bistand else ()
    return (Konklusjon(t("a_vanskeligstilt")), *hjelp)


def _del_b(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    utfall, slag = v.innhold.utfall, v.soeknadstype
    if utfall is None:
        return (Avsnitt(ordet("ikke_skrevet", v.hode.maalform)),)
    if utfall == "innvilget":
        mindre = (Avsnitt(t("mindre_enn_omsoekt")),) if v.faerre_soverom else ()
        return (Konklusjon(t(f"b_innvilget_{slag}")), Faktalinjer(fakta(v, t)), *mindre, *_kontraktsgrunn(v, t))
    noekkel = "b_avvist" if utfall == "avvist" else "b_avslag" if slag == "ny" else f"b_avslag_{slag}"
    return (Konklusjon(t(noekkel)),)


def _kontraktsgrunn(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    valg = v.kontraktsvalg
    if valg is None:
        return ()
    blokker: list[Blokk] = [Avsnitt(t("kontrakt_grunn"), "innledende"), Avsnitt(valg.begrunnelse)]
    if valg.er_kort and valg.saerlige_grunner:
        blokker += [Avsnitt(t("kontrakt_kort"), "innledende"), Avsnitt(valg.saerlige_grunner.grunn)]
    if valg.er_kort and valg.tungtveiende_grunner:
        blokker += [Avsnitt(t("kontrakt_kort_igjen"), "innledende"), Avsnitt(valg.tungtveiende_grunner)]
    return tuple(blokker)


def _vilkaar(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    if not v.innhold.vilkaar or not v.innhold.er_innvilgelse:
        return ()
    kolonner = (
        Kolonne(ordet("vilkaar", v.hode.maalform), 0.29),
        Kolonne(t("etikett_vilkaar_grunn"), 0.27),
        Kolonne(t("etikett_vilkaar_oppfylles"), 0.27),
        Kolonne(t("etikett_vilkaar_frist"), 0.17),
    )
    rader = tuple((x.tekst, x.grunn, x.oppfylles, vis_valgfri_dato(x.frist)) for x in v.innhold.vilkaar)
    return (Overskrift(t("vilkaar_overskrift")), Tabell(kolonner, rader), Avsnitt(t("vilkaar_konsekvens")))


def _videre(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    if v.innhold.utfall != "innvilget":
        return ()
    flytter = v.soeknadstype != "forlengelse"
    videre = (("venteliste", "visning"), ("endringer",)) if flytter else (("endringer",),)
    info = (
        ("info_foerste_husleie", "info_restanse", "info_bostoette") if flytter else ("info_restanse", "info_bostoette")
    )
    return (
        Overskrift(t("videre_overskrift")),
        *avsnitt(t, *videre),
        Overskrift(t("info_overskrift")),
        Liste(tuple(t(noekkel) for noekkel in info)),
    )


def _begrunnelse(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    barn = (Avsnitt(t("barn_vurdert")),) if v.har_barn else ()
    vedlegg = (Avsnitt(t("begrunnelse_vedlegg"), "innledende"), Liste(v.vedlegg)) if v.vedlegg else ()
    return (
        Overskrift(t("begrunnelse_overskrift")),
        Avsnitt(t("begrunnelse_grunnlag")),
        *vedlegg,
        *((Avsnitt(t("begrunnelse_forelagt")),) if v.forelagt else ()),
        Avsnitt(v.innhold.begrunnelse),
        *((Avsnitt(t("alternativer_vurdert")),) if v.alternativer_vurdert else ()),
        *barn,
        Faktalinjer(((t("etikett_regel_a"), t("regel_a")), (t("etikett_regel_b"), t("regel_b")))),
    )


def _veiledning(v: Vedtaksbrev, t: Brevtekst) -> tuple[Blokk, ...]:
    if v.innhold.utfall in {None, "innvilget"}:
        return ()
    hjelp = _VEILEDNING if v.soeknadstype == "bytte" else ("midlertidig", "nav", *_VEILEDNING)
    return (Overskrift(t("veiledning_overskrift")), Liste(tuple(t(f"veiledning_{h}") for h in hjelp)))
