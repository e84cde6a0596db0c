"""What the decision letter says, and to whom."""

import re
from dataclasses import replace
from datetime import date

import pytest

from boligtildeling.casework.views.dokumentformer import Mottaker, Vedtaksbrev
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Oppfoelgingsplan, Restanseplan
from boligtildeling.domain.vedtak import Boligkrav, BoligsosialDel
from tests.documents import eksempler as e
from tests.documents.papir import sider, tekst

AVSLAG_UTEN_HJELP = e.avslag(boligsosial=BoligsosialDel(konklusjon="ikke_vanskeligstilt"))


def les(v: Vedtaksbrev) -> str:
    return tekst("vedtak", v)


def i_rekkefoelge(hele: str, *biter: str) -> bool:
    sted = 0
    for bit in biter:
        sted = hele.find(bit, sted)
        if sted < 0:
            return False
    return True


def test_resultatet_foerst_og_reglene_sist() -> None:
    assert i_rekkefoelge(
        les(e.fullt_vedtak()),
        *("Du får kommunal bolig", "Dette har vi bestemt", "Del A: Boligsosial bistand"),
        *("Du er vanskeligstilt på boligmarkedet", "Hjelp til å søke bostøtte", "Del B: Kommunal bolig"),
        *("Du får leie en kommunal bolig.", "Dette må du gjøre", "Derfor har vi bestemt dette"),
        *("Du bor hos en venn", "Du kan klage", "Kontakt oss", "Kari Nordmann", "Ola Leder"),
        *("Regler vi har brukt", "boligsosialloven §§ 4, 6 og 7", "bystyrets retningslinjer", "forvaltningsloven"),
    )


def test_nynorsk_har_de_samme_delene() -> None:
    assert i_rekkefoelge(
        les(e.fullt_vedtak("nn")),
        *("Du får kommunal bustad", "Del A: Bustadsosial hjelp", "Del B: Kommunal bustad"),
        *("Fristen er tre veker frå du fekk dette brevet.", "Statsforvalteren", "kommunens klagenemnd"),
        *("Venleg helsing", "Reglar vi har brukt"),
    )


@pytest.mark.parametrize(
    ("soeknadstype", "innhold", "overskrift"),
    [
        ("ny", e.innhold(), "Du får kommunal bolig"),
        ("bytte", e.innhold(), "Du får bytte kommunal bolig"),
        ("forlengelse", e.innhold(), "Du får fortsette å leie boligen"),
        ("ny", e.avslag(), "Du får ikke kommunal bolig, men du får annen hjelp"),
        ("ny", AVSLAG_UTEN_HJELP, "Du får verken kommunal bolig eller boligsosial bistand"),
        ("bytte", e.avslag(), "Du får ikke bytte kommunal bolig"),
        ("forlengelse", e.avslag(), "Du får ikke forlenget leieavtalen"),
        ("ny", e.innhold(utfall="avvist"), "Vi avviser søknaden din om kommunal bolig"),
    ],
)
def test_overskriften_sier_resultatet(soeknadstype: str, innhold: object, overskrift: str) -> None:
    assert overskrift in les(e.vedtak(soeknadstype=soeknadstype, innhold=innhold))


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("innhold", [e.innhold(), e.avslag(), AVSLAG_UTEN_HJELP])
def test_hver_del_har_sin_klageinstans(maalform: str, innhold: object) -> None:
    hele = les(e.vedtak(maalform, innhold=innhold))
    assert re.search(r"Del A: Vi ser først [^:]*Statsforvalteren i Trøndelag", hele)
    assert re.search(r"Del B: Vi ser først [^:]*kommunens klagenemnd", hele)
    assert not re.search(r"Del B: Vi ser først [^:]*Statsforvalteren", hele)


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_klagefristen_er_aldri_en_dato(maalform: str) -> None:
    hele = les(e.vedtak(maalform, innhold=e.avslag()))
    klagedel = hele[re.search(r"Fristen er tre (uker|veker)", hele).start() : hele.index("Kontakt oss")]
    assert not re.search(r"\d\. [a-z]+ 20\d\d|\d\d\.\d\d\.\d{4}", klagedel)


def test_alt_fvl_27_krever_staar_i_klagedelen() -> None:
    hele = les(e.vedtak(innhold=e.avslag()))
    biter = (
        *("Send klagen til Helse- og velferdskontoret, Testvegen 1", "Vi hjelper deg med klagen", "se dokumentene"),
        *("ikke settes i verk før klagen er avgjort", "kreve dekket vesentlige kostnader", "fritt rettsråd"),
        "Sivilombudet",
    )
    assert [bit for bit in biter if bit not in hele] == []


