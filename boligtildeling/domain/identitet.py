"""Numbers that stand for a person, an account or a payment: whether they hold, and how they are shown.

A person number is never a key and tells neither sex, age nor century; its date part only helps a search.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

NY_KONTROLL_FRA = date(2032, 1, 1)

_VEKTER_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_VEKTER_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DNUMMER_TILLEGG = 40
_SYNTETISKE_TILLEGG = (40, 65, 80)  # Nav, the health network, Skatteetaten: added to the month
_MELLOMROM = re.compile(r"\s+")
_ELLEVE_SIFRE = re.compile(r"[0-9]{11}")
_ELLEVE_I_TEKST = re.compile(r"(?<!\d)(\d{6})[ ._-]?(\d{5})(?!\d)", re.ASCII)
_SEKS_SIFRE = re.compile(r"[0-9]{6}")
_KID = re.compile(r"[0-9]{1,24}[0-9-]")

_MELDING_2032 = (
    "Nummeret består bare kontrollen som gjelder numre utstedt fra 1. januar 2032. Se etter tastefeil før du lagrer."
)


@dataclass(frozen=True, slots=True)
class Nummerfunn:
    """What the digits of a person number say; when it is not `gyldig` they say nothing.

    `bare_etter_2032`: it only passes the check for numbers issued from 1 January 2032. `dag_maaned_aar`: ddmmyy with
    the marks of D-numbers and synthetic numbers taken away, a search key and no date of birth.
    """

    gyldig: bool
    slag: Literal["foedselsnummer", "dnummer"] | None
    er_syntetisk: bool
    bare_etter_2032: bool
    dag_maaned_aar: str | None = field(repr=False)


_IKKE_GYLDIG = Nummerfunn(gyldig=False, slag=None, er_syntetisk=False, bare_etter_2032=False, dag_maaned_aar=None)


def tolk_nummer(nummer: str) -> Nummerfunn:
    """What eleven digits say as fødselsnummer or D-number; spaces do not matter. Never fails.

    Accepts the numbers issued until 2032 and after. Numbers made for testing (month + 40, + 65 or + 80) are
    `er_syntetisk`.

    Hjemmel: folkeregisterloven § 2-2 (eleven digits, D-number).
    """
    ren = _MELLOMROM.sub("", nummer)
    if not _ELLEVE_SIFRE.fullmatch(ren):
        return _IKKE_GYLDIG
    rest = _vektet_sum(ren, _VEKTER_K1) % 11
    if rest > 3 or _vektet_sum(ren, _VEKTER_K2) % 11 != 0:
        return _IKKE_GYLDIG
    dag_maaned_aar = dag_maaned_aar_i(ren[:6])
    if dag_maaned_aar is None:
        return _IKKE_GYLDIG
    return Nummerfunn(
        gyldig=True,
        slag="foedselsnummer" if dag_maaned_aar[0] == ren[0] else "dnummer",
        er_syntetisk=dag_maaned_aar[2:4] != ren[2:4],
        bare_etter_2032=rest > 0,
        dag_maaned_aar=dag_maaned_aar,
    )


def personnumre_i(tekst: str) -> frozenset[str]:
    """Every person number that stands in the text, as eleven digits; the parts may be set apart by one sign."""
    alle = ("".join(deler) for deler in _ELLEVE_I_TEKST.findall(tekst))
    return frozenset(nummer for nummer in alle if tolk_nummer(nummer).gyldig)


def dag_maaned_aar_i(seks_sifre: str) -> str | None:
    """The six first digits of a person number as ddmmyy, D-number and synthetic marks taken away; None if no date."""
    if not _SEKS_SIFRE.fullmatch(seks_sifre):
        return None
    dag, maaned, aar = (int(seks_sifre[i : i + 2]) for i in (0, 2, 4))
    dag -= _DNUMMER_TILLEGG if dag > _DNUMMER_TILLEGG else 0
    maaned -= next((tillegg for tillegg in _SYNTETISKE_TILLEGG if 1 <= maaned - tillegg <= 12), 0)
    try:
        # Which century is unknown; in this one 29 February stands in every two-digit year that has had it.
        date(2000 + aar, maaned, dag)
    except ValueError:
        return None
    return f"{dag:02d}{maaned:02d}{aar:02d}"


def advarsel_nummer(nummer: str, i_dag: date) -> str | None:
    """A sentence to show, without stopping anybody, when the number only holds under the rule that is not yet in use.

    None from 1 January 2032, for numbers that hold under today's rule, and for those that hold under neither.
    """
    er_for_tidlig = i_dag < NY_KONTROLL_FRA and tolk_nummer(nummer).bare_etter_2032
    return _MELDING_2032 if er_for_tidlig else None


def skjult(nummer: str) -> str:
    """The number with its last five digits hidden, `170485 *****`; all of it when it has not eleven digits.

    Hjemmel: personopplysningsloven § 12 (shown only where it is needed).
    """
    ren = _MELLOMROM.sub("", nummer)
    return f"{ren[:6]} *****" if _ELLEVE_SIFRE.fullmatch(ren) else "*****"


def er_kontonummer(tekst: str) -> bool:
    """Whether this is a Norwegian account number: eleven digits, the last a check; points and spaces do not matter."""
    ren = _MELLOMROM.sub("", tekst).replace(".", "")
    er_elleve = _ELLEVE_SIFRE.fullmatch(ren) is not None and ren.strip("0") != ""
    return er_elleve and _vektet_sum(ren, _VEKTER_K2) % 11 == 0


def lag_kid(loepenummer: int, sekvens: int) -> str:
    """The payment reference of one payer and claim: seven digits, three digits and a mod-10 check digit.

    The same pair always gives the same eleven digits, and two pairs never the same. Text, since zeros lead.
    ValueError unless `loepenummer` is 1-9 999 999 and `sekvens` 0-999.
    """
    if not (1 <= loepenummer <= 9_999_999 and 0 <= sekvens <= 999):
        raise ValueError("Løpenummeret må være fra 1 til 9999999 og sekvensen fra 0 til 999.")
    kropp = f"{loepenummer:07d}{sekvens:03d}"
    return kropp + _mod10(kropp)


def er_kid(tekst: str) -> bool:
    """Whether this is a payment reference: 2-25 characters, the last a mod-10 or mod-11 check (which may be `-`)."""
    if _KID.fullmatch(tekst) is None:
        return False
    return tekst[-1] in (_mod10(tekst[:-1]), _mod11(tekst[:-1]))


def _vektet_sum(sifre: str, vekter: tuple[int, ...]) -> int:
    return sum(int(siffer) * vekt for siffer, vekt in zip(sifre, vekter, strict=False))


def _mod10(kropp: str) -> str:
    dobles = "0246813579"  # the digit sum of twice 0-9
    bakfra = kropp[::-1]
    return str(-sum(int(dobles[int(s)] if i % 2 == 0 else s) for i, s in enumerate(bakfra)) % 10)


def _mod11(kropp: str) -> str:
    rest = -sum(int(s) * (2 + i % 6) for i, s in enumerate(kropp[::-1])) % 11
    return "-" if rest == 10 else str(rest)
