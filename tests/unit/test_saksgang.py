"""Where a case stands on its road, and what it must answer to when."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.kontrakt import Noekkelutlevering
from boligtildeling.domain.sak import INGEN_FRIST, Avslutning, Hasteloep, Oppgave, PaaVent, Sak
from boligtildeling.domain.saksgang import (
    frister,
    kan_angi_avslutning,
    neste_frist,
    siste_dag_for_flytteoppfordring,
    steg,
)
from boligtildeling.domain.vedtak import Vedtaksinnhold
from tests.bygg import grunnlag, kontrakt, sak, soeknad, tilbud, vedtak, vedtaksutkast


def utlevering() -> Noekkelutlevering:
    return Noekkelutlevering(mottaker="x", noekler=(), legitimasjon="", utlevert_av="kari")


def ved(status: str | None = None, utfall: Any = "innvilget", type_: Any = "ny", **deler: Any) -> Sak:
    av = sak(soeknad(soeknadstype=type_), avslutning=deler.get("avslutning"))
    if status is not None:
        av.vedtak.append(vedtak(status, Vedtaksinnhold(**vedtaksutkast(utfall=utfall))))
    for navn in ("tilbud", "kontrakter", "utleveringer"):
        getattr(av, navn).extend(deler.get(navn, ()))
    return av


@pytest.mark.parametrize(
    ("av", "ventet"),
    [
        (ved(), "kartlegging"),
        (ved("utkast"), "kartlegging"),
        (ved("til_godkjenning"), "vedtak"),
        (ved("godkjent"), "vedtak"),
        (ved("sendt"), "tildeling"),
        (ved("sendt", "avslag"), "vedtak"),
        (ved("bortfalt"), "vedtak"),
        (ved("sendt", tilbud=[tilbud("tilbudt")]), "tildeling"),
        (ved("sendt", tilbud=[tilbud("nei")]), "tildeling"),
        (ved("sendt", tilbud=[tilbud("ja")]), "kontrakt"),
        (ved("sendt", type_="forlengelse"), "kontrakt"),
        (ved("sendt", kontrakter=[kontrakt(er_signert=False)]), "kontrakt"),
        (ved("sendt", kontrakter=[kontrakt()]), "noekkel"),
        (ved("sendt", type_="forlengelse", kontrakter=[kontrakt()]), "boforhold"),
        (ved("sendt", kontrakter=[kontrakt(annullert_grunn="Feil.")]), "tildeling"),
        (ved("sendt", kontrakter=[kontrakt()], utleveringer=[utlevering()]), "boforhold"),
        (ved(avslutning=Avslutning(utfall="doed", grunn="x", dato=date(2026, 11, 2))), "avsluttet"),
    ],
)
def test_steget_er_det_foerste_som_ikke_er_ferdig(av: Sak, ventet: str) -> None:
    assert steg(grunnlag(av)) == ventet


@pytest.mark.parametrize(
    ("mottatt", "frist"),
    [
        (date(2026, 11, 2), date(2026, 12, 2)),
        (date(2027, 1, 29), date(2027, 2, 26)),
    ],
)
def test_foreloepig_svar_er_siste_virkedag_innen_en_maaned(mottatt: date, frist: date) -> None:
    assert frister(grunnlag(sak(soeknad(mottatt_dato=mottatt)))) == {"foreloepig_svar": frist}


@pytest.mark.parametrize("av", [ved("sendt"), sak(foreloepig_svar_dato=date(2026, 11, 9)), ved("sendt", "avslag")])
def test_foreloepig_svar_er_ikke_en_frist_naar_soeker_har_faatt_svar(av: Sak) -> None:
    assert "foreloepig_svar" not in frister(grunnlag(av))


def test_fristene_loeper_ogsaa_paa_vent() -> None:
    vent = PaaVent(grunn="x", til_dato=date(2026, 12, 20), fra_dato=date(2026, 11, 2))
    g = grunnlag(sak(paa_vent=vent))
    assert frister(g) == {"foreloepig_svar": date(2026, 12, 2), "paa_vent": date(2026, 12, 20)}
    assert neste_frist(g) == date(2026, 12, 2)


@pytest.mark.parametrize(("i_dag", "har"), [(date(2026, 11, 26), True), (date(2026, 11, 27), False)])
def test_svarfristen_paa_et_tilbud_gjelder_til_den_er_ute(i_dag: date, har: bool) -> None:
    assert ("svar_paa_tilbud" in frister(grunnlag(ved("sendt", tilbud=[tilbud("tilbudt")]), i_dag))) is har


def test_kontraktens_frister_gjelder_til_noekkelen_er_utlevert() -> None:
    av = ved("sendt", kontrakter=[kontrakt()])
    assert frister(grunnlag(av)) == {"foerste_husleie": date(2026, 12, 1), "overtakelse": date(2026, 12, 1)}
    av.utleveringer.append(utlevering())
    assert frister(grunnlag(av)) == {"flytteoppfordring": date(2030, 2, 28)}


def test_fristen_for_aa_be_leieren_flytte_staar_ikke_paa_en_avsluttet_sak() -> None:
    ferdig = Avslutning(utfall="innflyttet", grunn="x", dato=date(2026, 12, 2))
    av = ved("sendt", kontrakter=[kontrakt()], utleveringer=[utlevering()], avslutning=ferdig)
    assert frister(grunnlag(av)) == {}
    assert siste_dag_for_flytteoppfordring(av) == date(2030, 2, 28)


def test_en_tidsubestemt_leie_har_ingen_frist_for_aa_be_leieren_flytte() -> None:
    av = ved("sendt", kontrakter=[kontrakt(type="tidsubestemt", maaneder=None, til_dato=None)])
    av.utleveringer.append(utlevering())
    assert frister(grunnlag(av)) == {}


@pytest.mark.parametrize(("er_signert", "loeper"), [(True, True), (False, False)])
def test_en_forlenget_leie_har_fristen_fra_den_er_signert(er_signert: bool, loeper: bool) -> None:
    av = ved("sendt", type_="forlengelse", kontrakter=[kontrakt(er_signert)])
    assert ("flytteoppfordring" in frister(grunnlag(av))) is loeper


def test_neste_frist_er_den_naermeste_aapne_oppgaven_medregnet() -> None:
    av = sak()
    av.oppgaver.append(Oppgave(kode="NOE-5", tekst="x", frist=date(2026, 11, 4), ansvarlig="kari", er_ferdig=False))
    av.oppgaver.append(Oppgave(kode="NOE-6", tekst="x", frist=date(2026, 11, 3), ansvarlig="kari", er_ferdig=True))
    assert neste_frist(grunnlag(av)) == date(2026, 11, 4)
    assert neste_frist(grunnlag(ved("sendt"))) <= INGEN_FRIST


def test_hasteloepets_frist_vises() -> None:
    hast = Hasteloep(
        grunn="x",
        aapnet_av="tove",
        aapnet_dato=date(2026, 11, 2),
        frist=date(2026, 11, 16),
    )
    assert frister(grunnlag(sak(hasteloep=hast)))["hasteloep"] == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("av", "utfall", "lov"),
    [
        (ved(), "innflyttet", False),
        (ved("sendt", kontrakter=[kontrakt()]), "innflyttet", False),
        (ved("sendt", kontrakter=[kontrakt()], utleveringer=[utlevering()]), "innflyttet", True),
        (ved("utkast", "avslag"), "avslag", False),
        (ved("sendt", "avslag"), "avslag", True),
        (ved("sendt", "avvist"), "avslag", False),
        (ved("sendt", "avvist"), "avvist", True),
        (ved("sendt"), "avslag", False),
        (ved(), "doed", True),
        (ved(), "duplikat", True),
    ],
)
def test_saken_kan_bare_slutte_paa_en_maate_som_er_sann(av: Sak, utfall: str, lov: bool) -> None:
    assert (kan_angi_avslutning(av, utfall) is None) is lov
