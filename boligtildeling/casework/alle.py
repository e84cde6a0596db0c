"""Imports every room that registers acts or views, so that the registries are whole."""

from boligtildeling.casework import (
    administrasjon,
    angring,
    bolighold,
    brev,
    fordeling,
    habilitet,
    hasteloep,
    innlogging,
    innsyn,
    kassasjon,
    kontrakt,
    konvoluttarbeid,
    lesegjennomgang,
    noekkel,
    opphevelse,
    planer,
    saksgang,
    sjekkpunkt,
    skjerming,
    skjermingsaapning,
    skjermingsnoekkel,
    skriveraad,
    soeknad,
    stedfortreder,
    tildeling,
    utkast,
    vedtak,
)
from boligtildeling.casework.boforhold import begjaering, utkastelse
from boligtildeling.casework.views import bevaring, brevtekster, brukere, lesninger, skjerminger, versjoner
from boligtildeling.casework.views import innsyn as innsynsvisning
from boligtildeling.casework.views.boforhold import begjaeringer

ROM = (
    soeknad,
    brev,
    fordeling,
    sjekkpunkt,
    planer,
    vedtak,
    opphevelse,
    tildeling,
    bolighold,
    kontrakt,
    konvoluttarbeid,
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
    kassasjon,
    innsyn,
    begjaering,
    utkastelse,
)
VISNINGSROM = (
    versjoner,
    skjerminger,
    lesninger,
    bevaring,
    brukere,
    innsynsvisning,
    skriveraad,
    brevtekster,
<<<<<<< HEAD
    begjaeringer,
=======
    utkast,
>>>>>>> main
)
