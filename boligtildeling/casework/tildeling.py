"""Dwellings and offers."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.kopi import som
from boligtildeling.casework.opptatt import hold
from boligtildeling.casework.sjekkpunkt import glem_svar
from boligtildeling.domain.base import omformer
from boligtildeling.domain.beregnet import avvik_i_bolig
from boligtildeling.domain.bolig import Bolig, Boligdata, er_bruksenhetsnummer
from boligtildeling.domain.feil import Endring, Feilliste, Konflikt, Sperre, Sperret, nekt
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.kontrakt import Tilbud
from boligtildeling.domain.krav import DatoTilNaa, Fritekst, Kode, KommendeDato
from boligtildeling.domain.porter import sperrer_for_sending, sperrer_for_tilbud

GJELDER_BOLIGEN = ("KTR-3", "NOE-5", "NOE-6", "NOE-7")
"""Answers that are about one dwelling and do not follow to another."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerBolig:
    """A new dwelling."""

    bolig: Boligdata


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EndreBolig:
    """Everything about a dwelling as it should read."""

    bolig: Boligdata
    sett_versjon: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TilbyBolig(Sakskommando):
    """An offer, with a deadline for the answer; `avvik` says why the dwelling fits although it seems not to."""

    boligid: Kode
    frist: KommendeDato
    avvik: Fritekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TrekkTilbud(Sakskommando):
    """The offer is withdrawn."""

    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SvarPaaTilbud(Sakskommando):
    """The applicant's answer."""

    svar: Literal["ja", "nei"]
    dato: DatoTilNaa
    grunn: Fritekst | None = None


def _proev_bolig(arbeid: Arbeid, k: RegistrerBolig | EndreBolig, feil: Feilliste) -> None:
    nummer = k.bolig.bruksenhetsnummer
    if nummer is not None:
        feil.krev(er_bruksenhetsnummer(nummer), "/bolig/bruksenhetsnummer", "Skriv H, L, U eller K og fire siffer.")


@handling(
    RegistrerBolig, navn="registrer_bolig", tittel="Registrer bolig", hendelse="BoligRegistrert", proever=_proev_bolig
)
def registrer_bolig(arbeid: Arbeid, k: RegistrerBolig) -> dict[str, Any]:
    """A new dwelling by its own id."""
    if arbeid.session.get(Bolig, k.bolig.boligid) is not None:
        nekt("ALLEREDE", f"Boligen {k.bolig.boligid} er allerede registrert.")
    bolig = Bolig()
    bolig.sett(k.bolig)
    arbeid.session.add(bolig)
    arbeid.session.flush()
    arbeid.endret.add(bolig.boligid)
    return {"boligid": bolig.boligid, "boligversjon": bolig.versjon}


def _proev_endring(arbeid: Arbeid, k: EndreBolig, feil: Feilliste) -> None:
    finnes = arbeid.session.get(Bolig, k.bolig.boligid) is not None
    feil.krev(finnes, "/bolig/boligid", "Boligen finnes ikke.")
    _proev_bolig(arbeid, k, feil)


@handling(EndreBolig, navn="endre_bolig", tittel="Endre bolig", hendelse="BoligEndret", proever=_proev_endring)
def endre_bolig(arbeid: Arbeid, k: EndreBolig) -> dict[str, Any]:
    """Changes what is registered; leases that stand keep what they agreed.

    A dwelling that a case holds is shown with no date, so no date leaves the one it has.
    """
    bolig = arbeid.session.get_one(Bolig, k.bolig.boligid)
    if k.sett_versjon is not None and k.sett_versjon != bolig.versjon:
        raise Konflikt(bolig.boligid, bolig.versjon, _hva_andre_gjorde(arbeid, bolig.boligid))
    arbeid.foer = {"bolig": omformer().unstructure(som(Boligdata, bolig))}
    er_holdt = any(hold(arbeid.session, arbeid.i_dag, bolig.boligid))
    bolig.sett(replace(k.bolig, ledig_fra=k.bolig.ledig_fra or (bolig.ledig_fra if er_holdt else None)))
    arbeid.session.flush()
    arbeid.endret.add(bolig.boligid)
    return {"boligid": bolig.boligid, "boligversjon": bolig.versjon}


def _hva_andre_gjorde(arbeid: Arbeid, boligid: str) -> tuple[Endring, ...]:
    """The last change of the dwelling: what, by whom and when."""
    for h in arbeid.session.scalars(
        select(Hendelse).where(Hendelse.handling.in_(("registrer_bolig", "endre_bolig"))).order_by(Hendelse.id.desc())
    ):
        if h.data["kommando"]["bolig"]["boligid"] == boligid:
            return (Endring("Endre bolig", h.bruker, h.tidspunkt.isoformat()),)
    return ()


def _proev_tilbud(arbeid: Arbeid, k: TilbyBolig, feil: Feilliste) -> None:
    feil.krev(arbeid.session.get(Bolig, k.boligid) is not None, "/boligid", "Boligen finnes ikke.")


