"""What a morning looks for: how near a deadline is, and how long something may be left."""

from datetime import date, timedelta
from typing import Literal

Naar = Literal["oversittet", "i_dag", "denne_uka", "se_paa"]
NAAR: tuple[Naar, ...] = ("oversittet", "i_dag", "denne_uka", "se_paa")
DAGER_FRAM = 7
LANGT_BOTILBUD, NESTEN_LANGT = 92, 76
"""Days in temporary housing: over three months, and so near it that something must be found."""
UT_INNEN, UTKASTELSE_INNEN, GAMMEL_IMPORT = 30, 14, 31
"""Days: until someone is let out, until an eviction, since the last list of arrears."""


def naar(frist: date, i_dag: date) -> Naar | None:
    """Which heading a deadline stands under; None when it is too far away to be told of."""
    if frist < i_dag:
        return "oversittet"
    if frist == i_dag:
        return "i_dag"
    return "denne_uka" if frist <= i_dag + timedelta(days=DAGER_FRAM) else None
