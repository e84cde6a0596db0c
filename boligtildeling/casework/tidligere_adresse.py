"""An applicant's former address: kept when it is corrected, gone when no address may be kept."""

from sqlalchemy import delete

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import neste_nummer
from boligtildeling.domain.historikk import TidligereAdresse
from boligtildeling.domain.soeknad import Soeknad


def ta_vare_paa_adressene(arbeid: Arbeid, ny: Soeknad) -> None:
    """Keeps every address that the corrected application no longer has; with strengt fortrolig none is kept.

    Hjemmel: arkivforskrifta § 11, folkeregisterloven § 10-4.
    """
    sak = arbeid.sak
    if ny.strengeste_beskyttelse == "strengt_fortrolig":
        arbeid.session.execute(delete(TidligereAdresse).where(TidligereAdresse.saksnummer == sak.saksnummer))
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
