"""The third version: the envelope of a strengt fortrolig case."""

from boligtildeling.storage.migrations import steg_begjaering, steg_konvolutt

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Runs the steps that belong together, each for its own room."""
    steg_konvolutt.oppgrader()
    steg_begjaering.oppgrader()
