"""Drafts: one user's own, in the case they are about, gone when the act is done, and never where they may not stand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.utkast import STOERST, UTEN_UTKAST, UTKAST, Utkastvisning, skjema_for
from boligtildeling.casework.views.bevaring import BEVARING
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.utkast import er_strengt_fortrolig, uten_adresse
from tests.bygg import MILD, Kontor, Paa, Vei, person, soeknad
from tests.casework.konvoluttsaker import GATE, HEIM, privat_fil, strengt
from tests.casework.test_skjerming_av_opplysning import er_borte, med_noekkel

SETNING = "Søkeren bor hos søsteren sin på Lade."


def legg(vei: Vei, skjema: str = "noter", som: str = "kari", **felter: Any) -> bool:
    nummer, versjon = vei.saksnummer, vei.vis(som).versjon
    return vei.kontor.program.legg_utkast(nummer, skjema, felter or {"tekst": SETNING}, versjon, som)


def utkast(kontor: Kontor, som: str = "kari") -> tuple[Utkastvisning, ...]:
    return kontor.program.vis(UTKAST, som)


def test_et_utkast_tilbys_den_som_skrev_det_og_ingen_andre(paa: Paa) -> None:
    vei = paa("registrert")
    foer = vei.vis()
    assert legg(vei)
    (ett,) = utkast(vei.kontor)
    assert (ett.saksnummer, ett.skjema, ett.felter) == (vei.saksnummer, "noter", {"tekst": SETNING})
    assert ett.sett_versjon == foer.versjon
    assert utkast(vei.kontor, "ola") == utkast(vei.kontor, "tove") == ()
    etter = vei.vis()
    assert (etter.versjon, etter.historikk, etter.notater) == (foer.versjon, foer.historikk, foer.notater)


def test_det_siste_som_er_skrevet_er_det_som_tas_vare_paa(paa: Paa) -> None:
    vei = paa("registrert")
    for tekst in ("Søk", "Søkeren", SETNING):
        legg(vei, tekst=tekst)
    assert [u.felter for u in utkast(vei.kontor)] == [{"tekst": SETNING}]


def test_utkastet_er_borte_naar_handlingen_er_gjort(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei)
    legg(vei, som="ola", tekst="Olas notat.")
    vei.gjoer("noter", tekst=SETNING)
    assert utkast(vei.kontor) == ()
    assert [u.felter for u in utkast(vei.kontor, "ola")] == [{"tekst": "Olas notat."}]


def test_en_handling_som_nektes_lar_utkastet_staa(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei)
    with pytest.raises(Ugyldig):
        vei.kontor.gjoer("noter", "kari", saksnummer=vei.saksnummer, tekst="")
    assert len(utkast(vei.kontor)) == 1


def test_svaret_paa_ett_sjekkpunkt_lar_utkastet_til_et_annet_staa(paa: Paa) -> None:
    vei = paa("registrert")
    for kode in ("KAR-2", "KAR-4"):
        legg(vei, skjema_for("kryss_av", kode), merknad=f"Om {kode}.")
    vei.svar("KAR-2")
    assert [u.skjema for u in utkast(vei.kontor)] == ["kryss_av KAR-4"]


def test_et_utkast_kan_forkastes(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei)
    vei.kontor.program.forkast_utkast(vei.saksnummer, "noter", "ola")
    assert len(utkast(vei.kontor)) == 1
    vei.kontor.program.forkast_utkast(vei.saksnummer, "noter", "kari")
    assert utkast(vei.kontor) == ()


def test_et_utkast_utenfor_sakene_er_borte_naar_soeknaden_er_registrert(kontor: Kontor) -> None:
    kontor.program.legg_utkast(None, "registrer_soeknad", {"soeknad": {"annet": "Skriver."}}, None, "kari")
    assert [u.saksnummer for u in utkast(kontor)] == [None]
    kontor.ny_sak()
    assert utkast(kontor) == ()


@pytest.mark.parametrize("handling", sorted(UTEN_UTKAST))
def test_det_som_ikke_er_for_andre_tas_ikke_vare_paa(paa: Paa, handling: str) -> None:
    vei = paa("registrert")
    assert not legg(vei, handling, kode="hemmelig")
    assert utkast(vei.kontor) == ()
    assert er_borte(vei, "hemmelig")


def test_et_skjema_som_er_for_langt_nektes(paa: Paa) -> None:
    vei = paa("registrert")
    for skjema, tekst in (("", "x"), ("x" * 101, "x"), ("noter", "x" * STOERST)):
        with pytest.raises(Ugyldig):
            legg(vei, skjema, tekst=tekst)
    assert utkast(vei.kontor) == ()


def test_en_sak_som_ikke_kan_ses_tar_ikke_imot_og_viser_ingen_utkast(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    vei.gjoer("gi_tilgang", "kari", bruker="ola")
    legg(vei, som="ola")
    vei.gjoer("trekk_tilgang", "kari", bruker="ola", grunn="Byttet team.")
    assert utkast(kontor, "ola") == ()
    with pytest.raises(Ugyldig):
        kontor.program.legg_utkast(vei.saksnummer, "noter", {"tekst": "x"}, 1, "ola")


def test_den_som_er_inhabil_ser_ikke_utkastet_sitt(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei)
    vei.gjoer("registrer_tilknytning", "tove", bruker="kari", slag="naer_slekt")
    assert utkast(vei.kontor) == ()
    with pytest.raises((Ugyldig, Sperret)):
        vei.kontor.program.legg_utkast(vei.saksnummer, "noter", {"tekst": "x"}, 1, "kari")


def test_adressen_i_en_strengt_fortrolig_sak_staar_aldri_i_et_utkast(kontor: Kontor) -> None:
    vei = strengt(kontor)
    vei.til("tilbudt")
    assert legg(vei, tekst=f"Hun flytter til {GATE}.", kort="Ringte.", soeker={"adresse": {"linje": "Gjemt 1"}})
    (ett,) = utkast(kontor)
    assert ett.felter == {"tekst": None, "kort": "Ringte.", "soeker": {}}
    assert not legg(vei, "tilby_bolig", boligid=HEIM)
    assert er_borte(vei, "Gjemt 1", f"til {GATE}")


def test_er_konvolutten_lukket_tas_ingenting_vare_paa(kontor: Kontor) -> None:
    vei = strengt(kontor)
    vei.til("tilbudt")
    privat_fil(kontor, "kari").unlink()
    assert not legg(vei, tekst=f"Hun flytter til {GATE}.")
    assert utkast(kontor) == ()


def test_en_soeknad_som_blir_strengt_fortrolig_tar_med_seg_utkastene(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei, "rett_soeknad", soeker={"adresse": {"linje": "Gjemt 1"}})
    foer = vei.vis().soeknad
    streng = replace(foer, soeker=replace(foer.soeker, adressebeskyttelse="strengt_fortrolig"))
    vei.gjoer("noter", tekst="Ringte.")
    vei.gjoer("rett_soeknad", soeknad=streng, grunn="Ny opplysning fra Folkeregisteret.")
    assert utkast(vei.kontor) == ()
    assert er_borte(vei, "Gjemt 1")


def test_et_utkast_med_strengt_fortrolig_mister_adressene_foer_noe_lagres(kontor: Kontor) -> None:
    felter = {"soeknad": {"felt": {"soeker": {"adressebeskyttelse": "strengt_fortrolig", "adresse": {"linje": "G 1"}}}}}
    kontor.program.legg_utkast(None, "registrer_soeknad", felter, None, "kari")
    (ett,) = utkast(kontor)
    assert ett.felter == {"soeknad": {"felt": {"soeker": {"adressebeskyttelse": "strengt_fortrolig"}}}}


def test_strengt_fortrolig_finnes_ogsaa_i_en_liste() -> None:
    assert er_strengt_fortrolig({"husstand": [{"adressebeskyttelse": "strengt_fortrolig"}]})
    assert not er_strengt_fortrolig({"husstand": [{"adressebeskyttelse": "fortrolig"}, "x"], "antall": 2})


def test_adressefeltene_tas_ut_hvor_de_enn_staar() -> None:
    assert uten_adresse({"a": [{"adresse": "x", "b": 1}], "adresse": "y"}) == {"a": [{"b": 1}]}


def test_skjermingen_finner_det_som_staar_i_et_utkast(paa: Paa) -> None:
    vei = paa("registrert")
    med_noekkel(vei.kontor)
    hemmelig = "Skjulestedvegen 13"
    vei.gjoer("noter", tekst=f"Bor i {hemmelig}.")
    legg(vei, skjema_for("kryss_av", "KAR-2"), merknad=f"Flyttet til {hemmelig} i mai.")
    vei.gjoer("skjerm_opplysning", "kari", hvor="/notater/1", tekst=hemmelig, grunn="Taushetsplikt.")
    (ett,) = utkast(vei.kontor)
    assert ett.felter == {"merknad": "Flyttet til [skjermet 1] i mai."}
    assert er_borte(vei, hemmelig)


def test_gamle_utkast_kasseres_etter_planen(paa: Paa) -> None:
    vei = paa("registrert")
    legg(vei)
    kontor = vei.kontor
    kontor.ur.sett(date(2026, 11, 20))
    legg(vei, skjema_for("kryss_av", "KAR-2"), merknad="Nytt.")
    kontor.ur.sett(date(2026, 12, 10))
    rad = next(r for r in kontor.program.vis(BEVARING, "tove").regler if r.id == "skriveutkast")
    assert (rad.kan_kasseres, rad.varighet) == (1, "1 måned")
    assert kontor.gjoer("kasser", "tove", slag="skriveutkast", grunn="Rydder.")["kassert"] == 1
    assert [u.skjema for u in utkast(kontor)] == ["kryss_av KAR-2"]
