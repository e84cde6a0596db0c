"""Gate I: what it takes before debt collection or eviction, what each refusal says, and from which day it is lawful."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Hevingsfakta, Inndrivelse, Oppsigelsesfakta
from boligtildeling.domain.boforhold.port_i import MOTTAKER, sperrer_for_fravikelse, sperrer_for_inkasso
from boligtildeling.domain.boforhold.restanse import Krav
from boligtildeling.domain.boforhold.varsling import Fravikelsesgrunn
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.penger import Kroner

I_DAG = date(2027, 6, 15)
GAMMELT, NYTT = Krav(Kroner.fra(9200), date(2027, 2, 22)), Krav(Kroner.fra(9200), date(2027, 5, 20))
KLAUSULER = frozenset({"fravikelse_a", "fravikelse_b"})
UTEN_PROTEST = Oppsigelsesfakta(er_i_orden=True, protestfrist=date(2027, 5, 1))
HEVET = Hevingsfakta(advarsel_sendt=date(2027, 4, 1), krever_advarsel=True, hevet_dato=date(2027, 5, 1))


def alt_er_gjort(**felt: Any) -> Inndrivelse:
    """A tenancy where everything that gate I asks for is done."""
    grunn: dict[str, Any] = {
        "i_dag": I_DAG,
        "krav": (GAMMELT, NYTT),
        "droeftet_dato": date(2027, 5, 10),
        "inkassovarsel_frist": date(2027, 6, 1),
        "varsler_4_18": {"a": date(2027, 5, 25), "b": date(2027, 5, 25)},
        "varsel_9_11": date(2027, 5, 25),
        "klausuler": KLAUSULER,
        "utloep": date(2027, 3, 31),
        "oppsigelse": UTEN_PROTEST,
        "heving": HEVET,
    }
    return Inndrivelse(**(grunn | felt))


def sagt(sperrer: tuple[Sperre, ...]) -> list[tuple[str, str]]:
    return [(s.kode, s.grunn) for s in sperrer]


def test_naar_alt_er_gjort_staar_ingenting_i_veien_for_inkasso() -> None:
    assert sperrer_for_inkasso(alt_er_gjort()) == ()


@pytest.mark.parametrize("grunnlag", ["a", "b", "c", "d"])
def test_naar_alt_er_gjort_staar_ingenting_i_veien_for_begjaeringen(grunnlag: Fravikelsesgrunn) -> None:
    assert sperrer_for_fravikelse(alt_er_gjort(), grunnlag) == ()


def test_bare_hevingen_gaar_til_tingretten() -> None:
    assert dict(MOTTAKER) == {"a": "namsmannen", "b": "namsmannen", "c": "namsmannen", "d": "tingretten"}


@pytest.mark.parametrize(
    ("felt", "kode", "grunn"),
    [
        (
            {"droeftet_dato": None},
            "MOETE",
            "Saken er ikke drøftet i samarbeidsmøte med konklusjonen «ferdigbehandlet».",
        ),
        ({"krav": ()}, "RESTANSE", "Det står ingen restanse på leieforholdet."),
        (
            {"inkassovarsel_frist": None},
            "VARSEL",
            "Inkassovarselet er ikke sendt. Leieren skal ha minst 14 dager på seg.",
        ),
        (
            {"inkassovarsel_frist": I_DAG},
            "FRIST",
            "Fristen i inkassovarselet er ikke ute. Kravet kan tidligst oversendes 16. juni 2027.",
        ),
        (
            {"avtale": "foelges"},
            "AVTALE",
            "Leieren holder nedbetalingsavtalen. Da kan kravet ikke sendes til inkasso.",
        ),
        (
            {"paa_vent_til": date(2027, 7, 1)},
            "VENT",
            "Saken er på vent til 1. juli 2027. Ta den opp igjen først.",
        ),
        (
            {"gjeldsordning": "aapnet", "gjeldsforhandling_aapnet": date(2027, 4, 1)},
            "GJELD",
            "Krav fra før gjeldsforhandlingen ble åpnet, kan ikke kreves. Du kan kreve 9\u00a0200,00\u00a0kr, som har "
            "forfalt etterpå. Forhandlingen er over tidligst 2. august 2027.",
        ),
        (
            {"gjeldsordning": "stadfestet", "gjeldsforhandling_aapnet": date(2027, 6, 1)},
            "GJELD",
            "Krav fra før gjeldsforhandlingen ble åpnet, kan ikke kreves.",
        ),
    ],
)
def test_inkasso_nektes_med_hva_som_mangler_og_naar_det_blir_lovlig(
    felt: dict[str, Any], kode: str, grunn: str
) -> None:
    assert sagt(sperrer_for_inkasso(alt_er_gjort(**felt))) == [(kode, grunn)]


@pytest.mark.parametrize("avtale", [None, "brutt", "oppfylt", "avsluttet"])
def test_bare_en_avtale_som_holdes_sperrer_inkasso(avtale: str | None) -> None:
    assert sperrer_for_inkasso(alt_er_gjort(avtale=avtale)) == ()


def test_husleie_etter_at_gjeldsforhandlingen_ble_aapnet_kan_sendes_til_inkasso() -> None:
    fakta = alt_er_gjort(gjeldsordning="aapnet", gjeldsforhandling_aapnet=date(2027, 4, 1))
    assert sperrer_for_inkasso(fakta, Kroner.fra(9200)) == ()
    assert [s.kode for s in sperrer_for_inkasso(fakta, Kroner.fra(9201))] == ["GJELD"]


@pytest.mark.parametrize(("status", "dag"), [("aapnet", date(2027, 8, 2)), ("avsluttet", I_DAG), ("soekt", I_DAG)])
def test_gjeldsforhandlingen_sperrer_bare_mens_den_varer(status: str, dag: date) -> None:
    fakta = alt_er_gjort(i_dag=dag, gjeldsordning=status, gjeldsforhandling_aapnet=date(2027, 4, 1))
    assert sperrer_for_inkasso(fakta) == ()


def test_reservasjonen_sier_hvordan_saken_droeftes() -> None:
    sperrer = sperrer_for_inkasso(alt_er_gjort(droeftet_dato=None, har_reservert_seg=True))
    assert sperrer[0].grunn.endswith("så den drøftes uten sosialtjenesten eller anonymt.")


@pytest.mark.parametrize(
    ("grunnlag", "felt", "kode", "slutt"),
    [
        ("a", {"droeftet_dato": None}, "MOETE", "«ferdigbehandlet»."),
        ("b", {"droeftet_dato": None}, "MOETE", "«ferdigbehandlet»."),
        ("a", {"har_ubehandlet_klage": True}, "KLAGE", "Klagen er ikke ferdig behandlet."),
        ("d", {"paa_vent_til": date(2027, 7, 1)}, "VENT", "Ta den opp igjen først."),
        ("a", {"klausuler": frozenset({"fravikelse_b"})}, "KLAUSUL", "Da må kommunen ha dom."),
        ("b", {"klausuler": frozenset({"fravikelse_a"})}, "KLAUSUL", "Da må kommunen ha dom."),
        ("a", {"krav": ()}, "RESTANSE", "Leien er betalt, så det er ikke grunnlag for fravikelse."),
        ("a", {"avtale": "foelges"}, "AVTALE", "Leieren holder nedbetalingsavtalen."),
        ("a", {"varsler_4_18": {}}, "VARSEL", "ikke fått varsel om fravikelse av denne grunnen."),
        ("a", {"varsler_4_18": {"b": date(2027, 5, 1)}}, "VARSEL", "ikke fått varsel om fravikelse av denne grunnen."),
        ("a", {"varsler_4_18": {"a": date(2027, 6, 1)}}, "FRIST", "tidligst sendes 16. juni 2027."),
        ("b", {"varsler_4_18": {"b": date(2027, 6, 14)}}, "FRIST", "tidligst sendes 29. juni 2027."),
        ("a", {"varsler_4_18": {"a": date(2026, 6, 14)}}, "VARSEL", "mer enn ett år gammelt. Send et nytt."),
        ("b", {"utloep": None}, "UTLOEP", "Leieavtalen har ingen sluttdato."),
        ("b", {"utloep": I_DAG}, "UTLOEP", "Begjæringen kan ikke sendes før den er ute."),
        ("b", {"forlengelse_er_ubehandlet": True}, "FORLENGELSE", "er ikke ferdig behandlet."),
        ("c", {"oppsigelse": None}, "OPPSIGELSE", "Leieavtalen er ikke sagt opp."),
        (
            "c",
            {"oppsigelse": Oppsigelsesfakta(er_i_orden=False, protestfrist=date(2027, 5, 1))},
            "OPPSIGELSE",
            "Si opp på nytt.",
        ),
        (
            "c",
            {"oppsigelse": Oppsigelsesfakta(er_i_orden=True, protestfrist=I_DAG)},
            "FRIST",
            "til og med 15. juni 2027. Vent til fristen er ute.",
        ),
        (
            "c",
            {"oppsigelse": Oppsigelsesfakta(er_i_orden=True, protestfrist=date(2027, 5, 1), har_protestert=True)},
            "OPPSIGELSE",
            "kommunen har ikke reist sak.",
        ),
        (
            "c",
            {
                "oppsigelse": Oppsigelsesfakta(
                    er_i_orden=True,
                    protestfrist=date(2027, 5, 1),
                    har_protestert=True,
                    sak_er_reist=True,
                    er_satt_til_side=True,
                )
            },
            "OPPSIGELSE",
            "Retten har satt oppsigelsen til side.",
        ),
        ("d", {"heving": None}, "HEVING", "Leieavtalen er ikke hevet skriftlig."),
        (
            "d",
            {"heving": Hevingsfakta(advarsel_sendt=None, krever_advarsel=True, hevet_dato=date(2027, 5, 1))},
            "HEVING",
            "ikke skriftlig advarsel før hevingen.",
        ),
        ("a", {"varsel_9_11": None}, "VARSEL", "Sosialtjenesten har ikke fått varsel."),
        ("c", {"varsel_9_11": date(2027, 6, 5)}, "FRIST", "tidligst sendes 20. juni 2027."),
    ],
)
def test_begjaeringen_nektes_med_hva_som_mangler_og_naar_det_blir_lovlig(
    grunnlag: Fravikelsesgrunn, felt: dict[str, Any], kode: str, slutt: str
) -> None:
    ((funnet, grunn),) = sagt(sperrer_for_fravikelse(alt_er_gjort(**felt), grunnlag))
    assert funnet == kode
    assert grunn.endswith(slutt)


def test_protest_og_reist_sak_er_nok_saa_lenge_retten_ikke_setter_oppsigelsen_til_side() -> None:
    oppsigelse = Oppsigelsesfakta(
        er_i_orden=True, protestfrist=date(2027, 5, 1), har_protestert=True, sak_er_reist=True
    )
    assert sperrer_for_fravikelse(alt_er_gjort(oppsigelse=oppsigelse), "c") == ()


def test_heving_uten_krav_om_advarsel_trenger_ingen() -> None:
    heving = Hevingsfakta(advarsel_sendt=None, krever_advarsel=False, hevet_dato=date(2027, 5, 1))
    assert sperrer_for_fravikelse(alt_er_gjort(heving=heving), "d") == ()


def test_utloep_er_ikke_mislighold_og_trenger_ikke_varsel_til_sosialtjenesten() -> None:
    assert sperrer_for_fravikelse(alt_er_gjort(varsel_9_11=None), "b") == ()


def test_den_som_har_reservert_seg_faar_ikke_varsel_til_sosialtjenesten_paa_vei_til_namsmannen() -> None:
    assert sperrer_for_fravikelse(alt_er_gjort(varsel_9_11=None, har_reservert_seg=True), "a") == ()


def test_alt_som_mangler_fortelles_paa_en_gang() -> None:
    ingenting = Inndrivelse(i_dag=I_DAG, krav=(GAMMELT,))
    assert [s.kode for s in sperrer_for_fravikelse(ingenting, "a")] == ["MOETE", "KLAUSUL", "VARSEL", "VARSEL"]
    assert [s.kode for s in sperrer_for_inkasso(ingenting)] == ["MOETE", "VARSEL"]
