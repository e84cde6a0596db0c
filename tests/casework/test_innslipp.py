"""Letting people in to cases: by a leader, in the open; IT lets nobody in, itself least of all."""

from typing import Any

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.forsegling import FeilNoekkel
from boligtildeling.storage.noekkelskap import Mappeskap
from tests.bygg import Kontor, databasedump

OLA = {"navn": "ola", "rolle": "saksbehandler"}
KODE = "rett kode"


@pytest.fixture
def med_kode(kontor: Kontor, monkeypatch: pytest.MonkeyPatch) -> Kontor:
    """An office whose recovery code is short."""

    def aapne(_: Mappeskap, forseglet: bytes, kode: str, sammenheng: bytes) -> bytes:
        if kode != KODE:
            raise FeilNoekkel
        return forseglet + sammenheng

    monkeypatch.setattr(Mappeskap, "aapne_med_koden", aapne)
    return kontor


@pytest.mark.parametrize("rolle", ["leser", "saksbehandler", "teamleder"])
def test_den_it_registrerer_venter_til_en_leder_har_sluppet_den_inn(kontor: Kontor, rolle: str) -> None:
    svar = kontor.gjoer("registrer_bruker", "it", navn="nora", rolle=rolle, funksjoner=("arkiv",))
    assert "teamleder" in svar["advarsler"][0]
    for _ in range(2):
        with pytest.raises(Bruksfeil):
            kontor.program.vis_saker("nora", Saksutvalg())
        kontor.gjoer("registrer_bruker", "it", navn="nora", rolle=rolle, er_aktiv=True)
    svar = kontor.gjoer("registrer_bruker", "tove", navn="nora", rolle=rolle, er_aktiv=True)
    assert "advarsler" not in svar
    assert svar["funksjoner"] == ["arkiv"]
    kontor.program.vis_saker("nora", Saksutvalg())


def test_it_registrerer_it(kontor: Kontor) -> None:
    assert "advarsler" not in kontor.gjoer("registrer_bruker", "it", navn="drift", rolle="administrator")
    assert kontor.program.innlogget("drift") == ("drift", "administrator")
    svar = kontor.gjoer("registrer_bruker", "it", navn="drift", rolle="saksbehandler")
    assert "teamleder" in svar["advarsler"][0]
    with pytest.raises(Bruksfeil):
        kontor.program.innlogget("drift")


@pytest.mark.parametrize(
    "mer",
    [{"rolle": "teamleder"}, {"funksjoner": ("arkiv",)}, {"os_navn": "it-2"}, {"rolle": "teamleder", "os_navn": "x"}],
)
def test_it_gir_ikke_mer_til_en_som_ser_saker(kontor: Kontor, mer: dict[str, Any]) -> None:
    assert kontor.sperret("registrer_bruker", "it", **{**OLA, **mer}) == {"ROLLE"}
    kontor.gjoer("registrer_bruker", "tove", **{**OLA, **mer})


@pytest.mark.parametrize("mindre", [{}, {"rolle": "leser"}, {"rolle": "administrator"}, {"er_aktiv": False}])
def test_it_tar_fra_den_som_slutter_eller_bytter_arbeid(kontor: Kontor, mindre: dict[str, Any]) -> None:
    assert "advarsler" not in kontor.gjoer("registrer_bruker", "it", **{**OLA, **mindre})


def test_it_slipper_ikke_inn_igjen_en_som_har_sluttet(kontor: Kontor) -> None:
    kontor.gjoer("registrer_bruker", "tove", **OLA, er_aktiv=False)
    kontor.gjoer("registrer_bruker", "it", **OLA, er_aktiv=True)
    with pytest.raises(Bruksfeil):
        kontor.program.innlogget("ola")


@pytest.mark.parametrize("felt", [{"er_aktiv": False}, {"rolle": "leser"}, {"rolle": "administrator"}])
def test_den_siste_lederen_tas_ikke_bort(kontor: Kontor, felt: dict[str, Any]) -> None:
    tove = {"navn": "tove", "rolle": "teamleder", **felt}
    kontor.gjoer("registrer_bruker", "tove", navn="turid", rolle="teamleder", er_aktiv=False)
    (sperre,) = kontor.sperrer("registrer_bruker", "it", **tove)
    assert (sperre.kode, sperre.loeses_av) == ("ROLLE", "teamleder")
    assert sperre.grunn == "Dette er den eneste teamlederen. Registrer en ny først."
    kontor.gjoer("registrer_bruker", "tove", navn="turid", rolle="teamleder", er_aktiv=True)
    kontor.gjoer("registrer_bruker", "it", **tove)


def test_gjenopprettingskoden_slipper_inn_naar_lederen_er_borte_og_staar_ingen_steder(med_kode: Kontor) -> None:
    kode = {"gjenopprettingskode": KODE}
    turid = {"navn": "turid", "rolle": "teamleder"}
    assert med_kode.ugyldig("registrer_bruker", "it", **turid, gjenopprettingskode="feil") == {"/gjenopprettingskode"}
    assert "advarsler" not in med_kode.gjoer("registrer_bruker", "it", **turid, **kode)
    assert med_kode.program.innlogget("turid") == ("turid", "teamleder")
    satt = {"nytt": "fire ganske vanlige ord", "bruker": "turid"}
    assert med_kode.ugyldig("bytt_passord", "it", **satt, gjenopprettingskode="feil") == {"/gjenopprettingskode"}
    med_kode.gjoer("bytt_passord", "it", **satt, **kode)
    assert med_kode.sperret("bytt_passord", "kari", **satt, **kode) == {"ROLLE"}
    assert KODE not in "\n".join(databasedump(med_kode.program.mappe))


def test_mappens_egen_kode_proeves(kontor: Kontor) -> None:
    felt = {"navn": "turid", "rolle": "teamleder", "gjenopprettingskode": "ABCD"}
    assert kontor.ugyldig("registrer_bruker", "it", **felt) == {"/gjenopprettingskode"}


def test_uten_leder_utpeker_it_den_foerste_og_ingen_andre(kontor: Kontor) -> None:
    with kontor.program._database.skriv() as session:
        session.connection().exec_driver_sql("UPDATE bruker SET rolle = 'leser' WHERE navn = 'tove'")
    assert "advarsler" in kontor.gjoer("registrer_bruker", "it", navn="nora", rolle="saksbehandler")
    kontor.gjoer("registrer_bruker", "it", **OLA, er_aktiv=False)
    kontor.gjoer("bytt_passord", "it", nytt="fire ganske vanlige ord", bruker="kari")
    for navn, slipper_inn in (("turid", True), ("trine", False)):
        svar = kontor.gjoer("registrer_bruker", "it", navn=navn, rolle="teamleder")
        assert ("advarsler" not in svar) == slipper_inn
    assert kontor.sperret("bytt_passord", "it", nytt="fire ganske vanlige ord", bruker="kari") == {"ROLLE"}


def test_historikken_har_hver_endring(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "tove", nytt="satt av tove i dag", bruker="kari")
    kontor.program.logg_inn("kari", "satt av tove i dag", "fire ganske vanlige ord")
    with kontor.program._database.les() as session:
        linjer = session.connection().exec_driver_sql(
            "SELECT h.bruker, handling, json_extract(data, '$.kommando.bruker') FROM hendelse AS h "
            "JOIN hendelsesinnhold AS i ON i.hendelse = h.id ORDER BY h.id DESC LIMIT 2"
        )
        assert linjer.all() == [("kari", "bytt_passord", None), ("tove", "bytt_passord", "kari")]
    assert kontor.program.kontroller().funn == ()
