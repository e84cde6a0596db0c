"""Makes a document out of a case's view and keeps it: bytes, SHA-256, the view, who, when."""

from hashlib import sha256
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.skjerming import skjermede_dokumenter
from boligtildeling.casework.views.dokument import dokumentvisning
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.domain.base import omformer
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.sak import Dokument


def lag_og_lagre(arbeid: Arbeid, navn: str, visning: Any = None) -> int:
    """Renders the document and stores it with the case, with the view that it shows.

    `visning` is made from the case as it stands in this transaction when it is not given.
    """
    visning = dokumentvisning(arbeid, navn) if visning is None else visning
    innhold = arbeid.rammer.dokumenter.lag(navn, visning)
    arbeid.advar(*arbeid.rammer.dokumenter.advarsler(navn, visning.hode.maalform))
    dokument = Dokument(
        navn=navn,
        tittel=DOKUMENTER[navn].tittel,
        innhold=innhold,
        sha256=sha256(innhold).hexdigest(),
        visning=omformer().unstructure(visning),
        laget_av=arbeid.bruker.navn,
        laget_tidspunkt=arbeid.naa,
    )
    arbeid.sak.dokumenter.append(dokument)
    arbeid.session.flush()
    return dokument.id


def lagret(arbeid: Arbeid, navn: str) -> bytes | None:
    """The bytes that were kept when the document was last made; None when it is to be made from the case now.

    A decision that is not sent is a draft, and a document that is shielded is made anew. Raises `Sperret` for a
    lease when there is none.
    """
    if not DOKUMENTER[navn].fast or (navn == "vedtak" and not arbeid.sak.vedtak_er_sendt):
        return None
    if navn == "leieavtale" and arbeid.sak.kontrakt is None:
        nekt("STEG", "Kontrakten er ikke skrevet, så det er ingenting å skrive ut.")
    return arbeid.session.scalar(
        select(Dokument.innhold)
        .where(Dokument.saksnummer == arbeid.sak.saksnummer, Dokument.navn == navn)
        .where(Dokument.id.not_in(skjermede_dokumenter()))
        .order_by(Dokument.id.desc())
        .limit(1)
    )
