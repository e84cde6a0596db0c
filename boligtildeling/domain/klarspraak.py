"""Advice on what someone is writing in a decision: does it speak to this one applicant, and in plain words.

Only a reason of nothing but stock sentences is stopped (VED-4); the rest is advice and stops nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boligtildeling.domain.frase import aapne_steder
from boligtildeling.domain.soeknad import Soeknad
from boligtildeling.domain.vedtak import Vedtaksinnhold

_SETNINGSSLUTT = re.compile(r"(?<=[.?!])\s+(?=[«\"A-ZÆØÅ0-9])|\s*\n\s*")
_ORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ORD_I_REKKE = 3
"""Texts are alike by the runs of so many words that they share."""
KORTESTE_TEKST_AA_LIKNE = 8
"""Words; a shorter reason is like many others by chance."""
_KORTESTE_KJENNEMERKE, _ORDSTAMME = 4, 5
BEGRUNNELSEN = ("/begrunnelse", "Begrunnelsen")
Sted = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Klarspraak:
    """The kommune's advice in one målform: words to avoid with what to write instead, and stock sentences."""

    kansellispraak: Mapping[str, str]
    standardfraser: tuple[str, ...]
    fyllord: frozenset[str]
    lengste_setning: int
    nesten_lik_prosent: int


