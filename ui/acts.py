"""Where in the window each act is done: a step, a screen, the history, or the case menu."""

from collections.abc import Mapping

IN_STEPS: Mapping[str, tuple[str, ...]] = {
    "soeknad": ("rett_soeknad",),
    "kartlegging": ("sett_kjennetegn",),
    "oekonomiplan": ("lagre_oekonomiplan",),
    "oppfoelgingsplan": ("lagre_oppfoelgingsplan",),
    "kontraktstype": ("velg_kontraktstype",),
    "vedtak": ("skriv_vedtak", "send_til_godkjenning", "godkjenn_vedtak", "returner_vedtak", "send_vedtak"),
    "tildeling": ("tilby_bolig", "svar_paa_tilbud", "trekk_tilbud"),
    "kontrakt": ("kontroller_vilkaar", "skriv_kontrakt", "signer_kontrakt", "annuller_kontrakt"),
    "foerste_husleie": ("registrer_betaling",),
    "noekkel": ("utlever_noekkel",),
    "boforhold": (
        *("soek_husstandsendring", "svar_husstandsendring", "endre_leie", "evaluer_oppfoelging"),
        *("konkluder_utloep", "forleng_leieforhold", "send_flytteoppfordring"),
        *("si_opp", "registrer_protest", "registrer_soeksmaal", "registrer_utflytting"),
        *("logg_kontakt", "inngaa_nedbetalingsavtale", "velg_virkemiddel", "send_varsel", "foer_referat"),
        *("registrer_garanti", "registrer_gjeldsordning", "registrer_reservasjon"),
        *("oversend_inkasso", "send_begjaering", "registrer_naboklage", "behandle_naboklage"),
    ),
    "klage": ("registrer_klage", "behandle_klage"),
    "historikk": ("noter", "angre", "utsett_oppgave", "ferdigstill_oppgave"),
    "dokumenter": ("legg_ved",),
    "skjerming": ("skjerm_opplysning", "aapne_skjermet_opplysning"),
    "innsyn": ("lag_innsynspakke", "fjern_i_innsynspakke", "legg_tilbake_i_innsynspakke", "frigi_innsynspakke"),
}
STAND_IN = ("utpek_stedfortreder", "avslutt_stedfortreder")
ACT_PREFIX = "handling:"
IN_EVERY_STEP = ("kryss_av",)
IN_SCREENS: Mapping[str, tuple[str, ...]] = {
    "soeknad": ("registrer_soeknad",),
    "begjaeringer": (
        *("registrer_begjaering", "overstyr_prioritet", "besvar_fase3", "avgjoer_begjaering"),
        *("gjennomfoer_utkastelse", "etterevaluer"),
    ),
    "boliger": ("registrer_bolig", "endre_bolig", "hold_tilbake_bolig", "frigi_bolig"),
    "innstillinger": ("sett_innstilling", "registrer_bruker", "bytt_passord", "lag_brukernoekkel", *STAND_IN),
    "til_gjennomgang": ("gjennomgaa_lesning", "registrer_ansatt"),
    "bevaring": ("kasser", "lag_skjermingsnoekkel"),
    "restanser": ("importer_restanseliste", "importer_betalinger", "angre_import", "plasser_betaling"),
    "moeter": ("innkall_moete",),
}
# Pages beside the steps that the case menu leads to.
CASE_PAGES: tuple[tuple[str, str], ...] = (
    ("innsynslogg", "Innsynslogg og tidligere versjoner"),
    ("innsyn", "Innsyn for den saken gjelder"),
    ("skjerming", "Skjermede opplysninger"),
)
# The case menu: groups of acts, each with a sentence on what it means.
IN_MENU: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("overta_sak", "Du blir ansvarlig for saken."),
        ("tildel_sak", "En annen saksbehandler blir ansvarlig. Har saken adressebeskyttelse, gir du tilgang først."),
        ("gi_tilgang", "Navngir én til som kan finne og se en sak med adressebeskyttelse."),
        ("trekk_tilgang", "Brukeren er ikke lenger navngitt på saken, og finner den ikke hvis den er skjermet."),
        ("legg_i_konvolutt", "Strengt fortrolig: boligen legges i konvolutten, og adressen tas ut av saken."),
        ("gjenopprett_konvolutt", "Teamleder åpner konvolutten med gjenopprettingskoden når alle nøkler er borte."),
    ),
    (
        ("registrer_tilknytning", "Saken låses for den som er inhabil (forvaltningsloven § 6)."),
        ("avslutt_tilknytning", "Teamleder åpner saken igjen for den som var registrert som inhabil."),
    ),
    (
        ("send_foreloepig_svar", "Søkeren får vite hvorfor det tar tid, og når svaret kan ventes."),
        ("be_om_opplysninger", "Brev om hva som mangler i søknaden, med frist."),
        ("forelegg_opplysninger", "Brev med det andre har sagt, så søkeren kan svare før det brukes."),
        ("sett_paa_vent", "Saken venter. Fristene løper likevel (forvaltningsloven § 11 a)."),
        ("ta_opp_igjen", "Saken går videre."),
    ),
    (
        ("lag_dokument", "Lager en avtale, et samtykke eller en liste slik saken står nå, og legger den i saken."),
        ("bekreft_muntlig_vedtak", "Brev som bekrefter et vedtak søkeren har fått muntlig."),
        (
            "send_forhaandsvarsel",
            "Brev om at vedtaket kan bli omgjort eller falle bort. Søkeren får si sin mening først.",
        ),
        ("omgjoer_vedtak", "Vedtaket gjelder ikke lenger. Du skriver et nytt. En annen enn den som varslet, gjør det."),
        ("la_vedtak_falle_bort", "Del B av vedtaket gjelder ikke lenger. En annen enn den som varslet, gjør det."),
    ),
    (
        ("gi_unntak", "Teamleder setter et sjekkpunkt til side. Unntaket vises i saken for alltid."),
        (
            "aapne_hasteloep",
            "Teamleder åpner en kortere vei ved brann, vold, løslatelse, utskriving eller barn uten hjem.",
        ),
        ("etterregistrer_avvik", "Teamleder registrerer noe som skjedde utenom programmet. Det vises for alltid."),
        ("registrer_midlertidig_botilbud", "En rett som ingen port hindrer (sosialtjenesteloven § 27)."),
    ),
    (
        ("trekk_soeknad", "Søkeren trekker søknaden, og saken avsluttes."),
        ("avslutt_sak", "Saken avsluttes på en av de faste måtene."),
    ),
)


def step_of(act: str) -> str | None:
    """The page of a case that has the act; empty where every step has it, None when it has no place in a case."""
    if act in IN_EVERY_STEP:
        return ""
    page = next((step for step, acts in IN_STEPS.items() if act in acts), None)
    if page is not None:
        return page
    return f"{ACT_PREFIX}{act}" if any(act == name for group in IN_MENU for name, _ in group) else None


def every_act() -> frozenset[str]:
    """All acts that the window has a place for."""
    steps = [act for acts in IN_STEPS.values() for act in acts]
    screens = [act for acts in IN_SCREENS.values() for act in acts]
    menu = [act for group in IN_MENU for act, _ in group]
    return frozenset((*steps, *IN_EVERY_STEP, *screens, *menu))
