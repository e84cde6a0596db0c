"""The five gates: what each holds, what it lets go of, and who can clear it (fagdokumentet § 3)."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.domain.feil import KOMMUNENS_REGEL
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kontrakt import Noekkelutlevering
from boligtildeling.domain.planer import Kontraktsvalg
from boligtildeling.domain.porter import (
    alle_porter,
    gjelder,
    mangel,
    sperrer_for_leiestart,
    sperrer_for_port,
    sperrer_for_sending,
    sperrer_for_tilbud,
    utsatt_i_hasteloep,
)
from boligtildeling.domain.sak import Hasteloep, Sak, Unntak
from boligtildeling.domain.sjekkliste import PORTER, Port
from boligtildeling.domain.vedtak import Vedtaksinnhold
from boligtildeling.exchange.ressurser import lovsamling
from tests.bygg import bolig, grunnlag, kontrakt, sak, soeknad, svar, tilbud, vedtak, vedtaksutkast

VALG = Kontraktsvalg(type="tidsbestemt", maaneder=36, begrunnelse="x")
HAST = Hasteloep(
    grunn="Brann.",
    aapnet_av="tove",
    aapnet_dato=date(2026, 11, 2),
    frist=date(2026, 11, 16),
)


def koder(g: Grunnlag, port: Port) -> set[str]:
    return {s.kode for s in sperrer_for_port(g, port)}


def ny_sak(status: str | None = None, besvart: str = "", **felt: Any) -> Sak:
    """A case with a decision in this state, and yes to these points."""
    av = sak(**({"kontraktsvalg": VALG} | felt))
    if status is not None:
        av.vedtak.append(vedtak(status))
    for kode in besvart.split():
        av.svar[kode] = svar(kode)
    return av


def unntak(kode: str) -> Unntak:
    return Unntak(kode=kode, grunn="Særlig.", gitt_av="tove", gitt_dato=date(2026, 11, 2))


def punkt(g: Grunnlag, kode: str) -> Any:
    funnet = g.liste.finn(kode)
    assert funnet is not None
    return funnet


@pytest.mark.parametrize(
    ("kode", "ja", "merknad", "oppfylt"),
    [
        ("KAR-2", "ja", None, True),
        ("KAR-2", "nei", "Ville ikke fortelle.", True),
        ("KAR-2", "ikke_aktuelt", "Første bolig.", True),
        ("KAR-2", "nei", None, False),
        ("KAR-2", "nei", " ", False),
        ("KAR-4", "ja", None, True),
        ("KAR-4", "nei", "Grunn.", False),
        ("KAR-4", "ikke_aktuelt", "Grunn.", False),
        ("NOE-5", "utsatt", None, True),
        ("NOE-2", "utsatt", None, True),
        ("KTR-2", "utsatt", None, False),
    ],
)
def test_oppfylt_er_ja_eller_nei_med_grunn_der_det_holder(
    kode: str, ja: str, merknad: str | None, oppfylt: bool
) -> None:
    g = grunnlag(ny_sak())
    assert mangel(g, punkt(g, kode)) is not None
    g.sak.svar[kode] = svar(kode, ja, merknad=merknad)
    assert (mangel(g, punkt(g, kode)) is None) is oppfylt


def test_unntak_oppfyller_ogsaa_det_som_regnes_ut() -> None:
    g = grunnlag(ny_sak())
    assert mangel(g, punkt(g, "NOE-1")) is not None
    g.sak.unntak["NOE-1"] = unntak("NOE-1")
    assert mangel(g, punkt(g, "NOE-1")) is None


def test_et_punkt_gjelder_naar_ett_av_kjennetegnene_holder() -> None:
    g = grunnlag(ny_sak())
    assert gjelder(g, punkt(g, "KAR-1"))
    assert not gjelder(g, punkt(g, "KAR-5"))


@pytest.mark.parametrize(
    ("utfall", "med", "uten"),
    [
        (None, {"SOE-1", "OEK-1", "KAR-2", "VED-5"}, {"VED-4", "VED-6"}),
        ("innvilget", {"SOE-1", "OEK-1", "KAR-2", "VED-5"}, {"VED-4", "VED-6"}),
        ("avslag", {"SOE-1", "KAR-1", "KAR-4", "KAR-8"}, {"OEK-1", "KAR-2", "KON-1", "VED-1", "VED-5", "VED-6"}),
        ("avvist", {"SOE-1", "KAR-1", "KAR-4", "KAR-8"}, {"OEK-1", "KAR-2", "KON-1", "VED-1", "VED-5", "VED-6"}),
    ],
)
def test_v_innvilgelse_trenger_alt_avslag_bare_vedtakspunktene(utfall: Any, med: set[str], uten: set[str]) -> None:
    av = ny_sak()
    av.vedtak.append(vedtak("utkast", Vedtaksinnhold(**vedtaksutkast(utfall=utfall))))
    funn = koder(grunnlag(av), "V")
    assert med <= funn
    assert not uten & funn


def test_v_er_tom_naar_vedtaket_er_sendt() -> None:
    assert koder(grunnlag(ny_sak("sendt")), "V") == set()
    assert koder(grunnlag(ny_sak("sendt")), "G") == set()


def test_g_er_v_og_en_annens_godkjenning() -> None:
    g = grunnlag(ny_sak("utkast"))
    assert koder(g, "G") == koder(g, "V") | {"VED-6"}
    g.sak.vedtak[-1].godkjent_av = "tove"
    assert koder(g, "G") == koder(g, "V")


@pytest.mark.parametrize(("alder", "ventet"), [(0, set()), (7, set()), (8, {"SOE-1"}), (400, {"SOE-1"})])
def test_adressesjekken_holder_i_sju_dager_ved_sending(alder: int, ventet: set[str]) -> None:
    i_dag = date(2026, 11, 20)
    av = ny_sak()
    av.svar["SOE-1"] = svar("SOE-1", dato=i_dag - timedelta(days=alder))
    assert {s.kode for s in sperrer_for_sending(grunnlag(av, i_dag))} == ventet
    assert "SOE-1" not in koder(grunnlag(av, i_dag), "V")


def test_adressesjekken_maa_finnes_og_vaere_et_ja() -> None:
    av = ny_sak()
    assert [s.kode for s in sperrer_for_sending(grunnlag(av))] == ["SOE-1"]
    av.svar["SOE-1"] = svar("SOE-1", "nei", merknad="Systemet var nede.")
    assert [s.kode for s in sperrer_for_sending(grunnlag(av))] == ["SOE-1"]


@pytest.mark.parametrize("status", [None, "utkast", "til_godkjenning", "godkjent", "omgjort", "bortfalt"])
def test_t_uten_et_sendt_vedtak_som_staar_er_det_ingen_bolig(status: str | None) -> None:
    g = grunnlag(ny_sak(status, "SOE-1"))
    assert "VEDTAK" in koder(g, "T")
    assert {s.kode for s in sperrer_for_tilbud(g, bolig(), ())} == {"VEDTAK"}


@pytest.mark.parametrize("utfall", ["avslag", "avvist"])
def test_t_et_vedtak_som_ikke_innvilger_gir_ingen_bolig(utfall: Any) -> None:
    av = ny_sak(besvart="SOE-1")
    av.vedtak.append(vedtak("sendt", Vedtaksinnhold(**vedtaksutkast(utfall=utfall))))
    assert koder(grunnlag(av), "T") == {"VEDTAK"}


@pytest.mark.parametrize(
    ("boligfelt", "opptatt", "ventet"),
    [
        ({}, (), set()),
        ({"ledig_fra": None}, (), {"BOLIG"}),
        ({"ledig_fra": date(2027, 6, 1)}, (), set()),
        ({}, ("2026-0002",), {"BOLIG"}),
    ],
)
def test_t_boligen_er_ledig_eller_blir_det_og_er_ikke_lovet_bort(
    boligfelt: dict[str, Any], opptatt: tuple[str, ...], ventet: set[str]
) -> None:
    g = grunnlag(ny_sak("sendt", "SOE-1"), bolig=bolig(**boligfelt), opptatt_av=opptatt)
    assert koder(g, "T") == ventet
    assert {s.kode for s in sperrer_for_tilbud(g, bolig(**boligfelt), opptatt)} == ventet


def test_t_sperren_sier_ikke_hvem_som_har_boligen() -> None:
    g = grunnlag(ny_sak("sendt", "SOE-1"), bolig=bolig(), opptatt_av=("2026-0002",))
    (sperre,) = sperrer_for_port(g, "T")
    assert "2026-0002" not in sperre.grunn
    assert sperre.loeses_av == "boligforvalter"


def test_t_en_forlengelse_trenger_ikke_en_ledig_bolig() -> None:
    av = ny_sak("sendt", "SOE-1")
    av.sett_soeknad(soeknad(soeknadstype="forlengelse"))
    assert koder(grunnlag(av, bolig=bolig(ledig_fra=None)), "T") == set()


@pytest.mark.parametrize(
    ("ledig", "fra", "ventet"),
    [
        (date(2026, 12, 1), date(2026, 11, 30), 1),
        (date(2026, 12, 1), date(2026, 12, 1), 0),
        (None, date(2026, 12, 1), 1),
    ],
)
def test_leien_starter_ikke_foer_boligen_er_ledig(ledig: date | None, fra: date, ventet: int) -> None:
    g = grunnlag(ny_sak("sendt"))
    assert len(sperrer_for_leiestart(g, bolig(ledig_fra=ledig), fra)) == ventet
    g.sak.sett_soeknad(soeknad(soeknadstype="forlengelse"))
    assert sperrer_for_leiestart(g, bolig(ledig_fra=ledig), fra) == ()


def klar_for_kontrakt() -> Sak:
    av = ny_sak("sendt", "SOE-1 KTR-2 KTR-3 KTR-4")
    av.vedtak[-1].kontraktsvalg_ved_sending = VALG
    av.tilbud.append(tilbud("ja"))
    return av


def test_k_er_tom_naar_soeker_har_takket_ja_og_punktene_er_besvart() -> None:
    assert koder(grunnlag(klar_for_kontrakt(), bolig=bolig()), "K") == set()


@pytest.mark.parametrize("kode", ["KTR-2", "KTR-3", "KTR-4"])
def test_k_hvert_kontraktspunkt_holder(kode: str) -> None:
    av = klar_for_kontrakt()
    del av.svar[kode]
    assert koder(grunnlag(av, bolig=bolig()), "K") == {kode}


def test_k_krever_ja_til_tilbudet_og_at_boligen_ikke_er_lovet_bort() -> None:
    av = klar_for_kontrakt()
    assert koder(grunnlag(av, bolig=bolig(), opptatt_av=("2026-0002",)), "K") == {"BOLIG"}
    av.tilbud[-1].status = "nei"
    assert koder(grunnlag(av), "K") == {"TIL-2"}


@pytest.mark.parametrize(("maaneder", "holder"), [(35, False), (36, True), (48, True), (None, True)])
def test_k_kontrakten_er_ikke_kortere_enn_den_vedtaket_gir(maaneder: int | None, holder: bool) -> None:
    av = klar_for_kontrakt()
    av.kontraktsvalg = Kontraktsvalg(
        type="tidsbestemt" if maaneder else "tidsubestemt", maaneder=maaneder, begrunnelse="x"
    )
    assert ("VEDTAK" not in koder(grunnlag(av, bolig=bolig()), "K")) is holder


def test_k_kontraktskontrollen_gjelder_ogsaa_her() -> None:
    kort = Kontraktsvalg(type="tidsbestemt", maaneder=3, begrunnelse="x")
    av = klar_for_kontrakt()
    av.kontraktsvalg = av.vedtak[-1].kontraktsvalg_ved_sending = kort
    assert koder(grunnlag(av, bolig=bolig()), "K") == {"KON-2", "KON-3"}


def test_k_uten_klausuler_er_stengt() -> None:
    assert koder(grunnlag(klar_for_kontrakt(), bolig=bolig(), klausuler=frozenset()), "K") == {"KTR-5"}


def test_k_er_frosset_naar_kontrakten_er_signert() -> None:
    av = ny_sak("sendt")
    av.kontrakter.append(kontrakt())
    assert koder(grunnlag(av, bolig=bolig(), opptatt_av=("2026-0002",)), "K") == set()
    assert koder(grunnlag(av, bolig=bolig()), "T") == set()
    av.kontrakter[-1].annullert_grunn = "Feil."
    assert koder(grunnlag(av, bolig=bolig()), "K") >= {"TIL-2", "KTR-2"}


def test_n_holder_til_penger_signatur_overtakelse_og_punktene_er_paa_plass() -> None:
    av = ny_sak("sendt")
    assert koder(grunnlag(av), "N") == {"NOE-1", "NOE-3", "NOE-5", "NOE-6", "NOE-7", "NOE-8"}
    av.vedtak[-1].oppfoelging_ved_sending = True
    assert "NOE-2" in koder(grunnlag(av), "N")


def test_n_er_tom_naar_noekkelen_er_utlevert() -> None:
    av = ny_sak("sendt")
    av.utleveringer.append(Noekkelutlevering(mottaker="x", noekler=(), legitimasjon="", utlevert_av="kari"))
    assert koder(grunnlag(av), "N") == set()


@pytest.mark.parametrize(
    ("port", "ventet"),
    [
        ("V", {"SOE-1", "KAR-1", "KAR-8", "VED-1", "VED-3"}),
        ("G", {"SOE-1", "KAR-1", "KAR-8", "VED-1", "VED-3"}),
        ("K", {"VEDTAK", "TIL-2", "STEG"}),
        ("N", {"NOE-3"}),
    ],
)
def test_i_hasteloep_sperrer_bare_det_som_ikke_kan_vente(port: Port, ventet: set[str]) -> None:
    assert koder(grunnlag(sak(hasteloep=HAST)), port) == ventet


def test_det_hasteloepet_slipper_blir_oppgaver_og_bare_da() -> None:
    g = grunnlag(sak(hasteloep=HAST))
    sluppet = {p.kode for p, _ in utsatt_i_hasteloep(g)}
    assert {"OEK-1", "KAR-2", "VED-6", "NOE-1", "KTR-2"} <= sluppet
    assert not sluppet & {"SOE-1", "KAR-1", "VED-1", "TIL-2", "NOE-3"}
    assert utsatt_i_hasteloep(grunnlag()) == ()


def test_hver_sperre_har_grunn_hjemmel_og_hvem_som_loeser_den() -> None:
    g = grunnlag(ny_sak("utkast"), hjemler=lovsamling().vis(date(2026, 11, 6)))
    alle = [s for port in PORTER for s in sperrer_for_port(g, port)]
    assert all(s.grunn.endswith((".", "ennå.", "oppfylt.")) for s in alle)
    assert all(s.hjemmel and s.loeses_av for s in alle)
    etter = {s.kode: s for s in alle}
    assert "folkeregisterloven" in etter["SOE-1"].hjemmel
    assert etter["OEK-1"].hjemmel == KOMMUNENS_REGEL
    assert (etter["VED-6"].loeses_av, etter["TIL-2"].loeses_av) == ("godkjenner", "søker")


def test_ingen_port_sier_det_samme_to_ganger() -> None:
    for g in (grunnlag(), grunnlag(ny_sak("utkast")), grunnlag(klar_for_kontrakt(), bolig=bolig())):
        for port, sperrer in alle_porter(g).items():
            assert len({(s.kode, s.grunn) for s in sperrer}) == len(sperrer), port
