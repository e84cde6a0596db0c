"""A dwelling is promised to one at a time, whatever is undone, annulled or answered late."""

from datetime import date

from boligtildeling.domain.vedtak import DELER
from tests.bygg import HUSLEIE, STERK, Kontor, Paa, Vei, boligdata, person, soeknad, vedtaksutkast


def innvilget_i_dag(kontor: Kontor) -> Vei:
    """Another applicant, who is granted a dwelling today."""
    vei = kontor.ny_sak(soeknad(soeker=person("Sterk", "Bjørk", STERK)))
    vei.planlegg()
    vei.svar_alt("V")
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)
    vei.gjoer("send_vedtak", maate="post", dato=kontor.ur.i_dag)
    return vei


def test_et_ja_gjelder_ogsaa_etter_at_kontrakten_er_annullert(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.gjoer("annuller_kontrakt", grunn="Feil dato.")
    annen = innvilget_i_dag(vei.kontor)
    assert annen.sperret("tilby_bolig", boligid="B-1", frist=date(2026, 12, 1)) == {"BOLIG"}
    vei.gjoer("skriv_kontrakt", fra_dato=date(2026, 12, 1), husleie=HUSLEIE)


def test_et_nei_kan_ikke_angres_naar_boligen_er_lovet_til_en_annen(paa: Paa) -> None:
    vei = paa("tilbudt")
    nei = vei.gjoer("svar_paa_tilbud", svar="nei", dato=vei.kontor.ur.i_dag)["hendelse"]
    innvilget_i_dag(vei.kontor).gjoer("tilby_bolig", boligid="B-1", frist=date(2026, 12, 1))
    assert vei.sperret("angre", hendelse=nei, grunn="Ombestemte seg.") == {"BOLIG"}


def test_et_nei_kan_ikke_angres_naar_soeker_har_faatt_et_nytt_tilbud(paa: Paa) -> None:
    vei = paa("tilbudt")
    nei = vei.gjoer("svar_paa_tilbud", svar="nei", dato=vei.kontor.ur.i_dag)["hendelse"]
    vei.gjoer("tilby_bolig", boligid="B-2", frist=date(2026, 12, 1))
    vei.sperrer("angre", hendelse=nei, grunn="Ombestemte seg.")
    assert [t.boligid for t in vei.vis().tilbud if t.gjelder] == ["B-2"]


def test_den_som_har_takket_ja_kan_ikke_takke_ja_til_et_eldre_tilbud_ogsaa(paa: Paa) -> None:
    vei = paa("tilbudt")
    vei.kontor.ur.sett(date(2026, 11, 27))
    vei.svar("SOE-1")
    vei.gjoer("tilby_bolig", boligid="B-2", frist=date(2026, 12, 11))
    vei.gjoer("svar_paa_tilbud", svar="ja", dato=date(2026, 11, 27))
    vei.sperrer("svar_paa_tilbud", svar="ja", dato=date(2026, 11, 26))
    assert [t.boligid for t in vei.vis().tilbud if t.status == "ja"] == ["B-2"]


def test_avslutningen_kan_ikke_angres_naar_boligen_er_lovet_til_en_annen(paa: Paa) -> None:
    vei = paa("utlevert")
    slutt = vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")["hendelse"]
    innvilget_i_dag(vei.kontor).gjoer("tilby_bolig", boligid="B-1", frist=date(2026, 12, 11))
    assert vei.sperret("angre", hendelse=slutt, grunn="Kom tilbake.") == {"BOLIG"}


def test_en_sak_med_kontrakt_som_staar_avsluttes_ikke_saa_boligen_blir_hengende(paa: Paa) -> None:
    """Either the closing is refused until the lease is annulled, or the dwelling is free afterwards."""
    vei = paa("kontrakt")
    vei.sperrer("trekk_soeknad", grunn="Fant noe selv.")
    vei.gjoer("annuller_kontrakt", grunn="Søker trakk seg.")
    vei.gjoer("trekk_soeknad", grunn="Fant noe selv.")
    innvilget_i_dag(vei.kontor).gjoer("tilby_bolig", boligid="B-1", frist=date(2026, 12, 1))


def test_kontrakten_signeres_ikke_naar_boligen_blir_ledig_foerst_etter_leiestart(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.kontor.gjoer("endre_bolig", bolig=boligdata("B-1", ledig_fra=date(2027, 1, 15)))
    assert vei.sperret("signer_kontrakt", part="leier", dato=vei.kontor.ur.i_dag) == {"BOLIG"} == vei.port("K")


def test_naar_leieren_har_flyttet_staar_boligen_i_listen_over_ledige(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")
    assert "B-1" in [b.boligid for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True)]
