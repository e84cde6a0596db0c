"""Who may move in with the tenant: what was asked, what may be answered, and what silence means."""

from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base
from boligtildeling.domain.frist import kommunens_frist

Husstandsendring = Literal["naer_familie", "andre", "framleie_av_del", "framleie_ved_fravaer"]
HUSSTANDSENDRINGER: dict[str, str] = {
    "naer_familie": "ektefelle, samboer, slekt i rett linje eller fosterbarn",
    "andre": "andre",
    "framleie_av_del": "framleie av en del av boligen",
    "framleie_ved_fravaer": "framleie mens leieren er borte",
}
Nektegrunn = Literal["utforming_eller_formaal", "overbefolkning", "forhold_ved_personen", "kommunen_disponerer"]
Husstandssvar = Literal["venter", "godkjent", "nektet", "godkjent_ved_taushet"]
SVARMAANEDER = 1
_LOVLIGE_GRUNNER: dict[str, tuple[frozenset[str], str]] = {
    "naer_familie": (frozenset({"utforming_eller_formaal"}), "husleieloven § 11-1 tredje ledd"),
    "andre": (
        frozenset({"utforming_eller_formaal", "overbefolkning", "forhold_ved_personen"}),
        "husleieloven § 11-1 fjerde ledd",
    ),
    "framleie_av_del": (
        frozenset({"utforming_eller_formaal", "overbefolkning", "forhold_ved_personen"}),
        "husleieloven § 11-1 fjerde ledd",
    ),
    "framleie_ved_fravaer": (
        frozenset({"kommunen_disponerer", "forhold_ved_personen"}),
        "husleieloven § 11-1 femte ledd",
    ),
}


class Husstandssoeknad(Base):
    """The tenant asks in writing to take someone in, or to sublet; `svar_dato` is None while it is unanswered."""

    __tablename__ = "husstandssoeknad"
    __table_args__ = (
        CheckConstraint(
            "slag IN ('naer_familie','andre','framleie_av_del','framleie_ved_fravaer')",
            name="slag",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("leieforhold.saksnummer"), index=True)
    slag: Mapped[str]
    hvem: Mapped[str]
    begrunnelse: Mapped[str | None]
    mottatt_dato: Mapped[date]
    er_godkjent: Mapped[bool | None]
    svar_dato: Mapped[date | None]
    svar_grunn: Mapped[str | None]
    svar_begrunnelse: Mapped[str | None]

    def stand(self, i_dag: date) -> Husstandssvar:
        """How it stands: answered, still open, or approved because nobody answered in time."""
        if self.er_godkjent is not None:
            return "godkjent" if self.er_godkjent else "nektet"
        return "venter" if i_dag < godkjent_ved_taushet_fra(self.mottatt_dato) else "godkjent_ved_taushet"


def svarfrist(mottatt: date) -> date:
    """The last working day for an answer; after a month without one the application counts as approved.

    Hjemmel: husleieloven § 7-6.
    """
    return kommunens_frist(mottatt, maaneder=SVARMAANEDER)


def godkjent_ved_taushet_fra(mottatt: date) -> date:
    """From when an application that was received that day counts as approved if nobody has answered.

    Hjemmel: husleieloven § 7-6 (one month), domstolloven § 148 (counting).
    """
    return mottatt + relativedelta(months=SVARMAANEDER, days=1)


def kan_nektes(slag: str, grunn: str) -> bool:
    """Whether the ground is one that the law lets this be refused for.

    Hjemmel: husleieloven § 11-1 tredje ledd, § 11-1 fjerde ledd, § 11-1 femte ledd.
    """
    return grunn in _LOVLIGE_GRUNNER[slag][0]


def hjemmel_for_nektelse(slag: str) -> str:
    """The rule that says what this may be refused for."""
    return _LOVLIGE_GRUNNER[slag][1]
