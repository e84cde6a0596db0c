"""What a party is told, and may answer, before something is decided against them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.domain.krav import DatoTilNaa, Fritekst, Navn

Opphevelsesslag = Literal["omgjoering", "bortfall"]
Omgjoeringsgrunn = Literal["ikke_til_skade", "ugyldig", "etter_klage"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForelagtOpplysning:
    """What someone else has said about the applicant (forvaltningsloven § 17)."""

    hva: Fritekst
    kilde: Navn
    mottatt_dato: DatoTilNaa | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Varsel:
    """The warning that a decision may be reversed or lapse (forvaltningsloven § 16)."""

    slag: Opphevelsesslag
    grunn: str
    sendt_dato: date
    frist: date
    sendt_av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Opphevelse:
    """That a decision no longer counts: why, by whom, and what the party said first.

    Hjemmel: forvaltningsloven § 35.
    """

    slag: Opphevelsesslag
    grunnlag: Omgjoeringsgrunn | None
    begrunnelse: str
    uttalelse: str | None
    dato: date
    av: str


def krever_varsel(slag: Opphevelsesslag, grunnlag: Omgjoeringsgrunn | None) -> bool:
    """Whether the party must be warned first: not when it does no harm, nor when they have complained themselves.

    Hjemmel: forvaltningsloven §§ 16 og 35.
    """
    return slag == "bortfall" or grunnlag == "ugyldig"
