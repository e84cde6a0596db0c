"""What the request for eviction, meetings, appeals, guarantees and the forms of moving out must contain."""

from boligtildeling.documents.krav_til_brev import REGLER
from boligtildeling.documents.krav_til_vedtak import BREVHODE, STATSFORVALTER
from boligtildeling.documents.maa_staa import Forbud, Krav, Visning, setning, verdi
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.frist import tidligste_dag_etter

_TVANG, _KLAGE = "tvangsfullbyrdelsesloven § 13-2 tredje ledd", "forvaltningsloven § 33"
_GARANTI, _UT = "husleieloven § 3-6", "husleieloven § 10-2"
_HOEYST_MAANEDER = 6


def _leie(v: Visning) -> bool:
    return bool(v.grunnlag == "leie")


BEGJAERING: tuple[Krav, ...] = (
    *BREVHODE,
    REGLER,
    verdi("hvem som krever fravikelse", _TVANG, lambda v: v.saksoeker),
    verdi("hvem det kreves mot", _TVANG, lambda v: tuple(navn for navn, _ in v.saksoekte)),
    verdi("boligens adresse", _TVANG, lambda v: v.bolig_adresse, lambda v: not v.hode.er_skjermet),
    verdi("datoen for leieavtalen", _TVANG, lambda v: vis_dato(v.avtale_dato)),
    verdi("datoen for varselet", "tvangsfullbyrdelsesloven § 4-18", lambda v: vis_dato(v.varsel_dato)),
    verdi("hva som skyldes", _TVANG, lambda v: v.til_sammen and str(v.til_sammen), _leie),
    verdi(
        "dagen leieavtalen tok slutt",
        _TVANG,
        lambda v: v.opphoert_dato and vis_dato(v.opphoert_dato),
        lambda v: not _leie(v),
    ),
    verdi(
        "andre over 18 år i boligen",
        "tvangsfullbyrdelsesloven § 13-6",
        lambda v: v.andre_myndige,
        lambda v: bool(v.andre_myndige),
    ),
    setning(
        "at betaling stanser saken",
        "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a",
        "stanser saken",
        "stansar saka",
        _leie,
    ),
)
FORBUD_I_BEGJAERINGEN: tuple[Forbud, ...] = (
    Forbud(
        "Begjæringen kan tidligst sendes når to uker er gått siden varselet til leieren.",
        "tvangsfullbyrdelsesloven § 4-18",
        lambda v, _: v.hode.dato < tidligste_dag_etter(v.varsel_dato, uker=2),
    ),
    Forbud(
        "Begjæringen kan tidligst sendes når to uker er gått siden varselet til sosialtjenesten.",
        "husleieloven § 9-11",
        lambda v, _: v.sosialvarsel_dato is not None and v.hode.dato < tidligste_dag_etter(v.sosialvarsel_dato, uker=2),
    ),
)
GARANTI: tuple[Krav, ...] = (
    verdi("hvem som garanterer", _GARANTI, lambda v: v.garantist),
    verdi("hvem garantien er for", _GARANTI, lambda v: v.leiere),
    verdi("det høyeste beløpet", _GARANTI, lambda v: v.beloep and str(v.beloep)),
    verdi("hva garantien dekker", _GARANTI, lambda v: v.gjelder),
    verdi("når garantien begynner å gjelde", _GARANTI, lambda v: v.fra_dato and vis_dato(v.fra_dato)),
    setning("grensen for garanti", _GARANTI, "høyst seks måneders leie", "høgst seks månaders leige"),
)
FORBUD_I_GARANTIEN: tuple[Forbud, ...] = (
    Forbud(
        "Garantien er på mer enn seks måneders leie. Sett den ned.",
        _GARANTI,
        lambda v, _: (
            v.beloep is not None and v.husleie is not None and v.beloep.oere > _HOEYST_MAANEDER * v.husleie.oere
        ),
    ),
)
INNKALLING: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("tiden", "kommunens regel", lambda v: vis_dato(v.tidspunkt.date())),
    verdi("stedet", "kommunens regel", lambda v: v.sted),
    verdi("hva møtet gjelder", "forvaltningsloven § 11", lambda v: v.dagsorden),
    verdi("hvem som er med", "forvaltningsloven § 13 b", lambda v: tuple(navn for navn, _ in v.deltakere)),
    setning(
        "at leieren velger selv om hun eller han vil komme",
        "boligsosialloven § 7",
        "Du bestemmer selv om du vil komme",
        "Du bestemmer sjølv om du vil kome",
        lambda v: v.til_leier,
    ),
    setning(
        "merknaden om taushetsplikt",
        "forvaltningsloven § 13 b",
        "taushetsplikt",
        "teieplikt",
        lambda v: not v.til_leier,
    ),
)
REFERAT: tuple[Krav, ...] = (
    verdi("hvem som var til stede", "kommunens regel", lambda v: tuple(d.navn for d in v.deltakere)),
    verdi("drøftingen i hver sak", "kommunens regel", lambda v: tuple(s.droefting for s in v.saker)),
    verdi("minst én sak", "kommunens regel", lambda v: tuple(s.sak for s in v.saker)),
    setning("leierens syn", "boligsosialloven § 7", "Hva leieren mener", "Kva leigaren meiner"),
)
OVERSENDELSE: tuple[Krav, ...] = (
    *BREVHODE,
    REGLER,
    verdi("hvilket vedtak det gjelder", _KLAGE, lambda v: vis_dato(v.vedtak_dato)),
    verdi("når klagen kom", _KLAGE, lambda v: vis_dato(v.klage_dato)),
    verdi("det klagen sier", _KLAGE, lambda v: v.klagen),
    verdi("den nye vurderingen", _KLAGE, lambda v: v.vurdering),
    verdi("innstillingen", _KLAGE, lambda v: v.innstilling),
    Krav("den som har klaget, som mottaker av kopi", _KLAGE, lambda v, _: bool(v.mottaker.kopi_til)),
)
FORBUD_I_OVERSENDELSEN: tuple[Forbud, ...] = (
    Forbud(
        "Del A avgjøres av Statsforvalteren, del B av kommunens egen klageinstans. Rett mottakeren.",
        "forvaltningsloven § 28",
        lambda v, _: (v.del_ == "A") != bool(STATSFORVALTER.search(v.mottaker.navn)),
    ),
    Forbud(
        "Den som forberedte eller traff vedtaket, kan ikke forberede klagen for klagenemnda. La en annen gjøre det.",
        "kommuneloven § 13-3",
        lambda v, _: v.del_ == "B" and v.forberedt_av in v.vedtatt_av,
    ),
)
KLAGEPAKKE: tuple[Krav, ...] = (
    verdi("papirene i saken", _KLAGE, lambda v: tuple(tittel for tittel, _ in v.innhold)),
    verdi("klageinstansen", "forvaltningsloven § 28", lambda v: v.klageinstans),
    verdi("det som har skjedd", _KLAGE, lambda v: tuple(hva for _, hva in v.tidslinje)),
)
UTFLYTTING: tuple[Krav, ...] = (
    verdi("hvem som flytter", _UT, lambda v: v.leiere),
    setning("at slit og elde ikke er feil", _UT, "slit og elde er ikke en feil", "slit og elde er ikkje ein feil"),
    setning(
        "fristen for krav mot leieren",
        "husleieloven § 10-3",
        "innen rimelig tid",
        "innan rimeleg tid",
    ),
)
INNLEVERING: tuple[Krav, ...] = (
    verdi("hvilke nøkler som er levert", _UT, lambda v: tuple(n.merke for n, _ in v.noekler)),
    verdi("hvem som har tatt imot dem", "kommunens regel", lambda v: v.mottatt_av),
)
EVALUERING: tuple[Krav, ...] = (
    verdi("hva som skjedde", "kommunens regel", lambda v: v.utfall and vis_dato(v.utfall_dato)),
    verdi("hvorfor det gikk slik", "kommunens regel", lambda v: v.hvorfor),
    verdi("hva som ble prøvd", "kommunens regel", lambda v: v.hva_ble_proevd),
    setning("plass til hva vi lærer", "kommunens regel", "Hva vi lærer", "Kva vi lærer"),
)
