"""OCR giro: lines of eighty characters whose sums must hold, or nothing in the file is believed."""

from collections.abc import Iterator, Sequence

from netsgiro import records

from boligtildeling.domain.boforhold.innlesing import Bankrad, Filfeil, Lestbankfil, Radfeil
from boligtildeling.domain.identitet import er_kid
from boligtildeling.domain.penger import Kroner

_LINJE = 80
_KID = slice(49, 74)
_BELOEPSPOST = "30"
_OCR_GIRO = 9
_REVERSERINGER = frozenset({18, 20})
_STOERSTE = Kroner.fra("999999999.99")

Post = tuple[int, str, records.Record]
"""A line by its number, as it stands, and as it is read."""


def les_ocrgiro(innhold: bytes) -> Lestbankfil:
    """The payments of every OCR giro assignment in the file. Raises `Filfeil` for a file that is cut or damaged."""
    poster = _les_poster(innhold)
    rader: list[Bankrad] = []
    feil: list[Radfeil] = []
    for oppdrag in _oppdrag(poster):
        nr, _, start = oppdrag[0]
        if start.service_code != _OCR_GIRO:
            feil.append(Radfeil(nr, "Oppdraget er ikke OCR giro og er ikke tatt med.", ""))
            continue
        for rad in _betalinger(oppdrag):
            if Kroner.null() < rad.beloep <= _STOERSTE:
                rader.append(rad)
            else:
                feil.append(Radfeil(rad.rad, "Beløpet er null, eller større enn programmet kan holde.", rad.kid or ""))
    return Lestbankfil("ocr-giro", tuple(rader), tuple(feil))


def _les_poster(innhold: bytes) -> list[Post]:
    tekst = innhold.removeprefix(b"\xef\xbb\xbf").decode("latin-1").strip("\r\n\x1a ")
    linjer = tekst.replace("\r\n", "\n").split("\n")
    poster = [(nr, linje, _les_linje(nr, linje)) for nr, linje in enumerate(linjer, 1)]
    foerste, siste = poster[0][2], poster[-1][2]
    if not isinstance(foerste, records.TransmissionStart) or not isinstance(siste, records.TransmissionEnd):
        raise Filfeil("Filen har ingen slutt. Den er trolig avkortet; hent den fra banken på nytt.")
    if siste.num_records != len(poster):
        raise Filfeil(f"Filen har {len(poster)} linjer, men sier selv at den har {siste.num_records}.")
    return poster


def _les_linje(nr: int, linje: str) -> records.Record:
    if len(linje) != _LINJE:
        raise Filfeil(f"Linje {nr} har {len(linje)} tegn, ikke {_LINJE}. Filen er avkortet eller skadet.")
    lesbar = linje
    if linje[6:8] == _BELOEPSPOST and linje[_KID].endswith("-"):  # a mod-11 KID, which the reader does not know of
        lesbar = f"{linje[: _KID.stop - 1]}0{linje[_KID.stop :]}"
    try:
        lest: list[records.Record] = records.parse(lesbar)
    except (ValueError, KeyError, TypeError):
        raise Filfeil(f"Linje {nr} er skadet og kan ikke leses.") from None
    return lest[0]


def _oppdrag(poster: Sequence[Post]) -> Iterator[list[Post]]:
    """Each assignment, from its start record to its end record."""
    aapent: list[Post] = []
    for post in poster[1:-1]:
        er_start, er_slutt = (isinstance(post[2], slag) for slag in (records.AssignmentStart, records.AssignmentEnd))
        if er_start == bool(aapent):
            raise Filfeil(f"Linje {post[0]} står utenfor et oppdrag. Filen er skadet.")
        aapent.append(post)
        if er_slutt:
            yield aapent
            aapent = []
    if aapent:
        raise Filfeil("Et oppdrag har ingen slutt. Filen er trolig avkortet.")


def _betalinger(oppdrag: Sequence[Post]) -> list[Bankrad]:
    """The payments of one assignment, once its own count and sum hold."""
    start, slutt = oppdrag[0][2], oppdrag[-1][2]
    if not isinstance(start, records.AssignmentStart) or not isinstance(slutt, records.AssignmentEnd):
        raise Filfeil("Et oppdrag er satt sammen feil. Filen er skadet.")
    grupper: list[list[Post]] = []
    for post in oppdrag[1:-1]:
        if isinstance(post[2], records.TransactionAmountItem1):
            grupper.append([post])
        elif grupper:
            grupper[-1].append(post)
        else:
            raise Filfeil(f"Linje {post[0]} hører ikke til noen betaling. Filen er skadet.")
    rader = [_betaling(start.assignment_number, gruppe) for gruppe in grupper]
    sum_ = sum(-rad.beloep.oere if rad.er_reversering else rad.beloep.oere for rad in rader)
    if slutt.num_transactions != len(rader) or slutt.num_records != len(oppdrag):
        raise Filfeil("Antallet betalinger stemmer ikke med det filen selv sier. Hent den fra banken på nytt.")
    if slutt.total_amount not in {sum_, sum(rad.beloep.oere for rad in rader)}:
        raise Filfeil("Summen av betalingene stemmer ikke med det filen selv sier. Hent den fra banken på nytt.")
    return rader


def _betaling(oppdrag: str, gruppe: Sequence[Post]) -> Bankrad:
    nr, linje, post = gruppe[0]
    if not isinstance(post, records.TransactionAmountItem1):
        raise Filfeil(f"Linje {nr} er ikke en betaling. Filen er skadet.")
    if any(
        r.transaction_number != post.transaction_number
        for _, _, r in gruppe
        if isinstance(r, records.TransactionRecord)
    ):
        raise Filfeil(f"Linje {nr} og linjene etter hører ikke sammen. Filen er skadet.")
    tekster = [r.text for _, _, r in gruppe if isinstance(r, records.TransactionAmountItem3) and r.text]
    kid = linje[_KID].strip()
    return Bankrad(
        rad=nr,
        kid=kid if er_kid(kid) else None,
        beloep=Kroner(post.amount),
        dato=post.nets_date,
        referanse=f"{post.nets_date:%Y%m%d}-{oppdrag}-{post.transaction_number}-{kid}-{post.amount}",
        er_reversering=post.transaction_type in _REVERSERINGER or post.sign == "-",
        melding=tekster[0] if tekster else None,
    )
