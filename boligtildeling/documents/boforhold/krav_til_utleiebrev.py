"""What a landlord's letters must contain, and the days on which they may not be sent yet."""

from datetime import timedelta

from boligtildeling.documents.krav_til_brev import REGLER, TOLK
from boligtildeling.documents.krav_til_vedtak import BREVHODE
from boligtildeling.documents.maa_staa import Forbud, Krav, Papir, Visning, setning, verdi
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.frist import flytteoppfordring, tidligste_dag_etter
from boligtildeling.domain.husleie import til_dato

_INKASSO, _KOSTNAD = "inkassoloven § 9", "inkassoforskriften § 1-2"
_HEVING, _OPPSIGELSE, _TVANG = "husleieloven § 9-9", "husleieloven § 9-7", "tvangsfullbyrdelsesloven § 4-18"
_TIL_LEIER = (
    *BREVHODE,
    TOLK,
    REGLER,
    setning(
        "hvor leieren kan få råd",
        "sosialtjenesteloven § 17",
        "Nav gir gratis råd",
        "Nav gir gratis råd",
    ),
)
_KRAVET: tuple[Krav, ...] = (
    verdi("hva kravet gjelder", _INKASSO, lambda v: tuple(k.gjelder for k in v.krav)),
    verdi("når det forfalt", _INKASSO, lambda v: tuple(vis_dato(k.forfall) for k in v.krav)),
    verdi("beløpet", _INKASSO, lambda v: str(v.til_sammen)),
    verdi("kontonummeret", "husleieloven § 3-3", lambda v: v.kontonummer and "Konto"),
    verdi("KID", "husleieloven § 3-3", lambda v: v.kid),
    verdi("fristen for å betale", _INKASSO, lambda v: vis_dato(v.frist)),
    setning("at kravet kan være feil", "inkassoloven § 8", "kravet feil", "kravet feil"),
)


def _etter_forfall(v: Visning, _: Papir) -> bool:
    """Sent before the amounts had fallen due."""
    return any(v.hode.dato <= k.forfall for k in v.krav)


def _kort_frist(v: Visning, _: Papir) -> bool:
    """Less than 14 days to pay or move, counted from the day of the letter."""
    return bool(v.frist + timedelta(days=1) < tidligste_dag_etter(v.hode.dato, dager=14))


def _kostnad_for_tidlig(v: Visning, _: Papir) -> bool:
    eldste = min((k.forfall for k in v.krav), default=None)
    return v.kostnad is not None and eldste is not None and v.hode.dato < eldste + timedelta(days=14)


_IKKE_FORFALT = Forbud("Noe av kravet er ikke forfalt ennå. Ta det ut av brevet.", _INKASSO, _etter_forfall)
_KOSTNAD_FOR_TIDLIG = Forbud(
    "Brevet kan ikke koste noe før 14 dager etter forfall. Ta ut kostnaden.", _KOSTNAD, _kostnad_for_tidlig
)
PURRING: tuple[Krav, ...] = (*_TIL_LEIER, *_KRAVET)
FORBUD_I_PURRING: tuple[Forbud, ...] = (_IKKE_FORFALT, _KOSTNAD_FOR_TIDLIG)
INKASSOVARSEL: tuple[Krav, ...] = (
    *_TIL_LEIER,
    *_KRAVET,
    setning("følgen", _INKASSO, "fristen, kan vi sende kravet", "fristen, kan vi sende kravet"),
)
FORBUD_I_INKASSOVARSEL: tuple[Forbud, ...] = (
    _IKKE_FORFALT,
    _KOSTNAD_FOR_TIDLIG,
    Forbud("Fristen må være minst 14 dager fra brevet er sendt.", _INKASSO, _kort_frist),
)


def _gjelder_leie(v: Visning) -> bool:
    return bool(v.grunnlag == "leie")


def _gjelder_ikke_leie(v: Visning) -> bool:
    return not _gjelder_leie(v)


