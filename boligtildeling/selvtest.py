"""The installed program tries itself, in a folder that is thrown away: the whole road to the key, every paper, the
encryption, a copy and its way back, and every screen.
"""

import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from boligtildeling import __version__
from boligtildeling.app import Program, opprett
from boligtildeling.casework.brev import BeOmOpplysninger, ForeleggOpplysninger, SendForeloepigSvar
from boligtildeling.casework.opphevelse import (
    BekreftMuntligVedtak,
    LaVedtakFalleBort,
    OmgjoerVedtak,
    SendForhaandsvarsel,
)
from boligtildeling.casework.soeknad import Noter
from boligtildeling.casework.vedtak import GodkjennVedtak, SendVedtak
from boligtildeling.casework.views.dokumentslag import DOKUMENTER, GRUPPER
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.clock import Klokke
from boligtildeling.demo import BRUKERE, Demosak, adresse_kontrollert, registrer_boliger, spill_sak
from boligtildeling.demopersoner import PERSONER
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.varsel import ForelagtOpplysning
from boligtildeling.domain.vedtak import DELER
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.doer import er_klartekst, gjeldende_noekkel, passer
from boligtildeling.storage.kopi import Kopi
from boligtildeling.storage.tilkobling import koble_for_lesing
from boligtildeling.vedlikehold import Vedlikehold

LEDER = "tove"
_ETTER_NOEKKELEN = "Etter nøkkelen"
_PAA_VEIEN = (*PERSONER[:3], PERSONER[6])
"""One who has the key, two who are near it, and one whose address nobody may know."""
VisSkjermer = Callable[[Path, str, str], int]
"""Shows every screen on a folder, for a user and a case; tells how many. Raises `Avvik`."""
Funn = Mapping[str, Any]


class Avvik(Exception):
    """Something that the program did is not as it should be; the message is a sentence for IT."""


@dataclass(frozen=True, slots=True)
class Proevd:
    """One trial that went well, and what it counted."""

    navn: str
    funn: Funn


@dataclass(frozen=True, slots=True)
class Utfall:
    """What was tried, in order; the trial that failed and why; and those that were not tried after it."""

    proevd: tuple[Proevd, ...]
    feilet: str | None = None
    feil: Exception | None = None
    ikke_proevd: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sted:
    """The folder that is thrown away, and what one trial leaves to the next."""

    rot: Path
    gjenopprettingskode: str = ""
    saksnummer: str = ""
    kopi: Kopi | None = None

    @property
    def mappe(self) -> Path:
        return self.rot / "data"

    def aapne(self) -> Program:
        return Program.aapne(self.mappe)


Proeve = Callable[[_Sted], Funn]


def selvtest(vis_skjermer: VisSkjermer | None, meld: Callable[[str], object]) -> Utfall:
    """Tries everything until something fails. `meld` is told the name of each trial as it begins.

    Without `vis_skjermer` the screens are left out. Nothing is read or written outside a temporary folder.
    """
    proever = _proever(vis_skjermer)
    proevd: list[Proevd] = []
    with TemporaryDirectory(prefix="boligtildeling-selvtest-") as rot:
        sted = _Sted(Path(rot))
        for navn, proeve in proever.items():
            meld(navn)
            try:
                proevd.append(Proevd(navn, proeve(sted)))
            except Exception as feil:
                rest = tuple(proever)[len(proevd) + 1 :]
                return Utfall(tuple(proevd), navn, feil, rest)
    return Utfall(tuple(proevd), ikke_proevd=() if vis_skjermer else ("skjermer",))


def _proever(vis_skjermer: VisSkjermer | None) -> dict[str, Proeve]:
    proever: dict[str, Proeve] = {
        "maskin": _maskin,
        "ny_mappe": _ny_mappe,
        "hovedloep": _hovedloep,
        "brev": _brev,
        "dokumenter": _dokumenter,
        "kryptering": _kryptering,
        "sikkerhetskopi": _sikkerhetskopi,
        "gjenoppretting": _gjenoppretting,
        "annen_maskin": _annen_maskin,
        "kontroll": _kontroll,
    }
    if vis_skjermer is not None:
        proever["skjermer"] = lambda sted: {"antall": vis_skjermer(sted.mappe, LEDER, sted.saksnummer)}
    return proever


def _krev(holder: bool, setning: str) -> None:
    if not holder:
        raise Avvik(setning)


