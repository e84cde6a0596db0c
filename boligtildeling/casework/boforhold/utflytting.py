"""Moving out: the keys back, the protocol, and a dwelling that becomes free."""

from dataclasses import dataclass
from typing import Annotated, Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieforhold
from boligtildeling.casework.boforhold.papir import kvittering_for_noekler
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import krev_virkelig_bolig
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.boforhold.utflytting import Utflytting, Utflyttingsgrunn, manglende_noekler, tomgang
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.frist import legg_til_virkedager
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.krav import Antall, Dato, DatoTilNaa, Fritekst, ValgfriTekst
from boligtildeling.domain.sak import Oppgave

_VIRKEDAGER_TIL_NOEKLER = 5


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerUtflytting(Sakskommando):
    """The tenant has moved out: the keys, the protocol, and when the dwelling can be let again, if that is known."""

    dato: DatoTilNaa
    grunn: Utflyttingsgrunn
    noekler: Annotated[tuple[Noekkel, ...], Antall("Nøklene som er levert tilbake.", maks=50)]
    tilstand: Fritekst
    krav: ValgfriTekst = ""
    etterlatt: ValgfriTekst = ""
    ledig_fra: Dato | None = None


def _proev_utflytting(arbeid: Arbeid, k: RegistrerUtflytting, feil: Feilliste) -> None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None:
        feil.krev(k.dato >= leieforhold.begynt_dato, "/dato", "Datoen er før leieforholdet begynte.")
    if k.ledig_fra is not None:
        feil.krev(k.ledig_fra >= k.dato, "/ledig_fra", "Boligen kan ikke være ledig før leieren har flyttet.")


@handling(
    RegistrerUtflytting,
    navn="registrer_utflytting",
    tittel="Registrer utflytting",
    hendelse="UtflyttingRegistrert",
    proever=_proev_utflytting,
)
def registrer_utflytting(arbeid: Arbeid, k: RegistrerUtflytting) -> dict[str, Any]:
    """Ends the tenancy, and lets go of the dwelling; keys that have not come back become a task.

    Hjemmel: husleieloven §§ 10-2 og 10-3.
    """
    leieforhold = krev_leieforhold(arbeid)
    leieforhold.opphoert_dato = k.dato
    leieforhold.utflytting = Utflytting(
        dato=k.dato,
        grunn=k.grunn,
        noekler=tuple(k.noekler),
        tilstand=k.tilstand,
        krav=k.krav,
        etterlatt=k.etterlatt,
        ledig_fra=k.ledig_fra,
        registrert_av=arbeid.bruker.navn,
    )
    kvittering = kvittering_for_noekler(arbeid, leieforhold.utflytting)
    svar: dict[str, Any] = {"mangler": _krev_inn_noekler(arbeid, k), "dokument": kvittering}
    return svar | _frigjoer_boligen(arbeid, leieforhold, k)


def _krev_inn_noekler(arbeid: Arbeid, k: RegistrerUtflytting) -> list[dict[str, Any]]:
    utlevert = [n for u in arbeid.sak.utleveringer for n in u.noekler]
    mangler = manglende_noekler(utlevert, k.noekler)
    if mangler:
        hvilke = ", ".join(f"{n.antall} stk. {n.merke}" for n in mangler)
        arbeid.advar(f"Ikke alle nøklene er levert tilbake: {hvilke}.")
        frist = legg_til_virkedager(arbeid.i_dag, _VIRKEDAGER_TIL_NOEKLER)
        oppgave = Oppgave(
            tekst=f"Få inn nøkler som mangler: {hvilke}", frist=frist, ansvarlig=arbeid.sak.ansvarlig, kode=None
        )
        arbeid.sak.oppgaver.append(oppgave)
    return [{"merke": n.merke, "antall": n.antall} for n in mangler]


def _frigjoer_boligen(arbeid: Arbeid, leieforhold: Leieforhold, k: RegistrerUtflytting) -> dict[str, Any]:
    if leieforhold.kontrakt is None:
        return {}
    bolig = krev_virkelig_bolig(arbeid, leieforhold.kontrakt.bolig)
    bolig.ledig_fra = k.ledig_fra
    if not leieforhold.kontrakt.bolig.er_skjermet:
        arbeid.endret.add(bolig.boligid)
    if k.ledig_fra is None:
        arbeid.advar("Boligen blir ikke tilbudt noen før du har sagt når den er ledig.")
    return {"tomgang_per_maaned": bolig.husleie, "tomgang": tomgang(bolig.husleie, k.dato, arbeid.i_dag)}
