"""The packages of a case: what is in them, what is taken out, and what is given out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.casework.views.dokumenthode import brevhode
from boligtildeling.casework.visning import visning
from boligtildeling.domain.innsyn import (
    FJERNET,
    Avsnitt,
    Innsynsfjerning,
    Innsynspakke,
    Innsynspart,
    Opplysning,
    Saksinnhold,
)
from boligtildeling.domain.sak import Dokument, Sak
from boligtildeling.domain.skjerming import Sladding
from boligtildeling.domain.soeknad import Soeknad
from boligtildeling.domain.tilgang import SAKSARBEID, Adgang

INNSYNSHJEMLER = ("fvl-18", "fvl-19", "gdpr-15")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Fjerningsrad:
    """What was taken out, by whom, why; and whether it was put back."""

    sted: str
    grunn: str
    hjemmel: str
    er_forslag: bool
    er_vernet: bool
    er_del: bool
    fjernet_av: str
    fjernet_tidspunkt: datetime
    lagt_tilbake_av: str | None
    lagt_tilbake_grunn: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Innsynsvisning:
    """One package. `innhold` is the draft, with all that is taken out still in it; empty when it is released."""

    id: int
    status: str
    part: str
    saker: tuple[str, ...]
    laget_av: str
    laget_tidspunkt: datetime
    frigitt_av: str | None
    frigitt_tidspunkt: datetime | None
    dokument: int | None
    sha256: str | None
    innhold: tuple[Saksinnhold, ...]
    fjerninger: tuple[Fjerningsrad, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Innsynsark:
    """What is given out: the person, and what the cases hold, with what was taken out gone."""

    hode: Brevhode
    innsynshjemmel: str
    person: str
    saker: tuple[Saksinnhold, ...]
    fjernet: tuple[tuple[str, str], ...]
    """Reason and law of everything that is taken out, each once."""


def egen_part(soeknad: Soeknad, person: str) -> Innsynspart:
    """Which applicant the person is in this application."""
    return "medsoeker" if soeknad.medsoeker and soeknad.medsoeker.partsnoekkel == person else "soeker"


def innsynspakker(arbeid: Arbeid) -> tuple[Innsynsvisning, ...]:
    """The packages made from this case, newest first; none with a case in it that the user may not know of."""
    rader = select(Innsynspakke).where(Innsynspakke.saksnummer == arbeid.sak.saksnummer)
    pakker = arbeid.session.scalars(rader.order_by(Innsynspakke.id.desc())).all()
    synlige = set(arbeid.session.scalars(select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))))
    return tuple(_pakke(arbeid, p) for p in pakker if set(p.saker) <= synlige)


def _pakke(arbeid: Arbeid, p: Innsynspakke) -> Innsynsvisning:
    avtrykk = arbeid.session.scalar(select(Dokument.sha256).where(Dokument.id == p.dokument)) if p.dokument else None
    return som(
        Innsynsvisning, p, sha256=avtrykk, innhold=p.innhold or (), fjerninger=tuple(_fjerning(f) for f in p.fjerninger)
    )


def _fjerning(f: Innsynsfjerning) -> Fjerningsrad:
    return som(Fjerningsrad, f, er_del=f.tekst is not None)


def innsynsark(arbeid: Arbeid, pakke: Innsynspakke) -> Innsynsark:
    """The package as it is given out."""
    gjelder: dict[str, list[Innsynsfjerning]] = {}
    for f in pakke.fjerninger:
        if f.gjelder:
            gjelder.setdefault(f.sted, []).append(f)
    person = arbeid.sak.soeknad.soekere[0 if pakke.part == "soeker" else 1]
    maalform = arbeid.sak.soeknad.maalform
    brukt = [f for f in pakke.fjerninger if f.gjelder]
    return Innsynsark(
        hode=brevhode(arbeid),
        innsynshjemmel=arbeid.rammer.lov_naa(arbeid.session).sitat(INNSYNSHJEMLER, arbeid.i_dag, maalform),
        person=person.navn,
        saker=tuple(_uten(sak, gjelder) for sak in pakke.innhold or ()),
        fjernet=tuple(dict.fromkeys((f.grunn, f.hjemmel) for f in brukt)),
    )


def _uten(sak: Saksinnhold, gjelder: dict[str, list[Innsynsfjerning]]) -> Saksinnhold:
    avsnitt = tuple(
        Avsnitt(tittel=a.tittel, opplysninger=tuple(_det_som_gis(o, gjelder.get(o.sted, [])) for o in a.opplysninger))
        for a in sak.avsnitt
    )
    return Saksinnhold(saksnummer=sak.saksnummer, avsnitt=avsnitt)


def _det_som_gis(opplysning: Opplysning, fjerninger: list[Innsynsfjerning]) -> Opplysning:
    """The piece as it is given out: whole, in part, or only its name and the law that keeps it back."""
    if not fjerninger:
        return opplysning
    hele = next((f for f in fjerninger if f.tekst is None), None)
    deler = Sladding(FJERNET, tuple(f.tekst for f in fjerninger if f.tekst is not None))
    verdi = f"{FJERNET} {hele.hjemmel}" if hele is not None else deler.i_tekst(opplysning.verdi)
    return Opplysning(sted=opplysning.sted, etikett=opplysning.etikett, verdi=verdi)


PAKKER = visning("innsyn", "Innsynspakker", innsynspakker, adgang=Adgang(SAKSARBEID), om_sak=True)