def test_vilkaar_sier_hva_hvorfor_hvordan_og_naar() -> None:
    hele = les(e.fullt_vedtak())
    assert i_rekkefoelge(hele, "Vilkår Hvorfor Slik gjør du det Frist", "Du inngår en avtale", "20. november 2026")
    assert "Avtalen gjør at du kan betale" in hele
    assert "Signer avtalen hos" in hele


def test_uten_vilkaar_staar_ingen_tom_tabell() -> None:
    assert "Dette må du gjøre" not in les(e.vedtak())
    assert "Dette må du gjøre" not in les(e.vedtak(innhold=e.avslag(vilkaar=e.VILKAAR)))


@pytest.mark.parametrize(
    ("valg", "sagt"),
    [
        (e.kontraktsvalg(), "Leieavtalen varer i 3 år."),
        (e.kontraktsvalg(maaneder=18), "Leieavtalen varer i 18 måneder."),
        (e.kontraktsvalg(type="tidsubestemt", maaneder=None), "Leieavtalen er tidsubestemt."),
        (e.kontraktsvalg(type="bo_og_tjeneste"), "Tjenester i boligen får du eget vedtak om."),
        (e.KORT, "Avtalen er kortere enn tre år. Grunnen i din sak er: Du får omsorgsbolig høsten 2027."),
        (
            replace(e.KORT, tungtveiende_grunner="Boligen blir ikke ferdig før jul."),
            "De tungtveiende grunnene til en ny er: Boligen blir ikke ferdig før jul.",
        ),
    ],
)
def test_leietiden_og_grunnen_til_den_staar(valg: object, sagt: str) -> None:
    assert sagt in les(e.vedtak(kontraktsvalg=valg))


def test_uten_kontraktsvalg_og_plan_staar_ingen_tomme_linjer() -> None:
    hele = les(
        e.vedtak(er_utkast=True, kontraktsvalg=None, oppfoelgingsplan=None, innhold=e.innhold(bolig=Boligkrav()))
    )
    assert not re.search("Boligtype|Størrelse|Leieavtale |Oppfølging", hele[: hele.index("Dette skjer nå")])


@pytest.mark.parametrize(
    ("plan", "sagt"),
    [
        (Oppfoelgingsplan(behov=True, begrunnelse="x"), "trenger oppfølging i boligen. Oppfølgingen er frivillig."),
        (
            Oppfoelgingsplan(behov=True, begrunnelse="x", evaluering_dato=date(2027, 5, 3)),
            "3. mai 2027 ser vi sammen på hvordan det går.",
        ),
        (Oppfoelgingsplan(behov=False, begrunnelse="x"), "ikke trenger oppfølging"),
    ],
)
def test_oppfoelgingen_staar(plan: Oppfoelgingsplan, sagt: str) -> None:
    assert sagt in les(e.vedtak(oppfoelgingsplan=plan))


HAANDTERINGER = (
    *("henstand", "trekk_loeper", "bestridt", "foreldet", "ettergitt", "gjeldsforhandling", "kan_ikke", "vil_ikke"),
    *("nedbetalingsavtale", "noe_helt_annet"),
)


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("haandtering", HAANDTERINGER)
def test_restansen_og_det_som_er_avklart_staar(maalform: str, haandtering: str) -> None:
    plan = Restanseplan(beloep=Kroner.fra(18500), haandtering=haandtering)
    assert "18 500,00 kr" in les(e.vedtak(maalform, restanse=Kroner.fra(18500), restanseplan=plan))


def test_restanse_uten_plan_og_uten_restanse() -> None:
    assert "Vi har snakket med deg om hva som skal skje" in les(e.vedtak(restanse=Kroner.fra(100)))
    assert "Du skylder ikke husleie til kommunen fra før." in les(e.vedtak())
    assert "betaler det ned med 500,00 kr i måneden" in les(e.fullt_vedtak())


def test_foerste_husleie_foer_noekkel_bare_naar_noen_flytter_inn() -> None:
    assert "betaler første husleie før du får nøkkelen" in les(e.vedtak())
    assert "betaler første husleie før du får nøkkelen" in les(e.vedtak(soeknadstype="bytte"))
    assert "første husleie før" not in les(e.vedtak(soeknadstype="forlengelse"))
    assert "første husleie før" not in les(e.vedtak(innhold=e.avslag()))


