"""The lease is with those who applied: nobody else gets in, nobody is left out, and each is known again."""

from datetime import date

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.penger import Kroner
from tests.bygg import ADRESSE, STERK, STILLE, Kontor, Paa, person, soeknad


def test_soekeren_byttes_ikke_ut_naar_kontrakten_er_skrevet(paa: Paa) -> None:
    vei = paa("signert")
    fremmed = soeknad(soeker=person("Fremmed", "Mann", STERK))
    assert vei.sperret("rett_soeknad", soeknad=fremmed) == {"STEG"}
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person("Rolig", "Fjordvik")))


def test_en_medsoeker_kommer_ikke_til_mellom_skriving_og_signering(paa: Paa) -> None:
    vei = paa("kontrakt")
    to = soeknad(medsoeker=person("Stille", "Fjord", STILLE))
    assert vei.sperret("rett_soeknad", soeknad=to) == {"STEG"}
    vei.gjoer("annuller_kontrakt", grunn="De er to.")
    vei.gjoer("rett_soeknad", soeknad=to)
    vei.gjoer("skriv_kontrakt", fra_dato=date(2026, 12, 1), husleie=Kroner.fra(9200))
    kontrakt = vei.vis().kontrakt
    assert kontrakt is not None
    assert kontrakt.mangler_signatur == ("leier", "medleier", "utleier")


def test_svar_om_en_bolig_foelger_ikke_med_til_en_annen(paa: Paa) -> None:
    vei = paa("noekkelklar")
    vei.gjoer("annuller_kontrakt", grunn="Vannskade.")
    vei.gjoer("trekk_tilbud", grunn="Vannskade.")
    vei.svar("SOE-1")
    vei.gjoer("tilby_bolig", boligid="B-2", frist=vei.kontor.ur.i_dag)
    vei.gjoer("svar_paa_tilbud", svar="ja", dato=vei.kontor.ur.i_dag)
    assert {"NOE-5", "NOE-6", "NOE-7"} <= vei.port("N")
    assert "KTR-3" in vei.port("K")


def test_det_som_var_utsatt_gjelder_ikke_naar_kontrakten_er_annullert(paa: Paa) -> None:
    vei = paa("betalt")
    i_dag = vei.kontor.ur.sett(date(2026, 12, 1)) or vei.kontor.ur.i_dag
    vei.svar("NOE-5", "utsatt", merknad="I morgen.", frist=i_dag, ansvarlig="Vaktmester")
    vei.gjoer("annuller_kontrakt", grunn="Feil dato.")
    assert "NOE-5" in vei.port("N")


def test_en_som_var_medleier_kjennes_igjen_naar_hun_soeker_selv(kontor: Kontor) -> None:
    kontor.ny_sak(soeknad(medsoeker=person("Stille", "Fjord", STILLE)))
    utfall = kontor.gjoer("registrer_soeknad", soeknad=soeknad(soeker=person("Stille", "Fjord", STILLE)))
    assert "2026-0001" in " ".join(utfall["advarsler"])


def test_to_med_samme_navn_og_uten_nummer_er_to_personer(kontor: Kontor) -> None:
    navnloes = soeknad(soeker=person("Rolig", "Fjord", None))
    kontor.gjoer("registrer_soeknad", soeknad=navnloes)
    assert "advarsler" not in kontor.gjoer("registrer_soeknad", soeknad=navnloes)


def test_historikken_har_aldri_soekerens_adresse(kontor: Kontor) -> None:
    """Strengt fortrolig may be found out later; what never changes must not hold where someone lives."""
    vei = kontor.ny_sak()
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(beskyttelse="strengt_fortrolig")))
    with kontor.program._database.les() as session:
        linjer = [h.data for h in session.query(Hendelse)]
    assert linjer
    assert ADRESSE.linje not in str(linjer)


def test_en_reversering_etter_at_saken_er_avsluttet_blir_restanse(paa: Paa) -> None:
    vei = paa("utlevert")
    betaling = vei.vis().kontrakt.betalinger[0]  # type: ignore[union-attr]
    vei.gjoer("avslutt_sak", utfall="innflyttet", grunn="Innflyttet.")
    vei.gjoer(
        "registrer_betaling",
        beloep=betaling.beloep,
        dato=vei.kontor.ur.i_dag,
        kilde="bankfil",
        reverserer=betaling.id,
    )
    assert vei.vis().boforhold_restanse == betaling.beloep


def test_en_innflyttet_sak_kan_ikke_kalles_trukket(paa: Paa) -> None:
    vei = paa("utlevert")
    assert vei.sperret("avslutt_sak", utfall="trukket", grunn="Feil.") == {"STEG"}


def test_boligen_skal_vaere_tildelt_innen_en_maaned_etter_vedtaket(paa: Paa) -> None:
    sendt = paa("sendt")
    vedtak = sendt.vis().vedtak
    assert vedtak is not None
    assert vedtak.sendt_dato == date(2026, 11, 10)
    assert sendt.vis().frister["tildeling"] == date(2026, 12, 10)
    assert "tildeling" not in paa("takket_ja").vis().frister


def test_et_soek_uten_bokstav_eller_tall_finner_ingenting(kontor: Kontor) -> None:
    kontor.ny_sak()
    assert kontor.program.antall_saker("kari", Saksutvalg(sok="%")) == 0
    assert kontor.program.antall_saker("kari", Saksutvalg(sok="  ")) == 1
