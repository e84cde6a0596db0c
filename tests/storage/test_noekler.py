"""Every road to the key of a folder: the keyring, a file, a passphrase, the recovery code; and when each fails."""

import getpass
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.domain.papirkode import ny_kode
from boligtildeling.storage.knippe import Knippe
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from tests.cli.linje import ROT, Mappe, Svar
from tests.storage.prosess import filer
from tests.storage.ringer import FIL, AapenRing, DefektRing, Filring, GlemsomRing, LaastRing

PASSFRASE = "hest stift batteri korrekt"
Ring = Callable[[type[Filring]], None]


def virkelig(sti: Path) -> Mappe:
    """A real folder by its path: whoever runs the tests acts in it, at the real time."""
    return Mappe(sti, bruker=None, klokke=None)


def opprett(mappe: Mappe, *valg: str) -> dict[str, Any]:
    """Makes it, with whoever runs the tests as leader; gives the answer."""
    svar: dict[str, Any] = mappe("opprett", "--bruker", f"{getpass.getuser()}:teamleder", *valg).json
    return svar


def ringens(tmp_path: Path) -> dict[str, str]:
    fil = tmp_path / "ring.json"
    innhold: dict[str, str] = json.loads(fil.read_bytes()) if fil.is_file() else {}
    return innhold


def noekkelfiler(mappe: Mappe) -> list[Path]:
    return sorted((mappe.sti / "noekler").glob("*")) if (mappe.sti / "noekler").is_dir() else []


def knippe(mappe: Mappe) -> Knippe:
    return Knippe.fra_bytes((mappe.sti / "noekkelknippe.json").read_bytes())


def med_kode(mappe: Mappe, kode: str, *valg: str) -> Svar:
    return mappe("noekkel", "gjenopprett", *valg, inn=f"{kode}\n".encode())


def er_kryptert(mappe: Mappe) -> bool:
    return not mappe.database.read_bytes().startswith(b"SQLite format 3")


@pytest.fixture
def i_ring(ring: Ring, tmp_path: Path) -> Mappe:
    """A real folder whose key is in the keyring."""
    ring(Filring)
    mappe = virkelig(tmp_path / "data")
    assert opprett(mappe)["noekkel"] == "noekkelring"
    return mappe


def test_noekkelringen_holder_noekkelen_og_ingen_annen_fil_gjoer_det(i_ring: Mappe, tmp_path: Path) -> None:
    (verdi,) = ringens(tmp_path).values()
    assert noekkelfiler(i_ring) == []
    assert er_kryptert(i_ring)
    for navn, innhold in filer(i_ring.sti).items():
        assert verdi.encode() not in innhold, navn
        assert bytes.fromhex(verdi) not in innhold, navn
    assert i_ring("vis", "saker").kode == 0


def test_ringen_kan_velges_for_en_prosess_av_miljoet(ring: Ring, tmp_path: Path) -> None:
    ring(Filring)
    mappe = virkelig(tmp_path / "data")
    assert mappe.prosess("opprett").json["noekkel"] == "noekkelring"
    assert mappe("vis", "saker").kode == 0
    assert mappe.prosess("kontroller", env=os.environ | {FIL: str(tmp_path / "tom.json")}).feilet(5)["feil"] == "drift"


@pytest.mark.parametrize("slag", [LaastRing, DefektRing, GlemsomRing, AapenRing])
def test_uten_en_ring_som_holder_blir_det_en_noekkelfil_og_det_sies(
    ring: Ring, slag: type[Filring], tmp_path: Path
) -> None:
    ring(slag)
    mappe = virkelig(tmp_path / "data")
    svar = mappe("opprett")
    assert svar.json["noekkel"] == "noekkelfil"
    assert "bare du kan lese" in svar.feil
    (fil,) = noekkelfiler(mappe)
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600
    assert stat.S_IMODE(fil.parent.stat().st_mode) == 0o700
    assert mappe("vis", "saker").kode == 0
    assert ringens(tmp_path) == {}


def test_en_ring_som_ikke_tar_vare_paa_noekkelen_gir_ingen_mappe(ring: Ring, tmp_path: Path) -> None:
    ring(GlemsomRing)
    mappe = virkelig(tmp_path / "data")
    assert "tar ikke vare på" in mappe("opprett", "--noekkel", "noekkelring").feilet(5)["hva"]
    assert filer(mappe.sti) == {}


