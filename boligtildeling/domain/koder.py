"""Codes as people write them: the same word with its true letters, spaces and capitals."""

import re

_I_KODER = str.maketrans({"ø": "oe", "å": "aa", "æ": "ae"})


def som_kode(tekst: str) -> str:
    """The text as a code: small letters a–z, words joined by underscores («Skaffet selv» → skaffet_selv)."""
    return "_".join(re.findall("[a-z]+", tekst.casefold().translate(_I_KODER)))
