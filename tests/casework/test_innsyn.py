"""Access to one's own information: everything is there, others are taken out, and who did what is kept."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from boligtildeling.casework.views.innsyn import PAKKER, Innsynsvisning
from boligtildeling.casework.views.skjerminger import SKJERMINGER
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.feil import Sperret, Ugyldig
from boligtildeling.domain.feltnavn import EGNE_FELTNAVN, FELTNAVN, VALGNAVN
from tests.bygg import ADRESSE, LYS, STILLE, Kontor, Paa, Vei, barn, databasedump, person, soeknad
from tests.casework.test_historikk import rader
from tests.casework.test_skjerming_av_opplysning import med_noekkel

ANNEN = person("Stille", "Vik", STILLE, telefon="00000002", adresse=replace(ADRESSE, linje="Annenvegen 2"))
DIGRAFER = ("ae", "oe", "aa")
DELER = {"soeknad", "midlertidige_botilbud"}
"""Parts of a case that are headings and not fields."""
FORNAVN = "{}/soeknad/soeker/fornavn"
FELLES = soeknad(soeker=person(telefon="00000001"), medsoeker=ANNEN, husstand=(barn(),))


def lag(vei: Vei, som: str = "kari", **felt: Any) -> Mapping[str, Any]:
    return vei.gjoer("lag_innsynspakke", som, **felt)


def pakke(vei: Vei, som: str = "kari") -> Innsynsvisning:
    return vei.kontor.program.vis(PAKKER, som, vei.saksnummer)[0]


def steder(p: Innsynsvisning) -> dict[str, str]:
    return {o.sted: o.verdi for sak in p.innhold for a in sak.avsnitt for o in a.opplysninger}


def fjernet(p: Innsynsvisning) -> set[str]:
    return {f.sted for f in p.fjerninger if f.lagt_tilbake_av is None}


def frigi(vei: Vei, nummer: int = 1) -> str:
    """Releases the package; gives all that is given out as one text."""
    vei.gjoer("frigi_innsynspakke", pakke=nummer, gjennomgaatt=True)
    ((visning,),) = rader(vei, "SELECT visning FROM dokument ORDER BY id DESC LIMIT 1")
    return str(visning)


def test_pakken_har_alt_saken_har_om_personen(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.gjoer("noter", tekst="Ringte og avtalte møte.")
    lag(vei)
    verdier = steder(pakke(vei))
    rot = f"/{vei.saksnummer}"
    assert verdier[f"{rot}/soeknad/soeker/etternavn"] == "Fjord"
    assert verdier[f"{rot}/soeknad/soeker/adresse/linje"] == "Testvegen 4"
    assert verdier[f"{rot}/notater/1"] == "Ringte og avtalte møte."
    assert verdier[f"{rot}/vedtak/1/begrunnelse"].startswith("Du er uten egen bolig")
    assert verdier[f"{rot}/kontrakt/husleie"] == "9\N{NO-BREAK SPACE}200,00\N{NO-BREAK SPACE}kr"
    assert verdier[f"{rot}/svar/KAR-2/svar"] == "Ja"
    assert "Vedtak" in verdier.values()
    assert any(sted.startswith(f"{rot}/historikk/") for sted in verdier)
    assert fjernet(pakke(vei)) == set()


def test_hver_opplysning_har_et_navn_i_ord_og_et_sted_for_seg(paa: Paa) -> None:
    vei = paa("utlevert")
    vei.gjoer("rett_soeknad", soeknad=replace(vei.vis().soeknad, kontonummer="99990000006"))
    lag(vei)
    alle = [o for sak in pakke(vei).innhold for a in sak.avsnitt for o in a.opplysninger]
    assert len({o.sted for o in alle}) == len(alle)
    assert [o.sted for o in alle if "_" in o.etikett] == []
    felt = {ledd for o in alle for ledd in o.sted.split("/")[2:] if ledd.islower() and any(d in ledd for d in DIGRAFER)}
    kjente = FELTNAVN.keys() | VALGNAVN.keys() | {f for _, f in EGNE_FELTNAVN} | DELER
    assert felt - kjente == set()
    assert any(o.verdi == "Fra «ikke oppgitt» til «99990000006»" for o in alle)


def test_det_som_gjelder_den_andre_soekeren_er_tatt_ut_fra_foerste_stund(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    lag(vei)
    p = pakke(vei)
    rot = f"/{vei.saksnummer}/soeknad/medsoeker"
    assert {f"{rot}/foedselsnummer", f"{rot}/telefon", f"{rot}/adresse/linje"} <= fjernet(p)
    assert all(f.er_forslag and not f.er_vernet and f.hjemmel == "forvaltningsloven § 19" for f in p.fjerninger)
    assert f"{rot}/etternavn" not in fjernet(p)
    ut = frigi(vei)
    for borte in (STILLE, "00000002", "Annenvegen"):
        assert borte not in ut
    for staar in ("Vik", "00000001", "Liten Fjord", "Testvegen 4"):
        assert staar in ut


def test_den_andre_faar_sitt_og_ikke_den_foerstes(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    lag(vei, part="medsoeker")
    ut = frigi(vei)
    assert "00000002" in ut
    assert "Annenvegen 2" in ut
    assert "00000001" not in ut
    assert "Testvegen 4" not in ut


def test_en_skjermet_parts_opplysninger_gis_aldri_til_den_andre(kontor: Kontor) -> None:
    skjermet = replace(ANNEN, adressebeskyttelse="fortrolig")
    vei = kontor.ny_sak(replace(FELLES, medsoeker=skjermet))
    vei.gjoer("noter", tekst="Bor nå i Annenvegen 2.")
    lag(vei)
    p = pakke(vei)
    sted = f"/{vei.saksnummer}/soeknad/medsoeker/adresse/linje"
    vernet = {f.sted for f in p.fjerninger if f.er_vernet}
    assert sted in vernet
    assert f"/{vei.saksnummer}/soeknad/medsoeker/fornavn" in vernet
    assert vei.sperret("legg_tilbake_i_innsynspakke", pakke=1, sted=sted, grunn="Vil.") == {"HABILITET"}
    assert f"/{vei.saksnummer}/notater/1" in fjernet(p) - vernet
    ut = frigi(vei)
    for borte in ("Annenvegen", "Stille", "fortrolig", STILLE):
        assert borte not in ut


def test_den_skjermede_selv_faar_sine_egne(kontor: Kontor) -> None:
    vei = kontor.ny_sak(replace(FELLES, medsoeker=replace(ANNEN, adressebeskyttelse="fortrolig")))
    lag(vei, part="medsoeker")
    assert "Annenvegen 2" in frigi(vei)


def test_boligen_er_vernet_naar_den_andre_er_skjermet(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(medsoeker=replace(ANNEN, adressebeskyttelse="fortrolig")))
    vei.gjoer("gi_tilgang", bruker="tove")
    vei.til("tilbudt")
    lag(vei)
    assert f"/{vei.saksnummer}/bolig/adresse/linje" in {f.sted for f in pakke(vei).fjerninger if f.er_vernet}
    assert "Testvegen 7" not in frigi(vei)


def test_en_som_fjerner_og_legger_tilbake_staar_med_navn_grunn_og_hjemmel(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    vei.gjoer("noter", tekst="Naboen Per Klager sa fra om bråk.")
    lag(vei)
    sted = f"/{vei.saksnummer}/notater/1"
    grunn = "Navnet på den som sa fra."
    vei.gjoer("fjern_i_innsynspakke", "ola", pakke=1, sted=sted, tekst="Per Klager", grunn=grunn)
    tilbake = f"/{vei.saksnummer}/soeknad/medsoeker/telefon"
    vei.gjoer("legg_tilbake_i_innsynspakke", "tove", pakke=1, sted=tilbake, grunn="Hun har samtykket.")
    (rad,) = [f for f in pakke(vei).fjerninger if f.sted == sted]
    assert (rad.fjernet_av, rad.grunn, rad.hjemmel, rad.er_del) == ("ola", grunn, "forvaltningsloven § 19", True)
    (lagt,) = [f for f in pakke(vei).fjerninger if f.sted == tilbake]
    assert (lagt.lagt_tilbake_av, lagt.lagt_tilbake_grunn) == ("tove", "Hun har samtykket.")
    ut = frigi(vei)
    assert "Naboen [fjernet] sa fra om bråk." in ut
    assert "Per Klager" not in ut
    assert "00000002" in ut
    assert grunn in ut
    assert pakke(vei).fjerninger[-1].fjernet_av == "ola"


def test_det_som_er_fjernet_staar_ikke_igjen_i_historikken(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    vei.gjoer("noter", tekst="Naboen Per Klager ringte.")
    lag(vei)
    sted = f"/{vei.saksnummer}/notater/1"
    vei.gjoer("fjern_i_innsynspakke", pakke=1, sted=sted, tekst="Per Klager", grunn="Den som sa fra.")
    frigi(vei)
    linjer = rader(vei, "SELECT data FROM hendelsesinnhold JOIN hendelse ON id = hendelsesinnhold.hendelse "
                        "WHERE handling = 'fjern_i_innsynspakke'")  # fmt: skip
    assert "Klager" not in json.dumps(linjer)
    assert rader(vei, "SELECT count(*) FROM innsynsfjerning WHERE tekst IS NOT NULL") == [(0,)]


def test_pakken_har_alle_saker_der_personen_er_part_og_bare_dem_du_kan_se(kontor: Kontor) -> None:
    foerste = kontor.ny_sak()
    andre = kontor.ny_sak(soeknad(soeker=person("Lys", "Strand", LYS), medsoeker=person()))
    kontor.ny_sak(soeknad(soeker=person("Lys", "Strand", LYS)))
    skjult = kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")), "ola")
    svar = lag(foerste)
    assert svar["saker"] == [foerste.saksnummer, andre.saksnummer]
    assert skjult.saksnummer not in json.dumps(list(steder(pakke(foerste))))
    assert rader(foerste, "SELECT saksnummer FROM lesning WHERE hva = 'innsyn' ORDER BY id") == [
        (foerste.saksnummer,),
        (andre.saksnummer,),
    ]
    assert f"/{andre.saksnummer}/soeknad/soeker/foedselsnummer" in fjernet(pakke(foerste))
    assert lag(foerste, alle_saker=False)["saker"] == [foerste.saksnummer]


def test_den_som_ikke_kan_kjennes_igjen_faar_bare_sin_egen_sak(kontor: Kontor) -> None:
    for _ in range(2):
        vei = kontor.ny_sak(soeknad(soeker=person(nummer=None)))
    assert lag(vei)["saker"] == [vei.saksnummer]


def test_den_frigitte_pakken_er_et_dokument_med_avtrykk_og_kan_ikke_endres(paa: Paa) -> None:
    vei = paa("registrert")
    program = vei.kontor.program
    program._rammer = replace(program._rammer, dokumenter=Dokumenter())
    lag(vei)
    svar = vei.gjoer("frigi_innsynspakke", "ola", pakke=1, gjennomgaatt=True)
    p = pakke(vei)
    assert (p.status, p.frigitt_av, p.dokument, p.innhold) == ("frigitt", "ola", svar["dokument"], ())
    pdf = program.hent_dokument(vei.saksnummer, svar["dokument"], "kari")
    assert sha256(pdf).hexdigest() == p.sha256
    tekst = Dokumenter().tekst_i(pdf) or ""
    assert "Innsyn i dine opplysninger" in tekst
    assert "Testvegen 4" in tekst
    for handling, felt in (
        ("fjern_i_innsynspakke", {"sted": "/x", "grunn": "x"}),
        ("legg_tilbake_i_innsynspakke", {"sted": "/x", "grunn": "x"}),
        ("frigi_innsynspakke", {"gjennomgaatt": True}),
    ):
        assert vei.sperret(handling, pakke=1, **felt) == {"ALLEREDE"}
    assert program.kontroller().funn == ()


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_pakken_kan_skrives_ut_paa_begge_maalformer(kontor: Kontor, maalform: Any) -> None:
    program = kontor.program
    program._rammer = replace(program._rammer, dokumenter=Dokumenter())
    vei = kontor.ny_sak(replace(FELLES, maalform=maalform))
    lag(vei)
    frigi(vei)
    tekst = Dokumenter().tekst_i(program.hent_dokument(vei.saksnummer, 1, "kari")) or ""
    assert {"nb": "Det som er fjernet", "nn": "Det som er fjerna"}[maalform] in tekst


def test_ingen_pakke_frigis_foer_noen_har_gaatt_gjennom_den(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    lag(vei)
    assert vei.sperret("frigi_innsynspakke", pakke=1, gjennomgaatt=False) == {"STEG"}
    assert vei.sperret("frigi_innsynspakke", "ida", pakke=1, gjennomgaatt=True) == {"ROLLE"}
    assert vei.sperret("lag_innsynspakke", "ida") == {"ROLLE"}


def test_en_pakke_fra_foer_noen_ble_skjermet_kan_ikke_frigis(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    lag(vei)
    vei.gjoer("rett_soeknad", soeknad=replace(FELLES, medsoeker=replace(ANNEN, adressebeskyttelse="fortrolig")))
    assert vei.sperret("frigi_innsynspakke", pakke=1, gjennomgaatt=True) == {"HABILITET"}
    lag(vei)
    assert "Annenvegen" not in frigi(vei, 2)


def test_ingen_pakke_har_adressen_naar_den_blir_strengt_fortrolig(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    lag(vei)
    assert "Annenvegen" in "\n".join(databasedump(kontor.program.mappe))
    vei.gjoer("rett_soeknad", soeknad=replace(FELLES, medsoeker=replace(ANNEN, adressebeskyttelse="strengt_fortrolig")))
    assert "Annenvegen" not in "\n".join(databasedump(kontor.program.mappe))
    assert vei.sperret("frigi_innsynspakke", pakke=1, gjennomgaatt=True) == {"ALLEREDE"}


@pytest.mark.parametrize(
    ("handling", "felt", "pekere"),
    [
        ("fjern_i_innsynspakke", {"pakke": 9, "sted": "/x", "grunn": "x"}, {"/pakke"}),
        ("fjern_i_innsynspakke", {"pakke": 1, "sted": "/x", "grunn": "x"}, {"/sted"}),
        ("fjern_i_innsynspakke", {"pakke": 1, "sted": FORNAVN, "grunn": "x", "tekst": "y"}, {"/tekst"}),
        ("legg_tilbake_i_innsynspakke", {"pakke": 9, "sted": "/x", "grunn": "x"}, {"/pakke"}),
        ("legg_tilbake_i_innsynspakke", {"pakke": 1, "sted": "/x", "grunn": "x"}, {"/sted"}),
        ("frigi_innsynspakke", {"pakke": 9, "gjennomgaatt": True}, {"/pakke"}),
        ("lag_innsynspakke", {"part": "medsoeker"}, {"/part"}),
    ],
)
def test_feil_i_innsyn_sies_med_sted(kontor: Kontor, handling: str, felt: dict[str, Any], pekere: set[str]) -> None:
    vei = kontor.ny_sak()
    lag(vei)
    felt = {n: v.format(f"/{vei.saksnummer}") if n == "sted" else v for n, v in felt.items()}
    assert vei.ugyldig(handling, **felt) == pekere


def test_det_samme_kan_ikke_fjernes_eller_legges_tilbake_to_ganger(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    lag(vei)
    sted = f"/{vei.saksnummer}/soeknad/soeker/fornavn"
    assert vei.sperret("legg_tilbake_i_innsynspakke", pakke=1, sted=sted, grunn="x") == {"ALLEREDE"}
    vei.gjoer("fjern_i_innsynspakke", pakke=1, sted=sted, grunn="x", hjemmel="gdpr-15")
    assert vei.sperret("fjern_i_innsynspakke", pakke=1, sted=sted, grunn="x") == {"ALLEREDE"}


def test_pakker_med_en_sak_du_ikke_kan_se_finnes_ikke_for_deg(kontor: Kontor) -> None:
    vei = kontor.ny_sak(som="ola")
    hemmelig = kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")), "ola")
    lag(vei, "ola")
    assert hemmelig.saksnummer in pakke(vei, "ola").saker
    assert kontor.program.vis(PAKKER, "kari", vei.saksnummer) == ()
    assert vei.ugyldig("frigi_innsynspakke", "kari", pakke=1, gjennomgaatt=True) == {"/pakke"}
    for som in ("ida", "it"):
        with pytest.raises(Sperret, match="ROLLE"):
            kontor.program.vis(PAKKER, som, vei.saksnummer)


def test_utkast_som_ikke_frigis_kasseres_etter_planen(kontor: Kontor) -> None:
    vei = kontor.ny_sak(FELLES)
    lag(vei)
    kontor.ur.sett(date(2027, 2, 2))
    assert kontor.gjoer("kasser", "tove", slag="innsynsutkast", grunn="Gammelt.")["kassert"] == 1
    p = pakke(vei)
    assert (p.status, p.innhold) == ("kassert", ())
    assert p.fjerninger
    assert vei.sperret("frigi_innsynspakke", pakke=1, gjennomgaatt=True) == {"ALLEREDE"}
    assert kontor.program.kontroller().funn == ()


def test_det_som_skjermes_i_en_sak_er_borte_ogsaa_fra_pakker_laget_fra_en_annen(kontor: Kontor) -> None:
    med_noekkel(kontor)
    foerste, andre = kontor.ny_sak(), kontor.ny_sak()
    andre.gjoer("noter", tekst="Bor skjult i Skjulestedvegen 13.")
    lag(foerste)
    frigi(foerste)
    lag(foerste)
    andre.gjoer("skjerm_opplysning", hvor="/notater/1", tekst="Skjulestedvegen 13", grunn="Skjult adresse.")
    assert "Skjulestedvegen" not in "\n".join(databasedump(kontor.program.mappe))
    assert steder(pakke(foerste))[f"/{andre.saksnummer}/notater/1"] == "Bor skjult i [skjermet 1]."
    assert kontor.program.kontroller().funn == ()
    assert kontor.program.vis(SKJERMINGER, "kari", foerste.saksnummer) == ()


def test_et_dokument_hentes_bare_fra_sin_egen_sak(paa: Paa) -> None:
    vei = paa("sendt")
    program = vei.kontor.program
    assert program.hent_dokument(vei.saksnummer, 1, "kari").startswith(b"vedtak")
    with pytest.raises(Ugyldig, match="/dokument"):
        program.hent_dokument(vei.kontor.ny_sak().saksnummer, 1, "kari")
    assert rader(vei, "SELECT hva FROM lesning ORDER BY id DESC LIMIT 1") == [("skriv_ut vedtak",)]
