"""The third version: the envelope, who lets whom in, the tenancy, arrears and meetings, the work list, drafts."""

from boligtildeling.storage.migrations import (
    steg_begjaering,
    steg_innslipp,
    steg_konvolutt,
    steg_leieforhold,
    steg_moete,
    steg_parter,
    steg_restanse,
    steg_saksliste,
    steg_utkast,
)

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Runs the steps that belong together, each for its own room."""
    steg_konvolutt.oppgrader()
    steg_begjaering.oppgrader()
    steg_innslipp.oppgrader()
    steg_leieforhold.oppgrader()
    steg_saksliste.oppgrader()
    steg_utkast.oppgrader()
    steg_restanse.oppgrader()
    steg_moete.oppgrader()
    steg_parter.oppgrader()
