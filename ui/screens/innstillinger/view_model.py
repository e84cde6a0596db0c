"""The settings and users as rows and options."""

from collections.abc import Mapping

from boligtildeling.domain.innstilling import FELTER, IKKE_SATT, MAA_FYLLES_UT

COLUMNS = ("Innstilling", "Verdi")
USER_COLUMNS = ("Brukernavn", "Rolle")


def rows(values: Mapping[str, str | None]) -> list[tuple[str, str]]:
    return [
        (field.tittel, values.get(name) or (IKKE_SATT if field.valgfri else MAA_FYLLES_UT))
        for name, field in FELTER.items()
    ]


def options() -> list[tuple[str, str]]:
    """The settings to choose from, in the same order as the rows."""
    return [(name, field.tittel) for name, field in FELTER.items()]
