"""The third version: the envelope of a strengt fortrolig case, and the tenancy after the key."""

from boligtildeling.storage.migrations import steg_konvolutt, steg_leieforhold

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Runs the steps that belong together, each for its own room."""
    steg_konvolutt.oppgrader()
    steg_leieforhold.oppgrader()
