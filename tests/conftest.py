"""What every test stands on: a trial folder of its own, a clock to set, and that nothing is left behind."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import event
from sqlalchemy.pool import Pool

from boligtildeling.app import Program, opprett
from tests.bygg import BRUKERE, DYBDE, STADIER, FalskeDokumenter, Kontor, Ur, Vei, aapne, kopier, registrer_boliger

settings.register_profile(
    "boligtildeling",
    deadline=None,
    derandomize=DYBDE == 1,
    max_examples=100 * DYBDE,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("boligtildeling")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nye-bilder", action="store_true", help="ta bildene av skjermene på nytt")


_ute: set[int] = set()
"""Database connections that are out of their pool: somebody is in a transaction."""


@event.listens_for(Pool, "checkout")
def _laant(_tilkobling: object, rad: object, _proxy: object) -> None:
    _ute.add(id(rad))


@event.listens_for(Pool, "checkin")
def _levert(_tilkobling: object, rad: object) -> None:
    _ute.discard(id(rad))


class _Loggfanger(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.linjer: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.linjer.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def miljoet_er_som_foer() -> Iterator[None]:
    """A passphrase that a command leaves for what follows in its process must not open the next test's folder."""
    egne = {navn: verdi for navn, verdi in os.environ.items() if navn.startswith("BOLIGTILDELING_")}
    yield
    for navn in [navn for navn in os.environ if navn.startswith("BOLIGTILDELING_")]:
        del os.environ[navn]
    os.environ.update(egne)


@pytest.fixture(autouse=True)
def _ingenting_blir_igjen(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a warning in the log, a thread or an open transaction.

    A test that means to see log lines asks for `caplog`, and answers for them itself.
    """
    fanger, traader, ute = _Loggfanger(), set(threading.enumerate()), set(_ute)
    logging.getLogger().addHandler(fanger)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(fanger)
    nye = [t for t in threading.enumerate() if t not in traader and not isinstance(t, threading._DummyThread)]
    for traad in nye:
        traad.join(timeout=2)
    assert [t.name for t in nye if t.is_alive()] == [], "threads left behind"
    assert _ute <= ute, "a transaction is left open"
    if "caplog" not in request.fixturenames:
        assert fanger.linjer == [], "log lines that nobody expected"


@pytest.fixture(scope="session")
def tom_mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial folder with five users and nothing else; made once."""
    mappe = tmp_path_factory.mktemp("mal") / "proeve"
    opprett(mappe, BRUKERE, "proeve", Ur().naa())
    return mappe


@pytest.fixture(scope="session")
def stadier(tom_mappe: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Ur]]:
    """The folder, with dwellings and one case, as it stood at each stage of the road; played once."""
    rot = tmp_path_factory.mktemp("stadier")
    ur, dokumenter = Ur(), FalskeDokumenter()
    program = aapne(kopier(tom_mappe, rot / "vei"), ur, dokumenter)
    funn: dict[str, tuple[Path, Ur]] = {}
    try:
        kontor = Kontor(program, ur, dokumenter)
        registrer_boliger(kontor)
        funn["tomt"] = (kopier(program.mappe, rot / "tomt"), Ur(ur.i_dag))
        vei = kontor.ny_sak()
        for forrige, navn in zip(("registrert", *STADIER), STADIER, strict=False):
            vei.steg_etter(forrige, navn)
            funn[navn] = (kopier(program.mappe, rot / navn), Ur(ur.i_dag, 10))
    finally:
        program.lukk()
    return funn


@pytest.fixture
def proevemappe(tom_mappe: Path, tmp_path: Path) -> Path:
    """A trial folder of the test's own: five users (kari, ola, tove, ida, it), no cases."""
    return kopier(tom_mappe, tmp_path / "proevemappe")


@pytest.fixture
def ur() -> Ur:
    """A clock at nine o'clock on Monday 2 November 2026, until the test sets it."""
    return Ur()


@pytest.fixture
def program(proevemappe: Path, ur: Ur) -> Iterator[Program]:
    """The open program on `proevemappe`, by `ur`, with documents that are no PDFs."""
    aapnet = aapne(proevemappe, ur)
    yield aapnet
    aapnet.lukk()


@pytest.fixture
def paa(stadier: dict[str, tuple[Path, Ur]], tmp_path: Path) -> Iterator[Callable[[str], Vei]]:
    """`paa("sendt")` is a case at that stage of the road, in a folder of its own with four dwellings.

    Afterwards database, history chain and documents must be sound.
    """
    aapnede: list[Kontor] = []

    def hent(stadium: str) -> Vei:
        mal, klokke = stadier[stadium]
        ur, dokumenter = Ur(klokke.i_dag, 10), FalskeDokumenter()
        program = aapne(kopier(mal, tmp_path / f"{stadium}-{len(aapnede)}"), ur, dokumenter)
        aapnede.append(Kontor(program, ur, dokumenter))
        return aapnede[-1].vei("2026-0001")

    yield hent
    for kontor in aapnede:
        funn = kontor.program.kontroller().funn
        kontor.program.lukk()
        assert funn == ()


@pytest.fixture
def kontor(paa: Callable[[str], Vei]) -> Kontor:
    """The office on its first day: four dwellings, five users, no cases."""
    return paa("tomt").kontor
