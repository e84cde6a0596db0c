"""What letters, agreements and checklists are made of: one frozen view per document."""

from dataclasses import dataclass
from datetime import date, datetime

from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan, Restanseplan
from boligtildeling.domain.vedtak import Vedtaksinnhold

Lovsitater = tuple[tuple[str, str], ...]
"""The law that a letter cites, as it was in force on the letter's day: (what it is about, the citation)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mottaker:
    """Whom the letter goes to: the fullmektig or verge when there is one (fvl. § 12), and who gets a copy.

    `adresselinjer` is empty when no address may stand on paper, or none is known.
    """

    navn: str
    adresselinjer: tuple[str, ...]
    paa_vegne_av: str | None
    rolle: str | None
    kopi_til: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brevhode:
    """The top of every document. Settings that must be filled in, and are not, are None.

    With `er_skjermet` no address, phone or household of the parties may stand on the paper.
    """

    kommune: str
    enhet: str
    enhet_adresse: str | None
    enhet_telefon: str | None
    boligforvalter: str
    boligforvalter_telefon: str
    maalform: str
    er_proeve: bool
    er_skjermet: bool
    saksnummer: str | None
    soeker: str | None
    dato: date
    saksbehandler: str | None
    logofil: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Boligpapir:
    """A dwelling as paper may show it: without `adresse` and `bruksenhetsnummer` when a party is protected."""

    adresse: str | None
    bruksenhetsnummer: str | None
    boligtype: str
    antall_soverom: int
    bruksareal: int | None
    rullestol: bool
    heis: bool
    trinnfri: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Vedtaksbrev:
    hode: Brevhode
    mottaker: Mottaker
    er_utkast: bool
    soeknad_dato: date
    soeknadstype: str
    innhold: Vedtaksinnhold
    kontraktsvalg: Kontraktsvalg | None
    oppfoelgingsplan: Oppfoelgingsplan | None
    restanse: Kroner
    restanseplan: Restanseplan | None
    har_barn: bool
    faerre_soverom: bool
    alternativer_vurdert: bool
    forelagt: bool
    vedlegg: tuple[str, ...]
    godkjent_av: str | None
    regler: Lovsitater
    klageinstans_a: str | None
    klageinstans_b: str | None
    muntlig_dato: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leieavtale:
    hode: Brevhode
    utleier: str
    leiere: tuple[tuple[str, date | None], ...]
    verger: tuple[tuple[str, str], ...]
    bolig: Boligpapir
    type: str
    maaneder: int | None
    fra_dato: date
    til_dato: date | None
    overtakelse_dato: date
    husleie: Kroner
    foerste_husleie: Kroner
    foerste_forfall: date
    forfallsdag: int
    er_forlengelse: bool
    kid: str
    kontonummer: str | None
    inkludert: str
    kontraktsvalg: Kontraktsvalg
    husstand: tuple[str, ...]
    energiattest_dato: date | None
    signert: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Noekkelkvittering:
    hode: Brevhode
    bolig: Boligpapir | None
    tidspunkt: datetime
    mottaker: str
    fullmakt: str | None
    legitimasjon: str
    noekler: tuple[Noekkel, ...]
    utlevert_av: str
    foerste_husleie: Kroner | None
    betalt: Kroner | None
    kontrakt_signert_dato: date | None
    vilkaar_kontrollert: bool
    unntak: tuple[tuple[str, str, str], ...]
    utsatt: tuple[tuple[str, str, date, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sjekklisterad:
    """A row of a checklist on paper; `status` is one of tom, oppfylt, mangler, gjelder_ikke, unntak, utsatt.

    `bevis` is what the answer rests on; `dokumentasjon` is what the point asks for.
    """

    kode: str
    tekst: str
    dokumentasjon: str
    bevis: str | None
    hjemmel: str
    porter: tuple[str, ...]
    status: str
    svar: str | None
    dato: date | None
    av: str | None
    merknad: str | None
    frist: date | None
    ansvarlig: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sjekklistevisning:
    hode: Brevhode
    navn: str
    tittel: str
    versjon: str
    er_tom: bool
    rader: tuple[Sjekklisterad, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Boligsjekkliste:
    """The fourth checklist; the rooms and points come from `resources/checklists/boligsjekkliste.toml`."""

    hode: Brevhode
    er_tom: bool
    bolig: Boligpapir | None
    leiere: tuple[str, ...]
    overtakelse_dato: date | None
    noekler: tuple[Noekkel, ...]
