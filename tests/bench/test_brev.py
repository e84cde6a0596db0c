"""What a letter costs: against a bare reportlab canvas with the same text, and against LibreOffice, in one run."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from shutil import copyfile, which
from statistics import median
from time import perf_counter

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from boligtildeling.documents.blokker import Ark
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.tegner import tegn
from tests.cli.linje import ROT
from tests.documents import eksempler as e
from tests.documents.lesetre import Lesetre, Node, skrevne_biter

RUNDER = 40
KALDE_RUNDER = 7
SJEKKLISTER = 1_000
_BART_LERRET = """
from io import BytesIO
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
ut = BytesIO()
for skrift in sorted({bit.skrift for bit in biter}):
    registerFont(TTFont(skrift, f"resources/fonts/{skrift}.ttf"))
lerret, side = Canvas(ut), 0
for bit in biter:
    while side < bit.side:
        lerret.showPage()
        side += 1
    lerret.setFont(bit.skrift, bit.stoerrelse)
    lerret.drawString(bit.x, bit.y, bit.tekst)
lerret.save()
"""
_VAART = """
from boligtildeling.documents.tegner import tegn
tegn(ark)
"""
_ALT = """
from boligtildeling.documents.maker import Dokumenter
Dokumenter().lag('vedtak', visning)
"""
_KALDT = """
import pickle, sys, time
with open(sys.argv[1], 'rb') as fil:
    innhold = fil.read()
start = time.perf_counter()
{navn} = pickle.loads(innhold)
{gjoer}
brukt = time.perf_counter() - start
with open('/proc/self/status') as fil:
    print(brukt, next(linje.split()[1] for linje in fil if linje.startswith('VmHWM')))
"""
_BUNKE = """
import sys
from tests.documents import eksempler as e
from boligtildeling.documents.maker import Dokumenter
def minne():
    return int(open('/proc/self/statm').read().split()[1]) * 4096
lag = Dokumenter().lag
for nr in range(1, int(sys.argv[1]) + 1):
    svar = (e.BESVART | {'merknad': f'Merknad {nr}-{k} med ord{nr * k}'} for k in range(len(e.RADER)))
    rader = tuple(e.rad(r.kode, **s) for r, s in zip(e.RADER, svar))
    lag('sjekkliste-soeknadsbehandling', e.sjekkliste(rader=rader))
    if nr in {100, int(sys.argv[1])}:
        print(minne())
