"""The key that shielded content is sealed with: anyone may seal, and only two persons together may open."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, Inputfeil, Ugyldig, nekt
from boligtildeling.domain.papirkode import Skrivefeil, les_kode, ny_kode
from boligtildeling.domain.skjerming import Skjermingsnoekkel
from boligtildeling.forsegling import NOEKKELLENGDE, FeilNoekkel, fra_frase, laas_inn, laas_opp, offentlig_del

_SALTLENGDE = 16
_LEDERS, _ARKIVETS = b"leders del", b"arkivets del"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LagSkjermingsnoekkel:
    """A new key for shielded content: one code for the leader, one for the archivist."""

    arkivansvarlig: Brukernavn


def _proev(arbeid: Arbeid, k: LagSkjermingsnoekkel, feil: Feilliste) -> None:
    finnes = arbeid.session.get(Bruker, k.arkivansvarlig) is not None
    if feil.krev(finnes, "/arkivansvarlig", "Brukeren finnes ikke i denne mappen."):
        ansvarlig = arbeid.session.get_one(Bruker, k.arkivansvarlig)
        feil.krev("arkiv" in ansvarlig.funksjoner, "/arkivansvarlig", "Brukeren må ha funksjonen arkiv.")
        er_en_annen = k.arkivansvarlig != arbeid.bruker.navn
        feil.krev(er_en_annen, "/arkivansvarlig", "To må åpne sammen. Velg en annen enn deg selv.")


@handling(
    LagSkjermingsnoekkel,
    navn="lag_skjermingsnoekkel",
    tittel="Lag nøkkel for skjermede opplysninger",
    hendelse="SkjermingsnoekkelLaget",
    proever=_proev,
)
def lag_skjermingsnoekkel(arbeid: Arbeid, k: LagSkjermingsnoekkel) -> dict[str, Any]:
    """Makes the key that is used from now on, and shows its two codes this one time; they are kept nowhere.

    What was shielded before opens with the codes of its own time.
    """
    siste = _siste(arbeid.session)
    nummer = siste.nummer + 1 if siste else 1
    privat, leders = arbeid.rammer.tilfeldig(NOEKKELLENGDE), arbeid.rammer.tilfeldig(NOEKKELLENGDE)
    salt, leders_kode, arkivets_kode = arbeid.rammer.tilfeldig(_SALTLENGDE), ny_kode(), ny_kode()
    arbeid.session.add(
        Skjermingsnoekkel(
            nummer=nummer,
            offentlig=offentlig_del(privat),
            salt=salt,
            leders_del=laas_inn(fra_frase(leders_kode, salt), leders, _LEDERS),
            arkivets_del=laas_inn(fra_frase(arkivets_kode, salt), _xor(privat, leders), _ARKIVETS),
            arkivansvarlig=k.arkivansvarlig,
            laget_av=arbeid.bruker.navn,
            laget_tidspunkt=arbeid.naa,
        )
    )
    arbeid.advar("Kodene vises bare nå. Skriv dem på hvert sitt ark, og lås arkene inn hver for seg.")
    return {"nummer": nummer, "leders_kode": leders_kode, "arkivets_kode": arkivets_kode}


def har_noekkel(session: Session) -> bool:
    """Whether there is a key to shield content with."""
    return _siste(session) is not None


def gjeldende_noekkel(session: Session) -> Skjermingsnoekkel:
    """The key to seal with now. Raises `Sperret` when none is made."""
    if (noekkel := _siste(session)) is None:
        nekt(
            "STEG", "Mappen har ingen nøkkel for skjermede opplysninger. Teamleder må lage den.", loeses_av="teamleder"
        )
    return noekkel


def aapne_segl(session: Session, nummer: int, leders_kode: str, arkivets_kode: str) -> tuple[Skjermingsnoekkel, bytes]:
    """The key by its number and its private half. Raises `Ugyldig` for each code that does not fit."""
    noekkel = session.get_one(Skjermingsnoekkel, nummer)
    deler, feil = [], []
    for peker, kode, lukket, hva in (
        ("/leders_kode", leders_kode, noekkel.leders_del, _LEDERS),
        ("/arkivets_kode", arkivets_kode, noekkel.arkivets_del, _ARKIVETS),
    ):
        try:
            deler.append(laas_opp(fra_frase(les_kode(kode), noekkel.salt), lukket, hva))
        except (Skrivefeil, FeilNoekkel):
            feil.append(Inputfeil(peker, "Koden passer ikke."))
    if feil:
        raise Ugyldig(*feil)
    return noekkel, _xor(*deler)


def _siste(session: Session) -> Skjermingsnoekkel | None:
    return session.scalar(select(Skjermingsnoekkel).order_by(Skjermingsnoekkel.nummer.desc()).limit(1))


def _xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
