"""The parts that letters share: the address block, how to appeal, how to answer, contact, and the law at the end."""

from typing import Protocol

from boligtildeling.casework.views.dokumentformer import Brevhode, Lovsitater, Mottaker
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Konklusjon,
    Overskrift,
    Sammen,
    Signatur,
    Signaturer,
)
from boligtildeling.documents.ord import bunntekst, topp, vannmerker
from boligtildeling.documents.tekster import Brevtekst, avsnitt

_KLAGE_FOER = ("klage_slik", "klage_hjelp")
_KLAGE_ETTER = (
    ("klage_innsyn", "klage_utsatt"),
    ("klage_kostnader", "klage_rettshjelp"),
    ("klage_sivilombudet",),
)


class Brevvisning(Protocol):
    """What a view must have to become a letter."""

    @property
    def hode(self) -> Brevhode: ...

    @property
    def mottaker(self) -> Mottaker: ...

    @property
    def regler(self) -> Lovsitater: ...


def brevark(
    v: Brevvisning, t: Brevtekst, tittel: str, blokker: tuple[Blokk, ...], flere_vannmerker: tuple[str, ...] = ()
) -> Ark:
    """The letter as a paper: letterhead, address block, body, foot."""
    return Ark(
        tittel=tittel,
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode, merke=t("unntatt_offentlighet"), mottaker=_mottakerlinjer(v, t)),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, tittel),
        vannmerker=vannmerker(v.hode, *flere_vannmerker),
    )


def _mottakerlinjer(v: Brevvisning, t: Brevtekst) -> tuple[str, ...]:
    """With address protection the letter says how it is delivered, in the place of the address."""
    if v.hode.er_skjermet:
        return (v.mottaker.navn, t("leveres_etter_avtale"))
    return (v.mottaker.navn, *v.mottaker.adresselinjer)


def til_fullmektig(v: Brevvisning, t: Brevtekst) -> tuple[Blokk, ...]:
    """Who «du» is, when the letter goes to a fullmektig or verge."""
    if v.mottaker.paa_vegne_av is None:
        return ()
    noekkel = "til_verge" if v.mottaker.rolle == "verge" else "til_fullmektig"
    faar_kopi = v.mottaker.paa_vegne_av in v.mottaker.kopi_til
    tekst = t(noekkel if faar_kopi else f"{noekkel}_uten_kopi", paa_vegne_av=v.mottaker.paa_vegne_av)
    return (Avsnitt(tekst, "ingress"),)


def klage(t: Brevtekst, *deler: str) -> tuple[Blokk, ...]:
    """How to appeal each of these parts of the decision; the time limit is never a computed day.

    Hjemmel: forvaltningsloven §§ 27, 28, 29 og 32.
    """
    return (
        Overskrift(t("klage_overskrift")),
        Konklusjon(t("klage_frist")),
        Avsnitt(t("klage_frist_digitalt")),
        *avsnitt(t, _KLAGE_FOER, *((f"klage_{del_}",) for del_ in deler), *_KLAGE_ETTER),
    )


def slik_svarer_du(t: Brevtekst, frist: str) -> tuple[Blokk, ...]:
    """By when and how to answer, before anything is decided."""
    return (
        Overskrift(t("svar_overskrift")),
        Konklusjon(t("svar_frist", frist=frist)),
        *avsnitt(t, ("svar_slik", "svar_hjelp"), ("svar_innsyn",)),
    )


def kontakt(v: Brevvisning, t: Brevtekst, godkjent_av: str | None = None) -> tuple[Blokk, ...]:
    """Whom to ask, who has written it, who has approved it, and who gets a copy."""
    return (Sammen(_kontakt(v, t, godkjent_av)),)


def regler(v: Brevvisning, t: Brevtekst) -> tuple[Blokk, ...]:
    """The law that the letter rests on, last; what is not in force is not cited."""
    linjer = _regler(v, t)
    return (Sammen(linjer),) if linjer else ()


def kontakt_og_regler(
    v: Brevvisning, t: Brevtekst, godkjent_av: str | None = None, *, til_etat: bool = False, underskriver: str = ""
) -> tuple[Blokk, ...]:
    """Both, on one page, so that no page has the rules alone.

    A letter to another authority (`til_etat`) offers no interpreter. One that `underskriver` signs has a line for it.
    """
    return (Sammen((*_kontakt(v, t, godkjent_av, til_etat, underskriver), *_regler(v, t))),)


def _kontakt(
    v: Brevvisning, t: Brevtekst, godkjent_av: str | None, til_etat: bool = False, underskriver: str = ""
) -> tuple[Blokk, ...]:
    navn = (
        (t("etikett_saksbehandler"), v.hode.saksbehandler or ""),
        (t("etikett_godkjent"), godkjent_av or ""),
        (t("etikett_kopi"), ", ".join(v.mottaker.kopi_til)),
    )
    elektronisk = t("godkjent_elektronisk" if godkjent_av else "uten_underskrift")
    return (
        Overskrift(t("kontakt_overskrift")),
        *avsnitt(t, ("kontakt",) if til_etat else ("kontakt", "tolk")),
        Avsnitt(t("hilsen"), "avslutning"),
        Avsnitt(f"{v.hode.kommune}, {v.hode.enhet}"),
        Faktalinjer(tuple(par for par in navn if par[1])),
        Signaturer((Signatur(underskriver),), t("etikett_dato")) if underskriver else Avsnitt(elektronisk, "liten"),
    )


def _regler(v: Brevvisning, t: Brevtekst) -> tuple[Blokk, ...]:
    """One line needs no heading."""
    linjer = tuple(Avsnitt(t(f"regler_{om}", sitat=sitat), "liten") for om, sitat in v.regler if sitat)
    return (Overskrift(t("regler_overskrift"), 3), *linjer) if len(linjer) > 1 else linjer
