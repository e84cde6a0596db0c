"""Many papers in one file, to print in one go. Each paper by itself is what goes to the archive and to the screen."""

from collections.abc import Sequence
from io import BytesIO


def samle(papirer: Sequence[bytes]) -> bytes:
    """The pages of all the papers after each other. The tags of the single papers do not come along."""
    import pikepdf

    with pikepdf.new() as samlet:
        for papir in papirer:
            with pikepdf.open(BytesIO(papir)) as ett:
                samlet.pages.extend(ett.pages)
        ut = BytesIO()
        samlet.save(ut, deterministic_id=True)
    return ut.getvalue()
