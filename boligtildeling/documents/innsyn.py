"""The package that a person gets of their own information: case by case, part by part."""

from boligtildeling.casework.views.innsyn import Innsynsark
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Faktalinjer, Liste, Overskrift
from boligtildeling.documents.ord import bunntekst, topp, vannmerker
from boligtildeling.documents.tekster import VAARE, Brevtekst
from boligtildeling.documents.tekstkilde import Tekstkilde
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.innsyn import Saksinnhold


def innsynspakke(v: Innsynsark, kilde: Tekstkilde = VAARE) -> Ark:
    """Everything that is given out, under headings, with the reasons for what is not."""
    t = Brevtekst(kilde, "innsynspakke", v.hode, {"dato": vis_dato(v.hode.dato), "innsyn": v.innsynshjemmel})
    blokker = (
        Overskrift(t("tittel"), 1),
        Avsnitt(t("ingress"), "ingress"),
        Avsnitt(t("retten")),
        *(blokk for sak in v.saker for blokk in _sak(sak, t)),
        *_fjernet(v, t),
        Avsnitt(t("retting"), "avslutning"),
    )
    return Ark(
        tittel=t("tittel"),
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode, mottaker=(v.person,)),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, t("tittel")),
        vannmerker=vannmerker(v.hode),
    )


def _sak(sak: Saksinnhold, t: Brevtekst) -> tuple[Blokk, ...]:
    deler: list[Blokk] = [Overskrift(t("sak", saksnummer=sak.saksnummer), 2)]
    for avsnitt in sak.avsnitt:
        deler.append(Overskrift(avsnitt.tittel, 3))
        deler.append(Faktalinjer(tuple((o.etikett or avsnitt.tittel, o.verdi) for o in avsnitt.opplysninger)))
    return tuple(deler)


def _fjernet(v: Innsynsark, t: Brevtekst) -> tuple[Blokk, ...]:
    if not v.fjernet:
        return ()
    grunner = Liste(tuple(t("fjernet_grunn", grunn=grunn, hjemmel=hjemmel) for grunn, hjemmel in v.fjernet))
    innledning = Avsnitt(t("fjernet_forklart"), "innledende")
    return (Overskrift(t("fjernet"), 2), innledning, grunner, Avsnitt(t("klage")))
