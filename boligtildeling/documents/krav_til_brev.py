"""What the other letters must contain: each from the paragraph that makes it a duty to send it."""

from boligtildeling.documents.krav_til_vedtak import BREVHODE, FEIL_KLAGEINSTANS, KLAGE, KLAGE_A, KLAGEFRIST_SOM_DATO
from boligtildeling.documents.maa_staa import Forbud, Krav, Visning, setning, verdi
from boligtildeling.domain.datoer import vis_dato

_SVAR: tuple[Krav, ...] = (
    verdi("fristen for å svare", "forvaltningsloven § 16", lambda v: vis_dato(v.frist)),
    verdi("adressen svaret sendes til", "forvaltningsloven § 11", lambda v: v.hode.enhet_adresse),
    setning("tilbud om hjelp til å svare", "forvaltningsloven § 11", "Vi hjelper deg", "Vi hjelper deg"),
    setning("retten til å se dokumentene", "forvaltningsloven § 18", "se dokumentene i saken", "sjå dokumenta i saka"),
)
TOLK = setning("at tolk er gratis", "tolkeloven § 6", "Trenger du tolk", "Treng du tolk")


def _regler(v: Visning) -> str | None:
    """What is cited must stand; when nothing is in force there is nothing to cite."""
    return next((sitat for _, sitat in v.regler if sitat), None)


def _har_regler(v: Visning) -> bool:
    return _regler(v) is not None


REGLER = verdi("reglene brevet bygger på", "forvaltningsloven § 25", _regler, _har_regler)
FORELOEPIG_SVAR: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("grunnen til at det tar tid", "forvaltningsloven § 11 a", lambda v: v.grunn),
    verdi("når svaret kan ventes", "forvaltningsloven § 11 a", lambda v: vis_dato(v.svar_ventes_dato)),
    setning(
        "veiledning om midlertidig botilbud",
        "sosialtjenesteloven § 27",
        "midlertidig botilbud",
        "mellombels butilbod",
    ),
    TOLK,
    REGLER,
)
ANMODNING: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("hva som mangler", "forvaltningsloven § 11", lambda v: v.mangler),
    setning("følgen av ikke å svare", "forvaltningsloven § 11", "på det vi vet", "på det vi veit"),
    *_SVAR,
    TOLK,
)
FORELEGGELSE: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("opplysningene som forelegges", "forvaltningsloven § 17", lambda v: tuple(o.hva for o in v.opplysninger)),
    verdi("hvem opplysningene er fra", "forvaltningsloven § 17", lambda v: tuple(o.kilde for o in v.opplysninger)),
    setning("retten til å si sin mening", "forvaltningsloven § 17", "rette det som er feil", "rette det som er feil"),
    *_SVAR,
    TOLK,
    REGLER,
)
FORHAANDSVARSEL: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("hvilket vedtak det gjelder", "forvaltningsloven § 16", lambda v: vis_dato(v.vedtak_dato)),
    verdi("grunnen til varselet", "forvaltningsloven § 16", lambda v: v.grunn),
    setning(
        "at ingenting er bestemt ennå", "forvaltningsloven § 16", "ikke bestemt oss ennå", "ikkje bestemt oss enno"
    ),
    *_SVAR,
    TOLK,
    REGLER,
)
OPPHEVELSE: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("hvilket vedtak det gjelder", "forvaltningsloven § 35", lambda v: vis_dato(v.vedtak_dato)),
    verdi("begrunnelsen", "forvaltningsloven § 24", lambda v: v.begrunnelse),
    verdi(
        "når søkeren ble varslet",
        "forvaltningsloven § 16",
        lambda v: v.varsel_dato and vis_dato(v.varsel_dato),
        lambda v: v.slag == "bortfall" or v.grunnlag == "ugyldig",
    ),
    verdi("det søkeren har sagt", "forvaltningsloven § 25", lambda v: v.uttalelse, lambda v: v.uttalelse is not None),
    verdi("hvem som har godkjent", "kommunens regel", lambda v: v.godkjent_av),
    *KLAGE,
    Krav(KLAGE_A.hva, KLAGE_A.hjemmel, lambda v, p: v.slag == "bortfall" or KLAGE_A.holder(v, p)),
    TOLK,
    REGLER,
)
FORBUD_I_OPPHEVELSE: tuple[Forbud, ...] = (FEIL_KLAGEINSTANS, KLAGEFRIST_SOM_DATO)
TILBUD: tuple[Krav, ...] = (
    *BREVHODE,
    verdi("boligens adresse", "husleieloven § 1-4", lambda v: v.bolig.adresse, lambda v: not v.hode.er_skjermet),
    verdi("husleien", "husleieloven § 3-1", lambda v: str(v.husleie)),
    verdi("hva husleien dekker", "husleieloven § 3-1", lambda v: v.inkludert),
    verdi("fristen for å svare", "kommunens regel", lambda v: vis_dato(v.frist)),
    setning(
        "at vedtaket står ved nei",
        "boligsosialloven § 7",
        "Vedtaket ditt gjelder fortsatt",
        "Vedtaket ditt gjeld framleis",
    ),
    setning(
        "grensen for forskudd", "husleieloven § 3-2", "aldri mer enn én måneds leie", "aldri meir enn éin månads leige"
    ),
    setning(
        "at betalingsmåten er fri",
        "husleieloven § 3-3",
        "Du velger selv hvordan du betaler",
        "Du vel sjølv korleis du betaler",
    ),
    setning(
        "at ingenting annet koster",
        "husleieloven § 3-7",
        "verken depositum eller noe annet",
        "verken depositum eller noko anna",
    ),
    TOLK,
    REGLER,
)