VARSEL_4_18: tuple[Krav, ...] = (
    *_TIL_LEIER,
    verdi("boligens adresse", _TVANG, lambda v: v.bolig_adresse, lambda v: not v.hode.er_skjermet),
    setning("at tvangsfravikelse vil bli begjært", _TVANG, "begjærer vi tvangsfravikelse", "krev vi tvangsfråviking"),
    verdi("fristen", _TVANG, lambda v: vis_dato(v.frist)),
    verdi("hva som skyldes", _TVANG, lambda v: tuple(k.gjelder for k in v.krav), _gjelder_leie),
    verdi("beløpet", _TVANG, lambda v: v.til_sammen and str(v.til_sammen), _gjelder_leie),
    verdi("KID", "husleieloven § 3-3", lambda v: v.kid, _gjelder_leie),
    verdi(
        "dagen leieavtalen tok slutt",
        _TVANG,
        lambda v: v.opphoert_dato and vis_dato(v.opphoert_dato),
        _gjelder_ikke_leie,
    ),
    setning(
        "at betaling stanser saken",
        "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a",
        "Betaling stanser saken",
        "Betaling stansar saka",
        _gjelder_leie,
    ),
    setning("retten til å reservere seg", "husleieloven § 9-11", "Vil du ikke det", "Vil du ikkje det"),
)
FORBUD_I_VARSEL_4_18: tuple[Forbud, ...] = (
    Forbud(
        "Varselet kan tidligst sendes på forfallsdagen. Ta ut det som ikke er forfalt.",
        _TVANG,
        lambda v, _: any(v.hode.dato < k.forfall for k in v.krav),
    ),
    Forbud("Fristen må være minst to uker fra varselet er sendt.", _TVANG, _kort_frist),
)
VARSEL_9_11: tuple[Krav, ...] = (
    *BREVHODE,
    REGLER,
    verdi("hvem som leier", "husleieloven § 9-11", lambda v: tuple(navn for navn, _ in v.leiere)),
    verdi("når begjæringen tidligst sendes", "husleieloven § 9-11", lambda v: vis_dato(v.begjaering_tidligst)),
    Krav(
        "leieren som mottaker av kopi. Leieren skal ha melding senest samtidig",
        "husleieloven § 9-11",
        lambda v, _: bool(v.leiere) and all(any(navn in kopi for kopi in v.mottaker.kopi_til) for navn, _ in v.leiere),
    ),
)
FORBUD_I_VARSEL_9_11: tuple[Forbud, ...] = (
    Forbud(
        "Leieren har reservert seg mot at sosialtjenesten varsles. Varselet kan ikke sendes.",
        "husleieloven § 9-11",
        lambda v, _: v.leier_reservert,
    ),
    Forbud(
        "Begjæringen kan tidligst sendes to uker etter varselet. Rett datoen.",
        "husleieloven § 9-11",
        lambda v, _: v.begjaering_tidligst < tidligste_dag_etter(v.hode.dato, uker=2),
    ),
)
ADVARSEL: tuple[Krav, ...] = (
    *_TIL_LEIER,
    verdi("hva som er brutt", _HEVING, lambda v: tuple(f.hva for f in v.forhold)),
    verdi("hva leieren må gjøre", _HEVING, lambda v: v.maa_gjoere),
    verdi("fristen", _HEVING, lambda v: vis_dato(v.frist)),
    setning("hva som kan skje", _HEVING, "kan vi heve leieavtalen", "kan vi heve leigeavtalen"),
)
HEVING: tuple[Krav, ...] = (
    *_TIL_LEIER,
    verdi("grunnen", _HEVING, lambda v: v.grunn),
    verdi("når leieren må flytte", _HEVING, lambda v: vis_dato(v.fraflytting)),
    verdi(
        "datoen for den skriftlige advarselen",
        _HEVING,
        lambda v: v.advarsel_dato and vis_dato(v.advarsel_dato),
        lambda v: v.grunnlag in {"b", "c", "d"},
    ),
    setning("hva den som er uenig kan gjøre", _HEVING, "Hvis du er uenig", "Om du er usamd"),
)
OPPSIGELSE: tuple[Krav, ...] = (
    *_TIL_LEIER,
    verdi("grunnen", _OPPSIGELSE, lambda v: v.grunn),
    verdi("dagen avtalen opphører", "husleieloven § 9-6", lambda v: vis_dato(v.opphoer)),
    setning(
        "fristen for å protestere",
        _OPPSIGELSE,
        "innen én måned etter at du fikk dette brevet",
        "innan éin månad etter at du fekk dette brevet",
    ),
    setning(
        "hva leieren taper ved ikke å protestere",
        _OPPSIGELSE,
        "kan du ikke senere hevde at oppsigelsen er i strid med loven",
        "kan du ikkje seinare hevde at oppseiinga er i strid med lova",
    ),
    setning(
        "at tvangsfravikelse da kan begjæres",
        _OPPSIGELSE,
        "§ 13-2 tredje ledd bokstav c",
        "§ 13-2 tredje ledd bokstav c",
    ),
    verdi("adressen protesten sendes til", _OPPSIGELSE, lambda v: v.hode.enhet_adresse),
)
FORBUD_I_OPPSIGELSEN: tuple[Forbud, ...] = (
    Forbud(
        "Oppsigelsen må gi minst tre måneder, og avtalen opphører den siste dagen i en måned.",
        "husleieloven § 9-6",
        lambda v, _: v.opphoer <= til_dato(v.hode.dato, 3) or (v.opphoer + timedelta(days=1)).day != 1,
    ),
)
FLYTTEOPPFORDRING: tuple[Krav, ...] = (
    *_TIL_LEIER,
    verdi("når leietiden er ute", "husleieloven § 9-2", lambda v: vis_dato(v.utloep_dato)),
    verdi("når leieren må flytte", "husleieloven § 9-2", lambda v: vis_dato(v.fraflytting)),
    setning("oppfordringen", "husleieloven § 9-2", "oppfordrer deg til å flytte", "oppmodar deg om å flytte"),
    verdi("grunnen", "kommunens regel", lambda v: v.grunn),
)
FORBUD_I_FLYTTEOPPFORDRINGEN: tuple[Forbud, ...] = (
    Forbud(
        "Det er gått mer enn tre måneder siden leietiden var ute. Avtalen er tidsubestemt, og må sies opp.",
        "husleieloven § 9-2",
        lambda v, _: v.hode.dato >= flytteoppfordring(v.utloep_dato).tidsubestemt_fra,
    ),
    Forbud(
        "Leieren kan ikke bes om å flytte før leietiden er ute.",
        "husleieloven § 9-2",
        lambda v, _: v.fraflytting < v.utloep_dato,
    ),
)
