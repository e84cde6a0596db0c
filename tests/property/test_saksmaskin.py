"""Whole cases walked at random through the act registry: whatever anyone tries, no key leaves the desk too early.

The machine starts at some stage of the road with one case, adds another, and lets three users do anything on either
while time goes forward. BOLIGTILDELING_DYBDE=20 makes it try twenty times as many walks, and new ones each time.
"""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from boligtildeling.casework.views.saksformer import Punktvisning, Saksvisning
from boligtildeling.domain.feil import Konflikt, Sperret, Ugyldig
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import SaerligeGrunner
from boligtildeling.domain.sjekkliste import Port
from boligtildeling.domain.vedtak import DELER
from tests.bygg import (
    DYBDE,
    HUSLEIE,
    STADIER,
    STERK,
    FalskeDokumenter,
    Kontor,
    Ur,
    Vei,
    aapne,
    barn,
    kommando,
    kopier,
    person,
    soeknad,
    vedtaksutkast,
    vilkaar,
)
from tests.lager import raa


def _koder(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


# Fagdokumentet § 3: what a hasteløp does not let go of. TIL-2, NOE-3 and NOE-4: see domain/porter.py.
BESTAAR_I_HASTELOEP = _koder("SOE-1 KAR-1 KAR-5 KAR-6 KAR-8 KON-2 KON-5 KTR-5 VED-1 VED-3 TIL-2 NOE-3 NOE-4")
KAN_HA_UNNTAK = _koder(
    "KAR-2 KAR-4 KAR-7 OEK-4 OEK-7 OEK-9 OPP-3 OPP-4 KON-3 TIL-1 KTR-1 KTR-3 NOE-1 NOE-2 NOE-5 NOE-6 NOE-7 NOE-8"
)
KAN_UTSETTES = frozenset({"NOE-2", "NOE-5", "NOE-6", "NOE-7"})
# The act behind each gate, and refusals of the act that are not the gate's.
PORT: dict[str, tuple[Port, frozenset[str]]] = {
    "send_til_godkjenning": ("V", frozenset()),
    "send_vedtak": ("G", frozenset()),
    "tilby_bolig": ("T", frozenset({"BOLIG", "TIL-1"})),
    "skriv_kontrakt": ("K", frozenset({"BOLIG", "KON-1"})),
    "signer_kontrakt": ("K", frozenset()),
    "utlever_noekkel": ("N", frozenset({"NOE-4"})),
}
IKKE_PORTENS = frozenset({"ALLEREDE", "AVSLUTTET", "ROLLE", "STEG"})
FRIGIR = ("flyttet", "doed", "bortfalt", "omgjort_etter_klage")

BEGYNNELSER = ("registrert", "til_godkjenning", "tilbudt", "kontrakt", "noekkelklar")

# What anyone may try beside the road; the same name with an underscore before it does it.
FORSOEK = (
    "kryss_av",
    "gi_unntak",
    "velg_kontraktstype",
    "lagre_plan",
    "rett_soeknad",
    "skriv_vedtak",
    "send_til_godkjenning",
    "godkjenn",
    "returner",
    "send_vedtak",
    "tilby",
    "svar_paa_tilbud",
    "trekk_tilbud",
    "skriv_kontrakt",
    "signer",
    "annuller",
    "betal",
    "reverser",
    "utlever",
    "avslutt",
    "aapne_hasteloep",
)
Trekk = Callable[[st.SearchStrategy[Any]], Any]

saker = st.sampled_from([0, 1])
brukere = st.sampled_from(["kari", "ola", "tove"])
boliger = st.sampled_from(["B-1", "B-2"])
dager = st.integers(0, 9)


class Saksmaskin(RuleBasedStateMachine):
    """Two cases, two dwellings, three users; time goes forward."""

    maler: dict[str, tuple[Path, Ur]]

    def __init__(self) -> None:
        super().__init__()
        self.rot = Path(tempfile.mkdtemp())
        self.veier: list[Vei] = []
        self.hasher: list[str] = []
        self.vedtak_holdt: set[str] = set()
        self.kontrakt_holdt: set[str] = set()
        self.gammel_versjon: dict[str, int] = {}

    @initialize(stadium=st.sampled_from(BEGYNNELSER))
    def begynn(self, stadium: str) -> None:
        mal, klokke = self.maler[stadium]
        self.kontor = _kontor(kopier(mal, self.rot / "mappe"), klokke)
        foerste = self.kontor.vei("2026-0001")
        self.veier = [foerste, self.kontor.vei("2026-0002")]
        if self.veier[1].vis().vedtak:
            self.vedtak_holdt.add("2026-0002")
        kontrakt = foerste.vis().kontrakt
        if STADIER.index(stadium) >= STADIER.index("sendt"):
            self.vedtak_holdt.add(foerste.saksnummer)
        if kontrakt is not None and not kontrakt.mangler_signatur:
            self.kontrakt_holdt.add(kontrakt.kid)

    def teardown(self) -> None:
        if self.veier:
            funn = self.kontor.program.kontroller().funn
            self.kontor.program.lukk()
            shutil.rmtree(self.rot, ignore_errors=True)
            assert funn == ()

    # What is done, and what must hold when it is.

    @property
    def i_dag(self) -> date:
        return self.kontor.ur.i_dag

    def proev(self, vei: Vei, handling: str, som: str = "kari", **felt: Any) -> bool:
        """Tries an act: what it answers must agree with what the view said, and a refusal must have changed nothing."""
        foer, stod = vei.vis(som), self._stilling()
        try:
            self.kontor.program.utfoer(kommando(handling, saksnummer=vei.saksnummer, **felt), som)
        except Sperret as nei:
            assert self._stilling() == stod
            self._porten_sa_det_samme(handling, foer, {s.kode for s in nei.sperrer})
            return False
        except (Ugyldig, Konflikt):
            assert self._stilling() == stod
            return False
        if handling in PORT:
            port, _ = PORT[handling]
            assert foer.porter[port] == (), f"{handling} was done through a closed gate"
        self._holder(vei, handling, foer)
        if handling == "kryss_av":
            self._svaret_kunne_gis(foer, felt["sjekkpunkt"], felt["svar"])
        self.gammel_versjon[vei.saksnummer] = foer.versjon
        self._historikken_vokser()
        self._ingen_bolig_er_lovet_til_to()
        assert vei.vis(som).sjekkliste_versjon == foer.sjekkliste_versjon
        return True

    def _porten_sa_det_samme(self, handling: str, foer: Saksvisning, koder: set[str]) -> None:
        if handling not in PORT or koder & IKKE_PORTENS:
            return
        port, egne = PORT[handling]
        vist = {s.kode for s in foer.porter[port]}
        if handling == "tilby_bolig":
            assert vist - egne <= koder
        else:
            assert koder - egne == vist - egne, f"{handling}: refused by {koder}, the view said {vist}"

    def _stilling(self) -> tuple[Any, ...]:
        sql = (
            "SELECT (SELECT max(id) FROM hendelse), (SELECT sum(versjon) FROM sak), (SELECT count(*) FROM tilbud), "
            "(SELECT count(*) FROM noekkelutlevering), (SELECT count(*) FROM betaling), (SELECT count(*) FROM dokument)"
        )
        return tuple(self._les(sql)[0])

    def _les(self, sql: str, *verdier: Any) -> list[Any]:
        tilkobling = raa(self.kontor.program.mappe)
        try:
            return tilkobling.execute(sql, verdier).fetchall()
        finally:
            tilkobling.close()

    def _historikken_vokser(self) -> None:
        hasher = [r[0] for r in self._les("SELECT hash FROM hendelse ORDER BY id")]
        assert hasher[: len(self.hasher)] == self.hasher
        assert len(hasher) > len(self.hasher)
        self.hasher = hasher

    def _ingen_bolig_er_lovet_til_to(self) -> None:
        lovet = self._les(
            "SELECT t.boligid, t.saksnummer FROM tilbud t JOIN sak s USING (saksnummer) WHERE s.avslutning IS NULL "
            "AND (t.status = 'ja' OR (t.status = 'tilbudt' AND t.frist >= ?))",
            self.i_dag.isoformat(),
        )
        leid = self._les(
            "SELECT k.boligid, k.saksnummer FROM kontrakt k JOIN sak s USING (saksnummer) "
            "WHERE k.annullert_grunn IS NULL AND (s.avslutning IS NULL OR "
            f"json_extract(s.avslutning, '$.utfall') NOT IN {FRIGIR})"
        )
        for bolig in ("B-1", "B-2"):
            har = {sak for boligid, sak in [*lovet, *leid] if boligid == bolig}
            assert len(har) <= 1, f"{bolig} is promised to {har}"

    def _holder(self, vei: Vei, handling: str, foer: Saksvisning) -> None:
        """Judges from the answers themselves, not from the gates, what had to be in place before this act."""
        naa = vei.vis()
        if handling == "send_vedtak":
            assert foer.vedtak is not None
            innvilget = foer.vedtak.innhold.utfall == "innvilget"
            self._alt_er_oppfylt(foer, {"V", "vedtak"} if innvilget else {"vedtak"})
            if foer.hasteloep is None:
                assert foer.vedtak.godkjent_av is not None
                assert foer.vedtak.godkjent_av not in foer.vedtak.forfattere
            self.vedtak_holdt.add(vei.saksnummer)
        if handling == "godkjenn_vedtak":
            assert naa.vedtak is not None
            assert naa.vedtak.godkjent_av not in naa.vedtak.forfattere
        if handling == "signer_kontrakt" and naa.kontrakt is not None and not naa.kontrakt.mangler_signatur:
            assert vei.saksnummer in self.vedtak_holdt
            self._alt_er_oppfylt(foer, {"K"})
            self.kontrakt_holdt.add(naa.kontrakt.kid)
        if handling == "utlever_noekkel":
            assert foer.kontrakt is not None
            assert vei.saksnummer in self.vedtak_holdt
            assert foer.kontrakt.kid in self.kontrakt_holdt
            self._alt_er_oppfylt(foer, {"N"})
            assert not foer.kontrakt.mangler_signatur
            unntak = {p.kode for p in foer.sjekkpunkter if p.unntak}
            if foer.hasteloep is None:
                betalt = foer.kontrakt.betalt >= foer.kontrakt.foerste_husleie.beloep
                assert betalt or "NOE-1" in unntak
                assert self.i_dag >= foer.kontrakt.overtakelse_dato or "NOE-8" in unntak
            assert [d.navn for d in naa.dokumenter][-1] == "noekkelkvittering"

    def _svaret_kunne_gis(self, foer: Saksvisning, kode: str, ja: str) -> None:
        """Frozen points stay as they are, and nothing is put off before the agreed handover."""
        porter = {p.kode: set(p.porter) for p in foer.sjekkpunkter}[kode]
        kontrakt = foer.kontrakt
        if ja == "utsatt":
            assert kode in KAN_UTSETTES
            assert kontrakt is not None
            assert self.i_dag >= kontrakt.overtakelse_dato
        if foer.hasteloep is None:
            er_sendt = foer.vedtak is not None and foer.vedtak.sendt_dato is not None
            assert kode == "SOE-1" or not (er_sendt and porter & {"V", "vedtak"})
            assert not (kontrakt is not None and not kontrakt.mangler_signatur and "K" in porter)

    def _alt_er_oppfylt(self, visning: Saksvisning, porter: set[str]) -> None:
        """Every point behind the gate; NOE-4 is answered in the handover itself, after this view was read."""
        for punkt in visning.sjekkpunkter:
            slipper = visning.hasteloep is not None and punkt.kode not in BESTAAR_I_HASTELOEP
            if punkt.gjelder and porter & set(punkt.porter) and not slipper and punkt.kode != "NOE-4":
                assert self._er_oppfylt(punkt), f"{punkt.kode} was not fulfilled"

    def _er_oppfylt(self, punkt: Punktvisning) -> bool:
        if punkt.unntak is not None:
            return punkt.unntak.gitt_av == "tove" and punkt.kode in KAN_HA_UNNTAK and bool(punkt.unntak.grunn)
        if punkt.beregnet:
            return punkt.er_oppfylt
        if punkt.svar is None:
            return False
        har_grunn = bool(punkt.svar.merknad)
        return (
            punkt.svar.svar == "ja"
            or (punkt.svar.svar == "utsatt" and punkt.kode in KAN_UTSETTES)
            or (punkt.nei_oppfyller and har_grunn and punkt.svar.svar in {"nei", "ikke_aktuelt"})
        )

    # What anyone may try.

    @rule(antall=st.integers(1, 5))
    def tiden_gaar(self, antall: int) -> None:
        self.kontor.ur.fram(antall)

    @rule(nr=saker, som=brukere, antall=st.integers(1, 4))
    def gaa_videre(self, nr: int, som: str, antall: int) -> None:
        """What a caseworker would do next on this case."""
        vei = self.veier[nr]
        for _ in range(antall):
            visning = vei.vis()
            if visning.avslutning is not None or visning.utlevering is not None:
                return
            er_sendt = visning.vedtak is not None and visning.vedtak.sendt_dato is not None
            (self._mot_noekkel if er_sendt else self._mot_vedtak)(vei, visning, som)

    @rule(nr=saker, som=brukere, ja=st.sampled_from(["nei", "ikke_aktuelt", "utsatt"]), data=st.data())
    def svar_nei_foran_porten_og_proev(self, nr: int, som: str, ja: str, data: st.DataObject) -> None:
        """Takes back one point of the gate that the case stands before, and tries the act behind it all the same."""
        vei = self.veier[nr]
        visning = vei.vis()
        handling, porter, felt = self._neste_gjennom_en_port(vei, visning)
        koder = [p.kode for p in visning.sjekkpunkter if porter & set(p.porter) and p.gjelder and not p.beregnet]
        if koder:
            self.proev(vei, "kryss_av", som, **vei.svarfelt(data.draw(st.sampled_from(koder)), ja))
        self.proev(vei, handling, som, **felt)

    def _neste_gjennom_en_port(self, vei: Vei, visning: Saksvisning) -> tuple[str, set[str], dict[str, Any]]:
        status, kontrakt = visning.vedtak.status if visning.vedtak else None, visning.kontrakt
        if status in {"til_godkjenning", "godkjent"}:
            return "send_vedtak", {"V", "vedtak", "sending"}, {"maate": "post", "dato": self.i_dag}
        if status != "sendt":
            return "send_til_godkjenning", {"V", "vedtak"}, {}
        if kontrakt is None and not any(t.gjelder for t in visning.tilbud):
            felt = {"boligid": vei.boligid, "frist": self.i_dag + timedelta(days=7), "avvik": "x"}
            return "tilby_bolig", {"sending", "T"}, felt
        if kontrakt is None:
            return "skriv_kontrakt", {"K", "T"}, {"fra_dato": self.i_dag, "husleie": HUSLEIE}
        if kontrakt.mangler_signatur:
            return "signer_kontrakt", {"K"}, {"part": kontrakt.mangler_signatur[0], "dato": self.i_dag}
        return "utlever_noekkel", {"N"}, vei.utleverfelt()

    def _mot_vedtak(self, vei: Vei, visning: Saksvisning, som: str) -> None:
        if visning.kontraktsvalg is None:
            vei.planlegg()
            return
        vei.svar_alt("V")
        status = visning.vedtak.status if visning.vedtak else None
        if status is None:
            self.proev(vei, "skriv_vedtak", som, **vedtaksutkast())
        elif status == "utkast":
            self.proev(vei, "send_til_godkjenning", som)
        elif status == "til_godkjenning":
            if not self.proev(vei, "godkjenn_vedtak", som, kontrollert=DELER):
                self.proev(vei, "godkjenn_vedtak", "tove", kontrollert=DELER)
        else:
            vei.svar("SOE-1")
            self.proev(vei, "send_vedtak", som, maate="post", dato=self.i_dag)

    def _mot_noekkel(self, vei: Vei, visning: Saksvisning, som: str) -> None:
        tilbud = next((t for t in visning.tilbud if t.gjelder), None)
        if visning.kontrakt is None and tilbud is None:
            vei.svar("SOE-1")
            self.proev(vei, "tilby_bolig", som, boligid=vei.boligid, frist=self.i_dag + timedelta(days=7), avvik="x")
        elif visning.kontrakt is None and tilbud is not None and tilbud.status == "tilbudt":
            self.proev(vei, "svar_paa_tilbud", som, svar="ja", dato=self.i_dag)
        elif visning.kontrakt is None:
            vei.svar_alt("K")
            self.proev(vei, "skriv_kontrakt", som, fra_dato=self.i_dag, husleie=HUSLEIE)
        elif visning.kontrakt.mangler_signatur:
            part = visning.kontrakt.mangler_signatur[0]
            self.proev(vei, "signer_kontrakt", som, part=part, dato=self.i_dag)
        elif visning.kontrakt.gjenstaar:
            self.proev(
                vei, "registrer_betaling", som, beloep=visning.kontrakt.gjenstaar, dato=self.i_dag, kilde="bankfil"
            )
        else:
            vei.svar_alt("N")
            self.proev(vei, "utlever_noekkel", som, **vei.utleverfelt())

    @rule(nr=saker, som=brukere, hva=st.sampled_from(FORSOEK), data=st.data())
    def proev_noe_annet(self, nr: int, som: str, hva: str, data: st.DataObject) -> None:
        getattr(self, f"_{hva}")(self.veier[nr], som, data.draw)

    def _kryss_av(self, vei: Vei, som: str, trekk: Trekk) -> None:
        kode = trekk(st.sampled_from([p.kode for p in vei.vis().sjekkpunkter]))
        ja = trekk(st.sampled_from(["ja", "nei", "ikke_aktuelt", "utsatt"]))
        tillegg: dict[str, Any] = {"beloep": Kroner.fra(500)} if kode == "KAR-3" and som == "ola" else {}
        self.proev(vei, "kryss_av", som, **vei.svarfelt(kode, ja, **tillegg))

    def _gi_unntak(self, vei: Vei, som: str, trekk: Trekk) -> None:
        kode = trekk(st.sampled_from([p.kode for p in vei.vis().sjekkpunkter]))
        gitt = self.proev(vei, "gi_unntak", som, sjekkpunkt=kode, grunn="Særlig grunn.")
        assert not gitt or (som == "tove" and kode in KAN_HA_UNNTAK)

    def _velg_kontraktstype(self, vei: Vei, som: str, trekk: Trekk) -> None:
        maaneder = trekk(st.sampled_from([None, 4, 12, 36]))
        grunn = trekk(st.sampled_from([None, SaerligeGrunner(kategori="midlertidig_behov", grunn="Studier.")]))
        type_ = "tidsbestemt" if maaneder else "tidsubestemt"
        felt = {"type": type_, "maaneder": maaneder, "begrunnelse": "x", "saerlige_grunner": grunn}
        self.proev(vei, "velg_kontraktstype", som, **felt)

    def _lagre_plan(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "lagre_oppfoelgingsplan", som, behov=trekk(st.booleans()), begrunnelse="x")

    def _rett_soeknad(self, vei: Vei, som: str, trekk: Trekk) -> None:
        husstand = (barn(),) if trekk(st.booleans()) else ()
        ny = soeknad(soeker=vei.vis().soeknad.soeker, husstand=husstand)
        self.proev(vei, "rett_soeknad", som, soeknad=ny)

    def _skriv_vedtak(self, vei: Vei, som: str, trekk: Trekk) -> None:
        felt = vedtaksutkast(
            utfall=trekk(st.sampled_from(["innvilget", "innvilget", "avslag"])),
            vilkaar=trekk(st.sampled_from([(), (vilkaar(),)])),
        )
        self.proev(vei, "skriv_vedtak", som, **felt)

    def _send_til_godkjenning(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "send_til_godkjenning", som)

    def _godkjenn(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "godkjenn_vedtak", som, kontrollert=DELER)

    def _returner(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "returner_vedtak", som, grunner=("For kort.",))

    def _send_vedtak(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "send_vedtak", som, maate="post", dato=self.i_dag)

    def _tilby(self, vei: Vei, som: str, trekk: Trekk) -> None:
        frist = self.i_dag + timedelta(days=trekk(dager))
        self.proev(vei, "tilby_bolig", som, boligid=trekk(boliger), frist=frist)

    def _svar_paa_tilbud(self, vei: Vei, som: str, trekk: Trekk) -> None:
        dato = self.i_dag - timedelta(days=trekk(dager))
        self.proev(vei, "svar_paa_tilbud", som, svar=trekk(st.sampled_from(["ja", "nei"])), dato=dato)

    def _trekk_tilbud(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "trekk_tilbud", som, grunn="Vannskade.")

    def _skriv_kontrakt(self, vei: Vei, som: str, trekk: Trekk) -> None:
        fra = self.i_dag + timedelta(days=trekk(dager))
        self.proev(vei, "skriv_kontrakt", som, fra_dato=fra, husleie=HUSLEIE)

    def _signer(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "signer_kontrakt", som, part=trekk(st.sampled_from(["leier", "utleier"])), dato=self.i_dag)

    def _annuller(self, vei: Vei, som: str, trekk: Trekk) -> None:
        self.proev(vei, "annuller_kontrakt", som, grunn="Feil bolig.")

    def _betal(self, vei: Vei, som: str, trekk: Trekk) -> None:
        beloep = Kroner(trekk(st.integers(1, 1_200_000)))
        self.proev(vei, "registrer_betaling", som, beloep=beloep, dato=self.i_dag, kilde="bankfil")

    def _reverser(self, vei: Vei, som: str, trekk: Trekk) -> None:
        kontrakt = vei.vis().kontrakt
        for betaling in kontrakt.betalinger[-1:] if kontrakt else ():
            felt = {"beloep": betaling.beloep, "dato": self.i_dag, "kilde": "bankfil", "reverserer": betaling.id}
            self.proev(vei, "registrer_betaling", som, **felt)

    def _utlever(self, vei: Vei, som: str, trekk: Trekk) -> None:
        legitimasjon = trekk(st.sampled_from(["pass", None]))
        gitt = self.proev(vei, "utlever_noekkel", som, **vei.utleverfelt(legitimasjon=legitimasjon))
        assert not gitt or legitimasjon is not None

    def _avslutt(self, vei: Vei, som: str, trekk: Trekk) -> None:
        utfall = trekk(st.sampled_from(["trukket", "bortfalt", "flyttet", "innflyttet", "avslag"]))
        self.proev(vei, "avslutt_sak", som, utfall=utfall, grunn="x")

    def _aapne_hasteloep(self, vei: Vei, som: str, trekk: Trekk) -> None:
        gitt = self.proev(vei, "aapne_hasteloep", som, grunn="Brann.")
        assert not gitt or som == "tove"

    @rule(nr=saker, som=brukere, data=st.data())
    def angre(self, nr: int, som: str, data: st.DataObject) -> None:
        kan = [h.id for h in self.veier[nr].vis().historikk if h.kan_angres][:4]
        if kan:
            self.proev(self.veier[nr], "angre", som, hendelse=data.draw(st.sampled_from(kan)), grunn="Feil.")

    @rule(nr=saker, som=brukere)
    def handle_paa_en_gammel_versjon(self, nr: int, som: str) -> None:
        vei = self.veier[nr]
        if (sett := self.gammel_versjon.get(vei.saksnummer)) is not None:
            konflikt = self.kontor.konflikt("noter", som, saksnummer=vei.saksnummer, sett_versjon=sett, tekst="x")
            assert konflikt.endringer


def _kontor(mappe: Path, klokke: Ur) -> Kontor:
    ur, dokumenter = Ur(klokke.i_dag, 10), FalskeDokumenter()
    return Kontor(aapne(mappe, ur, dokumenter), ur, dokumenter)


def _med_en_sak_til(mal: Path, klokke: Ur, til: Path, er_innvilget: bool) -> Path:
    """The folder with a second case in it; when `er_innvilget` it waits for a dwelling."""
    kontor = _kontor(kopier(mal, til), klokke)
    vei = kontor.ny_sak(soeknad(soeker=person("Sterk", "Bjørk", STERK)), "ola")
    if er_innvilget:
        vei.planlegg()
        vei.svar_alt("V")
        vei.gjoer("skriv_vedtak", **vedtaksutkast())
        vei.gjoer("send_til_godkjenning")
        vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)
        vei.gjoer("send_vedtak", maate="post", dato=kontor.ur.i_dag)
    kontor.program.lukk()
    return til


def test_ingen_vei_til_noekkel_utenom_portene(stadier: dict[str, tuple[Path, Ur]], tmp_path: Path) -> None:
    Saksmaskin.maler = {
        navn: (_med_en_sak_til(*stadier[navn], tmp_path / navn, navn != "registrert"), stadier[navn][1])
        for navn in BEGYNNELSER
    }
    run_state_machine_as_test(
        Saksmaskin,
        settings=settings(
            max_examples=35 * DYBDE,
            stateful_step_count=25,
            derandomize=DYBDE == 1,
            deadline=None,
            phases=(Phase.generate, Phase.shrink) if DYBDE > 1 else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
