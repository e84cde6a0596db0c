"""The kommune profile: what a kommune settles for itself, with Trondheim's known facts as defaults."""

from collections.abc import Mapping
from dataclasses import dataclass

MAA_FYLLES_UT = "må fylles ut"


@dataclass(frozen=True, slots=True)
class Innstillingsfelt:
    """One setting: what it is, its default (None: must be filled in), and a made-up value for trial folders."""

    tittel: str
    standard: str | None
    proeveverdi: str | None = None


FELTER: dict[str, Innstillingsfelt] = {
    "kommune": Innstillingsfelt("Kommunens navn", "Trondheim kommune"),
    "enhet": Innstillingsfelt("Enheten som behandler søknaden", "Helse- og velferdskontoret"),
    "enhet_adresse": Innstillingsfelt("Enhetens postadresse", None, "Testvegen 1, 7004 TRONDHEIM (PRØVE)"),
    "enhet_telefon": Innstillingsfelt("Enhetens telefon", None, "00 00 00 00 (PRØVE)"),
    "utleier": Innstillingsfelt("Utleier i leieavtalen", "Trondheim kommune"),
    "boligforvalter": Innstillingsfelt("Boligforvalter", "Boligadministrasjonen"),
    "boligforvalter_telefon": Innstillingsfelt("Boligforvalterens telefon", "72 54 02 88"),
    "klageinstans_a": Innstillingsfelt("Klageinstans for boligsosial bistand (A)", "Statsforvalteren i Trøndelag"),
    "klageinstans_b": Innstillingsfelt("Klageinstans for kommunal bolig (B)", None, "kommunens klagenemnd (PRØVE)"),
    "retningslinjer": Innstillingsfelt("Retningslinjene for tildeling", "bystyrets retningslinjer av 3. mars 2022"),
    "kontonummer": Innstillingsfelt("Kontonummer for husleie", None, "99990000006"),
    "forfallsdag": Innstillingsfelt("Dag i måneden husleien forfaller", "20"),
    "hasteloep_virkedager": Innstillingsfelt("Virkedager til å gjøre ferdig et hasteløp", "10"),
    "inkludert_i_husleien": Innstillingsfelt(
        "Hva husleien dekker", "Felleskostnader. Strøm og oppvarming betaler du selv."
    ),
}


def les(lagret: Mapping[str, str], er_proeve: bool) -> dict[str, str | None]:
    """Every setting with the value that counts; None when it must be filled in before a letter needs it."""
    return {
        navn: lagret.get(navn) or (felt.proeveverdi if er_proeve and felt.proeveverdi else felt.standard)
        for navn, felt in FELTER.items()
    }
