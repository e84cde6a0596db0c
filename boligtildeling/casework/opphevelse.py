"""How a decision that is sent comes to an end: warned of, reversed, lapsed; and confirmed when it was only spoken."""

from dataclasses import dataclass
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.brev import krev_fersk_adressekontroll
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.views import dokument_brev
from boligtildeling.domain.base import omformer
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import KOMMUNENS_REGEL, nekt
from boligtildeling.domain.krav import Fritekst, KommendeDato
from boligtildeling.domain.varsel import Omgjoeringsgrunn, Opphevelse, Opphevelsesslag, Varsel, krever_varsel
from boligtildeling.domain.vedtak import Sendemaate, Vedtak


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendForhaandsvarsel(Sakskommando):
    """That the decision may be reversed or lapse, and by when the party may speak (forvaltningsloven § 16)."""

    slag: Opphevelsesslag
    grunn: Fritekst
    frist: KommendeDato
    maate: Sendemaate = "post"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OmgjoerVedtak(Sakskommando):
    """The decision no longer counts, and a new one is to be made (forvaltningsloven § 35)."""

    grunnlag: Omgjoeringsgrunn
    begrunnelse: Fritekst
    uttalelse: Fritekst | None = None
    maate: Sendemaate = "post"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LaVedtakFalleBort(Sakskommando):
    """Part B of the decision lapses since what it was built on is no longer so."""

    begrunnelse: Fritekst
    uttalelse: Fritekst | None = None
    maate: Sendemaate = "post"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BekreftMuntligVedtak(Sakskommando):
    """The decision that was given by word of mouth, in writing (forvaltningsloven §§ 23 og 27)."""

    maate: Sendemaate = "post"


@handling(
    SendForhaandsvarsel, navn="send_forhaandsvarsel", tittel="Send forhåndsvarsel", hendelse="ForhaandsvarselSendt"
)
def send_forhaandsvarsel(arbeid: Arbeid, k: SendForhaandsvarsel) -> dict[str, Any]:
    """Warns the party of what may happen to the decision; a newer warning takes the place of an earlier one.

    Hjemmel: forvaltningsloven § 16.
    """
    vedtak = _vedtak_som_staar(arbeid)
    krev_fersk_adressekontroll(arbeid)
    arbeid.foer = {"varsel": omformer().unstructure(vedtak.varsel) if vedtak.varsel else None}
    vedtak.varsel = Varsel(
        slag=k.slag, grunn=k.grunn, sendt_dato=arbeid.i_dag, frist=k.frist, sendt_av=arbeid.bruker.navn
    )
    visning = dokument_brev.forhaandsvarsel(arbeid, vedtak, vedtak.varsel)
    return {"dokument": lag_og_lagre(arbeid, "forhaandsvarsel", visning)}


@handling(OmgjoerVedtak, navn="omgjoer_vedtak", tittel="Omgjør vedtaket", hendelse="VedtakOmgjort")
def omgjoer_vedtak(arbeid: Arbeid, k: OmgjoerVedtak) -> dict[str, Any]:
    """Ends the decision, so that a new one can be written. Not by whoever wrote the warning, or the decision.

    Hjemmel: forvaltningsloven § 35.
    """
    return _opphev(arbeid, "omgjoering", k.grunnlag, k)


@handling(LaVedtakFalleBort, navn="la_vedtak_falle_bort", tittel="La vedtaket falle bort", hendelse="VedtakFaltBort")
def la_vedtak_falle_bort(arbeid: Arbeid, k: LaVedtakFalleBort) -> dict[str, Any]:
    """Ends part B of the decision, after a warning; part A stands. Not by whoever wrote the warning.

    Hjemmel: forvaltningsloven §§ 16 og 35.
    """
    return _opphev(arbeid, "bortfall", None, k)


