"""Imports every room that registers acts or views, so that the registries are whole."""

from boligtildeling.casework import (
    administrasjon,
    angring,
    fordeling,
    hasteloep,
    kontrakt,
    lesegjennomgang,
    noekkel,
    planer,
    saksgang,
    sjekkpunkt,
    skjerming,
    skjermingsaapning,
    skjermingsnoekkel,
    soeknad,
    tildeling,
    vedtak,
)
from boligtildeling.casework.views import lesninger, skjerminger, versjoner

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
    skjermingsnoekkel,
    skjerming,
    skjermingsaapning,
    lesegjennomgang,
)
VISNINGSROM = (versjoner, skjerminger, lesninger)
