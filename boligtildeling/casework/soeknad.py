"""Taking in an application: register, correct, enclose, note."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.gjenkjenning import advar_om_andre_saker, finn_paa_referanse, ledig_referanse
from boligtildeling.casework.soekeindeks import indekser
from boligtildeling.casework.tidligere_adresse import ta_vare_paa_adressene
from boligtildeling.domain.base import omformer
from boligtildeling.domain.drift import Sjekklisteutgave
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.identitet import advarsel_nummer, er_kontonummer, tolk_nummer
from boligtildeling.domain.krav import Fritekst, Navn, Setning
from boligtildeling.domain.sak import Notat, Sak, Tilgang, Vedlegg
from boligtildeling.domain.saksnummer import neste
from boligtildeling.domain.sjekkliste import Sjekklistefeil
from boligtildeling.domain.soeknad import Soeknad, Soeknadsvedlegg


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerSoeknad:
    """A new case out of an application."""

    soeknad: Soeknad


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RettSoeknad(Sakskommando):
    """The whole application as it should read; what stood there before stays in the history."""

    soeknad: Soeknad
    grunn: Setning | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LeggVed(Sakskommando):
    """An enclosure: its title, and its file when there is one."""

    tittel: Navn
    fil: Navn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Noter(Sakskommando):
    """A note on the case."""

    tekst: Fritekst


def proev_soeknad(arbeid: Arbeid, soeknad: Soeknad, feil: Feilliste) -> None:
    """Notes what types and fields cannot show: numbers, mandates, files, dates that contradict each other."""
    for del_ in ("soeker", "medsoeker"):
        person = getattr(soeknad, del_)
        if person is None or person.foedselsnummer is None:
            continue
        funn, peker = tolk_nummer(person.foedselsnummer), f"/soeknad/{del_}/foedselsnummer"
        if feil.krev(funn.gyldig, peker, "Nummeret er ikke et gyldig fødselsnummer eller d-nummer."):
            lov = arbeid.rammer.er_proeve or not funn.er_syntetisk
            feil.krev(lov, peker, "Nummeret er syntetisk (testdata) og kan bare brukes i en prøvemappe.")
    for nr, fullmektig in enumerate(soeknad.fullmektige):
        har_mandat = fullmektig.rolle != "verge" or bool(fullmektig.mandat)
        feil.krev(har_mandat, f"/soeknad/fullmektige/{nr}/mandat", "Skriv hva vergens mandat gjelder.")
    if soeknad.kontonummer is not None:
        feil.krev(er_kontonummer(soeknad.kontonummer), "/soeknad/kontonummer", "Kontonummeret er ikke gyldig.")
    siden, innen = soeknad.bosituasjon.siden, soeknad.bosituasjon.maa_flytte_innen
    if siden and innen:
        feil.krev(innen >= siden, "/soeknad/bosituasjon/maa_flytte_innen", "Datoen er før søkeren flyttet inn.")
    for nr, vedlegg in enumerate(soeknad.vedlegg):
        _proev_fil(arbeid, vedlegg, f"/soeknad/vedlegg/{nr}/fil", feil)


def _proev_fil(arbeid: Arbeid, vedlegg: Soeknadsvedlegg | LeggVed, peker: str, feil: Feilliste) -> None:
    if vedlegg.fil is None:
        return
    try:
        arbeid.rammer.filer.hent(vedlegg.fil)
    except ValueError as grunn:
        feil.legg_til(peker, str(grunn))


def _proev_registrering(arbeid: Arbeid, k: RegistrerSoeknad, feil: Feilliste) -> None:
    proev_soeknad(arbeid, k.soeknad, feil)


@handling(
    RegistrerSoeknad,
    navn="registrer_soeknad",
    tittel="Registrer søknad",
    hendelse="SoeknadRegistrert",
    proever=_proev_registrering,
)
def registrer_soeknad(arbeid: Arbeid, k: RegistrerSoeknad) -> dict[str, Any]:
    """A new case. The same `ekstern_referanse` gives the case it gave before, and changes nothing."""
    if (fantes := finn_paa_referanse(arbeid, k.soeknad)) is not None:
        arbeid.er_uendret = True
        return {"saksnummer": fantes, "fantes": True}
    soeknad = _uten_hemmelig_adresse(arbeid, k.soeknad)
    sak = Sak(
        saksnummer=_neste_saksnummer(arbeid),
        steg="kartlegging",
        ansvarlig=arbeid.bruker.navn,
        ekstern_referanse=ledig_referanse(arbeid, soeknad.ekstern_referanse),
        opprettet_av=arbeid.bruker.navn,
        opprettet_tidspunkt=arbeid.naa,
        sjekkliste_versjon=_sjekkliste_versjon(arbeid),
    )
    sak.sett_soeknad(soeknad)
    _advar_om_numre(arbeid, soeknad)
    advar_om_andre_saker(arbeid, sak)
    arbeid.session.add(sak)
    if sak.er_skjermet:
        sak.tilganger.append(Tilgang(bruker=arbeid.bruker.navn, gitt_av=arbeid.bruker.navn))
    sak.vedlegg.extend(_les_vedlegg(arbeid, v) for v in soeknad.vedlegg)
    arbeid.session.flush()
    indekser(arbeid.session, sak)
    arbeid.sak_eller_ingen = sak
    arbeid.logg = replace(k, soeknad=soeknad.uten_adresser)
    return {"saksnummer": sak.saksnummer, "fantes": False}


def _proev_retting(arbeid: Arbeid, k: RettSoeknad, feil: Feilliste) -> None:
    proev_soeknad(arbeid, k.soeknad, feil)


@handling(
    RettSoeknad,
    navn="rett_soeknad",
    tittel="Rett søknaden",
    hendelse="SoeknadRettet",
    proever=_proev_retting,
)
def rett_soeknad(arbeid: Arbeid, k: RettSoeknad) -> None:
    """Corrects the application; with address protection, whoever corrects it and the responsible are named."""
    sak = arbeid.sak
    if sak.kontrakt is not None and not k.soeknad.har_samme_parter_som(sak.soeknad):
        nekt("STEG", "Kontrakten er skrevet med dem som søkte. Annuller den før du endrer hvem som søker.")
    soeknad = _uten_hemmelig_adresse(arbeid, k.soeknad)
    arbeid.foer = {"felt": "soeknad", "verdi": omformer().unstructure(sak.soeknad.uten_adresser)}
    ta_vare_paa_adressene(arbeid, soeknad)
    sak.sett_soeknad(soeknad)
    _advar_om_numre(arbeid, soeknad)
    if sak.er_skjermet:
        navngitte = {t.bruker for t in sak.tilganger}
        for navn in sorted({arbeid.bruker.navn, sak.ansvarlig} - navngitte):
            sak.tilganger.append(Tilgang(bruker=navn, gitt_av=arbeid.bruker.navn))
    indekser(arbeid.session, sak)
    arbeid.logg = replace(k, soeknad=soeknad.uten_adresser)


def _proev_vedlegg(arbeid: Arbeid, k: LeggVed, feil: Feilliste) -> None:
    _proev_fil(arbeid, k, "/fil", feil)


@handling(
    LeggVed,
    navn="legg_ved",
    tittel="Legg ved",
    hendelse="VedleggLagtVed",
    proever=_proev_vedlegg,
    etter_avslutning=True,
)
def legg_ved(arbeid: Arbeid, k: LeggVed) -> dict[str, Any]:
    """Keeps an enclosure with the case."""
    vedlegg = _les_vedlegg(arbeid, k)
    arbeid.sak.vedlegg.append(vedlegg)
    arbeid.session.flush()
    return {"vedlegg": vedlegg.id}


@handling(Noter, navn="noter", tittel="Skriv notat", hendelse="NotatSkrevet", etter_avslutning=True)
def noter(arbeid: Arbeid, k: Noter) -> None:
    """Keeps a note with the case."""
    arbeid.sak.notater.append(Notat(tekst=k.tekst, skrevet_av=arbeid.bruker.navn, skrevet_tidspunkt=arbeid.naa))


def _uten_hemmelig_adresse(arbeid: Arbeid, soeknad: Soeknad) -> Soeknad:
    lagres = soeknad.uten_adresser_som_ikke_kan_lagres()
    if lagres != soeknad:
        arbeid.advar("Strengt fortrolig: adressen er fjernet og er ikke lagret. Ikke skriv den noe sted i saken.")
    return lagres


def _neste_saksnummer(arbeid: Arbeid) -> str:
    aar = str(arbeid.naa.year)
    i_aar = select(Sak.saksnummer).where(Sak.saksnummer >= f"{aar}-", Sak.saksnummer < f"{aar}.")
    siste = arbeid.session.scalar(i_aar.order_by(func.length(Sak.saksnummer).desc(), Sak.saksnummer.desc()).limit(1))
    return neste(arbeid.naa.year, siste, arbeid.rammer.sprang())


def _sjekkliste_versjon(arbeid: Arbeid) -> str:
    versjon, tekster = arbeid.rammer.sjekklister.gjeldende()
    kjent = arbeid.session.get(Sjekklisteutgave, versjon)
    if kjent is not None and kjent.tekster != dict(tekster):
        raise Sjekklistefeil(
            "sjekklister", "liste.versjon", f"innholdet er endret, men versjonen er fortsatt {versjon}."
        )
    if kjent is None:
        arbeid.session.add(Sjekklisteutgave(versjon=versjon, tekster=dict(tekster)))
        arbeid.session.flush()
    return versjon


def _advar_om_numre(arbeid: Arbeid, soeknad: Soeknad) -> None:
    for person in soeknad.soekere:
        if person.foedselsnummer and (setning := advarsel_nummer(person.foedselsnummer, arbeid.i_dag)):
            arbeid.advar(setning)


def _les_vedlegg(arbeid: Arbeid, v: Soeknadsvedlegg | LeggVed) -> Vedlegg:
    innhold = arbeid.rammer.filer.hent(v.fil) if v.fil is not None else None
    return Vedlegg(
        tittel=v.tittel,
        innhold=innhold,
        sha256=sha256(innhold).hexdigest() if innhold is not None else None,
        lagt_ved_av=arbeid.bruker.navn,
        lagt_ved_tidspunkt=arbeid.naa,
    )
