"""The key: the one act that lets someone move in."""

from datetime import timedelta

import pytest

from boligtildeling.domain.kontrakt import LEGITIMASJON, Noekkel
from boligtildeling.domain.soeknad import Fullmektig
from tests.bygg import ADRESSE, HUSLEIE, STILLE, Kontor, Paa, person, soeknad


def test_noekkelen_utleveres_med_kvittering_i_samme_handling(paa: Paa) -> None:
    vei = paa("noekkelklar")
    svar = vei.utlever(noekler=(Noekkel(merke="TE-1", antall=2), Noekkel(merke="Post", antall=1)))
    assert svar["dokument"] == vei.vis().dokumenter[-1].id
    _, kvittering = vei.kontor.dokumenter.laget[-1]
    assert [(n.merke, n.antall) for n in kvittering.noekler] == [("TE-1", 2), ("Post", 1)]
    assert (kvittering.betalt, kvittering.utlevert_av, kvittering.legitimasjon) == (HUSLEIE, "kari", "pass")


def test_noekkel_utleveres_ikke_foer_foerste_husleie_er_betalt(paa: Paa) -> None:
    vei = paa("signert")
    vei.kontor.ur.sett(vei.fra_dato)
    vei.svar_alt("N")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"NOE-1"}


def test_noekkel_utleveres_ikke_foer_alle_har_signert(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.gjoer("signer_kontrakt", part="leier", dato=vei.kontor.ur.i_dag)
    vei.betal()
    vei.kontor.ur.sett(vei.fra_dato)
    vei.svar_alt("N")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"NOE-3"}


def test_noekkel_utleveres_ikke_foer_avtalt_overtakelse_uten_lederens_unntak(paa: Paa) -> None:
    vei = paa("betalt")
    vei.kontor.ur.sett(vei.fra_dato - timedelta(days=1))
    vei.svar_alt("N")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"NOE-8"}
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="NOE-8", grunn="Flyttebilen kommer i dag.")
    vei.utlever()


def test_overtakelse_kan_ligge_foer_leiestart(paa: Paa) -> None:
    vei = paa("kontraktsklar")
    overtakelse = vei.fra_dato - timedelta(days=3)
    vei.gjoer("skriv_kontrakt", fra_dato=vei.fra_dato, overtakelse_dato=overtakelse, husleie=HUSLEIE)
    vei.steg_etter("kontrakt", "betalt")
    vei.kontor.ur.sett(overtakelse)
    vei.svar_alt("N")
    vei.utlever()


def test_identiteten_maa_vaere_sett_men_graaner_ikke_knappen(paa: Paa) -> None:
    vei = paa("noekkelklar")
    assert vei.port("N") == set()
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt(legitimasjon=None)) == {"NOE-4"}
    assert vei.ugyldig("utlever_noekkel", **vei.utleverfelt(legitimasjon="bibliotekkort")) == {"/legitimasjon"}


@pytest.mark.parametrize("kode", LEGITIMASJON)
def test_hver_maate_aa_vise_hvem_man_er_paa_holder(paa: Paa, kode: str) -> None:
    paa("noekkelklar").utlever(legitimasjon=kode)


def test_andre_enn_leier_maa_ha_skriftlig_fullmakt(paa: Paa) -> None:
    vei = paa("noekkelklar")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt(mottaker="Snill Nabo")) == {"NOE-4"}
    vei.utlever(mottaker="Snill Nabo", fullmakt="Fullmakt av 30.11.2026.")


def test_medleier_og_verge_henter_uten_fullmakt(kontor: Kontor) -> None:
    verge = Fullmektig(navn="Vera Verge", rolle="verge", adresse=ADRESSE, mandat="Bolig og økonomi")
    soekn = soeknad(medsoeker=person("Stille", "Fjord", STILLE), fullmektige=(verge,))
    vei = kontor.ny_sak(soekn).til("noekkelklar")
    vei.utlever(mottaker="  vera VERGE ")


def test_fullmektig_uten_skriftlig_fullmakt_faar_ikke_noekkelen(kontor: Kontor) -> None:
    hjelper = Fullmektig(navn="Helge Hjelper", rolle="fullmektig", adresse=ADRESSE)
    vei = kontor.ny_sak(soeknad(fullmektige=(hjelper,))).til("noekkelklar")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt(mottaker="Helge Hjelper")) == {"NOE-4"}


def test_noekkelen_utleveres_en_gang(paa: Paa) -> None:
    vei = paa("utlevert")
    assert vei.sperret("utlever_noekkel", **vei.utleverfelt()) == {"ALLEREDE"}


def test_minst_en_noekkel_og_hver_med_merke_og_antall(paa: Paa) -> None:
    vei = paa("noekkelklar")
    assert vei.ugyldig("utlever_noekkel", **vei.utleverfelt(noekler=())) == {"/noekler"}
    feil = (Noekkel(merke="", antall=0),)
    assert vei.ugyldig("utlever_noekkel", **vei.utleverfelt(noekler=feil)) == {"/noekler/0/merke", "/noekler/0/antall"}


@pytest.mark.parametrize("som", ["ida", "it"])
def test_leser_og_administrator_utleverer_ingen_noekkel(paa: Paa, som: str) -> None:
    vei = paa("noekkelklar")
    assert vei.sperret("utlever_noekkel", som, **vei.utleverfelt()) == {"ROLLE"}


def test_paa_to_maskiner_faar_bare_en_utlevert_noekkelen(paa: Paa) -> None:
    vei = paa("noekkelklar")
    sett = vei.vis().versjon
    vei.gjoer("utlever_noekkel", "ola", sett_versjon=sett, **vei.utleverfelt())
    konflikt = vei.konflikt("utlever_noekkel", sett_versjon=sett, **vei.utleverfelt())
    assert [(e.tittel, e.bruker) for e in konflikt.endringer] == [("Utlever nøkkel", "ola")]
