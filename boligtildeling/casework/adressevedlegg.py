"""The enclosure with the address: printed once and kept nowhere; every print is a line of history."""

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.casework.konvoluttavstemming import krev_uten_adresse
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.tilgang import ADRESSESPERRE

ADRESSEVEDLEGG = "adressevedlegg"
_HANDLING = "skriv_adressevedlegg"
_LENGSTE_GRUNN = 500


def noter_utskrift(arbeid: Arbeid, grunn: str | None) -> None:
    """Notes that the enclosure to the lease that stands is printed. The first time needs no reason, a later one does.

    Raises `Ugyldig` for a reason that is too long or tells the address itself. Refuses with ALLEREDE without one.
    """
    kontrakt = arbeid.sak.kontrakt
    if kontrakt is None:
        nekt("STEG", "Kontrakten er ikke skrevet, så det er ingenting å skrive ut.")
    skrevet = (grunn or "").strip()
    feil = Feilliste()
    feil.krev(len(skrevet) <= _LENGSTE_GRUNN, "/grunn", f"Grunnen kan ha høyst {_LENGSTE_GRUNN} tegn.")
    feil.stopp()
    if not skrevet and kontrakt.id in _skrevet_ut(arbeid):
        nekt(
            "ALLEREDE",
            "Adressevedlegget er skrevet ut før. Skriv hvorfor det må skrives ut en gang til.",
            ADRESSESPERRE,
        )
    kommando = {"kontrakt": kontrakt.id, "grunn": skrevet or None}
    krev_uten_adresse(arbeid, kommando)
    noter_hendelse(arbeid, _HANDLING, "AdressevedleggSkrevetUt", {"kommando": kommando})


def _skrevet_ut(arbeid: Arbeid) -> set[int]:
    """The leases whose enclosure has been printed."""
    egne = (Hendelse.saksnummer == arbeid.sak.saksnummer, Hendelse.handling == _HANDLING)
    return {linje.data["kommando"]["kontrakt"] for linje in arbeid.session.scalars(select(Hendelse).where(*egne))}
