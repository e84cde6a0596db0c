"""The kommune's logo on paper: there when the setting names a picture, and a clear sentence when it cannot be used."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.cli.linje import Mappe


def sett(mappe: Mappe, verdi: str) -> None:
    assert mappe.som("it").utfoer("sett_innstilling", navn="logofil", verdi=verdi).kode == 0


def skriv_ut(mappe: Mappe) -> tuple[int, Path, str]:
    fil = mappe.sti.parent / "liste.pdf"
    svar = mappe("skriv-ut", "boligsjekkliste", "--tom", "--til", fil)
    return svar.kode, fil, svar.feil


def bilder(fil: Path) -> int:
    with pikepdf.open(fil) as pdf:
        return sum(len(side.get_images()) for side in pdf.pages)


def test_logoen_staar_paa_papiret_naar_innstillingen_nevner_den(mappe: Mappe) -> None:
    kode, fil, _ = skriv_ut(mappe)
    assert (kode, bilder(fil)) == (0, 0)
    bilde = BytesIO()
    Image.new("RGB", (120, 40), "navy").save(bilde, "PNG")
    (mappe.sti / "logo.png").write_bytes(bilde.getvalue())
    sett(mappe, "logo.png")
    kode, fil, _ = skriv_ut(mappe)
    assert (kode, bilder(fil)) == (0, 1)


@pytest.mark.parametrize(("innhold", "sagt"), [(None, "finnes ikke"), (b"ikke et bilde", "verken PNG eller JPEG")])
def test_en_logo_som_ikke_kan_brukes_sier_hvorfor_og_den_gamle_filen_ligger(
    mappe: Mappe, innhold: bytes | None, sagt: str
) -> None:
    _, fil, _ = skriv_ut(mappe)
    foer = fil.read_bytes()
    if innhold is not None:
        (mappe.sti / "logo.png").write_bytes(innhold)
    sett(mappe, "logo.png")
    kode, fil, feil = skriv_ut(mappe)
    assert kode == 5
    assert sagt in feil
    assert fil.read_bytes() == foer
