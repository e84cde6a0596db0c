"""Fills the views of the other papers after the key: meetings, appeals, moving out, and what was learnt."""

from datetime import date, datetime
from typing import Literal

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.boforhold import former as fo
from boligtildeling.casework.views.boforhold.utleiebrev import bolig_adresse, utleierhode
from boligtildeling.casework.views.dokumentformer import Mottaker
from boligtildeling.casework.views.dokumenthode import boligpapir, brevhode, lovsitater, mottaker
from boligtildeling.domain.boforhold.begjaering import Etterevaluering, Utfall
from boligtildeling.domain.boforhold.moete import Deltaker
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.innstilling import maa_fylles_ut
from boligtildeling.domain.kontrakt import Noekkel

Utsatt = Literal["ikke_bedt_om", "gitt", "avslaatt"]


def innkalling(
    arbeid: Arbeid,
    tidspunkt: datetime,
    sted: str,
    deltakere: tuple[tuple[str, str], ...],
    dagsorden: tuple[str, ...],
    til: str | None = None,
) -> fo.Innkalling:
    """To the tenant of the case, or to `til`, who takes part."""
    annen = Mottaker(navn=til, adresselinjer=(), paa_vegne_av=None, rolle=None) if til is not None else None
    return fo.Innkalling(
        hode=brevhode(arbeid),
        mottaker=annen or mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("boligsos-6", "boligsos-7", "fvl-13b")),
        til_leier=til is None,
        tidspunkt=tidspunkt,
        sted=sted,
        deltakere=deltakere,
        dagsorden=dagsorden,
    )


def referat(
    arbeid: Arbeid,
    dato: date,
    sted: str,
    deltakere: tuple[Deltaker, ...],
    saker: tuple[fo.Moetesak, ...],
) -> fo.Referat:
    """The minutes; `saker` are only those that their reader may see."""
    return fo.Referat(hode=brevhode(arbeid), dato=dato, sted=sted, deltakere=deltakere, saker=saker)


def klageoversendelse(
    arbeid: Arbeid,
    del_: fo.Vedtaksdelen,
    *,
    vedtak_dato: date,
    klage_dato: date,
    i_tide: bool,
    klagen: str,
    vurdering: str,
    innstilling: str,
    utsatt_iverksetting: Utsatt,
    vedtatt_av: tuple[str, ...],
    vedlegg: tuple[str, ...] = (),
) -> fo.Klageoversendelse:
    """To whoever decides this part, prepared by whoever acts, with a copy to whoever gets the letters of the case.

    Hjemmel: forvaltningsloven §§ 28 og 33.
    """
    part = mottaker(arbeid.sak)
    return fo.Klageoversendelse(
        hode=brevhode(arbeid),
        mottaker=Mottaker(
            navn=klageinstans(arbeid, del_) or maa_fylles_ut(_innstilling(del_)),
            adresselinjer=(),
            paa_vegne_av=None,
            rolle=None,
            kopi_til=(part.navn, *part.kopi_til),
        ),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("fvl-28", "fvl-33", "fvl-34", "fvl-42")),
        del_=del_,
        vedtak_dato=vedtak_dato,
        klage_dato=klage_dato,
        i_tide=i_tide,
        klagen=klagen,
        vurdering=vurdering,
        innstilling=innstilling,
        utsatt_iverksetting=utsatt_iverksetting,
        forberedt_av=arbeid.bruker.navn,
        vedtatt_av=vedtatt_av,
        vedlegg=vedlegg,
    )


def klagepakke(
    arbeid: Arbeid,
    del_: fo.Vedtaksdelen,
    innhold: tuple[tuple[str, date], ...],
    tidslinje: tuple[tuple[date, str], ...],
    frister: tuple[tuple[str, date], ...],
) -> fo.Klagepakke:
    """What goes in front of the papers that `Program.samle` puts after it."""
    return fo.Klagepakke(
        hode=brevhode(arbeid),
        del_=del_,
        klageinstans=klageinstans(arbeid, del_),
        innhold=innhold,
        tidslinje=tidslinje,
        frister=frister,
    )


