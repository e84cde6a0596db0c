"""The frozen values that a case is shown by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from boligtildeling.casework.views.boforhold.klage import Klagevisning
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.boforhold.restanseformer import Restansevisning
from boligtildeling.domain.budsjett import Betalingskalender, Budsjett
from boligtildeling.domain.dokumentasjon import Svarinnhold
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Kontraktsvalg, Oekonomiplan, Oppfoelgingsplan
from boligtildeling.domain.sak import Avslutning, Hasteloep, MidlertidigBotilbud, PaaVent, Utsettelse
from boligtildeling.domain.sjekkliste import Port
from boligtildeling.domain.soeknad import Adresse, Soeknad
from boligtildeling.domain.vedtak import Utfall, Vedtaksinnhold, Vilkaarskontroll


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unntaksvisning:
    grunn: str
    gitt_av: str
    gitt_dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Punktvisning:
    """One checkpoint as it stands: does it count, is it fulfilled, what was answered."""

    kode: str
    steg: str
    tekst: str
    kort: str
    hjelp: str
    gjelder: bool
    er_oppfylt: bool
    beregnet: bool
    kan_utsettes: bool
    kan_ha_unntak: bool
    nei_oppfyller: bool
    dokumentasjon: str
    porter: tuple[str, ...]
    hjemmel: str
    mangler: str | None
    svar: Svarinnhold | None
    unntak: Unntaksvisning | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vedtaksvisning:
    nummer: int
    status: str
    utfall: Utfall | None
    innhold: Vedtaksinnhold
    forfattere: tuple[str, ...]
    returgrunner: tuple[str, ...]
    kontrollert: tuple[str, ...]
    deler: tuple[str, ...]
    godkjent_av: str | None
    godkjent_tidspunkt: datetime | None
    sendt_dato: date | None
    maate: str | None
    vilkaarskontroll: Mapping[str, Vilkaarskontroll]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Boligvisning:
    boligid: str
    versjon: int
    adresse: Adresse
    boligtype: str
    antall_soverom: int
    husleie: Kroner
    bruksenhetsnummer: str | None
    bruksareal: int | None
    disposisjonsform: str
    rullestol: bool
    heis: bool
    trinnfri: bool
    bydel: str | None
    ledig_fra: date | None
    holder_du_tilbake: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tilbudsvisning:
    id: int
    boligid: str
    frist: date
    status: str
    gjelder: bool
    avvik: str | None
    svar_dato: date | None
    grunn: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Betalingsvisning:
    id: int
    beloep: Kroner
    dato: date
    kilde: str
    kid: str | None
    reverserer: int | None
    er_reversert: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FoersteHusleie:
    """What must be paid before the key, and when."""

    beloep: Kroner
    forfall: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kontraktsvisning:
    boligid: str
    type: str
    maaneder: int | None
    fra_dato: date
    til_dato: date | None
    overtakelse_dato: date
    husleie: Kroner
    foerste_husleie: FoersteHusleie
    betalt: Kroner
    gjenstaar: Kroner
    kid: str
    parter: tuple[str, ...]
    signert: Mapping[str, date]
    mangler_signatur: tuple[str, ...]
    betalinger: tuple[Betalingsvisning, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TidligereLeie:
    """A lease of a municipal dwelling that the same parties have had in another case."""

    fra_dato: date
    til_dato: date | None
    er_kort: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utleveringsvisning:
    tidspunkt: datetime
    mottaker: str
    noekler: tuple[Noekkel, ...]
    legitimasjon: str
    utlevert_av: str
    er_avvik: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dokumentrad:
    id: int
    navn: str
    tittel: str
    laget_av: str
    laget_tidspunkt: datetime
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vedleggsrad:
    id: int
    tittel: str
    har_fil: bool
    lagt_ved_av: str
    lagt_ved_tidspunkt: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Historikkrad:
    """`id` is the place in the history of the case; `innlogget` is whose machine another acted on.

    `hvorfor_ikke` says in a sentence why it cannot be undone, and what to do in its place; None when it can.
    """

    id: int
    tidspunkt: datetime
    bruker: str
    handling: str
    hendelse: str
    tittel: str
    kan_angres: bool
    hvorfor_ikke: str | None
    innlogget: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppgaverad:
    """A task; `id` is its number, None for what a hasteløp has let go of, which is done at its checkpoint."""

    id: int | None
    kode: str | None
    tekst: str
    frist: date
    ansvarlig: str
    er_ferdig: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Notatrad:
    id: int
    tekst: str
    skrevet_av: str
    skrevet_tidspunkt: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Avviksrad:
    hva: str
    dato: date
    grunn: str
    registrert_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tilknytningsrad:
    """Someone whom the case is locked for."""

    id: int
    bruker: str
    slag: str
    registrert_av: str
    registrert_dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Raadsvisning:
    """What the kontraktskontroll proposes, and what it says of the choice."""

    type: str
    maaneder: int | None
    grunner: tuple[str, ...]
    advarsler: tuple[str, ...]


Mottakertilstand = Literal["har", "venter", "maa_gis_paa_nytt", "sluttet"]
"""Sealed to the user; will be as soon as they have a key; someone must give it to them anew; they have left."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Konvoluttmottaker:
    """A user who is named on the case, and how it stands with the envelope for them."""

    bruker: str
    tilstand: Mottakertilstand


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Konvoluttvisning:
    """Whether the envelope is open to whoever reads, what they should know or do, and how it stands with the others."""

    er_aapen: bool
    merknad: str | None
    mottakere: tuple[Konvoluttmottaker, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Saksvisning:
    """Everything about one case, as one frozen value."""

    saksnummer: str
    versjon: int
    steg: str
    er_proeve: bool
    er_skjermet: bool
    ansvarlig: str
    opprettet_av: str
    opprettet_tidspunkt: datetime
    soeker: str
    soeknad: Soeknad
    kjennetegn: tuple[str, ...]
    restanse: Kroner
    frister: Mapping[str, date]
    sjekkliste_versjon: str
    sjekkpunkter: tuple[Punktvisning, ...]
    porter: Mapping[Port, tuple[Sperre, ...]]
    oekonomiplan: Oekonomiplan | None
    budsjett: Budsjett | None
    betalingskalender: Betalingskalender | None
    oppfoelgingsplan: Oppfoelgingsplan | None
    kontraktsvalg: Kontraktsvalg | None
    kontraktsraad: Raadsvisning
    vedtak: Vedtaksvisning | None
    bolig: Boligvisning | None
    tilbud: tuple[Tilbudsvisning, ...]
    kontrakt: Kontraktsvisning | None
    tidligere_leie: tuple[TidligereLeie, ...]
    utlevering: Utleveringsvisning | None
    leieforhold: Leieforholdsvisning | None
    utsettelser: Mapping[str, Utsettelse]
    klager: tuple[Klagevisning, ...]
    oppfoelging_av_leie: Restansevisning | None
    port_i: Mapping[str, tuple[Sperre, ...]]
    boforhold_restanse: Kroner
    paa_vent: PaaVent | None
    hasteloep: Hasteloep | None
    avslutning: Avslutning | None
    midlertidige_botilbud: tuple[MidlertidigBotilbud, ...]
    oppgaver: tuple[Oppgaverad, ...]
    avvik: tuple[Avviksrad, ...]
    notater: tuple[Notatrad, ...]
    vedlegg: tuple[Vedleggsrad, ...]
    dokumenter: tuple[Dokumentrad, ...]
    historikk: tuple[Historikkrad, ...]
    tilganger: tuple[str, ...]
    tilknytninger: tuple[Tilknytningsrad, ...]
    konvolutt: Konvoluttvisning | None
