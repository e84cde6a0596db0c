"""Makes a data folder, and puts the rooms together around its database."""

import platform
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from boligtildeling.casework import alle
from boligtildeling.casework.context import Arbeid, Klokkelaan, Rammer
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.clock import Klokke
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain import saksnummer
from boligtildeling.domain.drift import Bruker, Mappe, Rolle
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.exchange.boforholdsdata import purreplan, virkemiddelstige
from boligtildeling.exchange.filer import Mappefiler
from boligtildeling.exchange.fraser import Mappefraser
from boligtildeling.exchange.innleser import Filleser
from boligtildeling.exchange.personvern import bevaringsplan, lesegrenser
from boligtildeling.exchange.ressurser import (
    Sjekklister,
    bostoettesatser,
    gebyrsatser,
    klarspraak,
    livsoppholdssatser,
    lovsamling,
)
from boligtildeling.osbruker import osbruker
from boligtildeling.policy import Policy, les_policy
from boligtildeling.storage.bytte import OPPRETTINGSLAAS, UNDER_OPPRETTING
from boligtildeling.storage.database import FILNAVN, Database, i_ord
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.knippe import Noekkelsted
from boligtildeling.storage.laas import MAPPELAAS, Opptatt, laas
from boligtildeling.storage.migration import oppgrader
from boligtildeling.storage.noekkelskap import Mappeskap
from boligtildeling.storage.noekkelsteder import NOEKKELMAPPE
from boligtildeling.storage.noekler import fjern_noekkel, lag_noekler, legg_noekkel, les_knippe, skriv_knippe, velg_sted
from boligtildeling.storage.skriving import fest
from boligtildeling.storage.sted import krev_eget_sted
from boligtildeling.storage.tilkobling import koble

ROM = alle.ROM
EGNE_TEKSTER = "tekster"
EGNE_FRASER = "fraser"
"""The folder, in the data folder, of the kommune's own letter texts."""


def lag_rammer(
    mappe: Path, database: Database, klokke: Klokkelaan, er_proeve: bool, policy: Policy | None = None
) -> Rammer:
    """The house around the acts in a folder; `policy` is what IT has settled for the machine."""
    return Rammer(
        lager=database,
        klokke=klokke,
        sjekklister=Sjekklister(),
        lov=lovsamling(),
        livsoppholdssatser=livsoppholdssatser(),
        bostoettesatser=bostoettesatser(),
        gebyrsatser=gebyrsatser(),
        klarspraak=klarspraak(),
        dokumenter=Dokumenter(mappe / EGNE_TEKSTER, mappe),
        fraser=Mappefraser(mappe / EGNE_FRASER),
        filer=Mappefiler(None),
        innleser=Filleser(),
        purreplan=purreplan(),
        virkemiddelstige=virkemiddelstige(),
        noekkelskap=Mappeskap(mappe, er_proeve),
        maskin=sha256(platform.node().encode()).hexdigest()[:8],
        er_proeve=er_proeve,
        lesegrenser=lesegrenser(),
        sprang=saksnummer.paa_rad if er_proeve else saksnummer.sprang,
        bevaringsplan=bevaringsplan(),
        laaste=policy.innstillinger if policy is not None else {},
    )


def standardmappe() -> Path:
    """Where IT has put the data folder, or the user's own. Raises `Driftsfeil` for a policy that cannot be followed."""
    return les_policy().datamappe or user_data_path("Boligtildeling", appauthor=False)


def gjenopprettingsark(mappe: Path, kode: str) -> bytes:
    """The sheet with the recovery code of the folder, as PDF."""
    return Dokumenter().gjenopprettingsark(str(mappe.absolute()), kode, Klokke(None).naa().date())


def opprett(
    mappe: Path,
    brukere: Sequence[tuple[str, Rolle]],
    slag: str,
    klokke: datetime | None = None,
    *,
    sted: Noekkelsted | None = None,
    passfrase: str | None = None,
) -> str:
    """Makes a new data folder, whole or not at all; an existing empty one is accepted. Gives its recovery code.

    `slag` is virkelig, proeve or demo, and never changes. With no `brukere`, the signed-in user becomes teamleder.
    `sted` is where the key is kept for daily use; None: where it is best kept. Raises `Driftsfeil`, `Bruksfeil`.
    """
    if slag == "virkelig":
        les_policy().krev_mappe(mappe)
    with under_oppretting(mappe) as her:
        return fyll_ny(her, brukere, slag, Klokke(klokke).naa(), sted=sted, passfrase=passfrase)


