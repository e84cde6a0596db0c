"""The kommune profile: what a kommune settles for itself, with Trondheim's known facts as defaults."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

from boligtildeling.domain.identitet import er_kontonummer

MAA_FYLLES_UT = "må fylles ut"
IKKE_SATT = "ikke satt"
NY_FORVALTNINGSLOV_FRA = "forvaltningsloven_2025_fra"
ANNET_STED = "sikkerhetskopi_annet_sted"


def _dag_i_maaneden(verdi: str) -> str | None:
    er_dag = verdi.isascii() and verdi.isdigit() and 1 <= int(verdi) <= 28
    return None if er_dag else "Skriv et helt tall fra 1 til 28."


def _ja_nei(verdi: str) -> str | None:
    return None if verdi in {"ja", "nei"} else "Skriv ja eller nei."


def _minutter(verdi: str) -> str | None:
    er_minutter = verdi.isascii() and verdi.isdigit() and 1 <= int(verdi) <= 240
    return None if er_minutter else "Skriv et helt tall fra 1 til 240."


def _dager(verdi: str) -> str | None:
    er_dager = verdi.isascii() and verdi.isdigit() and 1 <= int(verdi) <= 999
    return None if er_dager else "Skriv et helt tall fra 1 til 999."


def _konto(verdi: str) -> str | None:
    return None if er_kontonummer(verdi) else "Kontonummeret er ikke gyldig."


def _dato(verdi: str) -> str | None:
    try:
        date.fromisoformat(verdi)
    except ValueError:
        return "Skriv datoen slik: 2027-01-01."
    return None


def _klageinstans_a(verdi: str) -> str | None:
    """Part A goes to the state (boligsosialloven § 7)."""
    if "statsforvalter" in verdi.casefold():
        return None
    return "Klageinstansen for boligsosial bistand er Statsforvalteren (boligsosialloven § 7)."


def _klageinstans_b(verdi: str) -> str | None:
    """Part B stays in the kommune (forvaltningsloven § 28), and neither the state nor Nav decides it."""
    if not re.search(r"statsforvalter|fylkesmann|\bnav\b", verdi.casefold()):
        return None
    return "Klager på kommunal bolig avgjøres av kommunens egen klageinstans, ikke av Statsforvalteren eller Nav."


def _filnavn(verdi: str) -> str | None:
    if re.fullmatch(r"[\w -]+\.(png|jpe?g)", verdi, re.IGNORECASE):
        return None
    return "Skriv navnet på en PNG- eller JPEG-fil i datamappen, uten mapper."


def _mappe(verdi: str) -> str | None:
    """A path that means the same from wherever the program is started, on the machine that it is started on."""
    er_hel = PurePosixPath(verdi).is_absolute() or PureWindowsPath(verdi).is_absolute()
    return None if er_hel else "Skriv hele stien til mappen, fra roten av disken."


def _alt(verdi: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Innstillingsfelt:
    """One setting: what it is, its default (None: must be filled in), and a made-up value for trial folders.

    `proev` gives a sentence when a value cannot be used. A setting that is `valgfri` may stand without a value.
    """

    tittel: str
    standard: str | None
    proeveverdi: str | None = None
    proev: Callable[[str], str | None] = _alt
    valgfri: bool = False


FELTER: dict[str, Innstillingsfelt] = {
    "kommune": Innstillingsfelt("Kommunens navn", "Trondheim kommune"),
    "logofil": Innstillingsfelt("Bildefil med logo til brevhodet", None, proev=_filnavn, valgfri=True),
    "enhet": Innstillingsfelt("Enheten som behandler søknaden", "Helse- og velferdskontoret"),
    "enhet_adresse": Innstillingsfelt("Enhetens postadresse", None, "Testvegen 1, 7004 TRONDHEIM (PRØVE)"),
    "enhet_telefon": Innstillingsfelt("Enhetens telefon", None, "00 00 00 00 (PRØVE)"),
    "utleier": Innstillingsfelt("Utleier i leieavtalen", "Trondheim kommune"),
    "boligforvalter": Innstillingsfelt("Boligforvalter", "Boligadministrasjonen"),
    "boligforvalter_adresse": Innstillingsfelt(
        "Boligforvalterens postadresse", None, "Testvegen 2, 7004 TRONDHEIM (PRØVE)"
    ),
    "boligforvalter_telefon": Innstillingsfelt("Boligforvalterens telefon", "72 54 02 88"),
    "nav_kontor": Innstillingsfelt("Nav-kontoret samtykker sendes til", None, "Nav Testby (PRØVE)"),
    "klageinstans_a": Innstillingsfelt(
        "Klageinstans for boligsosial bistand (A)", "Statsforvalteren i Trøndelag", proev=_klageinstans_a
    ),
    "klageinstans_b": Innstillingsfelt(
        "Klageinstans for kommunal bolig (B)", None, "kommunens klagenemnd (PRØVE)", _klageinstans_b
    ),
    "klageinstans_tjenester": Innstillingsfelt(
        "Klageinstans for helse- og omsorgstjenester", "Statsforvalteren i Trøndelag", proev=_klageinstans_a
    ),
    "retningslinjer": Innstillingsfelt("Retningslinjene for tildeling", "bystyrets retningslinjer av 3. mars 2022"),
    NY_FORVALTNINGSLOV_FRA: Innstillingsfelt("Forvaltningsloven av 2025 gjelder fra", None, proev=_dato, valgfri=True),
    "kontonummer": Innstillingsfelt("Kontonummer for husleie", None, "99990000006", _konto),
    "forfallsdag": Innstillingsfelt("Dag i måneden husleien forfaller", "20", proev=_dag_i_maaneden),
    "godkjenning_paa_papir": Innstillingsfelt("Vedtak kan godkjennes på papir", "nei", proev=_ja_nei),
    "laas_etter_minutter": Innstillingsfelt("Minutter uten bruk før vinduet låses", "10", proev=_minutter),
    "hasteloep_virkedager": Innstillingsfelt("Virkedager til å gjøre ferdig et hasteløp", "10", proev=_dag_i_maaneden),
    "inkludert_i_husleien": Innstillingsfelt(
        "Hva husleien dekker", "Felleskostnader. Strøm og oppvarming betaler du selv."
    ),
    "nedbetaling_kostnad": Innstillingsfelt(
        "Renter og kostnader i en nedbetalingsavtale",
        None,
        "Du betaler ikke renter eller kostnader så lenge du holder avtalen. (PRØVE)",
    ),
    "maal_dager_vedtak": Innstillingsfelt(
        "Kommunens mål: dager fra søknad til vedtak", None, proev=_dager, valgfri=True
    ),
    "maal_dager_bolig": Innstillingsfelt(
        "Kommunens mål: dager fra vedtak til nøkkel", None, proev=_dager, valgfri=True
    ),
    ANNET_STED: Innstillingsfelt("Mappe der sikkerhetskopiene også legges", None, proev=_mappe, valgfri=True),
}


def les(lagret: Mapping[str, str], er_proeve: bool, laaste: Mapping[str, str] | None = None) -> dict[str, str | None]:
    """Every setting with the value that counts; None when it must be filled in before a letter needs it.

    `laaste` are those that IT has settled for the machine: they go before what is stored.
    """
    satt = {**lagret, **(laaste or {})}
    return {
        navn: satt.get(navn) or (felt.proeveverdi if er_proeve and felt.proeveverdi else felt.standard)
        for navn, felt in FELTER.items()
    }


def ikrafttredelser(innstillinger: Mapping[str, str | None]) -> dict[str, date]:
    """The days on which waiting statutes start, by setting; a statute without a day is not there."""
    verdi = innstillinger.get(NY_FORVALTNINGSLOV_FRA)
    return {NY_FORVALTNINGSLOV_FRA: date.fromisoformat(verdi)} if verdi else {}


def maa_fylles_ut(navn: str) -> str:
    """What stands on a paper in the place of a setting that has no value."""
    return f"«{FELTER[navn].tittel}» må fylles ut"
