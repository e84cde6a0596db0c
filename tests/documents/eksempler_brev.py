"""Views to make the other letters of: one factory per kind, with made-up people."""

from datetime import date
from typing import Any

from boligtildeling.casework.views.brevformer import (
    Anmodning,
    Foelgeark,
    Foreleggelse,
    ForeloepigSvar,
    Forhaandsvarsel,
    Opphevelse,
    Spraak,
    Tilbudsbrev,
)
from boligtildeling.casework.views.dokumentformer import Mottaker
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.varsel import ForelagtOpplysning
from tests.documents.eksempler import bolig, hode

SOEKER = Mottaker(navn="Åse Øvergård", adresselinjer=("Gammelveien 3", "7020 Trondheim"), paa_vegne_av=None, rolle=None)
VERGE = Mottaker(
    navn="Vera Verge",
    adresselinjer=("Torget 1", "7011 Trondheim"),
    paa_vegne_av="Åse Øvergård",
    rolle="verge",
    kopi_til=("Åse Øvergård",),
)


def _felles(maalform: str, regel: str) -> dict[str, Any]:
    return {"hode": hode(maalform=maalform), "mottaker": SOEKER, "regler": (("saken", regel),)}


def foreloepig_svar(maalform: str = "nb", **felt: Any) -> ForeloepigSvar:
    standard = _felles(maalform, "forvaltningsloven § 11 a") | {
        "soeknad_dato": date(2026, 10, 12),
        "grunn": "Vi venter på opplysninger fra Nav om inntekten din. De har lovet svar i uke 49.",
        "svar_ventes_dato": date(2026, 12, 11),
    }
    return ForeloepigSvar(**(standard | felt))


def anmodning(maalform: str = "nb", **felt: Any) -> Anmodning:
    standard = _felles(maalform, "forvaltningsloven §§ 11 og 17") | {
        "soeknad_dato": date(2026, 10, 12),
        "mangler": ("De tre siste lønnsslippene dine", "Skattemeldingen for i fjor"),
        "frist": date(2026, 11, 27),
    }
    return Anmodning(**(standard | felt))


def foreleggelse(maalform: str = "nb", **felt: Any) -> Foreleggelse:
    opplysninger = (
        ForelagtOpplysning(
            hva="Du skylder 18 400 kroner i husleie for våren 2025.",
            kilde="Boligadministrasjonen",
            mottatt_dato=date(2026, 11, 2),
        ),
        ForelagtOpplysning(hva="En nabo har klaget på bråk om natta i mars 2025.", kilde="Vaktmesteren"),
    )
    standard = _felles(maalform, "forvaltningsloven §§ 17 og 18") | {
        "opplysninger": opplysninger,
        "frist": date(2026, 11, 20),
    }
    return Foreleggelse(**(standard | felt))


def forhaandsvarsel(maalform: str = "nb", **felt: Any) -> Forhaandsvarsel:
    standard = _felles(maalform, "forvaltningsloven §§ 16, 18 og 35") | {
        "slag": "bortfall",
        "vedtak_dato": date(2026, 6, 12),
        "grunn": "Du har skrevet til oss at du har kjøpt leilighet sammen med broren din.",
        "frist": date(2026, 11, 20),
    }
    return Forhaandsvarsel(**(standard | felt))


def omgjoering(maalform: str = "nb", **felt: Any) -> Opphevelse:
    return opphevelse(maalform, slag="omgjoering", grunnlag="etter_klage", varsel_dato=None, **felt)


def bortfall(maalform: str = "nb", **felt: Any) -> Opphevelse:
    return opphevelse(maalform, slag="bortfall", grunnlag=None, varsel_dato=date(2026, 11, 2), **felt)


def opphevelse(maalform: str = "nb", **felt: Any) -> Opphevelse:
    standard = _felles(maalform, "forvaltningsloven §§ 16, 24, 25, 27, 28, 29 og 35") | {
        "vedtak_dato": date(2026, 6, 12),
        "uttalelse": "Jeg bor fortsatt hos broren min til leiligheten er pusset opp.",
        "begrunnelse": "Du har nå en egnet bolig. Grunnlaget for vedtaket er derfor borte.",
        "godkjent_av": "Ola Leder",
        "klageinstans_a": "Statsforvalteren i Trøndelag",
        "klageinstans_b": "kommunens klagenemnd",
    }
    return Opphevelse(**(standard | felt))


def tilbud(maalform: str = "nb", **felt: Any) -> Tilbudsbrev:
    standard = _felles(maalform, "husleieloven §§ 3-2, 3-3 og 3-7") | {
        "bolig": bolig(),
        "husleie": Kroner.fra(9200),
        "inkludert": "Felleskostnader. Strøm og oppvarming betaler du selv.",
        "forfallsdag": 20,
        "ledig_fra": date(2026, 11, 16),
        "frist": date(2026, 11, 20),
        "er_bytte": False,
    }
    return Tilbudsbrev(**(standard | felt))


def foelgeark(spraak: Spraak, maalform: str = "nb") -> Foelgeark:
    return Foelgeark(hode=hode(maalform=maalform), spraak=spraak, brev="Vedtak", brev_dato=date(2026, 11, 6))


def tomt_foelgeark(spraak: Spraak, maalform: str = "nb") -> Foelgeark:
    tomt = hode(maalform=maalform, saksnummer=None, soeker=None, saksbehandler=None)
    return Foelgeark(hode=tomt, spraak=spraak)
