"""Following arrears up: contact, agreements, measures, guarantees, and what the tenant has told of."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.inndrivelsesfakta import bygg_inndrivelse, krev_leieforhold
from boligtildeling.casework.boforhold.restanse import gjeldende_avtale
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.inndrivelse import Garanti, Gjeldsordning, Gjeldsstatus, Reservasjon
from boligtildeling.domain.boforhold.kontakt import Kanal, Kontaktaktoer, Kontaktforsoek, neste_kanal
from boligtildeling.domain.boforhold.nedbetaling import Nedbetalingsavtale, lag_rater
from boligtildeling.domain.boforhold.port_i import GJELDSORDNINGSL_3_4
from boligtildeling.domain.boforhold.virkemiddel import (
    Trinn,
    Virkemiddel,
    Virkemiddelstatus,
    sperrer_for_virkemiddel,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.frist import legg_til_virkedager
from boligtildeling.domain.krav import Dato, DatoTilNaa, Fritekst, Kode, Navn, PositivtBeloep, Setning, Tekst
from boligtildeling.domain.sak import Oppgave

FLESTE_RATER = 120
VURDER_OPPFOELGING_VIRKEDAGER = 10
Referat = Annotated[str, Tekst("Hva som ble sagt eller avtalt.", maks=2_000)]
Virkemiddelgrunnlag = Literal["samtykke", "vedtak", "nav_bekreftelse"]


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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VelgVirkemiddel(Sakskommando):
    """A measure against arrears, and how far it has come; the same one again gives it a new status."""

    virkemiddel: Kode
    grunn: Setning
    status: Virkemiddelstatus = "i_gang"
    hvorfor_ikke_mildere: Setning | None = None
    grunnlag: Virkemiddelgrunnlag | None = None
    grunnlag_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerGaranti(Sakskommando):
    """A guarantee on the lease, or (with `garanti`) that it is called."""

    garantist: Navn
    beloep: PositivtBeloep
    vilkaar: Setning
    gitt_dato: DatoTilNaa
    til_dato: Dato | None = None
    garanti: int | None = None
    utloest_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerGjeldsordning(Sakskommando):
    """Where the tenant stands with a debt settlement; `aapnet_dato` once negotiation is opened."""

    status: Gjeldsstatus
    dato: DatoTilNaa
    aapnet_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerReservasjon(Sakskommando):
    """The tenant reserves against a warning to sosialtjenesten, or (`trekkes`) no longer does."""

    dato: DatoTilNaa
    trekkes: bool = False


@handling(
    LoggKontakt, navn="logg_kontakt", tittel="Loggfør kontakt", hendelse="KontaktLoggfoert", etter_avslutning=True
)
def logg_kontakt(arbeid: Arbeid, k: LoggKontakt) -> dict[str, Any]:
    """Keeps the attempt; when the tenant did not answer, proposes the next channel."""
    krev_leieforhold(arbeid)
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
        Kontaktforsoek.saksnummer == arbeid.sak.saksnummer, Kontaktforsoek.aktoer.in_(("leier", "fullmektig"))
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
        "erkjennelse_er_forklart": "Forklar at en signert avtale er en erkjennelse av gjelden, med ny foreldelsesfrist.",
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
    krev_leieforhold(arbeid)
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


def _finn_trinn(arbeid: Arbeid, kode: str) -> Trinn | None:
    return next((t for t in arbeid.rammer.virkemiddelstige if t.kode == kode), None)


def _proev_virkemiddel(arbeid: Arbeid, k: VelgVirkemiddel, feil: Feilliste) -> None:
    trinn = _finn_trinn(arbeid, k.virkemiddel)
    koder = ", ".join(t.kode for t in arbeid.rammer.virkemiddelstige)
    if feil.krev(trinn is not None, "/virkemiddel", f"Ukjent virkemiddel. Velg en av: {koder}.") and trinn:
        kan_vente = trinn.har_koe or k.status != "venteliste"
        feil.krev(kan_vente, "/status", f"Det er ingen venteliste for «{trinn.tekst}».")
    har_dato = k.grunnlag is None or k.grunnlag_dato is not None
    feil.krev(har_dato, "/grunnlag_dato", "Skriv datoen for samtykket, vedtaket eller bekreftelsen.")


@handling(
    VelgVirkemiddel,
    navn="velg_virkemiddel",
    tittel="Velg virkemiddel",
    hendelse="VirkemiddelValgt",
    proever=_proev_virkemiddel,
)
def velg_virkemiddel(arbeid: Arbeid, k: VelgVirkemiddel) -> dict[str, Any]:
    """Chooses a measure, mildest first: a jump needs its reason, and force its consent, decision or confirmation.

    Waiting for one needs nothing of that yet. Some always lead to a task: to consider following the tenant up.

    Hjemmel: sosialtjenesteloven § 21.
    """
    krev_leieforhold(arbeid)
    trinn = _finn_trinn(arbeid, k.virkemiddel)
    if trinn is None:
        raise LookupError(k.virkemiddel)
    mine = arbeid.session.scalars(select(Virkemiddel).where(Virkemiddel.saksnummer == arbeid.sak.saksnummer)).all()
    aapent = next((v for v in mine if v.virkemiddel == k.virkemiddel and v.status in {"venteliste", "i_gang"}), None)
    if k.status in {"i_gang", "gjennomfoert"}:
        proevd = [v.virkemiddel for v in mine if v.status != "venteliste"]
        hoppgrunn = k.hvorfor_ikke_mildere or (aapent.hvorfor_ikke_mildere if aapent else None)
        grunnlag = k.grunnlag or (aapent.grunnlag if aapent else None)
        if sperrer := sperrer_for_virkemiddel(arbeid.rammer.virkemiddelstige, trinn, proevd, hoppgrunn, grunnlag):
            raise Sperret(*sperrer)
    if aapent is None:
        aapent = Virkemiddel(
            saksnummer=arbeid.sak.saksnummer, virkemiddel=k.virkemiddel, valgt_dato=arbeid.i_dag, valgt_av=""
        )
        arbeid.session.add(aapent)
    _fyll(aapent, k, arbeid.bruker.navn)
    arbeid.session.flush()
    plass = _plass_i_koeen(arbeid, aapent) if k.status == "venteliste" else None
    if trinn.vurder_oppfoelging and k.status == "i_gang":
        frist = legg_til_virkedager(arbeid.i_dag, VURDER_OPPFOELGING_VIRKEDAGER)
        tekst = f"Vurder om leieren trenger oppfølging ({trinn.tekst.lower()})"
        arbeid.sak.oppgaver.append(Oppgave(kode=None, tekst=tekst, frist=frist, ansvarlig=arbeid.sak.ansvarlig))
    return {"virkemiddel": aapent.id, "plass_i_koeen": plass}


def _fyll(virkemiddel: Virkemiddel, k: VelgVirkemiddel, av: str) -> None:
    virkemiddel.status, virkemiddel.grunn, virkemiddel.valgt_av = k.status, k.grunn, av
    virkemiddel.hvorfor_ikke_mildere = k.hvorfor_ikke_mildere or virkemiddel.hvorfor_ikke_mildere
    virkemiddel.grunnlag = k.grunnlag or virkemiddel.grunnlag
    virkemiddel.grunnlag_dato = k.grunnlag_dato or virkemiddel.grunnlag_dato


def _plass_i_koeen(arbeid: Arbeid, ny: Virkemiddel) -> int:
    """Whose turn it is, told as a number only: who is before is not for everyone to see."""
    foran = select(Virkemiddel.id).where(
        Virkemiddel.virkemiddel == ny.virkemiddel, Virkemiddel.status == "venteliste", Virkemiddel.id <= ny.id
    )
    return len(arbeid.session.scalars(foran).all())


def _proev_garanti(arbeid: Arbeid, k: RegistrerGaranti, feil: Feilliste) -> None:
    if k.garanti is not None:
        funnet = arbeid.session.get(Garanti, k.garanti)
        egen = funnet is not None and funnet.saksnummer == arbeid.sak.saksnummer
        feil.krev(egen, "/garanti", "Fant ingen garanti med dette nummeret i saken.")
        feil.krev(k.utloest_dato is not None, "/utloest_dato", "Skriv når garantien ble utløst.")
    if k.til_dato is not None:
        feil.krev(k.til_dato >= k.gitt_dato, "/til_dato", "Datoen er før garantien ble gitt.")


@handling(
    RegistrerGaranti,
    navn="registrer_garanti",
    tittel="Registrer garanti",
    hendelse="GarantiRegistrert",
    proever=_proev_garanti,
)
def registrer_garanti(arbeid: Arbeid, k: RegistrerGaranti) -> dict[str, Any]:
    """A guarantee on the lease, or that it is called; called once, for at most what it holds, and while it lasts."""
    krev_leieforhold(arbeid)
    if k.garanti is None:
        ny = Garanti(
            saksnummer=arbeid.sak.saksnummer,
            garantist=k.garantist,
            beloep=k.beloep,
            vilkaar=k.vilkaar,
            gitt_dato=k.gitt_dato,
            til_dato=k.til_dato,
            registrert_av=arbeid.bruker.navn,
        )
        arbeid.session.add(ny)
        arbeid.session.flush()
        return {"garanti": ny.id}
    garanti = arbeid.session.get_one(Garanti, k.garanti)
    if garanti.utloest_dato is not None:
        nekt("ALLEREDE", f"Garantien ble utløst {vis_dato(garanti.utloest_dato)}.")
    if k.beloep > garanti.beloep:
        nekt("GARANTI", f"Garantien gjelder {garanti.beloep}. Du kan ikke utløse mer.")
    if garanti.til_dato is not None and k.utloest_dato is not None and k.utloest_dato > garanti.til_dato:
        nekt("GARANTI", f"Garantien gjaldt til {vis_dato(garanti.til_dato)}.")
    garanti.utloest_dato, garanti.utloest_beloep = k.utloest_dato, k.beloep
    return {"garanti": garanti.id}


def _proev_gjeldsordning(arbeid: Arbeid, k: RegistrerGjeldsordning, feil: Feilliste) -> None:
    trenger = k.status in {"aapnet", "stadfestet"}
    feil.krev(not trenger or k.aapnet_dato is not None, "/aapnet_dato", "Skriv når gjeldsforhandlingen ble åpnet.")
    if k.aapnet_dato is not None:
        feil.krev(k.aapnet_dato <= k.dato, "/aapnet_dato", "Åpningen kan ikke være etter datoen du registrerer.")


@handling(
    RegistrerGjeldsordning,
    navn="registrer_gjeldsordning",
    tittel="Registrer gjeldsordning",
    hendelse="GjeldsordningRegistrert",
    proever=_proev_gjeldsordning,
)
def registrer_gjeldsordning(arbeid: Arbeid, k: RegistrerGjeldsordning) -> None:
    """Where a debt settlement stands: it holds back claims from before negotiation was opened, not later rent.

    Hjemmel: gjeldsordningsloven § 3-4.
    """
    krev_leieforhold(arbeid)
    arbeid.session.add(
        Gjeldsordning(
            saksnummer=arbeid.sak.saksnummer,
            status=k.status,
            dato=k.dato,
            aapnet_dato=k.aapnet_dato,
            registrert_av=arbeid.bruker.navn,
        )
    )


@handling(
    RegistrerReservasjon,
    navn="registrer_reservasjon",
    tittel="Registrer reservasjon",
    hendelse="ReservasjonRegistrert",
)
def registrer_reservasjon(arbeid: Arbeid, k: RegistrerReservasjon) -> None:
    """The tenant does not want sosialtjenesten to be warned; then the case is talked over without them.

    Hjemmel: husleieloven § 9-11.
    """
    krev_leieforhold(arbeid)
    gjelder = gjeldende_reservasjon(arbeid)
    if k.trekkes:
        if gjelder is None:
            nekt("STEG", "Leieren har ikke reservert seg.")
        gjelder.trukket_dato = k.dato
    elif gjelder is not None:
        nekt("ALLEREDE", f"Leieren reserverte seg {vis_dato(gjelder.mottatt_dato)}.")
    else:
        arbeid.session.add(
            Reservasjon(saksnummer=arbeid.sak.saksnummer, mottatt_dato=k.dato, registrert_av=arbeid.bruker.navn)
        )


def gjeldende_reservasjon(arbeid: Arbeid) -> Reservasjon | None:
    egen = select(Reservasjon).where(
        Reservasjon.saksnummer == arbeid.sak.saksnummer, Reservasjon.trukket_dato.is_(None)
    )
    return arbeid.session.scalars(egen.order_by(Reservasjon.id.desc()).limit(1)).one_or_none()
