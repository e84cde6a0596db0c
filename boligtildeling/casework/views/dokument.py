"""Fills the view that a document is made of, by the document's name."""

from collections.abc import Callable
from typing import Any, get_args

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.views import dokument_bolig, dokument_brev, dokument_planer, dokument_vedtak
from boligtildeling.casework.views.boforhold import papirer as boforhold
from boligtildeling.casework.views.boforhold import utleiebrev
from boligtildeling.casework.views.brevformer import Spraak
from boligtildeling.casework.views.dokument_betaling import betalingsplan, tom_betalingsplan
from boligtildeling.casework.views.dokument_sjekkliste import sjekkliste, tom_sjekkliste
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.dokumenttyper import fra_data
from boligtildeling.casework.views.papirskjerming import krev_uten_adresser
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.sjekkliste import Sjekkliste

Fyller = Callable[[Arbeid, Grunnlag], Any]
TomFyller = Callable[[Arbeid, str], Any]
_SJEKKLISTE = "sjekkliste-"
_FOELGEARK = "foelgeark-"
_ADRESSEN = "adressevedlegg"
_FYLLERE: dict[str, Fyller] = {
    "vedtak": dokument_vedtak.vedtaksbrev,
    "bekreftelse-muntlig-vedtak": dokument_vedtak.bekreftelse,
    "godkjenningsark": dokument_vedtak.godkjenningsark,
    "tilbud": dokument_bolig.tilbudsbrev,
    "leieavtale": dokument_bolig.leieavtale,
    _ADRESSEN: dokument_bolig.adressevedlegg,
    "noekkelkvittering": dokument_bolig.noekkelkvittering,
    "boligsjekkliste": dokument_bolig.boligsjekkliste,
    "oppfoelgingsavtale": dokument_planer.oppfoelgingsavtale,
    "nedbetalingsavtale": dokument_planer.nedbetalingsavtale,
    "samtykke-sosialhjelp": dokument_planer.samtykke("sosialhjelp"),
    "samtykke-bostoette": dokument_planer.samtykke("bostoette"),
    "samtykke-deling": dokument_planer.samtykke("deling"),
    "tjenesteoversikt": dokument_planer.tjenesteoversikt,
    "betalingsplan": betalingsplan,
    "utflyttingsprotokoll": boforhold.utflyttingsprotokoll,
}
_TOMME: dict[str, TomFyller] = {
    "boligsjekkliste": dokument_bolig.tom_boligsjekkliste,
    "godkjenningsark": dokument_vedtak.tomt_godkjenningsark,
    "oppfoelgingsavtale": dokument_planer.tom_oppfoelgingsavtale,
    "nedbetalingsavtale": dokument_planer.tom_nedbetalingsavtale,
    "samtykke-sosialhjelp": dokument_planer.tomt_samtykke("sosialhjelp"),
    "samtykke-bostoette": dokument_planer.tomt_samtykke("bostoette"),
    "samtykke-deling": dokument_planer.tomt_samtykke("deling"),
    "tjenesteoversikt": dokument_planer.tom_tjenesteoversikt,
    "betalingsplan": tom_betalingsplan,
    "garantierklaering": utleiebrev.tom_garanti,
    "utflyttingsprotokoll": boforhold.tom_utflyttingsprotokoll,
    "noekkelinnlevering": boforhold.tom_noekkelinnlevering,
    "etterevaluering": boforhold.tom_etterevaluering,
}


def dokumentvisning(arbeid: Arbeid, navn: str) -> Any:
    """The view that document `navn` is made of; refused with a sentence when the case has nothing to make it from.

    For a protected case it is refused when a text in it tells where someone lives.
    """
    g = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    visning = _fyll(arbeid, g, navn)
    if navn != _ADRESSEN:
        krev_uten_adresser(arbeid, g.bolig, visning)
    return visning


def _fyll(arbeid: Arbeid, g: Grunnlag, navn: str) -> Any:
    if navn.startswith(_SJEKKLISTE):
        return sjekkliste(arbeid, g, navn.removeprefix(_SJEKKLISTE))
    if (spraak := _spraak(navn)) is not None:
        return dokument_brev.foelgeark(arbeid, spraak)
    return _FYLLERE[navn](arbeid, g) if navn in _FYLLERE else _sist_sendt(arbeid, navn)


def _sist_sendt(arbeid: Arbeid, navn: str) -> Any:
    """The view of a letter as it was when it was sent: what it says stands nowhere else."""
    slag = DOKUMENTER[navn]
    sendt = [d for d in arbeid.sak.dokumenter if d.navn == navn and d.visning is not None]
    if not sendt or sendt[-1].visning is None:
        nekt("STEG", f"«{slag.tittel}» er ikke sendt i denne saken. {slag.naar}")
    return fra_data(navn, sendt[-1].visning)


def tom_visning(arbeid: Arbeid, navn: str, liste: Sjekkliste, maalform: str = "nb") -> Any:
    """The empty form of a document that can be printed empty."""
    if navn.startswith(_SJEKKLISTE):
        return tom_sjekkliste(arbeid, liste, navn.removeprefix(_SJEKKLISTE), maalform)
    if (spraak := _spraak(navn)) is not None:
        return dokument_brev.foelgeark(arbeid, spraak)
    return _TOMME[navn](arbeid, maalform)


def _spraak(navn: str) -> Spraak | None:
    """The language of a følgeark; None for any other document."""
    return next((s for s in get_args(Spraak) if navn == _FOELGEARK + s), None)
