"""How the papers after the key are made."""

from boligtildeling.documents.boforhold import krav_til_saken as sa
from boligtildeling.documents.boforhold import krav_til_utleiebrev as ut
from boligtildeling.documents.boforhold.betaling import inkassovarsel, purring
from boligtildeling.documents.boforhold.fravikelse import begjaering, varsel_4_18, varsel_9_11
from boligtildeling.documents.boforhold.klage import klageoversendelse, klagepakke
from boligtildeling.documents.boforhold.moete import innkalling, referat
from boligtildeling.documents.boforhold.opphoer import advarsel, flytteoppfordring, heving, oppsigelse
from boligtildeling.documents.boforhold.skjemaer import etterevaluering, garantierklaering
from boligtildeling.documents.boforhold.utflytting import noekkelinnlevering, utflyttingsprotokoll
from boligtildeling.documents.oppskrift import Oppskrift

BOFORHOLD: dict[str, Oppskrift] = {
    "purring": Oppskrift(purring, "purring", ut.PURRING, ut.FORBUD_I_PURRING),
    "inkassovarsel": Oppskrift(inkassovarsel, "inkassovarsel", ut.INKASSOVARSEL, ut.FORBUD_I_INKASSOVARSEL),
    "varsel-4-18": Oppskrift(varsel_4_18, "varsel-4-18", ut.VARSEL_4_18, ut.FORBUD_I_VARSEL_4_18),
    "varsel-9-11": Oppskrift(varsel_9_11, "varsel-9-11", ut.VARSEL_9_11, ut.FORBUD_I_VARSEL_9_11),
    "skriftlig-advarsel": Oppskrift(advarsel, "skriftlig-advarsel", ut.ADVARSEL),
    "hevingserklaering": Oppskrift(heving, "hevingserklaering", ut.HEVING),
    "oppsigelse": Oppskrift(oppsigelse, "oppsigelse", ut.OPPSIGELSE, ut.FORBUD_I_OPPSIGELSEN),
    "flytteoppfordring": Oppskrift(
        flytteoppfordring, "flytteoppfordring", ut.FLYTTEOPPFORDRING, ut.FORBUD_I_FLYTTEOPPFORDRINGEN
    ),
    "begjaering": Oppskrift(begjaering, "begjaering", sa.BEGJAERING, sa.FORBUD_I_BEGJAERINGEN),
    "garantierklaering": Oppskrift(garantierklaering, "garantierklaering", sa.GARANTI, sa.FORBUD_I_GARANTIEN),
    "innkalling": Oppskrift(innkalling, "innkalling", sa.INNKALLING),
    "referat": Oppskrift(referat, "referat", sa.REFERAT),
    "klageoversendelse": Oppskrift(klageoversendelse, "klageoversendelse", sa.OVERSENDELSE, sa.FORBUD_I_OVERSENDELSEN),
    "klagepakke": Oppskrift(klagepakke, "klagepakke", sa.KLAGEPAKKE),
    "utflyttingsprotokoll": Oppskrift(utflyttingsprotokoll, "utflyttingsprotokoll", sa.UTFLYTTING),
    "noekkelinnlevering": Oppskrift(noekkelinnlevering, "noekkelinnlevering", sa.INNLEVERING),
    "etterevaluering": Oppskrift(etterevaluering, "etterevaluering", sa.EVALUERING),
}
