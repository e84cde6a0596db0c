"""Ties to a party: the case is locked, hidden from one's lists, and opened again by a leader only."""

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Sperret
from tests.bygg import Kontor, Vei


@pytest.fixture
def vei(kontor: Kontor) -> Vei:
    return kontor.ny_sak()


def test_den_som_melder_seg_inhabil_mister_saken_av_syne(vei: Vei) -> None:
    program = vei.kontor.program
    svar = vei.gjoer("registrer_tilknytning", slag="naer_slekt")
    assert "gi saken til en annen" in svar["advarsler"][0]
    assert program.vis_saker("kari", Saksutvalg()).saker == ()
    assert program.antall_saker("kari", Saksutvalg(sok="fjord")) == 0
    assert vei.sperret("noter", "kari", tekst="x") == {"HABILITET"}
    with pytest.raises(Sperret) as nektet:
        vei.vis("kari")
    assert nektet.value.sperrer[0].hjemmel == "forvaltningsloven § 6"
    with pytest.raises(Sperret):
        program.skriv_ut("sjekkliste-soeknadsbehandling", vei.saksnummer, "kari")
    assert vei.vis("ola").saksnummer == vei.saksnummer


def test_saken_kan_ikke_gis_til_en_som_er_inhabil(vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "ola", slag="samliv")
    assert vei.sperret("tildel_sak", bruker="ola") == {"HABILITET"}


def test_bare_leder_registrerer_og_avslutter_for_andre(vei: Vei) -> None:
    assert vei.sperret("registrer_tilknytning", "kari", slag="part", bruker="ola") == {"ROLLE"}
    nummer = vei.gjoer("registrer_tilknytning", "tove", slag="part", bruker="ola")["tilknytning"]
    assert vei.sperret("avslutt_tilknytning", "kari", tilknytning=nummer, grunn="Feil.") == {"ROLLE"}
    vei.gjoer("avslutt_tilknytning", "tove", tilknytning=nummer, grunn="Feil person.")
    vei.gjoer("noter", "ola", tekst="Tilbake.")
    assert vei.ugyldig("avslutt_tilknytning", "tove", tilknytning=nummer, grunn="Igjen.") == {"/tilknytning"}


def test_en_leder_avslutter_ikke_sin_egen_tilknytning(vei: Vei) -> None:
    nummer = vei.gjoer("registrer_tilknytning", "tove", slag="annet")["tilknytning"]
    assert vei.sperret("avslutt_tilknytning", "tove", tilknytning=nummer, grunn="Nei.") == {"HABILITET"}


def test_en_bruker_som_ikke_finnes_er_en_feil(vei: Vei) -> None:
    assert vei.ugyldig("registrer_tilknytning", "tove", slag="part", bruker="nissen") == {"/bruker"}


def test_saken_viser_hvem_den_er_laast_for_saa_lederen_kan_avslutte(vei: Vei) -> None:
    nummer = vei.gjoer("registrer_tilknytning", "ola", slag="samliv")["tilknytning"]
    rad = vei.vis("tove").tilknytninger[0]
    assert (rad.id, rad.bruker, rad.slag, rad.registrert_av) == (nummer, "ola", "samliv", "ola")
    vei.gjoer("avslutt_tilknytning", "tove", tilknytning=nummer, grunn="Feil person.")
    assert vei.vis("tove").tilknytninger == ()


def test_er_lederen_inhabil_sies_det_at_en_underordnet_ikke_kan_avgjoere(vei: Vei) -> None:
    assert "underordnet" in vei.gjoer("registrer_tilknytning", "tove", slag="annet")["advarsler"][0]
    assert "advarsler" not in vei.gjoer("registrer_tilknytning", "ola", slag="annet")


def test_en_annens_tilknytning_roepes_ikke_naar_saken_ikke_kan_tildeles(vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "ola", slag="samliv")
    (sperre,) = vei.sperrer("tildel_sak", bruker="ola")
    assert sperre.grunn == "Saken er låst for brukeren, som er inhabil."
