"""Earlier editions of a case: who changed what, when, from what to what."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.versjoner import VERSJONER
from boligtildeling.domain.endring import forskjeller
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Restanseplan
from boligtildeling.domain.soeknad import Adresse
from tests.bygg import Kontor, Paa, Vei, person, soeknad, vedtaksutkast
from tests.casework.test_historikk import rader

SVAR_NEI = {"svar": "nei", "dato": date(2026, 11, 12)}


def siste(vei: Vei, som: str = "kari") -> tuple[str, str, dict[str, tuple[Any, Any]]]:
    """The newest edition: who, by which act, and from what to what by place."""
    versjon = vei.kontor.program.vis(VERSJONER, som, vei.saksnummer)[0]
    return versjon.bruker, versjon.tittel, {e.sted: (e.fra, e.til) for e in versjon.endringer}


def test_en_rettet_soeknad_vises_felt_for_felt(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("rett_soeknad", "ola", soeknad=soeknad(soeker=person("Rolig", "Fjordland", telefon="00000001")))
    assert siste(vei) == (
        "ola",
        "Rett søknaden",
        {"/soeknad/soeker/etternavn": ("Fjord", "Fjordland"), "/soeknad/soeker/telefon": (None, "00000001")},
    )


def test_en_rettet_adresse_vises_med_den_som_kom_etter(paa: Paa) -> None:
    vei = paa("registrert")
    for linje in ("Testvegen 98", "Testvegen 99"):
        vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=Adresse(linje, "7014", "TRONDHEIM"))))
    ny, gammel = vei.kontor.program.vis(VERSJONER, "kari", vei.saksnummer)
    sted = "/soeknad/soeker/adresse/linje"
    assert [(e.sted, e.fra, e.til) for e in ny.endringer] == [(sted, "Testvegen 98", "Testvegen 99")]
    assert [(e.sted, e.fra, e.til) for e in gammel.endringer] == [(sted, "Testvegen 4", "Testvegen 98")]


def test_beloep_vises_i_kroner(paa: Paa) -> None:
    vei = paa("registrert")
    for kroner in (18_400, 12_000):
        plan = Restanseplan(beloep=Kroner.fra(kroner), haandtering="nedbetalingsavtale")
        vei.gjoer("lagre_oekonomiplan", restanse=plan)
    _, _, felt = siste(vei)
    assert felt == {"/oekonomiplan/restanse/beloep": (Kroner.fra(18_400), Kroner.fra(12_000))}


def test_et_svar_som_endres_vises_med_begge_svar(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-2", "ja", merknad="Snakket med søker.")
    vei.svar("KAR-2", "nei", "ola", merknad="Gjelder ikke.", dokumentasjon=None)
    hvem, tittel, felt = siste(vei)
    assert (hvem, tittel) == ("ola", "Svar på sjekkpunkt")
    assert felt["/svar/KAR-2/svar"] == ("ja", "nei")
    assert felt["/svar/KAR-2/merknad"] == ("Snakket med søker.", "Gjelder ikke.")
    assert felt["/svar/KAR-2/av"] == ("kari", "ola")


def test_et_nytt_utkast_til_vedtak_vises_ved_siden_av_det_gamle(paa: Paa) -> None:
    vei = paa("skrevet")
    gammel = vedtaksutkast()["begrunnelse"]
    vei.gjoer("skriv_vedtak", "ola", **vedtaksutkast(begrunnelse="En annen grunn."))
    assert siste(vei)[2] == {"/vedtak/begrunnelse": (gammel, "En annen grunn.")}


def test_det_som_angres_vises_den_andre_veien(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("sett_kjennetegn", kjennetegn="tjenestevedtak", verdi=True)
    assert siste(vei)[2] == {"/kjennetegn/tjenestevedtak": (False, True)}
    vei.gjoer("angre", "tove", hendelse=vei.siste_hendelse("sett_kjennetegn"), grunn="Feil sak.")
    assert siste(vei) == ("tove", "Angre", {"/kjennetegn/tjenestevedtak": (True, False)})


@pytest.mark.parametrize(
    ("stadium", "handling", "felt", "endring"),
    [
        ("registrert", "overta_sak", {}, ("/ansvarlig", "kari", "ola")),
        ("registrert", "tildel_sak", {"bruker": "tove"}, ("/ansvarlig", "kari", "tove")),
        ("registrert", "send_foreloepig_svar", {}, ("/foreloepig_svar_dato", None, "2026-11-02")),
        ("registrert", "trekk_soeknad", {"grunn": "Vil ikke."}, ("/avslutning/grunn", None, "Vil ikke.")),
        ("skrevet", "send_til_godkjenning", {}, ("/vedtak/status", "utkast", "til_godkjenning")),
        ("tilbudt", "svar_paa_tilbud", SVAR_NEI, ("/tilbud/1/status", "tilbudt", "nei")),
    ],
)
def test_hver_slags_endring_vises(
    paa: Paa, stadium: str, handling: str, felt: dict[str, Any], endring: tuple[str, Any, Any]
) -> None:
    vei = paa(stadium)
    if handling == "send_foreloepig_svar":
        vei.svar("SOE-1")
    vei.gjoer(handling, "ola", **felt)
    sted, fra, til = endring
    assert siste(vei)[2][sted] == (fra, til)


def test_vent_vises_naar_den_settes_endres_og_tas_bort(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("sett_paa_vent", grunn="Nav.", til_dato=date(2026, 12, 1))
    vei.gjoer("sett_paa_vent", grunn="Lege.", til_dato=date(2026, 12, 1))
    assert siste(vei)[2] == {"/paa_vent/grunn": ("Nav.", "Lege.")}
    vei.gjoer("ta_opp_igjen")
    assert siste(vei)[2]["/paa_vent/grunn"] == ("Lege.", None)


def test_hele_veien_kan_vises(paa: Paa) -> None:
    vei = paa("utlevert")
    alle = vei.kontor.program.vis(VERSJONER, "kari", vei.saksnummer)
    assert [v.hendelse for v in alle] == sorted((v.hendelse for v in alle), reverse=True)
    assert {"kari", "tove"} <= {v.bruker for v in alle}


def test_aa_se_paa_tidligere_versjoner_er_en_lesning(paa: Paa) -> None:
    vei = paa("registrert")
    vei.kontor.program.vis(VERSJONER, "ola", vei.saksnummer)
    assert rader(vei, "SELECT bruker, hva FROM lesning ORDER BY id DESC LIMIT 1") == [("ola", "vis_versjoner")]


def test_tidligere_versjoner_av_en_skjermet_sak_ser_bare_den_som_er_navngitt(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")))
    with pytest.raises(Ugyldig, match="/saksnummer"):
        kontor.program.vis(VERSJONER, "tove", vei.saksnummer)
    with pytest.raises(Sperret, match="ROLLE"):
        kontor.program.vis(VERSJONER, "it", vei.saksnummer)


@pytest.mark.parametrize(
    ("fra", "til", "funn"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": [1, 2]}, {"a": [1, 3, 4]}, [("/a/1", 2, 3), ("/a/2", None, 4)]),
        (None, {"a": {"b": "x"}, "c": None}, [("/a/b", None, "x")]),
        ({"a": {"b": 1}}, {"a": "tekst"}, [("/a", {"b": 1}, "tekst")]),
        ("", None, []),
        (0, None, [("", 0, None)]),
    ],
)
def test_forskjeller_er_felt_for_felt(fra: Any, til: Any, funn: list[tuple[str, Any, Any]]) -> None:
    assert [(e.sted, e.fra, e.til) for e in forskjeller("", fra, til)] == funn
