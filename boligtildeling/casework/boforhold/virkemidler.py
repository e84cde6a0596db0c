"""Choosing measures against arrears: up the ladder, with a reason for each jump, and in a queue where there is one."""

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import func, select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.virkemiddel import (
    Trinn,
    Virkemiddel,
    Virkemiddelstatus,
    sperrer_for_virkemiddel,
)
from boligtildeling.domain.feil import Feilliste, Sperret
from boligtildeling.domain.frist import legg_til_virkedager
from boligtildeling.domain.krav import DatoTilNaa, Kode, Setning
from boligtildeling.domain.sak import Oppgave

VURDER_OPPFOELGING_VIRKEDAGER = 10
Virkemiddelgrunnlag = Literal["samtykke", "vedtak", "nav_bekreftelse"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VelgVirkemiddel(Sakskommando):
    """A measure against arrears, and how far it has come; the same one again gives it a new status."""

    virkemiddel: Kode
    grunn: Setning
    status: Virkemiddelstatus = "i_gang"
    hvorfor_ikke_mildere: Setning | None = None
    grunnlag: Virkemiddelgrunnlag | None = None
    grunnlag_dato: DatoTilNaa | None = None


def _finn_trinn(arbeid: Arbeid, kode: str) -> Trinn | None:
    return next((t for t in arbeid.rammer.virkemiddelstige if t.kode == kode), None)


def _proev_virkemiddel(arbeid: Arbeid, k: VelgVirkemiddel, feil: Feilliste) -> None:
    trinn = _finn_trinn(arbeid, k.virkemiddel)
    koder = ", ".join(t.kode for t in arbeid.rammer.virkemiddelstige)
    if feil.krev(trinn is not None, "/virkemiddel", f"Ukjent virkemiddel. Velg en av: {koder}.") and trinn:
        kan_vente = trinn.har_koe or k.status != "venteliste"
        feil.krev(kan_vente, "/status", f"Det er ingen venteliste for «{trinn.tekst}».")
    har_dato = k.grunnlag is None or k.grunnlag_dato is not None
    feil.krev(har_dato, "/grunnlag_dato", "Skriv datoen for samtykket, vedtaket eller bekreftelsen.")


@handling(
    VelgVirkemiddel,
    navn="velg_virkemiddel",
    tittel="Velg virkemiddel",
    hendelse="VirkemiddelValgt",
    proever=_proev_virkemiddel,
)
def velg_virkemiddel(arbeid: Arbeid, k: VelgVirkemiddel) -> dict[str, Any]:
    """Chooses a measure, mildest first: a jump needs its reason, and force its consent, decision or confirmation.

    Waiting for one needs nothing of that yet. Some always lead to a task: to consider following the tenant up.

    Hjemmel: sosialtjenesteloven § 21.
    """
    krev_begynt(arbeid)
    trinn = _finn_trinn(arbeid, k.virkemiddel)
    if trinn is None:
        raise LookupError(k.virkemiddel)
    mine = arbeid.session.scalars(select(Virkemiddel).where(Virkemiddel.saksnummer == arbeid.sak.saksnummer)).all()
    aapent = next((v for v in mine if v.virkemiddel == k.virkemiddel and v.status in {"venteliste", "i_gang"}), None)
    if k.status in {"i_gang", "gjennomfoert"}:
        proevd = [v.virkemiddel for v in mine if v.status != "venteliste"]
        hoppgrunn = k.hvorfor_ikke_mildere or (aapent.hvorfor_ikke_mildere if aapent else None)
        grunnlag = k.grunnlag or (aapent.grunnlag if aapent else None)
        if sperrer := sperrer_for_virkemiddel(arbeid.rammer.virkemiddelstige, trinn, proevd, hoppgrunn, grunnlag):
            raise Sperret(*sperrer)
    if aapent is None:
        aapent = Virkemiddel(
            saksnummer=arbeid.sak.saksnummer, virkemiddel=k.virkemiddel, valgt_dato=arbeid.i_dag, valgt_av=""
        )
        arbeid.session.add(aapent)
    _fyll(aapent, k, arbeid.bruker.navn)
    arbeid.session.flush()
    plass = _plass_i_koeen(arbeid, aapent) if k.status == "venteliste" else None
    if trinn.vurder_oppfoelging and k.status == "i_gang":
        frist = legg_til_virkedager(arbeid.i_dag, VURDER_OPPFOELGING_VIRKEDAGER)
        tekst = f"Vurder om leieren trenger oppfølging ({trinn.tekst.lower()})"
        arbeid.sak.oppgaver.append(Oppgave(kode=None, tekst=tekst, frist=frist, ansvarlig=arbeid.sak.ansvarlig))
    return {"virkemiddel": aapent.id, "plass_i_koeen": plass}


def _fyll(virkemiddel: Virkemiddel, k: VelgVirkemiddel, av: str) -> None:
    virkemiddel.status, virkemiddel.grunn, virkemiddel.valgt_av = k.status, k.grunn, av
    virkemiddel.hvorfor_ikke_mildere = k.hvorfor_ikke_mildere or virkemiddel.hvorfor_ikke_mildere
    virkemiddel.grunnlag = k.grunnlag or virkemiddel.grunnlag
    virkemiddel.grunnlag_dato = k.grunnlag_dato or virkemiddel.grunnlag_dato


def _plass_i_koeen(arbeid: Arbeid, ny: Virkemiddel) -> int:
    """Whose turn it is, told as a number only: who is before is not for everyone to see."""
    foran = select(func.count(Virkemiddel.id)).where(
        Virkemiddel.virkemiddel == ny.virkemiddel, Virkemiddel.status == "venteliste", Virkemiddel.id <= ny.id
    )
    return arbeid.session.scalar(foran) or 0
