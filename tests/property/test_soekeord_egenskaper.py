"""Invariants of search: folding is stable, spellings meet, a text is found by itself, nothing odd gets through."""

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from boligtildeling.domain.soekeord import Term, brett, datoord, soekeord, soeketermer

NAVN = st.text("abcdeflmnorstæøåéÆØÅ", min_size=1, max_size=12)
TALLTEKST = st.text("0123456789.-/ aå%_*", max_size=24)
VARIANTER = (("å", "aa"), ("ø", "oe"), ("æ", "ae"), ("å", "a"), ("ø", "o"), ("ø", "ö"), ("æ", "ä"))


def _treffer(term: Term, ordene: frozenset[str]) -> bool:
    if term.er_prefiks:
        return any(ett.startswith(term.former) for ett in ordene)
    return not ordene.isdisjoint(term.former)


@given(st.text() | TALLTEKST)
def test_aa_brette_to_ganger_endrer_ingenting(tekst: str) -> None:
    assert brett(brett(tekst)) == brett(tekst)


@given(st.text() | NAVN)
def test_unicode_form_og_store_bokstaver_har_ikke_noe_aa_si(tekst: str) -> None:
    assert brett(unicodedata.normalize("NFD", tekst)) == brett(unicodedata.normalize("NFC", tekst)) == brett(tekst)
    assert brett(tekst.casefold()) == brett(tekst)


@given(NAVN, st.sampled_from(VARIANTER))
def test_norske_skrivemaater_er_like(navn: str, variant: tuple[str, str]) -> None:
    bokstav, skrivemaate = variant
    assert brett(navn.lower().replace(bokstav, skrivemaate)) == brett(navn)


@given(st.text() | TALLTEKST)
def test_ledd_og_ord_har_bare_bokstaver_og_sifre(tekst: str) -> None:
    former = {form for term in soeketermer(tekst) for form in term.former}
    for form in former | soekeord(tekst):
        assert form
        assert all(tegn in "0123456789" or tegn.isalpha() for tegn in form)
        assert not any("A" <= tegn <= "Z" for tegn in form)


@given(st.text() | TALLTEKST | NAVN, st.text() | TALLTEKST)
def test_en_tekst_finnes_paa_seg_selv(tekst: str, annen: str) -> None:
    ordene = soekeord(annen, tekst)
    assert all(_treffer(term, ordene) for term in soeketermer(tekst))


@given(NAVN, st.integers(1, 12))
def test_begynnelsen_av_et_navn_finner_navnet(navn: str, lengde: int) -> None:
    ordene = soekeord(navn)
    assert all(_treffer(term, ordene) for term in soeketermer(navn[:lengde]))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_en_dato_finnes_i_alle_former(dag: date) -> None:
    ordene = frozenset(datoord(dag))
    for form in ("%d.%m.%Y", "%d.%m.%y", "%d%m%y", "%d%m%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m-%y"):
        (term,) = soeketermer(dag.strftime(form))
        assert _treffer(term, ordene), form


@given(st.integers(2000, 2099), st.integers(1, 9999), st.integers(1, 4))
def test_et_saksnummer_finnes_paa_hver_begynnelse(aar: int, loepenummer: int, lengde: int) -> None:
    saksnummer = f"{aar}-{loepenummer:04d}"
    ordene = soekeord(saksnummer)
    for soekt in (saksnummer, saksnummer[: 5 + lengde], f"{aar}-{loepenummer}", f"{loepenummer:04d}", str(loepenummer)):
        assert all(_treffer(term, ordene) for term in soeketermer(soekt)), soekt
