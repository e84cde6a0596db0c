"""The decision in words: where it stands, its parts as the approver reads them, and what a draft begins with."""

from dataclasses import dataclass

from boligtildeling.casework.views.saksformer import Saksvisning, Vedtaksvisning
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.vedtak import Boligkrav, Vedtaksinnhold
from ui.words import choice

STATUS = {
    "utkast": "Utkast",
    "til_godkjenning": "Venter på godkjenning",
    "godkjent": "Godkjent",
    "sendt": "Sendt",
    "omgjort": "Omgjort",
    "bortfalt": "Falt bort",
}
PARTS = {"konklusjon": "Konklusjonen", "begrunnelse": "Begrunnelsen", "vilkaar": "Vilkårene", "klage": "Klagedelen"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the approver opens and reads."""

    code: str
    title: str
    text: str


def draft(sak: Saksvisning) -> Vedtaksinnhold:
    """The stored draft, or an empty one with the number of bedrooms that was applied for."""
    if sak.vedtak is not None:
        return sak.vedtak.innhold
    return Vedtaksinnhold(bolig=Boligkrav(antall_soverom=sak.soeknad.behov.antall_soverom))


def status(sak: Saksvisning) -> str:
    """Where the decision stands, and who did what."""
    v = sak.vedtak
    if v is None:
        return "Vedtaket er ikke skrevet ennå."
    text = [STATUS.get(v.status, v.status), f"skrevet av {' og '.join(v.forfattere)}"]
    if v.godkjent_av is not None:
        text.append(f"godkjent av {v.godkjent_av}")
    if v.sendt_dato is not None:
        how = f" ({choice(v.maate).lower()})" if v.maate else ""
        text.append(f"sendt {vis_dato(v.sendt_dato)}{how}")
    return ", ".join(text) + "."


def is_sent(sak: Saksvisning) -> bool:
    return sak.vedtak is not None and sak.vedtak.sendt_dato is not None


def waits_for_approval(sak: Saksvisning) -> bool:
    """A second person must open each part; after an urgent decision is sent, too."""
    v = sak.vedtak
    if v is None:
        return False
    afterwards = is_sent(sak) and v.godkjent_av is None and sak.hasteloep is not None
    return v.status == "til_godkjenning" or afterwards


def can_be_sent(sak: Saksvisning) -> bool:
    v = sak.vedtak
    if v is None or is_sent(sak):
        return False
    return v.status == "godkjent" or (sak.hasteloep is not None and v.status != "til_godkjenning")


def parts(sak: Saksvisning) -> list[Part]:
    """What the approver must have read, part by part."""
    v = sak.vedtak
    if v is None:
        return []
    texts = {"konklusjon": _conclusion(sak, v), "begrunnelse": v.innhold.begrunnelse or "", "vilkaar": _conditions(v)}
    texts["klage"] = (
        "Vedtaket har to klageinstanser: én for boligsosial bistand (A) og én for kommunal bolig (B). "
        "Fristen er tre uker fra brevet er kommet fram. Se i brevet at begge står der."
    )
    return [Part(code, PARTS[code], texts[code] or "Ikke fylt ut.") for code in v.deler]


def _conclusion(sak: Saksvisning, v: Vedtaksvisning) -> str:
    a, b, valg = v.innhold.boligsosial, v.innhold.bolig, sak.kontraktsvalg
    lines = [
        f"A. Vanskeligstilt: {choice(a.konklusjon).lower() if a.konklusjon else 'ikke avgjort'}. {a.bistand or ''}",
        f"B. Kommunal bolig: {choice(v.innhold.utfall).lower() if v.innhold.utfall else 'ikke avgjort'}.",
    ]
    if v.innhold.er_innvilgelse:
        rooms = f", {b.antall_soverom} soverom" if b.antall_soverom is not None else ""
        lines.append(f"Bolig: {choice(b.boligtype).lower() if b.boligtype else 'type ikke valgt'}{rooms}.")
        if valg is not None:
            length = f", {valg.maaneder} måneder" if valg.maaneder else ""
            lines.append(f"Kontrakt: {choice(valg.type).lower()}{length}.")
        lines.append(f"Restanse: {sak.restanse}.")
    return "\n".join(lines)


def _conditions(v: Vedtaksvisning) -> str:
    lines = []
    for c in v.innhold.vilkaar:
        deadline = f" Frist: {vis_dato(c.frist)}." if c.frist else ""
        lines.append(f"{c.kode}. {c.tekst}\nHvorfor: {c.grunn}\nOppfylles slik: {c.oppfylles}.{deadline}")
    return "\n\n".join(lines)
