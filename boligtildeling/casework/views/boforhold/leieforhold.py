"""The tenancy of a case as a screen, a robot or a printout may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boligtildeling.casework.kopi import som
from boligtildeling.domain.boforhold.husstand import Husstandssvar, godkjent_ved_taushet_fra, svarfrist
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.boforhold.oppfoelging import neste_evaluering
from boligtildeling.domain.boforhold.oppsigelse import (
    Oppsigelse,
    Oppsigelsesstand,
    protestfrist,
    soeksmaalsfrist,
    stand,
)
from boligtildeling.domain.boforhold.utflytting import Utflytting
from boligtildeling.domain.boforhold.utloep import Utloepsbehandling, naadd_varsel, utloepsvarsler
from boligtildeling.domain.frist import flytteoppfordring
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Oppfoelgingsplan


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Husstandsrad:
    """An application about the household; from `godkjent_ved_taushet_fra` it is approved if nobody has answered."""

    id: int
    slag: str
    hvem: str
    begrunnelse: str | None
    mottatt_dato: date
    stand: Husstandssvar
    svarfrist: date
    godkjent_ved_taushet_fra: date
    svar_dato: date | None
    svar_grunn: str | None
    svar_begrunnelse: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leierad:
    """A change of the rent; kroner per month."""

    id: int
    slag: str
    husleie: Kroner
    forrige_husleie: Kroner
    varslet_dato: date
    fra_dato: date
    kpi_fra: str | None
    kpi_til: str | None
    merknad: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evalueringsrad:
    id: int
    dato: date
    deltakere: tuple[str, ...]
    vurdering: str
    leiers_syn: str
    utfall: str
    neste_dato: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppsigelsesvisning:
    """A notice and how it stands today; the two deadlines are None for one that the tenant gave."""

    oppsigelse: Oppsigelse
    stand: Oppsigelsesstand
    protestfrist: date | None
    soeksmaalsfrist: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leieforholdsvisning:
    """The tenancy; `husleie` is kroner per month, `til_dato` None for a lease with no end or no lease at all.

    `varsler` are the days on which the end of the lease is told, by months left, and `naadd_varsel` the latest of them
    that is reached. From `tidsubestemt_fra` the lease has no end if nobody has asked the tenant to move.
    """

    begynt_dato: date
    opphoert_dato: date | None
    boligid: str | None
    husleie: Kroner | None
    fra_dato: date | None
    til_dato: date | None
    kontrakter: tuple[str, ...]
    """The cases that the leases were written in, oldest first."""
    er_tidsubestemt: bool
    varsler: Mapping[int, date]
    naadd_varsel: int | None
    tidsubestemt_fra: date | None
    utloep: Utloepsbehandling | None
    husstandssoeknader: tuple[Husstandsrad, ...]
    leieendringer: tuple[Leierad, ...]
    neste_evaluering: date | None
    evalueringer: tuple[Evalueringsrad, ...]
    oppsigelse: Oppsigelsesvisning | None
    utflytting: Utflytting | None
    tomgang: Kroner | None


def leieforholdsvisning(
    leieforhold: Leieforhold, plan: Oppfoelgingsplan | None, i_dag: date, tomgang: Kroner | None
) -> Leieforholdsvisning:
    """Fills the view of the tenancy as it stands on `i_dag`; `tomgang` is the rent lost since the tenant moved out."""
    kontrakt, til = leieforhold.kontrakt, leieforhold.kontrakt.til_dato if leieforhold.kontrakt else None
    er_tidsubestemt = leieforhold.er_tidsubestemt(i_dag)
    er_ved_utloep = kontrakt is not None and til is not None and leieforhold.loeper and not er_tidsubestemt
    return Leieforholdsvisning(
        begynt_dato=leieforhold.begynt_dato,
        opphoert_dato=leieforhold.opphoert_dato,
        boligid=kontrakt.boligid if kontrakt else None,
        husleie=leieforhold.husleie(i_dag),
        fra_dato=kontrakt.fra_dato if kontrakt else None,
        til_dato=til,
        kontrakter=tuple(k.saksnummer for k in leieforhold.kontrakter),
        er_tidsubestemt=er_tidsubestemt,
        varsler=dict(utloepsvarsler(kontrakt.fra_dato, til)) if er_ved_utloep and kontrakt and til else {},
        naadd_varsel=naadd_varsel(kontrakt.fra_dato, til, i_dag) if er_ved_utloep and kontrakt and til else None,
        tidsubestemt_fra=flytteoppfordring(til).tidsubestemt_fra if til is not None else None,
        utloep=leieforhold.utloep,
        husstandssoeknader=tuple(
            som(
                Husstandsrad,
                s,
                stand=s.stand(i_dag),
                svarfrist=svarfrist(s.mottatt_dato),
                godkjent_ved_taushet_fra=godkjent_ved_taushet_fra(s.mottatt_dato),
            )
            for s in leieforhold.husstandssoeknader
        ),
        leieendringer=tuple(som(Leierad, e) for e in leieforhold.leieendringer),
        neste_evaluering=neste_evaluering(plan, leieforhold.evalueringer),
        evalueringer=tuple(som(Evalueringsrad, e) for e in leieforhold.evalueringer),
        oppsigelse=_oppsigelse(leieforhold.oppsigelse, i_dag),
        utflytting=leieforhold.utflytting,
        tomgang=tomgang,
    )


def _oppsigelse(oppsigelse: Oppsigelse | None, i_dag: date) -> Oppsigelsesvisning | None:
    if oppsigelse is None:
        return None
    fra_utleier = oppsigelse.av == "utleier"
    return Oppsigelsesvisning(
        oppsigelse=oppsigelse,
        stand=stand(oppsigelse, i_dag),
        protestfrist=protestfrist(oppsigelse.mottatt_dato) if fra_utleier else None,
        soeksmaalsfrist=soeksmaalsfrist(oppsigelse.mottatt_dato) if fra_utleier else None,
    )
