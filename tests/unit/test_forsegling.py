"""What is sealed opens for the holder of the key, and for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling import forsegling
from boligtildeling.forsegling import FeilNoekkel, Vekt
from boligtildeling.storage.knippe import FRASEVEKT, KODEVEKT

LETT = Vekt(minne_kib=8, runder=1, spor=1)


@given(st.binary(max_size=200))
def test_det_som_er_laast_inn_kommer_ut_igjen_med_samme_noekkel(innhold: bytes) -> None:
    noekkel = forsegling.ny_noekkel()
    lukket = forsegling.laas_inn(noekkel, innhold, b"her")
    assert forsegling.laas_opp(noekkel, lukket, b"her") == innhold


@given(st.binary(max_size=200))
def test_den_som_forsegler_kan_ikke_selv_bryte_seglet(innhold: bytes) -> None:
    privat = forsegling.ny_noekkel()
    offentlig = forsegling.offentlig_del(privat)
    forseglet = forsegling.forsegl(offentlig, innhold, b"her")
    assert forsegling.bryt_segl(privat, forseglet, b"her") == innhold
    with pytest.raises(FeilNoekkel):
        forsegling.bryt_segl(offentlig, forseglet, b"her")


@given(plass=st.integers(min_value=0, max_value=10_000), bit=st.integers(min_value=0, max_value=7))
def test_en_eneste_snudd_bit_oppdages(plass: int, bit: int) -> None:
    noekkel = forsegling.ny_noekkel()
    for lukket, aapne in (
        (forsegling.laas_inn(noekkel, b"innhold", b""), forsegling.laas_opp),
        (forsegling.forsegl(forsegling.offentlig_del(noekkel), b"innhold", b""), forsegling.bryt_segl),
    ):
        skadet = bytearray(lukket)
        skadet[plass % len(skadet)] ^= 1 << bit
        with pytest.raises(FeilNoekkel):
            aapne(noekkel, bytes(skadet), b"")


@pytest.mark.parametrize("lengde", [0, 1, 12, 27, 31])
def test_avkortet_innhold_aapnes_ikke(lengde: int) -> None:
    noekkel = forsegling.ny_noekkel()
    forseglet = forsegling.forsegl(forsegling.offentlig_del(noekkel), b"innhold", b"")
    with pytest.raises(FeilNoekkel):
        forsegling.laas_opp(noekkel, forsegling.laas_inn(noekkel, b"innhold", b"")[:lengde], b"")
    with pytest.raises(FeilNoekkel):
        forsegling.bryt_segl(noekkel, forseglet[:lengde], b"")


def test_en_lukket_verdi_kan_ikke_flyttes_til_et_annet_sted() -> None:
    noekkel = forsegling.ny_noekkel()
    with pytest.raises(FeilNoekkel):
        forsegling.laas_opp(noekkel, forsegling.laas_inn(noekkel, b"innhold", b"sak 1"), b"sak 2")


def test_samme_frase_gir_samme_noekkel_bare_med_samme_salt() -> None:
    foerste = forsegling.fra_frase("frase", b"0123456789abcdef", LETT)
    assert forsegling.fra_frase("frase", b"0123456789abcdef", LETT) == foerste
    assert forsegling.fra_frase("frase", b"fedcba9876543210", LETT) != foerste
    assert forsegling.fra_frase("Frase", b"0123456789abcdef", LETT) != foerste


def test_hver_noekkel_er_ny() -> None:
    assert len({forsegling.ny_noekkel() for _ in range(50)}) == 50


def test_en_frase_koster_saa_mye_aa_proeve_som_standarden_anbefaler() -> None:
    """RFC 9106 § 4, the second recommended option for phrases; codes are random, and need less."""
    assert (FRASEVEKT.minne_kib, FRASEVEKT.runder, FRASEVEKT.spor) == (64 * 1024, 3, 4)
    assert KODEVEKT.minne_kib >= 19 * 1024
