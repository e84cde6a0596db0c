"""The agreement on paying old rent down: what is owed, the instalments, and what signing it means."""

from boligtildeling.casework.views.avtaleformer import Nedbetalingsavtale
from boligtildeling.documents.avtaledeler import avtaleark, partslinjer, skrivefelt, underskrift, valgfritt
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Faktalinjer, Overskrift, Sammen
from boligtildeling.documents.ord import vis_konto, vis_valgfri_dato
from boligtildeling.documents.tekster import VAARE, Brevtekst, avsnitt
from boligtildeling.documents.tekstkilde import Tekstkilde


def nedbetalingsavtale(v: Nedbetalingsavtale, kilde: Tekstkilde = VAARE) -> Ark:
    """The agreement, filled with the economy plan or empty.

    Hjemmel: foreldelsesloven §§ 2 og 14, gjeldsordningsloven § 3-4.
    """
    t = _tekster(v, kilde)
    partene = (*partslinjer(t("etikett_skyldner"), v.skyldnere), (t("etikett_kreditor"), v.utleier))
    blokker = (
        Overskrift(t("parter_overskrift")),
        Faktalinjer(partene),
        Overskrift(t("gjeld_overskrift")),
        Faktalinjer(
            (
                (t("etikett_beloep"), valgfritt(v.beloep)),
                (t("etikett_periode"), ""),
                (t("etikett_kostnad"), t("kostnad")),
            )
        ),
        Overskrift(t("avdrag_overskrift")),
        Faktalinjer(_avdrag(v, t)),
        *avsnitt(t, ("bare_gammel", "ikke_noekkel")),
        Overskrift(t("oekonomi_overskrift")),
        *_livsopphold(v, t),
        *avsnitt(t, ("raad",)),
        Overskrift(t("erkjennelse_overskrift")),
        Avsnitt(t("erkjennelse"), "viktig"),
        *avsnitt(t, ("foreldelse",), ("gjeldsordning", "utlegg")),
        Sammen(_holdes_og_underskrift(v, t)),
    )
    return avtaleark(v, t, blokker)


def _holdes_og_underskrift(v: Nedbetalingsavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    """Kept together, so that nobody signs a sheet with nothing else on it."""
    return (
        Overskrift(t("holdes_overskrift")),
        *avsnitt(t, ("utsettelse",), ("vanskelig",), ("brudd",)),
        *underskrift(t, v.skyldnere or (t("etikett_skyldner"),), v.utleier),
    )


def _tekster(v: Nedbetalingsavtale, kilde: Tekstkilde) -> Brevtekst:
    felt = {
        "antall": str(v.antall_avdrag or ""),
        "forfallsdag": str(v.forfallsdag),
        "igjen": valgfritt(v.igjen),
        "kontonummer": vis_konto(v.kontonummer),
        "livsopphold": valgfritt(v.livsopphold),
        "nedbetaling_kostnad": v.kostnad,
        "siste": valgfritt(v.siste_avdrag),
    }
    return Brevtekst(kilde, "nedbetalingsavtale", v.hode, felt)


def _avdrag(v: Nedbetalingsavtale, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    return (
        (t("etikett_avdrag"), valgfritt(v.per_maaned)),
        (t("etikett_antall"), t("antall") if v.antall_avdrag else ""),
        (t("etikett_start"), vis_valgfri_dato(v.foerste_forfall)),
        (t("etikett_forfall"), t("forfall")),
        (t("etikett_konto"), t("konto")),
        (t("etikett_kid"), ""),
    )


def _livsopphold(v: Nedbetalingsavtale, t: Brevtekst) -> tuple[Blokk, ...]:
    """The check against subsistence: with its figures, or to be done and signed for by hand."""
    if v.livsopphold is not None:
        return avsnitt(t, ("livsopphold",))
    return (Avsnitt(t("livsopphold_tom")), skrivefelt(t("etikett_kontrollert")))
