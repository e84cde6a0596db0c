"""Taking in lists and bank files: once, whole, by KID to the right case, and back again."""

from datetime import date

import pytest

from boligtildeling.casework.views.boforhold.importer import IMPORTFORSLAG
from boligtildeling.domain.boforhold.innlesing import Kolonner
from boligtildeling.domain.penger import Kroner
from tests.bygg import HUSLEIE, soeknad
from tests.bygg import person as lag_person
from tests.casework.boforhold.kontorfiler import FEBRUAR, Leie
from tests.filer import KID_UKJENT, Innbetaling, camt, liste, rad

MARS = date(2027, 3, 1)
KOLONNER = Kolonner(kid="KID", beloep="Restbeløp", forfall="Forfall", fakturanr="Fakturanr")


def test_listen_tas_inn_og_restansen_staar_paa_saken(leie: Leie) -> None:
    svar = leie.liste()
    assert (svar["rader"], svar["ukjent_kid"], svar["feil"]) == (1, 0, [])
    assert svar["endringer"] == {"ny": 1, "oekt": 0, "uendret": 0, "redusert": 0, "loest": 0}
    funnet = leie.restanse()
    assert (funnet.saksnummer, funnet.endring, funnet.restanse) == (leie.vei.saksnummer, "ny", HUSLEIE)
    assert (funnet.eldste_forfall, funnet.neste_dag) == (date(2027, 1, 20), date(2027, 1, 26))
    assert leie.oppfoelging().krav[0].forfall == date(2027, 1, 20)


@pytest.mark.parametrize(
    ("mars", "endring"),
    [
        ([("9 200,00", "20.01.2027", "F-1"), ("9 200,00", "20.02.2027", "F-2")], "oekt"),
        ([("9 200,00", "20.01.2027", "F-1")], "uendret"),
        ([("200,00", "20.01.2027", "F-1")], "redusert"),
        ([], "loest"),
    ],
)
def test_neste_liste_viser_hva_som_er_endret(leie: Leie, mars: list[tuple[str, str, str]], endring: str) -> None:
    leie.liste()
    kid = leie.kid
    annen = rad(KID_UKJENT, faktura="F-9")
    svar = leie.liste(MARS, annen, *(rad(kid, *felt) for felt in mars))
    assert svar["endringer"][endring] == 1
    assert leie.restanse().endring == endring
    assert leie.oppfoelging().forrige == HUSLEIE


def test_rader_med_feil_fortelles_og_tas_vare_paa(leie: Leie) -> None:
    kid = leie.kid
    svar = leie.liste(FEBRUAR, rad(kid), rad("1,23E+10"), rad(kid), rad(kid, forfall="01.11.2026", faktura="F-2"))
    assert [f["rad"] for f in svar["feil"]] == [3, 4, 5]
    tatt_vare_paa = leie.importer().importer[0].feil
    assert "ødelagt av regnearket" in tatt_vare_paa[0].grunn
    assert "lik rad 2" in tatt_vare_paa[1].grunn
    assert tatt_vare_paa[2].grunn == "Forfallet er før leieforholdet begynte."


def test_en_fil_uten_en_eneste_brukbar_rad_nektes_og_ingenting_er_tatt_inn(leie: Leie) -> None:
    leie.kontor.ur.sett(FEBRUAR)
    fil = leie.fil(liste(rad("tull")))
    assert leie.kontor.ugyldig("importer_restanseliste", fil=fil, per_dato=FEBRUAR) == {"/fil"}
    assert leie.importer().importer == ()


def test_samme_fil_og_samme_dag_tas_bare_inn_en_gang(leie: Leie) -> None:
    kid = leie.kid
    leie.liste()
    assert leie.kontor.sperret("importer_restanseliste", fil="liste.csv", per_dato=MARS - (MARS - FEBRUAR)) == {
        "ALLEREDE"
    }
    fil = leie.fil(liste(rad(kid, beloep="100")))
    assert leie.kontor.sperret("importer_restanseliste", fil=fil, per_dato=FEBRUAR) == {"ALLEREDE"}


