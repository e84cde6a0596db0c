"""Fills the views of the letters that an act sends: from what the act says and what the case holds."""

from datetime import date

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.brevformer import (
    Anmodning,
    Foelgeark,
    Foreleggelse,
    ForeloepigSvar,
    Forhaandsvarsel,
    Opphevelse,
    Spraak,
)
from boligtildeling.casework.views.dokumenthode import brevhode, lovsitater, mottaker
from boligtildeling.domain import varsel as v
from boligtildeling.domain.vedtak import Vedtak

_OPPHEVELSESREGLER = ("fvl-16", "fvl-24", "fvl-25", "fvl-27", "fvl-28", "fvl-29", "fvl-35")


def foreloepig_svar(arbeid: Arbeid, grunn: str, svar_ventes_dato: date) -> ForeloepigSvar:
    return ForeloepigSvar(
        hode=brevhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("fvl-11a", "stjl-27")),
        soeknad_dato=arbeid.sak.mottatt_dato,
        grunn=grunn,
        svar_ventes_dato=svar_ventes_dato,
    )


def anmodning(arbeid: Arbeid, mangler: tuple[str, ...], frist: date) -> Anmodning:
    return Anmodning(
        hode=brevhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("fvl-11", "fvl-17", "boligsos-9")),
        soeknad_dato=arbeid.sak.mottatt_dato,
        mangler=mangler,
        frist=frist,
    )


def foreleggelse(arbeid: Arbeid, opplysninger: tuple[v.ForelagtOpplysning, ...], frist: date) -> Foreleggelse:
    return Foreleggelse(
        hode=brevhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("fvl-13b", "fvl-17", "fvl-18")),
        opplysninger=opplysninger,
        frist=frist,
    )


def forhaandsvarsel(arbeid: Arbeid, vedtak: Vedtak, varsel: v.Varsel) -> Forhaandsvarsel:
    return Forhaandsvarsel(
        hode=brevhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=("fvl-16", "fvl-18", "fvl-35")),
        slag=varsel.slag,
        vedtak_dato=vedtak.sendt_dato or arbeid.i_dag,
        grunn=varsel.grunn,
        frist=varsel.frist,
    )


def opphevelse(arbeid: Arbeid, vedtak: Vedtak, opphevelse: v.Opphevelse) -> Opphevelse:
    innstilling, varsel = arbeid.innstillinger(), vedtak.varsel
    return Opphevelse(
        hode=brevhode(arbeid),
        mottaker=mottaker(arbeid.sak),
        regler=lovsitater(arbeid, arbeid.i_dag, saken=_OPPHEVELSESREGLER),
        slag=opphevelse.slag,
        grunnlag=opphevelse.grunnlag,
        vedtak_dato=vedtak.sendt_dato or arbeid.i_dag,
        varsel_dato=varsel.sendt_dato if varsel and varsel.slag == opphevelse.slag else None,
        uttalelse=opphevelse.uttalelse,
        begrunnelse=opphevelse.begrunnelse,
        godkjent_av=opphevelse.av,
        klageinstans_a=innstilling["klageinstans_a"],
        klageinstans_b=innstilling["klageinstans_b"],
    )


def foelgeark(arbeid: Arbeid, spraak: Spraak) -> Foelgeark:
    """The sheet in this language; with a case it goes with the document that was kept last."""
    sak = arbeid.sak_eller_ingen
    siste = sak.dokumenter[-1] if sak and sak.dokumenter else None
    return Foelgeark(
        hode=brevhode(arbeid),
        spraak=spraak,
        brev=siste.tittel if siste else None,
        brev_dato=siste.laget_tidspunkt.date() if siste else None,
    )
