"""Advice while a decision is written: the rules lie in the domain, what other cases say is found here."""

from collections.abc import Iterator

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.visning import visning
from boligtildeling.domain.klarspraak import Skriveraad, raad_om_begrunnelsen, raad_om_spraaket
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.vedtak import Vedtak, Vedtaksinnhold
from boligtildeling.domain.vilkaarsregler import krever_gammel_gjeld_betalt

LIKNES_MED = 300
"""Decisions; the latest ones."""
_GAMMEL_GJELD = (
    "Vilkår om betalt restanse er usikkert, og ulovlig under gjeldsforhandling. Avtale om nedbetaling kan kreves."
)


def skriveraad(arbeid: Arbeid, innhold: Vedtaksinnhold | None = None) -> tuple[Skriveraad, ...]:
    """What to look at again in this decision, or in the draft as it is kept when none is given.

    Compares only with cases that the user may know of.
    """
    innhold = innhold or arbeid.sak.vedtaksinnhold
    raad = arbeid.rammer.klarspraak[arbeid.sak.soeknad.maalform]
    return (
        *raad_om_begrunnelsen(innhold.begrunnelse, arbeid.sak.soeknad, raad, _andres_begrunnelser(arbeid)),
        *_om_vilkaarene(innhold),
        *raad_om_spraaket(innhold, raad),
    )


def _om_vilkaarene(innhold: Vedtaksinnhold) -> Iterator[Skriveraad]:
    for nr, v in enumerate(innhold.vilkaar):
        if krever_gammel_gjeld_betalt(v):
            yield Skriveraad(felt=f"/vilkaar/{nr}/tekst", hvor=f"Vilkår {v.kode}", raad=_GAMMEL_GJELD)


def _andres_begrunnelser(arbeid: Arbeid) -> Iterator[tuple[str, str]]:
    nyeste = (
        select(Vedtak.saksnummer, Vedtak.innhold)
        .join(Sak, Vedtak.saksnummer == Sak.saksnummer)
        .where(Vedtak.saksnummer != arbeid.sak.saksnummer, er_synlig_for(arbeid.bruker))
        .order_by(Vedtak.id.desc())
        .limit(LIKNES_MED)
    )
    return ((saksnummer, innhold.begrunnelse) for saksnummer, innhold in arbeid.session.execute(nyeste))


SKRIVERAAD = visning("skriveraad", "Råd mens vedtaket skrives", skriveraad, om_sak=True)
