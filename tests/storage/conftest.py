"""The folders of the command line's tests, here for faults of file and process."""

from tests.cli.conftest import foer_noekkel, kopi, maler, mappe, noekkel_mal, sak, tom_mal

__all__ = ["foer_noekkel", "kopi", "maler", "mappe", "noekkel_mal", "sak", "tom_mal"]
