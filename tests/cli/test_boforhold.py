"""A home on the command line, from the key to moving out, with the real papers."""

from datetime import date
from typing import Any

from tests.cli.linje import Mappe

SAK = "2026-0001"
INNFLYTTET, UTE = "2026-12-15", "2029-12-14"


class Robot:
    """Does one act after another in the case, on the day that is given."""

    def __init__(self, mappe: Mappe) -> None:
        self._mappe = mappe

    def gjoer(self, dag: str, handling: str, **felt: Any) -> dict[str, Any]:
        svar: dict[str, Any] = self._paa(dag).utfoer(handling, saksnummer=SAK, **felt).resultat
        return svar

    def nektet(self, dag: str, handling: str, **felt: Any) -> list[str]:
        return self._paa(dag).utfoer(handling, saksnummer=SAK, **felt).sperrer

    def sak(self, dag: str) -> dict[str, Any]:
        svar: dict[str, Any] = self._paa(dag)("vis", "sak", SAK).json
        return svar

    def _paa(self, dag: str) -> Mappe:
        return self._mappe.naar(f"{dag}T11:00")


def test_et_boforhold_fra_noekkel_til_utflytting(foer_noekkel: Mappe) -> None:
    robot = Robot(foer_noekkel)
    mottaker = robot.sak(INNFLYTTET)["soeker"]
    noekler = [{"merke": "A-1", "antall": 2}]
    robot.gjoer(INNFLYTTET, "utlever_noekkel", mottaker=mottaker, noekler=noekler, legitimasjon="pass")
    bor = robot.sak(INNFLYTTET)
    assert (bor["steg"], bor["leieforhold"]["begynt_dato"]) == ("boforhold", INNFLYTTET)
    assert bor["leieforhold"]["til_dato"] == UTE

    soekt = {"slag": "naer_familie", "hvem": "Mor", "mottatt_dato": "2027-02-01"}
    nummer = robot.gjoer("2027-02-01", "soek_husstandsendring", **soekt)["soeknad"]
    robot.gjoer("2027-02-08", "svar_husstandsendring", soeknad=nummer, svar="ja", dato="2027-02-08")
    samtale = {"deltakere": ["leieren"], "vurdering": "Går godt.", "utfall": "fortsetter", "neste_dato": "2027-09-01"}
    robot.gjoer("2027-03-01", "evaluer_oppfoelging", dato="2027-03-01", **samtale)

    leie = bor["leieforhold"]["husleie"]
    ny = {"slag": "indeks", "husleie": leie + 100, "kpi_fra": "130,0", "kpi_til": "136,5"}
    assert robot.nektet("2027-11-01", "endre_leie", varslet_dato="2027-11-01", fra_dato="2027-12-14", **ny) == ["FRIST"]
    robot.gjoer("2027-11-01", "endre_leie", varslet_dato="2027-11-01", fra_dato="2027-12-15", **ny)
    assert robot.sak("2027-12-15")["leieforhold"]["husleie"] == leie + 100

    assert robot.sak("2029-06-14")["leieforhold"]["naadd_varsel"] == 6
    assert robot.nektet("2029-12-17", "send_flytteoppfordring", dato="2029-12-17") == ["UTLOEP"]
    robot.gjoer("2029-12-17", "konkluder_utloep", konklusjon="flytter", grunn="Har kjøpt bolig.", leier_vil_flytte=True)
    kontroll = {"svar": "ja", "merknad": "Kontrollert i Folkeregisteret.", "dokumentasjon": {"type": "dokument"}}
    robot.gjoer("2029-12-17", "kryss_av", sjekkpunkt="SOE-1", dato="2029-12-17", **kontroll)
    brev = robot.gjoer("2029-12-17", "send_flytteoppfordring", dato="2029-12-17", flytt_innen="2030-01-31")
    assert brev["ville_vaert_tidsubestemt_fra"] == "2030-03-15"

    ut = {"grunn": "utloep", "noekler": noekler, "tilstand": "Ryddet og vasket.", "ledig_fra": "2030-02-15"}
    slutt = robot.gjoer("2030-01-31", "registrer_utflytting", dato="2030-01-31", **ut)
    assert slutt["mangler"] == []
    robot.gjoer("2030-02-01", "avslutt_sak", utfall="flyttet", grunn="Har kjøpt bolig.")
    ferdig = robot.sak("2030-02-01")
    assert (ferdig["steg"], ferdig["leieforhold"]["opphoert_dato"]) == ("avsluttet", "2030-01-31")
    papirer = {d["navn"] for d in ferdig["dokumenter"]}
    assert {"noekkelkvittering", "flytteoppfordring", "noekkelinnlevering"} <= papirer
    assert date.fromisoformat(ferdig["leieforhold"]["utloep"]["flytteoppfordring"]["flytt_innen"]) == date(2030, 1, 31)


def test_en_klage_paa_vedtaket_gaar_til_statsforvalteren_med_alt_den_bygger_paa(foer_noekkel: Mappe) -> None:
    robot, dag = Robot(foer_noekkel), "2026-12-15"
    klage = {"deler": ["A"], "klager": "Leieren", "mottatt_dato": dag, "underrettet_dato": dag, "innhold": "Uenig."}
    (svar,) = robot.gjoer(dag, "registrer_klage", **klage)["klager"]
    assert "Statsforvalteren" in svar["klageinstans"]
    steg = {"klage": svar["klage"], "steg": "vurder", "tekst": "Vi holder fast ved vedtaket etter ny vurdering."}
    robot.gjoer(dag, "behandle_klage", **steg)
    kontroll = {"svar": "ja", "merknad": "Kontrollert i Folkeregisteret.", "dokumentasjon": {"type": "dokument"}}
    robot.gjoer(dag, "kryss_av", sjekkpunkt="SOE-1", dato=dag, **kontroll)
    steg = {"klage": svar["klage"], "steg": "oversend", "tekst": "Klagen bør ikke tas til følge."}
    sendt = robot.gjoer(dag, "behandle_klage", **steg)
    papirer = {d["id"]: d["navn"] for d in robot.sak(dag)["dokumenter"]}
    assert (papirer[sendt["dokument"]], papirer[sendt["klagepakke"]]) == ("klageoversendelse", "klagepakke")
