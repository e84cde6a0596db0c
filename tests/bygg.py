"""Made-up people, dwellings and cases at work: what the tests build on. Every number here is synthetic."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import event

from boligtildeling.app import Program
from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.views.saksformer import Punktvisning, Saksvisning
from boligtildeling.domain.bolig import Bolig, Boligdata
from boligtildeling.domain.dokumentasjon import Dokumentasjon, Svarinnhold
from boligtildeling.domain.drift import Rolle
from boligtildeling.domain.feil import Konflikt, Sperre, Sperret, Ugyldig
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kontrakt import Kontrakt, Noekkel, Tilbud
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Restanseplan
from boligtildeling.domain.sak import Sak, Svar
from boligtildeling.domain.sjekkliste import Port
from boligtildeling.domain.soeknad import (
    Adresse,
    Adressebeskyttelse,
    Behov,
    Bosituasjon,
    Gjeld,
    Husstandsmedlem,
    Person,
    Soeknad,
)
from boligtildeling.domain.vedtak import DELER, Boligkrav, BoligsosialDel, Vedtak, Vedtaksinnhold, Vilkaar
from boligtildeling.exchange.ressurser import Sjekklister
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.noekkelsteder import NOEKKELMAPPE
from boligtildeling.storage.tilkobling import Tilkobling, koble
from tests.lager import noekkel_til, raa

DYBDE = int(os.environ.get("BOLIGTILDELING_DYBDE", "1"))
"""How many times as much the property tests try; above 1 they try something new each time."""
F = TypeVar("F", bound=Exception)
BRUKERE: tuple[tuple[str, Rolle], ...] = (
    ("kari", "saksbehandler"),
    ("ola", "saksbehandler"),
    ("tove", "teamleder"),
    ("ida", "leser"),
    ("it", "administrator"),
)
MOTTATT = date(2026, 11, 2)
"""A Monday; the road of `Vei` is dated from here."""
ROLIG, LYS, STILLE, STERK, MILD = "04856028424", "09888514799", "14858321507", "10835717459", "28928519505"
HUSLEIE = Kroner.fra(9200)
VISNINGSVALG: Mapping[str, Mapping[str, Any]] = {
    "importforslag": {"fil": "finnes-ikke.csv", "per_dato": MOTTATT},
    "rapport": {"navn": "begjaeringer"},
    "rapportfil": {"navn": "begjaeringer", "form": "csv"},
}
"""What a view must be told, by its name, for those that cannot be asked for without."""
ALLE_KLAUSULER = frozenset({"vanskeligstilte", "unntak", "oppsigelse", "fravikelse_a", "fravikelse_b"})
ADRESSE = Adresse("Testvegen 4", "7014", "TRONDHEIM")


class Ur:
    """A clock that a test sets."""

    def __init__(self, dag: date = MOTTATT, time: int = 9) -> None:
        self._naa = datetime(dag.year, dag.month, dag.day, time)

    def naa(self) -> datetime:
        return self._naa.astimezone()

    @property
    def i_dag(self) -> date:
        return self._naa.date()

    def sett(self, dag: date, time: int = 10) -> None:
        self._naa = datetime(dag.year, dag.month, dag.day, time)

    def fram(self, dager: int) -> None:
        self._naa += timedelta(days=dager)


@dataclass
class FalskeDokumenter:
    """Makes no PDF, but keeps what it was asked to make; gives `pdf`, or raises `feil`, when one is set."""

    klausulsett: frozenset[str] = ALLE_KLAUSULER
    laget: list[tuple[str, Any]] = field(default_factory=list)
    feil: Exception | None = None
    pdf: bytes | None = None

    def lag(self, navn: str, visning: Any) -> bytes:
        if self.feil is not None:
            raise self.feil
        self.laget.append((navn, visning))
        return self.pdf or f"{navn} nr. {len(self.laget)}".encode()

    def samle(self, papirer: Sequence[bytes], tittel: str) -> bytes:
        return b"\n".join(papirer)

    def klausuler(self, maalform: str) -> frozenset[str]:
        return self.klausulsett

    def advarsler(self, navn: str, maalform: str) -> tuple[str, ...]:
        return ()

    def brevtekster(self) -> dict[str, tuple[Any, ...]]:
        return {}

    def feil_i_egne_tekster(self) -> tuple[str, ...]:
        return ()

    def tekst_i(self, innhold: bytes) -> str | None:
        return innhold.decode(errors="ignore")

    def innsynspakke(self, visning: Any) -> bytes:
        return self.lag("innsynspakke", visning)

    def rapport(self, rapport: Any, avsender: str, er_proeve: bool) -> bytes:
        return repr(rapport).encode()

    def skjermet_ark(self, tittel: str, laget: date, sha256: str, merke: str, skjermet: date) -> bytes:
        return f"{tittel} {laget} {sha256} {merke} {skjermet}".encode()


def person(
    fornavn: str = "Rolig",
    etternavn: str = "Fjord",
    nummer: str | None = ROLIG,
    beskyttelse: Adressebeskyttelse = "ingen",
    **felt: Any,
) -> Person:
    felt.setdefault("adresse", ADRESSE)
    return Person(fornavn=fornavn, etternavn=etternavn, foedselsnummer=nummer, adressebeskyttelse=beskyttelse, **felt)


def barn(foedselsdato: date | None = date(2020, 5, 1), **felt: Any) -> Husstandsmedlem:
    felt.setdefault("relasjon", "barn")
    return Husstandsmedlem(navn="Liten Fjord", foedselsdato=foedselsdato, **felt)


def husleiegjeld(kroner: int = 18400) -> Gjeld:
    return Gjeld(kreditor="Trondheim kommune", beloep=Kroner.fra(kroner), er_husleie_til_kommunen=True)


def soeknad(**felt: Any) -> Soeknad:
    """An application from a single man with one need: a bedroom."""
    grunn: dict[str, Any] = {
        "skjemaversjon": "1",
        "soeknadstype": "ny",
        "mottatt_dato": MOTTATT,
        "kanal": "digital",
        "maalform": "nb",
        "soeker": person(),
        "husstand": (),
        "bosituasjon": Bosituasjon(type="uten_bolig"),
        "inntekter": (),
        "utgifter": (),
        "gjeld": (),
        "behov": Behov(antall_soverom=1),
    }
    return Soeknad(**(grunn | felt))


def boligdata(boligid: str = "B-1", **felt: Any) -> Boligdata:
    grunn: dict[str, Any] = {
        "adresse": Adresse("Testvegen 7", "7031", "TRONDHEIM"),
        "boligtype": "leilighet",
        "antall_soverom": 1,
        "husleie": HUSLEIE,
        "ledig_fra": date(2026, 11, 1),
    }
    return Boligdata(boligid=boligid, **(grunn | felt))


BOLIGER = (
    boligdata("B-1"),
    boligdata("B-2", antall_soverom=2, husleie=Kroner.fra(11200)),
    boligdata("B-3", ledig_fra=None),
    boligdata("B-4", ledig_fra=date(2026, 12, 15)),
)


def vedtaksutkast(**felt: Any) -> dict[str, Any]:
    """The fields of `skriv_vedtak` for a grant without conditions."""
    grunn: dict[str, Any] = {
        "utfall": "innvilget",
        "boligsosial": BoligsosialDel(konklusjon="vanskeligstilt", bistand="Hjelp til å ta i bruk kommunal bolig."),
        "bolig": Boligkrav(boligtype="leilighet", antall_soverom=1),
        "begrunnelse": "Du er uten egen bolig og kan ikke skaffe en selv.",
    }
    return grunn | felt


def vilkaar(kode: str = "V1", **felt: Any) -> Vilkaar:
    grunn: dict[str, Any] = {
        "tekst": "Du inngår avtale om nedbetaling.",
        "grunn": "Avtalen er tilpasset økonomien din.",
        "oppfylles": "Signert avtale",
        "frist": date(2026, 12, 20),
    }
    return Vilkaar(kode=kode, **(grunn | felt))


def sak(soekn: Soeknad | None = None, **felt: Any) -> Sak:
    """A case that no database knows, with nothing answered."""
    grunn: dict[str, Any] = {
        "saksnummer": "2026-0001",
        "steg": "kartlegging",
        "ansvarlig": "kari",
        "sjekkliste_versjon": "2026-1",
        "kjennetegn": frozenset(),
        "midlertidige_botilbud": (),
    }
    ny = Sak(**(grunn | felt))
    ny.sett_soeknad(soekn or soeknad())
    return ny


def vedtak(status: str = "sendt", innhold: Vedtaksinnhold | None = None, **felt: Any) -> Vedtak:
    grunn: dict[str, Any] = {
        "nummer": 1,
        "innhold": innhold or Vedtaksinnhold(**vedtaksutkast()),
        "forfattere": ("kari",),
        "returgrunner": (),
        "kontrollert": (),
        "vilkaarskontroll": {},
        "oppfoelging_ved_sending": False,
        "sendt_dato": date(2026, 11, 10) if status == "sendt" else None,
    }
    return Vedtak(status=status, **(grunn | felt))


def bolig(boligid: str = "B-1", **felt: Any) -> Bolig:
    ny = Bolig()
    ny.sett(boligdata(boligid, **felt))
    return ny


def tilbud(status: str = "ja", boligid: str = "B-1", frist: date = date(2026, 11, 26), **felt: Any) -> Tilbud:
    return Tilbud(status=status, boligid=boligid, frist=frist, tilbudt_dato=date(2026, 11, 12), **felt)


def kontrakt(er_signert: bool = True, leiere: tuple[str, ...] = (ROLIG,), **felt: Any) -> Kontrakt:
    """A lease of B-1 from 1 December 2026 for three years."""
    parter = ("leier", "medleier", "utleier") if len(leiere) > 1 else ("leier", "utleier")
    grunn: dict[str, Any] = {
        "boligid": "B-1",
        "type": "tidsbestemt",
        "maaneder": 36,
        "er_kort": False,
        "fra_dato": date(2026, 12, 1),
        "til_dato": date(2029, 11, 30),
        "overtakelse_dato": date(2026, 12, 1),
        "husleie": HUSLEIE,
        "foerste_husleie": HUSLEIE,
        "foerste_forfall": date(2026, 12, 1),
        "kid": "26000010018",
        "signert": dict.fromkeys(parter, date(2026, 11, 18)) if er_signert else {},
    }
    return Kontrakt(leiere=leiere, **(grunn | felt))


def svar(kode: str, ja: str = "ja", dato: date = MOTTATT, **felt: Any) -> Svar:
    felt.setdefault("merknad", "Gjennomgått.")
    return Svar(kode=kode, innhold=Svarinnhold(svar=ja, dato=dato, av="kari", **felt))  # type: ignore[arg-type]


def grunnlag(av: Sak | None = None, i_dag: date = MOTTATT, **felt: Any) -> Grunnlag:
    """The facts of a case by the checklists that ship, with every clause in the lease."""
    lister = Sjekklister()
    grunn: dict[str, Any] = {"liste": lister.les(lister.gjeldende()[1]), "klausuler": ALLE_KLAUSULER}
    return Grunnlag(sak=av or sak(), i_dag=i_dag, **(grunn | felt))


def aapne(mappe: Path, ur: Ur, dokumenter: FalskeDokumenter | None = None) -> Program:
    """Opens a trial folder with a clock to set and no PDFs; the disk need not have written before a test goes on."""
    program = Program.aapne(mappe)

    def uten_ventetid(tilkobling: Tilkobling, _: object) -> None:
        tilkobling.execute("PRAGMA synchronous=OFF")

    motor = program._database.motor
    event.listen(motor, "connect", uten_ventetid)
    motor.dispose()
    rammer = replace(program._rammer, klokke=ur, dokumenter=dokumenter or FalskeDokumenter())
    return Program(mappe, program._database, rammer, program._slag)


def kopier(fra: Path, til: Path) -> Path:
    """A folder with the database as it stands in another one."""
    til.mkdir(parents=True, exist_ok=True)
    noekkel = noekkel_til(fra)
    shutil.copytree(fra / NOEKKELMAPPE, til / NOEKKELMAPPE)
    shutil.copy2(fra / KNIPPE, til / KNIPPE)
    with closing(koble(fra / FILNAVN, noekkel)) as kilde, closing(koble(til / FILNAVN, noekkel, ny=True)) as maal:
        kilde.backup(maal)
    return til


def databasedump(mappe: Path) -> list[str]:
    """Everything that is stored, line by line."""
    tilkobling = raa(mappe)
    try:
        ting = tilkobling.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        tabeller = [navn for slag, navn, _ in ting if slag == "table"]
        rader = (f"{tabell} {rad!r}" for tabell in tabeller for rad in tilkobling.execute(f"SELECT * FROM {tabell}"))
        return [*map(repr, ting), *rader]
    finally:
        tilkobling.close()


def kommando(handling: str, **felt: Any) -> Any:
    """The command of an act, by the name that window, command line and tests know it by."""
    return HANDLINGER[handling].kommando(**felt)


@dataclass
class Kontor:
    """The office: an open program, its clock and its documents, and whoever acts."""

    program: Program
    ur: Ur
    dokumenter: FalskeDokumenter

    def gjoer(self, handling: str, som: str = "kari", /, **felt: Any) -> Mapping[str, Any]:
        return self.program.utfoer(kommando(handling, **felt), som).resultat

    def _avvist(self, slag: type[F], handling: str, som: str, felt: dict[str, Any]) -> F:
        """The failure of a kind that the act must end in; nothing may have changed."""
        foer = databasedump(self.program.mappe)
        with pytest.raises(slag) as funn:
            self.program.utfoer(kommando(handling, **felt), som)
        assert databasedump(self.program.mappe) == foer
        return funn.value

    def sperrer(self, handling: str, som: str = "kari", /, **felt: Any) -> tuple[Sperre, ...]:
        return self._avvist(Sperret, handling, som, felt).sperrer

    def sperret(self, handling: str, som: str = "kari", /, **felt: Any) -> set[str]:
        """The codes that refuse the act."""
        return {s.kode for s in self.sperrer(handling, som, **felt)}

    def ugyldig(self, handling: str, som: str = "kari", /, **felt: Any) -> set[str]:
        """The JSON pointers of everything wrong in the input."""
        return {f.peker for f in self._avvist(Ugyldig, handling, som, felt).feil}

    def konflikt(self, handling: str, som: str = "kari", /, **felt: Any) -> Konflikt:
        return self._avvist(Konflikt, handling, som, felt)

    def ny_sak(self, soekn: Soeknad | None = None, som: str = "kari") -> "Vei":
        svar = self.gjoer("registrer_soeknad", som, soeknad=soekn or soeknad())
        return Vei(self, svar["saksnummer"])

    def vei(self, saksnummer: str) -> "Vei":
        return Vei(self, saksnummer)


STADIER = (
    "registrert",
    "kartlagt",
    "skrevet",
    "til_godkjenning",
    "godkjent",
    "sendt",
    "tilbudt",
    "takket_ja",
    "kontraktsklar",
    "kontrakt",
    "signert",
    "betalt",
    "noekkelklar",
    "utlevert",
)


@dataclass
class Vei:
    """One case on its road from søknad to key."""

    kontor: Kontor
    saksnummer: str
    boligid: str = "B-1"
    fra_dato: date = date(2026, 12, 1)

    def gjoer(self, handling: str, som: str = "kari", /, **felt: Any) -> Mapping[str, Any]:
        return self.kontor.gjoer(handling, som, saksnummer=self.saksnummer, **felt)

    def sperrer(self, handling: str, som: str = "kari", /, **felt: Any) -> tuple[Sperre, ...]:
        return self.kontor.sperrer(handling, som, saksnummer=self.saksnummer, **felt)

    def sperret(self, handling: str, som: str = "kari", /, **felt: Any) -> set[str]:
        return self.kontor.sperret(handling, som, saksnummer=self.saksnummer, **felt)

    def ugyldig(self, handling: str, som: str = "kari", /, **felt: Any) -> set[str]:
        return self.kontor.ugyldig(handling, som, saksnummer=self.saksnummer, **felt)

    def konflikt(self, handling: str, som: str = "kari", /, **felt: Any) -> Konflikt:
        return self.kontor.konflikt(handling, som, saksnummer=self.saksnummer, **felt)

    def vis(self, som: str = "kari") -> Saksvisning:
        return self.kontor.program.vis_sak(self.saksnummer, som)

    def port(self, port: Port) -> set[str]:
        return {s.kode for s in self.vis().porter[port]}

    def punkt(self, kode: str) -> Punktvisning:
        return next(p for p in self.vis().sjekkpunkter if p.kode == kode)

    @property
    def steg(self) -> str:
        return self.vis().steg

    @property
    def historikk(self) -> list[str]:
        """The acts of the case, oldest first."""
        return [h.handling for h in reversed(self.vis().historikk)]

    def siste_hendelse(self, handling: str) -> int:
        return next(h.id for h in self.vis().historikk if h.handling == handling)

    def svar(self, kode: str, svar: str = "ja", som: str = "kari", **felt: Any) -> Mapping[str, Any]:
        return self.gjoer("kryss_av", som, **self.svarfelt(kode, svar, **felt))

    def svarfelt(self, kode: str, svar: str = "ja", **felt: Any) -> dict[str, Any]:
        """The fields of a whole answer to any checkpoint."""
        bevis = Dokumentasjon(type="notat")
        if kode == "KAR-3":
            bevis = Dokumentasjon(type="beloep", beloep=felt.pop("beloep", Kroner.null()))
        grunn: dict[str, Any] = {
            "sjekkpunkt": kode,
            "svar": svar,
            "dato": self.kontor.ur.i_dag,
            "merknad": "Gjennomgått med søker.",
            "dokumentasjon": bevis,
        }
        if svar == "utsatt":
            grunn |= {"frist": self.kontor.ur.i_dag + timedelta(days=3), "ansvarlig": "Vaktmester"}
        return grunn | felt

    def svar_alt(self, port: Port) -> None:
        """Answers every open point of a gate that a person can answer, until none is left."""
        beloep = self.vis().restanse
        while aapne := self._kan_besvares(port):
            for kode in aapne:
                tillegg: dict[str, Any] = {"beloep": beloep} if kode == "KAR-3" else {}
                self.svar(kode, **tillegg)

    def _kan_besvares(self, port: Port) -> list[str]:
        visning = self.vis()
        beregnet = {p.kode for p in visning.sjekkpunkter if p.beregnet}
        besvart = {p.kode for p in visning.sjekkpunkter if p.svar is not None}
        koder = {p.kode for p in visning.sjekkpunkter}
        return [s.kode for s in visning.porter[port] if s.kode in koder - beregnet - besvart]

    def planlegg(self, behov: bool = True, maaneder: int | None = 36, **kontraktsfelt: Any) -> None:
        rest = self.vis().restanse
        restanse = Restanseplan(beloep=rest, haandtering="nedbetalingsavtale") if rest else None
        self.gjoer("lagre_oekonomiplan", restanse=restanse)
        self.gjoer("lagre_oppfoelgingsplan", behov=behov, begrunnelse="Ønsker hjelp i starten.")
        kontraktsfelt.setdefault("type", "tidsbestemt" if maaneder else "tidsubestemt")
        self.gjoer("velg_kontraktstype", maaneder=maaneder, begrunnelse="Trenger stabilitet.", **kontraktsfelt)

    def til(self, stadium: str, vilkaar: tuple[Vilkaar, ...] = (), **kontraktsfelt: Any) -> "Vei":
        """Goes the whole road from a newly registered application to the stage, day by day."""
        for navn, steg in self._steg(vilkaar, kontraktsfelt):
            steg()
            if navn == stadium:
                return self
        raise LookupError(stadium)

    def steg_etter(self, stadium: str, til: str) -> "Vei":
        """Goes on from a stage that the case stands at."""
        alle = self._steg((), {})
        navn = [n for n, _ in alle]
        for _, steg in alle[navn.index(stadium) + 1 : navn.index(til) + 1]:
            steg()
        return self

    def _steg(
        self, vilkaar: tuple[Vilkaar, ...], kontraktsfelt: dict[str, Any]
    ) -> tuple[tuple[str, Callable[[], object]], ...]:
        utkast = vedtaksutkast(vilkaar=vilkaar)
        steg: tuple[Callable[[], object], ...] = (
            lambda: None,
            lambda: self._kartlegg(kontraktsfelt),
            lambda: self._den(date(2026, 11, 9), "skriv_vedtak", **utkast),
            lambda: self.gjoer("send_til_godkjenning"),
            lambda: self._den(date(2026, 11, 10), "godkjenn_vedtak", "tove", kontrollert=DELER),
            lambda: self.gjoer("send_vedtak", maate="post", dato=self.kontor.ur.i_dag),
            self.tilby,
            lambda: self._den(date(2026, 11, 16), "svar_paa_tilbud", svar="ja", dato=date(2026, 11, 16)),
            lambda: self._klargjoer_kontrakt(vilkaar),
            lambda: self.gjoer("skriv_kontrakt", fra_dato=self.fra_dato, husleie=HUSLEIE),
            self.signer,
            self.betal,
            self._klargjoer_noekkel,
            self.utlever,
        )
        return tuple(zip(STADIER, steg, strict=True))

    def _den(self, dag: date, handling: str, som: str = "kari", /, **felt: Any) -> None:
        self.kontor.ur.sett(dag)
        self.gjoer(handling, som, **felt)

    def _kartlegg(self, kontraktsfelt: dict[str, Any]) -> None:
        self.kontor.ur.sett(date(2026, 11, 6))
        self.planlegg(**kontraktsfelt)
        self.svar_alt("V")

    def tilby(self, frist: date = date(2026, 11, 26)) -> None:
        self._den(date(2026, 11, 12), "tilby_bolig", boligid=self.boligid, frist=frist)

    def _klargjoer_kontrakt(self, vilkaar: tuple[Vilkaar, ...]) -> None:
        self.kontor.ur.sett(date(2026, 11, 17))
        self.svar_alt("K")
        for v in vilkaar:
            self.innfri(v.kode)

    def innfri(self, kode: str) -> None:
        bevis = Dokumentasjon(type="avtale", dato=self.kontor.ur.i_dag)
        self.gjoer("kontroller_vilkaar", vilkaar=kode, oppfylt=True, dato=self.kontor.ur.i_dag, dokumentasjon=bevis)

    def signer(self) -> None:
        self.kontor.ur.sett(date(2026, 11, 18))
        kontrakt = self.vis().kontrakt
        for part in kontrakt.mangler_signatur if kontrakt else ():
            self.gjoer("signer_kontrakt", part=part, dato=self.kontor.ur.i_dag)

    def betal(self, beloep: Kroner | None = None, **felt: Any) -> int:
        self.kontor.ur.sett(max(self.kontor.ur.i_dag, date(2026, 11, 25)))
        kontrakt = self.vis().kontrakt
        beloep = beloep or (kontrakt.gjenstaar if kontrakt else HUSLEIE)
        felt = {"kilde": "kvittering", "dato": self.kontor.ur.i_dag} | felt
        return int(self.gjoer("registrer_betaling", beloep=beloep, **felt)["betaling"])

    def _klargjoer_noekkel(self) -> None:
        self.kontor.ur.sett(self.fra_dato)
        self.svar_alt("N")

    def utleverfelt(self, **felt: Any) -> dict[str, Any]:
        grunn: dict[str, Any] = {
            "mottaker": self.vis().soeker,
            "noekler": (Noekkel(merke="N-1", antall=2),),
            "legitimasjon": "pass",
        }
        return grunn | felt

    def utlever(self, **felt: Any) -> Mapping[str, Any]:
        return self.gjoer("utlever_noekkel", **self.utleverfelt(**felt))


def registrer_boliger(kontor: Kontor) -> None:
    for bolig in BOLIGER:
        kontor.gjoer("registrer_bolig", "tove", bolig=bolig)


Paa = Callable[[str], Vei]
"""What the fixture `paa` is: a case at a stage of the road."""
