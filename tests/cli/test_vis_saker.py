"""The work list: pages without loss or doubles, search without wildcards, and nothing shown that is protected."""

from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.linje import Mappe, soeknad
from tests.lager import raa


def registrer(mappe: Mappe, fornavn: str, etternavn: str = "Prøve", **felt: Any) -> str:
    person = {"fornavn": fornavn, "etternavn": etternavn, "adressebeskyttelse": "ingen", **felt.pop("person", {})}
    svar = mappe.utfoer("registrer_soeknad", soeknad=soeknad(soeker=person, **felt))
    nummer: str = svar.resultat["saksnummer"]
    return nummer


def sider(mappe: Mappe, *valg: Any) -> list[list[str]]:
    """Every page of the list, by mark, until there are no more."""
    funnet, merke = [], None
    while True:
        side = mappe("vis", "saker", *valg, *(["--etter", merke] if merke else [])).json
        funnet.append([s["saksnummer"] for s in side["saker"]])
        merke = side["merke"]
        if merke is None:
            return funnet


def test_sidene_har_hver_sak_en_gang_i_fristens_rekkefoelge(mappe: Mappe) -> None:
    """Many cases share a deadline, so that the mark must hold on to the number too."""
    for nr in range(23):
        registrer(mappe, f"Sak {nr}", mottatt_dato=(date(2026, 11, 2) + timedelta(days=nr % 3)).isoformat())
    alle = mappe("vis", "saker", "--grense", "500").json
    rekke = [(s["neste_frist"], s["saksnummer"]) for s in alle["saker"]]
    assert alle["merke"] is None
    assert len(rekke) == 23
    assert rekke == sorted(rekke)
    for grense in (1, 2, 5, 22, 23, 24):
        delt = sider(mappe, "--grense", grense)
        assert [n for side in delt for n in side] == [n for _, n in rekke]
        assert all(len(side) == grense for side in delt[:-1])
        assert len(delt[-1]) > 0


def test_en_sak_som_kommer_til_mens_det_blas_rykker_ingen_sak_ut(mappe: Mappe) -> None:
    for nr in range(6):
        registrer(mappe, f"Sak {nr}", mottatt_dato="2026-11-03")
    foerste = mappe("vis", "saker", "--grense", "3").json
    ny = registrer(mappe, "Ny", mottatt_dato="2026-11-02")
    rest = mappe("vis", "saker", "--grense", "10", "--etter", foerste["merke"]).json
    sett = [s["saksnummer"] for side in (foerste, rest) for s in side["saker"]]
    assert len(sett) == len(set(sett)) == 6
    assert ny not in sett


def test_en_sak_som_avsluttes_mens_det_blas_faar_ingen_andre_til_aa_falle_ut(mappe: Mappe) -> None:
    numre = [registrer(mappe, f"Sak {nr}") for nr in range(6)]
    foerste = mappe("vis", "saker", "--grense", "3", "--steg", "kartlegging").json
    siste = foerste["saker"][-1]["saksnummer"]
    mappe.utfoer("trekk_soeknad", saksnummer=siste, grunn="Trukket.")
    rest = mappe("vis", "saker", "--steg", "kartlegging", "--etter", foerste["merke"]).json
    sett = [s["saksnummer"] for side in (foerste, rest) for s in side["saker"]]
    assert sorted(sett) == sorted(numre)


@pytest.mark.parametrize("merke", ["tull", "", "2026-13-01/2026-0001", "/", "2026-0001", "0/0"])
def test_et_merke_som_ikke_er_gitt_er_en_feil(mappe: Mappe, sak: str, merke: str) -> None:
    assert mappe("vis", "saker", "--etter", merke).pekere == ["/etter"]


def test_grense_og_steg_proeves_samtidig(mappe: Mappe) -> None:
    assert mappe("vis", "saker", "--grense", "0", "--steg", "tull").pekere == ["/grense", "/steg"]
    assert mappe("vis", "saker", "--grense", "-1").pekere == ["/grense"]
    assert mappe("vis", "saker", "--grense", "999999").json["saker"] == []


@pytest.mark.parametrize(
    ("sok", "finner"),
    [
        ("ødegård", True),
        ("odegard", True),
        ("oedegaard", True),
        ("ØDEGÅRD", True),
        ("Åse Ødegård", True),
        ("ødegård åse", True),
        ("ødeg", True),
        ("testvegen", True),
        ("7014", True),
        ("17.04.1985", True),
        ("2026-0001", True),
        ("ase odeg", True),
        ("degård", False),
        ("%", False),
        ("_", False),
        ("%ødegård%", True),
        ("øde_ård", False),
        ("øde%rd", False),
        ("ødegård*", True),
        ("åse nordmann", False),
        ("' OR 1=1 --", False),
        ("\\", False),
        ("[a-z]", False),
        ("<script>", False),
        ("x" * 10_000, False),
    ],
)
def test_soek_finner_det_som_er_skrevet_og_ingenting_er_jokertegn(mappe: Mappe, sok: str, finner: bool) -> None:
    adresse = {"linje": "Testvegen 4", "postnummer": "7014", "poststed": "TRONDHEIM"}
    en = registrer(mappe, "Åse", "Ødegård", person={"adresse": adresse, "foedselsdato": "1985-04-17"})
    registrer(mappe, "Bjørn", "Hansen")
    treff = [s["saksnummer"] for s in mappe("vis", "saker", "--sok", sok).json["saker"]]
    if sok in {"%", "_", "\\"}:
        assert treff in ([], [en, "2026-0002"]), "a sign alone says nothing, or finds nothing"
    else:
        assert treff == ([en] if finner else [])


