"""What each field of the commands on arrears is, in words for those who write robots."""

from collections.abc import Mapping

TYPER: Mapping[str, str] = {
    "Deltaker": "En som er med på møtet.",
    "Kolonner": "Hvilken kolonne i listen som er hva. Andre kolonner leses ikke.",
}

FELT: Mapping[str, str] = {
    "aktoer": "Hvem kontakten var med.",
    "bankbetaling": "Nummeret betalingen har i skuffen («vis importer»).",
    "droefting": "Hva som ble drøftet.",
    "erkjennelse_er_forklart": "At leieren vet at avtalen gir ny foreldelsesfrist (foreldelsesloven § 14).",
    "fikk_svar": "Om den du prøvde å nå, svarte.",
    "foerste_forfall": "Når første rate forfaller. Resten følger måned for måned.",
    "garanti": "Nummeret på garantien når den utløses.",
    "gjelder": "Hva varselet om fravikelse gjelder: a leie som ikke er betalt, b leietid som er ute.",
    "grunnlag_dato": "Datoen for samtykket, vedtaket eller bekreftelsen.",
    "hvorfor_ikke_mildere": "Må fylles ut når et mildere trinn i stigen ikke er prøvd («vis virkemidler»).",
    "import_nummer": "Nummeret på importen («vis importer»).",
    "kolonner": "Kolonnene, når verken «profil» eller overskriftene sier hvilke de er.",
    "lagre_som": "Navnet kolonnene lagres under.",
    "leier_varslet_dato": "Når leieren får vite at sosialtjenesten varsles: senest samme dag (husleieloven § 9-11).",
    "leiers_syn": "Hva leieren mener og ønsker.",
    "livsopphold_er_kontrollert": "At leieren har nok igjen å leve av.",
    "med_gebyr": "Om purringen eller inkassovarselet koster noe. Tidligst 14 dager etter forfall, høyst to ganger.",
    "moete": "Nummeret på møtet («vis moeter»).",
    "per_dato": "Dagen listen gjelder for. Det er én liste for hver dag.",
    "profil": "Navnet på kolonner som er lagret før.",
    "raadgivning_er_tilbudt": "At leieren er tilbudt økonomisk rådgivning.",
    "referat": "Hva som ble sagt eller avtalt.",
    "signert_dato": "Når leieren signerte.",
    "trekkes": "Om leieren trekker reservasjonen.",
    "utloest_dato": "Når garantien ble utløst.",
    "FoerReferat.ansvarlig": "Hvem som gjør oppgaven. Den som har saken, når feltet er tomt.",
    "FoerReferat.frist": "Når oppgaven skal være gjort.",
    "FoerReferat.konklusjon": "Bare «ferdigbehandlet» åpner veien til inkasso og namsmann.",
    "FoerReferat.oppgave": "Hva som skal gjøres nå. Må fylles ut når det skal prøves mer.",
    "InnkallMoete.saker": "Saksnumrene på dagsordenen. Tom: sakene som venter.",
    "InngaaNedbetalingsavtale.beloep": "Kroner. Høyst restansen.",
    "InngaaNedbetalingsavtale.per_maaned": "Kroner i måneden.",
    "OversendInkasso.beloep": "Kroner. Hele restansen når feltet er tomt.",
    "RegistrerGjeldsordning.aapnet_dato": "Når gjeldsforhandlingen ble åpnet (gjeldsordningsloven § 3-4).",
    "SendBegjaering.grunnlag": "Bokstaven i tvangsfullbyrdelsesloven § 13-2 tredje ledd.",
    "SendVarsel.frist": "Fristen i inkassovarselet: minst 14 dager (inkassoloven § 9).",
    "VelgVirkemiddel.grunnlag": "Det virkemiddelet krever: samtykke, vedtak eller bekreftelse fra Nav.",
    "VelgVirkemiddel.virkemiddel": "Koden i «vis virkemidler».",
}
