"""The form that answers a checkpoint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from boligtildeling.casework.act import Utfall
from boligtildeling.casework.sjekkpunkt import KryssAv
from ui.case import Case
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button
from ui.widgets.choice import RadioField
from ui.widgets.groups import GroupField

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Punktvisning

# What usually shows that a checkpoint is answered: words in the checklist's own column, and the kind they mean.
KINDS = ("samtale", "beløp", "plan", "samtykke", "protokoll", "henvist", "brev", "avtale", "notat")


def suggested_kind(dokumentasjon: str) -> str:
    """The kind of proof that the checklist names first, else a note."""
    text = dokumentasjon.casefold()
    found = [(text.index(kind), kind) for kind in KINDS if kind in text]
    return min(found)[1].replace("ø", "oe") if found else "notat"


class AnswerForm(ActForm):
    """Made before it is known which checkpoint it answers.

    Signals:
    closed: the user is done with it for now.
    """

    closed = Signal()

    def __init__(self, case: Case, *, at_once: bool = True) -> None:
        self.punkt: Punktvisning | None = None
        self._close = button("Lukk uten å lagre", lambda: self.closed.emit())
        super().__init__(
            KryssAv,
            case,
            "Lagre svaret",
            fixed=lambda: {"sjekkpunkt": self.punkt.kode if self.punkt is not None else ""},
            hidden=("sjekkpunkt",),
            extra=[self._close],
            at_once=at_once,
        )
        self.done.connect(self._saved)

    def start(self, punkt: "Punktvisning") -> None:
        """Shows the answer that was given to this checkpoint, or begins on a new one."""
        self.punkt, self.done_text = punkt, f"{punkt.kode} er lagret."
        self.draft.is_about(punkt.kode)
        self.button.setAccessibleName(f"Lagre svaret på {punkt.kode}")
        self._close.setAccessibleName(f"Lukk {punkt.kode} uten å lagre")
        self.reset()
        answers = self.form.fields["svar"]
        if isinstance(answers, RadioField):
            answers.offer("utsatt", punkt.kan_utsettes)
        self.form.fields["dato"].fill(self.doer.today())
        if punkt.svar is not None:
            self.form.fill(punkt.svar)
        self.insist_on_proof()
        proof = self.form.fields["dokumentasjon"]
        if isinstance(proof, GroupField) and (punkt.svar is None or punkt.svar.dokumentasjon is None):
            proof.start({"type": suggested_kind(punkt.dokumentasjon)})
        self.begin_here()
        self.draft.look()

    def insist_on_proof(self) -> None:
        """An answer always has a proof: no box asks whether there is one."""
        proof = self.form.fields["dokumentasjon"]
        if isinstance(proof, GroupField):
            proof.insist()

    def _saved(self, utfall: Utfall) -> None:
        if not utfall.resultat.get("advarsler"):
            self.closed.emit()
