"""Every kind of refusal and failure, in words; what was typed never reaches the log."""

from datetime import datetime

import pytest

from boligtildeling.domain.feil import Bruksfeil, Driftsfeil, Endring, Inputfeil, Konflikt, Sperre, Sperret, Ugyldig
from ui.messages import in_words


def test_sperret_sier_hver_grunn_med_hjemmel_og_hvem_som_loeser_den() -> None:
    message = in_words(Sperret(Sperre("OEK-1", "Ikke besvart."), Sperre("NOE-1", "Ikke betalt.", loeses_av="søker")))
    assert message.kind == "sperret"
    assert [s.kode for s in message.sperrer] == ["OEK-1", "NOE-1"]
    assert "2 ting står i veien" in message.heading
    assert "OEK-1: Ikke besvart." in message.as_text


def test_ugyldig_sier_alt_som_maa_rettes_paa_en_gang() -> None:
    message = in_words(Ugyldig(Inputfeil("/dato", "Datoen finnes ikke."), Inputfeil("/beloep", "Må være et tall.")))
    assert message.kind == "ugyldig"
    assert [f.peker for f in message.faults] == ["/dato", "/beloep"]


def test_konflikt_sier_hva_den_andre_gjorde_og_at_det_du_skrev_staar() -> None:
    change = Endring("Svar på sjekkpunkt", "ola", datetime(2026, 11, 6, 11, 4).astimezone().isoformat())
    message = in_words(Konflikt("2026-0001", 4, (change,)))
    assert message.can_fetch_newest
    assert "Svar på sjekkpunkt – ola, 6. nov. 11.04." in message.sentences
    assert "Det du skrev, står her fortsatt" in message.as_text


def test_driftsfeil_sier_hva_som_er_trygt_og_hva_du_gjoer() -> None:
    message = in_words(Driftsfeil("Disken er full.", "Ingenting er lagret.", "Frigjør plass."))
    assert (message.heading, *message.sentences) == ("Disken er full.", "Ingenting er lagret.", "Frigjør plass.")
    assert in_words(Bruksfeil("Brukeren finnes ikke.")).kind == "drift"


def test_en_feil_i_programmet_faar_et_nummer_og_roeper_ingenting(caplog: pytest.LogCaptureFixture) -> None:
    message = in_words(ValueError("Rolig Fjord 04856028424"))
    assert message.kind == "uventet"
    assert message.log_id is not None
    assert message.log_id in message.heading
    assert message.log_id in caplog.text
    assert "Fjord" not in caplog.text + message.as_text
