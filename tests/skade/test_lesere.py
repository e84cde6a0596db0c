"""Whatever bytes are given to what reads from outside: they are read, or refused in the way that is promised."""

import json
import shutil
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.kjedekontroll import les_hode
from boligtildeling.documents.tekstkilde import Tekstkilde, les_tekster
from boligtildeling.domain.feil import Driftsfeil, Ugyldig
from boligtildeling.domain.innstilling import FELTER
from boligtildeling.domain.papirkode import Skrivefeil, les_kode, ny_kode
from boligtildeling.exchange.kommando import les_kommando
from boligtildeling.storage.gjenoppretting import finn_kopi
from boligtildeling.storage.knippe import Knippe, Uleselig
from boligtildeling.storage.kopi import OPPLYSNINGER, Kopi, les_kopi
from boligtildeling.storage.kopier import KOPIMAPPE
from tests.cli.linje import soeknad
from tests.skade.mapper import Mal

SMAA = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda verdi: st.lists(verdi, max_size=4) | st.dictionaries(st.text(max_size=12), verdi, max_size=4),
    max_leaves=12,
)
I_DAG = date(2026, 11, 25)


@st.composite
def forandret(draw: st.DrawFn, verdi: Any) -> Any:
    """The value with something in it exchanged, taken out or put in, anywhere."""
    if isinstance(verdi, dict) and verdi and draw(st.integers(0, 3)):
        navn = draw(st.sampled_from(sorted(verdi)))
        return verdi | {navn: draw(forandret(verdi[navn]))}
    if isinstance(verdi, dict) and verdi and draw(st.booleans()):
        borte = draw(st.sampled_from(sorted(verdi)))
        return {n: v for n, v in verdi.items() if n != borte}
    if isinstance(verdi, list) and verdi and draw(st.integers(0, 3)):
        plass = draw(st.integers(0, len(verdi) - 1))
        return [*verdi[:plass], draw(forandret(verdi[plass])), *verdi[plass + 1 :]]
    return draw(JSON)


