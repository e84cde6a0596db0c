"""The key bundle: the key of a folder, sealed so that the recovery code (and a passphrase, when there is one) opens it.

The bundle is no secret. The key itself is kept for daily use where `noekkelsteder` says.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from secrets import token_bytes, token_hex
from typing import Any, Literal, get_args
from unicodedata import normalize

from boligtildeling.forsegling import (
    FRASEVEKT,
    FeilNoekkel,
    Vekt,
    bryt_segl,
    forsegl,
    fra_frase,
    laas_inn,
    laas_opp,
    ny_noekkel,
    offentlig_del,
)

FILNAVN = "noekkelknippe.json"
KODEVEKT = Vekt(minne_kib=19456, runder=2, spor=1)
"""For recovery codes, which are random, so that nobody can guess them whatever a guess costs."""
_UTGAVE = 1
_SALTLENGDE, _OFFENTLIGLENGDE = 16, 32
_MEST_VEKT = Vekt(minne_kib=1 << 20, runder=20, spor=16)
"""A bundle may come from anywhere: one that asks for more than this is no bundle of ours."""
_KJENNEMERKE = re.compile(r"[0-9a-f]{16}")
Noekkelsted = Literal["noekkelring", "noekkelfil", "passfrase"]


class Uleselig(Exception):
    """The bundle is damaged, or is not a bundle."""


@dataclass(frozen=True, slots=True, repr=False)
class Segl:
    """The key of the folder, sealed to whoever knows a phrase. A new key can be sealed without knowing it."""

    salt: bytes
    vekt: Vekt
    offentlig: bytes
    innhold: bytes

    @classmethod
    def lag(cls, frase: str, vekt: Vekt, noekkel: bytes, sammenheng: bytes) -> "Segl":
        salt = token_bytes(_SALTLENGDE)
        offentlig = offentlig_del(fra_frase(frase, salt, vekt))
        return cls(salt, vekt, offentlig, forsegl(offentlig, noekkel, sammenheng))

    def med(self, noekkel: bytes, sammenheng: bytes) -> "Segl":
        """The same phrase, another key."""
        return replace(self, innhold=forsegl(self.offentlig, noekkel, sammenheng))

    def privat(self, frase: str) -> bytes:
        """The private half of the pair that the phrase stands for; the right one only for the right phrase."""
        return fra_frase(frase, self.salt, self.vekt)

    def aapne(self, frase: str, sammenheng: bytes) -> bytes:
        """The key. Raises `FeilNoekkel`."""
        return bryt_segl(self.privat(frase), self.innhold, sammenheng)


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Knippe:
    """Whose key it is, where it is kept for daily use, and its seals. Earlier keys open with the present one."""

    mappe_id: str
    noekkel_id: str
    daglig: Noekkelsted
    gjenoppretting: Segl
    passfrase: Segl | None = None
    tidligere: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def lag(cls, daglig: Noekkelsted, kode: str, passfrase: str | None = None) -> tuple["Knippe", bytes]:
        """A new bundle with a new key, and the key."""
        noekkel, mappe_id = ny_noekkel(), token_hex(8)
        noekkel_id = kjennemerke(noekkel)
        sammenheng = _sammenheng(mappe_id, noekkel_id)
        gjenoppretting = Segl.lag(kode, KODEVEKT, noekkel, sammenheng)
        frasesegl = Segl.lag(_som_skrevet(passfrase), FRASEVEKT, noekkel, sammenheng) if passfrase else None
        knippe = cls(
            mappe_id=mappe_id,
            noekkel_id=noekkel_id,
            daglig=daglig,
            gjenoppretting=gjenoppretting,
            passfrase=frasesegl,
        )
        return knippe, noekkel

    @property
    def navn(self) -> str:
        """What the key is called where it is kept; no other folder's key has that name."""
        return navn_paa(self.mappe_id, self.noekkel_id)

    def med_ny_noekkel(self, gammel: bytes) -> tuple["Knippe", bytes]:
        """The same phrases and a new key; what `gammel` and those before it opened, can still be opened."""
        return self._med_ny_noekkel(gammel, self.mappe_id)

    def til_ny_mappe(self, gammel: bytes) -> tuple["Knippe", bytes]:
        """As `med_ny_noekkel`, for another folder: the two have no key in common from now on."""
        return self._med_ny_noekkel(gammel, token_hex(8))

    def _med_ny_noekkel(self, gammel: bytes, mappe_id: str) -> tuple["Knippe", bytes]:
        ny = ny_noekkel()
        noekkel_id = kjennemerke(ny)
        sammenheng = _sammenheng(mappe_id, noekkel_id)
        tidligere = {i: self.tidligere_noekkel(i, gammel) for i in self.tidligere} | {self.noekkel_id: gammel}
        return replace(
            self,
            mappe_id=mappe_id,
            noekkel_id=noekkel_id,
            gjenoppretting=self.gjenoppretting.med(ny, sammenheng),
            passfrase=self.passfrase and self.passfrase.med(ny, sammenheng),
            tidligere={i: laas_inn(ny, n, i.encode()) for i, n in tidligere.items()},
        ), ny

    def med_ny_kode(self, kode: str, noekkel: bytes) -> "Knippe":
        """Another recovery code; the former opens only bundles that were written before."""
        return replace(self, gjenoppretting=Segl.lag(kode, KODEVEKT, noekkel, self._sammenheng()))

    def med_passfrase(self, passfrase: str, noekkel: bytes) -> "Knippe":
        """A passphrase that opens the folder, instead of any former one."""
        return replace(self, passfrase=Segl.lag(_som_skrevet(passfrase), FRASEVEKT, noekkel, self._sammenheng()))

    def med_sted(self, daglig: Noekkelsted) -> "Knippe":
        """The same key, kept elsewhere for daily use; a passphrase opens it only where there is no other place."""
        return replace(self, daglig=daglig, passfrase=self.passfrase if daglig == "passfrase" else None)

    def tidligere_noekkel(self, noekkel_id: str, noekkel: bytes) -> bytes:
        """A key that the folder had before, by the present one. Raises `FeilNoekkel`."""
        if noekkel_id not in self.tidligere:
            raise FeilNoekkel
        return laas_opp(noekkel, self.tidligere[noekkel_id], noekkel_id.encode())

    def aapne_med_kode(self, kode: str) -> bytes:
        """The key, by the recovery code. Raises `FeilNoekkel`."""
        return self.gjenoppretting.aapne(kode, self._sammenheng())

    def aapne_med_passfrase(self, passfrase: str) -> bytes:
        """The key, by the passphrase. Raises `FeilNoekkel`, also when there is none."""
        if self.passfrase is None:
            raise FeilNoekkel
        return self.passfrase.aapne(_som_skrevet(passfrase), self._sammenheng())

    def _sammenheng(self) -> bytes:
        return _sammenheng(self.mappe_id, self.noekkel_id)

    def som_bytes(self) -> bytes:
        """As it is written to its file, with a checksum that finds a flipped bit."""
        innhold = {
            "utgave": _UTGAVE,
            "mappe_id": self.mappe_id,
            "noekkel_id": self.noekkel_id,
            "daglig": self.daglig,
            "gjenoppretting": _ned(self.gjenoppretting),
            "passfrase": _ned(self.passfrase) if self.passfrase else None,
            "tidligere": {i: n.hex() for i, n in sorted(self.tidligere.items())},
        }
        return json.dumps(innhold | {"kontrollsum": _sum(innhold)}, indent=1).encode()

    @classmethod
    def fra_bytes(cls, data: bytes) -> "Knippe":
        """Raises `Uleselig` for anything but what `som_bytes` gave."""
        try:
            innhold = json.loads(data)
            if innhold.pop("kontrollsum") != _sum(innhold) or innhold.pop("utgave") != _UTGAVE:
                raise Uleselig
            if innhold["daglig"] not in get_args(Noekkelsted):
                raise Uleselig
            for merke in (innhold["mappe_id"], innhold["noekkel_id"], *innhold["tidligere"]):
                if _KJENNEMERKE.fullmatch(merke) is None:
                    raise Uleselig
            knippe = cls(
                mappe_id=innhold["mappe_id"],
                noekkel_id=innhold["noekkel_id"],
                daglig=innhold["daglig"],
                gjenoppretting=_opp(innhold["gjenoppretting"]),
                passfrase=_opp(innhold["passfrase"]) if innhold["passfrase"] else None,
                tidligere={i: bytes.fromhex(n) for i, n in innhold["tidligere"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Uleselig from None
        if knippe.som_bytes() != data:
            raise Uleselig
        return knippe


def kjennemerke(noekkel: bytes) -> str:
    """What a key is called: says which it is, and nothing of what it is."""
    return sha256(b"boligtildeling noekkel " + noekkel).hexdigest()[:16]


def navn_paa(mappe_id: str, noekkel_id: str) -> str:
    """What a key of a folder is called where it is kept."""
    return f"{mappe_id}-{noekkel_id}"


def _som_skrevet(passfrase: str) -> str:
    """One way to write each letter: keyboards differ in whether å is one sign or two (RFC 8265 § 4.2, NFC)."""
    return normalize("NFC", passfrase)


def _sammenheng(mappe_id: str, noekkel_id: str) -> bytes:
    return f"{mappe_id} {noekkel_id}".encode()


def _sum(innhold: Mapping[str, Any]) -> str:
    return sha256(json.dumps(innhold, sort_keys=True).encode()).hexdigest()


def _ned(segl: Segl) -> dict[str, Any]:
    vekt = [segl.vekt.minne_kib, segl.vekt.runder, segl.vekt.spor]
    deler = {"salt": segl.salt, "offentlig": segl.offentlig, "innhold": segl.innhold}
    return {"vekt": vekt} | {navn: del_.hex() for navn, del_ in deler.items()}


def _opp(data: Mapping[str, Any]) -> Segl:
    minne, runder, spor = data["vekt"]
    vekt = Vekt(minne, runder, spor)
    grenser = ((minne, _MEST_VEKT.minne_kib), (runder, _MEST_VEKT.runder), (spor, _MEST_VEKT.spor))
    if not all(type(tall) is int and 1 <= tall <= mest for tall, mest in grenser) or minne < 8 * spor:
        raise Uleselig
    segl = Segl(bytes.fromhex(data["salt"]), vekt, bytes.fromhex(data["offentlig"]), bytes.fromhex(data["innhold"]))
    if (len(segl.salt), len(segl.offentlig)) != (_SALTLENGDE, _OFFENTLIGLENGDE):
        raise Uleselig
    return segl
