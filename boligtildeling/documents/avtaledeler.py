"""What agreements, consents and plans share: the sheet itself, parties, and lines to sign on."""

from typing import Protocol

from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.documents.blokker import (
    Ark,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Oppsett,
    Overskrift,
    Sammen,
    Signatur,
    Signaturer,
)
from boligtildeling.documents.ord import bunntekst, topp, vannmerker
from boligtildeling.documents.tekster import Brevtekst
from boligtildeling.domain.penger import Kroner


class Avtalevisning(Protocol):
    """What a view must have to become such a sheet."""

    @property
    def hode(self) -> Brevhode: ...


def avtaleark(v: Avtalevisning, t: Brevtekst, blokker: tuple[Blokk, ...], oppsett: Oppsett = "skjema") -> Ark:
    """The sheet with its title on top, in the applicant's own målform; an empty one can be ticked on the screen."""
    tittel = t("tittel")
    return Ark(
        tittel=tittel,
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode),
        blokker=(Overskrift(tittel, 1), *blokker),
        bunntekst=bunntekst(v.hode, tittel),
        vannmerker=vannmerker(v.hode),
        oppsett=oppsett,
        utfyllbar=getattr(v, "er_tom", False),
    )


def partslinjer(etikett: str, navn: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """A line for each of them; an empty line when nobody is known yet."""
    return tuple((etikett, n) for n in navn or ("",))


def skrivefelt(*etiketter: str) -> Faktalinjer:
    """Labels with lines to write on."""
    return Faktalinjer(tuple((etikett, "") for etikett in etiketter))


def valgfritt(beloep: Kroner | None) -> str:
    """The amount, or nothing: a line to write on."""
    return str(beloep) if beloep is not None else ""


def underskrift(t: Brevtekst, parter: tuple[str, ...], for_kommunen: str = "") -> tuple[Blokk, ...]:
    """A line for each party, with its own line for the day; the kommune last when it signs too."""
    linjer = [Signatur(part) for part in parter or ("",)]
    if for_kommunen:
        linjer.append(Signatur(f"{t('underskrift_kommune')}: {for_kommunen}"))
    kopi = (Avsnitt(t("kopi_til_begge")),) if for_kommunen else ()
    overskrift = Overskrift(t("underskrift_overskrift"))
    return (Sammen((overskrift, *kopi, Signaturer(tuple(linjer), t("etikett_dato")))),)
