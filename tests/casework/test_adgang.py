"""Who may do what, cell by cell: every role and function, every act and view, every protection of a case."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER, Handling, Sakskommando, proev_adgang
from boligtildeling.casework.context import Arbeid, finn_bruker
from boligtildeling.casework.grunnlag import hent_sak
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.casework.visning import VISNINGER
from boligtildeling.domain.drift import FUNKSJONSNAVN, Bruker
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.soeknad import Adressebeskyttelse
from boligtildeling.domain.tilgang import ADGANG, FOR_LESERE, FUNKSJONENS_SJEKKPUNKTER, Adgang, kan_besvare
from tests.bygg import VISNINGSVALG, FalskeDokumenter, Kontor, Ur, aapne, kommando, kopier, person, soeknad

TABELL = Path(__file__).parents[1] / "data" / "adgangstabell.txt"
"""One line for each act, and one sign for each role and function: who may do it. Read it when it changes."""
VERN: tuple[Adressebeskyttelse, ...] = get_args(Adressebeskyttelse)
SKJERMET = frozenset({"fortrolig", "strengt_fortrolig"})
LESENDE = ("kari", "tove", "ida", *FUNKSJONSNAVN)
PERSONER = ("kari", "tove", "ida", "it", *FUNKSJONSNAVN, "it_med_funksjoner")


class EnTekst(FalskeDokumenter):
    """Has one letter, with no texts."""

    def brevtekster(self) -> dict[str, tuple[Any, ...]]:
        return {"vedtak.nb.toml": ()}


class Adgangskontor:
    """Three cases of every protection: one for nobody else, one for everybody who is named, one with ties to all."""

    def __init__(self, program: Program, ur: Ur) -> None:
        self.kontor = Kontor(program, ur, FalskeDokumenter())
        gjoer = self.kontor.gjoer
        for funksjon in FUNKSJONSNAVN:
            gjoer("registrer_bruker", "tove", navn=funksjon, rolle="leser", funksjoner=(funksjon,))
        alle = tuple(FUNKSJONSNAVN)
        gjoer("registrer_bruker", "it", navn="it_med_funksjoner", rolle="administrator", funksjoner=alle)
        self.brukere = self._brukere()
        self.saker = {(kjent, vern): self._sak(kjent, vern) for vern in VERN for kjent in KJENT}

    def _sak(self, kjent: str, vern: Adressebeskyttelse) -> str:
        soeker = person(f"Prøve {kjent}", vern.capitalize(), None, vern)
        sak = self.kontor.ny_sak(soeknad(soeker=soeker), "ola")
        for hvem in LESENDE if kjent != "fremmed" and vern in SKJERMET else ():
            sak.gjoer("gi_tilgang", "ola", bruker=hvem)
        for hvem in LESENDE if kjent == "inhabil" else ():
            sak.gjoer("registrer_tilknytning", hvem, slag="annet")
        return sak.saksnummer

    def svar(self, hvem: str, saksnummer: str) -> dict[str, str]:
        """By act: yes, or what the registry refuses with, which is an unknown case or the code."""
        program = self.kontor.program
        with program._database.les() as session:
            bruker = finn_bruker(session, hvem)
            sak = hent_sak(session, saksnummer, bruker)
            arbeid = Arbeid(session=session, rammer=program._rammer, bruker=bruker, naa=self.kontor.ur.naa())
            om_saken = replace(arbeid, sak_eller_ingen=sak)
            return {
                navn: "UKJENT" if om_sak(navn) and sak is None else _svar(om_saken if om_sak(navn) else arbeid, act)
                for navn, act in HANDLINGER.items()
            }

    def leser(self, visning: str, hvem: str, saksnummer: str) -> str:
        """Yes, or what whoever asks for the view is refused with."""
        program = self.kontor.program
        try:
            match visning:
                case "sak":
                    program.vis_sak(saksnummer, hvem)
                case "saker":
                    program.vis_saker(hvem, Saksutvalg())
                    program.antall_saker(hvem, Saksutvalg())
                case "boliger":
                    program.vis_boliger(hvem)
                case "dokument":
                    program.skriv_ut("sjekkliste-tildeling", saksnummer, hvem)
                case "papirrad":
                    program.papirrad("sjekkliste-tildeling", saksnummer, hvem)
                case _:
                    nummer = saksnummer if VISNINGER[visning].om_sak else None
                    program.vis(VISNINGER[visning], hvem, nummer, **VISNINGSVALG.get(visning, {}))
        except Sperret as nei:
            return nei.sperrer[0].kode
        except Ugyldig:
            return "UKJENT"
        return "ja"

    def _brukere(self) -> dict[str, Bruker]:
        with self.kontor.program._database.les() as session:
            return {navn: finn_bruker(session, navn) for navn in PERSONER}


KJENT = ("fremmed", "navngitt", "inhabil")


def _svar(arbeid: Arbeid, act: Handling) -> str:
    try:
        proev_adgang(arbeid, act)
    except Sperret as nei:
        return nei.sperrer[0].kode
    return "ja"


def om_sak(handling: str) -> bool:
    return issubclass(HANDLINGER[handling].kommando, Sakskommando)


@pytest.fixture(scope="module")
def folk(tom_mappe: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adgangskontor]:
    """Built once: nothing that is asked changes any of it."""
    ur = Ur()
    program = aapne(kopier(tom_mappe, tmp_path_factory.mktemp("adgang") / "mappe"), ur, EnTekst())
    yield Adgangskontor(program, ur)
    program.lukk()


def test_hver_handling_staar_i_tabellen_og_omvendt() -> None:
    assert set(ADGANG) == set(HANDLINGER)


def test_tabellen_er_den_som_er_lest_og_godtatt(folk: Adgangskontor) -> None:
    sak = folk.saker["fremmed", "ingen"]
    linjer, svar = [f"{'':32}{' '.join(PERSONER)}"], {p: folk.svar(p, sak) for p in PERSONER}
    for handling in sorted(HANDLINGER):
        tegn = ("x" if svar[p][handling] == "ja" else "-" for p in PERSONER)
        celler = " ".join(f"{t:<{len(p)}}" for t, p in zip(tegn, PERSONER, strict=True))
        linjer.append(f"{handling:32}{celler}".rstrip())
    assert "\n".join(linjer) + "\n" == TABELL.read_text(encoding="utf-8")


def _ventet(folk: Adgangskontor, adgang: Adgang, hvem: str, kjent: str, vern: str, *, handling: str | None) -> str:
    """An act asks for the case first, a view for the role; then each asks for the other, and for ties."""
    kan = adgang.gis(folk.brukere[hvem])
    finnes_ikke = vern in SKJERMET and (kjent == "fremmed" or hvem not in LESENDE)
    if finnes_ikke and (handling is not None or kan):
        return "UKJENT"
    if not kan:
        return "ROLLE"
    return "HABILITET" if kjent == "inhabil" and handling != "registrer_tilknytning" else "ja"


@pytest.mark.parametrize("vern", VERN)
@pytest.mark.parametrize("kjent", KJENT)
def test_hver_celle_for_handlinger(folk: Adgangskontor, kjent: str, vern: Adressebeskyttelse) -> None:
    """A protected case is as if it were not there, whatever the role; one with a tie is locked for that user."""
    for hvem in PERSONER:
        svar = folk.svar(hvem, folk.saker[kjent, vern])
        ventet = {h: _ventet(folk, ADGANG[h], hvem, kjent, vern, handling=h) for h in svar if om_sak(h)}
        assert (hvem, {h: s for h, s in svar.items() if om_sak(h)}) == (hvem, ventet)


def test_hver_celle_for_handlinger_uten_sak(folk: Adgangskontor) -> None:
    for hvem in PERSONER:
        svar = folk.svar(hvem, "")
        ventet = {h: "ja" if ADGANG[h].gis(folk.brukere[hvem]) else "ROLLE" for h in svar if not om_sak(h)}
        assert (hvem, {h: s for h, s in svar.items() if not om_sak(h)}) == (hvem, ventet)


def test_it_kan_aldri_noe_i_en_sak(folk: Adgangskontor) -> None:
    for hvem in ("it", "it_med_funksjoner"):
        svar = folk.svar(hvem, folk.saker["fremmed", "ingen"])
        assert {svar[h] for h in svar if om_sak(h)} == {"ROLLE"}


LESES: dict[str, tuple[Adgang, bool]] = {
    **{navn: (v.adgang, v.om_sak) for navn, v in VISNINGER.items()},
    **{navn: (FOR_LESERE, navn in {"sak", "dokument", "papirrad"}) for navn in ("sak", "saker", "boliger")},
    **dict.fromkeys(("dokument", "papirrad"), (FOR_LESERE, True)),
}
"""Every view: who may see it, and whether it is about one case."""


@pytest.mark.parametrize("visning", sorted(LESES))
def test_hver_celle_for_visninger(folk: Adgangskontor, visning: str) -> None:
    adgang, om_en_sak = LESES[visning]
    for kjent, vern in folk.saker if om_en_sak else (("fremmed", "ingen"),):
        for hvem in PERSONER:
            ventet = _ventet(folk, adgang, hvem, kjent, vern, handling=None)
            assert (hvem, kjent, vern, folk.leser(visning, hvem, folk.saker[kjent, vern])) == (
                hvem,
                kjent,
                vern,
                ventet,
            )


@pytest.mark.parametrize("hvem", LESENDE)
def test_listen_og_antallet_har_bare_sakene_brukeren_kan_vite_om(folk: Adgangskontor, hvem: str) -> None:
    synlige = {
        sak
        for (kjent, vern), sak in folk.saker.items()
        if kjent == "navngitt" or (kjent == "fremmed" and vern not in SKJERMET)
    }
    program = folk.kontor.program
    assert {rad.saksnummer for rad in program.vis_saker(hvem, Saksutvalg()).saker} == synlige
    assert program.antall_saker(hvem, Saksutvalg(sok="prøve")) == len(synlige)


def test_en_funksjon_besvarer_sine_sjekkpunkter_og_ingen_andre(folk: Adgangskontor) -> None:
    """NOE-5 by whoever hands out keys, and not the first rent; whoever handles cases answers all of them."""
    liste = folk.kontor.program._rammer.sjekklister
    alle = {p.kode for p in liste.les(liste.gjeldende()[1]).punkter}
    for hvem in PERSONER:
        egne = FUNKSJONENS_SJEKKPUNKTER.get(hvem, ())  # type: ignore[call-overload]
        kan = alle if hvem in {"kari", "tove"} else set(egne)
        assert {k for k in alle if kan_besvare(folk.brukere[hvem], k)} == kan, hvem
    assert {k for koder in FUNKSJONENS_SJEKKPUNKTER.values() for k in koder} <= alle
    assert set(FUNKSJONENS_SJEKKPUNKTER) == set(ADGANG["kryss_av"].funksjoner)


@pytest.mark.parametrize(("kode", "kan"), [("NOE-6", True), ("KAR-2", False)])
def test_noekkelansvarlig_krysser_av_det_funksjonen_har(kontor: Kontor, kode: str, kan: bool) -> None:
    kontor.gjoer("registrer_bruker", "tove", navn="nils", rolle="leser", funksjoner=("noekkelansvarlig",))
    sak = kontor.ny_sak()
    felt = {"saksnummer": sak.saksnummer, "sjekkpunkt": kode, "svar": "nei", "dato": kontor.ur.i_dag, "merknad": "x"}
    if kan:
        kontor.program.utfoer(kommando("kryss_av", **felt), "nils")
        assert sak.punkt(kode).svar is not None
    else:
        assert kontor.sperret("kryss_av", "nils", **felt) == {"ROLLE"}
