"""Users and the kommune profile."""

from dataclasses import dataclass
from typing import Annotated, Any

from sqlalchemy import func, select

from boligtildeling.casework.act import DRIFT, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.domain.drift import Bruker, Innstilling, Rolle
from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.innstilling import FELTER
from boligtildeling.domain.krav import Kode, Tekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SettInnstilling:
    """One setting of the kommune profile; blank takes away one that may stand without a value."""

    navn: Kode
    verdi: Annotated[str, Tekst(maks=2_000, kan_vaere_tom=True)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerBruker:
    """A user by name and role; an existing one gets the new role."""

    navn: Brukernavn
    rolle: Rolle


def _proev_innstilling(arbeid: Arbeid, k: SettInnstilling, feil: Feilliste) -> None:
    if not feil.krev(k.navn in FELTER, "/navn", f"Innstillingen finnes ikke. Velg en av: {', '.join(FELTER)}."):
        return
    felt = FELTER[k.navn]
    if not k.verdi.strip():
        feil.krev(felt.valgfri, "/verdi", "Teksten må fylles ut.")
    elif (setning := felt.proev(k.verdi)) is not None:
        feil.legg_til("/verdi", setning)


@handling(
    SettInnstilling,
    navn="sett_innstilling",
    tittel="Sett innstilling",
    hendelse="InnstillingSatt",
    roller=DRIFT,
    proever=_proev_innstilling,
)
def sett_innstilling(arbeid: Arbeid, k: SettInnstilling) -> dict[str, Any]:
    """Sets one setting; documents that are already made keep what they say."""
    rad = arbeid.session.get(Innstilling, k.navn)
    arbeid.foer = {"navn": k.navn, "verdi": rad.verdi if rad else None}
    if rad is None:
        arbeid.session.add(Innstilling(navn=k.navn, verdi=k.verdi))
    else:
        rad.verdi = k.verdi
    arbeid.endret.add(k.navn)
    if k.verdi.strip() and k.navn in arbeid.rammer.lov.ventende:
        uten = ", ".join(h.vis for h in arbeid.rammer.lov.uten_etterfoelger(k.navn))
        arbeid.advar(f"Disse paragrafene har ingen kjent etterfølger og kan ikke vises til fra den dagen: {uten}.")
    return {"navn": k.navn}


@handling(
    RegistrerBruker, navn="registrer_bruker", tittel="Registrer bruker", hendelse="BrukerRegistrert", roller=DRIFT
)
def registrer_bruker(arbeid: Arbeid, k: RegistrerBruker) -> dict[str, Any]:
    """Adds a user, or changes the role of one."""
    bruker = arbeid.session.get(Bruker, k.navn)
    arbeid.foer = {"navn": k.navn, "rolle": bruker.rolle if bruker else None}
    if bruker is None:
        nummer = (arbeid.session.scalar(select(func.max(Bruker.nummer))) or 0) + 1
        arbeid.session.add(Bruker(navn=k.navn, rolle=k.rolle, nummer=nummer))
    else:
        bruker.rolle = k.rolle
    arbeid.endret.add(k.navn)
    return {"navn": k.navn, "rolle": k.rolle}
