"""The values of an application: who is who, what is protected, and that a repr tells nobody's secrets."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.soeknad import SKJERMET, Fullmektig, Husstandsmedlem
from tests.bygg import ADRESSE, ROLIG, STILLE, barn, person, sak, soeknad


@pytest.mark.parametrize(
    ("soekerens", "medsoekerens", "barnets", "ventet"),
    [
        ("ingen", None, None, "ingen"),
        ("ikke_kontrollert", "ingen", None, "ikke_kontrollert"),
        ("ingen", "klientadresse", None, "klientadresse"),
        ("klientadresse", "fortrolig", None, "fortrolig"),
        ("ingen", None, "strengt_fortrolig", "strengt_fortrolig"),
        ("strengt_fortrolig", "fortrolig", "fortrolig", "strengt_fortrolig"),
        ("fortrolig", "ingen", None, "fortrolig"),
    ],
)
def test_den_strengeste_beskyttelsen_i_husstanden_gjelder(
    soekerens: Any, medsoekerens: Any, barnets: Any, ventet: str
) -> None:
    soekn = soeknad(
        soeker=person(beskyttelse=soekerens),
        medsoeker=person("Stille", "Fjord", STILLE, medsoekerens) if medsoekerens else None,
        husstand=(barn(adressebeskyttelse=barnets),),
    )
    assert soekn.strengeste_beskyttelse == ventet
    assert sak(soekn).er_skjermet is (ventet in {"fortrolig", "strengt_fortrolig"})
    assert (ventet in SKJERMET) is sak(soekn).er_skjermet


@pytest.mark.parametrize("beskyttelse", ["ingen", "ikke_kontrollert", "klientadresse", "fortrolig"])
def test_bare_strengt_fortrolig_tar_bort_adressen(beskyttelse: Any) -> None:
    soekn = soeknad(soeker=person(beskyttelse=beskyttelse))
    assert soekn.uten_adresser_som_ikke_kan_lagres() is soekn


def test_strengt_fortrolig_hos_en_tar_bort_alles_adresse() -> None:
    barnet = Husstandsmedlem(navn="Liten", relasjon="barn", adressebeskyttelse="strengt_fortrolig")
    soekn = soeknad(medsoeker=person("Stille", "Fjord", STILLE), husstand=(barnet,))
    uten = soekn.uten_adresser_som_ikke_kan_lagres()
    assert [p.adresse for p in uten.soekere] == [None, None]
    assert uten.husstand == soekn.husstand
    assert replace(soekn, soeker=uten.soeker, medsoeker=uten.medsoeker) == uten


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"nummer": ROLIG}, ROLIG),
        ({"nummer": None, "duf_nummer": "201912345678"}, "201912345678"),
        ({"nummer": None, "foedselsdato": date(1990, 3, 1)}, "rolig fjord|1990-03-01"),
        ({"nummer": ROLIG, "duf_nummer": "201912345678"}, ROLIG),
    ],
)
def test_en_part_kjennes_igjen_paa_nummer_ellers_navn_og_foedselsdato(felt: dict[str, Any], ventet: str) -> None:
    assert person(**felt).partsnoekkel == ventet


def test_navnets_store_bokstaver_skiller_ikke_personer() -> None:
    dato = date(1990, 3, 1)
    assert (
        person("ROLIG", "Fjord", None, foedselsdato=dato).partsnoekkel
        == person("Rolig", "FJORD", None, foedselsdato=dato).partsnoekkel
    )


def test_ingen_repr_roeper_navn_nummer_eller_adresse() -> None:
    fullmektig = Fullmektig(navn="Vera Verge", rolle="verge", adresse=ADRESSE, mandat="Bolig")
    soekn = soeknad(husstand=(barn(),), fullmektige=(fullmektig,), medsoeker=person("Stille", "Fjord", STILLE))
    tekster = [repr(v) for v in (soekn, soekn.soeker, ADRESSE, barn(), fullmektig, sak(soekn))]
    for hemmelig in ("Fjord", "Liten", "Vera", "Testvegen", ROLIG, STILLE, "Bolig"):
        assert not any(hemmelig in tekst for tekst in tekster), hemmelig


def test_saken_leser_det_den_trenger_av_soeknaden() -> None:
    av = sak(soeknad(soeker=person("Nær", "Ås", ROLIG), mottatt_dato=date(2026, 10, 5)))
    assert (av.soeker_navn, av.sorteringsnavn, av.partsnoekkel) == ("Nær Ås", "ås, nær", ROLIG)
    assert av.mottatt_dato == date(2026, 10, 5)
    assert not av.er_skjermet


def test_adressen_staar_paa_en_linje() -> None:
    assert ADRESSE.paa_en_linje == "Testvegen 4, 7014 TRONDHEIM"
