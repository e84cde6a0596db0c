"""The kommune's logo: a picture file in the data folder, named by a setting, at the top of every paper with a head."""

from dataclasses import replace
from pathlib import Path

from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.documents.blokker import Ark, Logo
from boligtildeling.domain.feil import Driftsfeil


def med_logo(ark: Ark, hode: Brevhode | None, mappe: Path | None) -> Ark:
    """The paper with the logo that its head names; as it is when there is none. Raises `Driftsfeil` without the file.

    What the file holds is judged when it is drawn.
    """
    if mappe is None or hode is None or hode.logofil is None:
        return ark
    try:
        bilde = (mappe / hode.logofil).read_bytes()
    except OSError:
        raise Driftsfeil(
            "Logoen kan ikke brukes. Filen finnes ikke i datamappen, eller den kan ikke leses.",
            "Saken er ikke endret.",
            "Legg filen i datamappen, eller ta logoen bort i innstillingene.",
        ) from None
    return replace(ark, topp=replace(ark.topp, logo=Logo(bilde, f"Logoen til {hode.kommune}")))
