"""Makes a document out of a case's view and keeps it: bytes, SHA-256, who, when."""

from hashlib import sha256

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.dokument import dokumentvisning
from boligtildeling.casework.views.dokumentformer import DOKUMENTER
from boligtildeling.domain.sak import Dokument


def lag_og_lagre(arbeid: Arbeid, navn: str) -> int:
    """Renders the document from the case as it stands in this transaction, and stores it with the case."""
    innhold = arbeid.rammer.dokumenter.lag(navn, dokumentvisning(arbeid, navn))
    dokument = Dokument(
        navn=navn,
        tittel=DOKUMENTER[navn].tittel,
        innhold=innhold,
        sha256=sha256(innhold).hexdigest(),
        laget_av=arbeid.bruker.navn,
        laget_tidspunkt=arbeid.naa,
    )
    arbeid.sak.dokumenter.append(dokument)
    arbeid.session.flush()
    return dokument.id
