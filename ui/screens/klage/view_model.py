"""Complaints in words."""

from boligtildeling.casework.views.boforhold.klage import Klagevisning
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.boforhold.klage import KLAGEDELER
from boligtildeling.domain.datoer import vis_dato
from ui.words import choice

DECIDED = {"avvist": "Avvist", "omgjort": "Vedtaket omgjøres", "oversendt": "Oversendt til klageinstansen"}


def none_yet(sak: Saksvisning) -> str:
    """What there is to say when nobody has complained."""
    if sak.vedtak is None or sak.vedtak.sendt_dato is None:
        return "Vedtaket er ikke sendt, så det er ikke noe å klage på ennå."
    return "Ingen har klaget på vedtaket."


def heading(k: Klagevisning) -> str:
    return f"Klage {k.id}: {KLAGEDELER[k.del_]}"


def open_complaints(sak: Saksvisning) -> list[tuple[int, str]]:
    """The complaints that something remains to be done with, as options."""
    return [(k.id, f"{heading(k)}, mottatt {vis_dato(k.mottatt_dato)}") for k in sak.klager if not k.er_avgjort]


def facts(k: Klagevisning) -> list[tuple[str, str]]:
    """What has come in, whom it goes to, and each step that is taken."""
    b = k.behandling
    in_time = "i tide" if k.er_rettidig else "for sent"
    pairs = [
        ("Klager", k.klager),
        ("Vedtak", f"nr. {k.vedtak}"),
        ("Mottatt", f"{vis_dato(k.mottatt_dato)}, {in_time} (frist {vis_dato(k.klagefrist)})"),
        ("Klagen", k.innhold),
        ("Forsinket fordi", k.forsinket_fordi or ""),
        ("Klageinstans", k.klageinstans or "må fylles ut i innstillingene"),
        ("Skal vedtaket vente?", _waiting(k)),
        ("Tas opp likevel", b.tilgitt_grunn),
        ("Vurdert på nytt", _signed(b.vurdering, b.vurdert_av)),
        (DECIDED.get(b.avgjoerelse or "", ""), _signed(b.avgjoerelse_grunn, b.avgjort_av)),
        ("Klageinstansen", _result(k)),
        ("Behandles innen", vis_dato(k.svarfrist) if k.svarfrist else ""),
    ]
    return [(what, value) for what, value in pairs if what and value]


def _waiting(k: Klagevisning) -> str:
    b = k.behandling
    if b.utsatt_iverksetting is not None:
        word = "Ja" if b.utsatt_iverksetting == "gitt" else "Nei"
        return f"{word}. {b.utsatt_grunn}"
    return "Klageren ber om det. Ikke avgjort, så vedtaket venter." if k.ber_om_utsettelse else ""


def _signed(text: str, by: str | None) -> str:
    return f"{text} ({by})" if text and by else text


def _result(k: Klagevisning) -> str:
    b = k.behandling
    if b.resultat is None:
        return ""
    day = f" {vis_dato(b.resultat_dato)}" if b.resultat_dato else ""
    return f"{choice(b.resultat)}{day}. {b.resultat_merknad}"
