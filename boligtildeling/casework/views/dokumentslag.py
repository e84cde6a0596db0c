"""Every kind of document: its name, its title, when it makes sense, and whether it stands as it was made."""

from dataclasses import dataclass

FOELGEARKSPRAAK: dict[str, str] = {
    "en": "engelsk",
    "pl": "polsk",
    "ar": "arabisk",
    "so": "somali",
    "ti": "tigrinja",
    "uk": "ukrainsk",
}


ALLTID = "Alltid."


@dataclass(frozen=True, slots=True)
class Dokumentslag:
    """A kind of document, by its name on the command line.

    `naar` says in a sentence when it can be made. One that is `fast` is printed as it was kept the last time it was
    made; the others are printed as the case stands now. One that is not `kan_lagres` is never kept.
    """

    navn: str
    tittel: str
    naar: str
    kan_vaere_tom: bool = False
    fast: bool = True
    kan_lagres: bool = True


_BREV = (
    Dokumentslag("foreloepig-svar", "Foreløpig svar", "Når du har sendt foreløpig svar med grunn og ventet dato."),
    Dokumentslag("anmodning-opplysninger", "Anmodning om opplysninger", "Når du har bedt om opplysninger."),
    Dokumentslag("foreleggelse", "Foreleggelse av opplysninger", "Når du har forelagt opplysninger for søkeren."),
    Dokumentslag("forhaandsvarsel", "Forhåndsvarsel", "Når du har varslet omgjøring eller bortfall av et vedtak."),
    Dokumentslag("vedtak", "Vedtak", "Når vedtaket er skrevet; et utkast er merket."),
    Dokumentslag(
        "bekreftelse-muntlig-vedtak",
        "Bekreftelse av muntlig vedtak",
        "Når et vedtak er gitt muntlig og du bekrefter det.",
    ),
    Dokumentslag("omgjoering", "Omgjøring av vedtak", "Når vedtaket er omgjort."),
    Dokumentslag("bortfall", "Bortfall av vedtak", "Når vedtaket har falt bort."),
    Dokumentslag("tilbud", "Tilbud om bolig", "Når en bolig er tilbudt."),
)
_AVTALER = (
    Dokumentslag("leieavtale", "Leieavtale", "Når kontrakten er skrevet."),
    Dokumentslag(
        "adressevedlegg",
        "Vedlegg 1: boligens adresse",
        "Når leieavtalen er skrevet uten adresse. Bare for den som er navngitt på saken; blir aldri lagret.",
        fast=False,
        kan_lagres=False,
    ),
    Dokumentslag("oppfoelgingsavtale", "Booppfølgingsavtale", "Når oppfølgingsplanen sier at det er behov.", True),
    Dokumentslag(
        "nedbetalingsavtale", "Nedbetalingsavtale", "Når økonomiplanen sier nedbetaling med et beløp per måned.", True
    ),
    Dokumentslag(
        "samtykke-sosialhjelp", "Samtykke: sosialhjelp til utleier", "Når søkeren får sosialhjelp til boutgifter.", True
    ),
    Dokumentslag(
        "samtykke-bostoette",
        "Samtykke: overføring av bostøtte",
        "Når kommunen gir forskudd på boutgifter for samme tid.",
        True,
    ),
    Dokumentslag(
        "samtykke-deling",
        "Samtykke: deling av opplysninger",
        "Når oppfølgingsplanen sier hvem det skal deles med.",
        True,
    ),
    Dokumentslag("tjenesteoversikt", "Oversikt over tjenester", "Når søkeren har eller har søkt tjenester.", True),
    Dokumentslag("betalingsplan", "Plan for husleiebetaling", "Når økonomiplanen er laget og boligen er kjent.", True),
)
_SJEKKLISTER = (
    Dokumentslag("sjekkliste-soeknadsbehandling", "Sjekkliste for søknadsbehandling", ALLTID, True, fast=False),
    Dokumentslag("sjekkliste-tildeling", "Sjekkliste for tildeling og kontrakt", ALLTID, True, fast=False),
    Dokumentslag("sjekkliste-noekkelutlevering", "Sjekkliste for nøkkelutlevering", ALLTID, True, fast=False),
    Dokumentslag(
        "boligsjekkliste", "Boligsjekkliste (innflyttingsprotokoll)", "Når boligen er kjent.", True, fast=False
    ),
    Dokumentslag("godkjenningsark", "Godkjenningsark", "Når vedtaket er skrevet.", True, fast=False),
)
_BOFORHOLD = (
    Dokumentslag("purring", "Purring", "Når du har purret på husleie som ikke er betalt."),
    Dokumentslag("inkassovarsel", "Inkassovarsel", "Når du har varslet at kravet kan gå til inkasso."),
    Dokumentslag("varsel-4-18", "Varsel om tvangsfravikelse", "Når leieren er varslet før en begjæring."),
    Dokumentslag("varsel-9-11", "Varsel til sosialtjenesten", "Når sosialtjenesten er varslet, med kopi til leieren."),
    Dokumentslag("skriftlig-advarsel", "Skriftlig advarsel", "Når leieren har fått en skriftlig advarsel."),
    Dokumentslag("hevingserklaering", "Heving av leieavtalen", "Når leieavtalen er hevet."),
    Dokumentslag("oppsigelse", "Oppsigelse av leieavtalen", "Når du har sagt opp en tidsubestemt leieavtale."),
    Dokumentslag("flytteoppfordring", "Oppfordring om å flytte", "Når du har bedt leieren flytte etter leietiden."),
    Dokumentslag("begjaering", "Begjæring om tvangsfravikelse", "Når begjæringen er sendt."),
    Dokumentslag("garantierklaering", "Garantierklæring", "Når en garanti for leieforholdet er registrert.", True),
    Dokumentslag("innkalling", "Innkalling til møte", "Når du har innkalt til møte."),
    Dokumentslag("referat", "Referat fra samarbeidsmøte", "Når referatet er ført."),
    Dokumentslag("klageoversendelse", "Oversendelse av klage", "Når klagen er sendt til klageinstansen."),
    Dokumentslag("klagepakke", "Klagepakke", "Når klagen er sendt til klageinstansen."),
    Dokumentslag("utflyttingsprotokoll", "Utflyttingsprotokoll", "Når boligen er kjent.", True, fast=False),
    Dokumentslag("noekkelinnlevering", "Kvittering for innleverte nøkler", "Når nøklene er levert tilbake.", True),
    Dokumentslag("etterevaluering", "Etterevaluering", "Når etterevalueringen er skrevet.", True),
)
_KVITTERING = (Dokumentslag("noekkelkvittering", "Nøkkelkvittering", "Når nøkkelen er utlevert."),)
_FOELGEARK = tuple(
    Dokumentslag(f"foelgeark-{kode}", f"Følgeark på {spraak}", ALLTID, True, fast=False)
    for kode, spraak in FOELGEARKSPRAAK.items()
)
GRUPPER: dict[str, tuple[Dokumentslag, ...]] = {
    "Brev": _BREV,
    "Avtaler, samtykker og planer": (*_AVTALER, *_KVITTERING),
    "Etter nøkkelen": _BOFORHOLD,
    "Sjekklister": _SJEKKLISTER,
    "Følgeark på andre språk": _FOELGEARK,
}
"""The kinds under the headings that people look for them by."""
DOKUMENTER: dict[str, Dokumentslag] = {d.navn: d for gruppe in GRUPPER.values() for d in gruppe}


def filnavn(navn: str, saksnummer: str | None) -> str:
    """What a copy of the document is called: the case and the kind, never a person."""
    return f"{saksnummer}-{navn}.pdf" if saksnummer else f"{navn}-tom.pdf"
