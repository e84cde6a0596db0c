"""Which law counts on which day, how a letter cites it, and what a broken law file is told."""

from datetime import date

import pytest

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.hjemmel import Hjemmel
from boligtildeling.domain.innstilling import NY_FORVALTNINGSLOV_FRA
from boligtildeling.exchange.ressurser import les_lovfil, lovsamling

SKIFTE = date(2027, 7, 1)
FOER, ETTER = date(2027, 6, 30), SKIFTE
IDAG = lovsamling()
MED_NY = IDAG.med({NY_FORVALTNINGSLOV_FRA: SKIFTE})

# The mirror table: theme, 1967, 2025.
SPEIL = """
foreløpig svar|fvl-11a|17
fullmektig|fvl-12|18
taushetsplikt|fvl-13|30 31
vilkår|vilkaarslaeren|41
forhåndsvarsel|fvl-16|42
utredning|fvl-17|43 44
partsinnsyn|fvl-18|46
skriftlighet|fvl-23|55
plikt til å begrunne|fvl-24|56
begrunnelsens innhold|fvl-25|57
underretning|fvl-27|58 59
klagerett og klageinstans|fvl-28|61 62
klagefrist|fvl-29|63
rettidig|fvl-30|64
oversittelse|fvl-31|65
klagens form|fvl-32|66
forberedelse|fvl-33|67
prøving|fvl-34|68
omgjøring|fvl-35|71
sakskostnader|fvl-36|69
utsatt iverksetting|fvl-42|75 76
"""


def ider(hjemler: tuple[Hjemmel, ...]) -> list[str]:
    return [h.id for h in hjemler]


@pytest.mark.parametrize("rad", SPEIL.split("\n")[1:-1], ids=lambda r: r.split("|")[0])
def test_den_nye_forvaltningsloven_overtar_paragraf_for_paragraf_fra_dagen_den_faar(rad: str) -> None:
    _, gammel, nye = rad.split("|")
    assert ider(IDAG.gjeldende([gammel], date(2030, 1, 1))) == [gammel]
    assert ider(MED_NY.gjeldende([gammel], FOER)) == [gammel]
    assert ider(MED_NY.gjeldende([gammel], ETTER)) == [f"fvl25-{n}" for n in nye.split()]


def test_uten_dato_er_ingenting_av_den_nye_loven_i_kraft() -> None:
    nye = [h for h in IDAG.hjemler.values() if h.lov.starter_med]
    assert len(nye) > 25
    assert not any(IDAG.er_i_kraft(h, date(2199, 12, 31)) for h in nye)


def test_et_sitat_samler_paragrafene_lov_for_lov() -> None:
    tid = date(2026, 11, 6)
    assert IDAG.sitat(["boligsos-4", "boligsos-6", "boligsos-7"], tid) == "boligsosialloven §§ 4, 6 og 7"
    assert IDAG.sitat(["fvl-11a"], tid) == "forvaltningsloven § 11 a"
    assert IDAG.sitat(["husll-9-1", "husll-11-1-6"], tid) == "husleieloven §§ 9-1 og 11-1 sjette ledd"
    assert IDAG.sitat(["husll-9-1"], tid, "nn") == "husleigelova § 9-1"
    assert IDAG.sitat(["barnekonvensjonen-3", "barnekonvensjonen-12"], tid) == "barnekonvensjonen artikkel 3 og 12"
    assert IDAG.sitat(["fvl-17", "boligsos-9"], tid) == "forvaltningsloven § 17; boligsosialloven § 9"


def test_et_sitat_viser_til_det_som_gjaldt_den_dagen() -> None:
    klage = ["fvl-27", "fvl-28", "fvl-29"]
    assert MED_NY.sitat(klage, FOER) == "forvaltningsloven §§ 27, 28 og 29"
    assert MED_NY.sitat(klage, ETTER) == "forvaltningsloven §§ 58, 59 annet ledd, 61, 62 og 63"
    assert MED_NY.sitat(klage, ETTER, "nn").startswith("forvaltningslova §§ 58")


def test_det_som_avloeses_to_ganger_av_samme_paragraf_nevnes_en_gang() -> None:
    assert MED_NY.sitat(["fvl-18", "fvl-19"], ETTER) == "forvaltningsloven § 46"


def test_en_opphevet_paragraf_uten_etterfoelger_siteres_ikke() -> None:
    assert MED_NY.sitat(["fvl-11"], ETTER) == ""
    assert ider(MED_NY.uten_etterfoelger(NY_FORVALTNINGSLOV_FRA)) == ["fvl-8", "fvl-11"]


def test_en_paragraf_med_sluttdato_gjelder_til_og_med_den() -> None:
    dispensasjon = IDAG.hjemler["tolkl-7-dispensasjon"]
    assert IDAG.er_i_kraft(dispensasjon, date(2026, 12, 31))
    assert not IDAG.er_i_kraft(dispensasjon, date(2027, 1, 1))


def test_en_paragraf_gjelder_ikke_foer_startdatoen() -> None:
    assert not IDAG.er_i_kraft(IDAG.hjemler["boligsos-7"], date(2023, 6, 30))
    assert IDAG.er_i_kraft(IDAG.hjemler["boligsos-7"], date(2023, 7, 1))


def test_hver_hjemmel_kan_vises_ogsaa_naar_den_er_avloest() -> None:
    for samling in (IDAG, MED_NY):
        vist = samling.vis(ETTER)
        assert set(vist) == set(samling.hjemler)
        assert all(vist.values())
    assert MED_NY.vis(ETTER)["fvl-25"] == "forvaltningsloven (2025) § 57"


HEL = 'id = "x-1"\nlov = "x-loven"\nparagraf = "§ 1"\ntekst = "Noe."\nvis = "x-loven § 1"\nverifisert = true\n'


@pytest.mark.parametrize(
    ("tekst", "sagt"),
    [
        ("[[hjemmel]\n", "kan ikke leses"),
        (f"[[hjemmel]]\n{HEL}".replace('tekst = "Noe."\n', ""), "x-1.tekst: mangler"),
        (f'[[hjemmel]]\n{HEL}lenke = "y"\n', "x-1.lenke: er ukjent"),
    ],
)
def test_en_lovfil_som_ikke_kan_brukes_sier_fil_og_noekkel(tekst: str, sagt: str) -> None:
    with pytest.raises(Driftsfeil) as feil:
        les_lovfil("x.toml", tekst)
    assert "x.toml" in feil.value.hva
    assert sagt in feil.value.hva
    assert les_lovfil("x.toml", f"[[hjemmel]]\n{HEL}")[0].lov.navn == "x-loven"
