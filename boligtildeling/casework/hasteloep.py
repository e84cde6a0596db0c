"""When it burns: urgent cases, what happened outside the program, and temporary housing."""

from dataclasses import dataclass
from typing import Any, Literal

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import begynn
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kopi import som
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.frist import legg_til_virkedager
from boligtildeling.domain.kontrakt import Noekkelutlevering
from boligtildeling.domain.krav import Dato, DatoTilNaa, Fritekst, Setning
from boligtildeling.domain.sak import Avvik, Hasteloep, MidlertidigBotilbud

AVVIKSNAVN = {
    "noekkel_utlevert": "Nøkkel utlevert utenom programmet",
    "muntlig_vedtak": "Muntlig vedtak",
    "sendt_begjaering": "Begjæring sendt utenom programmet",
    "annet": "Annet avvik",
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AapneHasteloep(Sakskommando):
    """Fire, violence, release, discharge, a child without a home."""

    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EtterregistrerAvvik(Sakskommando):
    """What really happened outside the program."""

    grunn: Fritekst
    hva: Literal["noekkel_utlevert", "muntlig_vedtak", "sendt_begjaering", "annet"] = "annet"
    dato: DatoTilNaa | None = None


@dataclass(frozen=True, kw_only=True, repr=False)
class RegistrerMidlertidigBotilbud(Sakskommando):
    """Temporary housing by sosialtjenesteloven § 27; `fra_dato` is today when it is left out."""

    grunn: Fritekst | None = None
    sted: Setning | None = None
    fra_dato: Dato | None = None
    til_dato: Dato | None = None
    nav_varslet_dato: Dato | None = None
    vedtak_dato: Dato | None = None
    kvalitetsavtale: bool = False
    merknad: Setning | None = None


@handling(AapneHasteloep, navn="aapne_hasteloep", tittel="Åpne hasteløp", hendelse="HasteloepAapnet")
def aapne_hasteloep(arbeid: Arbeid, k: AapneHasteloep) -> dict[str, Any]:
    """Only the urgent points hold the case from now on; the rest get a deadline and become tasks."""
    sak = arbeid.sak
    if sak.hasteloep is not None:
        nekt("ALLEREDE", "Hasteløpet er allerede åpnet.")
    if sak.noekkel_er_utlevert:
        nekt("STEG", "Nøkkelen er utlevert.")
    arbeid.foer = {"hasteloep": None}
    frist = legg_til_virkedager(arbeid.i_dag, arbeid.tall("hasteloep_virkedager"))
    sak.hasteloep = Hasteloep(
        grunn=k.grunn,
        aapnet_av=arbeid.bruker.navn,
        aapnet_dato=arbeid.i_dag,
        frist=frist,
    )
    return {"frist": frist}


@handling(
    EtterregistrerAvvik,
    navn="etterregistrer_avvik",
    tittel="Etterregistrer avvik",
    hendelse="AvvikEtterregistrert",
    etter_avslutning=True,
)
def etterregistrer_avvik(arbeid: Arbeid, k: EtterregistrerAvvik) -> None:
    """Keeps what happened outside the program as a deviation, visible for ever. It opens no gate.

    With the key the tenancy begins, on the day it really was handed over.
    """
    sak = arbeid.sak
    sak.avvik.append(
        Avvik(
            hva=k.hva,
            dato=k.dato or arbeid.i_dag,
            grunn=k.grunn,
            registrert_av=arbeid.bruker.navn,
        )
    )
    if k.hva != "noekkel_utlevert":
        return
    if sak.noekkel_er_utlevert:
        nekt("ALLEREDE", "Nøkkelen er allerede utlevert.")
    sak.utleveringer.append(
        Noekkelutlevering(
            kontrakt_id=sak.kontrakt.id if sak.kontrakt else None,
            tidspunkt=arbeid.naa,
            mottaker=sak.soeker_navn,
            noekler=(),
            legitimasjon="",
            fullmakt=None,
            utlevert_av=arbeid.bruker.navn,
            er_avvik=True,
        )
    )
    begynn(sak, k.dato or arbeid.i_dag)


def _proev_botilbud(arbeid: Arbeid, k: RegistrerMidlertidigBotilbud, feil: Feilliste) -> None:
    if k.til_dato is not None:
        feil.krev(k.til_dato >= (k.fra_dato or arbeid.i_dag), "/til_dato", "Datoen er før oppholdet begynte.")


@handling(
    RegistrerMidlertidigBotilbud,
    navn="registrer_midlertidig_botilbud",
    tittel="Registrer midlertidig botilbud",
    hendelse="MidlertidigBotilbudRegistrert",
    proever=_proev_botilbud,
)
def registrer_midlertidig_botilbud(arbeid: Arbeid, k: RegistrerMidlertidigBotilbud) -> None:
    """A right that no gate holds back (sosialtjenesteloven § 27): its own track on the case."""
    opphold = som(MidlertidigBotilbud, k, fra_dato=k.fra_dato or arbeid.i_dag)
    arbeid.sak.midlertidige_botilbud = (*arbeid.sak.midlertidige_botilbud, opphold)
    if not opphold.kvalitetsavtale:
        arbeid.advar("Botilbudet har ingen kvalitetsavtale.")
