"""The one door: who is in the folder, what version it is, and what is done before anyone works in it."""

import gzip
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage import doer
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.laas import MAPPELAAS, DeltLaas, Opptatt, laas
from boligtildeling.storage.migration import KJENTE_VERSJONER
from boligtildeling.storage.rotering import bytt_noekkel, krypter_klartekst
from tests.cli.linje import ROT, Mappe
from tests.lager import noekkel_til, raa
from tests.storage.prosess import filer
from tests.storage.test_feil_paa_filen import krev_driftsfeil

GULL_2 = Path(__file__).parents[1] / "data" / "versjon-0002.tar.gz"
GULL = Path(__file__).parents[1] / "data" / "versjon-0001.db.gz"
HOLDER = (
    "import sys; from pathlib import Path; from boligtildeling.app import Program; "
    "p = Program.aapne(Path(sys.argv[1])); print('aapen', flush=True); sys.stdin.read(1)"
)


@contextmanager
def i_bruk_av_en_annen(mappe: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Another process has the folder open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(mappe)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROT
    ) as annen:
        assert annen.stdout is not None
        assert annen.stdout.readline() == b"aapen\n"
        yield annen
        annen.kill()


@pytest.fixture
def gammel(tmp_path: Path) -> Path:
    """A folder of version 0001, in clear text, as that version left it."""
    mappe = tmp_path / "gammel"
    mappe.mkdir()
    (mappe / FILNAVN).write_bytes(gzip.decompress(GULL.read_bytes()))
    return mappe


def test_mens_en_annen_har_mappen_leses_og_skrives_det_men_noekkelen_er_i_fred(mappe: Mappe, sak: str) -> None:
    mappe("sikkerhetskopier").json["mappe"]
    kopi = kopier_i(mappe.sti / KOPIMAPPE)[0][0].mappe.name
    with i_bruk_av_en_annen(mappe.sti):
        assert mappe.utfoer("noter", saksnummer=sak, tekst="ved siden av").kode == 0
        foer = (mappe.sti / "noekkelknippe.json").read_bytes()
        for kommando in (["noekkel", "bytt"], ["noekkel", "ny-kode"], ["gjenopprett", kopi]):
            assert "i bruk av et annet" in krev_driftsfeil(mappe(*kommando).feilet(5))
        assert (mappe.sti / "noekkelknippe.json").read_bytes() == foer
    assert mappe("noekkel", "bytt").kode == 0


def test_laasen_til_en_som_doede_holder_ingen_ute(mappe: Mappe) -> None:
    with i_bruk_av_en_annen(mappe.sti) as annen:
        annen.kill()
        annen.wait()
        assert mappe("noekkel", "bytt").kode == 0


def test_den_som_vil_ha_mappen_alene_faar_den_ikke_mens_andre_er_der(tmp_path: Path) -> None:
    fil = tmp_path / MAPPELAAS
    en, to = DeltLaas(fil, 0.1), DeltLaas(fil, 0.1)
    with pytest.raises(Opptatt), laas(fil, fjern=False):
        pytest.fail("alone, with two others there")
    en.slipp()
    to.slipp()
    with laas(fil, fjern=False), pytest.raises(Opptatt):
        DeltLaas(fil, 0.1)


