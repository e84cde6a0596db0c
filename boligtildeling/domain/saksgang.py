"""Where a case stands on its road, and what it must answer to when."""

from datetime import date

from boligtildeling.domain.boforhold.frister import boforholdsfrister
from boligtildeling.domain.boforhold.klage import svarfrist
from boligtildeling.domain.frist import (
    flytteoppfordring,
    foreloepig_svar_frist,
    kommunens_frist,
    legg_til_virkedager,
)
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.porter import sperrer_for_port, utsatt_i_hasteloep
from boligtildeling.domain.sak import INGEN_FRIST, Sak, Sakssteg

MAAL_VEDTAK_TIL_TILDELING_MAANEDER = 1
KONTROLL_VIRKEDAGER = 2
ETTER_NOEKKEL = frozenset({"innflyttet", "flyttet", "doed", "omgjort_etter_klage"})


def steg(g: Grunnlag) -> Sakssteg:
    """The step that the case is at: the first one that is not finished (fagdokumentet § 1)."""
    sak = g.sak
    if sak.avslutning is not None:
        return "avsluttet"
    if sak.noekkel_er_utlevert:
        return "boforhold"
    if not sak.vedtak_er_sendt:
        return "vedtak" if _vedtak_er_i_arbeid(g) else "kartlegging"
    vedtak = sak.gjeldende_vedtak
    if vedtak is None or not vedtak.gir_bolig:
        return "vedtak"
    kontrakt = sak.kontrakt
    if kontrakt is not None and kontrakt.er_signert:
        return "noekkel" if sak.gir_ny_innflytting else "boforhold"
    if kontrakt is not None or not sak.gir_ny_innflytting or any(t.status == "ja" for t in sak.tilbud):
        return "kontrakt"
    return "tildeling"


def _vedtak_er_i_arbeid(g: Grunnlag) -> bool:
    vedtak = g.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.status in {"til_godkjenning", "godkjent"}:
        return True
    return all(s.kode.startswith("VED-") for s in sperrer_for_port(g, "V"))


def frister(g: Grunnlag) -> dict[str, date]:
    """The deadlines that run now, by name; each is the day it must be done by."""
    sak, funn = g.sak, {}
    if not sak.vedtak_er_sendt and sak.avslutning is None and sak.foreloepig_svar_dato is None:
        funn["foreloepig_svar"] = foreloepig_svar_frist(sak.mottatt_dato)
    tilbud = sak.aktivt_tilbud(g.i_dag)
    if tilbud is not None and tilbud.status == "tilbudt":
        funn["svar_paa_tilbud"] = tilbud.frist
    kontrakt = sak.kontrakt
    if kontrakt is not None and not sak.noekkel_er_utlevert:
        funn["foerste_husleie"] = kontrakt.foerste_forfall
        funn["overtakelse"] = kontrakt.overtakelse_dato
    if sak.avslutning is None and sak.leieforhold is not None:
        funn |= boforholdsfrister(sak.leieforhold, sak.oppfoelgingsplan, g.i_dag)
    elif sak.avslutning is None and (oppfordring := siste_dag_for_flytteoppfordring(sak)) is not None:
        funn["flytteoppfordring"] = oppfordring
    if klagefrister := [dag for klage in sak.klager if (dag := svarfrist(klage)) is not None]:
        funn["klage"] = min(klagefrister)
    if sak.paa_vent is not None:
        funn["paa_vent"] = sak.paa_vent.til_dato
    vedtak = sak.gjeldende_vedtak
    if vedtak is not None and vedtak.gir_bolig and vedtak.sendt_dato and kontrakt is None and tilbud is None:
        funn["tildeling"] = kommunens_frist(vedtak.sendt_dato, maaneder=MAAL_VEDTAK_TIL_TILDELING_MAANEDER)
    if sak.hasteloep is None:
        return funn
    if vedtak is not None and vedtak.er_sendt and vedtak.sendt_dato and vedtak.godkjent_av is None:
        funn["kontroll_av_vedtak"] = legg_til_virkedager(vedtak.sendt_dato, KONTROLL_VIRKEDAGER)
    if utsatt_i_hasteloep(g):
        funn["hasteloep"] = sak.hasteloep.frist
    return funn


def siste_dag_for_flytteoppfordring(sak: Sak) -> date | None:
    """The last working day to ask the tenant to move, should the tenancy end; None when it has no end or not begun.

    Hjemmel: husleieloven § 9-2.
    """
    kontrakt = sak.kontrakt
    if kontrakt is None or kontrakt.til_dato is None or not _bor_i_boligen(sak):
        return None
    return flytteoppfordring(kontrakt.til_dato).siste_trygge_dag


def _bor_i_boligen(sak: Sak) -> bool:
    """The tenancy has begun."""
    kontrakt = sak.kontrakt
    gjelder_boligen_soeker_bor_i = not sak.gir_ny_innflytting and kontrakt is not None and kontrakt.er_signert
    return sak.noekkel_er_utlevert or gjelder_boligen_soeker_bor_i


def neste_frist(g: Grunnlag) -> date:
    """The nearest deadline, an open task's included; `INGEN_FRIST` when there is none."""
    alle = [*frister(g).values(), *(o.frist for o in g.sak.oppgaver if not o.er_ferdig)]
    return min(alle, default=INGEN_FRIST)


def kan_angi_avslutning(sak: Sak, utfall: str) -> str | None:
    """Why the case cannot end this way; None when it can."""
    vedtak, kontrakt = sak.gjeldende_vedtak, sak.kontrakt
    if sak.noekkel_er_utlevert and utfall not in ETTER_NOEKKEL:
        return "Nøkkelen er utlevert, så saken kan ikke avsluttes slik."
    if utfall == "innflyttet" and not sak.gir_ny_innflytting and not (kontrakt and kontrakt.er_signert):
        return "Saken kan ikke avsluttes som innflyttet før den nye kontrakten er signert."
    if utfall == "innflyttet" and not sak.noekkel_er_utlevert and sak.gir_ny_innflytting:
        return "Saken kan ikke avsluttes som innflyttet før nøkkelen er utlevert."
    if utfall in {"avslag", "avvist"} and not (vedtak and vedtak.er_sendt and vedtak.innhold.utfall == utfall):
        return "Saken kan ikke avsluttes slik før vedtaket er sendt."
    return None
