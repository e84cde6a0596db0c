"""The frozen values that arrears, what is done about them, and the imports are shown by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boligtildeling.domain.boforhold.nedbetaling import Rate
from boligtildeling.domain.boforhold.purreplan import Purredag
from boligtildeling.domain.boforhold.restanse import Endring, Krav
from boligtildeling.domain.penger import Kroner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kontaktrad:
    id: int
    dato: date
    kanal: str
    aktoer: str
    fikk_svar: bool
    referat: str
    loggfoert_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Avtalevisning:
    """The agreement that stands: its instalments, what should be paid by now, and since when it is broken."""

    id: int
    inngaatt_dato: date
    beloep: Kroner
    rater: tuple[Rate, ...]
    status: str
    skulle_vaert_betalt: Kroner
    betalt: Kroner
    brutt_fra: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Virkemiddelrad:
    id: int
    virkemiddel: str
    status: str
    valgt_dato: date
    grunn: str
    hvorfor_ikke_mildere: str | None
    grunnlag: str | None
    grunnlag_dato: date | None
    valgt_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Garantirad:
    id: int
    garantist: str
    beloep: Kroner
    vilkaar: str
    gitt_dato: date
    til_dato: date | None
    utloest_dato: date | None
    utloest_beloep: Kroner | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Gjeldsordningsrad:
    status: str
    dato: date
    aapnet_dato: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Varselrad:
    id: int
    slag: str
    sendt_dato: date
    maate: str
    frist: date | None
    gjelder: str | None
    beloep: Kroner | None
    gebyr: Kroner
    leier_varslet_dato: date | None
    sendt_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oversendelsesrad:
    slag: str
    grunnlag: str | None
    sendt_dato: date
    mottaker: str
    beloep: Kroner | None
    sendt_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moeterad:
    """The case in a meeting, by its number on the agendas; `konklusjon` is None until the minutes are kept."""

    id: int
    moete: int
    serie: str
    type: str
    dato: date
    uten_sosialtjenesten: bool
    leiers_syn: str | None
    droefting: str | None
    konklusjon: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Restansevisning:
    """What is owed on a tenancy and everything that is done about it."""

    listen_er_per: date | None
    restanse: Kroner
    krav: tuple[Krav, ...]
    forrige: Kroner
    endring: Endring | None
    kalender: tuple[Purredag, ...]
    kontakter: tuple[Kontaktrad, ...]
    neste_kanal: str | None
    avtale: Avtalevisning | None
    virkemidler: tuple[Virkemiddelrad, ...]
    garantier: tuple[Garantirad, ...]
    gjeldsordning: Gjeldsordningsrad | None
    har_reservert_seg: bool
    varsler: tuple[Varselrad, ...]
    moeter: tuple[Moeterad, ...]
    oversendelser: tuple[Oversendelsesrad, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Restanserad:
    """One tenancy in the list of arrears: what the list says, what is left now, and what is to be done when."""

    saksnummer: str
    soeker: str
    ansvarlig: str
    endring: Endring
    foer: Kroner
    listet: Kroner
    restanse: Kroner
    eldste_forfall: date | None
    neste_steg: str | None
    neste_dag: date | None
    siste_kontakt: date | None
    avtale: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Restanseoversikt:
    """Everyone who owes, and those who no longer do, since the list before."""

    listen_er_per: date | None
    forrige_er_per: date | None
    rader: tuple[Restanserad, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Feilrad:
    rad: int
    grunn: str
    innhold: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Importrad:
    """One file that was taken in; `rader` are those that count."""

    id: int
    slag: str
    per_dato: date
    importert_av: str
    importert_tidspunkt: datetime
    rader: int
    feil: tuple[Feilrad, ...]
    angret_dato: date | None
    angret_grunn: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Skuffrad:
    """A payment that nobody has placed: `id` is what `plasser_betaling` is told."""

    id: int
    dato: date
    beloep: Kroner
    er_reversering: bool
    kid: str | None
    betaler: str | None
    melding: str | None
    hvorfor_ikke: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ukjentkrav:
    """A claim in the newest list whose KID no lease here has."""

    rad: int
    kid: str
    beloep: Kroner
    forfall: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Importoversikt:
    importer: tuple[Importrad, ...]
    skuffen: tuple[Skuffrad, ...]
    ukjente_krav: tuple[Ukjentkrav, ...]
    profiler: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Importforslag:
    """A list as it would be taken in: its headings, the columns that are chosen, some rows, and what is wrong.

    `hindring` is a sentence when it cannot be taken in as it stands.
    """

    overskrifter: tuple[str, ...]
    kolonner: Mapping[str, str | None]
    eksempler: tuple[tuple[str, ...], ...]
    rader: int
    sum: Kroner
    ukjent_kid: int
    feil: tuple[Feilrad, ...]
    hindring: str | None
