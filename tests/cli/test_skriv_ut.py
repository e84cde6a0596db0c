"""Printing from the command line: the file is replaced whole or not at all, and only what may be printed is."""

from pathlib import Path

import pytest

from tests.cli.linje import Mappe
from tests.cli.spill import spill

SKRIPT = Path(__file__).parent / "hovedloep"
TOMME = {
    "sjekkliste-soeknadsbehandling",
    "sjekkliste-tildeling",
    "sjekkliste-noekkelutlevering",
    "boligsjekkliste",
    "betalingsplan",
    "godkjenningsark",
    "nedbetalingsavtale",
    "oppfoelgingsavtale",
    "etterevaluering",
    "garantierklaering",
    "noekkelinnlevering",
    "samtykke-bostoette",
    "samtykke-deling",
    "samtykke-sosialhjelp",
    "tjenesteoversikt",
    "utflyttingsprotokoll",
    *(f"foelgeark-{spraak}" for spraak in ("ar", "en", "pl", "so", "ti", "uk")),
}


def test_listen_sier_navn_tittel_og_hva_som_kan_skrives_ut_tomt(tom_mal: Mappe) -> None:
    liste = tom_mal.som(None).naar(None)("skriv-ut", "--liste").json
    assert all(set(d) == {"navn", "tittel", "tom"} and d["tittel"] for d in liste)
    assert {d["navn"] for d in liste if d["tom"]} == TOMME
    assert {d["navn"] for d in liste} >= {"vedtak", "leieavtale", "noekkelkvittering"}


@pytest.mark.parametrize("dokument", sorted(TOMME))
def test_tomme_skjemaer_trenger_ingen_sak_og_noteres_ikke(mappe: Mappe, tmp_path: Path, dokument: str) -> None:
    fil = tmp_path / "ut.pdf"
    svar = mappe("skriv-ut", dokument, "--til", fil, "--tom").json
    assert svar == {"dokument": dokument, "fil": str(fil)}
    assert fil.read_bytes().startswith(b"%PDF-")
    assert mappe.avtrykk()["lesning"] == 0


@pytest.mark.parametrize("dokument", ["vedtak", "leieavtale", "noekkelkvittering"])
def test_det_som_ikke_kan_skrives_ut_tomt_er_feil_bruk(mappe: Mappe, tmp_path: Path, dokument: str) -> None:
    mappe("skriv-ut", dokument, "--til", tmp_path / "ut.pdf", "--tom").feilet(2)
    mappe("skriv-ut", dokument, "--til", tmp_path / "ut.pdf").feilet(2)
    assert not (tmp_path / "ut.pdf").exists()


@pytest.mark.parametrize("dokument", ["vedtak", "leieavtale", "noekkelkvittering"])
def test_det_som_ikke_er_skrevet_kan_ikke_skrives_ut(mappe: Mappe, sak: str, tmp_path: Path, dokument: str) -> None:
    fil = tmp_path / "ut.pdf"
    fil.write_bytes(b"gammel")
    assert mappe("skriv-ut", dokument, sak, "--til", fil).sperrer
    assert fil.read_bytes() == b"gammel"


def test_en_ukjent_sak_er_en_feil_i_saksnummeret(mappe: Mappe, tmp_path: Path) -> None:
    assert mappe("skriv-ut", "vedtak", "2026-9999", "--til", tmp_path / "ut.pdf").pekere == ["/saksnummer"]


def test_det_som_ble_sendt_skrives_ut_likt_for_alltid(foer_noekkel: Mappe, tmp_path: Path) -> None:
    """The letter as it was sent, byte for byte, whatever has changed since."""
    foer_noekkel("skriv-ut", "vedtak", "2026-0001", "--til", tmp_path / "en.pdf")
    assert foer_noekkel.som("tove").utfoer("sett_innstilling", navn="kommune", verdi="En annen kommune").kode == 0
    foer_noekkel.naar("2027-05-01T12:00")("skriv-ut", "vedtak", "2026-0001", "--til", tmp_path / "to.pdf")
    assert (tmp_path / "en.pdf").read_bytes() == (tmp_path / "to.pdf").read_bytes()
    (dokument,) = [d for d in foer_noekkel("vis", "sak", "2026-0001").json["dokumenter"] if d["navn"] == "vedtak"]
    from hashlib import sha256

    assert sha256((tmp_path / "en.pdf").read_bytes()).hexdigest() == dokument["sha256"]


