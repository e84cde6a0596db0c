"""What IT settles for the machine goes before what users settle, and is never left out in silence."""

from pathlib import Path
from typing import Any

import pytest

from boligtildeling import oppsett, policy
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.policy import Policy, som_policy
from tests.cli.linje import Mappe, kjoer_her


@pytest.fixture
def fil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where IT writes the policy; there is none yet."""
    sted = tmp_path / "etc" / "policy.toml"
    sted.parent.mkdir()
    monkeypatch.setattr(policy, "FIL", sted)
    return sted


def test_uten_policy_er_ingenting_bestemt(fil: Path, mappe: Mappe) -> None:
    assert policy.les_policy() == Policy()
    assert mappe.som("tove").utfoer("sett_innstilling", navn="enhet", verdi="Boligkontoret").kode == 0


def test_en_bestemt_innstilling_gaar_foran_den_som_er_lagret(fil: Path, mappe: Mappe) -> None:
    tove = mappe.som("tove")
    assert tove.utfoer("sett_innstilling", navn="enhet", verdi="Vår egen").kode == 0
    fil.write_text('[innstillinger]\nenhet = "Bolig og velferd"\nlaas_etter_minutter = 5\n', encoding="utf-8")
    with oppsett_program(mappe) as program:
        assert program.innstillinger()["enhet"] == "Bolig og velferd"
        assert program.innstillinger()["laas_etter_minutter"] == "5"
        assert program.laaste == {"enhet", "laas_etter_minutter"}
    assert tove.utfoer("sett_innstilling", navn="enhet", verdi="Vår egen").sperrer == ["ROLLE"]
    assert tove.utfoer("sett_innstilling", navn="utleier", verdi="Kommunen").kode == 0
    fil.unlink()
    with oppsett_program(mappe) as program:
        assert program.innstillinger()["enhet"] == "Vår egen"


def oppsett_program(mappe: Mappe) -> Any:
    from boligtildeling.app import Program

    return Program.aapne(mappe.sti)


def test_kopiene_legges_der_it_har_bestemt(fil: Path, mappe: Mappe, tmp_path: Path) -> None:
    fil.write_text(f'[innstillinger]\nsikkerhetskopi_annet_sted = "{tmp_path / "kopier"}"\n', encoding="utf-8")
    svar = mappe.som("tove")("sikkerhetskopier", "--vis").json
    assert svar["annet_sted"] == str(tmp_path / "kopier")
    assert svar["mangler"] == "Mappen på det andre stedet finnes ikke, eller kan ikke nås."


def test_datamappen_er_der_it_har_bestemt(fil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOLIGROT", str(tmp_path))
    fil.write_text('datamappe = "$BOLIGROT/bestemt"\n', encoding="utf-8")
    assert oppsett.standardmappe() == tmp_path / "bestemt"


def test_virkelige_saker_ligger_bare_der_it_har_bestemt(fil: Path, tmp_path: Path) -> None:
    fil.write_text(f'datamappe = "{tmp_path / "bestemt"}"\n', encoding="utf-8")
    annen = Mappe(tmp_path / "annen", None, None)
    svar = annen("opprett").feilet(5)
    assert str(tmp_path / "bestemt") in svar["gjoer"]
    assert not annen.sti.exists()
    assert annen("opprett", "--proeve").kode == 0
    riktig = Mappe(tmp_path / "bestemt", None, None)
    assert riktig("opprett").kode == 0
    flyttet = Mappe(riktig.sti.rename(tmp_path / "flyttet"), None, None)
    assert "IT har bestemt" in flyttet("vis", "saker").feilet(5)["hva"]
    assert "IT har bestemt" in flyttet("kontroller").feilet(5)["hva"]


@pytest.mark.parametrize(
    ("innhold", "hvorfor"),
    [
        ("datamappe = ", "gyldig TOML"),
        ('datamappe = "data"', "hele stien"),
        ("datamappe = 5", "hele stien"),
        ('datamapp = "/srv"', "«datamapp»"),
        ("oppdateringsvarsel = true", "kan ikke slås på"),
        ('felles_database = "server"', "ikke felles database"),
        ("innstillinger = 1", "«innstillinger»"),
        ("[innstillinger]\nfinnes_ikke = 1", "finnes ikke"),
        ("[innstillinger]\nlaas_etter_minutter = 0", "helt tall"),
        ('[innstillinger]\nenhet = " "', "Verdien mangler"),
    ],
)
def test_en_policy_som_ikke_kan_foelges_stopper_alt(fil: Path, mappe: Mappe, innhold: str, hvorfor: str) -> None:
    fil.write_text(innhold, encoding="utf-8")
    svar = mappe("vis", "saker").feilet(5)
    assert hvorfor in svar["hva"]
    assert str(fil) in svar["gjoer"]
    assert kjoer_her(["--version"]).kode == 0


def test_det_programmet_uansett_ikke_gjoer_kan_bestemmes_av() -> None:
    for av in (False, 0, "0", "nei"):
        assert som_policy({"oppdateringsvarsel": av, "felles_database": ""}, "registeret") == Policy()


def test_hjemmemappen_kan_staa_i_stien(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert som_policy({"datamappe": "~/bolig"}, "fil").datamappe == tmp_path / "bolig"
    with pytest.raises(Driftsfeil, match="hele stien"):
        som_policy({"datamappe": "$FINNES_IKKE/bolig"}, "fil")
