"""What agreements, consents and plans must contain, and what they may never say."""

from boligtildeling.documents.maa_staa import Forbud, Krav, Visning, setning, verdi
from boligtildeling.domain.datoer import vis_dato

_HUSLL = "husleieloven § 1-2"
OPPFOELGING: tuple[Krav, ...] = (
    setning(
        "at oppfølgingen er frivillig", "boligsosialloven § 6", "Oppfølgingen er frivillig", "Oppfølginga er frivillig"
    ),
    setning(
        "at avtalen ikke er et vilkår for leien", _HUSLL, "ikke et vilkår for å leie", "ikkje eit vilkår for å leige"
    ),
    verdi("partene", "boligsosialloven § 7", lambda v: v.soekere),
    verdi("målene", "boligsosialloven § 6", lambda v: v.maal),
    verdi("tiltakene", "boligsosialloven § 6", lambda v: tuple(x.hva for x in v.tiltak)),
    verdi("dato for evaluering", "kommunens regel", lambda v: v.evaluering_dato and vis_dato(v.evaluering_dato)),
    setning("plass til kontaktperson", "kommunens regel", "Kontaktperson", "Kontaktperson"),
    setning("at besøk avtales", "kommunens regel", "når vi har avtalt det", "når vi har avtalt det"),
    setning("hva som deles", "forvaltningsloven § 13 a", "deler ikke opplysninger", "deler ikkje opplysningar"),
    setning(
        "hvordan avtalen endres", "boligsosialloven § 7", "endre eller avslutte avtalen", "endre eller avslutte avtalen"
    ),
)
NEDBETALING: tuple[Krav, ...] = (
    verdi("hvem som skylder", "kommunens regel", lambda v: v.skyldnere),
    verdi("hva som skyldes", "kommunens regel", lambda v: v.beloep and str(v.beloep)),
    verdi("avdraget", "kommunens regel", lambda v: v.per_maaned and str(v.per_maaned)),
    verdi("første forfall", "kommunens regel", lambda v: v.foerste_forfall and vis_dato(v.foerste_forfall)),
    verdi("kontrollen av livsoppholdet", "kommunens regel", lambda v: v.livsopphold and str(v.livsopphold)),
    setning("livsoppholdet", "kommunens regel", "ivsopphold", "ivsopphald"),
    setning(
        "tilbud om råd", "gjeldsordningsloven § 1-5", "gratis råd om økonomi og gjeld", "gratis råd om økonomi og gjeld"
    ),
    setning("hva erkjennelsen betyr", "foreldelsesloven § 14", "erkjenner du gjelden", "erkjenner du gjelda"),
    setning("at gammel gjeld kan være foreldet", "foreldelsesloven § 2", "kan være foreldet", "kan vere forelda"),
    setning(
        "gjeldsforhandling",
        "gjeldsordningsloven § 3-4",
        "åpnet gjeldsforhandling, stanser",
        "opna gjeldsforhandling, stansar",
    ),
    setning("utsettelsen", "inkassoloven § 8", "til inkasso", "til inkasso"),
    setning(
        "at nøkkelen ikke henger på gjelden",
        "boligsosialloven § 6",
        "selv om gjelden ikke er betalt",
        "sjølv om gjelda ikkje er betalt",
    ),
)
SAMTYKKE: tuple[Krav, ...] = (
    setning("at det er frivillig", "personopplysningsloven § 12", "frivillig å samtykke", "frivillig å samtykkje"),
    setning(
        "at nei ikke har følger for boligen",
        "boligsosialloven § 6",
        "ingenting å si for om du får bolig",
        "ingenting å seie for om du får bustad",
    ),
    verdi("hvem som samtykker", "forvaltningsloven § 13 a", lambda v: v.navn),
    setning("formålet", "forvaltningsloven § 13 a", "Formålet er", "Formålet er"),
    setning("hvor lenge det gjelder", "forvaltningsloven § 13 a", "Til dato", "Til dato"),
    setning("hva mottakeren får vite", "forvaltningsloven § 13 a", "får", "får"),
    setning(
        "at samtykket kan trekkes",
        "forvaltningsloven § 13 a",
        "trekke samtykket når som helst",
        "trekkje samtykket når som helst",
    ),
    setning("at det gjelder bare dette", "forvaltningsloven § 13 a", "Samtykket gjelder bare", "Samtykket gjeld berre"),
)
SAMTYKKE_BOSTOETTE: tuple[Krav, ...] = (
    *SAMTYKKE,
    setning(
        "at det bare gjelder forskudd for samme tid",
        "bustøttelova § 9",
        "for samme tid som forskuddet",
        "for same tid som forskotet",
    ),
    setning(
        "at det aldri gjelder gammel restanse",
        "bustøttelova § 9",
        "aldri brukes til gammel husleiegjeld",
        "aldri brukast til gammal husleigegjeld",
    ),
    setning("Husbankens skjema", "bustøttelova § 9", "HB 9.S.30", "HB 9.S.30"),
)
SAMTYKKE_SOSIALHJELP: tuple[Krav, ...] = (
    *SAMTYKKE,
    setning(
        "hva som skjer uten samtykke",
        "sosialtjenesteloven § 22",
        "Uten samtykke betaler Nav stønaden til meg",
        "Utan samtykke betaler Nav stønaden til meg",
    ),
)
SAMTYKKE_DELING: tuple[Krav, ...] = (
    *SAMTYKKE,
    verdi("hvem det deles med", "forvaltningsloven § 13 a", lambda v: v.deles_med),
)
_YTELSER = {"sosialhjelp": ("sosialhjelp",), "bostoette": ("bostøtte", "bustøtte"), "deling": ()}


