"""Imports every room that registers acts or views, so that the registries are whole."""

from boligtildeling.casework import (
    administrasjon,
    angring,
    brev,
    fordeling,
    hasteloep,
    kontrakt,
    lesegjennomgang,
    noekkel,
    opphevelse,
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
    brev,
    fordeling,
    sjekkpunkt,
    planer,
    vedtak,
    opphevelse,
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
