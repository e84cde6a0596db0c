"""A protected case cannot be noticed: whoever is not named on it gets the same answers with it and without it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, repeat
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.views import saker
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.saker import MANGE_TREFF, Saksutvalg
from boligtildeling.casework.visning import VISNINGER
from boligtildeling.domain.feil import Konflikt, Sperret, Ugyldig
from tests.bygg import MILD, STERK, VISNINGSVALG, Kontor, Paa, boligdata, kommando, person, soeknad

REFERANSE = "SKJEMA-13"
SOEKNAD = soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig"), ekstern_referanse=REFERANSE)
UTENFOR = ("ola", "lise", "ida")
"""A caseworker, a leader and a reader who are not named on the protected case."""
FOR_ALLE_SAKER = frozenset({"bevaring"})
"""Views of what is done to all cases alike: whoever disposes must know how much there is that is years old."""
AAPEN, SKJULT, NESTE = "2026-0001", "2026-0002", "2026-0003"


@pytest.fixture
def kontorer(paa: Paa) -> tuple[Kontor, Kontor]:
    """Two offices alike, but that the first has a protected case too, with a home and a key.

    In the other its number was never given to anyone, and its dwelling was let before the program came.
    """
    med, uten = (paa("tomt").kontor for _ in range(2))
    for kontor in (med, uten):
        kontor.gjoer("registrer_bruker", "tove", navn="lise", rolle="teamleder")
        kontor.ny_sak(soeknad(soeker=person("Sterk", "Vik", STERK)), "ola")
    vei = med.ny_sak(SOEKNAD)
    assert vei.saksnummer == SKJULT
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("utlevert")
    uten.ur.sett(med.ur.i_dag, med.ur.naa().hour)
    med.gjoer("endre_bolig", bolig=boligdata("B-1", bydel="Midtbyen"))
    uten.gjoer("endre_bolig", bolig=boligdata("B-1", bydel="Midtbyen", ledig_fra=None))
    sprang = chain((2,), repeat(1))
    uten.program = _med_sprang(uten.program, lambda: next(sprang))
    return med, uten


def _med_sprang(program: Program, sprang: Callable[[], int]) -> Program:
    return Program(program.mappe, program._database, replace(program._rammer, sprang=sprang), program._slag)


def svar(kontor: Kontor, spoer: Callable[[Kontor], Any]) -> Any:
    """What was answered, or everything that can be seen of the refusal."""
    try:
        return spoer(kontor)
    except Ugyldig as feil:
        return "ugyldig", feil.feil
    except Sperret as feil:
        return "sperret", feil.sperrer
    except Konflikt as feil:
        return "konflikt", feil.saksnummer, feil.versjon, feil.endringer


def krev_likt(kontorer: tuple[Kontor, Kontor], hva: str, spoer: Callable[[Kontor], Any]) -> None:
    med, uten = (svar(kontor, spoer) for kontor in kontorer)
    assert med == uten, hva


@pytest.mark.parametrize("mange", [MANGE_TREFF, 1])
@pytest.mark.parametrize("som", UTENFOR)
def test_lister_soek_og_tall_er_like_med_og_uten_den(
    kontorer: tuple[Kontor, Kontor], som: str, mange: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a word is looked up first, or looked for in each case."""
    monkeypatch.setattr(saker, "MANGE_TREFF", mange)
    ord_ = ("", "åsgard", "mild", "mild åsgard", SKJULT, "0002", MILD, MILD[:6], "testvegen", "B-1", REFERANSE, "vik")
    utvalg = [Saksutvalg(sok=o) for o in ord_]
    utvalg += [Saksutvalg(steg=s) for s in ("kartlegging", "boforhold", "avsluttet")]
    utvalg += [Saksutvalg(ansvarlig=hvem, med_avsluttede=False) for hvem in ("kari", "ola", "tove")]
    for u in utvalg:
        krev_likt(kontorer, f"side {u.sok}", lambda k, u=u: k.program.vis_saker(som, u))
        krev_likt(kontorer, f"neste side {u.sok}", lambda k, u=u: k.program.vis_saker(som, u, 1))
        krev_likt(kontorer, f"tall {u.sok}", lambda k, u=u: k.program.antall_saker(som, u))
    krev_likt(kontorer, "merke", lambda k: k.program.vis_saker(som, Saksutvalg(), 5, f"2026-11-01/{SKJULT}"))


@pytest.mark.parametrize("som", UTENFOR)
def test_boligene_er_like_med_og_uten_den(kontorer: tuple[Kontor, Kontor], som: str) -> None:
    for bare_ledige in (False, True):
        krev_likt(kontorer, "boliger", lambda k, b=bare_ledige: k.program.vis_boliger(som, b))
    for felt in (boligdata("B-1"), boligdata("B-9")):
        krev_likt(kontorer, "ny bolig", lambda k, b=felt: k.gjoer("registrer_bolig", som, bolig=b))
    krev_likt(kontorer, "gammel", lambda k: k.gjoer("endre_bolig", som, bolig=boligdata("B-1"), sett_versjon=1))


