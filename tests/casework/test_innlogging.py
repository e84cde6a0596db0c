"""Signing in: name and password, attempts that must wait, users who have left, approval by another at the machine."""

from datetime import timedelta

import pytest

from boligtildeling.casework.innlogging import Engangspassord, _hasher, _ingens_passord, _stemmer
from boligtildeling.casework.vedtak import Papirgodkjenning
from boligtildeling.casework.views.brukere import BRUKERE
from boligtildeling.domain.feil import Bruksfeil, Sperret, Ugyldig
from boligtildeling.domain.tilgang import LENGSTE_VENTETID, ventetid
from tests.bygg import Kontor, Paa, databasedump, kommando

PASSORD = "fire ganske vanlige ord"


def nektet(kontor: Kontor, navn: str, passord: str) -> str:
    with pytest.raises(Sperret) as nei:
        kontor.program.logg_inn(navn, passord)
    assert [s.kode for s in nei.value.sperrer] == ["ROLLE"]
    return nei.value.sperrer[0].grunn


@pytest.mark.parametrize(
    ("feilede", "sekunder"), [(0, 0), (2, 0), (3, 2), (4, 4), (5, 8), (10, 256), (12, 900), (1000, 900)]
)
def test_ventetiden_dobles_for_hvert_forsoek_og_har_et_tak(feilede: int, sekunder: int) -> None:
    assert ventetid(feilede) == timedelta(seconds=sekunder) <= LENGSTE_VENTETID


