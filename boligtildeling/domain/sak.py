"""The case: the application, the answers, the plans, the decision and everything that follows from it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, attribute_keyed_dict, mapped_column, relationship

from boligtildeling.domain.base import Base, Tidspunkt, Verdi
from boligtildeling.domain.boforhold.klage import Klage
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.dokumentasjon import Svarinnhold
from boligtildeling.domain.kontrakt import Kontrakt, Noekkelutlevering, Tilbud
from boligtildeling.domain.planer import Kontraktsvalg, Oekonomiplan, Oppfoelgingsplan
from boligtildeling.domain.soeknad import SKJERMET, Soeknad
from boligtildeling.domain.vedtak import Vedtak, Vedtaksinnhold

Sakssteg = Literal["soeknad", "kartlegging", "vedtak", "tildeling", "kontrakt", "noekkel", "boforhold", "avsluttet"]
Kjennetegn = Literal[
    "ordinaer_leie_rekker_ikke",
    "sosialhjelp_som_forskudd",
    "tjenestevedtak",
    "opplysninger_fra_andre",
    "mangler_i_soeknad",
    "soeker_vil_ikke_ha_kopi",
    "fullmakt_dekker_ikke_saken",
]
KOPI_OENSKES_IKKE: Kjennetegn = "soeker_vil_ikke_ha_kopi"
UTENFOR_FULLMAKTEN: Kjennetegn = "fullmakt_dekker_ikke_saken"
KJENNETEGNTEKST: dict[str, str] = {
    "ordinaer_leie_rekker_ikke": "Ordinær leie gir ikke gode nok rammer",
    "sosialhjelp_som_forskudd": "Sosialhjelp til boutgifter er innvilget som forskudd",
    "tjenestevedtak": "Tjenestevedtak finnes eller er søkt",
    "opplysninger_fra_andre": "Opplysninger fra andre er hentet inn",
    "mangler_i_soeknad": "Søknaden har mangler",
    "soeker_vil_ikke_ha_kopi": "Søkeren vil ikke ha kopi av brev til fullmektig eller verge",
    "fullmakt_dekker_ikke_saken": "Fullmakten eller vergens mandat dekker ikke boligsaken",
}
INGEN_FRIST = date(9999, 12, 31)
"""Stands where a case has no deadline, so that the list sorts by one index."""
AVSLUTNINGER: dict[str, str] = {
    "innflyttet": "innflyttet",
    "avslag": "avslag",
    "avvist": "avvist",
    "trukket": "trukket",
    "doed": "død",
    "flyttet": "flyttet",
    "skaffet_bolig_selv": "skaffet bolig selv",
    "duplikat": "duplikat",
    "oversendt_rett_organ": "oversendt rett organ",
    "bortfalt": "bortfalt",
    "omgjort_etter_klage": "omgjort etter klage",
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PaaVent:
    """Why the case waits, and until when; its deadlines run all the same (fvl. § 11 a)."""

    grunn: str
    til_dato: date
    fra_dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utsettelse:
    """When to be reminded of a deadline instead of now, and why; the deadline itself stands."""

    til_dato: date
    grunn: str
    av: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hasteloep:
    """An urgent case, opened by a leader: fewer checkpoints hold it, the rest get a deadline."""

    grunn: str
    aapnet_av: str
    aapnet_dato: date
    frist: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Avslutning:
    """How a case ended."""

    utfall: str
    grunn: str
    dato: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MidlertidigBotilbud:
    """Temporary housing (sosialtjenesteloven § 27): a right that no gate here holds back."""

    fra_dato: date
    sted: str | None = None
    grunn: str | None = None
    til_dato: date | None = None
    nav_varslet_dato: date | None = None
    vedtak_dato: date | None = None
    kvalitetsavtale: bool = False
    merknad: str | None = None


class Svar(Base):
    """The present answer to one checkpoint; earlier ones stand in the history."""

    __tablename__ = "svar"

    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True)
    kode: Mapped[str] = mapped_column(primary_key=True)
    innhold: Mapped[Svarinnhold] = mapped_column(Verdi(Svarinnhold))


class Unntak(Base):
    """A checkpoint that a leader has set aside, with the reason, for ever visible."""

    __tablename__ = "unntak"

    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True)
    kode: Mapped[str] = mapped_column(primary_key=True)
    grunn: Mapped[str]
    gitt_av: Mapped[str]
    gitt_dato: Mapped[date]


class Oppgave(Base):
    """Something that remains to be done, by whom and when."""

    __tablename__ = "oppgave"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    kode: Mapped[str | None]
    tekst: Mapped[str]
    frist: Mapped[date]
    ansvarlig: Mapped[str]
    er_ferdig: Mapped[bool] = mapped_column(default=False)


class Avvik(Base):
    """What really happened outside the program, registered afterwards by a leader."""

    __tablename__ = "avvik"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    hva: Mapped[str]
    dato: Mapped[date]
    grunn: Mapped[str]
    registrert_av: Mapped[str]


class Tilgang(Base):
    """A user who is named on a case with address protection."""

    __tablename__ = "tilgang"

    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), primary_key=True)
    bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), primary_key=True)
    gitt_av: Mapped[str]


class Vedlegg(Base):
    """An enclosure; `innhold` is None when only its title is known (it lies in the archive)."""

    __tablename__ = "vedlegg"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    tittel: Mapped[str]
    sha256: Mapped[str | None]
    innhold: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    lagt_ved_av: Mapped[str]
    lagt_ved_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class Notat(Base):
    """A note on the case."""

    __tablename__ = "notat"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    tekst: Mapped[str]
    skrevet_av: Mapped[str]
    skrevet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class Dokument(Base):
    """A document as it was made: bytes that never change, their SHA-256, the view they show, who made it when.

    `visning` is None for documents that were made before views were kept.
    """

    __tablename__ = "dokument"

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    navn: Mapped[str]
    tittel: Mapped[str]
    sha256: Mapped[str]
    innhold: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    visning: Mapped[dict[str, Any] | None] = mapped_column(Verdi(dict[str, Any]), deferred=True)
    laget_av: Mapped[str]
    laget_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


class Sak(Base):
    """One application and its road from søknad to key."""

    __tablename__ = "sak"
    __table_args__ = (
        CheckConstraint(
            "steg IN ('soeknad','kartlegging','vedtak','tildeling','kontrakt','noekkel','boforhold','avsluttet')",
            name="steg",
        ),
        Index(None, "neste_frist", "saksnummer"),
        Index(None, "steg", "neste_frist", "saksnummer"),
        Index(None, "ansvarlig", "neste_frist", "saksnummer"),
        Index("ix_sak_medpartsnoekkel", "medpartsnoekkel", sqlite_where=text("medpartsnoekkel IS NOT NULL")),
    )

    saksnummer: Mapped[str] = mapped_column(primary_key=True)
    versjon: Mapped[int] = mapped_column()
    steg: Mapped[str]
    neste_frist: Mapped[date] = mapped_column(default=INGEN_FRIST)
    ansvarlig: Mapped[str] = mapped_column(ForeignKey("bruker.navn"))
    soeker_navn: Mapped[str]
    sorteringsnavn: Mapped[str] = mapped_column(index=True)
    er_skjermet: Mapped[bool]
    ekstern_referanse: Mapped[str | None] = mapped_column(unique=True)
    partsnoekkel: Mapped[str] = mapped_column(index=True)
    medpartsnoekkel: Mapped[str | None]
    mottatt_dato: Mapped[date]
    opprettet_av: Mapped[str]
    opprettet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    sjekkliste_versjon: Mapped[str] = mapped_column(ForeignKey("sjekklisteutgave.versjon"))
    soeknad: Mapped[Soeknad] = mapped_column(Verdi(Soeknad))
    kjennetegn: Mapped[frozenset[str]] = mapped_column(Verdi(frozenset[str]), default=frozenset)
    oekonomiplan: Mapped[Oekonomiplan | None] = mapped_column(Verdi(Oekonomiplan))
    oppfoelgingsplan: Mapped[Oppfoelgingsplan | None] = mapped_column(Verdi(Oppfoelgingsplan))
    kontraktsvalg: Mapped[Kontraktsvalg | None] = mapped_column(Verdi(Kontraktsvalg))
    foreloepig_svar_dato: Mapped[date | None]
    paa_vent: Mapped[PaaVent | None] = mapped_column(Verdi(PaaVent))
    hasteloep: Mapped[Hasteloep | None] = mapped_column(Verdi(Hasteloep))
    utsettelser: Mapped[dict[str, Utsettelse]] = mapped_column(
        Verdi(dict[str, Utsettelse]), default=dict, server_default=text("'{}'")
    )
    avslutning: Mapped[Avslutning | None] = mapped_column(Verdi(Avslutning))
    midlertidige_botilbud: Mapped[tuple[MidlertidigBotilbud, ...]] = mapped_column(
        Verdi(tuple[MidlertidigBotilbud, ...]), default=()
    )

    svar: Mapped[dict[str, Svar]] = relationship(
        collection_class=attribute_keyed_dict("kode"), cascade="all, delete-orphan"
    )
    unntak: Mapped[dict[str, Unntak]] = relationship(
        collection_class=attribute_keyed_dict("kode"), cascade="all, delete-orphan"
    )
    vedtak: Mapped[list[Vedtak]] = relationship(back_populates="sak", order_by=Vedtak.nummer)
    tilbud: Mapped[list[Tilbud]] = relationship(back_populates="sak", order_by=Tilbud.id)
    kontrakter: Mapped[list[Kontrakt]] = relationship(back_populates="sak", order_by=Kontrakt.id)
    utleveringer: Mapped[list[Noekkelutlevering]] = relationship(back_populates="sak", order_by=Noekkelutlevering.id)
    klager: Mapped[list[Klage]] = relationship(order_by=Klage.id)
    leieforhold: Mapped[Leieforhold | None] = relationship(back_populates="sak")
    oppgaver: Mapped[list[Oppgave]] = relationship(order_by=Oppgave.frist)
    avvik: Mapped[list[Avvik]] = relationship(order_by=Avvik.id)
    tilganger: Mapped[list[Tilgang]] = relationship()
    vedlegg: Mapped[list[Vedlegg]] = relationship(order_by=Vedlegg.id)
    notater: Mapped[list[Notat]] = relationship(order_by=Notat.id)
    dokumenter: Mapped[list[Dokument]] = relationship(order_by=Dokument.id)

    __mapper_args__ = {"version_id_col": versjon}

    def __repr__(self) -> str:
        return f"Sak({self.saksnummer})"

    @property
    def gjeldende_vedtak(self) -> Vedtak | None:
        return self.vedtak[-1] if self.vedtak else None

    @property
    def vedtaksinnhold(self) -> Vedtaksinnhold:
        """What the decision says so far; an empty draft before anything is written."""
        return self.vedtak[-1].innhold if self.vedtak else Vedtaksinnhold()

    @property
    def vedtak_er_sendt(self) -> bool:
        return bool(self.vedtak) and self.vedtak[-1].er_sendt

    @property
    def kontrakt(self) -> Kontrakt | None:
        """The lease that stands, if any."""
        return next((k for k in reversed(self.kontrakter) if k.annullert_grunn is None), None)

    @property
    def noekkel_er_utlevert(self) -> bool:
        return bool(self.utleveringer)

    @property
    def gir_ny_innflytting(self) -> bool:
        """New or swap: a new home. An extension is the same home and no new key."""
        return self.soeknad.soeknadstype != "forlengelse"

    def aktivt_tilbud(self, i_dag: date) -> Tilbud | None:
        return next((t for t in reversed(self.tilbud) if t.gjelder(i_dag)), None)

    def sett_soeknad(self, soeknad: Soeknad) -> None:
        """Takes the application in, and keeps what lists and gates read from it in step."""
        self.soeknad = soeknad
        self.soeker_navn = soeknad.soeker.navn
        self.sorteringsnavn = f"{soeknad.soeker.etternavn}, {soeknad.soeker.fornavn}".casefold()
        self.partsnoekkel = soeknad.soeker.partsnoekkel
        self.medpartsnoekkel = soeknad.medsoeker.partsnoekkel if soeknad.medsoeker else None
        self.mottatt_dato = soeknad.mottatt_dato
        self.er_skjermet = soeknad.strengeste_beskyttelse in SKJERMET
