"""What a lease and the papers of moving in must contain, and what they may never say (husleieloven § 1-2)."""

import re

from boligtildeling.documents.maa_staa import Forbud, Krav, Visning, setning, verdi
from boligtildeling.documents.ord import vis_konto
from boligtildeling.domain.datoer import vis_dato

_HUSLL = "husleieloven § 1-2"
_I_LEIEAVTALEN = re.compile(
    r"gebyr|rusfri|§ 11-2\b|færre rettigheter"
    r"|(må|skal|plikter|krav\w*|krev\w*) [^.]*avtalegiro|avtalegiro [^.]*(må|skal|kr[ae]v)"
    r"|(må|skal|pliktar?|plikter) [^.]*(ta imot|motta|ta i mot) [^.]*(tjenest|tenest|oppfølging)"
    r"|hev(es|er|ing)[^.]*(straks|uten|automatisk|utan)|uten varsel|utan varsel|innen 14 dager|innan 14 dagar",
    re.IGNORECASE,
)


def _tidsbestemt(v: Visning) -> bool:
    return v.til_dato is not None


def _kort(v: Visning) -> bool:
    return bool(v.til_dato is not None and v.kontraktsvalg.er_kort)


def _flytter_inn(v: Visning) -> bool:
    return not v.er_forlengelse


def _har_adresse(v: Visning) -> bool:
    return not v.hode.er_skjermet


