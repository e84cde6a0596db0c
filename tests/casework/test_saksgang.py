"""On hold and on again, withdrawn, closed, and undone."""

from datetime import date, timedelta
from typing import Any

import pytest

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.penger import Kroner
from tests.bygg import Kontor, Paa, Vei, soeknad, vedtaksutkast, vilkaar


def test_paa_vent_loeper_fristene_likevel(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("sett_paa_vent", grunn="Venter på epikrise.", til_dato=date(2026, 12, 20))
    assert vei.vis().frister == {"foreloepig_svar": date(2026, 12, 2), "paa_vent": date(2026, 12, 20)}
    vei.gjoer("ta_opp_igjen")
    assert vei.vis().paa_vent is None
    assert vei.sperret("ta_opp_igjen") == {"STEG"}


def test_paa_vent_krever_grunn_og_en_dato_som_kommer(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("sett_paa_vent", grunn="", til_dato=date(2026, 11, 1)) == {"/grunn", "/til_dato"}
    assert vei.sperret("sett_paa_vent", "ida", grunn="x", til_dato=date(2026, 12, 1)) == {"ROLLE"}
    assert vei.sperret("ta_opp_igjen", "ida") == {"ROLLE"}


@pytest.mark.parametrize("stadium", ["registrert", "sendt", "tilbudt"])
def test_soeker_kan_trekke_soeknaden_og_tilbudet_blir_ledig(paa: Paa, stadium: str) -> None:
    vei = paa(stadium)
    vei.gjoer("trekk_soeknad", grunn="Fant noe selv.")
    visning = vei.vis()
    assert visning.steg == "avsluttet"
    assert visning.avslutning is not None
    assert visning.avslutning.utfall == "trukket"
    assert all(t.status == "trukket" for t in visning.tilbud)


def test_etter_noekkelen_kan_soeknaden_ikke_trekkes(paa: Paa) -> None:
    assert paa("utlevert").sperret("trekk_soeknad", grunn="x") == {"STEG"}
    assert paa("registrert").sperret("trekk_soeknad", "ida", grunn="x") == {"ROLLE"}


def test_en_avsluttet_sak_kan_ikke_arbeides_med(paa: Paa) -> None:
    vei = paa("sendt")
    vei.gjoer("trekk_soeknad", grunn="Fant noe selv.")
    assert vei.sperret("kryss_av", **vei.svarfelt("SOE-1")) == {"AVSLUTTET"}
    assert vei.sperret("tilby_bolig", boligid="B-1", frist=date(2026, 12, 1)) == {"AVSLUTTET"}
    assert vei.sperret("avslutt_sak", utfall="flyttet", grunn="x") == {"AVSLUTTET"}
    assert vei.sperret("trekk_soeknad", grunn="x") == {"AVSLUTTET"}
    assert vei.sperret("overta_sak", "ola") == {"AVSLUTTET"}


@pytest.mark.parametrize("utfall", ["doed", "skaffet_bolig_selv", "duplikat", "oversendt_rett_organ"])
def test_saken_kan_slutte_paa_de_faste_maatene(paa: Paa, utfall: str) -> None:
    vei = paa("registrert")
    vei.gjoer("avslutt_sak", grunn=utfall)
    assert vei.vis().avslutning.utfall == utfall  # type: ignore[union-attr]


def test_innflyttet_slutter_saken_etter_noekkelen(paa: Paa) -> None:
    svar = paa("utlevert").gjoer("avslutt_sak", utfall="innflyttet", grunn="Alt i orden.")
    assert [a for a in svar["advarsler"] if "oppfordring om å flytte" in a]


@pytest.mark.parametrize(
    ("utfall", "stadium"), [("avslag", "registrert"), ("avvist", "sendt"), ("innflyttet", "betalt")]
)
def test_saken_slutter_ikke_paa_en_maate_som_ikke_er_sann(paa: Paa, utfall: str, stadium: str) -> None:
    assert paa(stadium).sperret("avslutt_sak", utfall=utfall, grunn="x") == {"STEG"}


def test_andre_maater_aa_slutte_paa_finnes_ikke(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.ugyldig("avslutt_sak", utfall="lei_av_saken", grunn="x") == {"/utfall"}
    assert vei.ugyldig("avslutt_sak", grunn="lei av saken") == {"/grunn"}


ANGRES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "kryss_av": ("registrert", "kari", {}),
    "lagre_oekonomiplan": ("skrevet", "kari", {"kommentar": "Ny."}),
    "lagre_oppfoelgingsplan": ("skrevet", "kari", {"behov": False, "begrunnelse": "Ny."}),
    "velg_kontraktstype": ("skrevet", "kari", {"type": "tidsubestemt", "begrunnelse": "Ny."}),
    "skriv_vedtak": ("skrevet", "kari", vedtaksutkast(begrunnelse="Ny.")),
    "sett_kjennetegn": ("registrert", "kari", {"kjennetegn": "tjenestevedtak", "verdi": True}),
    "gi_unntak": ("registrert", "tove", {"sjekkpunkt": "KAR-2", "grunn": "x"}),
    "svar_paa_tilbud": ("tilbudt", "kari", {"svar": "ja", "dato": date(2026, 11, 12)}),
    "sett_paa_vent": ("registrert", "kari", {"grunn": "x", "til_dato": date(2026, 12, 1)}),
    "trekk_soeknad": ("registrert", "kari", {"grunn": "x"}),
    "avslutt_sak": ("registrert", "kari", {"utfall": "duplikat", "grunn": "x"}),
    "overta_sak": ("registrert", "ola", {}),
    "tildel_sak": ("registrert", "kari", {"bruker": "ola"}),
}


def fingeravtrykk(vei: Vei) -> dict[str, Any]:
    """What the case says, without version, history and what a new approval has to be asked for."""
    visning = vei.vis()
    uten = {"versjon", "historikk", "oppgaver"}
    return {felt: getattr(visning, felt) for felt in visning.__dataclass_fields__ if felt not in uten}


@pytest.mark.parametrize("handling", ANGRES)
def test_angring_gir_tilbake_det_som_var_og_er_en_ny_linje_i_historikken(paa: Paa, handling: str) -> None:
    stadium, som, felt = ANGRES[handling]
    vei = paa(stadium)
    felt = felt or (vei.svarfelt("KAR-2") if handling == "kryss_av" else {})
    foer, linjer = fingeravtrykk(vei), vei.historikk
    nummer = vei.gjoer(handling, som, **felt)["hendelse"]
    assert fingeravtrykk(vei) != foer
    assert vei.gjoer("angre", hendelse=nummer, grunn="Feil sak.")["angret"] == nummer
    assert fingeravtrykk(vei) == foer
    assert vei.historikk == [*linjer, handling, "angre"]
    assert vei.sperret("angre", hendelse=nummer, grunn="Igjen.") == {"ALLEREDE"}


def test_angring_av_et_svar_gir_det_forrige_svaret_tilbake(paa: Paa) -> None:
    vei = paa("registrert")
    vei.svar("KAR-3", beloep=Kroner.fra(500))
    nummer = vei.svar("KAR-3", beloep=Kroner.null())["hendelse"]
    assert vei.vis().restanse == Kroner.null()
    vei.gjoer("angre", hendelse=nummer, grunn="Feil person.")
    assert vei.vis().restanse == Kroner.fra(500)


def test_angring_av_vilkaarskontroll(kontor: Kontor) -> None:
    vei = kontor.ny_sak().til("takket_ja", vilkaar=(vilkaar(),))
    bevis = Dokumentasjon(type="dokument")
    nummer = vei.gjoer("kontroller_vilkaar", vilkaar="V1", oppfylt=True, dato=kontor.ur.i_dag, dokumentasjon=bevis)[
        "hendelse"
    ]
    assert "KTR-1" not in vei.port("K")
    vei.gjoer("angre", hendelse=nummer, grunn="Feil avtale.")
    assert "KTR-1" in vei.port("K")


def test_den_siste_av_to_like_maa_angres_foerst(paa: Paa) -> None:
    vei = paa("registrert")
    foerste = vei.svar("KAR-2")["hendelse"]
    vei.svar("KAR-2", "nei", merknad="Ombestemte meg.", dokumentasjon=None)
    assert vei.sperret("angre", hendelse=foerste, grunn="x") == {"STEG"}
    annet_punkt = vei.svar("KAR-4")["hendelse"]
    vei.gjoer("angre", hendelse=annet_punkt, grunn="x")


def test_godkjenning_og_innsending_angres_ett_skritt_om_gangen(paa: Paa) -> None:
    vei = paa("godkjent")
    vei.gjoer("angre", hendelse=vei.siste_hendelse("godkjenn_vedtak"), grunn="Leste for fort.")
    assert vei.vis().vedtak.status == "til_godkjenning"  # type: ignore[union-attr]
    vei.gjoer("angre", hendelse=vei.siste_hendelse("send_til_godkjenning"), grunn="Skal rettes.")
    assert vei.vis().vedtak.status == "utkast"  # type: ignore[union-attr]
    assert vei.sperret("send_vedtak", maate="post", dato=vei.kontor.ur.i_dag) == {"VED-6"}


def test_en_godkjenning_av_en_tekst_som_er_endret_siden_kan_ikke_angres(paa: Paa) -> None:
    """Undoing it would send the new text to approval behind gate V."""
    vei = paa("godkjent")
    godkjent, sendt = vei.siste_hendelse("godkjenn_vedtak"), vei.siste_hendelse("send_til_godkjenning")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="En annen tekst."))
    for hendelse in (godkjent, sendt):
        assert vei.sperret("angre", hendelse=hendelse, grunn="x") == {"STEG"}
    assert vei.vis().vedtak.status == "utkast"  # type: ignore[union-attr]


