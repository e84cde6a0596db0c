"""The folders of the command line's tests."""

from tests.cli.conftest import kopi, maler, mappe, sak, tom_mal

__all__ = ["kopi", "maler", "mappe", "sak", "tom_mal"]
