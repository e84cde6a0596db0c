"""Begjæringer about eviction, from the day they come to the day it is known why it went as it did."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.boforhold.begjaeringer import BEGJAERINGER, Begjaeringsrad
from boligtildeling.domain.boforhold.begjaering import Etterevaluering, Husstandsfakta
from boligtildeling.domain.boforhold.utkastelse import BARNEPUNKTER, FASE3
from boligtildeling.domain.penger import Kroner
from tests.bygg import LYS, MILD, MOTTATT, Kontor, Vei, barn, person, soeknad

EVALUERING = Etterevaluering(hvorfor="Brevene ble ikke lest.", hva_ble_proevd="Ringt to ganger.")


def ny(kontor: Kontor, **felt: Any) -> int:
    grunn: dict[str, Any] = {
        "mottatt_dato": MOTTATT,
        "saksoeker": "borettslag",
        "aarsak": "restanse",
        "leier": "Stille Skog",
    }
    nummer: int = kontor.gjoer("registrer_begjaering", **(grunn | felt))["begjaering"]
    return nummer


def paa_sak(kontor: Kontor, **felt: Any) -> tuple[Vei, int]:
    vei = kontor.ny_sak(soeknad(husstand=(barn(),)))
    return vei, ny(kontor, leier=None, saksnummer=vei.saksnummer, saksoeker="kommunal", **felt)


def koeen(kontor: Kontor, som: str = "kari", alle: bool = False) -> tuple[Begjaeringsrad, ...]:
    return kontor.program.vis(BEGJAERINGER, som, alle=alle)


def besvar_alt(kontor: Kontor, nummer: int) -> None:
    for kode in FASE3:
        kontor.gjoer("besvar_fase3", begjaering=nummer, punkt=kode, svar="ja", dato=MOTTATT)


def test_en_begjaering_paa_en_sak_gir_en_oppgave_i_dag_og_leser_husstanden_av_soeknaden(kontor: Kontor) -> None:
    vei, nummer = paa_sak(kontor, krav=Kroner.fra(21000))
    (rad,) = koeen(kontor)
    assert (rad.begjaering, rad.leier, rad.krav) == (nummer, "Rolig Fjord", Kroner.fra(21000))
    assert (rad.husstand.antall_voksne, rad.husstand.antall_barn) == (1, 1)
    assert rad.prioritet == "barn"
    assert [(o.frist, o.ansvarlig) for o in vei.vis().oppgaver] == [(MOTTATT, "kari")]


def test_leieren_til_en_annen_utleier_registreres_med_lite_og_ikke_uten_navn(kontor: Kontor) -> None:
    felt = {"mottatt_dato": MOTTATT, "saksoeker": "privat", "aarsak": "brudd"}
    assert kontor.ugyldig("registrer_begjaering", **felt) == {"/leier"}
    assert kontor.ugyldig("registrer_begjaering", **felt, saksnummer="2026-9999", leier="Stille Skog") == {
        "/saksnummer",
        "/leier",
    }
    ny(kontor, saksoeker="privat")
    assert koeen(kontor)[0].saksnummer is None


def test_den_som_har_hatt_begjaering_foer_er_gjenganger_ogsaa_uten_sak(kontor: Kontor) -> None:
    foedt = {"foedselsdato": date(1980, 5, 17)}
    ny(kontor, **foedt)
    ny(kontor, leier="stille skog", **foedt)
    ny(kontor, leier="Stille Skog", foedselsdato=date(1981, 5, 17))
    assert [(r.begjaering, r.prioritet) for r in koeen(kontor)] == [(2, "gjenganger"), (1, "debutant"), (3, "debutant")]


def test_koeen_foelger_prioriteten_saa_dagen_for_utkastelse(kontor: Kontor) -> None:
    sen = ny(kontor, utkastelse_dato=date(2026, 12, 20), husstand=Husstandsfakta(antall_barn=1))
    snart = ny(kontor, utkastelse_dato=date(2026, 11, 20), husstand=Husstandsfakta(antall_barn=1))
    krise = ny(kontor, krise="vold")
    assert [r.begjaering for r in koeen(kontor)] == [krise, snart, sen]


def test_en_overstyrt_prioritet_har_grunn_og_viser_det_som_var_regnet_ut(kontor: Kontor) -> None:
    foerste, andre = ny(kontor), ny(kontor)
    kontor.gjoer("overstyr_prioritet", begjaering=andre, prioritet="krise", grunn="Leieren er innlagt.")
    rad = koeen(kontor)[0]
    assert (rad.begjaering, rad.prioritet) == (andre, "krise")
    assert rad.prioritet_grunner == ("Ingen tidligere begjæring er kjent.",)
    assert rad.overstyring is not None
    assert rad.overstyring.grunn == "Leieren er innlagt."
    assert kontor.ugyldig("overstyr_prioritet", begjaering=foerste, prioritet="krise", grunn=" ") == {"/grunn"}


def test_en_begjaering_i_en_skjermet_sak_finnes_bare_for_dem_som_er_navngitt(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    felt = {"mottatt_dato": MOTTATT, "saksoeker": "kommunal", "aarsak": "restanse", "saksnummer": vei.saksnummer}
    assert kontor.ugyldig("registrer_begjaering", "ola", **felt) == {"/saksnummer"}
    nummer = ny(kontor, leier=None, saksnummer=vei.saksnummer, bydel="Lerkendal")
    assert koeen(kontor, "ola", alle=True) == ()
    assert koeen(kontor)[0].bydel is None
    svar = {"begjaering": nummer, "punkt": "FA3-1", "svar": "ja", "dato": MOTTATT}
    assert kontor.ugyldig("besvar_fase3", "ola", **svar) == {"/begjaering"}
    assert kontor.ugyldig("avgjoer_begjaering", "ola", begjaering=nummer, dato=MOTTATT) == {"/begjaering"}
    assert kontor.ugyldig(
        "gjennomfoer_utkastelse", "tove", begjaering=nummer, dato=MOTTATT, godkjent=True, grunn="x"
    ) == {"/begjaering"}


def test_utkastelsen_gjennomfoeres_ikke_foer_fase_3_er_besvart(kontor: Kontor) -> None:
    vei, nummer = paa_sak(kontor)
    utkastelse = {"dato": MOTTATT, "godkjent": True, "grunn": "Alt er prøvd."}
    assert kontor.sperret("gjennomfoer_utkastelse", "kari", begjaering=nummer, **utkastelse) == {"ROLLE"}
    assert kontor.sperret("gjennomfoer_utkastelse", "tove", begjaering=nummer, **utkastelse) == set(FASE3)
    besvar_alt(kontor, nummer)
    betalt = utkastelse | {"alt_er_betalt": True}
    assert kontor.sperret("gjennomfoer_utkastelse", "tove", saksnummer=vei.saksnummer, **betalt) == {"U-1"}
    assert (
        kontor.gjoer("gjennomfoer_utkastelse", "tove", saksnummer=vei.saksnummer, **utkastelse)["gjennomfoert"] is True
    )
    assert koeen(kontor)[0].utfall == "gjennomfoert"


def test_uten_barn_spoerres_det_ikke_om_barna(kontor: Kontor) -> None:
    nummer = ny(kontor, saksoeker="kommunal")
    utkastelse = {"begjaering": nummer, "dato": MOTTATT, "godkjent": True, "grunn": "Alt er prøvd."}
    assert kontor.sperret("gjennomfoer_utkastelse", "tove", **utkastelse) == set(FASE3) - BARNEPUNKTER


def test_et_nei_fra_lederen_gir_en_oppgave_og_stanser_ikke_namsmannen(kontor: Kontor) -> None:
    vei, nummer = paa_sak(kontor)
    nei = {"begjaering": nummer, "dato": MOTTATT, "godkjent": False, "grunn": "Barna har ikke noe sted å bo."}
    svar = kontor.gjoer("gjennomfoer_utkastelse", "tove", **nei)
    assert (svar["gjennomfoert"], svar["frist"]) == (False, MOTTATT)
    assert "Be om utsettelse av utkastelsen, eller trekk begjæringen" in {o.tekst for o in vei.vis().oppgaver}
    assert koeen(kontor)[0].utfall is None


def test_andres_utkastelse_gaar_ikke_gjennom_port_u(kontor: Kontor) -> None:
    nummer = ny(kontor)
    felt = {"dato": MOTTATT, "godkjent": True, "grunn": "Namsmannen har bestemt det."}
    assert kontor.sperret("gjennomfoer_utkastelse", "tove", begjaering=nummer, **felt) == {"STEG"}
    assert kontor.ugyldig("gjennomfoer_utkastelse", "tove", **felt) == {"/begjaering"}


def test_begjaeringen_staar_i_koeen_til_den_er_etterevaluert(kontor: Kontor) -> None:
    nummer = ny(kontor)
    assert kontor.sperret("etterevaluer", begjaering=nummer, evaluering=EVALUERING) == {"STEG"}
    assert kontor.sperret("avgjoer_begjaering", begjaering=nummer, dato=MOTTATT) == {"STEG"}
    kontor.gjoer("avgjoer_begjaering", begjaering=nummer, dato=MOTTATT, ny_utkastelse_dato=date(2026, 12, 1))
    assert koeen(kontor)[0].utkastelse_dato == date(2026, 12, 1)
    kontor.gjoer("avgjoer_begjaering", begjaering=nummer, dato=MOTTATT, utfall="betalt")
    assert [r.utfall for r in koeen(kontor)] == ["betalt"]
    kontor.gjoer("etterevaluer", begjaering=nummer, evaluering=EVALUERING)
    assert koeen(kontor) == ()
    assert [r.begjaering for r in koeen(kontor, alle=True)] == [nummer]
    assert kontor.sperret("etterevaluer", begjaering=nummer, evaluering=EVALUERING) == {"ALLEREDE"}
    assert kontor.sperret("overstyr_prioritet", begjaering=nummer, prioritet="barn", grunn="Sent.") == {"AVSLUTTET"}


@pytest.mark.parametrize("punkt", ["FA3-0", "FA3-19", "SOE-1"])
def test_et_punkt_som_ikke_finnes_godtas_ikke(kontor: Kontor, punkt: str) -> None:
    nummer = ny(kontor)
    felt = {"begjaering": nummer, "punkt": punkt, "svar": "ja", "dato": MOTTATT}
    assert kontor.ugyldig("besvar_fase3", **felt) == {"/punkt"}
    assert kontor.ugyldig("besvar_fase3", **(felt | {"begjaering": 99})) == {"/begjaering", "/punkt"}


def test_et_nytt_svar_tar_det_gamles_plass_og_det_gamle_staar_i_historikken(kontor: Kontor) -> None:
    vei, nummer = paa_sak(kontor)
    felt = {"begjaering": nummer, "punkt": "FA3-1", "dato": MOTTATT}
    kontor.gjoer("besvar_fase3", **felt, svar="nei", merknad="Ikke svar på telefon.")
    kontor.gjoer("besvar_fase3", **felt, svar="ja", merknad="Hjemmebesøk.")
    punkt = next(p for p in koeen(kontor)[0].punkter if p.kode == "FA3-1")
    assert (punkt.svar, punkt.merknad) == ("ja", "Hjemmebesøk.")
    assert vei.historikk.count("besvar_fase3") == 2


def test_tidligere_begjaeringer_teller_begge_soekerne_men_aldri_en_sak_du_ikke_kan_vite_om(kontor: Kontor) -> None:
    par = soeknad(medsoeker=person("Lys", "Morgen", LYS))
    ny(kontor, leier=None, saksnummer=kontor.ny_sak(par).saksnummer)
    alene = kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", LYS)))
    ny(kontor, leier=None, saksnummer=alene.saksnummer)
    assert {r.saksnummer: r.tidligere for r in koeen(kontor)}[alene.saksnummer] == 1
    skjult = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    ny(kontor, leier=None, saksnummer=skjult.saksnummer)
    synlig = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD)), som="ola")
    felt = {"mottatt_dato": MOTTATT, "saksoeker": "kommunal", "aarsak": "restanse", "saksnummer": synlig.saksnummer}
    kontor.gjoer("registrer_begjaering", "ola", **felt)
    assert {r.saksnummer: r.tidligere for r in koeen(kontor, "ola")}[synlig.saksnummer] == 0
