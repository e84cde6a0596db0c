"""The receipt for the keys: who got which, on what proof, and what stood ready first."""

from boligtildeling.casework.views.dokumentformer import Noekkelkvittering
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Kolonne,
    Liste,
    Overskrift,
    Sammen,
    Signatur,
    Signaturer,
    Tabell,
)
from boligtildeling.documents.ord import bunntekst, ordet, topp, vannmerker, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato


def noekkelkvittering(v: Noekkelkvittering, kilde: Tekstkilde = VAARE) -> Ark:
    """The receipt; without the address when the tenant is protected."""
    t = _tekster(v, kilde)
    blokker = (
        Overskrift(t("tittel"), 1),
        *_utlevering(v, t),
        *_noekler(v, t),
        *_grunnlag(v, t),
        *_unntak_og_utsatt(v, t),
        Overskrift(t("regler_overskrift")),
        Liste((t("kopi"), f"{t('tap')} {t('erstatning')}", t("innlevering"))),
        Sammen((Avsnitt(t("signatur"), "avslutning"), _signaturer(v, t))),
    )
    return Ark(
        tittel=t("tittel"),
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, t("tittel")),
        vannmerker=vannmerker(v.hode),
    )


def _tekster(v: Noekkelkvittering, kilde: Tekstkilde) -> Brevtekst:
    felt = {
        "adresse": v.bolig.adresse if v.bolig else None,
        "betalt": str(v.betalt),
        "dato": vis_dato(v.tidspunkt.date()),
        "foerste_husleie": str(v.foerste_husleie),
        "fullmakt": v.fullmakt,
        "klokkeslett": f"{v.tidspunkt:%H.%M}",
        "kontrakt_signert_dato": vis_valgfri_dato(v.kontrakt_signert_dato),
        "legitimasjon": v.legitimasjon,
        "mottaker": v.mottaker,
        "utlevert_av": v.utlevert_av,
    }
    return Brevtekst(kilde, "noekkelkvittering", v.hode, felt)


def _utlevering(v: Noekkelkvittering, t: Brevtekst) -> tuple[Blokk, ...]:
    uten_adresse = v.hode.er_skjermet or v.bolig is None or v.bolig.adresse is None
    linjer = [t("mottatt_uten_adresse" if uten_adresse else "mottatt"), t("utlevert"), t("legitimasjon")]
    if v.fullmakt:
        linjer.append(t("fullmakt"))
    return tuple(Avsnitt(linje) for linje in linjer)


def _noekler(v: Noekkelkvittering, t: Brevtekst) -> tuple[Blokk, ...]:
    kolonner = (Kolonne(t("etikett_merke"), 0.8), Kolonne(t("etikett_antall"), 0.2, hoeyrestilt=True))
    rader = tuple((n.merke, str(n.antall)) for n in v.noekler)
    return (Overskrift(t("noekler_overskrift")), Tabell(kolonner, rader))


def _grunnlag(v: Noekkelkvittering, t: Brevtekst) -> tuple[Blokk, ...]:
    linjer = []
    if v.kontrakt_signert_dato:
        linjer.append(t("kontrakt_signert"))
    if v.vilkaar_kontrollert:
        linjer.append(t("vilkaar"))
    if v.foerste_husleie is not None and v.betalt is not None:
        dekket = v.betalt >= v.foerste_husleie
        linjer.append(t("foerste_husleie_dekket" if dekket else "foerste_husleie_unntak"))
    return (Overskrift(t("grunnlag_overskrift")), Liste(tuple(linjer))) if linjer else ()


def _unntak_og_utsatt(v: Noekkelkvittering, t: Brevtekst) -> tuple[Blokk, ...]:
    unntak = tuple(t("unntak_rad", kode=k, grunn=_skjul(v, grunn), gitt_av=av) for k, grunn, av in v.unntak)
    utsatt = tuple(
        t("utsatt_rad", kode=k, punkt=punkt, frist=vis_dato(frist), ansvarlig=av) for k, punkt, frist, av in v.utsatt
    )
    return (
        *((Overskrift(t("unntak_overskrift")), Liste(unntak)) if unntak else ()),
        *((Overskrift(t("utsatt_overskrift")), Liste(utsatt)) if utsatt else ()),
    )


def _skjul(v: Noekkelkvittering, tekst: str) -> str:
    """Free text may tell where someone lives, so it stays off the paper of a protected case."""
    return ordet("staar_i_saken", v.hode.maalform).lower() if v.hode.er_skjermet else tekst


def _signaturer(v: Noekkelkvittering, t: Brevtekst) -> Signaturer:
    linjer = (
        Signatur(f"{t('etikett_mottaker')}: {v.mottaker}"),
        Signatur(f"{t('etikett_utlevert_av')}: {v.utlevert_av}"),
    )
    return Signaturer(linjer)
