"""A complaint about a decision: in time or not, whom it goes to, and who may prepare it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Verdi
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.frist import kommunens_frist, partens_frist

Klagedel = Literal["A", "B"]
KLAGEDELER: dict[str, str] = {"A": "boligsosial bistand (del A)", "B": "kommunal bolig (del B)"}
Iverksetting = Literal["gitt", "nektet"]
Klageavgjoerelse = Literal["avvist", "omgjort", "oversendt"]
Klageresultat = Literal["medhold", "delvis_medhold", "ikke_medhold", "avvist", "opphevet"]
KLAGEFRIST_UKER = 3
_OVERSITTELSE, _FORBEREDELSE = "forvaltningsloven § 31", "forvaltningsloven § 33"
_INHABIL = "kommuneloven § 13-3"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Klagebehandling:
    """What has been done with a complaint so far.

    `vurdering` is the new assessment of the unit itself, and `innstilling` what it advises the instance to do.
    """

    utsatt_iverksetting: Iverksetting | None = None
    utsatt_grunn: str = ""
    er_tilgitt: bool = False
    tilgitt_grunn: str = ""
    vurdering: str = ""
    vurdert_av: str | None = None
    vurdert_dato: date | None = None
    avgjoerelse: Klageavgjoerelse | None = None
    avgjoerelse_grunn: str = ""
    avgjort_av: str | None = None
    avgjort_dato: date | None = None
    resultat: Klageresultat | None = None
    resultat_dato: date | None = None
    resultat_merknad: str = ""


class Klage(Base):
    """A complaint about one part of one decision; about both parts there are two, each with its own instance."""

    __tablename__ = "klage"
    __table_args__ = (CheckConstraint("del IN ('A','B')", name="del"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    vedtak: Mapped[int]
    del_: Mapped[str] = mapped_column("del")
    klager: Mapped[str]
    innhold: Mapped[str]
    mottatt_dato: Mapped[date]
    avsendt_dato: Mapped[date | None]
    underrettet_dato: Mapped[date]
    ber_om_utsettelse: Mapped[bool]
    forsinket_fordi: Mapped[str | None]
    behandling: Mapped[Klagebehandling] = mapped_column(Verdi(Klagebehandling))

    @property
    def klagedel(self) -> Klagedel:
        return "A" if self.del_ == "A" else "B"

    @property
    def er_rettidig(self) -> bool:
        """Whether it was sent or came in time.

        Hjemmel: forvaltningsloven §§ 29 og 30.
        """
        return (self.avsendt_dato or self.mottatt_dato) <= klagefrist(self.underrettet_dato)

    @property
    def er_avgjort(self) -> bool:
        """Whether nothing more is to be done here: dismissed, reversed, or answered by the instance."""
        b = self.behandling
        return b.avgjoerelse in {"avvist", "omgjort"} or b.resultat is not None

    @property
    def stanser_vedtaket(self) -> bool:
        """Whether the decision may not be carried out while the complaint is open: agreed to, or not yet answered.

        Hjemmel: forvaltningsloven § 42.
        """
        venter = self.ber_om_utsettelse and self.behandling.utsatt_iverksetting is None
        return not self.er_avgjort and (venter or self.behandling.utsatt_iverksetting == "gitt")


def klagefrist(underrettet: date) -> date:
    """The last day to complain, from the day the party had the decision.

    Hjemmel: forvaltningsloven § 29 (three weeks), domstolloven §§ 148 og 149.
    """
    return partens_frist(underrettet, uker=KLAGEFRIST_UKER)


def svarfrist(klage: Klage) -> date | None:
    """The last working day to assess and decide or pass on the complaint, or tell why it takes time; None when done.

    Hjemmel: forvaltningsloven § 11 a.
    """
    er_videre = klage.er_avgjort or klage.behandling.avgjoerelse is not None
    return None if er_videre else kommunens_frist(klage.mottatt_dato, maaneder=1)


def sperrer_for_tilgivelse(klage: Klage, vedtaket_sendt: date) -> tuple[Sperre, ...]:
    """Why a complaint cannot be taken up although it is late: it is not, or a year has gone since the decision.

    Hjemmel: forvaltningsloven § 31.
    """
    if klage.er_rettidig:
        return (Sperre("STEG", "Klagen kom i tide.", _OVERSITTELSE),)
    siste = vedtaket_sendt + relativedelta(years=1)
    if klage.mottatt_dato > siste:
        grunn = f"Klagen kom mer enn ett år etter vedtaket: siste dag var {vis_dato(siste)}."
        return (Sperre("FRIST", grunn, _OVERSITTELSE),)
    return ()


def sperrer_for_avgjoerelse(klage: Klage, avgjoerelse: Klageavgjoerelse, er_inhabil: str | None) -> tuple[Sperre, ...]:
    """Why the complaint cannot be dismissed, met, or passed on now.

    `er_inhabil` says why whoever acts may not pass it on.

    Hjemmel: forvaltningsloven §§ 31 og 33, kommuneloven § 13-3.
    """
    return tuple(_sperrer(klage, avgjoerelse, er_inhabil))


def _sperrer(klage: Klage, avgjoerelse: Klageavgjoerelse, er_inhabil: str | None) -> Iterator[Sperre]:
    b = klage.behandling
    er_for_sen = not klage.er_rettidig and not b.er_tilgitt
    if b.avgjoerelse is not None:
        yield Sperre("ALLEREDE", "Klagen er allerede avvist, omgjort eller oversendt.")
    if avgjoerelse == "avvist":
        return
    if er_for_sen:
        frist = vis_dato(klagefrist(klage.underrettet_dato))
        grunn = f"Klagen kom etter fristen {frist}. Vurder om den tas opp likevel."
        yield Sperre("FRIST", grunn, _OVERSITTELSE)
    if not b.vurdering:
        yield Sperre("KLAGE", "Saken er ikke vurdert på nytt.", _FORBEREDELSE)
    if avgjoerelse == "oversendt" and klage.ber_om_utsettelse and b.utsatt_iverksetting is None:
        yield Sperre("KLAGE", "Det er ikke avgjort om vedtaket skal vente.", "forvaltningsloven § 42")
    if avgjoerelse == "oversendt" and klage.del_ == "B" and er_inhabil is not None:
        yield Sperre("HABILITET", er_inhabil, _INHABIL, "en som er habil")


def hvorfor_inhabil(
    navn: str, er_i_klagesekretariatet: bool, har_behandlet: Collection[str], ledere: Collection[str]
) -> str | None:
    """Why this user may not prepare a complaint for the kommune's own board; None when they may.

    `har_behandlet` are those who prepared or made the decision, `ledere` those of them who lead the unit: whoever works
    there is directly under them, but the secretariat of the board is not.

    Hjemmel: kommuneloven § 13-3.
    """
    if navn in har_behandlet:
        return "Du har forberedt eller truffet vedtaket, og kan ikke forberede klagen for klagenemnda."
    if ledere and not er_i_klagesekretariatet:
        hvem = ", ".join(sorted(ledere))
        return f"Lederen din ({hvem}) har forberedt eller truffet vedtaket. Klagesekretariatet må forberede klagen."
    return None
