"""With strengt fortrolig, which dwelling the case is about lies in an envelope that only those named can open."""

from datetime import date

import pytest

from boligtildeling.domain.feil import Ugyldig
from boligtildeling.domain.kontrakt import Noekkel
from tests.bygg import HUSLEIE, MILD, Kontor, Paa, boligdata, person, soeknad
from tests.casework.konvoluttsaker import FRIST, GATE, HEIM, mottakere, spor, strengt


def test_hele_veien_til_noekkelen_uten_at_noe_som_lagres_sier_hvilken_bolig_det_er(kontor: Kontor) -> None:
    vei = strengt(kontor).til("utlevert")
    assert spor(kontor.program.mappe) == []
    visning = vei.vis()
    assert visning.steg == "boforhold"
    assert visning.bolig is not None
    assert visning.bolig.adresse.linje == GATE
    assert visning.kontrakt is not None
    assert visning.kontrakt.boligid.startswith("skjermet-")


def test_i_lista_er_boligen_som_en_hvilken_som_helst_annen_som_ikke_er_ledig(kontor: Kontor) -> None:
    strengt(kontor).til("tilbudt")
    for som in ("kari", "tove", "ola", "ida"):
        alle = {b.boligid: b for b in kontor.program.vis_boliger(som)}
        assert (alle[HEIM].ledig_fra, alle[HEIM].holder_du_tilbake) == (None, False)
        assert not [b for b in alle if b.startswith("skjermet-")]
        assert HEIM not in {b.boligid for b in kontor.program.vis_boliger(som, bare_ledige=True)}


def test_alle_navngitte_med_noekkel_ser_adressen(kontor: Kontor) -> None:
    vei = strengt(kontor, "ida").til("sendt")
    vei.vis("ida")
    vei.tilby()
    for som in ("kari", "tove", "ida"):
        visning = vei.vis(som)
        assert visning.bolig is not None
        assert visning.bolig.boligid == HEIM


@pytest.mark.parametrize("handling", ["trekk", "nei", "avslutt", "utloep"])
def test_boligen_blir_fri_naar_saken_slipper_den(kontor: Kontor, handling: str) -> None:
    vei = strengt(kontor).til("tilbudt")
    if handling == "trekk":
        vei.gjoer("trekk_tilbud", grunn="Feil bolig.")
    elif handling == "nei":
        vei.gjoer("svar_paa_tilbud", svar="nei", dato=kontor.ur.i_dag)
    elif handling == "avslutt":
        vei.gjoer("avslutt_sak", utfall="skaffet_bolig_selv", grunn="Fant noe selv.")
    else:
        kontor.ur.sett(date(2026, 11, 27))
        assert HEIM not in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}
        vei.vis()
    assert HEIM in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}
    assert spor(kontor.program.mappe) == []


