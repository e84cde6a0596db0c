"""The few words that the forms carry themselves, in both målformer, and what papers have in common."""

from datetime import date

from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.documents.blokker import Topp
from boligtildeling.domain.datoer import vis_dato

_ORD: dict[str, tuple[str, str]] = {
    "adresse": ("Adresse", "Adresse"),
    "av": ("Hvem", "Kven"),
    "bilde": ("Bilde nr.", "Bilete nr."),
    "dato": ("Dato", "Dato"),
    "del": ("Del", "Del"),
    "dokumentasjon": ("Dokumentasjon og merknad", "Dokumentasjon og merknad"),
    "feil": ("Tilstand og feil", "Tilstand og feil"),
    "frist": ("Frist", "Frist"),
    "i_orden": ("I orden", "I orden"),
    "ikke_skrevet": ("Ikke skrevet ennå.", "Ikkje skrive enno."),
    "kode": ("Kode", "Kode"),
    "kontroll": ("Kontroll", "Kontroll"),
    "leier": ("Leier", "Leigar"),
    "maalere": ("Målere", "Målarar"),
    "maaler": ("Måler", "Målar"),
    "merke": ("Type og nummer", "Type og nummer"),
    "antall": ("Antall", "Tal"),
    "merknader": ("Merknader", "Merknader"),
    "noekler": ("Nøkler og brikker", "Nøklar og brikker"),
    "overtakelse": ("Overtakelse", "Overtaking"),
    "punkt": ("Sjekkpunkt", "Sjekkpunkt"),
    "saksbehandler": ("Saksbehandler", "Saksbehandlar"),
    "saksnummer": ("Saksnummer", "Saksnummer"),
    "staar_i_saken": ("Står i saken", "Står i saka"),
    "svar": ("Svar", "Svar"),
    "soeker": ("Søker", "Søkjar"),
    "telefon": ("Telefon", "Telefon"),
    "underskrift": ("Underskrift", "Underskrift"),
    "utgave": ("utgave", "utgåve"),
    "vedtak": ("Vedtak", "Vedtak"),
    "vilkaar": ("Vilkår", "Vilkår"),
}


def ordet(noekkel: str, maalform: str) -> str:
    """A form's own word in this målform."""
    return _ORD[noekkel][1 if maalform == "nn" else 0]


def stor_forbokstav(tekst: str) -> str:
    """The same text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def vis_valgfri_dato(dato: date | None) -> str:
    """The day in words; empty when there is none."""
    return vis_dato(dato) if dato else ""


def vis_konto(nummer: str | None) -> str | None:
    """An account number as people write it: `1234.56.78901`."""
    return f"{nummer[:4]}.{nummer[4:6]}.{nummer[6:]}" if nummer else None


def topp(hode: Brevhode, *, merke: str = "", mottaker: tuple[str, ...] = (), er_intern: bool = False) -> Topp:
    """The letterhead; `mottaker` is the address block. A paper for the kommune itself has no way to reach it."""
    enhet = (hode.enhet, *(() if er_intern else (hode.enhet_adresse or "", _telefon(hode))))
    fakta = (
        (ordet("dato", hode.maalform), vis_dato(hode.dato)),
        (ordet("saksnummer", hode.maalform), hode.saksnummer or ""),
        (ordet("saksbehandler", hode.maalform), hode.saksbehandler or ""),
    )
    return Topp(
        avsender=hode.kommune,
        enhet=tuple(linje for linje in enhet if linje),
        merke=merke,
        mottaker=mottaker,
        fakta=tuple(par for par in fakta if par[1]),
    )


def _telefon(hode: Brevhode) -> str:
    return f"{ordet('telefon', hode.maalform)} {hode.enhet_telefon}" if hode.enhet_telefon else ""


def bunntekst(hode: Brevhode, *deler: str) -> str:
    """The foot: the kommune, the case and what the paper is."""
    sak = f"{ordet('saksnummer', hode.maalform)} {hode.saksnummer}" if hode.saksnummer else ""
    return " · ".join(d for d in (hode.kommune, sak, *deler) if d)


def vannmerker(hode: Brevhode, *flere: str) -> tuple[str, ...]:
    """What stands across every page: PRØVE on all that a trial folder makes."""
    return (*(("PRØVE",) if hode.er_proeve else ()), *flere)
