"""The key: the one act that lets someone move in."""

from dataclasses import dataclass
from typing import Annotated, Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import begynn
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.domain.feil import Feilliste, Sperre, Sperret, nekt
from boligtildeling.domain.koder import som_kode
from boligtildeling.domain.kontrakt import LEGITIMASJON, Noekkel, Noekkelutlevering
from boligtildeling.domain.krav import Antall, Navn, Setning, Tekst
from boligtildeling.domain.porter import sperrer_for_port
from boligtildeling.domain.soeknad import Soeknad


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class UtleverNoekkel(Sakskommando):
    """Keys over the desk: to whom, which, and how identity was seen."""

    mottaker: Navn
    noekler: Annotated[tuple[Noekkel, ...], Antall("Nøklene som utleveres.", minst=1, maks=50)]
    legitimasjon: (
        Annotated[str, Tekst("Hvordan identiteten er sett eller bekreftet: " + ", ".join(LEGITIMASJON) + ".")] | None
    ) = None
    fullmakt: Setning | None = None


def _proev_utlevering(arbeid: Arbeid, k: UtleverNoekkel, feil: Feilliste) -> None:
    if k.legitimasjon is not None:
        kjent = legitimasjonskode(k.legitimasjon) is not None
        feil.krev(kjent, "/legitimasjon", f"Velg en av: {', '.join(LEGITIMASJON.values())}.")


@handling(
    UtleverNoekkel,
    navn="utlever_noekkel",
    tittel="Utlever nøkkel",
    hendelse="NoekkelUtlevert",
    proever=_proev_utlevering,
)
def utlever_noekkel(arbeid: Arbeid, k: UtleverNoekkel) -> dict[str, Any]:
    """Hands over the keys (gate N) and keeps the receipt in the same transaction: no key without a receipt.

    The tenancy begins.

    Hjemmel: husleieloven §§ 2-1 og 3-2.
    """
    sak = arbeid.sak
    if sak.noekkel_er_utlevert:
        nekt("ALLEREDE", "Nøkkelen er allerede utlevert.")
    if not sak.gir_ny_innflytting:
        nekt("STEG", "Forlengelse gjelder samme bolig. Det utleveres ingen ny nøkkel.")
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)
    if sperrer := [*sperrer_for_port(grunnlag, "N"), *_identitet(sak.soeknad, k)]:
        raise Sperret(*sperrer)
    kontrakt = sak.kontrakt
    if kontrakt is None:
        nekt("NOE-3", "Kontrakten er ikke skrevet.")
    sak.utleveringer.append(
        Noekkelutlevering(
            kontrakt_id=kontrakt.id,
            tidspunkt=arbeid.naa,
            mottaker=k.mottaker,
            noekler=tuple(k.noekler),
            legitimasjon=legitimasjonskode(k.legitimasjon or "") or "",
            fullmakt=k.fullmakt,
            utlevert_av=arbeid.bruker.navn,
            er_avvik=False,
        )
    )
    begynn(sak, arbeid.i_dag)
    arbeid.session.flush()
    arbeid.endret.add(kontrakt.boligid)
    return {"dokument": lag_og_lagre(arbeid, "noekkelkvittering")}


def legitimasjonskode(skrevet: str) -> str | None:
    """The code of a way of proving identity, as written by a person or a robot; None when it is not one."""
    ren = som_kode(skrevet).replace("navngitt_", "")
    return ren if ren in LEGITIMASJON else None


def _identitet(soeknad: Soeknad, k: UtleverNoekkel) -> list[Sperre]:
    """NOE-4: identity is seen or confirmed; anyone but a tenant or a verge brings a written authorization."""
    if k.legitimasjon is None:
        return [Sperre("NOE-4", "Identiteten er ikke sett eller bekreftet.")]
    kan_hente = [p.navn for p in soeknad.soekere] + [f.navn for f in soeknad.fullmektige if f.rolle == "verge"]
    if _likt(k.mottaker) in {_likt(navn) for navn in kan_hente} or k.fullmakt:
        return []
    return [Sperre("NOE-4", "Mottakeren er ikke leier. Andre må ha skriftlig fullmakt.")]


def _likt(navn: str) -> str:
    return " ".join(navn.casefold().split())
