"""Looks at the journal (WAL) that a killed program left behind, before anything reads past a damage in it.

SQLite stops in silence at the first frame that does not add up, and what came after it is lost. The last transaction
may lie there in pieces after a power cut; it was never promised to anyone. But the next one is not begun before the
one before it is on the disk for certain (synchronous=FULL): so a whole frame after a transaction with a damaged frame
means that the disk, or someone, has changed what was saved. And pieces are never one bit from whole.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_HODE, _RAMMEHODE = 32, 24
_ORDEN = {0x377F0682: "<", 0x377F0683: ">"}
"""The magic number, and the byte order that the sums are made in. Source: sqlite.org/fileformat2.html section 4.1."""
_ALLE = 0xFFFFFFFF
_FLEST_SIDER = 1 << 24
"""64 GiB: no folder of ours has more, and bytes that mean nothing seldom say less."""
_Summer = tuple[int, int]


def journalen_er_skadet(fil: Path) -> bool:
    """Whether acts that had been saved can no longer be read out of the journal of `fil`. Raises `OSError`."""
    journal = fil.with_name(f"{fil.name}-wal")
    data = journal.read_bytes() if journal.is_file() else b""
    if len(data) <= _HODE:
        return False
    merke, _, sidestoerrelse = struct.unpack(">III", data[:12])
    orden = _ORDEN.get(merke)
    hodets = struct.unpack(">II", data[24:32])
    if orden is None or _sum(data[:24], orden, (0, 0)) != hodets:
        return True
    return _er_skadet(_rammer(data, sidestoerrelse + _RAMMEHODE), orden, data[16:24], hodets)


def _er_skadet(rammer: Iterator[bytes], orden: str, salt: bytes, hodets: _Summer) -> bool:
    """Follows the sums on from a damaged frame by what it says they are, and by what they should have been."""
    mulige, etter_skade, etter_lagring = {hodets}, False, False
    for ramme in rammer:
        sagt = struct.unpack(">II", ramme[16:24])
        regnet = {_sum(ramme[:8] + ramme[_RAMMEHODE:], orden, foer) for foer in mulige}
        er_hel = ramme[8:16] == salt and sagt in regnet
        if (er_hel and etter_lagring) or (not er_hel and _er_snudd(ramme, salt, sagt, regnet)):
            return True
        etter_skade = etter_skade or not er_hel
        etter_lagring = etter_lagring or (etter_skade and _avslutter(ramme, er_hel, salt))
        mulige = {sagt} if er_hel else {sagt, min(regnet)}
    return False


def _avslutter(ramme: bytes, er_hel: bool, salt: bytes) -> bool:
    """Whether a transaction ends with the frame. What a damaged one says of it counts only when it makes sense."""
    side, sider_i_alt = struct.unpack(">II", ramme[:8])
    if er_hel:
        return bool(sider_i_alt)
    return ramme[8:16] == salt and 0 < side <= sider_i_alt <= _FLEST_SIDER


def _er_snudd(ramme: bytes, salt: bytes, sagt: _Summer, regnet: set[_Summer]) -> bool:
    """Whether the frame is one turned bit from whole: in its salt, in its sum, or in what is summed."""
    ulikt_salt = int.from_bytes(ramme[8:16]) ^ int.from_bytes(salt)
    if ulikt_salt:
        return sagt in regnet and ulikt_salt.bit_count() == 1
    return any(
        sum((s ^ r).bit_count() for s, r in zip(sagt, summer, strict=True)) == 1
        or _skiller_ett_ord((sagt[0] - summer[0], sagt[1] - summer[1]), (len(ramme) - 16) // 8)
        for summer in regnet
    )


def _skiller_ett_ord(forskjell: _Summer, par: int) -> bool:
    """Whether the sums would agree if one bit of one word were turned: the sums undone, pair by pair from the end."""
    en, to = forskjell
    for _ in range(par):
        if (en - to) & _ALLE == 0 and _er_en_bit(en):
            return True
        if en & _ALLE == 0 and _er_en_bit(to):
            return True
        to = to - en
        en = en - to
    return False


def _er_en_bit(tall: int) -> bool:
    return (tall & _ALLE).bit_count() == 1 or (-tall & _ALLE).bit_count() == 1


def _rammer(data: bytes, lengde: int) -> Iterator[bytes]:
    for start in range(_HODE, len(data) - lengde + 1, lengde):
        yield data[start : start + lengde]


def _sum(data: bytes, orden: str, foer: _Summer) -> _Summer:
    """The running sums of the file format. Source: sqlite.org/fileformat2.html section 4.2."""
    en, to = foer
    for a, b in struct.iter_unpack(f"{orden}II", data):
        en = (en + a + to) & _ALLE
        to = (to + b + en) & _ALLE
    return en, to
