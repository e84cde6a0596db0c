"""Complaints: each part to its own instance, in time or forgiven, assessed anew, and prepared by someone habil."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.boforhold.klage import Klagevisning
from tests.bygg import Paa, Vei

SENDT = date(2026, 11, 10)
I_TIDE, FOR_SENT = date(2026, 12, 1), date(2026, 12, 2)
"""Three weeks after a decision that was sent and read on 10 November 2026."""


@pytest.fixture
def klaget(paa: Paa) -> Vei:
    """A decision by kari, approved by the leader tove, that its party complains about in time; mari is secretary."""
    vei = paa("sendt")
    vei.kontor.gjoer("registrer_bruker", "tove", navn="mari", rolle="leser", funksjoner=("klagesekretariat",))
    vei.kontor.ur.sett(I_TIDE)
    vei.svar("SOE-1")
    return vei


def klage(vei: Vei, som: str = "kari", **felt: Any) -> list[int]:
    grunn: dict[str, Any] = {
        "deler": ("B",),
        "klager": "Rolig Fjord",
        "mottatt_dato": vei.kontor.ur.i_dag,
        "underrettet_dato": SENDT,
        "innhold": "Jeg trenger to soverom.",
    }
    return [rad["klage"] for rad in vei.gjoer("registrer_klage", som, **(grunn | felt))["klager"]]


def gaa(vei: Vei, nummer: int, steg: str, som: str = "kari", **felt: Any) -> None:
    vei.gjoer("behandle_klage", som, klage=nummer, steg=steg, tekst="Vurdert.", **felt)


def visning(vei: Vei, nummer: int) -> Klagevisning:
    return next(k for k in vei.vis().klager if k.id == nummer)


def test_hver_del_gaar_til_sin_klageinstans(klaget: Vei) -> None:
    svar = klaget.gjoer(
        "registrer_klage",
        deler=("A", "B"),
        klager="Rolig Fjord",
        mottatt_dato=I_TIDE,
        underrettet_dato=SENDT,
        innhold="Jeg er uenig.",
    )
    instanser = {rad["del"]: rad["klageinstans"] for rad in svar["klager"]}
    assert "Statsforvalteren" in instanser["A"]
    assert "Statsforvalteren" not in (instanser["B"] or "")
    assert svar["er_rettidig"] is True


@pytest.mark.parametrize(
    ("mottatt", "felt", "i_tide"),
    [
        (I_TIDE, {}, True),
        (FOR_SENT, {}, False),
        (FOR_SENT, {"avsendt_dato": I_TIDE}, True),
        (FOR_SENT, {"underrettet_dato": date(2026, 11, 12)}, True),
    ],
)
def test_fristen_er_tre_uker_fra_vedtaket_kom_fram(
    klaget: Vei, mottatt: date, felt: dict[str, Any], i_tide: bool
) -> None:
    klaget.kontor.ur.sett(mottatt)
    (nummer,) = klage(klaget, **felt)
    assert visning(klaget, nummer).er_rettidig is i_tide


def test_naar_vedtaket_kom_fram_maa_sies_naar_det_avgjoer_om_klagen_er_i_tide(klaget: Vei) -> None:
    felt: dict[str, Any] = {"deler": ("B",), "klager": "Rolig Fjord", "innhold": "Uenig."}
    klaget.gjoer("registrer_klage", mottatt_dato=I_TIDE, **felt)
    klaget.kontor.ur.sett(FOR_SENT)
    assert klaget.ugyldig("registrer_klage", mottatt_dato=FOR_SENT, **felt) == {"/underrettet_dato"}
    assert klaget.ugyldig("registrer_klage", mottatt_dato=date(2026, 11, 9), vedtak=1, **felt) == {"/mottatt_dato"}
    assert klaget.ugyldig("registrer_klage", mottatt_dato=FOR_SENT, vedtak=7, **felt) == {"/vedtak"}


def test_det_kan_ikke_klages_foer_vedtaket_er_sendt(paa: Paa) -> None:
    vei = paa("godkjent")
    felt: dict[str, Any] = {"deler": ("B",), "klager": "Rolig Fjord", "innhold": "Uenig."}
    assert vei.ugyldig("registrer_klage", mottatt_dato=vei.kontor.ur.i_dag, **felt) == {"/vedtak"}


def test_klagen_maa_vurderes_paa_nytt_foer_den_oversendes(klaget: Vei) -> None:
    (nummer,) = klage(klaget, deler=("A",))
    assert klaget.vis().frister["klage"] == date(2026, 12, 31)
    felt = {"klage": nummer, "steg": "oversend", "tekst": "Klagen bør ikke tas til følge."}
    (sperre,) = klaget.sperrer("behandle_klage", **felt)
    assert (sperre.kode, sperre.hjemmel) == ("KLAGE", "forvaltningsloven § 33")
    gaa(klaget, nummer, "vurder")
    svar = klaget.gjoer("behandle_klage", **felt)
    assert visning(klaget, nummer).behandling.avgjoerelse == "oversendt"
    navn = {d.id: d.navn for d in klaget.vis().dokumenter}
    assert (navn[svar["dokument"]], navn[svar["klagepakke"]]) == ("klageoversendelse", "klagepakke")
    pakke = klaget.kontor.program.hent_dokument(klaget.saksnummer, svar["klagepakke"], "kari")
    assert [papir in pakke for papir in (b"klagepakke nr.", b"klageoversendelse nr.", b"vedtak nr.")] == [True] * 3
    assert "klage" not in klaget.vis().frister
    gaa(klaget, nummer, "registrer_resultat", resultat="ikke_medhold")
    assert visning(klaget, nummer).er_avgjort
    assert klaget.sperret("behandle_klage", **felt) == {"ALLEREDE"}


@pytest.mark.parametrize(
    ("hvem", "ord_i_grunnen"),
    [("kari", "Du har forberedt"), ("tove", "Du har forberedt"), ("ola", "Lederen din (tove)")],
)
def test_del_b_forberedes_ikke_av_dem_som_traff_vedtaket_eller_er_under_dem(
    klaget: Vei, hvem: str, ord_i_grunnen: str
) -> None:
    (nummer,) = klage(klaget)
    gaa(klaget, nummer, "vurder")
    felt = {"klage": nummer, "steg": "oversend", "tekst": "Klagen bør ikke tas til følge."}
    (sperre,) = klaget.sperrer("behandle_klage", hvem, **felt)
    assert (sperre.kode, sperre.hjemmel) == ("HABILITET", "kommuneloven § 13-3")
    assert sperre.grunn.startswith(ord_i_grunnen)
    klaget.gjoer("behandle_klage", "mari", **felt)
    assert visning(klaget, nummer).behandling.avgjort_av == "mari"


def test_del_a_kan_enheten_selv_oversende(klaget: Vei) -> None:
    (nummer,) = klage(klaget, deler=("A",))
    gaa(klaget, nummer, "vurder")
    gaa(klaget, nummer, "oversend")
    assert visning(klaget, nummer).behandling.avgjort_av == "kari"


def test_en_klage_for_sent_avvises_eller_tas_opp_likevel(klaget: Vei) -> None:
    klaget.kontor.ur.sett(FOR_SENT)
    foerste, andre = *klage(klaget, deler=("A",)), *klage(klaget, deler=("B",))
    gaa(klaget, foerste, "vurder")
    assert klaget.sperret("behandle_klage", klage=foerste, steg="oversend", tekst="Videre.") == {"FRIST"}
    gaa(klaget, foerste, "ta_opp_likevel")
    gaa(klaget, foerste, "oversend")
    gaa(klaget, andre, "avvis")
    assert visning(klaget, andre).er_avgjort


@pytest.mark.parametrize(("mottatt", "kode"), [(I_TIDE, "STEG"), (date(2027, 11, 11), "FRIST")])
def test_bare_en_sen_klage_innen_ett_aar_kan_tas_opp_likevel(klaget: Vei, mottatt: date, kode: str) -> None:
    klaget.kontor.ur.sett(mottatt)
    (nummer,) = klage(klaget)
    felt = {"klage": nummer, "steg": "ta_opp_likevel", "tekst": "Klageren var syk."}
    assert klaget.sperret("behandle_klage", **felt) == {kode}


def test_den_som_ber_om_at_vedtaket_venter_faar_svar_foer_klagen_gaar_videre(klaget: Vei) -> None:
    (nummer,) = klage(klaget, deler=("A",), ber_om_utsettelse=True)
    assert visning(klaget, nummer).stanser_vedtaket
    gaa(klaget, nummer, "vurder")
    assert klaget.sperret("behandle_klage", klage=nummer, steg="oversend", tekst="Videre.") == {"KLAGE"}
    gaa(klaget, nummer, "utsett_iverksetting", iverksetting="nektet")
    assert not visning(klaget, nummer).stanser_vedtaket
    gaa(klaget, nummer, "oversend")


def test_et_omgjort_vedtak_blir_en_oppgave(klaget: Vei) -> None:
    (nummer,) = klage(klaget)
    gaa(klaget, nummer, "vurder")
    gaa(klaget, nummer, "omgjoer")
    assert any("nytt vedtak" in o.tekst for o in klaget.vis().oppgaver)
    klaget.gjoer("omgjoer_vedtak", "tove", grunnlag="etter_klage", begrunnelse="Klageren har rett.", maate="post")
    assert klaget.vis().vedtak is not None


def test_steget_maa_ha_det_det_trenger(klaget: Vei) -> None:
    (nummer,) = klage(klaget)
    felt = {"klage": nummer, "tekst": "Vurdert."}
    assert klaget.ugyldig("behandle_klage", steg="utsett_iverksetting", **felt) == {"/iverksetting"}
    assert klaget.ugyldig("behandle_klage", steg="registrer_resultat", **felt) == {"/resultat"}
    assert klaget.ugyldig("behandle_klage", klage=99, steg="vurder", tekst="Vurdert.") == {"/klage"}
    assert klaget.sperret("behandle_klage", steg="registrer_resultat", resultat="medhold", **felt) == {"STEG"}


def test_det_kan_klages_paa_avslag_i_en_avsluttet_sak(klaget: Vei) -> None:
    klaget.gjoer("avslutt_sak", utfall="bortfalt", grunn="Søkeren svarer ikke.")
    (nummer,) = klage(klaget)
    assert not visning(klaget, nummer).er_avgjort
