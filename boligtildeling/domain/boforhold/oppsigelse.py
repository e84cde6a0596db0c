"""Giving notice: when it is lawful, what it must say, and what becomes of it when the tenant protests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.frist import kommunens_frist, partens_frist

Oppsigelsespart = Literal["utleier", "leier"]
Oppsigelsesgrunn = Literal["egen_bruk", "riving", "mislighold", "annen_grunn"]
"""The four grounds of husleieloven § 9-5, in its order."""
OPPSIGELSESGRUNNER: dict[str, str] = {
    "egen_bruk": "utleieren eller husstanden skal selv bruke boligen (bokstav a)",
    "riving": "riving eller ombygging (bokstav b)",
    "mislighold": "leieren har misligholdt avtalen (bokstav c)",
    "annen_grunn": "en annen saklig grunn (bokstav d)",
}
Oppsigelsesopplysning = Literal["protest", "tap_av_innsigelser", "tvangsfravikelse"]
OPPSIGELSESOPPLYSNINGER: dict[str, str] = {
    "protest": "at leieren kan protestere skriftlig innen én måned",
    "tap_av_innsigelser": "at leieren ellers ikke kan si at oppsigelsen er i strid med loven",
    "tvangsfravikelse": "at utleieren da kan kreve tvangsfravikelse",
}
Soeksmaalsutfall = Literal["reist", "opprettholdt", "satt_til_side"]
Oppsigelsesstand = Literal["loeper", "protestert", "sak_reist", "staar", "falt_bort", "satt_til_side"]
OPPSIGELSESTID_MAANEDER = 3
_FORM = "husleieloven § 9-7"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppsigelse:
    """The notice: by whom and why, when the other party got it, the day the tenancy ends, and what followed."""

    av: Oppsigelsespart
    grunnlag: Oppsigelsesgrunn | None
    begrunnelse: str
    opplyst_om: tuple[Oppsigelsesopplysning, ...]
    mottatt_dato: date
    opphoer_dato: date
    registrert_av: str
    protest_dato: date | None = None
    protest: str = ""
    soeksmaal_dato: date | None = None
    soeksmaal_utfall: Soeksmaalsutfall | None = None


def tidligste_opphoer(mottatt: date) -> date:
    """The last day of the tenancy by a notice that was received that day: three months, to the end of a month.

    Hjemmel: husleieloven § 9-6.
    """
    return mottatt + relativedelta(months=OPPSIGELSESTID_MAANEDER, day=31)


def protestfrist(mottatt: date) -> date:
    """The last day on which the tenant may protest.

    Hjemmel: husleieloven § 9-8 (one month).
    """
    return partens_frist(mottatt, maaneder=1)


def soeksmaalsfrist(mottatt: date) -> date:
    """The last working day to take a notice that is protested against to court, before it falls away.

    Hjemmel: husleieloven § 9-8 (three months after the tenant's time was out).
    """
    return kommunens_frist(mottatt + relativedelta(months=1), maaneder=3)


def stand(oppsigelse: Oppsigelse, i_dag: date) -> Oppsigelsesstand:
    """How the notice stands. One from the tenant stands at once.

    Hjemmel: husleieloven § 9-8.
    """
    o = oppsigelse
    if o.av == "leier" or o.soeksmaal_utfall == "opprettholdt":
        return "staar"
    if o.soeksmaal_utfall is not None:
        return "satt_til_side" if o.soeksmaal_utfall == "satt_til_side" else "sak_reist"
    if o.protest_dato is not None and o.protest_dato <= protestfrist(o.mottatt_dato):
        return "protestert" if i_dag <= soeksmaalsfrist(o.mottatt_dato) else "falt_bort"
    return "loeper" if i_dag <= protestfrist(o.mottatt_dato) else "staar"


def gjelder(oppsigelse: Oppsigelse | None, i_dag: date) -> bool:
    """Whether there is a notice that has neither fallen away nor been set aside."""
    return oppsigelse is not None and stand(oppsigelse, i_dag) not in {"falt_bort", "satt_til_side"}


def sperrer_for_oppsigelse(oppsigelse: Oppsigelse, er_tidsubestemt: bool, til: date | None) -> tuple[Sperre, ...]:
    """Why the notice is not lawful, each reason with its rule.

    Hjemmel: husleieloven §§ 9-2, 9-5, 9-6 og 9-7.
    """
    return tuple(_sperrer(oppsigelse, er_tidsubestemt, til))


def _sperrer(o: Oppsigelse, er_tidsubestemt: bool, til: date | None) -> Iterator[Sperre]:
    if not er_tidsubestemt:
        slutt = f" til {vis_dato(til)}" if til else ""
        yield Sperre("STEG", f"Leieavtalen løper{slutt} og kan ikke sies opp i leietiden.", "husleieloven § 9-2")
    tidligst = tidligste_opphoer(o.mottatt_dato)
    if o.opphoer_dato < tidligst:
        grunn = f"Oppsigelsesfristen er tre måneder, til utløpet av en måned: tidligst {vis_dato(tidligst)}."
        yield Sperre("FRIST", grunn, "husleieloven § 9-6")
    if o.av == "leier":
        return
    if o.grunnlag is None:
        yield Sperre("OPPSIGELSE", "Utleieren må ha en av grunnene i loven.", "husleieloven § 9-5")
    if not o.begrunnelse.strip():
        yield Sperre("OPPSIGELSE", "Oppsigelsen må begrunnes.", _FORM)
    for kode, hva in OPPSIGELSESOPPLYSNINGER.items():
        if kode not in o.opplyst_om:
            yield Sperre("OPPSIGELSE", f"Oppsigelsen må opplyse {hva}.", _FORM)
