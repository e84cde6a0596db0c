"""Following arrears up: contact with the tenant, and the agreement to pay old rent down."""

from dataclasses import dataclass
from typing import Annotated, Any

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.gjort import MOT_LEIER
from boligtildeling.casework.boforhold.inndrivelsesfakta import bygg_inndrivelse
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.boforhold.restanse import gjeldende_avtale
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.kontakt import Kanal, Kontaktaktoer, Kontaktforsoek, neste_kanal
from boligtildeling.domain.boforhold.nedbetaling import Nedbetalingsavtale, lag_rater
from boligtildeling.domain.boforhold.port_i import GJELDSORDNINGSL_3_4
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Dato, DatoTilNaa, PositivtBeloep, Tekst

FLESTE_RATER = 120
Referat = Annotated[str, Tekst("Hva som ble sagt eller avtalt.", maks=2_000)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LoggKontakt(Sakskommando):
    """An attempt to reach the tenant, or someone else about the tenancy."""

    dato: DatoTilNaa
    kanal: Kanal
    fikk_svar: bool
    referat: Referat
    aktoer: Kontaktaktoer = "leier"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InngaaNedbetalingsavtale(Sakskommando):
    """Old rent paid down month by month.

    The three that the tenant must have been helped with first are told one by one: that enough is left to live on,
    that advice on money was offered, and what signing means for how long the debt can be claimed.
    """

    beloep: PositivtBeloep
    per_maaned: PositivtBeloep
    foerste_forfall: Dato
    signert_dato: DatoTilNaa
    livsopphold_er_kontrollert: bool
    raadgivning_er_tilbudt: bool
    erkjennelse_er_forklart: bool


@handling(
    LoggKontakt, navn="logg_kontakt", tittel="Loggfør kontakt", hendelse="KontaktLoggfoert", etter_avslutning=True
)
def logg_kontakt(arbeid: Arbeid, k: LoggKontakt) -> dict[str, Any]:
    """Keeps the attempt; when the tenant did not answer, proposes the next channel."""
    krev_begynt(arbeid)
    arbeid.session.add(
        Kontaktforsoek(
            saksnummer=arbeid.sak.saksnummer,
            dato=k.dato,
            kanal=k.kanal,
            aktoer=k.aktoer,
            fikk_svar=k.fikk_svar,
            referat=k.referat,
            loggfoert_av=arbeid.bruker.navn,
        )
    )
    arbeid.session.flush()
    return {"neste_kanal": neste_kanal(forsoek_mot_leier(arbeid))}


def forsoek_mot_leier(arbeid: Arbeid) -> list[tuple[str, bool]]:
    """Channel and whether it was answered, of every attempt to reach the tenant or whoever acts for them."""
    rader = select(Kontaktforsoek).where(
        Kontaktforsoek.saksnummer == arbeid.sak.saksnummer, Kontaktforsoek.aktoer.in_(MOT_LEIER)
    )
    alle = arbeid.session.scalars(rader.order_by(Kontaktforsoek.dato, Kontaktforsoek.id))
    return [(f.kanal, f.fikk_svar) for f in alle]


def _proev_avtale(arbeid: Arbeid, k: InngaaNedbetalingsavtale, feil: Feilliste) -> None:
    feil.krev(k.per_maaned <= k.beloep, "/per_maaned", "Raten kan ikke være større enn beløpet.")
    rater = -(-k.beloep.oere // k.per_maaned.oere)
    feil.krev(rater <= FLESTE_RATER, "/per_maaned", f"Det blir {rater} rater. Avtalen kan ha høyst {FLESTE_RATER}.")
    feil.krev(k.foerste_forfall > k.signert_dato, "/foerste_forfall", "Den første raten må være etter signeringen.")
    hva = {
        "livsopphold_er_kontrollert": "Kontroller at leieren har nok igjen å leve av.",
        "raadgivning_er_tilbudt": "Tilby økonomisk rådgivning før avtalen inngås.",
        "erkjennelse_er_forklart": "Forklar at en signert avtale erkjenner gjelden og gir ny foreldelsesfrist.",
    }
    for felt, setning in hva.items():
        feil.krev(getattr(k, felt), f"/{felt}", setning)


@handling(
    InngaaNedbetalingsavtale,
    navn="inngaa_nedbetalingsavtale",
    tittel="Inngå nedbetalingsavtale",
    hendelse="NedbetalingsavtaleInngaatt",
    proever=_proev_avtale,
)
def inngaa_nedbetalingsavtale(arbeid: Arbeid, k: InngaaNedbetalingsavtale) -> dict[str, Any]:
    """Makes the agreement with its instalments; it takes the place of one that was there.

    Refused for more than is owed, and for claims that a debt settlement holds back.

    Hjemmel: foreldelsesloven § 14, gjeldsordningsloven § 3-4.
    """
    krev_begynt(arbeid)
    fakta = bygg_inndrivelse(arbeid)
    if k.beloep > fakta.restanse:
        nekt("RESTANSE", f"Restansen er {fakta.restanse}. Avtalen kan ikke gjelde mer.")
    if k.beloep > fakta.kan_kreves_naa:
        grunn = f"Gjeldsordningen gjør at du bare kan kreve {fakta.kan_kreves_naa}."
        nekt("GJELD", grunn, GJELDSORDNINGSL_3_4)
    if (gammel := gjeldende_avtale(arbeid.session, arbeid.sak.saksnummer)) is not None:
        gammel.avsluttet_dato, gammel.avsluttet_grunn = arbeid.i_dag, "Ny avtale er inngått."
    ny = Nedbetalingsavtale(
        saksnummer=arbeid.sak.saksnummer,
        inngaatt_dato=k.signert_dato,
        beloep=k.beloep,
        rater=lag_rater(k.beloep, k.per_maaned, k.foerste_forfall),
        inngaatt_av=arbeid.bruker.navn,
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    return {"avtale": ny.id, "rater": [{"forfall": r.forfall, "beloep": r.beloep} for r in ny.rater]}
