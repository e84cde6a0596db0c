"""The begjæringer as rows, and the marked one as facts."""

from boligtildeling.casework.views.boforhold.begjaeringer import Begjaeringsrad, Fase3punkt
from boligtildeling.domain.boforhold.begjaering import AARSAKER, KRISER, SAKSOEKERE, UTFALL
from boligtildeling.domain.datoer import vis_tall
from ui.words import choice

COLUMNS = ("Nr.", "Leier", "Prioritet", "Utkastelse", "Saksøker", "Årsak", "Krav", "Mottatt", "Ansvarlig", "Utfall")
POINT_COLUMNS = ("Punkt", "Hva", "Svar", "Dato", "Merknad")
Pairs = list[tuple[str, str]]


def row(r: Begjaeringsrad) -> tuple[str, ...]:
    return (
        str(r.begjaering),
        f"{r.leier} ({r.saksnummer})" if r.saksnummer else r.leier,
        choice(r.prioritet),
        vis_tall(r.utkastelse_dato) if r.utkastelse_dato else "",
        r.saksoeker_navn or choice(SAKSOEKERE[r.saksoeker]),
        choice(AARSAKER[r.aarsak]),
        str(r.krav) if r.krav is not None else "",
        vis_tall(r.mottatt_dato),
        r.ansvarlig,
        _outcome(r),
    )


def _outcome(r: Begjaeringsrad) -> str:
    if r.utfall is None:
        return ""
    return choice(UTFALL[r.utfall]) if r.etterevaluering else f"{choice(UTFALL[r.utfall])} – etterevaluer"


def facts(r: Begjaeringsrad) -> Pairs:
    """What is known of the marked one; why it stands where it stands first."""
    pairs: Pairs = [("Hvorfor denne prioriteten", " ".join(r.prioritet_grunner))]
    if r.overstyring is not None:
        o = r.overstyring
        pairs.append(("Overstyrt", f"{o.grunn} ({o.av}, {vis_tall(o.dato)})"))
    h = r.husstand
    eldste = f", den eldste er {h.eldste} år" if h.eldste is not None else ""
    pairs.append(
        (
            "Husstand",
            f"{h.antall_voksne} {'voksen' if h.antall_voksne == 1 else 'voksne'}, {h.antall_barn} barn{eldste}",
        )
    )
    if r.krise:
        pairs.append(("Krise", choice(KRISER[r.krise])))
    if r.bydel:
        pairs.append(("Bydel", r.bydel))
    pairs.append(("Aktiv sosialsak", {True: "Ja", False: "Nei", None: "Ikke kjent"}[r.aktiv_sosialsak]))
    if r.systemsvikt:
        pairs.append(("Hva som kan ha sviktet hos oss", r.systemsvikt))
    if r.etterevaluering is not None:
        pairs.append(("Hvorfor det gikk slik", r.etterevaluering.hvorfor))
        pairs.append(("Hva som ble prøvd", r.etterevaluering.hva_ble_proevd))
    return pairs


def points(r: Begjaeringsrad) -> list[Fase3punkt]:
    """The points that matter in this household."""
    return [p for p in r.punkter if p.gjelder]


def point_row(p: Fase3punkt) -> tuple[str, ...]:
    return (
        p.kode,
        p.tekst,
        choice(p.svar) if p.svar else "Ikke besvart",
        vis_tall(p.dato) if p.dato else "",
        p.merknad or "",
    )


def progress(r: Begjaeringsrad) -> str:
    """How much of phase 3 is done, in words."""
    its = points(r)
    left = sum(p.svar is None for p in its)
    return "Alt i fase 3 er besvart." if left == 0 else f"{left} av {len(its)} punkter i fase 3 er ikke besvart."
