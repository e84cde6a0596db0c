"""Taking out of a case what must not be seen: sealed, with its trace left in place and the chain whole."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from json import dumps, loads
from typing import Annotated, Any
from zlib import compress

from sqlalchemy import Select, String, func, or_, select
from sqlalchemy.orm import undefer

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.casework.skjermesteder import FILER, Maal, Sted, finn_maal, finn_steder, kan_leses, skriv
from boligtildeling.casework.skjermingsnoekkel import gjeldende_noekkel
from boligtildeling.casework.soekeindeks import indekser
from boligtildeling.casework.views.dokumenttyper import VISNINGSTYPER, fra_data
from boligtildeling.domain.base import omformer, som_json
from boligtildeling.domain.feil import Feilliste, Sperret
from boligtildeling.domain.historikk import SALTLENGDE, Hendelse, Hendelsesinnhold, avtrykk_av
from boligtildeling.domain.innsyn import Innsynspakke
from boligtildeling.domain.krav import Antall, Fritekst, Setning, Tekst
from boligtildeling.domain.sak import Dokument, Vedlegg
from boligtildeling.domain.skjerming import KORTESTE_TEKST, SkjermetSted, Skjerming, Sladding, tekster_i
from boligtildeling.forsegling import forsegl

HJEMMEL = "forvaltningsloven § 13"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SkjermOpplysning(Sakskommando):
    """Takes a text, an object, a note, an enclosure or a document out of the case, wherever else it says the same."""

    hvor: Annotated[
        str, Tekst("Stedet i saken, som JSON-peker: /notater/3, /soeknad/bosituasjon/beskrivelse.", maks=300)
    ]
    grunn: Setning
    tekst: Fritekst | None = None
    ogsaa: Annotated[tuple[Fritekst, ...], Antall("Andre skrivemåter av det samme.", maks=20)] = ()


def _proev_skjerming(arbeid: Arbeid, k: SkjermOpplysning, feil: Feilliste) -> None:
    maal = finn_maal(arbeid.session, arbeid.sak, k.hvor)
    if maal is None:
        feil.legg_til("/hvor", "Det står ingenting på dette stedet i saken.")
        return
    er_fil = maal.tabell in FILER and not maal.sti
    if not er_fil and not isinstance(maal.verdi, str | dict | list):
        feil.legg_til("/hvor", "Bare tekst, filer og hele opplysninger kan skjermes. Pek på det stedet står i.")
    if maal.tabell == "hendelsesinnhold" and len(maal.sti) < 2:
        feil.legg_til("/hvor", "Pek på opplysningen i linja, for eksempel /historikk/12/kommando/tekst.")
    if k.tekst is not None:
        staar_der = isinstance(maal.verdi, str) and Sladding("", (k.tekst,)).finnes_i(maal.verdi)
        feil.krev(staar_der, "/tekst", "Teksten står ikke på dette stedet.")
    for nr, tekst in enumerate(k.ogsaa):
        feil.krev(len(tekst.strip()) >= KORTESTE_TEKST, f"/ogsaa/{nr}", "Teksten er for kort: den står i mange ord.")
    sladding = _sladding(maal, k, "")
    for_kort = [t for t in sladding.tekster[:1] if len(t.strip()) < KORTESTE_TEKST]
    feil.krev(not for_kort, "/tekst" if k.tekst else "/hvor", "Teksten er for kort: den står i mange ord.")
    feil.krev(not sladding.finnes_i(k.grunn), "/grunn", "Grunnen gjentar det som skal skjermes.")
    if not feil and not er_fil:
        uleselige = [s for s in finn_steder(arbeid.session, arbeid.sak.saksnummer, sladding) if not kan_leses(s)]
        feil.krev(not uleselige, "/hvor", "Feltet må ha en verdi, så det kan ikke tas bort. Rett det i stedet.")


def _sladding(maal: Maal, k: SkjermOpplysning, merke: str) -> Sladding:
    if k.tekst is not None:
        return Sladding(merke, (k.tekst, *k.ogsaa))
    if isinstance(maal.verdi, str):
        return Sladding(merke, (maal.verdi, *k.ogsaa))
    if isinstance(maal.verdi, dict | list):
        return Sladding(merke, (*tekster_i(maal.verdi), *k.ogsaa), maal.verdi)
    return Sladding(merke, k.ogsaa)


@handling(
    SkjermOpplysning,
    navn="skjerm_opplysning",
    tittel="Skjerm en opplysning",
    hendelse="OpplysningSkjermet",
    proever=_proev_skjerming,
    etter_avslutning=True,
)
def skjerm_opplysning(arbeid: Arbeid, k: SkjermOpplysning) -> dict[str, Any]:
    """Seals what stands there and wherever the case says the same, and leaves a mark with its number.

    Afterwards no table, index, document or line of history has it. Copies from before still do: that is told.

    Hjemmel: forvaltningsloven § 13, folkeregisterloven § 10-4.
    """
    maal = finn_maal(arbeid.session, arbeid.sak, k.hvor)
    if maal is None:
        raise LookupError("hvor")
    return _skjerm(arbeid, k, maal)


def skjerm_tekster(arbeid: Arbeid, hvor: str, grunn: str, tekster: tuple[str, ...]) -> None:
    """Takes the texts out of the case as a part of another act, with a line of history of its own; if they are there.

    Refuses with STEG while the folder has no key for what is shielded.
    """
    arbeid.session.flush()
    tekst, *ogsaa = tekster
    maal, sladding, proeve = Maal("", (), "", (), tekst), Sladding("", tekster), replace(arbeid, advarsler=[])
    staar = next(finn_steder(arbeid.session, arbeid.sak.saksnummer, sladding), None)
    if staar is None and not _filer(proeve, maal, sladding, {}):
        return
    k = SkjermOpplysning(saksnummer=arbeid.sak.saksnummer, hvor=hvor, grunn=grunn, tekst=tekst, ogsaa=tuple(ogsaa))
    egen = replace(arbeid, foer=None)
    _skjerm(egen, k, maal)
    data = {"kommando": omformer().unstructure(egen.logg), "spor": egen.spor}
    noter_hendelse(egen, "skjerm_opplysning", "OpplysningSkjermet", data)


def _skjerm(arbeid: Arbeid, k: SkjermOpplysning, maal: Maal) -> dict[str, Any]:
    noekkel = gjeldende_noekkel(arbeid.session)
    nummer = (arbeid.session.scalar(select(func.max(Skjerming.id))) or 0) + 1
    sladding = _sladding(maal, k, f"[skjermet {nummer}]")
    arbeid.session.flush()
    steder = list(finn_steder(arbeid.session, arbeid.sak.saksnummer, sladding))
    visninger = {dict(s.noekkel)["id"]: s for s in steder if (s.tabell, s.kolonne) == ("dokument", "visning")}
    filer = _filer(arbeid, maal, sladding, visninger)
    uten = {f.noekkel for f in filer if f.kolonne == "visning"}
    steder = [s for s in steder if s.kolonne != "visning" or s.noekkel not in uten]
    innhold = _pakk(arbeid, maal, k, (*filer, *steder))
    arbeid.session.add(
        Skjerming(
            id=nummer,
            saksnummer=arbeid.sak.saksnummer,
            noekkel=noekkel.nummer,
            hvor=k.hvor,
            forseglet=forsegl(noekkel.offentlig, innhold, sammenheng(arbeid.sak.saksnummer, nummer)),
            skjermet_av=arbeid.bruker.navn,
            skjermet_tidspunkt=arbeid.naa,
        )
    )
    arbeid.session.flush()
    spor = [_bytt_ut(arbeid, nummer, sted) for sted in (*filer, *steder)]
    _les_paa_nytt(arbeid)
    arbeid.logg = replace(k, tekst=None, ogsaa=())
    arbeid.spor = {"skjerming": nummer, "steder": [s for s in spor if s is not None]}
    arbeid.advar("Sikkerhetskopier fra før i dag har opplysningen fortsatt. Be IT slette dem som ikke må beholdes.")
    return {"skjerming": nummer, "steder": len(spor)}


def skjermede_dokumenter() -> Select[int]:
    """The documents that a sheet lies in the place of: one that is asked for is made anew."""
    uten_visning = select(Dokument.id).where(Dokument.visning.is_(None))
    return select(SkjermetSted.rad).where(SkjermetSted.tabell == "dokument", SkjermetSted.rad.in_(uten_visning))


def sammenheng(saksnummer: str, nummer: int) -> bytes:
    return f"skjerming {nummer} i sak {saksnummer}".encode()


def _filer(arbeid: Arbeid, maal: Maal, sladding: Sladding, visninger: Mapping[int, Sted]) -> list[Sted]:
    """The files that must go: the one that is pointed at, and every one that says what is taken out.

    `visninger` are the views that say it, by the document that was made of them.
    """
    funn, ulest = [], []
    er_fil = maal.tabell in FILER and not maal.sti
    for d in arbeid.session.scalars(_med_innhold(arbeid, Dokument)):
        er_maalet = er_fil and maal.tabell == "dokument" and dict(maal.noekkel)["id"] == d.id
        if er_maalet or d.id in visninger or sladding.finnes_i(_tekst(arbeid, d.innhold) or ""):
            funn += _nytt_dokument(arbeid, d, sladding, None if er_maalet else visninger.get(d.id))
    vedlegg = arbeid.session.scalars(_med_innhold(arbeid, Vedlegg)).all()
    samme = {v.sha256 for v in vedlegg if er_fil and maal.tabell == "vedlegg" and dict(maal.noekkel)["id"] == v.id}
    for v in (v for v in vedlegg if v.innhold is not None):
        tekst = _tekst(arbeid, v.innhold or b"")
        if v.sha256 in samme or sladding.finnes_i(tekst or ""):
            funn.append(Sted("vedlegg", (("id", v.id),), "innhold", v.innhold, None))
        elif not tekst:
            ulest.append(str(v.id))
    if ulest:
        arbeid.advar(f"Vedlegg {', '.join(ulest)} kan ikke leses av programmet. Se etter selv om det står der også.")
    return funn


def _nytt_dokument(arbeid: Arbeid, d: Dokument, sladding: Sladding, visning: Sted | None) -> list[Sted]:
    """The document without what is taken out: drawn again from its view, or a sheet that tells that it was there."""
    noekkel = (("id", d.id),)
    nytt = _tegnet_paa_nytt(arbeid, d.navn, visning) if visning is not None else None
    if nytt is not None and not sladding.finnes_i(_tekst(arbeid, nytt) or ""):
        return [Sted("dokument", noekkel, "innhold", d.innhold, nytt)]
    ark = arbeid.rammer.dokumenter.skjermet_ark(
        d.tittel, d.laget_tidspunkt.date(), d.sha256, sladding.merke, arbeid.i_dag
    )
    bytt = [Sted("dokument", noekkel, "innhold", d.innhold, ark)]
    if d.visning is not None:
        bytt.append(Sted("dokument", noekkel, "visning", som_json(d.visning, dict[str, Any]), None))
    return bytt


def _tegnet_paa_nytt(arbeid: Arbeid, navn: str, visning: Sted) -> bytes | None:
    """None for a document that cannot be made of what is left."""
    if navn not in VISNINGSTYPER:
        return None
    try:
        return arbeid.rammer.dokumenter.lag(navn, fra_data(navn, loads(visning.etter)))
    except (Sperret, ExceptionGroup, ValueError, TypeError, KeyError):
        return None


def _med_innhold(arbeid: Arbeid, slag: Any) -> Any:
    i_saken = slag.saksnummer == arbeid.sak.saksnummer
    if slag is Dokument:  # an innsynspakke made from another case may hold what stands in this one
        med_saken = Innsynspakke.saker.cast(String).like(f'%"{arbeid.sak.saksnummer}"%')
        i_saken = or_(i_saken, Dokument.id.in_(select(Innsynspakke.dokument).where(med_saken)))
    egne = select(slag).where(i_saken).order_by(slag.id)
    kolonner = [slag.innhold, slag.visning] if slag is Dokument else [slag.innhold]
    return egne.options(*(undefer(kolonne) for kolonne in kolonner)).execution_options(populate_existing=True)


def _tekst(arbeid: Arbeid, innhold: bytes) -> str | None:
    return arbeid.rammer.dokumenter.tekst_i(innhold)


def _pakk(arbeid: Arbeid, maal: Maal, k: SkjermOpplysning, steder: Sequence[Sted]) -> bytes:
    """All that is taken out, as it was stored, with the salts that its imprints were made with."""
    i_saken = select(Hendelsesinnhold.hendelse, Hendelsesinnhold.salt).join(Hendelse)
    linjer = arbeid.session.execute(i_saken.where(Hendelse.saksnummer == arbeid.sak.saksnummer))
    salter = {linje.hendelse: linje.salt for linje in linjer}
    er_fil = isinstance(maal.verdi, bytes)
    rader = [
        {
            "tabell": sted.tabell,
            "rad": [verdi for _, verdi in sted.noekkel],
            "kolonne": sted.kolonne,
            "verdi": b64encode(sted.foer).decode() if isinstance(sted.foer, bytes) else sted.foer,
            "salt": salter.get(sted.noekkel[0][1], "") if sted.tabell == "hendelsesinnhold" else "",
        }
        for sted in steder
    ]
    opplysning = None if er_fil else k.tekst or maal.verdi
    return compress(dumps({"opplysning": opplysning, "steder": rader}, ensure_ascii=False).encode())


def _bytt_ut(arbeid: Arbeid, skjerming: int, sted: Sted) -> list[Any] | None:
    """Puts what is to stand there in place; gives table, row and new imprint where there is an imprint to fit."""
    if sted.tabell not in FILER | {"hendelsesinnhold"} or (sted.tabell in FILER and sted.kolonne != "innhold"):
        skriv(arbeid.session, sted)
        return None
    rad, salt = sted.noekkel[0][1], ""
    if sted.tabell == "hendelsesinnhold":
        salt = arbeid.rammer.tilfeldig(SALTLENGDE).hex()
        avtrykk = avtrykk_av(salt, sted.etter)
    else:
        avtrykk = sha256(sted.etter).hexdigest() if sted.etter is not None else ""
    arbeid.session.add(SkjermetSted(skjerming=skjerming, tabell=sted.tabell, rad=rad, salt=salt, avtrykk=avtrykk))
    arbeid.session.flush()
    skriv(arbeid.session, sted, **({"salt": salt} if salt else {}))
    return [sted.tabell, rad, avtrykk]


def _les_paa_nytt(arbeid: Arbeid) -> None:
    """What the session knows of the case is old; lists and search are made anew from what stands there now."""
    arbeid.session.expire_all()
    sak = arbeid.sak
    var_skjermet = sak.er_skjermet
    sak.sett_soeknad(sak.soeknad)
    sak.er_skjermet = var_skjermet or sak.er_skjermet
    indekser(arbeid.session, sak)