def test_et_tilbud_som_angres_er_trukket_og_kan_ikke_angres_etter_svar(paa: Paa) -> None:
    vei = paa("takket_ja")
    tilbud, svar = vei.siste_hendelse("tilby_bolig"), vei.siste_hendelse("svar_paa_tilbud")
    assert vei.sperret("angre", hendelse=tilbud, grunn="x") == {"STEG"}
    vei.gjoer("angre", hendelse=svar, grunn="Misforsto.")
    vei.gjoer("angre", hendelse=tilbud, grunn="Feil bolig.")
    assert [t.status for t in vei.vis().tilbud] == ["trukket"]
    assert vei.steg == "tildeling"


def test_hasteloep_angres_bare_foer_vedtaket_er_sendt(paa: Paa) -> None:
    vei = paa("registrert")
    aapnet = vei.gjoer("aapne_hasteloep", "tove", grunn="Feil sak.")["hendelse"]
    vei.gjoer("angre", "tove", hendelse=aapnet, grunn="Feil sak.")
    assert vei.vis().hasteloep is None


@pytest.mark.parametrize(
    ("stadium", "handling"),
    [
        ("registrert", "registrer_soeknad"),
        ("sendt", "send_vedtak"),
        ("kontrakt", "skriv_kontrakt"),
        ("signert", "signer_kontrakt"),
        ("betalt", "registrer_betaling"),
        ("utlevert", "utlever_noekkel"),
    ],
)
def test_det_som_har_faatt_virkning_utad_kan_ikke_angres(paa: Paa, stadium: str, handling: str) -> None:
    vei = paa(stadium)
    assert vei.sperret("angre", hendelse=vei.siste_hendelse(handling), grunn="x") == {"STEG"}


