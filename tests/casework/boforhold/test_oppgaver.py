"""Tasks and reminders are put off with a reason; a deadline of the law never moves."""

from datetime import date

import pytest

from tests.bygg import Paa, Vei

UT = date(2027, 6, 16)


@pytest.fixture
def med_oppgave(paa: Paa) -> tuple[Vei, str]:
    """A case with a task that belongs to no checkpoint: keys that have not come back."""
    vei = paa("utlevert")
    vei.kontor.ur.sett(UT)
    vei.gjoer("registrer_utflytting", dato=UT, grunn="flytter_selv", noekler=(), tilstand="Ryddet.")
    (oppgave,) = (o for o in vei.vis().oppgaver if not o.er_ferdig)
    return vei, str(oppgave.id)


def test_en_oppgave_faar_ny_dag_og_kan_angres(med_oppgave: tuple[Vei, str]) -> None:
    vei, nummer = med_oppgave
    vei.gjoer("utsett_oppgave", oppgave=nummer, til_dato=date(2027, 7, 1), grunn="Leieren er på ferie.")
    assert date(2027, 7, 1) in {o.frist for o in vei.vis().oppgaver}
    vei.gjoer("angre", hendelse=vei.siste_hendelse("utsett_oppgave"), grunn="Kom innom.")
    assert date(2027, 7, 1) not in {o.frist for o in vei.vis().oppgaver}


def test_en_oppgave_blir_ferdig_en_gang(med_oppgave: tuple[Vei, str]) -> None:
    vei, nummer = med_oppgave
    vei.gjoer("ferdigstill_oppgave", oppgave=int(nummer))
    assert all(o.er_ferdig for o in vei.vis().oppgaver)
    assert vei.sperret("ferdigstill_oppgave", oppgave=int(nummer)) == {"ALLEREDE"}
    felt = {"til_dato": date(2027, 7, 1), "grunn": "Senere."}
    assert vei.sperret("utsett_oppgave", oppgave=nummer, **felt) == {"ALLEREDE"}
    vei.gjoer("angre", hendelse=vei.siste_hendelse("ferdigstill_oppgave"), grunn="Det manglet en til.")
    assert not all(o.er_ferdig for o in vei.vis().oppgaver)


def test_paaminnelsen_om_en_frist_kan_vente_men_ikke_forbi_fristen(paa: Paa) -> None:
    vei = paa("utlevert")
    frist = vei.vis().frister["konklusjon_om_utloep"]
    grunn = "Leieren svarer i mars."
    vei.gjoer("utsett_oppgave", oppgave="konklusjon_om_utloep", til_dato=date(2027, 3, 1), grunn=grunn)
    naa = vei.vis()
    assert naa.frister["konklusjon_om_utloep"] == frist
    assert naa.utsettelser["konklusjon_om_utloep"].til_dato == date(2027, 3, 1)
    for_sent = date(frist.year, 12, 31)
    assert vei.sperret("utsett_oppgave", oppgave="konklusjon_om_utloep", til_dato=for_sent, grunn=grunn) == {"FRIST"}
    vei.gjoer("angre", hendelse=vei.siste_hendelse("utsett_oppgave"), grunn="Feil sak.")
    assert vei.vis().utsettelser == {}


def test_det_som_ikke_finnes_kan_ikke_vente(paa: Paa) -> None:
    vei = paa("utlevert")
    felt = {"til_dato": date(2027, 7, 1), "grunn": "Senere."}
    assert vei.ugyldig("utsett_oppgave", oppgave="4711", **felt) == {"/oppgave"}
    assert vei.ugyldig("ferdigstill_oppgave", oppgave=4711) == {"/oppgave"}


def test_det_som_hoerer_til_et_sjekkpunkt_blir_ferdig_der(paa: Paa) -> None:
    vei = paa("kartlagt")
    vei.gjoer("be_om_opplysninger", mangler=("Lønnsslipp",), frist=date(2026, 11, 20))
    (oppgave,) = vei.vis().oppgaver
    assert oppgave.id is not None
    assert vei.sperret("ferdigstill_oppgave", oppgave=oppgave.id) == {"STEG"}
