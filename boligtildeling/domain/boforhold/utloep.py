"""The end of a fixed term: told in time, concluded before anyone must move, and what it becomes if nobody asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre
from boligtildeling.domain.frist import flytteoppfordring

Oppfordringsmaate = Literal["post", "digitalt", "overlevert"]
"""In writing, always (husleieloven § 9-2)."""
Utloepskonklusjon = Literal["forlenges", "ny_bolig", "flytter"]
UTLOEPSKONKLUSJONER: dict[str, str] = {
    "forlenges": "kontrakten forlenges",
    "ny_bolig": "leieren får en annen bolig",
    "flytter": "leieren flytter",
}
VARSLINGSMAANEDER = (12, 6, 3, 1)
_TIDSUBESTEMT = "husleieloven § 9-2"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Flytteoppfordringsbrev:
    """The written demand to move, when the fixed term was over."""

    sendt_dato: date
    flytt_innen: date | None
    maate: Oppfordringsmaate
    sendt_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utloepsbehandling:
    """What is to happen when the lease runs out, and the demand to move, if any.

    `varslet_dato` is when a tenant who wants to stay was warned that the lease will not be extended
    (forvaltningsloven § 16).
    """

    konklusjon: Utloepskonklusjon
    grunn: str
    dato: date
    av: str
    leier_vil_flytte: bool = False
    leiers_syn: str = ""
    varslet_dato: date | None = None
    flytteoppfordring: Flytteoppfordringsbrev | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forlengelsessoeknad:
    """An application of the same tenant to stay on, by its case, and what was decided: None while nothing is."""

    saksnummer: str
    utfall: str | None
    klage_er_aapen: bool = False
    klage_stanser: bool = False
    """Whether a complaint about the refusal keeps it from being carried out."""


def utloepsvarsler(fra: date, til: date) -> tuple[tuple[int, date], ...]:
    """Months left and day, for each day on which the end of the lease is told; those before it began are left out."""
    dager = ((m, til - relativedelta(months=m)) for m in VARSLINGSMAANEDER)
    return tuple((m, dag) for m, dag in dager if dag > fra)


def naadd_varsel(fra: date, til: date, i_dag: date) -> int | None:
    """How many months' notice has been reached: 12, 6, 3 or 1; None before the first, and when it has run out."""
    naadd = [m for m, dag in utloepsvarsler(fra, til) if dag <= i_dag <= til]
    return min(naadd, default=None)


def frist_for_konklusjon(fra: date, til: date) -> date:
    """When it should be known what happens at the end: at the first notice, or at once in a lease too short for it."""
    return min((dag for _, dag in utloepsvarsler(fra, til)), default=fra)


def er_tidsubestemt(til: date | None, er_oppfordret: bool, i_dag: date) -> bool:
    """Whether the lease has no end: none agreed, or more than three months after it nobody has asked in writing.

    Hjemmel: husleieloven § 9-2.
    """
    return til is None or (not er_oppfordret and i_dag >= flytteoppfordring(til).tidsubestemt_fra)


def sperrer_for_flytteoppfordring(
    til: date | None,
    behandling: Utloepsbehandling | None,
    soeknader: tuple[Forlengelsessoeknad, ...],
    dato: date,
) -> tuple[Sperre, ...]:
    """Why the tenant cannot be asked to move on `dato`.

    Hjemmel: husleieloven § 9-2, forvaltningsloven §§ 16 og 23.
    """
    return tuple(_sperrer(til, behandling, soeknader, dato))


def _sperrer(
    til: date | None, behandling: Utloepsbehandling | None, soeknader: tuple[Forlengelsessoeknad, ...], dato: date
) -> Iterator[Sperre]:
    if til is None:
        yield Sperre("STEG", "Leieavtalen har ingen sluttdato. Den må sies opp.", _TIDSUBESTEMT)
        return
    if er_tidsubestemt(til, False, dato):
        fra = vis_dato(flytteoppfordring(til).tidsubestemt_fra)
        yield Sperre("FRIST", f"Leieavtalen er tidsubestemt fra {fra}. Den må sies opp.", _TIDSUBESTEMT)
    if behandling is None or behandling.konklusjon == "forlenges":
        yield Sperre("UTLOEP", "Det er ikke konkludert med at leieren skal flytte eller få en annen bolig.")
    for soeknad in soeknader:
        if soeknad.utfall is None:
            grunn = f"Søknaden om forlengelse i sak {soeknad.saksnummer} er ikke avgjort."
            yield Sperre("VEDTAK", grunn, KOMMUNENS_REGEL)
        if soeknad.klage_stanser:
            grunn = f"Klagen i sak {soeknad.saksnummer} er ikke avgjort, og vedtaket skal vente."
            yield Sperre("KLAGE", grunn, "forvaltningsloven § 42")
    if behandling is not None and behandling.konklusjon == "flytter" and not behandling.leier_vil_flytte:
        avslag = any(s.utfall in {"avslag", "avvist"} for s in soeknader)
        if not avslag and behandling.varslet_dato is None:
            grunn = "Leieren vil bli boende, og er verken varslet eller har fått avslag på forlengelse."
            yield Sperre("VEDTAK", grunn, "forvaltningsloven § 16")
