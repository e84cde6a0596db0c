"""Who may do what: the one table of roles and functions by act, and what locks a case for a user all the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt
from boligtildeling.domain.drift import Bruker, Funksjon, Rolle

Tilknytningsslag = Literal["part", "naer_slekt", "samliv", "verge_eller_fullmektig", "tidligere_behandling", "annet"]
TILKNYTNINGER: Mapping[str, str] = {
    "part": "er selv part i saken",
    "naer_slekt": "er i slekt eller svogerskap med en part",
    "samliv": "er eller har vært gift, samboer eller forlovet med en part",
    "verge_eller_fullmektig": "er verge eller fullmektig for en part",
    "tidligere_behandling": "har behandlet saken i et annet organ",
    "annet": "har et annet forhold som kan svekke tilliten",
}
"""The ties that make someone inhabil, by code. Hjemmel: forvaltningsloven § 6."""


ADRESSESPERRE = "folkeregisterloven § 10-4"
"""Why a case with address protection is only for those named on it."""


@dataclass(frozen=True, slots=True)
class Adgang:
    """Who may do an act: one of these roles, or one of these functions whatever the role (but never IT)."""

    roller: tuple[Rolle, ...]
    funksjoner: tuple[Funksjon, ...] = ()

    def gis(self, bruker: Bruker, ogsaa: frozenset[Funksjon] = frozenset()) -> bool:
        """Whether this user may; `ogsaa` are functions that the user has for the time being."""
        if bruker.rolle in self.roller:
            return True
        return bruker.rolle != "administrator" and bool((bruker.funksjoner | ogsaa) & set(self.funksjoner))


SAKSARBEID: tuple[Rolle, ...] = ("saksbehandler", "teamleder")
LEDER: tuple[Rolle, ...] = ("teamleder",)
DRIFT: tuple[Rolle, ...] = ("teamleder", "administrator")
LESERE: tuple[Rolle, ...] = ("saksbehandler", "teamleder", "leser")
FOR_LESERE = Adgang(LESERE)
ALLE: tuple[Rolle, ...] = ("saksbehandler", "teamleder", "leser", "administrator")
RESTANSEARBEID: tuple[Funksjon, ...] = ("boligforvalter", "oekonomiraadgiver")

ADGANG: Mapping[str, Adgang] = {
    "registrer_soeknad": Adgang(SAKSARBEID),
    "rett_soeknad": Adgang(SAKSARBEID),
    "legg_ved": Adgang(SAKSARBEID, ("arkiv", "oekonomiraadgiver")),
    "noter": Adgang(SAKSARBEID, ("koordinator", "boligforvalter", "oekonomiraadgiver", "noekkelansvarlig")),
    "overta_sak": Adgang(SAKSARBEID),
    "tildel_sak": Adgang(SAKSARBEID, ("koordinator",)),
    "gi_tilgang": Adgang(SAKSARBEID),
    "trekk_tilgang": Adgang(SAKSARBEID),
    "send_foreloepig_svar": Adgang(SAKSARBEID),
    "be_om_opplysninger": Adgang(SAKSARBEID),
    "forelegg_opplysninger": Adgang(SAKSARBEID),
    "lag_dokument": Adgang(SAKSARBEID, ("koordinator", "boligforvalter", "oekonomiraadgiver", "noekkelansvarlig")),
    "kryss_av": Adgang(SAKSARBEID, ("koordinator", "boligforvalter", "oekonomiraadgiver", "noekkelansvarlig")),
    "gi_unntak": Adgang(LEDER, ("vakt",)),
    "sett_kjennetegn": Adgang(SAKSARBEID),
    "lagre_oekonomiplan": Adgang(SAKSARBEID, ("oekonomiraadgiver",)),
    "lagre_oppfoelgingsplan": Adgang(SAKSARBEID, ("koordinator",)),
    "velg_kontraktstype": Adgang(SAKSARBEID),
    "skriv_vedtak": Adgang(SAKSARBEID),
    "send_til_godkjenning": Adgang(SAKSARBEID),
    "godkjenn_vedtak": Adgang(SAKSARBEID),
    "returner_vedtak": Adgang(SAKSARBEID),
    "send_vedtak": Adgang(SAKSARBEID),
    "send_forhaandsvarsel": Adgang(SAKSARBEID),
    "omgjoer_vedtak": Adgang(SAKSARBEID),
    "la_vedtak_falle_bort": Adgang(SAKSARBEID),
    "bekreft_muntlig_vedtak": Adgang(SAKSARBEID),
    "registrer_bolig": Adgang(SAKSARBEID, ("boligforvalter",)),
    "endre_bolig": Adgang(SAKSARBEID, ("boligforvalter",)),
    "hold_tilbake_bolig": Adgang(SAKSARBEID, ("boligforvalter",)),
    "frigi_bolig": Adgang(SAKSARBEID, ("boligforvalter",)),
    "legg_i_konvolutt": Adgang(SAKSARBEID),
    "gjenopprett_konvolutt": Adgang(LEDER),
    "lag_brukernoekkel": Adgang(LESERE),
    "tilby_bolig": Adgang(SAKSARBEID),
    "trekk_tilbud": Adgang(SAKSARBEID),
    "svar_paa_tilbud": Adgang(SAKSARBEID),
    "kontroller_vilkaar": Adgang(SAKSARBEID),
    "skriv_kontrakt": Adgang(SAKSARBEID),
    "signer_kontrakt": Adgang(SAKSARBEID),
    "annuller_kontrakt": Adgang(SAKSARBEID),
    "registrer_betaling": Adgang(SAKSARBEID, ("oekonomiraadgiver",)),
    "utlever_noekkel": Adgang(SAKSARBEID, ("noekkelansvarlig",)),
    "aapne_hasteloep": Adgang(LEDER, ("vakt",)),
    "registrer_klage": Adgang(SAKSARBEID, ("klagesekretariat",)),
    "behandle_klage": Adgang(SAKSARBEID, ("klagesekretariat",)),
    "soek_husstandsendring": Adgang(SAKSARBEID, ("boligforvalter",)),
    "svar_husstandsendring": Adgang(SAKSARBEID),
    "endre_leie": Adgang(SAKSARBEID, ("boligforvalter",)),
    "evaluer_oppfoelging": Adgang(SAKSARBEID, ("koordinator",)),
    "konkluder_utloep": Adgang(SAKSARBEID, ("koordinator",)),
    "forleng_leieforhold": Adgang(SAKSARBEID),
    "send_flytteoppfordring": Adgang(SAKSARBEID),
    "si_opp": Adgang(SAKSARBEID),
    "registrer_protest": Adgang(SAKSARBEID),
    "registrer_soeksmaal": Adgang(SAKSARBEID),
    "registrer_utflytting": Adgang(SAKSARBEID, ("boligforvalter", "noekkelansvarlig")),
    "utsett_oppgave": Adgang(SAKSARBEID, ("koordinator", "boligforvalter", "oekonomiraadgiver")),
    "ferdigstill_oppgave": Adgang(SAKSARBEID, ("koordinator", "boligforvalter", "oekonomiraadgiver")),
    "etterregistrer_avvik": Adgang(LEDER, ("vakt",)),
    "registrer_midlertidig_botilbud": Adgang(SAKSARBEID),
    "sett_paa_vent": Adgang(SAKSARBEID),
    "ta_opp_igjen": Adgang(SAKSARBEID),
    "trekk_soeknad": Adgang(SAKSARBEID),
    "avslutt_sak": Adgang(SAKSARBEID),
    "angre": Adgang(SAKSARBEID),
    "importer_restanseliste": Adgang(SAKSARBEID, RESTANSEARBEID),
    "importer_betalinger": Adgang(SAKSARBEID, RESTANSEARBEID),
    "angre_import": Adgang(SAKSARBEID, RESTANSEARBEID),
    "plasser_betaling": Adgang(SAKSARBEID, RESTANSEARBEID),
    "logg_kontakt": Adgang(SAKSARBEID, ("koordinator", *RESTANSEARBEID)),
    "inngaa_nedbetalingsavtale": Adgang(SAKSARBEID, RESTANSEARBEID),
    "velg_virkemiddel": Adgang(SAKSARBEID, ("koordinator", *RESTANSEARBEID)),
    "registrer_garanti": Adgang(SAKSARBEID, RESTANSEARBEID),
    "registrer_gjeldsordning": Adgang(SAKSARBEID, RESTANSEARBEID),
    "registrer_reservasjon": Adgang(SAKSARBEID, ("koordinator", *RESTANSEARBEID)),
    "send_varsel": Adgang(SAKSARBEID, RESTANSEARBEID),
    "oversend_inkasso": Adgang(SAKSARBEID),
    "send_begjaering": Adgang(SAKSARBEID),
    "innkall_moete": Adgang(SAKSARBEID, ("koordinator",)),
    "foer_referat": Adgang(SAKSARBEID, ("koordinator",)),
    "registrer_naboklage": Adgang(SAKSARBEID, ("koordinator", "boligforvalter")),
    "behandle_naboklage": Adgang(SAKSARBEID, ("koordinator", "boligforvalter")),
    "registrer_begjaering": Adgang(SAKSARBEID, ("koordinator",)),
    "overstyr_prioritet": Adgang(SAKSARBEID, ("koordinator",)),
    "besvar_fase3": Adgang(SAKSARBEID, ("koordinator",)),
    "avgjoer_begjaering": Adgang(SAKSARBEID, ("koordinator",)),
    "gjennomfoer_utkastelse": Adgang(LEDER),
    "etterevaluer": Adgang(SAKSARBEID, ("koordinator",)),
    "sett_innstilling": Adgang(DRIFT),
    "registrer_bruker": Adgang(DRIFT),
    "registrer_ansatt": Adgang(DRIFT),
    "bytt_passord": Adgang(ALLE),
    "utpek_stedfortreder": Adgang(SAKSARBEID),
    "avslutt_stedfortreder": Adgang(SAKSARBEID),
    "registrer_tilknytning": Adgang(LESERE),
    "avslutt_tilknytning": Adgang(LEDER),
    "lag_skjermingsnoekkel": Adgang(LEDER),
    "skjerm_opplysning": Adgang(SAKSARBEID, ("arkiv",)),
    "aapne_skjermet_opplysning": Adgang(LEDER),
    "gjennomgaa_lesning": Adgang(LEDER),
    "kasser": Adgang(LEDER, ("arkiv",)),
    "lag_innsynspakke": Adgang(SAKSARBEID),
    "fjern_i_innsynspakke": Adgang(SAKSARBEID),
    "legg_tilbake_i_innsynspakke": Adgang(SAKSARBEID),
    "frigi_innsynspakke": Adgang(SAKSARBEID),
}
"""Every act, and who may do it. A case with address protection is besides only for those named on it, and a case that
a user is tied to is never for that user: that holds for every act on a case, whatever stands here."""

FUNKSJONENS_SJEKKPUNKTER: Mapping[Funksjon, tuple[str, ...]] = {
    "koordinator": ("KAR-1", "KAR-7", "OPP-1", "OPP-2", "OPP-3", "OPP-4", "OPP-5", "OPP-6", "NOE-2"),
    "boligforvalter": ("KAR-3", "KTR-3", "NOE-5", "NOE-7"),
    "oekonomiraadgiver": (
        *("OEK-1", "OEK-2", "OEK-3", "OEK-4", "OEK-5", "OEK-6", "OEK-7", "OEK-8", "OEK-9"),
        "KTR-2",
    ),
    "noekkelansvarlig": ("NOE-4", "NOE-5", "NOE-6", "NOE-7"),
}
"""The checkpoints that each function answers; whoever handles cases answers all of them."""


def kan_besvare(bruker: Bruker, kode: str) -> bool:
    """Whether this user may answer this checkpoint, by role or by function."""
    if bruker.rolle in SAKSARBEID:
        return True
    har = bruker.funksjoner if bruker.rolle != "administrator" else frozenset()
    return any(f in har and kode in koder for f, koder in FUNKSJONENS_SJEKKPUNKTER.items())


@dataclass(frozen=True, slots=True)
class Innpass:
    """What lets a user in to cases."""

    rolle: Rolle
    funksjoner: frozenset[str]
    os_navn: str | None
    er_aktiv: bool

    @property
    def ser_saker(self) -> bool:
        return self.er_aktiv and self.rolle in LESERE


_SER_MER: tuple[Rolle, ...] = ("administrator", "leser", "saksbehandler", "teamleder")


def utvider(foer: Innpass | None, etter: Innpass) -> bool:
    """Whether the change lets someone further in to cases than before.

    A role that may do more, one more function, coming back, and another name on the machine do; to do less, or to
    leave, does not.
    """
    if not etter.ser_saker:
        return False
    if foer is None or not foer.ser_saker:
        return True
    faar_rolle = _SER_MER.index(etter.rolle) > _SER_MER.index(foer.rolle)
    return faar_rolle or bool(etter.funksjoner - foer.funksjoner) or etter.os_navn != foer.os_navn


class Tilknytning(Base):
    """A tie between a user and a party of a case: while it lasts, the case is not for that user."""

    __tablename__ = "tilknytning"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), index=True)
    slag: Mapped[str]
    registrert_av: Mapped[str]
    registrert_dato: Mapped[date]
    opphoert_grunn: Mapped[str | None]
    opphoert_av: Mapped[str | None]
    opphoert_dato: Mapped[date | None]


class Stedfortreder(Base):
    """Who stands in for a user, from and to which day. Gives work, never access that the stand-in has not got."""

    __tablename__ = "stedfortreder"

    id: Mapped[int] = mapped_column(primary_key=True)
    for_bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), index=True)
    stedfortreder: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), index=True)
    fra_dato: Mapped[date]
    til_dato: Mapped[date]
    utpekt_av: Mapped[str]


class Innloggingsforsoek(Base):
    """How often in a row a name has been tried with a wrong password; the name is kept as a hash, known or not."""

    __tablename__ = "innloggingsforsoek"

    navn_hash: Mapped[str] = mapped_column(primary_key=True)
    antall: Mapped[int]
    neste_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


FRIE_FORSOEK = 3
LENGSTE_VENTETID = timedelta(minutes=15)


def ventetid(feilede: int) -> timedelta:
    """How long one must wait after so many wrong passwords in a row: nothing at first, then twice as long each time."""
    if feilede < FRIE_FORSOEK:
        return timedelta()
    return min(LENGSTE_VENTETID, timedelta(seconds=2 ** min(feilede - FRIE_FORSOEK + 1, 20)))
