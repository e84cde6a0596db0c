"""From an unpaid rent to debt collection and eviction: the only road, and everything that stops it on the way."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.casework.views.boforhold.begjaeringer import BEGJAERINGER
from boligtildeling.casework.views.boforhold.moeter import MOETER
from boligtildeling.domain.boforhold.moete import Deltaker
from boligtildeling.domain.penger import Kroner
from tests.bygg import HUSLEIE, Kontor, Paa
from tests.casework.boforhold.kontorfiler import FEBRUAR, Leie
from tests.casework.test_dokumenter import virkelig
from tests.documents.papir import les
from tests.filer import Innbetaling, rad

__all__ = ["virkelig"]

FORVALTER = Deltaker(navn="Mild Dal", enhet="boligforvalter")
NAV = Deltaker(navn="Klar Sti", enhet="sosialtjenesten")
MOETE: dict[str, Any] = {
    "serie": "Samarbeidsmøte sør",
    "dato": date(2027, 2, 22),
    "klokkeslett": "09.30",
    "sted": "Rådhuset",
    "deltakere": (FORVALTER, NAV),
}
REFERAT: dict[str, Any] = {
    "leiers_syn": "Leieren ønsker å bli boende.",
    "droefting": "Alle virkemidler er prøvd.",
    "konklusjon": "ferdigbehandlet",
}


@pytest.fixture
def skyldner(leie: Leie) -> Leie:
    """The tenant owes the rent of January, and the check of address protection is fresh."""
    leie.liste()
    leie.vei.svar("SOE-1")
    return leie


def den(leie: Leie, dag: date) -> None:
    """It is that day, and address protection is checked."""
    leie.kontor.ur.sett(dag)
    leie.vei.svar("SOE-1")


def droeft(leie: Leie, dag: date, **felt: Any) -> None:
    moete = leie.kontor.gjoer("innkall_moete", **(MOETE | {"dato": dag, "saker": (leie.vei.saksnummer,)}))["moete"]
    leie.kontor.ur.sett(max(dag, leie.kontor.ur.i_dag))
    leie.vei.gjoer("foer_referat", moete=moete, **(REFERAT | felt))


def test_hele_veien_til_inkasso(skyldner: Leie) -> None:
    vei = skyldner.vei
    assert vei.sperret("oversend_inkasso", mottaker="Inkassobyrået") == {"MOETE", "VARSEL"}
    assert vei.gjoer("send_varsel", slag="purring")["gebyr"] == Kroner.null()
    (sperre,) = vei.sperrer("send_varsel", slag="purring", med_gebyr=True)
    assert sperre.grunn == "Gebyr kan tidligst tas 3. februar 2027, 14 dager etter forfall, og høyst to ganger."
    den(skyldner, date(2027, 2, 4))
    svar = vei.gjoer("send_varsel", slag="inkassovarsel", frist=date(2027, 2, 18), med_gebyr=True)
    assert (svar["gebyr"], svar["lovlig_fra"]) == (Kroner.fra(38), date(2027, 2, 19))
    droeft(skyldner, date(2027, 2, 10))
    assert vei.sperret("oversend_inkasso", mottaker="Inkassobyrået") == {"FRIST"}
    skyldner.kontor.ur.sett(date(2027, 2, 19))
    assert vei.ugyldig("oversend_inkasso", mottaker="Inkassobyrået", beloep=HUSLEIE * 2) == {"/beloep"}
    assert vei.gjoer("oversend_inkasso", mottaker="Inkassobyrået")["beloep"] == HUSLEIE
    oppfoelging = skyldner.oppfoelging()
    assert oppfoelging.oversendelser[0].mottaker == "Inkassobyrået"
    assert {d.kode for d in oppfoelging.kalender if d.gjort} == {"purring", "inkassovarsel", "moete", "inkasso"}


def test_hele_veien_til_namsmannen_for_leie_som_ikke_er_betalt(skyldner: Leie) -> None:
    vei = skyldner.vei
    assert vei.sperret("send_begjaering", grunnlag="a") == {"MOETE", "VARSEL"}
    droeft(skyldner, FEBRUAR)
    svar = vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")
    assert svar["lovlig_fra"] == date(2027, 2, 16)
    vei.gjoer("send_varsel", slag="varsel_9_11", leier_varslet_dato=FEBRUAR)
    assert {s.grunn for s in vei.sperrer("send_begjaering", grunnlag="a")} == {
        "De to ukene i varselet om fravikelse er ikke ute. Begjæringen kan tidligst sendes 16. februar 2027.",
        "Det er ikke gått to uker siden sosialtjenesten fikk varsel. Begjæringen kan tidligst sendes 16. februar 2027.",
    }
    skyldner.kontor.ur.sett(date(2027, 2, 16))
    assert vei.gjoer("send_begjaering", grunnlag="a")["mottaker"] == "namsmannen"
    (i_koeen,) = skyldner.kontor.program.vis(BEGJAERINGER, "kari")
    assert (i_koeen.saksnummer, i_koeen.saksoeker, i_koeen.aarsak) == (vei.saksnummer, "kommunal", "restanse")


def test_betaling_stanser_veien_til_namsmannen(skyldner: Leie) -> None:
    droeft(skyldner, FEBRUAR)
    skyldner.vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")
    skyldner.vei.gjoer("send_varsel", slag="varsel_9_11", leier_varslet_dato=FEBRUAR)
    skyldner.kontor.ur.sett(date(2027, 2, 16))
    skyldner.bankfil(Innbetaling(skyldner.kid, dato=date(2027, 2, 15)))
    assert skyldner.vei.sperret("send_begjaering", grunnlag="a") == {"RESTANSE"}


def test_en_avtale_som_holdes_sperrer_begge_porter(skyldner: Leie) -> None:
    skyldner.vei.gjoer(
        "inngaa_nedbetalingsavtale",
        beloep=HUSLEIE,
        per_maaned=Kroner.fra(2000),
        foerste_forfall=date(2027, 3, 22),
        signert_dato=FEBRUAR,
        livsopphold_er_kontrollert=True,
        raadgivning_er_tilbudt=True,
        erkjennelse_er_forklart=True,
    )
    port = skyldner.vei.vis().port_i
    assert "AVTALE" in {s.kode for s in port["inkasso"]}
    assert "AVTALE" in {s.kode for s in port["a"]}


def test_en_sak_paa_vent_sperrer(skyldner: Leie) -> None:
    skyldner.vei.gjoer("sett_paa_vent", grunn="Venter på sosialhjelp.", til_dato=date(2027, 3, 1))
    assert "VENT" in skyldner.vei.sperret("oversend_inkasso", mottaker="Inkassobyrået")
    skyldner.vei.gjoer("ta_opp_igjen")
    assert "VENT" not in skyldner.vei.sperret("oversend_inkasso", mottaker="Inkassobyrået")


@pytest.mark.parametrize(
    ("felt", "koder"),
    [
        ({"slag": "inkassovarsel", "frist": date(2027, 2, 14)}, {"FRIST"}),
        ({"slag": "varsel_4_18", "gjelder": "b"}, {"FRIST"}),
        ({"slag": "varsel_9_11"}, {"VARSEL"}),
    ],
)
def test_et_varsel_som_ikke_holder_sendes_ikke(skyldner: Leie, felt: dict[str, Any], koder: set[str]) -> None:
    assert skyldner.vei.sperret("send_varsel", **felt) == koder


@pytest.mark.parametrize(
    ("felt", "pekere"),
    [
        ({"slag": "inkassovarsel"}, {"/frist"}),
        ({"slag": "varsel_4_18"}, {"/gjelder"}),
        ({"slag": "purring", "maate": "muntlig"}, {"/maate"}),
        ({"slag": "varsel_9_11", "med_gebyr": True}, {"/med_gebyr"}),
    ],
)
def test_et_varsel_som_mangler_noe_er_ugyldig(skyldner: Leie, felt: dict[str, Any], pekere: set[str]) -> None:
    assert skyldner.vei.ugyldig("send_varsel", **felt) == pekere


def test_gammel_kontroll_av_adressebeskyttelse_stanser_varselet(skyldner: Leie) -> None:
    skyldner.kontor.ur.sett(FEBRUAR + timedelta(days=8))
    assert skyldner.vei.sperret("send_varsel", slag="purring") == {"SOE-1"}


def test_uten_restanse_er_det_ingenting_aa_purre(leie: Leie) -> None:
    leie.vei.svar("SOE-1")
    assert leie.vei.sperret("send_varsel", slag="purring") == {"RESTANSE"}


def test_sakene_som_venter_fyller_dagsordenen(skyldner: Leie) -> None:
    oversikt = skyldner.kontor.program.vis(MOETER, "kari")
    assert oversikt.venter == ()
    assert skyldner.kontor.sperret("innkall_moete", **MOETE) == {"MOETE"}
    skyldner.kontor.ur.sett(date(2027, 2, 18))
    (venter,) = skyldner.kontor.program.vis(MOETER, "kari").venter
    assert (venter.saksnummer, venter.restanse, venter.siden) == (skyldner.vei.saksnummer, HUSLEIE, date(2027, 2, 18))
    assert skyldner.kontor.gjoer("innkall_moete", **MOETE)["saker"] == [skyldner.vei.saksnummer]
    oversikt = skyldner.kontor.program.vis(MOETER, "kari")
    assert oversikt.venter == ()
    assert oversikt.moeter[0].saker[0].soeker == "Rolig Fjord"


def test_den_som_har_reservert_seg_droeftes_uten_sosialtjenesten(skyldner: Leie) -> None:
    skyldner.vei.gjoer("registrer_reservasjon", dato=FEBRUAR)
    felt = {"slag": "varsel_9_11", "leier_varslet_dato": FEBRUAR}
    assert skyldner.vei.sperret("send_varsel", **felt) == {"RESERVERT"}
    moete = skyldner.kontor.gjoer("innkall_moete", **(MOETE | {"dato": FEBRUAR, "saker": (skyldner.vei.saksnummer,)}))
    assert skyldner.vei.sperret("foer_referat", moete=moete["moete"], **REFERAT) == {"RESERVERT"}
    droeft_uten = MOETE | {
        "dato": FEBRUAR,
        "saker": (skyldner.vei.saksnummer,),
        "deltakere": (FORVALTER, Deltaker(navn="Stille Elv", enhet="oekonomiraadgiver")),
    }
    moete = skyldner.kontor.gjoer("innkall_moete", **droeft_uten)
    skyldner.vei.gjoer("foer_referat", moete=moete["moete"], **REFERAT)
    assert skyldner.oppfoelging().moeter[0].uten_sosialtjenesten


def test_referatet_blir_til_oppgaver_og_foeres_en_gang(skyldner: Leie) -> None:
    vei = skyldner.vei
    moete = skyldner.kontor.gjoer("innkall_moete", **(MOETE | {"saker": (vei.saksnummer,)}))["moete"]
    assert vei.sperret("foer_referat", moete=moete, **REFERAT) == {"STEG"}
    skyldner.kontor.ur.sett(date(2027, 2, 22))
    mer = REFERAT | {"konklusjon": "proev_mer"}
    assert vei.ugyldig("foer_referat", moete=moete, **mer) == {"/oppgave"}
    assert vei.ugyldig("foer_referat", moete=moete, **mer, oppgave="Ring leieren") == {"/frist"}
    vei.gjoer("foer_referat", moete=moete, **mer, oppgave="Ring leieren", ansvarlig="ola", frist=date(2027, 3, 1))
    oppgave = next(o for o in vei.vis().oppgaver if o.tekst == "Ring leieren")
    assert (oppgave.ansvarlig, oppgave.frist) == ("ola", date(2027, 3, 1))
    assert vei.sperret("foer_referat", moete=moete, **REFERAT) == {"ALLEREDE"}
    assert "MOETE" in vei.sperret("oversend_inkasso", mottaker="Inkassobyrået")


def test_en_ny_konklusjon_tar_over_for_den_forrige(skyldner: Leie) -> None:
    droeft(skyldner, FEBRUAR)
    assert "MOETE" not in skyldner.vei.sperret("send_begjaering", grunnlag="a")
    droeft(skyldner, date(2027, 2, 8), konklusjon="proev_mer", oppgave="Prøv kurs", frist=date(2027, 3, 1))
    assert "MOETE" in skyldner.vei.sperret("send_begjaering", grunnlag="a")


def test_et_moete_uten_deltakere_eller_med_en_sak_som_ikke_finnes_er_ugyldig(skyldner: Leie) -> None:
    assert skyldner.kontor.ugyldig("innkall_moete", **(MOETE | {"deltakere": ()})) == {"/deltakere"}
    assert skyldner.kontor.ugyldig("innkall_moete", **(MOETE | {"saker": ("2026-0099",)})) == {"/saker/0"}
    to_ganger = (skyldner.vei.saksnummer, skyldner.vei.saksnummer)
    assert skyldner.kontor.ugyldig("innkall_moete", **(MOETE | {"saker": to_ganger})) == {"/saker/1"}
    assert skyldner.vei.ugyldig("foer_referat", moete=99, **REFERAT) == {"/moete"}


def test_en_sak_uten_leieforhold_kan_ikke_staa_paa_dagsordenen(paa: Paa) -> None:
    vei = paa("betalt")
    assert vei.kontor.sperret("innkall_moete", **(MOETE | {"saker": (vei.saksnummer,)})) == {"STEG"}


def test_utloept_leietid_gaar_til_namsmannen_naar_varselet_er_ute(leie: Leie) -> None:
    utloep = date(2029, 11, 30)
    den(leie, utloep)
    leie.vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="b")
    assert leie.vei.sperret("send_begjaering", grunnlag="b") == {"MOETE", "FRIST", "UTLOEP"}
    droeft(leie, date(2029, 12, 3))
    leie.kontor.ur.sett(date(2029, 12, 15))
    assert leie.vei.gjoer("send_begjaering", grunnlag="b")["mottaker"] == "namsmannen"


def test_varsler_begjaering_og_referat_er_papirer_i_saken(virkelig: Kontor, tmp_path: Path) -> None:
    vei = virkelig.ny_sak().til("utlevert")
    kontor = Kontor(virkelig.program.med_filer(tmp_path), virkelig.ur, virkelig.dokumenter)
    leie = Leie(kontor.vei(vei.saksnummer), tmp_path)
    leie.liste()
    den(leie, FEBRUAR)
    leie.vei.gjoer("send_varsel", slag="purring")
    leie.vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")
    leie.vei.gjoer("send_varsel", slag="varsel_9_11", leier_varslet_dato=FEBRUAR)
    den(leie, date(2027, 2, 4))
    leie.vei.gjoer("send_varsel", slag="inkassovarsel", frist=date(2027, 2, 18), med_gebyr=True)
    droeft(leie, date(2027, 2, 10))
    leie.kontor.ur.sett(date(2027, 2, 16))
    nummer = leie.vei.gjoer("send_begjaering", grunnlag="a")["dokument"]
    laget = [d.navn for d in leie.vei.vis().dokumenter][-6:]
    assert laget == ["purring", "varsel-4-18", "varsel-9-11", "inkassovarsel", "referat", "begjaering"]
    begjaering = les(leie.kontor.program.hent_dokument(vei.saksnummer, nummer, "kari")).pages[0].extract_text()
    assert "Rolig Fjord" in begjaering
    purring = les(leie.kontor.program.skriv_ut("inkassovarsel", vei.saksnummer, "kari")).pages[0].extract_text()
    assert "38,00" in purring


def test_et_utloept_leieforhold_varsles_paa_papir(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak().til("utlevert")
    den(Leie(vei, virkelig.program.mappe), date(2029, 11, 30))
    nummer = vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="b")["dokument"]
    assert virkelig.program.hent_dokument(vei.saksnummer, nummer, "kari").startswith(b"%PDF")


def test_paa_selve_forfallsdagen_kan_leieren_varsles_om_fravikelse_paa_papir(virkelig: Kontor, tmp_path: Path) -> None:
    vei = virkelig.ny_sak().til("utlevert")
    kontor = Kontor(virkelig.program.med_filer(tmp_path), virkelig.ur, virkelig.dokumenter)
    leie = Leie(kontor.vei(vei.saksnummer), tmp_path)
    forfall = date(2027, 2, 22)
    leie.liste(forfall, rad(leie.kid, forfall="22.02.2027"))
    den(leie, forfall)
    nummer = leie.vei.gjoer("send_varsel", slag="varsel_4_18", gjelder="a")["dokument"]
    varsel = les(leie.kontor.program.hent_dokument(vei.saksnummer, nummer, "kari"))
    assert "200,00" in " ".join(side.extract_text() for side in varsel.pages)
