"""How each document is made: what builds it, where its texts stand, what must be on it and what may not."""

from collections.abc import Callable
from typing import Any

from boligtildeling.casework.views.dokumentslag import DOKUMENTER, FOELGEARKSPRAAK
from boligtildeling.documents import krav_til_avtaler as av
from boligtildeling.documents import krav_til_brev as br
from boligtildeling.documents import krav_til_leieavtale as le
from boligtildeling.documents import krav_til_vedtak as ve
from boligtildeling.documents.adressevedlegg import adressevedlegg
from boligtildeling.documents.betalingsplan import betalingsplan
from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.boforhold.oppskrifter import BOFORHOLD
from boligtildeling.documents.boligsjekkliste import boligsjekkliste
from boligtildeling.documents.foelgeark import FOELGEARK, foelgeark
from boligtildeling.documents.godkjenningsark import godkjenningsark
from boligtildeling.documents.leieavtale import leieavtale
from boligtildeling.documents.maa_staa import Krav, sperrer_for_papir
from boligtildeling.documents.nedbetalingsavtale import nedbetalingsavtale
from boligtildeling.documents.noekkelkvittering import noekkelkvittering
from boligtildeling.documents.oppfoelgingsavtale import oppfoelgingsavtale
from boligtildeling.documents.opphevelse import opphevelse
from boligtildeling.documents.oppskrift import Oppskrift
from boligtildeling.documents.saksbrev import anmodning, foreleggelse, foreloepig_svar, forhaandsvarsel
from boligtildeling.documents.samtykke import samtykke
from boligtildeling.documents.sjekklister import sjekkliste
from boligtildeling.documents.tekster import VAARE
from boligtildeling.documents.tekstkilde import FELLES, Tekstkilde
from boligtildeling.documents.tilbud import tilbudsbrev
from boligtildeling.documents.tjenesteoversikt import tjenesteoversikt
from boligtildeling.documents.vedtak import vedtaksbrev
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.soeknad import MAALFORMER


def _uten_tekster(bygg: Callable[[Any], Ark], krav: tuple[Krav, ...] = ()) -> Oppskrift:
    return Oppskrift(lambda visning, _: bygg(visning), krav=krav)


OPPSKRIFTER: dict[str, Oppskrift] = {
    "foreloepig-svar": Oppskrift(foreloepig_svar, "foreloepig-svar", br.FORELOEPIG_SVAR),
    "anmodning-opplysninger": Oppskrift(anmodning, "anmodning-opplysninger", br.ANMODNING),
    "foreleggelse": Oppskrift(foreleggelse, "foreleggelse", br.FORELEGGELSE),
    "forhaandsvarsel": Oppskrift(forhaandsvarsel, "forhaandsvarsel", br.FORHAANDSVARSEL),
    "vedtak": Oppskrift(vedtaksbrev, "vedtak", ve.VEDTAK, ve.FORBUD_I_VEDTAK),
    "bekreftelse-muntlig-vedtak": Oppskrift(vedtaksbrev, "vedtak", ve.VEDTAK, ve.FORBUD_I_VEDTAK),
    "omgjoering": Oppskrift(opphevelse, "omgjoering", br.OPPHEVELSE, br.FORBUD_I_OPPHEVELSE),
    "bortfall": Oppskrift(opphevelse, "bortfall", br.OPPHEVELSE, br.FORBUD_I_OPPHEVELSE),
    "tilbud": Oppskrift(tilbudsbrev, "tilbud", br.TILBUD),
    "leieavtale": Oppskrift(leieavtale, "leieavtale", le.LEIEAVTALE, le.FORBUD_I_LEIEAVTALEN),
    "adressevedlegg": Oppskrift(adressevedlegg, "adressevedlegg", le.ADRESSE),
    "oppfoelgingsavtale": Oppskrift(oppfoelgingsavtale, "oppfoelgingsavtale", av.OPPFOELGING),
    "nedbetalingsavtale": Oppskrift(nedbetalingsavtale, "nedbetalingsavtale", av.NEDBETALING),
    "samtykke-sosialhjelp": Oppskrift(samtykke, "samtykke-sosialhjelp", av.SAMTYKKE_SOSIALHJELP, av.FORBUD_I_SAMTYKKE),
    "samtykke-bostoette": Oppskrift(samtykke, "samtykke-bostoette", av.SAMTYKKE_BOSTOETTE, av.FORBUD_I_SAMTYKKE),
    "samtykke-deling": Oppskrift(samtykke, "samtykke-deling", av.SAMTYKKE_DELING, av.FORBUD_I_SAMTYKKE),
    "tjenesteoversikt": Oppskrift(tjenesteoversikt, "tjenesteoversikt", av.TJENESTER),
    "betalingsplan": Oppskrift(betalingsplan, "betalingsplan", av.BETALING, av.FORBUD_I_BETALINGSPLANEN),
    "noekkelkvittering": Oppskrift(noekkelkvittering, "noekkelkvittering", le.KVITTERING),
    "sjekkliste-soeknadsbehandling": _uten_tekster(sjekkliste),
    "sjekkliste-tildeling": _uten_tekster(sjekkliste),
    "sjekkliste-noekkelutlevering": _uten_tekster(sjekkliste),
    "boligsjekkliste": _uten_tekster(boligsjekkliste, le.BOLIGSJEKKLISTE),
    "godkjenningsark": Oppskrift(godkjenningsark, "godkjenningsark", av.GODKJENNING),
    **{f"foelgeark-{spraak}": Oppskrift(foelgeark, "foelgeark", FOELGEARK) for spraak in FOELGEARKSPRAAK},
    **BOFORHOLD,
}


INNSYN = "innsynspakke"
"""The letter file of what a person gets of their own information, which is no document of `DOKUMENTER`."""
BREVFILER: tuple[tuple[str, str], ...] = tuple(
    (brev, maalform)
    for brev in sorted({FELLES, INNSYN, *(o.brev for o in OPPSKRIFTER.values() if o.brev)})
    for maalform in (FOELGEARKSPRAAK if brev == "foelgeark" else MAALFORMER)
)
"""Every letter file: its name and its language."""


def bygg(navn: str, visning: Any, kilde: Tekstkilde = VAARE) -> Ark:
    """The paper of document `navn`, not drawn yet.

    Raises `Sperret` with everything that it lacks, that it may not say, and that must be filled in first.
    """
    oppskrift = OPPSKRIFTER[navn]
    ark = oppskrift.bygg(visning, kilde)
    if sperrer := sperrer_for_papir(DOKUMENTER[navn].tittel, visning, ark, oppskrift.krav, oppskrift.forbud):
        raise Sperret(*sperrer)
    return ark
