"""Whatever goes wrong, nothing about a person reaches standard error, a log, a file name or the text of a value."""

import contextlib
import json
import logging
import os
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy.exc import IntegrityError

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.soeknad import RegistrerSoeknad
from boligtildeling.exchange.kommando import les_kommando
from tests.cli.linje import PROGRAM, ROT, Mappe, soeknad, som_bytes
from tests.lager import raa
from tests.storage.prosess import filer

MERKER = ("Merkelig", "Navnesen", "17848510033", "Merkevegen", "99887766", "merke@eksempel.no", "Hemmelig grunn")


def merket(**felt: Any) -> dict[str, Any]:
    """An application where everything about a person is marked."""
    person = {
        "fornavn": "Merkelig",
        "etternavn": "Navnesen",
        "foedselsnummer": "17848510033",
        "foedselsdato": "1985-04-17",
        "telefon": "99887766",
        "epost": "merke@eksempel.no",
        "adresse": {"linje": "Merkevegen 1", "postnummer": "7030", "poststed": "TRONDHEIM"},
        "adressebeskyttelse": "ingen",
    }
    annen = {"navn": "Merkelig Navnesen", "relasjon": "barn", "foedselsdato": "2020-01-01"}
    return soeknad(
        soeker={**person, **felt.pop("soeker", {})},
        husstand=[annen],
        bosituasjon={"type": "annet", "beskrivelse": "Hemmelig grunn"},
        behov={"beskrivelse": "Hemmelig grunn"},
        **felt,
    )


def krev_taus(tekst: str) -> None:
    assert [m for m in MERKER if m.casefold() in tekst.casefold()] == []


@pytest.fixture
def merket_sak(mappe: Mappe) -> str:
    nummer: str = mappe.utfoer("registrer_soeknad", soeknad=merket()).resultat["saksnummer"]
    return nummer


@pytest.mark.parametrize(
    "felt",
    [
        {"soeker": {"foedselsnummer": "17848510034"}},
        {"soeker": {"foedselsnummer": "17848510033x"}},
        {"soeker": {"adressebeskyttelse": "Merkelig"}},
        {"soeker": {"fornavn": "Merkelig\x00"}},
        {"soeker": {"telefon": "99887766" * 10}},
        {"soeker": {"etternavn": ["Navnesen"]}},
        {"kanal": "Merkelig"},
        {"mottatt_dato": "Navnesen"},
        {"kontonummer": "99887766000"},
        {"vedlegg": [{"tittel": "Merkelig", "fil": "../Merkelig.pdf"}]},
    ],
    ids=str,
)
def test_feil_i_feltene_gjentar_ikke_det_som_sto_der(mappe: Mappe, felt: dict[str, Any]) -> None:
    svar = mappe.prosess("utfoer", "registrer_soeknad", inn={"soeknad": merket(**felt)})
    assert svar.pekere
    krev_taus(svar.feil)


@pytest.mark.parametrize(
    "inn",
    [
        b'{"soeknad": {"navn": "Merkelig Navnesen" 17848510033',
        b'{"soeknad": {"fornavn": "Merkelig", "fornavn": "Navnesen"}}',
        b'{"soeknad": "Merkelig \xff"}',
    ],
)
def test_skadet_json_gjentas_ikke(mappe: Mappe, inn: bytes) -> None:
    svar = mappe.prosess("utfoer", "registrer_soeknad", inn=inn)
    assert svar.pekere
    krev_taus(svar.feil)


def test_avslag_konflikt_og_feil_bruk_tier_om_personen(mappe: Mappe, merket_sak: str) -> None:
    noekkel = {"merke": "Merkelig", "antall": 1}
    svar = [
        mappe.utfoer("utlever_noekkel", saksnummer=merket_sak, mottaker="Merkelig Navnesen", noekler=[noekkel]),
        mappe.utfoer("send_til_godkjenning", saksnummer=merket_sak),
        mappe.utfoer("noter", saksnummer=merket_sak, sett_versjon=1, tekst="Hemmelig grunn"),
        mappe.som("ida").utfoer("noter", saksnummer=merket_sak, tekst="Hemmelig grunn"),
        mappe.som("Merkelig")("vis", "saker"),
        mappe("vis", "sak", "Merkelig Navnesen"),
        mappe("vis", "saker", "Merkelig", "Navnesen"),
        mappe("vis", "saker", "--etter", "17848510033"),
        mappe("vis", "Merkelig"),
        mappe("utfoer", "Merkelig"),
        mappe("utfoer", "noter", "--fil", "/finnes/ikke/Merkelig-Navnesen.json"),
        mappe("skriv-ut", "vedtak", merket_sak, "--til", "/finnes/ikke/Merkelig-Navnesen.pdf"),
        mappe("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", "/finnes/ikke/Merkelig-Navnesen.pdf"),
        mappe.naar("17848510033")("vis", "saker"),
    ]
    assert {s.kode for s in svar} == {2, 3, 4, 5, 6}
    for ett in svar:
        krev_taus(ett.feil)


