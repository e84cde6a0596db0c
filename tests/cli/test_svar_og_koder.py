"""One JSON value on success, one JSON line on failure, and the exit code that the table in the reference promises."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.domain.drift import FUNKSJONSNAVN, ROLLENAVN
from tests.cli.linje import PROGRAM, ROT, Mappe, kjoer_her, kjoer_prosess, soeknad, som_bytes

VERSJON = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_versjonen_er_prosjektets() -> None:
    assert kjoer_prosess(["--version"]).json == {"versjon": VERSJON}


@pytest.mark.parametrize(
    "linje",
    [
        ["tull"],
        ["vis"],
        ["vis", "tull"],
        ["vis", "sak"],
        ["vis", "saker", "--grense", "mange"],
        ["vis", "saker", "--grense"],
        ["vis", "saker", "for", "mange"],
        ["utfoer"],
        ["utfoer", "finnes_ikke"],
        ["handlinger", "--skjema", "finnes_ikke"],
        ["opprett", "--bruker", "kari"],
        ["opprett", "--bruker", "kari:sjef"],
        ["opprett", "--bruker", ":leser"],
        ["opprett", "--bruker", "kari:leser", "--bruker", "kari:teamleder"],
        ["--som", "kari", "opprett", "--proeve"],
        ["--klokke", "2026-11-20T10:00", "opprett"],
        ["--klokke", "i går", "vis", "saker"],
        ["--klokke", "0001-01-01T00:00", "vis", "saker"],
        ["--klokke", "9999-12-31T23:59", "vis", "saker"],
        ["--klokke"],
        ["--klok", "2026-11-20T10:00", "vis", "saker"],
        ["vis", "saker", "--gr", "3"],
        ["--data=", "vis", "saker"],
        ["--data", " ", "opprett"],
        ["vis", "saker", "--data", "x"],
        ["--tull", "vis", "saker"],
        ["skriv-ut"],
        ["skriv-ut", "vedtak"],
        ["skriv-ut", "finnes-ikke", "--til", "x.pdf"],
    ],
    ids=" ".join,
)
def test_feil_bruk_er_2_paa_norsk_og_gjentar_ikke_det_som_ble_skrevet(tom_mal: Mappe, linje: list[str]) -> None:
    mappe = [] if "opprett" in linje else ["--data", str(tom_mal.sti)]
    svar = kjoer_her([*mappe, *linje]).feilet(2)
    assert svar["feil"] == "bruk"
    assert svar["hva"].endswith(".")
    assert not any(skrevet in svar["hva"] for skrevet in ("tull", "i går", "sjef", "finnes_ikke"))
    for engelsk in ("argument ", "invalid", "required", "expected", "usage", "unrecognized", "choose"):
        assert engelsk not in json.dumps(svar)


def test_uten_skjerm_aapnes_ikke_vinduet_og_det_blir_sagt() -> None:
    uten = {
        navn: verdi
        for navn, verdi in os.environ.items()
        if navn not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    if sys.platform.startswith("linux"):
        assert "ingen skjerm" in kjoer_prosess([], env=uten).feilet(5)["hva"]


def test_hjelpen_er_paa_norsk() -> None:
    for linje in (["-h"], ["vis", "-h"], ["vis", "saker", "--help"]):
        hjelp = kjoer_prosess(linje)
        assert hjelp.kode == 0
        assert hjelp.ut.startswith("bruk: ")
        assert "show this" not in hjelp.ut
        assert "options" not in hjelp.ut


def test_ukjent_bruker_er_feil_bruk_foer_inndata_leses(mappe: Mappe, sak: str) -> None:
    for linje in (["vis", "sak", sak], ["vis", "saker"], ["utfoer", "noter"]):
        assert mappe.som("nissen")(*linje, inn=b"{").feilet(2)["feil"] == "bruk"


@pytest.mark.parametrize("rolle", ["ida", "it"])
def test_feil_rolle_er_3(mappe: Mappe, sak: str, rolle: str) -> None:
    foer = mappe.avtrykk()
    assert mappe.som(rolle).utfoer("noter", saksnummer=sak, tekst="x").sperrer == ["ROLLE"]
    assert mappe.som(rolle).utfoer("registrer_soeknad", soeknad=soeknad()).sperrer == ["ROLLE"]
    assert mappe.avtrykk() == foer


def test_leseren_leser_og_administratoren_ser_ingen_sak(mappe: Mappe, sak: str) -> None:
    assert mappe.som("ida")("vis", "sak", sak).json["saksnummer"] == sak
    assert mappe.som("ida")("vis", "saker").json["saker"]
    assert mappe.som("it")("vis", "sak", sak).sperrer == ["ROLLE"]
    assert mappe.som("it")("vis", "saker").sperrer == ["ROLLE"]
    assert mappe.som("it").utfoer("registrer_bruker", navn="ny", rolle="leser").kode == 0
    assert mappe.som("kari").utfoer("registrer_bruker", navn="ny2", rolle="teamleder").sperrer == ["ROLLE"]


def test_den_som_skrev_vedtaket_kan_verken_godkjenne_eller_returnere(foer_noekkel: Mappe) -> None:
    """Only a case whose decision waits can be tried, so a new one is taken there."""
    from tests.cli.spill import spill

    skript = Path(__file__).parent / "hovedloep" / "avvist.jsonl"
    spilt = spill(skript, foer_noekkel, stopp_foer="godkjenn_vedtak")
    assert spilt.feil == []
    nummer, naa = spilt.lagret["sak"], foer_noekkel.naar("2026-11-25T09:30")
    kontrollert = ["konklusjon", "begrunnelse", "klage"]
    assert naa.utfoer("godkjenn_vedtak", saksnummer=nummer, kontrollert=kontrollert).sperrer == ["VED-6"]
    assert naa.utfoer("returner_vedtak", saksnummer=nummer, grunner=["x"]).sperrer == ["VED-6"]
    assert naa.som("ola").utfoer("godkjenn_vedtak", saksnummer=nummer, kontrollert=[]).sperrer == ["VED-6"]
    assert naa.som("ola").utfoer("godkjenn_vedtak", saksnummer=nummer, kontrollert=kontrollert).kode == 0


UTLEVERING = {
    "saksnummer": "2026-0001",
    "mottaker": "Lys Morgen",
    "noekler": [{"merke": "A-1", "antall": 3}],
    "legitimasjon": "pass",
}


def test_noekkelen_gaar_bare_en_gang(foer_noekkel: Mappe) -> None:
    assert foer_noekkel("utfoer", "utlever_noekkel", inn=UTLEVERING).kode == 0
    foer = foer_noekkel.avtrykk()
    assert foer_noekkel("utfoer", "utlever_noekkel", inn=UTLEVERING).sperrer == ["ALLEREDE"]
    assert foer_noekkel.som("ola")("utfoer", "utlever_noekkel", inn=UTLEVERING).sperrer == ["ALLEREDE"]
    assert foer_noekkel.avtrykk() == foer
    assert foer["noekkelutlevering"] == 1


def test_en_betaling_som_reverseres_etter_noekkelen_blir_restanse_og_leieforholdet_staar(foer_noekkel: Mappe) -> None:
    foer_noekkel("utfoer", "utlever_noekkel", inn=UTLEVERING)
    sak = foer_noekkel("vis", "sak", "2026-0001").json
    betaling = sak["kontrakt"]["betalinger"][0]
    svar = foer_noekkel.utfoer(
        "registrer_betaling",
        saksnummer="2026-0001",
        beloep=betaling["beloep"],
        dato="2026-12-15",
        kilde="bankfil",
        reverserer=betaling["id"],
    ).resultat
    assert svar["gjenstaar"] == betaling["beloep"]
    assert any("restanse" in advarsel for advarsel in svar["advarsler"])
    etter = foer_noekkel("vis", "sak", "2026-0001").json
    assert etter["steg"] == "boforhold"
    assert etter["boforhold_restanse"] == betaling["beloep"]
    assert etter["utlevering"] == sak["utlevering"]
    assert etter["kontrakt"]["signert"] == sak["kontrakt"]["signert"]


def test_gammel_versjon_er_4_og_sier_hvem_som_gjorde_hva_naar(mappe: Mappe, sak: str) -> None:
    sett = mappe("vis", "sak", sak).json["versjon"]
    mappe.som("ola").naar("2026-11-20T11:00").utfoer("noter", saksnummer=sak, sett_versjon=sett, tekst="først")
    svar = mappe.utfoer("noter", saksnummer=sak, sett_versjon=sett, tekst="sist").feilet(4)
    assert svar["feil"] == "konflikt"
    (endring,) = svar["endringer"]
    assert (endring["hva"], endring["bruker"]) == ("Skriv notat", "ola")
    assert endring["tidspunkt"].startswith("2026-11-20T11:00")
    assert [n["tekst"] for n in mappe("vis", "sak", sak).json["notater"]] == ["først"]
    assert mappe.utfoer("noter", saksnummer=sak, sett_versjon=svar["versjon"], tekst="sist").kode == 0


def test_en_refusert_handling_har_ikke_endret_noe(mappe: Mappe, sak: str) -> None:
    foer, bilde = mappe.avtrykk(), mappe("vis", "sak", sak).json
    assert mappe.utfoer("send_til_godkjenning", saksnummer=sak).kode == 3
    assert mappe.utfoer("utlever_noekkel", **{**UTLEVERING, "saksnummer": sak}).kode == 3
    assert mappe.utfoer("signer_kontrakt", saksnummer=sak, part="leier", dato="2026-11-20").sperrer == ["STEG"]
    etter = mappe("vis", "sak", sak).json
    assert etter == bilde
    assert {k: v for k, v in mappe.avtrykk().items() if k != "lesning"} == {
        k: v for k, v in foer.items() if k != "lesning"
    }


def test_lesing_endrer_bare_leseloggen(mappe: Mappe, sak: str) -> None:
    foer = mappe.avtrykk()
    mappe("vis", "sak", sak)
    mappe("vis", "saker", "--sok", "person")
    mappe("skriv-ut", "sjekkliste-tildeling", sak, "--til", mappe.sti.parent / "x.pdf")
    mappe("skriv-ut", "sjekkliste-tildeling", "--tom", "--til", mappe.sti.parent / "x.pdf")
    etter = mappe.avtrykk()
    assert etter.pop("lesning") - foer.pop("lesning") == 2
    assert etter == foer


def test_handlinger_har_tittel_og_roller_og_er_alle(tom_mal: Mappe) -> None:
    handlinger = tom_mal.som(None).naar(None)("handlinger").json
    assert [h["navn"] for h in handlinger] == sorted(HANDLINGER)
    assert all(h["tittel"] and h["roller"] for h in handlinger)
    assert {rolle for h in handlinger for rolle in h["roller"]} <= set(ROLLENAVN)
    assert {funksjon for h in handlinger for funksjon in h["funksjoner"]} <= set(FUNKSJONSNAVN)
    om_sak = next(h for h in handlinger if h["navn"] == "noter")
    assert set(om_sak["vern"]) == {"fortrolig", "strengt_fortrolig", "klientadresse", "inhabil"}


REFERANSE = """
registrer_soeknad rett_soeknad legg_ved noter overta_sak tildel_sak gi_tilgang send_foreloepig_svar kryss_av
sett_kjennetegn lagre_oekonomiplan lagre_oppfoelgingsplan velg_kontraktstype skriv_vedtak send_til_godkjenning
godkjenn_vedtak returner_vedtak send_vedtak registrer_bolig endre_bolig tilby_bolig trekk_tilbud svar_paa_tilbud
kontroller_vilkaar skriv_kontrakt signer_kontrakt annuller_kontrakt registrer_betaling gi_unntak utlever_noekkel
aapne_hasteloep etterregistrer_avvik registrer_midlertidig_botilbud sett_paa_vent ta_opp_igjen trekk_soeknad avslutt_sak
angre sett_innstilling registrer_bruker"""


@pytest.mark.parametrize("handling", REFERANSE.split())
def test_hver_handling_i_referansen_finnes_med_skjema(handling: str) -> None:
    skjema = kjoer_her(["handlinger", "--skjema", handling]).json
    funn = list(feil_i_skjema(skjema, skjema, handling))
    assert funn == []


TYPER = {"string", "number", "integer", "boolean", "array", "object", "null"}
NOEKKELORD = {
    "type": str,
    "title": str,
    "description": str,
    "enum": list,
    "const": object,
    "default": object,
    "properties": dict,
    "required": list,
    "additionalProperties": (bool, dict),
    "items": dict,
    "prefixItems": list,
    "minItems": int,
    "maxItems": int,
    "minLength": int,
    "maxLength": int,
    "minimum": (int, float),
    "maximum": (int, float),
    "multipleOf": (int, float),
    "pattern": str,
    "format": str,
    "anyOf": list,
    "uniqueItems": bool,
    "$ref": str,
    "$defs": dict,
    "x-ikke-fram-i-tid": bool,
}


def feil_i_skjema(del_: dict[str, Any], rot: dict[str, Any], sti: str) -> Any:
    """What is not JSON Schema (draft 2020-12) in it, and every field that does not say what it is."""
    for ord_, verdi in del_.items():
        if ord_ not in NOEKKELORD:
            yield f"{sti}: {ord_} er ukjent"
        elif not isinstance(verdi, NOEKKELORD[ord_]):  # type: ignore[arg-type]
            yield f"{sti}: {ord_} har feil form"
    if "type" in del_ and del_["type"] not in TYPER:
        yield f"{sti}: typen {del_['type']} finnes ikke"
    if "$ref" in del_ and del_["$ref"].removeprefix("#/$defs/") not in rot.get("$defs", {}):
        yield f"{sti}: {del_['$ref']} peker ut i lufta"
    if del_.get("type") == "object":
        if del_.get("additionalProperties") is not False:
            yield f"{sti}: ukjente felt slipper gjennom"
        if not set(del_.get("required", [])) <= set(del_.get("properties", {})):
            yield f"{sti}: krever felt som ikke finnes"
        if not del_.get("description", "").endswith("."):
            yield f"{sti}: sier ikke hva det er"
    for navn, felt in del_.get("properties", {}).items():
        if not felt.get("description", "").endswith("."):
            yield f"{sti}/{navn}: mangler beskrivelse"
        yield from feil_i_skjema(felt, rot, f"{sti}/{navn}")
    for navn, definisjon in del_.get("$defs", {}).items():
        yield from feil_i_skjema(definisjon, rot, navn)
    for valg in [*del_.get("anyOf", []), *([del_["items"]] if "items" in del_ else [])]:
        yield from feil_i_skjema(valg, rot, sti)


def test_skjemaproeven_ser_det_som_er_galt() -> None:
    galt = {
        "type": "object",
        "description": "Noe.",
        "additionalProperties": False,
        "required": ["b"],
        "properties": {"a": {"type": "streng", "tull": 1, "maxLength": "ti"}, "c": {"$ref": "#/$defs/D"}},
    }
    funn = list(feil_i_skjema(galt, galt, "x"))
    assert len(funn) == 7


def test_svaret_er_utf8_paa_en_linje_uansett_spraak_i_omgivelsene(mappe: Mappe) -> None:
    person = {"fornavn": "Åse", "etternavn": "Čáhppe–Øy", "adressebeskyttelse": "ingen"}
    nummer = mappe.utfoer("registrer_soeknad", soeknad=soeknad(soeker=person)).resultat["saksnummer"]
    ferdig = subprocess.run(
        [*PROGRAM, *mappe.linje("vis", "sak", nummer)],
        capture_output=True,
        cwd=ROT,
        env={**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
        timeout=60,
    )
    assert "Åse Čáhppe–Øy".encode() in ferdig.stdout
    assert ferdig.stdout.count(b"\n") == 1
    assert ferdig.stderr == b""


def test_beloep_ut_er_tall_med_hoeyst_to_desimaler_og_datoer_er_iso(foer_noekkel: Mappe) -> None:
    tekst = foer_noekkel("vis", "sak", "2026-0001").ut
    kontrakt = json.loads(tekst)["kontrakt"]
    assert '"foerste_husleie": {"beloep": 7183.87' in tekst
    assert '"husleie": 13100,' in tekst
    assert kontrakt["fra_dato"] == "2026-12-15"
    assert isinstance(kontrakt["gjenstaar"], int)


def test_ugyldig_utf8_paa_kommandolinjen_er_feil_bruk(mappe: Mappe) -> None:
    for linje in (["vis", "sak", b"\xff"], ["vis", "saker", "--sok", b"\xe5"], ["utfoer", b"\xff"]):
        ferdig = subprocess.run(
            [*PROGRAM, *mappe.linje(), *linje], capture_output=True, cwd=ROT, timeout=60, check=False
        )
        assert ferdig.returncode == 2
        assert json.loads(ferdig.stderr)["feil"] == "bruk"
        assert ferdig.stdout == b""


def test_naar_ingen_tar_imot_svaret_er_handlingen_gjort_og_det_blir_sagt(mappe: Mappe, sak: str) -> None:
    with open("/dev/full", "wb") if Path("/dev/full").exists() else open(os.devnull, "rb") as fullt:
        ferdig = subprocess.run(
            [*PROGRAM, *mappe.linje("utfoer", "noter")],
            input=som_bytes({"saksnummer": sak, "tekst": "x"}),
            stdout=fullt,
            stderr=subprocess.PIPE,
            cwd=ROT,
            timeout=60,
            check=False,
        )
    assert ferdig.returncode == 5
    svar = json.loads(ferdig.stderr.decode().strip().split("\n")[-1])
    assert "er gjort" in svar["trygt"]
    assert b"Traceback" not in ferdig.stderr
    assert len(mappe("vis", "sak", sak).json["notater"]) == 1


def test_avbrutt_med_ctrl_c_gir_en_json_linje(mappe: Mappe, monkeypatch: pytest.MonkeyPatch) -> None:
    def avbryt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("boligtildeling.app.Program.vis_saker", avbryt)
    assert mappe("vis", "saker").feilet(130)["feil"] == "avbrutt"
