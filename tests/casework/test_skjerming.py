"""Cases with address protection: found and shown only by those named on them, and no address that must not be kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.soeknad import Adressebeskyttelse, Husstandsmedlem
from boligtildeling.domain.vedtak import DELER
from tests.bygg import ADRESSE, MILD, STILLE, Kontor, Paa, Vei, databasedump, person, soeknad


def skjermet_sak(kontor: Kontor, beskyttelse: Adressebeskyttelse = "fortrolig") -> Vei:
    return kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, beskyttelse)))


@pytest.mark.parametrize("beskyttelse", ["fortrolig", "strengt_fortrolig"])
def test_saken_finnes_bare_for_den_som_registrerte_den(kontor: Kontor, beskyttelse: Adressebeskyttelse) -> None:
    vei = skjermet_sak(kontor, beskyttelse)
    program = kontor.program
    assert vei.vis().tilganger == ("kari",)
    assert program.antall_saker("kari", Saksutvalg(sok="åsgard")) == 1
    for som in ("ola", "tove", "ida"):
        assert program.antall_saker(som, Saksutvalg()) == 0
        assert program.vis_saker(som, Saksutvalg(sok="åsgard")).saker == ()
        assert program.vis_saker(som, Saksutvalg(sok=vei.saksnummer)).saker == ()
        with pytest.raises(Ugyldig, match="/saksnummer"):
            program.vis_sak(vei.saksnummer, som)
        with pytest.raises(Ugyldig, match="/saksnummer"):
            program.skriv_ut("sjekkliste-tildeling", vei.saksnummer, som)
        assert vei.ugyldig("noter", som, tekst="Hei") == {"/saksnummer"}


@pytest.mark.parametrize("beskyttelse", ["ingen", "ikke_kontrollert", "klientadresse"])
def test_uten_adressesperre_ser_alle_saken(kontor: Kontor, beskyttelse: Adressebeskyttelse) -> None:
    vei = skjermet_sak(kontor, beskyttelse)
    assert vei.vis("ida").saksnummer == vei.saksnummer


@pytest.mark.parametrize("hvem", ["medsoeker", "husstand"])
def test_en_skjermet_i_husstanden_skjermer_hele_saken(kontor: Kontor, hvem: str) -> None:
    if hvem == "medsoeker":
        soekn = soeknad(medsoeker=person("Stille", "Fjord", STILLE, "fortrolig"))
    else:
        barn = Husstandsmedlem(navn="Liten", relasjon="barn", adressebeskyttelse="fortrolig")
        soekn = soeknad(husstand=(barn,))
    kontor.ny_sak(soekn)
    assert kontor.program.antall_saker("tove", Saksutvalg()) == 0


def test_den_som_faar_tilgang_ser_saken(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    assert vei.ugyldig("gi_tilgang", bruker="ukjent") == {"/bruker"}
    vei.gjoer("gi_tilgang", bruker="ola")
    assert vei.vis("ola").tilganger == ("kari", "ola")
    assert vei.sperret("gi_tilgang", "ola", bruker="ola") == {"ALLEREDE"}
    assert vei.ugyldig("gi_tilgang", "tove", bruker="tove") == {"/saksnummer"}


def test_leser_gir_ingen_tilgang(paa: Paa) -> None:
    assert paa("registrert").sperret("gi_tilgang", "ida", bruker="ola") == {"ROLLE"}


def test_godkjenneren_maa_vaere_navngitt_paa_saken(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor).til("til_godkjenning")
    assert vei.ugyldig("godkjenn_vedtak", "tove", kontrollert=DELER) == {"/saksnummer"}
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)


def test_saken_tildeles_bare_en_som_er_navngitt(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor)
    assert vei.sperret("tildel_sak", bruker="ola") == {"HABILITET"}
    vei.gjoer("gi_tilgang", bruker="ola")
    vei.gjoer("tildel_sak", bruker="ola")


def test_skjerming_som_oppdages_senere_navngir_den_som_retter_og_den_ansvarlige(kontor: Kontor) -> None:
    vei = kontor.ny_sak(som="ola")
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(beskyttelse="fortrolig")))
    assert vei.vis().tilganger == ("kari", "ola")
    assert kontor.program.antall_saker("tove", Saksutvalg()) == 0


def test_boligen_en_skjermet_sak_har_ser_ut_som_enhver_bolig_som_er_opptatt(kontor: Kontor) -> None:
    aapen, skjult = kontor.ny_sak(), skjermet_sak(kontor)
    skjult.gjoer("gi_tilgang", bruker="tove")
    skjult.til("tilbudt")
    aapen.boligid = "B-4"
    aapen.til("tilbudt")
    for som in ("kari", "ola"):
        boliger = {b.boligid: b.ledig_fra for b in kontor.program.vis_boliger(som)}
        assert boliger["B-1"] is boliger["B-4"] is boliger["B-3"] is None, "offered in secret, offered, let"
        assert [b.boligid for b in kontor.program.vis_boliger(som, bare_ledige=True)] == ["B-2"]


def test_advarselen_om_samme_person_roeper_ikke_en_skjermet_sak(kontor: Kontor) -> None:
    skjermet_sak(kontor)
    svar = kontor.gjoer("registrer_soeknad", "ola", soeknad=soeknad(soeker=person("Mild", "Åsgard", MILD)))
    assert "advarsler" not in svar


HEMMELIG = "Hemmelighetsvegen 13"


def test_strengt_fortrolig_adresse_blir_aldri_lagret_noe_sted(kontor: Kontor) -> None:
    adresse = replace(ADRESSE, linje=HEMMELIG)
    soekn = soeknad(
        soeker=person("Mild", "Åsgard", MILD, "strengt_fortrolig", adresse=adresse),
        medsoeker=person("Stille", "Fjord", STILLE, adresse=adresse),
    )
    svar = kontor.gjoer("registrer_soeknad", soeknad=soekn)
    assert "Strengt fortrolig" in svar["advarsler"][0]
    vei = kontor.vei(svar["saksnummer"])
    vei.gjoer("rett_soeknad", soeknad=soekn)
    assert vei.vis().soeknad.soeker.adresse is None
    assert kontor.program.antall_saker("kari", Saksutvalg(sok="hemmelighetsvegen")) == 0
    assert "Hemmelighetsvegen" not in "\n".join(databasedump(kontor.program.mappe))
    assert [fil.name for fil in _filer_med(kontor.program.mappe, b"emmelighetsvegen")] == []


def _filer_med(mappe: Path, spor: bytes) -> list[Path]:
    """Every file of the folder, journals too, that holds these bytes."""
    return [fil for fil in mappe.rglob("*") if fil.is_file() and spor in fil.read_bytes()]


def test_det_som_er_lagret_staar_i_databasen_men_ikke_lesbart_i_noen_fil(paa: Paa) -> None:
    mappe = paa("registrert").kontor.program.mappe
    assert ADRESSE.linje in "\n".join(databasedump(mappe))
    assert _filer_med(mappe, ADRESSE.linje.encode()) == []


@pytest.mark.parametrize("beskyttelse", ["fortrolig", "strengt_fortrolig"])
def test_skjermet_soekers_adresse_staar_ikke_paa_brevet(kontor: Kontor, beskyttelse: Adressebeskyttelse) -> None:
    vei = skjermet_sak(kontor, beskyttelse)
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("sendt")
    navn, brev = kontor.dokumenter.laget[-1]
    assert navn == "vedtak"
    assert brev.mottaker.adresselinjer == ()


def test_administrator_ser_ingen_saker(paa: Paa) -> None:
    program = paa("registrert").kontor.program
    for les in (
        lambda: program.vis_sak("2026-0001", "it"),
        lambda: program.vis_saker("it", Saksutvalg()),
        lambda: program.antall_saker("it", Saksutvalg()),
        lambda: program.vis_boliger("it"),
        lambda: program.skriv_ut("sjekkliste-tildeling", "2026-0001", "it"),
    ):
        with pytest.raises(Sperret, match="ROLLE"):
            les()


def test_skjermet_sak_gaar_hele_veien(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor, "strengt_fortrolig")
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("utlevert")
    _, kvittering = kontor.dokumenter.laget[-1]
    assert kvittering.bolig is None
    assert vei.vis().utlevering is not None
    assert kontor.ur.i_dag == date(2026, 12, 1)


def test_den_som_mister_tilgangen_finner_ikke_saken_mer(kontor: Kontor) -> None:
    vei = skjermet_sak(kontor, "fortrolig")
    vei.gjoer("gi_tilgang", bruker="ola")
    assert vei.sperret("trekk_tilgang", bruker="tove", grunn="Var aldri navngitt.") == {"ALLEREDE"}
    assert vei.sperret("trekk_tilgang", "ola", bruker="kari", grunn="Har saken.") == {"HABILITET"}
    vei.gjoer("trekk_tilgang", bruker="ola", grunn="Har sluttet på saken.")
    assert vei.ugyldig("noter", "ola", tekst="x") == {"/saksnummer"}
    assert kontor.program.antall_saker("ola", Saksutvalg()) == 0
