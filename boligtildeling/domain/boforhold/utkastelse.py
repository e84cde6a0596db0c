"""Phase 3: what has to be tried and known before the kommune lets an eviction happen (port U)."""

from collections.abc import Mapping
from dataclasses import dataclass

from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre

FASE3: Mapping[str, tuple[str, str]] = {
    "FA3-1": ("Leieren er kontaktet personlig", KOMMUNENS_REGEL),
    "FA3-2": ("Bankinnskudd er undersøkt", KOMMUNENS_REGEL),
    "FA3-3": ("Eiendom er undersøkt", KOMMUNENS_REGEL),
    "FA3-4": ("Løsøre er undersøkt", KOMMUNENS_REGEL),
    "FA3-5": ("Andre verdier er undersøkt", KOMMUNENS_REGEL),
    "FA3-6": ("Nedbetalingsavtale er vurdert", KOMMUNENS_REGEL),
    "FA3-7": ("Trekk eller forvaltning er vurdert", "sosialtjenesteloven § 21"),
    "FA3-8": ("Startlån eller refinansiering er vurdert", KOMMUNENS_REGEL),
    "FA3-9": ("Garanti er vurdert", KOMMUNENS_REGEL),
    "FA3-10": ("Gjeldsrådgivning er tilbudt", "sosialtjenesteloven § 17"),
    "FA3-11": ("Nytt botilbud er avklart", "boligsosialloven § 6"),
    "FA3-12": ("Barnas situasjon er vurdert", "barnekonvensjonen artikkel 3"),
    "FA3-13": ("Helsen til dem som bor der, er vurdert", KOMMUNENS_REGEL),
    "FA3-14": ("Møte med saksøkeren eller namsmannen er holdt eller tilbudt", KOMMUNENS_REGEL),
    "FA3-15": ("Midlertidig botilbud er vurdert", "sosialtjenesteloven § 27"),
    "FA3-16": ("Det er vurdert om barneverntjenesten skal varsles", "sosialtjenesteloven § 45"),
    "FA3-17": ("Ektefelle og andre i husstanden er varslet", "tvangsfullbyrdelsesloven § 13-6"),
    "FA3-18": ("Det er avklart hva som skjer med løsøret", "tvangsfullbyrdelsesloven § 13-11"),
}
"""The points of phase 3: what each says, and by which rule. Source: the fag document on boforhold, phase 3."""
BARNEPUNKTER = frozenset({"FA3-12", "FA3-16"})
"""Points that only matter where children live."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utkastelsesfakta:
    """What port U looks at; `besvart` are the points of phase 3 that have an answer."""

    er_restanse: bool
    alt_er_betalt: bool
    har_barn: bool
    besvart: frozenset[str]


def port_u(fakta: Utkastelsesfakta) -> tuple[Sperre, ...]:
    """Every reason why the kommune must not let the eviction go through now; the leader's approval is the act itself.

    Hjemmel: tvangsfullbyrdelsesloven § 13-2.
    """
    sperrer: list[Sperre] = []
    if fakta.er_restanse and fakta.alt_er_betalt:
        grunn = "Alt er betalt. Betaling før gjennomføringen stanser fravikelsen. Trekk begjæringen."
        sperrer.append(Sperre("U-1", grunn, "tvangsfullbyrdelsesloven § 13-2"))
    for kode, (tekst, hjemmel) in FASE3.items():
        gjelder = fakta.har_barn or kode not in BARNEPUNKTER
        if gjelder and kode not in fakta.besvart:
            sperrer.append(Sperre(kode, f"Ikke besvart: {tekst[0].lower()}{tekst[1:]}.", hjemmel))
    return tuple(sperrer)
