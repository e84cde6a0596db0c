"""Everything a rule may look at: the case, the day, its checklist, and what the rest of the house knows about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import KOMMUNENS_REGEL
from boligtildeling.domain.klarspraak import INGEN_RAAD, Klarspraak
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.sjekkliste import Sjekkliste


@dataclass(frozen=True, slots=True)
class TidligereKontrakt:
    """A lease that any of the same parties has had before."""

    boligid: str
    leiere: tuple[str, ...]
    er_kort: bool
    fra_dato: date
    er_skjult: bool = False
    """Whether its case is protected and this one is not, so that its dwelling must not be told here."""
    til_dato: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunnlag:
    """The facts of one case on one day.

    `bolig` is the dwelling that is offered, accepted or lived in; `opptatt_av` are other cases that hold it.
    `klausuler` are the clauses that the lease text will have; `hjemler` shows a law reference by its id;
    `klarspraak` is the advice on writing in the case's målform.
    """

    sak: Sak
    i_dag: date
    liste: Sjekkliste
    hjemler: Mapping[str, str] = field(default_factory=dict)
    klausuler: frozenset[str] = frozenset()
    tidligere: tuple[TidligereKontrakt, ...] = ()
    bolig: Bolig | None = None
    opptatt_av: tuple[str, ...] = ()
    klarspraak: Klarspraak = INGEN_RAAD

    def hjemmel(self, *ider: str) -> str:
        """The references as a person reads them; «kommunens regel» when there are none."""
        return ", ".join(self.hjemler.get(i, i) for i in ider) or KOMMUNENS_REGEL

    @property
    def restanse(self) -> Kroner:
        """Old rent owed: what boligforvalteren answered (KAR-3), else what the application says."""
        svar = self.sak.svar.get("KAR-3")
        dokumentasjon = svar.innhold.dokumentasjon if svar else None
        if dokumentasjon is not None and dokumentasjon.beloep is not None:
            return dokumentasjon.beloep
        return summer(g.beloep for g in self.sak.soeknad.gjeld if g.er_husleie_til_kommunen)

    @property
    def kort_kontrakt_foer(self) -> bool:
        """The same parties have had a short lease of the same dwelling (husleieloven § 11-1 sjette ledd)."""
        return self.bolig is not None and any(
            k.er_kort and k.boligid == self.bolig.boligid and self.sak.soeknad.gjenkjennelige_parter & set(k.leiere)
            for k in self.tidligere
        )
