"""Imports every room that registers acts or views, so that the registries are whole."""

from boligtildeling.casework import (
    administrasjon,
    angring,
    fordeling,
    habilitet,
    hasteloep,
    innlogging,
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
    stedfortreder,
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
    innlogging,
    habilitet,
    stedfortreder,
    skjermingsnoekkel,
    skjerming,
    skjermingsaapning,
    lesegjennomgang,
)
VISNINGSROM = (versjoner, skjerminger, lesninger)