def test_et_noekkelbytte_mellom_foerste_blikk_og_aapning_merkes(
    mappe: Mappe, sak: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is let go of for an instant between making it fit for use and sharing it."""
    gjoer_klar, ganger = doer._som_foerstemann, []

    def og_noen_bytter_imens(sti: Path, spoer: Callable[[], str | None]) -> bytes | None:
        noekkel = gjoer_klar(sti, spoer)
        if not ganger:
            bytt_noekkel(sti, lambda: None)
        ganger.append(noekkel)
        return noekkel

    monkeypatch.setattr(doer, "_som_foerstemann", og_noen_bytter_imens)
    with Program.aapne(mappe.sti) as program:
        assert program.vis_sak(sak, "kari").saksnummer == sak


@pytest.mark.parametrize("kommando", [("vis", "saker"), ("kontroller",), ("noekkel", "bytt")], ids=" ".join)
def test_en_database_fra_foer_krypteringen_nektes_uroert_og_det_sies_hva_som_gjoeres(
    gammel: Path, kommando: tuple[str, ...]
) -> None:
    foer = filer(gammel)
    svar = Mappe(gammel, "kari", None)(*kommando).feilet(5)
    assert {navn: innhold for navn, innhold in filer(gammel).items() if navn != MAPPELAAS} == foer
    assert "ikke kryptert" in svar["hva"] or "borte" in svar["hva"]


def test_en_database_fra_foer_krypteringen_krypteres_oppgraderes_og_er_hel(gammel: Path, tmp_path: Path) -> None:
    mappe = Mappe(gammel, "kari", None)
    svar = mappe("noekkel", "krypter", "--gjenopprettingsark", str(tmp_path / "ark.pdf")).json
    assert len(svar["gjenopprettingskode"]) == 34
    assert (tmp_path / "ark.pdf").exists()
    assert not [navn for navn, innhold in filer(gammel).items() if b"SQLite format 3" in innhold]
    assert mappe("kontroller").json["alt_er_i_orden"] is True
    assert len(mappe("vis", "saker").json["saker"]) == 2
    assert {kopi.slag for kopi in kopier_i(gammel / KOPIMAPPE)[0]} == {"foer-oppgradering", "etter-noekkelbytte"}
    assert "kryptert allerede" in mappe("noekkel", "krypter").feilet(2)["hva"]


def test_foer_en_oppgradering_tas_en_kopi_som_er_proevd_og_kan_tas_i_bruk(gammel: Path) -> None:
    krypter_klartekst(gammel, "noekkelfil")
    with Program.aapne(gammel) as program:
        saker = program.hylle().naavaerende().antall
    (kopi,), skadde = kopier_i(gammel / KOPIMAPPE)
    assert skadde == []
    assert kopi.slag == "foer-oppgradering"
    assert saker is not None
    assert kopi.antall["saker"] == saker["saker"] == 2
    with closing(doer.koble_for_lesing(kopi.database, noekkel_til(gammel))) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    mappe = Mappe(gammel, "kari", None)
    assert mappe("gjenopprett", kopi.mappe.name).kode == 0
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_en_kryptert_mappe_fra_foer_konvolutten_oppgraderes_og_er_hel(tmp_path: Path) -> None:
    mappe = tmp_path / "to"
    with tarfile.open(GULL_2) as arkiv:
        arkiv.extractall(mappe, filter="data")
    linje = Mappe(mappe, "kari", None)
    assert len(linje("vis", "saker").json["saker"]) == 11
    assert linje("kontroller").json["alt_er_i_orden"] is True
    (kopi,), skadde = kopier_i(mappe / KOPIMAPPE)
    assert (kopi.slag, skadde) == ("foer-oppgradering", [])
    with closing(raa(mappe)) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (KJENTE_VERSJONER[-1],)


def test_uten_plass_til_kopien_oppgraderes_det_ikke(gammel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    krypter_klartekst(gammel, "noekkelfil")
    foer = (gammel / FILNAVN).read_bytes()
    monkeypatch.setattr("boligtildeling.storage.sted._MINSTE_ROM", 10**15)
    with pytest.raises(Driftsfeil, match="ikke plass"):
        Program.aapne(gammel)
    assert (gammel / FILNAVN).read_bytes() == foer
    monkeypatch.undo()
    with Program.aapne(gammel) as program:
        assert program.kontroller().funn == ()


def test_en_oppgradering_som_feiler_etterlater_ikke_en_kopi_for_hvert_forsoek(gammel: Path) -> None:
    krypter_klartekst(gammel, "noekkelfil")
    with closing(raa(gammel)) as db:
        db.execute("CREATE TABLE kjedehode (x)")
    for _ in range(3):
        with pytest.raises(Exception, match="kjedehode"):
            Program.aapne(gammel)
    assert kopier_i(gammel / KOPIMAPPE) == ([], [])