def test_en_oppretting_som_ikke_gaar_etterlater_ingen_noekkel_i_ringen(
    ring: Ring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring(Filring)
    mappe = virkelig(tmp_path / "data")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boligtildeling.oppsett._flytt", full)
    assert "full" in mappe("opprett").feilet(5)["hva"]
    assert ringens(tmp_path) == {}
    assert filer(mappe.sti) == {}


@pytest.mark.parametrize("slag", [LaastRing, DefektRing])
def test_en_ring_som_er_laast_eller_defekt_sies_og_ingenting_roeres(
    ring: Ring, i_ring: Mappe, slag: type[Filring]
) -> None:
    foer = filer(i_ring.sti)
    ring(slag)
    svar = i_ring("vis", "saker").feilet(5)
    assert "svarer ikke, eller er låst" in svar["hva"]
    assert "Lås opp nøkkelringen" in svar["gjoer"]
    assert filer(i_ring.sti) == foer


@pytest.mark.parametrize("verdi", ["", "0" * 64, "ikke en nøkkel", "ab" * 31])
def test_en_skadet_noekkel_i_ringen_er_ikke_nok_men_koden_er_det(
    i_ring: Mappe, tmp_path: Path, verdi: str, ring: Ring
) -> None:
    kode = i_ring("noekkel", "ny-kode").json["gjenopprettingskode"]
    hel = ringens(tmp_path)
    (tmp_path / "ring.json").write_text(json.dumps(dict.fromkeys(hel, verdi)))
    assert "gjenopprettingskoden" in i_ring("vis", "saker").feilet(5)["gjoer"]
    assert med_kode(i_ring, kode).json["noekkel"] == "noekkelring"
    assert ringens(tmp_path) == hel
    assert i_ring("vis", "saker").kode == 0


def test_en_noekkelfil_som_andre_kan_lese_blir_ikke_brukt(mappe: Mappe) -> None:
    (fil,) = noekkelfiler(mappe)
    fil.chmod(0o640)
    assert "Andre enn du" in mappe("vis", "saker").feilet(5)["hva"]
    fil.chmod(0o600)
    assert mappe("vis", "saker").kode == 0


def test_hver_snudd_bit_i_noekkelfilen_oppdages_og_koden_hjelper(tmp_path: Path) -> None:
    mappe = virkelig(tmp_path / "data")
    kode = opprett(mappe, "--noekkel", "noekkelfil")["gjenopprettingskode"]
    (fil,) = noekkelfiler(mappe)
    hel = fil.read_bytes()
    for plass in range(0, len(hel), 9):
        skadet = bytearray(hel)
        skadet[plass] ^= 1
        fil.write_bytes(bytes(skadet))
        assert "skadet" in mappe("kontroller").feilet(5)["hva"], plass
    assert med_kode(mappe, kode).kode == 0
    assert fil.read_bytes() == hel
    assert mappe("kontroller").kode == 0


@pytest.fixture
def med_passfrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Mappe, str]:
    """A real folder that only a passphrase opens, and its recovery code; the passphrase is nowhere at hand."""
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", PASSFRASE)
    mappe = virkelig(tmp_path / "data")
    kode: str = opprett(mappe, "--noekkel", "passfrase")["gjenopprettingskode"]
    monkeypatch.delenv("BOLIGTILDELING_NY_PASSFRASE")
    monkeypatch.delenv("BOLIGTILDELING_PASSFRASE")
    return mappe, kode