def test_en_fil_som_finnes_blir_byttet_ut_og_ingenting_ligger_igjen(mappe: Mappe, tmp_path: Path) -> None:
    fil = tmp_path / "mine papirer" / "liste på norsk.pdf"
    fil.parent.mkdir()
    fil.write_bytes(b"gammel" * 100_000)
    assert mappe("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", fil).kode == 0
    assert fil.read_bytes().startswith(b"%PDF-")
    assert list(fil.parent.iterdir()) == [fil]


@pytest.mark.parametrize("sted", ["finnes/ikke/ut.pdf", ".", "fil/ut.pdf", "x" * 300 + ".pdf"])
def test_et_sted_som_ikke_kan_skrives_til_er_en_driftsfeil(mappe: Mappe, tmp_path: Path, sted: str) -> None:
    (tmp_path / "fil").write_text("x")
    foer = sorted(tmp_path.rglob("*"))
    svar = mappe("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", tmp_path / sted).feilet(5)
    assert svar["hva"].endswith(".")
    assert "directory" not in svar["hva"]
    assert sorted(tmp_path.rglob("*")) == [f for f in foer if f in sorted(tmp_path.rglob("*"))]


def test_en_symbolsk_lenke_byttes_ut_og_det_den_peker_paa_roeres_ikke(mappe: Mappe, tmp_path: Path) -> None:
    (tmp_path / "original").write_bytes(b"original")
    (tmp_path / "lenke.pdf").symlink_to(tmp_path / "original")
    assert mappe("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", tmp_path / "lenke.pdf").kode == 0
    assert (tmp_path / "original").read_bytes() == b"original"
    assert (tmp_path / "lenke.pdf").read_bytes().startswith(b"%PDF-")


def test_leseren_kan_skrive_ut_og_utskriften_staar_i_leseloggen(mappe: Mappe, sak: str, tmp_path: Path) -> None:
    assert mappe.som("ida")("skriv-ut", "sjekkliste-tildeling", sak, "--til", tmp_path / "x.pdf").kode == 0
    assert mappe.som("it")("skriv-ut", "sjekkliste-tildeling", sak, "--til", tmp_path / "y.pdf").sperrer == ["ROLLE"]
    assert mappe.avtrykk()["lesning"] == 1
    assert not (tmp_path / "y.pdf").exists()


def test_et_utkast_til_vedtak_kan_skrives_ut_foer_det_er_sendt(mappe: Mappe, tmp_path: Path) -> None:
    spilt = spill(SKRIPT / "avvist.jsonl", mappe, stopp_foer="send_vedtak")
    assert spilt.feil == []
    svar = mappe("skriv-ut", "vedtak", spilt.lagret["sak"], "--til", tmp_path / "utkast.pdf")
    assert svar.kode == 0
    assert mappe("vis", "sak", spilt.lagret["sak"]).json["dokumenter"] == []


def test_kommunens_egne_tekster_vises_ved_siden_av_vaare(mappe: Mappe) -> None:
    (mappe.sti / "tekster").mkdir()
    (mappe.sti / "tekster" / "vedtak.nb.toml").write_text("[tekst]\nutkast = 'Kladd.'\n", encoding="utf-8")
    svar = mappe("vis", "brevtekster", "vedtak").json
    egne = {t["noekkel"]: t["egen"] for fil in svar["filer"] for t in fil["tekster"] if t["egen"]}
    assert (egne, svar["feil"]) == ({"utkast": "Kladd."}, [])
    assert mappe("vis", "brevtekster", "finnes-ikke").pekere == ["/brev"]


def test_raadene_om_vedtaket_kan_vises(mappe: Mappe, sak: str) -> None:
    assert mappe("vis", "skriveraad", sak).json == []


def test_et_filnavn_med_foedselsnummer_er_feil_bruk(mappe: Mappe, tmp_path: Path) -> None:
    fil = tmp_path / "04856028424.pdf"
    mappe("skriv-ut", "boligsjekkliste", "--tom", "--til", fil).feilet(2)
    assert not fil.exists()


def test_setningene_til_vedtaket_kan_vises_med_kommunens_egne_over(mappe: Mappe) -> None:
    vaare = mappe("vis", "fraser", "--maalform", "nn").json
    assert vaare["feil"] == []
    assert {frase["felt"] for frase in vaare["fraser"]} == {"begrunnelse", "bistand", "vilkaar"}
    egne = mappe.sti / "fraser"
    egne.mkdir()
    fil = '[[frase]]\nnavn = "Vår egen"\nfelt = "bistand"\ntekst = "Du får hjelp."\n'
    (egne / "vedtak.nb.toml").write_text(fil, encoding="utf-8")
    assert mappe("vis", "fraser").json["fraser"][-1]["navn"] == "Vår egen"
    assert mappe("vis", "fraser", "--maalform", "en").pekere == ["/maalform"]