@handling(TilbyBolig, navn="tilby_bolig", tittel="Tilby bolig", hendelse="BoligTilbudt", proever=_proev_tilbud)
def tilby_bolig(arbeid: Arbeid, k: TilbyBolig) -> dict[str, Any]:
    """Offers a dwelling (gate T): the decision grants it, it is free, it fits or the deviation has a reason."""
    sak = arbeid.sak
    bolig = arbeid.session.get_one(Bolig, k.boligid)
    aktivt = sak.aktivt_tilbud(arbeid.i_dag)
    if aktivt is not None:
        nekt("ALLEREDE", f"Søker har allerede tilbud om bolig {aktivt.boligid}. Trekk det først.")
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag, bolig)
    sperrer = [*sperrer_for_tilbud(grunnlag, bolig, grunnlag.opptatt_av)]
    avvik = avvik_i_bolig(grunnlag)
    har_lov = k.avvik is not None or "TIL-1" in sak.unntak or sak.hasteloep is not None
    if avvik and sak.gir_ny_innflytting and not har_lov:
        sperrer.append(Sperre("TIL-1", f"{' '.join(avvik)} Skriv hvorfor den kan passe likevel."))
    if sak.vedtak_er_sendt:
        sperrer += sperrer_for_sending(grunnlag)
    if sperrer:
        raise Sperret(*sperrer)
    if k.frist < arbeid.i_dag + timedelta(days=3):
        arbeid.advar("Fristen er kort. Søker bør få tid til å se boligen og tenke seg om.")
    tilbud = Tilbud(boligid=bolig.boligid, frist=k.frist, avvik=k.avvik, status="tilbudt", tilbudt_dato=arbeid.i_dag)
    sak.tilbud.append(tilbud)
    arbeid.session.flush()
    arbeid.foer = {"tilbud": tilbud.id}
    arbeid.endret.add(bolig.boligid)
    return {"boligid": bolig.boligid, "frist": k.frist, "dokument": lag_og_lagre(arbeid, "tilbud")}


@handling(TrekkTilbud, navn="trekk_tilbud", tittel="Trekk tilbudet", hendelse="TilbudTrukket")
def trekk_tilbud(arbeid: Arbeid, k: TrekkTilbud) -> None:
    """Withdraws the offer; the decision stands. Not after the lease is written."""
    tilbud = _aktivt_tilbud(arbeid)
    if arbeid.sak.kontrakt is not None:
        nekt("STEG", "Kontrakten er skrevet. Annuller den først.")
    tilbud.status, tilbud.grunn = "trukket", k.grunn
    arbeid.endret.add(tilbud.boligid)


def _proev_svar(arbeid: Arbeid, k: SvarPaaTilbud, feil: Feilliste) -> None:
    apne = [t for t in arbeid.sak.tilbud if t.status == "tilbudt"]
    if apne:
        feil.krev(k.dato >= apne[-1].tilbudt_dato, "/dato", "Datoen er før tilbudet ble gitt.")


@handling(
    SvarPaaTilbud,
    navn="svar_paa_tilbud",
    tittel="Registrer svar på tilbud",
    hendelse="TilbudBesvart",
    proever=_proev_svar,
)
def svar_paa_tilbud(arbeid: Arbeid, k: SvarPaaTilbud) -> dict[str, Any]:
    """Yes, or no: then the offer is closed, the decision stands, and the applicant is on the waiting list."""
    apne = [t for t in arbeid.sak.tilbud if t.status == "tilbudt"]
    if not apne:
        nekt("STEG", "Søker har ikke et tilbud å svare på.")
    tilbud = apne[-1]
    if k.svar == "ja":
        if any(t.status == "ja" for t in arbeid.sak.tilbud):
            nekt("ALLEREDE", "Søker har allerede takket ja til en bolig. Trekk det tilbudet først.")
        if k.dato > tilbud.frist:
            nekt("BOLIG", "Fristen for å svare er ute, og tilbudet er lukket. Gi et nytt tilbud.")
        grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag, tilbud.bolig)
        if sperrer := sperrer_for_tilbud(grunnlag, tilbud.bolig, grunnlag.opptatt_av):
            raise Sperret(*sperrer)
        if any(kontrakt.boligid != tilbud.boligid for kontrakt in arbeid.sak.kontrakter):
            glem_svar(arbeid, GJELDER_BOLIGEN)
    arbeid.foer = {"tilbud": tilbud.id}
    tilbud.status, tilbud.svar_dato, tilbud.grunn = k.svar, k.dato, k.grunn
    arbeid.endret.add(tilbud.boligid)
    return {"boligid": tilbud.boligid, "svar": k.svar}


def _aktivt_tilbud(arbeid: Arbeid) -> Tilbud:
    tilbud = arbeid.sak.aktivt_tilbud(arbeid.i_dag)
    if tilbud is None:
        nekt("STEG", "Søker har ikke et tilbud.")
    return tilbud
