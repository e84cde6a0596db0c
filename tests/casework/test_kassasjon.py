"""Disposal: cases never, the rest by a plan with dates, by a leader with a reason, and its trace stays."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.views.bevaring import BEVARING, Bevaringsrad
from boligtildeling.domain.bevaring import Bevaringsregel
from boligtildeling.domain.feil import Driftsfeil, Sperret
from boligtildeling.exchange.personvern import bevaringsplan, les_plan
from tests.bygg import Kontor, Paa, Vei, kopier
from tests.casework.test_historikk import rader
from tests.casework.test_skjerming_av_opplysning import med_noekkel
from tests.lager import INTEGRITETSFEIL, raa


def med_lesninger(kontor: Kontor) -> Vei:
    """A case read in 2026, 2028 and 2031."""
    vei = kontor.ny_sak()
    for dag in (date(2026, 11, 3), date(2026, 11, 4), date(2028, 3, 1), date(2031, 11, 4)):
        kontor.ur.sett(dag)
        vei.vis("kari")
    return vei


def kasser(kontor: Kontor, slag: str = "lesninger", som: str = "tove", **felt: Any) -> Any:
    return kontor.gjoer("kasser", som, slag=slag, grunn="Årlig rydding.", **felt)


def regel(kontor: Kontor, navn: str) -> Bevaringsrad:
    return next(r for r in kontor.program.vis(BEVARING, "tove").regler if r.id == navn)


@pytest.mark.parametrize("slag", ["saksdokumentasjon", "historikk", "lesegjennomganger"])
def test_saksdokumentasjon_kan_aldri_kasseres(kontor: Kontor, slag: str) -> None:
    kontor.ur.sett(date(2126, 11, 4))
    (sperre,) = kontor.sperrer("kasser", "tove", slag=slag, grunn="Rydder.")
    assert "skal bevares" in sperre.grunn
    assert "arkivlova § 13" in sperre.hjemmel


def test_lesninger_kasseres_naar_planen_sier_det_og_kjeden_gaar_opp_fra_der(kontor: Kontor) -> None:
    vei = med_lesninger(kontor)
    tatt_vare_paa = kontor.program.kontroller().hoder
    assert regel(kontor, "lesninger").kan_kasseres == 2
    svar = kasser(kontor)
    assert (svar["kassert"], svar["fra"], svar["til"]) == (2, date(2026, 11, 3), date(2026, 11, 4))
    assert rader(vei, "SELECT id FROM lesning ORDER BY id") == [(3,), (4,)]
    assert kontor.program.kontroller(tatt_vare_paa).funn == ()
    vei.vis("kari")
    assert kontor.program.kontroller().funn == ()
    (sporet,) = kontor.program.vis(BEVARING, "tove").kassasjoner
    assert (sporet.slag, sporet.antall, sporet.kassert_av) == ("lesninger", 2, "tove")
    assert regel(kontor, "lesninger").kan_kasseres == 0
    assert regel(kontor, "lesninger").kan_kasseres_fra == date(2033, 3, 1)
    assert kontor.sperret("kasser", "tove", slag="lesninger", grunn="En gang til.") == {"STEG"}


def test_hele_loggen_kan_kasseres_og_begynner_der_den_slapp(kontor: Kontor) -> None:
    vei = med_lesninger(kontor)
    kontor.ur.sett(date(2040, 1, 2))
    assert kasser(kontor)["kassert"] == 4
    assert kontor.program.kontroller().funn == ()
    vei.vis("kari")
    assert rader(vei, "SELECT id FROM lesning") == [(5,)]
    assert kontor.program.kontroller().funn == ()
    kontor.ur.sett(date(2050, 1, 2))
    assert kasser(kontor)["kassert"] == 1
    assert kontor.program.kontroller().funn == ()


def test_bare_en_del_kan_kasseres_men_aldri_mer_enn_planen_sier(kontor: Kontor) -> None:
    med_lesninger(kontor)
    (sperre,) = kontor.sperrer("kasser", "tove", slag="lesninger", grunn="Alt.", til_og_med=date(2028, 3, 1))
    assert "5 år" in sperre.grunn
    assert kasser(kontor, til_og_med=date(2026, 11, 3))["kassert"] == 1
    assert kontor.program.kontroller().funn == ()


def test_leders_gjennomgang_staar_naar_lesningen_er_kassert(kontor: Kontor) -> None:
    vei = med_lesninger(kontor)
    kontor.gjoer("gjennomgaa_lesning", "tove", lesninger=(1,), konklusjon="ikke_tjenstlig_behov", merknad="Sett på.")
    kasser(kontor)
    rad = rader(vei, "SELECT lesning, leser, saksnummer, hva, konklusjon FROM lesegjennomgang")
    assert rad == [(1, "kari", vei.saksnummer, "vis_sak", "ikke_tjenstlig_behov")]


def test_like_vedlegg_kasseres_og_det_foerste_staar(kontor: Kontor, tmp_path: Path) -> None:
    vei = kontor.ny_sak()
    (tmp_path / "a.txt").write_bytes(b"likt")
    (tmp_path / "b.txt").write_bytes(b"ulikt")
    med_filer = Vei(Kontor(kontor.program.med_filer(tmp_path), kontor.ur, kontor.dokumenter), vei.saksnummer)
    for fil in ("a.txt", "b.txt", "a.txt", "a.txt"):
        med_filer.gjoer("legg_ved", tittel="Brev", fil=fil)
    annen = Vei(med_filer.kontor, kontor.ny_sak().saksnummer)
    annen.gjoer("legg_ved", tittel="Brev", fil="a.txt")
    assert regel(kontor, "like_vedlegg").kan_kasseres == 0
    assert regel(kontor, "like_vedlegg").kan_kasseres_fra == date(2026, 12, 2)
    kontor.ur.sett(date(2026, 12, 2))
    assert kasser(kontor, "like_vedlegg")["kassert"] == 2
    assert rader(vei, "SELECT id FROM vedlegg WHERE innhold IS NOT NULL") == [(1,), (2,), (5,)]
    assert rader(vei, "SELECT count(*) FROM vedlegg WHERE sha256 IS NOT NULL AND tittel = 'Brev'") == [(5,)]
    assert kontor.program.kontroller().funn == ()


def test_et_skjermet_vedlegg_skjermes_ogsaa_der_det_er_lagt_ved_to_ganger(kontor: Kontor, tmp_path: Path) -> None:
    med_noekkel(kontor)
    vei = kontor.ny_sak()
    (tmp_path / "a.bin").write_bytes(b"\xff\x00likt")
    med_filer = Vei(Kontor(kontor.program.med_filer(tmp_path), kontor.ur, kontor.dokumenter), vei.saksnummer)
    for _ in range(2):
        med_filer.gjoer("legg_ved", tittel="Bilde", fil="a.bin")
    vei.gjoer("skjerm_opplysning", hvor="/vedlegg/1", grunn="Gjelder en annen.")
    assert rader(vei, "SELECT count(*) FROM vedlegg WHERE innhold IS NOT NULL") == [(0,)]
    assert kontor.program.kontroller().funn == ()


@pytest.mark.parametrize("som", ["kari", "ida"])
def test_bare_leder_kasserer(kontor: Kontor, som: str) -> None:
    med_lesninger(kontor)
    assert kontor.sperret("kasser", som, slag="lesninger", grunn="Rydder.") == {"ROLLE"}
    with pytest.raises(Sperret, match="ROLLE"):
        kontor.program.vis(BEVARING, som)


def test_det_som_ikke_staar_i_planen_kan_ikke_kasseres(kontor: Kontor) -> None:
    assert kontor.ugyldig("kasser", "tove", slag="sak", grunn="") == {"/slag", "/grunn"}


@pytest.mark.parametrize(
    "sql", ["DELETE FROM lesning WHERE id = 1", "DELETE FROM kassasjon", "UPDATE kassasjon SET antall = 9"]
)
def test_databasen_nekter_det_som_ikke_er_kassert_etter_planen(paa: Paa, sql: str) -> None:
    vei = med_lesninger(paa("tomt").kontor)
    kasser(vei.kontor)
    with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
        rader(vei, sql.replace("id = 1", "id = 3"))


def test_kontrollen_finner_en_kassasjon_som_historikken_ikke_kjenner(kontor: Kontor, tmp_path: Path) -> None:
    med_lesninger(kontor)
    mappe = kopier(kontor.program.mappe, tmp_path / "kopi")
    with closing(raa(mappe)) as db:
        db.execute(
            "INSERT INTO kassasjon SELECT 1, 'lesninger', 3, '2026-11-03', '2028-03-01', id, hash, 'tove', tidspunkt "
            "FROM lesning WHERE id = 3"
        )
        db.execute("DELETE FROM lesning WHERE id <= 3")
    with Program.aapne(mappe) as program:
        assert program.kontroller().funn == ("Kassasjon 1 er ikke slik historikken sier.",)


def test_planen_kan_ikke_settes_til_aa_kassere_saker_eller_noe_med_en_gang() -> None:
    plan = bevaringsplan()
    sak = replace(plan.regler["saksdokumentasjon"], tiltak="kasseres", aar=10)
    straks = replace(plan.regler["lesninger"], aar=0)
    for feil in (sak, straks):
        with pytest.raises(Driftsfeil, match=feil.id):
            les_plan("x", [feil])


@pytest.mark.parametrize(
    ("aar", "maaneder", "varighet", "grense"),
    [
        (5, 0, "5 år", date(2023, 2, 28)),
        (0, 1, "1 måned", date(2028, 1, 29)),
        (1, 3, "1 år og 3 måneder", date(2026, 11, 29)),
    ],
)
def test_oppbevaringstiden_i_ord_og_dager(aar: int, maaneder: int, varighet: str, grense: date) -> None:
    r = Bevaringsregel(id="x", hva="x", tiltak="kasseres", hjemler=(), merknad="", aar=aar, maaneder=maaneder)
    assert (r.varighet, r.grense(date(2028, 2, 29))) == (varighet, grense)