def test_barna_nevnes_bare_naar_det_er_barn() -> None:
    assert "best for barna" in les(e.fullt_vedtak())
    assert "barnekonvensjonen" in les(e.fullt_vedtak())
    assert "barn" not in les(e.vedtak())


@pytest.mark.parametrize("innhold", [e.avslag(), e.innhold(utfall="avvist")])
def test_avslag_veileder_videre(innhold: object) -> None:
    hele = les(e.vedtak(innhold=innhold))
    assert [h for h in ("midlertidig botilbud", "bostøtte", "startlån", "garanti", "på nytt") if h not in hele] == []
    assert "Dette skjer nå" not in hele


def test_innvilgelse_har_ingen_veiledning_ved_avslag() -> None:
    assert "Hjelp du kan få" not in les(e.vedtak())


@pytest.mark.parametrize(("rolle", "sagt"), [("fullmektig", "som fullmektig for"), ("verge", "som verge for")])
def test_fullmektig_eller_verge_faar_brevet_og_soekeren_kopi(rolle: str, sagt: str) -> None:
    mottaker = Mottaker(
        navn="Vera Berg",
        adresselinjer=("Torget 1",),
        paa_vegne_av="Åse Øvergård",
        rolle=rolle,
        kopi_til=("Åse Øvergård",),
    )
    hele = les(e.vedtak(mottaker=mottaker))
    assert i_rekkefoelge(hele, "Vera Berg", "Torget 1", f"Vi sender brevet til deg {sagt} Åse Øvergård", "Kopi til")


def test_uten_fullmektig_ingen_kopi() -> None:
    assert "Kopi til" not in les(e.vedtak())


def test_utkast_ser_ut_som_et_utkast_paa_hver_side() -> None:
    utkast = e.vedtak(er_utkast=True, godkjent_av=None, innhold=e.avslag())
    assert all("UTKAST" in side for side in sider("vedtak", utkast))
    hele = les(utkast)
    assert "Dette er ikke et vedtak ennå." in hele
    assert "Godkjent av" not in hele
    assert "UTKAST" not in les(e.vedtak())


def test_et_tomt_utkast_sier_hva_som_ikke_er_skrevet() -> None:
    tomt = e.innhold(utfall=None, boligsosial=BoligsosialDel(), begrunnelse="", bolig=Boligkrav())
    hele = les(e.vedtak(er_utkast=True, innhold=tomt, kontraktsvalg=None))
    assert hele.count("Ikke skrevet ennå.") == 2
    assert "Du får" not in hele[: hele.index("Derfor har vi")]


def test_skjermet_soeker_har_ingen_adresse_paa_brevet() -> None:
    aapent, skjermet = les(e.vedtak()), les(e.med_hode(e.vedtak(), er_skjermet=True))
    assert "Gammelveien 3" in aapent
    assert "Gammelveien" not in skjermet
    assert "7020" not in skjermet
    assert "Åse Øvergård" in skjermet


def test_faerre_soverom_enn_soekt_om_sies_med_en_gang() -> None:
    setning = "Du får færre soverom enn du søkte om."
    assert setning in les(replace(e.fullt_vedtak(), faerre_soverom=True))
    assert setning not in les(e.fullt_vedtak())


def test_andre_muligheter_nevnes_bare_naar_de_er_vurdert() -> None:
    setning = "Vi har vurdert om du kan leie privat"
    assert setning in les(replace(e.fullt_vedtak(), alternativer_vurdert=True))
    assert setning not in les(replace(e.fullt_vedtak(), alternativer_vurdert=False))


@pytest.mark.parametrize(
    ("felt", "sagt"),
    [
        ({"vedlegg": ("Lønnsslipp",)}, "vi bygger også på dem: Lønnsslipp"),
        ({"forelagt": True}, "Du har fått se opplysningene vi har fått fra andre"),
    ],
)
def test_det_begrunnelsen_bygger_paa_staar_naar_det_er_noe(felt: dict[str, object], sagt: str) -> None:
    hele = les(e.vedtak(vedlegg=()))
    assert sagt not in re.sub(r"\s+", " ", hele)
    assert sagt in re.sub(r"• ", "", re.sub(r"\s+", " ", les(e.vedtak(**({"vedlegg": ()} | felt)))))
