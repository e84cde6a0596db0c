"""The leader looks at readings: who works here, and what came of a reading that was taken up."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from sqlalchemy import select

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.views.lesninger import flagg_for
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.historikk import Lesning
from boligtildeling.domain.krav import Antall, DatoTilNaa, Navn, Setning
from boligtildeling.domain.leselogg import Ansattopplysning, Konklusjon, Lesegjennomgang
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.soeknad import Adresse

TAUSHETSPLIKT = "forvaltningsloven §§ 13 og 13 b"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerAnsatt:
    """Who a user is outside work, so that readings of colleagues and own family can be found."""

    bruker: Brukernavn
    fornavn: Navn
    etternavn: Navn
    foedselsdato: DatoTilNaa | None = None
    adresse: Adresse | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GjennomgaaLesning:
    """What a leader found about readings that were taken up."""

    lesninger: Annotated[tuple[int, ...], Antall("Numrene på lesningene.", minst=1, maks=500)]
    konklusjon: Konklusjon
    merknad: Setning


def _proev_ansatt(arbeid: Arbeid, k: RegistrerAnsatt, feil: Feilliste) -> None:
    feil.krev(arbeid.session.get(Bruker, k.bruker) is not None, "/bruker", "Brukeren finnes ikke i denne mappen.")


@handling(
    RegistrerAnsatt,
    navn="registrer_ansatt",
    tittel="Registrer hvem en bruker er",
    hendelse="AnsattRegistrert",
    proever=_proev_ansatt,
)
def registrer_ansatt(arbeid: Arbeid, k: RegistrerAnsatt) -> dict[str, Any]:
    """Notes name, birth date and address of a user; the history keeps neither date nor address."""
    rad = arbeid.session.get(Ansattopplysning, k.bruker)
    if rad is None:
        rad = Ansattopplysning(bruker=k.bruker)
        arbeid.session.add(rad)
    else:
        arbeid.foer = {"fornavn": rad.fornavn, "etternavn": rad.etternavn}
    rad.fornavn, rad.etternavn, rad.foedselsdato, rad.adresse = k.fornavn, k.etternavn, k.foedselsdato, k.adresse
    arbeid.logg = replace(k, foedselsdato=None, adresse=None)
    arbeid.endret.add(k.bruker)
    return {"bruker": k.bruker}


def _proev_gjennomgang(arbeid: Arbeid, k: GjennomgaaLesning, feil: Feilliste) -> None:
    kjente = _finn(arbeid, k.lesninger)
    for nr, nummer in enumerate(k.lesninger):
        feil.krev(nummer in kjente, f"/lesninger/{nr}", "Fant ingen lesning med dette nummeret.")


def _finn(arbeid: Arbeid, numre: tuple[int, ...]) -> dict[int, Lesning]:
    """The readings by number; only of cases that the leader may know of."""
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    rader = select(Lesning).where(Lesning.id.in_(numre), Lesning.saksnummer.in_(synlige)).order_by(Lesning.id)
    return {lesning.id: lesning for lesning in arbeid.session.scalars(rader)}


@handling(
    GjennomgaaLesning,
    navn="gjennomgaa_lesning",
    tittel="Gå gjennom lesninger",
    hendelse="LesningGjennomgaatt",
    proever=_proev_gjennomgang,
)
def gjennomgaa_lesning(arbeid: Arbeid, k: GjennomgaaLesning) -> dict[str, Any]:
    """Keeps what a leader found, for ever; one that must be looked into may be concluded later, the others not again.

    Hjemmel: forvaltningsloven §§ 13 og 13 b.
    """
    lesninger = _finn(arbeid, k.lesninger)
    if any(lest.bruker == arbeid.bruker.navn for lest in lesninger.values()):
        nekt("HABILITET", "Du kan ikke gå gjennom dine egne lesninger. En annen leder må gjøre det.", TAUSHETSPLIKT)
    ferdige = select(Lesegjennomgang.lesning).where(
        Lesegjennomgang.lesning.in_(k.lesninger), Lesegjennomgang.konklusjon != "maa_undersoekes"
    )
    if alt := sorted(set(arbeid.session.scalars(ferdige))):
        nekt("ALLEREDE", f"Lesning {', '.join(map(str, alt))} er allerede gått gjennom.")
    grunner = flagg_for(arbeid, tuple(lesninger.values()))
    for lest in lesninger.values():
        arbeid.session.add(
            Lesegjennomgang(
                lesning=lest.id,
                saksnummer=lest.saksnummer,
                leser=lest.bruker,
                lest_tidspunkt=lest.tidspunkt,
                hva=lest.hva,
                flagg=tuple(grunner[lest.id]),
                konklusjon=k.konklusjon,
                gjennomgaatt_av=arbeid.bruker.navn,
                gjennomgaatt_tidspunkt=arbeid.naa,
            )
        )
    arbeid.endret.add("lesninger")
    return {"gjennomgaatt": len(lesninger)}
