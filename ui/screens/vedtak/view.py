"""The decision on the screen: written, sent to a second person, approved, sent."""

from boligtildeling.casework.act import Utfall
from boligtildeling.casework.vedtak import SendTilGodkjenning, SendVedtak, SkrivVedtak
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.vedtak import Vedtaksinnhold
from ui.case import Case
from ui.messages import in_words
from ui.screens.vedtak import view_model
from ui.screens.vedtak.approval import ApprovalCard
from ui.screens.vedtak.changes import Changes
from ui.screens.vedtak.phrases import PhrasePicker
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.advice import Advice
from ui.widgets.basics import button, button_row, label, restyle
from ui.widgets.letter_beside import LetterBeside
from ui.widgets.message_panel import MessagePanel

CHOSEN_EARLIER = "Kontraktslengden kommer fra steg 5 og restansen fra steg 3."


class DecisionStep(StepPage):
    """Step 6."""

    step, title = "vedtak", "Vedtak"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.status, self.returned = label(""), MessagePanel()
        see_letter = button("Se brevet", self._see_letter)
        self.status_card = self.card("Hvor vedtaket står", self.status, self.returned)
        self.status_card.add_layout(button_row([see_letter]))
        self.approval = ApprovalCard(case, button("Les hele brevet", self._see_letter))
        self.add(self.approval)
        self.sending = ActForm(SendVedtak, case, "Send vedtaket", done_text="Vedtaket er sendt.")
        self.sending_card = self.card("Send vedtaket", self.sending)
        self.form = ActForm(SkrivVedtak, case, "Lagre utkast", done_text="Utkastet er lagret.")
        self.panel = MessagePanel()
        self.to_approval = button("Send til godkjenning", self._send_to_approval)
        self.see_beside = button("Se brevet mens du skriver", self.beside_wanted.emit)
        self.draft_card = self.card("Vedtaket", label(CHOSEN_EARLIER, "dempet"))
        self.phrases = PhrasePicker(case.session, self.form.form)
        self.changes = Changes(case, self._typed)
        self.draft_card.add_layout(button_row([self.see_beside, self.phrases.open, self.changes.open]))
        for widget in (self.phrases, self.changes, self.form, self.panel):
            self.draft_card.add(widget)
        advice = Advice(case.session, self.form.form)
        self.letter = LetterBeside(case.session, "vedtak", "Brevet mens du skriver", self.form.peek, advice)
        self.beside = self.letter
        self.form.touched.connect(self.letter.text_changed)
        self.draft_card.add_layout(button_row([self.to_approval]))
        self.panel.go_to_point.connect(case.go_to_point)
        self.panel.fetch_newest.connect(case.fetch_newest)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self.status.setText(view_model.status(sak))
        self._show_returned(sak)
        waits = view_model.waits_for_approval(sak)
        self.approval.setVisible(waits)
        if waits:
            self.approval.show_parts(view_model.parts(sak))
        self.draft_card.setVisible(not view_model.is_sent(sak))
        self.phrases.show_for(sak.soeknad.maalform)
        self.changes.close_it()
        self.form.fill(view_model.draft(sak))
        can_be_sent = view_model.can_be_sent(sak)
        restyle(self.form.button, "slag", "vanlig" if waits or can_be_sent else "primaer")
        self.sending_card.setVisible(can_be_sent)
        if can_be_sent and not self.sending.is_touched:
            self.sending.form.fields["dato"].fill(self.case.today())

    def _typed(self) -> Vedtaksinnhold | None:
        """What is typed and not saved, as far as it can be read."""
        return self.form.peek() if self.form.is_touched else None

    def _show_returned(self, sak: Saksvisning) -> None:
        reasons = sak.vedtak.returgrunner if sak.vedtak is not None else ()
        self.returned.setVisible(bool(reasons))
        if reasons:
            self.returned.show_good("Vedtaket er sendt tilbake til deg:", reasons)

    def focus_point(self, kode: str) -> bool:
        places = {"VED-1": "bolig", "VED-2": "vilkaar", "VED-3": "utfall", "VED-4": "begrunnelse", "VEDTAK": "utfall"}
        if kode == "VED-6" and not self.approval.isHidden():
            self.approval.approve.setFocus()
            return True
        if kode == "VED-6":
            self.to_approval.setFocus()
            return True
        if kode in places and not self.draft_card.isHidden():
            return self.form.form.focus_on(places[kode])
        return super().focus_point(kode)

    def _see_letter(self) -> None:
        self.document_wanted.emit("vedtak")

    def _send_to_approval(self) -> None:
        """A draft with changes is saved first, so that what is approved is what stands here."""
        self.panel.clear()
        if not self.form.is_touched:
            self._really_send()
            return
        if (draft := self.form.read()) is not None:
            self.form.form.is_touched = False
            self.form.draft.submitted()
            self.case.act(draft, self._saved_first, self._refused_draft, owner=self)

    def _saved_first(self, utfall: Utfall) -> None:
        self.form.draft.done()
        self._really_send(versjon=int(utfall.resultat["versjon"]))

    def _really_send(self, versjon: int | None = None) -> None:
        seen = self.case.case_fields() | ({"sett_versjon": versjon} if versjon is not None else {})
        command = SendTilGodkjenning(**seen)
        self.case.act(command, self._sent, lambda e: self.panel.show_message(in_words(e)), owner=self)

    def _sent(self, utfall: Utfall) -> None:
        self.case.tell("Vedtaket er sendt til godkjenning.")

    def _refused_draft(self, error: Exception) -> None:
        self.form.form.is_touched = True
        self.form.draft.refused()
        message = in_words(error)
        self.form.form.show_faults(message.faults)
        self.panel.show_message(message)
