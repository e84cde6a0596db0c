"""The household's month: what comes in, what it takes to live, and what is left for rent."""

from dataclasses import dataclass
from datetime import date

from boligtildeling.domain.datoer import alder
from boligtildeling.domain.frist import Bostoettekalender, bostoettekalender
from boligtildeling.domain.husleie import neste_forfall
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.planer import Oekonomiplan
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.soeknad import Soeknad

PERSONER_MED_FULL_SATS = 3
UKJENT_BARNEALDER = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Livsoppholdssats:
    """One edition of the rates, kroner per month; `barn` is (oldest age, rate), youngest first."""

    gyldig_fra: date
    enslig: Kroner
    per_voksen_i_par: Kroner
    fra_fjerde_person_prosent: int
    barn: tuple[tuple[int, Kroner], ...]

    def for_barn(self, alder: int) -> Kroner:
        return next((sats for til, sats in self.barn if alder <= til), self.barn[-1][1])


def livsopphold(soeknad: Soeknad, sats: Livsoppholdssats, dag: date) -> Kroner:
    """What the household is reckoned to need to live on per month, rent not included. An estimate.

    Children who live there all or half the time count; from the fourth person (the youngest children) the rate is
    lower. A child of unknown age counts as the oldest. Kilde: forskrift 13. juni 2014 nr. 724 § 3.
    """
    er_par = soeknad.medsoeker is not None or any(m.relasjon in {"ektefelle", "samboer"} for m in soeknad.husstand)
    voksne = [sats.per_voksen_i_par] * 2 if er_par else [sats.enslig]
    barn = [m for m in soeknad.husstand if m.er_barn(dag) and m.bor != "samvaer"]
    aldre = sorted((alder(m.foedselsdato, dag) if m.foedselsdato else UKJENT_BARNEALDER for m in barn), reverse=True)
    hver = [*voksne, *(sats.for_barn(aar) for aar in aldre)]
    redusert = (k.andel(sats.fra_fjerde_person_prosent, 100) for k in hver[PERSONER_MED_FULL_SATS:])
    return summer([*hver[:PERSONER_MED_FULL_SATS], *redusert])


@dataclass(frozen=True, slots=True, kw_only=True)
class Budsjett:
    """The month in sums; `igjen_til_husleie` may be negative, `husleie` is None while no rent is known."""

    inntekter: Kroner
    utgifter: Kroner
    gjeld: Kroner
    nedbetaling: Kroner
    livsopphold: Kroner
    sats_fra: date | None
    igjen_til_husleie: Kroner
    husleie: Kroner | None


def sett_opp(
    plan: Oekonomiplan, soeknad: Soeknad, sats: Livsoppholdssats | None, dag: date, husleie: Kroner | None
) -> Budsjett:
    """The plan as a month; without a rate in force, subsistence counts as nothing and `sats_fra` is None."""
    til_livet = livsopphold(soeknad, sats, dag) if sats else Kroner.null()
    return Budsjett(
        inntekter=plan.sum("inntekt"),
        utgifter=plan.sum("utgift"),
        gjeld=plan.sum("gjeld"),
        nedbetaling=(plan.restanse.per_maaned if plan.restanse else None) or Kroner.null(),
        livsopphold=til_livet,
        sats_fra=sats.gyldig_fra if sats else None,
        igjen_til_husleie=plan.til_husleie_og_livsopphold - til_livet,
        husleie=husleie,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Betalingskalender:
    """What must be paid shortly after moving in, and when bostøtte can first come (fagdokumentet § 5)."""

    bostoette: Bostoettekalender
    neste_forfall: date


def betalingskalender(sak: Sak, forfallsdag: int) -> Betalingskalender | None:
    """From the day of moving in by the lease; None while there is no lease, or no new home."""
    kontrakt = sak.kontrakt
    if kontrakt is None or not sak.gir_ny_innflytting:
        return None
    return Betalingskalender(
        bostoette=bostoettekalender(kontrakt.overtakelse_dato),
        neste_forfall=neste_forfall(kontrakt.fra_dato, forfallsdag),
    )
