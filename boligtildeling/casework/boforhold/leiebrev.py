"""The letters that the acts on arrears send: made, and kept with the case, as they are sent."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.views.boforhold import papirer, utleiebrev
from boligtildeling.casework.views.boforhold.former import Moetesak as Referatsak
from boligtildeling.casework.views.boforhold.utleieformer import Fravikelsesgrunn as Papirgrunn
from boligtildeling.casework.views.boforhold.utleieformer import Kravpost
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse
from boligtildeling.domain.boforhold.moete import Moetesak
from boligtildeling.domain.boforhold.varsling import Fravikelsesgrunn, Leievarsel, varsel_er_ute
from boligtildeling.domain.feltnavn import valgnavn

PAPIRGRUNN: Mapping[Fravikelsesgrunn, Papirgrunn] = {"a": "leie", "b": "utloep", "c": "oppsigelse", "d": "heving"}


def varselbrev(arbeid: Arbeid, varsel: Leievarsel, f: Inndrivelse) -> int:
    """The letter of a warning; gives the number of the document."""
    gebyr, frist = varsel.gebyr or None, varsel.frist or _uten_frist(varsel)
    if varsel.slag == "purring":
        return lag_og_lagre(arbeid, "purring", utleiebrev.purring(arbeid, _poster(f), frist, gebyr))
    if varsel.slag == "inkassovarsel":
        return lag_og_lagre(arbeid, "inkassovarsel", utleiebrev.inkassovarsel(arbeid, _poster(f), frist, gebyr))
    if varsel.slag == "varsel_9_11":
        grunn: Papirgrunn = "leie" if f.krav else "oppsigelse" if f.oppsigelse is not None else "heving"
        visning = utleiebrev.varsel_9_11(arbeid, grunn, _poster(f), f.har_reservert_seg)
        return lag_og_lagre(arbeid, "varsel-9-11", visning)
    gjelder_leie = varsel.gjelder == "a"
    fravikelse = utleiebrev.varsel_4_18(
        arbeid,
        "leie" if gjelder_leie else "utloep",
        frist,
        _poster(f) if gjelder_leie else (),
        None if gjelder_leie else f.utloep,
    )
    return lag_og_lagre(arbeid, "varsel-4-18", fravikelse)


def begjaeringsbrev(arbeid: Arbeid, grunnlag: Fravikelsesgrunn, til: str, f: Inndrivelse) -> int:
    """The petition; gives the number of the document."""
    visning = utleiebrev.begjaering(
        arbeid,
        PAPIRGRUNN[grunnlag],
        til,
        f.varsler_4_18.get(grunnlag, arbeid.i_dag),
        f.varsel_9_11,
        krav=_poster(f) if grunnlag == "a" else (),
        opphoert_dato=f.utloep if grunnlag == "b" else None,
        vedlegg=("Leieavtalen", "Varselet"),
    )
    return lag_og_lagre(arbeid, "begjaering", visning)


def referatpapir(arbeid: Arbeid, sak: Moetesak, ansvarlig: str | None, frist: date | None) -> int:
    """The minutes of this case alone, for its own papers; gives the number of the document."""
    referatsak = Referatsak(
        sak=arbeid.sak.saksnummer,
        leiers_syn=sak.leiers_syn,
        droefting=sak.droefting or "",
        konklusjon=valgnavn(sak.konklusjon),
        ansvarlig=ansvarlig,
        frist=frist,
    )
    moete = sak.moete
    deltakere = tuple((d.navn, valgnavn(d.enhet).lower()) for d in moete.deltakere)
    timer, minutter = (int(del_) for del_ in moete.klokkeslett.split("."))
    naar = datetime.combine(moete.dato, time(timer, minutter), arbeid.naa.tzinfo)
    visning = papirer.referat(arbeid, naar, moete.sted, deltakere, (referatsak,))
    return lag_og_lagre(arbeid, "referat", visning)


def _poster(f: Inndrivelse) -> tuple[Kravpost, ...]:
    return tuple(Kravpost(gjelder="Husleie", forfall=k.forfall, beloep=k.beloep) for k in f.krav)


def _uten_frist(varsel: Leievarsel) -> date:
    """The last day before what is warned of may follow; a reminder gives as long."""
    return varsel_er_ute(varsel.sendt_dato) - timedelta(days=1)
