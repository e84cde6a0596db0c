"""Cases that share few dwellings, some of them strengt fortrolig: whatever anyone does, no home is promised to two.

What lies in the envelopes is opened to see it; what lies outside them must not tell.
"""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from boligtildeling.app import Program
from boligtildeling.casework.context import Arbeid, finn_bruker
from boligtildeling.casework.grunnlag import hent_sak
from boligtildeling.casework.konvolutt import aapne as aapne_konvolutt
from boligtildeling.casework.konvolutt import virkelig_bolig
from boligtildeling.casework.opptatt import hold
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import Konflikt, Sperret, Ugyldig
from boligtildeling.domain.soeknad import Adressebeskyttelse
from tests.bygg import (
    DYBDE,
    HUSLEIE,
    MILD,
    STERK,
    STILLE,
    FalskeDokumenter,
    Kontor,
    Ur,
    Vei,
    aapne,
    kopier,
    person,
    registrer_boliger,
    soeknad,
)
from tests.lager import raa

BOLIGER = ("B-1", "B-2")
HVEM: tuple[tuple[str, str, str, Adressebeskyttelse], ...] = (
    ("Mild", "Åsgard", MILD, "strengt_fortrolig"),
    ("Stille", "Fjord", STILLE, "strengt_fortrolig"),
    ("Sterk", "Bjørk", STERK, "ingen"),
)
saker = st.sampled_from(range(len(HVEM)))
boliger = st.sampled_from(BOLIGER)
brukere = st.sampled_from(["kari", "tove"])


class Konvoluttmaskin(RuleBasedStateMachine):
    """Three cases with decisions that are sent, two dwellings, two users who are named on all; time goes forward."""

    mal: Path
    dag: date
    saksnumre: tuple[str, ...]

    @initialize()
    def begynn(self) -> None:
        self.rot = Path(tempfile.mkdtemp())
        ur, dokumenter = Ur(self.dag, 11), FalskeDokumenter()
        self.kontor = Kontor(aapne(kopier(self.mal, self.rot / "mappe"), ur, dokumenter), ur, dokumenter)
        self.veier = [self.kontor.vei(saksnummer) for saksnummer in self.saksnumre]

    def teardown(self) -> None:
        if hasattr(self, "kontor"):
            funn = self.kontor.program.kontroller().funn
            self.kontor.program.lukk()
            shutil.rmtree(self.rot, ignore_errors=True)
            assert funn == ()

    def proev(self, vei: Vei, handling: str, som: str, **felt: object) -> None:
        try:
            vei.gjoer(handling, som, **felt)
        except (Sperret, Ugyldig, Konflikt):
            return

    @rule(nr=saker, bolig=boliger, som=brukere, dager=st.integers(0, 6))
    def tilby(self, nr: int, bolig: str, som: str, dager: int) -> None:
        vei, i_dag = self.veier[nr], self.kontor.ur.i_dag
        self.proev(vei, "kryss_av", som, **vei.svarfelt("SOE-1"))
        self.proev(vei, "tilby_bolig", som, boligid=bolig, frist=i_dag + timedelta(days=dager), avvik="Passer.")

    @rule(nr=saker, som=brukere, svar=st.sampled_from(["ja", "nei"]))
    def svar(self, nr: int, som: str, svar: str) -> None:
        self.proev(self.veier[nr], "svar_paa_tilbud", som, svar=svar, dato=self.kontor.ur.i_dag)

    @rule(nr=saker, som=brukere)
    def trekk(self, nr: int, som: str) -> None:
        self.proev(self.veier[nr], "trekk_tilbud", som, grunn="Feil.")

    @rule(nr=saker, som=brukere)
    def skriv_kontrakt(self, nr: int, som: str) -> None:
        vei = self.veier[nr]
        try:
            vei.svar_alt("K")
        except Sperret:
            return
        self.proev(vei, "skriv_kontrakt", som, fra_dato=self.kontor.ur.i_dag, husleie=HUSLEIE)

    @rule(nr=saker, som=brukere)
    def annuller(self, nr: int, som: str) -> None:
        self.proev(self.veier[nr], "annuller_kontrakt", som, grunn="Feil.")

    @rule(nr=saker, som=brukere, bakover=st.integers(0, 4))
    def angre(self, nr: int, som: str, bakover: int) -> None:
        vei = self.veier[nr]
        linjer = [h for h in vei.vis().historikk if h.kan_angres]
        if len(linjer) > bakover:
            self.proev(vei, "angre", som, hendelse=linjer[bakover].id, grunn="Feil.")

    @rule(nr=saker, som=brukere)
    def avslutt(self, nr: int, som: str) -> None:
        self.proev(self.veier[nr], "avslutt_sak", som, utfall="skaffet_bolig_selv", grunn="Fant noe selv.")

    @rule(nr=st.just(2))
    def bli_strengt_fortrolig(self, nr: int) -> None:
        fornavn, etternavn, nummer, _ = HVEM[nr]
        soekn = soeknad(soeker=person(fornavn, etternavn, nummer, "strengt_fortrolig"))
        self.proev(self.veier[nr], "rett_soeknad", "kari", soeknad=soekn)

    @rule(bolig=boliger, som=st.sampled_from(["kari", "ola"]), slipp=st.booleans())
    def hold_tilbake(self, bolig: str, som: str, slipp: bool) -> None:
        felt = {} if slipp else {"grunn": "Pusses opp."}
        try:
            self.kontor.gjoer("frigi_bolig" if slipp else "hold_tilbake_bolig", som, boligid=bolig, **felt)
        except Sperret:
            return

    @rule(dager=st.integers(1, 5))
    def tiden_gaar(self, dager: int) -> None:
        self.kontor.ur.fram(dager)

    @rule(nr=saker)
    def les(self, nr: int) -> None:
        self.veier[nr].vis()

    @invariant()
    def ingen_bolig_er_lovet_til_to(self) -> None:
        if not hasattr(self, "kontor"):
            return
        lovet: dict[str, set[str]] = {}
        program = self.kontor.program
        for vei in self.veier:
            for bolig in _holdt(program, vei.saksnummer):
                lovet.setdefault(bolig, set()).add(vei.saksnummer)
        assert all(len(saker) == 1 for saker in lovet.values()), lovet
        ledige = {b.boligid for b in program.vis_boliger("ida", bare_ledige=True)}
        assert not ledige & lovet.keys(), "a dwelling that is promised is in the list of free ones"

    @invariant()
    def ingenting_i_en_strengt_fortrolig_sak_sier_hvilken_bolig_det_er(self) -> None:
        """Case 3 has told in the open before it turned, and there is no key to shield with; so it is left out."""
        if not hasattr(self, "kontor"):
            return
        tilkobling, hvor = raa(self.kontor.program.mappe), f"saksnummer IN {self.saksnumre[:2]}"
        try:
            for tabell in ("tilbud", "kontrakt"):
                rader = tilkobling.execute(f"SELECT boligid FROM {tabell} WHERE {hvor}").fetchall()
                assert all(boligid.startswith("skjermet-") for (boligid,) in rader)
            linjer = tilkobling.execute(
                f"SELECT data FROM hendelsesinnhold JOIN hendelse h ON h.id = hendelsesinnhold.hendelse WHERE {hvor}"
            ).fetchall()
            assert not [data for (data,) in linjer if any(b in data for b in BOLIGER)]
        finally:
            tilkobling.close()