def test_det_som_er_frosset_kan_ikke_angres(paa: Paa) -> None:
    vei = paa("signert")
    for handling in ("lagre_oekonomiplan", "velg_kontraktstype", "skriv_vedtak", "svar_paa_tilbud"):
        assert vei.sperret("angre", hendelse=vei.siste_hendelse(handling), grunn="x") == {"STEG"}
    for kode in ("KAR-2", "KTR-4"):
        nummer = next(h.id for h in vei.vis().historikk if h.tittel.endswith(f": {kode}"))
        assert vei.sperret("angre", hendelse=nummer, grunn="x") == {"STEG"}


def test_angring_maa_gjelde_en_hendelse_i_saken_og_ha_en_grunn(kontor: Kontor) -> None:
    annen = kontor.ny_sak().svar("KAR-2")["hendelse"]
    vei = kontor.ny_sak()
    assert vei.ugyldig("angre", hendelse=annen, grunn=" ") == {"/hendelse", "/grunn"}
    assert vei.sperret("angre", "ida", hendelse=vei.siste_hendelse("registrer_soeknad"), grunn="x") == {"ROLLE"}


def test_i_en_avsluttet_sak_kan_bare_avslutningen_angres(paa: Paa) -> None:
    vei = paa("registrert")
    svar = vei.svar("KAR-2")["hendelse"]
    slutt = vei.gjoer("avslutt_sak", utfall="duplikat", grunn="x")["hendelse"]
    assert vei.sperret("angre", hendelse=svar, grunn="x") == {"AVSLUTTET"}
    vei.gjoer("angre", hendelse=slutt, grunn="Det var ikke samme sak.")
    assert vei.steg == "kartlegging"
    vei.gjoer("angre", hendelse=svar, grunn="x")


