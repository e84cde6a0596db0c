"""The papers after the key, filled from a case: each can be made, kept and read back, and names nobody it may not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.views.boforhold import papirer, utleiebrev
from boligtildeling.casework.views.boforhold.former import Moetesak
from boligtildeling.casework.views.boforhold.utleieformer import Forhold, Kravpost
from boligtildeling.documents.boforhold.oppskrifter import BOFORHOLD
from boligtildeling.domain.boforhold.begjaering import Etterevaluering
from boligtildeling.domain.boforhold.moete import Deltaker
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.soeknad import Adresse
from tests.bygg import Kontor, Vei, barn, person, soeknad
from tests.casework.test_dokumenter import lagrede, virkelig
from tests.documents.papir import les

__all__ = ["virkelig"]

IDAG = date(2027, 3, 12)
KLOKKA = datetime(2027, 3, 18, 9, 30, tzinfo=timezone(timedelta(hours=1)))
FRIST = IDAG + timedelta(days=14)
KRAV = (Kravpost(gjelder="Husleie for februar 2027", forfall=date(2027, 2, 22), beloep=Kroner.fra(9200)),)
DELTAKERE = (("Kari Nordmann", "koordinator"), ("Ola Leder", "Nav Testby"))
MOETT = (Deltaker(navn="Kari Nordmann", enhet="boligforvalter"),)
SAK = Moetesak(sak="Restanse", leiers_syn=None, droefting="Nav betaler fra mars.", konklusjon="ferdigbehandlet")
Fyll = Callable[[Arbeid], Any]
BREV: dict[str, Fyll] = {
    "purring": lambda a: utleiebrev.purring(a, KRAV, FRIST, Kroner.fra(38)),
    "inkassovarsel": lambda a: utleiebrev.inkassovarsel(a, KRAV, FRIST),
    "varsel-4-18": lambda a: utleiebrev.varsel_4_18(a, "leie", FRIST, KRAV),
    "varsel-9-11": lambda a: utleiebrev.varsel_9_11(a, "leie", KRAV, leier_reservert=False),
    "skriftlig-advarsel": lambda a: utleiebrev.advarsel(a, (Forhold(hva="Bråk."),), "Det skal være ro.", FRIST),
    "hevingserklaering": lambda a: utleiebrev.heving(a, "a", "Husleien er ikke betalt siden mai.", FRIST),
    "oppsigelse": lambda a: utleiebrev.oppsigelse(a, "riving", "Huset skal rives.", date(2027, 6, 30)),
    "flytteoppfordring": lambda a: utleiebrev.flytteoppfordring(
        a, date(2027, 2, 28), date(2027, 4, 30), "Du har fått en annen bolig.", har_ny_bolig=True
    ),
    "begjaering": lambda a: utleiebrev.begjaering(
        a, "leie", "Namsfogden i Testby", date(2027, 2, 24), date(2027, 2, 24), krav=KRAV, vedlegg=("Leieavtalen",)
    ),
    "garantierklaering": lambda a: utleiebrev.garanti(a, "Nav Testby", Kroner.fra(9200), "Husleie", IDAG),
    "innkalling": lambda a: papirer.innkalling(a, KLOKKA, "Testvegen 1", DELTAKERE, ("Husleien",)),
    "referat": lambda a: papirer.referat(a, IDAG, "Testvegen 1", MOETT, (SAK,)),
    "klageoversendelse": lambda a: papirer.klageoversendelse(
        a,
        "A",
        vedtak_dato=date(2027, 1, 15),
        klage_dato=date(2027, 2, 1),
        i_tide=True,
        klagen="Jeg trenger mer hjelp.",
        vurdering="Hjelpen er vurdert på nytt.",
        innstilling="Vedtaket opprettholdes.",
        utsatt_iverksetting="ikke_bedt_om",
        vedtatt_av=("kari", "ola"),
    ),
    "klagepakke": lambda a: papirer.klagepakke(
        a, "A", (("Vedtak", IDAG),), ((IDAG, "Vedtaket er sendt"),), (("Klagefristen", FRIST),)
    ),
    "noekkelinnlevering": lambda a: papirer.noekkelinnlevering(
        a, KLOKKA, "Rolig Fjord", tuple(n.antall for n in papirer.utleverte_noekler(a))
    ),
    "etterevaluering": lambda a: papirer.etterevaluering(
        a, "betalt", IDAG, Etterevaluering(hvorfor="Ingen ringte.", hva_ble_proevd="Brev.")
    ),
}


@contextmanager
def arbeid_i(vei: Vei) -> Iterator[Arbeid]:
    """The work under way in this case, as an act has it."""
    program = vei.kontor.program
    with program._database.skriv() as session:
        arbeid = program._lesearbeid(session, "kari")
        program._finn_sak(arbeid, vei.saksnummer)
        yield arbeid


def leier(kontor: Kontor, **felt: Any) -> Vei:
    """A case where the key is handed out, on a day some months later."""
    vei = kontor.ny_sak(soeknad(**felt))
    if felt.get("soeker") is not None:
        vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("utlevert")
    kontor.ur.sett(IDAG)
    return vei


def test_hvert_papir_etter_noekkelen_kan_lages_av_en_sak_og_ligger_i_den(virkelig: Kontor) -> None:
    vei = leier(virkelig)
    with arbeid_i(vei) as arbeid:
        for navn, fyll in BREV.items():
            lag_og_lagre(arbeid, navn, fyll(arbeid))
    navnene = [navn for navn, *_ in lagrede(virkelig)]
    assert navnene[-len(BREV) :] == list(BREV)
    for navn in BREV:
        assert virkelig.program.skriv_ut(navn, vei.saksnummer, "kari").startswith(b"%PDF")
    assert {"utflyttingsprotokoll", *BREV} == set(BOFORHOLD)


def test_protokollen_kan_skrives_ut_av_saken_og_tom(virkelig: Kontor) -> None:
    vei = leier(virkelig)
    fylt = virkelig.program.skriv_ut("utflyttingsprotokoll", vei.saksnummer, "kari")
    assert "Rolig Fjord" in les(fylt).pages[0].extract_text()
    for navn in ("utflyttingsprotokoll", "noekkelinnlevering", "garantierklaering", "etterevaluering"):
        tomt = virkelig.program.skriv_ut(navn, None, "kari", True)
        assert "Rolig Fjord" not in les(tomt).pages[0].extract_text()


def test_brevene_til_en_beskyttet_leier_har_verken_adresse_eller_husstand(virkelig: Kontor) -> None:
    hjem = Adresse("Hemmeligvegen 3", "7030", "SKJULSTAD")
    vei = leier(virkelig, soeker=person(beskyttelse="fortrolig", adresse=hjem), husstand=(barn(),))
    with arbeid_i(vei) as arbeid:
        bolig = utleiebrev.leiekontrakt(arbeid).bolig.adresse.linje
        for navn, fyll in BREV.items():
            lag_og_lagre(arbeid, navn, fyll(arbeid))
    hemmelig = ("Hemmeligvegen", "SKJULSTAD", "Liten Fjord", "fortrolig", bolig)
    for navn in BREV:
        sider = les(virkelig.program.skriv_ut(navn, vei.saksnummer, "kari")).pages
        tekst = " ".join(side.extract_text() for side in sider)
        assert [ord_ for ord_ in hemmelig if ord_ in tekst] == [], navn


def test_uten_adressen_til_boligforvalteren_lages_ikke_brevet(virkelig: Kontor) -> None:
    vei = leier(virkelig)
    with arbeid_i(vei) as arbeid:
        visning = BREV["purring"](arbeid)
        tom = replace(visning, hode=replace(visning.hode, enhet_adresse="«Boligforvalterens postadresse» må fylles ut"))
        with pytest.raises(Sperret) as nei:
            arbeid.rammer.dokumenter.lag("purring", tom)
    assert ["Boligforvalterens postadresse" in s.grunn for s in nei.value.sperrer] == [True]
    assert {s.loeses_av for s in nei.value.sperrer} == {"teamleder"}


def test_sosialtjenesten_varsles_med_kopi_til_hver_leier(virkelig: Kontor) -> None:
    vei = leier(virkelig)
    with arbeid_i(vei) as arbeid:
        visning = utleiebrev.varsel_9_11(arbeid, "leie", KRAV, leier_reservert=False)
    assert visning.mottaker.navn.startswith("Nav Testby")
    assert visning.mottaker.kopi_til == ("Rolig Fjord",)
    assert visning.begjaering_tidligst == IDAG + timedelta(days=15)


def test_uten_leieavtale_er_det_ingenting_aa_purre_paa(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    with arbeid_i(vei) as arbeid, pytest.raises(Sperret, match="STEG"):
        BREV["purring"](arbeid)
