"""The rent: changed by the index, to gjengs leie, or down; never otherwise, and never too early."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.penger import Kroner
from tests.bygg import HUSLEIE, Paa, Vei
from tests.casework.boforhold.bor import leieforhold


@pytest.fixture
def bor(paa: Paa) -> Vei:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 10, 25))
    return vei


def indeks(**felt: Any) -> dict[str, Any]:
    grunn: dict[str, Any] = {
        "slag": "indeks",
        "husleie": Kroner.fra("9430.70"),
        "varslet_dato": date(2027, 10, 25),
        "fra_dato": date(2027, 12, 1),
        "kpi_fra": "130,0",
        "kpi_til": "133,26",
    }
    return grunn | felt


def test_leien_foelger_indeksen_fra_dagen_den_gjelder(bor: Vei) -> None:
    svar = bor.gjoer("endre_leie", **indeks())
    assert (svar["husleie"], svar["forrige_husleie"]) == (Kroner.fra("9430.70"), HUSLEIE)
    assert leieforhold(bor).husleie == HUSLEIE
    bor.kontor.ur.sett(date(2027, 12, 1))
    assert leieforhold(bor).husleie == Kroner.fra("9430.70")


@pytest.mark.parametrize(
    ("felt", "koder", "ord_i_grunnen"),
    [
        ({"fra_dato": date(2027, 11, 30)}, {"FRIST"}, "1. desember 2027"),
        ({"varslet_dato": date(2027, 10, 25), "fra_dato": date(2027, 11, 20)}, {"FRIST"}, "25. november 2027"),
        ({"husleie": Kroner.fra("9430.71")}, {"KPI"}, "høyst"),
        ({"kpi_til": None}, {"KPI"}, "indeksen"),
    ],
)
def test_indeksregulering_nektes_med_dagen_den_blir_lovlig(
    bor: Vei, felt: dict[str, Any], koder: set[str], ord_i_grunnen: str
) -> None:
    sperrer = bor.sperrer("endre_leie", **indeks(**felt))
    assert {s.kode for s in sperrer} == koder
    assert all(s.hjemmel == "husleieloven § 4-2" for s in sperrer)
    assert any(ord_i_grunnen in s.grunn for s in sperrer)


def test_ett_aar_regnes_fra_forrige_endring(bor: Vei) -> None:
    bor.gjoer("endre_leie", **indeks())
    bor.kontor.ur.sett(date(2028, 10, 20))
    neste = indeks(husleie=Kroner.fra(9500), varslet_dato=date(2028, 10, 20), fra_dato=date(2028, 11, 30))
    assert bor.sperret("endre_leie", **neste) == {"FRIST"}
    bor.gjoer("endre_leie", **(neste | {"fra_dato": date(2028, 12, 1)}))


@pytest.mark.parametrize(
    ("varslet", "fra", "antall"),
    [
        (date(2029, 5, 31), date(2029, 12, 1), 1),
        (date(2029, 6, 1), date(2029, 11, 30), 1),
        (date(2029, 6, 1), date(2029, 12, 1), 0),
    ],
)
def test_gjengs_leie_kan_kreves_etter_to_og_et_halvt_aar_og_gjelde_et_halvt_aar_etter(
    bor: Vei, varslet: date, fra: date, antall: int
) -> None:
    bor.kontor.ur.sett(varslet)
    felt = {"slag": "gjengs", "husleie": Kroner.fra(11000), "varslet_dato": varslet, "fra_dato": fra}
    if antall:
        sperrer = bor.sperrer("endre_leie", **felt)
        assert [(s.kode, s.hjemmel) for s in sperrer] == [("FRIST", "husleieloven § 4-3")] * antall
    else:
        bor.gjoer("endre_leie", **felt)


def test_leien_kan_alltid_settes_ned_men_ikke_opp_paa_den_maaten(bor: Vei) -> None:
    felt = {"slag": "nedsatt", "varslet_dato": date(2027, 10, 25), "fra_dato": date(2027, 10, 26)}
    assert bor.sperret("endre_leie", husleie=HUSLEIE, **felt) == {"LEIE"}
    bor.gjoer("endre_leie", husleie=Kroner.fra(8000), **felt)
    assert [e.slag for e in leieforhold(bor).leieendringer] == ["nedsatt"]


def test_indekstall_og_datoer_som_ikke_kan_vaere_riktige(bor: Vei) -> None:
    felt = indeks(kpi_fra="hundre", kpi_til="0", fra_dato=date(2026, 12, 1))
    assert bor.ugyldig("endre_leie", **felt) == {"/kpi_fra", "/kpi_til", "/fra_dato"}


def test_en_endring_kan_angres_til_den_gjelder(bor: Vei) -> None:
    bor.gjoer("endre_leie", **indeks())
    bor.gjoer("angre", hendelse=bor.siste_hendelse("endre_leie"), grunn="Feil beløp.")
    assert leieforhold(bor).leieendringer == ()
    bor.gjoer("endre_leie", **indeks())
    bor.kontor.ur.sett(date(2027, 12, 1))
    assert bor.sperret("angre", hendelse=bor.siste_hendelse("endre_leie"), grunn="Feil beløp.") == {"STEG"}


def test_uten_kontrakt_er_det_ingen_leie_aa_endre(paa: Paa) -> None:
    vei = paa("sendt")
    vei.gjoer("etterregistrer_avvik", "tove", hva="noekkel_utlevert", dato=date(2026, 11, 9), grunn="Brann.")
    felt = {"slag": "nedsatt", "varslet_dato": vei.kontor.ur.i_dag, "fra_dato": date(2026, 12, 1)}
    assert vei.sperret("endre_leie", husleie=Kroner.fra(8000), **felt) == {"STEG"}
