"""The twenty faults that letters and decisions often have: each is impossible to make, or stopped before it is sent."""

import json
import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.kontrakt import SkrivKontrakt
from boligtildeling.casework.views.dokumentslag import DOKUMENTER, filnavn
from boligtildeling.cli.filer import skriv_fil
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.domain.husleie import foerste_husleie
from boligtildeling.domain.planer import SaerligeGrunner
from boligtildeling.domain.soeknad import Adresse, Behov, Fullmektig
from boligtildeling.domain.vedtak import BoligsosialDel
from boligtildeling.exchange.kommando import UgyldigKommando, les_kommando
from tests.bygg import (
    HUSLEIE,
    MILD,
    MOTTATT,
    ROLIG,
    Kontor,
    Vei,
    barn,
    husleiegjeld,
    person,
    soeknad,
    vedtaksutkast,
    vilkaar,
)
from tests.casework.test_dokumenter import virkelig
from tests.documents.papir import les
from tests.unit.test_ressurser import brevtekster

__all__ = ["virkelig"]

TOLV_MAANEDER = {"maaneder": 12, "type": "tidsbestemt", "begrunnelse": "Trenger stabilitet."}
GRUNN = SaerligeGrunner(kategori="midlertidig_behov", grunn="Du får omsorgsbolig høsten 2027.")
VERGE = Fullmektig(navn="Trygg Hånd", rolle="verge", adresse=Adresse("Vergevegen 9", "7032", "TRONDHEIM"))


def papir(vei: Vei, navn: str) -> str:
    """The whole text of a paper of the case, in one line."""
    sider = les(vei.kontor.program.skriv_ut(navn, vei.saksnummer, "kari")).pages
    return " ".join(" ".join(side.extract_text() for side in sider).split())


def egen_tekst(kontor: Kontor, brev: str, noekkel: str, tekst: str) -> None:
    """A text of the kommune's own, laid over ours."""
    mappe = kontor.program.mappe / "tekster"
    mappe.mkdir(exist_ok=True)
    (mappe / f"{brev}.nb.toml").write_text(f"[tekst]\n{noekkel} = {json.dumps(tekst)}\n", encoding="utf-8")


def kan_ikke_avtales(kontor: Kontor, noekkel: str, tekst: str, boligid: str = "B-1") -> None:
    """With this text the lease is not written."""
    kontor.ur.sett(MOTTATT)
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD), behov=Behov()))
    vei.boligid = boligid
    vei.til("kontraktsklar")
    egen_tekst(kontor, "leieavtale", noekkel, tekst)
    assert vei.sperret("skriv_kontrakt", fra_dato=vei.fra_dato, husleie=HUSLEIE) == {"STEG"}


def skriver(kontor: Kontor, **utkast: object) -> set[str]:
    """What stands against sending the draft on to the one who approves it."""
    vei = kontor.ny_sak()
    vei.gjoer("skriv_vedtak", **vedtaksutkast(**utkast))
    return vei.sperret("send_til_godkjenning")


def test_feil_1_statsforvalteren_for_alt_eller_nav_for_bolig_som_klageinstans(virkelig: Kontor) -> None:
    for klageinstans, verdi in (("klageinstans_b", "Statsforvalteren i Trøndelag"), ("klageinstans_b", "Nav")):
        assert virkelig.ugyldig("sett_innstilling", "it", navn=klageinstans, verdi=verdi) == {"/verdi"}
    assert virkelig.ugyldig("sett_innstilling", "it", navn="klageinstans_a", verdi="Nav klageinstans") == {"/verdi"}
    brev = papir(virkelig.ny_sak().til("sendt"), "vedtak")
    assert re.search(r"Del A: Vi ser.{0,80}avgjør Statsforvalteren i Trøndelag klagen", brev)
    assert re.search(r"Del B: Vi ser.{0,80}avgjør kommunens klagenemnd", brev)


@pytest.mark.parametrize("del_a", [BoligsosialDel(), BoligsosialDel(konklusjon="vanskeligstilt", bistand="")])
def test_feil_2_vedtaket_bare_om_bolig(kontor: Kontor, del_a: BoligsosialDel) -> None:
    assert "VED-3" in skriver(kontor, boligsosial=del_a)


