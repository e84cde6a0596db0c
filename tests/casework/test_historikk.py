"""History, versions and the reading log: who did what, who read what, and who came second."""

from pathlib import Path
from typing import Any

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil, Sperret
from tests.bygg import Kontor, Paa, Vei, kommando, soeknad
from tests.lager import INTEGRITETSFEIL, raa


def rader(vei: Vei, sql: str) -> list[Any]:
    tilkobling = raa(vei.kontor.program.mappe)
    try:
        return tilkobling.execute(sql).fetchall()
    finally:
        tilkobling.close()


def test_en_handling_er_en_linje_med_hvem_hva_og_naar(paa: Paa) -> None:
    vei = paa("registrert")
    antall = len(rader(vei, "SELECT id FROM hendelse"))
    vei.svar("KAR-2", "ja", "ola")
    vei.planlegg()
    assert len(rader(vei, "SELECT id FROM hendelse")) == antall + 4
    linje = next(h for h in vei.vis().historikk if h.handling == "kryss_av")
    assert (linje.bruker, linje.hendelse, linje.tittel) == ("ola", "SjekkpunktBesvart", "Svar på sjekkpunkt: KAR-2")
    assert linje.tidspunkt == vei.kontor.ur.naa()


def test_hele_veien_er_en_linje_per_handling(paa: Paa) -> None:
    vei = paa("utlevert")
    assert len(rader(vei, "SELECT DISTINCT sak_versjon FROM hendelse WHERE saksnummer IS NOT NULL")) == len(
        vei.historikk
    )
    assert vei.historikk[0] == "registrer_soeknad"
    assert vei.historikk[-1] == "utlever_noekkel"


@pytest.mark.parametrize("sql", ["UPDATE hendelse SET bruker = 'x'", "DELETE FROM hendelse", "DELETE FROM lesning"])
def test_historikken_kan_verken_endres_eller_slettes_i_databasen(paa: Paa, sql: str) -> None:
    vei = paa("registrert")
    vei.vis()
    with pytest.raises(INTEGRITETSFEIL):
        rader(vei, sql)


def endre_bak_ryggen(mappe: Path, sql: str) -> None:
    """Changes the database as somebody with the file could: without its guards, which are put back afterwards."""
    tilkobling = raa(mappe)
    try:
        vern = tilkobling.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for setning in (*(f"DROP TRIGGER {navn}" for navn, _ in vern), sql, *(lag for _, lag in vern)):
            tilkobling.execute(setning)
    finally:
        tilkobling.close()


