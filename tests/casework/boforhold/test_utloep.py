"""The lease runs out: told in time, concluded, extended by a new decision, or followed by a demand to move."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.vedtak import Boligkrav
from tests.bygg import Paa, Vei, person
from tests.casework.boforhold.bor import (
    TIDSUBESTEMT_FRA,
    UTE,
    avgjoer,
    leieforhold,
    skriv_og_signer,
    soek_forlengelse,
)


@pytest.fixture
def bor(paa: Paa) -> Vei:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2029, 6, 1))
    return vei


def konkluder(vei: Vei, konklusjon: str, **felt: Any) -> None:
    vei.gjoer("konkluder_utloep", konklusjon=konklusjon, grunn="Behovet er vurdert på nytt.", **felt)


@pytest.mark.parametrize(
    ("dag", "naadd"),
    [
        (date(2028, 11, 29), None),
        (date(2028, 11, 30), 12),
        (date(2029, 5, 30), 6),
        (date(2029, 8, 30), 3),
        (date(2029, 10, 30), 1),
        (UTE, 1),
        (date(2029, 12, 1), None),
    ],
)
def test_utloepet_varsles_tolv_seks_tre_og_en_maaned_foer(paa: Paa, dag: date, naadd: int | None) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(dag)
    assert leieforhold(vei).naadd_varsel == naadd


def test_fristen_er_aa_konkludere_og_saa_det_som_er_konkludert(bor: Vei) -> None:
    assert bor.vis().frister["konklusjon_om_utloep"] == date(2028, 11, 30)
    konkluder(bor, "forlenges")
    assert bor.vis().frister["forlengelse"] == UTE
    konkluder(bor, "flytter", leier_vil_flytte=True)
    frister = bor.vis().frister
    assert frister["flytteoppfordring"] == date(2030, 2, 28)
    assert "konklusjon_om_utloep" not in frister


def test_en_konklusjon_kan_angres(bor: Vei) -> None:
    konkluder(bor, "ny_bolig")
    konkluder(bor, "flytter", leier_vil_flytte=True)
    bor.gjoer("angre", hendelse=bor.siste_hendelse("konkluder_utloep"), grunn="Leieren vil bli.")
    utloep = leieforhold(bor).utloep
    assert utloep is not None
    assert utloep.konklusjon == "ny_bolig"


def test_ingen_bes_flytte_uten_konklusjon(bor: Vei) -> None:
    bor.kontor.ur.sett(date(2029, 12, 3))
    assert bor.sperret("send_flytteoppfordring", dato=date(2029, 12, 3)) == {"UTLOEP"}
    konkluder(bor, "forlenges")
    assert bor.sperret("send_flytteoppfordring", dato=date(2029, 12, 3)) == {"UTLOEP"}


def test_en_leier_som_vil_bli_maa_vaere_varslet_eller_ha_faatt_avslag(bor: Vei) -> None:
    konkluder(bor, "flytter")
    bor.kontor.ur.sett(date(2029, 12, 3))
    (sperre,) = bor.sperrer("send_flytteoppfordring", dato=date(2029, 12, 3))
    assert (sperre.kode, sperre.hjemmel) == ("VEDTAK", "forvaltningsloven § 16")
    konkluder(bor, "flytter", varslet_dato=date(2029, 11, 1))
    bor.svar("SOE-1")
    bor.gjoer("send_flytteoppfordring", dato=date(2029, 12, 3), flytt_innen=date(2030, 1, 15))
    assert bor.vis().frister["utflytting"] == date(2030, 1, 15)


def test_en_soeknad_om_forlengelse_maa_avgjoeres_foerst(bor: Vei) -> None:
    konkluder(bor, "flytter", varslet_dato=date(2029, 6, 1))
    soeknad = soek_forlengelse(bor.kontor, date(2029, 9, 3))
    bor.kontor.ur.sett(date(2029, 12, 3))
    (sperre,) = bor.sperrer("send_flytteoppfordring", dato=date(2029, 12, 3))
    assert soeknad.saksnummer in sperre.grunn
    soeknad.gjoer("trekk_soeknad", grunn="Har funnet bolig selv.")
    bor.svar("SOE-1")
    bor.gjoer("send_flytteoppfordring", dato=date(2029, 12, 3))


def test_en_annens_soeknad_om_forlengelse_stopper_ingenting(bor: Vei) -> None:
    konkluder(bor, "flytter", leier_vil_flytte=True)
    soek_forlengelse(bor.kontor, date(2029, 9, 3), soeker=person("Lys", "Morgen", "09888514799"))
    bor.svar("SOE-1")
    (advarsel,) = bor.gjoer("send_flytteoppfordring", dato=date(2029, 9, 3))["advarsler"]
    assert "30. november 2029" in advarsel


def test_tre_maaneder_uten_oppfordring_gjoer_leieavtalen_tidsubestemt(bor: Vei) -> None:
    konkluder(bor, "flytter", leier_vil_flytte=True)
    assert leieforhold(bor).tidsubestemt_fra == TIDSUBESTEMT_FRA
    bor.kontor.ur.sett(TIDSUBESTEMT_FRA)
    assert leieforhold(bor).er_tidsubestemt
    (sperre,) = bor.sperrer("send_flytteoppfordring", dato=TIDSUBESTEMT_FRA)
    assert (sperre.kode, sperre.hjemmel) == ("FRIST", "husleieloven § 9-2")
    assert bor.sperret("konkluder_utloep", konklusjon="flytter", grunn="For sent.") == {"STEG"}
    assert "flytteoppfordring" not in bor.vis().frister


def test_med_oppfordringen_i_tide_blir_den_ikke_tidsubestemt(bor: Vei) -> None:
    konkluder(bor, "flytter", leier_vil_flytte=True)
    bor.kontor.ur.sett(date(2030, 2, 28))
    bor.svar("SOE-1")
    bor.gjoer("send_flytteoppfordring", dato=date(2030, 2, 28))
    assert bor.sperret("send_flytteoppfordring", dato=date(2030, 2, 28)) == {"ALLEREDE"}
    assert bor.sperret("konkluder_utloep", konklusjon="forlenges", grunn="Angrer.") == {"ALLEREDE"}
    bor.kontor.ur.sett(date(2030, 6, 1))
    assert not leieforhold(bor).er_tidsubestemt


def test_leieforholdet_forlenges_med_kontrakten_fra_et_nytt_vedtak(bor: Vei) -> None:
    konkluder(bor, "forlenges")
    ny = soek_forlengelse(bor.kontor, date(2029, 9, 3))
    assert bor.sperret("forleng_leieforhold", forlengelsessak=ny.saksnummer) == {"VEDTAK"}
    avgjoer(ny)
    assert bor.sperret("forleng_leieforhold", forlengelsessak=ny.saksnummer) == {"STEG"}
    skriv_og_signer(ny, date(2029, 12, 1))
    assert ny.vis().leieforhold is None
    svar = bor.gjoer("forleng_leieforhold", forlengelsessak=ny.saksnummer)
    assert "advarsler" not in svar
    naa = leieforhold(bor)
    assert (naa.fra_dato, naa.til_dato) == (date(2029, 12, 1), date(2032, 11, 30))
    assert naa.kontrakter == (bor.saksnummer, ny.saksnummer)
    assert naa.utloep is None
    assert bor.sperret("forleng_leieforhold", forlengelsessak=ny.saksnummer) == {"ALLEREDE"}


def test_leieforholdet_forlenges_ikke_med_en_annen_sak(bor: Vei) -> None:
    annen = avgjoer(soek_forlengelse(bor.kontor, date(2029, 9, 3), soeker=person("Lys", "Morgen", "09888514799")))
    assert bor.sperret("forleng_leieforhold", forlengelsessak=annen.saksnummer) == {"STEG"}
    assert bor.sperret("forleng_leieforhold", forlengelsessak=bor.saksnummer) == {"STEG"}
    assert bor.ugyldig("forleng_leieforhold", forlengelsessak="2029-9999") == {"/forlengelsessak"}


def test_en_klage_paa_avslaget_som_skal_vente_stopper_oppfordringen(bor: Vei) -> None:
    konkluder(bor, "flytter")
    avslag = soek_forlengelse(bor.kontor, date(2029, 9, 3))
    avgjoer(avslag, utfall="avslag", bolig=Boligkrav())
    felt: dict[str, Any] = {"deler": ("B",), "klager": "Rolig Fjord", "innhold": "Jeg vil bli boende."}
    avslag.gjoer("registrer_klage", mottatt_dato=date(2029, 9, 3), ber_om_utsettelse=True, **felt)
    bor.kontor.ur.sett(date(2029, 12, 3))
    (sperre,) = bor.sperrer("send_flytteoppfordring", dato=date(2029, 12, 3))
    assert (sperre.kode, sperre.hjemmel) == ("KLAGE", "forvaltningsloven § 42")
    (nummer,) = (k.id for k in avslag.vis().klager)
    avslag.gjoer("behandle_klage", klage=nummer, steg="utsett_iverksetting", iverksetting="nektet", tekst="Nei.")
    bor.svar("SOE-1")
    bor.gjoer("send_flytteoppfordring", dato=date(2029, 12, 3))
