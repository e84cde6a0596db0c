"""The facts that gate I looks at: the debt, what was warned of and agreed, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boligtildeling.domain.boforhold.inndrivelse import forhandling_er_over
from boligtildeling.domain.boforhold.nedbetaling import Avtalestatus
from boligtildeling.domain.boforhold.restanse import Krav
from boligtildeling.domain.penger import Kroner, summer


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppsigelsesfakta:
    """The landlord's notice: whether its form holds (§ 9-7), until when the tenant may protest, and what came of it."""

    er_i_orden: bool
    protestfrist: date
    har_protestert: bool = False
    sak_er_reist: bool = False
    er_satt_til_side: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hevingsfakta:
    """The termination for breach: the written warning before it, and the declaration."""

    advarsel_sendt: date | None
    krever_advarsel: bool
    hevet_dato: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inndrivelse:
    """Everything gate I looks at.

    `droeftet_dato` is when a samarbeidsmøte concluded that the case is ferdigbehandlet. `varsler_4_18` is the newest
    warning of each ground by the day it was sent.
    """

    i_dag: date
    krav: tuple[Krav, ...] = ()
    droeftet_dato: date | None = None
    inkassovarsel_frist: date | None = None
    varsler_4_18: Mapping[str, date] = field(default_factory=dict)
    varsel_9_11: date | None = None
    har_reservert_seg: bool = False
    avtale: Avtalestatus | None = None
    gjeldsordning: str | None = None
    gjeldsforhandling_aapnet: date | None = None
    paa_vent_til: date | None = None
    har_ubehandlet_klage: bool = False
    klausuler: frozenset[str] = frozenset()
    utloep: date | None = None
    forlengelse_er_ubehandlet: bool = False
    oppsigelse: Oppsigelsesfakta | None = None
    heving: Hevingsfakta | None = None

    @property
    def restanse(self) -> Kroner:
        return summer(k.beloep for k in self.krav)

    @property
    def kan_kreves_naa(self) -> Kroner:
        """What is owed apart from what a debt settlement holds back: claims from before it was opened.

        Hjemmel: gjeldsordningsloven § 3-4.
        """
        aapnet = self.gjeldsforhandling_aapnet
        if aapnet is None or not self.gjeldsordning_sperrer:
            return self.restanse
        return summer(k.beloep for k in self.krav if k.forfall > aapnet)

    @property
    def gjeldsordning_sperrer(self) -> bool:
        aapnet = self.gjeldsforhandling_aapnet
        if aapnet is None:
            return False
        under_forhandling = self.gjeldsordning == "aapnet" and self.i_dag < forhandling_er_over(aapnet)
        return under_forhandling or self.gjeldsordning == "stadfestet"
