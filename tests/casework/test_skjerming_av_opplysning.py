"""What must not be seen is sealed: gone from every table, its trace in place, and two persons to open it."""

import json
from base64 import b64decode
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.casework.views.skjerminger import SKJERMINGER
from boligtildeling.casework.views.versjoner import VERSJONER
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.feil import Ugyldig
from boligtildeling.domain.historikk import avtrykk_av
from boligtildeling.domain.skjerming import Sladding, tekster_i
from boligtildeling.domain.soeknad import Adresse, Bosituasjon
from tests.bygg import ADRESSE, Kontor, Paa, Vei, barn, databasedump, kopier, person, soeknad, vedtaksutkast
from tests.casework.test_historikk import rader
from tests.lager import INTEGRITETSFEIL, raa
from tests.storage.sider import sider_i_klartekst

HEMMELIG = "Skjulestedvegen 13"
SETNING = f"Søker sier at hun bor i {HEMMELIG}, og er redd."


def med_noekkel(kontor: Kontor) -> Mapping[str, Any]:
    kontor.gjoer("registrer_bruker", "tove", navn="ola", rolle="saksbehandler", funksjoner=("arkiv",))
    return kontor.gjoer("lag_skjermingsnoekkel", "tove", arkivansvarlig="ola")


def alt(vei: Vei) -> str:
    """Everything in the database, also what is packed, as one text."""
    with closing(raa(vei.kontor.program.mappe)) as db:
        tabeller = [t for (t,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        verdier = [v for t in tabeller for rad in db.execute(f"SELECT * FROM {t}").fetchall() for v in rad]
    return "\n".join(v.decode("latin-1") if isinstance(v, bytes) else str(v) for v in verdier)


def er_borte(vei: Vei, *spor: str) -> bool:
    dump, samlet = "\n".join(databasedump(vei.kontor.program.mappe)).casefold(), alt(vei).casefold()
    return all(s.casefold() not in dump and s.casefold() not in samlet for s in spor)


def aapne(vei: Vei, koder: Mapping[str, Any], som: str = "tove", **felt: Any) -> Mapping[str, Any]:
    grunn = {
        "skjerming": 1,
        "grunn": "Politiet har spurt.",
        "leders_kode": koder["leders_kode"],
        "arkivets_kode": koder["arkivets_kode"],
    }
    return vei.gjoer("aapne_skjermet_opplysning", som, **(grunn | felt))


def test_en_tekst_er_borte_overalt_og_sporet_staar(paa: Paa) -> None:
    vei = paa("kartlagt")
    med_noekkel(vei.kontor)
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=f"Du bor nå i {HEMMELIG.upper()}."))
    vei.gjoer("skriv_vedtak", **vedtaksutkast())
    vei.gjoer("sett_paa_vent", grunn=f"Venter på post til {HEMMELIG.replace(' ', '  ')}.", til_dato=vei.kontor.ur.i_dag)
    assert not er_borte(vei, HEMMELIG)
    foer = vei.historikk
    svar = vei.gjoer(
        "skjerm_opplysning", hvor="/notater/1", tekst=HEMMELIG, grunn="Skjult adresse skrevet ved en feil."
    )
    assert svar["skjerming"] == 1
    assert svar["steder"] >= 5
    assert er_borte(vei, HEMMELIG, "Skjulestedvegen")
    visning = vei.vis()
    assert visning.notater[0].tekst == "Søker sier at hun bor i [skjermet 1], og er redd."
    assert visning.paa_vent is not None
    assert visning.paa_vent.grunn == "Venter på post til [skjermet 1]."
    assert vei.historikk == [*foer, "skjerm_opplysning"]
    assert vei.kontor.program.kontroller().funn == ()


