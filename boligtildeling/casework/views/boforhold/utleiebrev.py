"""Fills the views of a landlord's letters: from what the act says and what the case and the lease hold."""

from dataclasses import replace
from datetime import date

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.boforhold import utleieformer as ut
from boligtildeling.casework.views.dokumentformer import Brevhode, Lovsitater, Mottaker
from boligtildeling.casework.views.dokumenthode import boligpapir, brevhode, lovsitater, mottaker
from boligtildeling.domain.boforhold.oppsigelse import Oppsigelsesgrunn
from boligtildeling.domain.datoer import alder
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.frist import tidligste_dag_etter
from boligtildeling.domain.innstilling import maa_fylles_ut
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.soeknad import MYNDIG

_FRAVIKELSE: dict[ut.Fravikelsesgrunn, str] = {
    "leie": "tvangsl-13-2-3-a",
    "utloep": "tvangsl-13-2-3-b",
    "oppsigelse": "tvangsl-13-2-3-c",
    "heving": "tvangsl-13-2-3-d",
}


def utleierhode(arbeid: Arbeid) -> Brevhode:
    """The top of a letter from the landlord, whose address must be filled in."""
    innstilling = arbeid.innstillinger()
    return replace(
        brevhode(arbeid),
        enhet=innstilling["boligforvalter"] or "",
        enhet_adresse=innstilling["boligforvalter_adresse"] or maa_fylles_ut("boligforvalter_adresse"),
        enhet_telefon=innstilling["boligforvalter_telefon"] or maa_fylles_ut("boligforvalter_telefon"),
    )


def leiekontrakt(arbeid: Arbeid) -> Kontrakt:
    """The lease that the tenancy rests on now. Raises `Sperret` when there is none."""
    sak = arbeid.sak
    kontrakt = sak.leieforhold.kontrakt if sak.leieforhold is not None else sak.kontrakt
    if kontrakt is None:
        nekt("STEG", "Saken har ingen leieavtale, så brevet kan ikke lages.")
    return kontrakt


def bolig_adresse(arbeid: Arbeid) -> str | None:
    """Where the dwelling is; None when someone in the case is protected."""
    return boligpapir(arbeid.sak, leiekontrakt(arbeid).bolig).adresse


def purring(
    arbeid: Arbeid, krav: tuple[ut.Kravpost, ...], frist: date, kostnad: Kroner | None = None
) -> ut.Betalingsvarsel:
    return _betalingsvarsel(
        arbeid, krav, frist, kostnad, ("husll-3-2", "inkassoforskr-1-2") if kostnad else ("husll-3-2",)
    )


def inkassovarsel(
    arbeid: Arbeid, krav: tuple[ut.Kravpost, ...], frist: date, kostnad: Kroner | None = None
) -> ut.Betalingsvarsel:
    return _betalingsvarsel(arbeid, krav, frist, kostnad, ("inkassol-8", "inkassol-9"))


def _betalingsvarsel(
    arbeid: Arbeid, krav: tuple[ut.Kravpost, ...], frist: date, kostnad: Kroner | None, lov: tuple[str, ...]
) -> ut.Betalingsvarsel:
    return ut.Betalingsvarsel(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, *lov),
        krav=krav,
        kostnad=kostnad,
        til_sammen=summer((*(k.beloep for k in krav), kostnad or Kroner.null())),
        frist=frist,
        kid=leiekontrakt(arbeid).kid,
        kontonummer=arbeid.innstillinger()["kontonummer"],
    )


def varsel_4_18(
    arbeid: Arbeid,
    grunnlag: ut.Fravikelsesgrunn,
    frist: date,
    krav: tuple[ut.Kravpost, ...] = (),
    opphoert_dato: date | None = None,
) -> ut.Fravikelsesvarsel:
    gjelder_leie = grunnlag == "leie"
    return ut.Fravikelsesvarsel(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, "husll-9-11", "tvangsl-4-18", _FRAVIKELSE[grunnlag]),
        grunnlag=grunnlag,
        bolig_adresse=bolig_adresse(arbeid),
        frist=frist,
        opphoert_dato=opphoert_dato,
        krav=krav,
        til_sammen=summer(k.beloep for k in krav) if gjelder_leie else None,
        kid=leiekontrakt(arbeid).kid if gjelder_leie else None,
        kontonummer=arbeid.innstillinger()["kontonummer"],
    )


def varsel_9_11(
    arbeid: Arbeid, grunnlag: ut.Fravikelsesgrunn, krav: tuple[ut.Kravpost, ...], leier_reservert: bool
) -> ut.Sosialvarsel:
    """To the kommune's own Nav office, with a copy to the tenants."""
    leiere = tuple((p.navn, p.foedselsdato) for p in arbeid.sak.soeknad.soekere)
    nav = arbeid.innstillinger()["nav_kontor"] or maa_fylles_ut("nav_kontor")
    kopi = tuple(navn for navn, _ in leiere)
    return ut.Sosialvarsel(
        hode=utleierhode(arbeid),
        mottaker=Mottaker(navn=nav, adresselinjer=(), paa_vegne_av=None, rolle=None, kopi_til=kopi),
        regler=_lov(arbeid, "husll-9-11", "fvl-13b"),
        leiere=leiere,
        bolig_adresse=bolig_adresse(arbeid),
        grunnlag=grunnlag,
        til_sammen=summer(k.beloep for k in krav) if krav else None,
        har_barn=_har_barn(arbeid),
        begjaering_tidligst=tidligste_dag_etter(arbeid.i_dag, uker=2),
        leier_reservert=leier_reservert,
    )


