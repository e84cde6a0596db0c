"""Arrears: what is left to pay, what has changed, whether an agreement is kept, whom to ring, which measure to use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.boforhold.inndrivelse import forhandling_er_over
from boligtildeling.domain.boforhold.kontakt import neste_kanal
from boligtildeling.domain.boforhold.moete import Deltaker, Konklusjon, sperrer_for_konklusjon
from boligtildeling.domain.boforhold.nedbetaling import Avtalestand, avtalestand, husleie_forfalt, lag_rater
from boligtildeling.domain.boforhold.restanse import Innbetalt, Krav, endring, staar_igjen
from boligtildeling.domain.boforhold.virkemiddel import hoppet_over, sperrer_for_virkemiddel
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.exchange.boforholdsdata import virkemiddelstige

PER = date(2027, 2, 1)
DES, JAN = Krav(Kroner.fra(9200), date(2026, 12, 21)), Krav(Kroner.fra(9200), date(2027, 1, 20))


def kr(beloep: int | str) -> Kroner:
    return Kroner.fra(beloep)


@pytest.mark.parametrize(
    ("foer", "naa", "hva"),
    [(0, 0, None), (0, 5, "ny"), (5, 0, "loest"), (5, 5, "uendret"), (5, 6, "oekt"), (5, 4, "redusert")],
)
def test_endringen_siden_forrige_liste(foer: int, naa: int, hva: str | None) -> None:
    assert endring(kr(foer), kr(naa)) == hva


@pytest.mark.parametrize(
    ("innbetalt", "igjen"),
    [
        ([], (DES, JAN)),
        ([(9200, "2027-02-02")], (JAN,)),
        ([(9200, "2027-02-01")], (DES, JAN)),
        ([(1000, "2027-02-02")], (Krav(kr(8200), DES.forfall), JAN)),
        ([(18400, "2027-02-02")], ()),
        ([(20000, "2027-02-02")], ()),
        ([(9200, "2027-02-02"), (-9200, "2027-02-03")], (DES, JAN)),
        ([(-500, "2027-02-03")], (DES, JAN)),
    ],
)
def test_det_som_er_betalt_etter_listen_trekkes_fra_det_eldste_foerst(
    innbetalt: list[tuple[int, str]], igjen: tuple[Krav, ...]
) -> None:
    betalt = [Innbetalt(kr(b), date.fromisoformat(d)) for b, d in innbetalt]
    assert staar_igjen((JAN, DES), betalt, PER) == igjen


@given(st.lists(st.integers(1, 10**6), max_size=6), st.integers(0, 10**7))
def test_det_som_staar_igjen_er_listen_minus_det_betalte_og_aldri_negativt(krav: list[int], betalt: int) -> None:
    alle = [Krav(Kroner(b), date(2027, 1, 1 + nr)) for nr, b in enumerate(krav)]
    rest = staar_igjen(alle, [Innbetalt(Kroner(betalt), date(2027, 2, 2))], PER)
    assert summer(k.beloep for k in rest) == Kroner(max(sum(krav) - betalt, 0))
    assert all(k.beloep > Kroner.null() for k in rest)


def test_ratene_forfaller_hver_maaned_og_den_siste_er_resten() -> None:
    rater = lag_rater(kr(2500), kr(1000), date(2027, 2, 20))
    assert [(r.forfall, r.beloep) for r in rater] == [
        (date(2027, 2, 22), kr(1000)),
        (date(2027, 3, 22), kr(1000)),
        (date(2027, 4, 20), kr(500)),
    ]


@pytest.mark.parametrize(
    ("etter", "til", "ganger"),
    [
        (date(2027, 1, 20), date(2027, 2, 21), 0),
        (date(2027, 1, 20), date(2027, 2, 22), 1),
        (date(2027, 1, 19), date(2027, 2, 22), 2),
        (date(2027, 1, 20), date(2028, 1, 20), 12),
    ],
)
def test_husleien_som_forfaller_i_en_periode(etter: date, til: date, ganger: int) -> None:
    assert husleie_forfalt(kr(9200), etter, til, 20) == kr(9200) * ganger


INNGAATT = date(2027, 2, 1)
RATER = lag_rater(kr(3000), kr(1000), date(2027, 2, 22))


@pytest.mark.parametrize(
    ("betalt", "kjent_til", "stand"),
    [
        ([], None, ("foelges", 0, 0, None)),
        ([], date(2027, 2, 21), ("foelges", 0, 0, None)),
        ([], date(2027, 2, 22), ("brutt", 1000, 0, date(2027, 2, 22))),
        ([(9200, "2027-02-22")], date(2027, 2, 22), ("brutt", 1000, 0, date(2027, 2, 22))),
        ([(10200, "2027-02-22")], date(2027, 2, 22), ("foelges", 1000, 1000, None)),
        ([(10200, "2027-02-23")], date(2027, 2, 23), ("foelges", 1000, 1000, None)),
        ([(10200, "2027-02-22")], date(2027, 3, 22), ("brutt", 2000, 0, date(2027, 3, 22))),
        ([(10200, "2027-02-22"), (10200, "2027-03-22")], date(2027, 3, 22), ("foelges", 2000, 2000, None)),
        ([(30600, "2027-02-22")], date(2027, 4, 22), ("oppfylt", 3000, 3000, None)),
        ([(10200, "2027-02-01")], date(2027, 2, 22), ("brutt", 1000, 0, date(2027, 2, 22))),
    ],
)
def test_avtalen_holdes_naar_baade_husleien_og_raten_er_betalt(
    betalt: list[tuple[int, str]], kjent_til: date | None, stand: tuple[str, int, int, date | None]
) -> None:
    innbetalt = [Innbetalt(kr(b), date.fromisoformat(d)) for b, d in betalt]
    status, skulle, har, brutt = stand
    funnet = avtalestand(INNGAATT, RATER, innbetalt, kr(9200), 20, kjent_til)
    assert (funnet.status, funnet.skulle_vaert_betalt, funnet.betalt, funnet.brutt_fra) == (
        status,
        kr(skulle),
        kr(har),
        brutt,
    )
    assert isinstance(funnet, Avtalestand)


@pytest.mark.parametrize(
    ("forsoek", "neste"),
    [
        ([], "brev"),
        ([("brev", False)], "sms"),
        ([("brev", False), ("sms", False)], "telefon"),
        ([("telefon", False)], "hjemmebesoek"),
        ([("brev", False), ("telefon", False), ("sms", False)], "hjemmebesoek"),
        ([("hjemmebesoek", False)], None),
        ([("brev", False), ("telefon", True)], None),
        ([("telefon", True), ("brev", False)], "sms"),
        ([("epost", False)], "brev"),
    ],
)
def test_neste_kanal_er_mer_paagaaende_enn_den_som_ikke_ga_svar(
    forsoek: list[tuple[str, bool]], neste: str | None
) -> None:
    assert neste_kanal(forsoek) == neste


STIGE = virkemiddelstige()


@pytest.mark.parametrize(
    ("kode", "proevd", "hopp", "grunnlag", "funn"),
    [
        ("raadgivning", (), None, None, []),
        ("nedbetalingsavtale", (), None, None, ["VIRKEMIDDEL"]),
        ("nedbetalingsavtale", (), "Leieren har hatt rådgivning i Nav.", None, []),
        ("nedbetalingsavtale", ("kurs",), None, None, []),
        ("refinansiering", ("kurs",), None, None, ["VIRKEMIDDEL"]),
        ("refinansiering", ("kurs", "nedbetalingsavtale"), None, None, []),
        ("overfoering_av_bostoette", (), "Grunn.", None, ["SAMTYKKE"]),
        ("overfoering_av_bostoette", (), "Grunn.", "vedtak", ["SAMTYKKE"]),
        ("overfoering_av_bostoette", (), "Grunn.", "samtykke", []),
        ("husleie_foerst", (), "Grunn.", None, ["SAMTYKKE"]),
        ("husleie_foerst", (), "Grunn.", "vedtak", []),
        ("trekk_i_trygd", (), "Grunn.", "samtykke", ["NAV"]),
        ("trekk_i_trygd", (), "Grunn.", "nav_bekreftelse", []),
        ("forvaltning", (), None, None, ["VIRKEMIDDEL", "SAMTYKKE"]),
    ],
)
def test_stigen_tas_fra_det_mildeste_og_hvert_hopp_har_en_grunn(
    kode: str, proevd: tuple[str, ...], hopp: str | None, grunnlag: str | None, funn: list[str]
) -> None:
    valgt = next(t for t in STIGE if t.kode == kode)
    assert [s.kode for s in sperrer_for_virkemiddel(STIGE, valgt, proevd, hopp, grunnlag)] == funn


def test_hoppet_nevner_det_mildere_som_ikke_er_proevd() -> None:
    valgt = next(t for t in STIGE if t.kode == "refinansiering")
    assert {t.kode for t in hoppet_over(STIGE, valgt, ["raadgivning"])} == {
        "nedbetalingsavtale",
        "oppfoelgingstjeneste",
    }


def test_gjeldsforhandlingen_varer_i_fire_maaneder() -> None:
    assert forhandling_er_over(date(2027, 4, 1)) == date(2027, 8, 2)


FORVALTER = Deltaker(navn="Mild Dal", enhet="boligforvalter")
NAV = Deltaker(navn="Klar Sti", enhet="sosialtjenesten")
LEIER = Deltaker(navn="Rolig Fjord", enhet="leier")


@pytest.mark.parametrize(
    ("konklusjon", "type_", "deltakere", "uten", "funn"),
    [
        ("ferdigbehandlet", "samarbeidsmoete", (FORVALTER, NAV), False, []),
        ("ferdigbehandlet", "hastemoete", (FORVALTER, NAV), False, []),
        ("ferdigbehandlet", "samarbeidsmoete", (FORVALTER, LEIER), False, ["MOETE"]),
        ("ferdigbehandlet", "boligutvalg", (FORVALTER, NAV), False, ["MOETE"]),
        ("ferdigbehandlet", "samarbeidsmoete", (FORVALTER, NAV), True, ["RESERVERT"]),
        ("proev_mer", "boligutvalg", (FORVALTER,), False, []),
    ],
)
def test_ferdigbehandlet_krever_et_samarbeidsmoete_med_flere_enheter(
    konklusjon: Konklusjon, type_: str, deltakere: tuple[Deltaker, ...], uten: bool, funn: list[str]
) -> None:
    assert [s.kode for s in sperrer_for_konklusjon(konklusjon, type_, deltakere, uten)] == funn
