"""Version 0002, the logs: lines that commit to their content, readings in a chain, and the heads of both."""

from collections.abc import Iterator
from hashlib import sha256
from json import dumps, loads
from secrets import token_bytes
from typing import Any

import sqlalchemy as sa
from alembic import op

from boligtildeling.clock import Klokke
from boligtildeling.storage.migrations import steg_personvern

_FOERSTE_HASH = "0" * 64
_OM_GANGEN = 500


def oppgrader() -> None:
    """Builds the tables, and links every line of version 0001 anew.

    A line of 0001 was hashed with its content in it, so its content could be guessed from the hash for ever. The old
    chain is checked first; what was broken in it is told in a line of its own, and by the check for ever after.
    """
    _slipp_utloesere()
    _ny_tabell("hendelse", _hendelse())
    op.create_table(
        "hendelsesinnhold",
        sa.Column("hendelse", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hendelse"], ["hendelse.id"], name=op.f("fk_hendelsesinnhold_hendelse")),
        sa.PrimaryKeyConstraint("hendelse", name=op.f("pk_hendelsesinnhold")),
    )
    _ny_tabell("lesning", _lesning())
    op.create_index(op.f("ix_lesning_tidspunkt"), "lesning", ["tidspunkt"], unique=False)
    op.create_table(
        "kjedehode",
        sa.Column("kjede", sa.String(), nullable=False),
        sa.Column("antall", sa.Integer(), nullable=False),
        sa.Column("siste_hash", sa.String(), nullable=False),
        sa.CheckConstraint("kjede IN ('historikk','lesninger')", name=op.f("ck_kjedehode_kjede")),
        sa.PrimaryKeyConstraint("kjede", name=op.f("pk_kjedehode")),
    )
    op.create_table(
        "tidligere_adresse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("hendelse", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("adresse", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f("fk_tidligere_adresse_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tidligere_adresse")),
    )
    op.create_index(op.f("ix_tidligere_adresse_saksnummer"), "tidligere_adresse", ["saksnummer"], unique=False)
    steg_personvern.tabeller()
    _lenk_historikken()
    _lenk_lesningene()
    _sett_utloesere()


def _slipp_utloesere() -> None:
    for tabell in ("hendelse", "lesning"):
        for endring in ("update", "delete"):
            op.execute(f"DROP TRIGGER {tabell}_{endring}_nektes")
    op.execute("DROP TRIGGER dokument_update_nektes")


_NYE_VERN = (
    *("hendelse", "hendelsesinnhold", "lesning", "kjedehode"),
    *("skjermingsnoekkel", "skjerming", "skjermet_sted", "lesegjennomgang", "kassasjon"),
)
_NAAR = {
    "kjedehode_update": "NEW.kjede <> OLD.kjede OR NEW.antall <> OLD.antall + 1",
    "lesning_delete": "NOT EXISTS (SELECT 1 FROM kassasjon WHERE slag = 'lesninger' AND til_nummer >= OLD.id)",
    "hendelsesinnhold_update": "NEW.hendelse <> OLD.hendelse OR NEW.salt = OLD.salt OR NOT EXISTS (SELECT 1 "
    "FROM skjermet_sted WHERE tabell = 'hendelsesinnhold' AND rad = OLD.hendelse AND salt = NEW.salt)",
    "dokument_update": "NEW.id <> OLD.id OR NEW.saksnummer <> OLD.saksnummer OR NEW.navn <> OLD.navn "
    "OR NEW.sha256 <> OLD.sha256 OR NEW.laget_av <> OLD.laget_av OR NEW.laget_tidspunkt <> OLD.laget_tidspunkt "
    "OR NOT EXISTS (SELECT 1 FROM skjermet_sted WHERE tabell = 'dokument' AND rad = OLD.id)",
}


def _sett_utloesere() -> None:
    for tabell, endring in (*((t, e) for t in _NYE_VERN for e in ("UPDATE", "DELETE")), ("dokument", "UPDATE")):
        navn = f"{tabell}_{endring.lower()}"
        naar = f"WHEN {_NAAR[navn]} " if navn in _NAAR else ""
        op.execute(
            f"CREATE TRIGGER {navn}_nektes BEFORE {endring} ON {tabell} "
            f"{naar}BEGIN SELECT RAISE(ABORT, '{tabell} kan bare vokse'); END"
        )


def _ny_tabell(navn: str, kolonner: list[Any]) -> None:
    """The table as it is now, empty, beside the one it was (`<navn>_0001`)."""
    op.drop_index(f"ix_{navn}_saksnummer", navn)
    op.rename_table(navn, f"{navn}_0001")
    op.create_table(
        navn,
        *kolonner,
        sa.ForeignKeyConstraint(["saksnummer"], ["sak.saksnummer"], name=op.f(f"fk_{navn}_saksnummer")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{navn}")),
    )
    op.create_index(op.f(f"ix_{navn}_saksnummer"), navn, ["saksnummer"], unique=False)


def _hendelse() -> list[Any]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", sa.String(40), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("maskin", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=True),
        sa.Column("sak_versjon", sa.Integer(), nullable=True),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("hendelse", sa.String(), nullable=False),
        sa.Column("avtrykk", sa.String(), nullable=False),
        sa.Column("forrige_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
    ]


def _lesning() -> list[Any]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", sa.String(40), nullable=False),
        sa.Column("bruker", sa.String(), nullable=False),
        sa.Column("maskin", sa.String(), nullable=False),
        sa.Column("saksnummer", sa.String(), nullable=False),
        sa.Column("hva", sa.String(), nullable=False),
        sa.Column("forrige_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
    ]


def _rader(tabell: str) -> Iterator[dict[str, Any]]:
    """Every row in order, a part at a time: the rows are written to another table while they are read."""
    siste = 0
    while True:
        spoerring = sa.text(f"SELECT * FROM {tabell} WHERE id > :siste ORDER BY id LIMIT {_OM_GANGEN}")
        rader = op.get_bind().execute(spoerring, {"siste": siste}).mappings().all()
        if not rader:
            return
        yield from (dict(rad) for rad in rader)
        siste = rader[-1]["id"]


def _sett_inn(tabell: str, rad: dict[str, Any]) -> None:
    navn = ", ".join(rad)
    verdier = ", ".join(f":{kolonne}" for kolonne in rad)
    op.get_bind().execute(sa.text(f"INSERT INTO {tabell} ({navn}) VALUES ({verdier})"), rad)


def _hash(*felt: Any) -> str:
    return sha256(dumps(felt, ensure_ascii=False).encode()).hexdigest()


def _lenk_historikken() -> None:
    nummer, gammel_forrige, forrige, brudd = 0, _FOERSTE_HASH, _FOERSTE_HASH, []
    for rad in _rader("hendelse_0001"):
        if rad["id"] != nummer + 1 or rad["forrige_hash"] != gammel_forrige or rad["hash"] != _gammel_hash(rad):
            brudd.append(f"Linje {nummer + 1} i historikken var endret eller borte før mappen ble oppgradert.")
        nummer, gammel_forrige = rad["id"], rad["hash"]
        forrige = _lenk_hendelse(rad, forrige)
    if nummer > 0:
        naa = Klokke().naa().isoformat(timespec="microseconds")
        data = dumps({"kommando": {}, "linjer": nummer, "brudd": brudd}, ensure_ascii=False, sort_keys=True)
        nummer += 1
        linje = {
            "id": nummer,
            "tidspunkt": naa,
            "bruker": "programmet",
            "maskin": "",
            "saksnummer": None,
            "sak_versjon": None,
            "handling": "oppgrader",
            "hendelse": "HistorikkLenketPaaNytt",
            "data": data,
        }
        forrige = _lenk_hendelse(linje, forrige)
    _sett_inn("kjedehode", {"kjede": "historikk", "antall": nummer, "siste_hash": forrige})
    op.drop_table("hendelse_0001")


def _lenk_hendelse(rad: dict[str, Any], forrige: str) -> str:
    """Writes a line that commits to its content by a salted imprint; returns its hash."""
    salt, data = token_bytes(16), str(rad["data"])
    avtrykk = sha256(salt + data.encode()).hexdigest()
    felt = ("id", "tidspunkt", "bruker", "maskin", "saksnummer", "sak_versjon", "handling", "hendelse")
    verdier = {navn: rad[navn] for navn in felt}
    ny = _hash(*verdier.values(), avtrykk, forrige)
    _sett_inn("hendelse", {**verdier, "avtrykk": avtrykk, "forrige_hash": forrige, "hash": ny})
    _sett_inn("hendelsesinnhold", {"hendelse": rad["id"], "salt": salt.hex(), "data": data})
    return ny


def _gammel_hash(rad: dict[str, Any]) -> str | None:
    """The hash of a line as version 0001 made it; None for a line that cannot be read."""
    try:
        data = loads(rad["data"])
    except ValueError:
        return None
    felt = [rad[n] for n in ("tidspunkt", "bruker", "maskin", "saksnummer", "sak_versjon", "handling", "hendelse")]
    return sha256(dumps([*felt, data, rad["forrige_hash"]], ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _lenk_lesningene() -> None:
    nummer, forrige = 0, _FOERSTE_HASH
    for rad in _rader("lesning_0001"):
        nummer = rad["id"]
        verdier = {navn: rad[navn] for navn in ("id", "tidspunkt", "bruker", "maskin", "saksnummer", "hva")}
        ny = _hash(*verdier.values(), forrige)
        _sett_inn("lesning", {**verdier, "forrige_hash": forrige, "hash": ny})
        forrige = ny
    _sett_inn("kjedehode", {"kjede": "lesninger", "antall": nummer, "siste_hash": forrige})
    op.drop_table("lesning_0001")
