"""The plans: saved at any time; what stands against them is told, and holds the gate."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Budsjettpost, Restanseplan, SaerligeGrunner, Tiltak
from tests.bygg import HUSLEIE, Kontor, Paa, husleiegjeld, soeknad

GRUNN = SaerligeGrunner(kategori="under_utredning", grunn="Utredes ved DPS til våren.")


def post(slag: Any, kroner: int | str) -> Budsjettpost:
    return Budsjettpost(slag=slag, navn="Post", per_maaned=Kroner.fra(kroner))


def test_oekonomiplanen_regner_ut_hva_som_er_igjen(paa: Paa) -> None:
    svar = paa("registrert").gjoer(
        "lagre_oekonomiplan",
        poster=(post("inntekt", 24850), post("utgift", "1399.50"), post("gjeld", 900)),
        restanse=Restanseplan(beloep=Kroner.fra(18400), haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(600)),
    )
    assert svar["til_husleie_og_livsopphold"] == Kroner.fra("21950.50")
    assert "advarsler" not in svar


def test_underskudd_sperrer_ikke_men_skal_kommenteres(paa: Paa) -> None:
    svar = paa("registrert").gjoer("lagre_oekonomiplan", poster=(post("utgift", 1),))
    assert "OEK-9" in svar["advarsler"][0]


def test_en_plan_med_feil_sier_alle_feilene(paa: Paa) -> None:
    plan = {
        "poster": (post("inntekt", -1), Budsjettpost(slag="utgift", navn=" ", per_maaned=HUSLEIE, utbetales_dag=32)),
        "restanse": Restanseplan(beloep=Kroner(-5), haandtering="henstand"),
    }
    assert paa("registrert").ugyldig("lagre_oekonomiplan", **plan) == {
        "/poster/0/per_maaned",
        "/poster/1/navn",
        "/poster/1/utbetales_dag",
        "/restanse/beloep",
    }


def test_restansen_maa_staa_i_oekonomiplanen_foer_vedtaket_kan_konkludere(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(gjeld=(husleiegjeld(),))).til("skrevet")
    assert vei.port("V") == set()
    vei.gjoer("lagre_oekonomiplan")
    assert vei.port("V") == {"VED-1"}


@pytest.mark.parametrize("handling", ["lagre_oekonomiplan", "lagre_oppfoelgingsplan", "velg_kontraktstype"])
def test_leser_lagrer_ingen_planer(paa: Paa, handling: str) -> None:
    felt: dict[str, dict[str, Any]] = {
        "lagre_oekonomiplan": {},
        "lagre_oppfoelgingsplan": {"behov": False, "begrunnelse": "Klarer seg selv."},
        "velg_kontraktstype": {"type": "tidsubestemt", "begrunnelse": "Stabilitet."},
    }
    assert paa("registrert").sperret(handling, "ida", **felt[handling]) == {"ROLLE"}


def test_oppfoelgingsplan_med_behov_setter_oppfoelgingspunktene_i_kraft(paa: Paa) -> None:
    vei = paa("registrert")
    assert not {"OPP-2", "OPP-5", "OPP-6"} & vei.port("V")
    svar = vei.gjoer("lagre_oppfoelgingsplan", behov=True, begrunnelse="Trenger hjelp.", deles_med=("Nav",))
    assert "evaluering" in svar["advarsler"][0]
    assert {"OPP-2", "OPP-5", "OPP-6"} <= vei.port("V")
    hel = {
        "behov": True,
        "begrunnelse": "Trenger hjelp.",
        "maal": ("Betale husleie",),
        "tiltak": (Tiltak(hva="Hjemmebesøk", ansvarlig="Boligoppfølgingen", hyppighet="ukentlig"),),
        "evaluering_dato": date(2027, 3, 1),
    }
    assert "advarsler" not in vei.gjoer("lagre_oppfoelgingsplan", **hel)


def test_oppfoelgingsplan_maa_ha_begrunnelse(paa: Paa) -> None:
    assert paa("registrert").ugyldig("lagre_oppfoelgingsplan", behov=False, begrunnelse="") == {"/begrunnelse"}


def test_endret_plan_etter_vedtaket_endrer_ikke_hva_noekkelen_venter_paa(paa: Paa) -> None:
    vei = paa("sendt")
    vei.gjoer("lagre_oppfoelgingsplan", behov=False, begrunnelse="Vil ikke likevel.")
    assert "NOE-2" in vei.port("N")


def test_kort_kontrakt_uten_grunn_lagres_med_advarsel_og_blir_sperre_i_vedtak_og_kontrakt(paa: Paa) -> None:
    vei = paa("registrert")
    svar = vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=12, begrunnelse="Prøvetid.")
    assert "særlige grunner" in svar["advarsler"][0]
    assert {"KON-2", "KON-4"} <= vei.port("V")
    assert "KON-2" in vei.port("K")
    assert "KON-3" not in vei.port("V")


@pytest.mark.parametrize("maaneder", [6, 12, 35])
def test_kort_kontrakt_med_saerlige_grunner_er_lov(paa: Paa, maaneder: int) -> None:
    vei = paa("registrert")
    vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=maaneder, begrunnelse="x", saerlige_grunner=GRUNN)
    assert not {"KON-2", "KON-3", "KON-5"} & (vei.port("V") | vei.port("K"))


def test_under_seks_maaneder_gaar_bare_med_lederens_unntak(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=5, begrunnelse="x", saerlige_grunner=GRUNN)
    assert "KON-3" in vei.port("V") & vei.port("K")
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="KON-3", grunn="Bare til institusjonsplassen er klar.")
    assert "KON-3" not in vei.port("V") | vei.port("K")


@pytest.mark.parametrize(
    ("type_", "maaneder", "pekere"),
    [
        ("tidsbestemt", None, {"/maaneder"}),
        ("tidsubestemt", 12, {"/maaneder"}),
        ("tidsbestemt", 0, {"/maaneder"}),
        ("tidsbestemt", 241, {"/maaneder"}),
    ],
)
def test_type_og_lengde_maa_passe_sammen(paa: Paa, type_: str, maaneder: int | None, pekere: set[str]) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("velg_kontraktstype", type=type_, maaneder=maaneder, begrunnelse="x") == pekere


def test_bo_og_tjeneste_minner_om_to_dokumenter(paa: Paa) -> None:
    svar = paa("registrert").gjoer("velg_kontraktstype", type="bo_og_tjeneste", maaneder=36, begrunnelse="x")
    assert "to dokumenter" in svar["advarsler"][0]


def test_kontrakten_blir_ikke_kortere_enn_den_vedtaket_gir(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=35, begrunnelse="Kortere.", saerlige_grunner=GRUNN)
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) == {"VEDTAK"}
    vei.gjoer("velg_kontraktstype", type="tidsbestemt", maaneder=36, begrunnelse="Som i vedtaket.")
    assert vei.port("K") == set()
