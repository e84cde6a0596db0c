"""The morning: what waits, in order, for those who may know of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.boforhold.kalender import KALENDER
from boligtildeling.casework.views.boforhold.morgen import MORGEN, Morgen
from boligtildeling.domain.boforhold.morgen import naar
from boligtildeling.domain.soeknad import Bosituasjon
from tests.bygg import MILD, MOTTATT, Kontor, Paa, person, soeknad
from tests.casework.boforhold.test_begjaering import ny


def se(kontor: Kontor, som: str = "kari", **valg: Any) -> Morgen:
    return kontor.program.vis(MORGEN, som, **valg)


def slag(kontor: Kontor, som: str = "kari") -> list[tuple[str, str]]:
    return [(p.naar, p.slag) for p in se(kontor, som).punkter if p.slag != "ledige_boliger"]


@pytest.mark.parametrize(
    ("frist", "ventet"),
    [
        (date(2026, 11, 1), "oversittet"),
        (date(2026, 11, 2), "i_dag"),
        (date(2026, 11, 3), "denne_uka"),
        (date(2026, 11, 9), "denne_uka"),
        (date(2026, 11, 10), None),
    ],
)
def test_en_frist_staar_der_den_hoerer_hjemme(frist: date, ventet: str | None) -> None:
    assert naar(frist, MOTTATT) == ventet


def test_ledige_boliger_sier_hva_tomgangen_koster(kontor: Kontor) -> None:
    kontor.ur.sett(date(2026, 11, 11))
    morgen = se(kontor)
    assert morgen.ledige_boliger == 2
    (punkt,) = morgen.punkter
    assert punkt.tekst.startswith("2 boliger er ledige uten tilbud.")
    assert str(morgen.tomgang) in punkt.tekst


def test_et_foreloepig_svar_kommer_naar_det_haster_og_er_for_sent_naar_dagen_er_gaatt(kontor: Kontor) -> None:
    kontor.ny_sak()
    assert slag(kontor) == []
    kontor.ur.sett(date(2026, 11, 30))
    assert slag(kontor) == [("denne_uka", "frist")]
    kontor.ur.sett(date(2026, 12, 5))
    assert slag(kontor) == [("oversittet", "frist")]


def test_det_som_er_utsatt_kommer_tilbake_naar_dagen_er_der(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    kontor.ur.sett(date(2026, 11, 28))
    (punkt,) = (p for p in se(kontor).punkter if p.saksnummer)
    vei.gjoer("utsett_oppgave", oppgave=punkt.oppgave, til_dato=date(2026, 12, 1), grunn="Venter på svar fra Nav.")
    assert slag(kontor) == []
    kontor.ur.sett(date(2026, 12, 1))
    assert slag(kontor) == [("denne_uka", "frist")]


def test_vedtak_som_er_godkjent_og_ikke_sendt_og_tilbud_uten_svar(paa: Paa) -> None:
    vei = paa("godkjent")
    assert ("i_dag", "vedtak_ikke_sendt") in slag(vei.kontor)
    vei = paa("tilbudt")
    vei.kontor.ur.sett(date(2026, 11, 27))
    assert ("oversittet", "tilbud_uten_svar") in slag(vei.kontor)


def test_den_som_snart_slipper_ut_uten_bolig_og_den_som_bor_midlertidig_for_lenge(kontor: Kontor) -> None:
    ut = Bosituasjon(type="fengsel", forventet_ut_dato=date(2026, 11, 20))
    kontor.ny_sak(soeknad(bosituasjon=ut))
    senere = replace(ut, forventet_ut_dato=date(2027, 3, 1))
    kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", None), bosituasjon=senere))
    assert slag(kontor) == [("se_paa", "ut_snart")]
    vei = kontor.ny_sak(soeknad(soeker=person("Stille", "Skog", None)))
    vei.gjoer("registrer_midlertidig_botilbud", grunn="Ingen bolig.", sted="Pensjonat", fra_dato=date(2026, 8, 10))
    assert ("denne_uka", "midlertidig") in slag(kontor)
    kontor.ur.sett(date(2026, 11, 15))
    assert ("oversittet", "midlertidig") in slag(kontor)


def test_begjaeringer_som_ingen_har_ringt_om_og_utkastelser_som_naermer_seg(kontor: Kontor) -> None:
    ny(kontor)
    assert [p.tekst for p in se(kontor).punkter if p.slag == "begjaering"] == [
        "Leieren er ikke kontaktet om begjæringen."
    ]
    kontor.gjoer("besvar_fase3", begjaering=1, punkt="FA3-1", svar="ja", dato=MOTTATT)
    assert slag(kontor) == []
    kontor.gjoer("avgjoer_begjaering", begjaering=1, dato=MOTTATT, ny_utkastelse_dato=date(2026, 11, 12))
    assert slag(kontor) == [("i_dag", "begjaering")]


def test_bare_mine_og_aldri_det_jeg_ikke_kan_vite_om(kontor: Kontor) -> None:
    kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    kontor.ny_sak(som="ola")
    kontor.ur.sett(date(2026, 12, 1))
    assert {p.ansvarlig for p in se(kontor).punkter if p.saksnummer} == {"kari", "ola"}
    assert {p.ansvarlig for p in se(kontor, mine=True).punkter if p.saksnummer} == {"kari"}
    assert {p.ansvarlig for p in se(kontor, "ola").punkter if p.saksnummer} == {"ola"}


def test_kalenderen_har_mine_frister_med_saksnummer_og_ingenting_om_folk(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", None)), som="ola")
    kontor.ur.sett(date(2026, 12, 1))
    fil = kontor.program.vis(KALENDER, "kari").decode()
    linjer = fil.split("\r\n")
    assert linjer[0] == "BEGIN:VCALENDAR"
    assert linjer[-2:] == ["END:VCALENDAR", ""]
    assert fil.count("BEGIN:VEVENT") == 1
    assert f"SUMMARY:Foreløpig svar innen – sak {vei.saksnummer}" in linjer
    assert "DTSTART;VALUE=DATE:20261202" in linjer
    assert "Fjord" not in fil
    assert all(len(linje.encode()) <= 75 for linje in linjer)
