"""Who may move in with the tenant: the application, and the answer that must come within a month."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieforhold
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.husstand import (
    HUSSTANDSENDRINGER,
    Husstandsendring,
    Husstandssoeknad,
    Nektegrunn,
    godkjent_ved_taushet_fra,
    hjemmel_for_nektelse,
    kan_nektes,
    svarfrist,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import DatoTilNaa, Fritekst, Setning

_TAUSHET = "husleieloven § 7-6"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SoekHusstandsendring(Sakskommando):
    """The tenant asks in writing to take someone in, or to sublet."""

    slag: Husstandsendring
    hvem: Setning
    mottatt_dato: DatoTilNaa
    begrunnelse: Fritekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SvarHusstandsendring(Sakskommando):
    """The answer to the application with that number; a no has one of the grounds of the law."""

    soeknad: int
    svar: Literal["ja", "nei"]
    dato: DatoTilNaa
    grunn: Nektegrunn | None = None
    begrunnelse: Fritekst | None = None


def _proev_soeknad(arbeid: Arbeid, k: SoekHusstandsendring, feil: Feilliste) -> None:
    _krev_etter_start(arbeid, k.mottatt_dato, "/mottatt_dato", feil)


def _krev_etter_start(arbeid: Arbeid, dato: date, peker: str, feil: Feilliste) -> None:
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None:
        feil.krev(dato >= leieforhold.begynt_dato, peker, "Datoen er før leieforholdet begynte.")


@handling(
    SoekHusstandsendring,
    navn="soek_husstandsendring",
    tittel="Registrer søknad om husstandsendring",
    hendelse="HusstandsendringSoekt",
    proever=_proev_soeknad,
)
def soek_husstandsendring(arbeid: Arbeid, k: SoekHusstandsendring) -> dict[str, Any]:
    """Notes the application, and by when it must be answered: after a month without an answer it is approved.

    Hjemmel: husleieloven § 7-6.
    """
    leieforhold = krev_leieforhold(arbeid)
    soeknad = Husstandssoeknad(slag=k.slag, hvem=k.hvem, begrunnelse=k.begrunnelse, mottatt_dato=k.mottatt_dato)
    leieforhold.husstandssoeknader.append(soeknad)
    arbeid.session.flush()
    arbeid.foer = {"husstandssoeknad": soeknad.id}
    if soeknad.stand(arbeid.i_dag) == "godkjent_ved_taushet":
        arbeid.advar("Fristen for å svare er ute, så søknaden er godkjent.")
    return {"soeknad": soeknad.id, "frist": svarfrist(k.mottatt_dato)}


def _proev_svar(arbeid: Arbeid, k: SvarHusstandsendring, feil: Feilliste) -> None:
    soeknad = _soeknad(arbeid, k.soeknad)
    if not feil.krev(soeknad is not None, "/soeknad", "Fant ingen søknad med dette nummeret.") or soeknad is None:
        return
    feil.krev(k.dato >= soeknad.mottatt_dato, "/dato", "Datoen er før søknaden kom.")
    if k.svar == "nei":
        feil.krev(k.grunn is not None, "/grunn", "Et nei må ha en av grunnene i loven.")
        feil.krev(k.begrunnelse is not None, "/begrunnelse", "Et nei må begrunnes.")


@handling(
    SvarHusstandsendring,
    navn="svar_husstandsendring",
    tittel="Svar på søknad om husstandsendring",
    hendelse="HusstandsendringBesvart",
    proever=_proev_svar,
)
def svar_husstandsendring(arbeid: Arbeid, k: SvarHusstandsendring) -> dict[str, Any]:
    """Answers the application; a no only in time, and only for what the law lets it be refused for.

    Hjemmel: husleieloven § 7-6, § 11-1 tredje ledd, § 11-1 fjerde ledd, § 11-1 femte ledd.
    """
    krev_leieforhold(arbeid)
    soeknad = _soeknad(arbeid, k.soeknad)
    if soeknad is None:
        raise LookupError(k.soeknad)
    if soeknad.er_godkjent is not None:
        nekt("ALLEREDE", "Søknaden er allerede besvart.")
    if k.svar == "nei":
        _krev_at_kan_nektes(soeknad, k)
    soeknad.er_godkjent, soeknad.svar_dato = k.svar == "ja", k.dato
    soeknad.svar_grunn, soeknad.svar_begrunnelse = k.grunn, k.begrunnelse
    return {"stand": soeknad.stand(arbeid.i_dag)}


def _krev_at_kan_nektes(soeknad: Husstandssoeknad, k: SvarHusstandsendring) -> None:
    fra = godkjent_ved_taushet_fra(soeknad.mottatt_dato)
    if k.dato >= fra:
        nekt("FRIST", f"Søknaden er godkjent fra {vis_dato(fra)}, fordi ingen svarte innen en måned.", _TAUSHET)
    if k.grunn is not None and not kan_nektes(soeknad.slag, k.grunn):
        hva = HUSSTANDSENDRINGER[soeknad.slag]
        nekt("HUSSTAND", f"Dette kan ikke være grunnen når det gjelder {hva}.", hjemmel_for_nektelse(soeknad.slag))


def _soeknad(arbeid: Arbeid, nummer: int) -> Husstandssoeknad | None:
    leieforhold = arbeid.sak.leieforhold
    return next((s for s in leieforhold.husstandssoeknader if s.id == nummer), None) if leieforhold else None
