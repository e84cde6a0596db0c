"""Which cases the work list has: by team, deadline and KID, and never one that the reader may not know of."""

from collections.abc import Callable
from datetime import date

import pytest

from boligtildeling.casework.views import saker
from boligtildeling.casework.views.saker import Saksutvalg
from tests.bygg import Kontor, Paa, person, soeknad

NAVN = (("Stille", "Elv"), ("Stille", "Ås"), ("Stor", "Fjord"))


@pytest.fixture
def numre(kontor: Kontor) -> Callable[..., set[str]]:
    def finn(bruker: str, **utvalg: object) -> set[str]:
        side = kontor.program.vis_saker(bruker, Saksutvalg(**utvalg))  # type: ignore[arg-type]
        assert kontor.program.antall_saker(bruker, Saksutvalg(**utvalg)) == len(side.saker)  # type: ignore[arg-type]
        return {rad.saksnummer for rad in side.saker}

    return finn


def team(kontor: Kontor, navn: str, verdi: str) -> None:
    kontor.gjoer("registrer_bruker", "tove", navn=navn, rolle="saksbehandler", team=verdi)


def test_teamets_saker_er_sakene_til_alle_i_mitt_team(kontor: Kontor, numre: Callable[..., set[str]]) -> None:
    min_, hans = kontor.ny_sak(soeknad()).saksnummer, kontor.ny_sak(soeknad(), "ola").saksnummer
    lederens = kontor.ny_sak(soeknad(), "tove").saksnummer
    assert numre("kari", mitt_team=True) == {min_}
    team(kontor, "kari", "Bolig øst")
    assert numre("kari", mitt_team=True) == {min_}
    team(kontor, "ola", "Bolig øst")
    assert numre("kari", mitt_team=True) == numre("ola", mitt_team=True) == {min_, hans}
    assert numre("tove", mitt_team=True) == {lederens}


def test_den_som_gaar_ut_av_teamet_ser_bare_sine_egne_i_det(kontor: Kontor, numre: Callable[..., set[str]]) -> None:
    min_ = kontor.ny_sak(soeknad()).saksnummer
    kontor.ny_sak(soeknad(), "ola")
    for navn in ("kari", "ola"):
        team(kontor, navn, "Bolig øst")
    team(kontor, "kari", " ")
    assert numre("kari", mitt_team=True) == {min_}


def test_en_skjermet_sak_i_teamet_ses_bare_av_dem_som_er_navngitt(
    kontor: Kontor, numre: Callable[..., set[str]]
) -> None:
    skjermet = kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")), "ola").saksnummer
    for navn in ("kari", "ola"):
        team(kontor, navn, "Bolig øst")
    assert numre("kari", mitt_team=True) == set()
    assert numre("ola", mitt_team=True) == {skjermet}


def test_fristen_er_med_til_og_med_dagen(kontor: Kontor, numre: Callable[..., set[str]]) -> None:
    sak = kontor.ny_sak(soeknad())
    frist = min(sak.vis().frister.values())
    assert numre("kari", frist_til=frist) == {sak.saksnummer}
    assert numre("kari", frist_til=date.fromordinal(frist.toordinal() - 1)) == set()


def test_kid_finner_saken_naar_kontrakten_er_skrevet(paa: Paa) -> None:
    sak = paa("signert")
    kontrakt = sak.vis().kontrakt
    assert kontrakt is not None
    program = sak.kontor.program
    for skrevet in (kontrakt.kid, kontrakt.kid[:7]):
        side = program.vis_saker("kari", Saksutvalg(sok=skrevet))
        assert [rad.saksnummer for rad in side.saker] == [sak.saksnummer]
    assert program.vis_saker("kari", Saksutvalg(sok="99999999999")).saker == ()


@pytest.mark.parametrize("mange", [1, 2, 3, saker.MANGE_TREFF])
def test_soeket_finner_det_samme_om_faa_eller_mange_har_ordet(
    kontor: Kontor, numre: Callable[..., set[str]], mange: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saker, "MANGE_TREFF", mange)
    elv, aas, fjord = (kontor.ny_sak(soeknad(soeker=person(*navn, None))).saksnummer for navn in NAVN)
    assert numre("kari", sok="stille") == {elv, aas}
    assert numre("kari", sok="st") == {elv, aas, fjord}
    assert numre("kari", sok="st ås") == {aas}
    assert numre("kari", sok="2026") == {elv, aas, fjord}
    assert numre("kari", sok="stille 0001") == {elv}
    assert numre("kari", sok="stille elv ås") == numre("kari", sok="?") == set()
