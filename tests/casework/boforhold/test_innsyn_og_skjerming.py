"""What is written after the key can be shielded like the rest, and is given to whoever it is about."""

from datetime import date

import pytest

from boligtildeling.casework.innsynsinnhold import saksinnhold
from boligtildeling.casework.visning import Visning
from tests.bygg import Paa, Vei
from tests.casework.test_skjerming_av_opplysning import HEMMELIG, er_borte, med_noekkel

UT = date(2027, 6, 16)


@pytest.fixture
def bodd(paa: Paa) -> Vei:
    """A tenancy that is over, with the same secret in every text about it, and in a complaint."""
    vei = paa("utlevert")
    med_noekkel(vei.kontor)
    vei.kontor.ur.sett(UT)
    hos = f"Bor nå i {HEMMELIG}."
    soekt = vei.gjoer("soek_husstandsendring", slag="andre", hvem=hos, mottatt_dato=UT, begrunnelse=hos)
    nei = {"svar": "nei", "grunn": "overbefolkning", "begrunnelse": hos, "dato": UT}
    vei.gjoer("svar_husstandsendring", soeknad=soekt["soeknad"], **nei)
    samtale = {"dato": UT, "deltakere": (hos,), "vurdering": hos, "leiers_syn": hos, "utfall": "avsluttes"}
    vei.gjoer("evaluer_oppfoelging", **samtale)
    vei.gjoer("konkluder_utloep", konklusjon="flytter", grunn=hos, leiers_syn=hos, leier_vil_flytte=True)
    vei.gjoer("utsett_oppgave", oppgave="flytteoppfordring", til_dato=UT, grunn=hos)
    klage = {"deler": ("A",), "klager": hos, "mottatt_dato": UT, "underrettet_dato": UT, "innhold": hos}
    nummer = vei.gjoer("registrer_klage", **klage)["klager"][0]["klage"]
    vei.gjoer("behandle_klage", klage=nummer, steg="vurder", tekst=hos)
    protokoll = {"noekler": (), "tilstand": hos, "krav": hos, "etterlatt": hos}
    vei.gjoer("registrer_utflytting", dato=UT, grunn="flytter_selv", **protokoll)
    return vei


@pytest.mark.parametrize(
    "hvor",
    [
        *("/husstandssoeknader/1", "/husstandssoeknader/1/svar_begrunnelse", "/evalueringer/1", "/klager/1"),
        *("/klager/1/behandling/vurdering", "/leieforhold/2026-0001/utflytting/tilstand"),
        *("/leieforhold/2026-0001/utloep/grunn", "/utsettelser/flytteoppfordring/grunn"),
    ],
)
def test_en_tekst_fra_boforholdet_skjermes_overalt_der_den_staar(bodd: Vei, hvor: str) -> None:
    assert not er_borte(bodd, HEMMELIG)
    bodd.gjoer("skjerm_opplysning", hvor=hvor, tekst=HEMMELIG, grunn="Skjult adresse skrevet ved en feil.")
    assert er_borte(bodd, HEMMELIG)
    assert bodd.kontor.program.kontroller().funn == ()


def test_den_det_gjelder_faar_se_det_som_er_skrevet(bodd: Vei) -> None:
    innhold = Visning("saksinnhold", "Saksinnhold", saksinnhold, om_sak=True)
    avsnitt = {a.tittel: a for a in bodd.kontor.program.vis(innhold, "kari", bodd.saksnummer).avsnitt}
    for tittel in ("Leieforhold", "Klager"):
        assert any(HEMMELIG in str(o.verdi) for o in avsnitt[tittel].opplysninger), tittel
