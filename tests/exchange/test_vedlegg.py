"""Attachments are read from the command's own folder and below it, and from nowhere else."""

import os
from pathlib import Path

import pytest

from boligtildeling.exchange.filer import STOERSTE_VEDLEGG, Mappefiler
from tests.cli.linje import Mappe, soeknad, som_bytes


@pytest.fixture
def innboks(tmp_path: Path) -> Path:
    """A folder with a command's files, and a secret beside it."""
    mappe = tmp_path / "innboks"
    (mappe / "under").mkdir(parents=True)
    (mappe / "brev.pdf").write_bytes(b"%PDF-brev")
    (mappe / "under" / "attest åæø.txt").write_bytes(b"attest")
    (tmp_path / "hemmelig.txt").write_bytes(b"hemmelig")
    (tmp_path / "innboks-annen").mkdir()
    (tmp_path / "innboks-annen" / "a.txt").write_bytes(b"naboen")
    return mappe


@pytest.mark.parametrize(
    ("sti", "innhold"),
    [
        ("brev.pdf", b"%PDF-brev"),
        ("./brev.pdf", b"%PDF-brev"),
        ("under/attest åæø.txt", b"attest"),
        ("under/../brev.pdf", b"%PDF-brev"),
    ],
)
def test_filer_i_mappen_og_under_den_leses(innboks: Path, sti: str, innhold: bytes) -> None:
    assert Mappefiler(innboks).hent(sti) == innhold


@pytest.mark.parametrize(
    "sti",
    [
        "../hemmelig.txt",
        "under/../../hemmelig.txt",
        "../innboks-annen/a.txt",
        "{rot}/hemmelig.txt",
        "{rot}/innboks/brev.pdf",
        "/etc/hostname",
        "finnes-ikke.pdf",
        "under",
        ".",
        "..",
        "brev.pdf\x00.txt",
        "x" * 400,
        "\udcff",
        "lenke-ut",
        "lenkemappe/hemmelig.txt",
        "lenke-rundt",
        "roer",
    ],
)
def test_en_sti_ut_av_mappen_eller_til_noe_annet_enn_en_fil_nektes_med_en_setning(innboks: Path, sti: str) -> None:
    (innboks / "lenke-ut").symlink_to(innboks.parent / "hemmelig.txt")
    (innboks / "lenkemappe").symlink_to(innboks.parent)
    (innboks / "lenke-rundt").symlink_to(innboks / "lenke-rundt")
    os.mkfifo(innboks / "roer")
    with pytest.raises(ValueError, match=r"^[A-ZÆØÅ].*\.$") as feil:
        Mappefiler(innboks).hent(sti.replace("{rot}", str(innboks.parent)))
    assert str(innboks) not in str(feil.value)


def test_en_lenke_som_blir_i_mappen_er_lov(innboks: Path) -> None:
    (innboks / "lenke.pdf").symlink_to("brev.pdf")
    assert Mappefiler(innboks).hent("lenke.pdf") == b"%PDF-brev"


def test_en_for_stor_fil_nektes(innboks: Path) -> None:
    with (innboks / "stor.bin").open("wb") as fil:
        fil.truncate(STOERSTE_VEDLEGG + 1)
    with pytest.raises(ValueError, match="25 MB"):
        Mappefiler(innboks).hent("stor.bin")


def test_uten_mappe_kan_ingenting_leses() -> None:
    with pytest.raises(ValueError, match="uten en mappe"):
        Mappefiler(None).hent("brev.pdf")


def test_vedlegget_hentes_ved_siden_av_kommandofilen_og_lagres_med_saken(mappe: Mappe, innboks: Path) -> None:
    vedlegg = [{"tittel": "Brev", "fil": "brev.pdf"}, {"tittel": "Bare tittel"}]
    (innboks / "k.json").write_bytes(som_bytes({"soeknad": soeknad(vedlegg=vedlegg)}))
    assert mappe("utfoer", "registrer_soeknad", "--fil", innboks / "k.json").kode == 0
    vist = mappe("vis", "sak", "2026-0001").json["vedlegg"]
    assert [(v["tittel"], v["har_fil"]) for v in vist] == [("Brev", True), ("Bare tittel", False)]
    (innboks / "brev.pdf").unlink()
    assert mappe("kontroller").json["alt_er_i_orden"] is True


@pytest.mark.parametrize("sti", ["../hemmelig.txt", "/etc/hostname", "lenke-ut"])
def test_et_vedlegg_utenfor_mappen_er_en_feil_i_feltet_og_ingenting_lagres(
    mappe: Mappe, sak: str, innboks: Path, sti: str
) -> None:
    (innboks / "lenke-ut").symlink_to(innboks.parent / "hemmelig.txt")
    foer = mappe.avtrykk()
    vedlegg = [{"tittel": "Lov", "fil": "brev.pdf"}, {"tittel": "Ulov", "fil": sti}]
    (innboks / "k.json").write_bytes(som_bytes({"soeknad": soeknad(vedlegg=vedlegg)}))
    svar = mappe("utfoer", "registrer_soeknad", "--fil", innboks / "k.json")
    assert svar.pekere == ["/soeknad/vedlegg/1/fil"]
    (innboks / "k.json").write_bytes(som_bytes({"saksnummer": sak, "tittel": "Ulov", "fil": sti}))
    assert mappe("utfoer", "legg_ved", "--fil", innboks / "k.json").pekere == ["/fil"]
    assert mappe.avtrykk() == foer


def test_fra_standard_inn_kan_ingen_fil_hentes(mappe: Mappe, sak: str) -> None:
    assert mappe.utfoer("legg_ved", saksnummer=sak, tittel="Brev", fil="brev.pdf").pekere == ["/fil"]
