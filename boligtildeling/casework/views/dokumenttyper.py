"""Which view each document is made of, so that a view that was kept can be read back as what it was."""

from typing import Any

from boligtildeling.casework.views import avtaleformer as av
from boligtildeling.casework.views import brevformer as br
from boligtildeling.casework.views import dokumentformer as do
from boligtildeling.casework.views.boforhold import former as bo
from boligtildeling.casework.views.boforhold import utleieformer as ut
from boligtildeling.casework.views.dokumentslag import FOELGEARKSPRAAK
from boligtildeling.domain.base import omformer

VISNINGSTYPER: dict[str, type] = {
    "foreloepig-svar": br.ForeloepigSvar,
    "anmodning-opplysninger": br.Anmodning,
    "foreleggelse": br.Foreleggelse,
    "forhaandsvarsel": br.Forhaandsvarsel,
    "vedtak": do.Vedtaksbrev,
    "bekreftelse-muntlig-vedtak": do.Vedtaksbrev,
    "omgjoering": br.Opphevelse,
    "bortfall": br.Opphevelse,
    "tilbud": br.Tilbudsbrev,
    "leieavtale": do.Leieavtale,
    "adressevedlegg": av.Adressevedlegg,
    "oppfoelgingsavtale": av.Oppfoelgingsavtale,
    "nedbetalingsavtale": av.Nedbetalingsavtale,
    "samtykke-sosialhjelp": av.Samtykke,
    "samtykke-bostoette": av.Samtykke,
    "samtykke-deling": av.Samtykke,
    "tjenesteoversikt": av.Tjenesteoversikt,
    "betalingsplan": av.Betalingsplan,
    "noekkelkvittering": do.Noekkelkvittering,
    "sjekkliste-soeknadsbehandling": do.Sjekklistevisning,
    "sjekkliste-tildeling": do.Sjekklistevisning,
    "sjekkliste-noekkelutlevering": do.Sjekklistevisning,
    "boligsjekkliste": do.Boligsjekkliste,
    "godkjenningsark": av.Godkjenningsark,
    **{f"foelgeark-{spraak}": br.Foelgeark for spraak in FOELGEARKSPRAAK},
    "purring": ut.Betalingsvarsel,
    "inkassovarsel": ut.Betalingsvarsel,
    "varsel-4-18": ut.Fravikelsesvarsel,
    "varsel-9-11": ut.Sosialvarsel,
    "skriftlig-advarsel": ut.Advarsel,
    "hevingserklaering": ut.Heving,
    "oppsigelse": ut.Oppsigelse,
    "flytteoppfordring": ut.Flytteoppfordring,
    "begjaering": ut.Begjaering,
    "garantierklaering": ut.Garanti,
    "innkalling": bo.Innkalling,
    "referat": bo.Referat,
    "klageoversendelse": bo.Klageoversendelse,
    "klagepakke": bo.Klagepakke,
    "utflyttingsprotokoll": bo.Utflyttingsprotokoll,
    "noekkelinnlevering": bo.Noekkelinnlevering,
    "etterevaluering": bo.Etterevalueringsark,
}


def som_data(visning: Any) -> dict[str, Any]:
    """The view as plain data, to be kept."""
    data: dict[str, Any] = omformer().unstructure(visning)
    return data


def fra_data(navn: str, data: dict[str, Any]) -> Any:
    """The view of document `navn` that was kept."""
    return omformer().structure(data, VISNINGSTYPER[navn])
