"""Who has read a case, what is taken up for the leader, and what the leader finds about it."""

import json
from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.lesninger import LESNINGER, Lesningsrad
from boligtildeling.domain.feil import Sperret, Ugyldig
from tests.bygg import ADRESSE, Kontor, Paa, Vei, person, soeknad
from tests.casework.test_historikk import rader


def hvem(vei: Vei, som: str = "tove", **valg: Any) -> tuple[Lesningsrad, ...]:
    return vei.kontor.program.vis(LESNINGER, som, vei.saksnummer, **valg)


def til_gjennomgang(kontor: Kontor, som: str = "tove", **valg: Any) -> tuple[Lesningsrad, ...]:
    return kontor.program.vis(LESNINGER, som, **valg)


def gaa_gjennom(kontor: Kontor, *numre: int, som: str = "tove", konklusjon: str = "tjenstlig_behov") -> Any:
    felt = {"lesninger": numre, "konklusjon": konklusjon, "merknad": "Snakket med den som leste."}
    return kontor.gjoer("gjennomgaa_lesning", som, **felt)


def test_leder_ser_hvem_som_har_lest_saken_naar_og_hva(paa: Paa) -> None:
    vei = paa("registrert")
    vei.vis("ola")
    vei.kontor.program.skriv_ut("sjekkliste-tildeling", vei.saksnummer, "ida")
    egen, utskrift, visning, *_ = hvem(vei)
    assert (visning.bruker, visning.hva, visning.flagg) == ("ola", "vis_sak", ("uten_oppgave",))
    assert (utskrift.bruker, utskrift.hva) == ("ida", "skriv_ut sjekkliste-tildeling")
    assert (egen.bruker, egen.hva, egen.flagg) == ("tove", "vis_lesninger", ())
    assert visning.tidspunkt == vei.kontor.ur.naa()
    assert visning.maskin == vei.kontor.program._rammer.maskin


@pytest.mark.parametrize("som", ["kari", "ida", "it"])
def test_bare_leder_ser_loggen(paa: Paa, som: str) -> None:
    vei = paa("registrert")
    with pytest.raises(Sperret, match="ROLLE"):
        hvem(vei, som)
    with pytest.raises(Sperret, match="ROLLE"):
        til_gjennomgang(vei.kontor, som)


def test_lesninger_av_en_skjermet_sak_ser_bare_den_lederen_som_er_navngitt(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(soeker=person(beskyttelse="fortrolig")))
    vei.gjoer("gi_tilgang", bruker="ola")
    kontor.ur.sett(date(2026, 11, 7))
    vei.vis("ola")
    with pytest.raises(Ugyldig, match="/saksnummer"):
        hvem(vei)
    assert til_gjennomgang(kontor) == ()
    felt = {"lesninger": (1,), "konklusjon": "tjenstlig_behov", "merknad": "x"}
    assert kontor.ugyldig("gjennomgaa_lesning", "tove", **felt) == {"/lesninger/0"}
    vei.gjoer("gi_tilgang", bruker="tove")
    assert [r.bruker for r in til_gjennomgang(kontor)] == ["ola"]