def _holdt(program: Program, saksnummer: str) -> set[str]:
    """The dwellings that a case holds, as whoever can open its envelope knows them."""
    with program._database.skriv() as session:
        bruker = finn_bruker(session, "kari")
        arbeid = Arbeid(session=session, rammer=program._rammer, bruker=bruker, naa=program._rammer.klokke.naa())
        arbeid.sak_eller_ingen = hent_sak(session, saksnummer, bruker)
        arbeid.konvolutt = aapne_konvolutt(arbeid)
        egne = [h.boligid for h in hold(session, arbeid.i_dag) if h.saksnummer == saksnummer]
        return {virkelig_bolig(arbeid, session.get_one(Bolig, boligid)).boligid for boligid in egne}


def _mal(tom_mappe: Path, rot: Path) -> tuple[Path, date, tuple[str, ...]]:
    ur, dokumenter = Ur(), FalskeDokumenter()
    program = aapne(kopier(tom_mappe, rot / "vei"), ur, dokumenter)
    kontor, saksnumre = Kontor(program, ur, dokumenter), []
    try:
        registrer_boliger(kontor)
        for fornavn, etternavn, nummer, beskyttelse in HVEM:
            ur.sett(date(2026, 11, 2))
            vei = kontor.ny_sak(soeknad(soeker=person(fornavn, etternavn, nummer, beskyttelse)))
            if beskyttelse == "strengt_fortrolig":
                vei.gjoer("gi_tilgang", bruker="tove")
            vei.til("sendt")
            vei.vis("tove")
            saksnumre.append(vei.saksnummer)
        return kopier(program.mappe, rot / "mal"), ur.i_dag, tuple(saksnumre)
    finally:
        program.lukk()


def test_ingen_rekkefoelge_lover_et_skjermet_hjem_til_to(tom_mappe: Path, tmp_path: Path) -> None:
    Konvoluttmaskin.mal, Konvoluttmaskin.dag, Konvoluttmaskin.saksnumre = _mal(tom_mappe, tmp_path)
    run_state_machine_as_test(
        Konvoluttmaskin,
        settings=settings(
            max_examples=15 * DYBDE,
            stateful_step_count=20,
            derandomize=DYBDE == 1,
            deadline=None,
            phases=(Phase.generate, Phase.shrink) if DYBDE > 1 else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
