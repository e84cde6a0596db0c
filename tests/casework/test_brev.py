"""The letters before and beside the decision: made, kept and noted in one act, and never on an old address check."""

from datetime import date
from typing import Any

import pytest

from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.domain.soeknad import Fullmektig
from boligtildeling.domain.varsel import ForelagtOpplysning
from tests.bygg import ADRESSE, Kontor, Paa, Vei, soeknad

FRIST = date(2026, 11, 20)
RESTANSE = ForelagtOpplysning(hva="Du skylder husleie for mai 2025.", kilde="Boligadministrasjonen")
MANGLER = ("De tre siste lønnsslippene", "Skattemeldingen")
VERGE = Fullmektig(navn="Vera Verge", rolle="verge", adresse=ADRESSE, mandat="Økonomi og bolig")
HJELPER = Fullmektig(navn="Helge Hjelper", rolle="fullmektig", adresse=ADRESSE)


def klar(paa: Paa) -> Vei:
    vei = paa("registrert")
    vei.svar("SOE-1")
    return vei


def sendt(paa: Paa) -> Vei:
    vei = paa("sendt")
    vei.svar("SOE-1")
    return vei


def siste_visning(vei: Vei, navn: str) -> Any:
    laget, visning = vei.kontor.dokumenter.laget[-1]
    assert laget == navn
    return visning


def test_foreloepig_svar_lagres_som_brev_med_grunn_og_dato(paa: Paa) -> None:
    vei = klar(paa)
    svar = vei.gjoer("send_foreloepig_svar", grunn="Venter på Nav.", svar_ventes_dato=date(2026, 12, 20))
    v = siste_visning(vei, "foreloepig-svar")
    assert (v.grunn, v.svar_ventes_dato, v.soeknad_dato) == ("Venter på Nav.", date(2026, 12, 20), date(2026, 11, 2))
    assert dict(v.regler)["saken"].startswith("forvaltningsloven § 11 a")
    (rad,) = vei.vis().dokumenter
    assert (rad.id, rad.navn) == (svar["dokument"], "foreloepig-svar")


def test_foreloepig_svar_uten_grunn_noteres_men_gir_ikke_noe_brev(paa: Paa) -> None:
    vei = klar(paa)
    assert "dokument" not in vei.gjoer("send_foreloepig_svar")
    assert vei.vis().dokumenter == ()


def test_anmodningen_sier_hva_som_mangler_og_gir_en_oppgave_paa_fristen(paa: Paa) -> None:
    vei = klar(paa)
    vei.gjoer("be_om_opplysninger", mangler=MANGLER, frist=FRIST)
    v = siste_visning(vei, "anmodning-opplysninger")
    assert (v.mangler, v.frist) == (MANGLER, FRIST)
    (oppgave,) = vei.vis().oppgaver
    assert (oppgave.kode, oppgave.frist, oppgave.er_ferdig) == ("KAR-10", FRIST, False)
    vei.svar("KAR-10")
    assert [o.er_ferdig for o in vei.vis().oppgaver] == [True]


def test_en_ny_frist_tar_den_gamles_plass(paa: Paa) -> None:
    vei = klar(paa)
    vei.gjoer("be_om_opplysninger", mangler=MANGLER, frist=FRIST)
    vei.gjoer("be_om_opplysninger", mangler=MANGLER[:1], frist=date(2026, 11, 27))
    aapne = [o.frist for o in vei.vis().oppgaver if not o.er_ferdig]
    assert aapne == [date(2026, 11, 27)]


def test_foreleggelsen_sier_hva_og_fra_hvem_og_besvarer_ikke_kar_9(paa: Paa) -> None:
    vei = klar(paa)
    vei.gjoer("forelegg_opplysninger", opplysninger=(RESTANSE,), frist=FRIST)
    assert siste_visning(vei, "foreleggelse").opplysninger == (RESTANSE,)
    assert vei.punkt("KAR-9").svar is None
    assert [o.kode for o in vei.vis().oppgaver] == ["KAR-9"]


def test_anmodningen_nektes_uten_fersk_adressekontroll_og_etter_vedtaket(paa: Paa) -> None:
    felt = {"mangler": MANGLER, "frist": FRIST}
    assert paa("registrert").sperret("be_om_opplysninger", **felt) == {"SOE-1"}
    assert sendt(paa).sperret("be_om_opplysninger", **felt) == {"VEDTAK"}
    assert paa("registrert").sperret("be_om_opplysninger", "ida", **felt) == {"ROLLE"}


