"""Help and usage errors in Norwegian: the words that argparse itself says."""

import argparse
import re
from collections.abc import Iterable

_OVERSKRIFTER = {"positional arguments": "argumenter", "options": "valg"}
_INNLEDNING = re.compile(r"argument (?P<hvem>\S+): (?P<hva>.*)", re.DOTALL)
_SETNINGER: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", r"Kommandoen mangler \1."),
    (
        r"unrecognized arguments: .*",
        "Kommandoen har noe som den ikke kjenner. Valg som --data, --som og --klokke står foran kommandoen.",
    ),
    (r"ambiguous option: .*", "Valget kan bety flere ting. Skriv det helt ut."),
    (r"expected .* arguments?", "Verdien mangler."),
    (r"invalid int value: .*", "Verdien må være et helt tall."),
    (r"invalid choice: .* \(choose from (.*)\)", r"Velg en av: \1."),
    (r"ignored explicit argument .*", "Valget tar ingen verdi."),
)


class Hjelpetekst(argparse.HelpFormatter):
    """argparse's own layout with Norwegian words."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else "bruk: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(_OVERSKRIFTER.get(heading or "", heading))


def bruksfeil_i_ord(melding: str) -> str:
    """argparse's message as a Norwegian sentence; never what was typed, since that may be about a person."""
    treff = _INNLEDNING.fullmatch(melding)
    hvem, hva = (f"{treff['hvem']}: ", treff["hva"]) if treff else ("", melding)
    for moenster, setning in _SETNINGER:
        if (funn := re.fullmatch(moenster, hva, re.DOTALL)) is not None:
            return hvem + funn.expand(setning).replace("'", "")
    return f"{hvem}{hva[:1].upper()}{hva[1:]}."