def test_passfrasen_aapner_og_ingen_noekkel_ligger_paa_maskinen(
    med_passfrase: tuple[Mappe, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe, _ = med_passfrase
    assert noekkelfiler(mappe) == []
    assert "ikke oppgitt" in mappe("vis", "saker").feilet(5)["hva"]
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", PASSFRASE.upper())
    assert mappe("vis", "saker").feilet(5)["hva"] == "Passfrasen er feil."
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", PASSFRASE)
    assert mappe("vis", "saker").kode == 0


def test_samme_passfrase_kan_skrives_paa_to_maater_i_unicode(
    med_passfrase: tuple[Mappe, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe, _ = med_passfrase
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", PASSFRASE)
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", "blåbærsyltetøy på skiva")
    assert mappe("noekkel", "passfrase").kode == 0
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", "bla\u030abærsyltetøy pa\u030a skiva")
    assert mappe("vis", "saker").kode == 0


def test_en_glemt_passfrase_erstattes_av_koden_og_en_ny_noekkel_paa_maskinen(
    med_passfrase: tuple[Mappe, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe, kode = med_passfrase
    assert med_kode(mappe, kode).json["noekkel"] == "noekkelfil"
    assert mappe("vis", "saker").kode == 0
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", "en helt annen frase")
    assert mappe("noekkel", "passfrase").json == {"noekkel": "passfrase"}
    assert noekkelfiler(mappe) == []
    monkeypatch.delenv("BOLIGTILDELING_PASSFRASE")
    assert mappe("vis", "saker").kode == 5


@pytest.mark.parametrize("frase", ["kort", " " * 20, "elleve tegn"])
def test_en_passfrase_som_kan_gjettes_blir_ikke_tatt_imot(
    mappe: Mappe, frase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foer = filer(mappe.sti)
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", frase)
    assert "minst 12 tegn" in mappe("noekkel", "passfrase").feilet(2)["hva"]
    assert filer(mappe.sti) == foer


def test_uten_terminal_og_miljoe_er_det_ingen_passfrase_aa_sette(mappe: Mappe) -> None:
    assert "terminal" in mappe("noekkel", "passfrase").feilet(2)["hva"]


def test_passfrasen_fjerner_noekkelen_fra_ringen(
    i_ring: Mappe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", PASSFRASE)
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", "")
    assert i_ring("noekkel", "passfrase").json == {"noekkel": "passfrase"}
    assert ringens(tmp_path) == {}
    assert i_ring("vis", "saker").kode == 0


@pytest.mark.parametrize(
    ("endre", "sagt"),
    [
        (lambda kode: kode.replace(kode[0], "7" if kode[0] != "7" else "8", 1), "skrevet feil"),
        (lambda kode: kode[:-1], "skrevet feil"),
        (lambda kode: kode + "0", "skrevet feil"),
        (lambda _: "", "skrevet feil"),
        (lambda _: "jeg har mistet den", "skrevet feil"),
        (lambda _: ny_kode(), "hører ikke til denne mappen"),
    ],
    ids=["ett tegn", "mangler", "for mye", "tom", "prat", "en annens"],
)
def test_feil_kode_sies_tydelig_og_roerer_ingenting(
    i_ring: Mappe, tmp_path: Path, endre: Callable[[str], str], sagt: str
) -> None:
    kode = i_ring("noekkel", "ny-kode").json["gjenopprettingskode"]
    (tmp_path / "ring.json").write_text("{}")
    foer = filer(tmp_path)
    svar = med_kode(i_ring, endre(kode)).feilet(5)
    assert sagt in svar["hva"]
    assert svar["trygt"] == "Ingenting er rørt."
    assert filer(tmp_path) == foer


def test_koden_kan_skrives_med_smaa_bokstaver_og_uten_streker(i_ring: Mappe, tmp_path: Path) -> None:
    kode = i_ring("noekkel", "ny-kode").json["gjenopprettingskode"]
    (tmp_path / "ring.json").write_text("{}")
    skrevet = kode.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert med_kode(i_ring, skrevet).kode == 0
    assert i_ring("vis", "saker").kode == 0


def test_en_ny_kode_gjelder_og_den_gamle_ikke_lenger(tmp_path: Path) -> None:
    mappe = virkelig(tmp_path / "data")
    gammel = opprett(mappe)["gjenopprettingskode"]
    svar = mappe("noekkel", "ny-kode", "--gjenopprettingsark", str(tmp_path / "ark.pdf"))
    ny = svar.json["gjenopprettingskode"]
    assert ny != gammel
    assert (tmp_path / "ark.pdf").read_bytes().startswith(b"%PDF-")
    assert "hører ikke til" in med_kode(mappe, gammel).feilet(5)["hva"]
    assert med_kode(mappe, ny).kode == 0
    assert "etter-noekkelbytte" in {kopi.slag for kopi in kopier_i(mappe.sti / KOPIMAPPE)[0]}


def test_et_ark_som_ikke_kan_skrives_tar_ikke_koden_med_seg(tmp_path: Path) -> None:
    mappe = virkelig(tmp_path / "data")
    svar = opprett(mappe, "--gjenopprettingsark", str(tmp_path / "finnes" / "ikke" / "ark.pdf"))
    assert "Arket ble ikke skrevet" in svar["advarsler"][0]
    assert med_kode(mappe, svar["gjenopprettingskode"]).kode == 0


def test_bytte_av_noekkel_krypterer_alt_paa_nytt_og_fjerner_den_gamle(i_ring: Mappe, tmp_path: Path) -> None:
    foer, gammel = ringens(tmp_path), knippe(i_ring)
    innhold = i_ring.database.read_bytes()
    assert i_ring("noekkel", "bytt").json == {"byttet": True}
    etter, ny = ringens(tmp_path), knippe(i_ring)
    assert len(etter) == 1
    assert not set(etter.values()) & set(foer.values())
    assert ny.mappe_id == gammel.mappe_id
    assert ny.noekkel_id != gammel.noekkel_id
    assert list(ny.tidligere) == [gammel.noekkel_id]
    assert len({innhold[:16], i_ring.database.read_bytes()[:16]}) == 2
    assert i_ring("kontroller").json["alt_er_i_orden"] is True


def test_bytte_av_noekkel_beholder_koden_og_passfrasen(
    med_passfrase: tuple[Mappe, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe, kode = med_passfrase
    monkeypatch.setenv("BOLIGTILDELING_PASSFRASE", PASSFRASE)
    assert mappe("noekkel", "bytt").json == {"byttet": True}
    assert noekkelfiler(mappe) == []
    assert mappe("vis", "saker").kode == 0
    monkeypatch.delenv("BOLIGTILDELING_PASSFRASE")
    assert med_kode(mappe, kode).kode == 0
    assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_en_kopi_fra_foer_noekkelen_ble_byttet_kan_fortsatt_tas_i_bruk(i_ring: Mappe) -> None:
    kopi = Path(i_ring("sikkerhetskopier").json["mappe"])
    for _ in range(3):
        assert i_ring("noekkel", "bytt").kode == 0
    assert i_ring("gjenopprett", kopi.name).json["kopi"]["antall"]["saker"] == 0
    assert i_ring("kontroller").json["alt_er_i_orden"] is True


def test_det_som_gjoeres_med_noekkelen_staar_i_historikken(i_ring: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    foer = i_ring.avtrykk()["hendelse"]
    for arbeid in ("bytt", "ny-kode"):
        assert i_ring("noekkel", arbeid).kode == 0
    assert i_ring.avtrykk()["hendelse"] == foer + 2


@pytest.mark.parametrize("arbeid", ["bytt", "ny-kode", "passfrase"])
def test_bare_teamleder_og_administrator_kan_endre_noekkelen(
    ring: Ring, tmp_path: Path, arbeid: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring(Filring)
    monkeypatch.setenv("BOLIGTILDELING_NY_PASSFRASE", PASSFRASE)
    mappe = virkelig(tmp_path / "data")
    mappe("opprett", "--bruker", f"{getpass.getuser()}:saksbehandler")
    foer = filer(mappe.sti)
    assert mappe("noekkel", arbeid).sperrer == ["ROLLE"]
    assert filer(mappe.sti) == foer


def test_en_proevemappe_er_ogsaa_kryptert(mappe: Mappe, sak: str) -> None:
    assert er_kryptert(mappe)
    assert mappe("noekkel", "bytt").kode == 0
    assert er_kryptert(mappe)
    assert mappe("vis", "sak", sak).kode == 0


def test_et_skadet_knippe_hentes_fra_nyeste_kopi_med_koden(i_ring: Mappe, tmp_path: Path) -> None:
    kode = i_ring("noekkel", "ny-kode").json["gjenopprettingskode"]
    fil = i_ring.sti / "noekkelknippe.json"
    hel = fil.read_bytes()
    for skade in (hel[:-40], hel.replace(b"a", b"b", 1), b"", None):
        if skade is None:
            fil.unlink()
        else:
            fil.write_bytes(skade)
        assert "knippe" in i_ring("kontroller").feilet(5)["hva"]
        assert med_kode(i_ring, kode).kode == 0
        assert fil.read_bytes() == hel
        assert i_ring("kontroller").json["alt_er_i_orden"] is True


def test_hver_snudd_bit_i_knippet_oppdages_av_kontrollen(mappe: Mappe) -> None:
    fil = mappe.sti / "noekkelknippe.json"
    hel = fil.read_bytes()
    for plass in range(0, len(hel), 23):
        skadet = bytearray(hel)
        skadet[plass] ^= 4
        fil.write_bytes(bytes(skadet))
        assert "knippet til mappen er skadet" in mappe("kontroller").feilet(5)["hva"], plass


def test_to_mapper_fra_samme_kopi_har_ingen_noekkel_felles(i_ring: Mappe, tmp_path: Path) -> None:
    """What is done with the key of a restored folder takes nothing from the one that the copy came from."""
    kopi = Path(i_ring("sikkerhetskopier").json["mappe"])
    tvilling = virkelig(tmp_path / "tvilling")
    assert tvilling("gjenopprett", str(kopi)).kode == 0
    assert len(ringens(tmp_path)) == 2
    assert knippe(tvilling).mappe_id != knippe(i_ring).mappe_id
    assert tvilling("noekkel", "bytt").kode == 0
    assert len(ringens(tmp_path)) == 2
    for mappe in (i_ring, tvilling):
        assert mappe("kontroller").json["alt_er_i_orden"] is True


def test_vinduet_startes_med_samme_maske_som_kommandolinjen() -> None:
    """Whatever the window makes, nobody else may read; a stand-in for the window tells the mask it was started with."""
    program = (
        "import os, sys, types; vindu = types.ModuleType('ui.app'); "
        "vindu.main = lambda *a, **k: print(oct(os.umask(0))) or 0; sys.modules['ui.app'] = vindu; "
        "os.umask(0); from boligtildeling.cli.main import kjoer; sys.exit(kjoer([]))"
    )
    ferdig = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert ferdig.stdout.strip() == "0o77"
