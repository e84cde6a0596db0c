"""The envelope of a case: opened by whoever is named and has the key, and what is put in it.

The rules of the case see a skjermet bolig, which stands in the place of the dwelling. Which one that is, the envelope
alone tells.
"""

from sqlalchemy import or_, select

from boligtildeling.casework.brukernoekkel import egen_noekkel, krev_egen_noekkel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for, habile_med_tilgang
from boligtildeling.casework.opptatt import hold
from boligtildeling.casework.tilbakehold import HEMMELIGHETSLENGDE, hold_tilbake
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import nekt
from boligtildeling.domain.kontrakt import Kontrakt, Tilbud
from boligtildeling.domain.konvolutt import AapenKonvolutt, Konvolutt, Konvoluttinnhold, Konvoluttsegl, Plass
from boligtildeling.domain.sak import Sak
from boligtildeling.domain.tilgang import ADRESSESPERRE, LESERE
from boligtildeling.forsegling import FeilNoekkel, bryt_segl, laas_opp

_NUMMERLENGDE = 6


def har_konvolutt(arbeid: Arbeid) -> bool:
    """Whether the case has one, open or closed to whoever acts."""
    return konvolutten(arbeid) is not None


def boligen_skal_i_konvolutt(arbeid: Arbeid) -> bool:
    """With strengt fortrolig in the household; and for ever after, in a case that has had it.

    Hjemmel: folkeregisterloven § 10-4.
    """
    return arbeid.sak.soeknad.strengeste_beskyttelse == "strengt_fortrolig" or har_konvolutt(arbeid)


def aapne(arbeid: Arbeid) -> AapenKonvolutt | None:
    """The envelope of the case; None when it has none, when it is closed to whoever acts, or when it is damaged.

    Raises `Driftsfeil` when the machine does not give the key.
    """
    rad = konvolutten(arbeid) if arbeid.sak_eller_ingen is not None else None
    return _aapne(arbeid, rad) if rad is not None else None


def _aapne(arbeid: Arbeid, rad: Konvolutt) -> AapenKonvolutt | None:
    segl = arbeid.session.get(Konvoluttsegl, (rad.saksnummer, arbeid.bruker.navn))
    privat = egen_noekkel(arbeid)
    if segl is None or privat is None:
        return None
    try:
        return med_noekkel(rad, bryt_segl(privat, segl.forseglet, sammenheng(rad.saksnummer)))
    except FeilNoekkel:
        return None


def med_noekkel(rad: Konvolutt, noekkel: bytes) -> AapenKonvolutt:
    """The envelope by its own key. Raises `FeilNoekkel` when the key is another, or what lies in it is damaged."""
    innhold = Konvoluttinnhold.fra_bytes(laas_opp(noekkel, rad.innhold, sammenheng(rad.saksnummer)))
    return AapenKonvolutt(noekkel, innhold, innhold)


def hvorfor_lukket(arbeid: Arbeid) -> str:
    """Why whoever acts cannot open it, and what to do, in a sentence or two."""
    if egen_noekkel(arbeid) is None:
        return (
            "Brukernøkkelen din finnes ikke på denne maskinen. Er den borte, lag en ny, og be en annen navngitt om å "
            "gi deg tilgang på nytt."
        )
    segl = arbeid.session.get(Konvoluttsegl, (arbeid.sak.saksnummer, arbeid.bruker.navn))
    if segl is not None and segl.til == arbeid.bruker.offentlig_noekkel:
        return "Konvolutten er skadet. Resten av saken er hel. Be IT om å gjenopprette en sikkerhetskopi."
    return "Konvolutten er ikke forseglet til deg ennå. Be en annen som er navngitt, om å åpne saken."


def krev_aapen(arbeid: Arbeid) -> AapenKonvolutt:
    """The open envelope of the case; a new one where there is none. Refuses with KONVOLUTT when it is closed."""
    if arbeid.konvolutt is not None:
        return arbeid.konvolutt
    if har_konvolutt(arbeid):
        nekt("KONVOLUTT", hvorfor_lukket(arbeid), ADRESSESPERRE)
    krev_egen_noekkel(arbeid)
    innhold = Konvoluttinnhold()
    for navn in navngitte(arbeid):
        innhold = innhold.med_mottaker(navn, arbeid.session.get_one(Bruker, navn).offentlig_noekkel)
    arbeid.konvolutt = AapenKonvolutt(b"", Konvoluttinnhold(), innhold)
    return arbeid.konvolutt


def virkelig_bolig(arbeid: Arbeid, bolig: Bolig) -> Bolig:
    """The dwelling that the open envelope tells, or else the one that is given."""
    plass = arbeid.konvolutt.naa.boliger.get(bolig.boligid) if arbeid.konvolutt is not None else None
    return arbeid.session.get_one(Bolig, plass.boligid) if plass is not None else bolig


