"""The parts that a landlord's letters share: what is owed, how to pay, where to get advice, and moving."""

from collections.abc import Mapping
from typing import Protocol

from boligtildeling.casework.views.boforhold.utleieformer import Kravpost
from boligtildeling.documents.blokker import (
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Konklusjon,
    Overskrift,
    Sammen,
    Tabell,
)
from boligtildeling.documents.ord import vis_konto
from boligtildeling.documents.tekster import Brevtekst, avsnitt
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.penger import Kroner


class Betaling(Protocol):
    """What a view must have for its reader to be able to pay."""

    @property
    def kid(self) -> str | None: ...

    @property
    def kontonummer(self) -> str | None: ...


def betalingsfelt(v: Betaling, til_sammen: Kroner | None) -> Mapping[str, str | None]:
    """The placeholders of the texts about paying."""
    return {"kontonummer": vis_konto(v.kontonummer), "til_sammen": str(til_sammen) if til_sammen is not None else ""}


def kravtabell(
    krav: tuple[Kravpost, ...], t: Brevtekst, til_sammen: Kroner | None, kostnad: Kroner | None = None
) -> tuple[Blokk, ...]:
    """Each amount that is owed, what the letter costs, and the sum; nothing when nothing is owed."""
    if not krav:
        return ()
    kolonner = (
        Kolonne(t("etikett_gjelder"), 0.5),
        Kolonne(t("etikett_forfall"), 0.28),
        Kolonne(t("etikett_beloep"), 0.22, hoeyrestilt=True),
    )
    rader = [(k.gjelder, vis_dato(k.forfall), str(k.beloep)) for k in krav]
    if kostnad is not None:
        rader.append((t("kostnad"), "", str(kostnad)))
    if til_sammen is not None:
        rader.append((t("etikett_sum"), "", str(til_sammen)))
    return (Tabell(kolonner, tuple(rader)),)


def slik_betaler_du(v: Betaling, t: Brevtekst) -> tuple[Blokk, ...]:
    """By when, how much, and where to."""
    fakta = ((t("etikett_konto"), t("konto")), (t("etikett_kid"), v.kid or ""))
    blokker = (Overskrift(t("betal_overskrift")), Konklusjon(t("betal_frist")), Faktalinjer(fakta, paa_rad=True))
    return (Sammen(blokker),)


def kort_raad(t: Brevtekst) -> tuple[Blokk, ...]:
    """The same advice in a letter where it has no heading of its own."""
    return avsnitt(t, ("raad_leie_nav", "raad_leie_andre"))


def raad_til_leier(t: Brevtekst) -> tuple[Blokk, ...]:
    """Who helps a tenant, whatever the landlord thinks."""
    return (Overskrift(t("raad_leie_overskrift")), *kort_raad(t))


def naar_du_flytter(t: Brevtekst) -> tuple[Blokk, ...]:
    """What is to be done with the dwelling and the keys, and what the kommune does for one with nowhere to go."""
    return (Overskrift(t("flytting_overskrift")), *avsnitt(t, ("flytting",), ("botilbud",)))


def boliglinje(t: Brevtekst, adresse: str | None) -> tuple[Blokk, ...]:
    """Which dwelling; nothing when no address may stand on the paper."""
    return (Faktalinjer(((t("etikett_bolig"), adresse),)),) if adresse else ()


def fritekst(overskrift: str, tekst: str) -> tuple[Blokk, ...]:
    """A heading with what the caseworker has written."""
    return (Overskrift(overskrift), Avsnitt(tekst))
