"""Imports every room that registers acts, so that the registry is whole."""

from boligtildeling.casework import (
    administrasjon,
    angring,
    fordeling,
    hasteloep,
    kontrakt,
    noekkel,
    planer,
    saksgang,
    sjekkpunkt,
    soeknad,
    tildeling,
    vedtak,
)

ROM = (
    soeknad,
    fordeling,
    sjekkpunkt,
    planer,
    vedtak,
    tildeling,
    kontrakt,
    noekkel,
    hasteloep,
    saksgang,
    angring,
    administrasjon,
)
