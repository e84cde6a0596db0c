"""Which begjæring comes first."""

import pytest

from boligtildeling.domain.boforhold.prioritering import Prioritetsfakta, prioriter

TILFELLER = [
    (Prioritetsfakta(), "debutant", 1),
    (Prioritetsfakta(tidligere=1), "gjenganger", 1),
    (Prioritetsfakta(krise="helse"), "krise", 2),
    (Prioritetsfakta(eldste=66), "debutant", 1),
    (Prioritetsfakta(eldste=67), "eldre", 2),
    (Prioritetsfakta(antall_barn=2), "barn", 2),
    (Prioritetsfakta(har_systemsvikt=True), "systemsvikt", 2),
    (Prioritetsfakta(tidligere=3, krise="vold", eldste=80, antall_barn=1, har_systemsvikt=True), "gjenganger", 5),
    (Prioritetsfakta(krise="kort_frist", antall_barn=1), "krise", 3),
]


@pytest.mark.parametrize(("fakta", "prioritet", "antall_grunner"), TILFELLER)
def test_den_foerste_gruppen_som_passer_bestemmer_og_alle_som_passer_er_grunner(
    fakta: Prioritetsfakta, prioritet: str, antall_grunner: int
) -> None:
    svar = prioriter(fakta)
    assert svar.prioritet == prioritet
    assert len(svar.grunner) == antall_grunner
    assert all(grunn.endswith(".") for grunn in svar.grunner)


def test_gjengangere_staar_foran_krise_og_debutanter_sist() -> None:
    rekke = [
        prioriter(f).rang for f in (Prioritetsfakta(tidligere=1), Prioritetsfakta(krise="helse"), Prioritetsfakta())
    ]
    assert rekke == [0, 1, 5]
