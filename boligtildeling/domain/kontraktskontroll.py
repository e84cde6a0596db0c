"""The check of contract type and length against the law (fagdokumentet § 4); one function per row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kjennetegn import hatt_kort_kontrakt, kort_varighet, oppfoelgingsavtale
from boligtildeling.domain.planer import KOMMUNENS_MINSTETID_MAANEDER, MINSTETID_MAANEDER

PAAKREVDE_KLAUSULER: dict[str, str] = {
    "vanskeligstilte": "at boligen skal brukes av vanskeligstilte på boligmarkedet",
    "unntak": "hvilke unntak fra husleieloven som er avtalt",
    "oppsigelse": "om avtalen kan sies opp i leietiden",
}


def saerlige_grunner(g: Grunnlag) -> str | None:
    """A contract under three years needs an individual, written reason.

    Hjemmel: husleieloven § 11-1 sjette ledd; § 9-3 første ledd bokstav b.
    """
    valg = g.sak.kontraktsvalg
    if not kort_varighet(g) or (valg and valg.saerlige_grunner and valg.saerlige_grunner.grunn.strip()):
        return None
    return (
        f"Kontrakten er på {valg.maaneder if valg else 0} måneder. Under tre år krever særlige grunner, "
        "skrevet for denne søkeren. Uten det blir avtalen tidsubestemt."
    )


def minst_seks_maaneder(g: Grunnlag) -> str | None:
    """A short contract is for at least six months: Trondheim's own rule, stricter than the law."""
    valg = g.sak.kontraktsvalg
    if valg is None or valg.maaneder is None or valg.maaneder >= KOMMUNENS_MINSTETID_MAANEDER:
        return None
    return f"Kontrakten er på {valg.maaneder} måneder. Kommunens korteste tid er seks måneder."


def tungtveiende_grunner(g: Grunnlag) -> str | None:
    """A second short contract for the same dwelling and parties needs tungtveiende grunner.

    Hjemmel: husleieloven § 11-1 sjette ledd.
    """
    valg = g.sak.kontraktsvalg
    if not hatt_kort_kontrakt(g) or (valg and (valg.tungtveiende_grunner or "").strip()):
        return None
    return (
        "Samme bolig og parter har hatt en kort kontrakt før. En ny krever tungtveiende grunner. "
        "Uten det blir avtalen tidsubestemt."
    )


def noedvendige_klausuler(g: Grunnlag) -> str | None:
    """The lease must say who the dwelling is for, which exceptions are agreed, and whether it can be terminated.

    Hjemmel: husleieloven § 11-1 annet ledd, § 9-2.
    """
    valg = g.sak.kontraktsvalg
    krav = {k: v for k, v in PAAKREVDE_KLAUSULER.items() if k != "oppsigelse" or (valg and valg.maaneder)}
    mangler = [tekst for klausul, tekst in krav.items() if klausul not in g.klausuler]
    return f"Leieavtalen sier ikke {' eller '.join(mangler)}." if mangler else None


@dataclass(frozen=True, slots=True)
class Kontraktsraad:
    """What the program would choose, and why; it binds nobody."""

    type: Literal["tidsbestemt"]
    maaneder: int
    grunner: tuple[str, ...]


def foreslaa(g: Grunnlag) -> Kontraktsraad:
    """The proposal of fagdokumentet § 4: long and stable, unless the need is temporary with a known end."""
    valg = g.sak.kontraktsvalg
    if valg and valg.er_kort and valg.saerlige_grunner and valg.saerlige_grunner.kategori == "midlertidig_behov":
        maaneder = max(valg.maaneder or 0, KOMMUNENS_MINSTETID_MAANEDER)
        grunn = "Behovet er midlertidig med kjent slutt. Kontrakten bør vare minst så lenge behovet varer."
        return Kontraktsraad("tidsbestemt", maaneder, (grunn,))
    grunner = ["Hovedregelen er tre år eller tidsubestemt (husleieloven § 9-3)."]
    if oppfoelgingsavtale(g):
        grunner.append("En oppfølgingsavtale med evalueringsdato er bedre enn en kort kontrakt.")
    if hatt_kort_kontrakt(g):
        grunner.append("Samme bolig og parter har hatt en kort kontrakt før.")
    return Kontraktsraad("tidsbestemt", MINSTETID_MAANEDER, tuple(grunner))


def advarsler(g: Grunnlag) -> tuple[str, ...]:
    """What stands against the chosen contract, in sentences; choosing it is never refused."""
    regler: tuple[Callable[[Grunnlag], str | None], ...] = (saerlige_grunner, minst_seks_maaneder, tungtveiende_grunner)
    funn = [setning for regel in regler if (setning := regel(g)) is not None]
    valg = g.sak.kontraktsvalg
    if valg and valg.type == "bo_og_tjeneste":
        funn.append("Leie og tjenester skal stå i to dokumenter. Tjenester er aldri grunn til oppsigelse.")
    if valg and {"fravikelse_a", "fravikelse_b"} - g.klausuler:
        funn.append(
            "Leieavtalen mangler fravikelsesklausul a eller b. Da kan ikke port I-2 a og b brukes senere "
            "(tvangsfullbyrdelsesloven § 13-2 tredje ledd)."
        )
    return tuple(funn)
