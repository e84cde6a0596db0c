"""What the letters before and after the decision are made of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.casework.views.dokumentformer import Boligpapir, Brevhode, Lovsitater, Mottaker
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.varsel import ForelagtOpplysning, Omgjoeringsgrunn, Opphevelsesslag

Spraak = Literal["en", "pl", "ar", "so", "ti", "uk"]
"""The languages that there are følgeark in."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Brev:
    """What every letter has: its top, whom it goes to, and the law that it cites."""

    hode: Brevhode
    mottaker: Mottaker
    regler: Lovsitater


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForeloepigSvar(Brev):
    """Why the answer takes time, and when it can be expected (forvaltningsloven § 11 a)."""

    soeknad_dato: date
    grunn: str
    svar_ventes_dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Anmodning(Brev):
    """What the application lacks, and by when it must come (forvaltningsloven § 11)."""

    soeknad_dato: date
    mangler: tuple[str, ...]
    frist: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Foreleggelse(Brev):
    """What others have said about the applicant, to be answered before it is used (forvaltningsloven § 17)."""

    opplysninger: tuple[ForelagtOpplysning, ...]
    frist: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Forhaandsvarsel(Brev):
    """That a decision may be reversed or lapse, and why; the party may speak first (forvaltningsloven § 16)."""

    slag: Opphevelsesslag
    vedtak_dato: date
    grunn: str
    frist: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Opphevelse(Brev):
    """That a decision is reversed or has lapsed: itself a decision, with reasons and a way to appeal."""

    slag: Opphevelsesslag
    grunnlag: Omgjoeringsgrunn | None
    vedtak_dato: date
    varsel_dato: date | None
    uttalelse: str | None
    begrunnelse: str
    godkjent_av: str
    klageinstans_a: str | None
    klageinstans_b: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tilbudsbrev(Brev):
    """One dwelling, what it costs, and by when to answer."""

    bolig: Boligpapir
    husleie: Kroner
    inkludert: str
    forfallsdag: int
    ledig_fra: date | None
    frist: date
    er_bytte: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Foelgeark:
    """What a letter is about, in plain words in a language that the reader knows; `brev` is the letter's title."""

    hode: Brevhode
    spraak: Spraak
    brev: str | None = None
    brev_dato: date | None = None