@pytest.mark.parametrize("beskyttelse", ["fortrolig", "strengt_fortrolig"])
def test_en_skjermet_sak_finnes_bare_for_dem_som_staar_paa_den(mappe: Mappe, beskyttelse: str) -> None:
    vanlig = registrer(mappe, "Åpen", "Sak")
    skjermet = registrer(mappe, "Skjult", "Sak", person={"adressebeskyttelse": beskyttelse})
    for bruker in ("ola", "tove", "ida"):
        her = mappe.som(bruker)
        assert [s["saksnummer"] for s in her("vis", "saker").json["saker"]] == [vanlig]
        for sok in ("skjult", "sak", skjermet):
            assert skjermet not in her("vis", "saker", "--sok", sok).ut
        assert her("vis", "sak", skjermet).feilet(6) == her("vis", "sak", "2026-9999").feilet(6)
        assert her("skriv-ut", "sjekkliste-tildeling", skjermet, "--til", mappe.sti.parent / "x.pdf").pekere == [
            "/saksnummer"
        ]
        assert not (mappe.sti.parent / "x.pdf").exists()
    assert mappe("vis", "sak", skjermet).json["tilganger"] == ["kari"]
    assert mappe.utfoer("gi_tilgang", saksnummer=skjermet, bruker="ola").kode == 0
    assert mappe.som("ola")("vis", "sak", skjermet).json["er_skjermet"] is True
    assert mappe.som("tove")("vis", "sak", skjermet).kode == 6


def test_et_barn_med_beskyttelse_skjermer_hele_saken(mappe: Mappe) -> None:
    barn = [{"navn": "Liten", "relasjon": "barn", "adressebeskyttelse": "fortrolig"}]
    registrer(mappe, "Vanlig", "Forelder", husstand=barn)
    assert mappe.som("ola")("vis", "saker").json["saker"] == []


def test_en_annens_skjermede_sak_roepes_ikke_av_en_advarsel(mappe: Mappe) -> None:
    """The same person comes again, to someone who may not know of the first case."""
    person = {"foedselsnummer": "17848510033"}
    registrer(mappe, "Skjult", "Person", person={**person, "adressebeskyttelse": "fortrolig"})
    svar = mappe.som("ola").utfoer(
        "registrer_soeknad",
        soeknad=soeknad(soeker={"fornavn": "S", "etternavn": "P", "adressebeskyttelse": "ingen", **person}),
    )
    assert "2026-0001" not in svar.ut


def test_en_sak_som_ikke_kan_leselogges_vises_ikke(mappe: Mappe, sak: str) -> None:
    with closing(raa(mappe.sti)) as db:
        db.execute("CREATE TRIGGER nekt BEFORE INSERT ON lesning BEGIN SELECT RAISE(FAIL, 'disk I/O error'); END")
    svar = mappe.prosess("vis", "sak", sak)
    assert svar.kode == 5
    assert svar.ut == ""
    assert "Prøve Person" not in svar.feil


def test_tidligere_versjoner_av_en_sak_kan_vises(mappe: Mappe, sak: str) -> None:
    mappe.utfoer("sett_kjennetegn", saksnummer=sak, kjennetegn="tjenestevedtak", verdi=True)
    (versjon,) = mappe("vis", "versjoner", sak).json
    assert (versjon["bruker"], versjon["tittel"]) == ("kari", "Sett kjennetegn")
    assert versjon["endringer"] == [{"sted": "/kjennetegn/tjenestevedtak", "fra": False, "til": True}]
    assert mappe("vis", "versjoner", "2026-9999").pekere == ["/saksnummer"]


def test_hvem_som_har_lest_kan_vises_for_en_sak_og_for_en_periode(mappe: Mappe, sak: str) -> None:
    leder = mappe.som("tove")
    assert mappe.som("ola")("vis", "sak", sak).kode == 0
    rader = leder("vis", "lesninger", sak).json
    assert [(r["bruker"], r["hva"]) for r in rader] == [("tove", "vis_lesninger"), ("ola", "vis_sak")]
    (rad,) = leder("vis", "lesninger", "--fra", "2026-11-20", "--til", "2026-11-20").json
    assert (rad["nummer"], rad["saksnummer"], rad["flagg"]) == (1, sak, ["uten_oppgave"])
    assert leder("vis", "lesninger", "--fra", "2026-11-21", "--til", "2026-11-21").json == []
    assert mappe("vis", "lesninger").sperrer == ["ROLLE"]
    assert leder("vis", "lesninger", "--fra", "i går").feilet(2)["feil"] == "bruk"


def test_hva_som_kan_kasseres_naar_kan_vises(mappe: Mappe) -> None:
    visning = mappe.som("tove")("vis", "bevaring").json
    rader = {r["id"]: r for r in visning["regler"]}
    assert rader["saksdokumentasjon"]["tiltak"] == "bevares"
    assert "bevaringsforskrifta § 3" in rader["saksdokumentasjon"]["hjemmel"]
    assert (rader["lesninger"]["varighet"], rader["lesninger"]["kan_kasseres"]) == ("5 år", 0)


def test_listen_kan_velges_etter_ansvarlig_team_og_frist(mappe: Mappe) -> None:
    nummer = registrer(mappe, "Åse")
    frist = mappe("vis", "saker").json["saker"][0]["neste_frist"]
    dagen_foer = (date.fromisoformat(frist) - timedelta(days=1)).isoformat()
    for valg, ventet in (
        (("--ansvarlig", "kari"), [nummer]),
        (("--ansvarlig", "ola"), []),
        (("--mitt-team",), [nummer]),
        (("--frist-til", frist), [nummer]),
        (("--frist-til", dagen_foer), []),
    ):
        assert sider(mappe, *valg) == [ventet]
    assert mappe("vis", "saker", "--frist-til", "snart").kode == 2
