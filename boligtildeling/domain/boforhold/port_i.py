"""Gate I: nothing goes to debt collection or for eviction before it has been talked over, warned of and waited for.

Each reason says what is missing and, where a day clears it, from which day it would be lawful.
"""

from collections.abc import Mapping

from boligtildeling.domain.boforhold.inndrivelse import forhandling_er_over
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse
from boligtildeling.domain.boforhold.varsling import (
    HUSLL_9_11,
    INKASSOL_9,
    TVANGSL_4_18,
    TVANGSL_4_19,
    TVANGSL_13_2,
    Fravikelsesgrunn,
    inkassovarsel_er_ute,
    varsel_er_for_gammelt,
    varsel_er_ute,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Sperre
from boligtildeling.domain.penger import Kroner

GJELDSORDNINGSL_3_4 = "gjeldsordningsloven § 3-4"
HUSLL_9_7, HUSLL_9_8, HUSLL_9_9 = "husleieloven § 9-7", "husleieloven § 9-8", "husleieloven § 9-9"
MOTTAKER: Mapping[Fravikelsesgrunn, str] = {
    "a": "namsmannen",
    "b": "namsmannen",
    "c": "namsmannen",
    "d": "tingretten",
}
"""Who the petition goes to. Hjemmel: tvangsfullbyrdelsesloven § 13-3 (termination for breach: the court)."""
KLAUSUL_FOR: Mapping[str, str] = {"a": "fravikelse_a", "b": "fravikelse_b"}
_TELLER_SOM_MISLIGHOLD = frozenset({"a", "c", "d"})


def sperrer_for_inkasso(f: Inndrivelse, beloep: Kroner | None = None) -> tuple[Sperre, ...]:
    """I-1: everything that stands against sending `beloep` (all of the debt when not given) to debt collection.

    Hjemmel: inkassoloven § 9, gjeldsordningsloven § 3-4.
    """
    funn = [*_felles(f)]
    if not f.restanse:
        funn.append(Sperre("RESTANSE", "Det står ingen restanse på leieforholdet."))
    if f.inkassovarsel_frist is None:
        funn.append(
            Sperre("VARSEL", "Inkassovarselet er ikke sendt. Leieren skal ha minst 14 dager på seg.", INKASSOL_9)
        )
    elif f.i_dag < (fra := inkassovarsel_er_ute(f.inkassovarsel_frist)):
        grunn = f"Fristen i inkassovarselet er ikke ute. Kravet kan tidligst oversendes {vis_dato(fra)}."
        funn.append(Sperre("FRIST", grunn, INKASSOL_9))
    if f.avtale == "foelges":
        funn.append(Sperre("AVTALE", "Leieren holder nedbetalingsavtalen. Da kan kravet ikke sendes til inkasso."))
    if f.gjeldsordning_sperrer and (beloep or f.restanse) > f.kan_kreves_naa:
        funn.append(_gjeldsordning(f))
    return tuple(funn)


def _gjeldsordning(f: Inndrivelse) -> Sperre:
    eldre = "Krav fra før gjeldsforhandlingen ble åpnet, kan ikke kreves."
    nye = f" Du kan kreve {f.kan_kreves_naa}, som har forfalt etterpå." if f.kan_kreves_naa else ""
    naar = ""
    if f.gjeldsordning == "aapnet" and f.gjeldsforhandling_aapnet is not None:
        naar = f" Forhandlingen er over tidligst {vis_dato(forhandling_er_over(f.gjeldsforhandling_aapnet))}."
    return Sperre("GJELD", f"{eldre}{nye}{naar}", GJELDSORDNINGSL_3_4)


def sperrer_for_fravikelse(f: Inndrivelse, grunnlag: Fravikelsesgrunn) -> tuple[Sperre, ...]:
    """I-2: everything that stands against asking for eviction on this ground.

    Hjemmel: tvangsfullbyrdelsesloven §§ 4-18 og 13-2, husleieloven § 9-11.
    """
    egne = {"a": _leie, "b": _utloep, "c": _oppsigelse, "d": _heving}[grunnlag](f)
    klage = (Sperre("KLAGE", "Klagen er ikke ferdig behandlet.", KOMMUNENS_REGEL),) if f.har_ubehandlet_klage else ()
    return (*_felles(f), *klage, *_klausul(f, grunnlag), *egne, *_varsel_9_11(f, grunnlag))


def _felles(f: Inndrivelse) -> tuple[Sperre, ...]:
    """Trondheim's rule: talked over in a samarbeidsmøte and concluded; and nothing while the case waits."""
    funn: list[Sperre] = []
    if f.droeftet_dato is None:
        grunn = "Saken er ikke drøftet i samarbeidsmøte med konklusjonen «ferdigbehandlet»."
        if f.har_reservert_seg:
            grunn += " Leieren har reservert seg, så den drøftes uten sosialtjenesten eller anonymt."
        funn.append(Sperre("MOETE", grunn))
    if f.paa_vent_til is not None:
        grunn = f"Saken er på vent til {vis_dato(f.paa_vent_til)}. Ta den opp igjen først."
        funn.append(Sperre("VENT", grunn))
    return tuple(funn)


def _klausul(f: Inndrivelse, grunnlag: Fravikelsesgrunn) -> tuple[Sperre, ...]:
    klausul = KLAUSUL_FOR.get(grunnlag)
    if klausul is None or klausul in f.klausuler:
        return ()
    grunn = "Leieavtalen sier ikke at fravikelse kan kreves av denne grunnen. Da må kommunen ha dom."
    return (Sperre("KLAUSUL", grunn, f"{TVANGSL_13_2} bokstav {grunnlag}"),)


def _varsel_4_18(f: Inndrivelse, grunnlag: Fravikelsesgrunn) -> tuple[Sperre, ...]:
    sendt = f.varsler_4_18.get(grunnlag)
    if sendt is None:
        return (Sperre("VARSEL", "Leieren har ikke fått varsel om fravikelse av denne grunnen.", TVANGSL_4_18),)
    if varsel_er_for_gammelt(sendt, f.i_dag):
        grunn = f"Varselet fra {vis_dato(sendt)} er mer enn ett år gammelt. Send et nytt."
        return (Sperre("VARSEL", grunn, TVANGSL_4_19),)
    if f.i_dag < (fra := varsel_er_ute(sendt)):
        grunn = f"De to ukene i varselet om fravikelse er ikke ute. Begjæringen kan tidligst sendes {vis_dato(fra)}."
        return (Sperre("FRIST", grunn, TVANGSL_4_18),)
    return ()


def _leie(f: Inndrivelse) -> tuple[Sperre, ...]:
    """a: rent that is not paid, and a warning that is out. An agreement that is kept stands against it."""
    funn: list[Sperre] = []
    if not f.restanse:
        funn.append(Sperre("RESTANSE", "Leien er betalt, så det er ikke grunnlag for fravikelse.", TVANGSL_13_2))
    elif not f.kan_kreves_naa:
        funn.append(_gjeldsordning(f))
    if f.avtale == "foelges":
        funn.append(Sperre("AVTALE", "Leieren holder nedbetalingsavtalen."))
    return (*funn, *_varsel_4_18(f, "a"))


def _utloep(f: Inndrivelse) -> tuple[Sperre, ...]:
    """b: the term is out, and an extension is not waiting for an answer."""
    funn: list[Sperre] = []
    if f.utloep is None:
        funn.append(Sperre("UTLOEP", "Leieavtalen har ingen sluttdato.", TVANGSL_13_2))
    elif f.i_dag <= f.utloep:
        grunn = f"Leietiden går ut {vis_dato(f.utloep)}. Begjæringen kan ikke sendes før den er ute."
        funn.append(Sperre("UTLOEP", grunn, TVANGSL_13_2))
    if f.forlengelse_er_ubehandlet:
        funn.append(Sperre("FORLENGELSE", "Søknaden om forlengelse er ikke ferdig behandlet."))
    return (*funn, *_varsel_4_18(f, "b"))


def _oppsigelse(f: Inndrivelse) -> tuple[Sperre, ...]:
    """c: a notice whose form holds, and no protest in time; or a lawsuit, and the notice not set aside.

    Hjemmel: husleieloven §§ 9-7 og 9-8.
    """
    o = f.oppsigelse
    if o is None:
        return (Sperre("OPPSIGELSE", "Leieavtalen er ikke sagt opp.", HUSLL_9_7),)
    funn: list[Sperre] = []
    if not o.er_i_orden:
        grunn = "Oppsigelsen mangler noe av det den må si, og er ugyldig. Si opp på nytt."
        funn.append(Sperre("OPPSIGELSE", grunn, HUSLL_9_7))
    if o.er_satt_til_side:
        funn.append(Sperre("OPPSIGELSE", "Retten har satt oppsigelsen til side.", HUSLL_9_8))
    elif o.har_protestert and not o.sak_er_reist:
        funn.append(Sperre("OPPSIGELSE", "Leieren har protestert, og kommunen har ikke reist sak.", HUSLL_9_8))
    elif not o.har_protestert and f.i_dag <= o.protestfrist:
        grunn = f"Leieren kan protestere til og med {vis_dato(o.protestfrist)}. Vent til fristen er ute."
        funn.append(Sperre("FRIST", grunn, HUSLL_9_8))
    return tuple(funn)


def _heving(f: Inndrivelse) -> tuple[Sperre, ...]:
    """d: terminated in writing; where the law asks for it, a written warning first.

    Hjemmel: husleieloven § 9-9.
    """
    h = f.heving
    funn: list[Sperre] = []
    if h is None or h.hevet_dato is None:
        funn.append(Sperre("HEVING", "Leieavtalen er ikke hevet skriftlig.", HUSLL_9_9))
    elif h.krever_advarsel and (h.advarsel_sendt is None or h.advarsel_sendt >= h.hevet_dato):
        funn.append(Sperre("HEVING", "Leieren fikk ikke skriftlig advarsel før hevingen.", HUSLL_9_9))
    return tuple(funn)


def _varsel_9_11(f: Inndrivelse, grunnlag: Fravikelsesgrunn) -> tuple[Sperre, ...]:
    """The kommune's rule: sosialtjenesten is warned two weeks before, when it is about a breach and nobody reserved.

    Hjemmel: husleieloven § 9-11.
    """
    if grunnlag not in _TELLER_SOM_MISLIGHOLD or f.har_reservert_seg:
        return ()
    if f.varsel_9_11 is None:
        return (Sperre("VARSEL", "Sosialtjenesten har ikke fått varsel.", HUSLL_9_11),)
    if f.i_dag < (fra := varsel_er_ute(f.varsel_9_11)):
        naar = f"Begjæringen kan tidligst sendes {vis_dato(fra)}."
        grunn = f"Det er ikke gått to uker siden sosialtjenesten fikk varsel. {naar}"
        return (Sperre("FRIST", grunn, HUSLL_9_11),)
    return ()
