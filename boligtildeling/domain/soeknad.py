"""What an application holds: one frozen value per part, as it was handed in."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from boligtildeling.domain.datoer import alder
from boligtildeling.domain.krav import (
    Antall,
    Beloep,
    Dato,
    DatoTilNaa,
    Kode,
    Mellom,
    Navn,
    Setning,
    Siffer,
    Tekst,
    ValgfriTekst,
)

Adressebeskyttelse = Literal["ikke_kontrollert", "ingen", "fortrolig", "strengt_fortrolig", "klientadresse"]
Soeknadstype = Literal["ny", "bytte", "forlengelse"]
Maalform = Literal["nb", "nn"]
MAALFORMER: tuple[Maalform, ...] = ("nb", "nn")
Relasjon = Literal["ektefelle", "samboer", "barn", "fosterbarn", "forelder", "annet"]
Bosituasjonstype = Literal[
    "leid_privat",
    "leid_kommunal",
    "eid",
    "uten_bolig",
    "midlertidig_botilbud",
    "institusjon",
    "fengsel",
    "hos_andre",
    "annet",
    "krisesenter",
    "asylmottak",
]
Hovedaarsak = Literal[
    "flyktning",
    "psykisk_helse_eller_rus",
    "funksjonsnedsettelse",
    "oekonomi",
    "vold_i_naere_relasjoner",
    "annet",
]

MYNDIG = 18
"""The age, in years, at which nobody is a child any more."""
_STRENGHET: tuple[Adressebeskyttelse, ...] = (
    "ingen",
    "ikke_kontrollert",
    "klientadresse",
    "fortrolig",
    "strengt_fortrolig",
)
SKJERMET: frozenset[Adressebeskyttelse] = frozenset({"fortrolig", "strengt_fortrolig"})
UTEN_ADRESSE_PAA_PAPIR: frozenset[Adressebeskyttelse] = SKJERMET | {"klientadresse"}
UKJENT_FOEDSELSDATO = "|"
"""How the key of a party ends who is known by name alone, and cannot be told from others of that name."""
Postnummer = Annotated[str, Siffer("Postnummer, fire siffer.", antall=4)]


@dataclass(frozen=True, slots=True, repr=False)
class Adresse:
    """A Norwegian postal address."""

    linje: Navn
    postnummer: Postnummer
    poststed: Navn

    @property
    def paa_en_linje(self) -> str:
        return f"{self.linje}, {self.postnummer} {self.poststed}".rstrip(", ")


def navnenoekkel(navn: str, foedt: date | None) -> str:
    """What identifies someone without a number: name and birth date."""
    return f"{navn.casefold()}{UKJENT_FOEDSELSDATO}{foedt or ''}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Person:
    """The applicant, or the one who applies together with them."""

    fornavn: Navn
    etternavn: Navn
    adressebeskyttelse: Adressebeskyttelse
    foedselsnummer: Annotated[str, Siffer("Fødselsnummer eller d-nummer, elleve siffer.", antall=11)] | None = None
    foedselsdato: DatoTilNaa | None = None
    duf_nummer: Annotated[str, Siffer("DUF-nummer, tolv siffer.", antall=12)] | None = None
    telefon: Kode | None = None
    epost: Navn | None = None
    adresse: Adresse | None = None

    @property
    def navn(self) -> str:
        return f"{self.fornavn} {self.etternavn}"

    @property
    def partsnoekkel(self) -> str:
        """Identifies the same person from case to case: the number when there is one, else name and birth date."""
        return self.foedselsnummer or self.duf_nummer or navnenoekkel(self.navn, self.foedselsdato)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tolk:
    """Whether an interpreter is needed, and for which language."""

    behov: bool
    spraak: Navn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Husstandsmedlem:
    """Someone who is to live in the dwelling, all or part of the time."""

    navn: Navn
    relasjon: Relasjon
    foedselsdato: DatoTilNaa | None = None
    bor: Literal["fast", "delt", "samvaer"] = "fast"
    adressebeskyttelse: Adressebeskyttelse | None = None

    def er_barn(self, i_dag: date) -> bool:
        """A child or foster child under 18, or of unknown age."""
        if self.relasjon not in {"barn", "fosterbarn"}:
            return False
        return self.foedselsdato is None or alder(self.foedselsdato, i_dag) < MYNDIG


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bosituasjon:
    """Where the applicant lives now."""

    type: Bosituasjonstype
    siden: DatoTilNaa | None = None
    maa_flytte_innen: Dato | None = None
    beskrivelse: ValgfriTekst | None = None
    forventet_ut_dato: Dato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Pengepost:
    """An income or an expense, kroner per month."""

    type: Navn
    per_maaned: Beloep
    utbetales_dag: Annotated[int, Mellom("Dag i måneden, 1–31.", fra=1, til=31)] | None = None
    hyppighet: Literal["maaned", "hver_14_dag"] = "maaned"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Gjeld:
    """A debt; `er_husleie_til_kommunen` marks old rent owed to the municipality."""

    kreditor: Navn
    beloep: Beloep
    per_maaned: Beloep | None = None
    er_husleie_til_kommunen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Behov:
    """What the dwelling must be like."""

    antall_soverom: Annotated[int, Mellom("Antall soverom, 0–12.", fra=0, til=12)] | None = None
    rullestol: bool = False
    trinnfri_eller_heis: bool = False
    bydeler: Annotated[tuple[Navn, ...], Antall(maks=50)] = ()
    husdyr: Setning | None = None
    beskrivelse: ValgfriTekst | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Soeknadsvedlegg:
    """An enclosure by title; `fil` is a path below the folder of the file that names it."""

    tittel: Navn
    fil: Annotated[str, Tekst("Sti i forhold til søknadsfilen, innenfor mappen den ligger i.", maks=500)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fullmektig:
    """Someone who acts for the applicant; a verge within a mandate (vergemålsloven §§ 31–33)."""

    navn: Navn
    rolle: Literal["fullmektig", "verge"]
    adresse: Adresse
    mandat: Setning | None = None
    fullmakt_dato: DatoTilNaa | None = None
    telefon: Kode | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Soeknad:
    """An application for a municipal dwelling. Nothing in it is a consent; those are asked for one by one."""

    skjemaversjon: Literal["1"]
    soeknadstype: Soeknadstype
    mottatt_dato: DatoTilNaa
    kanal: Literal["papir", "digital", "muntlig"]
    maalform: Maalform
    soeker: Person
    husstand: Annotated[tuple[Husstandsmedlem, ...], Antall(maks=50)]
    bosituasjon: Bosituasjon
    inntekter: Annotated[tuple[Pengepost, ...], Antall(maks=100)]
    utgifter: Annotated[tuple[Pengepost, ...], Antall(maks=100)]
    gjeld: Annotated[tuple[Gjeld, ...], Antall(maks=100)]
    behov: Behov
    ekstern_referanse: Annotated[str, Tekst("Avsenderens nøkkel: samme nøkkel gir samme sak.", maks=64)] | None = None
    medsoeker: Person | None = None
    tolk: Tolk | None = None
    mottar_sosialhjelp: bool = False
    mottar_bostoette: bool = False
    hovedaarsak: Hovedaarsak | None = None
    tjenester: Annotated[tuple[Navn, ...], Antall(maks=50)] = ()
    vedlegg: Annotated[tuple[Soeknadsvedlegg, ...], Antall(maks=100)] = ()
    fullmektige: Annotated[tuple[Fullmektig, ...], Antall(maks=10)] = ()
    oppholdsgrunnlag: Setning | None = None
    kontonummer: Annotated[str, Siffer("Kontonummer, elleve siffer.", antall=11)] | None = None
    reservert_mot_digital_post: bool = False

    @property
    def soekere(self) -> tuple[Person, ...]:
        return (self.soeker, self.medsoeker) if self.medsoeker else (self.soeker,)

    @property
    def gjenkjennelige_parter(self) -> frozenset[str]:
        """The applicants who can be told from others of the same name: by number or birth date."""
        return frozenset(p.partsnoekkel for p in self.soekere if p.foedselsnummer or p.duf_nummer or p.foedselsdato)

    def har_samme_parter_som(self, annen: "Soeknad") -> bool:
        """The same people apply; a number that is corrected or a name that is respelled makes nobody another."""
        return len(self.soekere) == len(annen.soekere) and all(
            ny.partsnoekkel == gammel.partsnoekkel or ny.navn.casefold() == gammel.navn.casefold()
            for ny, gammel in zip(self.soekere, annen.soekere, strict=True)
        )

    @property
    def uten_adresser(self) -> "Soeknad":
        """Without the applicants' present addresses: what the history, which never changes, may keep."""
        medsoeker = replace(self.medsoeker, adresse=None) if self.medsoeker else None
        return replace(self, soeker=replace(self.soeker, adresse=None), medsoeker=medsoeker)

    @property
    def strengeste_beskyttelse(self) -> Adressebeskyttelse:
        """The strictest address protection of anyone in the case, since one known address reveals all."""
        return max(self._beskyttelser, key=_STRENGHET.index)

    @property
    def har_ukontrollert_adresse(self) -> bool:
        """Whether the register has not been asked about someone in the case (SOE-1)."""
        return "ikke_kontrollert" in self._beskyttelser

    @property
    def _beskyttelser(self) -> list[Adressebeskyttelse]:
        alle = [p.adressebeskyttelse for p in self.soekere]
        return alle + [m.adressebeskyttelse for m in self.husstand if m.adressebeskyttelse]

    @property
    def uten_adresse_paa_papir(self) -> bool:
        """No paper of the case may show where anyone in it lives (folkeregisterloven § 10-4)."""
        return self.strengeste_beskyttelse in UTEN_ADRESSE_PAA_PAPIR

    def uten_adresser_som_ikke_kan_lagres(self) -> "Soeknad":
        """With strengt fortrolig in the household nobody's present address is kept.

        Hjemmel: folkeregisterloven § 10-4.
        """
        if self.strengeste_beskyttelse != "strengt_fortrolig":
            return self
        return self.uten_adresser
