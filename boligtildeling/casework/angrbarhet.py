"""What in the history can be undone, and for the rest why not, and what to do in its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from boligtildeling.casework.act import tittel_paa
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.historikk import Hendelse

HVORFOR_IKKE: Mapping[str, str] = {
    "registrer_naboklage": "Klagen er kommet inn. Legg den bort med en grunn hvis den er feil.",
    "behandle_naboklage": "Det som er gjort med klagen, står. Skriv et nytt steg som retter det.",
    "registrer_soeknad": "Søknaden er kommet inn. Avslutt saken hvis den er registrert ved en feil.",
    "rett_soeknad": "Det som sto der, står i historikken. Rett søknaden en gang til.",
    "legg_ved": "Det som er lagt ved en sak, blir i saken. Er det feil, skriv et notat, eller skjerm vedlegget.",
    "noter": "Et notat blir i saken. Skriv et nytt notat som retter det.",
    "lag_dokument": "Dokumentet er lagt i saken. Lag det på nytt når saken er rettet.",
    "gi_tilgang": "Trekk tilgangen i stedet.",
    "trekk_tilgang": "Gi tilgang på nytt i stedet.",
    "angre": "Gjør handlingen på nytt i stedet.",
    "skjerm_opplysning": "Opplysningen er tatt ut og forseglet. Teamleder og arkivansvarlig kan åpne den sammen.",
    "aapne_skjermet_opplysning": "To har sett opplysningen.",
    "trekk_tilbud": "Søkeren har fått vite at tilbudet er trukket. Tilby boligen på nytt i stedet.",
    "send_foreloepig_svar": "Søkeren har fått brevet.",
    "be_om_opplysninger": "Søkeren har fått brevet.",
    "forelegg_opplysninger": "Søkeren har fått brevet.",
    "send_forhaandsvarsel": "Søkeren har fått brevet.",
    "bekreft_muntlig_vedtak": "Søkeren har fått brevet.",
    "returner_vedtak": "Vedtaket er et utkast igjen. Send det til godkjenning på nytt.",
    "send_vedtak": "Søkeren har fått vedtaket. Det kan bare omgjøres (forvaltningsloven § 35).",
    "omgjoer_vedtak": "Vedtaket gjelder ikke lenger. Skriv et nytt.",
    "la_vedtak_falle_bort": "Vedtaket gjelder ikke lenger. Skriv et nytt.",
    "registrer_tilknytning": "Teamleder avslutter tilknytningen i stedet.",
    "avslutt_tilknytning": "Registrer tilknytningen på nytt i stedet.",
    "etterregistrer_avvik": "Et avvik blir stående. Skriv et notat som forklarer.",
    "registrer_midlertidig_botilbud": "Søkeren har fått tak over hodet. Skriv et notat hvis det er registrert feil.",
    "lag_innsynspakke": "En pakke som ikke frigis, kasseres etter planen. Lag en ny.",
    "fjern_i_innsynspakke": "Legg tilbake i pakken i stedet.",
    "legg_tilbake_i_innsynspakke": "Fjern i pakken i stedet.",
    "frigi_innsynspakke": "Pakken er gitt ut.",
    "skriv_kontrakt": "Annuller kontrakten i stedet.",
    "signer_kontrakt": "Annuller kontrakten i stedet.",
    "annuller_kontrakt": "Skriv kontrakten på nytt i stedet.",
    "registrer_betaling": "Registrer en reversering i stedet.",
    "legg_i_konvolutt": "Adressen er tatt ut av saken og forseglet.",
    "gjenopprett_konvolutt": "Konvolutten er forseglet på nytt.",
    "utlever_noekkel": "Leieren har fått nøkkelen.",
    "plasser_betaling": "Pengene er ført på leieforholdet. Skriv et notat hvis de hører til et annet.",
    "registrer_garanti": "Garantien står i saken. Skriv et notat hvis den er registrert feil.",
    "registrer_gjeldsordning": "Registrer hvor gjeldsordningen står nå.",
    "registrer_reservasjon": "Leierens ønske står i saken. Skriv et notat hvis leieren ombestemmer seg.",
    "foer_referat": "Det som er sagt på møtet, blir stående. Skriv et notat som retter det.",
    "logg_kontakt": "Forsøket er gjort. Skriv et notat hvis det er loggført feil.",
    "inngaa_nedbetalingsavtale": "Avtalen er inngått med leieren. Inngå en ny, som tar plassen.",
    "velg_virkemiddel": "Virkemidlet er valgt og begrunnet. Velg et annet i stedet.",
    "evaluer_oppfoelging": "Evalueringen er gjort. Skriv et notat, eller evaluer på nytt.",
    "svar_husstandsendring": "Leieren har fått svaret.",
    "registrer_klage": "Klagen er kommet inn. Skriv et notat hvis den er registrert feil.",
    "behandle_klage": "Klagen er behandlet.",
    "si_opp": "Oppsigelsen er gitt. Skriv et notat hvis den er registrert feil.",
    "registrer_protest": "Protesten er kommet inn. Skriv et notat hvis den er registrert feil.",
    "registrer_soeksmaal": "Søksmålet er reist. Skriv et notat hvis det er registrert feil.",
    "registrer_utflytting": "Leieren har flyttet. Skriv et notat hvis det er registrert feil.",
    "forleng_leieforhold": "Leieforholdet er forlenget. Skriv et notat hvis det er registrert feil.",
    "send_flytteoppfordring": "Leieren har fått oppfordringen.",
    "send_varsel": "Leieren har fått varselet.",
    "oversend_inkasso": "Kravet er oversendt.",
    "send_begjaering": "Begjæringen er sendt.",
}
"""Acts on a case that cannot be undone: why, or what to do in place of it."""
ELLERS = "Det er gjort og blir stående. Skriv et notat hvis det er feil."
"""For an act that has no sentence of its own."""
_STED = ("kode", "felt", "vilkaar", "tilbud", "oppgave", "utsettelse", "husstandssoeknad", "leieendring")


def hindre(linjer: Sequence[Hendelse], angrer: frozenset[str]) -> list[Sperre | None]:
    """For each line of the history of one case, oldest first: why it cannot be undone; None where it can.

    `angrer` are the acts that know how. The last one at a place goes first: one that was done again later, and is not
    undone, stands in the way.
    """
    angret = {h.data["kommando"]["hendelse"] for h in linjer if h.handling == "angre"}
    senere: set[tuple[Any, ...]] = set()
    funn: list[Sperre | None] = []
    for h in reversed(linjer):
        funn.append(_hinder(h, angrer, angret, senere))
        if h.handling in angrer and h.id not in angret and (sted := _sted(h)) is not None:
            senere.add(sted)
    return funn[::-1]


def _hinder(h: Hendelse, angrer: frozenset[str], angret: set[int], senere: set[tuple[Any, ...]]) -> Sperre | None:
    tittel, sted = tittel_paa(h.handling), _sted(h)
    if h.handling not in angrer or sted is None:
        return Sperre("STEG", f"«{tittel}» kan ikke angres. {HVORFOR_IKKE.get(h.handling, ELLERS)}")
    if h.id in angret:
        return Sperre("ALLEREDE", "Handlingen er allerede angret.")
    if sted in senere:
        return Sperre("STEG", f"«{tittel}» er gjort på nytt senere. Angre den siste først.")
    return None


def _sted(h: Hendelse) -> tuple[Any, ...] | None:
    """What the act changed; None when the line does not say what stood there before."""
    foer = h.data.get("foer")
    return (h.handling, *(str(foer.get(n)) for n in _STED)) if foer is not None else None
