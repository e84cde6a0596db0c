"""What each refusal of the gates says, by which rule, and who can clear it: word for word."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.planer import Oppfoelgingsplan
from boligtildeling.domain.porter import mangel, sperrer_for_leiestart, sperrer_for_port, sperrer_for_sending
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.sjekkliste import Port
from boligtildeling.domain.vedtak import Vedtaksinnhold
from tests.bygg import bolig, grunnlag, kontrakt, soeknad, svar, tilbud, vedtak, vedtaksutkast
from tests.unit.test_porter import VALG, ny_sak, punkt

BOLIGSOSIAL, TIDSBESTEMT = "boligsos-7", "husll-9-3"


def finn(g: Grunnlag, port: Port, kode: str) -> list[tuple[str, str, str]]:
    return [(s.grunn, s.hjemmel, s.loeses_av) for s in sperrer_for_port(g, port) if s.kode == kode]


def med_vedtak(status: str | None, **innhold: Any) -> Sak:
    av = ny_sak(besvart="SOE-1 KTR-2 KTR-3 KTR-4")
    if status is not None:
        av.vedtak.append(vedtak(status, Vedtaksinnhold(**vedtaksutkast(**innhold))))
    return av


@pytest.mark.parametrize(
    ("av", "sagt"),
    [
        (med_vedtak(None), "Vedtaket er ikke sendt."),
        (med_vedtak("godkjent"), "Vedtaket er ikke sendt."),
        (med_vedtak("omgjort"), "Vedtaket er omgjort eller falt bort."),
        (med_vedtak("bortfalt"), "Vedtaket er omgjort eller falt bort."),
        (med_vedtak("sendt", utfall="avslag"), "Vedtaket gir ikke kommunal bolig."),
    ],
)
def test_uten_et_vedtak_som_gir_bolig_sier_porten_hvorfor(av: Sak, sagt: str) -> None:
    assert finn(grunnlag(av), "T", "VEDTAK") == [(sagt, BOLIGSOSIAL, "saksbehandler")]


@pytest.mark.parametrize(
    ("boligfelt", "opptatt", "sagt"),
    [
        ({"ledig_fra": None}, (), "Boligen B-1 er ikke ledig, og har ingen ledig-dato."),
        ({}, ("2026-0002",), "Boligen B-1 er ikke ledig, og har ingen ledig-dato."),
    ],
)
def test_boligen_som_ikke_kan_tilbys_loeses_av_boligforvalteren(
    boligfelt: dict[str, Any], opptatt: tuple[str, ...], sagt: str
) -> None:
    g = grunnlag(ny_sak("sendt", "SOE-1"), bolig=bolig(**boligfelt), opptatt_av=opptatt)
    assert finn(g, "T", "BOLIG") == [(sagt, KOMMUNENS_REGEL, "boligforvalter")]


@pytest.mark.parametrize(
    ("ledig", "sagt"),
    [
        (date(2026, 12, 1), "Boligen B-1 er ledig fra 1. desember 2026."),
        (None, "Boligen B-1 er ledig fra en dato som ikke er kjent."),
    ],
)
def test_leien_som_starter_for_tidlig_sier_naar_boligen_er_ledig(ledig: date | None, sagt: str) -> None:
    g = grunnlag(ny_sak("sendt"))
    ventet = (Sperre("BOLIG", sagt, loeses_av="boligforvalter"),)
    assert sperrer_for_leiestart(g, bolig(ledig_fra=ledig), date(2026, 11, 30)) == ventet


def test_en_skrevet_kontrakt_som_starter_foer_boligen_er_ledig_stenger_k() -> None:
    av = ny_sak("sendt", "SOE-1 KTR-2 KTR-3 KTR-4")
    av.tilbud.append(tilbud("ja"))
    av.kontrakter.append(kontrakt(er_signert=False, fra_dato=date(2026, 12, 1)))
    for_tidlig = grunnlag(av, bolig=bolig(ledig_fra=date(2026, 12, 15)))
    assert finn(for_tidlig, "K", "BOLIG") == [
        ("Boligen B-1 er ledig fra 15. desember 2026.", KOMMUNENS_REGEL, "boligforvalter")
    ]
    assert finn(grunnlag(av, bolig=bolig(ledig_fra=date(2026, 12, 1))), "K", "BOLIG") == []


def test_t_holder_ogsaa_til_boligen_passer() -> None:
    g = grunnlag(ny_sak("sendt", "SOE-1"), bolig=bolig(antall_soverom=0))
    assert finn(g, "T", "TIL-1")


def test_en_gammel_adressesjekk_sier_naar_den_var() -> None:
    av = ny_sak()
    av.svar["SOE-1"] = svar("SOE-1", dato=date(2026, 11, 2))
    (sperre,) = sperrer_for_sending(grunnlag(av, date(2026, 11, 20)))
    sagt = "Adressebeskyttelse ble sist kontrollert 2. november 2026. Kontroller på nytt før du sender."
    assert (sperre.kode, sperre.grunn) == ("SOE-1", sagt)


def test_en_gammel_adressesjekk_stenger_sending_og_nytt_tilbud_men_ikke_et_som_er_takket_ja_til() -> None:
    gammel = svar("SOE-1", dato=date(2026, 11, 2))
    utkast, sendt = ny_sak("utkast"), ny_sak("sendt")
    for av in (utkast, sendt):
        av.svar["SOE-1"] = gammel
    i_dag = date(2026, 11, 20)
    assert finn(grunnlag(utkast, i_dag), "G", "SOE-1")
    assert finn(grunnlag(utkast, i_dag), "T", "SOE-1") == []
    assert finn(grunnlag(sendt, i_dag), "T", "SOE-1")
    sendt.tilbud.append(tilbud("ja"))
    assert finn(grunnlag(sendt, i_dag), "T", "SOE-1") == []


def test_kontrakten_som_er_kortere_enn_vedtaket_sier_det() -> None:
    av = ny_sak("sendt", "SOE-1 KTR-2 KTR-3 KTR-4")
    av.vedtak[-1].kontraktsvalg_ved_sending = VALG
    av.kontraktsvalg = type(VALG)(type="tidsbestemt", maaneder=12, begrunnelse="x")
    av.tilbud.append(tilbud("ja"))
    ventet = [("Kontrakten er kortere enn den vedtaket gir.", BOLIGSOSIAL, "saksbehandler")]
    assert finn(grunnlag(av, bolig=bolig()), "K", "VEDTAK") == ventet


def test_uten_kontraktstype_kan_kontrakten_ikke_skrives() -> None:
    av = ny_sak("sendt", "SOE-1 KTR-2 KTR-3 KTR-4", kontraktsvalg=None)
    av.tilbud.append(tilbud("ja"))
    ventet = [("Kontraktstype er ikke valgt.", TIDSBESTEMT, "saksbehandler")]
    assert finn(grunnlag(av, bolig=bolig()), "K", "STEG") == ventet


@pytest.mark.parametrize(
    ("soeknadstype", "status", "har_bolig", "ventet"),
    [
        ("forlengelse", "sendt", False, True),
        ("forlengelse", "sendt", True, False),
        ("forlengelse", "utkast", False, False),
        ("ny", "sendt", False, False),
    ],
)
def test_en_forlengelse_uten_kjent_bolig_sier_hva_du_gjoer(
    soeknadstype: Any, status: str, har_bolig: bool, ventet: bool
) -> None:
    av = ny_sak(status, "SOE-1 KTR-2 KTR-3 KTR-4")
    av.sett_soeknad(soeknad(soeknadstype=soeknadstype))
    sagt = "Fant ikke boligen søker bor i. Gi et tilbud om den boligen kontrakten gjelder."
    funnet = finn(grunnlag(av, bolig=bolig() if har_bolig else None), "K", "BOLIG")
    assert funnet == ([(sagt, KOMMUNENS_REGEL, "saksbehandler")] if ventet else [])


@pytest.mark.parametrize(
    ("samarbeid", "kode", "besvart"),
    [
        ("samarbeidsavtale", "OPP-3", True),
        ("avslaatt", "OPP-3", True),
        ("ikke_aktuelt", "OPP-3", False),
        (None, "OPP-3", False),
        ("samarbeidsavtale", "OPP-2", False),
    ],
)
def test_bare_samarbeidet_i_planen_besvarer_opp_3(samarbeid: Any, kode: str, besvart: bool) -> None:
    av = ny_sak()
    if samarbeid is not None:
        av.oppfoelgingsplan = Oppfoelgingsplan(behov=True, begrunnelse="x", samarbeid=samarbeid)
    g = grunnlag(av)
    assert (mangel(g, punkt(g, kode)) is None) is besvart


def test_et_nei_uten_grunn_gaar_foran_planen() -> None:
    av = ny_sak()
    av.oppfoelgingsplan = Oppfoelgingsplan(behov=True, begrunnelse="x", samarbeid="samarbeidsavtale")
    av.svar["OPP-3"] = svar("OPP-3", "nei", merknad=None)
    g = grunnlag(av)
    assert mangel(g, punkt(g, "OPP-3")) is not None
