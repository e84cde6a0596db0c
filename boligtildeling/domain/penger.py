"""Money, exact to the øre: how amounts are made, added, shared, shown, typed and carried as JSON."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_STOERST = Decimal("999999999.99")
_MINST = -_STOERST
_TALLTEKST = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_BELOEP = re.compile(
    r"(?P<fortegn>-?)"
    r"(?:(?P<punktum>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?P<etter_punktum>[0-9]{1,2}))?"
    r"|(?P<helt>[0-9]{1,30}|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,](?P<oere>[0-9]{1,2}))?)"
    r"(?:,-)?"
)
_MELLOMROM = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")

_IKKE_TALL = "Beløpet må være et tall."
_FOR_MANGE_DESIMALER = "Beløpet kan ha høyst to desimaler."
_UTENFOR = "Beløpet må ligge mellom \u2212999\u00a0999\u00a0999,99 og 999\u00a0999\u00a0999,99 kroner."
_IKKE_ENDELIG = "Beløpet må være et endelig tall."
_IKKE_FORSTAATT = "Skriv beløpet i kroner med høyst to desimaler, for eksempel 9 200 eller 9 200,50."


@dataclass(frozen=True, order=True, slots=True)
class Kroner:
    """An amount of Norwegian kroner, held as a whole number of øre.

    Amounts that come in from outside are made with `fra` or `tolk_kroner` and are held within ±999 999 999,99.
    Arithmetic is exact and unlimited, so a total never fails. TypeError when `oere` is not an int.
    """

    oere: int

    def __post_init__(self) -> None:
        if type(self.oere) is not int:
            raise TypeError("Kroner holds a whole number of øre")

    @classmethod
    def fra(cls, verdi: int | str | Decimal) -> Self:
        """The amount of `verdi` kroner; a str is digits with an optional point and at most two decimals.

        A Decimal is judged by its value: 12.500 is 12,50 kr.
        TypeError for float, bool and anything else; ValueError (a Norwegian sentence) when the amount has parts of
        an øre, is not finite, or is outside ±999 999 999,99.
        """
        if isinstance(verdi, str):
            return cls._fra_desimal(_les_talltekst(verdi))
        if isinstance(verdi, bool) or not isinstance(verdi, int | Decimal):
            raise TypeError(f"Kroner are made of int, str or Decimal, not {type(verdi).__name__}")
        return cls._fra_desimal(Decimal(verdi))

    @classmethod
    def null(cls) -> Self:
        """No money."""
        return cls(0)

    @classmethod
    def _fra_desimal(cls, verdi: Decimal) -> Self:
        if not verdi.is_finite():
            raise ValueError(_IKKE_ENDELIG)
        if not _MINST <= verdi <= _STOERST:
            raise ValueError(_UTENFOR)
        avrundet = verdi.quantize(Decimal("0.01"))
        if avrundet != verdi:
            raise ValueError(_FOR_MANGE_DESIMALER)
        return cls(int(avrundet.scaleb(2)))

    def __add__(self, annen: object) -> Self:
        return type(self)(self.oere + annen.oere) if isinstance(annen, Kroner) else NotImplemented

    def __sub__(self, annen: object) -> Self:
        return type(self)(self.oere - annen.oere) if isinstance(annen, Kroner) else NotImplemented

    def __neg__(self) -> Self:
        return type(self)(-self.oere)

    def __mul__(self, antall: object) -> Self:
        if isinstance(antall, bool) or not isinstance(antall, int):
            return NotImplemented
        return type(self)(self.oere * antall)

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.oere != 0

    def __str__(self) -> str:
        kroner, oere = divmod(abs(self.oere), 100)
        fortegn = MINUS if self.oere < 0 else ""
        return f"{fortegn}{kroner:,}".replace(",", NBSP) + f",{oere:02d}{NBSP}kr"

    def andel(self, teller: int, nevner: int) -> Self:
        """This amount × `teller` ÷ `nevner`, rounded to whole øre; half an øre is rounded away from zero.

        ValueError unless `nevner` is at least 1.
        """
        if nevner < 1:
            raise ValueError("Nevneren må være minst 1.")
        produkt = self.oere * teller
        stoerrelse = (2 * abs(produkt) + nevner) // (2 * nevner)
        return type(self)(stoerrelse if produkt >= 0 else -stoerrelse)

    @property
    def desimal(self) -> Decimal:
        """The amount in kroner, always with two decimals."""
        return Decimal(f"{'-' if self.oere < 0 else ''}{abs(self.oere) // 100}.{abs(self.oere) % 100:02d}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> dict[str, Any]:
        """How pydantic reads (a JSON number of kroner) and writes (a JSON number, a Decimal in Python) an amount."""
        return {
            "type": "function-plain",
            "function": {"type": "no-info", "function": cls._fra_json},
            "serialization": {"type": "function-plain", "function": _til_tall, "info_arg": True},
        }

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        """The JSON Schema of an amount: a number of kroner in whole øre."""
        return {"type": "number", "multipleOf": 0.01, "minimum": float(_MINST), "maximum": float(_STOERST)}

    @classmethod
    def _fra_json(cls, verdi: object) -> Self:
        """An amount out of a parsed JSON number; ValueError (a Norwegian sentence) for everything else."""
        if isinstance(verdi, cls):
            return verdi
        if isinstance(verdi, bool) or not isinstance(verdi, int | float | Decimal):
            raise ValueError(_IKKE_TALL)
        # A JSON parser may hand over a double. Its shortest text is what was written, exact for all amounts in range.
        return cls._fra_desimal(Decimal(repr(verdi)) if isinstance(verdi, float) else Decimal(verdi))


def _til_tall(beloep: Kroner, info: Any) -> int | float | Decimal:
    """A number whose JSON text is the amount: the one place it leaves as a double, exact to the øre in range."""
    if info.mode != "json":
        return beloep.desimal
    return beloep.oere // 100 if beloep.oere % 100 == 0 else float(beloep.desimal)


def _les_talltekst(tekst: str) -> Decimal:
    treff = _TALLTEKST.fullmatch(tekst)
    if treff is None:
        raise ValueError(_IKKE_TALL)
    if len(treff.group(1) or "") > 3:
        raise ValueError(_FOR_MANGE_DESIMALER)
    return Decimal(tekst)


def summer(beloep: Iterable[Kroner]) -> Kroner:
    """The exact total; no money when there is nothing to add."""
    return Kroner(sum(ett.oere for ett in beloep))


def tolk_kroner(tekst: str) -> Kroner:
    """The amount a person typed: `9 200`, `9200,50`, `9 200,50 kr`, `9.200,50`, `9200.50`, `kr 9 200,-`.

    A point before exactly three digits groups thousands (`9.200` is 9 200 kr), as Norwegians write it.
    ValueError (a Norwegian sentence) when it is not such an amount or is outside ±999 999 999,99.
    """
    ren = _MELLOMROM.sub(" ", tekst).strip().replace(MINUS, "-").replace("\N{EN DASH}", "-").casefold()
    ren = ren.removeprefix("kr.").removeprefix("kr").removesuffix("kr.").removesuffix("kr").strip()
    if ren.startswith("- "):
        ren = "-" + ren[2:]
    treff = _BELOEP.fullmatch(ren)
    if treff is None:
        raise ValueError(_IKKE_FORSTAATT)
    helt = (treff["punktum"] or treff["helt"]).replace(".", "").replace(" ", "")
    desimaler = treff["etter_punktum"] or treff["oere"] or "0"
    return Kroner.fra(Decimal(f"{treff['fortegn']}{helt}.{desimaler}"))
