"""The checklists on paper: empty to fill in by hand, or filled with what the case holds."""

from itertools import groupby

from boligtildeling.casework.views.dokumentformer import Brevhode, Sjekklisterad, Sjekklistevisning
from boligtildeling.documents.blokker import (
    Ark,
    Avkryssing,
    Blokk,
    Celle,
    Celletekst,
    Faktalinjer,
    Kolonne,
    Overskrift,
    Rute,
    Ruteform,
    Tabell,
)
from boligtildeling.documents.ord import bunntekst, ordet, topp, vannmerker
from boligtildeling.domain.datoer import vis_tall
from boligtildeling.domain.feil import KOMMUNENS_REGEL

_GRUPPER: dict[str, tuple[str, str]] = {
    "SOE": ("Søknad", "Søknad"),
    "KAR": ("Kartlegging", "Kartlegging"),
    "OEK": ("Økonomisk plan", "Økonomisk plan"),
    "OPP": ("Oppfølgingsplan", "Oppfølgingsplan"),
    "KON": ("Kontraktstype", "Kontraktstype"),
    "VED": ("Vedtak", "Vedtak"),
    "TIL": ("Tildeling", "Tildeling"),
    "KTR": ("Kontrakt", "Kontrakt"),
    "NOE": ("Første husleie og nøkkel", "Første husleige og nøkkel"),
}
_STATUS: dict[str, tuple[Ruteform, str, str]] = {
    "tom": ("tom", "", ""),
    "oppfylt": ("oppfylt", "Oppfylt", "Oppfylt"),
    "mangler": ("mangler", "Mangler", "Manglar"),
    "gjelder_ikke": ("gjelder_ikke", "Gjelder ikke", "Gjeld ikkje"),
    "unntak": ("unntak", "Unntak", "Unntak"),
    "utsatt": ("utsatt", "Utsatt", "Utsett"),
}
_SVAR: dict[str, tuple[str, str]] = {
    "ja": ("ja", "ja"),
    "nei": ("nei", "nei"),
    "ikke_aktuelt": ("ikke aktuelt", "ikkje aktuelt"),
    "utsatt": ("utsatt", "utsett"),
}
_SKRIVEHOEYDE_MM = 10.0


def sjekkliste(v: Sjekklistevisning) -> Ark:
    """A checklist: one row per point, grouped as the codes are, with its edition in the foot."""
    maalform = v.hode.maalform
    utgave = f"{v.tittel}, {ordet('utgave', maalform)} {v.versjon}"
    grupper = groupby(v.rader, key=lambda rad: rad.kode.partition("-")[0])
    blokker = (
        Overskrift(v.tittel, 1),
        *_innledning(v),
        *(b for prefiks, rader in grupper for b in _gruppe(v, prefiks, tuple(rader))),
    )
    return Ark(
        tittel=v.tittel,
        maalform=maalform,
        dato=v.hode.dato,
        topp=topp(v.hode, er_intern=True),
        blokker=blokker,
        bunntekst=bunntekst(v.hode, utgave),
        vannmerker=vannmerker(v.hode),
        oppsett="liggende",
        utfyllbar=v.er_tom,
    )


def _innledning(v: Sjekklistevisning) -> tuple[Blokk, ...]:
    m = v.hode.maalform
    if v.er_tom:
        skrives = ("saksnummer", "soeker", "saksbehandler")
        return (Faktalinjer(tuple((ordet(o, m), "") for o in skrives), paa_rad=True),)
    former = tuple((form, _velg(m, nb, nn)) for form, nb, nn in _STATUS.values() if form != "tom")
    return (*_soekerlinje(v.hode), Avkryssing(former, paa_rad=True))


def _soekerlinje(hode: Brevhode) -> tuple[Blokk, ...]:
    """Whose case it is."""
    return (Faktalinjer(((ordet("soeker", hode.maalform), hode.soeker),)),) if hode.soeker else ()


def _velg(maalform: str, nb: str, nn: str) -> str:
    return nn if maalform == "nn" else nb


def _gruppe(v: Sjekklistevisning, prefiks: str, rader: tuple[Sjekklisterad, ...]) -> tuple[Blokk, ...]:
    m = v.hode.maalform
    kolonner = (
        Kolonne("", 0.03),
        Kolonne(ordet("kode", m), 0.065),
        Kolonne(ordet("punkt", m), 0.385),
        Kolonne(ordet("svar", m), 0.09),
        Kolonne(ordet("dato", m), 0.08),
        Kolonne(ordet("av", m), 0.11),
        Kolonne(ordet("dokumentasjon", m), 0.24),
    )
    hoeyde = _SKRIVEHOEYDE_MM if v.er_tom else 0
    tabell = Tabell(kolonner, tuple(_rad(v, rad) for rad in rader), hoeyde)
    return (Overskrift(_velg(m, *_GRUPPER.get(prefiks, (prefiks, prefiks)))), tabell)


def _rad(v: Sjekklistevisning, rad: Sjekklisterad) -> tuple[Celle, ...]:
    form, nb, nn = _STATUS[rad.status]
    m = v.hode.maalform
    svar = _velg(m, *_SVAR.get(rad.svar, (rad.svar, rad.svar))) if rad.svar else ""
    return (
        Rute(form),
        rad.kode,
        Celletekst(rad.tekst, "" if rad.hjemmel == KOMMUNENS_REGEL else rad.hjemmel),
        Celletekst(_velg(m, nb, nn), svar),
        vis_tall(rad.dato) if rad.dato else "",
        rad.av or "",
        _dokumentasjon(v, rad),
    )


def _dokumentasjon(v: Sjekklistevisning, rad: Sjekklisterad) -> Celle:
    """The proof and the remark of an answer; in an open row only a hint of what is wanted.

    Free text may tell where someone lives, so it stays off the paper of a protected case.
    """
    m = v.hode.maalform
    if rad.svar is None and rad.merknad is None:
        return Celletekst("", rad.dokumentasjon if rad.status in {"tom", "mangler"} else "")
    if v.hode.er_skjermet:
        return ordet("staar_i_saken", m)
    if rad.status == "utsatt" and rad.frist is not None:
        return Celletekst(rad.merknad or "", f"{ordet('frist', m)} {vis_tall(rad.frist)}, {rad.ansvarlig}")
    return Celletekst(rad.merknad or "", rad.bevis or "")
