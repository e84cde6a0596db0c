"""The landlord's list: what is read, what is told by row and reason, and that no file at all can do harm."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.boforhold.innlesing import Filfeil, Kolonner, Lestliste, gjett_kolonner
from boligtildeling.domain.penger import Kroner
from boligtildeling.exchange.restanseliste import les_restanseliste
from boligtildeling.exchange.tabellfil import les_tabell
from tests.filer import FEIL_KID, KID, KID_2, OVERSKRIFTER, arbeidsbok, liste, rad

PER = date(2027, 2, 1)
KOLONNER = Kolonner(kid="KID", beloep="Restbeløp", forfall="Forfall", fakturanr="Fakturanr")


def les(innhold: bytes, kolonner: Kolonner = KOLONNER) -> Lestliste:
    return les_restanseliste(les_tabell(innhold), kolonner, PER)


@pytest.mark.parametrize("skille", [";", "\t"])
@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "cp1252"])
def test_listen_leses_med_begge_skilletegn_og_alle_tegnsett(skille: str, koding: str) -> None:
    lest = les(liste(rad(), rad(KID_2, "1.250,50", "2027-01-20", "F-2"), skille=skille, koding=koding))
    assert lest.feil == ()
    assert [(r.kid, r.beloep, r.forfall, r.fakturanr) for r in lest.rader] == [
        (KID, Kroner.fra(9200), date(2027, 1, 20), "F-1"),
        (KID_2, Kroner.fra("1250.50"), date(2027, 1, 20), "F-2"),
    ]


def test_en_arbeidsbok_leses_med_tall_datoer_og_tekst() -> None:
    lest = les(arbeidsbok(OVERSKRIFTER, ("1", "Rolig Fjord", KID, 9200.5, 46407, "F-1")))
    assert lest.feil == ()
    assert (lest.rader[0].beloep, lest.rader[0].forfall) == (Kroner.fra("9200.50"), date(2027, 1, 20))


@pytest.mark.parametrize(
    ("endret", "grunn"),
    [
        (rad(kid="1,23E+10"), "KID er ødelagt av regnearket (1,23E+10)"),
        (rad(kid="2.6000010018E10"), "ødelagt av regnearket"),
        (rad(kid=""), "KID mangler"),
        (rad(kid=FEIL_KID), "kontrollsifferet stemmer ikke"),
        (rad(kid="9200,00", beloep=KID), "kontrollsifferet stemmer ikke"),
        (rad(beloep="-100,00"), "negativ"),
        (rad(beloep="100,00-"), "negativ"),
        (rad(beloep="0,00"), "null"),
        (rad(beloep="mye"), "Skriv beløpet"),
        (rad(beloep=""), "Skriv beløpet"),
        (rad(forfall=""), "Forfall mangler"),
        (rad(forfall="31.02.2027"), "Datoen finnes ikke"),
        (rad(forfall="20.02.2027"), "ikke en restanse ennå"),
        (rad()[:-1], "Raden har 5 felt, men overskriften har 6. Kolonnene er forskjøvet."),
        ((*rad(), "mer"), "Raden har 7 felt"),
    ],
)
def test_en_rad_med_feil_fortelles_med_nummer_og_grunn(endret: tuple[str, ...], grunn: str) -> None:
    lest = les(liste(rad(KID_2, faktura="F-0"), endret))
    assert [r.kid for r in lest.rader] == [KID_2]
    assert [f.rad for f in lest.feil] == [3]
    assert grunn in lest.feil[0].grunn


def test_en_kid_som_regnearket_har_gjort_til_et_avrundet_tall_fortelles() -> None:
    lest = les(arbeidsbok(OVERSKRIFTER, ("1", "Rolig Fjord", 1.2345678901234568e24, 9200, 46407, "F-1")))
    assert "ødelagt av regnearket (1,23E+24)" in lest.feil[0].grunn


def test_samme_rad_to_ganger_tas_bare_med_en_gang() -> None:
    lest = les(liste(rad(), rad()))
    assert len(lest.rader) == 1
    assert "lik rad 2" in lest.feil[0].grunn


def test_to_krav_fra_samme_leier_er_to_krav() -> None:
    uten = Kolonner(kid="KID", beloep="Restbeløp", forfall="Forfall")
    lest = les(liste(rad(), rad(forfall="20.12.2026")), uten)
    assert len(lest.rader) == 2


def test_navnet_i_listen_blir_ikke_med_noe_sted() -> None:
    lest = les(liste(rad(), rad(kid="tull")))
    assert "Rolig" not in lest.feil[0].innhold
    assert lest.feil[0].innhold.startswith("tull | 9 200,00")


@pytest.mark.parametrize(
    ("innhold", "grunn"),
    [
        (b"", "tom"),
        (b"\n\n", "tom"),
        (b"bare en kolonne\n1", "semikolon"),
        (liste(rad()).replace(b"Fakturanr", b"KID"), "samme overskrift"),
        ("a;b".encode("utf-16"), "UTF-16"),
        (b"a;b\n\x00;1", "tekstfil"),
        (b'a;b\n"1;2', "anførselstegnene"),
        (b"a;\x81\n1;2", "verken UTF-8"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 100, "gamle Excel"),
        (b"PK\x03\x04 ikke en arbeidsbok", "skadet"),
        (arbeidsbok(OVERSKRIFTER, rad())[:-40], "skadet"),
        (arbeidsbok(OVERSKRIFTER, ekstra={"xl/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "skade maskinen"),
        (
            arbeidsbok(OVERSKRIFTER, ekstra={"xl/worksheets/sheet1.xml": '<worksheet><c r="XFD1048576"/></worksheet>'}),
            "for stor",
        ),
    ],
)
def test_en_fil_som_ikke_kan_brukes_nektes_med_en_setning(innhold: bytes, grunn: str) -> None:
    with pytest.raises(Filfeil, match=grunn):
        les(innhold)


def test_en_kolonne_som_mangler_nektes_med_navnet() -> None:
    with pytest.raises(Filfeil, match="«Saldo»"):
        les(liste(rad()), Kolonner(kid="KID", beloep="Saldo", forfall="Forfall"))


def test_samme_kolonne_til_to_ting_nektes() -> None:
    with pytest.raises(Filfeil, match="to ting"):
        les(liste(rad()), Kolonner(kid="KID", beloep="KID", forfall="Forfall"))


def test_programmet_foreslaar_kolonnene_etter_vanlige_overskrifter() -> None:
    assert gjett_kolonner(OVERSKRIFTER) == {
        "kid": "KID",
        "beloep": "Restbeløp",
        "forfall": "Forfall",
        "fakturanr": "Fakturanr",
    }
    assert gjett_kolonner(("A", "B"))["kid"] is None


CELLE = st.text(max_size=12) | st.sampled_from([KID, "9 200,00", "20.01.2027", "1,23E+10", "-1", '"', "\u00a0"])


@given(st.lists(st.lists(CELLE, max_size=8), max_size=8), st.sampled_from([";", "\t"]))
def test_ingen_tekstliste_faar_leseren_til_aa_falle(rader: list[list[str]], skille: str) -> None:
    innhold = "\n".join([skille.join(OVERSKRIFTER), *(skille.join(r) for r in rader)]).encode()
    try:
        lest = les(innhold)
    except Filfeil:
        return
    assert all(r.beloep > Kroner.null() and r.forfall <= PER for r in lest.rader)
    numre = [r.rad for r in lest.rader] + [f.rad for f in lest.feil]
    assert len(numre) == len(set(numre))


@given(st.binary(max_size=200), st.integers(0, 3000), st.booleans())
def test_ingen_skadet_arbeidsbok_faar_leseren_til_aa_falle(stoey: bytes, sted: int, skal_kuttes: bool) -> None:
    hel = arbeidsbok(OVERSKRIFTER, rad())
    skadet = hel[: sted % len(hel)] + stoey + (b"" if skal_kuttes else hel[sted % len(hel) + len(stoey) :])
    try:
        les(b"PK\x03\x04" + skadet[4:])
    except Filfeil:
        return
