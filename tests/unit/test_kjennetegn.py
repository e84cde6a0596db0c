"""The named conditions of the checklists, one table of cases for each (fagdokumentet § 2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.grunnlag import TidligereKontrakt
from boligtildeling.domain.kjennetegn import KJENNETEGN
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.soeknad import Behov, Tolk
from boligtildeling.domain.vedtak import Boligkrav, Vedtaksinnhold
from tests.bygg import (
    ROLIG,
    STERK,
    STILLE,
    barn,
    bolig,
    grunnlag,
    husleiegjeld,
    person,
    sak,
    soeknad,
    svar,
    vedtak,
    vilkaar,
)


def restansesvar(oere: int, ja: str = "ja") -> dict[str, Any]:
    bevis = Dokumentasjon(type="beloep", beloep=Kroner(oere))
    return {"KAR-3": svar("KAR-3", ja, dokumentasjon=bevis)}


def med_vedtak(status: str = "utkast", **innhold: Any) -> Sak:
    ny = sak(soeknad(behov=Behov(antall_soverom=2)))
    ny.vedtak.append(vedtak(status, Vedtaksinnhold(**innhold)))
    return ny


def plan(behov: bool, deles_med: tuple[str, ...] = ()) -> Sak:
    return sak(oppfoelgingsplan=Oppfoelgingsplan(behov=behov, begrunnelse="x", deles_med=deles_med))


def valgt(maaneder: int | None) -> Sak:
    return sak(kontraktsvalg=Kontraktsvalg(type="tidsbestemt", maaneder=maaneder, begrunnelse="x"))


def holder(navn: str, av: Sak, **felt: Any) -> bool:
    return KJENNETEGN[navn](grunnlag(av, **felt))


@pytest.mark.parametrize(
    ("medlem", "ventet"),
    [
        (barn(date(2008, 11, 3)), True),
        (barn(date(2008, 11, 2)), False),  # eighteen today
        (barn(date(2026, 11, 2)), True),
        (barn(None), True),
        (barn(None, relasjon="fosterbarn"), True),
        (barn(bor="samvaer"), True),
        (barn(bor="delt"), True),
        (barn(relasjon="annet"), False),
        (barn(None, relasjon="ektefelle"), False),
    ],
)
def test_barn_er_barn_og_fosterbarn_under_atten_ogsaa_paa_samvaer(medlem: Any, ventet: bool) -> None:
    assert holder("barn", sak(soeknad(husstand=(medlem,)))) is ventet


def test_uten_husstand_er_det_ingen_barn() -> None:
    assert not holder("barn", sak())


def test_skuddaarsbarnet_fyller_atten_foerste_mars() -> None:
    foedt = sak(soeknad(husstand=(barn(date(2008, 2, 29)),)))
    assert holder("barn", foedt, i_dag=date(2026, 2, 28))
    assert not holder("barn", foedt, i_dag=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("tolk", "ventet"), [(None, False), (Tolk(behov=False), False), (Tolk(behov=True, spraak="dari"), True)]
)
def test_tolkebehov(tolk: Tolk | None, ventet: bool) -> None:
    assert holder("tolkebehov", sak(soeknad(tolk=tolk))) is ventet


@pytest.mark.parametrize(
    ("gjeld", "svart", "ventet"),
    [
        ((), {}, False),
        ((husleiegjeld(1),), {}, True),
        ((husleiegjeld(),), restansesvar(0), False),
        ((), restansesvar(1), True),
        ((), restansesvar(725050), True),
        ((husleiegjeld(0),), {}, False),
    ],
)
def test_restanse_er_boligforvalterens_svar_ellers_soeknadens_husleiegjeld(
    gjeld: Any, svart: dict[str, Any], ventet: bool
) -> None:
    av = sak(soeknad(gjeld=gjeld), svar=svart)
    assert holder("restanse", av) is ventet
    assert holder("opplysninger_fra_andre", av) is ventet


def test_annen_gjeld_er_ikke_restanse_og_flere_krav_legges_sammen() -> None:
    annen = replace(husleiegjeld(), er_husleie_til_kommunen=False)
    assert not holder("restanse", sak(soeknad(gjeld=(annen,))))
    to = grunnlag(sak(soeknad(gjeld=(husleiegjeld(100), husleiegjeld(50), annen))))
    assert to.restanse == Kroner.fra(150)


@pytest.mark.parametrize(
    ("kjennetegn", "navn"),
    [
        ("ordinaer_leie_rekker_ikke", "ikke_ordinaer_leie"),
        ("sosialhjelp_som_forskudd", "sosialhjelp_som_forskudd"),
        ("tjenestevedtak", "tjenestevedtak"),
        ("opplysninger_fra_andre", "opplysninger_fra_andre"),
    ],
)
def test_det_saksbehandleren_setter_gjelder(kjennetegn: str, navn: str) -> None:
    assert holder(navn, sak(kjennetegn=frozenset({kjennetegn})))
    assert not holder(navn, sak())


@pytest.mark.parametrize("utfall", [None, "innvilget", "avslag", "avvist"])
def test_mangler_teller_bare_ved_avslag_og_avvisning(utfall: Any) -> None:
    av = med_vedtak(utfall=utfall)
    assert not holder("mangler_ved_avslag", av)
    av.kjennetegn = frozenset({"mangler_i_soeknad"})
    assert holder("mangler_ved_avslag", av) is (utfall in {"avslag", "avvist"})
    assert holder("innvilgelse", av) is (utfall in {None, "innvilget"})


def test_foer_noe_er_skrevet_regnes_saken_som_innvilgelse() -> None:
    assert holder("innvilgelse", sak())


@pytest.mark.parametrize(("type_", "ventet"), [("ny", True), ("bytte", True), ("forlengelse", False)])
def test_ny_innflytting_er_ny_eller_bytte(type_: Any, ventet: bool) -> None:
    assert holder("ny_innflytting", sak(soeknad(soeknadstype=type_))) is ventet


@pytest.mark.parametrize(
    ("tjenester", "flere", "vedtak_finnes"),
    [
        ((), False, False),
        (("oppfølging",), False, True),
        (("oppfølging", " Oppfølging "), False, True),
        (("oppfølging", "praktisk bistand"), True, True),
    ],
)
def test_flere_tjenester_er_minst_to_ulike(tjenester: tuple[str, ...], flere: bool, vedtak_finnes: bool) -> None:
    av = sak(soeknad(tjenester=tjenester))
    assert holder("flere_tjenester", av) is flere
    assert holder("tjenestevedtak", av) is vedtak_finnes


@pytest.mark.parametrize("mottar", [True, False])
def test_sosialhjelp_til_boutgifter(mottar: bool) -> None:
    assert holder("sosialhjelp_til_boutgifter", sak(soeknad(mottar_sosialhjelp=mottar))) is mottar


@pytest.mark.parametrize("navn", ["behov_for_oppfoelging", "oppfoelgingsavtale"])
def test_oppfoelging_er_en_plan_med_behov(navn: str) -> None:
    assert [holder(navn, av) for av in (sak(), plan(False), plan(True))] == [False, False, True]


def test_deling_er_at_planen_sier_hvem_den_deles_med() -> None:
    assert [holder("deling", av) for av in (sak(), plan(True), plan(False, ("Nav",)))] == [False, False, True]


@pytest.mark.parametrize(
    ("status", "ved_sending", "naa", "ventet"),
    [("utkast", False, True, True), ("sendt", False, True, False), ("sendt", True, False, True)],
)
def test_oppfoelging_etter_vedtaket_er_behovet_da_det_ble_sendt(
    status: str, ved_sending: bool, naa: bool, ventet: bool
) -> None:
    av = plan(naa)
    av.vedtak.append(vedtak(status, oppfoelging_ved_sending=ved_sending))
    assert holder("oppfoelging_etter_vedtaket", av) is ventet


def test_uten_vedtak_er_oppfoelging_etter_vedtaket_behovet_naa() -> None:
    assert [holder("oppfoelging_etter_vedtaket", av) for av in (sak(), plan(True))] == [False, True]


@pytest.mark.parametrize(("maaneder", "ventet"), [(None, False), (1, True), (35, True), (36, False), (37, False)])
def test_kort_varighet_er_under_trettiseks_maaneder(maaneder: int | None, ventet: bool) -> None:
    assert holder("kort_varighet", valgt(maaneder)) is ventet
    assert not holder("kort_varighet", sak())


def tidligere(boligid: str = "B-1", leiere: tuple[str, ...] = (ROLIG,), er_kort: bool = True) -> dict[str, Any]:
    return {"tidligere": (TidligereKontrakt(boligid, leiere, er_kort, date(2025, 1, 1)),)}


@pytest.mark.parametrize(
    ("maaneder", "felt", "ventet"),
    [
        (12, {"bolig": bolig()} | tidligere(), True),
        (12, {"bolig": bolig()} | tidligere(leiere=(STILLE, ROLIG)), True),
        (36, {"bolig": bolig()} | tidligere(), False),
        (12, {"bolig": bolig()} | tidligere(er_kort=False), False),
        (12, {"bolig": bolig()} | tidligere("B-2"), False),
        (12, {"bolig": bolig()} | tidligere(leiere=(STERK,)), False),
        (12, tidligere(), False),
        (12, {"bolig": bolig()}, False),
    ],
)
def test_hatt_kort_kontrakt_gjelder_samme_bolig_og_parter(maaneder: int, felt: dict[str, Any], ventet: bool) -> None:
    assert holder("hatt_kort_kontrakt", valgt(maaneder), **felt) is ventet


def test_medsoekerens_tidligere_kontrakt_teller() -> None:
    av = valgt(12)
    av.sett_soeknad(soeknad(medsoeker=person("Stille", "Fjord", STILLE)))
    assert holder("hatt_kort_kontrakt", av, bolig=bolig(), **tidligere(leiere=(STILLE,)))


def test_vilkaar_satt() -> None:
    assert [holder("vilkaar_satt", av) for av in (sak(), med_vedtak(), med_vedtak(vilkaar=(vilkaar(),)))] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("utfall", "soverom", "ventet"),
    [
        ("innvilget", 1, True),
        ("innvilget", 2, False),
        ("innvilget", 3, False),
        ("innvilget", None, False),
        ("avslag", None, True),
        ("avvist", 2, True),
        (None, None, False),
    ],
)
def test_avslag_eller_mindre_enn_omsoekt(utfall: Any, soverom: int | None, ventet: bool) -> None:
    assert holder("avslag_eller_mindre", med_vedtak(utfall=utfall, bolig=Boligkrav(antall_soverom=soverom))) is ventet


def test_alltid_er_alltid() -> None:
    assert KJENNETEGN["alltid"](grunnlag())


def test_sjekklistene_bruker_alle_kjennetegn_og_ingen_andre() -> None:
    assert {navn for p in grunnlag().liste.punkter for navn in p.naar} == set(KJENNETEGN)