def advarsel(arbeid: Arbeid, forhold: tuple[ut.Forhold, ...], maa_gjoere: str, frist: date) -> ut.Advarsel:
    return ut.Advarsel(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, "husll-9-9"),
        forhold=forhold,
        maa_gjoere=maa_gjoere,
        frist=frist,
    )


def heving(
    arbeid: Arbeid, grunnlag: ut.Hevingsgrunn, grunn: str, fraflytting: date, advarsel_dato: date | None = None
) -> ut.Heving:
    return ut.Heving(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, "husll-9-9", "tvangsl-13-2-3-d"),
        grunnlag=grunnlag,
        grunn=grunn,
        advarsel_dato=advarsel_dato,
        fraflytting=fraflytting,
    )


def oppsigelse(arbeid: Arbeid, grunnlag: Oppsigelsesgrunn, grunn: str, opphoer: date) -> ut.Oppsigelse:
    return ut.Oppsigelse(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, "husll-9-5", "husll-9-6", "husll-9-7", "husll-9-8"),
        grunnlag=grunnlag,
        grunn=grunn,
        opphoer=opphoer,
    )


def flytteoppfordring(
    arbeid: Arbeid, utloep_dato: date, fraflytting: date, grunn: str, *, har_ny_bolig: bool
) -> ut.Flytteoppfordring:
    return ut.Flytteoppfordring(
        hode=utleierhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=_lov(arbeid, "husll-9-2"),
        utloep_dato=utloep_dato,
        fraflytting=fraflytting,
        konklusjon="ny_bolig" if har_ny_bolig else "flytter",
        grunn=grunn,
    )


def begjaering(
    arbeid: Arbeid,
    grunnlag: ut.Fravikelsesgrunn,
    til: str,
    varsel_dato: date,
    sosialvarsel_dato: date | None,
    *,
    krav: tuple[ut.Kravpost, ...] = (),
    opphoert_dato: date | None = None,
    vedlegg: tuple[str, ...] = (),
) -> ut.Begjaering:
    """The request; `til` is namsmyndigheten, or the court when the lease was ended for a breach."""
    soeknad = arbeid.sak.soeknad
    return ut.Begjaering(
        hode=utleierhode(arbeid),
        mottaker=Mottaker(navn=til, adresselinjer=(), paa_vegne_av=None, rolle=None),
        regler=_lov(arbeid, "tvangsl-4-18", _FRAVIKELSE[grunnlag], "tvangsl-13-6"),
        saksoeker=arbeid.innstillinger()["utleier"] or "",
        saksoekte=tuple((p.navn, p.foedselsdato) for p in soeknad.soekere),
        bolig_adresse=bolig_adresse(arbeid),
        grunnlag=grunnlag,
        avtale_dato=leiekontrakt(arbeid).skrevet_tidspunkt.date(),
        varsel_dato=varsel_dato,
        sosialvarsel_dato=sosialvarsel_dato,
        har_barn=_har_barn(arbeid),
        opphoert_dato=opphoert_dato,
        andre_myndige=() if soeknad.uten_adresse_paa_papir else _andre_myndige(arbeid),
        krav=krav,
        til_sammen=summer(k.beloep for k in krav) if grunnlag == "leie" else None,
        vedlegg=vedlegg,
    )


def tom_garanti(arbeid: Arbeid, maalform: str) -> ut.Garanti:
    return ut.Garanti(hode=brevhode(arbeid, maalform), er_tom=True, utleier=arbeid.innstillinger()["utleier"] or "")


def garanti(
    arbeid: Arbeid,
    garantist: str,
    beloep: Kroner,
    gjelder: str,
    fra_dato: date,
    til_dato: date | None = None,
    vilkaar: tuple[str, ...] = (),
) -> ut.Garanti:
    return ut.Garanti(
        hode=utleierhode(arbeid),
        er_tom=False,
        utleier=arbeid.innstillinger()["utleier"] or "",
        garantist=garantist,
        leiere=tuple(p.navn for p in arbeid.sak.soeknad.soekere),
        bolig_adresse=bolig_adresse(arbeid),
        beloep=beloep,
        husleie=leiekontrakt(arbeid).husleie,
        gjelder=gjelder,
        fra_dato=fra_dato,
        til_dato=til_dato,
        vilkaar=vilkaar,
    )


def _lov(arbeid: Arbeid, *ider: str) -> Lovsitater:
    return lovsitater(arbeid, arbeid.i_dag, saken=ider)


def _har_barn(arbeid: Arbeid) -> bool:
    return any(m.er_barn(arbeid.i_dag) and m.bor != "samvaer" for m in arbeid.sak.soeknad.husstand)


def _andre_myndige(arbeid: Arbeid) -> tuple[str, ...]:
    """The others in the household who are over 18, or of unknown age and nobody's child."""
    return tuple(
        m.navn
        for m in arbeid.sak.soeknad.husstand
        if m.bor != "samvaer"
        and not m.er_barn(arbeid.i_dag)
        and (m.foedselsdato is None or alder(m.foedselsdato, arbeid.i_dag) >= MYNDIG)
    )
