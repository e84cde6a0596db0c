"""Where the private keys of the users lie, and what only the recovery code opens."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from boligtildeling.app import opprett
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.forsegling import FeilNoekkel, ny_noekkel, offentlig_del
from boligtildeling.storage.noekkelskap import Mappeskap
from boligtildeling.storage.rotering import bytt_kode, bytt_noekkel
from tests.bygg import BRUKERE, Ur
from tests.storage.ringer import DefektRing, Filring, GlemsomRing

Ring = Callable[[type[Filring]], None]
SAMMENHENG = b"en konvolutt"


@pytest.fixture
def mappe_og_kode(tmp_path: Path) -> tuple[Path, str]:
    mappe = tmp_path / "mappe"
    return mappe, opprett(mappe, BRUKERE, "proeve", Ur().naa())


def par() -> tuple[bytes, bytes]:
    privat = ny_noekkel()
    return offentlig_del(privat), privat


def filer(mappe: Path) -> list[Path]:
    sted = mappe / "noekler" / "brukere"
    return sorted(sted.iterdir()) if sted.exists() else []


def test_i_en_proevemappe_ligger_noekkelen_i_en_fil_bare_eieren_kan_lese(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, _ = mappe_og_kode
    skap, (offentlig, privat) = Mappeskap(mappe, er_proeve=True), par()
    assert skap.hent(offentlig) is None
    skap.lagre(offentlig, privat)
    assert skap.hent(offentlig) == privat
    (fil,) = filer(mappe)
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600
    assert stat.S_IMODE(fil.parent.stat().st_mode) == 0o700
    assert offentlig.hex() not in fil.name


def test_en_virkelig_mappe_bruker_noekkelringen_til_den_som_er_logget_inn(
    ring: Ring, tmp_path: Path, mappe_og_kode: tuple[Path, str]
) -> None:
    ring(Filring)
    mappe, _ = mappe_og_kode
    skap, (offentlig, privat) = Mappeskap(mappe, er_proeve=False), par()
    skap.lagre(offentlig, privat)
    assert filer(mappe) == []
    assert privat.hex() in (tmp_path / "ring.json").read_text()
    assert Mappeskap(mappe, er_proeve=False).hent(offentlig) == privat


@pytest.mark.parametrize("slag", [DefektRing, GlemsomRing])
def test_uten_en_ring_som_holder_ligger_den_i_en_fil(
    ring: Ring, slag: type[Filring], mappe_og_kode: tuple[Path, str]
) -> None:
    ring(slag)
    mappe, _ = mappe_og_kode
    skap, (offentlig, privat) = Mappeskap(mappe, er_proeve=False), par()
    skap.lagre(offentlig, privat)
    assert len(filer(mappe)) == 1
    assert skap.hent(offentlig) == privat


def test_en_noekkel_som_ikke_hoerer_til_den_offentlige_delen_brukes_ikke(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, _ = mappe_og_kode
    skap, (offentlig, privat) = Mappeskap(mappe, er_proeve=True), par()
    skap.lagre(offentlig, privat)
    (fil,) = filer(mappe)
    fil.write_text(f"{par()[1].hex()}\n")
    assert skap.hent(offentlig) is None


def test_en_maskin_som_ikke_tar_vare_paa_noekkelen_sies(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, _ = mappe_og_kode
    skap, (offentlig, _) = Mappeskap(mappe, er_proeve=True), par()
    with pytest.raises(Driftsfeil, match="tar ikke vare på"):
        skap.lagre(offentlig, par()[1])


def test_brukernes_noekler_blir_der_naar_mappen_faar_ny_noekkel(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, _ = mappe_og_kode
    skap, (offentlig, privat) = Mappeskap(mappe, er_proeve=True), par()
    skap.lagre(offentlig, privat)
    bytt_noekkel(mappe, lambda: None)
    assert skap.hent(offentlig) == privat


def test_bare_gjenopprettingskoden_aapner_det_som_er_forseglet_til_den(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, kode = mappe_og_kode
    skap = Mappeskap(mappe, er_proeve=True)
    forseglet = skap.forsegl_til_koden(b"innhold", SAMMENHENG)
    assert skap.aapne_med_koden(forseglet, kode.lower().replace("-", " "), SAMMENHENG) == b"innhold"
    for feil_kode, sammenheng in (("", SAMMENHENG), ("0000", SAMMENHENG), (kode, b"en annen konvolutt")):
        with pytest.raises(FeilNoekkel):
            skap.aapne_med_koden(forseglet, feil_kode, sammenheng)
    with pytest.raises(FeilNoekkel):
        skap.aapne_med_koden(b"ikke et segl", kode, SAMMENHENG)


def test_ny_kode_aapner_det_nye_og_den_gamle_det_gamle(mappe_og_kode: tuple[Path, str]) -> None:
    mappe, gammel = mappe_og_kode
    skap = Mappeskap(mappe, er_proeve=True)
    foer = skap.forsegl_til_koden(b"innhold", SAMMENHENG)
    assert skap.er_til_koden(foer)
    ny = bytt_kode(mappe, lambda: None)
    assert not skap.er_til_koden(foer)
    assert not skap.er_til_koden(b"ikke et segl")
    etter = skap.forsegl_til_koden(b"innhold", SAMMENHENG)
    assert skap.er_til_koden(etter)
    assert skap.aapne_med_koden(foer, gammel, SAMMENHENG) == b"innhold"
    assert skap.aapne_med_koden(etter, ny, SAMMENHENG) == b"innhold"
    for forseglet, kode in ((foer, ny), (etter, gammel)):
        with pytest.raises(FeilNoekkel):
            skap.aapne_med_koden(forseglet, kode, SAMMENHENG)
