"""The fixed texts of one letter, filled in with what the case and the kommune profile say."""

from collections.abc import Mapping

from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.documents.blokker import Avsnitt, Blokk
from boligtildeling.documents.tekstkilde import FELLES, Tekstkilde, plassholdere, ubrukelig
from boligtildeling.domain.innstilling import FELTER, maa_fylles_ut

Felt = Mapping[str, str | None]
VAARE = Tekstkilde()
"""The texts that ship with the program, with nothing laid over them."""


class Brevtekst:
    """The texts of one kind of letter, and those that all letters share, with the values of their placeholders.

    They are in the målform of the letter, unless it is a letter in another language (`spraak`).
    """

    def __init__(self, kilde: Tekstkilde, brev: str, hode: Brevhode, felt: Felt, spraak: str | None = None) -> None:
        self._fil = f"{brev}.{spraak or hode.maalform}.toml"
        brevets = kilde.tekster(brev, spraak or hode.maalform)
        self._tekster = {**kilde.tekster(FELLES, hode.maalform), **brevets}
        self._egne = tuple(brevets)
        faste: Felt = {
            "boligforvalter": hode.boligforvalter,
            "boligforvalter_telefon": hode.boligforvalter_telefon,
            "enhet": hode.enhet,
            "enhet_adresse": hode.enhet_adresse,
            "enhet_telefon": hode.enhet_telefon,
            "kommune": hode.kommune,
            "saksnummer": hode.saksnummer,
        }
        self._felt = {**faste, **felt}

    def __call__(self, noekkel: str, **felt: str | None) -> str:
        """The text by its key, filled in.

        A setting that must be filled in first is named in its place, and stops the paper later with all the others.
        Raises `Driftsfeil` (file and key) for a text that is missing or has an unknown placeholder.
        """
        if noekkel not in self._tekster:
            ubrukelig(self._fil, noekkel, "mangler")
        return self._fyll(noekkel, {**self._felt, **felt})

    def alle(self, begynnelse: str) -> tuple[str, ...]:
        """Every text of the letter's own whose key begins so and that is not blank, in the order of the file."""
        return tuple(tekst for n in self._egne if n.startswith(begynnelse) and (tekst := self(n)).strip())

    def _fyll(self, noekkel: str, felt: Felt) -> str:
        mal = self._tekster[noekkel]
        verdier = {navn: self._verdi(noekkel, navn, felt) for navn in plassholdere(self._fil, noekkel, mal)}
        return mal.format_map(verdier)

    def _verdi(self, noekkel: str, navn: str, felt: Felt) -> str:
        if navn not in felt:
            ubrukelig(self._fil, noekkel, f"{{{navn}}} er ukjent")
        verdi = felt[navn]
        if verdi is None and navn not in FELTER:
            ubrukelig(self._fil, noekkel, f"{{{navn}}} har ingen verdi i denne saken")
        return maa_fylles_ut(navn) if verdi is None else verdi


def avsnitt(t: Brevtekst, *grupper: tuple[str, ...]) -> tuple[Blokk, ...]:
    """One paragraph for each group of texts."""
    return tuple(Avsnitt(" ".join(t(noekkel) for noekkel in gruppe)) for gruppe in grupper)