def _maskin(_: _Sted) -> Funn:
    return {
        "versjon": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "arkitektur": platform.machine(),
    }


def _ny_mappe(sted: _Sted) -> Funn:
    """A folder as it would have been made four months ago, so that whole cases have room in time."""
    naa = Klokke().naa() - timedelta(days=120)
    sted.gjenopprettingskode = opprett(sted.mappe, BRUKERE, "proeve", naa, sted="noekkelfil")
    with sted.aapne() as program:
        return {"brukere": len(program.brukere())}


def _hovedloep(sted: _Sted) -> Funn:
    """People of the demo go as far as they go there; the first all the way to the key."""
    i_dag = Klokke().naa().date()
    with sted.aapne() as program:
        registrer_boliger(program, i_dag)
        saker = [spill_sak(program, person, i_dag) for person in _PAA_VEIEN]
        sted.saksnummer = saker[0].saksnummer
        sak = program.vis_sak(sted.saksnummer, LEDER)
        _krev(sak.utlevering is not None, "Saken kom ikke fram til nøkkelen.")
        _krev(all(not sperrer for sperrer in sak.porter.values()), "Noe står fortsatt i veien i en ferdig sak.")
        return {"saker": len(saker), "dokumenter": len(sak.dokumenter), "hendelser": len(sak.historikk)}


def _brev(sted: _Sted) -> Funn:
    """The letters that no case of the demo has sent."""
    i_dag = Klokke().naa().date()
    with sted.aapne() as program:
        for person, spill in ((PERSONER[5], _underveis), (PERSONER[4], _muntlig), (PERSONER[3], _bortfall)):
            spill(spill_sak(program, person, i_dag))
        _omgjoering(spill_sak(program, replace(PERSONER[3], dager_siden=14), i_dag))
        vernet = replace(
            PERSONER[9], beskyttelse="klientadresse", dager_siden=30, steg_gjort=7, bolig="B-1006", husleie=_LEIE
        )
        spill_sak(program, vernet, i_dag)
        return {"saker": program.antall_saker(LEDER, Saksutvalg())}


_LEIE = Kroner.fra(8900)


def _underveis(sak: Demosak) -> None:
    frist = sak.dato(30)
    grunn = "Vi venter på opplysninger fra andre."
    opplysning = ForelagtOpplysning(hva="Du skylder husleie fra et tidligere leieforhold.", kilde="Boligforvalteren")
    for kommando in (
        SendForeloepigSvar(saksnummer=sak.saksnummer, grunn=grunn, svar_ventes_dato=frist),
        BeOmOpplysninger(saksnummer=sak.saksnummer, mangler=("Siste lønnsslipp",), frist=frist),
        ForeleggOpplysninger(saksnummer=sak.saksnummer, opplysninger=(opplysning,), frist=frist),
    ):
        sak.gjoer(8, kommando)


def _muntlig(sak: Demosak) -> None:
    sak.gjoer(10, GodkjennVedtak(saksnummer=sak.saksnummer, kontrollert=DELER), LEDER)
    sak.gjoer(10, SendVedtak(saksnummer=sak.saksnummer, maate="muntlig", dato=sak.dato(10)))
    sak.gjoer(10, BekreftMuntligVedtak(saksnummer=sak.saksnummer))


def _bortfall(sak: Demosak) -> None:
    adresse_kontrollert(sak, 12)
    grunn, frist = "Du har fortalt at du har fått en egen bolig.", sak.dato(30)
    sak.gjoer(12, SendForhaandsvarsel(saksnummer=sak.saksnummer, slag="bortfall", grunn=grunn, frist=frist))
    sak.gjoer(13, LaVedtakFalleBort(saksnummer=sak.saksnummer, begrunnelse=grunn, uttalelse="Det stemmer."), "ola")


def _omgjoering(sak: Demosak) -> None:
    adresse_kontrollert(sak, 12)
    grunn = "Klagen førte fram."
    sak.gjoer(13, OmgjoerVedtak(saksnummer=sak.saksnummer, grunnlag="etter_klage", begrunnelse=grunn), "ola")


