"""Notice: only of a lease without an end, with its ground and its three pieces of information, and open to protest."""

from datetime import date
from typing import Any

import pytest

from tests.bygg import Paa, Vei
from tests.casework.boforhold.bor import TIDSUBESTEMT_FRA, leieforhold

MOTTATT = date(2030, 4, 10)


@pytest.fixture
def bor(paa: Paa) -> Vei:
    """A tenancy whose lease has lost its end."""
    vei = paa("utlevert")
    vei.kontor.ur.sett(MOTTATT)
    vei.svar("SOE-1")
    return vei


def oppsigelse(**felt: Any) -> dict[str, Any]:
    grunn: dict[str, Any] = {
        "mottatt_dato": MOTTATT,
        "grunnlag": "mislighold",
        "begrunnelse": "Husleien er ikke betalt siden november.",
        "opplyst_om": ("protest", "tap_av_innsigelser", "tvangsfravikelse"),
    }
    return grunn | felt


def test_oppsigelsen_gjelder_fra_utgangen_av_en_maaned(bor: Vei) -> None:
    svar = bor.gjoer("si_opp", **oppsigelse())
    assert (svar["opphoer_dato"], svar["protestfrist"]) == (date(2030, 7, 31), date(2030, 5, 10))
    assert next(d.navn for d in bor.vis().dokumenter if d.id == svar["dokument"]) == "oppsigelse"
    assert bor.sperret("si_opp", **oppsigelse()) == {"ALLEREDE"}


def test_en_tidsbestemt_leieavtale_kan_ikke_sies_opp(paa: Paa) -> None:
    vei = paa("utlevert")
    dag = date(2027, 3, 1)
    vei.kontor.ur.sett(dag)
    (sperre,) = vei.sperrer("si_opp", **oppsigelse(mottatt_dato=dag))
    assert (sperre.kode, sperre.hjemmel) == ("STEG", "husleieloven § 9-2")


@pytest.mark.parametrize(
    ("felt", "hjemler"),
    [
        ({"grunnlag": None}, {"husleieloven § 9-5"}),
        ({"begrunnelse": " "}, {"husleieloven § 9-7"}),
        ({"opplyst_om": ("protest",)}, {"husleieloven § 9-7"}),
        ({"opphoer_dato": date(2030, 6, 30)}, {"husleieloven § 9-6"}),
        ({"grunnlag": None, "opplyst_om": (), "opphoer_dato": MOTTATT}, {f"husleieloven § 9-{n}" for n in (5, 6, 7)}),
    ],
)
def test_utleierens_oppsigelse_maa_vaere_slik_loven_sier(bor: Vei, felt: dict[str, Any], hjemler: set[str]) -> None:
    """One sent outside the program, the day before; the program's own letter says all it must."""
    bor.kontor.ur.fram(1)
    assert {s.hjemmel for s in bor.sperrer("si_opp", **oppsigelse(**felt))} == hjemler


def test_leieren_trenger_ingen_grunn(bor: Vei) -> None:
    bor.gjoer("si_opp", av="leier", mottatt_dato=MOTTATT)
    visning = leieforhold(bor).oppsigelse
    assert visning is not None
    assert (visning.stand, visning.protestfrist) == ("staar", None)
    assert bor.sperret("registrer_protest", mottatt_dato=MOTTATT, protest="Nei.") == {"STEG"}


def test_uten_protest_staar_oppsigelsen(bor: Vei) -> None:
    bor.gjoer("si_opp", **oppsigelse())
    for dag, stand in ((date(2030, 5, 10), "loeper"), (date(2030, 5, 11), "staar")):
        bor.kontor.ur.sett(dag)
        visning = leieforhold(bor).oppsigelse
        assert visning is not None
        assert visning.stand == stand


def test_en_protest_i_tide_gir_tre_maaneder_til_sak(bor: Vei) -> None:
    bor.gjoer("si_opp", **oppsigelse())
    bor.kontor.ur.sett(date(2030, 5, 10))
    svar = bor.gjoer("registrer_protest", mottatt_dato=date(2030, 5, 10), protest="Alt er betalt.")
    assert (svar["er_rettidig"], svar["soeksmaalsfrist"]) == (True, date(2030, 8, 9))
    assert bor.vis().frister["soeksmaal"] == date(2030, 8, 9)
    assert bor.sperret("registrer_protest", mottatt_dato=date(2030, 5, 10), protest="Igjen.") == {"ALLEREDE"}
    bor.kontor.ur.sett(date(2030, 8, 12))
    visning = leieforhold(bor).oppsigelse
    assert visning is not None
    assert visning.stand == "falt_bort"
    assert bor.sperret("registrer_soeksmaal", dato=date(2030, 8, 12)) == {"FRIST"}
    bor.svar("SOE-1")
    bor.gjoer("si_opp", **oppsigelse(mottatt_dato=date(2030, 8, 12)))


def test_retten_avgjoer_om_oppsigelsen_staar(bor: Vei) -> None:
    bor.gjoer("si_opp", **oppsigelse())
    assert bor.sperret("registrer_soeksmaal", dato=MOTTATT) == {"STEG"}
    bor.gjoer("registrer_protest", mottatt_dato=MOTTATT, protest="Alt er betalt.")
    bor.kontor.ur.sett(date(2030, 6, 3))
    assert bor.gjoer("registrer_soeksmaal", dato=date(2030, 6, 3))["stand"] == "sak_reist"
    bor.kontor.ur.sett(date(2030, 11, 4))
    felt = {"dato": date(2030, 11, 4), "utfall": "satt_til_side"}
    assert bor.gjoer("registrer_soeksmaal", **felt)["stand"] == "satt_til_side"


def test_en_protest_for_sent_endrer_ingenting(bor: Vei) -> None:
    bor.gjoer("si_opp", **oppsigelse())
    bor.kontor.ur.sett(date(2030, 5, 13))
    svar = bor.gjoer("registrer_protest", mottatt_dato=date(2030, 5, 13), protest="For sent.")
    assert svar["er_rettidig"] is False
    visning = leieforhold(bor).oppsigelse
    assert visning is not None
    assert visning.stand == "staar"
    assert bor.ugyldig("registrer_protest", mottatt_dato=date(2030, 4, 9), protest="Før.") == {"/mottatt_dato"}


def test_dagen_den_ble_tidsubestemt_kan_den_sies_opp(bor: Vei) -> None:
    bor.gjoer("si_opp", **oppsigelse(mottatt_dato=TIDSUBESTEMT_FRA))


def test_brevet_maa_ha_fersk_adressekontroll_og_en_dato_som_kan_stemme(bor: Vei) -> None:
    assert bor.ugyldig("si_opp", av="leier", mottatt_dato=date(2030, 4, 11)) == {"/mottatt_dato"}
    assert bor.ugyldig("si_opp", **oppsigelse(mottatt_dato=date(2026, 1, 1))) == {"/mottatt_dato"}
    bor.kontor.ur.fram(8)
    assert bor.sperret("si_opp", **oppsigelse(mottatt_dato=date(2030, 4, 22))) == {"SOE-1"}


def test_port_i_ser_oppsigelsen_og_protesten(bor: Vei) -> None:
    assert "OPPSIGELSE" in {s.kode for s in bor.vis().port_i["c"]}
    bor.gjoer("si_opp", **oppsigelse())
    assert "FRIST" in {s.kode for s in bor.vis().port_i["c"]}
    bor.gjoer("registrer_protest", mottatt_dato=MOTTATT, protest="Alt er betalt.")
    assert "OPPSIGELSE" in {s.kode for s in bor.vis().port_i["c"]}
