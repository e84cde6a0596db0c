"""How a tenancy begins: with the key, with a key registered afterwards, or with an extension that nobody knew of."""

from datetime import date

import pytest

from boligtildeling.domain.vedtak import DELER
from tests.bygg import HUSLEIE, Kontor, Paa, Vei, soeknad, vedtaksutkast

FORLENGELSE = date(2029, 12, 1)


def test_leieforholdet_begynner_med_noekkelen(paa: Paa) -> None:
    vei = paa("noekkelklar")
    assert vei.vis().leieforhold is None
    vei.utlever()
    leieforhold = vei.vis().leieforhold
    assert leieforhold is not None
    assert (leieforhold.begynt_dato, leieforhold.opphoert_dato) == (date(2026, 12, 1), None)
    assert (leieforhold.boligid, leieforhold.husleie) == ("B-1", HUSLEIE)
    assert (leieforhold.fra_dato, leieforhold.til_dato) == (date(2026, 12, 1), date(2029, 11, 30))
    assert leieforhold.kontrakter == (vei.saksnummer,)


def test_en_noekkel_som_er_nektet_gir_ikke_noe_leieforhold(paa: Paa) -> None:
    vei = paa("signert")
    vei.sperret("utlever_noekkel", **vei.utleverfelt())
    assert vei.vis().leieforhold is None


def test_en_noekkel_utlevert_utenom_begynner_leieforholdet_den_dagen_det_skjedde(paa: Paa) -> None:
    vei = paa("sendt")
    vei.gjoer("etterregistrer_avvik", "tove", hva="noekkel_utlevert", dato=date(2026, 11, 9), grunn="Brann i helgen.")
    leieforhold = vei.vis().leieforhold
    assert leieforhold is not None
    assert (leieforhold.begynt_dato, leieforhold.boligid, leieforhold.kontrakter) == (date(2026, 11, 9), None, ())


def test_kontrakten_som_kommer_etter_noekkelen_hoerer_til_leieforholdet(paa: Paa) -> None:
    vei = paa("kontrakt")
    vei.gjoer("etterregistrer_avvik", "tove", hva="noekkel_utlevert", grunn="Brann i helgen.")
    vei.signer()
    leieforhold = vei.vis().leieforhold
    assert leieforhold is not None
    assert leieforhold.kontrakter == (vei.saksnummer,)


def test_et_annet_avvik_begynner_ikke_noe_leieforhold(paa: Paa) -> None:
    vei = paa("sendt")
    vei.gjoer("etterregistrer_avvik", "tove", hva="muntlig_vedtak", grunn="Sagt på telefon.")
    assert vei.vis().leieforhold is None


def test_noekkelen_kan_ikke_angres_og_leieforholdet_staar(paa: Paa) -> None:
    vei = paa("utlevert")
    assert vei.sperret("angre", hendelse=vei.siste_hendelse("utlever_noekkel"), grunn="Feil sak.") == {"STEG"}
    leieforhold = vei.vis().leieforhold
    assert leieforhold is not None
    assert leieforhold.opphoert_dato is None


@pytest.mark.parametrize(
    ("utfall", "slutter"), [("flyttet", True), ("doed", True), ("omgjort_etter_klage", True), ("innflyttet", False)]
)
def test_aa_avslutte_saken_avslutter_leieforholdet_naar_ingen_bor_der_lenger(
    paa: Paa, utfall: str, slutter: bool
) -> None:
    vei = paa("utlevert")
    vei.gjoer("avslutt_sak", utfall=utfall, grunn="Slutt.")
    leieforhold = vei.vis().leieforhold
    assert leieforhold is not None
    assert leieforhold.opphoert_dato == (vei.kontor.ur.i_dag if slutter else None)
    vei.gjoer("angre", hendelse=vei.siste_hendelse("avslutt_sak"), grunn="Feil sak.")
    igjen = vei.vis().leieforhold
    assert igjen is not None
    assert igjen.opphoert_dato is None


def signert_forlengelse(kontor: Kontor) -> Vei:
    """An extension from 1 December 2029 by the application of the same tenant, signed by all."""
    vei = kontor.ny_sak(soeknad(soeknadstype="forlengelse"))
    kontor.ur.sett(date(2026, 12, 8))
    vei.planlegg()
    vei.svar_alt("V")
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)
    vei.gjoer("send_vedtak", maate="post", dato=kontor.ur.i_dag)
    vei.svar_alt("K")
    vei.gjoer("skriv_kontrakt", fra_dato=FORLENGELSE, husleie=HUSLEIE)
    for part in ("leier", "utleier"):
        vei.gjoer("signer_kontrakt", part=part, dato=kontor.ur.i_dag)
    return vei


def test_en_forlengelse_begynner_ikke_et_leieforhold_naar_det_loeper_ett(paa: Paa) -> None:
    ny = signert_forlengelse(paa("utlevert").kontor)
    assert ny.steg == "boforhold"
    assert ny.vis().leieforhold is None


def test_en_forlengelse_av_et_leieforhold_som_ikke_staar_her_begynner_det(paa: Paa) -> None:
    gammel = paa("utlevert")
    gammel.gjoer("avslutt_sak", utfall="omgjort_etter_klage", grunn="Leieforholdet er ført på nytt.")
    ny = signert_forlengelse(gammel.kontor)
    leieforhold = ny.vis().leieforhold
    assert leieforhold is not None
    assert (leieforhold.begynt_dato, leieforhold.kontrakter) == (FORLENGELSE, (ny.saksnummer,))
    ny.gjoer("annuller_kontrakt", grunn="Feil leietid.")
    assert ny.vis().leieforhold is None
