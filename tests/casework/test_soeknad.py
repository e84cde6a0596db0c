"""Taking in an application: register, correct, enclose, note, and answer that it takes time."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.soeknad import Adressebeskyttelse, Bosituasjon, Fullmektig, Soeknadsvedlegg
from tests.bygg import ADRESSE, LYS, MILD, MOTTATT, STERK, Kontor, Paa, barn, databasedump, person, soeknad


def test_en_ny_soeknad_blir_en_sak_som_den_som_registrerer_har_ansvaret_for(kontor: Kontor) -> None:
    svar = kontor.gjoer("registrer_soeknad", "ola", soeknad=soeknad())
    assert svar["saksnummer"] == "2026-0001"
    assert svar["fantes"] is False
    visning = kontor.vei("2026-0001").vis()
    assert (visning.ansvarlig, visning.steg, visning.opprettet_av) == ("ola", "kartlegging", "ola")
    assert visning.sjekkliste_versjon == "2026-1"


def test_saksnummer_teller_fra_en_hvert_aar(kontor: Kontor) -> None:
    assert [kontor.ny_sak().saksnummer for _ in range(2)] == ["2026-0001", "2026-0002"]
    kontor.ur.sett(date(2027, 1, 4))
    assert kontor.ny_sak().saksnummer == "2027-0001"


def test_samme_ekstern_referanse_gir_samme_sak_og_endrer_ingenting(kontor: Kontor) -> None:
    foerste = kontor.gjoer("registrer_soeknad", soeknad=soeknad(ekstern_referanse="SKJEMA-77"))
    foer = databasedump(kontor.program.mappe)
    igjen = kontor.gjoer("registrer_soeknad", soeknad=soeknad(ekstern_referanse="SKJEMA-77"))
    assert igjen == {"saksnummer": foerste["saksnummer"], "fantes": True}
    assert databasedump(kontor.program.mappe) == foer


def test_samme_person_med_ny_referanse_gir_ny_sak_og_en_advarsel(kontor: Kontor) -> None:
    kontor.gjoer("registrer_soeknad", soeknad=soeknad(ekstern_referanse="A"))
    svar = kontor.gjoer("registrer_soeknad", soeknad=soeknad(ekstern_referanse="B"))
    assert svar["saksnummer"] == "2026-0002"
    assert "2026-0001" in svar["advarsler"][0]


def test_en_annen_person_gir_ingen_advarsel(kontor: Kontor) -> None:
    kontor.ny_sak()
    svar = kontor.gjoer("registrer_soeknad", soeknad=soeknad(soeker=person("Sterk", "Bjørk", STERK)))
    assert "advarsler" not in svar


def test_person_uten_nummer_kan_soeke_og_kjennes_igjen_paa_navn_og_foedselsdato(kontor: Kontor) -> None:
    uten = soeknad(soeker=person("Ny", "Her", None, foedselsdato=date(1990, 3, 1)))
    kontor.gjoer("registrer_soeknad", soeknad=uten)
    assert "2026-0001" in kontor.gjoer("registrer_soeknad", soeknad=uten)["advarsler"][0]
    annen = soeknad(soeker=person("Ny", "Her", None, foedselsdato=date(1991, 3, 1)))
    assert "advarsler" not in kontor.gjoer("registrer_soeknad", soeknad=annen)


def test_alle_feil_i_soeknaden_kommer_samtidig_med_hver_sin_peker(kontor: Kontor) -> None:
    feil = soeknad(
        soeker=person(fornavn=" ", nummer="12345678901"),
        husstand=(barn(MOTTATT + timedelta(days=1)),),
        mottatt_dato=MOTTATT + timedelta(days=1),
        bosituasjon=Bosituasjon(type="annet", siden=MOTTATT, maa_flytte_innen=date(2026, 10, 1)),
        fullmektige=(Fullmektig(navn="Verge", rolle="verge", adresse=ADRESSE),),
        kontonummer="12345678901",
        vedlegg=(Soeknadsvedlegg(tittel="Brev", fil="brev.pdf"),),
    )
    assert kontor.ugyldig("registrer_soeknad", soeknad=feil) == {
        "/soeknad/soeker/fornavn",
        "/soeknad/soeker/foedselsnummer",
        "/soeknad/husstand/0/foedselsdato",
        "/soeknad/mottatt_dato",
        "/soeknad/bosituasjon/maa_flytte_innen",
        "/soeknad/fullmektige/0/mandat",
        "/soeknad/kontonummer",
        "/soeknad/vedlegg/0/fil",
    }


@pytest.mark.parametrize("som", ["ida", "it"])
def test_leser_og_administrator_registrerer_ikke_soeknader(kontor: Kontor, som: str) -> None:
    assert kontor.sperret("registrer_soeknad", som, soeknad=soeknad()) == {"ROLLE"}


def test_rettet_soeknad_gjelder_fra_naa_og_den_gamle_staar_i_historikken(paa: Paa) -> None:
    vei = paa("registrert")
    assert "KAR-5" not in vei.port("V")
    vei.gjoer("rett_soeknad", soeknad=soeknad(husstand=(barn(),)), grunn="Barnet manglet.")
    assert "KAR-5" in vei.port("V")
    assert vei.historikk == ["registrer_soeknad", "rett_soeknad"]


def test_rettet_soeknad_med_feil_blir_ikke_lagret(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("rett_soeknad", soeknad=soeknad(soeker=person(nummer="11111111111"))) == {
        "/soeknad/soeker/foedselsnummer"
    }
    assert vei.sperret("rett_soeknad", "ida", soeknad=soeknad()) == {"ROLLE"}


def test_vedlegg_lagres_med_innhold_og_bare_fra_mappen_kommandoen_ligger_i(paa: Paa, tmp_path: Path) -> None:
    vei = paa("registrert")
    mappe = tmp_path / "inn"
    mappe.mkdir()
    (mappe / "brev.pdf").write_bytes(b"innhold")
    (tmp_path / "hemmelig.pdf").write_bytes(b"utenfor")
    vei.kontor.program = vei.kontor.program.med_filer(mappe)
    vei.gjoer("legg_ved", tittel="Brev fra lege", fil="brev.pdf")
    for sti in ("../hemmelig.pdf", str(tmp_path / "hemmelig.pdf"), "finnes-ikke.pdf"):
        assert vei.ugyldig("legg_ved", tittel="Brev", fil=sti) == {"/fil"}
    (rad,) = vei.vis().vedlegg
    assert (rad.tittel, rad.har_fil) == ("Brev fra lege", True)


def test_vedlegg_og_notat_kan_legges_til_ogsaa_etter_avslutning(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("trekk_soeknad", grunn="Vil ikke lenger.")
    vei.gjoer("legg_ved", tittel="Brev om trekk")
    vei.gjoer("noter", tekst="Ringte og bekreftet.")
    assert [n.tekst for n in vei.vis().notater] == ["Ringte og bekreftet."]
    assert vei.sperret("noter", "ida", tekst="Hei") == {"ROLLE"}
    assert vei.ugyldig("noter", tekst=" \n") == {"/tekst"}


def test_foreloepig_svar_tar_bort_fristen(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.vis().frister == {"foreloepig_svar": date(2026, 12, 2)}
    vei.svar("SOE-1")
    vei.gjoer("send_foreloepig_svar", grunn="Mye å gjøre.", svar_ventes_dato=date(2026, 12, 20))
    assert vei.vis().frister == {}
    (rad,) = vei.kontor.program.vis_saker("kari", Saksutvalg()).saker
    assert rad.neste_frist is None


def test_foreloepig_svar_uten_grunn_eller_ventet_dato_faar_en_advarsel(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("SOE-1")
    assert "fvl. § 11 a" in vei.gjoer("send_foreloepig_svar")["advarsler"][0]


@pytest.mark.parametrize(("beskyttelse", "sies"), [("ikke_kontrollert", True), ("ingen", False), ("fortrolig", False)])
def test_en_adresse_som_staar_ukontrollert_etter_kontrollen_sies_det_fra_om(
    kontor: Kontor, beskyttelse: Adressebeskyttelse, sies: bool
) -> None:
    vei = kontor.ny_sak(soeknad(medsoeker=person("Lys", "Morgen", LYS, beskyttelse)))
    felt = {"sjekkpunkt": "SOE-1", "dato": kontor.ur.i_dag, "dokumentasjon": Dokumentasjon(type="dokument")}
    advarsler = vei.gjoer("kryss_av", svar="ja", **felt).get("advarsler", [])
    assert ("ikke kontrollert" in " ".join(advarsler)) == sies


@pytest.mark.parametrize(("dager", "ventet"), [(7, set()), (8, {"SOE-1"})])
def test_foreloepig_svar_krever_adressesjekk_som_er_hoeyst_sju_dager(paa: Paa, dager: int, ventet: set[str]) -> None:
    vei = paa("registrert")
    assert vei.sperret("send_foreloepig_svar") == {"SOE-1"}
    vei.svar("SOE-1")
    vei.kontor.ur.fram(dager)
    if ventet:
        assert vei.sperret("send_foreloepig_svar") == ventet
    else:
        vei.gjoer("send_foreloepig_svar")


def test_soek_finner_saken_paa_navn_nummer_adresse_og_foedselsdato_uten_jokertegn(kontor: Kontor) -> None:
    mild = soeknad(soeker=person("Mild", "Åsgård", MILD, foedselsdato=date(1985, 12, 28)))
    kontor.gjoer("registrer_soeknad", soeknad=mild)
    kontor.ny_sak()
    for sok in ("åsgård", "aasgaard", "Mild", "2026-0001", "28.12.1985", "asgard"):
        assert [r.saksnummer for r in kontor.program.vis_saker("kari", Saksutvalg(sok=sok)).saker] == ["2026-0001"], sok
    for sok in ("m%d", "m_ld", "mild%fjord", "fjordåsgård"):
        assert kontor.program.vis_saker("kari", Saksutvalg(sok=sok)).saker == (), sok


def test_retting_av_navn_gjoer_at_det_gamle_ikke_finner_saken(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person("Rolig", "Elv")))
    assert vei.kontor.program.antall_saker("kari", Saksutvalg(sok="fjord")) == 0
    assert vei.kontor.program.antall_saker("kari", Saksutvalg(sok="elv")) == 1