LEIEAVTALE: tuple[Krav, ...] = (
    verdi("utleierens navn", "husleieloven § 1-4", lambda v: v.utleier),
    verdi("leierens navn", "husleieloven § 1-4", lambda v: tuple(navn for navn, _ in v.leiere)),
    verdi("vergens navn", "vergemålsloven § 31", lambda v: tuple(n for n, _ in v.verger), lambda v: bool(v.verger)),
    verdi("vergens mandat", "vergemålsloven § 31", lambda v: tuple(m for _, m in v.verger), lambda v: bool(v.verger)),
    verdi("boligens adresse", "husleieloven § 1-4", lambda v: v.bolig.adresse, _har_adresse),
    setning(
        "hvor adressen står",
        "folkeregisterloven § 10-4",
        "står i vedlegg 1",
        "står i vedlegg 1",
        lambda v: v.hode.er_skjermet,
    ),
    setning(
        "at boligen er for vanskeligstilte",
        "husleieloven § 11-1",
        "Avtalen gjelder bolig som skal brukes av vanskeligstilte på boligmarkedet",
        "Avtalen gjeld bustad som skal brukast av vanskelegstilte på bustadmarknaden",
    ),
    setning(
        "hvilke unntak som er avtalt",
        "husleieloven § 11-1",
        "unntak fra husleieloven er avtalt",
        "unntaka frå husleigelova er avtalte",
    ),
    verdi("når leieforholdet starter", "husleieloven § 9-1", lambda v: vis_dato(v.fra_dato)),
    verdi("når leieforholdet slutter", "husleieloven § 9-2", lambda v: vis_dato(v.til_dato), _tidsbestemt),
    setning(
        "opplysningen om at avtalen ikke kan sies opp i leietiden",
        "husleieloven § 9-2",
        "kan ikke sies opp i den avtalte leietiden",
        "kan ikkje seiast opp i den avtalte leigetida",
        _tidsbestemt,
    ),
    verdi(
        "de særlige grunnene til en avtale under tre år",
        "husleieloven § 11-1",
        lambda v: v.kontraktsvalg.saerlige_grunner and v.kontraktsvalg.saerlige_grunner.grunn,
        _kort,
    ),
    setning(
        "oppsigelsestiden",
        "husleieloven § 9-6",
        "tre måneders varsel",
        "tre månaders varsel",
        lambda v: not _tidsbestemt(v),
    ),
    verdi("leien", "husleieloven § 3-1", lambda v: str(v.husleie)),
    verdi("hva leien dekker", "husleieloven § 3-1", lambda v: v.inkludert),
    verdi("kontonummer og KID", "husleieloven § 3-3", lambda v: (vis_konto(v.kontonummer), v.kid)),
    setning("grensen for forskudd", "husleieloven § 3-2", "mer enn én måned", "meir enn éin månad"),
    verdi(
        "første leie",
        "husleieloven § 3-2",
        lambda v: (str(v.foerste_husleie), vis_dato(v.foerste_forfall)),
        _flytter_inn,
    ),
    setning(
        "at banken alltid kan brukes",
        "husleieloven § 3-3",
        "alltid betale gjennom banken",
        "alltid betale gjennom banken",
    ),
    setning("hvordan leien kan endres", "husleieloven § 4-2", "konsumprisindeksen", "konsumprisindeksen"),
    setning("gjengs leie", "husleieloven § 4-3", "gjengs leie", "gjengs leige"),
    setning(
        "at verken depositum eller garanti kreves",
        "husleieloven § 3-5",
        "verken depositum eller garanti",
        "verken depositum eller garanti",
    ),
    setning("energiattest", "energimerkeforskriften § 6", "energiattest", "energiattest"),
    verdi("når boligen overtas", "husleieloven § 2-1", lambda v: vis_dato(v.overtakelse_dato), _flytter_inn),
    setning("boligens stand", "husleieloven § 2-2", "ryddet, rengjort", "rydda, reingjord", _flytter_inn),
    setning("fristen for å melde feil", "husleieloven § 2-8", "innen rimelig tid", "innan rimeleg tid", _flytter_inn),
    setning("vedlikehold", "husleieloven § 5-3", "røykvarslere", "røykvarslarar"),
    setning("tilsyn med varsel", "husleieloven § 5-6", "i rimelig tid før", "i rimeleg tid før"),
    setning(
        "opptak i husstanden",
        "husleieloven § 7-6",
        "innen én måned, er søknaden godkjent",
        "innan éin månad, er søknaden godkjend",
    ),
    setning("at tjenester står for seg", _HUSLL, "ikke del av leieavtalen", "ikkje del av leigeavtalen"),
    setning(
        "fravikelsesklausul a",
        "tvangsfullbyrdelsesloven § 13-2",
        "tvangsfravikelse kan kreves når leien ikke blir betalt",
        "tvangsfråviking kan krevjast når leiga ikkje blir betalt",
    ),
    setning(
        "fravikelsesklausul b",
        "tvangsfullbyrdelsesloven § 13-2",
        "tvangsfravikelse kan kreves når leietiden er løpt ut",
        "tvangsfråviking kan krevjast når leigetida er ute",
        _tidsbestemt,
    ),
    setning(
        "hva som gjelder etter utløp",
        "husleieloven § 9-2",
        "innen tre måneder etter utløpet",
        "innan tre månader etter utløpet",
        _tidsbestemt,
    ),
    setning("varsel til sosialtjenesten", "husleieloven § 9-11", "reservere deg", "reservere deg"),
    setning("tilbakelevering", "husleieloven § 10-2", "vanlig slit og elde", "vanleg slit og elde"),
    setning("hvor tvister avgjøres", "husleieloven § 12-5", "Husleietvistutvalget", "Husleigetvistutvalet"),
)
FORBUD_I_LEIEAVTALEN: tuple[Forbud, ...] = (
    Forbud(
        "Leieavtalen har noe som ikke kan avtales: gebyr, tjenesteplikt, heving uten varsel eller liknende.",
        _HUSLL,
        lambda _, p: bool(_I_LEIEAVTALEN.search(p.tekst)),
    ),
    Forbud(
        "Første husleie er høyere enn én måneds leie.",
        "husleieloven § 3-2",
        lambda v, _: v.foerste_husleie > v.husleie,
    ),
)
KVITTERING: tuple[Krav, ...] = (
    verdi("hvem som har fått nøklene", "husleieloven § 2-1", lambda v: v.mottaker),
    verdi("hvem som leverte dem ut", "kommunens regel", lambda v: v.utlevert_av),
    verdi("når nøklene ble utlevert", "husleieloven § 2-1", lambda v: vis_dato(v.tidspunkt.date())),
    verdi("nøklene", "kommunens regel", lambda v: tuple(n.merke for n in v.noekler), lambda v: bool(v.noekler)),
    verdi("hvordan identiteten er bekreftet", "kommunens regel", lambda v: v.legitimasjon, lambda v: bool(v.noekler)),
    setning("at nøkler ikke kan kopieres", "kommunens regel", "ikke kopiere nøklene", "ikkje kopiere nøklane"),
    setning("hva som skjer ved tap", "husleieloven § 3-7", "faktisk koster", "faktisk kostar"),
    setning("innlevering", "husleieloven § 10-2", "Lever tilbake alle nøkler", "Lever tilbake alle nøklar"),
)
BOLIGSJEKKLISTE: tuple[Krav, ...] = (
    verdi("leierens navn", "husleieloven § 2-1", lambda v: v.leiere),
    setning("målere", "kommunens regel", "Målere", "Målarar"),
    setning("nøkler", "husleieloven § 2-1", "Nøkler", "Nøklar"),
    setning("røykvarsler", "husleieloven § 5-3", "Røykvarslerne", "Røykvarslarane"),
    setning("plass til uenighet", "husleieloven § 2-8", "uenig", "usam"),
    setning("fristen for å melde feil", "husleieloven § 2-8", "innen rimelig tid", "innan rimeleg tid"),
)
ADRESSE: tuple[Krav, ...] = (
    verdi("adressen", "folkeregisterloven § 10-4", lambda v: v.adresse),
    setning(
        "hvordan det skal leveres", "folkeregisterloven § 10-4", "leveres direkte til deg", "leverast direkte til deg"
    ),
)
