"""Reports: right figures, the cases behind them, and nothing that tells who it is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from boligtildeling.casework.views.rapporter.celler import vis_celle
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell, til_deling
from boligtildeling.casework.views.rapporter.register import RAPPORT, RAPPORTFIL, rapportslag
from boligtildeling.domain.feil import Bruksfeil, Ugyldig
from boligtildeling.domain.planer import SaerligeGrunner
from tests.bygg import MILD, MOTTATT, Kontor, Vei, person, soeknad
from tests.casework.boforhold.test_begjaering import ny

AARET = {"fra": date(2026, 1, 1), "til": date(2026, 12, 31)}


def hent(kontor: Kontor, navn: str, som: str = "kari", **valg: Any) -> Rapport:
    return kontor.program.vis(RAPPORT, som, navn=navn, **valg)


def rader(tabell: Tabell) -> dict[Any, tuple[Any, ...]]:
    return {rad.celler[0]: rad.celler[1:] for rad in tabell.rader}


@pytest.mark.parametrize("slag", rapportslag(), ids=lambda slag: slag.navn)
def test_hver_rapport_kan_lages_av_en_tom_mappe_og_har_hel_form(kontor: Kontor, slag: Any) -> None:
    rapport = hent(kontor, slag.navn)
    assert rapport.navn == slag.navn
    for tabell in rapport.tabeller:
        assert all(len(rad.celler) == len(tabell.kolonner) for rad in tabell.rader)


def test_en_rapport_som_ikke_finnes_eller_en_periode_bakfram_sies_det_fra_om(kontor: Kontor) -> None:
    with pytest.raises(Bruksfeil):
        hent(kontor, "horoskop")
    with pytest.raises(Ugyldig):
        hent(kontor, "begjaeringer", fra=date(2026, 2, 1), til=date(2026, 1, 1))


def test_kildens_tabeller_regnes_riktig_ved_siden_av_det_som_er_trykt(kontor: Kontor) -> None:
    gjennomfoering, saksoekere, per_tusen, bostedsloese, land = hent(kontor, "kilden-2005").tabeller
    funnet = {(r.celler[0], r.celler[1]): (r.celler[4], r.celler[5]) for r in gjennomfoering.rader}
    assert funnet[("Oslo", "2003")] == (Decimal("25.5"), "24,5")
    assert funnet[("Oslo", "2004")] == (Decimal("24.5"), "25,5")
    assert funnet[("Bergen", "2003")] == (Decimal("15.1"), "17,4")
    assert funnet[("Bergen", "2004")] == (Decimal("17.4"), "14,4")
    assert funnet[("Kristiansand", "2004")] == (Decimal("45.8"), "45,7")
    assert funnet[("Trondheim", "2003")][0] == Decimal("9.2")
    tusen = rader(per_tusen)
    assert tusen["Tromsø"][1:] == (Decimal("2.35"), "2,48", Decimal("4.5"), "4,5", Decimal("0.9"), "0,8")
    assert [tusen[by][1] for by in ("Oslo", "Bergen", "Trondheim", "Kristiansand")] == [
        Decimal(tall) for tall in ("2.42", "2.98", "2.38", "1.24")
    ]
    assert {m.split(":")[0] for m in saksoekere.merknader} == {"Oslo", "Bergen"}
    assert rader(bostedsloese)["Stavanger"] == (254, 228, Decimal("89.8"))
    assert rader(land)["Sverige"][2] == Decimal("32.8")


def test_begjaeringene_telles_kvartal_for_kvartal_etter_bydel_og_saksoeker(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    ny(kontor, leier=None, saksnummer=vei.saksnummer, saksoeker="kommunal", bydel="Lerkendal")
    ny(kontor, mottatt_dato=date(2026, 9, 30), saksoeker="privat", aarsak="brudd", aktiv_sosialsak=True)
    utenfor = ny(kontor, mottatt_dato=date(2025, 12, 31))
    kontor.gjoer("avgjoer_begjaering", begjaering=utenfor, dato=MOTTATT, utfall="betalt")
    kvartal, bydel, saksoeker, aarsak = hent(kontor, "begjaeringer", **AARET).tabeller
    assert rader(kvartal) == {
        "3. kvartal 2026": (1, 0, Decimal("0.0"), 0, 1),
        "4. kvartal 2026": (1, 0, Decimal("0.0"), 0, 0),
        "Til sammen": (2, 0, Decimal("0.0"), 0, 1),
    }
    assert rader(bydel)["Lerkendal"][0] == 1
    assert rader(saksoeker)["Privat utleier"][0] == 1
    assert rader(aarsak)["Ubetalt husleie"][0] == 1
    assert [rad.saker for rad in bydel.rader if rad.celler[0] == "Lerkendal"] == [(vei.saksnummer,)]


def test_det_du_ikke_kan_se_teller_ikke_og_staar_ikke(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    ny(kontor, leier=None, saksnummer=vei.saksnummer, saksoeker="kommunal")
    assert rader(hent(kontor, "begjaeringer", **AARET).tabeller[0])["Til sammen"][0] == 1
    assert rader(hent(kontor, "begjaeringer", "ola", **AARET).tabeller[0])["Til sammen"][0] == 0
    assert vei.saksnummer not in repr(hent(kontor, "kostra", "ola"))
    assert vei.saksnummer in repr(hent(kontor, "kostra"))


def test_til_deling_er_smaa_tall_og_det_de_kan_regnes_ut_av_borte() -> None:
    kolonner = (Kolonne(navn="Bydel", slag="tekst"), Kolonne(navn="Antall"), Kolonne(navn="Andel", slag="prosent"))
    tabell = Tabell(
        tittel="Etter bydel",
        kolonner=kolonner,
        rader=(
            Rad(celler=("Lerkendal", 3, Decimal("10.0")), saker=("2026-0001",)),
            Rad(celler=("Heimdal", 9, Decimal("30.0"))),
            Rad(celler=("Midtbyen", 18, Decimal("60.0"))),
            Rad(celler=("Til sammen", 30, Decimal("100.0")), er_sum=True),
        ),
    )
    (delt,) = til_deling(Rapport(navn="x", tittel="X", tabeller=(tabell,), laget=MOTTATT)).tabeller
    assert [vis_celle(delt, i, 1) for i in range(4)] == ["færre enn 5", "færre enn 5", "18", "30"]
    assert [vis_celle(delt, i, 2) for i in range(4)] == [
        "–",
        "–",
        "60,0\N{NO-BREAK SPACE}%",
        "100,0\N{NO-BREAK SPACE}%",
    ]
    assert all(rad.saker == () for rad in delt.rader)


def test_ventetiden_er_dager_fra_soeknad_til_vedtak_og_fra_vedtak_til_noekkel(paa: Any) -> None:
    vei: Vei = paa("utlevert")
    (tabell,) = hent(vei.kontor, "ventetid", **AARET).tabeller
    vedtak, bolig = tabell.rader
    sak = vei.vis()
    assert sak.vedtak is not None
    assert sak.vedtak.sendt_dato is not None
    assert vedtak.celler[1:3] == (1, Decimal((sak.vedtak.sendt_dato - MOTTATT).days))
    assert bolig.celler[1] == 1
    assert vedtak.saker == bolig.saker == (vei.saksnummer,)
    assert vedtak.celler[4:] == (None, None)
    dager = int(vedtak.celler[2])
    for maal, innen in ((dager, "100.0"), (dager - 1, "0.0")):
        vei.kontor.gjoer("sett_innstilling", "tove", navn="maal_dager_vedtak", verdi=str(maal))
        (tabell,) = hent(vei.kontor, "ventetid", **AARET).tabeller
        assert tabell.rader[0].celler[4:] == (maal, Decimal(innen))


def test_korte_kontrakter_telles_etter_grunnen_som_er_gitt(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    vei.til("kontrakt", maaneder=12, saerlige_grunner=SaerligeGrunner(kategori="under_utredning", grunn="Utredes nå."))
    (tabell,) = hent(kontor, "korte-kontrakter", **AARET).tabeller
    assert rader(tabell)["Behovet er under utredning"] == (1, Decimal("100.0"))
    assert tabell.rader[0].saker == (vei.saksnummer,)


def test_unntak_og_avvik_telles(paa: Any) -> None:
    vei: Vei = paa("takket_ja")
    vei.gjoer("gi_unntak", "tove", sjekkpunkt="KTR-1", grunn="Avtalen signeres ved innflytting.")
    vei.gjoer("etterregistrer_avvik", "tove", grunn="Ringt fra legevakt.", hva="annet")
    unntak, avvik = hent(vei.kontor, "unntak", **AARET).tabeller
    assert rader(unntak)["KTR-1"] == (1,)
    assert rader(avvik)["Annet avvik"] == (1,)


def test_ledige_boliger_har_dager_og_tapt_husleie(kontor: Kontor) -> None:
    kontor.ur.sett(date(2026, 11, 11))
    (tabell,) = hent(kontor, "ledige-boliger").tabeller
    funnet = rader(tabell)
    assert funnet["B-1"][2] == 10
    assert str(funnet["B-1"][4]).replace("\N{NO-BREAK SPACE}", " ") == "3 066,67 kr"
    assert "B-3" not in funnet
    assert "B-4" not in funnet


def test_kostra_teller_nye_soekere_og_innflyttede_hver_for_seg(paa: Any) -> None:
    vei: Vei = paa("utlevert")
    rapport = hent(vei.kontor, "kostra", til=date(2026, 12, 31))
    antall = {rad.celler[0]: rad.celler[1] for tabell in rapport.tabeller for rad in tabell.rader}
    assert antall["Kommunalt disponerte boliger i alt"] == 4
    assert antall["Søknader fra nye søkere"] == 1
    assert antall["Nyinnflyttede husstander i alt"] == 1
    assert antall["Nye husstander med vedtak som venter på bolig"] == 0
    i_fjor = hent(vei.kontor, "kostra", fra=date(2025, 1, 1), til=date(2025, 12, 31))
    assert {r.celler[1] for t in i_fjor.tabeller[1:4] for r in t.rader} == {0}


def test_regnearket_leses_av_et_norsk_regneark_og_har_ingen_formler(kontor: Kontor) -> None:
    fil = kontor.program.vis(RAPPORTFIL, "kari", navn="kilden-2005", form="csv")
    tekst = fil.decode("utf-8-sig")
    assert "Oslo;2003;5929;1511;25,5;24,5" in tekst
    assert not [linje for linje in tekst.splitlines() if linje[:1] in {"=", "+", "-", "@"}]