def test_riktig_passord_slipper_inn_og_passordet_staar_ingen_steder(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"
    assert PASSORD not in "\n".join(databasedump(kontor.program.mappe))


def test_feil_navn_og_feil_passord_svarer_likt(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
    assert nektet(kontor, "kari", "feil passord her") == nektet(kontor, "finnes ikke", PASSORD)
    assert nektet(kontor, "ola", PASSORD) == nektet(kontor, "kari", "feil igjen, da")


def test_etter_noen_forsoek_maa_ogsaa_det_riktige_vente(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
    for navn in ("kari", "finnes ikke"):
        for _ in range(3):
            nektet(kontor, navn, "feil passord her")
        assert "For mange forsøk" in nektet(kontor, navn, PASSORD)
    kontor.ur.sett(kontor.ur.i_dag, 11)
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"
    nektet(kontor, "kari", "feil passord her")
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"


def test_eget_passord_byttes_med_det_gamle_og_andres_bare_av_leder(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
    assert kontor.sperret("bytt_passord", "kari", nytt="et helt annet et") == {"ROLLE"}
    kontor.gjoer("bytt_passord", "kari", nytt="et helt annet et", gammelt=PASSORD)
    for som in ("ola", "ida", "it"):
        assert kontor.sperret("bytt_passord", som, nytt=PASSORD, bruker="kari") == {"ROLLE"}
    kontor.gjoer("registrer_bruker", "it", navn="drift", rolle="administrator")
    kontor.gjoer("bytt_passord", "it", nytt=PASSORD, bruker="drift")


def test_passordet_en_annen_har_satt_aapner_bare_byttet_til_et_eget(kontor: Kontor) -> None:
    fikk = "satt av tove i dag"
    kontor.gjoer("bytt_passord", "tove", nytt=fikk, bruker="kari")
    with pytest.raises(Engangspassord) as nei:
        kontor.program.logg_inn("kari", fikk)
    assert nei.value.sperrer[0].kode == "ROLLE"
    for daarlig in ("kort", "kari kari kari kari", fikk):
        with pytest.raises(Ugyldig, match="/nytt"):
            kontor.program.logg_inn("kari", fikk, daarlig)
    nektet(kontor, "kari", PASSORD)
    assert kontor.program.logg_inn("kari", fikk, PASSORD) == "kari"
    nektet(kontor, "kari", fikk)
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"
    assert fikk not in "\n".join(databasedump(kontor.program.mappe))


def test_et_nytt_passord_ved_innlogging_teller_bare_der_en_annen_har_satt_det(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD)
    assert kontor.program.logg_inn("kari", PASSORD, "et helt annet et") == "kari"
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"


def test_brukeren_og_de_som_steller_med_brukere_ser_hvem_som_satte_passordet(kontor: Kontor) -> None:
    def satt_av(som: str) -> str | None:
        return {b.navn: b.passord_satt_av for b in kontor.program.vis(BRUKERE, som)}["kari"]

    kontor.gjoer("bytt_passord", "tove", nytt="satt av tove i dag", bruker="kari")
    assert {som: satt_av(som) for som in ("kari", "tove", "it", "ola")} == {
        "kari": "tove",
        "tove": "tove",
        "it": "tove",
        "ola": None,
    }
    kontor.gjoer("bytt_passord", "kari", nytt=PASSORD, gammelt="satt av tove i dag")
    assert satt_av("kari") is None
    assert kontor.program.logg_inn("kari", PASSORD) == "kari"


@pytest.mark.parametrize("nytt", ["kort", "kari kari kari kari", " " * 20])
def test_et_daarlig_passord_er_en_feil_i_feltet(kontor: Kontor, nytt: str) -> None:
    assert kontor.ugyldig("bytt_passord", "kari", nytt=nytt) == {"/nytt"}


def test_en_som_har_sluttet_slipper_ikke_inn_og_gjoer_ingenting(kontor: Kontor) -> None:
    kontor.gjoer("bytt_passord", "ola", nytt=PASSORD)
    kontor.gjoer("registrer_bruker", "it", navn="ola", rolle="saksbehandler", er_aktiv=False)
    nektet(kontor, "ola", PASSORD)
    with pytest.raises(Bruksfeil):
        kontor.program.innlogget("ola")
    vei = kontor.ny_sak()
    assert vei.sperret("tildel_sak", bruker="ola") == {"ROLLE"}
    assert kontor.ugyldig("registrer_bruker", "it", navn="it", rolle="administrator", er_aktiv=False) == {"/er_aktiv"}


def test_to_brukere_har_ikke_samme_navn_paa_maskinen(kontor: Kontor) -> None:
    kontor.gjoer("registrer_bruker", "tove", navn="ola", rolle="saksbehandler", os_navn="olno")
    felt = {"navn": "kari", "rolle": "saksbehandler", "os_navn": "olno"}
    assert kontor.ugyldig("registrer_bruker", "it", **felt) == {"/os_navn"}


def test_den_som_godkjenner_paa_en_annens_maskin_staar_med_begge_navn(paa: Paa) -> None:
    vei = paa("til_godkjenning")
    deler = tuple(vei.vis().vedtak.innhold.deler) if vei.vis().vedtak else ()
    felt = {"saksnummer": vei.saksnummer, "kontrollert": deler}
    vei.kontor.program.utfoer(kommando("godkjenn_vedtak", **felt), "tove", "kari")
    linje = next(h for h in vei.vis().historikk if h.handling == "godkjenn_vedtak")
    assert (linje.bruker, linje.innlogget) == ("tove", "kari")
    assert {h.innlogget for h in vei.vis().historikk if h.handling != "godkjenn_vedtak"} == {None}


def test_godkjenning_paa_papir_er_en_innstilling(paa: Paa) -> None:
    vei = paa("til_godkjenning")
    vedtak = vei.vis().vedtak
    assert vedtak is not None
    ark = Papirgodkjenning(godkjenner="tove", dato=vei.kontor.ur.i_dag)
    felt = {"kontrollert": tuple(vedtak.innhold.deler), "paa_papir": ark}
    assert vei.sperret("godkjenn_vedtak", "kari", **felt) == {"VED-6"}
    vei.kontor.gjoer("sett_innstilling", "it", navn="godkjenning_paa_papir", verdi="ja")
    eget = Papirgodkjenning(godkjenner="kari", dato=vei.kontor.ur.i_dag)
    assert "VED-6" in vei.sperret("godkjenn_vedtak", "ola", **{**felt, "paa_papir": eget})
    leser = Papirgodkjenning(godkjenner="ida", dato=vei.kontor.ur.i_dag)
    assert vei.sperret("godkjenn_vedtak", "kari", **{**felt, "paa_papir": leser}) == {"ROLLE"}
    vei.gjoer("godkjenn_vedtak", "kari", **felt)
    godkjent = vei.vis().vedtak
    assert godkjent is not None
    assert (godkjent.status, godkjent.godkjent_av) == ("godkjent", "tove")


def test_hashen_som_ingen_har_koster_like_mye_aa_proeve_som_en_brukers() -> None:
    """Made with the same work, and no password fits it."""
    ingens, en_brukers = _ingens_passord(), _hasher().hash(PASSORD)
    assert ingens.split("$")[:4] == en_brukers.split("$")[:4]
    assert len(ingens) == len(en_brukers)
    assert not _stemmer(ingens, PASSORD)
    assert _stemmer(en_brukers, PASSORD)
