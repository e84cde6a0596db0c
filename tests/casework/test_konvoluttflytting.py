"""A case that turns strengt fortrolig after it has told of its dwelling, and the homes of those who had one before."""

from dataclasses import replace
from datetime import date

from boligtildeling.domain.vedtak import DELER
from tests.bygg import ADRESSE, HUSLEIE, MILD, ROLIG, Kontor, Paa, Vei, person, soeknad, vedtaksutkast
from tests.casework.konvoluttsaker import er_aapen, spor, strengt

GATE = "Testvegen 7"


def bli_strengt(vei: Vei, som: str = "kari") -> list[str]:
    svar = vei.gjoer("rett_soeknad", som, soeknad=soeknad(soeker=person(beskyttelse="strengt_fortrolig")))
    return list(svar.get("advarsler", ()))


def _lag_skjermingsnoekkel(kontor: Kontor) -> None:
    kontor.gjoer("registrer_bruker", "tove", navn="arne", rolle="leser", funksjoner=("arkiv",))
    kontor.gjoer("lag_skjermingsnoekkel", "tove", arkivansvarlig="arne")


def rester(vei: Vei) -> list[str]:
    """What is stored about the dwelling of B-1 with the case."""
    register = ("bolig ", "tilbakehold ")
    return [x for x in spor(vei.kontor.program.mappe, "'B-1'", '"B-1"', GATE) if not x.startswith(register)]


def test_tilbudet_legges_i_konvolutten_og_sporene_tas_ut(paa: Paa) -> None:
    vei = paa("takket_ja")
    vei.gjoer("noter", tekst=f"Visning i {GATE} på mandag.")
    _lag_skjermingsnoekkel(vei.kontor)
    advarsler = bli_strengt(vei)
    assert not [a for a in advarsler if "fortsatt i historikken" in a]
    assert rester(vei) == []
    visning = vei.vis()
    assert [t.boligid.startswith("skjermet-") for t in visning.tilbud] == [True]
    assert visning.bolig is not None
    assert visning.bolig.adresse.linje == GATE
    assert "B-1" not in {b.boligid for b in vei.kontor.program.vis_boliger("ola", bare_ledige=True)}
    assert vei.kontor.program.kontroller().funn == ()


def test_at_noen_holder_boligen_tilbake_hindrer_ikke_at_saken_blir_strengt_fortrolig(paa: Paa) -> None:
    vei = paa("takket_ja")
    vei.kontor.gjoer("hold_tilbake_bolig", "ola", boligid="B-1", grunn="Skal selges.")
    bli_strengt(vei)
    vei.kontor.gjoer("frigi_bolig", "ola", boligid="B-1")
    assert "B-1" not in {b.boligid for b in vei.kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_uten_noekkel_for_skjerming_sies_det_og_det_kan_gjoeres_etterpaa(paa: Paa) -> None:
    vei = paa("takket_ja")
    advarsler = bli_strengt(vei)
    assert [a for a in advarsler if "fortsatt i historikken" in a]
    assert rester(vei) != []
    _lag_skjermingsnoekkel(vei.kontor)
    vei.gjoer("legg_i_konvolutt")
    assert rester(vei) == []
    antall = len(vei.vis().historikk)
    vei.gjoer("legg_i_konvolutt")
    assert len(vei.vis().historikk) == antall + 1, "nothing is shielded twice"


def test_leieavtalen_ogsaa(paa: Paa) -> None:
    vei = paa("utlevert")
    _lag_skjermingsnoekkel(vei.kontor)
    bli_strengt(vei)
    assert rester(vei) == []
    kontrakt = vei.vis().kontrakt
    assert kontrakt is not None
    assert kontrakt.boligid.startswith("skjermet-")
    vei.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet til Oslo.")
    assert "B-1" in {b.boligid for b in vei.kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_uten_brukernoekkel_blir_boligen_staaende_og_det_sies(paa: Paa) -> None:
    vei = paa("takket_ja")
    strengt(vei.kontor).vis()
    for fil in (vei.kontor.program.mappe / "noekler" / "brukere").iterdir():
        fil.unlink()
    assert [a for a in bli_strengt(vei) if "står fortsatt åpent" in a]
    konvolutt = vei.vis().konvolutt
    assert konvolutt is not None
    assert "Legg boligen i konvolutten" in (konvolutt.merknad or "")
    assert vei.sperret("legg_i_konvolutt") == {"NOEKKEL"}
    vei.kontor.gjoer("lag_brukernoekkel", grunn="Maskinen ble byttet.")
    vei.gjoer("legg_i_konvolutt")
    visning = vei.vis()
    assert visning.bolig is not None
    assert visning.bolig.adresse.linje == GATE
    assert [t.boligid.startswith("skjermet-") for t in visning.tilbud] == [True]


def test_en_sak_som_ikke_er_strengt_fortrolig_har_ingen_konvolutt(paa: Paa) -> None:
    vei = paa("takket_ja")
    assert vei.sperret("legg_i_konvolutt") == {"STEG"}
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(beskyttelse="fortrolig")))
    assert vei.vis().tilbud[0].boligid == "B-1"
    assert vei.vis().konvolutt is None


