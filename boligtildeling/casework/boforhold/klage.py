"""Complaints: received, assessed anew, met or passed on, and answered."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.papir import klagebrev
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.klage import (
    Iverksetting,
    Klage,
    Klageavgjoerelse,
    Klagebehandling,
    Klagedel,
    Klageresultat,
    hvorfor_inhabil,
    klagefrist,
    sperrer_for_avgjoerelse,
    sperrer_for_tilgivelse,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, Sperre, Sperret
from boligtildeling.domain.frist import legg_til_virkedager
from boligtildeling.domain.krav import Antall, DatoTilNaa, Fritekst, Navn
from boligtildeling.domain.sak import Oppgave
from boligtildeling.domain.vedtak import Vedtak

_VIRKEDAGER_TIL_NYTT_VEDTAK = 5
Klagesteg = Literal[
    "utsett_iverksetting", "ta_opp_likevel", "vurder", "avvis", "omgjoer", "oversend", "registrer_resultat"
]
_AVGJOERELSER: dict[str, Klageavgjoerelse] = {"avvis": "avvist", "omgjoer": "omgjort", "oversend": "oversendt"}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerKlage(Sakskommando):
    """A complaint about one or both parts of a decision; the one in force when `vedtak` is left out.

    `underrettet_dato` is when the party had the decision, and may be left out when the complaint was in time already
    by the day it was sent.
    """

    deler: Annotated[tuple[Klagedel, ...], Antall("Hvilke deler av vedtaket det klages på.", minst=1, maks=2)]
    klager: Navn
    mottatt_dato: DatoTilNaa
    innhold: Fritekst
    vedtak: int | None = None
    underrettet_dato: DatoTilNaa | None = None
    avsendt_dato: DatoTilNaa | None = None
    ber_om_utsettelse: bool = False
    forsinket_fordi: Fritekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BehandleKlage(Sakskommando):
    """One step with a complaint: which, why, and what the step itself asks for."""

    klage: int
    steg: Klagesteg
    tekst: Fritekst
    iverksetting: Iverksetting | None = None
    resultat: Klageresultat | None = None
    dato: DatoTilNaa | None = None


def _vedtak(arbeid: Arbeid, nummer: int | None) -> Vedtak | None:
    sendte = [v for v in arbeid.sak.vedtak if v.sendt_dato is not None]
    if nummer is None:
        return sendte[-1] if sendte else None
    return next((v for v in sendte if v.nummer == nummer), None)


def _proev_klage(arbeid: Arbeid, k: RegistrerKlage, feil: Feilliste) -> None:
    vedtak = _vedtak(arbeid, k.vedtak)
    feil.krev(vedtak is not None, "/vedtak", "Fant ingen sendt vedtak det kan klages på.")
    if vedtak is None or vedtak.sendt_dato is None:
        return
    feil.krev(k.mottatt_dato >= vedtak.sendt_dato, "/mottatt_dato", "Datoen er før vedtaket ble sendt.")
    if k.underrettet_dato is not None:
        etter = k.underrettet_dato >= vedtak.sendt_dato
        feil.krev(etter, "/underrettet_dato", "Datoen er før vedtaket ble sendt.")
    if k.avsendt_dato is not None:
        feil.krev(k.avsendt_dato <= k.mottatt_dato, "/avsendt_dato", "Datoen er etter at klagen kom.")
    uansett_i_tide = (k.avsendt_dato or k.mottatt_dato) <= klagefrist(vedtak.sendt_dato)
    kjent = k.underrettet_dato is not None or uansett_i_tide
    feil.krev(kjent, "/underrettet_dato", "Si når klageren fikk vedtaket. Fristen på tre uker løper fra da.")


@handling(
    RegistrerKlage,
    navn="registrer_klage",
    tittel="Registrer klage",
    hendelse="KlageRegistrert",
    proever=_proev_klage,
    etter_avslutning=True,
)
def registrer_klage(arbeid: Arbeid, k: RegistrerKlage) -> dict[str, Any]:
    """Notes the complaint, one for each part, and says whether it is in time and whom each goes to.

    Hjemmel: forvaltningsloven §§ 28, 29, 30 og 32, boligsosialloven § 7.
    """
    vedtak = _vedtak(arbeid, k.vedtak)
    if vedtak is None or vedtak.sendt_dato is None:
        raise LookupError("vedtak")
    nye = [
        Klage(
            vedtak=vedtak.nummer,
            del_=del_,
            klager=k.klager,
            innhold=k.innhold,
            mottatt_dato=k.mottatt_dato,
            avsendt_dato=k.avsendt_dato,
            underrettet_dato=k.underrettet_dato or vedtak.sendt_dato,
            ber_om_utsettelse=k.ber_om_utsettelse,
            forsinket_fordi=k.forsinket_fordi,
            behandling=Klagebehandling(),
        )
        for del_ in dict.fromkeys(k.deler)
    ]
    arbeid.sak.klager.extend(nye)
    arbeid.session.flush()
    if not nye[0].er_rettidig:
        frist = klagefrist(nye[0].underrettet_dato)
        arbeid.advar(f"Klagefristen var {vis_dato(frist)}. Vurder om klagen skal tas opp likevel.")
    innstilling = arbeid.innstillinger()
    instanser = {n.del_: innstilling[f"klageinstans_{n.del_.lower()}"] for n in nye}
    return {
        "klager": [{"klage": n.id, "del": n.del_, "klageinstans": instanser[n.del_]} for n in nye],
        "er_rettidig": nye[0].er_rettidig,
    }


def _klage(arbeid: Arbeid, nummer: int) -> Klage | None:
    return next((k for k in arbeid.sak.klager if k.id == nummer), None)


def _proev_behandling(arbeid: Arbeid, k: BehandleKlage, feil: Feilliste) -> None:
    klage = _klage(arbeid, k.klage)
    feil.krev(klage is not None, "/klage", "Fant ingen klage med dette nummeret.")
    utsetter, svarer = k.steg == "utsett_iverksetting", k.steg == "registrer_resultat"
    feil.krev(not utsetter or k.iverksetting is not None, "/iverksetting", "Si om utsettelsen er gitt eller nektet.")
    feil.krev(not svarer or k.resultat is not None, "/resultat", "Si hva klageinstansen kom til.")
    if klage is not None and k.dato is not None:
        feil.krev(k.dato >= klage.mottatt_dato, "/dato", "Datoen er før klagen kom.")


@handling(
    BehandleKlage,
    navn="behandle_klage",
    tittel="Behandle klage",
    hendelse="KlageBehandlet",
    proever=_proev_behandling,
    etter_avslutning=True,
)
def behandle_klage(arbeid: Arbeid, k: BehandleKlage) -> dict[str, Any]:
    """Takes one step: postpones the decision, takes up a late complaint, assesses anew, decides, passes on, or answers.

    Hjemmel: forvaltningsloven §§ 31, 33 og 42, kommuneloven § 13-3.
    """
    klage = _klage(arbeid, k.klage)
    if klage is None:
        raise LookupError(k.klage)
    if sperrer := _sperrer(arbeid, klage, k):
        raise Sperret(*sperrer)
    klage.behandling = _etter_steget(arbeid, klage.behandling, k)
    if k.steg == "omgjoer":
        arbeid.advar("Omgjør vedtaket med grunnen «etter klage», og skriv et nytt.")
        frist = legg_til_virkedager(arbeid.i_dag, _VIRKEDAGER_TIL_NYTT_VEDTAK)
        tekst = f"Skriv nytt vedtak etter klagen på del {klage.del_}"
        arbeid.sak.oppgaver.append(Oppgave(kode=None, tekst=tekst, frist=frist, ansvarlig=arbeid.sak.ansvarlig))
    svar: dict[str, Any] = {"avgjoerelse": klage.behandling.avgjoerelse, "resultat": klage.behandling.resultat}
    vedtak = _vedtak(arbeid, klage.vedtak)
    if k.steg == "oversend" and vedtak is not None:
        svar |= klagebrev(arbeid, klage, vedtak, har_behandlet(vedtak))
    return svar


def har_behandlet(vedtak: Vedtak) -> tuple[str, ...]:
    """Everyone who prepared or made the decision."""
    return tuple(dict.fromkeys((*vedtak.forfattere, *([vedtak.godkjent_av] if vedtak.godkjent_av else []))))


def _sperrer(arbeid: Arbeid, klage: Klage, k: BehandleKlage) -> tuple[Sperre, ...]:
    if klage.er_avgjort:
        return (Sperre("ALLEREDE", "Klagen er avgjort."),)
    if k.steg == "ta_opp_likevel":
        vedtak = _vedtak(arbeid, klage.vedtak)
        return sperrer_for_tilgivelse(klage, vedtak.sendt_dato) if vedtak and vedtak.sendt_dato else ()
    if k.steg == "registrer_resultat":
        oversendt = klage.behandling.avgjoerelse == "oversendt"
        return () if oversendt else (Sperre("STEG", "Klagen er ikke oversendt til klageinstansen."),)
    if k.steg in {"vurder", "utsett_iverksetting"}:
        oversendt = klage.behandling.avgjoerelse is not None and k.steg == "vurder"
        return (Sperre("ALLEREDE", "Klagen er allerede oversendt."),) if oversendt else ()
    return sperrer_for_avgjoerelse(klage, _AVGJOERELSER[k.steg], _inhabil(arbeid, klage))


def _inhabil(arbeid: Arbeid, klage: Klage) -> str | None:
    vedtak = _vedtak(arbeid, klage.vedtak)
    behandlere = har_behandlet(vedtak) if vedtak is not None else ()
    ledere = arbeid.session.scalars(
        select(Bruker.navn).where(Bruker.navn.in_(behandlere), Bruker.rolle == "teamleder")
    ).all()
    i_sekretariatet = "klagesekretariat" in arbeid.bruker.funksjoner
    return hvorfor_inhabil(arbeid.bruker.navn, i_sekretariatet, behandlere, ledere)


def _etter_steget(arbeid: Arbeid, b: Klagebehandling, k: BehandleKlage) -> Klagebehandling:
    dato = k.dato or arbeid.i_dag
    if k.steg == "utsett_iverksetting":
        return replace(b, utsatt_iverksetting=k.iverksetting, utsatt_grunn=k.tekst)
    if k.steg == "ta_opp_likevel":
        return replace(b, er_tilgitt=True, tilgitt_grunn=k.tekst)
    if k.steg == "vurder":
        return replace(b, vurdering=k.tekst, vurdert_av=arbeid.bruker.navn, vurdert_dato=dato)
    if k.steg == "registrer_resultat":
        return replace(b, resultat=k.resultat, resultat_dato=dato, resultat_merknad=k.tekst)
    return replace(
        b,
        avgjoerelse=_AVGJOERELSER[k.steg],
        avgjoerelse_grunn=k.tekst,
        avgjort_av=arbeid.bruker.navn,
        avgjort_dato=dato,
    )
