"""The settings and users as rows and options."""

from collections.abc import Mapping

from boligtildeling.casework.views.brukere import Brukerrad
from boligtildeling.domain.drift import FUNKSJONSNAVN, ROLLENAVN
from boligtildeling.domain.innstilling import FELTER, IKKE_SATT, MAA_FYLLES_UT

COLUMNS = ("Innstilling", "Verdi")
USER_COLUMNS = ("Brukernavn", "Rolle", "Team", "Funksjoner", "Stedfortreder nå", "Innlogging")


def rows(values: Mapping[str, str | None]) -> list[tuple[str, str]]:
    return [
        (field.tittel, values.get(name) or (IKKE_SATT if field.valgfri else MAA_FYLLES_UT))
        for name, field in FELTER.items()
    ]


def options() -> list[tuple[str, str]]:
    """The settings to choose from, in the same order as the rows."""
    return [(name, field.tittel) for name, field in FELTER.items()]


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