def _dokumenter(sted: _Sted) -> Funn:
    """Every kind of document, of the first case that has it; and every form that can be empty.

    Papers for after the key are made when a case has them: the trial ends at the key, and tells which were not made.
    """
    with sted.aapne() as program:
        saker = [s.saksnummer for s in program.vis_saker(LEDER, Saksutvalg()).saker]
        utfylt = [navn for navn in DOKUMENTER if _utfylt(program, navn, saker)]
        tomme = [navn for navn, slag in DOKUMENTER.items() if slag.kan_vaere_tom]
        for navn in tomme:
            _krev_pdf(navn, program.skriv_ut(navn, None, LEDER, tom=True))
        ikke_laget = [navn for navn in DOKUMENTER if navn not in {*utfylt, *tomme}]
        return {"slag": len(DOKUMENTER), "utfylt": len(utfylt), "tomme": len(tomme), "ikke_laget": ikke_laget}


def _utfylt(program: Program, navn: str, saker: list[str]) -> bool:
    for saksnummer in saker:
        try:
            innhold = program.skriv_ut(navn, saksnummer, LEDER)
        except Sperret:
            continue
        _krev_pdf(navn, innhold)
        return True
    slag = DOKUMENTER[navn]
    _krev(
        slag.kan_vaere_tom or slag in GRUPPER[_ETTER_NOEKKELEN],
        f"Dokumentet «{navn}» kunne ikke lages i noen av sakene.",
    )
    return False


def _krev_pdf(navn: str, innhold: bytes) -> None:
    hel = innhold.startswith(b"%PDF-") and innhold.rstrip().endswith(b"%%EOF")
    _krev(hel, f"Dokumentet «{navn}» er ikke en hel PDF.")


def _kryptering(sted: _Sted) -> Funn:
    fil = sted.mappe / FILNAVN
    _krev(not er_klartekst(fil), "Databasen er ikke kryptert.")
    innhold = fil.read_bytes()
    for person in PERSONER:
        _krev(person.etternavn.encode() not in innhold, "Et navn står i klartekst i databasen.")
    _krev(not passer(fil, bytes(32)), "Databasen lot seg åpne med feil nøkkel.")
    _, noekkel = gjeldende_noekkel(sted.mappe, lambda: None)
    with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
        (utgave,) = tilkobling.execute("PRAGMA cipher_version").fetchone()
    return {"sqlcipher": utgave, "bytes": len(innhold)}


def _sikkerhetskopi(sted: _Sted) -> Funn:
    with sted.aapne() as program:
        sted.kopi = program.hylle().ta("bestilt")
    return {"rader": sum(sted.kopi.antall.values())}


def _gjenoppretting(sted: _Sted) -> Funn:
    """What is done after the copy is gone when the copy is in use."""
    foer = _notater(sted.mappe, sted.saksnummer)
    with sted.aapne() as program:
        program.utfoer(Noter(saksnummer=sted.saksnummer, tekst="Dette er skrevet etter kopien."), LEDER)
    _krev(_notater(sted.mappe, sted.saksnummer) == foer + 1, "Notatet ble ikke lagret.")
    _ta_i_bruk(sted, sted.mappe)
    _krev(_notater(sted.mappe, sted.saksnummer) == foer, "Databasen er ikke slik den var da kopien ble tatt.")
    return {"notater": foer}


def _annen_maskin(sted: _Sted) -> Funn:
    """The copy and the recovery code are enough, where there is no key."""
    annen = sted.rot / "annen"
    _ta_i_bruk(sted, annen)
    return {"notater": _notater(annen, sted.saksnummer)}


def _ta_i_bruk(sted: _Sted, mappe: Path) -> None:
    if sted.kopi is None:
        raise Avvik("Det er ingen kopi å ta i bruk.")
    arbeid = Vedlikehold(mappe, lambda _: LEDER, spoer_kode=lambda: sted.gjenopprettingskode)
    _, utfoert = arbeid.ta_i_bruk(sted.kopi, "noekkelfil")
    _krev(not utfoert.advarsler, " ".join(utfoert.advarsler))


def _notater(mappe: Path, saksnummer: str) -> int:
    with Program.aapne(mappe) as program:
        return len(program.vis_sak(saksnummer, LEDER).notater)


def _kontroll(sted: _Sted) -> Funn:
    with sted.aapne() as program:
        kontroll = program.kontroller()
    _krev(not kontroll.funn, " ".join(kontroll.funn))
    return {"hendelser": kontroll.hendelser, "dokumenter": kontroll.dokumenter}


def som_linjer(utfall: Utfall) -> Iterator[dict[str, Any]]:
    """Each trial that went well, as the command line tells it."""
    for proevd in utfall.proevd:
        yield {"proeve": proevd.navn, **proevd.funn}
