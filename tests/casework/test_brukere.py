"""Users: nobody lets themselves in, and no case is left with nobody."""

from typing import Any

import pytest

from tests.bygg import MILD, Kontor, Vei, kommando, person, soeknad


def skjermet_sak(kontor: Kontor) -> Vei:
    return kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))


@pytest.mark.parametrize("rolle", ["saksbehandler", "teamleder", "leser"])
def test_it_gir_ikke_seg_selv_en_rolle_som_ser_saker(kontor: Kontor, rolle: str) -> None:
    assert kontor.sperret("registrer_bruker", "it", navn="it", rolle=rolle) == {"ROLLE"}


def test_ingen_gir_seg_selv_en_funksjon_men_os_navnet_kan_de_rette(kontor: Kontor) -> None:
    felt = {"navn": "tove", "rolle": "teamleder"}
    assert kontor.sperret("registrer_bruker", "tove", **felt, funksjoner=("arkiv",)) == {"ROLLE"}
    kontor.gjoer("registrer_bruker", "tove", **felt, os_navn="TRD-tove", funksjoner=())


def test_navnet_paa_maskinen_kan_ikke_vaere_en_annens_brukernavn(kontor: Kontor) -> None:
    felt = {"navn": "ola", "rolle": "saksbehandler"}
    assert kontor.ugyldig("registrer_bruker", "it", **felt, os_navn="tove") == {"/os_navn"}
    kontor.gjoer("registrer_bruker", "tove", **felt, os_navn="olno")
    assert kontor.ugyldig("registrer_bruker", "it", navn="olno", rolle="leser") == {"/navn"}


GAAR: tuple[dict[str, Any], ...] = (
    {"navn": "kari", "rolle": "saksbehandler", "er_aktiv": False},
    {"navn": "kari", "rolle": "leser"},
    {"navn": "kari", "rolle": "administrator"},
)


@pytest.mark.parametrize("felt", GAAR)
@pytest.mark.parametrize("som", ["tove", "it"])
def test_en_skjermet_sak_som_ville_staatt_uten_noen_gaar_til_en_leder(
    kontor: Kontor, felt: dict[str, Any], som: str
) -> None:
    vei = skjermet_sak(kontor)
    utfall = kontor.program.utfoer(kommando("registrer_bruker", **felt), som)
    assert vei.vis("tove").tilganger == ("kari", "tove")
    assert vei.vis("tove").historikk[0].handling == "gi_tilgang"
    assert vei.saksnummer not in f"{utfall.resultat}{utfall.endret}"


def test_saken_gaar_ikke_til_en_leder_som_er_inhabil_eller_har_sluttet(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    for navn in ("turid", "trine"):
        kontor.gjoer("registrer_bruker", "tove", navn=navn, rolle="teamleder")
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.gjoer("registrer_tilknytning", "tove", slag="annet")
    kontor.gjoer("registrer_bruker", "it", navn="turid", rolle="teamleder", er_aktiv=False)
    kontor.gjoer("registrer_bruker", "it", **GAAR[0])
    assert vei.vis("trine").tilganger == ("kari", "tove", "trine")


def test_en_skjermet_sak_som_andre_ogsaa_har_gaar_ikke_til_lederen(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    vei.gjoer("gi_tilgang", bruker="ola")
    kontor.gjoer("registrer_bruker", "tove", **GAAR[0])
    assert vei.vis("ola").tilganger == ("kari", "ola")


def test_tilgangen_trekkes_aldri_fra_den_siste_saksbehandleren(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    for navn in ("ida", "ola"):
        vei.gjoer("gi_tilgang", bruker=navn)
    vei.gjoer("tildel_sak", bruker="ola")
    kontor.gjoer("registrer_bruker", "tove", **GAAR[0])
    vei.gjoer("registrer_tilknytning", "ida", slag="annet")
    assert vei.sperret("trekk_tilgang", "ola", bruker="ola", grunn="x") == {"HABILITET"}
    vei.gjoer("gi_tilgang", "ola", bruker="tove")
    vei.gjoer("tildel_sak", "ola", bruker="tove")
    vei.gjoer("registrer_tilknytning", "tove", slag="annet")
    assert vei.sperret("trekk_tilgang", "ola", bruker="ola", grunn="x") == {"STEG"}


@pytest.mark.parametrize(("bruker", "kode"), [("it", "ROLLE"), ("ola", "HABILITET")])
def test_den_som_aldri_kan_ha_saken_faar_ikke_tilgang(kontor: Kontor, bruker: str, kode: str) -> None:
    vei = skjermet_sak(kontor)
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.gjoer("registrer_tilknytning", "tove", bruker="ola", slag="annet")
    assert vei.sperret("gi_tilgang", bruker=bruker) == {kode}


def test_den_som_har_sluttet_faar_ikke_tilgang(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    kontor.gjoer("registrer_bruker", "it", navn="ola", rolle="saksbehandler", er_aktiv=False)
    assert vei.ugyldig("gi_tilgang", bruker="ola") == {"/bruker"}