def test_hele_feltet_skjermes_naar_ingen_del_er_nevnt(kontor: Kontor) -> None:
    med_noekkel(kontor)
    vei = kontor.ny_sak(soeknad(bosituasjon=Bosituasjon(type="annet", beskrivelse=SETNING)))
    vei.gjoer("skjerm_opplysning", hvor="/soeknad/bosituasjon/beskrivelse", grunn="Skjult adresse.")
    assert vei.vis().soeknad.bosituasjon.beskrivelse == "[skjermet 1]"
    assert er_borte(vei, SETNING, HEMMELIG)


def test_en_adresse_er_borte_ogsaa_fra_soeket_og_de_tidligere(kontor: Kontor) -> None:
    med_noekkel(kontor)
    vei = kontor.ny_sak(soeknad(soeker=person(adresse=replace(ADRESSE, linje=HEMMELIG))))
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=Adresse(f"{HEMMELIG} B", "7014", "TRONDHEIM"))))
    program = kontor.program
    assert program.antall_saker("kari", Saksutvalg(sok="skjulestedvegen")) == 1
    vei.gjoer("skjerm_opplysning", hvor="/soeknad/soeker/adresse", ogsaa=(HEMMELIG,), grunn="Skjult adresse.")
    assert vei.vis().soeknad.soeker.adresse is None
    assert program.antall_saker("kari", Saksutvalg(sok="skjulestedvegen")) == 0
    assert er_borte(vei, "Skjulestedvegen")
    assert program.antall_saker("kari", Saksutvalg(sok="fjord")) == 1
    assert [e.fra for v in program.vis(VERSJONER, "kari", vei.saksnummer) for e in v.endringer] == [
        "[skjermet 1]", "7014", "TRONDHEIM"
    ]  # fmt: skip


def test_en_tredje_person_tas_helt_ut_av_soeknaden_og_historikken(kontor: Kontor) -> None:
    med_noekkel(kontor)
    tredje = replace(barn(), navn="Ukjent Skjult", relasjon="annet")
    vei = kontor.ny_sak(soeknad(husstand=(barn(), tredje)))
    vei.gjoer("noter", tekst="Ukjent Skjult ringte.")
    vei.gjoer("skjerm_opplysning", hvor="/soeknad/husstand/1", grunn="Har ikke noe med saken å gjøre.")
    assert [m.navn for m in vei.vis().soeknad.husstand] == ["Liten Fjord"]
    assert vei.vis().notater[0].tekst == "[skjermet 1] ringte."
    assert er_borte(vei, "Ukjent Skjult")


def test_en_linje_i_historikken_kan_skjermes(paa: Paa) -> None:
    vei = paa("registrert")
    med_noekkel(vei.kontor)
    vei.gjoer("sett_paa_vent", grunn=SETNING, til_dato=vei.kontor.ur.i_dag)
    vei.gjoer("ta_opp_igjen")
    linje = vei.siste_hendelse("sett_paa_vent")
    vei.gjoer("skjerm_opplysning", hvor=f"/historikk/{linje}/kommando/grunn", grunn="Skjult adresse.")
    assert er_borte(vei, HEMMELIG)
    assert vei.kontor.program.kontroller().funn == ()


def test_et_svar_og_et_vedlegg_kan_skjermes(kontor: Kontor, tmp_path: Any) -> None:
    med_noekkel(kontor)
    vei = kontor.ny_sak()
    vei.svar("KAR-2", merknad=SETNING)
    (tmp_path / "brev.txt").write_text(SETNING, encoding="utf-8")
    (tmp_path / "bilde.jpg").write_bytes(b"\xff\xd8\xff\xe0bilde")
    med_filer = Kontor(kontor.program.med_filer(tmp_path), kontor.ur, kontor.dokumenter)
    for fil in ("brev.txt", "bilde.jpg"):
        Vei(med_filer, vei.saksnummer).gjoer("legg_ved", tittel="Brev", fil=fil)
    svar = vei.gjoer("skjerm_opplysning", hvor="/svar/KAR-2/merknad", grunn="Skjult adresse.")
    assert vei.punkt("KAR-2").svar.merknad == "[skjermet 1]"  # type: ignore[union-attr]
    assert er_borte(vei, HEMMELIG)
    vei.gjoer("skjerm_opplysning", hvor="/vedlegg/2", grunn="Bilde av en annen.")
    assert rader(vei, "SELECT id FROM vedlegg WHERE innhold IS NULL AND sha256 IS NOT NULL") == [(1,), (2,)]
    assert kontor.program.kontroller().funn == ()
    assert len(svar["advarsler"]) == 1


