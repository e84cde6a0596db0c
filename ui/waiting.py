"""What a case waits for, and since when: worked out from the view, without widgets."""

from datetime import date
from typing import TYPE_CHECKING

from boligtildeling.domain.datoer import vis_kort
from ui.words import SAKSSTEG

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Kontraktsvisning, Saksvisning, Vedtaksvisning


def waits_for(sak: "Saksvisning") -> str:
    """In a few words; nothing when the case has ended or the key is handed over."""
    if sak.avslutning is not None or sak.utlevering is not None:
        return ""
    if sak.paa_vent is not None:
        return _since("På vent", sak.paa_vent.fra_dato)
    found = _decision(sak, sak.vedtak) or _offer(sak) or _lease(sak, sak.kontrakt)
    return found or _since(f"Venter i steget {SAKSSTEG.get(sak.steg, sak.steg).lower()}", _last(sak))


def _decision(sak: "Saksvisning", vedtak: "Vedtaksvisning | None") -> str:
    if vedtak is not None and vedtak.status == "til_godkjenning":
        return _since("Venter på godkjenning", _last(sak, "send_til_godkjenning"))
    if vedtak is not None and vedtak.status == "godkjent":
        return _since("Vedtaket er godkjent, men ikke sendt,", _last(sak, "godkjenn_vedtak"))
    return ""


def _offer(sak: "Saksvisning") -> str:
    if any(t.status == "tilbudt" and t.gjelder for t in sak.tilbud):
        return _since("Venter på svar på tilbudet", _last(sak, "tilby_bolig"))
    return ""


def _lease(sak: "Saksvisning", lease: "Kontraktsvisning | None") -> str:
    if lease is None:
        return ""
    if lease.mangler_signatur:
        return _since("Venter på signatur", _last(sak, "skriv_kontrakt"))
    if lease.gjenstaar:
        return _since("Venter på første husleie", _last(sak, "signer_kontrakt"))
    return ""


def _last(sak: "Saksvisning", act: str = "") -> date:
    """The day of the newest line of history, or of the newest by this act."""
    lines = (line.tidspunkt.date() for line in sak.historikk if act in {"", line.handling})
    return next(lines, sak.opprettet_tidspunkt.date())


def _since(what: str, day: date) -> str:
    return f"{what} siden {vis_kort(day)}"
