"""With address protection no paper tells where anyone lives, or with whom; one enclosure does, and is never kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.casework.dokumenter import LEVERES_ETTER_AVTALE
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.soeknad import Adresse, Behov, Fullmektig
from tests.bygg import BOLIGER, Kontor, Paa, Vei, barn, boligdata, person, soeknad, vedtaksutkast
from tests.casework.test_dokumenter import virkelig
from tests.documents.papir import les

HJEM = Adresse("Hemmeligvegen 3", "7030", "SKJULSTAD")
BOLIG = boligdata("B-9", adresse=Adresse("Nyhemsgata 8", "7041", "TRONDHEIM"), bydel="Kvitbydel")
VERGE = Fullmektig(
    navn="Trygg Hånd",
    rolle="verge",
    adresse=Adresse("Vergevegen 9", "7032", "TRONDHEIM"),
    mandat="bolig",
    telefon="40506070",
)
HEMMELIG = (
    *("Hemmeligvegen", "SKJULSTAD", "90807060", "skjult@eksempel.no", "Vergevegen", "40506070"),
    *("Liten Fjord", "Nyhemsgata", "7041", "Kvitbydel", "Skjermbydel"),
)
__all__ = ["virkelig"]


def skjermet(kontor: Kontor, beskyttelse: Any = "fortrolig", **felt: Any) -> Vei:
    kontor.gjoer("registrer_bolig", "tove", bolig=BOLIG)
    soeker = person(beskyttelse=beskyttelse, adresse=HJEM, telefon="908 07 060", epost="skjult@eksempel.no")
    felt.setdefault("fullmektige", (VERGE,))
    vei = kontor.ny_sak(
        soeknad(
            soeker=soeker,
            husstand=(barn(),),
            behov=Behov(antall_soverom=1, bydeler=("Skjermbydel", "Kvitbydel")),
            tjenester=("Oppfølging i bolig", "Hjemmesykepleie"),
            mottar_sosialhjelp=True,
            **felt,
        )
    )
    if beskyttelse != "klientadresse":
        vei.gjoer("gi_tilgang", bruker="tove")
    vei.boligid = "B-9"
    return vei


def alle_tekster(vei: Vei) -> Iterator[tuple[str, str]]:
    """Every document that the case can give, as text."""
    for navn in DOKUMENTER:
        try:
            pdf = vei.kontor.program.skriv_ut(navn, vei.saksnummer, "kari")
        except Sperret:
            continue
        yield navn, " ".join(side.extract_text() for side in les(pdf).pages)


@pytest.mark.parametrize("beskyttelse", ["fortrolig", "strengt_fortrolig", "klientadresse"])
def test_ingen_side_har_adresse_telefon_husstand_eller_bydel(virkelig: Kontor, beskyttelse: str) -> None:
    vei = skjermet(virkelig, beskyttelse)
    vei.til("utlevert")
    tekster = dict(alle_tekster(vei))
    assert set(tekster) >= {
        *("vedtak", "tilbud", "leieavtale", "noekkelkvittering", "boligsjekkliste", "betalingsplan", "godkjenningsark"),
        *("samtykke-sosialhjelp", "tjenesteoversikt", "sjekkliste-noekkelutlevering", "foelgeark-uk"),
    }
    uten = {navn: [h for h in HEMMELIG if h.casefold() in t.casefold()] for navn, t in tekster.items()}
    assert {navn: funn for navn, funn in uten.items() if funn} == {"adressevedlegg": ["Nyhemsgata", "7041"]}


def test_gradering_staar_aldri_paa_papir(virkelig: Kontor) -> None:
    vei = skjermet(virkelig, "strengt_fortrolig")
    vei.til("utlevert")
    for navn, tekst in alle_tekster(vei):
        for ord_ in ("strengt fortrolig", "fortrolig adresse", "kode 6", "kode 7", "sperret adresse"):
            assert ord_ not in tekst.casefold(), (navn, ord_)


def test_leieavtalen_viser_til_vedlegget_og_vedlegget_har_adressen(virkelig: Kontor) -> None:
    vei = skjermet(virkelig, "strengt_fortrolig")
    vei.til("kontrakt")
    tekster = dict(alle_tekster(vei))
    assert "Adressen står i vedlegg 1." in " ".join(tekster["leieavtale"].split())
    assert "Nyhemsgata 8, 7041 TRONDHEIM" in tekster["adressevedlegg"]


def test_vedlegget_blir_aldri_lagret_og_finnes_ikke_i_andre_saker(paa: Paa) -> None:
    vei = paa("kontrakt")
    assert vei.ugyldig("lag_dokument", dokument="adressevedlegg") == {"/dokument"}
    with pytest.raises(Sperret):
        vei.kontor.program.skriv_ut("adressevedlegg", vei.saksnummer, "kari")


@pytest.mark.parametrize(
    ("skrevet", "hva"),
    [
        ("Du bor nå i Hemmeligvegen 3 hos en venn.", "en adresse"),
        ("Du bor nå i HEMMELIGVEGEN  3.".replace("  ", " "), "en adresse"),
        ("Ring 90 80 70 60 ved spørsmål.", "et telefonnummer"),
        ("Ring 90807060.", "et telefonnummer"),
        ("Liten Fjord begynner på skole i år.", "navnet til noen i husstanden"),
        ("Du vil bo i Skjermbydel.", "en bydel"),
        ("Skriv til skjult@eksempel.no.", "en e-postadresse"),
    ],
)
def test_fritekst_som_roeper_hvor_noen_bor_stanser_brevet(kontor: Kontor, skrevet: str, hva: str) -> None:
    vei = skjermet(kontor)
    vei.til("skrevet")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=skrevet))
    with pytest.raises(Sperret) as nektet:
        kontor.program.skriv_ut("vedtak", vei.saksnummer, "kari")
    (sperre,) = nektet.value.sperrer
    assert sperre.hjemmel == "folkeregisterloven § 10-4"
    assert hva in sperre.grunn


def test_det_samme_i_en_vanlig_sak_stanser_ingenting(paa: Paa) -> None:
    vei = paa("skrevet")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="Du bor i Testvegen 4."))
    assert vei.kontor.program.skriv_ut("vedtak", vei.saksnummer, "kari")


def test_et_brev_som_sendes_nektes_ogsaa(kontor: Kontor) -> None:
    vei = skjermet(kontor)
    vei.svar("SOE-1")
    felt = {"mangler": ("Leieavtalen for Hemmeligvegen 3",), "frist": date(2026, 11, 20)}
    assert vei.sperret("be_om_opplysninger", **felt) == {"STEG"}
    vei.gjoer("be_om_opplysninger", mangler=("Leieavtalen du har nå",), frist=date(2026, 11, 20))


def test_den_som_sender_eller_skriver_ut_blir_minnet_om_hvordan_det_skal_leveres(kontor: Kontor) -> None:
    vei = skjermet(kontor)
    vei.til("godkjent")
    svar = vei.gjoer("send_vedtak", maate="overlevert", dato=kontor.ur.i_dag)
    assert LEVERES_ETTER_AVTALE in svar["advarsler"]
    _, advarsler = kontor.program.lag_papir("vedtak", vei.saksnummer, "kari")
    assert LEVERES_ETTER_AVTALE in advarsler


def test_en_vanlig_sak_gir_ingen_slik_paaminnelse(paa: Paa) -> None:
    vei = paa("sendt")
    _, advarsler = vei.kontor.program.lag_papir("vedtak", vei.saksnummer, "kari")
    assert advarsler == ()


def test_visningen_som_lagres_har_heller_ingen_adresse(virkelig: Kontor) -> None:
    """What is kept beside the PDF must be as clean as the PDF."""
    from tests.casework.test_dokumenter import lagrede

    vei = skjermet(virkelig, "strengt_fortrolig")
    vei.til("utlevert")
    for navn, _, _, data in lagrede(virkelig):
        assert [h for h in HEMMELIG if h in str(data)] == [], navn


def test_boligene_i_proevene_er_ikke_den_hemmelige() -> None:
    assert all(b.boligid != "B-9" for b in BOLIGER)


def test_mappen_har_ingen_fil_med_adressen(virkelig: Kontor, tmp_path: Path) -> None:
    vei = skjermet(virkelig, "strengt_fortrolig")
    vei.til("kontrakt")
    virkelig.program.skriv_ut("adressevedlegg", vei.saksnummer, "kari")
    assert list(tmp_path.rglob("*.pdf")) == []
