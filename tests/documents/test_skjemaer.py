"""The receipt for the keys, the checklists and the protocol of the dwelling."""

from datetime import date

import pytest

from boligtildeling.casework.views.dokumentformer import Boligsjekkliste, Noekkelkvittering, Sjekklistevisning
from boligtildeling.documents.blokker import Rute, Tabell
from boligtildeling.documents.boligsjekkliste import boligsjekkliste
from boligtildeling.documents.sjekklister import sjekkliste
from boligtildeling.domain.penger import Kroner
from tests.documents import eksempler as e
from tests.documents.papir import tekst


def kvittering(v: Noekkelkvittering) -> str:
    return tekst("noekkelkvittering", v)


def liste(v: Sjekklistevisning) -> str:
    return tekst("sjekkliste-soeknadsbehandling", v)


def protokoll(v: Boligsjekkliste) -> str:
    return tekst("boligsjekkliste", v)


def test_kvitteringen_sier_hvem_hva_naar_og_paa_hvilket_grunnlag() -> None:
    biter = (
        "Åse Øvergård har fått nøklene til Prøvegata 12 B, 7030 Trondheim.",
        "Kari Nordmann leverte ut nøklene 16. november 2026 klokken 11.37.",
        "Slik er identiteten bekreftet: pass.",
        "Systemnøkkel 4471 3",
        "Postkassenøkkel 2",
        "Siste underskrift kom 13. november 2026.",
        "Første husleie er 4 600,00 kr. Den er betalt",
        "NOE-6 Gi innflyttingsveiledning: innen 23. november 2026. Ansvarlig er Kari Nordmann.",
        "Du kan ikke kopiere nøklene",
        "Lever tilbake alle nøkler",
        "Dato og underskrift, mottaker: Åse Øvergård",
    )
    hele = kvittering(e.noekkelkvittering())
    assert [bit for bit in biter if bit not in hele] == []


def test_kvitteringen_paa_nynorsk() -> None:
    hele = kvittering(e.noekkelkvittering("nn"))
    assert "har fått nøklane til Prøvegata 12 B" in hele
    assert "Dette gjer vi seinare" in hele


def test_unntak_fra_leder_staar_med_grunn() -> None:
    v = e.noekkelkvittering(betalt=Kroner.null(), unntak=(("NOE-1", "Lønn kommer 25. november.", "Ola Leder"),))
    hele = kvittering(v)
    assert "Registrert betalt er 0,00 kr. Resten har leder gitt unntak for." in hele
    assert "NOE-1: Lønn kommer 25. november. (gitt av Ola Leder)" in hele


def test_den_som_henter_for_leieren_har_fullmakt() -> None:
    assert "skriftlig fullmakt: datert 10. november" in kvittering(e.noekkelkvittering(fullmakt="datert 10. november"))


def test_kvittering_uten_kontrakt_paastaar_ingenting() -> None:
    v = e.noekkelkvittering(
        foerste_husleie=None, betalt=None, kontrakt_signert_dato=None, vilkaar_kontrollert=False, utsatt=()
    )
    assert "Dette var på plass" not in kvittering(v)


@pytest.mark.parametrize("bolig", [None, e.bolig()])
def test_skjermet_kvittering_har_ingen_adresse_og_ingen_fritekst(bolig: object) -> None:
    v = e.noekkelkvittering(bolig=bolig, unntak=(("NOE-1", "Hun bor hos søster i Gammelveien.", "Ola Leder"),))
    hele = kvittering(e.med_hode(v, er_skjermet=True))
    assert "har fått nøklene til boligen." in hele
    assert "Prøvegata" not in hele
    assert "Gammelveien" not in hele
    assert "NOE-1: står i saken (gitt av Ola Leder)" in hele


def test_fylt_liste_viser_status_i_ord() -> None:
    hele = liste(e.sjekkliste())
    biter = (
        *("SOE-1", "Oppfylt ja 19.10.2026 Kari Nordmann Hun ønsker støtte til økonomi. samtale – Åse Øvergård"),
        *("Mangler", "Gjelder ikke", "Unntak 20.10.2026 Ola Leder Lønnsslipp kommer i november.", "Utsatt"),
        *("boligsosialloven § 6", "utgave 2026-1", "Åse Øvergård", "2026-000123"),
    )
    assert [bit for bit in biter if bit not in hele] == []


def test_bare_lovens_hjemmel_staar_under_punktet() -> None:
    assert "kommunens regel" not in liste(e.sjekkliste(rader=(e.rad(hjemmel="kommunens regel"),)))


@pytest.mark.parametrize("status", ["oppfylt", "gjelder_ikke"])
def test_det_som_er_avklart_uten_svar_ber_ikke_om_dokumentasjon(status: str) -> None:
    assert "samtale, deltakere" not in liste(e.sjekkliste(rader=(e.rad(status=status),)))


def test_gruppene_staar_i_rekkefoelge() -> None:
    hele = liste(e.sjekkliste())
    steder = [hele.index(f"{g} Kode") for g in ("Søknad", "Kartlegging", "Økonomisk plan", "Første husleie og nøkkel")]
    assert steder == sorted(steder)


