"""Letters that are sent before and beside the decision: each is made, kept and noted in one act."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.views import dokument_brev
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.krav import Antall, DatoTilNaa, Kode, KommendeDato, Setning
from boligtildeling.domain.porter import sperrer_for_sending
from boligtildeling.domain.sak import Oppgave
from boligtildeling.domain.varsel import ForelagtOpplysning
from boligtildeling.domain.vedtak import Sendemaate

LAGES_AV_EGEN_HANDLING = frozenset(
    {
        *("foreloepig-svar", "anmodning-opplysninger", "foreleggelse", "forhaandsvarsel", "omgjoering", "bortfall"),
        *("vedtak", "bekreftelse-muntlig-vedtak", "tilbud", "leieavtale", "noekkelkvittering"),
    }
)
"""The documents that are kept by the act that sends or signs them, and by no other."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SendForeloepigSvar(Sakskommando):
    """The preliminary answer: why it takes time, and when an answer can be expected (forvaltningsloven § 11 a)."""

    dato: DatoTilNaa | None = None
    maate: Sendemaate = "post"
    grunn: Setning | None = None
    svar_ventes_dato: KommendeDato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BeOmOpplysninger(Sakskommando):
    """What the application lacks, asked for with a deadline (forvaltningsloven § 11)."""

    mangler: Annotated[tuple[Setning, ...], Antall("Det som mangler, ett punkt for hver ting.", minst=1, maks=50)]
    frist: KommendeDato
    maate: Sendemaate = "post"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForeleggOpplysninger(Sakskommando):
    """What others have said, laid before the applicant (forvaltningsloven § 17)."""

    opplysninger: Annotated[
        tuple[ForelagtOpplysning, ...], Antall("Opplysningene, med hvem de er fra.", minst=1, maks=50)
    ]
    frist: KommendeDato
    maate: Sendemaate = "post"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LagDokument(Sakskommando):
    """A document of the case as it stands now, to be kept."""

    dokument: Kode


@handling(
    SendForeloepigSvar,
    navn="send_foreloepig_svar",
    tittel="Send foreløpig svar",
    hendelse="ForeloepigSvarSendt",
)
def send_foreloepig_svar(arbeid: Arbeid, k: SendForeloepigSvar) -> dict[str, Any]:
    """Notes that the preliminary answer is sent; the check of address protection must be fresh.

    The letter is made and kept when the act says what it must say; otherwise a warning tells what is missing.

    Hjemmel: forvaltningsloven § 11 a.
    """
    krev_fersk_adressekontroll(arbeid)
    gammel, dato = arbeid.sak.foreloepig_svar_dato, k.dato or arbeid.i_dag
    arbeid.foer = {"foreloepig_svar_dato": gammel.isoformat() if gammel else None}
    arbeid.sak.foreloepig_svar_dato = dato
    if not k.grunn or k.svar_ventes_dato is None:
        arbeid.advar("Svaret skal si hvorfor det tar tid, og når søkeren kan vente svar (fvl. § 11 a).")
        return {"dato": dato}
    visning = dokument_brev.foreloepig_svar(arbeid, k.grunn, k.svar_ventes_dato)
    return {"dato": dato, "dokument": lag_og_lagre(arbeid, "foreloepig-svar", visning)}


@handling(BeOmOpplysninger, navn="be_om_opplysninger", tittel="Be om opplysninger", hendelse="OpplysningerEtterspurt")
def be_om_opplysninger(arbeid: Arbeid, k: BeOmOpplysninger) -> dict[str, Any]:
    """Asks for what is missing and puts a task on the case for the day it should have come.

    Hjemmel: forvaltningsloven § 11.
    """
    krev_fersk_adressekontroll(arbeid)
    _krev_uavgjort(arbeid)
    _sett_oppgave(arbeid, "KAR-10", "Se om opplysningene er kommet", k.frist)
    visning = dokument_brev.anmodning(arbeid, k.mangler, k.frist)
    return {"dokument": lag_og_lagre(arbeid, "anmodning-opplysninger", visning)}


@handling(
    ForeleggOpplysninger,
    navn="forelegg_opplysninger",
    tittel="Forelegg opplysninger",
    hendelse="OpplysningerForelagt",
)
def forelegg_opplysninger(arbeid: Arbeid, k: ForeleggOpplysninger) -> dict[str, Any]:
    """Lays information from others before the applicant before it is used; KAR-9 is answered when they have.

    Hjemmel: forvaltningsloven § 17.
    """
    krev_fersk_adressekontroll(arbeid)
    _krev_uavgjort(arbeid)
    _sett_oppgave(arbeid, "KAR-9", "Se hva søkeren sier om opplysningene", k.frist)
    visning = dokument_brev.foreleggelse(arbeid, k.opplysninger, k.frist)
    return {"dokument": lag_og_lagre(arbeid, "foreleggelse", visning)}


def _proev_dokument(arbeid: Arbeid, k: LagDokument, feil: Feilliste) -> None:
    slag = DOKUMENTER.get(k.dokument)
    if feil.krev(slag is not None, "/dokument", "Dokumentet finnes ikke. Se «skriv-ut --liste».") and slag:
        feil.krev(slag.kan_lagres, "/dokument", f"«{slag.tittel}» blir aldri lagret.")


@handling(LagDokument, navn="lag_dokument", tittel="Lag dokument", hendelse="DokumentLaget", proever=_proev_dokument)
def lag_dokument(arbeid: Arbeid, k: LagDokument) -> dict[str, Any]:
    """Makes an agreement, a consent or a list of the case as it stands now, and keeps it.

    Refused for what only its own act may make: letters that are sent, the lease, the receipt.
    """
    if k.dokument in LAGES_AV_EGEN_HANDLING:
        nekt("STEG", f"«{DOKUMENTER[k.dokument].tittel}» blir lagret når handlingen gjøres.")
    return {"dokument": lag_og_lagre(arbeid, k.dokument)}


def krev_fersk_adressekontroll(arbeid: Arbeid) -> None:
    """No letter goes out on an old check of address protection (SOE-1)."""
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    if sperrer := sperrer_for_sending(grunnlag):
        raise Sperret(*sperrer)


def _krev_uavgjort(arbeid: Arbeid) -> None:
    vedtak = arbeid.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.status in {"sendt", "bortfalt"}:
        nekt("VEDTAK", "Vedtaket er sendt, så saken er avgjort.")


def _sett_oppgave(arbeid: Arbeid, kode: str, tekst: str, frist: date) -> None:
    """A new deadline takes the place of an earlier one for the same thing."""
    for oppgave in arbeid.sak.oppgaver:
        if oppgave.kode == kode:
            oppgave.er_ferdig = True
    arbeid.sak.oppgaver.append(Oppgave(kode=kode, tekst=tekst, frist=frist, ansvarlig=arbeid.sak.ansvarlig))
