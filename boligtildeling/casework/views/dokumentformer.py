"""What letters, agreements and checklists are made of: one frozen view per document."""

from dataclasses import dataclass
from datetime import date, datetime

from boligtildeling.casework.views.saksformer import Boligvisning
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan, Restanseplan
from boligtildeling.domain.soeknad import Husstandsmedlem
from boligtildeling.domain.vedtak import Vedtaksinnhold


@dataclass(frozen=True, slots=True)
class Dokumentslag:
    """A kind of document: its name on the command line, its title, and whether it can be printed empty."""

    navn: str
    tittel: str
    kan_vaere_tom: bool


DOKUMENTER: dict[str, Dokumentslag] = {
    d.navn: d
    for d in (
        Dokumentslag("vedtak", "Vedtak", False),
        Dokumentslag("leieavtale", "Leieavtale", False),
        Dokumentslag("noekkelkvittering", "Nøkkelkvittering", False),
        Dokumentslag("sjekkliste-soeknadsbehandling", "Sjekkliste for søknadsbehandling", True),
        Dokumentslag("sjekkliste-tildeling", "Sjekkliste for tildeling og kontrakt", True),
        Dokumentslag("sjekkliste-noekkelutlevering", "Sjekkliste for nøkkelutlevering", True),
        Dokumentslag("boligsjekkliste", "Boligsjekkliste (innflyttingsprotokoll)", True),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mottaker:
    """Whom the letter goes to: the fullmektig or verge when there is one, with a copy to the applicant (fvl. § 12).

    `adresselinjer` is empty when no address may stand on paper, or none is known.
    """

    navn: str
    adresselinjer: tuple[str, ...]
    paa_vegne_av: str | None
    rolle: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brevhode:
    """The top of every document. Settings that must be filled in, and are not, are None."""

    kommune: str
    enhet: str
    enhet_adresse: str | None
    enhet_telefon: str | None
    maalform: str
    er_proeve: bool
    er_skjermet: bool
    saksnummer: str | None
    soeker: str | None
    dato: date
    saksbehandler: str | None


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
    godkjent_av: str | None
    klageinstans_a: str | None
    klageinstans_b: str | None
    retningslinjer: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leieavtale:
    hode: Brevhode
    utleier: str
    boligforvalter: str
    boligforvalter_telefon: str
    leiere: tuple[tuple[str, date | None], ...]
    verger: tuple[tuple[str, str], ...]
    bolig: Boligvisning
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
    husstand: tuple[Husstandsmedlem, ...]
    energiattest_dato: date | None
    signert: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Noekkelkvittering:
    hode: Brevhode
    bolig: Boligvisning | None
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
    boligforvalter: str
    boligforvalter_telefon: str


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
    bolig: Boligvisning | None
    leiere: tuple[str, ...]
    overtakelse_dato: date | None
    noekler: tuple[Noekkel, ...]
