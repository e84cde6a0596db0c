"""A paper in a pile: whom it goes to, and that it stops when name, address or case do not match."""

from contextlib import closing
from dataclasses import replace

import pytest

from boligtildeling.casework.views.papirrad import Papirrad
from boligtildeling.domain.soeknad import Adresse
from tests.bygg import ADRESSE, Paa, Vei
from tests.lager import raa


def rad(vei: Vei, navn: str) -> Papirrad:
    return vei.kontor.program.papirrad(navn, vei.saksnummer, "kari")


def test_papiret_sier_hvem_det_gaar_til(paa: Paa) -> None:
    vei = paa("sendt")
    funnet = rad(vei, "vedtak")
    assert (funnet.mottaker, funnet.stopp) == ("Rolig Fjord", None)
    assert funnet.adresselinjer == (ADRESSE.linje, "7014 TRONDHEIM")


@pytest.mark.parametrize(
    ("felt", "sagt"),
    [
        ({"etternavn": "Vik"}, "Saken sier nå Rolig Vik"),
        ({"adresse": Adresse("Nyvegen 9", "7010", "TRONDHEIM")}, "Adressen på papiret er ikke den"),
    ],
)
def test_et_sendt_brev_stopper_naar_saken_sier_noe_annet_naa(paa: Paa, felt: dict[str, object], sagt: str) -> None:
    vei = paa("sendt")
    soeknad = vei.vis().soeknad
    vei.gjoer("rett_soeknad", soeknad=replace(soeknad, soeker=replace(soeknad.soeker, **felt)), grunn="Rettet.")
    assert sagt in (rad(vei, "vedtak").stopp or "")


def test_et_papir_som_ikke_kan_lages_sier_hvorfor(paa: Paa) -> None:
    assert rad(paa("registrert"), "leieavtale").stopp


def test_en_sjekkliste_har_ingen_mottaker_og_stopper_ikke(paa: Paa) -> None:
    assert rad(paa("registrert"), "sjekkliste-soeknadsbehandling").stopp is None


def test_bunken_staar_i_leseloggen(paa: Paa) -> None:
    vei = paa("registrert")
    rad(vei, "sjekkliste-soeknadsbehandling")
    assert any(hva == "bunke sjekkliste-soeknadsbehandling" for hva in lest(vei))


def lest(vei: Vei) -> list[str]:
    with closing(raa(vei.kontor.program.mappe)) as db:
        return [r[0] for r in db.execute("SELECT hva FROM lesning")]
