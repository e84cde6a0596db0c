"""The settings and users as rows and options."""

from collections.abc import Collection, Mapping
from pathlib import Path

from boligtildeling.casework.views.brukere import Brukerrad
from boligtildeling.domain.drift import FUNKSJONSNAVN, ROLLENAVN
from boligtildeling.domain.innstilling import FELTER, IKKE_SATT, MAA_FYLLES_UT

COLUMNS = ("Innstilling", "Verdi", "Bestemmes av")
BY_IT, BY_THE_KOMMUNE = "IT, for hele maskinen", "kommunen"
USER_COLUMNS = ("Brukernavn", "Rolle", "Team", "Funksjoner", "Stedfortreder nå", "Innlogging")


def rows(values: Mapping[str, str | None], locked: Collection[str]) -> list[tuple[str, str, str]]:
    """Every setting, and who settles it; `locked` are those that IT has settled for the machine."""
    return [
        (
            field.tittel,
            values.get(name) or (IKKE_SATT if field.valgfri else MAA_FYLLES_UT),
            BY_IT if name in locked else BY_THE_KOMMUNE,
        )
        for name, field in FELTER.items()
    ]


def options() -> list[tuple[str, str]]:
    """The settings to choose from, in the same order as the rows."""
    return [(name, field.tittel) for name, field in FELTER.items()]


def locked_words(folder: Path, is_settled: bool, locked: Collection[str]) -> str:
    """Where the folder lies, and what IT has settled, in sentences."""
    by = "IT har bestemt hvor den er. " if is_settled else ""
    settings = "Innstillinger som IT bestemmer, kan ikke endres her." if locked else ""
    return f"Datamappen er {folder}. {by}{settings}".strip()


def user_row(b: Brukerrad) -> tuple[str, ...]:
    functions = ", ".join(FUNKSJONSNAVN.get(f, f) for f in b.funksjoner)
    return (b.navn, ROLLENAVN.get(b.rolle, b.rolle), b.team or "", functions, b.stedfortreder or "", _signs_in(b))


def _signs_in(b: Brukerrad) -> str:
    """How the user gets in, as far as the reader may know."""
    if not b.er_aktiv:
        return "slipper ikke inn"
    if b.har_passord is None:
        return ""
    machine = f"{b.os_navn} på maskinen" if b.os_navn else "samme navn på maskinen"
    if b.passord_satt_av is not None:
        return f"{machine}, og passord for én gang fra {b.passord_satt_av}"
    return f"{machine}, og passord" if b.har_passord else machine


def choices(users: tuple[Brukerrad, ...]) -> list[tuple[str, str]]:
    """The users that can be chosen: those who have not left."""
    return [(b.navn, f"{b.navn} ({ROLLENAVN.get(b.rolle, b.rolle)})") for b in users if b.er_aktiv]
