"""What a paper must have and may not have: every fault is found before it is drawn, and all are told at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

from boligtildeling.documents.blokker import Ark, Blokk, Konklusjon, Overskrift, Sammen
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.identitet import personnumre_i
from boligtildeling.domain.innstilling import FELTER, maa_fylles_ut

Visning = Any


@dataclass(frozen=True)
class Papir:
    """A paper as it will be read: its blocks, and all its text with every run of white space as one space."""

    ark: Ark

    @cached_property
    def tekst(self) -> str:
        return flat(" ".join(_alle_tekster(self.ark)))

    @cached_property
    def tomme_innstillinger(self) -> tuple[str, ...]:
        """The settings that the paper needs and that have no value."""
        return tuple(navn for navn in FELTER if self.har(maa_fylles_ut(navn)))

    @cached_property
    def antall_konklusjoner(self) -> int:
        return sum(isinstance(blokk, Konklusjon) for blokk in _flate_blokker(self.ark.blokker))

    def har(self, tekst: str) -> bool:
        """Whether the text stands on the paper; a blank one never does."""
        ren = flat(tekst)
        return bool(ren) and ren in self.tekst

    def delen(self, begynner: str) -> str:
        """The text from the conclusion that begins so to the next heading."""
        funnet, samlet = False, []
        for blokk in _flate_blokker(self.ark.blokker):
            if isinstance(blokk, Overskrift) and funnet:
                break
            funnet = funnet or (isinstance(blokk, Konklusjon) and blokk.tekst.startswith(begynner))
            if funnet:
                samlet += list(_alle_tekster(blokk))
        return flat(" ".join(samlet))


@dataclass(frozen=True)
class Krav:
    """Something the paper must have: `hva` completes «Papiret mangler …», `hjemmel` says by which rule."""

    hva: str
    hjemmel: str
    holder: Callable[[Visning, Papir], bool]


@dataclass(frozen=True)
class Forbud:
    """Something the paper may not have: `grunn` is a whole sentence that says what, and what to do."""

    grunn: str
    hjemmel: str
    brytes: Callable[[Visning, Papir], bool]


def alltid(_: Visning) -> bool:
    """Whatever the view says."""
    return True


def setning(hva: str, hjemmel: str, nb: str, nn: str, naar: Callable[[Visning], bool] = alltid) -> Krav:
    """A sentence that must stand, in either målform, also on an empty form."""
    return Krav(hva, hjemmel, lambda v, p: not naar(v) or p.har(nn if v.hode.maalform == "nn" else nb))


def verdi(hva: str, hjemmel: str, hent: Callable[[Visning], Any], naar: Callable[[Visning], bool] = alltid) -> Krav:
    """What the view knows must be known and stand on the paper; not on an empty form.

    `hent` gives a text, None, or several texts that must all stand.
    """

    def holder(v: Visning, p: Papir) -> bool:
        if getattr(v, "er_tom", False) or not naar(v):
            return True
        funnet = hent(v)
        alle = funnet if isinstance(funnet, tuple) else (funnet,)
        return bool(alle) and all(_staar(tekst, p) for tekst in alle)

    return Krav(hva, hjemmel, holder)


def _staar(tekst: Any, p: Papir) -> bool:
    """What is not known does not stand; unless it is a setting that the paper asks for already."""
    return p.har(str(tekst)) if tekst is not None else bool(p.tomme_innstillinger)


def flat(tekst: str) -> str:
    """Every run of white space, hard spaces included, as one space."""
    return " ".join(tekst.split())


def sperrer_for_papir(
    tittel: str, visning: Visning, ark: Ark, krav: tuple[Krav, ...], forbud: tuple[Forbud, ...]
) -> tuple[Sperre, ...]:
    """Everything that stands against this paper; empty when it may be made. A draft is shown as it is."""
    if getattr(visning, "er_utkast", False):
        return ()
    papir = Papir(ark)
    mangler = [Sperre("STEG", f"«{tittel}» mangler {k.hva}.", k.hjemmel) for k in krav if not k.holder(visning, papir)]
    brutt = [Sperre("STEG", f.grunn, f.hjemmel) for f in forbud if f.brytes(visning, papir)]
    return (*_innstillinger(papir), *mangler, *brutt, *_numre(visning, papir))


def _innstillinger(papir: Papir) -> Iterator[Sperre]:
    for navn in papir.tomme_innstillinger:
        grunn = f"Innstillingen {maa_fylles_ut(navn)} før dette kan skrives ut."
        yield Sperre("STEG", grunn, loeses_av="teamleder")


def _numre(visning: Visning, papir: Papir) -> Iterator[Sperre]:
    """No paper shows a person's number: the birth date is enough. A KID may look like one, and may stand."""
    if personnumre_i(papir.tekst) - {getattr(visning, "kid", None)}:
        grunn = "Papiret har et fødselsnummer. Ta det ut; fødselsdato er nok."
        yield Sperre("STEG", grunn, "personopplysningsloven § 12")


def _flate_blokker(blokker: tuple[Blokk, ...]) -> Iterator[Blokk]:
    """The blocks in reading order, out of what keeps them together."""
    for blokk in blokker:
        if isinstance(blokk, Sammen):
            yield from _flate_blokker(blokk.blokker)
        else:
            yield blokk


def _alle_tekster(verdi: Any) -> Iterator[str]:
    if isinstance(verdi, str):
        yield verdi
    elif isinstance(verdi, tuple):
        for del_ in verdi:
            yield from _alle_tekster(del_)
    elif is_dataclass(verdi):
        for felt in fields(verdi):
            yield from _alle_tekster(getattr(verdi, felt.name))