def test_en_ukjent_gruppe_faar_koden_som_navn() -> None:
    assert "XYZ Kode" in liste(e.sjekkliste(rader=(e.rad("XYZ-1"),)))


def test_nynorsk_liste() -> None:
    hele = liste(e.sjekkliste("nn"))
    assert all(bit in hele for bit in ("Manglar", "Gjeld ikkje", "Utsett", "Kven", "Søkjar", "utgåve 2026-1"))


def test_hver_rad_har_en_rute_og_status_har_hver_sin_form() -> None:
    tabeller = [b for b in sjekkliste(e.sjekkliste()).blokker if isinstance(b, Tabell)]
    ruter = [rad[0] for t in tabeller for rad in t.rader]
    former = [r.form for r in ruter if isinstance(r, Rute)]
    assert former == ["oppfylt", "oppfylt", "mangler", "gjelder_ikke", "unntak", "utsatt"]


def test_tom_liste_har_tomme_ruter_og_plass_til_aa_skrive() -> None:
    tabeller = [b for b in sjekkliste(e.tom_sjekkliste()).blokker if isinstance(b, Tabell)]
    assert {rad[0] for t in tabeller for rad in t.rader} == {Rute("tom")}
    assert all(t.skrivehoeyde >= 8 for t in tabeller)
    hele = liste(e.tom_sjekkliste())
    assert "Øvergård" not in hele
    assert "Oppfylt" not in hele
    assert "samtale, deltakere; eller to forsøk" in hele


def test_skjermet_liste_har_ingen_fritekst() -> None:
    hele = liste(e.med_hode(e.sjekkliste(), er_skjermet=True))
    assert "Hun ønsker støtte" not in hele
    assert "samtale – Åse" not in hele
    assert "Lønnsslipp" not in hele
    assert "Står i saken" in hele
    assert "samtale, deltakere; eller to forsøk" in hele


def test_protokollen_har_rom_maalere_noekler_og_underskrifter() -> None:
    hele = protokoll(e.boligsjekkliste())
    biter = (
        *("Prøvegata 12 B", "16. november 2026", "Gang", "Kjøkken", "Komfyrvakt", "Bad og toalett", "Målerstand"),
        *("Systemnøkkel 4471 3", "Røykvarslerne er testet", "innen rimelig tid", "(husleieloven § 2-8)"),
        *("Dato og underskrift, leier: Åse Øvergård", "Dato og underskrift, for utleier", "utgave 2026-1"),
    )
    assert [bit for bit in biter if bit not in hele] == []


@pytest.mark.parametrize(("antall", "sist"), [(0, None), (1, "Soverom 1"), (5, "Soverom 5")])
def test_protokollen_har_saa_mange_soverom_som_boligen(antall: int, sist: str | None) -> None:
    hele = protokoll(e.boligsjekkliste(bolig=e.bolig(antall_soverom=antall)))
    assert hele.count("Soverom ") == antall
    assert sist is None or sist in hele
    assert "Bod, balkong og uteplass" in hele


def test_tom_protokoll_paa_nynorsk() -> None:
    hele = protokoll(e.tom_boligsjekkliste("nn"))
    assert all(bit in hele for bit in ("Stove", "Golv", "Straum", "Soverom 3", "Dato og underskrift, leigar"))
    assert "Øvergård" not in hele


def test_protokoll_for_skjermet_har_ingen_adresse() -> None:
    hele = protokoll(e.med_hode(e.boligsjekkliste(), er_skjermet=True))
    assert "Prøvegata" not in hele
    assert "Adresse" not in hele
    assert "Lerkendal" not in hele


def test_hver_linje_i_protokollen_har_en_rute() -> None:
    rom = [b for b in boligsjekkliste(e.boligsjekkliste()).blokker if isinstance(b, Tabell) and b.samlet]
    med_rute = [t for t in rom if any(isinstance(c, Rute) for c in t.rader[0])]
    assert len(med_rute) == 8
    assert all(rad[1] == Rute("tom") for t in med_rute for rad in t.rader)


def test_protokollen_er_for_dagen_den_skrives_ut() -> None:
    assert "2. desember 2026" in protokoll(e.med_hode(e.boligsjekkliste(), dato=date(2026, 12, 2)))


def test_et_utsatt_punkt_sier_frist_og_ansvarlig() -> None:
    assert "Frist 18.11.2026, Vaktmester" in tekst("sjekkliste-soeknadsbehandling", e.sjekkliste())


def test_et_svar_uten_dokumentasjon_viser_ikke_hva_som_var_oensket_som_bevis() -> None:
    besvart = e.rad("KAR-1", status="oppfylt", svar="nei", merknad="Møtte ikke.", dato=date(2026, 11, 2), av="Kari")
    hele = tekst("sjekkliste-soeknadsbehandling", e.sjekkliste(rader=(besvart,)))
    assert "Møtte ikke." in hele
    assert "eller to forsøk" not in hele
