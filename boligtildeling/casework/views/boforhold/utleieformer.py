"""What the letters of a landlord are made of: rent that is owed, a breach, the end of the tenancy, and eviction.

No address stands in them when anyone in the case is protected: `bolig_adresse` is None then.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.casework.views.brevformer import Brev
from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.domain.boforhold.oppsigelse import Oppsigelsesgrunn
from boligtildeling.domain.penger import Kroner

Fravikelsesgrunn = Literal["leie", "utloep", "oppsigelse", "heving"]
"""Tvangsfullbyrdelsesloven § 13-2 third paragraph a, b, c and d."""
Hevingsgrunn = Literal["a", "b", "c", "d", "e"]
"""The letters of husleieloven § 9-9; b, c and d need a written warning first."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kravpost:
    """One amount that is owed, such as the rent of one month."""

    gjelder: str
    forfall: date
    beloep: Kroner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Betalingsvarsel(Brev):
    """A reminder, or the notice before a claim is sent to collection (inkassoloven § 9).

    `kostnad` is what the letter itself may cost, None when it costs nothing; `til_sammen` has it in it.
    """

    krav: tuple[Kravpost, ...]
    kostnad: Kroner | None
    til_sammen: Kroner
    frist: date
    kid: str
    kontonummer: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fravikelsesvarsel(Brev):
    """The notice before eviction is asked for (tvangsfullbyrdelsesloven § 4-18).

    `opphoert_dato` is the day the lease ended, for every ground but rent.
    """

    grunnlag: Fravikelsesgrunn
    bolig_adresse: str | None
    frist: date
    opphoert_dato: date | None = None
    krav: tuple[Kravpost, ...] = ()
    til_sammen: Kroner | None = None
    kid: str | None = None
    kontonummer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sosialvarsel(Brev):
    """The notice to the social services (husleieloven § 9-11); the tenant gets a copy, and has not reserved."""

    leiere: tuple[tuple[str, date | None], ...]
    bolig_adresse: str | None
    grunnlag: Fravikelsesgrunn
    til_sammen: Kroner | None
    har_barn: bool
    begjaering_tidligst: date
    leier_reservert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Forhold:
    """Something the tenant is said to have done, and when."""

    hva: str
    naar: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Advarsel(Brev):
    """The written warning that must come before a lease is ended for a breach (husleieloven § 9-9)."""

    forhold: tuple[Forhold, ...]
    maa_gjoere: str
    frist: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Heving(Brev):
    """The written declaration that ends the lease for a breach, with its reason (husleieloven § 9-9)."""

    grunnlag: Hevingsgrunn
    grunn: str
    advarsel_dato: date | None
    fraflytting: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppsigelse(Brev):
    """Notice on a lease with no end, with what husleieloven § 9-7 demands; `opphoer` is the last day of a month."""

    grunnlag: Oppsigelsesgrunn
    grunn: str
    opphoer: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Flytteoppfordring(Brev):
    """The request to move when the lease has run out, within three months of that (husleieloven § 9-2)."""

    utloep_dato: date
    fraflytting: date
    konklusjon: Literal["flytter", "ny_bolig"]
    grunn: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Begjaering(Brev):
    """The request for eviction, to namsmyndigheten or to the court (tvangsfullbyrdelsesloven §§ 13-2, 13-3 og 13-6).

    `andre_myndige` are others over 18 who live there. `sosialvarsel_dato` is None when the tenant has reserved.
    """

    saksoeker: str
    saksoekte: tuple[tuple[str, date | None], ...]
    bolig_adresse: str | None
    grunnlag: Fravikelsesgrunn
    avtale_dato: date
    varsel_dato: date
    sosialvarsel_dato: date | None
    har_barn: bool
    opphoert_dato: date | None = None
    andre_myndige: tuple[str, ...] = ()
    krav: tuple[Kravpost, ...] = ()
    til_sammen: Kroner | None = None
    vedlegg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Garanti:
    """What someone vouches for towards the landlord, within six months' rent (husleieloven § 3-6)."""

    hode: Brevhode
    er_tom: bool
    utleier: str
    garantist: str | None = None
    leiere: tuple[str, ...] = ()
    bolig_adresse: str | None = None
    beloep: Kroner | None = None
    husleie: Kroner | None = None
    gjelder: str | None = None
    fra_dato: date | None = None
    til_dato: date | None = None
    vilkaar: tuple[str, ...] = ()
