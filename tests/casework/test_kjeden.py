"""The logs as evidence: nothing typed reaches the log of readings, and an end kept elsewhere tells of a cut."""

import json
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from boligtildeling.casework.context import Arbeid, finn_bruker
from boligtildeling.casework.historikk import noter_hendelse, noter_lesning
from boligtildeling.casework.kjedekontroll import Hode, brudd_i_kjedene, brudd_mot_hode, hoder
from tests.bygg import Kontor, Paa, soeknad
from tests.casework.test_historikk import endre_bak_ryggen, rader


@contextmanager
def arbeid(kontor: Kontor) -> Iterator[Arbeid]:
    program = kontor.program
    with program._database.skriv() as session:
        yield Arbeid(session=session, rammer=program._rammer, bruker=finn_bruker(session, "kari"), naa=kontor.ur.naa())


def ender(kontor: Kontor) -> dict[str, Hode]:
    with kontor.program._database.les() as session:
        return {h.kjede: h for h in hoder(session)}


def brudd(kontor: Kontor, hode: Hode) -> str | None:
    with kontor.program._database.les() as session:
        return brudd_mot_hode(session, hode)


def test_hver_handling_og_hver_lesning_flytter_enden_ett_hakk(paa: Paa) -> None:
    vei = paa("registrert")
    foer = ender(vei.kontor)
    vei.gjoer("noter", tekst="Ringte.")
    vei.vis()
    vei.kontor.program.skriv_ut("sjekkliste-tildeling", vei.saksnummer, "ola")
    etter = ender(vei.kontor)
    assert etter["historikk"].antall == foer["historikk"].antall + 1
    assert etter["lesninger"].antall == foer["lesninger"].antall + 2


def test_en_lesning_sier_hvem_naar_fra_hvilken_maskin_og_hva(paa: Paa) -> None:
    vei = paa("registrert")
    vei.vis("ola")
    (linje,) = rader(vei, "SELECT tidspunkt, bruker, maskin, saksnummer, hva FROM lesning ORDER BY id DESC LIMIT 1")
    maskin = vei.kontor.program._rammer.maskin
    assert linje == (vei.kontor.ur.naa().isoformat(timespec="microseconds"), "ola", maskin, "2026-0001", "vis_sak")


@pytest.mark.parametrize(
    "hva", ["Rolig Fjord", "04856028424", "vis_sak 04856028424 x", "vis_sak Fjord", "", "vis sak\n", "Vis_sak"]
)
def test_det_noen_har_skrevet_kommer_aldri_inn_i_loggen_over_lesninger(kontor: Kontor, hva: str) -> None:
    vei = kontor.ny_sak()
    with pytest.raises(ValueError, match="fixed name"), arbeid(kontor) as a:
        noter_lesning(a, vei.saksnummer, hva)
    assert rader(vei, "SELECT count(*) FROM lesning") == [(0,)]


def test_loggen_over_lesninger_har_ingen_navn_numre_eller_tekster(paa: Paa) -> None:
    vei = paa("utlevert")
    for dokument in ("vedtak", "leieavtale", "noekkelkvittering", "sjekkliste-soeknadsbehandling"):
        vei.kontor.program.skriv_ut(dokument, vei.saksnummer, "ola")
    vei.vis("tove")
    alt = json.dumps(rader(vei, "SELECT * FROM lesning"), ensure_ascii=False)
    assert "skriv_ut noekkelkvittering" in alt
    person = soeknad().soeker
    for merke in (person.fornavn, person.etternavn, str(person.foedselsnummer), "Testvegen", "uten egen bolig"):
        assert merke not in alt


def test_den_som_kutter_loggen_og_retter_enden_avsloeres_av_en_ende_som_er_tatt_vare_paa(paa: Paa) -> None:
    """Whoever holds the open database can do this; only what lies elsewhere tells."""
    vei = paa("registrert")
    for _ in range(3):
        vei.vis("ola")
    tatt_vare_paa = ender(vei.kontor)["lesninger"]
    vei.kontor.program._database.lukk()
    mappe = vei.kontor.program.mappe
    endre_bak_ryggen(mappe, "DELETE FROM lesning WHERE id = (SELECT max(id) FROM lesning)")
    endre_bak_ryggen(
        mappe,
        "UPDATE kjedehode SET antall = antall - 1, siste_hash = (SELECT hash FROM lesning ORDER BY id DESC LIMIT 1) "
        "WHERE kjede = 'lesninger'",
    )
    assert vei.kontor.program.kontroller().funn == ()
    setning = brudd(vei.kontor, tatt_vare_paa)
    assert vei.kontor.program.kontroller([tatt_vare_paa]).funn == (setning,)
    assert setning == f"Linje {tatt_vare_paa.antall} i loggen over lesninger er ikke den som sto der før."


def test_en_ende_som_er_tatt_vare_paa_holder_saa_lenge_loggen_bare_vokser(paa: Paa) -> None:
    vei = paa("kartlagt")
    tatt_vare_paa = ender(vei.kontor)
    vei.gjoer("noter", tekst="Ringte.")
    vei.vis()
    assert [brudd(vei.kontor, hode) for hode in tatt_vare_paa.values()] == [None, None]
    assert brudd(vei.kontor, Hode("historikk", 0, "0" * 64)) is None


def test_kontrollen_leser_en_lang_historikk_linje_for_linje(kontor: Kontor) -> None:
    """Twenty megabytes of history are checked in a small part of that."""
    tekst = "x" * 10_000
    with arbeid(kontor) as a:
        for _ in range(2_000):
            noter_hendelse(a, "noter", "NotatSkrevet", {"kommando": {"tekst": tekst}})
            a.session.expunge_all()
    with kontor.program._database.les() as session:
        tracemalloc.start()
        try:
            assert list(brudd_i_kjedene(session)) == []
            _, topp = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert topp < 8_000_000
