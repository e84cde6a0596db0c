"""Undoing: a new act with a reason that puts back what an earlier one changed; never a deletion."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.angrbarhet import hindre
from boligtildeling.casework.boforhold.angring import ANGRER as ANGRER_I_BOFORHOLDET
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import krev_at_kan_ha_saken
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.historikk import linje_nummer, linjene
from boligtildeling.casework.planer import godkjenning_faller_bort
from boligtildeling.casework.sjekkpunkt import krev_ikke_frosset, sett_svar
from boligtildeling.domain.base import omformer
from boligtildeling.domain.dokumentasjon import Svarinnhold
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.kontrakt import Tilbud
from boligtildeling.domain.krav import Fritekst
from boligtildeling.domain.planer import Kontraktsvalg, Oekonomiplan, Oppfoelgingsplan
from boligtildeling.domain.porter import ikke_ledig
from boligtildeling.domain.sak import PaaVent
from boligtildeling.domain.vedtak import Vedtaksinnhold, Vilkaarskontroll


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Angre(Sakskommando):
    """Undoes an earlier act by the number of its line in the history."""

    hendelse: int
    grunn: Fritekst


def _gjenopprett_svar(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    punkt = arbeid.rammer.liste_for(arbeid.session, arbeid.sak.sjekkliste_versjon).finn(foer["kode"])
    if punkt is None:
        raise LookupError(foer["kode"])
    krev_ikke_frosset(arbeid, punkt)
    sett_svar(arbeid, punkt, omformer().structure(foer["svar"], Svarinnhold) if foer["svar"] else None)


def _gjenopprett_felt(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    typer: dict[str, type] = {
        "oekonomiplan": Oekonomiplan,
        "oppfoelgingsplan": Oppfoelgingsplan,
        "kontraktsvalg": Kontraktsvalg,
    }
    if arbeid.sak.vedtak_er_sendt:
        nekt("STEG", "Vedtaket er sendt. Lagre planen på nytt i stedet.")
    felt, verdi = foer["felt"], foer["verdi"]
    setattr(arbeid.sak, felt, omformer().structure(verdi, typer[felt]) if verdi is not None else None)
    godkjenning_faller_bort(arbeid)


def _gjenopprett_vedtak(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is None or vedtak.er_sendt:
        nekt("STEG", "Vedtaket er sendt og kan ikke angres.")
    vedtak.innhold = omformer().structure(foer["verdi"], Vedtaksinnhold)
    vedtak.forfattere = tuple(dict.fromkeys((*vedtak.forfattere, arbeid.bruker.navn)))
    vedtak.fall_tilbake()


def _gjenopprett_kjennetegn(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    arbeid.sak.kjennetegn = frozenset(foer["kjennetegn"])


def _fjern_unntak(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    punkt = arbeid.rammer.liste_for(arbeid.session, arbeid.sak.sjekkliste_versjon).finn(foer["kode"])
    if punkt is not None:
        krev_ikke_frosset(arbeid, punkt)
    arbeid.sak.unntak.pop(foer["kode"], None)


def _gjenopprett_tilbud(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    tilbud = arbeid.session.get_one(Tilbud, foer["tilbud"])
    if arbeid.sak.kontrakt is not None:
        nekt("STEG", "Kontrakten er skrevet. Annuller den først.")
    if any(t.gjelder(arbeid.i_dag) for t in arbeid.sak.tilbud if t is not tilbud):
        nekt("ALLEREDE", "Søker har et nyere tilbud.")
    tilbud.status, tilbud.svar_dato, tilbud.grunn = "tilbudt", None, None
    _krev_at_boligen_er_fri(arbeid)


def _trekk_tilbud(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    tilbud = arbeid.session.get_one(Tilbud, foer["tilbud"])
    if tilbud.status != "tilbudt":
        nekt("STEG", "Tilbudet er besvart. Angre svaret først.")
    tilbud.status, tilbud.grunn = "trukket", "Angret."


def _gjenopprett_status(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is None or vedtak.er_sendt:
        nekt("STEG", "Vedtaket er sendt og kan ikke angres.")
    if vedtak.status != {"utkast": "til_godkjenning", "til_godkjenning": "godkjent"}[foer["status"]]:
        nekt("STEG", "Vedtaket er endret siden, så det er ikke noe å angre.")
    vedtak.fall_tilbake()
    vedtak.status = foer["status"]


def _lukk_hasteloep(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    if arbeid.sak.vedtak_er_sendt:
        nekt("STEG", "Vedtaket er sendt i hasteløpet, som derfor ikke kan angres.")
    arbeid.sak.hasteloep = None


def _gjenopprett_vilkaar(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is None or (arbeid.sak.kontrakt is not None and arbeid.sak.kontrakt.er_signert):
        nekt("STEG", "Kontrakten er signert. Kontrollen er låst.")
    andre = {kode: v for kode, v in vedtak.vilkaarskontroll.items() if kode != foer["vilkaar"]}
    gammel = {foer["vilkaar"]: omformer().structure(foer["kontroll"], Vilkaarskontroll)} if foer["kontroll"] else {}
    vedtak.vilkaarskontroll = andre | gammel


def _gjenopprett_vent(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    arbeid.sak.paa_vent = omformer().structure(foer["paa_vent"], PaaVent) if foer["paa_vent"] else None


def _gjenopprett_avslutning(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    arbeid.sak.avslutning = None
    if foer.get("leieforhold_loep") and arbeid.sak.leieforhold is not None:
        arbeid.sak.leieforhold.opphoert_dato = None
    _krev_at_boligen_er_fri(arbeid)


def _krev_at_boligen_er_fri(arbeid: Arbeid) -> None:
    """What is put back may not take a dwelling that has been promised to someone else since."""
    arbeid.session.flush()
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    if grunnlag.bolig is not None and (grunnlag.opptatt_av or grunnlag.bolig.holdes_tilbake):
        raise Sperret(ikke_ledig(grunnlag.bolig.boligid))


def _gjenopprett_ansvarlig(arbeid: Arbeid, foer: dict[str, Any]) -> None:
    krev_at_kan_ha_saken(arbeid, foer["ansvarlig"])
    arbeid.sak.ansvarlig = foer["ansvarlig"]


_ANGRER: dict[str, Callable[[Arbeid, dict[str, Any]], None]] = {
    "kryss_av": _gjenopprett_svar,
    "lagre_oekonomiplan": _gjenopprett_felt,
    "lagre_oppfoelgingsplan": _gjenopprett_felt,
    "velg_kontraktstype": _gjenopprett_felt,
    "skriv_vedtak": _gjenopprett_vedtak,
    "sett_kjennetegn": _gjenopprett_kjennetegn,
    "gi_unntak": _fjern_unntak,
    "svar_paa_tilbud": _gjenopprett_tilbud,
    "tilby_bolig": _trekk_tilbud,
    "send_til_godkjenning": _gjenopprett_status,
    "godkjenn_vedtak": _gjenopprett_status,
    "aapne_hasteloep": _lukk_hasteloep,
    "kontroller_vilkaar": _gjenopprett_vilkaar,
    "sett_paa_vent": _gjenopprett_vent,
    "ta_opp_igjen": _gjenopprett_vent,
    "trekk_soeknad": _gjenopprett_avslutning,
    "avslutt_sak": _gjenopprett_avslutning,
    "overta_sak": _gjenopprett_ansvarlig,
    "tildel_sak": _gjenopprett_ansvarlig,
    **ANGRER_I_BOFORHOLDET,
}


ANGRBARE = frozenset(_ANGRER)
"""The acts that can be undone."""


def _proev_angre(arbeid: Arbeid, k: Angre, feil: Feilliste) -> None:
    feil.krev(
        linje_nummer(arbeid.session, arbeid.sak.saksnummer, k.hendelse) is not None,
        "/hendelse",
        "Hendelsen finnes ikke i denne saken.",
    )


@handling(Angre, navn="angre", tittel="Angre", hendelse="HandlingAngret", proever=_proev_angre, etter_avslutning=True)
def angre(arbeid: Arbeid, k: Angre) -> dict[str, Any]:
    """Puts back what an act changed, when nothing later builds on it; the history keeps both."""
    linjer = linjene(arbeid.session, arbeid.sak.saksnummer)
    hendelse, hinder = linjer[k.hendelse - 1], hindre(linjer, ANGRBARE)[k.hendelse - 1]
    if hinder is not None:
        raise Sperret(hinder)
    foer: dict[str, Any] = hendelse.data["foer"]
    if arbeid.sak.avslutning is not None and hendelse.handling not in {"avslutt_sak", "trekk_soeknad"}:
        nekt("AVSLUTTET", "Saken er avsluttet.")
    _ANGRER[hendelse.handling](arbeid, foer)
    arbeid.logg = replace(k, hendelse=hendelse.id)
    return {"angret": k.hendelse}
