"""Views to make the papers after the key of: one factory per kind, with made-up people."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from boligtildeling.casework.views.boforhold import former as fo
from boligtildeling.casework.views.boforhold import utleieformer as ut
from boligtildeling.casework.views.dokumentformer import Brevhode, Mottaker
from boligtildeling.domain.boforhold.moete import Deltaker
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from tests.documents.eksempler import ADRESSE, bolig, hode
from tests.documents.eksempler_avtaler import KONTO, tomt_hode
from tests.documents.eksempler_brev import SOEKER

DATO = date(2027, 3, 12)
LEIER = "Åse Øvergård"
BOLIG = f"{ADRESSE}, 7030 Trondheim"
KLOKKA = datetime(2027, 3, 18, 9, 30, tzinfo=timezone(timedelta(hours=1)))
NAV = Mottaker(
    navn="Nav Testby", adresselinjer=("Torget 2", "7011 Trondheim"), paa_vegne_av=None, rolle=None, kopi_til=(LEIER,)
)
NAMSMANNEN = Mottaker(
    navn="Namsfogden i Testby", adresselinjer=("Torget 3", "7011 Trondheim"), paa_vegne_av=None, rolle=None
)
KLAGEINSTANS = Mottaker(navn="Kommunens klagenemnd", adresselinjer=(), paa_vegne_av=None, rolle=None, kopi_til=(LEIER,))
KRAV = (
    ut.Kravpost(gjelder="Husleie for januar 2027", forfall=date(2027, 1, 20), beloep=Kroner.fra(9200)),
    ut.Kravpost(gjelder="Husleie for februar 2027", forfall=date(2027, 2, 22), beloep=Kroner.fra(9200)),
)
VEDLEGG = ("Leieavtalen", "Varselet til leieren", "Oversikt over husleien")


def utleierhode(maalform: str, **felt: Any) -> Brevhode:
    return hode(maalform=maalform, dato=DATO, enhet="Boligadministrasjonen", **felt)


def _felles(maalform: str, regel: str, mottaker: Mottaker = SOEKER) -> dict[str, Any]:
    return {"hode": utleierhode(maalform), "mottaker": mottaker, "regler": (("saken", regel),)}


def purring(maalform: str = "nb", **felt: Any) -> ut.Betalingsvarsel:
    standard = _felles(maalform, "husleieloven § 3-2") | {
        "krav": KRAV[:1],
        "kostnad": None,
        "til_sammen": Kroner.fra(9200),
        "frist": date(2027, 3, 26),
        "kid": "1234567897",
        "kontonummer": KONTO,
    }
    return ut.Betalingsvarsel(**(standard | felt))


def inkassovarsel(maalform: str = "nb", **felt: Any) -> ut.Betalingsvarsel:
    varsel = {"krav": KRAV, "kostnad": Kroner.fra(38), "til_sammen": Kroner.fra(18438), "frist": date(2027, 3, 29)}
    return purring(maalform, **(varsel | {"regler": (("saken", "inkassoloven § 9"),)} | felt))


def varsel_4_18(maalform: str = "nb", **felt: Any) -> ut.Fravikelsesvarsel:
    standard = _felles(maalform, "tvangsfullbyrdelsesloven §§ 4-18 og 13-2 tredje ledd") | {
        "grunnlag": "leie",
        "bolig_adresse": BOLIG,
        "frist": date(2027, 3, 29),
        "krav": KRAV,
        "til_sammen": Kroner.fra(18400),
        "kid": "1234567897",
        "kontonummer": KONTO,
    }
    return ut.Fravikelsesvarsel(**(standard | felt))


def varsel_uten_leie(grunnlag: str, maalform: str = "nb") -> ut.Fravikelsesvarsel:
    uten = {"krav": (), "til_sammen": None, "kid": None, "kontonummer": None}
    return varsel_4_18(maalform, grunnlag=grunnlag, opphoert_dato=date(2027, 2, 28), **uten)


def varsel_9_11(maalform: str = "nb", **felt: Any) -> ut.Sosialvarsel:
    standard = _felles(maalform, "husleieloven § 9-11", NAV) | {
        "leiere": ((LEIER, date(1988, 2, 14)),),
        "bolig_adresse": BOLIG,
        "grunnlag": "leie",
        "til_sammen": Kroner.fra(18400),
        "har_barn": True,
        "begjaering_tidligst": date(2027, 3, 27),
    }
    return ut.Sosialvarsel(**(standard | felt))


def advarsel(maalform: str = "nb", **felt: Any) -> ut.Advarsel:
    standard = _felles(maalform, "husleieloven § 9-9") | {
        "forhold": (
            ut.Forhold(hva="Høy musikk etter klokken 23 fire kvelder.", naar=date(2027, 2, 20)),
            ut.Forhold(hva="Søppel er satt igjen i trappen."),
        ),
        "maa_gjoere": "Det skal være ro i huset etter klokken 23. Søppelet setter du i rommet i kjelleren.",
        "frist": date(2027, 3, 26),
    }
    return ut.Advarsel(**(standard | felt))


def heving(maalform: str = "nb", **felt: Any) -> ut.Heving:
    standard = _felles(maalform, "husleieloven § 9-9") | {
        "grunnlag": "d",
        "grunn": "Naboer er truet tre ganger i mars. Vi har snakket med deg to ganger, og det har fortsatt.",
        "advarsel_dato": date(2027, 2, 1),
        "fraflytting": date(2027, 4, 12),
    }
    return ut.Heving(**(standard | felt))


def oppsigelse(maalform: str = "nb", **felt: Any) -> ut.Oppsigelse:
    standard = _felles(maalform, "husleieloven §§ 9-5, 9-6, 9-7 og 9-8") | {
        "grunnlag": "riving",
        "grunn": "Huset skal rives høsten 2027. Det kommer nye boliger på tomten i 2029.",
        "opphoer": date(2027, 6, 30),
    }
    return ut.Oppsigelse(**(standard | felt))


def flytteoppfordring(maalform: str = "nb", **felt: Any) -> ut.Flytteoppfordring:
    standard = _felles(maalform, "husleieloven § 9-2") | {
        "utloep_dato": date(2027, 2, 28),
        "fraflytting": date(2027, 4, 30),
        "konklusjon": "ny_bolig",
        "grunn": "Du trenger en bolig uten trapper. Den har du fått tilbud om i Testvegen.",
    }
    return ut.Flytteoppfordring(**(standard | felt))


def begjaering(maalform: str = "nb", **felt: Any) -> ut.Begjaering:
    standard = _felles(maalform, "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a", NAMSMANNEN) | {
        "saksoeker": "Trondheim kommune",
        "saksoekte": ((LEIER, date(1988, 2, 14)),),
        "bolig_adresse": BOLIG,
        "grunnlag": "leie",
        "avtale_dato": date(2026, 11, 13),
        "varsel_dato": date(2027, 2, 24),
        "sosialvarsel_dato": date(2027, 2, 24),
        "har_barn": True,
        "andre_myndige": ("Even Øvergård",),
        "krav": KRAV,
        "til_sammen": Kroner.fra(18400),
        "vedlegg": VEDLEGG,
    }
    return ut.Begjaering(**(standard | felt))


def begjaering_utloep(maalform: str = "nb") -> ut.Begjaering:
    annet = {"krav": (), "til_sammen": None, "andre_myndige": (), "har_barn": False, "sosialvarsel_dato": None}
    return begjaering(maalform, grunnlag="utloep", opphoert_dato=date(2027, 1, 31), **annet)


def garanti(maalform: str = "nb", **felt: Any) -> ut.Garanti:
    standard: dict[str, Any] = {
        "hode": utleierhode(maalform),
        "er_tom": False,
        "utleier": "Trondheim kommune",
        "garantist": "Nav Testby",
        "leiere": (LEIER,),
        "bolig_adresse": BOLIG,
        "beloep": Kroner.fra(27600),
        "husleie": Kroner.fra(9200),
        "gjelder": "Husleie som ikke blir betalt",
        "fra_dato": date(2027, 4, 1),
        "til_dato": date(2028, 3, 31),
        "vilkaar": ("Utleieren sier fra til Nav samme måned som husleien uteblir.",),
    }
    return ut.Garanti(**(standard | felt))


def tom_garanti(maalform: str = "nb") -> ut.Garanti:
    return ut.Garanti(hode=tomt_hode(maalform), er_tom=True, utleier="Trondheim kommune")


def innkalling(maalform: str = "nb", **felt: Any) -> fo.Innkalling:
    standard = _felles(maalform, "boligsosialloven § 7") | {
        "til_leier": True,
        "tidspunkt": KLOKKA,
        "sted": "Helse- og velferdskontoret, Testvegen 1",
        "deltakere": ((LEIER, "leier"), ("Kari Nordmann", "koordinator"), ("Ola Leder", "Nav Testby")),
        "dagsorden": ("Husleien for januar og februar", "Hva som kan hjelpe deg å betale"),
    }
    return fo.Innkalling(**(standard | felt))


def referat(maalform: str = "nb", **felt: Any) -> fo.Referat:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform, dato=KLOKKA.date()),
        "dato": KLOKKA.date(),
        "sted": "Helse- og velferdskontoret",
        "deltakere": (
            Deltaker(navn="Kari Nordmann", enhet="boligforvalter"),
            Deltaker(navn="Ola Leder", enhet="andre"),
        ),
        "saker": (
            fo.Moetesak(
                sak="Restanse for januar og februar",
                leiers_syn="Jeg mistet jobben i desember, og vil gjerne betale ned litt om gangen.",
                droefting="Nav har innvilget sosialhjelp fra mars. Da kan husleien betales videre.",
                konklusjon="proev_mer",
                oppgave="Lag en avtale om nedbetaling",
                ansvarlig="Kari Nordmann",
                frist=date(2027, 3, 26),
            ),
        ),
    }
    return fo.Referat(**(standard | felt))


def klageoversendelse(maalform: str = "nb", **felt: Any) -> fo.Klageoversendelse:
    standard = _felles(maalform, "forvaltningsloven §§ 33 og 34", KLAGEINSTANS) | {
        "del_": "B",
        "vedtak_dato": date(2027, 1, 15),
        "klage_dato": date(2027, 2, 1),
        "i_tide": True,
        "klagen": "Jeg trenger to soverom fordi datteren min bor hos meg annenhver uke.",
        "vurdering": "Vi har sett på samværsavtalen. Den gjelder annenhver helg.",
        "innstilling": "Vedtaket opprettholdes.",
        "utsatt_iverksetting": "ikke_bedt_om",
        "forberedt_av": "Nina Nyøyd",
        "vedtatt_av": ("Kari Nordmann", "Ola Leder"),
        "vedlegg": ("Vedtaket", "Klagen", "Samværsavtalen"),
    }
    return fo.Klageoversendelse(**(standard | felt))


def klagepakke(maalform: str = "nb", **felt: Any) -> fo.Klagepakke:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform, dato=DATO),
        "del_": "B",
        "klageinstans": "kommunens klagenemnd",
        "innhold": (("Vedtak", date(2027, 1, 15)), ("Klagen", date(2027, 2, 1))),
        "tidslinje": (
            (date(2026, 12, 1), "Søknaden kom"),
            (date(2027, 1, 15), "Vedtaket er sendt"),
            (date(2027, 2, 1), "Klagen kom"),
        ),
        "frister": (("Klagefristen", date(2027, 2, 5)),),
    }
    return fo.Klagepakke(**(standard | felt))


def utflyttingsprotokoll(maalform: str = "nb", **felt: Any) -> fo.Utflyttingsprotokoll:
    standard: dict[str, Any] = {
        "hode": utleierhode(maalform),
        "er_tom": False,
        "bolig": bolig(),
        "leiere": (LEIER,),
        "overtakelse_dato": date(2026, 11, 16),
        "utflytting_dato": date(2027, 4, 30),
        "noekler": (Noekkel(merke="Systemnøkkel 4471", antall=3),),
    }
    return fo.Utflyttingsprotokoll(**(standard | felt))


def tom_utflyttingsprotokoll(maalform: str = "nb") -> fo.Utflyttingsprotokoll:
    tomt = {"bolig": None, "leiere": (), "overtakelse_dato": None, "utflytting_dato": None, "noekler": ()}
    return utflyttingsprotokoll(maalform, hode=tomt_hode(maalform), er_tom=True, **tomt)


def noekkelinnlevering(maalform: str = "nb", **felt: Any) -> fo.Noekkelinnlevering:
    standard: dict[str, Any] = {
        "hode": utleierhode(maalform),
        "er_tom": False,
        "leiere": (LEIER,),
        "bolig_adresse": BOLIG,
        "noekler": (
            (Noekkel(merke="Systemnøkkel 4471", antall=3), 3),
            (Noekkel(merke="Postkassenøkkel", antall=2), 1),
        ),
        "tidspunkt": KLOKKA,
        "levert_av": LEIER,
        "mottatt_av": "Kari Nordmann",
    }
    return fo.Noekkelinnlevering(**(standard | felt))


def tom_noekkelinnlevering(maalform: str = "nb") -> fo.Noekkelinnlevering:
    return fo.Noekkelinnlevering(hode=tomt_hode(maalform), er_tom=True)


def etterevaluering(maalform: str = "nb", **felt: Any) -> fo.Etterevalueringsark:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform, dato=date(2027, 6, 1)),
        "er_tom": False,
        "utfall": "avtale",
        "utfall_dato": date(2027, 5, 3),
        "hvorfor": "Brevene ble ikke lest, og ingen ringte før varselet fra namsmannen kom.",
        "hva_ble_proevd": "Purring, inkassovarsel, møte hos leieren og avtale om nedbetaling.",
        "hva_kunne_hindret": "Vi hadde ikke telefonnummeret. Nav hadde det.",
        "var_systemsvikt": True,
        "oppfoelging_fra": date(2027, 7, 1),
    }
    return fo.Etterevalueringsark(**(standard | felt))


def tom_etterevaluering(maalform: str = "nb") -> fo.Etterevalueringsark:
    return fo.Etterevalueringsark(hode=tomt_hode(maalform), er_tom=True)