def test_et_vedlegg_som_ikke_kan_leses_blir_nevnt(kontor: Kontor, tmp_path: Any) -> None:
    med_noekkel(kontor)
    program = kontor.program
    program._rammer = replace(program._rammer, dokumenter=Dokumenter())
    vei = kontor.ny_sak()
    (tmp_path / "bilde.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00bilde")
    Vei(Kontor(program.med_filer(tmp_path), kontor.ur, kontor.dokumenter), vei.saksnummer).gjoer(
        "legg_ved", tittel="Bilde", fil="bilde.jpg"
    )
    vei.gjoer("noter", tekst=SETNING)
    svar = vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Skjult adresse.")
    assert svar["advarsler"][0].startswith("Vedlegg 1 kan ikke leses av programmet.")


@pytest.fixture
def sendt(paa: Paa) -> Vei:
    """A decision that is sent, on real paper, with what must not be seen in its reasons."""
    vei = paa("godkjent")
    program = vei.kontor.program
    program._rammer = replace(program._rammer, dokumenter=Dokumenter())
    med_noekkel(vei.kontor)
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse=f"Du bor i {HEMMELIG} og kan ikke bli der."))
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=("konklusjon", "begrunnelse", "klage"))
    vei.gjoer("send_vedtak", maate="post", dato=vei.kontor.ur.i_dag)
    return vei


def paa_papiret(vei: Vei, nummer: int | None = None) -> str:
    """What stands on the decision: as it is printed, or as it is kept under its number."""
    program = vei.kontor.program
    pdf = program.hent_dokument(vei.saksnummer, nummer, "kari") if nummer else None
    tekst = Dokumenter().tekst_i(pdf or program.skriv_ut("vedtak", vei.saksnummer, "kari"))
    return " ".join((tekst or "").split())


def test_et_dokument_som_har_opplysningen_tegnes_paa_nytt_uten_den(sendt: Vei) -> None:
    brev = sendt.vis().dokumenter[-1]
    assert HEMMELIG in paa_papiret(sendt)
    sendt.gjoer("skjerm_opplysning", hvor="/vedtak/1/begrunnelse", tekst=HEMMELIG, grunn="Skjult adresse.")
    assert er_borte(sendt, HEMMELIG)
    for tekst in (paa_papiret(sendt, brev.id), paa_papiret(sendt)):
        assert "Du bor i [skjermet 1] og kan ikke bli der." in tekst
        assert HEMMELIG not in tekst
    assert sendt.vis().dokumenter[-1].sha256 == brev.sha256
    assert sendt.kontor.program.kontroller().funn == ()


def test_et_dokument_som_skjermes_helt_blir_et_ark_med_sporet_og_kan_lages_paa_nytt(sendt: Vei) -> None:
    brev = sendt.vis().dokumenter[-1]
    sendt.gjoer("skjerm_opplysning", hvor=f"/dokumenter/{brev.id}", grunn="Sendt til feil person.")
    ark = paa_papiret(sendt, brev.id)
    assert "Skjermet dokument" in ark
    assert brev.sha256[:16] in ark.replace(" ", "")
    assert HEMMELIG not in ark
    assert "kan ikke bli der" in paa_papiret(sendt)
    assert sendt.kontor.program.kontroller().funn == ()


