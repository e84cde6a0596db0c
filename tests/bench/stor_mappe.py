"""A trial folder with as many cases as wanted, built in bulk from one case that was played through the acts."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from boligtildeling.storage.tilkobling import Tilkobling
from tests.cli.linje import Mappe, kjoer_her, lag_mappe
from tests.cli.spill import spill
from tests.lager import raa

ANTALL = 10_000
SKRIPT = Path(__file__).parents[1] / "cli" / "hovedloep"
SOEKNADER = Path(__file__).parents[1] / "cli" / "soeknader"
OM_SAKEN = ("svar", "hendelse", "vedtak")


def bygg(sti: Path, antall: int = ANTALL, om_saken: Sequence[str] = OM_SAKEN) -> Mappe:
    """Cases of one year, spread over deadlines, steps and names, with search words, and what `om_saken` names: their
    history, answers and decisions.
    """
    mappe = lag_mappe(sti)
    assert spill(SKRIPT / "avvist.jsonl", mappe, stopp_foer="send_til_godkjenning").feil == []
    with closing(raa(mappe.sti)) as db:
        db.execute("BEGIN")
        _mangfoldiggjoer(db, antall, om_saken)
        db.execute("COMMIT")
        db.execute("ANALYZE")
        assert db.execute("SELECT count(*) FROM sak").fetchone()[0] == antall
    return mappe


def _mangfoldiggjoer(db: Tilkobling, antall: int, om_saken: Sequence[str]) -> None:
    teller = f"WITH RECURSIVE n(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < {antall}) "
    kolonner = [rad[1] for rad in db.execute("PRAGMA table_info(sak)")]
    nye = {
        "saksnummer": "printf('2026-%04d', n)",
        "neste_frist": "date('2026-11-20', (n % 90) || ' days')",
        "steg": "CASE n % 4 WHEN 0 THEN 'kartlegging' WHEN 1 THEN 'vedtak' WHEN 2 THEN 'tildeling' ELSE 'kontrakt' END",
        "ansvarlig": "CASE n % 2 WHEN 0 THEN 'kari' ELSE 'ola' END",
        "soeker_navn": "'Fjern' || (n % 97) || ' Ås' || n",
        "sorteringsnavn": "'ås' || n || ', fjern' || (n % 97)",
        "partsnoekkel": "'person ' || n",
        "er_skjermet": "n % 50 = 0",
    }
    valg = ", ".join(nye.get(k, f"sak.{k}") for k in kolonner)
    db.execute(
        f"INSERT INTO sak ({', '.join(kolonner)}) {teller} SELECT {valg} FROM sak, n WHERE saksnummer = '2026-0001'"
    )
    for tabell in om_saken:
        felt = [rad[1] for rad in db.execute(f"PRAGMA table_info({tabell})") if rad[1] != "id"]
        valg = ", ".join("printf('2026-%04d', n)" if f == "saksnummer" else f"{tabell}.{f}" for f in felt)
        db.execute(
            f"INSERT INTO {tabell} ({', '.join(felt)}) {teller} SELECT {valg} FROM {tabell}, n "
            "WHERE saksnummer = '2026-0001' ORDER BY n"
        )
    if "hendelse" in om_saken:
        _fyll_historikken(db)
    for ord_ in ("'fjern' || (n % 97)", "'as' || n", "printf('2026-%04d', n)"):
        db.execute(f"INSERT INTO soekeord (ord, saksnummer) {teller} SELECT {ord_}, printf('2026-%04d', n) FROM n")


def _fyll_historikken(db: Tilkobling) -> None:
    """What the lines say, and how many there are: the next act goes on from the last of them."""
    db.execute(
        "INSERT INTO hendelsesinnhold (hendelse, salt, data) SELECT ny.id, salt, data FROM hendelse AS ny "
        "JOIN hendelse AS foerste ON foerste.hash = ny.hash AND foerste.saksnummer = '2026-0001' "
        "JOIN hendelsesinnhold AS i ON i.hendelse = foerste.id WHERE ny.saksnummer <> '2026-0001'"
    )
    vern = "kjedehode_update_nektes"
    (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (vern,)).fetchone()
    db.execute(f"DROP TRIGGER {vern}")
    db.execute("UPDATE kjedehode SET antall = (SELECT max(id) FROM hendelse) WHERE kjede = 'historikk'")
    db.execute(sql)


def soeknad_fra_fil(navn: str) -> dict[str, object]:
    innhold: dict[str, object] = json.loads((SOEKNADER / navn).read_text(encoding="utf-8"))
    return innhold


def varm_opp(mappe: Mappe) -> None:
    """What is imported and read only once is not what is measured."""
    assert kjoer_her(mappe.linje("vis", "saker", "--grense", "1")).kode == 0