def test_profilen_lagres_og_brukes_igjen_og_en_som_ikke_finnes_nektes(leie: Leie) -> None:
    leie.liste(FEBRUAR, kolonner=KOLONNER, lagre_som="Boligforvaltningen")
    assert leie.importer().profiler == ("Boligforvaltningen",)
    kid = leie.kid
    assert leie.liste(MARS, rad(kid, forfall="20.02.2027"), profil="Boligforvaltningen")["rader"] == 1
    fil = leie.fil(liste(rad(kid, beloep="5")))
    assert leie.kontor.ugyldig("importer_restanseliste", fil=fil, per_dato=FEBRUAR, profil="Ukjent") == {"/profil"}


def test_listen_kan_ses_foer_den_tas_inn(leie: Leie) -> None:
    kid = leie.kid
    fil = leie.fil(liste(rad(kid), rad(KID_UKJENT), rad("tull")))
    forslag = leie.kontor.program.vis(IMPORTFORSLAG, "kari", fil=fil, per_dato=FEBRUAR)
    assert (forslag.rader, forslag.ukjent_kid, forslag.sum) == (2, 1, HUSLEIE * 2)
    assert forslag.kolonner["beloep"] == "Restbeløp"
    assert [f.rad for f in forslag.feil] == [4]
    assert forslag.hindring is None
    assert leie.importer().importer == ()


def test_en_liste_med_ukjente_overskrifter_ber_om_kolonnene(leie: Leie) -> None:
    fil = leie.fil(b"A;B;C\n1;2;3")
    forslag = leie.kontor.program.vis(IMPORTFORSLAG, "kari", fil=fil, per_dato=FEBRUAR)
    assert forslag.overskrifter == ("A", "B", "C")
    assert forslag.hindring is not None
    assert "Velg hvilke" in forslag.hindring
    mangler = leie.kontor.program.vis(IMPORTFORSLAG, "kari", fil="finnes-ikke.csv", per_dato=FEBRUAR)
    assert mangler.hindring == "Filen finnes ikke."


def test_en_betaling_med_kid_gaar_til_leieavtalen_og_trekkes_fra_restansen(leie: Leie) -> None:
    leie.liste()
    leie.kontor.ur.sett(date(2027, 2, 10))
    svar = leie.bankfil(Innbetaling(leie.kid, dato=date(2027, 2, 9)))
    assert (svar["plassert"], svar["i_skuffen"], svar["slag"]) == (1, 0, "camt.054")
    assert leie.restanse().restanse == Kroner.null()
    assert leie.oppfoelging().krav == ()


def test_en_reversering_gjoer_betalingen_ugjort(leie: Leie) -> None:
    leie.liste()
    leie.kontor.ur.sett(date(2027, 2, 10))
    kid = leie.kid
    leie.bankfil(
        Innbetaling(kid, dato=date(2027, 2, 8)),
        Innbetaling(kid, dato=date(2027, 2, 9), er_reversering=True, referanse="R"),
    )
    assert leie.restanse().restanse == HUSLEIE


def test_det_som_ikke_kan_plasseres_ligger_i_skuffen_til_noen_plasserer_det(leie: Leie) -> None:
    leie.liste()
    leie.kontor.ur.sett(date(2027, 2, 10))
    svar = leie.bankfil(
        Innbetaling(None, dato=date(2027, 2, 9), referanse="1"),
        Innbetaling(KID_UKJENT, dato=date(2027, 2, 9), referanse="2"),
        Innbetaling(leie.kid, dato=date(2026, 11, 1), referanse="3"),
        Innbetaling(leie.kid, "77.00", date(2027, 2, 9), er_reversering=True, referanse="4"),
    )
    assert (svar["plassert"], svar["i_skuffen"]) == (0, 4)
    skuffen = leie.importer().skuffen
    assert [r.hvorfor_ikke for r in skuffen] == [
        "Betalingen har ingen KID.",
        "KID hører ikke til noen leieavtale her.",
        "Betalingen er eldre enn leieavtalen som har KID-en.",
        "Fant ingen betaling på samme beløp å reversere.",
    ]
    leie.vei.gjoer("plasser_betaling", bankbetaling=skuffen[0].id)
    assert leie.restanse().restanse == Kroner.null()
    assert len(leie.importer().skuffen) == 3
    assert leie.vei.ugyldig("plasser_betaling", bankbetaling=skuffen[0].id) == {"/bankbetaling"}
    assert leie.vei.sperret("plasser_betaling", bankbetaling=skuffen[3].id) == {"STEG"}


