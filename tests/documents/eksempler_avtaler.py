"""Views to make the agreements, consents and plans of: filled and empty, with made-up people."""

from datetime import date
from typing import Any

from boligtildeling.casework.views.avtaleformer import (
    Adressevedlegg,
    Betalingsplan,
    Forfall,
    Godkjenningsark,
    Nedbetalingsavtale,
    Oppfoelgingsavtale,
    Samtykke,
    Samtykkeslag,
    Tjenesteoversikt,
)
from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Tiltak
from tests.documents.eksempler import hode

NAVN = ("Åse Øvergård",)
KONTO = "99990000006"


def tomt_hode(maalform: str) -> Brevhode:
    return hode(maalform=maalform, saksnummer=None, soeker=None, saksbehandler=None)


def oppfoelgingsavtale(maalform: str = "nb", **felt: Any) -> Oppfoelgingsavtale:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "soekere": NAVN,
        "utleier": "Trondheim kommune",
        "maal": ("Betale husleien hver måned", "Ha godt naboskap"),
        "tiltak": (
            Tiltak(hva="Hjemmebesøk", ansvarlig="Boligoppfølgingen", hyppighet="hver uke"),
            Tiltak(hva="Gå gjennom økonomien", ansvarlig="Nav", hyppighet="hver måned"),
        ),
        "evaluering_dato": date(2027, 3, 1),
        "samarbeid": "individuell_plan",
        "deles_med": ("Nav", "Boligoppfølgingen"),
    }
    return Oppfoelgingsavtale(**(standard | felt))


def tom_oppfoelgingsavtale(maalform: str = "nb") -> Oppfoelgingsavtale:
    return Oppfoelgingsavtale(hode=tomt_hode(maalform), er_tom=True, soekere=(), utleier="Trondheim kommune")


def nedbetalingsavtale(maalform: str = "nb", **felt: Any) -> Nedbetalingsavtale:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "skyldnere": NAVN,
        "utleier": "Trondheim kommune",
        "kostnad": "Du betaler ikke renter eller kostnader så lenge du holder avtalen.",
        "forfallsdag": 20,
        "kontonummer": KONTO,
        "beloep": Kroner.fra(18400),
        "per_maaned": Kroner.fra(600),
        "antall_avdrag": 31,
        "siste_avdrag": Kroner.fra(400),
        "foerste_forfall": date(2026, 12, 21),
        "livsopphold": Kroner.fra(11046),
        "igjen": Kroner.fra(1705),
    }
    return Nedbetalingsavtale(**(standard | felt))


def tom_nedbetalingsavtale(maalform: str = "nb") -> Nedbetalingsavtale:
    return Nedbetalingsavtale(
        hode=tomt_hode(maalform),
        er_tom=True,
        skyldnere=(),
        utleier="Trondheim kommune",
        kostnad="Du betaler ikke renter eller kostnader så lenge du holder avtalen.",
        forfallsdag=20,
        kontonummer=KONTO,
    )


def samtykke(slag: Samtykkeslag, maalform: str = "nb", **felt: Any) -> Samtykke:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "slag": slag,
        "navn": "Åse Øvergård",
        "foedselsdato": date(1988, 2, 14),
        "utleier": "Trondheim kommune",
        "nav_kontor": "Nav Testby",
        "kontonummer": KONTO,
        "deles_med": ("Nav Testby", "Boligoppfølgingen") if slag == "deling" else (),
    }
    return Samtykke(**(standard | felt))


def tomt_samtykke(slag: Samtykkeslag, maalform: str = "nb") -> Samtykke:
    tomt = {"er_tom": True, "hode": tomt_hode(maalform), "navn": None, "foedselsdato": None, "deles_med": ()}
    return samtykke(slag, maalform, **tomt)


def tjenesteoversikt(maalform: str = "nb", **felt: Any) -> Tjenesteoversikt:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "navn": NAVN,
        "tjenester": ("Oppfølging i bolig", "Hjemmesykepleie"),
        "klageinstans": "Statsforvalteren i Trøndelag",
    }
    return Tjenesteoversikt(**(standard | felt))


def tom_tjenesteoversikt(maalform: str = "nb") -> Tjenesteoversikt:
    return tjenesteoversikt(maalform, hode=tomt_hode(maalform), er_tom=True, navn=(), tjenester=())


def betalingsplan(maalform: str = "nb", **felt: Any) -> Betalingsplan:
    husleie, avdrag = Kroner.fra(9200), Kroner.fra(600)
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "navn": NAVN,
        "forfallsdag": 20,
        "kontonummer": KONTO,
        "husleie": husleie,
        "kid": "1234567897",
        "forfall": (
            Forfall(dato=date(2026, 11, 16), hva="foerste_husleie", beloep=Kroner.fra(4600)),
            Forfall(dato=date(2026, 11, 20), hva="husleie", beloep=husleie),
            Forfall(dato=date(2026, 11, 20), hva="avdrag", beloep=avdrag),
            Forfall(dato=date(2026, 12, 21), hva="husleie", beloep=husleie),
            Forfall(dato=date(2026, 12, 21), hva="avdrag", beloep=avdrag),
        ),
        "valg": (
            ("avtalegiro", "oensker"),
            ("direkte_overfoering", "samtykke"),
            ("bostoette", "skal_soekes"),
            ("overfoering_av_bostoette", "ikke_aktuelt"),
        ),
        "overtakelse_dato": date(2026, 11, 16),
        "bostoette_soekes_innen": date(2026, 12, 25),
        "bostoette_kommer": date(2027, 1, 20),
        "dager_uten_bostoette": 65,
        "bostoettetak": Kroner.fra("9276.08"),
        "igjen": Kroner.fra(1705),
        "purring": Kroner.fra(38),
    }
    return Betalingsplan(**(standard | felt))


def tom_betalingsplan(maalform: str = "nb") -> Betalingsplan:
    return Betalingsplan(hode=tomt_hode(maalform), er_tom=True, navn=(), forfallsdag=20, kontonummer=KONTO)


def godkjenningsark(maalform: str = "nb", **felt: Any) -> Godkjenningsark:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "utgave": 34,
        "utfall": "innvilget",
        "boligsosial": "vanskeligstilt",
        "antall_vilkaar": 1,
        "deler": ("konklusjon", "begrunnelse", "vilkaar", "klage"),
        "forfattere": ("Kari Nordmann",),
    }
    return Godkjenningsark(**(standard | felt))


def tomt_godkjenningsark(maalform: str = "nb") -> Godkjenningsark:
    deler = ("konklusjon", "begrunnelse", "vilkaar", "klage")
    return Godkjenningsark(hode=tomt_hode(maalform), er_tom=True, deler=deler)


def adressevedlegg(maalform: str = "nb", **felt: Any) -> Adressevedlegg:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform, er_skjermet=True),
        "leiere": NAVN,
        "adresse": "Prøvegata 12 B, 7030 Trondheim",
        "bruksenhetsnummer": "H0203",
        "kontrakt_dato": date(2026, 11, 13),
    }
    return Adressevedlegg(**(standard | felt))
