"""How forms are laid out: lines of fields, fixed options, help, sizes, and which fields count when."""

from collections.abc import Mapping, Sequence

OPTIONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("AvsluttSak", "utfall"): (
        *("innflyttet", "avslag", "avvist", "trukket", "doed", "flyttet", "skaffet_bolig_selv"),
        *("duplikat", "oversendt_rett_organ", "bortfalt", "omgjort_etter_klage"),
    ),
    ("Betalingsvalg", "avtalegiro"): ("ikke_besvart", "oensker", "oensker_ikke", "har", "ikke_aktuelt"),
    ("Betalingsvalg", "direkte_overfoering"): ("ikke_besvart", "samtykke", "vedtak", "avslaatt", "ikke_aktuelt"),
    ("Betalingsvalg", "bostoette"): ("ikke_besvart", "soekt", "skal_soekes", "har", "ikke_aktuelt"),
    ("Betalingsvalg", "overfoering_av_bostoette"): ("ikke_besvart", "samtykke", "avslaatt", "ikke_aktuelt"),
    ("Restanseplan", "haandtering"): (
        *("nedbetalingsavtale", "henstand", "trekk_loeper", "bestridt", "foreldet", "ettergitt"),
        *("gjeldsforhandling", "kan_ikke", "vil_ikke"),
    ),
    ("UtleverNoekkel", "legitimasjon"): (
        *("pass", "nasjonalt_id_kort", "foererkort", "oppholdskort", "asylsoekerbevis"),
        *("kriminalomsorgen", "nav", "verge", "kjent_av_ansatt"),
    ),
}
LAYOUTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Adresse": (("linje",), ("postnummer", "poststed")),
    "AvsluttSak": (("utfall",), ("grunn",)),
    "Boligdata": (
        *(("boligid", "boligtype"), ("adresse",), ("bruksenhetsnummer", "antall_soverom", "bruksareal")),
        *(("husleie", "ledig_fra"), ("bydel", "disposisjonsform"), ("rullestol", "heis", "trinnfri")),
    ),
    "BehandleKlage": (("klage",), ("steg",), ("iverksetting",), ("resultat",), ("tekst",), ("dato",)),
    "Betalingsvalg": (("avtalegiro", "direkte_overfoering"), ("bostoette", "overfoering_av_bostoette")),
    "Boligkrav": (("boligtype", "antall_soverom"),),
    "Bosituasjon": (("type",), ("siden", "maa_flytte_innen", "forventet_ut_dato"), ("beskrivelse",)),
    "Budsjettpost": (("slag", "navn", "per_maaned", "utbetales_dag"),),
    "Dokumentasjon": (("type",), ("deltakere",), ("til",), ("beloep",), ("dato",), ("vedlegg",)),
    "Fullmektig": (("navn", "rolle", "telefon"), ("mandat",), ("fullmakt_dato",), ("adresse",)),
    "EndreLeie": (("slag",), ("husleie", "fra_dato", "varslet_dato"), ("kpi_fra", "kpi_til"), ("merknad",)),
    "EvaluerOppfoelging": (
        *(("dato",), ("deltakere",), ("vurdering",), ("leiers_syn",), ("utfall",)),
        ("neste_dato",),
    ),
    "Gjeld": (("kreditor", "beloep", "per_maaned"), ("er_husleie_til_kommunen",)),
    "Husstandsmedlem": (("navn", "relasjon"), ("foedselsdato", "bor", "adressebeskyttelse")),
    "KonkluderUtloep": (("konklusjon",), ("leier_vil_flytte",), ("grunn",), ("leiers_syn",), ("varslet_dato",)),
    "KryssAv": (("svar",), ("dato",), ("dokumentasjon",), ("merknad",), ("frist", "ansvarlig")),
    "LagreOekonomiplan": (("poster",), ("betaling",), ("restanse",), ("kommentar",)),
    "LagreOppfoelgingsplan": (
        *(("behov",), ("begrunnelse",), ("maal",), ("tiltak",), ("evaluering_dato",), ("samarbeid",)),
        ("deles_med",),
    ),
    "Deltaker": (("navn", "enhet"),),
    "FoerReferat": (("moete",), ("leiers_syn",), ("droefting",), ("konklusjon",), ("oppgave",), ("ansvarlig", "frist")),
    "ImporterRestanseliste": (("fil",), ("per_dato", "profil"), ("lagre_som",)),
    "InngaaNedbetalingsavtale": (("beloep", "per_maaned"), ("foerste_forfall", "signert_dato")),
    "InnkallMoete": (("serie", "type"), ("dato", "klokkeslett", "sted"), ("deltakere",), ("saker",)),
    "LoggKontakt": (("dato", "aktoer"), ("kanal",), ("fikk_svar",), ("referat",)),
    "Noekkel": (("merke", "antall"),),
    "NyBruker": (("navn", "rolle"),),
    "Pengepost": (("type", "per_maaned", "hyppighet", "utbetales_dag"),),
    "Person": (
        *(("fornavn", "etternavn"), ("adressebeskyttelse",), ("foedselsnummer",), ("foedselsdato", "duf_nummer")),
        *(("telefon", "epost"), ("adresse",)),
    ),
    "RegistrerGaranti": (
        *(("garantist",), ("beloep", "gitt_dato", "til_dato"), ("vilkaar",), ("garanti", "utloest_dato")),
    ),
    "RegistrerGjeldsordning": (("status",), ("dato", "aapnet_dato")),
    "SendVarsel": (("slag",), ("maate",), ("frist",), ("med_gebyr",), ("gjelder",), ("leier_varslet_dato",)),
    "VelgVirkemiddel": (
        *(("virkemiddel", "status"), ("grunn",), ("hvorfor_ikke_mildere",), ("grunnlag", "grunnlag_dato")),
    ),
    "RegistrerBruker": (
        *(("navn", "rolle"), ("funksjoner",), ("team", "os_navn"), ("er_aktiv",), ("gjenopprettingskode",)),
    ),
    "RegistrerKlage": (
        *(("deler",), ("klager",), ("mottatt_dato", "underrettet_dato", "avsendt_dato"), ("innhold",)),
        *(("ber_om_utsettelse",), ("forsinket_fordi",), ("vedtak",)),
    ),
    "RegistrerUtflytting": (
        *(("dato",), ("grunn",), ("noekler",), ("tilstand",), ("krav",), ("etterlatt",)),
        ("ledig_fra",),
    ),
    "SendFlytteoppfordring": (("dato", "flytt_innen"), ("maate",)),
    "SiOpp": (("av",), ("grunnlag",), ("begrunnelse",), ("opplyst_om",), ("mottatt_dato", "opphoer_dato")),
    "SoekHusstandsendring": (("slag",), ("hvem",), ("mottatt_dato",), ("begrunnelse",)),
    "SvarHusstandsendring": (("soeknad",), ("svar",), ("dato",), ("grunn",), ("begrunnelse",)),
    "UtsettOppgave": (("oppgave",), ("til_dato",), ("grunn",)),
    "UtpekStedfortreder": (("stedfortreder", "for_bruker"), ("fra_dato", "til_dato")),
    "RegistrerBetaling": (("beloep", "dato"), ("kilde",), ("kid",)),
    "Restanseplan": (("beloep", "per_maaned"), ("haandtering",)),
    "SkrivKontrakt": (("fra_dato", "husleie"), ("overtakelse_dato",)),
    "SkrivVedtak": (("boligsosial",), ("utfall",), ("bolig",), ("vilkaar",), ("begrunnelse",)),
    "Soeknad": (
        *(("soeknadstype", "kanal"), ("mottatt_dato", "maalform"), ("ekstern_referanse",), ("soeker",)),
        *(("medsoeker",), ("husstand",), ("fullmektige",), ("tolk",), ("bosituasjon",), ("behov",)),
        *(("hovedaarsak",), ("tjenester",), ("oppholdsgrunnlag",), ("inntekter",), ("utgifter",), ("gjeld",)),
        *(("mottar_sosialhjelp",), ("mottar_bostoette",), ("kontonummer",), ("reservert_mot_digital_post",)),
        ("vedlegg",),
    ),
    "SvarPaaTilbud": (("svar",), ("dato",), ("grunn",)),
    "Soeknadsvedlegg": (("tittel", "fil"),),
    "Tiltak": (("hva",), ("ansvarlig", "hyppighet")),
    "UtleverNoekkel": (("mottaker",), ("legitimasjon",), ("noekler",), ("fullmakt",)),
    "VelgKontraktstype": (
        *(("type",), ("maaneder",), ("begrunnelse",), ("saerlige_grunner",)),
        ("tungtveiende_grunner",),
    ),
    "Vilkaar": (("kode", "frist"), ("tekst",), ("grunn",), ("oppfylles",)),
}
SHOWN_WHEN: Mapping[tuple[str, str], tuple[str, frozenset[object]]] = {
    ("BehandleKlage", "iverksetting"): ("steg", frozenset({"utsett_iverksetting"})),
    ("BehandleKlage", "resultat"): ("steg", frozenset({"registrer_resultat"})),
    ("SendVarsel", "med_gebyr"): ("slag", frozenset({"purring", "inkassovarsel"})),
    ("SendVarsel", "frist"): ("slag", frozenset({"inkassovarsel"})),
    ("SendVarsel", "gjelder"): ("slag", frozenset({"varsel_4_18"})),
    ("SendVarsel", "leier_varslet_dato"): ("slag", frozenset({"varsel_9_11"})),
    ("Dokumentasjon", "beloep"): ("type", frozenset({"beloep"})),
    ("Dokumentasjon", "dato"): ("type", frozenset({"samtykke", "avtale", "brev", "henvist"})),
    ("Dokumentasjon", "deltakere"): ("type", frozenset({"samtale"})),
    ("Dokumentasjon", "til"): ("type", frozenset({"henvist"})),
    ("Dokumentasjon", "vedlegg"): ("type", frozenset({"dokument", "brev", "avtale", "samtykke"})),
    ("EndreLeie", "kpi_fra"): ("slag", frozenset({"indeks"})),
    ("EndreLeie", "kpi_til"): ("slag", frozenset({"indeks"})),
    ("EvaluerOppfoelging", "neste_dato"): ("utfall", frozenset({"fortsetter", "endres"})),
    ("Fullmektig", "mandat"): ("rolle", frozenset({"verge"})),
    ("KonkluderUtloep", "leier_vil_flytte"): ("konklusjon", frozenset({"flytter"})),
    ("KonkluderUtloep", "varslet_dato"): ("konklusjon", frozenset({"flytter"})),
    ("KryssAv", "ansvarlig"): ("svar", frozenset({"utsatt"})),
    ("KryssAv", "dokumentasjon"): ("svar", frozenset({"ja", "utsatt", None})),
    ("KryssAv", "frist"): ("svar", frozenset({"utsatt"})),
    ("LagreOppfoelgingsplan", "deles_med"): ("behov", frozenset({True})),
    ("LagreOppfoelgingsplan", "evaluering_dato"): ("behov", frozenset({True})),
    ("LagreOppfoelgingsplan", "maal"): ("behov", frozenset({True})),
    ("LagreOppfoelgingsplan", "samarbeid"): ("behov", frozenset({True})),
    ("LagreOppfoelgingsplan", "tiltak"): ("behov", frozenset({True})),
    ("SiOpp", "grunnlag"): ("av", frozenset({"utleier"})),
    ("SiOpp", "opplyst_om"): ("av", frozenset({"utleier"})),
    ("SkrivVedtak", "bolig"): ("utfall", frozenset({"innvilget", None})),
    ("SkrivVedtak", "vilkaar"): ("utfall", frozenset({"innvilget", None})),
    ("SvarHusstandsendring", "grunn"): ("svar", frozenset({"nei"})),
    ("SvarHusstandsendring", "begrunnelse"): ("svar", frozenset({"nei"})),
    ("Tolk", "spraak"): ("behov", frozenset({True})),
    ("VelgKontraktstype", "maaneder"): ("type", frozenset({"tidsbestemt", "bo_og_tjeneste"})),
    ("VelgKontraktstype", "saerlige_grunner"): ("type", frozenset({"tidsbestemt", "bo_og_tjeneste"})),
    ("VelgKontraktstype", "tungtveiende_grunner"): ("type", frozenset({"tidsbestemt", "bo_og_tjeneste"})),
}
LINES: Mapping[tuple[str, str], int] = {
    ("SkrivVedtak", "begrunnelse"): 8,
    ("BoligsosialDel", "bistand"): 3,
    ("KryssAv", "merknad"): 2,
    ("Noter", "tekst"): 6,
}
WIDTHS: Mapping[str, int] = {
    "boligid": 170,
    "bruksenhetsnummer": 130,
    "kid": 220,
    "klokkeslett": 90,
    "kode": 90,
    "merke": 220,
    "postnummer": 110,
    "telefon": 170,
}
HELP: Mapping[tuple[str, str], str] = {
    ("FoerReferat", "leiers_syn"): "Hva leieren selv mener og ønsker.",
    ("ImporterRestanseliste", "lagre_som"): "Gi kolonnene et navn, så velger du dem neste gang.",
    ("InnkallMoete", "saker"): "Saksnumre, ett på hver linje. La feltet stå tomt, så tas sakene som venter.",
    ("RegistrerGaranti", "garanti"): "Bare når en garanti utløses.",
    ("RegistrerGaranti", "utloest_dato"): "Bare når en garanti utløses.",
    ("VelgVirkemiddel", "hvorfor_ikke_mildere"): "Må fylles ut når noe mildere ikke er prøvd.",
    ("AvsluttSak", "grunn"): "Skriv kort hvorfor.",
    ("Boligdata", "bruksenhetsnummer"): "For eksempel H0203.",
    ("BoligsosialDel", "bistand"): "Hva søkeren får hjelp til, med dine ord.",
    ("KryssAv", "merknad"): "«Nei» og «ikke aktuelt» må ha en grunn.",
    ("KontrollerVilkaar", "dokumentasjon"): "Hva viser at vilkåret er oppfylt?",
    ("BehandleKlage", "dato"): "La feltet stå tomt når det er i dag.",
    ("RegistrerKlage", "underrettet_dato"): "Fristen på tre uker løper fra klageren fikk vedtaket.",
    ("RegistrerKlage", "vedtak"): "La feltet stå tomt når klagen gjelder det siste vedtaket.",
    ("EndreLeie", "kpi_fra"): "Fra Statistisk sentralbyrå, for eksempel 133,4.",
    ("ForlengLeieforhold", "forlengelsessak"): "Saken der forlengelsen er innvilget og den nye kontrakten er signert.",
    ("KonkluderUtloep", "varslet_dato"): "Bare når leieren vil bli boende og ikke har fått avslag på forlengelse.",
    ("RegistrerUtflytting", "ledig_fra"): "La feltet stå tomt til du vet når boligen er klar.",
    ("SiOpp", "opplyst_om"): "Bare når oppsigelsen er sendt utenom programmet. Brevet herfra har alle tre.",
    ("SiOpp", "opphoer_dato"): "La feltet stå tomt, så regner programmet ut den første lovlige dagen.",
    ("LagreOekonomiplan", "kommentar"): "Går budsjettet i underskudd, skriver du hvordan husleien skal dekkes.",
    ("Person", "foedselsnummer"): "Elleve siffer. La feltet stå tomt hvis søkeren ikke har nummer.",
    ("SkrivKontrakt", "overtakelse_dato"): "La feltet stå tomt når nøkkelen hentes samme dag som leien starter.",
    ("SkrivVedtak", "begrunnelse"): "Individuell: fakta, regler og hva du har lagt vekt på. Søkeren leser dette.",
    (
        "BytPassord",
        "bruker",
    ): "Bare når teamleder setter passord for en annen. Det virker én gang: den andre må velge et eget.",
    ("BytPassord", "gammelt"): "Bare når du har et passord fra før.",
    ("BytPassord", "nytt"): "Minst 12 tegn. Bruk gjerne flere ord.",
    (
        "RegistrerBruker",
        "er_aktiv",
    ): "Slipper inn. En bruker slettes aldri. En som IT har registrert, venter på at teamleder krysser av.",
    ("RegistrerBruker", "os_navn"): "Når det er et annet enn brukernavnet her.",
    ("UtpekStedfortreder", "for_bruker"): "Bare når teamleder gjør det for en annen.",
    ("TilbyBolig", "avvik"): "Bare når boligen ikke har størrelsen, adkomsten eller bydelen søkeren trenger.",
    ("UtleverNoekkel", "fullmakt"): "Bare når en annen enn leieren eller vergen henter nøkkelen.",
    ("VelgKontraktstype", "maaneder"): "Kortere enn 36 måneder krever særlige grunner.",
    ("VelgKontraktstype", "tungtveiende_grunner"): "Bare når samme leier har hatt kort kontrakt for boligen før.",
}
# A draft may lack anything, but all of it must be there in the end; a proof shows only the fields its kind needs:
# nothing is marked as optional.
UNMARKED = frozenset({"SkrivVedtak", "BoligsosialDel", "Boligkrav", "Dokumentasjon"})
# Typed without being shown.
SECRET = frozenset(
    {
        *(("BytPassord", felt) for felt in ("nytt", "gammelt", "gjenopprettingskode")),
        ("RegistrerBruker", "gjenopprettingskode"),
    }
)
# Few options, but no room to show them all.
IN_A_LIST = frozenset(
    {("Budsjettpost", "slag"), ("Pengepost", "hyppighet"), ("Husstandsmedlem", "bor"), ("NyBruker", "rolle")}
)
# Forms whose only field is the whole value: no frame around it.
PLAIN = frozenset(
    {("RegistrerSoeknad", "soeknad"), ("RettSoeknad", "soeknad"), ("RegistrerBolig", "bolig"), ("EndreBolig", "bolig")}
)
ROW_NAMES: Mapping[str, str] = {
    "Budsjettpost": "post",
    "Deltaker": "deltaker",
    "ForelagtOpplysning": "opplysning",
    "Fullmektig": "fullmektig eller verge",
    "Gjeld": "gjeld",
    "Husstandsmedlem": "person",
    "Noekkel": "nøkkel",
    "NyBruker": "bruker",
    "Pengepost": "beløp",
    "Soeknadsvedlegg": "vedlegg",
    "Tiltak": "tiltak",
    "Vilkaar": "vilkår",
}


def layout(owner: str, fields: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The lines of a form: those that are set, then every field that no line has."""
    lines = LAYOUTS.get(owner, ())
    placed = {name for line in lines for name in line}
    return (*lines, *((name,) for name in fields if name not in placed))


def row_name(type_name: str) -> str:
    return ROW_NAMES.get(type_name, "rad")