def test_et_dokument_uten_visning_blir_et_ark_naar_det_har_opplysningen(sendt: Vei) -> None:
    """As documents from version 0001, whose views were not kept."""
    brev = sendt.vis().dokumenter[-1]
    with closing(raa(sendt.kontor.program.mappe)) as db:
        (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'dokument_update_nektes'").fetchone()
        db.execute("DROP TRIGGER dokument_update_nektes")
        db.execute("UPDATE dokument SET visning = NULL")
        db.execute(sql)
    sendt.gjoer("skjerm_opplysning", hvor="/vedtak/1/begrunnelse", tekst=HEMMELIG, grunn="Skjult adresse.")
    assert "Skjermet dokument" in paa_papiret(sendt, brev.id)
    assert "[skjermet 1]" in paa_papiret(sendt)
    assert sendt.kontor.program.kontroller().funn == ()


def test_to_personer_med_hver_sin_kode_kan_aapne_og_det_staar_i_historikken(paa: Paa) -> None:
    vei = paa("registrert")
    koder = med_noekkel(vei.kontor)
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", tekst=HEMMELIG, grunn="Skjult adresse.")
    svar = aapne(vei, koder)
    assert (svar["opplysning"], svar["filer"], svar["bekreftet"]) == (HEMMELIG, [], True)
    assert er_borte(vei, HEMMELIG, koder["leders_kode"], koder["arkivets_kode"])
    ((data,),) = rader(vei, "SELECT data FROM hendelsesinnhold ORDER BY hendelse DESC LIMIT 1")
    assert json.loads(data)["spor"] == {"sammen_med": "ola"}
    assert json.loads(data)["kommando"]["grunn"] == "Politiet har spurt."
    assert rader(vei, "SELECT bruker, hva FROM lesning ORDER BY id DESC LIMIT 1") == [("tove", "aapne_skjermet 1")]
    (visning,) = vei.kontor.program.vis(SKJERMINGER, "kari", vei.saksnummer)
    assert (visning.nummer, visning.hvor, visning.grunn) == (1, "/notater/1", "Skjult adresse.")
    assert visning.skjermet_av == "kari"
    assert [(a.bruker, a.sammen_med, a.grunn) for a in visning.aapninger] == [("tove", "ola", "Politiet har spurt.")]


def test_et_skjermet_vedlegg_kan_aapnes_som_det_var(kontor: Kontor, tmp_path: Any) -> None:
    koder = med_noekkel(kontor)
    vei = kontor.ny_sak()
    (tmp_path / "brev.bin").write_bytes(b"\x00\x01innhold")
    Vei(Kontor(kontor.program.med_filer(tmp_path), kontor.ur, kontor.dokumenter), vei.saksnummer).gjoer(
        "legg_ved", tittel="Brev", fil="brev.bin"
    )
    vei.gjoer("skjerm_opplysning", hvor="/vedlegg/1", grunn="Gjelder en annen.")
    (fil,) = aapne(vei, koder)["filer"]
    assert (fil["tabell"], fil["nummer"], b64decode(fil["innhold_base64"])) == ("vedlegg", 1, b"\x00\x01innhold")


@pytest.mark.parametrize("hvilken", ["leders_kode", "arkivets_kode"])
def test_en_kode_er_ikke_nok(paa: Paa, hvilken: str) -> None:
    vei = paa("registrert")
    koder = dict(med_noekkel(vei.kontor))
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Skjult adresse.")
    annen = {"leders_kode": "arkivets_kode", "arkivets_kode": "leders_kode"}[hvilken]
    for feil in ("", "x", koder[annen]):
        with pytest.raises(Ugyldig, match=f"/{hvilken}"):
            aapne(vei, koder, **{hvilken: feil})
    felt = {"skjerming": 1, "grunn": "Vil se.", **{k: koder[k] for k in ("leders_kode", "arkivets_kode")}}
    assert vei.sperret("aapne_skjermet_opplysning", "kari", **felt) == {"ROLLE"}
    assert vei.ugyldig("aapne_skjermet_opplysning", "tove", **(felt | {"skjerming": 2})) == {"/skjerming"}


def test_den_som_har_arkivets_kode_aapner_ikke_alene(paa: Paa) -> None:
    vei = paa("registrert")
    koder = med_noekkel(vei.kontor)
    vei.kontor.gjoer("registrer_bruker", "tove", navn="ola", rolle="teamleder")
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Skjult adresse.")
    felt = {"skjerming": 1, "grunn": "Vil se.", **{k: koder[k] for k in ("leders_kode", "arkivets_kode")}}
    assert vei.sperret("aapne_skjermet_opplysning", "ola", **felt) == {"ROLLE"}


def test_en_ny_noekkel_gjelder_det_som_skjermes_fra_naa(paa: Paa) -> None:
    vei = paa("registrert")
    foerste = med_noekkel(vei.kontor)
    for tekst in ("Første hemmelige tekst.", "Andre hemmelige tekst."):
        vei.gjoer("noter", tekst=tekst)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Feil.")
    andre = med_noekkel(vei.kontor)
    vei.gjoer("skjerm_opplysning", hvor="/notater/2", grunn="Feil.")
    assert (foerste["nummer"], andre["nummer"]) == (1, 2)
    assert aapne(vei, foerste)["opplysning"] == "Første hemmelige tekst."
    assert aapne(vei, andre, skjerming=2)["opplysning"] == "Andre hemmelige tekst."
    with pytest.raises(Ugyldig):
        aapne(vei, foerste, skjerming=2)


def test_noekkelen_lages_av_teamleder_sammen_med_en_annen(kontor: Kontor) -> None:
    for ikke in ("tove", "ola"):
        assert kontor.ugyldig("lag_skjermingsnoekkel", "tove", arkivansvarlig=ikke) == {"/arkivansvarlig"}
    assert kontor.ugyldig("lag_skjermingsnoekkel", "tove", arkivansvarlig="nissen") == {"/arkivansvarlig"}
    vei = kontor.ny_sak()
    vei.gjoer("noter", tekst=SETNING)
    assert vei.sperret("skjerm_opplysning", hvor="/notater/1", grunn="Feil.") == {"STEG"}
    med_noekkel(kontor)
    assert kontor.sperret("lag_skjermingsnoekkel", "kari", arkivansvarlig="ola") == {"ROLLE"}


@pytest.mark.parametrize(
    ("felt", "pekere"),
    [
        ({"hvor": "/notater/9"}, {"/hvor"}),
        ({"hvor": "notater"}, {"/hvor"}),
        ({"hvor": "/soeknad/finnes/ikke"}, {"/hvor"}),
        ({"hvor": "/bruker/kari"}, {"/hvor"}),
        ({"hvor": "/soeknad/behov/antall_soverom"}, {"/hvor"}),
        ({"hvor": "/soeknad/mottatt_dato"}, {"/hvor"}),
        ({"hvor": "/soeknad/soeker"}, {"/hvor"}),
        ({"hvor": "/historikk/7"}, {"/hvor"}),
        ({"hvor": "/notater/1", "tekst": "Står ikke der"}, {"/tekst"}),
        ({"hvor": "/notater/1", "tekst": "er"}, {"/tekst"}),
        ({"hvor": "/notater/1", "ogsaa": ("x",)}, {"/ogsaa/0"}),
        ({"hvor": "/notater/1", "tekst": HEMMELIG, "grunn": f"Bor i {HEMMELIG}."}, {"/grunn"}),
        ({"hvor": "/soeknad/soeker/adressebeskyttelse"}, {"/hvor"}),
    ],
    ids=str,
)
def test_det_som_ikke_kan_skjermes_blir_nektet_med_sted(paa: Paa, felt: dict[str, Any], pekere: set[str]) -> None:
    vei = paa("registrert")
    med_noekkel(vei.kontor)
    vei.gjoer("noter", tekst=SETNING)
    assert vei.ugyldig("skjerm_opplysning", **({"grunn": "Feil."} | felt)) == pekere


def test_kontrollen_finner_en_endring_som_skjuler_seg_bak_en_skjerming(paa: Paa, tmp_path: Any) -> None:
    """Someone changes a line and adds a row that says it was shielded: no line of history says so."""

    vei = paa("registrert")
    med_noekkel(vei.kontor)
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Feil.")
    mappe = kopier(vei.kontor.program.mappe, tmp_path / "kopi")
    with closing(raa(mappe)) as db:
        (data,) = db.execute("SELECT data FROM hendelsesinnhold WHERE hendelse = 3").fetchone()
        ny, salt = data.replace("B-", "C-"), "00" * 16
        db.execute(
            "INSERT INTO skjermet_sted (skjerming, tabell, rad, salt, avtrykk) VALUES (1, 'hendelsesinnhold', 3, ?, ?)",
            (salt, avtrykk_av(salt, ny)),
        )
        db.execute("UPDATE hendelsesinnhold SET data = ?, salt = ? WHERE hendelse = 3", (ny, salt))
    with Program.aapne(mappe) as program:
        assert program.kontroller().funn == ("Skjerming 1 er ikke slik historikken sier.",)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE hendelsesinnhold SET data = '{}' WHERE hendelse = 2",
        "UPDATE hendelsesinnhold SET data = '{}', salt = '00' WHERE hendelse = 2",
        "DELETE FROM hendelsesinnhold",
        "UPDATE skjerming SET hvor = 'x'",
        "DELETE FROM skjermet_sted",
        "UPDATE skjermingsnoekkel SET arkivansvarlig = 'kari'",
    ],
)
def test_databasen_nekter_aa_endre_det_som_er_skjermet_og_det_som_ikke_er_det(paa: Paa, sql: str) -> None:
    vei = paa("registrert")
    med_noekkel(vei.kontor)
    vei.gjoer("noter", tekst=SETNING)
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", grunn="Feil.")
    with pytest.raises(INTEGRITETSFEIL, match="kan bare vokse"):
        rader(vei, sql)