def _andre_ytelser(v: Visning, tekst: str) -> bool:
    andre = {ord_ for slag, ordene in _YTELSER.items() if slag != v.slag for ord_ in ordene}
    return any(ord_ in tekst.casefold() for ord_ in andre)


FORBUD_I_SAMTYKKE: tuple[Forbud, ...] = (
    Forbud(
        "Samtykket gjelder mer enn én ting. Hver ytelse skal ha sitt eget ark.",
        "sosialtjenesteloven § 22",
        lambda v, p: _andre_ytelser(v, p.tekst),
    ),
)
TJENESTER: tuple[Krav, ...] = (
    setning(
        "at oversikten ikke er del av leieavtalen",
        _HUSLL,
        "ikke en del av leieavtalen",
        "ikkje ein del av leigeavtalen",
    ),
    setning("at tjenestene er frivillige", _HUSLL, "Tjenestene er frivillige", "Tenestene er frivillige"),
    setning("klagefristen for tjenester", "pasient- og brukerrettighetsloven § 7-5", "fire uker", "fire veker"),
    verdi("klageinstansen for tjenester", "pasient- og brukerrettighetsloven § 7-2", lambda v: v.klageinstans),
    verdi("tjenestene", "kommunens regel", lambda v: v.tjenester, lambda v: bool(v.tjenester)),
)
BETALING: tuple[Krav, ...] = (
    verdi("husleien", "husleieloven § 3-1", lambda v: v.husleie and str(v.husleie)),
    setning(
        "at betalingsmåten er fri",
        "husleieloven § 3-3",
        "Du velger selv hvordan du betaler",
        "Du vel sjølv korleis du betaler",
    ),
    setning("når bostøtten kommer", "bostøtteforskriften § 13", "den 20. måneden etter", "den 20. månaden etter"),
    setning("fristen for å søke bostøtte", "bostøtteforskriften § 10", "innen den 25.", "innan den 25."),
)
FORBUD_I_BETALINGSPLANEN: tuple[Forbud, ...] = (
    Forbud(
        "Bostøtten er regnet inn før den kan komme.",
        "bostøtteforskriften § 13",
        lambda v, _: (
            v.bostoette_kommer is not None
            and v.overtakelse_dato is not None
            and (v.bostoette_kommer.year, v.bostoette_kommer.month)
            <= (v.overtakelse_dato.year, v.overtakelse_dato.month)
        ),
    ),
)
GODKJENNING: tuple[Krav, ...] = (
    verdi("saksnummer", "kommunens regel", lambda v: v.hode.saksnummer),
    verdi("hvem som har skrevet vedtaket", "kommunens regel", lambda v: v.forfattere),
    setning(
        "at godkjenneren ikke har skrevet det",
        "kommunens regel",
        "ikke skrevet noen utgave",
        "ikkje skrive nokon versjon",
    ),
    setning(
        "klagedelen", "forvaltningsloven § 27", "riktig klageinstans for hver del", "rett klageinstans for kvar del"
    ),
)
