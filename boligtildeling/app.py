"""The composition root: a data folder becomes a running application. The only module that knows every room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import select

from boligtildeling.casework import konvoluttavstemming, utkast
from boligtildeling.casework.act import Utfall, finn_feil, proev, utfoer
from boligtildeling.casework.adgang import krev_adgang, krev_rolle
from boligtildeling.casework.adressevedlegg import ADRESSEVEDLEGG, noter_utskrift
from boligtildeling.casework.context import Arbeid, Klokkelaan, Rammer, finn_bruker
from boligtildeling.casework.dokumenter import advarsler, etter_nummer, lagret
from boligtildeling.casework.grunnlag import hent_sak, krev_habil
from boligtildeling.casework.historikk import noter_hendelse, noter_lesning
from boligtildeling.casework.innlogging import Engangspassord, UkjentPaaMaskinen, finn_os_bruker, logg_inn
from boligtildeling.casework.kjedekontroll import Hode, les_hode
from boligtildeling.casework.konvoluttarbeid import LeggIKonvolutt
from boligtildeling.casework.planer import VelgKontraktstype
from boligtildeling.casework.skjerming import SkjermOpplysning
from boligtildeling.casework.skriveraad import skriveraad
from boligtildeling.casework.soeknad import RettSoeknad
from boligtildeling.casework.views.boliger import boligliste
from boligtildeling.casework.views.dokument import dokumentvisning, tom_visning
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.kontraktsraad import kontraktsraad_for
from boligtildeling.casework.views.konvolutt import med_aapen_konvolutt
from boligtildeling.casework.views.papirrad import Papirrad, papirrad
from boligtildeling.casework.views.sak import saksvisning
from boligtildeling.casework.views.saker import Saksside, Saksutvalg, antall_saker, saksside
from boligtildeling.casework.views.saksformer import Boligvisning, Raadsvisning, Saksvisning
from boligtildeling.casework.visning import Visning
from boligtildeling.clock import Klokke
from boligtildeling.domain.drift import Bruker, Mappe
from boligtildeling.domain.feil import Bruksfeil, Driftsfeil, Feilliste, Inputfeil, Ugyldig
from boligtildeling.domain.innstilling import ANNET_STED
from boligtildeling.domain.klarspraak import Skriveraad
from boligtildeling.domain.tilgang import ALLE, DRIFT, FOR_LESERE, Adgang
from boligtildeling.domain.utkast import Felter
from boligtildeling.exchange.filer import Mappefiler
from boligtildeling.oppsett import gjenopprettingsark, lag_rammer, opprett, standardmappe
from boligtildeling.osbruker import osbruker
from boligtildeling.policy import les_policy
from boligtildeling.storage import doer
from boligtildeling.storage.doer import Mappedatabase, er_opprettet
from boligtildeling.storage.helse import Kontroll, kontroller
from boligtildeling.storage.hylle import Hylle
from boligtildeling.storage.noekler import SpoerPassfrase

__all__ = [
    "Engangspassord",
    "Program",
    "UkjentPaaMaskinen",
    "er_opprettet",
    "gjenopprettingsark",
    "opprett",
    "standardmappe",
]
V = TypeVar("V")


class Program:
    """An open data folder: acts in, views out. One per folder and process; close it when done."""

    def __init__(self, mappe: Path, database: Mappedatabase, rammer: Rammer, slag: str) -> None:
        self.mappe, self._database, self._rammer, self._slag = mappe, database, rammer, slag

    @classmethod
    def aapne(cls, mappe: Path, *, klokke: datetime | None = None, spoer: SpoerPassfrase = lambda: None) -> "Program":
        """Opens the folder by the one door; `spoer` asks for the passphrase, where it is locked by one.

        `klokke` sets the time, and only in a trial or demo folder. Raises `Driftsfeil`, `Bruksfeil`.
        """
        if not er_opprettet(mappe):
            raise Driftsfeil(
                "Mappen har ingen database.",
                "Ingenting er endret.",
                "Velg riktig mappe, eller lag en ny med «opprett».",
            )
        database = doer.aapne(mappe, spoer)
        try:
            return cls._i(mappe, database, klokke)
        except BaseException:
            database.lukk()
            raise

    @classmethod
    def _i(cls, mappe: Path, database: Mappedatabase, klokke: datetime | None) -> "Program":
        with database.les() as session:
            slag = session.scalars(select(Mappe)).one().slag
        if klokke is not None and slag == "virkelig":
            raise Bruksfeil("--klokke kan bare brukes i en prøvemappe eller demomappe.")
        policy = les_policy()
        if slag == "virkelig":
            policy.krev_mappe(mappe)
        rammer = lag_rammer(mappe, database, Klokke(klokke), slag != "virkelig", policy)
        rammer.sjekklister.gjeldende()
        return cls(mappe, database, rammer, slag)

    @property
    def er_proeve(self) -> bool:
        """A trial or demo folder: made-up people, PRØVE on everything."""
        return self._slag != "virkelig"

    @property
    def er_demo(self) -> bool:
        return self._slag == "demo"

    def med_filer(self, mappe: Path | None) -> "Program":
        """The same program, reading the attachments that commands name below `mappe`."""
        return Program(self.mappe, self._database, replace(self._rammer, filer=Mappefiler(mappe)), self._slag)

    def med_klokke(self, klokke: Klokkelaan) -> "Program":
        """The same program by another clock."""
        return Program(self.mappe, self._database, replace(self._rammer, klokke=klokke), self._slag)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.lukk()

    def lukk(self) -> None:
        """Lets go of the database; nothing can be done with the program afterwards."""
        self._database.lukk()

    def hvem(self, som: str | None) -> str | None:
        """Who acts: `som` in a trial folder (None: the first caseworker), the signed-in user in a real one.

        Raises `Bruksfeil` for `som` in a real folder, and `UkjentPaaMaskinen`.
        """
        if self.er_proeve:
            return som
        if som is not None:
            raise Bruksfeil("--som kan bare brukes i en prøvemappe eller demomappe.")
        with self._database.les() as session:
            if (funnet := finn_os_bruker(session, osbruker())) is not None:
                return funnet
            navnebror = session.get(Bruker, osbruker())
            if navnebror is not None and navnebror.er_aktiv:  # is called something else on the machine
                raise UkjentPaaMaskinen
            return osbruker()

    def logg_inn(self, navn: str, passord: str, nytt: str | None = None) -> str:
        """Who these name and password belong to. Refuses (`Sperret`, ROLLE) alike for a wrong one of either.

        `nytt` takes the place of a password that another has set, which is else refused (`Engangspassord`).
        """
        return logg_inn(self._rammer, navn, passord, nytt)

    def har_passord(self, navn: str) -> bool:
        """Whether the user has a password to unlock the window by."""
        with self._database.les() as session:
            bruker = session.get(Bruker, navn)
            return bruker is not None and bruker.passord is not None

    def utfoer(self, kommando: object, bruker: str | None, innlogget: str | None = None) -> Utfall:
        """Does what the command says. Raises `Ugyldig`, `Konflikt`, `Sperret`, `Driftsfeil`, `Bruksfeil`.

        `innlogget` is who is signed in at the machine, when `bruker` has signed in there for this one act.
        """
        utfall = utfoer(self._rammer, kommando, bruker, innlogget)
        if isinstance(kommando, SkjermOpplysning | RettSoeknad | LeggIKonvolutt):
            self._database.toem_journalen()
        return utfall

    def med_alle_feil(self, ugyldig: Ugyldig, delvis: object, bruker: str | None) -> Ugyldig:
        """The same faults, and those in the names and contents of the part of the command that could be read."""
        if delvis is None:
            return ugyldig
        kjente = {f.peker for f in ugyldig.feil}
        nye = (f for f in finn_feil(self._rammer, delvis, bruker) if f.peker not in kjente)
        return Ugyldig(*ugyldig.feil, *nye)

    def innlogget(self, bruker: str | None) -> tuple[str, str]:
        """Name and role of the one who acts."""
        with self._database.les() as session:
            funnet = finn_bruker(session, bruker)
            return funnet.navn, funnet.rolle

    def brukere(self) -> tuple[tuple[str, str], ...]:
        with self._database.les() as session:
            return tuple((b.navn, b.rolle) for b in session.scalars(select(Bruker).order_by(Bruker.nummer)))

    def innstillinger(self) -> Mapping[str, str | None]:
        with self._database.les() as session:
            return self._rammer.innstillinger(session)

    @property
    def laaste(self) -> frozenset[str]:
        """The settings that IT has settled for the machine."""
        return frozenset(self._rammer.laaste)

    @property
    def mappen_er_bestemt(self) -> bool:
        """Whether IT has settled where the data folder lies. Raises `Driftsfeil` for a policy gone wrong."""
        return les_policy().datamappe is not None

    def vis_sak(self, saksnummer: str, bruker: str | None) -> Saksvisning:
        """The case; the reading is logged first, and a case that cannot be logged is not shown."""
        with self._database.skriv() as session:
            arbeid = self._lesearbeid(session, bruker)
            self._finn_sak(arbeid, saksnummer)
            noter_lesning(arbeid, saksnummer, "vis_sak")
            return med_aapen_konvolutt(arbeid, saksvisning(arbeid))

    def vis(self, visning: Visning[V], bruker: str | None, saksnummer: str | None = None, **valg: Any) -> V:
        """A view by its entry in the registry. One about a case is noted as a reading of it first.

        Raises `Sperret` (ROLLE), `Ugyldig` for a case that this user may not know of.
        """
        with self._database.skriv() as session:
            arbeid = self._lesearbeid(session, bruker, visning.adgang)
            if saksnummer is not None:
                self._finn_sak(arbeid, saksnummer)
                noter_lesning(arbeid, saksnummer, visning.lesning)
            return visning.les(arbeid, **valg)

    def legg_utkast(
        self, saksnummer: str | None, skjema: str, felter: Felter, sett_versjon: int | None, bruker: str | None
    ) -> bool:
        """Keeps what the user has typed in a form and not saved; says whether it is kept. No history, no new version.

        Raises `Ugyldig`, `Sperret` (ROLLE, HABILITET), `Driftsfeil`.
        """
        with self._database.skriv() as session:
            return utkast.legg(self._utkastarbeid(session, saksnummer, bruker), skjema, felter, sett_versjon)

    def forkast_utkast(self, saksnummer: str | None, skjema: str, bruker: str | None) -> None:
        """Throws away what the user has in a form. Raises as `legg_utkast` does."""
        with self._database.skriv() as session:
            utkast.forkast(self._utkastarbeid(session, saksnummer, bruker), skjema)

    def vis_saker(
        self, bruker: str | None, utvalg: Saksutvalg, grense: int = 100, etter: str | None = None
    ) -> Saksside:
        with self._database.les() as session:
            arbeid = self._lesearbeid(session, bruker)
            return saksside(session, arbeid.bruker, arbeid.i_dag, utvalg, grense, etter)

    def antall_saker(self, bruker: str | None, utvalg: Saksutvalg) -> int:
        with self._database.les() as session:
            arbeid = self._lesearbeid(session, bruker)
            return antall_saker(session, arbeid.bruker, arbeid.i_dag, utvalg)

    def vis_boliger(self, bruker: str | None, bare_ledige: bool = False) -> tuple[Boligvisning, ...]:
        with self._database.les() as session:
            arbeid = self._lesearbeid(session, bruker)
            return boligliste(arbeid, bare_ledige)

    def forhaandsvis(self, kommando: object, navn: str, bruker: str | None) -> bytes:
        """A document as it would be once the command is done; nothing is stored. Refuses as `utfoer` does."""
        visning = proev(self._rammer, kommando, bruker, lambda arbeid: dokumentvisning(arbeid, navn))
        return self._rammer.dokumenter.lag(navn, visning)

    def raad_til(self, kommando: object, bruker: str | None) -> tuple[Skriveraad, ...]:
        """What to look at again in the decision that the command writes; nothing is stored. Refuses as `utfoer`."""
        return proev(self._rammer, kommando, bruker, skriveraad)

    def proev_kontraktsvalg(self, kommando: VelgKontraktstype, bruker: str | None) -> Raadsvisning:
        """What the kontraktskontroll would say of this choice; nothing is stored. Refuses as `utfoer` does."""
        return proev(self._rammer, kommando, bruker, kontraktsraad_for)

    def skriv_ut(
        self, navn: str, saksnummer: str | None, bruker: str | None, tom: bool = False, grunn: str | None = None
    ) -> bytes:
        """A document as PDF: as it was kept when it was made, else made from the case as it stands now.

        `grunn` says why the enclosure with the address is printed once more. Raises `Sperret`, `Ugyldig`, `Bruksfeil`.
        """
        return self.lag_papir(navn, saksnummer, bruker, tom, grunn)[0]

    def lag_papir(
        self, navn: str, saksnummer: str | None, bruker: str | None, tom: bool = False, grunn: str | None = None
    ) -> tuple[bytes, tuple[str, ...]]:
        """The PDF that `skriv_ut` gives, and what whoever prints it should know."""
        slag = DOKUMENTER.get(navn)
        if slag is None:
            raise Bruksfeil("Dokumentet finnes ikke. Se «skriv-ut --liste».")
        if tom and not slag.kan_vaere_tom:
            raise Bruksfeil("Dette dokumentet kan ikke skrives ut tomt.")
        with self._database.skriv() as session:
            arbeid = self._lesearbeid(session, bruker)
            if tom:
                _, tekster = self._rammer.sjekklister.gjeldende()
                visning = tom_visning(arbeid, navn, self._rammer.sjekklister.les(tekster))
            else:
                if saksnummer is None:
                    raise Bruksfeil("Si hvilken sak dokumentet gjelder, eller bruk --tom.")
                self._finn_sak(arbeid, saksnummer)
                noter_lesning(arbeid, saksnummer, f"skriv_ut {navn}")
                if (kjent := lagret(arbeid, navn)) is not None:
                    return kjent, advarsler(arbeid, navn)
                visning = dokumentvisning(arbeid, navn)
                if navn == ADRESSEVEDLEGG:
                    noter_utskrift(arbeid, grunn)
            raad = advarsler(arbeid, navn)
        return self._rammer.dokumenter.lag(navn, visning), raad

    def papirrad(self, navn: str, saksnummer: str, bruker: str | None) -> Papirrad:
        """Whom the paper of this case goes to, and why it cannot be sent as it is; noted as a reading."""
        with self._database.skriv() as session:
            arbeid = self._lesearbeid(session, bruker)
            self._finn_sak(arbeid, saksnummer)
            noter_lesning(arbeid, saksnummer, f"bunke {navn}")
            return papirrad(arbeid, navn)

    def samle(self, papirer: Sequence[bytes], navn: str) -> bytes:
        """Many papers of one kind in one file, with their tags: to print, or to read in one go."""
        from boligtildeling.documents.samling import samle

        return samle(papirer, DOKUMENTER[navn].tittel)

    def hent_dokument(self, saksnummer: str, nummer: int, bruker: str | None) -> bytes:
        """A document of the case by its number, as it is kept; the reading is logged first. Raises `Ugyldig`."""
        with self._database.skriv() as session:
            arbeid = self._lesearbeid(session, bruker)
            self._finn_sak(arbeid, saksnummer)
            if (dokument := etter_nummer(arbeid, nummer)) is None:
                raise Ugyldig(Inputfeil("/dokument", "Saken har ikke et dokument med dette nummeret."))
            noter_lesning(arbeid, saksnummer, f"skriv_ut {dokument.navn}")
            return dokument.innhold

    def kontroller(self, mot: Sequence[Hode] = ()) -> Kontroll:
        """Whether database, logs, documents, copies and users' keys are sound; and whether the logs still hold the
        ends in `mot`, and those that stand in the copies.
        """
        self._database.toem_journalen()  # so that the database file is whole by itself when every page is looked at
        hylle = self.hylle()
        ender = dict.fromkeys(ende for skrevet in hylle.ender() if (ende := les_hode(skrevet)) is not None)
        kontroll = kontroller(self._database, (*mot, *ender))
        return replace(kontroll, funn=(*kontroll.funn, *hylle.skader(), *self._rammer.noekkelskap.skader()))

    def hylle(self) -> Hylle:
        """The backup copies of the folder; to be used from any thread while the program is open."""
        return self._database.hylle(self.innstillinger()[ANNET_STED])

    def noter_drift(self, handling: str, hendelse: str, data: dict[str, Any], bruker: str | None) -> None:
        """A line of history for what was done to the folder itself: by whom, also one from IT who is no user of it.

        Raises `Driftsfeil`.
        """
        with self._database.skriv() as session:
            ukjent = bruker is not None and session.get(Bruker, bruker) is None
            utfoerer = Bruker(navn=bruker, rolle="administrator") if ukjent else finn_bruker(session, bruker)
            arbeid = Arbeid(session=session, rammer=self._rammer, bruker=utfoerer, naa=self._rammer.klokke.naa())
            noter_hendelse(arbeid, handling, hendelse, data)

    def krev_drift(self, bruker: str | None) -> None:
        """Refuses whoever may not look after the folder itself: its keys, its copies. In a trial folder everyone may.

        Raises `Sperret` (ROLLE), `Bruksfeil` for an unknown user.
        """
        if not self.er_proeve:
            with self._database.les() as session:
                krev_rolle(finn_bruker(session, bruker), DRIFT)

    def _lesearbeid(self, session: Any, bruker: str | None, adgang: Adgang = FOR_LESERE) -> Arbeid:
        arbeid = Arbeid(
            session=session,
            rammer=self._rammer,
            bruker=finn_bruker(session, bruker),
            naa=self._rammer.klokke.naa(),
        )
        krev_adgang(arbeid.bruker, adgang)
        return arbeid

    def _utkastarbeid(self, session: Any, saksnummer: str | None, bruker: str | None) -> Arbeid:
        arbeid = self._lesearbeid(session, bruker, FOR_LESERE if saksnummer is not None else Adgang(ALLE))
        if saksnummer is not None:
            self._finn_sak(arbeid, saksnummer)
        return arbeid

    def _finn_sak(self, arbeid: Arbeid, saksnummer: str) -> None:
        arbeid.sak_eller_ingen = hent_sak(arbeid.session, saksnummer, arbeid.bruker)
        feil = Feilliste()
        feil.krev(arbeid.sak_eller_ingen is not None, "/saksnummer", "Fant ingen sak med dette nummeret.")
        feil.stopp()
        krev_habil(arbeid.session, arbeid.sak, arbeid.bruker)
        konvoluttavstemming.les(arbeid)