@contextmanager
def under_oppretting(mappe: Path) -> Iterator[Path]:
    """A place inside `mappe` to build its database in; put in place when the block ends well, gone when it does not.

    What a killed attempt left behind is cleared away first. Raises `Driftsfeil` when the folder holds anything else.
    """
    krev_eget_sted(mappe)
    with i_ord():
        if mappe.exists() and not mappe.is_dir():
            raise _ikke_tom()
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        fest(mappe.parent)
        if not _er_tom(mappe):
            raise _ikke_tom()
        try:
            with laas(mappe / OPPRETTINGSLAAS):
                yield from _bygg(mappe)
        except Opptatt:
            raise Driftsfeil(
                "Mappen er i ferd med å bli laget av et annet program.",
                "Ingenting i den er rørt.",
                "Vent litt og prøv igjen.",
            ) from None


def _bygg(mappe: Path) -> Iterator[Path]:
    if not _er_tom(mappe):
        raise _ikke_tom()
    sted = mappe / UNDER_OPPRETTING
    if sted.exists():
        _kast(mappe, sted)
    sted.mkdir(mode=0o700)
    try:
        yield sted
        _flytt(sted, mappe)
    except BaseException:
        (mappe / FILNAVN).unlink(missing_ok=True)
        _kast(mappe, sted)
        raise
    shutil.rmtree(sted, ignore_errors=True)


def _kast(mappe: Path, sted: Path) -> None:
    """Everything that an attempt left behind, and the key that it kept elsewhere."""
    for her in (sted, mappe):
        with suppress(Driftsfeil):  # no bundle there, or the ring does not answer: a key that locks nothing
            fjern_noekkel(her, les_knippe(her / KNIPPE))
    shutil.rmtree(mappe / NOEKKELMAPPE, ignore_errors=True)
    (mappe / KNIPPE).unlink(missing_ok=True)
    shutil.rmtree(sted, ignore_errors=True)


def _flytt(sted: Path, mappe: Path) -> None:
    """The database last: before it is there, the folder still counts as empty, and its keys as leavings."""
    for navn in (NOEKKELMAPPE, KNIPPE):
        if (sted / navn).exists():
            (sted / navn).rename(mappe / navn)
    fest(mappe)
    (sted / FILNAVN).rename(mappe / FILNAVN)
    fest(mappe)


def _er_tom(mappe: Path) -> bool:
    """Empty but for what an attempt under way, or a killed one, has put there."""
    navn = {f.name for f in mappe.iterdir()}
    under_arbeid = {n for n in navn if n.startswith(UNDER_OPPRETTING) or n == MAPPELAAS}
    if UNDER_OPPRETTING in under_arbeid and FILNAVN not in navn:
        return navn <= under_arbeid | {NOEKKELMAPPE, KNIPPE}
    return navn == under_arbeid


def _ikke_tom() -> Driftsfeil:
    return Driftsfeil("Mappen er ikke tom.", "Ingenting i den er rørt.", "Velg en ny mappe, eller en som er tom.")


def fyll_ny(
    mappe: Path,
    brukere: Sequence[tuple[str, Rolle]],
    slag: str,
    naa: datetime,
    *,
    sted: Noekkelsted | None = None,
    passfrase: str | None = None,
) -> str:
    """Makes keys, and a database with its users, in an empty folder. Gives the recovery code."""
    knippe, noekkel, kode = lag_noekler(sted or velg_sted(slag), passfrase)
    skriv_knippe(mappe, knippe)
    legg_noekkel(mappe, knippe, noekkel)
    database = Database(partial(koble, mappe / FILNAVN, noekkel, ny=True))
    try:
        oppgrader(database)
        alle_brukere = list(brukere) or [(osbruker(), "teamleder")]
        with database.skriv() as session:
            session.add(Mappe(id=1, slag=slag, opprettet_tidspunkt=naa))
            rader = [Bruker(navn=n, rolle=r, nummer=nr) for nr, (n, r) in enumerate(alle_brukere, 1)]
            session.add_all(rader)
            session.flush()
            rammer = lag_rammer(mappe, database, Klokke(naa), slag != "virkelig")
            rammer.sjekklister.gjeldende()
            arbeid = Arbeid(session=session, rammer=rammer, bruker=rader[0], naa=naa)
            noter_hendelse(
                arbeid, "opprett", "MappeOpprettet", {"slag": slag, "brukere": [list(b) for b in alle_brukere]}
            )
        with database.motor.connect() as tilkobling:
            tilkobling.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.lukk()
    return kode
