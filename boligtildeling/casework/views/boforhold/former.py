"""What the papers after the key are made of: meetings, appeals, moving out, and what was learnt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from boligtildeling.casework.views.brevformer import Brev
from boligtildeling.casework.views.dokumentformer import Boligsjekkliste, Brevhode
from boligtildeling.domain.boforhold.begjaering import Utfall
from boligtildeling.domain.boforhold.moete import Deltaker, Konklusjon
from boligtildeling.domain.kontrakt import Noekkel

Vedtaksdelen = Literal["A", "B"]
"""A: boligsosial bistand, to Statsforvalteren. B: kommunal bolig, to the kommune's own klagenemnd."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Innkalling(Brev):
    """To a meeting: the tenant sees only their own case, another only the cases they may see."""

    til_leier: bool
    tidspunkt: datetime
    sted: str
    deltakere: tuple[tuple[str, str], ...]
    """Name and function of each."""
    dagsorden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moetesak:
    """One case at a meeting: what the tenant thinks, what was said, and what came of it."""

    sak: str
    leiers_syn: str | None
    droefting: str
    konklusjon: Konklusjon
    oppgave: str | None = None
    ansvarlig: str | None = None
    frist: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Referat:
    """The minutes, with only the cases that their reader may see."""

    hode: Brevhode
    dato: date
    sted: str
    deltakere: tuple[Deltaker, ...]
    saker: tuple[Moetesak, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Klageoversendelse(Brev):
    """An appeal on its way to the one who decides it, with the new assessment (forvaltningsloven § 33).

    `forberedt_av` may not be one of those in `vedtatt_av` when the kommune itself decides (kommuneloven § 13-3).
    """

    del_: Vedtaksdelen
    vedtak_dato: date
    klage_dato: date
    i_tide: bool
    klagen: str
    vurdering: str
    innstilling: str
    utsatt_iverksetting: Literal["ikke_bedt_om", "gitt", "avslaatt"]
    forberedt_av: str
    vedtatt_av: tuple[str, ...]
    vedlegg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Klagepakke:
    """What goes in front of the papers of an appeal: what is there, what has happened, and the time limits."""

    hode: Brevhode
    del_: Vedtaksdelen
    klageinstans: str | None
    innhold: tuple[tuple[str, date], ...]
    tidslinje: tuple[tuple[date, str], ...]
    frister: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utflyttingsprotokoll(Boligsjekkliste):
    """The protocol when the tenant moves out, by the same rooms as when they moved in (husleieloven §§ 10-2, 10-3)."""

    utflytting_dato: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Noekkelinnlevering:
    """The receipt for the keys that came back: each with how many were handed out and how many are back."""

    hode: Brevhode
    er_tom: bool
    leiere: tuple[str, ...] = ()
    bolig_adresse: str | None = None
    noekler: tuple[tuple[Noekkel, int | None], ...] = ()
    tidspunkt: datetime | None = None
    levert_av: str | None = None
    mottatt_av: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Etterevalueringsark:
    """Why it came to an eviction or was stopped, with room to write what is learnt; a part not known is a line."""

    hode: Brevhode
    er_tom: bool
    utfall: Utfall | None = None
    utfall_dato: date | None = None
    hvorfor: str | None = None
    hva_ble_proevd: str | None = None
    hva_kunne_hindret: str | None = None
    var_systemsvikt: bool | None = None
    oppfoelging_fra: date | None = None
