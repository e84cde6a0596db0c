"""Makes a document out of a case's view and keeps it: bytes, SHA-256, the view, who, when."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.skjerming import skjermede_dokumenter
from boligtildeling.casework.views.dokument import dokumentvisning
from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.dokumenttyper import som_data
from boligtildeling.casework.views.papirskjerming import krev_uten_adresser
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.sak import Dokument

LEVERES_ETTER_AVTALE = (
    "Noen i saken har adressebeskyttelse. Lever papiret slik du har avtalt med søkeren, "
    "aldri i vanlig post, på e-post eller på SMS."
)


def lag_og_lagre(arbeid: Arbeid, navn: str, visning: Any = None, bak: Sequence[bytes] = ()) -> int:
    """Renders the document and stores it with the case, with the view that it shows.

    `visning` is made from the case as it stands in this transaction when it is not given. The papers in `bak` are laid
    after it, in the same file.
    """
    if visning is None:
        visning = dokumentvisning(arbeid, navn)
    else:
        tilbud = arbeid.sak.aktivt_tilbud(arbeid.i_dag)
        krev_uten_adresser(arbeid, tilbud.bolig if tilbud else None, visning)
    innhold = arbeid.rammer.dokumenter.lag(navn, visning)
    if bak:
        innhold = arbeid.rammer.dokumenter.samle([innhold, *bak], DOKUMENTER[navn].tittel)
    arbeid.advar(*advarsler(arbeid, navn))
    dokument = Dokument(
        navn=navn,
        tittel=DOKUMENTER[navn].tittel,
        innhold=innhold,
        sha256=sha256(innhold).hexdigest(),
        visning=som_data(visning),
        laget_av=arbeid.bruker.navn,
        laget_tidspunkt=arbeid.naa,
    )
    arbeid.sak.dokumenter.append(dokument)
    arbeid.session.flush()
    return dokument.id


def advarsler(arbeid: Arbeid, navn: str) -> tuple[str, ...]:
    """What whoever prints the document of this case should know: own texts that fail, and how it is to be delivered."""
    sak = arbeid.sak_eller_ingen
    maalform = sak.soeknad.maalform if sak else "nb"
    levering = (LEVERES_ETTER_AVTALE,) if sak and sak.soeknad.uten_adresse_paa_papir else ()
    return (*arbeid.rammer.dokumenter.advarsler(navn, maalform), *levering)


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


def etter_nummer(arbeid: Arbeid, nummer: int) -> Dokument | None:
    """A document of the case by its number; None when the case has none with it."""
    egen = select(Dokument).where(Dokument.id == nummer, Dokument.saksnummer == arbeid.sak.saksnummer)
    return arbeid.session.scalar(egen)
