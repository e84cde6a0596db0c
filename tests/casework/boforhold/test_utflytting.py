"""Moving out: the keys, the protocol, and a dwelling that others can be offered."""

from datetime import date
from typing import Any

from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from tests.bygg import HUSLEIE, Kontor, Paa, person, soeknad
from tests.casework.boforhold.bor import avgjoer, leieforhold, soek_forlengelse
from tests.casework.konvoluttsaker import HEIM, strengt

UT = date(2027, 6, 16)


def utflytting(**felt: Any) -> dict[str, Any]:
    grunn: dict[str, Any] = {
        "dato": UT,
        "grunn": "flytter_selv",
        "noekler": (Noekkel(merke="N-1", antall=2),),
        "tilstand": "Ryddet og vasket. Vanlig slitasje.",
        "ledig_fra": date(2027, 7, 1),
    }
    return grunn | felt


def test_boligen_blir_ledig_for_andre_og_leieforholdet_er_slutt(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    assert "B-1" not in {b.boligid for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True)}
    svar = vei.gjoer("registrer_utflytting", **utflytting())
    assert svar["mangler"] == []
    naa = leieforhold(vei)
    assert (naa.opphoert_dato, naa.utflytting and naa.utflytting.tilstand) == (UT, "Ryddet og vasket. Vanlig slitasje.")
    (ledig,) = (b for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True) if b.boligid == "B-1")
    assert ledig.ledig_fra == date(2027, 7, 1)
    assert vei.sperret("registrer_utflytting", **utflytting()) == {"STEG"}
    assert not {"konklusjon_om_utloep", "flytteoppfordring"} & set(vei.vis().frister)


def test_tomgangen_regnes_fra_utflyttingen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(date(2027, 7, 10))
    svar = vei.gjoer("registrer_utflytting", **utflytting())
    assert svar["tomgang_per_maaned"] == Kroner.fra(9200)
    assert svar["tomgang"] == Kroner.fra(4600) + Kroner.fra(9200).andel(10, 31)
    assert leieforhold(vei).tomgang == svar["tomgang"]


def test_tomgangen_slutter_naar_den_neste_har_leid(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    vei.gjoer("registrer_utflytting", **utflytting(ledig_fra=UT))
    neste = soek_forlengelse(vei.kontor, UT, soeknadstype="ny", soeker=person("Lys", "Morgen", "09888514799"))
    avgjoer(neste)
    neste.gjoer("tilby_bolig", boligid="B-1", frist=date(2027, 7, 1))
    neste.gjoer("svar_paa_tilbud", svar="ja", dato=UT)
    neste.svar_alt("K")
    neste.gjoer("skriv_kontrakt", fra_dato=date(2027, 6, 26), husleie=HUSLEIE)
    vei.kontor.ur.sett(date(2027, 9, 1))
    assert leieforhold(vei).tomgang == HUSLEIE.andel(10, 30)


def test_noekler_som_mangler_blir_en_oppgave(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    svar = vei.gjoer("registrer_utflytting", **utflytting(noekler=(Noekkel(merke="N-1", antall=1),)))
    assert svar["mangler"] == [{"merke": "N-1", "antall": 1}]
    (oppgave,) = (o for o in vei.vis().oppgaver if not o.er_ferdig)
    assert ("N-1" in oppgave.tekst, oppgave.frist) == (True, date(2027, 6, 23))


def test_uten_dato_for_ledig_tilbys_boligen_ingen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    assert "ledig" in vei.gjoer("registrer_utflytting", **utflytting(ledig_fra=None))["advarsler"][0]
    assert "B-1" not in {b.boligid for b in vei.kontor.program.vis_boliger("kari", bare_ledige=True)}


def test_den_neste_kan_tilbys_boligen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    vei.gjoer("registrer_utflytting", **utflytting())
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til egen bolig.")
    assert vei.vis().leieforhold is not None
    assert leieforhold(vei).opphoert_dato == UT


def test_datoer_som_ikke_kan_vaere_riktige(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    assert vei.ugyldig("registrer_utflytting", **utflytting(dato=date(2026, 11, 1), ledig_fra=date(2026, 10, 1))) == {
        "/dato",
        "/ledig_fra",
    }


def test_ingen_flytter_ut_foer_de_har_flyttet_inn(paa: Paa) -> None:
    vei = paa("signert")
    vei.kontor.ur.sett(UT)
    assert vei.sperret("registrer_utflytting", **utflytting()) == {"STEG"}
    assert vei.kontor.ny_sak(soeknad(mottatt_dato=UT)).vis().leieforhold is None


def test_boligen_i_konvolutten_blir_ledig_uten_at_saken_roeper_den(kontor: Kontor) -> None:
    vei = strengt(kontor).til("utlevert")
    kontor.ur.sett(UT)
    vei.gjoer("registrer_utflytting", **utflytting())
    (ledig,) = (b for b in kontor.program.vis_boliger("ida", bare_ledige=True) if b.boligid == HEIM)
    assert ledig.ledig_fra == date(2027, 7, 1)
    naa = leieforhold(vei)
    assert naa.boligid is not None
    assert naa.boligid.startswith("skjermet-")
    assert naa.tomgang is not None
