"""Fills the views of the decision: the letter, its confirmation, and the sheet for approval on paper."""

from datetime import date

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.avtaleformer import Godkjenningsark
from boligtildeling.casework.views.dokumentformer import Vedtaksbrev
from boligtildeling.casework.views.dokumenthode import brevhode, lovsitater, mottaker
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kjennetegn import barn, faerre_soverom, restanse
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.vedtak import DELER, Vedtak

_KLAGE = ("fvl-18", "fvl-19", "fvl-24", "fvl-25", "fvl-27", "fvl-28", "fvl-29", "fvl-32", "fvl-36", "fvl-42")
_IKKE_SKREVET = "Vedtaket er ikke skrevet, så det er ingenting å skrive ut."


def vedtaksbrev(arbeid: Arbeid, g: Grunnlag, muntlig_dato: date | None = None) -> Vedtaksbrev:
    """The decision as it stands, marked as a draft until it is sent; `muntlig_dato` makes it the confirmation."""
    sak, innstilling = arbeid.sak, arbeid.innstillinger()
    vedtak = _vedtak(sak)
    dag = vedtak.sendt_dato or arbeid.i_dag
    return Vedtaksbrev(
        hode=brevhode(arbeid),
        mottaker=mottaker(sak),
        er_utkast=not vedtak.er_sendt,
        soeknad_dato=sak.mottatt_dato,
        soeknadstype=sak.soeknad.soeknadstype,
        innhold=vedtak.innhold,
        kontraktsvalg=vedtak.kontraktsvalg_ved_sending or sak.kontraktsvalg,
        oppfoelgingsplan=sak.oppfoelgingsplan,
        restanse=g.restanse,
        restanseplan=sak.oekonomiplan.restanse if sak.oekonomiplan and restanse(g) else None,
        har_barn=barn(g),
        faerre_soverom=faerre_soverom(g),
        alternativer_vurdert=_svarte_ja(sak, "KAR-4"),
        forelagt=_svarte_ja(sak, "KAR-9"),
        vedlegg=() if sak.soeknad.uten_adresse_paa_papir else tuple(v.tittel for v in sak.soeknad.vedlegg),
        godkjent_av=vedtak.godkjent_av,
        regler=_regler(arbeid, g, vedtak, dag),
        klageinstans_a=innstilling["klageinstans_a"],
        klageinstans_b=innstilling["klageinstans_b"],
        muntlig_dato=muntlig_dato,
    )


def bekreftelse(arbeid: Arbeid, g: Grunnlag) -> Vedtaksbrev:
    """The written confirmation of a decision that was given by word of mouth (forvaltningsloven §§ 23 og 27)."""
    vedtak = _vedtak(arbeid.sak)
    if vedtak.maate != "muntlig" or vedtak.sendt_dato is None:
        nekt("VEDTAK", "Vedtaket er ikke gitt muntlig, så det er ingenting å bekrefte.")
    return vedtaksbrev(arbeid, g, muntlig_dato=vedtak.sendt_dato)


def godkjenningsark(arbeid: Arbeid, g: Grunnlag) -> Godkjenningsark:
    """What a second person signs: exactly this edition of the decision, part by part."""
    vedtak = _vedtak(arbeid.sak)
    return Godkjenningsark(
        hode=brevhode(arbeid),
        er_tom=False,
        utgave=arbeid.sak.versjon,
        utfall=vedtak.innhold.utfall,
        boligsosial=vedtak.innhold.boligsosial.konklusjon,
        antall_vilkaar=len(vedtak.innhold.vilkaar),
        deler=vedtak.innhold.deler,
        forfattere=vedtak.forfattere,
    )


def tomt_godkjenningsark(arbeid: Arbeid, maalform: str) -> Godkjenningsark:
    return Godkjenningsark(hode=brevhode(arbeid, maalform), er_tom=True, deler=DELER)


def _vedtak(sak: Sak) -> Vedtak:
    vedtak = sak.gjeldende_vedtak
    if vedtak is None:
        nekt("VEDTAK", _IKKE_SKREVET)
    return vedtak


def _regler(arbeid: Arbeid, g: Grunnlag, vedtak: Vedtak, dag: date) -> tuple[tuple[str, str], ...]:
    retningslinjer = ("b", arbeid.innstillinger()["retningslinjer"] or "")
    om: dict[str, tuple[str, ...]] = {}
    if barn(g):
        om["barn"] = ("barnekonvensjonen-3", "barnekonvensjonen-12")
    if vedtak.innhold.utfall == "innvilget":
        om["kontrakt"] = ("husll-9-1", "husll-9-3", "husll-11-1-6")
    if vedtak.innhold.vilkaar and vedtak.innhold.er_innvilgelse:
        om["vilkaar"] = ("vilkaarslaeren",)
    del_a = lovsitater(arbeid, dag, a=("boligsos-4", "boligsos-6", "boligsos-7"))
    return (*del_a, retningslinjer, *lovsitater(arbeid, dag, **om, klage=_KLAGE))


def _svarte_ja(sak: Sak, kode: str) -> bool:
    svar = sak.svar.get(kode)
    return svar is not None and svar.innhold.svar == "ja"
