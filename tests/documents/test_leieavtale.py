"""What the lease must hold, and what it may not."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boligtildeling.casework.views.dokumentformer import Leieavtale
from boligtildeling.documents.tekstkilde import les_tekster
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.planer import SaerligeGrunner
from tests.documents import eksempler as e
from tests.documents.papir import egne_tekster, tekst

TIDSUBESTEMT = e.leieavtale(
    type="tidsubestemt",
    maaneder=None,
    til_dato=None,
    kontraktsvalg=e.kontraktsvalg(type="tidsubestemt", maaneder=None),
)
VANSKELIGSTILTE = "Avtalen gjelder bolig som skal brukes av vanskeligstilte på boligmarkedet."
IKKE_SIES_OPP = "Leieavtalen kan ikke sies opp i den avtalte leietiden."
BOKSTAV_B = "når leietiden er løpt ut, jf. tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav b"


def les(v: Leieavtale, egne_tekster: Path | None = None) -> str:
    return tekst("leieavtale", v, egne_tekster)


def uten(mappe: Path, begynnelse: str) -> Path:
    """Own texts where the kommune has emptied those whose key begins so."""
    borte = {k: "" for k in les_tekster("leieavtale", "nb") if k.startswith(begynnelse)}
    return egne_tekster(mappe, "leieavtale", **borte)


def test_alt_avtalen_maa_ha_staar() -> None:
    biter = (
        *("Trondheim kommune", "Åse Øvergård", "14. februar 1988", "Prøvegata 12 B, 7030 Trondheim", "H0203", "54 m²"),
        *(VANSKELIGSTILTE, "Følgende unntak fra husleieloven er avtalt:", "(§ 11-1 tredje ledd)", IKKE_SIES_OPP),
        *("starter 16. november 2026 og slutter 15. november 2029", "Leien er 9 200,00 kr per måned."),
        *("forfaller den 20. hver måned", "konto 9999.00.00006 med KID 1234567897", "for mer enn én måned"),
        *("Felleskostnader. Strøm og oppvarming betaler du selv.", "verken depositum eller garanti"),
        *("Du fikk se energiattesten 2. november 2026", "Du overtar boligen 16. november 2026.", "røykvarslere"),
        *("husordensreglene", "Even Øvergård", "sier fra i rimelig tid før", "innboforsikring selv"),
        *("når leien ikke blir betalt, jf. tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a", BOKSTAV_B),
        *("varsle sosialtjenesten", "reservere deg", "vanlig slit og elde", "Husleietvistutvalget", "Vedlegg"),
    )
    hele = les(e.leieavtale())
    assert [bit for bit in biter if bit not in hele] == []


def test_nynorsk_har_lovens_setninger() -> None:
    biter = (
        "Avtalen gjeld bustad som skal brukast av vanskelegstilte på bustadmarknaden.",
        "Desse unntaka frå husleigelova er avtalte:",
        "Leigeavtalen kan ikkje seiast opp i den avtalte leigetida.",
        "Leigaren vedtek at tvangsfråviking kan krevjast når leiga ikkje blir betalt",
        "Leigaren vedtek at tvangsfråviking kan krevjast når leigetida er ute",
        "Husleigetvistutvalet",
    )
    hele = les(e.leieavtale("nn"))
    assert [bit for bit in biter if bit not in hele] == []


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_ingenting_av_det_som_ikke_skal_staa(maalform: str) -> None:
    hele = les(e.leieavtale(maalform, kontraktsvalg=e.kontraktsvalg(type="bo_og_tjeneste"), type="bo_og_tjeneste"))
    galt = r"gebyr|rusfri|14 dager|(må|skal) [^.]*avtalegiro|heves uten|uten varsel|botilbud|oppfølgingsplan"
    assert not re.search(galt, hele, re.IGNORECASE)
    assert re.search("er ikk(e|je) grunn til å (si|seie) opp|er det ikk(e|je) grunn til å (si|seie) opp", hele)


def test_tidsubestemt_avtale_har_ingen_sluttdato_og_ingen_bokstav_b() -> None:
    hele = les(TIDSUBESTEMT)
    assert "Avtalen er tidsubestemt og har ingen sluttdato." in hele
    assert "tre måneders varsel" in hele
    assert IKKE_SIES_OPP not in hele
    assert BOKSTAV_B not in hele
    assert VANSKELIGSTILTE in hele


def test_kort_avtale_har_de_saerlige_grunnene_og_staar_blant_unntakene() -> None:
    hele = les(e.leieavtale(kontraktsvalg=e.KORT))
    assert "særlige grunner til det (husleieloven § 11-1 sjette ledd). Grunnene er: Du får omsorgsbolig" in hele
    assert "tidsbestemt og kortere enn tre år (§ 11-1 sjette ledd)" in hele


def test_kort_avtale_av_saklig_grunn_bygger_paa_9_3_og_ikke_paa_11_1() -> None:
    grunner = SaerligeGrunner(kategori="annen_saklig_grunn", grunn="Huset skal rives i 2028.")
    hele = les(e.leieavtale(kontraktsvalg=replace(e.KORT, saerlige_grunner=grunner)))
    assert "§ 9-3 første ledd bokstav b). Grunnen er: Huset skal rives i 2028." in hele
    assert "§ 11-1 sjette ledd" not in hele


def test_andre_korte_avtale_har_de_tungtveiende_grunnene() -> None:
    valg = replace(e.KORT, tungtveiende_grunner="Boligen blir ikke ferdig før jul.")
    assert "tungtveiende grunnene til en ny er: Boligen blir ikke ferdig" in les(e.leieavtale(kontraktsvalg=valg))


def test_vanlig_avtale_nevner_ikke_korte_avtaler() -> None:
    assert "kortere enn tre år" not in les(e.leieavtale())


def test_unntak_kommunen_tar_bort_staar_ikke(tmp_path: Path) -> None:
    hele = les(e.leieavtale(), uten(tmp_path, "unntak_avtalt_fravaer"))
    assert "(§ 11-1 fjerde ledd)" in hele
    assert "(§ 11-1 femte ledd)" not in hele
    assert "Ingen unntak" not in hele


def test_uten_unntak_staar_det(tmp_path: Path) -> None:
    assert "Ingen unntak." in les(e.leieavtale(), uten(tmp_path, "unntak_avtalt_"))


def test_alle_parter_har_en_linje_aa_signere_paa() -> None:
    hele = les(
        e.leieavtale(
            leiere=(("Åse Øvergård", None), ("Per Olsen", date(1990, 1, 2))),
            verger=(("Vera Verge", "inngå leieavtaler"),),
            signert=(("leier", date(2026, 11, 9)), ("medleier", None), ("utleier", None)),
        )
    )
    slutt = hele[hele.index("Avtalen kan signeres på papir") :]
    parter = ("Leier: Åse Øvergård", "Medleier: Per Olsen", "Utleier: Trondheim kommune", "Verge: Vera Verge", "Vitne")
    assert [part for part in parter if part not in slutt] == []
    assert "9. november 2026" in slutt
    assert "innenfor dette mandatet: inngå leieavtaler." in hele


def test_verge_uten_mandat_stanser_leieavtalen() -> None:
    with pytest.raises(Sperret) as nektet:
        les(e.leieavtale(verger=(("Vera Verge", ""),)))
    assert [s.grunn for s in nektet.value.sperrer] == ["«Leieavtale» mangler vergens mandat."]


def test_den_som_bor_alene() -> None:
    assert "Du bor alene i boligen når avtalen starter." in les(e.leieavtale(husstand=()))


def test_bolig_uten_energiattest_sier_hvorfor_og_har_den_ikke_som_vedlegg() -> None:
    hele = les(e.leieavtale(energiattest_dato=None))
    assert "Boligen er unntatt fra kravet om energiattest." in hele
    assert "Energiattest" not in hele


def test_skjermet_leier_faar_adressen_i_vedlegg_og_ingen_navn_paa_husstanden() -> None:
    skjult = e.bolig(adresse=None, bruksenhetsnummer=None)
    hele = les(e.med_hode(e.leieavtale(bolig=skjult, husstand=()), er_skjermet=True))
    assert "Adresse Adressen står i vedlegg 1." in hele
    assert "Vedlegg 1: boligens adresse" in hele
    assert "Prøvegata" not in hele
    assert "Du bor alene" not in hele
    assert "vedlegg 1" not in les(e.leieavtale())


def test_punktene_er_nummerert() -> None:
    numre = re.findall(
        r"(?<![\d.])(\d{1,2})\. (?:Partene|Boligen|Leien|Overtakelse|Når du flytter ut)", les(e.leieavtale())
    )
    assert numre == ["1", "2", "5", "6", "10"]


def test_en_forlengelse_krever_ikke_foerste_husleie_foer_noekkel() -> None:
    hele = les(e.leieavtale(er_forlengelse=True))
    assert "Du bor i boligen og beholder nøklene du har." in hele
    assert "Du får nøkkelen når første leie er betalt" not in hele
    assert "Hvilke nøkler du får" not in hele
    assert "Leien er 9 200,00 kr per måned." in hele