def test_foreleggelsen_nektes_uten_fersk_adressekontroll_og_etter_vedtaket(paa: Paa) -> None:
    felt = {"opplysninger": (RESTANSE,), "frist": FRIST}
    assert paa("registrert").sperret("forelegg_opplysninger", **felt) == {"SOE-1"}
    assert sendt(paa).sperret("forelegg_opplysninger", **felt) == {"VEDTAK"}
    assert paa("registrert").sperret("forelegg_opplysninger", "ida", **felt) == {"ROLLE"}


@pytest.mark.parametrize(
    ("handling", "felt", "pekere"),
    [
        ("be_om_opplysninger", {"mangler": (), "frist": FRIST}, {"/mangler"}),
        ("be_om_opplysninger", {"mangler": (" ",), "frist": date(2026, 11, 1)}, {"/mangler/0", "/frist"}),
        ("forelegg_opplysninger", {"opplysninger": (), "frist": FRIST}, {"/opplysninger"}),
    ],
)
def test_et_brev_uten_innhold_er_en_feil_i_det_som_sendes_inn(
    paa: Paa, handling: str, felt: dict[str, Any], pekere: set[str]
) -> None:
    assert paa("registrert").ugyldig(handling, **felt) == pekere


def test_verge_faar_brevet_og_soekeren_kopi(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(fullmektige=(VERGE, HJELPER)))
    vei.svar("SOE-1")
    vei.gjoer("be_om_opplysninger", mangler=MANGLER, frist=FRIST)
    m = siste_visning(vei, "anmodning-opplysninger").mottaker
    assert (m.navn, m.rolle, m.paa_vegne_av) == ("Vera Verge", "verge", "Rolig Fjord")
    assert m.adresselinjer == ("Testvegen 4", "7014 TRONDHEIM")
    assert m.kopi_til == ("Rolig Fjord", "Helge Hjelper")


def test_soeker_som_ikke_vil_ha_kopi_faar_ikke_det(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(fullmektige=(VERGE,)))
    vei.svar("SOE-1")
    vei.gjoer("sett_kjennetegn", kjennetegn="soeker_vil_ikke_ha_kopi", verdi=True)
    vei.gjoer("be_om_opplysninger", mangler=MANGLER, frist=FRIST)
    assert siste_visning(vei, "anmodning-opplysninger").mottaker.kopi_til == ()


def test_verge_uten_mandat_for_boligsaken_faar_ikke_brevet(kontor: Kontor) -> None:
    vei = kontor.ny_sak(soeknad(fullmektige=(VERGE,)))
    vei.svar("SOE-1")
    vei.gjoer("sett_kjennetegn", kjennetegn="fullmakt_dekker_ikke_saken", verdi=True)
    vei.gjoer("be_om_opplysninger", mangler=MANGLER, frist=FRIST)
    m = siste_visning(vei, "anmodning-opplysninger").mottaker
    assert (m.navn, m.paa_vegne_av, m.kopi_til) == ("Rolig Fjord", None, ())


def test_tilbudet_lagres_som_brev(paa: Paa) -> None:
    vei = paa("tilbudt")
    (rad,) = [d for d in vei.vis().dokumenter if d.navn == "tilbud"]
    assert rad.tittel == "Tilbud om bolig"


def test_et_dokument_lages_og_lagres_slik_saken_staar(paa: Paa) -> None:
    vei = paa("kartlagt")
    svar = vei.gjoer("lag_dokument", dokument="sjekkliste-soeknadsbehandling")
    (rad,) = vei.vis().dokumenter
    assert (rad.id, rad.navn, rad.laget_av) == (svar["dokument"], "sjekkliste-soeknadsbehandling", "kari")


def test_brev_som_sendes_kan_ikke_lages_utenom_handlingen(paa: Paa) -> None:
    vei = paa("sendt")
    for navn in ("vedtak", "leieavtale", "noekkelkvittering", "foreloepig-svar", "tilbud", "omgjoering"):
        assert vei.sperret("lag_dokument", dokument=navn) == {"STEG"}, navn
    assert vei.ugyldig("lag_dokument", dokument="adressevedlegg") == {"/dokument"}
    assert vei.ugyldig("lag_dokument", dokument="finnes-ikke") == {"/dokument"}


def test_hvert_dokument_som_ikke_kan_lages_naa_nektes_med_en_setning(paa: Paa) -> None:
    """A newly registered case has nothing to make most papers of: each says what is missing."""
    vei = paa("registrert")
    lages = set()
    for navn, slag in DOKUMENTER.items():
        try:
            vei.kontor.program.skriv_ut(navn, vei.saksnummer, "kari")
            lages.add(navn)
        except Exception as nei:
            (sperre,) = getattr(nei, "sperrer", ())
            assert sperre.grunn.endswith("."), navn
            assert slag.naar.endswith(".")
    assert lages == {navn for navn in DOKUMENTER if navn.startswith(("sjekkliste-", "foelgeark-"))}