def test_samme_betaling_i_en_annen_fil_tas_ikke_inn_to_ganger(leie: Leie) -> None:
    leie.kontor.ur.sett(date(2027, 2, 10))
    betaling = Innbetaling(leie.kid, dato=date(2027, 2, 9))
    leie.bankfil(betaling)
    assert leie.kontor.sperret("importer_betalinger", fil="bank.xml") == {"ALLEREDE"}
    svar = leie.bankfil(betaling, Innbetaling(leie.kid, "50.00", date(2027, 2, 9), referanse="NY"))
    assert svar["plassert"] == 1
    assert "tatt inn før (import 1)" in svar["feil"][0]["grunn"]


def test_en_betaling_fra_framtiden_og_en_som_staar_to_ganger_fortelles(leie: Leie) -> None:
    leie.kontor.ur.sett(date(2027, 2, 10))
    kid = leie.kid
    svar = leie.bankfil(
        Innbetaling(kid, dato=date(2027, 2, 11), referanse="1"),
        Innbetaling(kid, dato=date(2027, 2, 9), referanse="2"),
        Innbetaling(kid, dato=date(2027, 2, 9), referanse="2"),
    )
    assert svar["plassert"] == 1
    assert [f["rad"] for f in svar["feil"]] == [1, 3]


@pytest.mark.parametrize("innhold", [b"hei", camt(Innbetaling())[:-50], camt()])
def test_en_bankfil_som_ikke_er_hel_nektes(leie: Leie, innhold: bytes) -> None:
    fil = leie.fil(innhold, "bank.xml")
    assert leie.kontor.ugyldig("importer_betalinger", fil=fil) == {"/fil"}


def test_en_liste_som_angres_gjelder_ikke_lenger_og_kan_tas_inn_igjen(leie: Leie) -> None:
    nummer = leie.liste()["import"]
    leie.kontor.gjoer("angre_import", import_nummer=nummer, grunn="Feil måned.")
    assert leie.restanser().rader == ()
    assert leie.importer().importer[0].angret_grunn == "Feil måned."
    assert leie.kontor.sperret("angre_import", import_nummer=nummer, grunn="Igjen.") == {"ALLEREDE"}
    assert leie.kontor.ugyldig("angre_import", import_nummer=99, grunn="Ingen.") == {"/import_nummer"}
    assert leie.liste()["rader"] == 1


def test_betalinger_som_angres_er_ikke_betalt_og_kan_tas_inn_igjen(leie: Leie) -> None:
    leie.liste()
    leie.kontor.ur.sett(date(2027, 2, 10))
    kid = leie.kid
    foer = leie.vei.vis().kontrakt
    nummer = leie.bankfil(
        Innbetaling(kid, dato=date(2027, 2, 8), referanse="1"),
        Innbetaling(kid, "100.00", date(2027, 2, 8), referanse="2"),
        Innbetaling(kid, "100.00", date(2027, 2, 9), er_reversering=True, referanse="3"),
    )["import"]
    assert leie.restanse().restanse == Kroner.null()
    leie.kontor.gjoer("angre_import", import_nummer=nummer, grunn="Feil fil.")
    etter = leie.vei.vis().kontrakt
    assert foer is not None
    assert etter is not None
    assert etter.betalt == foer.betalt
    assert leie.restanse().restanse == HUSLEIE
    assert leie.kontor.gjoer("importer_betalinger", fil="bank.xml")["plassert"] == 3
    assert leie.restanse().restanse == Kroner.null()


def test_en_skjermet_sak_vises_ikke_i_lister_og_tall_for_andre(leie: Leie) -> None:
    leie.liste()
    leie.vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=lag_person(beskyttelse="fortrolig")), grunn="Kontrollert.")
    assert leie.restanser("kari").rader != ()
    assert leie.restanser("ola").rader == ()
    kid = leie.kid
    leie.kontor.ur.sett(MARS)
    fil = leie.fil(liste(rad(kid, forfall="20.02.2027"), rad(kid, forfall="01.11.2026", faktura="F-2")))
    svar = leie.kontor.gjoer("importer_restanseliste", "ola", fil=fil, per_dato=MARS)
    assert set(svar["endringer"].values()) == {0}
    assert leie.importer("ola").importer[0].feil == ()
    assert len(leie.importer("kari").importer[0].feil) == 1
