"""What a decision letter must contain (forvaltningsloven §§ 23–29, boligsosialloven § 7), and what it may not."""

import re

from boligtildeling.documents.maa_staa import Forbud, Krav, Papir, Visning, setning, verdi

_A, _B, _KLAGE = "boligsosialloven § 7", "forvaltningsloven § 24", "forvaltningsloven § 27"
_DATO = re.compile(r"\d{1,2}\. [a-z]+ (20|21)\d\d|\d{1,2}\.\d{1,2}\.(20|21)\d\d")
STATSFORVALTER = re.compile(r"statsforvalter|fylkesmann", re.IGNORECASE)
_NAV = re.compile(r"\bnav\b", re.IGNORECASE)


def _innvilget(v: Visning) -> bool:
    return bool(v.innhold.utfall == "innvilget")


def _nei(v: Visning) -> bool:
    return v.innhold.utfall in {"avslag", "avvist"}


def _maa_begrunnes(v: Visning) -> bool:
    """Refused, dismissed, or less than applied for."""
    return _nei(v) or v.faerre_soverom or (v.kontraktsvalg is not None and v.kontraktsvalg.er_kort)


def _sitat(om: str) -> Krav:
    return verdi(f"reglene for del {om.upper()}", "forvaltningsloven § 25", lambda v: dict(v.regler).get(om))


def _vilkaar(v: Visning) -> tuple[str, ...]:
    """Every part of every condition; a part that is blank is missing."""
    return tuple(t for x in v.innhold.vilkaar for t in (x.tekst, x.grunn, x.oppfylles))


def _soverom(v: Visning) -> str | None:
    antall = v.innhold.bolig.antall_soverom
    return None if antall is None else "soverom"


