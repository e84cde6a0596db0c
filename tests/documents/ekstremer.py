"""The same papers with texts that nobody foresaw in every place that has a text."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from boligtildeling.documents import blokker as b

_MAA_STAA = {
    b.Ark: {"maalform", "oppsett", "dato", "vannmerker", "sidetall"},
    b.Avsnitt: {"stil"},
    b.Overskrift: {"nivaa"},
    b.Rute: {"form"},
    b.Passasje: {"tekst", "spraak"},
    b.PaaSpraak: {"spraak"},
    b.Logo: {"bilde"},
}
_RARE = (
    "<Hansen> & Ola",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "Blåbær A\u030as",
    "محمد عبد الله (2026)",
    "ሰላም",
    "Їжак ґанок Łódź Xuquuqda",
    "bo\u00adlig\u00adsosialt a\u0323rbeid § 5",
    "50 % «sitat» – 12\u00a0m² ½ ☐",
)


def ekstremt(ark: b.Ark) -> b.Ark:
    """The paper with a strange text after each of its own: markup, long words, other scripts, NFD, soft hyphens.

    Statuses, languages and layout stay. The running texts and the cells of the tables get very long as well.
    """
    nytt = _endret(ark, iter(range(1_000_000)))
    assert isinstance(nytt, b.Ark)
    return replace(nytt, vannmerker=("PRØVE", "UTKAST"))


def _endret(verdi: Any, teller: Any) -> Any:
    if isinstance(verdi, str):
        return _rar(verdi, next(teller)) if verdi else verdi
    if isinstance(verdi, tuple):
        if len(verdi) == 2 and isinstance(verdi[0], str) and verdi[0] in get_args(b.Ruteform):
            return (verdi[0], _endret(verdi[1], teller))
        return tuple(_endret(x, teller) for x in verdi)
    if is_dataclass(verdi) and not isinstance(verdi, type):
        staar = _MAA_STAA.get(type(verdi), set())
        nye = {f.name: _endret(getattr(verdi, f.name), teller) for f in fields(verdi) if f.name not in staar}
        return replace(verdi, **nye)
    return verdi


def _rar(tekst: str, nummer: int) -> str:
    rar = f"{tekst} {_RARE[nummer % len(_RARE)]}"
    return f"{rar} {'som vi har skrevet så mye om ' * 40}" if nummer % 23 == 5 else rar