def test_boligen_blir_fri_naar_leieren_har_flyttet_og_naar_kontrakten_annulleres_og_tilbudet_trekkes(
    kontor: Kontor,
) -> None:
    vei = strengt(kontor).til("kontrakt")
    vei.gjoer("annuller_kontrakt", grunn="Feil dato.")
    assert HEIM not in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}
    vei.gjoer("trekk_tilbud", grunn="Ombestemte seg.")
    assert HEIM in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}
    vei.svar("SOE-1")
    vei.gjoer("tilby_bolig", boligid=HEIM, frist=FRIST)
    vei.gjoer("svar_paa_tilbud", svar="ja", dato=kontor.ur.i_dag)
    vei.steg_etter("kontraktsklar", "utlevert")
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")
    assert HEIM in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_leieforhold_som_loeper_ut_slipper_boligen_naar_den_er_ledig_igjen(kontor: Kontor) -> None:
    vei = strengt(kontor).til("utlevert")
    kontor.ur.sett(date(2029, 12, 20))
    ledig = boligdata(HEIM, ledig_fra=date(2029, 12, 15))
    kontor.gjoer("endre_bolig", "tove", bolig=ledig)
    vei.vis()
    assert HEIM in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_samme_bolig_faar_samme_nummer_i_saken_naar_den_tilbys_igjen(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    vei.gjoer("trekk_tilbud", grunn="Feil frist.")
    vei.gjoer("tilby_bolig", boligid=HEIM, frist=FRIST)
    assert len({t.boligid for t in vei.vis().tilbud}) == 1


def test_en_bolig_i_en_konvolutt_kan_ikke_tilbys_til_noen_annen(kontor: Kontor) -> None:
    strengt(kontor).til("tilbudt")
    annen = strengt(kontor, som="ola")
    annen.boligid = "B-1"
    aapen = kontor.ny_sak()
    for vei, som in ((annen, "ola"), (aapen, "kari")):
        koder = vei.sperret("tilby_bolig", som, boligid=HEIM, frist=FRIST)
        assert "BOLIG" in koder


def test_en_bolig_som_er_lovet_til_en_annen_kan_ikke_legges_i_en_konvolutt(paa: Paa) -> None:
    kontor = paa("tilbudt").kontor
    vei = strengt(kontor)
    assert "BOLIG" in vei.sperret("tilby_bolig", boligid="B-1", frist=FRIST)


def test_et_nei_kan_ikke_angres_naar_boligen_er_lovet_til_en_annen(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    nei = vei.gjoer("svar_paa_tilbud", svar="nei", dato=kontor.ur.i_dag)["hendelse"]
    kontor.gjoer("hold_tilbake_bolig", "tove", boligid=HEIM, grunn="Vannskade.")
    assert vei.sperret("angre", hendelse=nei, grunn="Ombestemte seg.") == {"BOLIG"}
    kontor.gjoer("frigi_bolig", "tove", boligid=HEIM)
    vei.gjoer("angre", hendelse=nei, grunn="Ombestemte seg.")
    assert HEIM not in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_en_skjermet_bolig_er_ingen_bolig_som_kan_tilbys_endres_eller_holdes_tilbake(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    skjermet = vei.vis().tilbud[0].boligid
    assert kontor.ny_sak().ugyldig("tilby_bolig", boligid=skjermet, frist=FRIST) == {"/boligid"}
    assert kontor.ugyldig("endre_bolig", "tove", bolig=boligdata(skjermet)) == {"/bolig/boligid"}
    assert kontor.ugyldig("hold_tilbake_bolig", "tove", boligid=skjermet, grunn="x") == {"/boligid"}
    assert kontor.ugyldig("frigi_bolig", "tove", boligid=skjermet) == {"/boligid"}


@pytest.mark.parametrize(
    "tekst", [f"Visning i {GATE} i morgen.", f"Nøkkelen til {HEIM} henger i skapet.", GATE.upper()]
)
def test_adressen_kan_ikke_skrives_i_saken(kontor: Kontor, tekst: str) -> None:
    vei = strengt(kontor).til("tilbudt")
    assert vei.ugyldig("noter", tekst=tekst) == {"/tekst"}
    assert vei.ugyldig("trekk_tilbud", grunn=tekst) == {"/grunn"}


def test_adressen_kan_ikke_skrives_i_avviket_eller_paa_noekkelmerket(kontor: Kontor) -> None:
    vei = strengt(kontor).til("sendt")
    kontor.ur.sett(date(2026, 11, 12))
    assert vei.ugyldig("tilby_bolig", boligid=HEIM, frist=FRIST, avvik=f"{GATE} er sentral.") == {"/avvik"}
    vei.steg_etter("sendt", "noekkelklar")
    felt = vei.utleverfelt(noekler=(Noekkel(merke=f"{HEIM}-1", antall=2),))
    assert vei.ugyldig("utlever_noekkel", **felt) == {"/noekler/0/merke"}


def test_boligen_som_blir_ledig_senere_enn_leiestart_stanser_signeringen(kontor: Kontor) -> None:
    vei = strengt(kontor).til("kontrakt")
    kontor.gjoer("endre_bolig", "tove", bolig=boligdata(HEIM, ledig_fra=date(2027, 1, 15)))
    vei.vis()
    assert "BOLIG" in vei.sperret("signer_kontrakt", part="leier", dato=kontor.ur.i_dag)


def test_tilbud_og_leieavtale_vet_bare_det_reglene_trenger(kontor: Kontor) -> None:
    strengt(kontor).til("kontrakt")
    laget = dict(kontor.dokumenter.laget)
    for navn in ("tilbud", "leieavtale"):
        bolig = laget[navn].bolig
        assert (bolig.adresse, bolig.bruksenhetsnummer, bolig.bruksareal) == (None, None, None)
        assert bolig.antall_soverom == 1


def test_handlingen_i_historikken_peker_paa_den_skjermede_boligen(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    assert vei.siste_hendelse("tilby_bolig")
    assert spor(kontor.program.mappe, HEIM) == []


def test_navngitt_uten_noekkel_venter_til_en_annen_aapner_saken(kontor: Kontor) -> None:
    vei = strengt(kontor, "ola").til("tilbudt")
    assert mottakere(vei) == {"kari": "har", "ola": "venter", "tove": "har"}
    lukket = vei.vis("ola")
    assert lukket.konvolutt is not None
    assert not lukket.konvolutt.er_aapen
    assert "Be en annen" in (lukket.konvolutt.merknad or "")
    assert lukket.bolig is not None
    assert GATE not in lukket.bolig.adresse.paa_en_linje
    assert vei.sperret("trekk_tilbud", "ola", grunn="x") == {"KONVOLUTT"}
    vei.gjoer("noter", "ola", tekst="Ringte søkeren.")
    vei.vis()
    aapen = vei.vis("ola")
    assert aapen.bolig is not None
    assert aapen.bolig.boligid == HEIM


def test_to_saker_deler_ikke_konvolutt(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    annen = kontor.ny_sak(soeknad(soeker=person("Stille", "Fjord", None, "strengt_fortrolig")), "ola")
    with pytest.raises(Ugyldig):
        kontor.program.vis_sak(vei.saksnummer, "ola")
    assert annen.vis("ola").konvolutt is None
    assert vei.vis().soeknad.soeker.foedselsnummer == MILD
    bolig = vei.vis().bolig
    assert bolig is not None
    assert bolig.husleie == HUSLEIE
