"""A data folder that has been used for all that it can be used for holds no word about anyone that can be read."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.soeknad import Noter
from boligtildeling.casework.utkast import UTKAST
from boligtildeling.domain.innstilling import ANNET_STED
from tests.bygg import MILD, FalskeDokumenter, Kontor, Ur, aapne
from tests.casework.konvoluttsaker import GATE, HEIM, strengt
from tests.cli.linje import Mappe, soeknad
from tests.lager import raa
from tests.skade.drap import start, vent
from tests.storage.prosess import filer

SOEKNAD = Path(__file__).parents[1] / "cli" / "soeknader" / "barnefamilie-med-tolk.json"
OM_NOEN = {"fornavn", "etternavn", "navn", "foedselsnummer", "linje", "telefon", "beskrivelse", "tittel"}
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix can fork a process to kill")
NOTAT = "Merkverdig fortrolig Åsgårdsreia"
KODINGER = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


def ord_om_noen(verdi: Any, navn: str = "") -> Iterator[str]:
    """What the application says about people, field by field."""
    if isinstance(verdi, dict):
        for felt, innhold in verdi.items():
            yield from ord_om_noen(innhold, felt)
    elif isinstance(verdi, list):
        for ett in verdi:
            yield from ord_om_noen(ett, navn)
    elif navn in OM_NOEN:
        yield str(verdi)


I_UTKASTET, I_KONVOLUTTEN = "Ikke lagret om Åsgårdsreia", (GATE, HEIM, "Åsgard", MILD)
I_SOEKNADEN = tuple(dict.fromkeys(ord_om_noen(json.loads(SOEKNAD.read_text(encoding="utf-8")))))
KORTESTE = 6
"""Letters: a shorter word stands by chance in the megabytes of what is encrypted."""
MERKER = tuple(m for m in (*I_SOEKNADEN, *I_KONVOLUTTEN, NOTAT, I_UTKASTET) if len(m) >= KORTESTE)


def funn(mappe: Path) -> list[tuple[str, str]]:
    """Each file, and a marked word that can be read in it or in its name."""
    alle = filer(mappe)
    moenstre = [(ord_, ord_.encode(k)) for ord_ in MERKER for k in KODINGER]
    i_filer = {(fil, ord_) for fil, innhold in alle.items() for ord_, bytes_ in moenstre if bytes_ in innhold}
    return sorted(i_filer | {(fil, ord_) for fil in alle for ord_ in MERKER if ord_ in fil})


@pytest.fixture
def brukt(foer_noekkel: Mappe) -> Mappe:
    """A whole case to its key, another with an envelope, a note, a draft, copies in two places, a new key, a copy put
    in use; and a process that died with a journal.
    """
    mappe = foer_noekkel
    utlevering = {
        "saksnummer": "2026-0001",
        "mottaker": "Lys Morgen",
        "noekler": [{"merke": "A-1", "antall": 3}],
        "legitimasjon": "pass",
    }
    assert mappe("utfoer", "utlever_noekkel", inn=utlevering).kode == 0
    assert mappe.utfoer("noter", saksnummer="2026-0001", tekst=NOTAT).kode == 0
    annet_sted = mappe.sti.parent / "annet-sted"
    annet_sted.mkdir()
    _legg_i_konvolutt_utkast_og_annet_sted(mappe.sti, annet_sted)
    kopi = mappe("sikkerhetskopier").json["mappe"]
    assert mappe("noekkel", "bytt").kode == 0
    assert mappe("gjenopprett", Path(kopi).name).kode == 0

    def doe() -> None:
        program = Program.aapne(mappe.sti)
        program.utfoer(Noter(saksnummer="2026-0001", tekst=NOTAT), "kari")
        os.kill(os.getpid(), signal.SIGKILL)

    assert vent(start(doe)) == -signal.SIGKILL
    return mappe


def _legg_i_konvolutt_utkast_og_annet_sted(mappe: Path, annet_sted: Path) -> None:
    ur, dokumenter = Ur(), FalskeDokumenter()
    kontor = Kontor(aapne(mappe, ur, dokumenter), ur, dokumenter)
    vei = strengt(kontor).til("tilbudt")
    assert vei.vis().konvolutt is not None
    assert kontor.program.legg_utkast("2026-0001", "sett_paa_vent", {"grunn": I_UTKASTET}, None, "kari")
    kontor.gjoer("sett_innstilling", "it", navn=ANNET_STED, verdi=str(annet_sted))
    assert kontor.program.hylle().daglig(ur.naa()).annet_sted_feil is None
    kontor.program.lukk()


def test_ingen_fil_i_en_brukt_datamappe_har_et_ord_om_noen(brukt: Mappe) -> None:
    """Database, journal, bundle, keys, envelope, draft, and copies in both places."""
    assert len(MERKER) > 12
    navn = set(filer(brukt.sti))
    assert "boligtildeling.db-wal" in navn
    assert sum(fil.endswith("boligtildeling.db") for fil in navn) >= 4
    annet_sted = brukt.sti.parent / "annet-sted"
    assert any(fil.endswith("boligtildeling.db") for fil in filer(annet_sted))
    assert funn(annet_sted) == []
    assert any("brukere" in fil for fil in navn)
    assert funn(brukt.sti) == []
    with Program.aapne(brukt.sti) as program:
        assert [u.felter["grunn"] for u in program.vis(UTKAST, "kari")] == [I_UTKASTET]
    with closing(raa(brukt.sti)) as db:
        assert db.execute("SELECT count(*) FROM konvolutt").fetchone() == (1,)
    assert [n["tekst"] for n in brukt("vis", "sak", "2026-0001").json["notater"]] == [NOTAT, NOTAT]


def test_letingen_ville_ha_funnet_et_ord(tmp_path: Path) -> None:
    for nummer, koding in enumerate(KODINGER):
        (tmp_path / f"{nummer}.bin").write_bytes(b"\0\1" + MERKER[0].encode(koding) + b"\xff")
    (tmp_path / f"{NOTAT}.txt").touch()
    assert len(funn(tmp_path)) >= len(KODINGER) + 1


def test_ingen_fil_i_datamappen_har_noe_som_bare_finnes_i_klartekst(brukt: Mappe) -> None:
    for navn, innhold in filer(brukt.sti).items():
        for tegn in (b"SQLite format 3", b"%PDF-", b"CREATE TABLE", b"saksnummer"):
            assert tegn not in innhold, (navn, tegn)


def test_ingenting_legges_i_mappen_for_midlertidige_filer(
    mappe: Mappe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    midlertidig = tmp_path / "midlertidig"
    midlertidig.mkdir()
    miljoe = os.environ | {navn: str(midlertidig) for navn in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR")}
    sak = mappe.prosess("utfoer", "registrer_soeknad", inn={"soeknad": soeknad()}, env=miljoe).resultat["saksnummer"]
    fil = tmp_path / "liste.pdf"
    for kommando in (["skriv-ut", "sjekkliste-soeknadsbehandling", sak, "--til", fil], ["noekkel", "bytt"]):
        assert mappe.prosess(*kommando, env=miljoe).kode == 0
    assert list(midlertidig.iterdir()) == []