def test_angring_av_et_utkast_gjoer_den_som_angrer_til_medforfatter(paa: Paa) -> None:
    vei = paa("skrevet")
    nummer = vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="Verre."))["hendelse"]
    vei.gjoer("angre", "ola", hendelse=nummer, grunn="Den forrige var bedre.")
    vei.gjoer("send_til_godkjenning")
    assert vei.sperret("godkjenn_vedtak", "ola", kontrollert=("konklusjon", "begrunnelse", "klage")) == {"VED-6"}


def test_saken_overtas_og_tildeles_bare_til_dem_som_kan_ha_den(paa: Paa) -> None:
    vei = paa("registrert")
    assert vei.sperret("overta_sak") == {"ALLEREDE"}
    vei.gjoer("overta_sak", "ola")
    assert vei.vis().ansvarlig == "ola"
    vei.gjoer("tildel_sak", bruker="tove")
    assert vei.vis().ansvarlig == "tove"
    for navn in ("ida", "it"):
        assert vei.sperret("tildel_sak", bruker=navn) == {"ROLLE"}
    assert vei.ugyldig("tildel_sak", bruker="ukjent") == {"/bruker"}


def test_arbeidslisten_er_ordnet_etter_neste_frist(kontor: Kontor) -> None:
    foerste, andre = kontor.ny_sak(), kontor.ny_sak()
    andre.gjoer("sett_paa_vent", grunn="x", til_dato=kontor.ur.i_dag + timedelta(days=2))
    side = kontor.program.vis_saker("kari", Saksutvalg(), grense=1)
    assert [r.saksnummer for r in side.saker] == [andre.saksnummer]
    neste = kontor.program.vis_saker("kari", Saksutvalg(), grense=1, etter=side.merke)
    assert [r.saksnummer for r in neste.saker] == [foerste.saksnummer]
    assert neste.merke is None


@pytest.mark.parametrize(
    ("grunn", "utfall"),
    [
        ("død", "doed"),
        ("Skaffet bolig selv", "skaffet_bolig_selv"),
        ("oversendt rett organ", "oversendt_rett_organ"),
        ("omgjort etter klage", "omgjort_etter_klage"),
        ("Duplikat av sak 2026-0001", "duplikat"),
    ],
)
def test_saken_avsluttes_med_fagdokumentets_egne_ord(paa: Paa, grunn: str, utfall: str) -> None:
    vei = paa("registrert")
    vei.gjoer("avslutt_sak", grunn=grunn)
    avslutning = vei.vis().avslutning
    assert avslutning is not None
    assert (avslutning.utfall, avslutning.grunn) == (utfall, grunn)


def test_planens_samarbeid_svarer_paa_opp_3(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("rett_soeknad", soeknad=soeknad(tjenester=("BPA", "hjemmesykepleie")))
    assert "OPP-3" in vei.port("V")
    plan = {"behov": True, "begrunnelse": "To tjenester.", "maal": (), "tiltak": ()}
    vei.gjoer("lagre_oppfoelgingsplan", **plan, samarbeid="ikke_aktuelt")
    assert "OPP-3" in vei.port("V")
    vei.gjoer("lagre_oppfoelgingsplan", **plan, samarbeid="individuell_plan")
    assert "OPP-3" not in vei.port("V")


def test_midlertidig_botilbud_trenger_bare_en_grunn(paa: Paa) -> None:
    vei = paa("registrert")
    vei.gjoer("registrer_midlertidig_botilbud", grunn="Uten tak over hodet i natt.")
    (opphold,) = vei.vis().midlertidige_botilbud
    assert (opphold.grunn, opphold.fra_dato) == ("Uten tak over hodet i natt.", vei.kontor.ur.i_dag)
