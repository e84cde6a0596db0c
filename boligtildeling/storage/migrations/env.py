"""Runs migrations on the connection that the program hands over; never opens one of its own."""

from alembic import context

from boligtildeling.domain import bevaring, drift, historikk, innsyn, konvolutt, leselogg, sak, skjerming, tilgang
from boligtildeling.domain.base import Base
from boligtildeling.domain.boforhold import (
    begjaering,
    filimport,
    inndrivelse,
    kontakt,
    moete,
    naboklage,
    nedbetaling,
    varsling,
    virkemiddel,
)

MODULER = (
    *(bevaring, drift, historikk, innsyn, konvolutt, leselogg, sak, skjerming, tilgang),
    *(begjaering, filimport, inndrivelse, kontakt, moete, naboklage, nedbetaling, varsling, virkemiddel),
)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
