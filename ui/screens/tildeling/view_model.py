"""Offers and dwellings in words: what was offered and answered, and how well each free dwelling fits."""

from datetime import date

from boligtildeling.casework.views.saksformer import Boligvisning, Saksvisning, Tilbudsvisning
from boligtildeling.domain.datoer import vis_kort, vis_tall
from ui.words import choice

COLUMNS = ("Bolig", "Adresse", "Type", "Husleie", "Ledig fra", "Annet")
STATUS = {
    "tilbudt": "venter på svar",
    "ja": "søkeren har takket ja",
    "nei": "søkeren har takket nei",
    "trukket": "trukket",
}
ANSWER_DAYS = 7
RECIPIENT = {
    "har": "kan åpne konvolutten",
    "venter": "har ikke fått brukernøkkel ennå; får konvolutten når noen åpner saken etterpå",
    "maa_gis_paa_nytt": "kan ikke åpne konvolutten. Er nøkkelen riktig, gir du tilgang på nytt",
    "sluttet": "har sluttet",
}
"""How it stands with the envelope for a user who is named."""


def dwelling_row(b: Boligvisning) -> tuple[str, ...]:
    """One dwelling as a row of `COLUMNS`."""
    access = [word for word, holds in (("rullestol", b.rullestol), ("heis", b.heis), ("trinnfri", b.trinnfri)) if holds]
    return (
        b.boligid,
        b.adresse.paa_en_linje,
        f"{choice(b.boligtype)}, {b.antall_soverom} soverom",
        str(b.husleie),
        vis_tall(b.ledig_fra) if b.ledig_fra else "ikke kjent",
        ", ".join([*([b.bydel] if b.bydel else []), *access]),
    )


def best_first(dwellings: tuple[Boligvisning, ...], sak: Saksvisning) -> list[Boligvisning]:
    """Those with the number of bedrooms that the decision gives first, then by when they are free."""
    wanted = sak.vedtak.innhold.bolig.antall_soverom if sak.vedtak is not None else None
    return sorted(dwellings, key=lambda b: (b.antall_soverom != wanted, b.ledig_fra or date.max, b.boligid))


def offer(t: Tilbudsvisning, today: date) -> str:
    """An offer in one line."""
    text = STATUS.get(t.status, t.status)
    if t.status == "tilbudt":
        passed = "fristen er ute" if t.frist < today else f"svarfrist {vis_kort(t.frist)}"
        text = f"{text}, {passed}"
    if t.svar_dato is not None:
        text = f"{text} {vis_kort(t.svar_dato)}"
    return f"{t.boligid}: {text}{f' – {t.grunn}' if t.grunn else ''}"


def envelope(sak: Saksvisning) -> list[tuple[str, str]]:
    """What the envelope tells, and who can open it; empty when the case has none."""
    k = sak.konvolutt
    if k is None:
        return []
    shown = f"{sak.bolig.boligid}, {sak.bolig.adresse.paa_en_linje}" if k.er_aapen and sak.bolig else ""
    pairs = [("Bolig", shown), ("Merk", k.merknad or ""), *((m.bruker, RECIPIENT[m.tilstand]) for m in k.mottakere)]
    return [(what, value) for what, value in pairs if value]


def open_offer(sak: Saksvisning) -> Tilbudsvisning | None:
    """The offer that waits for an answer."""
    return next((t for t in sak.tilbud if t.status == "tilbudt" and t.gjelder), None)


def accepted(sak: Saksvisning) -> Tilbudsvisning | None:
    return next((t for t in sak.tilbud if t.status == "ja"), None)


def wanted(sak: Saksvisning) -> str:
    """What the decision and the application say the dwelling must be like."""
    need = sak.soeknad.behov
    given = sak.vedtak.innhold.bolig if sak.vedtak is not None else None
    rooms = given.antall_soverom if given and given.antall_soverom is not None else need.antall_soverom
    parts = [f"{rooms} soverom" if rooms is not None else ""]
    parts.append("tilpasset rullestol" if need.rullestol else "")
    parts.append("trinnfri eller heis" if need.trinnfri_eller_heis else "")
    parts.append(f"helst {', '.join(need.bydeler)}" if need.bydeler else "")
    found = [p for p in parts if p]
    return f"Søkeren trenger: {', '.join(found)}." if found else "Søknaden stiller ingen krav til boligen."
