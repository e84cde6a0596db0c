"""What a paper should say when it is read aloud, straight from its blocks: one line for each thing, in order."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from boligtildeling.documents import blokker as b

_STATUS = {
    "nb": ("Ikke krysset av", "Oppfylt", "Mangler", "Gjelder ikke", "Unntak", "Utsatt"),
    "nn": ("Ikkje kryssa av", "Oppfylt", "Manglar", "Gjeld ikkje", "Unntak", "Utsett"),
}
_FORMER: tuple[b.Ruteform, ...] = ("tom", "oppfylt", "mangler", "gjelder_ikke", "unntak", "utsatt")


class Hoert(str):
    """What is heard, but not written on the paper."""


TOM_LINJE = Hoert("Tom linje")
FELT = Hoert("[felt]")


def kildetekst(ark: b.Ark, *, skrevet: bool = False) -> list[str]:
    """Every thing that is read, with every run of white space as one space; a field to tick is `FELT`.

    With `skrevet`, only what is also written on the paper.
    """
    linjer = (*_topp(ark.topp), *_blokker(ark.blokker, ark))
    return [ren(linje) for linje in linjer if ren(linje) and not (skrevet and isinstance(linje, Hoert))]


def ren(tekst: str) -> str:
    """Composed (NFC), with every run of white space as one space; a soft hyphen is not read."""
    return " ".join(unicodedata.normalize("NFC", tekst).replace("\u00ad", "").split())


def _topp(topp: b.Topp) -> Iterator[str]:
    if topp.logo:
        yield Hoert(topp.logo.beskrivelse)
    yield topp.avsender
    yield from topp.enhet
    yield topp.merke
    yield from topp.mottaker
    yield from (f"{etikett}: {verdi}" for etikett, verdi in topp.fakta)


def _blokker(blokker: tuple[b.Blokk, ...], ark: b.Ark) -> Iterator[str]:
    for blokk in blokker:
        yield from _LESERE[type(blokk)](blokk, ark)


def status(form: b.Ruteform, ark: b.Ark) -> str:
    if ark.utfyllbar and form == "tom":
        return FELT
    return Hoert(_STATUS[ark.maalform][_FORMER.index(form)])


def _linjene(blokk: Any, _: b.Ark) -> Iterator[str]:
    yield from blokk.tekst.splitlines()


def _liste(blokk: b.Liste, _: b.Ark) -> Iterator[str]:
    for punkt in blokk.punkter:
        yield from ("•", punkt)


def _fakta(blokk: b.Faktalinjer, _: b.Ark) -> Iterator[str]:
    for etikett, verdi in blokk.linjer:
        yield from (etikett, verdi or TOM_LINJE)


def _tabell(blokk: b.Tabell, ark: b.Ark) -> Iterator[str]:
    yield from (kolonne.tittel or Hoert(kolonne.leses or "Status") for kolonne in blokk.kolonner)
    for rad in blokk.rader:
        for celle in rad:
            if isinstance(celle, b.Rute):
                yield status(celle.form, ark)
            else:
                tekst, note = (celle, "") if isinstance(celle, str) else (celle.tekst, celle.note)
                yield from (*tekst.splitlines(), *note.splitlines())


def _avkryssing(blokk: b.Avkryssing, ark: b.Ark) -> Iterator[str]:
    for form, tekst in blokk.linjer:
        if form == "tom" or tekst != status(form, ark):
            yield status(form, ark)
        yield tekst


def _signaturer(blokk: b.Signaturer, _: b.Ark) -> Iterator[str]:
    for linje in blokk.linjer:
        yield from (linje.hvem, TOM_LINJE)
        if blokk.dato_etikett:
            yield from (blokk.dato_etikett, linje.dato or TOM_LINJE)


def _tom_linje(_blokk: b.Skrivelinjer, _: b.Ark) -> Iterator[str]:
    yield TOM_LINJE


def _ingenting(_blokk: b.Sideskift, _: b.Ark) -> Iterator[str]:
    yield from ()


def _flere(blokk: Any, ark: b.Ark) -> Iterator[str]:
    yield from _blokker(blokk.blokker, ark)


_LESERE: dict[type, Callable[[Any, b.Ark], Iterator[str]]] = {
    b.Overskrift: _linjene,
    b.Avsnitt: _linjene,
    b.Konklusjon: _linjene,
    b.Liste: _liste,
    b.Faktalinjer: _fakta,
    b.Tabell: _tabell,
    b.Avkryssing: _avkryssing,
    b.Signaturer: _signaturer,
    b.Skrivelinjer: _tom_linje,
    b.Sideskift: _ingenting,
    b.Sammen: _flere,
    b.PaaSpraak: _flere,
}
