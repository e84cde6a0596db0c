"""Advice while a decision is written: it comes with the act and as a view, and stops nothing."""

from boligtildeling.casework.skriveraad import SKRIVERAAD
from boligtildeling.casework.vedtak import SkrivVedtak
from boligtildeling.domain.vedtak import Vedtaksinnhold
from tests.bygg import MILD, Kontor, databasedump, person, soeknad, vedtaksutkast, vilkaar

EGEN = "Du har bodd på sofaen hos søsteren din siden mars. Hun flytter til Bergen 1. januar, og da står du uten bolig."
GJELD = vilkaar("V1", tekst="Du betaler gammel husleie før du flytter inn.", oppfylles="Kvittering")


def test_raadene_kommer_som_advarsler_og_utkastet_er_lagret(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    svar = vei.gjoer(
        "skriv_vedtak", **vedtaksutkast(begrunnelse="Vedrørende deres ønske: Dere trenger ro.", vilkaar=(GJELD,))
    )
    om_hva = [a.partition(":")[0] for a in svar["advarsler"]]
    assert om_hva == ["Begrunnelsen", "Vilkår V1", "Begrunnelsen"]
    assert any("«vedrørende» (om)" in a for a in svar["advarsler"])
    assert vei.vis().vedtak is not None


def test_en_begrunnelse_som_gjelder_soekeren_faar_ingen_raad(kontor: Kontor) -> None:
    assert "advarsler" not in kontor.ny_sak().gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=EGEN))


def test_en_begrunnelse_som_staar_i_en_annen_sak_blir_sett(kontor: Kontor) -> None:
    foerste = kontor.ny_sak()
    foerste.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=EGEN))
    annen = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD)))
    (advarsel,) = annen.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=EGEN))["advarsler"]
    assert foerste.saksnummer in advarsel


def test_det_liknes_bare_med_saker_brukeren_kan_kjenne(kontor: Kontor) -> None:
    skjult = kontor.ny_sak(soeknad(soeker=person("Mild", "Åsgard", MILD, "fortrolig")))
    skjult.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=EGEN))
    annen = kontor.ny_sak()
    assert "advarsler" not in annen.gjoer("skriv_vedtak", "ola", **vedtaksutkast(begrunnelse=EGEN))
    (advarsel,) = annen.gjoer("skriv_vedtak", "kari", **vedtaksutkast(begrunnelse=EGEN))["advarsler"]
    assert skjult.saksnummer in advarsel


def test_vinduet_kan_spoerre_om_raad_uten_at_noe_lagres(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    utkast = Vedtaksinnhold(**vedtaksutkast(begrunnelse="Herved."))
    raad = kontor.program.vis(SKRIVERAAD, "kari", vei.saksnummer, innhold=utkast)
    assert {r.felt for r in raad} == {"/begrunnelse"}
    assert vei.vis().vedtak is None


def test_uten_tekst_gjelder_raadene_utkastet_i_saken(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    assert kontor.program.vis(SKRIVERAAD, "kari", vei.saksnummer) == ()
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="Herved."))
    assert {r.felt for r in kontor.program.vis(SKRIVERAAD, "kari", vei.saksnummer)} == {"/begrunnelse"}


def test_raad_til_det_som_skrives_lagrer_verken_utkast_eller_lesning(kontor: Kontor) -> None:
    vei = kontor.ny_sak()
    foer = databasedump(kontor.program.mappe)
    utkast = SkrivVedtak(saksnummer=vei.saksnummer, **vedtaksutkast(begrunnelse="Herved."))
    assert {r.felt for r in kontor.program.raad_til(utkast, "kari")} == {"/begrunnelse"}
    assert databasedump(kontor.program.mappe) == foer