def test_boligen_blir_liggende_i_konvolutten_naar_beskyttelsen_faller_bort(kontor: Kontor) -> None:
    vei = strengt(kontor).til("tilbudt")
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person("Mild", "Åsgard", MILD)))
    assert not er_aapen(vei, "ola")
    assert er_aapen(vei, "kari")
    assert spor(kontor.program.mappe) == []


def _forleng(kontor: Kontor, som: str = "kari") -> Vei:
    kontor.ur.sett(date(2029, 9, 3))
    soekn = soeknad(
        soeknadstype="forlengelse",
        mottatt_dato=kontor.ur.i_dag,
        soeker=person("Mild", "Åsgard", MILD, "strengt_fortrolig"),
    )
    return kontor.ny_sak(soekn, som)


def test_forlengelse_av_en_skjermet_leieavtale_har_samme_bolig_i_sin_egen_konvolutt(kontor: Kontor) -> None:
    foerste = strengt(kontor).til("utlevert")
    ny = _til_kontrakt(_forleng(kontor))
    a, b = foerste.vis().kontrakt, ny.vis().kontrakt
    assert a is not None
    assert b is not None
    assert a.boligid == b.boligid
    assert er_aapen(ny, "kari")
    assert spor(kontor.program.mappe) == []
    foerste.gjoer("avslutt_sak", utfall="flyttet", grunn="Avløst av ny avtale.")
    assert boligen_holdes(kontor), "the new lease stands"
    ny.gjoer("avslutt_sak", utfall="flyttet", grunn="Flyttet.")
    assert not boligen_holdes(kontor)


def boligen_holdes(kontor: Kontor) -> bool:
    return "HEIM-77" not in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}


def test_forlengelse_av_en_som_ikke_kan_aapne_den_gamle_konvolutten_nektes(kontor: Kontor) -> None:
    strengt(kontor).til("utlevert")
    ny = _forleng(kontor, "ola")
    ny.gjoer("gi_tilgang", "ola", bruker="kari")
    ny.gjoer("gi_tilgang", "ola", bruker="tove")
    _til_kontrakt(ny, skriv=False)
    felt = {"fra_dato": date(2029, 12, 1), "husleie": HUSLEIE}
    assert ny.sperret("skriv_kontrakt", "ola", **felt) == {"KONVOLUTT"}
    ny.gjoer("skriv_kontrakt", "kari", **felt)
    assert er_aapen(ny, "kari")


def _til_kontrakt(vei: Vei, skriv: bool = True) -> Vei:
    dag = vei.kontor.ur.i_dag
    if "tove" not in vei.vis().tilganger:
        vei.gjoer("gi_tilgang", bruker="tove")
    vei.planlegg()
    vei.svar_alt("V")
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)
    vei.gjoer("send_vedtak", maate="post", dato=dag)
    vei.svar_alt("K")
    if skriv:
        vei.gjoer("skriv_kontrakt", fra_dato=date(2029, 12, 1), husleie=HUSLEIE)
    return vei


def test_tidligere_aapen_leieavtale_for_samme_person_viser_ikke_hvor_hun_bor_og_saksbehandleren_varsles(
    paa: Paa,
) -> None:
    foerste = paa("utlevert")
    kontor = foerste.kontor
    kontor.ur.sett(date(2029, 9, 3))
    soekn = soeknad(
        soeknadstype="forlengelse",
        mottatt_dato=kontor.ur.i_dag,
        soeker=person(nummer=ROLIG, beskyttelse="strengt_fortrolig", adresse=replace(ADRESSE)),
    )
    ny = _til_kontrakt(kontor.ny_sak(soekn), skriv=False)
    svar = ny.gjoer("skriv_kontrakt", fra_dato=date(2029, 12, 1), husleie=HUSLEIE)
    assert [a for a in svar["advarsler"] if foerste.saksnummer in a and "ikke skjermet" in a]
    visning = foerste.vis()
    assert visning.kontrakt is not None
    assert visning.kontrakt.boligid.startswith("skjermet-")
    assert [t.boligid.startswith("skjermet-") for t in visning.tilbud] == [True]
    assert "B-1" not in {b.boligid for b in kontor.program.vis_boliger("ola", bare_ledige=True)}
