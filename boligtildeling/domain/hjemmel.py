"""Law references: what they say, when they are in force, and what takes their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

_EN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lov:
    """A statute as letters name it.

    `starter_med` is the setting that says from which day it is in force; without a date there it is not in force.
    `slutter_med` is the setting whose date ends it.
    """

    navn: str
    navn_nn: str
    starter_med: str | None = None
    slutter_med: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hjemmel:
    """One paragraph: how it reads in full (`vis`), what it says in one line, and its successors in a newer statute."""

    id: str
    lov: Lov
    paragraf: str
    tekst: str
    vis: str
    ledd: str | None = None
    gyldig_fra: date | None = None
    gyldig_til: date | None = None
    etterfoelgere: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lovsamling:
    """All references by id, and the days on which statutes start that wait for one."""

    hjemler: Mapping[str, Hjemmel]
    ikraft: Mapping[str, date] = field(default_factory=dict)
    _vist: dict[date, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)
    _varianter: dict[tuple[tuple[str, date], ...], "Lovsamling"] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def ventende(self) -> frozenset[str]:
        """The settings that start a statute."""
        return frozenset(h.lov.starter_med for h in self.hjemler.values() if h.lov.starter_med)

    def med(self, ikraft: Mapping[str, date]) -> "Lovsamling":
        """The same references with these days of coming into force, by setting."""
        noekkel = tuple(sorted(ikraft.items()))
        if noekkel not in self._varianter:
            self._varianter[noekkel] = Lovsamling(self.hjemler, dict(ikraft))
        return self._varianter[noekkel]

    def er_i_kraft(self, hjemmel: Hjemmel, dag: date) -> bool:
        """Whether the paragraph counts on the day."""
        fra, til = hjemmel.gyldig_fra, hjemmel.gyldig_til
        if hjemmel.lov.starter_med is not None:
            fra = self.ikraft.get(hjemmel.lov.starter_med, date.max)
        slutt = self.ikraft.get(hjemmel.lov.slutter_med) if hjemmel.lov.slutter_med else None
        if slutt is not None:
            til = slutt - _EN_DAG
        return (fra is None or fra <= dag) and (til is None or dag <= til)

    def gjeldende(self, ider: Iterable[str], dag: date) -> tuple[Hjemmel, ...]:
        """The paragraphs in force on the day: each one itself, or what has taken its place; none twice."""
        funn: dict[str, Hjemmel] = {}
        for hjemmel in (self.hjemler[i] for i in ider):
            etter = [self.hjemler[i] for i in hjemmel.etterfoelgere]
            nye = [h for h in etter if self.er_i_kraft(h, dag)]
            gamle = [hjemmel] if self.er_i_kraft(hjemmel, dag) else []
            funn |= {h.id: h for h in nye or gamle}
        return tuple(funn.values())

    def vis(self, dag: date) -> Mapping[str, str]:
        """How each reference reads on the day, by id; one that nothing has replaced reads as it always did."""
        if dag not in self._vist:
            self._vist[dag] = {
                i: ", ".join(n.vis for n in self.gjeldende([i], dag)) or h.vis for i, h in self.hjemler.items()
            }
        return self._vist[dag]

    def sitat(self, ider: Iterable[str], dag: date, maalform: str = "nb") -> str:
        """The references as a letter of that day cites them: «husleieloven §§ 9-1, 9-3 og 11-1 sjette ledd»."""
        per_lov: dict[str, list[str]] = {}
        for h in self.gjeldende(ider, dag):
            navn = h.lov.navn_nn if maalform == "nn" else h.lov.navn
            per_lov.setdefault(navn, []).append(" ".join((h.paragraf, h.ledd or "")).strip())
        return "; ".join(f"{navn} {_ramse_opp(paragrafer)}" for navn, paragrafer in per_lov.items())

    def uten_etterfoelger(self, innstilling: str) -> tuple[Hjemmel, ...]:
        """The paragraphs that end with this setting and have nothing to take their place."""
        return tuple(h for h in self.hjemler.values() if h.lov.slutter_med == innstilling and not h.etterfoelgere)


def _ramse_opp(paragrafer: list[str]) -> str:
    """«§ 9-1», «§§ 9-1 og 9-3»: the sign once, doubled when there are several; the word «artikkel» always once."""
    if len(paragrafer) == 1:
        return paragrafer[0]
    tegn, _, _ = paragrafer[0].partition(" ")
    numre = [p.removeprefix(f"{tegn} ") for p in dict.fromkeys(paragrafer)]
    if len(numre) == 1:
        return paragrafer[0]
    return f"{'§§' if tegn == '§' else tegn} {', '.join(numre[:-1])} og {numre[-1]}"
