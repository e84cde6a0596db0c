"""The decision: draft, approval by a second person, back with reasons, sent."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.adgang import krev_adgang
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.casework.grunnlag import bygg_grunnlag, krev_habil
from boligtildeling.casework.kopi import som
from boligtildeling.domain.base import omformer
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Feilliste, Sperre, Sperret, nekt
from boligtildeling.domain.kjennetegn import behov_for_oppfoelging
from boligtildeling.domain.krav import Antall, DatoTilNaa, Fritekst
from boligtildeling.domain.porter import sperrer_for_port
from boligtildeling.domain.tilgang import ADGANG, ADRESSESPERRE
from boligtildeling.domain.vedtak import Sendemaate, Vedtak, Vedtaksdel, Vedtaksinnhold

DELNAVN = {"konklusjon": "konklusjonen", "begrunnelse": "begrunnelsen", "vilkaar": "vilkårene", "klage": "klagedelen"}


@dataclass(frozen=True, kw_only=True, repr=False)
class SkrivVedtak(Sakskommando, Vedtaksinnhold):
    """The draft as it reads now; any part may still be empty."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendTilGodkjenning(Sakskommando):
    """To a second person (gate V)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Papirgodkjenning:
    """A sheet of approval that someone has signed: who, and the day that stands on it."""

    godkjenner: Brukernavn
    dato: DatoTilNaa


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GodkjennVedtak(Sakskommando):
    """Approval by a second person, who names every part they have opened; or a signed sheet that is registered."""

    kontrollert: Annotated[
        tuple[Vedtaksdel, ...],
        Antall("Delene godkjenneren har åpnet: konklusjon, begrunnelse, klage, og vilkaar når det er noen.", maks=4),
    ]
    paa_papir: Papirgodkjenning | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReturnerVedtak(Sakskommando):
    """Back to the writer, with reasons."""

    grunner: Annotated[tuple[Fritekst, ...], Antall("Hva som må endres.", minst=1, maks=50)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendVedtak(Sakskommando):
    """The decision goes out (gate G)."""

    maate: Sendemaate
    dato: DatoTilNaa


def _proev_utkast(arbeid: Arbeid, k: SkrivVedtak, feil: Feilliste) -> None:
    sett: set[str] = set()
    for nr, vilkaar in enumerate(k.vilkaar):
        feil.krev(vilkaar.kode not in sett, f"/vilkaar/{nr}/kode", "Vilkårets kode står to ganger.")
        sett.add(vilkaar.kode)


@handling(SkrivVedtak, navn="skriv_vedtak", tittel="Skriv vedtak", hendelse="VedtakSkrevet", proever=_proev_utkast)
def skriv_vedtak(arbeid: Arbeid, k: SkrivVedtak) -> dict[str, Any]:
    """Saves the draft at any time; a draft that was approved must be approved again.

    After a decision is reversed, this begins the new one.
    """
    innhold = som(Vedtaksinnhold, k)
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.er_sendt and vedtak.status != "omgjort":
        nekt("VEDTAK", "Vedtaket er sendt og kan ikke skrives om.")
    if vedtak is None or vedtak.status == "omgjort":
        nummer = len(arbeid.sak.vedtak) + 1
        vedtak = Vedtak(nummer=nummer, status="utkast", innhold=innhold, forfattere=(arbeid.bruker.navn,))
        arbeid.sak.vedtak.append(vedtak)
    else:
        arbeid.foer = {"felt": "vedtak", "verdi": omformer().unstructure(vedtak.innhold)}
        vedtak.innhold = innhold
        vedtak.forfattere = tuple(dict.fromkeys((*vedtak.forfattere, arbeid.bruker.navn)))
        if vedtak.status != "utkast":
            arbeid.advar("Vedtaket var sendt til godkjenning. Det må sendes til godkjenning på nytt.")
        vedtak.fall_tilbake()
    return {"status": vedtak.status}


@handling(
    SendTilGodkjenning,
    navn="send_til_godkjenning",
    tittel="Send til godkjenning",
    hendelse="VedtakSendtTilGodkjenning",
)
def send_til_godkjenning(arbeid: Arbeid, k: SendTilGodkjenning) -> dict[str, Any]:
    """To a second person, when nothing stands in gate V."""
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.status != "utkast":
        nekt("ALLEREDE", "Vedtaket er allerede sendt til godkjenning." if not vedtak.er_sendt else "Vedtaket er sendt.")
    _krev_aapen_port(arbeid, "V")
    if vedtak is None:
        nekt("VEDTAK", "Vedtaket er ikke skrevet.")
    arbeid.foer = {"status": vedtak.status}
    vedtak.status, vedtak.returgrunner = "til_godkjenning", ()
    return {"status": vedtak.status}


@handling(
    GodkjennVedtak,
    navn="godkjenn_vedtak",
    tittel="Godkjenn vedtaket",
    hendelse="VedtakGodkjent",
)
def godkjenn_vedtak(arbeid: Arbeid, k: GodkjennVedtak) -> dict[str, Any]:
    """Approval by someone who has not written any edition of it, and who has opened each part (VED-6)."""
    vedtak = _til_godkjenning(arbeid)
    godkjenner = arbeid.bruker if k.paa_papir is None else _paa_papir(arbeid, k.paa_papir)
    sperrer = [*_mangler_i_kontrollen(godkjenner, vedtak, k.kontrollert)]
    if not vedtak.er_sendt:
        grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
        sperrer += sperrer_for_port(grunnlag, "V")
    if sperrer:
        raise Sperret(*sperrer)
    if not vedtak.er_sendt:
        arbeid.foer = {"status": vedtak.status}
        vedtak.status = "godkjent"
    vedtak.godkjent_av, vedtak.godkjent_tidspunkt = godkjenner.navn, arbeid.naa
    vedtak.kontrollert = tuple(k.kontrollert)
    return {"status": vedtak.status}


@handling(ReturnerVedtak, navn="returner_vedtak", tittel="Returner vedtaket", hendelse="VedtakReturnert")
def returner_vedtak(arbeid: Arbeid, k: ReturnerVedtak) -> dict[str, Any]:
    """Back to a draft, with the reasons for the writer to read."""
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is None or vedtak.status not in {"til_godkjenning", "godkjent"}:
        nekt("STEG", "Vedtaket er ikke sendt til godkjenning.")
    if arbeid.bruker.navn in vedtak.forfattere:
        nekt("VED-6", "Du har skrevet vedtaket. En annen må kontrollere det.", KOMMUNENS_REGEL, "godkjenner")
    vedtak.fall_tilbake()
    vedtak.returgrunner = tuple(k.grunner)
    return {"status": vedtak.status}


def _proev_sending(arbeid: Arbeid, k: SendVedtak, feil: Feilliste) -> None:
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.godkjent_tidspunkt is not None:
        feil.krev(k.dato >= vedtak.godkjent_tidspunkt.date(), "/dato", "Datoen er før vedtaket ble godkjent.")


@handling(SendVedtak, navn="send_vedtak", tittel="Send vedtaket", hendelse="VedtakSendt", proever=_proev_sending)
def send_vedtak(arbeid: Arbeid, k: SendVedtak) -> dict[str, Any]:
    """The decision goes out, and the letter is kept as it was sent; V points are frozen from now on.

    Hjemmel: forvaltningsloven §§ 23 og 27.
    """
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.er_sendt:
        nekt("ALLEREDE", "Vedtaket er allerede sendt.")
    grunnlag = _krev_aapen_port(arbeid, "G")
    if vedtak is None:
        nekt("VEDTAK", "Vedtaket er ikke skrevet.")
    if arbeid.sak.hasteloep is None and vedtak.status != "godkjent":
        nekt("VED-6", "Vedtaket er ikke godkjent av en annen enn den som skrev det.", loeses_av="godkjenner")
    vedtak.status, vedtak.sendt_dato, vedtak.maate = "sendt", k.dato, k.maate
    vedtak.sendt_av = arbeid.bruker.navn
    vedtak.oppfoelging_ved_sending = behov_for_oppfoelging(grunnlag)
    vedtak.kontraktsvalg_ved_sending = arbeid.sak.kontraktsvalg
    if k.maate == "muntlig":
        arbeid.advar("Bekreft vedtaket skriftlig så snart som mulig (fvl. §§ 23 og 27).")
    arbeid.session.flush()
    return {"status": vedtak.status, "dokument": lag_og_lagre(arbeid, "vedtak")}


def _til_godkjenning(arbeid: Arbeid) -> Vedtak:
    vedtak = arbeid.sak.gjeldende_vedtak
    venter = vedtak is not None and vedtak.status == "til_godkjenning"
    etterkontroll = (
        vedtak is not None and vedtak.er_sendt and vedtak.godkjent_av is None and arbeid.sak.hasteloep is not None
    )
    if vedtak is None or not (venter or etterkontroll):
        if vedtak is not None and vedtak.godkjent_av is not None:
            nekt("ALLEREDE", "Vedtaket er allerede godkjent.")
        nekt("STEG", "Vedtaket er ikke sendt til godkjenning.")
    return vedtak


def _paa_papir(arbeid: Arbeid, ark: Papirgodkjenning) -> Bruker:
    """The one who signed the sheet, when the kommune approves on paper at all."""
    if arbeid.innstillinger()["godkjenning_paa_papir"] != "ja":
        nekt("VED-6", "Kommunen godkjenner ikke vedtak på papir. Det er en innstilling.", loeses_av="teamleder")
    godkjenner = arbeid.session.get(Bruker, ark.godkjenner)
    if godkjenner is None or not godkjenner.er_aktiv:
        nekt("VED-6", "Den som har godkjent på papir, er ikke bruker her.", loeses_av="teamleder")
    krev_adgang(godkjenner, ADGANG["godkjenn_vedtak"])
    krev_habil(arbeid.session, arbeid.sak, godkjenner, selv=False)
    if arbeid.sak.er_skjermet and godkjenner.navn not in {t.bruker for t in arbeid.sak.tilganger}:
        nekt("HABILITET", "Den som har godkjent på papir, er ikke navngitt på saken.", ADRESSESPERRE)
    return godkjenner


def _mangler_i_kontrollen(godkjenner: Bruker, vedtak: Vedtak, kontrollert: tuple[str, ...]) -> list[Sperre]:
    if godkjenner.navn in vedtak.forfattere:
        grunn = "Du har skrevet vedtaket. En annen må godkjenne det."
        return [Sperre("VED-6", grunn, loeses_av="godkjenner")]
    uaapnet = [DELNAVN[d] for d in vedtak.innhold.deler if d not in kontrollert]
    if not uaapnet:
        return []
    return [Sperre("VED-6", f"Åpne {', '.join(uaapnet)} før du godkjenner.", loeses_av="godkjenner")]


def _krev_aapen_port(arbeid: Arbeid, port: Literal["V", "G"]) -> Any:
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    if sperrer := sperrer_for_port(grunnlag, port):
        raise Sperret(*sperrer)
    return grunnlag