@st.composite
def skadet(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some of them changed, taken out, or put in."""
    bytes_ = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        plass = draw(st.integers(0, max(0, len(bytes_) - 1)))
        lengde = draw(st.integers(0, 6))
        bytes_[plass : plass + lengde] = draw(st.binary(max_size=6))
    return bytes(bytes_)


def krev_ugyldig_eller_lest(les: Callable[[], object]) -> None:
    """A command that cannot be read has at least one fault, and each has its pointer and a sentence."""
    try:
        les()
    except Ugyldig as ugyldig:
        feil = ugyldig.feil
    else:
        return
    assert feil
    assert all(f.setning.endswith(".") and (not f.peker or f.peker.startswith("/")) for f in feil)


@given(st.binary(max_size=200) | JSON.map(lambda verdi: json.dumps(verdi).encode()))
def test_hva_som_helst_er_en_ugyldig_kommando(data: bytes) -> None:
    for navn in ("registrer_soeknad", "noter"):
        krev_ugyldig_eller_lest(lambda navn=navn: les_kommando(HANDLINGER[navn].kommando, data, I_DAG))


@given(forandret({"soeknad": soeknad()}))
def test_en_forandret_soeknad_leses_eller_er_ugyldig(inn: Any) -> None:
    data = json.dumps(inn).encode()
    krev_ugyldig_eller_lest(lambda: les_kommando(HANDLINGER["registrer_soeknad"].kommando, data, I_DAG))


@given(skadet(json.dumps({"soeknad": soeknad()}).encode()))
def test_en_skadet_soeknad_leses_eller_er_ugyldig(data: bytes) -> None:
    krev_ugyldig_eller_lest(lambda: les_kommando(HANDLINGER["registrer_soeknad"].kommando, data, I_DAG))


@given(st.sampled_from(sorted(FELTER)), st.text(max_size=60))
def test_en_innstilling_er_brukbar_eller_faar_en_setning(navn: str, verdi: str) -> None:
    setning = FELTER[navn].proev(verdi)
    assert setning is None or setning.endswith(".")


TOML = st.dictionaries(
    st.sampled_from(["hilsen", "tittel", "klage_a", "ukjent"]) | st.text(st.characters(categories=["Ll"]), min_size=1),
    st.text(max_size=30)
    | st.sampled_from(["{kommune}", "{ukjent}", "{", "{0}", "{a.b}", "{a!r:>{b}}", "<b>", "§ 11-2"]),
    max_size=5,
).map(lambda tekster: "[tekst]\n" + "".join(f"{n} = {json.dumps(t)}\n" for n, t in tekster.items()))


@SMAA
@given(st.binary(max_size=120) | TOML.map(lambda tekst: tekst.encode()))
def test_en_egen_brevtekst_brukes_eller_faar_en_setning_og_vaar_staar_i_stedet(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "vedtak.nb.toml").write_bytes(data)
    kilde = Tekstkilde(tmp_path)
    tekster, feil = kilde.tekster("vedtak", "nb"), kilde.feil("vedtak", "nb")
    assert les_tekster("vedtak", "nb").keys() <= tekster.keys()
    assert all(f.setning.endswith(".") for f in feil)
    for navn in {f.noekkel for f in feil if f.noekkel in les_tekster("vedtak", "nb")}:
        assert tekster[navn] == les_tekster("vedtak", "nb")[navn]


KNIPPE = Knippe.lag("noekkelfil", ny_kode())[0].som_bytes()


def krev_knippe_eller_uleselig(data: bytes) -> None:
    try:
        knippe = Knippe.fra_bytes(data)
    except Uleselig:
        return
    assert knippe.som_bytes() == data


@given(st.binary(max_size=200) | skadet(KNIPPE))
def test_et_skadet_knippe_er_uleselig(data: bytes) -> None:
    krev_knippe_eller_uleselig(data)


@given(forandret(json.loads(KNIPPE)))
def test_et_knippe_som_noen_har_laget_selv_er_et_knippe_eller_uleselig(innhold: Any) -> None:
    """With a checksum that fits: the sum finds slips, and is no seal."""
    if isinstance(innhold, dict):
        innhold = med_kontrollsum(innhold)
    krev_knippe_eller_uleselig(json.dumps(innhold, indent=1).encode())


def med_kontrollsum(innhold: dict[str, Any]) -> dict[str, Any]:
    uten = {n: v for n, v in innhold.items() if n != "kontrollsum"}
    return uten | {"kontrollsum": sha256(json.dumps(uten, sort_keys=True).encode()).hexdigest()}


KOPI = Kopi(
    mappe=Path(),
    tidspunkt=datetime(2026, 11, 25, 8).astimezone(),
    slag="daglig",
    noekkel_id="0" * 16,
    antall={"saker": 1, "hendelser": 2, "dokumenter": 0},
    siste_hendelse="2026-11-25T08:00:00+00:00",
    ender=("historikk:2:" + "0" * 64,),
    sha256="0" * 64,
)


@SMAA
@given(st.binary(max_size=100) | skadet(KOPI.som_bytes()) | forandret(json.loads(KOPI.som_bytes())))
def test_det_som_staar_om_en_kopi_er_helt_eller_leses_ikke(tmp_path: Path, innhold: Any) -> None:
    if isinstance(innhold, dict):
        innhold = med_kontrollsum(innhold)
    data = innhold if isinstance(innhold, bytes) else json.dumps(innhold, indent=1).encode()
    (tmp_path / OPPLYSNINGER).write_bytes(data)
    kopi = les_kopi(tmp_path)
    if kopi is None:
        return
    assert kopi.tidspunkt.utcoffset() is not None
    assert sum(kopi.antall.values()) >= 0
    (tmp_path / OPPLYSNINGER).write_bytes(kopi.som_bytes())
    assert les_kopi(tmp_path) == kopi


@given(st.text(max_size=60))
def test_en_kode_er_en_kode_eller_en_skrivefeil(tekst: str) -> None:
    try:
        kode = les_kode(tekst)
    except Skrivefeil:
        return
    assert les_kode(kode) == kode


@given(st.text(max_size=120))
def test_en_ende_er_en_ende_eller_ingenting(tekst: str) -> None:
    ende = les_hode(tekst)
    assert ende is None or les_hode(ende.skrevet) == ende


@pytest.fixture
def med_kopi(mal: Mal, tmp_path: Path) -> Path:
    return mal.til(tmp_path / "data")


@settings(SMAA, max_examples=25)
@given(data=st.data(), navn=st.sampled_from(["boligtildeling.db", "noekkelknippe.json", "kopi.json"]))
def test_en_skadet_kopi_blir_ikke_tatt_i_bruk(med_kopi: Path, data: st.DataObject, navn: str) -> None:
    kopi = next((med_kopi / KOPIMAPPE).glob("2*"))
    egen = med_kopi / "skadet"
    shutil.rmtree(egen, ignore_errors=True)
    shutil.copytree(kopi, egen)
    hel = (egen / navn).read_bytes()
    ny = data.draw(skadet(hel))
    (egen / navn).write_bytes(ny)
    if ny == hel:
        assert finn_kopi(med_kopi, egen).sha256
        return
    with pytest.raises(Driftsfeil) as feil:
        finn_kopi(med_kopi, egen)
    assert feil.value.trygt == "Ingenting er endret."


@settings(SMAA, max_examples=40)
@given(data=st.data())
def test_en_database_av_hva_som_helst_nektes_i_ord(med_kopi: Path, data: st.DataObject) -> None:
    fil = med_kopi / "boligtildeling.db"
    hel = fil.read_bytes()
    for ende in ("-wal", "-shm"):
        fil.with_name(f"{fil.name}{ende}").unlink(missing_ok=True)
    fil.write_bytes(data.draw(st.binary(max_size=8192)))
    with pytest.raises(Driftsfeil) as feil:
        Program.aapne(med_kopi)
    assert feil.value.gjoer
    fil.write_bytes(hel)
