"""Who may do what, cell by cell: every role and function, every act, every protection of a case."""

from pathlib import Path

import pytest

from boligtildeling.casework.act import HANDLINGER, Sakskommando, proev_adgang
from boligtildeling.casework.context import Arbeid, finn_bruker
from boligtildeling.casework.grunnlag import hent_sak
from boligtildeling.domain.drift import FUNKSJONSNAVN, Bruker
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.tilgang import ADGANG
from tests.bygg import Kontor, person, soeknad

TABELL = Path(__file__).parents[1] / "data" / "adgangstabell.txt"
"""One line for each act, and one sign for each role and function: who may do it. Read it when it changes."""
VERN = ("ingen", "klientadresse", "ikke_kontrollert", "fortrolig", "strengt_fortrolig")
PERSONER = ("kari", "tove", "ida", "it", *FUNKSJONSNAVN, "it_med_funksjoner")


@pytest.fixture
def folk(kontor: Kontor) -> Kontor:
    """The office with one reader for each function, and someone from IT who has them all."""
    for funksjon in FUNKSJONSNAVN:
        kontor.gjoer("registrer_bruker", "it", navn=funksjon, rolle="leser", funksjoner=(funksjon,))
    alle = tuple(FUNKSJONSNAVN)
    kontor.gjoer("registrer_bruker", "it", navn="it_med_funksjoner", rolle="administrator", funksjoner=alle)
    return kontor


def svar(kontor: Kontor, handling: str, hvem: str, saksnummer: str) -> str:
    """Yes, or what the registry refuses with: unknown case, or the code."""
    act = HANDLINGER[handling]
    program = kontor.program
    with program._database.les() as session:
        bruker = finn_bruker(session, hvem)
        arbeid = Arbeid(session=session, rammer=program._rammer, bruker=bruker, naa=kontor.ur.naa())
        if issubclass(act.kommando, Sakskommando):
            arbeid.sak_eller_ingen = hent_sak(session, saksnummer, bruker)
            if arbeid.sak_eller_ingen is None:
                return "UKJENT"
        try:
            proev_adgang(arbeid, act)
        except Sperret as nei:
            return nei.sperrer[0].kode
    return "ja"


def om_sak(handling: str) -> bool:
    return issubclass(HANDLINGER[handling].kommando, Sakskommando)


def test_hver_handling_staar_i_tabellen_og_omvendt() -> None:
    assert set(ADGANG) == set(HANDLINGER)


def test_tabellen_er_den_som_er_lest_og_godtatt(folk: Kontor) -> None:
    sak = folk.ny_sak().saksnummer
    linjer = [f"{'':32}{' '.join(PERSONER)}"]
    for handling in sorted(HANDLINGER):
        tegn = ("x" if svar(folk, handling, p, sak) == "ja" else "-" for p in PERSONER)
        celler = " ".join(f"{t:<{len(p)}}" for t, p in zip(tegn, PERSONER, strict=True))
        linjer.append(f"{handling:32}{celler}".rstrip())
    assert "\n".join(linjer) + "\n" == TABELL.read_text(encoding="utf-8")


@pytest.mark.parametrize("vern", VERN)
@pytest.mark.parametrize("hvem", PERSONER)
def test_adressebeskyttelse_skjuler_saken_for_alle_som_ikke_er_navngitt(folk: Kontor, vern: str, hvem: str) -> None:
    """A protected case is as if it were not there, whatever the role; the others are judged by the table alone."""
    skjermet = vern in {"fortrolig", "strengt_fortrolig"}
    sak = folk.ny_sak(soeknad(soeker=person(beskyttelse=vern)), "ola").saksnummer
    for handling in HANDLINGER:
        kan = ADGANG[handling].gis(_bruker(folk, hvem))
        ventet = "UKJENT" if skjermet and om_sak(handling) else ("ja" if kan else "ROLLE")
        assert svar(folk, handling, hvem, sak) == ventet, handling


@pytest.mark.parametrize("vern", ["fortrolig", "strengt_fortrolig"])
@pytest.mark.parametrize("hvem", [p for p in PERSONER if not p.startswith("it")])
def test_den_som_er_navngitt_faar_det_rollen_gir_og_ikke_mer(folk: Kontor, vern: str, hvem: str) -> None:
    vei = folk.ny_sak(soeknad(soeker=person(beskyttelse=vern)), "ola")
    vei.gjoer("gi_tilgang", "ola", bruker=hvem)
    for handling in HANDLINGER:
        kan = ADGANG[handling].gis(_bruker(folk, hvem))
        assert svar(folk, handling, hvem, vei.saksnummer) == ("ja" if kan else "ROLLE"), handling


@pytest.mark.parametrize("vern", ["ingen", "fortrolig"])
@pytest.mark.parametrize("hvem", ["kari", "tove", "koordinator"])
def test_den_som_er_inhabil_kan_ingenting_i_saken(folk: Kontor, vern: str, hvem: str) -> None:
    vei = folk.ny_sak(soeknad(soeker=person(beskyttelse=vern)), "ola")
    vei.gjoer("gi_tilgang", "ola", bruker=hvem)
    vei.gjoer("registrer_tilknytning", hvem, slag="naer_slekt")
    for handling in HANDLINGER:
        fikk = svar(folk, handling, hvem, vei.saksnummer)
        if not om_sak(handling) or handling == "registrer_tilknytning":
            continue
        kan = ADGANG[handling].gis(_bruker(folk, hvem))
        assert fikk == ("HABILITET" if kan else "ROLLE"), handling


def test_it_kan_aldri_noe_i_en_sak(folk: Kontor) -> None:
    sak = folk.ny_sak().saksnummer
    for handling in filter(om_sak, HANDLINGER):
        assert svar(folk, handling, "it", sak) == "ROLLE", handling
        assert svar(folk, handling, "it_med_funksjoner", sak) == "ROLLE", handling


def _bruker(kontor: Kontor, navn: str) -> Bruker:
    with kontor.program._database.les() as session:
        return finn_bruker(session, navn)
