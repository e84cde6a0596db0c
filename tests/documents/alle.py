"""Every kind of document with what it can be made of: filled, empty and extreme, in both målformer."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from boligtildeling.casework.views.dokumentslag import FOELGEARKSPRAAK
from tests.documents import eksempler as e
from tests.documents import eksempler_avtaler as a
from tests.documents import eksempler_boforhold as bo
from tests.documents import eksempler_brev as b

LAGERE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "foreloepig-svar": ("foreloepig-svar", b.foreloepig_svar),
    "foreloepig-svar-til-verge": ("foreloepig-svar", partial(b.foreloepig_svar, mottaker=b.VERGE)),
    "anmodning-opplysninger": ("anmodning-opplysninger", b.anmodning),
    "foreleggelse": ("foreleggelse", b.foreleggelse),
    "forhaandsvarsel": ("forhaandsvarsel", b.forhaandsvarsel),
    "forhaandsvarsel-omgjoering": ("forhaandsvarsel", partial(b.forhaandsvarsel, slag="omgjoering")),
    "vedtak": ("vedtak", e.vedtak),
    "fullt_vedtak": ("vedtak", e.fullt_vedtak),
    "avslag": ("vedtak", lambda m: e.vedtak(m, innhold=e.avslag())),
    "avvist": ("vedtak", lambda m: e.vedtak(m, innhold=e.innhold(utfall="avvist"))),
    "bekreftelse-muntlig-vedtak": ("bekreftelse-muntlig-vedtak", partial(e.vedtak, muntlig_dato=e.MUNTLIG)),
    "omgjoering": ("omgjoering", b.omgjoering),
    "bortfall": ("bortfall", b.bortfall),
    "bortfall-uten-uttalelse": ("bortfall", partial(b.bortfall, uttalelse=None)),
    "tilbud": ("tilbud", b.tilbud),
    "tilbud-bytte": ("tilbud", partial(b.tilbud, er_bytte=True)),
    "leieavtale": ("leieavtale", e.leieavtale),
    "leieavtale-kort": ("leieavtale", partial(e.leieavtale, kontraktsvalg=e.KORT)),
    "leieavtale-tidsubestemt": ("leieavtale", e.tidsubestemt),
    "adressevedlegg": ("adressevedlegg", a.adressevedlegg),
    "oppfoelgingsavtale": ("oppfoelgingsavtale", a.oppfoelgingsavtale),
    "tom-oppfoelgingsavtale": ("oppfoelgingsavtale", a.tom_oppfoelgingsavtale),
    "nedbetalingsavtale": ("nedbetalingsavtale", a.nedbetalingsavtale),
    "tom-nedbetalingsavtale": ("nedbetalingsavtale", a.tom_nedbetalingsavtale),
    "samtykke-sosialhjelp": ("samtykke-sosialhjelp", partial(a.samtykke, "sosialhjelp")),
    "tomt-samtykke-sosialhjelp": ("samtykke-sosialhjelp", partial(a.tomt_samtykke, "sosialhjelp")),
    "samtykke-bostoette": ("samtykke-bostoette", partial(a.samtykke, "bostoette")),
    "tomt-samtykke-bostoette": ("samtykke-bostoette", partial(a.tomt_samtykke, "bostoette")),
    "samtykke-deling": ("samtykke-deling", partial(a.samtykke, "deling")),
    "tomt-samtykke-deling": ("samtykke-deling", partial(a.tomt_samtykke, "deling")),
    "tjenesteoversikt": ("tjenesteoversikt", a.tjenesteoversikt),
    "tom-tjenesteoversikt": ("tjenesteoversikt", a.tom_tjenesteoversikt),
    "betalingsplan": ("betalingsplan", a.betalingsplan),
    "tom-betalingsplan": ("betalingsplan", a.tom_betalingsplan),
    "noekkelkvittering": ("noekkelkvittering", e.noekkelkvittering),
    "sjekkliste": ("sjekkliste-soeknadsbehandling", e.sjekkliste),
    "tom_sjekkliste": ("sjekkliste-soeknadsbehandling", e.tom_sjekkliste),
    "boligsjekkliste": ("boligsjekkliste", e.boligsjekkliste),
    "tom_boligsjekkliste": ("boligsjekkliste", e.tom_boligsjekkliste),
    "godkjenningsark": ("godkjenningsark", a.godkjenningsark),
    "tomt-godkjenningsark": ("godkjenningsark", a.tomt_godkjenningsark),
    "purring": ("purring", bo.purring),
    "inkassovarsel": ("inkassovarsel", bo.inkassovarsel),
    "varsel-4-18": ("varsel-4-18", bo.varsel_4_18),
    **{
        f"varsel-4-18-{g}": ("varsel-4-18", partial(bo.varsel_uten_leie, g)) for g in ("utloep", "oppsigelse", "heving")
    },
    "varsel-9-11": ("varsel-9-11", bo.varsel_9_11),
    "skriftlig-advarsel": ("skriftlig-advarsel", bo.advarsel),
    "hevingserklaering": ("hevingserklaering", bo.heving),
    "oppsigelse": ("oppsigelse", bo.oppsigelse),
    "flytteoppfordring": ("flytteoppfordring", bo.flytteoppfordring),
    "begjaering": ("begjaering", bo.begjaering),
    "begjaering-utloep": ("begjaering", bo.begjaering_utloep),
    "garantierklaering": ("garantierklaering", bo.garanti),
    "tom-garantierklaering": ("garantierklaering", bo.tom_garanti),
    "innkalling": ("innkalling", bo.innkalling),
    "innkalling-deltaker": ("innkalling", partial(bo.innkalling, til_leier=False)),
    "referat": ("referat", bo.referat),
    "klageoversendelse": ("klageoversendelse", bo.klageoversendelse),
    "klagepakke": ("klagepakke", bo.klagepakke),
    "utflyttingsprotokoll": ("utflyttingsprotokoll", bo.utflyttingsprotokoll),
    "tom-utflyttingsprotokoll": ("utflyttingsprotokoll", bo.tom_utflyttingsprotokoll),
    "noekkelinnlevering": ("noekkelinnlevering", bo.noekkelinnlevering),
    "tom-noekkelinnlevering": ("noekkelinnlevering", bo.tom_noekkelinnlevering),
    "etterevaluering": ("etterevaluering", bo.etterevaluering),
    "tom-etterevaluering": ("etterevaluering", bo.tom_etterevaluering),
    **{f"foelgeark-{s}": (f"foelgeark-{s}", partial(b.foelgeark, s)) for s in FOELGEARKSPRAAK},
    **{f"tomt-foelgeark-{s}": (f"foelgeark-{s}", partial(b.tomt_foelgeark, s)) for s in ("en", "ar")},
}
ALLE = [pytest.param(navn, lag(m), id=f"{slag}-{m}") for slag, (navn, lag) in LAGERE.items() for m in ("nb", "nn")]
