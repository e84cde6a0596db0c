"""Bank files: both kinds are read whole or not at all, reversals are seen, and nothing in them reaches outside."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.boforhold.innlesing import Bankrad, Filfeil
from boligtildeling.domain.penger import Kroner
from boligtildeling.exchange.bankfil import les_bankfil
from tests.filer import FEIL_KID, KID, KID_2, Innbetaling, camt, ocr

TRE = (
    Innbetaling(),
    Innbetaling(KID_2, "1250.50", date(2027, 1, 21), referanse="REF2"),
    Innbetaling(None, "500.00", referanse="REF3"),
)


def kjerne(rader: tuple[Bankrad, ...]) -> list[tuple[str | None, Kroner, date, bool]]:
    return [(r.kid, r.beloep, r.dato, r.er_reversering) for r in rader]


@pytest.mark.parametrize("fil", [camt(*TRE), camt(*TRE, versjon="02"), ocr(*TRE)], ids=["08", "02", "ocr"])
def test_begge_versjoner_og_ocr_giro_gir_de_samme_betalingene(fil: bytes) -> None:
    lest = les_bankfil(fil)
    assert lest.feil == ()
    assert kjerne(lest.rader) == [
        (KID, Kroner.fra(9200), date(2027, 1, 20), False),
        (KID_2, Kroner.fra("1250.50"), date(2027, 1, 21), False),
        (None, Kroner.fra(500), date(2027, 1, 20), False),
    ]
    assert len({r.referanse for r in lest.rader}) == 3


@pytest.mark.parametrize("lag", [camt, ocr])
def test_en_reversering_kjennes_igjen(lag: object) -> None:
    assert callable(lag)
    lest = les_bankfil(lag(Innbetaling(), Innbetaling(er_reversering=True)))
    assert [r.er_reversering for r in lest.rader] == [False, True]
    assert lest.rader[0].referanse != lest.rader[1].referanse


def test_den_som_har_betalt_uten_kid_kan_finnes_paa_navn_og_melding() -> None:
    (rad,) = les_bankfil(camt(Innbetaling(None))).rader
    assert (rad.betaler, rad.melding) == ("Rolig Fjord", "husleie januar")


def test_en_kid_med_strek_til_slutt_leses() -> None:
    strek = next(k for k in (f"{n:03d}-" for n in range(1000)) if _er_mod11(k))
    assert les_bankfil(ocr(Innbetaling(strek))).rader[0].kid == strek


def _er_mod11(kid: str) -> bool:
    return sum(int(s) * (2 + i % 6) for i, s in enumerate(kid[:-1][::-1])) % 11 == 1


def test_en_kid_med_feil_kontrollsiffer_er_en_betaling_uten_kid() -> None:
    (rad,) = les_bankfil(camt(Innbetaling(FEIL_KID))).rader
    assert (rad.kid, rad.melding) == (None, FEIL_KID)


@pytest.mark.parametrize("fil", [camt(*TRE), ocr(*TRE)], ids=["camt", "ocr"])
@pytest.mark.parametrize("andel", [0.3, 0.6, 0.9, 0.99])
def test_en_fil_som_er_kuttet_nektes_hel(fil: bytes, andel: float) -> None:
    with pytest.raises(Filfeil):
        les_bankfil(fil[: int(len(fil) * andel)])


def test_en_ocr_fil_som_mangler_en_betaling_nektes() -> None:
    linjer = ocr(*TRE).split(b"\n")
    with pytest.raises(Filfeil, match="linjer"):
        les_bankfil(b"\n".join([*linjer[:2], *linjer[4:]]))


@pytest.mark.parametrize("fil", [camt(*TRE), ocr(*TRE)], ids=["camt", "ocr"])
def test_en_fil_der_summen_ikke_stemmer_nektes(fil: bytes) -> None:
    endret = fil.replace(b">9200.00<", b">9100.00<").replace(b"00000000000920000", b"00000000000910000")
    assert endret != fil
    with pytest.raises(Filfeil, match="Summen"):
        les_bankfil(endret)


def test_en_xml_bombe_nektes_uleset() -> None:
    entiteter = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bombe = f'<!DOCTYPE Document [<!ENTITY a0 "bombe">{entiteter}]>'
    with pytest.raises(Filfeil, match="entiteter"):
        les_bankfil(camt(Innbetaling("&a11;"), topp=bombe))


@pytest.mark.parametrize("koding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_en_bombe_i_en_annen_koding_nektes_ogsaa(koding: str) -> None:
    tekst = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE D [<!ENTITY a "b">]><D>&a;</D>'
    with pytest.raises(Filfeil):
        les_bankfil(tekst.encode(koding))


def test_en_ytre_entitet_hentes_aldri(tmp_path: object) -> None:
    topp = f'<!DOCTYPE Document [<!ENTITY hemmelig SYSTEM "file://{tmp_path}/hemmelig">]>'
    with pytest.raises(Filfeil, match="entiteter"):
        les_bankfil(camt(Innbetaling("&hemmelig;"), topp=topp))


@pytest.mark.parametrize(
    ("fra", "til", "grunn"),
    [
        (b"<CdtDbtInd>CRDT", b"<CdtDbtInd>DBIT", "penger ut"),
        (b"<Cd>BOOK", b"<Cd>PDNG", "ikke bokf"),
        (b"<Dt>2027-01-20", b"<Dt>20. januar", "Datoen mangler"),
    ],
)
def test_en_betaling_som_ikke_kan_brukes_fortelles_med_nummer(fra: bytes, til: bytes, grunn: str) -> None:
    fil = camt(Innbetaling()).replace(fra, til)
    if til == b"<CdtDbtInd>DBIT":
        fil = fil.replace(b"<NbOfNtries>1", b"<NbOfNtries>0").replace(b"<Sum>9200.00", b"<Sum>0.00")
    lest = les_bankfil(fil)
    assert lest.rader == ()
    assert lest.feil[0].rad == 1
    assert grunn in lest.feil[0].grunn


@pytest.mark.parametrize(
    "fil",
    [
        b"",
        b"hei",
        b"<html/>",
        camt(Innbetaling()).replace(b"054.001.08", b"053.001.08"),
        camt(Innbetaling()).replace(b'Ccy="NOK"', b'Ccy="EUR"'),
        camt(Innbetaling(beloep="9200.001")),
    ],
)
def test_noe_annet_enn_en_bankfil_i_kroner_nektes(fil: bytes) -> None:
    with pytest.raises(Filfeil):
        les_bankfil(fil)


BETALINGER = st.lists(
    st.builds(
        Innbetaling,
        kid=st.sampled_from([KID, KID_2, None]),
        beloep=st.integers(1, 99_999_999).map(lambda o: f"{o // 100}.{o % 100:02d}"),
        dato=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
        referanse=st.uuids().map(str),
    ),
    min_size=1,
    max_size=6,
)


@given(BETALINGER)
def test_alt_som_skrives_i_en_fil_leses_ut_av_den(betalinger: list[Innbetaling]) -> None:
    ventet = [(b.kid, Kroner(b.oere), b.dato, False) for b in betalinger]
    assert kjerne(les_bankfil(camt(*betalinger)).rader) == ventet
    assert kjerne(les_bankfil(ocr(*betalinger)).rader) == ventet


@given(st.sampled_from([camt(*TRE), ocr(*TRE)]), st.integers(0, 5000), st.binary(max_size=20), st.booleans())
def test_en_skadet_fil_gir_de_hele_betalingene_eller_en_setning(
    fil: bytes, sted: int, stoey: bytes, skal_kuttes: bool
) -> None:
    sted %= len(fil)
    skadet = fil[:sted] + stoey + (b"" if skal_kuttes else fil[sted + len(stoey) :])
    try:
        lest = les_bankfil(skadet)
    except Filfeil:
        return
    assert sum(r.beloep.oere for r in lest.rader) <= sum(b.oere for b in TRE)
