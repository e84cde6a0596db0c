"""Runs migrations on the connection that the program hands over; never opens one of its own."""

from alembic import context

from boligtildeling.domain import drift, historikk, leselogg, sak, skjerming
from boligtildeling.domain.base import Base

MODULER = (drift, historikk, leselogg, sak, skjerming)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
