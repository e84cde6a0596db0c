"""The check of contract type and length, row by row (fagdokumentet § 4)."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain import kontraktskontroll
from boligtildeling.domain.grunnlag import Grunnlag, TidligereKontrakt
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan, SaerligeGrunner
from tests.bygg import ALLE_KLAUSULER, ROLIG, bolig, grunnlag, sak

BEHOV = SaerligeGrunner(kategori="midlertidig_behov", grunn="Studieplass til juni.")
INNLEID = SaerligeGrunner(kategori="annen_saklig_grunn", grunn="Innleid bolig som opphører 1.7.2027.")
KORT_FOER = (TidligereKontrakt("B-1", (ROLIG,), True, date(2025, 1, 1)),)


def valgt(maaneder: int | None, type_: Any = None, **felt: Any) -> Grunnlag:
    grunner = {k: felt.pop(k) for k in ("saerlige_grunner", "tungtveiende_grunner") if k in felt}
    valg = Kontraktsvalg(
        type=type_ or ("tidsbestemt" if maaneder else "tidsubestemt"), maaneder=maaneder, begrunnelse="x", **grunner
    )
    return grunnlag(sak(kontraktsvalg=valg, oppfoelgingsplan=felt.pop("plan", None)), **felt)


def funn(g: Grunnlag) -> set[str]:
    regler = {
        "KON-2": kontraktskontroll.saerlige_grunner,
        "KON-3": kontraktskontroll.minst_seks_maaneder,
        "KON-5": kontraktskontroll.tungtveiende_grunner,
        "KTR-5": kontraktskontroll.noedvendige_klausuler,
    }
    return {kode for kode, regel in regler.items() if regel(g) is not None}


@pytest.mark.parametrize(
    ("situasjon", "g", "ventet"),
    [
        ("minst 36 måneder", valgt(36), set()),
        ("over 36 måneder", valgt(60), set()),
        ("tidsubestemt", valgt(None), set()),
        ("under 36 med særlige grunner", valgt(12, saerlige_grunner=BEHOV), set()),
        ("seks måneder med særlige grunner", valgt(6, saerlige_grunner=BEHOV), set()),
        ("under seks måneder", valgt(5, saerlige_grunner=BEHOV), {"KON-3"}),
        ("annen saklig grunn, skriftlig", valgt(8, saerlige_grunner=INNLEID), set()),
        ("under 36 uten grunn", valgt(35), {"KON-2"}),
        ("under seks uten grunn", valgt(1), {"KON-2", "KON-3"}),
        ("bo og tjeneste under 36", valgt(12, "bo_og_tjeneste"), {"KON-2"}),
        ("bo og tjeneste uten ende", valgt(None, "bo_og_tjeneste"), set()),
    ],
)
def test_hver_situasjon_for_en_foerste_kontrakt(situasjon: str, g: Grunnlag, ventet: set[str]) -> None:
    assert funn(g) == ventet


@pytest.mark.parametrize(
    ("maaneder", "grunn", "ventet"),
    [(12, None, {"KON-5"}), (12, " ", {"KON-5"}), (12, "Omsorgsbolig ferdig i 2028.", set()), (36, None, set())],
)
def test_ny_kort_avtale_for_samme_bolig_og_parter_krever_tungtveiende_grunner(
    maaneder: int, grunn: str | None, ventet: set[str]
) -> None:
    felt = {"saerlige_grunner": BEHOV, "tungtveiende_grunner": grunn}
    assert funn(valgt(maaneder, bolig=bolig(), tidligere=KORT_FOER, **felt)) == ventet


@pytest.mark.parametrize("klausul", ["vanskeligstilte", "unntak", "oppsigelse"])
@pytest.mark.parametrize("maaneder", [36, None])
def test_uten_paakrevd_tekst_sperres_kontrakten(klausul: str, maaneder: int | None) -> None:
    g = valgt(maaneder, klausuler=ALLE_KLAUSULER - {klausul})
    trengs = klausul != "oppsigelse" or maaneder is not None  # an open-ended lease can always be terminated
    assert funn(g) == ({"KTR-5"} if trengs else set())


@pytest.mark.parametrize("klausul", ["fravikelse_a", "fravikelse_b"])
def test_uten_fravikelsesklausul_advares_det_bare(klausul: str) -> None:
    g = valgt(36, klausuler=ALLE_KLAUSULER - {klausul})
    assert funn(g) == set()
    assert any("13-2" in a for a in kontraktskontroll.advarsler(g))


def test_bo_og_tjeneste_skal_staa_i_to_dokumenter() -> None:
    assert any("to dokumenter" in a for a in kontraktskontroll.advarsler(valgt(36, "bo_og_tjeneste")))


def test_en_kontrakt_alt_er_i_orden_med_gir_ingen_advarsler() -> None:
    assert kontraktskontroll.advarsler(valgt(36)) == ()
    assert kontraktskontroll.advarsler(grunnlag()) == ()


def test_setningen_sier_hvor_lang_kontrakten_er_og_hva_som_ellers_skjer() -> None:
    setning = kontraktskontroll.saerlige_grunner(valgt(12)) or ""
    assert "12 måneder" in setning
    assert "tidsubestemt" in setning


@pytest.mark.parametrize(
    ("g", "maaneder"),
    [
        (grunnlag(), 36),
        (valgt(12), 36),
        (valgt(12, saerlige_grunner=BEHOV), 12),
        (valgt(3, saerlige_grunner=BEHOV), 6),
        (valgt(12, saerlige_grunner=INNLEID), 36),
        (valgt(60), 36),
    ],
)
def test_forslaget_er_tre_aar_med_mindre_behovet_er_midlertidig_med_kjent_slutt(g: Grunnlag, maaneder: int) -> None:
    raad = kontraktskontroll.foreslaa(g)
    assert (raad.type, raad.maaneder) == ("tidsbestemt", maaneder)
    assert all(grunn.endswith((".", ").")) for grunn in raad.grunner)
    assert raad.grunner


def test_et_midlertidig_behov_faar_sin_egen_grunn() -> None:
    (grunn,) = kontraktskontroll.foreslaa(valgt(12, saerlige_grunner=BEHOV)).grunner
    assert grunn.startswith("Behovet er midlertidig med kjent slutt.")


def test_forslaget_viser_oppfoelgingsavtale_og_tidligere_kort_kontrakt_som_grunner() -> None:
    plan = Oppfoelgingsplan(behov=True, begrunnelse="x")
    grunner = " ".join(kontraktskontroll.foreslaa(valgt(12, plan=plan, bolig=bolig(), tidligere=KORT_FOER)).grunner)
    assert "oppfølgingsavtale" in grunner
    assert "kort kontrakt før" in grunner