def test_en_linje_som_er_endret_bak_programmets_rygg_blir_oppdaget(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    endre_bak_ryggen(kontor.program.mappe, "UPDATE hendelse SET bruker = 'ola' WHERE saksnummer IS NOT NULL")
    assert any("er endret" in setning for setning in kontor.program.kontroller().funn)
    endre_bak_ryggen(kontor.program.mappe, "UPDATE hendelse SET bruker = 'kari' WHERE saksnummer IS NOT NULL")
    assert kontor.program.kontroller().funn == ()
    assert vei.historikk == ["registrer_soeknad"]


def test_den_som_kommer_sist_faar_vite_hva_den_foerste_gjorde(paa: Paa) -> None:
    vei = paa("registrert")
    sett = vei.vis().versjon
    vei.svar("KAR-2", "ja", "ola")
    vei.gjoer("noter", "tove", tekst="Ringte.")
    konflikt = vei.konflikt("kryss_av", sett_versjon=sett, **vei.svarfelt("KAR-4"))
    assert [(e.tittel, e.bruker) for e in konflikt.endringer] == [
        ("Svar på sjekkpunkt", "ola"),
        ("Skriv notat", "tove"),
    ]
    assert all(e.tidspunkt for e in konflikt.endringer)
    assert konflikt.versjon == vei.vis().versjon
    vei.gjoer("kryss_av", sett_versjon=konflikt.versjon, **vei.svarfelt("KAR-4"))


def test_uten_sett_versjon_gaar_den_siste_foran(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-2", "ja", "ola")
    vei.svar("KAR-2", "nei", merknad="Nei.", dokumentasjon=None)
    assert vei.punkt("KAR-2").svar.svar == "nei"  # type: ignore[union-attr]


def test_inndata_doemmes_foer_versjon_og_versjon_foer_rolle(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("noter", "ida", sett_versjon=0, tekst="") == {"/tekst"}
    vei.konflikt("noter", "ida", sett_versjon=0, tekst="x")
    assert vei.sperret("noter", "ida", tekst="x") == {"ROLLE"}


def test_en_ukjent_sak_er_en_feil_i_inndata_sammen_med_de_andre_feilene(kontor: Kontor) -> None:
    assert kontor.ugyldig("noter", saksnummer="2026-9999", tekst="") == {"/saksnummer", "/tekst"}
    assert kontor.ugyldig("kryss_av", "ida", **kontor.vei("2026-9999").svarfelt("KAR-2"), saksnummer="2026-9999") == {
        "/saksnummer"
    }


def test_ukjent_bruker_og_ukjent_kommando_er_feil_bruk(paa: Paa) -> None:
    vei = paa("registrert")
    with pytest.raises(Bruksfeil):
        vei.gjoer("noter", "hvem", tekst="x")
    with pytest.raises(Bruksfeil):
        vei.kontor.program.utfoer(object(), "kari")


def test_uten_navn_handler_den_foerste_saksbehandleren(kontor: Kontor) -> None:
    kontor.program.utfoer(kommando("registrer_soeknad", soeknad=soeknad()), None)
    assert kontor.vei("2026-0001").vis().opprettet_av == "kari"


def test_aa_se_paa_en_sak_staar_i_leseloggen_og_endrer_ikke_saken(paa: Paa) -> None:
    vei = paa("sendt")
    program = vei.kontor.program
    versjon = vei.vis("ida").versjon
    program.skriv_ut("vedtak", vei.saksnummer, "ola")
    program.vis_saker("kari", Saksutvalg())
    logg = rader(vei, "SELECT bruker, saksnummer, hva FROM lesning ORDER BY id DESC LIMIT 2")
    assert logg == [("ola", "2026-0001", "skriv_ut vedtak"), ("ida", "2026-0001", "vis_sak")]
    assert vei.vis().versjon == versjon


def test_en_sak_som_ikke_kan_foeres_i_leseloggen_vises_ikke(paa: Paa) -> None:
    vei = paa("registrert")
    rader(vei, "CREATE TRIGGER full BEFORE INSERT ON lesning BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(Exception, match="full"):
        vei.vis()


def test_tomme_skjemaer_krever_ingen_sak(kontor: Kontor) -> None:
    assert kontor.program.skriv_ut("boligsjekkliste", None, "kari", tom=True)
    for navn, tom in (("boligsjekkliste", False), ("vedtak", True), ("finnes-ikke", False)):
        with pytest.raises(Bruksfeil):
            kontor.program.skriv_ut(navn, None, "kari", tom=tom)


@pytest.mark.parametrize(
    ("stadium", "navn"),
    [("registrert", "vedtak"), ("sendt", "leieavtale"), ("signert", "noekkelkvittering"), ("sendt", "boligsjekkliste")],
)
def test_et_dokument_som_ikke_er_laget_kan_ikke_skrives_ut(paa: Paa, stadium: str, navn: str) -> None:
    vei = paa(stadium)
    with pytest.raises(Sperret):
        vei.kontor.program.skriv_ut(navn, vei.saksnummer, "kari")


@pytest.mark.parametrize("feil", [OSError(28, "No space left on device"), Driftsfeil("Skriveren.", "", "")])
def test_en_feil_fra_maskinen_har_ikke_endret_noe(paa: Paa, feil: Exception) -> None:
    vei = paa("noekkelklar")
    vei.kontor.dokumenter.feil = feil
    linjer = vei.historikk
    with pytest.raises(Driftsfeil):
        vei.utlever()
    assert vei.historikk == linjer
    assert vei.vis().utlevering is None


def test_sakens_sjekkliste_er_den_den_startet_med(paa: Paa) -> None:
    for stadium in ("registrert", "sendt", "utlevert"):
        assert paa(stadium).vis().sjekkliste_versjon == "2026-1"
