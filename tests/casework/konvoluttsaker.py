"""Cases with strengt fortrolig address at work: what the tests of the envelope build on."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.soeknad import Adresse
from tests.bygg import MILD, Kontor, Vei, boligdata, databasedump, person, soeknad
from tests.lager import raa

HEIM = "HEIM-77"
GATE = "Skjulstadvegen 12"
FRIST = date(2026, 11, 26)


def strengt(kontor: Kontor, *navngitte: str, som: str = "kari") -> Vei:
    """A new case that is strengt fortrolig, with `som`, tove and `navngitte` named; its dwelling is HEIM."""
    if HEIM not in {b.boligid for b in kontor.program.vis_boliger("tove")}:
        hjem = boligdata(HEIM, adresse=Adresse(GATE, "7041", "TRONDHEIM"), bydel="Østbyen", bruksareal=47)
        kontor.gjoer("registrer_bolig", "tove", bolig=hjem)
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "strengt_fortrolig")), som)
    vei.boligid = HEIM
    for navn in ("tove", *navngitte):
        vei.gjoer("gi_tilgang", som, bruker=navn)
    return vei


def spor(mappe: Path, *tekster: str) -> list[str]:
    """Every stored line that tells of the dwelling, but the register of dwellings and what was written when it came."""
    register = ("bolig ", "tilbakehold ")
    funn = [x for x in databasedump(mappe) if any(t in x for t in tekster or (HEIM, GATE, "Østbyen"))]
    registrering = _registreringer(mappe)
    return [x for x in funn if not x.startswith(register) and not x.startswith(registrering)]


def _registreringer(mappe: Path) -> tuple[str, ...]:
    tilkobling = raa(mappe)
    try:
        linjer = tilkobling.execute("SELECT id FROM hendelse WHERE handling IN ('registrer_bolig','endre_bolig')")
        return tuple(f"hendelsesinnhold ({nummer}," for (nummer,) in linjer)
    finally:
        tilkobling.close()


def mottakere(vei: Vei, som: str = "kari") -> dict[str, str]:
    """How it stands with the envelope for each who is named."""
    konvolutt = vei.vis(som).konvolutt
    return {m.bruker: m.tilstand for m in konvolutt.mottakere} if konvolutt is not None else {}


def er_aapen(vei: Vei, som: str) -> bool:
    """Whether this user sees the address."""
    bolig = vei.vis(som).bolig
    return bolig is not None and bolig.adresse.linje == GATE


def privat_fil(kontor: Kontor, navn: str) -> Path:
    """Where the machine keeps the user's private key."""
    with kontor.program._database.les() as session:
        offentlig = session.get_one(Bruker, navn).offentlig_noekkel
    assert offentlig is not None
    merke = sha256(offentlig).hexdigest()[:32]
    return kontor.program.mappe / "noekler" / "brukere" / f"bruker-{merke}.noekkel"