def test_skjermet_innhold_ligger_ikke_igjen_paa_frigitte_sider_eller_i_journalen(paa: Paa) -> None:
    """The pages of the file, opened with the key, free ones too."""
    vei = paa("registrert")
    med_noekkel(vei.kontor)
    lang = f"{HEMMELIG} " * 400
    vei.gjoer("noter", tekst=lang)
    mappe = vei.kontor.program.mappe
    vei.kontor.program._database.toem_journalen()
    assert any(HEMMELIG.encode() in side for side in sider_i_klartekst(mappe))
    vei.gjoer("skjerm_opplysning", hvor="/notater/1", tekst=HEMMELIG, grunn="Skjult adresse.")
    assert not any(HEMMELIG.encode() in side for side in sider_i_klartekst(mappe))
    assert (mappe / "boligtildeling.db-wal").stat().st_size == 0


def test_sladdingen_er_lik_for_store_og_smaa_bokstaver_og_mellomrom() -> None:
    s = Sladding("[x]", (HEMMELIG, "Per"))
    assert s.i_tekst("Bor i SKJULESTEDVEGEN \n 13B med Per, ikke Pernille.") == "Bor i [x]B med [x], ikke Pernille."
    assert s.i_verdi({"av": "Per", "tekst": "Per", "liste": ["Per", 1]}, fritt=True) == {
        "av": "Per", "tekst": "[x]", "liste": ["[x]", 1]
    }  # fmt: skip
    assert Sladding("[x]", ()).i_tekst("alt står") == "alt står"


def test_av_en_hel_opplysning_letes_det_etter_det_som_sier_hvem_eller_hvor() -> None:
    adresse = {"linje": HEMMELIG, "postnummer": "7014", "poststed": "TRONDHEIM"}
    assert tekster_i(adresse) == (HEMMELIG,)
    assert tekster_i([{"navn": "Ukjent Skjult", "relasjon": "barn", "foedselsdato": "2020-05-01", "av": "kari b"}]) == (
        "Ukjent Skjult",
    )
