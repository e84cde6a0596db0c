"""An applicant's former address: kept when it is corrected, gone when no address may be kept."""

from sqlalchemy import String, delete, update

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import neste_nummer
from boligtildeling.casework.utkast import slett_i_saken
from boligtildeling.domain.historikk import TidligereAdresse
from boligtildeling.domain.innsyn import Innsynspakke
from boligtildeling.domain.soeknad import Soeknad


def ta_vare_paa_adressene(arbeid: Arbeid, ny: Soeknad) -> None:
    """Keeps every address that the corrected application no longer has; with strengt fortrolig none is kept.

    Hjemmel: arkivforskrifta § 11, folkeregisterloven § 10-4.
    """
    sak = arbeid.sak
    if ny.strengeste_beskyttelse == "strengt_fortrolig":
        arbeid.session.execute(delete(TidligereAdresse).where(TidligereAdresse.saksnummer == sak.saksnummer))
        _slett_utkast_til_innsyn(arbeid, sak.saksnummer)
        slett_i_saken(arbeid.session, sak.saksnummer)
        return
    for part in ("soeker", "medsoeker"):
        foer, etter = getattr(sak.soeknad, part), getattr(ny, part)
        if foer is not None and foer.adresse is not None and (etter is None or etter.adresse != foer.adresse):
            arbeid.session.add(
                TidligereAdresse(
                    saksnummer=sak.saksnummer,
                    hendelse=neste_nummer(arbeid.session),
                    part=part,
                    adresse=foer.adresse,
                )
            )


def _slett_utkast_til_innsyn(arbeid: Arbeid, saksnummer: str) -> None:
    """A draft is a copy of what stood in the case when it was made, the address too."""
    med_saken = Innsynspakke.saker.cast(String).like(f'%"{saksnummer}"%')
    utkast = update(Innsynspakke).where(Innsynspakke.status == "utkast", med_saken)
    arbeid.session.execute(utkast.values(status="kassert", innhold=None))
