"""Giving notice, and what the other party does about it."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieavtale, krev_leieforhold
from boligtildeling.casework.boforhold.papir import oppsigelsesbrev
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.oppsigelse import (
    Oppsigelse,
    Oppsigelsesgrunn,
    Oppsigelsesopplysning,
    Oppsigelsespart,
    Soeksmaalsutfall,
    gjelder,
    protestfrist,
    soeksmaalsfrist,
    sperrer_for_oppsigelse,
    stand,
    tidligste_opphoer,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.krav import Antall, Dato, DatoTilNaa, Fritekst, ValgfriTekst

_SOEKSMAAL = "husleieloven § 9-8"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SiOpp(Sakskommando):
    """Notice of the tenancy; `opphoer_dato` is the earliest lawful day when it is left out.

    `mottatt_dato` is when the other party has it. From today on the program writes the landlord's letter, which says
    all three things of `opplyst_om`; an earlier one was sent outside the program.
    """

    mottatt_dato: Dato
    av: Oppsigelsespart = "utleier"
    grunnlag: Oppsigelsesgrunn | None = None
    begrunnelse: ValgfriTekst = ""
    opplyst_om: Annotated[tuple[Oppsigelsesopplysning, ...], Antall("Hva oppsigelsen opplyser om.", maks=3)] = ()
    opphoer_dato: Dato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerProtest(Sakskommando):
    """The tenant protests in writing against the notice."""

    mottatt_dato: DatoTilNaa
    protest: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerSoeksmaal(Sakskommando):
    """The notice is taken to court, and how it ended there."""

    dato: DatoTilNaa
    utfall: Soeksmaalsutfall = "reist"


def _proev_oppsigelse(arbeid: Arbeid, k: SiOpp, feil: Feilliste) -> None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None:
        feil.krev(k.mottatt_dato >= leieforhold.begynt_dato, "/mottatt_dato", "Datoen er før leieforholdet begynte.")
    nok = k.av == "utleier" or k.mottatt_dato <= arbeid.i_dag
    feil.krev(nok, "/mottatt_dato", "Datoen kan ikke ligge fram i tid.")


@handling(SiOpp, navn="si_opp", tittel="Si opp leieavtalen", hendelse="LeieavtaleSagtOpp", proever=_proev_oppsigelse)
def si_opp(arbeid: Arbeid, k: SiOpp) -> dict[str, Any]:
    """Notes a notice that is lawful: from the landlord with its ground, reasons and three pieces of information.

    Hjemmel: husleieloven §§ 9-2, 9-5, 9-6 og 9-7.
    """
    leieforhold = krev_leieforhold(arbeid)
    kontrakt = krev_leieavtale(leieforhold)
    if gjelder(leieforhold.oppsigelse, arbeid.i_dag):
        nekt("ALLEREDE", "Leieavtalen er allerede sagt opp.")
    skrives_her = k.av == "utleier" and k.mottatt_dato >= arbeid.i_dag
    oppsigelse = Oppsigelse(
        av=k.av,
        grunnlag=k.grunnlag,
        begrunnelse=k.begrunnelse,
        opplyst_om=get_args(Oppsigelsesopplysning) if skrives_her else tuple(k.opplyst_om),
        mottatt_dato=k.mottatt_dato,
        opphoer_dato=k.opphoer_dato or tidligste_opphoer(k.mottatt_dato),
        registrert_av=arbeid.bruker.navn,
    )
    er_tidsubestemt = leieforhold.er_tidsubestemt(k.mottatt_dato)
    if sperrer := sperrer_for_oppsigelse(oppsigelse, er_tidsubestemt, kontrakt.til_dato):
        raise Sperret(*sperrer)
    leieforhold.oppsigelse = oppsigelse
    svar: dict[str, Any] = {"opphoer_dato": oppsigelse.opphoer_dato}
    if skrives_her:
        svar["dokument"] = oppsigelsesbrev(arbeid, oppsigelse)
    return svar | ({"protestfrist": protestfrist(k.mottatt_dato)} if k.av == "utleier" else {})


def _proev_protest(arbeid: Arbeid, k: RegistrerProtest, feil: Feilliste) -> None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None and leieforhold.oppsigelse is not None:
        etter = k.mottatt_dato >= leieforhold.oppsigelse.mottatt_dato
        feil.krev(etter, "/mottatt_dato", "Datoen er før leieren fikk oppsigelsen.")


@handling(
    RegistrerProtest,
    navn="registrer_protest",
    tittel="Registrer protest mot oppsigelsen",
    hendelse="OppsigelseProtestertMot",
    proever=_proev_protest,
)
def registrer_protest(arbeid: Arbeid, k: RegistrerProtest) -> dict[str, Any]:
    """Notes the protest. One in time makes the notice fall away, unless the landlord goes to court in time.

    Hjemmel: husleieloven § 9-8.
    """
    oppsigelse = _fra_utleier(arbeid)
    if oppsigelse.protest_dato is not None:
        nekt("ALLEREDE", "Protesten er allerede registrert.")
    frist = protestfrist(oppsigelse.mottatt_dato)
    krev_leieforhold(arbeid).oppsigelse = replace(oppsigelse, protest_dato=k.mottatt_dato, protest=k.protest)
    if k.mottatt_dato > frist:
        arbeid.advar(f"Protesten kom etter fristen {vis_dato(frist)}. Oppsigelsen står.")
        return {"er_rettidig": False}
    return {"er_rettidig": True, "soeksmaalsfrist": soeksmaalsfrist(oppsigelse.mottatt_dato)}


@handling(
    RegistrerSoeksmaal, navn="registrer_soeksmaal", tittel="Registrer søksmål om oppsigelsen", hendelse="SoeksmaalReist"
)
def registrer_soeksmaal(arbeid: Arbeid, k: RegistrerSoeksmaal) -> dict[str, Any]:
    """Notes that the notice is taken to court in time, and how it ended.

    Hjemmel: husleieloven § 9-8.
    """
    oppsigelse = _fra_utleier(arbeid)
    if oppsigelse.protest_dato is None:
        nekt("STEG", "Leieren har ikke protestert.", _SOEKSMAAL)
    frist = soeksmaalsfrist(oppsigelse.mottatt_dato)
    if oppsigelse.soeksmaal_dato is None and k.dato > frist:
        nekt("FRIST", f"Oppsigelsen falt bort da ingen gikk til sak innen {vis_dato(frist)}.", _SOEKSMAAL)
    ny = replace(oppsigelse, soeksmaal_dato=oppsigelse.soeksmaal_dato or k.dato, soeksmaal_utfall=k.utfall)
    krev_leieforhold(arbeid).oppsigelse = ny
    return {"stand": stand(ny, arbeid.i_dag)}


def _fra_utleier(arbeid: Arbeid) -> Oppsigelse:
    oppsigelse = krev_leieforhold(arbeid).oppsigelse
    if oppsigelse is None or oppsigelse.av == "leier":
        nekt("STEG", "Utleieren har ikke sagt opp leieavtalen.")
    return oppsigelse
