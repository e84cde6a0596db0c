"""The help pages on the command line: searched, read, printed."""

import argparse
from typing import Any

from boligtildeling.cli.filer import mappe_for, skriv_fil
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.hjelp import les_hjelp, paa_papir, sider_om


def hjelp(valg: argparse.Namespace) -> dict[str, Any]:
    """The pages that say what is asked for, with what each checkpoint is for; as PDF with `--til`.

    Raises `Bruksfeil` when no page says it.
    """
    alt = les_hjelp(mappe_for(valg))
    side = alt.sider.get(valg.sok)
    sider = (side,) if side is not None else sider_om(alt, valg.sok)
    punkt = alt.punkter.get(valg.sok.upper())
    if not sider and punkt is None:
        raise Bruksfeil("Ingen hjelpeside sier noe om dette. Se «hjelp».")
    svar: dict[str, Any] = {"sider": [{"navn": s.navn, "tittel": s.tittel, "er_egen": s.er_egen} for s in sider]}
    if side is not None:
        svar["tekst"] = side.tekst
    if punkt is not None:
        svar["sjekkpunkt"] = {"hvorfor": punkt.hvorfor, "bevis": punkt.bevis, "eksempel": punkt.eksempel}
    if alt.feil:
        svar["feil_i_egne_tekster"] = list(alt.feil)
    if valg.til is not None:
        if not sider:
            raise Bruksfeil("Ingen hjelpeside å skrive ut.")
        skriv_fil(valg.til, paa_papir(sider))
        svar["fil"] = str(valg.til)
    return svar
