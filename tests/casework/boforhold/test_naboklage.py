"""Complaints about a tenant: hidden complainant, the tenant heard, a warning in writing."""

from datetime import date

from boligtildeling.casework.views.boforhold.naboklager import NABOKLAGER, Naboklagerad
from tests.bygg import Paa, Vei, databasedump

DAG = date(2026, 12, 1)


def klagene(vei: Vei, som: str = "kari") -> tuple[Naboklagerad, ...]:
    return vei.kontor.program.vis(NABOKLAGER, som, vei.saksnummer)


def en_klage(paa: Paa) -> tuple[Vei, int]:
    vei = paa("utlevert")
    felt = {"mottatt_dato": DAG, "hva": "Høy musikk om natten.", "melder": "Stille Skog"}
    return vei, int(vei.gjoer("registrer_naboklage", **felt)["naboklage"])


def test_den_som_melder_er_skjult_for_andre_enn_dem_som_behandler_saken_og_staar_ikke_i_historikken(paa: Paa) -> None:
    vei, _ = en_klage(paa)
    assert klagene(vei)[0].melder == "Stille Skog"
    assert klagene(vei, "ida")[0].melder is None
    historikk = [linje for linje in databasedump(vei.kontor.program.mappe) if linje.startswith("hendelsesinnhold")]
    assert not [linje for linje in historikk if "Stille Skog" in linje]
    assert [linje for linje in historikk if "Høy musikk" in linje]


def test_leieren_faar_svare_foer_en_skriftlig_advarsel(paa: Paa) -> None:
    vei, klage = en_klage(paa)
    steg = {"naboklage": klage, "dato": DAG, "tekst": "Sendt i brev."}
    assert vei.sperret("behandle_naboklage", **steg, steg="advarsel") == {"NABO-1"}
    assert vei.sperret("behandle_naboklage", **steg, steg="avslutt") == {"NABO-2"}
    for gjort in ("leiers_svar", "befaring", "advarsel", "moete", "avslutt"):
        vei.gjoer("behandle_naboklage", **steg, steg=gjort)
    assert [s.steg for s in klagene(vei)[0].steg] == ["leiers_svar", "befaring", "advarsel", "moete", "avslutt"]
    assert vei.sperret("behandle_naboklage", **steg, steg="moete") == {"AVSLUTTET"}


def test_en_klage_uten_grunnlag_legges_bort_med_en_grunn(paa: Paa) -> None:
    vei, klage = en_klage(paa)
    felt = {"naboklage": klage, "steg": "henlegg", "dato": DAG}
    assert vei.ugyldig("behandle_naboklage", **felt, tekst=" ") == {"/tekst"}
    vei.gjoer("behandle_naboklage", **felt, tekst="Lyden kom fra et annet hus.")
    assert klagene(vei)[0].avsluttet_dato == DAG


def test_klagen_maa_hoere_til_saken_og_komme_foer_det_som_gjoeres(paa: Paa) -> None:
    vei, klage = en_klage(paa)
    felt = {"steg": "befaring", "tekst": "Sett på."}
    assert vei.ugyldig("behandle_naboklage", **felt, naboklage=99, dato=DAG) == {"/naboklage"}
    assert vei.ugyldig("behandle_naboklage", **felt, naboklage=klage, dato=date(2026, 11, 30)) == {"/dato"}


def test_foer_noekkelen_er_det_ingen_leier_aa_klage_paa(paa: Paa) -> None:
    vei = paa("betalt")
    assert vei.sperret("registrer_naboklage", mottatt_dato=vei.kontor.ur.i_dag, hva="Bråk.") == {"STEG"}
