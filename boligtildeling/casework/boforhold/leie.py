"""The rent after moving in."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import krev_leieavtale, krev_leieforhold
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.leie import (
    Leieendring,
    Leieendringsslag,
    Leiekrav,
    les_indekstall,
    sperrer_for_leieendring,
)
from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.feil import Feilliste, Sperret
from boligtildeling.domain.krav import Dato, DatoTilNaa, PositivtBeloep, Setning, Tekst

Indekstall = Annotated[str, Tekst("Konsumprisindeksen fra Statistisk sentralbyrå, for eksempel 133,4.", maks=8)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EndreLeie(Sakskommando):
    """A new rent from a day on: how it is fixed, and when the tenant was told in writing.

    `kpi_fra` is the index when the present rent was fixed, `kpi_til` the index now; both only for `indeks`.
    """

    slag: Leieendringsslag
    husleie: PositivtBeloep
    varslet_dato: DatoTilNaa
    fra_dato: Dato
    kpi_fra: Indekstall | None = None
    kpi_til: Indekstall | None = None
    merknad: Setning | None = None


def _proev_leie(arbeid: Arbeid, k: EndreLeie, feil: Feilliste) -> None:
    for peker, tall in (("/kpi_fra", k.kpi_fra), ("/kpi_til", k.kpi_til)):
        holder = tall is None or les_indekstall(tall) is not None
        feil.krev(holder, peker, "Skriv indeksen som et tall med høyst to desimaler, for eksempel 133,4.")
    leieforhold = arbeid.sak.leieforhold
    if leieforhold is not None:
        feil.krev(k.fra_dato > leieforhold.begynt_dato, "/fra_dato", "Datoen er før leieforholdet begynte.")


@handling(EndreLeie, navn="endre_leie", tittel="Endre leien", hendelse="LeieEndret", proever=_proev_leie)
def endre_leie(arbeid: Arbeid, k: EndreLeie) -> dict[str, Any]:
    """Changes the rent from a day on, when the law lets it.

    Hjemmel: husleieloven §§ 4-2 og 4-3.
    """
    leieforhold = krev_leieforhold(arbeid)
    krav = leiekrav(leieforhold, k)
    if sperrer := sperrer_for_leieendring(krav):
        raise Sperret(*sperrer)
    endring = Leieendring(
        slag=k.slag,
        husleie=k.husleie,
        forrige_husleie=krav.naa,
        varslet_dato=k.varslet_dato,
        fra_dato=k.fra_dato,
        kpi_fra=k.kpi_fra,
        kpi_til=k.kpi_til,
        merknad=k.merknad,
    )
    leieforhold.leieendringer.append(endring)
    arbeid.session.flush()
    arbeid.foer = {"leieendring": endring.id}
    return {"husleie": k.husleie, "forrige_husleie": krav.naa, "fra_dato": k.fra_dato}


def leiekrav(leieforhold: Leieforhold, k: EndreLeie) -> Leiekrav:
    """What the rules judge: the new rent beside the one that stands, and the days that count."""
    kontrakt, endringer = krev_leieavtale(leieforhold), leieforhold.endringer_av_kontrakten
    frie = [kontrakt.fra_dato, *(e.fra_dato for e in endringer if e.slag != "indeks")]
    return Leiekrav(
        slag=k.slag,
        husleie=k.husleie,
        naa=endringer[-1].husleie if endringer else kontrakt.husleie,
        varslet=k.varslet_dato,
        fra=k.fra_dato,
        sist_fastsatt=endringer[-1].fra_dato if endringer else kontrakt.fra_dato,
        sist_fritt_fastsatt=max(frie),
        kpi=_kpi(k),
    )


def _kpi(k: EndreLeie) -> tuple[Decimal, Decimal] | None:
    fra, til = les_indekstall(k.kpi_fra or ""), les_indekstall(k.kpi_til or "")
    return (fra, til) if fra is not None and til is not None else None