BREVHODE: tuple[Krav, ...] = (
    verdi("kommunens navn", "forvaltningsloven § 23", lambda v: v.hode.kommune),
    verdi("enheten som har laget brevet", "forvaltningsloven § 23", lambda v: v.hode.enhet),
    verdi("saksnummer", "kommunens regel", lambda v: v.hode.saksnummer),
    verdi("mottakerens navn", "forvaltningsloven § 27", lambda v: v.mottaker.navn),
    verdi("saksbehandlerens navn", "forvaltningsloven § 23", lambda v: v.hode.saksbehandler),
    setning("merknaden om unntatt offentlighet", "offentleglova § 13", "offentleglova § 13", "offentleglova § 13"),
)
KLAGE: tuple[Krav, ...] = (
    setning(
        "klagefristen",
        "forvaltningsloven § 29",
        "tre uker fra du fikk dette brevet",
        "tre veker frå du fekk dette brevet",
    ),
    verdi("klageinstansen for del B", "forvaltningsloven § 28", lambda v: v.klageinstans_b),
    verdi("adressen klagen sendes til", "forvaltningsloven § 32", lambda v: v.hode.enhet_adresse),
    setning("retten til hjelp med klagen", "forvaltningsloven § 11", "hjelper deg med klagen", "hjelper deg med klaga"),
    setning("retten til å se dokumentene", "forvaltningsloven § 18", "se dokumentene i saken", "sjå dokumenta i saka"),
    setning("utsatt iverksetting", "forvaltningsloven § 42", "ikke settes i verk", "ikkje blir sett i verk"),
    setning(
        "dekning av sakskostnader",
        "forvaltningsloven § 36",
        "kostnader som var nødvendige",
        "kostnader som var nødvendige",
    ),
    setning("fritt rettsråd", _KLAGE, "fritt rettsråd", "fritt rettsråd"),
    setning("Sivilombudet", _KLAGE, "Sivilombudet", "Sivilombodet"),
)
KLAGE_A = verdi("klageinstansen for del A", _A, lambda v: v.klageinstans_a)
VEDTAK: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("hva boligsosial bistand (A) er avgjort til", _A, lambda v: v.innhold.boligsosial.konklusjon and "Del A"),
    verdi(
        "hva bistanden går ut på",
        _A,
        lambda v: v.innhold.boligsosial.bistand,
        lambda v: v.innhold.boligsosial.konklusjon == "vanskeligstilt",
    ),
    verdi("hva kommunal bolig (B) er avgjort til", _B, lambda v: v.innhold.utfall and "Del B"),
    Krav("to konklusjoner", _A, lambda _, p: p.antall_konklusjoner >= 3),
    _sitat("a"),
    _sitat("b"),
    _sitat("klage"),
    verdi("begrunnelsen", _B, lambda v: v.innhold.begrunnelse, _maa_begrunnes),
    verdi("vedleggene avgjørelsen bygger på", "forvaltningsloven § 25", lambda v: v.vedlegg, lambda v: bool(v.vedlegg)),
    setning(
        "at søkeren har fått se opplysninger fra andre",
        "forvaltningsloven § 17",
        "opplysningene vi har fått fra andre",
        "opplysningane vi har fått frå andre",
        lambda v: v.forelagt,
    ),
    setning(
        "vurderingen av barna", "barnekonvensjonen artikkel 3", "best for barna", "best for barna", lambda v: v.har_barn
    ),
    verdi("antall soverom", _A, _soverom, _innvilget),
    verdi("grunnen til leietiden", _A, lambda v: v.kontraktsvalg and v.kontraktsvalg.begrunnelse, _innvilget),
    setning("at vedtaket kan falle bort", _B, "kan vedtaket falle bort", "kan vedtaket falle bort", _innvilget),
    setning(
        "følgen av ikke å oppfylle vilkårene",
        "vilkårslæren",
        "kan vi ikke skrive leieavtale",
        "kan vi ikkje skrive leigeavtale",
        lambda v: _innvilget(v) and bool(v.innhold.vilkaar),
    ),
    verdi(
        "grunn og måte for hvert vilkår", "vilkårslæren", _vilkaar, lambda v: _innvilget(v) and bool(v.innhold.vilkaar)
    ),
    setning("veiledning om bostøtte", "forvaltningsloven § 11", "bostøtte", "bustøtte", _nei),
    setning("veiledning om startlån", "forvaltningsloven § 11", "startlån", "startlån", _nei),
    setning("veiledning om råd om økonomi", "forvaltningsloven § 11", "råd om økonomi", "råd om økonomi", _nei),
    setning("at søkeren kan søke på nytt", "forvaltningsloven § 11", "søke på nytt", "søkje på nytt", _nei),
    setning(
        "veiledning om midlertidig botilbud",
        "sosialtjenesteloven § 27",
        "midlertidig botilbud",
        "mellombels butilbod",
        lambda v: _nei(v) and v.soeknadstype != "bytte",
    ),
    *KLAGE,
    KLAGE_A,
    setning(
        "at brevet bekrefter et muntlig vedtak",
        "forvaltningsloven § 23",
        "Vi fortalte deg om vedtaket",
        "Vi fortalde deg om vedtaket",
        lambda v: v.muntlig_dato is not None,
    ),
)


def _frist_som_dato(_: Visning, papir: Papir) -> bool:
    """The time limit runs from the day the letter arrives, which nobody knows when it is written."""
    return any(_DATO.search(papir.delen(start)) for start in ("Fristen er tre uker", "Fristen er tre veker"))


FEIL_KLAGEINSTANS = Forbud(
    "Klageinstansen for kommunal bolig (B) er kommunens egen, ikke Statsforvalteren eller Nav. Rett innstillingen.",
    "forvaltningsloven § 28",
    lambda v, _: (
        bool(v.klageinstans_b) and bool(STATSFORVALTER.search(v.klageinstans_b) or _NAV.search(v.klageinstans_b))
    ),
)
KLAGEFRIST_SOM_DATO = Forbud(
    "Klagefristen står som en dato. Fristen regnes fra brevet er kommet fram; ta datoen ut av teksten.",
    "forvaltningsloven § 29",
    _frist_som_dato,
)
FORBUD_I_VEDTAK: tuple[Forbud, ...] = (
    FEIL_KLAGEINSTANS,
    Forbud(
        "Klageinstansen for boligsosial bistand (A) er Statsforvalteren. Rett innstillingen.",
        "boligsosialloven § 7",
        lambda v, _: bool(v.klageinstans_a) and not STATSFORVALTER.search(v.klageinstans_a),
    ),
    KLAGEFRIST_SOM_DATO,
)
