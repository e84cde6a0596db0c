"""When it burns: urgent cases, what happened outside the program, and temporary housing."""

from datetime import date

import pytest

from boligtildeling.domain.soeknad import Tolk
from boligtildeling.domain.vedtak import DELER
from tests.bygg import HUSLEIE, Kontor, Paa, Vei, barn, soeknad, vedtaksutkast

I_HASTELOEP = {"SOE-1", "KAR-1", "KAR-5", "KAR-6", "KAR-8", "VED-1", "VED-3"}


def hastesak(kontor: Kontor) -> Vei:
    vei = kontor.ny_sak(soeknad(husstand=(barn(),), tolk=Tolk(behov=True, spraak="arabisk")))
    vei.gjoer("aapne_hasteloep", "tove", grunn="Brann i natt.")
    return vei


def test_bare_leder_aapner_hasteloep_og_bare_en_gang(paa: Paa) -> None:
    vei = paa("registrert")
    for som in ("kari", "ida", "it"):
        assert vei.sperret("aapne_hasteloep", som, grunn="Brann.") == {"ROLLE"}
    assert vei.ugyldig("aapne_hasteloep", "tove", grunn=" ") == {"/grunn"}
    vei.gjoer("aapne_hasteloep", "tove", grunn="Brann.")
    assert vei.sperret("aapne_hasteloep", "tove", grunn="Brann.") == {"ALLEREDE"}
    assert paa("utlevert").sperret("aapne_hasteloep", "tove", grunn="Brann.") == {"STEG"}


def test_i_hasteloep_sperrer_bare_det_som_ikke_kan_vente(kontor: Kontor) -> None:
    vei = hastesak(kontor)
    assert vei.port("V") == I_HASTELOEP
    assert vei.port("G") == I_HASTELOEP


def test_resten_blir_oppgaver_med_frist_paa_ti_virkedager(kontor: Kontor) -> None:
    vei = hastesak(kontor)
    assert vei.vis().frister["hasteloep"] == date(2026, 11, 16)
    oppgaver = {o.kode: o.frist for o in vei.vis().oppgaver}
    assert oppgaver["OEK-1"] == oppgaver["KAR-2"] == date(2026, 11, 16)
    assert not I_HASTELOEP & set(oppgaver)
    vei.svar("KAR-2")
    assert "KAR-2" not in {o.kode for o in vei.vis().oppgaver}


def test_kommunens_innstilling_styrer_fristen(kontor: Kontor) -> None:
    kontor.gjoer("sett_innstilling", "tove", navn="hasteloep_virkedager", verdi="5")
    assert hastesak(kontor).vis().frister["hasteloep"] == date(2026, 11, 9)


def test_i_hasteloep_avgjoer_en_og_en_annen_kontrollerer_etterpaa(kontor: Kontor) -> None:
    vei = hastesak(kontor)
    vei.planlegg()
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.svar_alt("V")
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("send_vedtak", maate="muntlig", dato=kontor.ur.i_dag)
    assert vei.vis().frister["kontroll_av_vedtak"] == date(2026, 11, 4)
    assert {o.kode: o.frist for o in vei.vis().oppgaver}["VED-6"] == date(2026, 11, 4)
    assert vei.sperret("godkjenn_vedtak", kontrollert=DELER) == {"VED-6"}
    vei.gjoer("godkjenn_vedtak", "ola", kontrollert=DELER)
    assert "kontroll_av_vedtak" not in vei.vis().frister
    assert vei.vis().vedtak.status == "sendt"  # type: ignore[union-attr]
    assert "VED-6" not in {o.kode for o in vei.vis().oppgaver}


