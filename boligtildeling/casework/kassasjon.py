"""Disposal: what the plan lets go, by a leader, with a reason; everything else stays."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kassasjonsslag import SLAG
from boligtildeling.domain.bevaring import Kassasjon
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import DatoTilNaa, Kode, Setning


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kasser:
    """Disposes of one kind of thing, as old as the plan says, or older."""

    slag: Kode
    grunn: Setning
    til_og_med: DatoTilNaa | None = None


def _proev(arbeid: Arbeid, k: Kasser, feil: Feilliste) -> None:
    regler = arbeid.rammer.bevaringsplan.regler
    feil.krev(k.slag in regler, "/slag", f"Planen har ikke dette. Velg en av: {', '.join(regler)}.")


@handling(Kasser, navn="kasser", tittel="Kasser etter planen", hendelse="Kassert", proever=_proev)
def kasser(arbeid: Arbeid, k: Kasser) -> dict[str, Any]:
    """Lets go what the plan lets go, and keeps what it was: how much, from when to when, where the log goes on.

    Hjemmel: arkivlova § 13, bevaringsforskrifta § 3.
    """
    regel = arbeid.rammer.bevaringsplan.regler[k.slag]
    vist = arbeid.rammer.lov_naa(arbeid.session).vis(arbeid.i_dag)
    hjemmel = ", ".join(vist[h] for h in regel.hjemler)
    if regel.tiltak == "bevares":
        nekt("STEG", f"{regel.hva} skal bevares og kan ikke kasseres.", hjemmel, "ingen")
    grense = regel.grense(arbeid.i_dag)
    if k.til_og_med is not None and k.til_og_med > grense:
        nekt("STEG", f"Planen sier at dette skal oppbevares i {regel.varighet}.", hjemmel, "ingen")
    til_og_med = k.til_og_med or grense
    mengde = SLAG[regel.id].mengde(arbeid.session, til_og_med)
    if mengde.antall == 0 or mengde.fra is None or mengde.til is None:
        nekt("STEG", "Det er ingenting å kassere ennå.", hjemmel, "ingen")
    nummer = (arbeid.session.scalar(select(func.max(Kassasjon.id))) or 0) + 1
    arbeid.session.add(
        Kassasjon(
            id=nummer,
            slag=regel.id,
            antall=mengde.antall,
            fra_dato=mengde.fra,
            til_dato=mengde.til,
            til_nummer=mengde.til_nummer,
            siste_hash=mengde.siste_hash,
            kassert_av=arbeid.bruker.navn,
            kassert_tidspunkt=arbeid.naa,
        )
    )
    arbeid.session.flush()
    SLAG[regel.id].fjern(arbeid.session, mengde, til_og_med)
    arbeid.endret.add(regel.id)
    arbeid.spor = {
        "kassasjon": nummer,
        "slag": regel.id,
        "antall": mengde.antall,
        "til_nummer": mengde.til_nummer,
        "siste_hash": mengde.siste_hash,
        "plan": arbeid.rammer.bevaringsplan.versjon,
    }
    return {"kassert": mengde.antall, "fra": mengde.fra, "til": mengde.til}