@pytest.fixture
def program_med_feil(tmp_path: Path) -> dict[str, str]:
    """The environment of a process where the program has a fault of its own: it fails with all it knows in its text."""
    (tmp_path / "sitecustomize.py").write_text(
        "from sqlalchemy import event\n"
        "from sqlalchemy.orm import Session\n"
        "def feil(session, _):\n"
        "    navn = [sak.soeker_navn for sak in session.new if hasattr(sak, 'soeker_navn')]\n"
        "    try:\n"
        "        raise KeyError(f'Merkelig Navnesen {navn}')\n"
        "    except KeyError:\n"
        "        raise RuntimeError(f'17848510033 {navn}')\n"
        "event.listen(Session, 'after_flush', feil)\n",
        encoding="utf-8",
    )
    sti = os.pathsep.join(filter(None, [str(tmp_path), str(ROT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": sti}


def test_en_uventet_feil_sier_hvor_den_er_og_ikke_hvem_den_gjelder(
    mappe: Mappe, program_med_feil: dict[str, str]
) -> None:
    foer = mappe.avtrykk()
    svar = mappe.prosess("utfoer", "registrer_soeknad", inn={"soeknad": merket()}, env=program_med_feil)
    linje = svar.feilet(5)
    assert linje["feil"] == "uventet"
    krev_taus(svar.feil)
    nummer = linje["hva"].partition("feil ")[2][:8]
    assert f"uventet feil {nummer}: RuntimeError" in svar.feil
    assert "sitecustomize.py:" in svar.feil
    assert mappe.avtrykk() == foer
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_databasens_egne_feil_tar_ikke_med_verdiene(mappe: Mappe, caplog: pytest.LogCaptureFixture) -> None:
    """A constraint that refuses a row: SQLAlchemy's message would hold every value of it."""
    with contextlib.closing(raa(mappe.sti)) as db:
        db.execute(
            "CREATE TRIGGER nekt BEFORE INSERT ON sak BEGIN SELECT RAISE(ABORT, 'nei'); END",
        )
    svar = mappe.utfoer("registrer_soeknad", soeknad=merket())
    svar.feilet(5)
    krev_taus(svar.feil)
    krev_taus(caplog.text)
    assert "IntegrityError" in caplog.text
    assert issubclass(IntegrityError, Exception)


def test_ingen_logglinje_naar_alt_gaar_bra(mappe: Mappe, merket_sak: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        svar = mappe("vis", "sak", merket_sak)
        mappe("vis", "saker", "--sok", "Navnesen")
    assert svar.feil == ""
    krev_taus(caplog.text)


def test_ingen_filnavn_i_mappen_sier_hvem(mappe: Mappe, merket_sak: str) -> None:
    mappe("skriv-ut", "sjekkliste-tildeling", merket_sak, "--til", mappe.sti.parent / "ut.pdf")
    krev_taus(" ".join(filer(mappe.sti.parent)))


def test_leseloggen_har_ingen_opplysninger_om_personen(mappe: Mappe, merket_sak: str) -> None:
    mappe("vis", "sak", merket_sak)
    with contextlib.closing(raa(mappe.sti)) as db:
        rader = db.execute("SELECT * FROM lesning").fetchall()
    assert rader
    krev_taus(json.dumps(rader))


def verdier_i(rot: Any) -> Iterator[Any]:
    """Every frozen value in a command, from the whole of it to its smallest part."""
    if is_dataclass(rot) and not isinstance(rot, type):
        yield rot
        for felt in fields(rot):
            yield from verdier_i(getattr(rot, felt.name))
    elif isinstance(rot, tuple):
        for del_ in rot:
            yield from verdier_i(del_)


def test_verdiene_roeper_ingenting_naar_de_skrives_ut() -> None:
    """repr ends up in logs, in debuggers and in test reports."""
    verge = {
        "navn": "Merkelig Navnesen",
        "rolle": "verge",
        "mandat": "Hemmelig grunn",
        "telefon": "99887766",
        "adresse": {"linje": "Merkevegen 1", "postnummer": "7030", "poststed": "TRONDHEIM"},
    }
    inn = som_bytes({"soeknad": merket(fullmektige=[verge])})
    kommando = les_kommando(RegistrerSoeknad, inn, date(2026, 11, 20))
    verdier = list(verdier_i(kommando))
    assert len(verdier) > 8
    for verdi in verdier:
        krev_taus(repr(verdi).replace("Hemmelig grunn", ""))


def test_en_lagret_sak_roeper_ingenting_naar_den_skrives_ut(mappe: Mappe, merket_sak: str) -> None:
    from boligtildeling.app import Program

    mappe.utfoer("noter", saksnummer=merket_sak, tekst="Hemmelig grunn")
    program = Program.aapne(mappe.sti)
    try:
        krev_taus(repr(program._database))
        krev_taus(repr(program))
    finally:
        program.lukk()


def felttyper() -> set[type]:
    sett: set[type] = set()

    def samle(typ: Any) -> None:
        if is_dataclass(typ) and isinstance(typ, type) and typ not in sett:
            sett.add(typ)
            for felt in get_type_hints(typ).values():
                samle(felt)
        for del_ in get_args(typ):
            samle(del_)

    for handling in HANDLINGER.values():
        samle(handling.kommando)
    return sett


def test_proeven_av_utskrift_ville_ha_sett_et_navn() -> None:
    assert len(felttyper()) > 40
    with pytest.raises(AssertionError):
        krev_taus("Person(fornavn='Merkelig')")


def test_prosessen_arver_ingen_pekefinger_til_stdout(mappe: Mappe, merket_sak: str) -> None:
    """A refusal writes nothing at all on standard out, not even a line break."""
    ferdig = subprocess.run(
        [*PROGRAM, *mappe.linje("utfoer", "send_til_godkjenning")],
        input=som_bytes({"saksnummer": merket_sak}),
        capture_output=True,
        cwd=ROT,
        timeout=60,
        check=False,
    )
    assert ferdig.returncode == 3
    assert ferdig.stdout == b""
    krev_taus(ferdig.stderr.decode())
