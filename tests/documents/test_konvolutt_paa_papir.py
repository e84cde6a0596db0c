"""Papers of a case with an envelope, made for real: the address stands on the one enclosure that is kept nowhere."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import undefer

from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.sak import Dokument
from tests.bygg import Kontor, Ur, Vei, aapne, kopier, registrer_boliger
from tests.casework.konvoluttsaker import GATE, HEIM, privat_fil, spor, strengt

HEMMELIG = (HEIM, GATE, "Østbyen", "7041")


@pytest.fixture(scope="module")
def utlevert(tom_mappe: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vei]:
    """A case that has come to its key, with papers that are PDFs; looked at by the tests, and changed by none."""
    ur = Ur()
    program = aapne(kopier(tom_mappe, tmp_path_factory.mktemp("papir") / "mappe"), ur, Dokumenter())
    kontor = Kontor(program, ur, None)
    registrer_boliger(kontor)
    yield strengt(kontor, "ola").til("utlevert")
    program.lukk()


def test_ingen_lagret_pdf_og_ingen_lagret_visning_har_adressen(utlevert: Vei) -> None:
    program, papir = utlevert.kontor.program, Dokumenter()
    with program._database.les() as session:
        alle = session.scalars(select(Dokument).options(undefer(Dokument.innhold))).all()
        tekster = {d.navn: papir.tekst_i(d.innhold) or "" for d in alle}
    assert {"tilbud", "leieavtale", "noekkelkvittering"} <= tekster.keys()
    for navn, tekst in tekster.items():
        assert "Mild" in tekst, navn
        assert not [ord_ for ord_ in HEMMELIG if ord_ in tekst], navn
    assert spor(program.mappe) == []


def test_leieavtalen_viser_til_vedlegget(utlevert: Vei) -> None:
    program = utlevert.kontor.program
    tekst = Dokumenter().tekst_i(program.skriv_ut("leieavtale", utlevert.saksnummer, "kari")) or ""
    assert "vedlegg 1" in tekst.casefold()


def test_alt_annet_som_skrives_ut_er_uten_adressen(utlevert: Vei) -> None:
    program, laget = utlevert.kontor.program, []
    for navn in sorted(DOKUMENTER.keys() - {"adressevedlegg"}):
        try:
            tekst = Dokumenter().tekst_i(program.skriv_ut(navn, utlevert.saksnummer, "kari")) or ""
        except Sperret:
            continue
        laget.append(navn)
        assert not [ord_ for ord_ in HEMMELIG if ord_ in tekst], navn
    assert {"boligsjekkliste", "sjekkliste-noekkelutlevering", "sjekkliste-tildeling"} <= set(laget)


def test_vedlegget_har_adressen_og_blir_ikke_lagret(utlevert: Vei) -> None:
    program = utlevert.kontor.program
    antall = len(utlevert.vis().dokumenter)
    pdf, raad = program.lag_papir("adressevedlegg", utlevert.saksnummer, "tove")
    tekst = Dokumenter().tekst_i(pdf) or ""
    assert GATE in tekst
    assert [r for r in raad if "aldri i vanlig post" in r]
    assert len(utlevert.vis().dokumenter) == antall
    assert spor(program.mappe) == []
    assert utlevert.historikk[-1] == "skriv_adressevedlegg"


def test_en_senere_utskrift_trenger_en_grunn(utlevert: Vei) -> None:
    program, sak = utlevert.kontor.program, utlevert.saksnummer
    foer = utlevert.historikk.count("skriv_adressevedlegg")
    if not foer:
        program.skriv_ut("adressevedlegg", sak, "kari")
    with pytest.raises(Sperret, match="ALLEREDE"):
        program.skriv_ut("adressevedlegg", sak, "kari")
    with pytest.raises(Sperret, match="ALLEREDE"):
        program.skriv_ut("adressevedlegg", sak, "kari", grunn="   ")
    with pytest.raises(Ugyldig, match="/grunn"):
        program.skriv_ut("adressevedlegg", sak, "kari", grunn=f"Brevet til {GATE} kom bort.")
    with pytest.raises(Ugyldig, match="/grunn"):
        program.skriv_ut("adressevedlegg", sak, "kari", grunn="x" * 501)
    program.skriv_ut("adressevedlegg", sak, "kari", grunn="Leieren mistet arket.")
    assert utlevert.historikk.count("skriv_adressevedlegg") == max(foer, 1) + 1
    assert spor(program.mappe) == []


def test_vedlegget_skrives_ikke_ut_av_en_som_ikke_kan_aapne_konvolutten(utlevert: Vei) -> None:
    program = utlevert.kontor.program
    utlevert.vis("ola")
    utlevert.vis("kari")
    privat_fil(utlevert.kontor, "ola").unlink()
    with pytest.raises(Sperret, match="KONVOLUTT"):
        program.skriv_ut("adressevedlegg", utlevert.saksnummer, "ola", grunn="Leieren mistet arket.")
    with pytest.raises(Ugyldig, match="/saksnummer"):
        program.skriv_ut("adressevedlegg", utlevert.saksnummer, "ida", grunn="Leieren mistet arket.")


def test_vedlegget_lages_ikke_foer_kontrakten(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    assert kontor.ur.i_dag == date(2026, 11, 12)
    with pytest.raises(Sperret, match="STEG"):
        kontor.program.skriv_ut("adressevedlegg", vei.saksnummer, "kari")
