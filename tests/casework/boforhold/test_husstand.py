"""Who may move in: a month to answer, and what happens when nobody does."""

from datetime import date

import pytest

from tests.bygg import Paa, Vei
from tests.casework.boforhold.bor import leieforhold

MOTTATT = date(2027, 1, 4)


@pytest.fixture
def bor(paa: Paa) -> Vei:
    vei = paa("utlevert")
    vei.kontor.ur.sett(MOTTATT)
    return vei


def soek(vei: Vei, slag: str = "naer_familie") -> int:
    svar = vei.gjoer("soek_husstandsendring", slag=slag, hvem="Søsteren min", mottatt_dato=MOTTATT)
    return int(svar["soeknad"])


def test_en_soeknad_venter_med_frist_en_maaned_etter(bor: Vei) -> None:
    soek(bor)
    (soeknad,) = leieforhold(bor).husstandssoeknader
    assert (soeknad.stand, soeknad.svarfrist) == ("venter", date(2027, 2, 4))
    assert bor.vis().frister["husstandssoeknad"] == date(2027, 2, 4)


def test_et_ja_i_tide_avgjoer_soeknaden(bor: Vei) -> None:
    nummer = soek(bor)
    assert bor.gjoer("svar_husstandsendring", soeknad=nummer, svar="ja", dato=MOTTATT) == {
        "stand": "godkjent",
        "hendelse": bor.vis().historikk[0].id,
        "versjon": bor.vis().versjon,
    }
    assert "husstandssoeknad" not in bor.vis().frister
    assert bor.sperret("svar_husstandsendring", soeknad=nummer, svar="ja", dato=MOTTATT) == {"ALLEREDE"}


def test_uten_svar_er_soeknaden_godkjent_dagen_etter_maaneden(bor: Vei) -> None:
    nummer = soek(bor)
    bor.kontor.ur.sett(date(2027, 2, 4))
    assert leieforhold(bor).husstandssoeknader[0].stand == "venter"
    bor.kontor.ur.sett(date(2027, 2, 5))
    assert leieforhold(bor).husstandssoeknader[0].stand == "godkjent_ved_taushet"
    (sperre,) = bor.sperrer(
        "svar_husstandsendring",
        soeknad=nummer,
        svar="nei",
        dato=date(2027, 2, 5),
        grunn="utforming_eller_formaal",
        begrunnelse="Boligen har ett rom.",
    )
    assert (sperre.kode, sperre.hjemmel) == ("FRIST", "husleieloven § 7-6")
    assert "5. februar 2027" in sperre.grunn


@pytest.mark.parametrize(
    ("slag", "grunn", "lovlig"),
    [
        ("naer_familie", "utforming_eller_formaal", True),
        ("naer_familie", "overbefolkning", False),
        ("naer_familie", "forhold_ved_personen", False),
        ("andre", "overbefolkning", True),
        ("andre", "forhold_ved_personen", True),
        ("andre", "kommunen_disponerer", False),
        ("framleie_av_del", "utforming_eller_formaal", True),
        ("framleie_ved_fravaer", "kommunen_disponerer", True),
        ("framleie_ved_fravaer", "overbefolkning", False),
    ],
)
def test_et_nei_maa_ha_en_grunn_som_loven_har(bor: Vei, slag: str, grunn: str, lovlig: bool) -> None:
    felt = {"soeknad": soek(bor, slag), "svar": "nei", "dato": MOTTATT, "grunn": grunn, "begrunnelse": "Vurdert."}
    if lovlig:
        assert bor.gjoer("svar_husstandsendring", **felt)["stand"] == "nektet"
    else:
        assert bor.sperret("svar_husstandsendring", **felt) == {"HUSSTAND"}


def test_et_nei_uten_grunn_sies_fra_om_alt_paa_en_gang(bor: Vei) -> None:
    nummer = soek(bor)
    assert bor.ugyldig("svar_husstandsendring", soeknad=nummer, svar="nei", dato=date(2026, 12, 30)) == {
        "/dato",
        "/grunn",
        "/begrunnelse",
    }
    assert bor.ugyldig("svar_husstandsendring", soeknad=99, svar="ja", dato=MOTTATT) == {"/soeknad"}


def test_en_soeknad_fra_foer_leieforholdet_er_en_feil(bor: Vei) -> None:
    for_tidlig = date(2026, 11, 30)
    felt = {"slag": "andre", "hvem": "En venn", "mottatt_dato": for_tidlig}
    assert bor.ugyldig("soek_husstandsendring", **felt) == {"/mottatt_dato"}


def test_ingen_kan_soeke_foer_noekkelen(paa: Paa) -> None:
    vei = paa("signert")
    felt = {"slag": "andre", "hvem": "En venn", "mottatt_dato": vei.kontor.ur.i_dag}
    assert vei.sperret("soek_husstandsendring", **felt) == {"STEG"}


def test_en_feilregistrert_soeknad_kan_angres_til_den_er_besvart(bor: Vei) -> None:
    soek(bor)
    bor.gjoer("angre", hendelse=bor.siste_hendelse("soek_husstandsendring"), grunn="Feil sak.")
    assert leieforhold(bor).husstandssoeknader == ()
    nummer = soek(bor)
    bor.gjoer("svar_husstandsendring", soeknad=nummer, svar="ja", dato=MOTTATT)
    assert bor.sperret("angre", hendelse=bor.siste_hendelse("soek_husstandsendring"), grunn="Feil.") == {"STEG"}
