"""The follow-up is evaluated, and each talk sets the day of the next."""

from datetime import date
from typing import Any

from tests.bygg import Paa
from tests.casework.boforhold.bor import leieforhold

NESTE = date(2027, 9, 1)


def samtale(**felt: Any) -> dict[str, Any]:
    grunn: dict[str, Any] = {
        "dato": date(2027, 3, 1),
        "deltakere": ("leieren", "booppfølger"),
        "vurdering": "Husleien er betalt hver måned.",
        "leiers_syn": "Vil ha besøk hver uke.",
        "utfall": "fortsetter",
        "neste_dato": NESTE,
    }
    return grunn | felt


def test_samtalen_setter_dagen_for_den_neste(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 3, 1))
    vei.gjoer("evaluer_oppfoelging", **samtale())
    assert leieforhold(vei).neste_evaluering == NESTE
    assert vei.vis().frister["evaluering_av_oppfoelging"] == NESTE


def test_oppfoelging_som_avsluttes_evalueres_ikke_mer(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 3, 1))
    vei.gjoer("evaluer_oppfoelging", **samtale(utfall="avsluttes", neste_dato=None))
    assert leieforhold(vei).neste_evaluering is None
    assert "evaluering_av_oppfoelging" not in vei.vis().frister


def test_oppfoelging_som_endres_minner_om_avtalen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 3, 1))
    assert "booppfølgingsavtalen" in vei.gjoer("evaluer_oppfoelging", **samtale(utfall="endres"))["advarsler"][0]


def test_samtalen_maa_si_hvem_naar_og_naar_den_neste_er(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 3, 1))
    assert vei.ugyldig("evaluer_oppfoelging", **samtale(deltakere=(), neste_dato=None)) == {"/deltakere", "/neste_dato"}
    assert vei.ugyldig("evaluer_oppfoelging", **samtale(utfall="avsluttes")) == {"/neste_dato"}
    assert vei.ugyldig("evaluer_oppfoelging", **samtale(dato=date(2026, 11, 1))) == {"/dato"}
