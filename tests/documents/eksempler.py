"""Views to make papers of: one factory per kind, with made-up people."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from boligtildeling.casework.views.dokumentformer import (
    Boligpapir,
    Boligsjekkliste,
    Brevhode,
    Leieavtale,
    Mottaker,
    Noekkelkvittering,
    Sjekklisterad,
    Sjekklistevisning,
    Vedtaksbrev,
)
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan, Restanseplan, SaerligeGrunner
from boligtildeling.domain.vedtak import Boligkrav, BoligsosialDel, Vedtaksinnhold, Vilkaar

ADRESSE = "Prøvegata 12 B"
MUNTLIG = date(2026, 11, 3)
BEGRUNNELSE = (
    "Du bor hos en venn og sover på sofaen. Du mistet leiligheten i juni da eieren solgte den.\n\n"
    "Inntekten din er uføretrygd. Vi har sett på leiepriser i byen, og det du kan betale, er ikke nok til en egnet "
    "bolig på det private markedet. Legen skriver at du trenger ro og kort vei til dagsenteret."
)


def hode(**felt: Any) -> Brevhode:
    standard: dict[str, Any] = {
        "kommune": "Trondheim kommune",
        "enhet": "Helse- og velferdskontoret",
        "enhet_adresse": "Testvegen 1, 7004 TRONDHEIM",
        "enhet_telefon": "00 00 00 00",
        "boligforvalter": "Boligadministrasjonen",
        "boligforvalter_telefon": "72 54 02 88",
        "maalform": "nb",
        "er_proeve": False,
        "er_skjermet": False,
        "saksnummer": "2026-000123",
        "soeker": "Åse Øvergård",
        "dato": date(2026, 11, 6),
        "saksbehandler": "Kari Nordmann",
    }
    return Brevhode(**(standard | felt))


def bolig(**felt: Any) -> Boligpapir:
    standard: dict[str, Any] = {
        "adresse": f"{ADRESSE}, 7030 Trondheim",
        "boligtype": "leilighet",
        "antall_soverom": 2,
        "bruksenhetsnummer": "H0203",
        "bruksareal": 54,
        "rullestol": False,
        "heis": True,
        "trinnfri": True,
    }
    return Boligpapir(**(standard | felt))


def kontraktsvalg(**felt: Any) -> Kontraktsvalg:
    standard: dict[str, Any] = {
        "type": "tidsbestemt",
        "maaneder": 36,
        "begrunnelse": "Behovet varer, og en stabil bolig er viktig for behandlingen.",
    }
    return Kontraktsvalg(**(standard | felt))


KORT = kontraktsvalg(
    maaneder=12,
    saerlige_grunner=SaerligeGrunner(kategori="midlertidig_behov", grunn="Du får omsorgsbolig høsten 2027."),
)
VILKAAR = (
    Vilkaar(
        kode="V1",
        tekst="Du inngår en avtale om å betale ned gammel husleie.",
        grunn="Avtalen gjør at du kan betale ny og gammel leie samtidig.",
        oppfylles="Signer avtalen hos Boligadministrasjonen. Du trenger ikke ha betalt noe ennå.",
        frist=date(2026, 11, 20),
    ),
)


def innhold(**felt: Any) -> Vedtaksinnhold:
    standard: dict[str, Any] = {
        "utfall": "innvilget",
        "boligsosial": BoligsosialDel(
            konklusjon="vanskeligstilt", bistand="Hjelp til å søke bostøtte, og råd om økonomi en gang i måneden."
        ),
        "bolig": Boligkrav(boligtype="leilighet", antall_soverom=1),
        "begrunnelse": BEGRUNNELSE,
    }
    return Vedtaksinnhold(**(standard | felt))


def avslag(**felt: Any) -> Vedtaksinnhold:
    return innhold(utfall="avslag", bolig=Boligkrav(), **felt)


VEDTAKSREGLER = (
    ("a", "boligsosialloven §§ 4, 6 og 7"),
    ("b", "bystyrets retningslinjer av 3. mars 2022"),
    ("klage", "forvaltningsloven §§ 18, 19, 24, 25, 27, 28, 29, 32, 36 og 42"),
)


def vedtak(maalform: str = "nb", **felt: Any) -> Vedtaksbrev:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "mottaker": Mottaker(
            navn="Åse Øvergård", adresselinjer=("Gammelveien 3", "7020 Trondheim"), paa_vegne_av=None, rolle=None
        ),
        "er_utkast": False,
        "soeknad_dato": date(2026, 10, 12),
        "soeknadstype": "ny",
        "innhold": innhold(),
        "kontraktsvalg": kontraktsvalg(),
        "oppfoelgingsplan": Oppfoelgingsplan(
            behov=True, begrunnelse="Du ønsker støtte.", evaluering_dato=date(2027, 5, 3)
        ),
        "restanse": Kroner.null(),
        "restanseplan": None,
        "har_barn": False,
        "faerre_soverom": False,
        "alternativer_vurdert": True,
        "forelagt": False,
        "vedlegg": ("Lønnsslipp",),
        "godkjent_av": "Ola Leder",
        "regler": VEDTAKSREGLER,
        "klageinstans_a": "Statsforvalteren i Trøndelag",
        "klageinstans_b": "kommunens klagenemnd",
    }
    return Vedtaksbrev(**(standard | felt))


def fullt_vedtak(maalform: str = "nb") -> Vedtaksbrev:
    """Everything a granting letter can hold: fullmektig, conditions, short lease, arrears, children."""
    return vedtak(
        maalform,
        mottaker=Mottaker(
            navn="Advokat Berg",
            adresselinjer=("Torget 1", "7011 Trondheim"),
            paa_vegne_av="Åse Øvergård",
            rolle="fullmektig",
            kopi_til=("Åse Øvergård",),
        ),
        innhold=innhold(vilkaar=VILKAAR),
        kontraktsvalg=KORT,
        restanse=Kroner.fra(18500),
        restanseplan=Restanseplan(
            beloep=Kroner.fra(18500), haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(500)
        ),
        har_barn=True,
        regler=(*VEDTAKSREGLER, ("barn", "barnekonvensjonen artikkel 3 og 12"), ("vilkaar", "vilkårslæren")),
    )


def leieavtale(maalform: str = "nb", **felt: Any) -> Leieavtale:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "utleier": "Trondheim kommune",
        "leiere": (("Åse Øvergård", date(1988, 2, 14)),),
        "verger": (),
        "bolig": bolig(),
        "type": "tidsbestemt",
        "maaneder": 36,
        "fra_dato": date(2026, 11, 16),
        "til_dato": date(2029, 11, 15),
        "overtakelse_dato": date(2026, 11, 16),
        "husleie": Kroner.fra(9200),
        "foerste_husleie": Kroner.fra(4600),
        "foerste_forfall": date(2026, 11, 16),
        "forfallsdag": 20,
        "er_forlengelse": False,
        "kid": "1234567897",
        "kontonummer": "99990000006",
        "inkludert": "Felleskostnader. Strøm og oppvarming betaler du selv.",
        "kontraktsvalg": kontraktsvalg(),
        "husstand": ("Even Øvergård",),
        "energiattest_dato": date(2026, 11, 2),
        "signert": (("leier", None), ("utleier", None)),
    }
    return Leieavtale(**(standard | felt))


def tidsubestemt(maalform: str = "nb") -> Leieavtale:
    valg = kontraktsvalg(type="tidsubestemt", maaneder=None)
    return leieavtale(maalform, type="tidsubestemt", maaneder=None, til_dato=None, kontraktsvalg=valg)


def noekkelkvittering(maalform: str = "nb", **felt: Any) -> Noekkelkvittering:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform, dato=date(2026, 11, 16)),
        "bolig": bolig(),
        "tidspunkt": datetime(2026, 11, 16, 11, 37, tzinfo=timezone(timedelta(hours=1))),
        "mottaker": "Åse Øvergård",
        "fullmakt": None,
        "legitimasjon": "pass",
        "noekler": (Noekkel(merke="Systemnøkkel 4471", antall=3), Noekkel(merke="Postkassenøkkel", antall=2)),
        "utlevert_av": "Kari Nordmann",
        "foerste_husleie": Kroner.fra(4600),
        "betalt": Kroner.fra(4600),
        "kontrakt_signert_dato": date(2026, 11, 13),
        "vilkaar_kontrollert": True,
        "unntak": (),
        "utsatt": (("NOE-6", "Gi innflyttingsveiledning", date(2026, 11, 23), "Kari Nordmann"),),
    }
    return Noekkelkvittering(**(standard | felt))


def rad(kode: str = "KAR-1", **felt: Any) -> Sjekklisterad:
    standard: dict[str, Any] = {
        "kode": kode,
        "tekst": "Behovet for råd og oppfølging i bolig er vurdert sammen med søker.",
        "dokumentasjon": "samtale, deltakere; eller to forsøk",
        "bevis": None,
        "hjemmel": "boligsosialloven § 6",
        "porter": ("vedtak",),
        "status": "tom",
        "svar": None,
        "dato": None,
        "av": None,
        "merknad": None,
        "frist": None,
        "ansvarlig": None,
    }
    return Sjekklisterad(**(standard | felt))


BESVART: dict[str, Any] = {
    "status": "oppfylt",
    "svar": "ja",
    "dato": date(2026, 10, 19),
    "av": "Kari Nordmann",
    "bevis": "samtale – Åse Øvergård",
    "merknad": "Hun ønsker støtte til økonomi.",
}
RADER = (
    rad("SOE-1", **BESVART),
    rad("KAR-1", **BESVART),
    rad("KAR-2", status="mangler"),
    rad("KAR-6", status="gjelder_ikke"),
    rad("OEK-1", status="unntak", dato=date(2026, 10, 20), av="Ola Leder", merknad="Lønnsslipp kommer i november."),
    rad(
        "NOE-6",
        status="utsatt",
        svar="utsatt",
        dato=date(2026, 11, 16),
        av="Kari Nordmann",
        merknad="Tolk kommer.",
        frist=date(2026, 11, 18),
        ansvarlig="Vaktmester",
    ),
)


def sjekkliste(maalform: str = "nb", **felt: Any) -> Sjekklistevisning:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "navn": "soeknadsbehandling",
        "tittel": "Sjekkliste for søknadsbehandling",
        "versjon": "2026-1",
        "er_tom": False,
        "rader": RADER,
    }
    return Sjekklistevisning(**(standard | felt))


def tom_sjekkliste(maalform: str = "nb") -> Sjekklistevisning:
    tom = hode(maalform=maalform, saksnummer=None, soeker=None, saksbehandler=None)
    return sjekkliste(hode=tom, er_tom=True, rader=tuple(rad(r.kode) for r in RADER))


def boligsjekkliste(maalform: str = "nb", **felt: Any) -> Boligsjekkliste:
    standard: dict[str, Any] = {
        "hode": hode(maalform=maalform),
        "er_tom": False,
        "bolig": bolig(),
        "leiere": ("Åse Øvergård",),
        "overtakelse_dato": date(2026, 11, 16),
        "noekler": (Noekkel(merke="Systemnøkkel 4471", antall=3),),
    }
    return Boligsjekkliste(**(standard | felt))


def tom_boligsjekkliste(maalform: str = "nb") -> Boligsjekkliste:
    tom = hode(maalform=maalform, saksnummer=None, soeker=None, saksbehandler=None)
    return boligsjekkliste(hode=tom, er_tom=True, bolig=None, leiere=(), overtakelse_dato=None, noekler=())


def med_hode(visning: Any, **felt: Any) -> Any:
    """The same view with another top."""
    return replace(visning, hode=replace(visning.hode, **felt))
