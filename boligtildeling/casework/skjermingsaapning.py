"""Seeing what was taken out of a case: two persons together, with a reason, and a line of history."""

from base64 import b64decode
from dataclasses import dataclass, replace
from hashlib import sha256
from json import loads
from typing import Any
from zlib import decompress

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import noter_lesning
from boligtildeling.casework.skjermesteder import FILER
from boligtildeling.casework.skjerming import HJEMMEL, sammenheng
from boligtildeling.casework.skjermingsnoekkel import aapne_segl
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.historikk import Hendelse, avtrykk_av
from boligtildeling.domain.krav import Kode, Setning
from boligtildeling.domain.sak import Dokument, Vedlegg
from boligtildeling.domain.skjerming import SkjermetSted, Skjerming
from boligtildeling.forsegling import bryt_segl


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AapneSkjermetOpplysning(Sakskommando):
    """Shows what was taken out, to two persons at once, each with a code."""

    skjerming: int
    grunn: Setning
    leders_kode: Kode
    arkivets_kode: Kode


def _proev_aapning(arbeid: Arbeid, k: AapneSkjermetOpplysning, feil: Feilliste) -> None:
    feil.krev(_finn(arbeid, k.skjerming) is not None, "/skjerming", "Skjermingen finnes ikke i denne saken.")


def _finn(arbeid: Arbeid, nummer: int) -> Skjerming | None:
    egen = select(Skjerming).where(Skjerming.id == nummer, Skjerming.saksnummer == arbeid.sak.saksnummer)
    return arbeid.session.scalar(egen)


@handling(
    AapneSkjermetOpplysning,
    navn="aapne_skjermet_opplysning",
    tittel="Åpne en skjermet opplysning",
    hendelse="SkjermetOpplysningAapnet",
    proever=_proev_aapning,
    etter_avslutning=True,
)
def aapne_skjermet_opplysning(arbeid: Arbeid, k: AapneSkjermetOpplysning) -> dict[str, Any]:
    """Shows what was taken out, once, to a leader and the archivist together; puts nothing back.

    `bekreftet` says whether every line of history in it is what the chain says it was. Raises `Ugyldig` for a code
    that does not fit.
    """
    skjerming = _finn(arbeid, k.skjerming)
    if skjerming is None:
        raise LookupError(k.skjerming)
    noekkel, privat = aapne_segl(arbeid.session, skjerming.noekkel, k.leders_kode, k.arkivets_kode)
    if arbeid.bruker.navn == noekkel.arkivansvarlig:
        nekt("ROLLE", "To må åpne sammen. Du har arkivets kode, så en annen må ha leders.", HJEMMEL, "teamleder")
    lukket = skjerming.forseglet
    innhold = loads(decompress(bryt_segl(privat, lukket, sammenheng(arbeid.sak.saksnummer, skjerming.id))))
    noter_lesning(arbeid, arbeid.sak.saksnummer, f"aapne_skjermet {skjerming.id}")
    arbeid.logg = replace(k, leders_kode="", arkivets_kode="")
    arbeid.spor = {"sammen_med": noekkel.arkivansvarlig}
    filer = [s for s in innhold["steder"] if s["tabell"] in FILER and s["kolonne"] == "innhold"]
    return {
        "opplysning": innhold["opplysning"],
        "filer": [{"tabell": f["tabell"], "nummer": f["rad"][0], "innhold_base64": f["verdi"]} for f in filer],
        "bekreftet": all(_er_som_foer(arbeid, skjerming.id, s) for s in innhold["steder"]),
    }


def _er_som_foer(arbeid: Arbeid, skjerming: int, sted: dict[str, Any]) -> bool:
    """Whether what was sealed fits the imprint that stood for it then."""
    tabell, rad = sted["tabell"], sted["rad"][0]
    if tabell == "hendelsesinnhold":
        avtrykk = avtrykk_av(sted["salt"], sted["verdi"])
        foerst = arbeid.session.scalar(select(Hendelse.avtrykk).where(Hendelse.id == rad))
    elif tabell in FILER and sted["kolonne"] == "innhold":
        avtrykk = sha256(b64decode(sted["verdi"])).hexdigest()
        slag = Dokument if tabell == "dokument" else Vedlegg
        foerst = arbeid.session.scalar(select(slag.sha256).where(slag.id == rad))
    else:
        return True
    foer = select(SkjermetSted.avtrykk).where(
        SkjermetSted.tabell == tabell, SkjermetSted.rad == rad, SkjermetSted.skjerming < skjerming
    )
    return avtrykk == (arbeid.session.scalar(foer.order_by(SkjermetSted.id.desc()).limit(1)) or foerst)
