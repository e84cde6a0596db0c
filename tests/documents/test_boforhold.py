"""The papers after the key: what each must say, and the days before which it may not be sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.documents.maker import Dokumenter
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.penger import Kroner
from tests.documents import eksempler as e
from tests.documents import eksempler_boforhold as bo
from tests.documents.papir import egne_tekster, tekst

DAG = timedelta(days=1)


def grunner(navn: str, visning: Any, egne: Path | None = None) -> list[str]:
    """What stands against the paper; nothing when it can be made."""
    try:
        Dokumenter(egne).lag(navn, visning)
    except Sperret as nei:
        return [s.grunn for s in nei.sperrer]
    return []


@pytest.mark.parametrize(
    ("navn", "visning", "sagt"),
    [
        ("purring", bo.purring(krav=(replace(bo.KRAV[0], forfall=bo.DATO),)), "ikke forfalt ennå"),
        (
            "purring",
            bo.purring(kostnad=Kroner.fra(38), krav=(replace(bo.KRAV[0], forfall=date(2027, 2, 27)),)),
            "14 dager",
        ),
        ("purring", bo.purring(kid=""), "mangler KID"),
        ("inkassovarsel", bo.inkassovarsel(frist=bo.DATO + 13 * DAG), "minst 14 dager"),
        ("varsel-4-18", bo.varsel_4_18(frist=bo.DATO + 13 * DAG), "minst to uker"),
        (
            "varsel-4-18",
            bo.varsel_4_18(krav=(replace(bo.KRAV[0], forfall=bo.DATO + DAG),)),
            "tidligst sendes på forfallsdagen",
        ),
        ("varsel-4-18", bo.varsel_4_18(bolig_adresse=None), "mangler boligens adresse"),
        ("varsel-9-11", bo.varsel_9_11(leier_reservert=True), "reservert seg"),
        ("varsel-9-11", bo.varsel_9_11(begjaering_tidligst=bo.DATO + 14 * DAG), "tidligst sendes to uker etter"),
        ("varsel-9-11", bo.varsel_9_11(mottaker=replace(bo.NAV, kopi_til=())), "mottaker av kopi"),
        ("hevingserklaering", bo.heving(advarsel_dato=None), "den skriftlige advarselen"),
        ("hevingserklaering", bo.heving(grunn=" "), "mangler grunnen"),
        ("oppsigelse", bo.oppsigelse(opphoer=date(2027, 5, 31)), "minst tre måneder"),
        ("oppsigelse", bo.oppsigelse(opphoer=date(2027, 6, 29)), "den siste dagen i en måned"),
        ("oppsigelse", bo.oppsigelse(grunn=""), "mangler grunnen"),
        ("flytteoppfordring", bo.flytteoppfordring(utloep_dato=date(2026, 12, 11)), "tidsubestemt"),
        ("flytteoppfordring", bo.flytteoppfordring(fraflytting=date(2027, 2, 27)), "før leietiden er ute"),
        ("begjaering", bo.begjaering(varsel_dato=date(2027, 2, 26)), "siden varselet til leieren"),
        ("begjaering", bo.begjaering(sosialvarsel_dato=date(2027, 2, 26)), "siden varselet til sosialtjenesten"),
        ("begjaering", bo.begjaering(til_sammen=None), "mangler hva som skyldes"),
        ("garantierklaering", bo.garanti(beloep=Kroner.fra(55201)), "mer enn seks måneders leie"),
        ("innkalling", bo.innkalling(dagsorden=()), "mangler hva møtet gjelder"),
        ("referat", bo.referat(deltakere=()), "mangler hvem som var til stede"),
        ("klageoversendelse", bo.klageoversendelse(forberedt_av="Kari Nordmann"), "La en annen gjøre det"),
        ("klageoversendelse", bo.klageoversendelse(del_="A"), "Statsforvalteren"),
        ("klageoversendelse", bo.klageoversendelse(innstilling=""), "mangler innstillingen"),
        ("klagepakke", bo.klagepakke(innhold=()), "mangler papirene"),
        ("klagepakke", bo.klagepakke(klageinstans=None), "Klageinstans for kommunal bolig (B)"),
        ("noekkelinnlevering", bo.noekkelinnlevering(mottatt_av=None), "hvem som har tatt imot"),
        ("etterevaluering", bo.etterevaluering(hvorfor=None), "hvorfor det gikk slik"),
    ],
)
def test_det_som_mangler_eller_kommer_for_tidlig_stanser_papiret(navn: str, visning: Any, sagt: str) -> None:
    assert any(sagt in grunn for grunn in grunner(navn, visning)), grunner(navn, visning)


@pytest.mark.parametrize(
    ("navn", "visning"),
    [
        ("purring", bo.purring(kostnad=Kroner.fra(38), krav=(replace(bo.KRAV[0], forfall=date(2027, 2, 26)),))),
        ("inkassovarsel", bo.inkassovarsel(frist=bo.DATO + 14 * DAG)),
        ("varsel-4-18", bo.varsel_4_18(krav=(replace(bo.KRAV[0], forfall=bo.DATO),))),
        ("varsel-9-11", bo.varsel_9_11(begjaering_tidligst=bo.DATO + 15 * DAG)),
        ("hevingserklaering", bo.heving(grunnlag="a", advarsel_dato=None)),
        ("flytteoppfordring", bo.flytteoppfordring(utloep_dato=date(2026, 12, 12))),
        ("begjaering", bo.begjaering(varsel_dato=date(2027, 2, 25), sosialvarsel_dato=None)),
        ("garantierklaering", bo.garanti(beloep=Kroner.fra(55200))),
    ],
)
def test_paa_den_foerste_lovlige_dagen_kan_papiret_lages(navn: str, visning: Any) -> None:
    assert grunner(navn, visning) == []


@pytest.mark.parametrize(
    ("brev", "noekkel", "visning"),
    [
        ("oppsigelse", "protest_frist", bo.oppsigelse),
        ("oppsigelse", "protest_tap", bo.oppsigelse),
        ("oppsigelse", "protest_tvang", bo.oppsigelse),
        ("varsel-4-18", "stanser", bo.varsel_4_18),
        ("varsel-4-18", "konklusjon_leie", bo.varsel_4_18),
        ("varsel-4-18", "reservasjon", bo.varsel_4_18),
        ("inkassovarsel", "foelge", bo.inkassovarsel),
        ("skriftlig-advarsel", "foelger", bo.advarsel),
        ("flytteoppfordring", "konklusjon", bo.flytteoppfordring),
        ("utflyttingsprotokoll", "krav", bo.utflyttingsprotokoll),
        ("innkalling", "leier_valg", bo.innkalling),
    ],
)
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_kommunens_egen_tekst_kan_ikke_ta_bort_det_loven_krever(
    brev: str, noekkel: str, visning: Callable[[str], Any], maalform: str, tmp_path: Path
) -> None:
    egne = egne_tekster(tmp_path, brev, maalform, **{noekkel: "Ring oss."})
    assert grunner(brev, visning(maalform), egne)
    assert grunner(brev, visning(maalform)) == []


def test_begjaeringen_skrives_under_og_sier_ikke_at_den_er_elektronisk() -> None:
    papir = tekst("begjaering", bo.begjaering())
    assert "For saksøker: Trondheim kommune" in papir
    assert "ingen underskrift" not in papir


def test_leier_faar_tolk_tilbudt_men_ikke_namsmannen() -> None:
    assert "Trenger du tolk" in tekst("varsel-4-18", bo.varsel_4_18())
    assert "tolk" not in tekst("begjaering", bo.begjaering())


def test_en_reservasjon_staar_i_begjaeringen() -> None:
    assert "Leieren har reservert seg" in tekst("begjaering", bo.begjaering(sosialvarsel_dato=None))


def test_bare_klage_paa_bolig_sier_hvem_som_forberedte() -> None:
    assert "kommuneloven § 13-3" in tekst("klageoversendelse", bo.klageoversendelse())
    til = replace(bo.KLAGEINSTANS, navn="Statsforvalteren i Trøndelag")
    assert "§ 13-3" not in tekst("klageoversendelse", bo.klageoversendelse(del_="A", mottaker=til))


@pytest.mark.parametrize(
    ("navn", "visning"),
    [
        ("utflyttingsprotokoll", bo.utflyttingsprotokoll(bolig=e.bolig(adresse=None))),
        ("varsel-4-18", bo.varsel_4_18(bolig_adresse=None)),
        ("varsel-9-11", bo.varsel_9_11(bolig_adresse=None)),
        ("begjaering", bo.begjaering(bolig_adresse=None)),
        ("garantierklaering", bo.garanti(bolig_adresse=None)),
        ("noekkelinnlevering", bo.noekkelinnlevering(bolig_adresse=None)),
    ],
)
def test_en_skjermet_sak_faar_papiret_uten_adresse(navn: str, visning: Any) -> None:
    papir = tekst(navn, e.med_hode(visning, er_skjermet=True))
    assert e.ADRESSE not in papir
    assert "Ny adresse" not in papir


def test_protokollen_har_de_samme_rommene_som_ved_innflytting() -> None:
    def rom(navn: str, visning: Any) -> list[str]:
        return [b.tekst for b in bygg(navn, visning).blokker if type(b).__name__ == "Overskrift"][1:]

    inn, ut = rom("boligsjekkliste", e.boligsjekkliste()), rom("utflyttingsprotokoll", bo.utflyttingsprotokoll())
    assert ut[: ut.index("Målere")] == inn[: inn.index("Målere")]
