"""What was taken out of a case: where it stood, by whom and why, and who has seen it since."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.innsynsinnhold import saksinnhold
from boligtildeling.casework.skjermesteder import finn_maal
from boligtildeling.casework.visning import visning
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.skjerming import Skjerming


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Aapning:
    """Two persons saw it: when, who asked, and with whom."""

    tidspunkt: datetime
    bruker: str
    sammen_med: str
    grunn: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Skjermingsvisning:
    """One shielding; what was shielded is not in it."""

    nummer: int
    hvor: str
    grunn: str
    skjermet_av: str
    skjermet_tidspunkt: datetime
    aapninger: tuple[Aapning, ...]


def skjerminger(arbeid: Arbeid) -> tuple[Skjermingsvisning, ...]:
    """Every shielding in the case, oldest first."""
    linjer = arbeid.session.scalars(
        select(Hendelse)
        .where(
            Hendelse.saksnummer == arbeid.sak.saksnummer,
            Hendelse.handling.in_(("skjerm_opplysning", "aapne_skjermet_opplysning")),
        )
        .order_by(Hendelse.id)
    ).all()
    grunner = {h.data["spor"]["skjerming"]: h.data["kommando"]["grunn"] for h in linjer if "steder" in h.data["spor"]}
    rader = arbeid.session.scalars(select(Skjerming).where(Skjerming.saksnummer == arbeid.sak.saksnummer))
    return tuple(
        Skjermingsvisning(
            nummer=s.id,
            hvor=s.hvor,
            grunn=grunner.get(s.id, ""),
            skjermet_av=s.skjermet_av,
            skjermet_tidspunkt=s.skjermet_tidspunkt,
            aapninger=tuple(_aapning(h) for h in linjer if h.data["kommando"].get("skjerming") == s.id),
        )
        for s in rader.all()
    )


def _aapning(h: Hendelse) -> Aapning:
    return Aapning(
        tidspunkt=h.tidspunkt,
        bruker=h.bruker,
        sammen_med=h.data["spor"]["sammen_med"],
        grunn=h.data["kommando"]["grunn"],
    )


SKJERMINGER = visning("skjerminger", "Skjermede opplysninger", skjerminger, om_sak=True)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Skjermbart:
    """A place that can be pointed at: its pointer, and what it is called and says."""

    hvor: str
    avsnitt: str
    etikett: str
    verdi: str


_UTEN_TEKST = frozenset({"Boligen", "Hva som er gjort", "Tidligere opplysninger"})
"""Parts that say again what stands elsewhere, or nothing that was typed about the people in the case."""


def skjermbart(arbeid: Arbeid) -> tuple[Skjermbart, ...]:
    """Every text, file and address of the case that can be shielded where it stands."""
    innhold = saksinnhold(arbeid)
    rot = f"/{innhold.saksnummer}"
    funn: dict[str, Skjermbart] = {}
    for avsnitt in (a for a in innhold.avsnitt if a.tittel not in _UTEN_TEKST):
        for o in avsnitt.opplysninger:
            hvor, hale = _hele(o.sted.removeprefix(rot))
            etikett = " – ".join(o.etikett.split(" – ")[: -hale or None])
            maal = finn_maal(arbeid.session, arbeid.sak, hvor) if hvor not in funn else None
            if maal is not None and isinstance(maal.verdi, str | dict | bytes):
                funn[hvor] = Skjermbart(hvor=hvor, avsnitt=avsnitt.tittel, etikett=etikett, verdi=o.verdi)
    return tuple(funn.values())


def _hele(sted: str) -> tuple[str, int]:
    """An address is shielded whole: the pointer to it, and how many words of its name that leaves out."""
    foran, adresse, _ = sted.partition("/adresse/")
    return (f"{foran}/adresse", 1) if adresse else (sted, 0)


SKJERMBART = visning("skjermbart", "Det som kan skjermes", skjermbart, om_sak=True)
