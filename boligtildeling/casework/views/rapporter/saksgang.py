"""How long it takes, which leases are short and why, and what was set aside or done outside the program."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.casework.hasteloep import AVVIKSNAVN
from boligtildeling.casework.views.rapporter.form import Kolonne, Rad, Rapport, Tabell
from boligtildeling.domain.boforhold.tall import andel, median
from boligtildeling.domain.feltnavn import valgnavn
from boligtildeling.domain.kontrakt import Kontrakt
from boligtildeling.domain.sak import Avvik, Sak, Unntak

Maal = tuple[int, str]
_SYNLIGE = "Saker du ikke har tilgang til, er ikke med."


def ventetid(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Days from application to decision, and from decision to key, for what was done in the period."""
    til_vedtak, til_bolig = [], []
    spoerring = select(Sak).where(er_synlig_for(arbeid.bruker)).order_by(Sak.saksnummer)
    for sak in arbeid.session.scalars(spoerring.options(selectinload(Sak.vedtak), selectinload(Sak.utleveringer))):
        sendt = next((v.sendt_dato for v in sak.vedtak if v.sendt_dato is not None), None)
        if sendt is not None and fra <= sendt <= til:
            til_vedtak.append(((sendt - sak.mottatt_dato).days, sak.saksnummer))
        noekkel = next((u.tidspunkt.date() for u in sak.utleveringer), None)
        if sendt is not None and noekkel is not None and fra <= noekkel <= til and noekkel >= sendt:
            til_bolig.append(((noekkel - sendt).days, sak.saksnummer))
    innstillinger = arbeid.innstillinger()
    linjer = (
        _tid("Fra søknad til vedtak", til_vedtak, innstillinger.get("maal_dager_vedtak")),
        _tid("Fra vedtak til nøkkel", til_bolig, innstillinger.get("maal_dager_bolig")),
    )
    tabell = Tabell(
        tittel="Dager",
        kolonner=(
            Kolonne(navn="Hva", slag="tekst"),
            Kolonne(navn="Saker"),
            Kolonne(navn="Median", slag="dager"),
            Kolonne(navn="Lengst", slag="dager"),
            Kolonne(navn="Kommunens mål", slag="dager"),
            Kolonne(navn="Innen målet", slag="prosent"),
        ),
        rader=linjer,
        merknader=(
            "Et vedtak teller i perioden det ble sendt, en nøkkel i perioden den ble utlevert.",
            _SYNLIGE,
        ),
    )
    return Rapport(
        navn="ventetid",
        tittel="Tid fra søknad til bolig",
        laget=arbeid.i_dag,
        fra=fra,
        til=til,
        tabeller=(tabell,),
    )


def _tid(navn: str, tider: Sequence[Maal], maal: str | None) -> Rad:
    dager = [d for d, _ in tider]
    grense = int(maal) if maal else None
    innen = andel(sum(d <= grense for d in dager), len(dager)) if grense is not None else None
    celler = (navn, len(dager), median(dager), max(dager, default=None), grense, innen)
    return Rad(celler=celler, saker=tuple(nummer for _, nummer in tider))


def korte_kontrakter(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Leases under three years that began in the period, and the reasons that were given.

    Hjemmel: husleieloven § 11-1.
    """
    spoerring = (
        select(Kontrakt, Sak)
        .join(Sak, Sak.saksnummer == Kontrakt.saksnummer)
        .where(er_synlig_for(arbeid.bruker), Kontrakt.fra_dato.between(fra, til), Kontrakt.annullert_grunn.is_(None))
        .order_by(Kontrakt.id)
    )
    alle = list(arbeid.session.execute(spoerring))
    korte = [(k, sak) for k, sak in alle if k.er_kort]
    grupper: dict[str, list[str]] = {}
    for _, sak in korte:
        valg = sak.kontraktsvalg
        grunner = valg.saerlige_grunner if valg is not None else None
        grupper.setdefault(valgnavn(grunner.kategori) if grunner else "Ikke oppgitt", []).append(sak.saksnummer)
    linjer = tuple(
        Rad(celler=(grunn, len(saker), andel(len(saker), len(alle))), saker=tuple(saker))
        for grunn, saker in sorted(grupper.items())
    )
    sum_ = Rad(
        celler=("Til sammen", len(korte), andel(len(korte), len(alle))),
        saker=tuple(sak.saksnummer for _, sak in korte),
        er_sum=True,
    )
    tabell = Tabell(
        tittel="Kontrakter under tre år",
        kolonner=(
            Kolonne(navn="Særlig grunn", slag="tekst"),
            Kolonne(navn="Kontrakter"),
            Kolonne(navn="Av alle kontrakter", slag="prosent"),
        ),
        rader=(*linjer, sum_),
        merknader=(f"Av {len(alle)} kontrakter som begynte i perioden.", _SYNLIGE),
    )
    return Rapport(
        navn="korte-kontrakter",
        tittel="Korte kontrakter og grunnene til dem",
        laget=arbeid.i_dag,
        fra=fra,
        til=til,
        tabeller=(tabell,),
    )


def unntak_og_avvik(arbeid: Arbeid, fra: date, til: date) -> Rapport:
    """Checkpoints that a leader set aside in the period, and what was done outside the program."""
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    unntak = arbeid.session.scalars(
        select(Unntak)
        .where(Unntak.saksnummer.in_(synlige), Unntak.gitt_dato.between(fra, til))
        .order_by(Unntak.kode, Unntak.saksnummer)
    )
    avvik = arbeid.session.scalars(
        select(Avvik).where(Avvik.saksnummer.in_(synlige), Avvik.dato.between(fra, til)).order_by(Avvik.hva, Avvik.id)
    )
    return Rapport(
        navn="unntak",
        tittel="Unntak og avvik",
        laget=arbeid.i_dag,
        fra=fra,
        til=til,
        tabeller=(
            _opptelling("Unntak", "Sjekkpunkt", [(u.kode, u.saksnummer) for u in unntak]),
            _opptelling("Avvik", "Hva", [(AVVIKSNAVN[a.hva], a.saksnummer) for a in avvik]),
        ),
        merknader=(_SYNLIGE,),
    )


def _opptelling(tittel: str, navn: str, par: Sequence[tuple[str, str]]) -> Tabell:
    grupper: dict[str, list[str]] = {}
    for hva, nummer in par:
        grupper.setdefault(hva, []).append(nummer)
    linjer = [Rad(celler=(hva, len(numre)), saker=tuple(dict.fromkeys(numre))) for hva, numre in grupper.items()]
    return Tabell(
        tittel=tittel,
        kolonner=(Kolonne(navn=navn, slag="tekst"), Kolonne(navn="Antall")),
        rader=(*linjer, Rad(celler=("Til sammen", len(par)), er_sum=True)),
    )
