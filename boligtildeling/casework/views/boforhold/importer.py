"""What has been taken in from files, what could not be placed, and how a list would be taken in."""

from datetime import date

from sqlalchemy import select

from boligtildeling.casework.boforhold.filimport import (
    ImporterRestanseliste,
    hent_fil,
    kolonner_for,
    mot_leieavtalene,
)
from boligtildeling.casework.boforhold.restanse import finn_kontrakter, lister
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.boforhold.restanseformer import (
    Feilrad,
    Importforslag,
    Importoversikt,
    Importrad,
    Skuffrad,
    Ukjentkrav,
)
from boligtildeling.casework.visning import visning
from boligtildeling.domain.boforhold.filimport import Bankbetaling, Filimport, Importprofil
from boligtildeling.domain.boforhold.innlesing import Filfeil, Kolonner, gjett_kolonner
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.tilgang import RESTANSEARBEID, SAKSARBEID, Adgang

FOR_RESTANSEARBEID = Adgang(SAKSARBEID, RESTANSEARBEID)
EKSEMPLER = 8
SISTE_IMPORTER = 50


def importoversikt(arbeid: Arbeid) -> Importoversikt:
    """The latest imports, newest first; the tray; and the saved profiles.

    A row with a fault is left out when its KID is that of a case that the reader may not know of.
    """
    session = arbeid.session
    importer = session.scalars(select(Filimport).order_by(Filimport.id.desc()).limit(SISTE_IMPORTER)).all()
    skjulte = set(
        session.scalars(
            select(Kontrakt.kid).join(Sak, Sak.saksnummer == Kontrakt.saksnummer).where(~er_synlig_for(arbeid.bruker))
        )
    )
    skuffen = select(Bankbetaling).where(Bankbetaling.saksnummer.is_(None), Bankbetaling.er_ute.is_(False))
    naa = lister(session).naa
    return Importoversikt(
        importer=tuple(_import(i, skjulte) for i in importer),
        skuffen=tuple(som(Skuffrad, b) for b in session.scalars(skuffen.order_by(Bankbetaling.id))),
        ukjente_krav=tuple(som(Ukjentkrav, p) for p in naa.poster if p.saksnummer is None) if naa is not None else (),
        profiler=tuple(session.scalars(select(Importprofil.navn).order_by(Importprofil.navn))),
    )


def _import(i: Filimport, skjulte: set[str]) -> Importrad:
    synlige = (f for f in i.feil if not skjulte & set(f.innhold.split(" | ")))
    return som(
        Importrad,
        i,
        rader=len(i.poster) + len(i.betalinger),
        feil=tuple(som(Feilrad, f) for f in synlige),
    )


def importforslag(
    arbeid: Arbeid, fil: str, per_dato: date, profil: str | None = None, kolonner: Kolonner | None = None
) -> Importforslag:
    """The list as it would be taken in with these columns: nothing is stored."""
    try:
        tabell = arbeid.rammer.innleser.tabell(hent_fil(arbeid, fil))
    except Filfeil as grunn:
        return _hindret(str(grunn))
    eksempler = tuple(rad for _, rad in tabell.rader[:EKSEMPLER])
    try:
        kommando = ImporterRestanseliste(fil=fil, per_dato=per_dato, profil=profil, kolonner=kolonner)
        valgt = kolonner_for(arbeid, kommando, tabell)
        lest = mot_leieavtalene(arbeid, arbeid.rammer.innleser.restanseliste(tabell, valgt, per_dato))
    except Filfeil as grunn:
        gjettet = gjett_kolonner(tabell.overskrifter)
        return _hindret(str(grunn), tabell.overskrifter, gjettet, eksempler, len(tabell.rader))
    kjente = finn_kontrakter(arbeid.session, (r.kid for r in lest.rader))
    return Importforslag(
        overskrifter=tuple(o for o in tabell.overskrifter if o),
        kolonner={"kid": valgt.kid, "beloep": valgt.beloep, "forfall": valgt.forfall, "fakturanr": valgt.fakturanr},
        eksempler=eksempler,
        rader=len(lest.rader),
        sum=summer(r.beloep for r in lest.rader),
        ukjent_kid=sum(r.kid not in kjente for r in lest.rader),
        feil=tuple(som(Feilrad, f) for f in lest.feil),
        hindring=None if lest.rader else "Ingen rader i filen kan tas inn.",
    )


def _hindret(
    grunn: str,
    overskrifter: tuple[str, ...] = (),
    kolonner: dict[str, str | None] | None = None,
    eksempler: tuple[tuple[str, ...], ...] = (),
    rader: int = 0,
) -> Importforslag:
    return Importforslag(
        overskrifter=tuple(o for o in overskrifter if o),
        kolonner=kolonner or {},
        eksempler=eksempler,
        rader=rader,
        sum=Kroner.null(),
        ukjent_kid=0,
        feil=(),
        hindring=grunn,
    )


IMPORTER = visning("importer", "Importer", importoversikt, adgang=FOR_RESTANSEARBEID)
IMPORTFORSLAG = visning("importforslag", "Restanselisten før den tas inn", importforslag, adgang=FOR_RESTANSEARBEID)