INGEN_RAAD = Klarspraak(
    kansellispraak={}, standardfraser=(), fyllord=frozenset(), lengste_setning=25, nesten_lik_prosent=80
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Skriveraad:
    """One piece of advice: the field it is about, as a JSON pointer into the decision and as people call it.

    `steder` are the places in the field's text, each from and up to a character counted from 0; none: all of it.
    """

    felt: str
    hvor: str
    raad: str
    steder: tuple[Sted, ...] = ()

    @property
    def setning(self) -> str:
        return f"{self.hvor}: {self.raad}"


def setninger(tekst: str) -> tuple[str, ...]:
    """The sentences of a text; a line break ends one too."""
    return tuple(tekst[fra:til] for fra, til in setningssteder(tekst))


def setningssteder(tekst: str) -> tuple[Sted, ...]:
    """Where each sentence stands."""
    skiller = [m.span() for m in _SETNINGSSLUTT.finditer(tekst)]
    begynner = (0, *(slutt for _, slutt in skiller))
    slutter = (*(start for start, _ in skiller), len(tekst))
    deler = ((fra, tekst[fra:til]) for fra, til in zip(begynner, slutter, strict=True))
    uten_luft = ((fra + len(del_) - len(del_.lstrip()), del_.strip()) for fra, del_ in deler)
    return tuple((fra, fra + len(setning)) for fra, setning in uten_luft if setning)


def ord_i(tekst: str) -> tuple[str, ...]:
    """The words as they count and compare: without signs, without capitals."""
    return tuple(o.casefold() for o in _ORD.findall(tekst))


def lange_setninger(tekst: str, lengste: int) -> tuple[int, ...]:
    """Which sentences, counted from 1, have more than `lengste` words."""
    return tuple(nr for nr, s in enumerate(setninger(tekst), 1) if len(ord_i(s)) > lengste)


def kansellispraak(tekst: str, raad: Klarspraak) -> tuple[tuple[str, str], ...]:
    """The words and phrases to avoid that stand in the text, each with what to write instead, in the list's order."""
    samlet = _som_rekke(ord_i(tekst))
    return tuple((o, heller) for o, heller in raad.kansellispraak.items() if _som_rekke(ord_i(o)) in samlet)


def ordsteder(tekst: str, frase: str) -> tuple[Sted, ...]:
    """Where the words of the phrase stand in a row, whatever the capitals and the signs between them."""
    steder, leter = [m.span() for m in _ORD.finditer(tekst)], ord_i(frase)
    alle, antall = ord_i(tekst), len(leter)
    treff = (nr for nr in range(len(alle) - antall + 1) if alle[nr : nr + antall] == leter)
    return tuple((steder[nr][0], steder[nr + antall - 1][1]) for nr in treff)


def er_bare_standardtekst(tekst: str, raad: Klarspraak) -> bool:
    """Whether every sentence is a stock phrase with nothing but filling around it.

    Hjemmel: forvaltningsloven § 25.
    """
    alle = setninger(tekst)
    return bool(alle) and all(_er_standardsetning(s, raad) for s in alle)


def _er_standardsetning(setning: str, raad: Klarspraak) -> bool:
    hel = igjen = _som_rekke(ord_i(setning))
    for frase in sorted(raad.standardfraser, key=len, reverse=True):
        igjen = igjen.replace(_som_rekke(ord_i(frase)), "  ")
    return igjen != hel and set(igjen.split()) <= raad.fyllord


def _som_rekke(ord_: Iterable[str]) -> str:
    return f" {' '.join(ord_)} "


def nevner_soekeren(tekst: str, soeknad: Soeknad, raad: Klarspraak) -> bool:
    """Whether the text has a number, a name or a word that the application itself has."""
    kjent, i_teksten = _kjennemerker(soeknad) - raad.fyllord, ord_i(tekst)
    stammer = {k[:_ORDSTAMME] for k in kjent if len(k) >= _ORDSTAMME}
    return any(o in kjent or o[:_ORDSTAMME] in stammer or any(t.isdigit() for t in o) for o in i_teksten)


def _kjennemerker(s: Soeknad) -> frozenset[str]:
    bosituasjon, behov = s.bosituasjon, s.behov
    kilder = (
        *(p.navn for p in s.soekere),
        *(m.navn for m in s.husstand),
        *(m.relasjon for m in s.husstand),
        *(bosituasjon.type.split("_")),
        *(behov.bydeler),
        *(s.tjenester),
        *(p.type for p in (*s.inntekter, *s.utgifter)),
        *(g.kreditor for g in s.gjeld),
        *(t for t in (bosituasjon.beskrivelse, behov.beskrivelse, behov.husdyr, s.oppholdsgrunnlag) if t),
    )
    return frozenset(o for k in kilder for o in ord_i(k) if len(o) >= _KORTESTE_KJENNEMERKE)


def likhet(en: str, annen: str) -> int:
    """How much of two texts is the same, in whole percent: runs of three words that both have, of all that either has.

    0 when one is too short to say, or less than half as long as the other.
    """
    en_ord, annen_ord = ord_i(en), ord_i(annen)
    kortest, lengst = sorted((len(en_ord), len(annen_ord)))
    if kortest < KORTESTE_TEKST_AA_LIKNE or 2 * kortest < lengst:
        return 0
    a, b = _rekker(en_ord), _rekker(annen_ord)
    return 100 * len(a & b) // len(a | b)


def _rekker(ord_: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(ord_[i : i + _ORD_I_REKKE] for i in range(len(ord_) - _ORD_I_REKKE + 1))


def raad_om_spraaket(innhold: Vedtaksinnhold, raad: Klarspraak) -> tuple[Skriveraad, ...]:
    """Long sentences and kanselli words, field by field. No word of the applicant's own is repeated."""
    return tuple(
        Skriveraad(felt=felt, hvor=hvor, raad=r, steder=steder)
        for felt, hvor, tekst in _tekster(innhold)
        for r, steder in _om_teksten(tekst, raad)
    )


def _om_teksten(tekst: str, raad: Klarspraak) -> Iterable[tuple[str, tuple[Sted, ...]]]:
    if aapne := aapne_steder(tekst):
        yield "Skriv ferdig det som står i klammer.", aapne
    if lange := lange_setninger(tekst, raad.lengste_setning):
        numre, alle = ", ".join(str(nr) for nr in lange), setningssteder(tekst)
        yield (
            f"Setning nr. {numre} har flere enn {raad.lengste_setning} ord. Del opp.",
            tuple(alle[nr - 1] for nr in lange),
        )
    if funn := kansellispraak(tekst, raad):
        enklere = "; ".join(f"«{o}» ({heller})" for o, heller in funn)
        yield f"Skriv enklere: {enklere}.", tuple(sorted(sted for o, _ in funn for sted in ordsteder(tekst, o)))


def _tekster(innhold: Vedtaksinnhold) -> Iterable[tuple[str, str, str]]:
    yield *BEGRUNNELSEN, innhold.begrunnelse
    yield "/boligsosial/bistand", "Bistanden", innhold.boligsosial.bistand
    for nr, v in enumerate(innhold.vilkaar):
        yield f"/vilkaar/{nr}/tekst", f"Vilkår {v.kode}", v.tekst
        yield f"/vilkaar/{nr}/grunn", f"Grunnen til vilkår {v.kode}", v.grunn
        yield f"/vilkaar/{nr}/oppfylles", f"Måten vilkår {v.kode} oppfylles på", v.oppfylles


def raad_om_begrunnelsen(
    begrunnelse: str, soeknad: Soeknad, raad: Klarspraak, andres: Iterable[tuple[str, str]]
) -> tuple[Skriveraad, ...]:
    """Whether the reason speaks of this applicant, and not in the words of another case.

    `andres` is saksnummer and reason of the cases to compare with; the first that is nearly alike is told.
    """
    funn = []
    if begrunnelse.strip() and not nevner_soekeren(begrunnelse, soeknad, raad):
        funn.append("Den har verken tall, navn eller ord fra søknaden. Skriv hva som gjelder denne søkeren.")
    like = (nr for nr, tekst in andres if likhet(begrunnelse, tekst) >= raad.nesten_lik_prosent)
    if (sak := next(like, None)) is not None:
        funn.append(f"Den er nesten lik begrunnelsen i sak {sak}. Skriv hva som gjelder denne søkeren.")
    felt, hvor = BEGRUNNELSEN
    return tuple(Skriveraad(felt=felt, hvor=hvor, raad=f) for f in funn)