def krev_virkelig_bolig(arbeid: Arbeid, bolig: Bolig) -> Bolig:
    """The dwelling itself. Refuses with KONVOLUTT when only a closed envelope tells which it is."""
    funnet = virkelig_bolig(arbeid, bolig)
    if funnet.er_skjermet:
        nekt("KONVOLUTT", hvorfor_lukket(arbeid), ADRESSESPERRE)
    return funnet


def legg_i(arbeid: Arbeid, bolig: Bolig) -> Bolig:
    """Puts the dwelling in the envelope of the case, and gives the skjermet bolig that stands for it from now on.

    One from an earlier case of the same parties is kept, when whoever acts can open that case's envelope too. Refuses
    with KONVOLUTT or NOEKKEL.
    """
    aapen = krev_aapen(arbeid)
    if bolig.er_skjermet:
        if bolig.boligid not in aapen.naa.boliger:
            aapen.naa = aapen.naa.med_bolig(bolig.boligid, _fra_tidligere_sak(arbeid, bolig))
        return bolig
    if (kjent := aapen.naa.skjermet_for(bolig.boligid)) is not None:
        return arbeid.session.get_one(Bolig, kjent)
    skjermet = Bolig(boligid=f"skjermet-{arbeid.rammer.tilfeldig(_NUMMERLENGDE).hex()}")
    skjermet.sett_skjermet(bolig)
    arbeid.session.add(skjermet)
    hemmelighet = arbeid.rammer.tilfeldig(HEMMELIGHETSLENGDE)
    aapen.naa = aapen.naa.med_bolig(skjermet.boligid, Plass(boligid=bolig.boligid, hemmelighet=hemmelighet.hex()))
    if _har_den_alt(arbeid, bolig):
        hold_tilbake(arbeid, bolig, hemmelighet, for_konvolutt=True)
    _bytt_ut_i_tidligere_saker(arbeid, bolig, skjermet)
    arbeid.session.flush()
    return skjermet


def _har_den_alt(arbeid: Arbeid, bolig: Bolig) -> bool:
    """Whether this case, or an earlier one of the same parties, has had the dwelling in the open until now."""
    parter = arbeid.sak.soeknad.gjenkjennelige_parter
    holdt = hold(arbeid.session, arbeid.i_dag, bolig.boligid)
    return any(h.saksnummer == arbeid.sak.saksnummer or parter & set(h.leiere) for h in holdt)


def _fra_tidligere_sak(arbeid: Arbeid, skjermet: Bolig) -> Plass:
    saker = select(Kontrakt.saksnummer).where(Kontrakt.boligid == skjermet.boligid)
    rader = arbeid.session.scalars(select(Konvolutt).where(Konvolutt.saksnummer.in_(saker))).all()
    tidligere = (_aapne(arbeid, rad) for rad in rader)
    plasser = (t.naa.boliger.get(skjermet.boligid) for t in tidligere if t is not None)
    plass = next((p for p in plasser if p is not None), None)
    if plass is None:
        nekt(
            "KONVOLUTT",
            "Adressen ligger i konvolutten til en tidligere sak, og den er lukket for deg. Be en som er navngitt på "
            "den saken, om å gi deg tilgang.",
            ADRESSESPERRE,
        )
    return plass


def _bytt_ut_i_tidligere_saker(arbeid: Arbeid, bolig: Bolig, skjermet: Bolig) -> None:
    """Earlier offers and leases of the same parties must not tell what this case hides, and are still of that home."""
    parter = arbeid.sak.soeknad.gjenkjennelige_parter
    samme = or_(Sak.partsnoekkel.in_(parter), Sak.medpartsnoekkel.in_(parter))
    andre = select(Sak).where(samme, Sak.saksnummer != arbeid.sak.saksnummer).order_by(Sak.saksnummer)
    for sak in arbeid.session.scalars(andre).all():
        hendelser: list[Tilbud | Kontrakt] = [*sak.tilbud, *sak.kontrakter]
        rader = [rad for rad in hendelser if rad.boligid == bolig.boligid]
        for rad in rader:
            rad.bolig = skjermet
        synlig = select(Sak.saksnummer).where(Sak.saksnummer == sak.saksnummer, er_synlig_for(arbeid.bruker))
        if rader and not sak.er_skjermet and arbeid.session.scalar(synlig) is not None:
            arbeid.advar(
                f"Sak {sak.saksnummer} gjelder samme person og samme bolig, og den er ikke skjermet. Rett "
                "adressebeskyttelsen der også."
            )


def navngitte(arbeid: Arbeid) -> tuple[str, ...]:
    """Those named on the case who may still see it: they use the program, and no tie stands between."""
    return tuple(sorted(habile_med_tilgang(arbeid.session, arbeid.sak, LESERE)))


def sammenheng(saksnummer: str) -> bytes:
    """What the key and the content of an envelope are bound to."""
    return f"konvolutt i sak {saksnummer}".encode()


def konvolutten(arbeid: Arbeid) -> Konvolutt | None:
    """The envelope of the case, as it is kept."""
    return arbeid.session.get(Konvolutt, arbeid.sak.saksnummer)