def test_den_som_har_gjort_noe_i_saken_leser_den_uten_flagg(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("noter", "ola", tekst="Ringte.")
    vei.vis("ola")
    vei.vis("kari")
    assert [r.flagg for r in hvem(vei)][1:3] == [(), ()]
    assert til_gjennomgang(vei.kontor) == ()


def test_lesning_av_en_kollegas_sak_tas_fram(kontor: Kontor) -> None:
    kontor.gjoer("registrer_ansatt", "it", bruker="ola", fornavn="Rolig", etternavn="Fjord")
    vei = kontor.ny_sak()
    vei.vis("kari")
    (rad,) = til_gjennomgang(kontor)
    assert (rad.bruker, rad.saksnummer, rad.flagg) == ("kari", vei.saksnummer, ("kollega",))


def test_lesning_av_egen_familie_tas_fram(kontor: Kontor) -> None:
    kontor.gjoer("registrer_ansatt", "tove", bruker="kari", fornavn="Kari", etternavn="Fjord", adresse=ADRESSE)
    kontor.ny_sak().vis("kari")
    (rad,) = til_gjennomgang(kontor)
    assert rad.flagg == ("familie",)


def test_opplysningen_om_en_ansatt_rettes_og_staar_ikke_hel_i_historikken(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    foedt = date(1990, 1, 2)
    for navn in ("Feil", "Fjord"):
        felt = {"fornavn": "Kari", "etternavn": navn, "foedselsdato": foedt, "adresse": ADRESSE}
        kontor.gjoer("registrer_ansatt", "it", bruker="kari", **felt)
    ((data,),) = rader(vei, "SELECT data FROM hendelsesinnhold ORDER BY hendelse DESC LIMIT 1")
    assert json.loads(data)["foer"] == {"fornavn": "Kari", "etternavn": "Feil"}
    assert "1990" not in data
    assert "Testvegen" not in data
    assert rader(vei, "SELECT etternavn FROM ansattopplysning") == [("Fjord",)]
    assert kontor.ugyldig("registrer_ansatt", "it", bruker="nissen", fornavn="x", etternavn="y") == {"/bruker"}
    assert kontor.sperret("registrer_ansatt", "kari", bruker="ola", fornavn="x", etternavn="y") == {"ROLLE"}


def test_mange_saker_paa_kort_tid_tas_fram(kontor: Kontor) -> None:
    for _ in range(31):
        kontor.ny_sak(soeknad(ekstern_referanse=None)).vis("kari")
    assert {r.flagg for r in til_gjennomgang(kontor)} == {("mange",)}
    assert len(til_gjennomgang(kontor)) == 31


def test_bare_lesninger_i_perioden_tas_fram(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    for dag in (date(2026, 11, 7), date(2026, 11, 14), date(2027, 1, 30)):
        kontor.ur.sett(dag)
        vei.vis("kari")
    assert [r.tidspunkt.date() for r in til_gjennomgang(kontor)] == [date(2027, 1, 30)]
    november = {"fra": date(2026, 11, 1), "til": date(2026, 11, 30)}
    assert [r.tidspunkt.date() for r in til_gjennomgang(kontor, **november)] == [date(2026, 11, 14), date(2026, 11, 7)]
    assert [r.tidspunkt.date() for r in hvem(vei, **november)] == [date(2026, 11, 14), date(2026, 11, 7)]


def test_leders_konklusjon_staar_ved_lesningen_og_kan_ikke_endres(paa: Paa) -> None:
    vei = paa("registrert")
    kontor = vei.kontor
    vei.vis("ola")
    (rad,) = til_gjennomgang(kontor)
    assert not rad.er_ferdig
    assert gaa_gjennom(kontor, rad.nummer, konklusjon="maa_undersoekes")["gjennomgaatt"] == 1
    assert not til_gjennomgang(kontor)[0].er_ferdig
    gaa_gjennom(kontor, rad.nummer, konklusjon="ikke_tjenstlig_behov")
    (rad,) = til_gjennomgang(kontor)
    assert [g.konklusjon for g in rad.gjennomganger] == ["maa_undersoekes", "ikke_tjenstlig_behov"]
    assert rad.er_ferdig
    felt = {"lesninger": (rad.nummer,), "konklusjon": "tjenstlig_behov", "merknad": "Ombestemt."}
    assert kontor.sperret("gjennomgaa_lesning", "tove", **felt) == {"ALLEREDE"}
    ((lest, flagg),) = rader(vei, "SELECT leser, flagg FROM lesegjennomgang WHERE id = 2")
    assert (lest, json.loads(flagg)) == ("ola", ["uten_oppgave"])


def test_ingen_gaar_gjennom_sine_egne_lesninger(paa: Paa) -> None:
    vei = paa("registrert")
    vei.vis("tove")
    nummer = til_gjennomgang(vei.kontor)[0].nummer
    felt = {"lesninger": (nummer,), "konklusjon": "tjenstlig_behov", "merknad": "Greit."}
    assert vei.kontor.sperret("gjennomgaa_lesning", "tove", **felt) == {"HABILITET"}
    assert vei.kontor.sperret("gjennomgaa_lesning", "kari", **felt) == {"ROLLE"}
    assert vei.kontor.ugyldig("gjennomgaa_lesning", "tove", **(felt | {"lesninger": (999,)})) == {"/lesninger/0"}
    vei.kontor.gjoer("registrer_bruker", "tove", navn="kari", rolle="teamleder")
    gaa_gjennom(vei.kontor, nummer, som="kari")
