"""Someone leaves, or becomes inhabil: no protected case is left where nobody finds it, and nobody learns of any."""

import pytest

from boligtildeling.domain.feil import Ugyldig
from tests.bygg import Kontor, Vei, databasedump, kommando, person, soeknad


@pytest.fixture
def skjult(kontor: Kontor) -> Vei:
    """A protected case that only kari knows of."""
    return kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")))


def slutt(kontor: Kontor, navn: str = "kari") -> str:
    """IT takes the user out; gives what was told."""
    svar = kontor.gjoer("registrer_bruker", "it", navn=navn, rolle="saksbehandler", er_aktiv=False)
    return " ".join(svar["advarsler"])


def test_den_som_slutter_gir_sakene_videre_gjennom_lederen(skjult: Vei) -> None:
    kontor = skjult.kontor
    slutt(kontor)
    felt = {"fra_bruker": "kari", "til_bruker": "ola", "grunn": "Sluttet."}
    assert dict(kontor.gjoer("gi_tilganger_videre", "tove", **felt)) == {}
    sak = skjult.vis("ola")
    assert (sak.tilganger, sak.ansvarlig) == (("ola",), "ola")
    assert (sak.historikk[0].handling, sak.historikk[0].bruker) == ("gi_tilganger_videre", "tove")
    skjult.gjoer("noter", "ola", tekst="Overtatt.")
    with pytest.raises(Ugyldig):
        skjult.vis("tove")


def test_svaret_er_det_samme_enten_det_er_noen_saker_eller_ikke(skjult: Vei) -> None:
    kontor = skjult.kontor
    assert slutt(kontor, "kari") == slutt(kontor, "ola")
    kontor.gjoer("registrer_bruker", "it", navn="nora", rolle="saksbehandler")
    felt = {"til_bruker": "nora", "grunn": "Sluttet."}
    videre = [kommando("gi_tilganger_videre", fra_bruker=fra, **felt) for fra in ("kari", "ola")]
    med, uten = (kontor.program.utfoer(k, "tove") for k in videre)
    assert med == uten


def test_ingen_gir_videre_for_en_som_arbeider_eller_til_seg_selv(skjult: Vei) -> None:
    kontor = skjult.kontor
    felt = {"fra_bruker": "kari", "til_bruker": "ola", "grunn": "x"}
    assert kontor.sperret("gi_tilganger_videre", "tove", **felt) == {"ROLLE"}
    slutt(kontor)
    assert kontor.sperret("gi_tilganger_videre", "ola", **{**felt, "til_bruker": "kari"}) == {"ROLLE"}
    assert kontor.sperret("gi_tilganger_videre", "tove", **{**felt, "til_bruker": "ida"}) == {"ROLLE"}
    assert kontor.ugyldig("gi_tilganger_videre", "tove", **{**felt, "til_bruker": "tove"}) == {"/til_bruker"}
    assert kontor.ugyldig("gi_tilganger_videre", "tove", **{**felt, "fra_bruker": "nissen"}) == {"/fra_bruker"}


def test_saken_er_uroert_i_kjeden_etter_at_den_er_gitt_videre(skjult: Vei) -> None:
    slutt(skjult.kontor)
    skjult.kontor.gjoer("gi_tilganger_videre", "tove", fra_bruker="kari", til_bruker="ola", grunn="Sluttet.")
    assert skjult.kontor.program.kontroller().funn == ()
    assert sum("gi_tilganger_videre" in linje for linje in databasedump(skjult.kontor.program.mappe)) == 2


def test_den_eneste_som_kjenner_saken_melder_seg_ikke_inhabil_foer_en_annen_har_tilgang(skjult: Vei) -> None:
    assert skjult.sperret("registrer_tilknytning", slag="naer_slekt") == {"HABILITET"}
    skjult.gjoer("gi_tilgang", bruker="ida")
    assert skjult.sperret("registrer_tilknytning", slag="naer_slekt") == {"HABILITET"}, "a reader cannot go on with it"
    skjult.gjoer("gi_tilgang", bruker="ola")
    skjult.gjoer("registrer_tilknytning", slag="naer_slekt")
    assert skjult.vis("ola").tilknytninger[0].bruker == "kari"


def test_den_siste_som_kan_arbeide_med_saken_mister_ikke_tilgangen(skjult: Vei) -> None:
    skjult.gjoer("gi_tilgang", bruker="ola")
    skjult.gjoer("registrer_tilknytning", slag="annet")
    assert skjult.sperret("trekk_tilgang", "ola", bruker="ola", grunn="x") == {"HABILITET"}