@pytest.mark.parametrize("som", UTENFOR)
def test_nummeret_dens_er_ikke_i_bruk_for_andre(kontorer: tuple[Kontor, Kontor], som: str) -> None:
    """Every view and paper of it, and acts on it, answer as for a number that nobody has got."""
    les: dict[str, Callable[[Kontor], Any]] = {"vis sak": lambda k: k.program.vis_sak(SKJULT, som)}
    for navn, visning in VISNINGER.items():
        if visning.om_sak:
            les[navn] = lambda k, v=visning: k.program.vis(v, som, SKJULT)
    for navn in DOKUMENTER:
        les[f"skriv ut {navn}"] = lambda k, n=navn: k.program.skriv_ut(n, SKJULT, som)
        les[f"papirrad {navn}"] = lambda k, n=navn: k.program.papirrad(n, SKJULT, som)
    for navn, felt in {
        "noter": {"tekst": "x"},
        "overta_sak": {},
        "gi_tilgang": {"bruker": som},
        "trekk_tilgang": {"bruker": "kari", "grunn": "x"},
        "tildel_sak": {"bruker": som},
        "registrer_tilknytning": {"slag": "annet"},
        "angre": {"hendelse": 1, "grunn": "x"},
        "tilby_bolig": {"boligid": "B-1", "frist": kontorer[0].ur.i_dag},
        "avslutt_sak": {"utfall": "duplikat", "grunn": "x"},
    }.items():
        for versjon in (None, 1, 999):
            k_ = kommando(navn, saksnummer=SKJULT, sett_versjon=versjon, **felt)
            les[f"{navn} {versjon}"] = lambda k, kom=k_: k.program.utfoer(kom, som)
            les[f"vis {navn} {versjon}"] = lambda k, kom=k_: k.program.forhaandsvis(kom, "vedtak", som)
    for hva, spoer in les.items():
        krev_likt(kontorer, hva, spoer)
        assert svar(kontorer[0], spoer)[0] in {"ugyldig", "sperret"}, hva


@pytest.mark.parametrize("som", ["ola", "lise"])
@pytest.mark.parametrize("beskyttelse", ["ingen", "ikke_kontrollert"])
def test_samme_person_kan_soeke_igjen_uten_at_noen_merker_den(
    kontorer: tuple[Kontor, Kontor], som: str, beskyttelse: str
) -> None:
    """A new application with the same reference gives a new case, and the same one when it is sent again."""
    mild = person("Mild", "Åsgard", MILD, beskyttelse)  # type: ignore[arg-type]
    igjen = replace(SOEKNAD, soeker=mild, soeknadstype="forlengelse")
    for ventet in (False, True):
        krev_likt(kontorer, "søknad", lambda k: k.gjoer("registrer_soeknad", som, soeknad=igjen))
        assert kontorer[0].gjoer("registrer_soeknad", som, soeknad=igjen)["saksnummer"] == NESTE, ventet
    krev_likt(kontorer, "saken", lambda k: k.program.vis_sak(NESTE, som))
    assert kontorer[0].program.vis_sak(NESTE, som).bolig is None, "an extension would tell where one lives"


@pytest.mark.parametrize("som", ["ola", "lise"])
def test_boligen_dens_nektes_som_enhver_opptatt_bolig(kontorer: tuple[Kontor, Kontor], som: str) -> None:
    for kontor in kontorer:
        kontor.vei(AAPEN).til("sendt")
    frist = kontorer[0].ur.i_dag.replace(month=12, day=20)
    felt = {"saksnummer": AAPEN, "boligid": "B-1", "frist": frist}
    krev_likt(kontorer, "tilbud", lambda k: k.gjoer("tilby_bolig", som, **felt))
    assert svar(kontorer[0], lambda k: k.gjoer("tilby_bolig", som, **felt))[0] == "sperret"


@pytest.mark.parametrize("som", ["ola", "lise"])
def test_egne_handlinger_svarer_likt_med_og_uten_den(kontorer: tuple[Kontor, Kontor], som: str) -> None:
    """The answers count nothing that is done elsewhere."""
    handlinger: tuple[tuple[str, dict[str, Any]], ...] = (
        ("noter", {"tekst": "x"}),
        ("overta_sak" if som != "ola" else "noter", {} if som != "ola" else {"tekst": "y"}),
        ("registrer_tilknytning", {"slag": "annet"}),
    )
    for navn, felt in handlinger:
        krev_likt(kontorer, navn, lambda k, n=navn, f=felt: k.gjoer(n, som, saksnummer=AAPEN, **f))
    krev_likt(kontorer, "saken", lambda k: k.program.vis_sak(AAPEN, "ida"))


@pytest.mark.parametrize("som", [*UTENFOR, "it"])
def test_visninger_uten_sak_er_like_med_og_uten_den(kontorer: tuple[Kontor, Kontor], som: str) -> None:
    """Whatever lists or counts across the cases."""
    for navn, visning in VISNINGER.items():
        if not visning.om_sak and navn not in FOR_ALLE_SAKER:
            valg = VISNINGSVALG.get(navn, {})
            krev_likt(kontorer, navn, lambda k, v=visning, valg=valg: k.program.vis(v, som, None, **valg))


def test_lederen_ser_ikke_at_noen_har_lest_den(kontorer: tuple[Kontor, Kontor]) -> None:
    for kontor in kontorer:
        kontor.program.vis_sak(AAPEN, "ida")

    def lesninger(kontor: Kontor) -> Any:
        rader = kontor.program.vis(VISNINGER["lesninger"], "lise", None)
        return [replace(rad, nummer=0) for rad in rader]

    krev_likt(kontorer, "lesninger", lesninger)
