"""The protocol of the dwelling: what tenant and landlord go through together, room by room."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from boligtildeling.casework.views.dokumentformer import Boligsjekkliste
from boligtildeling.documents.blokker import (
    Ark,
    Avkryssing,
    Avsnitt,
    Blokk,
    Faktalinjer,
    Kolonne,
    Overskrift,
    Rute,
    Sammen,
    Signatur,
    Signaturer,
    Skrivelinjer,
    Tabell,
)
from boligtildeling.documents.ord import bunntekst, ordet, stor_forbokstav, topp, vannmerker, vis_valgfri_dato
from boligtildeling.domain.feil import Driftsfeil

_FIL = "boligsjekkliste.toml"
_MERKNADSFELT = ("avvik", "uenighet", "egne_merknader")
_SOVEROM = "Soverom"
_SKRIVEHOEYDE_MM = 8.0
_TOMME_NOEKKELRADER = 3


@cache
def _kilde() -> Mapping[str, Any]:
    try:
        return tomllib.loads(files("resources").joinpath("checklists", _FIL).read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as feil:
        raise Driftsfeil(
            f"Boligsjekklisten kan ikke brukes ({_FIL}: {feil}).",
            "Saken er ikke endret.",
            "Be IT rette filen i resources/checklists.",
        ) from None


def boligsjekkliste(v: Boligsjekkliste) -> Ark:
    """The protocol, to be filled in by hand in the dwelling; without the address when the case is protected."""
    liste = Maalformvalg(v.hode.maalform)
    tittel = liste.tekst(_kilde()["liste"], "tittel")
    utgave = f"{tittel}, {ordet('utgave', v.hode.maalform)} {_kilde()['liste']['versjon']}"
    blokker = (
        Overskrift(tittel, 1),
        Avsnitt(liste.merknad("innledning"), "ingress"),
        _fakta(v),
        *(b for rom in rommene(v, liste) for b in rom),
        *maalerne(v, liste),
        *_noekler(v),
        *_kontroll(v, liste),
        *_merknader(v, liste),
        _underskrift(v, liste),
    )
    return Ark(
        tittel=tittel,
        maalform=v.hode.maalform,
        dato=v.hode.dato,
        topp=topp(v.hode),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, utgave),
        vannmerker=vannmerker(v.hode),
        oppsett="skjema",
        utfyllbar=v.er_tom,
    )


class Maalformvalg:
    """Picks the text of the right målform out of the file."""

    def __init__(self, maalform: str) -> None:
        self._ending = "_nn" if maalform == "nn" else ""

    def tekst(self, tabell: Mapping[str, Any], navn: str) -> str:
        return str(tabell[navn + self._ending])

    def felt(self, tabell: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(tabell["felt" + self._ending])

    def merknad(self, navn: str) -> str:
        return self.tekst(_kilde()["merknad"], navn)


def _fakta(v: Boligsjekkliste) -> Faktalinjer:
    m = v.hode.maalform
    adresse = (v.bolig.adresse or "") if v.bolig else ""
    linjer = [] if v.hode.er_skjermet else [(ordet("adresse", m), adresse)]
    linjer += [(ordet("leier", m), navn) for navn in v.leiere or ("",)]
    return Faktalinjer((*linjer, (ordet("overtakelse", m), vis_valgfri_dato(v.overtakelse_dato))))


def rommene(v: Boligsjekkliste, liste: Maalformvalg) -> tuple[tuple[Blokk, ...], ...]:
    """The rooms; with a known dwelling there are as many bedrooms as it has."""
    m = v.hode.maalform
    kolonner = (
        Kolonne(ordet("del", m), 0.26),
        Kolonne(ordet("i_orden", m), 0.12),
        Kolonne(ordet("feil", m), 0.46),
        Kolonne(ordet("bilde", m), 0.16),
    )
    return tuple((Overskrift(navn), _romtabell(kolonner, felt)) for navn, felt in _romliste(v, liste))


def _romtabell(kolonner: tuple[Kolonne, ...], felt: tuple[str, ...]) -> Tabell:
    rader = tuple((stor_forbokstav(f), Rute(), "", "") for f in felt)
    return Tabell(kolonner, rader, _SKRIVEHOEYDE_MM, samlet=True)


def _romliste(v: Boligsjekkliste, liste: Maalformvalg) -> list[tuple[str, tuple[str, ...]]]:
    rom = [(liste.tekst(r, "navn"), liste.felt(r)) for r in _kilde()["rom"]]
    soverom = [r for r in rom if r[0].startswith(_SOVEROM)]
    if v.bolig is None or not soverom:
        return rom
    sted = rom.index(soverom[0])
    riktige = [(f"{_SOVEROM} {nr}", soverom[0][1]) for nr in range(1, v.bolig.antall_soverom + 1)]
    return [*rom[:sted], *riktige, *(r for r in rom[sted:] if r not in soverom)]


def maalerne(v: Boligsjekkliste, liste: Maalformvalg) -> tuple[Blokk, ...]:
    """The meters, with room for what each shows."""
    maalere = _kilde()["maaler"]
    felt = liste.felt(maalere[0])
    kolonner = (
        Kolonne(ordet("maaler", v.hode.maalform), 0.34),
        *(Kolonne(stor_forbokstav(f), 0.66 / len(felt)) for f in felt),
    )
    rader = tuple((liste.tekst(r, "navn"), *("" for _ in felt)) for r in maalere)
    return (Overskrift(ordet("maalere", v.hode.maalform)), Tabell(kolonner, rader, _SKRIVEHOEYDE_MM, samlet=True))


def _noekler(v: Boligsjekkliste) -> tuple[Blokk, ...]:
    m = v.hode.maalform
    kolonner = (Kolonne(ordet("merke", m), 0.8), Kolonne(ordet("antall", m), 0.2))
    rader = tuple((n.merke, str(n.antall)) for n in v.noekler) or (("", ""),) * _TOMME_NOEKKELRADER
    return (Overskrift(ordet("noekler", m)), Tabell(kolonner, rader, _SKRIVEHOEYDE_MM, samlet=True))


def _kontroll(v: Boligsjekkliste, liste: Maalformvalg) -> tuple[Blokk, ...]:
    linjer = Avkryssing(tuple(("tom", liste.tekst(k, "navn")) for k in _kilde()["kontroll"]))
    return (Sammen((Overskrift(ordet("kontroll", v.hode.maalform)), linjer)),)


def _merknader(v: Boligsjekkliste, liste: Maalformvalg) -> tuple[Blokk, ...]:
    overskrift = Overskrift(ordet("merknader", v.hode.maalform))
    avvik, uenighet, egne = ((Avsnitt(liste.merknad(n)), Skrivelinjer(3)) for n in _MERKNADSFELT)
    return (Sammen((overskrift, *avvik)), Sammen(uenighet), Sammen(egne), Avsnitt(liste.merknad("reklamasjon")))


def _underskrift(v: Boligsjekkliste, liste: Maalformvalg) -> Sammen:
    m = v.hode.maalform
    leier = liste.merknad("underskrift_leier")
    linjer = tuple(Signatur(f"{leier}: {navn}" if navn else leier) for navn in v.leiere or ("",))
    signaturer = Signaturer((*linjer, Signatur(liste.merknad("underskrift_utleier"))))
    return Sammen((Overskrift(ordet("underskrift", m)), Avsnitt(liste.merknad("kopi")), signaturer))