def test_feil_3_kort_kontrakt_paa_rutine_eller_en_gang_til(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    vei.gjoer("velg_kontraktstype", **TOLV_MAANEDER)
    assert "KON-2" in vei.port("V")
    vei.gjoer("velg_kontraktstype", saerlige_grunner=GRUNN, **TOLV_MAANEDER)
    assert "KON-2" not in vei.port("V")
    vei.til("utlevert", maaneder=12, saerlige_grunner=GRUNN)
    assert GRUNN.grunn in papir(vei, "leieavtale")
    igjen = virkelig.ny_sak(soeknad(soeknadstype="forlengelse", mottatt_dato=virkelig.ur.i_dag))
    igjen.gjoer("velg_kontraktstype", saerlige_grunner=GRUNN, **TOLV_MAANEDER)
    assert "KON-5" in igjen.port("V")


@pytest.mark.parametrize(
    ("klausul", "tekst"),
    [
        ("klausul_vanskeligstilte", "Avtalen gjelder en bolig."),
        ("klausul_unntak", "Du kan ikke ta opp andre i husstanden."),
        ("klausul_oppsigelse", "Avtalen gjelder ut leietiden."),
    ],
)
def test_feil_4_leieavtale_uten_teksten_loven_krever(virkelig: Kontor, klausul: str, tekst: str) -> None:
    kan_ikke_avtales(virkelig, klausul, tekst)


def test_feil_5_gebyr_for_noekkel_eller_mer_enn_en_maaned_paa_forskudd(virkelig: Kontor) -> None:
    assert {f.name for f in fields(SkrivKontrakt) if "beloep" in f.name or "gebyr" in f.name} == set()
    assert all(foerste_husleie(HUSLEIE, date(2026, m, d)) <= HUSLEIE for m in range(1, 13) for d in (1, 15, 28))
    vei = virkelig.ny_sak().til("kontrakt")
    egen_tekst(virkelig, "leieavtale", "leie_forskudd", "Utleier krever nøkkelgebyr, men ikke mer enn én måned.")
    _, (advarsel,) = virkelig.program.lag_papir("leieavtale", vei.saksnummer, "kari")
    assert "leie_forskudd" in advarsel
    assert "gebyr" not in papir(vei, "leieavtale")


@pytest.mark.parametrize("krav", ["Du betaler med AvtaleGiro.", "Husleien trekkes av trygden.", "Du samtykker."])
def test_feil_6_avtalegiro_eller_trekk_som_vilkaar(kontor: Kontor, krav: str) -> None:
    assert "VED-2" in skriver(kontor, vilkaar=(vilkaar("V1", tekst=krav),))
    assert "VED-2" not in skriver(kontor, vilkaar=(vilkaar("V1"),))


@pytest.mark.parametrize("felt", ["samtykke", "samtykker", "samtykke_til_alt"])
def test_feil_7_samtykke_til_alt_i_soeknaden(felt: str) -> None:
    with pytest.raises(UgyldigKommando) as nektet:
        les_kommando(
            HANDLINGER["registrer_soeknad"].kommando,
            json.dumps({"soeknad": {felt: True}}).encode(),
            date(2026, 11, 2),
        )
    assert f"/soeknad/{felt}" in {f.peker for f in nektet.value.feil}
    ark = [navn for navn in DOKUMENTER if navn.startswith("samtykke-")]
    assert ark == ["samtykke-sosialhjelp", "samtykke-bostoette", "samtykke-deling"]


def test_feil_8_frist_regnet_fra_brevets_dato(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak().til("sendt")
    brev = papir(vei, "vedtak")
    assert "tre uker fra du fikk dette brevet" in brev
    sendt = vei.vis().vedtak.sendt_dato
    tre_uker = [vis_dato(date.fromordinal(sendt.toordinal() + dager)) for dager in range(18, 30)]
    assert [d for d in tre_uker if d in brev] == []


def test_feil_9_vedtaket_ikke_sendt_til_fullmektigen(virkelig: Kontor) -> None:
    fullmektig = Fullmektig(navn="Advokat Fjell", rolle="fullmektig", adresse=Adresse("Torget 1", "7013", "TRONDHEIM"))
    brev = papir(virkelig.ny_sak(soeknad(fullmektige=(fullmektig,))).til("sendt"), "vedtak")
    assert brev.index("Advokat Fjell Torget 1 7013 TRONDHEIM") < brev.index("Vedtak")
    assert re.search(r"Kopi(?: til)?:? Rolig Fjord", brev)


def test_feil_10_tjenester_vevd_inn_i_leieavtalen(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak(soeknad(tjenester=("Hjemmesykepleie", "Oppfølging i bolig"))).til("kontrakt")
    assert "Hjemmesykepleie" in papir(vei, "tjenesteoversikt")
    assert "Hjemmesykepleie" not in papir(vei, "leieavtale")
    kan_ikke_avtales(virkelig, "tvister", "Leieren plikter å ta imot oppfølging. Husleietvistutvalget.", "B-2")


def test_feil_11_flytteoppfordringen_glemt(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak().til("utlevert")
    assert vei.vis().frister["flytteoppfordring"] == date(2030, 2, 28)
    assert "innen tre måneder etter utløpet" in papir(vei, "leieavtale")


def test_feil_12_soeknad_om_husstand_ikke_besvart_innen_en_maaned(virkelig: Kontor) -> None:
    """The lease tells the tenant; an act that takes such an application belongs to the time after the key."""
    vei = virkelig.ny_sak().til("kontrakt")
    assert "Får du ikke svar innen én måned, er søknaden godkjent." in papir(vei, "leieavtale")
    kan_ikke_avtales(virkelig, "husstand_opptak", "Vil du ta opp flere, søker du.", "B-2")


@pytest.mark.parametrize("beskyttelse", ["fortrolig", "strengt_fortrolig"])
def test_feil_13_adressen_til_en_som_er_beskyttet_paa_utskriften(virkelig: Kontor, beskyttelse: str) -> None:
    hjem = Adresse("Hemmeligvegen 3", "7030", "SKJULSTAD")
    vei = virkelig.ny_sak(soeknad(soeker=person(beskyttelse=beskyttelse, adresse=hjem), husstand=(barn(),)))  # type: ignore[arg-type]
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("sendt")
    for ord_ in ("Hemmeligvegen", "SKJULSTAD", "Liten Fjord", "fortrolig"):
        assert ord_ not in papir(vei, "vedtak")


def test_feil_13_adressen_skrevet_inn_i_et_brev(virkelig: Kontor) -> None:
    hjem = Adresse("Hemmeligvegen 3", "7030", "SKJULSTAD")
    vei = virkelig.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig", adresse=hjem)))
    vei.svar("SOE-1")
    mangler = ("Bekreftelse på at du bor i Hemmeligvegen 3",)
    assert vei.sperret("be_om_opplysninger", mangler=mangler, frist=virkelig.ur.i_dag) == {"STEG"}


def test_feil_14_foedselsnummer_i_filnavnet(tmp_path: Path) -> None:
    for navn in (f"vedtak-{ROLIG}.pdf", f"{ROLIG[:6]} {ROLIG[6:]}.pdf"):
        with pytest.raises(Bruksfeil, match="Filnavnet har et fødselsnummer"):
            skriv_fil(tmp_path / navn, b"innhold")
    assert list(tmp_path.iterdir()) == []
    assert filnavn("vedtak", "2026-0001") == "2026-0001-vedtak.pdf"


def test_feil_15_opphevet_paragraf_11_2_i_en_mal(virkelig: Kontor) -> None:
    assert [(fil, k) for fil, k, t in brevtekster() if re.search(r"§ 11-2\b", t)] == []
    vei = virkelig.ny_sak().til("kontrakt")
    egen_tekst(virkelig, "leieavtale", "klausul_kort", "Avtalen er kort etter husleieloven § 11-2.")
    assert "§ 11-2" not in papir(vei, "leieavtale")


def test_feil_16_sletting_i_strid_med_arkivlova(kontor: Kontor) -> None:
    kontor.ny_sak()
    (sperre,) = kontor.sperrer("kasser", "tove", slag="saksdokumentasjon", grunn="Rydder.")
    assert "arkivlova § 13" in sperre.hjemmel
    assert [navn for navn in HANDLINGER if navn.startswith("slett")] == []


@pytest.mark.parametrize("begrunnelse", ["Det er mange søkere.", "Du får avslag. Vi må dessverre prioritere.", " "])
def test_feil_17_begrunnelsen_er_bare_standardtekst(kontor: Kontor, begrunnelse: str) -> None:
    assert "VED-4" in skriver(kontor, utfall="avslag", begrunnelse=begrunnelse)
    egen = f"{begrunnelse} Du eier en leilighet i Melhus."
    assert "VED-4" not in skriver(kontor, utfall="avslag", begrunnelse=egen)


def test_feil_18_restanse_eller_klage_brukt_uten_foreleggelse(kontor: Kontor) -> None:
    restanse = kontor.ny_sak(soeknad(gjeld=(husleiegjeld(),)))
    klage = kontor.ny_sak()
    klage.gjoer("sett_kjennetegn", kjennetegn="opplysninger_fra_andre", verdi=True)
    for vei in (restanse, klage):
        assert "KAR-9" in vei.port("V")
        vei.gjoer("skriv_vedtak", **vedtaksutkast(utfall="avslag"))
        assert "KAR-9" in vei.sperret("send_til_godkjenning")
        vei.svar("KAR-9", "nei")
        assert "KAR-9" in vei.port("V")
    assert "KAR-9" not in kontor.ny_sak().port("V")


def test_feil_19_vergen_bestemmer_uten_kontroll_av_mandatet(virkelig: Kontor) -> None:
    uten_mandat = soeknad(fullmektige=(VERGE,))
    assert virkelig.ugyldig("registrer_soeknad", soeknad=uten_mandat) == {"/soeknad/fullmektige/0/mandat"}
    verge = Fullmektig(navn=VERGE.navn, rolle="verge", adresse=VERGE.adresse, mandat="Økonomi")
    vei = virkelig.ny_sak(soeknad(fullmektige=(verge,)))
    vei.gjoer("sett_kjennetegn", kjennetegn="fullmakt_dekker_ikke_saken", verdi=True)
    vei.til("signert")
    for navn in ("vedtak", "leieavtale"):
        assert VERGE.navn not in papir(vei, navn)


def test_feil_20_bostoette_regnet_fra_maaneden_du_flytter_inn(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak(soeknad(mottar_bostoette=True))
    vei.fra_dato = date(2026, 12, 10)
    plan = papir(vei.til("kontrakt"), "betalingsplan")
    assert "Søk innen 25. januar 2027. Da kan bostøtten komme tidligst 19. februar 2027." in plan
