"""Ties to a party: the case is locked, hidden from one's lists, and opened again by a leader only."""

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Sperret, Ugyldig
from tests.bygg import LYS, MILD, Kontor, Vei, person, soeknad


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


def test_den_som_er_laast_ute_faar_vite_hva_den_selv_har_meldt_i_denne_saken(vei: Vei) -> None:
    """Not what a colleague has told, nor what is over, nor what was told in another case."""
    over = vei.gjoer("registrer_tilknytning", "ola", slag="part")["tilknytning"]
    vei.gjoer("avslutt_tilknytning", "tove", tilknytning=over, grunn="Feil.")
    annen = vei.kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", LYS)))
    annen.gjoer("registrer_tilknytning", "ola", slag="samliv")
    vei.gjoer("registrer_tilknytning", "kari", slag="verge_eller_fullmektig")
    vei.gjoer("registrer_tilknytning", "ola", slag="annet")
    (sperre,) = vei.sperrer("noter", "ola", tekst="x")
    assert sperre.grunn == (
        "Saken er låst for deg: det er registrert at du har et annet forhold som kan svekke tilliten."
    )
    assert sperre.loeses_av == "teamleder"


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


def test_den_lederen_har_meldt_inhabil_faar_ikke_vite_at_saken_finnes(vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "tove", bruker="ola", slag="samliv")
    assert vei.ugyldig("noter", "ola", tekst="Hei") == {"/saksnummer"}
    for les in (lambda: vei.vis("ola"), lambda: vei.kontor.program.skriv_ut("vedtak", vei.saksnummer, "ola")):
        with pytest.raises(Ugyldig, match="/saksnummer"):
            les()
    assert vei.kontor.program.antall_saker("ola", Saksutvalg(sok="fjord")) == 0


def test_kollegene_faar_ikke_vite_hva_tilknytningen_er(vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "ola", slag="samliv")
    (sperre,) = vei.sperrer("tildel_sak", bruker="ola")
    assert sperre.grunn == "Brukeren er inhabil i saken."


def test_tilknytningen_gjelder_alle_sakene_til_de_samme_partene(kontor: Kontor) -> None:
    foerste = kontor.ny_sak()
    andre = kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", LYS), medsoeker=person()))
    tredje = kontor.ny_sak(soeknad(soeker=person("Lys", "Morgen", LYS)))
    foerste.gjoer("registrer_tilknytning", "ola", slag="naer_slekt")
    assert [r.saksnummer for r in kontor.program.vis_saker("ola", Saksutvalg()).saker] == [tredje.saksnummer]
    assert andre.ugyldig("noter", "ola", tekst="Hei") == {"/saksnummer"}
    assert andre.sperret("tildel_sak", bruker="ola") == {"HABILITET"}


def test_tilknytningen_treffer_ikke_en_annen_med_samme_navn(kontor: Kontor) -> None:
    uten_nummer = soeknad(soeker=person("Rolig", "Fjord", None))
    kontor.ny_sak(uten_nummer).gjoer("registrer_tilknytning", "ola", slag="naer_slekt")
    navnebror = kontor.ny_sak(uten_nummer)
    assert navnebror.vis("ola").saksnummer == navnebror.saksnummer


def test_den_som_er_inhabil_registrerer_ikke_partens_neste_soeknad(kontor: Kontor, vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "ola", slag="annet")
    assert kontor.sperret("registrer_soeknad", "ola", soeknad=soeknad()) == {"HABILITET"}
    kontor.gjoer("registrer_soeknad", "ola", soeknad=soeknad(soeker=person("Lys", "Morgen", LYS)))


def test_samme_tilknytning_registreres_ikke_to_ganger(vei: Vei) -> None:
    vei.gjoer("registrer_tilknytning", "ola", slag="annet")
    assert vei.sperret("registrer_tilknytning", "tove", bruker="ola", slag="annet") == {"ALLEREDE"}
    vei.gjoer("registrer_tilknytning", "ola", slag="samliv")


def test_tilknytning_gaar_foran_navngitt_tilgang_og_saken_blir_aldri_staaende_uten_noen(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    assert vei.sperret("registrer_tilknytning", slag="annet") == {"HABILITET"}
    for navn in ("ida", "ola"):
        vei.gjoer("gi_tilgang", bruker=navn)
    vei.gjoer("registrer_tilknytning", slag="annet")
    assert vei.sperret("noter", tekst="Hei") == {"HABILITET"}
    assert vei.sperret("registrer_tilknytning", "ola", slag="annet") == {"HABILITET"}


def test_saken_viser_hvem_den_er_laast_for_saa_lederen_kan_avslutte(vei: Vei) -> None:
    nummer = vei.gjoer("registrer_tilknytning", "ola", slag="samliv")["tilknytning"]
    rad = vei.vis("tove").tilknytninger[0]
    assert (rad.id, rad.bruker, rad.slag, rad.registrert_av) == (nummer, "ola", "samliv", "ola")
    vei.gjoer("avslutt_tilknytning", "tove", tilknytning=nummer, grunn="Feil person.")
    assert vei.vis("tove").tilknytninger == ()


def test_er_lederen_inhabil_sies_det_at_en_underordnet_ikke_kan_avgjoere(vei: Vei) -> None:
    assert "underordnet" in vei.gjoer("registrer_tilknytning", "tove", slag="annet")["advarsler"][0]
    assert "advarsler" not in vei.gjoer("registrer_tilknytning", "ola", slag="annet")
