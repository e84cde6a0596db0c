"""The rules that take up a reading for a leader: each with what it sees and what it lets pass."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from boligtildeling.domain.leselogg import Ansattopplysning, Kjennskap, Lesegrenser, Lest, flagg
from boligtildeling.domain.soeknad import Adresse, Soeknad
from boligtildeling.exchange.personvern import lesegrenser
from tests.bygg import ADRESSE, ROLIG, STILLE, barn, person, soeknad

GRENSER = Lesegrenser((time(7), time(17)), mange_saker=3, mange_innen=timedelta(minutes=15))
TIRSDAG = datetime(2026, 11, 3, 10)
SAK = "2026-0001"


def ansatt(bruker: str = "ola", fornavn: str = "Rolig", etternavn: str = "Fjord", **felt: Any) -> Ansattopplysning:
    return Ansattopplysning(bruker=bruker, fornavn=fornavn, etternavn=etternavn, **({"adresse": None} | felt))


def funnet(
    soekn: Soeknad | None = None, *ansatte: Ansattopplysning, naar: datetime = TIRSDAG, har_oppgave: bool = True
) -> tuple[str, ...]:
    """The flags of one reading by ola."""
    kjennskap = Kjennskap(
        ansatte={a.bruker: a for a in ansatte},
        saker={SAK: soekn or soeknad()},
        har_oppgave=frozenset({("ola", SAK)} if har_oppgave else ()),
    )
    return flagg([Lest(1, naar, "ola", SAK)], kjennskap, GRENSER)[1]


def test_en_vanlig_lesning_tas_ikke_fram() -> None:
    assert funnet() == ()
    assert funnet(None, ansatt("kari", "Kari", "Strand"), ansatt("ola", "Ola", "Vik", adresse=ADRESSE)) == ()


@pytest.mark.parametrize(
    ("foedselsdato", "treff"),
    [(None, True), (date(1960, 5, 8), False)],
)
def test_en_kollega_kjennes_igjen_paa_navn_og_foedselsdato(foedselsdato: date | None, treff: bool) -> None:
    soekn = soeknad(soeker=person("Rolig", "Fjord", None, foedselsdato=date(1985, 4, 17)))
    kollega = ansatt("kari", "RÓLIG", "fjord", foedselsdato=foedselsdato)
    assert funnet(soekn, kollega) == (("kollega",) if treff else ())
    assert funnet(soekn, replace_dato(kollega, date(1985, 4, 17))) == ("kollega",)


def replace_dato(a: Ansattopplysning, dato: date) -> Ansattopplysning:
    return ansatt(a.bruker, a.fornavn, a.etternavn, foedselsdato=dato)


def test_foedselsdatoen_leses_ogsaa_ut_av_nummeret() -> None:
    soekn = soeknad(soeker=person("Rolig", "Fjord", ROLIG))
    dag, maaned, aar = int(ROLIG[:2]), int(ROLIG[2:4]), int(ROLIG[4:6])
    ekte = maaned - 80 if maaned > 80 else maaned - 65 if maaned > 65 else maaned - 40 if maaned > 40 else maaned
    foedt = date(1900 + aar, ekte, dag)
    assert funnet(soekn, ansatt("kari", foedselsdato=foedt)) == ("kollega",)
    assert funnet(soekn, ansatt("kari", foedselsdato=foedt + timedelta(days=1))) == ()


def test_en_kollega_i_husstanden_er_ogsaa_en_kollega() -> None:
    soekn = soeknad(husstand=(replace(barn(), navn="Kari Strand", relasjon="samboer", foedselsdato=None),))
    assert funnet(soekn, ansatt("kari", "Kari", "Strand")) == ("kollega",)


def test_den_som_leser_sin_egen_sak_sies_det_om() -> None:
    assert funnet(soeknad(), ansatt("ola", adresse=ADRESSE)) == ("egen_sak",)


@pytest.mark.parametrize(
    ("etternavn", "adresse", "treff"),
    [
        ("Fjord", ADRESSE, True),
        ("FJORD", Adresse("testvegen  4", "7014", "Trondheim"), True),
        ("Fjord", Adresse("Testvegen 5", "7014", "TRONDHEIM"), False),
        ("Vik", ADRESSE, False),
        ("Fjord", None, False),
    ],
)
def test_samme_etternavn_og_samme_adresse_er_familie(etternavn: str, adresse: Adresse | None, treff: bool) -> None:
    funn = funnet(soeknad(), ansatt("ola", "Ola", etternavn, adresse=adresse))
    assert funn == (("familie",) if treff else ())


def test_familien_kjennes_ogsaa_igjen_paa_den_andre_soekeren_og_husstanden() -> None:
    soekn = soeknad(soeker=person("Rolig", "Strand"), medsoeker=person("Stille", "Vik", STILLE), husstand=(barn(),))
    assert funnet(soekn, ansatt("ola", "Ola", "Vik", adresse=ADRESSE)) == ("familie",)
    assert funnet(soekn, ansatt("ola", "Ola", "Fjord", adresse=ADRESSE)) == ("familie",)


def test_den_som_ikke_har_noe_med_saken_aa_gjoere_tas_fram() -> None:
    assert funnet(har_oppgave=False) == ("uten_oppgave",)


def test_en_registrert_tilknytning_tas_fram_ogsaa_for_det_som_ble_lest_foer_den() -> None:
    kjennskap = Kjennskap({}, {SAK: soeknad()}, frozenset({("ola", SAK)}), frozenset({("ola", SAK)}))
    assert flagg([Lest(1, TIRSDAG, "ola", SAK)], kjennskap, GRENSER)[1] == ("tilknytning",)


@pytest.mark.parametrize(
    ("naar", "treff"),
    [
        (datetime(2026, 11, 3, 6, 59), True),
        (datetime(2026, 11, 3, 7), False),
        (datetime(2026, 11, 3, 16, 59), False),
        (datetime(2026, 11, 3, 17), True),
        (datetime(2026, 11, 7, 10), True),
        (datetime(2026, 12, 25, 10), True),
    ],
)
def test_arbeidstiden_er_virkedager_fra_og_til(naar: datetime, treff: bool) -> None:
    assert funnet(naar=naar) == (("utenfor_arbeidstid",) if treff else ())


def mange(*minutter: int, saker: int | None = None, brukere: int = 1) -> list[int]:
    """Which readings count as many at once: one case each, or `saker` cases in turn, this many minutes after ten."""
    lest = [
        Lest(nr, TIRSDAG + timedelta(minutes=m), f"bruker{nr % brukere}", f"2026-{nr % (saker or len(minutter)):04d}")
        for nr, m in enumerate(minutter)
    ]
    kjennskap = Kjennskap({}, {}, frozenset((x.bruker, x.saksnummer) for x in lest))
    return [nr for nr, grunner in flagg(lest, kjennskap, GRENSER).items() if "mange" in grunner]


def test_mange_saker_paa_kort_tid_tas_fram() -> None:
    assert mange(0, 1, 2) == []
    assert mange(0, 1, 2, 3) == [0, 1, 2, 3]
    assert mange(0, 16, 17, 18, 19) == [1, 2, 3, 4]
    assert mange(0, 16, 32, 48, 64) == []
    assert mange(0, 1, 2, 3, 4, 5, saker=3) == []
    assert mange(0, 1, 2, 3, 4, 5, brukere=2) == []


def test_grensene_er_data_som_kommunen_kan_endre() -> None:
    grenser = lesegrenser()
    assert grenser.arbeidstid == (time(7), time(17))
    assert grenser.mange_saker > 1
    assert grenser.mange_innen >= timedelta(minutes=1)
