"""The keys of a data folder: made with it, found again when it is opened, and changed."""

import os
from collections.abc import Callable
from pathlib import Path

from boligtildeling.domain.feil import Bruksfeil, Driftsfeil
from boligtildeling.domain.papirkode import Skrivefeil, les_kode, ny_kode
from boligtildeling.forsegling import FeilNoekkel
from boligtildeling.storage import knippe
from boligtildeling.storage.database import i_ord
from boligtildeling.storage.knippe import Knippe, Noekkelsted, Uleselig, kjennemerke
from boligtildeling.storage.noekkelsteder import Noekkelfiler, Noekkelring, Noekkelsteder, har_noekkelring
from boligtildeling.storage.skriving import erstatt

PASSFRASE = "BOLIGTILDELING_PASSFRASE"
"""The environment variable that a server may give the passphrase in."""
KORTESTE_PASSFRASE = 12
SpoerPassfrase = Callable[[], str | None]
"""Asks a person for the passphrase; None when there is nobody to ask."""


def velg_sted(slag: str) -> Noekkelsted:
    """Where the key of a new folder is best kept: in the keyring when there is one; made-up people need none."""
    return "noekkelring" if slag == "virkelig" and har_noekkelring() else "noekkelfil"


def sted_for(mappe: Path, daglig: Noekkelsted) -> Noekkelsteder:
    """The place that keeps the daily keys of the folder."""
    return Noekkelring() if daglig == "noekkelring" else Noekkelfiler(mappe)


def lag_noekler(mappe: Path, daglig: Noekkelsted, passfrase: str | None = None) -> tuple[Knippe, bytes, str]:
    """Makes the keys of a new folder. Gives the bundle, the key and the recovery code, which is kept nowhere.

    Raises `Driftsfeil`, and `Bruksfeil` for a passphrase that is too short.
    """
    if daglig == "passfrase":
        krev_god_passfrase(passfrase or "")
    kode = ny_kode()
    nytt, noekkel = Knippe.lag(daglig, kode, passfrase if daglig == "passfrase" else None)
    if daglig != "passfrase":
        sted_for(mappe, daglig).lagre(nytt.noekkel_id, noekkel)
    skriv_knippe(mappe, nytt)
    return nytt, noekkel, kode


def krev_god_passfrase(passfrase: str) -> None:
    """Raises `Bruksfeil` for one that can be guessed."""
    if len(passfrase.strip()) < KORTESTE_PASSFRASE:
        raise Bruksfeil(f"Passfrasen må ha minst {KORTESTE_PASSFRASE} tegn. Bruk gjerne flere ord.")


def skriv_knippe(mappe: Path, nytt: Knippe, navn: str = knippe.FILNAVN) -> None:
    with i_ord():
        erstatt(mappe / navn, nytt.som_bytes())


def les_knippe(fil: Path) -> Knippe:
    """The bundle. Raises `Driftsfeil` when it is gone or damaged."""
    with i_ord():
        if not fil.is_file():
            raise Driftsfeil(
                "Nøkkelknippet til mappen er borte, så databasen kan ikke låses opp.",
                "Databasen er ikke rørt.",
                "Hent noekkelknippe.json fra en sikkerhetskopi av mappen.",
            )
        data = fil.read_bytes()
    try:
        return Knippe.fra_bytes(data)
    except Uleselig:
        raise Driftsfeil(
            "Nøkkelknippet til mappen er skadet.",
            "Databasen er ikke rørt.",
            "Hent noekkelknippe.json fra en sikkerhetskopi av mappen.",
        ) from None


def daglig_noekkel(mappe: Path, av: Knippe, spoer: SpoerPassfrase) -> bytes:
    """The key, from where it is kept for daily use. Raises `Driftsfeil` when it is not there."""
    if av.daglig == "passfrase":
        return _med_passfrase(av, spoer)
    noekkel = sted_for(mappe, av.daglig).hent(av.noekkel_id)
    if noekkel is None:
        hvor = "nøkkelringen på maskinen" if av.daglig == "noekkelring" else "nøkkelfilen"
        raise Driftsfeil(
            f"Nøkkelen til databasen finnes ikke i {hvor}.",
            "Databasen er ikke rørt, og alt i den er der fortsatt.",
            "Finn arket med gjenopprettingskoden, og kjør «boligtildeling noekkel gjenopprett».",
        )
    if kjennemerke(noekkel) != av.noekkel_id:
        raise Driftsfeil(
            "Nøkkelen som ligger på maskinen, er skadet.",
            "Databasen er ikke rørt, og alt i den er der fortsatt.",
            "Finn arket med gjenopprettingskoden, og kjør «boligtildeling noekkel gjenopprett».",
        )
    return noekkel


def _med_passfrase(av: Knippe, spoer: SpoerPassfrase) -> bytes:
    passfrase = os.environ.get(PASSFRASE) or spoer()
    if not passfrase:
        raise Driftsfeil(
            "Mappen er låst med en passfrase, og den er ikke oppgitt.",
            "Databasen er ikke rørt.",
            f"Start programmet fra en terminal, eller sett miljøvariabelen {PASSFRASE}.",
        )
    try:
        return av.aapne_med_passfrase(passfrase)
    except FeilNoekkel:
        raise Driftsfeil(
            "Passfrasen er feil.", "Databasen er ikke rørt.", "Prøv igjen, eller bruk gjenopprettingskoden."
        ) from None


def med_kode(av: Knippe, kode: str) -> bytes:
    """The key, by the recovery code as a person typed it. Raises `Driftsfeil`; nothing is touched."""
    try:
        return av.aapne_med_kode(les_kode(kode))
    except Skrivefeil:
        raise Driftsfeil(
            "Gjenopprettingskoden er skrevet feil: et tegn er galt, mangler eller er for mye.",
            "Ingenting er rørt.",
            "Les koden på arket en gang til. Den har sju grupper på fire tegn.",
        ) from None
    except FeilNoekkel:
        raise Driftsfeil(
            "Gjenopprettingskoden hører ikke til denne mappen.",
            "Ingenting er rørt.",
            "Finn arket som ble skrevet ut da mappen ble laget, eller da koden sist ble byttet.",
        ) from None