def klageinstans(arbeid: Arbeid, del_: fo.Vedtaksdelen) -> str | None:
    """Who decides an appeal on this part; None when it is not filled in."""
    return arbeid.innstillinger()[_innstilling(del_)]


def _innstilling(del_: fo.Vedtaksdelen) -> str:
    return f"klageinstans_{del_.lower()}"


def utflyttingsprotokoll(arbeid: Arbeid, g: Grunnlag) -> fo.Utflyttingsprotokoll:
    """The protocol of the dwelling that the case has, to be filled in there."""
    sak = arbeid.sak
    if g.bolig is None:
        nekt("BOLIG", "Saken har ingen bolig ennå. Skriv ut protokollen tom.")
    return fo.Utflyttingsprotokoll(
        hode=utleierhode(arbeid),
        er_tom=False,
        bolig=boligpapir(sak, g.bolig),
        leiere=tuple(p.navn for p in sak.soeknad.soekere),
        overtakelse_dato=sak.kontrakt.overtakelse_dato if sak.kontrakt else None,
        noekler=utleverte_noekler(arbeid),
        utflytting_dato=sak.leieforhold.opphoert_dato if sak.leieforhold else None,
    )


def tom_utflyttingsprotokoll(arbeid: Arbeid, maalform: str) -> fo.Utflyttingsprotokoll:
    return fo.Utflyttingsprotokoll(
        hode=brevhode(arbeid, maalform), er_tom=True, bolig=None, leiere=(), overtakelse_dato=None, noekler=()
    )


def utleverte_noekler(arbeid: Arbeid) -> tuple[Noekkel, ...]:
    """The keys that were handed out last; none when none were."""
    return arbeid.sak.utleveringer[-1].noekler if arbeid.sak.utleveringer else ()


def noekkelinnlevering(
    arbeid: Arbeid, tidspunkt: datetime, levert_av: str, levert: tuple[int, ...]
) -> fo.Noekkelinnlevering:
    """The receipt; `levert` is how many came back of each that was handed out, in the same order."""
    utlevert = utleverte_noekler(arbeid)
    return fo.Noekkelinnlevering(
        hode=utleierhode(arbeid),
        er_tom=False,
        leiere=tuple(p.navn for p in arbeid.sak.soeknad.soekere),
        bolig_adresse=bolig_adresse(arbeid),
        noekler=tuple(zip(utlevert, levert, strict=True)),
        tidspunkt=tidspunkt,
        levert_av=levert_av,
        mottatt_av=arbeid.bruker.navn,
    )


def tom_noekkelinnlevering(arbeid: Arbeid, maalform: str) -> fo.Noekkelinnlevering:
    return fo.Noekkelinnlevering(hode=brevhode(arbeid, maalform), er_tom=True)


def etterevaluering(
    arbeid: Arbeid, utfall: Utfall, utfall_dato: date, evaluering: Etterevaluering
) -> fo.Etterevalueringsark:
    """What was said of it when it was evaluated."""
    return fo.Etterevalueringsark(
        hode=brevhode(arbeid),
        er_tom=False,
        utfall=utfall,
        utfall_dato=utfall_dato,
        hvorfor=evaluering.hvorfor,
        hva_ble_proevd=evaluering.hva_ble_proevd,
        hva_kunne_hindret=evaluering.hva_kunne_hindret,
        var_systemsvikt=evaluering.var_systemsvikt,
        oppfoelging_fra=evaluering.oppfoelging_fra,
    )


def tom_etterevaluering(arbeid: Arbeid, maalform: str) -> fo.Etterevalueringsark:
    return fo.Etterevalueringsark(hode=brevhode(arbeid, maalform), er_tom=True)
