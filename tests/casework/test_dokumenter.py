"""Documents as they are kept: bytes, SHA-256 and the view they show; printed the same for ever."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from boligtildeling.casework.views.dokumenttyper import fra_data
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.sak import Dokument
from tests.bygg import Kontor, Ur, Vei, aapne, kopier, registrer_boliger, soeknad


@pytest.fixture
def virkelig(tom_mappe: Path, tmp_path: Path) -> Iterator[Kontor]:
    """The office with documents that are real PDFs, and own letter texts in its folder."""
    ur, mappe = Ur(), kopier(tom_mappe, tmp_path / "mappe")
    dokumenter = Dokumenter(mappe / "tekster")
    program = aapne(mappe, ur, dokumenter)  # type: ignore[arg-type]
    kontor = Kontor(program, ur, dokumenter)  # type: ignore[arg-type]
    registrer_boliger(kontor)
    yield kontor
    program.lukk()


def lagrede(kontor: Kontor) -> list[tuple[str, bytes, str, dict[str, object]]]:
    with kontor.program._database.les() as session:
        rader = session.scalars(select(Dokument).order_by(Dokument.id)).all()
        return [(d.navn, d.innhold, d.sha256, d.visning or {}) for d in rader]


def test_hele_veien_med_virkelige_papirer_og_hvert_av_dem_kan_lages_likt_av_visningen(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    vei.til("utlevert")
    for navn in ("oppfoelgingsavtale", "betalingsplan", "sjekkliste-tildeling", "foelgeark-en"):
        if navn == "oppfoelgingsavtale":
            assert vei.sperret("lag_dokument", dokument=navn) == {"STEG"}
            continue
        vei.gjoer("lag_dokument", dokument=navn)
    papirer = lagrede(virkelig)
    assert [p[0] for p in papirer][:4] == ["vedtak", "tilbud", "leieavtale", "noekkelkvittering"]
    for navn, innhold, sum_, data in papirer:
        assert sha256(innhold).hexdigest() == sum_
        assert Dokumenter().lag(navn, fra_data(navn, data)) == innhold, navn
    assert virkelig.program.kontroller().funn == ()


def test_et_papir_som_er_lagret_skrives_ut_likt_ogsaa_naar_tekstene_er_endret(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    vei.til("sendt")
    foer = virkelig.program.skriv_ut("vedtak", vei.saksnummer, "kari")
    tekster = virkelig.program.mappe / "tekster"
    tekster.mkdir()
    (tekster / "felles.nb.toml").write_text("[tekst]\nhilsen = 'Hilsen oss'\n", encoding="utf-8")
    virkelig.gjoer("sett_innstilling", "it", navn="enhet", verdi="Boligkontoret")
    assert virkelig.program.skriv_ut("vedtak", vei.saksnummer, "kari") == foer


def test_en_egen_tekst_som_ikke_kan_brukes_kommer_som_advarsel_og_vaar_er_brukt(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    vei.til("godkjent")
    tekster = virkelig.program.mappe / "tekster"
    tekster.mkdir()
    (tekster / "vedtak.nb.toml").write_text("[tekst]\nb_overskrift = 'Del B {fnr}'\n", encoding="utf-8")
    svar = vei.gjoer("send_vedtak", maate="post", dato=virkelig.ur.i_dag)
    assert ["vedtak.nb.toml, b_overskrift" in a for a in svar["advarsler"]] == [True]
    _, advarsler = virkelig.program.lag_papir("vedtak", vei.saksnummer, "kari")
    assert advarsler == tuple(svar["advarsler"])


def test_et_papir_som_mangler_noe_stanser_handlingen_og_ingenting_er_endret(virkelig: Kontor) -> None:
    vei = virkelig.ny_sak()
    vei.til("godkjent")
    tekster = virkelig.program.mappe / "tekster"
    tekster.mkdir()
    (tekster / "felles.nb.toml").write_text(
        "[tekst]\nklage_frist = 'Du kan klage.'\nklage_utsatt = ''\n", encoding="utf-8"
    )
    sperrer = vei.sperrer("send_vedtak", maate="post", dato=virkelig.ur.i_dag)
    assert [(s.grunn, s.hjemmel) for s in sperrer] == [
        ("«Vedtak» mangler klagefristen.", "forvaltningsloven § 29"),
        ("«Vedtak» mangler utsatt iverksetting.", "forvaltningsloven § 42"),
    ]
    assert vei.vis().vedtak.status == "godkjent"


def test_brevet_viser_til_loven_som_gjaldt_da_det_ble_sendt(virkelig: Kontor) -> None:
    virkelig.gjoer("sett_innstilling", "it", navn="forvaltningsloven_2025_fra", verdi="2026-11-11")
    vei: Vei = virkelig.ny_sak(soeknad())
    vei.til("sendt")
    (_, _, _, data) = lagrede(virkelig)[0]
    assert "forvaltningsloven §§ 18, 19, 24" in str(data["regler"])
    vei.gjoer("omgjoer_vedtak", "ola", grunnlag="etter_klage", begrunnelse="Du trenger ett soverom til.")
    (_, _, _, senere) = lagrede(virkelig)[-1]
    assert "forvaltningsloven §§ 42, 56" not in str(senere["regler"])
    virkelig.ur.fram(2)
    annen = virkelig.ny_sak()
    annen.svar("SOE-1")
    annen.gjoer("be_om_opplysninger", mangler=("Lønnsslipp",), frist=virkelig.ur.i_dag)
    (_, _, _, ny_lov) = lagrede(virkelig)[-1]
    assert "forvaltningsloven §§ 43 og 44" in str(ny_lov["regler"])


def test_det_som_ble_sendt_finnes_igjen_naar_det_forhaandsvises(virkelig: Kontor) -> None:
    from tests.bygg import kommando

    vei = virkelig.ny_sak()
    vei.svar("SOE-1")
    utkast = kommando("be_om_opplysninger", saksnummer=vei.saksnummer, mangler=("Lønnsslipp",), frist=virkelig.ur.i_dag)
    assert virkelig.program.forhaandsvis(utkast, "anmodning-opplysninger", "kari").startswith(b"%PDF-")
    assert vei.vis().dokumenter == ()
