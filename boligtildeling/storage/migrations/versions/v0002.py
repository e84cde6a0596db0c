"""The second version: logs that commit to their content, documents with their views, decisions that end."""

from boligtildeling.storage.migrations import steg_dokument, steg_historikk, steg_tilgang

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Runs the steps that belong together, each for its own room."""
    steg_historikk.oppgrader()
    steg_dokument.oppgrader()
    steg_tilgang.oppgrader()