@handling(
    BekreftMuntligVedtak,
    navn="bekreft_muntlig_vedtak",
    tittel="Bekreft muntlig vedtak",
    hendelse="MuntligVedtakBekreftet",
)
def bekreft_muntlig_vedtak(arbeid: Arbeid, k: BekreftMuntligVedtak) -> dict[str, Any]:
    """Sends the decision in writing; only one that was given by word of mouth.

    Hjemmel: forvaltningsloven §§ 23 og 27.
    """
    krev_fersk_adressekontroll(arbeid)
    return {"dokument": lag_og_lagre(arbeid, "bekreftelse-muntlig-vedtak")}


def _opphev(
    arbeid: Arbeid, slag: Opphevelsesslag, grunnlag: Omgjoeringsgrunn | None, k: OmgjoerVedtak | LaVedtakFalleBort
) -> dict[str, Any]:
    vedtak = _vedtak_som_staar(arbeid)
    _krev_varslet(arbeid, vedtak, slag, grunnlag, k.uttalelse)
    _krev_en_annen(arbeid, vedtak, slag)
    krev_fersk_adressekontroll(arbeid)
    opphevelse = Opphevelse(
        slag=slag,
        grunnlag=grunnlag,
        begrunnelse=k.begrunnelse,
        uttalelse=k.uttalelse,
        dato=arbeid.i_dag,
        av=arbeid.bruker.navn,
    )
    arbeid.foer = {"status": vedtak.status}
    vedtak.opphevelse, vedtak.status = opphevelse, "omgjort" if slag == "omgjoering" else "bortfalt"
    tilbud = arbeid.sak.aktivt_tilbud(arbeid.i_dag)
    if tilbud is not None:
        tilbud.status, tilbud.grunn = "trukket", "Vedtaket er omgjort eller falt bort."
        arbeid.endret.add(tilbud.boligid)
    if slag == "omgjoering":
        arbeid.advar("Skriv et nytt vedtak. Sjekkpunktene kan endres når utkastet er lagret.")
    visning = dokument_brev.opphevelse(arbeid, vedtak, opphevelse)
    return {"status": vedtak.status, "dokument": lag_og_lagre(arbeid, slag, visning)}


def _vedtak_som_staar(arbeid: Arbeid) -> Vedtak:
    """The decision that is sent and counts, and that no lease is built on."""
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is None or not vedtak.er_sendt:
        nekt("VEDTAK", "Vedtaket er ikke sendt. Skriv det om i stedet.")
    if vedtak.status != "sendt":
        nekt("ALLEREDE", "Vedtaket er allerede omgjort eller falt bort.")
    if arbeid.sak.kontrakt is not None:
        nekt("STEG", "Kontrakten er skrevet. Annuller den først.", "husleieloven § 1-2")
    return vedtak


def _krev_varslet(
    arbeid: Arbeid,
    vedtak: Vedtak,
    slag: Opphevelsesslag,
    grunnlag: Omgjoeringsgrunn | None,
    uttalelse: str | None,
) -> None:
    """The party is warned of exactly this, and has answered or had the time to."""
    if not krever_varsel(slag, grunnlag):
        return
    varsel, hjemmel = vedtak.varsel, "forvaltningsloven § 16"
    if varsel is None or varsel.slag != slag:
        nekt("VEDTAK", "Søkeren er ikke varslet. Send forhåndsvarsel først.", hjemmel)
    if uttalelse is None and arbeid.i_dag <= varsel.frist:
        nekt("VEDTAK", f"Søkeren har frist til {vis_dato(varsel.frist)}, og har ikke svart.", hjemmel)


def _krev_en_annen(arbeid: Arbeid, vedtak: Vedtak, slag: Opphevelsesslag) -> None:
    """Every decision has two persons behind it (VED-6): one who warned or wrote, and another who decides."""
    varslet = vedtak.varsel is not None and vedtak.varsel.slag == slag
    foerste = (vedtak.varsel.sendt_av,) if vedtak.varsel and varslet else vedtak.forfattere
    if arbeid.bruker.navn in foerste:
        grunn = "Du har skrevet varselet eller vedtaket. En annen må avgjøre dette."
        nekt("VED-6", grunn, KOMMUNENS_REGEL, "godkjenner")
