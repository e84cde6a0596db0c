"""Stand-ins: a colleague's cases for a while, a leader's acts when it is a leader, and nothing more."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.casework.adgang import vakt
from boligtildeling.casework.context import finn_bruker
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.vedtak import DELER
from tests.bygg import Kontor, Paa, person, soeknad


def periode(kontor: Kontor, dager: int = 7) -> dict[str, Any]:
    return {"fra_dato": kontor.ur.i_dag, "til_dato": kontor.ur.i_dag + timedelta(days=dager)}


def mine(kontor: Kontor, som: str) -> list[str]:
    return [rad.saksnummer for rad in kontor.program.vis_saker(som, Saksutvalg(ansvarlig=som)).saker]


def test_sakene_staar_blant_stedfortrederens_egne_i_perioden_og_ikke_etter(kontor: Kontor) -> None:
    sak = kontor.ny_sak().saksnummer
    assert mine(kontor, "ola") == []
    kontor.gjoer("utpek_stedfortreder", stedfortreder="ola", **periode(kontor))
    assert mine(kontor, "ola") == mine(kontor, "kari") == [sak]
    assert kontor.program.antall_saker("ola", Saksutvalg(ansvarlig="ola")) == 1
    kontor.ur.fram(7)
    assert mine(kontor, "ola") == [sak], "the last day too"
    kontor.ur.fram(1)
    assert mine(kontor, "ola") == []


def test_skjermede_saker_foelger_ikke_med(kontor: Kontor) -> None:
    kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")))
    kontor.gjoer("utpek_stedfortreder", stedfortreder="ola", **periode(kontor))
    assert mine(kontor, "ola") == []
    assert len(mine(kontor, "kari")) == 1


def test_stedfortrederen_avsluttes_naar_den_andre_er_tilbake(kontor: Kontor) -> None:
    kontor.ny_sak()
    kontor.gjoer("utpek_stedfortreder", stedfortreder="ola", **periode(kontor))
    assert kontor.sperret("avslutt_stedfortreder", "ola", for_bruker="kari") == {"ROLLE"}
    kontor.gjoer("avslutt_stedfortreder", "tove", for_bruker="kari")
    assert mine(kontor, "ola") == []
    assert kontor.sperret("avslutt_stedfortreder") == {"ALLEREDE"}


def test_den_som_staar_for_en_leder_har_vakt_i_perioden(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    assert vei.sperret("aapne_hasteloep", "ola", grunn="Brann.") == {"ROLLE"}
    kontor.gjoer("utpek_stedfortreder", "tove", stedfortreder="ola", **periode(kontor))
    for handling in ("registrer_bruker", "sett_innstilling"):
        felt = {
            "registrer_bruker": {"navn": "ola", "rolle": "teamleder"},
            "sett_innstilling": {"navn": "kommune", "verdi": "Malvik"},
        }[handling]
        assert kontor.sperret(handling, "ola", **felt) == {"ROLLE"}, "no more power than the cases need"
    vei.gjoer("aapne_hasteloep", "ola", grunn="Brann.")
    kontor.ur.fram(8)
    assert vei.sperret("etterregistrer_avvik", "ola", hva="muntlig_vedtak", dato=kontor.ur.i_dag, grunn="x") == {
        "ROLLE"
    }


def test_vakten_gjelder_den_utpekte_fra_foerste_til_siste_dag_og_ingen_andre(kontor: Kontor) -> None:
    i_dag = kontor.ur.i_dag
    dager = [i_dag + timedelta(days=n) for n in range(5)]
    felt = {"fra_dato": dager[1], "til_dato": dager[3]}
    kontor.gjoer("utpek_stedfortreder", "tove", stedfortreder="ola", **felt)
    with kontor.program._database.les() as session:
        har = {
            navn: [dag for dag in dager if vakt(session, finn_bruker(session, navn), dag)]
            for navn in ("ola", "kari", "tove")
        }
    assert har == {"ola": dager[1:4], "kari": [], "tove": []}


def test_den_som_staar_for_en_saksbehandler_har_ikke_vakt(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    kontor.gjoer("utpek_stedfortreder", stedfortreder="ola", **periode(kontor))
    assert vei.sperret("aapne_hasteloep", "ola", grunn="Brann.") == {"ROLLE"}


def test_stedfortrederen_godkjenner_aldri_det_hen_selv_har_skrevet(paa: Paa) -> None:
    vei = paa("til_godkjenning")
    vei.kontor.gjoer("utpek_stedfortreder", "tove", stedfortreder="kari", **periode(vei.kontor))
    assert vei.sperret("godkjenn_vedtak", "kari", kontrollert=DELER) == {"VED-6"}


@pytest.mark.parametrize(
    ("felt", "peker"),
    [
        ({"stedfortreder": "kari"}, "/stedfortreder"),
        ({"stedfortreder": "ida"}, "/stedfortreder"),
        ({"stedfortreder": "nissen"}, "/stedfortreder"),
        ({"for_bruker": "it"}, "/for_bruker"),
        ({"til_dato": date(2026, 11, 1)}, "/til_dato"),
    ],
)
def test_en_stedfortreder_som_ikke_kan_vaere_det_er_en_feil(kontor: Kontor, felt: dict[str, Any], peker: str) -> None:
    gitt = {"stedfortreder": "ola", **periode(kontor), **felt}
    assert peker in kontor.ugyldig("utpek_stedfortreder", "kari", **gitt)


def test_bare_leder_utpeker_for_en_annen(kontor: Kontor) -> None:
    felt = {"stedfortreder": "kari", "for_bruker": "ola", **periode(kontor)}
    assert kontor.sperret("utpek_stedfortreder", "kari", **felt) == {"ROLLE"}
    kontor.gjoer("utpek_stedfortreder", "tove", **felt)