"""


@dataclass(frozen=True)
class Kaldt:
    """Seconds of a new process, and the most memory it had."""

    tid: float
    minne: int


def kaldt(navn: str, verdi: object, gjoer: str, mappe: Path) -> Kaldt:
    """What doing it costs in a process that has imported nothing; the value is read from a file."""
    fil = mappe / f"{navn}.pickle"
    fil.write_bytes(pickle.dumps(verdi))
    svar = []
    for _ in range(KALDE_RUNDER):
        ferdig = subprocess.run(
            [sys.executable, "-c", _KALDT.format(navn=navn, gjoer=gjoer), str(fil)],
            capture_output=True,
            text=True,
            cwd=ROT,
            env={**os.environ, "PYTHONPATH": str(ROT)},
            check=True,
        )
        tid, minne = ferdig.stdout.split()
        svar.append(Kaldt(float(tid), int(minne) * 1024))
    return sorted(svar, key=lambda s: s.tid)[len(svar) // 2]


def om_og_om(*gjoer: Callable[[], object]) -> list[float]:
    """The median time of each, in turns, in seconds."""
    tider: list[list[float]] = [[] for _ in gjoer]
    for _ in range(RUNDER):
        for liste, handling in zip(tider, gjoer, strict=True):
            start = perf_counter()
            handling()
            liste.append(perf_counter() - start)
    return [median(liste) for liste in tider]


@pytest.fixture(scope="module")
def ark() -> Ark:
    return bygg("vedtak", e.fullt_vedtak())


def bart_lerret(pdf: bytes) -> Callable[[], bytes]:
    """Draws every text of the paper where it stands, with the same embedded fonts, and nothing else."""
    biter = skrevne_biter(pdf)
    for skrift in {bit.skrift for bit in biter}:
        registerFont(TTFont(skrift, str(ROT / "resources" / "fonts" / f"{skrift}.ttf")))

    def tegn_bart() -> bytes:
        ut = BytesIO()
        lerret, side = Canvas(ut), 0
        for bit in biter:
            while side < bit.side:
                lerret.showPage()
                side += 1
            lerret.setFont(bit.skrift, bit.stoerrelse)
            lerret.drawString(bit.x, bit.y, bit.tekst)
        lerret.save()
        return ut.getvalue()

    return tegn_bart


def test_brevet_varmt_mot_et_bart_lerret(ark: Ark) -> None:
    pdf = tegn(ark)
    bart = bart_lerret(pdf)
    visning = e.fullt_vedtak()
    paa_lerret, tegnet, laget = om_og_om(bart, lambda: tegn(ark), lambda: Dokumenter().lag("vedtak", visning))
    print(f"\nbart lerret, samme tekst: {paa_lerret * 1000:.1f} ms, {len(bart()) / 1000:.1f} kB")
    print(f"brevet tegnet og merket:  {tegnet * 1000:.1f} ms ({tegnet / paa_lerret:.2f} x), {len(pdf) / 1000:.1f} kB")
    print(f"brevet fra visning:       {laget * 1000:.1f} ms ({laget / paa_lerret:.2f} x)")
    with pikepdf.open(BytesIO(bart())) as lest:
        assert len(lest.pages) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="memory is read from the system's own tables")
def test_brevet_kaldt_mot_et_bart_lerret(ark: Ark, tmp_path: Path) -> None:
    bart = kaldt("biter", skrevne_biter(tegn(ark)), _BART_LERRET, tmp_path)
    tegnet = kaldt("ark", ark, _VAART, tmp_path)
    laget = kaldt("visning", e.fullt_vedtak(), _ALT, tmp_path)
    print()
    for hva, svar in (("bart lerret", bart), ("brevet fra ark", tegnet), ("brevet fra visning", laget)):
        print(
            f"kaldt, {hva}: {svar.tid * 1000:.0f} ms ({svar.tid / bart.tid:.1f} x), "
            f"{svar.minne / 1e6:.0f} MB ({svar.minne / bart.minne:.1f} x)"
        )


def test_brevet_mot_libreoffice(ark: Ark, tmp_path: Path) -> None:
    """The same text with headings, lists and tables as a text document, exported as tagged PDF/A-2."""
    if which("soffice") is None:
        print("\nLibreOffice finnes ikke her: ikke målt")
        return
    html = f"<html lang='nb'><meta charset='utf-8'><body>{_som_html(Lesetre(tegn(ark)).rot)}</body></html>"
    (tmp_path / "brev0.html").write_text(html, encoding="utf-8")
    _libreoffice(tmp_path, "odt:writer8", "--writer", tmp_path / "brev0.html")
    filer = [tmp_path / f"brev{nr}.odt" for nr in range(20)]
    for fil in filer[1:]:
        copyfile(filer[0], fil)
    valg = '{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    tider = []
    for antall in (1, len(filer)):
        start = perf_counter()
        _libreoffice(tmp_path, f"pdf:writer_pdf_Export:{valg}", *filer[:antall])
        tider.append(perf_counter() - start)
    assert all(fil.with_suffix(".pdf").stat().st_size for fil in filer)
    (tegnet,) = om_og_om(lambda: tegn(ark))
    per_brev = (tider[1] - tider[0]) / (len(filer) - 1)
    print(f"\nLibreOffice: første brev {tider[0] * 1000:.0f} ms, hvert neste {per_brev * 1000:.0f} ms")
    print(f"vårt brev: {tegnet * 1000:.1f} ms; LibreOffice bruker {per_brev / tegnet:.1f} x så lang tid")


def _libreoffice(mappe: Path, til: str, *filer: Path | str) -> None:
    hjem = f"-env:UserInstallation={(mappe / 'lo').as_uri()}"
    ordre = ["soffice", hjem, "--headless", "--convert-to", til, "--outdir", str(mappe), *map(str, filer)]
    subprocess.run(ordre, check=True, capture_output=True)


_HTML = {"H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "L": "ul", "LI": "li", "Table": "table"}
_HTML |= {"TR": "tr", "TH": "th", "TD": "td"}


def _som_html(node: Node) -> str:
    """The letter with its headings, lists and tables."""
    inni = "".join(escape(barn) if isinstance(barn, str) else _som_html(barn) for barn in node.barn)
    navn = _HTML.get(node.slag, "span")
    return f"<{navn}>{inni}</{navn}>"


@pytest.mark.skipif(sys.platform == "win32", reason="memory is read from the system's own tables")
def test_tusen_fylte_sjekklister_i_en_bunke() -> None:
    start = perf_counter()
    ferdig = subprocess.run(
        [sys.executable, "-c", _BUNKE, str(SJEKKLISTER)],
        capture_output=True,
        text=True,
        cwd=ROT,
        env={**os.environ, "PYTHONPATH": str(ROT)},
        check=True,
    )
    brukt = perf_counter() - start
    foer, etter = map(int, ferdig.stdout.split())
    print(f"\n{SJEKKLISTER} sjekklister: {brukt:.1f} s, {brukt / SJEKKLISTER * 1000:.1f} ms per sjekkliste")
    print(f"minne etter 100: {foer / 1e6:.0f} MB, etter {SJEKKLISTER}: {etter / 1e6:.0f} MB ({etter / foer:.2f} x)")
    assert etter < foer * 1.2