def test_hasteloep_gaar_hele_veien_men_ikke_uten_ja_og_signert_kontrakt(kontor: Kontor) -> None:
    vei = hastesak(kontor)
    vei.planlegg()
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.svar_alt("V")
    vei.gjoer("send_vedtak", maate="overlevert", dato=kontor.ur.i_dag)
    vei.gjoer("tilby_bolig", boligid="B-1", frist=kontor.ur.i_dag)
    assert vei.sperret("skriv_kontrakt", fra_dato=kontor.ur.i_dag, husleie=HUSLEIE) == {"TIL-2"}
    vei.gjoer("svar_paa_tilbud", svar="ja", dato=kontor.ur.i_dag)
    vei.gjoer("skriv_kontrakt", fra_dato=kontor.ur.i_dag, husleie=HUSLEIE)
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"NOE-3"}
    for part in ("leier", "utleier"):
        vei.gjoer("signer_kontrakt", part=part, dato=kontor.ur.i_dag)
    vei.utlever()
    assert vei.steg == "boforhold"
    assert {"NOE-1", "NOE-5", "KAR-2", "KTR-2"} <= {o.kode for o in vei.vis().oppgaver}


def test_det_hasteloepet_slapp_fram_kan_gjoeres_ferdig_etter_at_vedtaket_er_sendt(kontor: Kontor) -> None:
    vei = hastesak(kontor)
    vei.planlegg()
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.svar_alt("V")
    vei.gjoer("send_vedtak", maate="overlevert", dato=kontor.ur.i_dag)
    vei.svar("OEK-1")
    assert "OEK-1" not in {o.kode for o in vei.vis().oppgaver}


def test_avvik_er_synlig_alltid_og_aapner_ingen_port(paa: Paa) -> None:
    vei = paa("sendt")
    porter = vei.vis().porter
    assert vei.sperret("etterregistrer_avvik", hva="annet", grunn="x") == {"ROLLE"}
    vei.gjoer("etterregistrer_avvik", "tove", hva="muntlig_vedtak", grunn="Gitt på legevakten.")
    visning = vei.vis()
    assert [(a.hva, a.grunn, a.registrert_av) for a in visning.avvik] == [
        ("muntlig_vedtak", "Gitt på legevakten.", "tove")
    ]
    assert visning.porter == porter


@pytest.mark.parametrize("stadium", ["registrert", "signert"])
def test_en_noekkel_gitt_utenom_programmet_etterregistreres_av_leder_og_staar_som_avvik(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    vei.gjoer("etterregistrer_avvik", "tove", hva="noekkel_utlevert", grunn="Nødsfall natt til søndag.")
    utlevering = vei.vis().utlevering
    assert utlevering is not None
    assert utlevering.er_avvik
    assert vei.steg == "boforhold"
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"ALLEREDE"}
    assert vei.sperret("etterregistrer_avvik", "tove", hva="noekkel_utlevert", grunn="Igjen.") == {"ALLEREDE"}


def test_avvik_kan_registreres_ogsaa_etter_at_saken_er_avsluttet(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("trekk_soeknad", grunn="Vil ikke.")
    vei.gjoer("etterregistrer_avvik", "tove", hva="annet", grunn="Brev sendt til feil adresse.")
    assert vei.steg == "avsluttet"


@pytest.mark.parametrize("stadium", ["registrert", "sendt", "utlevert"])
def test_midlertidig_botilbud_hindres_av_ingen_port(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    svar = vei.gjoer("registrer_midlertidig_botilbud", sted="Pensjonat", fra_dato=date(2026, 11, 2))
    assert "kvalitetsavtale" in svar["advarsler"][0]
    vei.gjoer(
        "registrer_midlertidig_botilbud",
        sted="Krisesenter",
        fra_dato=date(2026, 11, 10),
        til_dato=date(2026, 12, 10),
        nav_varslet_dato=date(2026, 11, 9),
        kvalitetsavtale=True,
    )
    assert [b.sted for b in vei.vis().midlertidige_botilbud] == ["Pensjonat", "Krisesenter"]


def test_oppholdet_kan_ikke_slutte_foer_det_begynte(paa: Paa) -> None:
    felt = {"sted": "Pensjonat", "fra_dato": date(2026, 11, 2), "til_dato": date(2026, 11, 1)}
    vei = paa("registrert")
    assert vei.ugyldig("registrer_midlertidig_botilbud", **felt) == {"/til_dato"}
    assert vei.sperret("registrer_midlertidig_botilbud", "ida", sted="x", fra_dato=date(2026, 11, 2)) == {"ROLLE"}
