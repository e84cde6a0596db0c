"""What stood there before is never lost: every act that overwrites keeps it (arkivforskrifta § 11)."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from boligtildeling.app import Program
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.soeknad import Adresse
from tests.bygg import (
    ADRESSE,
    Kontor,
    Paa,
    Vei,
    boligdata,
    databasedump,
    kopier,
    person,
    soeknad,
    vedtaksutkast,
    vilkaar,
)
from tests.lager import raa

REGNES_UT = {
    *("soekeord", "kjedehode", "alembic_version"),
    *(
        "sak.steg",
        "sak.neste_frist",
        "sak.versjon",
        "sak.soeker_navn",
        "sak.sorteringsnavn",
        "sak.partsnoekkel",
        "sak.medpartsnoekkel",
    ),
    *("bolig.versjon", "vedtak.status", "tilbud.status"),
}
"""What the program computes from the rest, and the steps that the lines of history are the steps of."""


def blader(verdi: Any) -> Iterator[str]:
    """Every text and number in a value of any depth."""
    if isinstance(verdi, Mapping):
        for del_ in verdi.values():
            yield from blader(del_)
    elif isinstance(verdi, list):
        for del_ in verdi:
            yield from blader(del_)
    elif isinstance(verdi, (str, int)) and not isinstance(verdi, bool):
        yield str(verdi)


def lagret(mappe: Path, bare_rettbart: bool) -> set[str]:
    """Every value that is stored, and those only that an act may overwrite."""
    funn: set[str] = set()
    with closing(raa(mappe)) as db:
        for (tabell,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if tabell in REGNES_UT:
                continue
            svar = db.execute(f"SELECT * FROM {tabell}")
            kolonner = [k[0] for k in svar.description]
            for rad in svar:
                for kolonne, verdi in zip(kolonner, rad, strict=True):
                    if not (bare_rettbart and f"{tabell}.{kolonne}" in REGNES_UT):
                        funn.update(blader(_lest(verdi)))
    return funn


def _lest(verdi: Any) -> Any:
    if isinstance(verdi, str) and verdi[:1] in {"{", "["}:
        return json.loads(verdi)
    return verdi if isinstance(verdi, (str, int)) else None


class Vaktsomt(Kontor):
    """An office where every act is looked over: no value that stood in the database before it is gone after it."""

    def gjoer(self, handling: str, som: str = "kari", /, **felt: Any) -> Mapping[str, Any]:
        foer = lagret(self.program.mappe, bare_rettbart=True)
        svar = super().gjoer(handling, som, **felt)
        borte = foer - lagret(self.program.mappe, bare_rettbart=False)
        assert borte == set(), f"{handling} took away {len(borte)} values"
        return svar


def vaktsom(vei: Vei) -> Vei:
    kontor = vei.kontor
    return Vei(Vaktsomt(kontor.program, kontor.ur, kontor.dokumenter), vei.saksnummer)


def test_vakten_ser_en_verdi_som_blir_borte(paa: Paa, tmp_path: Path) -> None:
    mappe = kopier(paa("registrert").kontor.program.mappe, tmp_path / "kopi")
    foer = lagret(mappe, bare_rettbart=True)
    with closing(raa(mappe)) as db:
        db.execute("UPDATE sak SET soeker_navn = 'x', soeknad = replace(soeknad, 'Rolig', 'x')")
        db.execute("DROP TRIGGER hendelsesinnhold_update_nektes")
        db.execute("UPDATE hendelsesinnhold SET data = replace(data, 'Rolig', 'x')")
        db.commit()
    assert "Rolig" in foer - lagret(mappe, bare_rettbart=False)


def test_ingenting_gaar_tapt_paa_hele_veien(paa: Paa) -> None:
    vei = vaktsom(paa("registrert"))
    vei.steg_etter("registrert", "utlevert")
    assert vei.steg == "boforhold"


def test_ingenting_gaar_tapt_naar_alt_rettes(paa: Paa) -> None:
    vei = vaktsom(paa("kartlagt"))
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person("Rolig", "Fjordland", telefon="00000001")))
    vei.planlegg(behov=False, maaneder=60)
    vei.svar("KAR-2", "nei", merknad="Gjelder ikke lenger.", dokumentasjon=None)
    vei.gjoer("sett_kjennetegn", kjennetegn="tjenestevedtak", verdi=True)
    vei.gjoer("skriv_vedtak", **vedtaksutkast(begrunnelse="Første grunn."))
    vei.gjoer("skriv_vedtak", "ola", **vedtaksutkast(begrunnelse="Annen grunn.", vilkaar=(vilkaar(),)))
    vei.gjoer("sett_paa_vent", grunn="Venter på Nav.", til_dato=date(2026, 12, 1))
    vei.gjoer("sett_paa_vent", grunn="Venter på lege.", til_dato=date(2026, 12, 2))
    vei.gjoer("ta_opp_igjen")
    vei.gjoer("overta_sak", "ola")
    vei.gjoer("tildel_sak", "ola", bruker="kari")
    vei.gjoer("send_foreloepig_svar", dato=date(2026, 11, 5))
    vei.gjoer("send_foreloepig_svar", dato=date(2026, 11, 6))
    for adresse in ("Testvegen 8", "Testvegen 9"):
        bolig = boligdata("B-2", adresse=Adresse(adresse, "7031", "TRONDHEIM"), husleie=Kroner.fra(1234))
        vei.kontor.gjoer("endre_bolig", "tove", bolig=bolig)
    for verdi in ("Kontoret", "Det andre kontoret"):
        vei.kontor.gjoer("sett_innstilling", "tove", navn="enhet", verdi=verdi)
    vei.kontor.gjoer("registrer_bruker", "tove", navn="ida", rolle="saksbehandler")


def adresser(program: Program) -> list[tuple[str, str]]:
    with closing(raa(program.mappe)) as db:
        return [
            (part, json.loads(adresse)["linje"])
            for part, adresse in db.execute("SELECT part, adresse FROM tidligere_adresse ORDER BY id")
        ]


def test_den_forrige_adressen_tas_vare_paa_utenfor_historikken(paa: Paa) -> None:
    vei = paa("registrert")
    ny = Adresse("Testvegen 99", "7031", "TRONDHEIM")
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=ny)))
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=ny)))
    assert adresser(vei.kontor.program) == [("soeker", "Testvegen 4")]
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=None)))
    assert adresser(vei.kontor.program) == [("soeker", "Testvegen 4"), ("soeker", "Testvegen 99")]


def test_ingen_tidligere_adresse_staar_igjen_naar_adressen_blir_strengt_fortrolig(paa: Paa) -> None:
    vei = paa("registrert")
    kjent = replace(ADRESSE, linje="Kjentvegen 1")
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=kjent)))
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(adresse=None)))
    assert adresser(vei.kontor.program) == [("soeker", "Testvegen 4"), ("soeker", "Kjentvegen 1")]
    vei.gjoer("rett_soeknad", soeknad=soeknad(soeker=person(beskyttelse="strengt_fortrolig")))
    assert "Kjentvegen" not in "\n".join(databasedump(vei.kontor.program.mappe))
