"""The letters that go out when arrears are followed up: what is owed, to the tenant, Nav and namsmannen."""

from datetime import timedelta

from boligtildeling.casework.boforhold.inndrivelsesfakta import siste_varsel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.views.boforhold import utleiebrev
from boligtildeling.casework.views.boforhold.utleieformer import Fravikelsesgrunn, Kravpost
from boligtildeling.domain.boforhold.inndrivelsesgrunnlag import Inndrivelse
from boligtildeling.domain.boforhold.varsling import Leievarsel, varsel_er_ute

_GRUNN: dict[str | None, Fravikelsesgrunn] = {"a": "leie", "b": "utloep", "c": "oppsigelse", "d": "heving"}
_HUSLEIE = {"nb": "Husleie", "nn": "Husleige"}


def lag_varselbrev(arbeid: Arbeid, sendt: Leievarsel, fakta: Inndrivelse) -> int:
    """Makes and keeps the letter of a warning that is sent today; the number of the document.

    Raises `Sperret` with everything that the letter lacks or that comes too early.

    Hjemmel: inkassoloven § 9, tvangsfullbyrdelsesloven § 4-18, husleieloven § 9-11.
    """
    krav, kostnad = kravposter(arbeid, fakta), sendt.gebyr or None
    frist = sendt.frist or varsel_er_ute(sendt.sendt_dato)
    match sendt.slag:
        case "purring":
            return lag_og_lagre(arbeid, "purring", utleiebrev.purring(arbeid, krav, frist, kostnad))
        case "inkassovarsel":
            return lag_og_lagre(arbeid, "inkassovarsel", utleiebrev.inkassovarsel(arbeid, krav, frist, kostnad))
        case "varsel_4_18":
            krav = kravposter(arbeid, fakta, forfalt_i_dag=True)
            opphoert = fakta.utloep if sendt.gjelder == "b" else None
            visning = utleiebrev.varsel_4_18(arbeid, _GRUNN[sendt.gjelder], frist, krav, opphoert)
            return lag_og_lagre(arbeid, "varsel-4-18", visning)
        case _:
            grunn: Fravikelsesgrunn = "leie" if krav else "utloep"
            reservert = fakta.har_reservert_seg
            visning_9_11 = utleiebrev.varsel_9_11(arbeid, grunn, krav, leier_reservert=reservert)
            return lag_og_lagre(arbeid, "varsel-9-11", visning_9_11)


def kravposter(arbeid: Arbeid, fakta: Inndrivelse, *, forfalt_i_dag: bool = False) -> tuple[Kravpost, ...]:
    """What is owed and may be claimed, as the letters say it: overdue, and not held back by a debt settlement.

    With `forfalt_i_dag`, also what falls due today: the tenant may be warned of eviction from that day on.

    Hjemmel: gjeldsordningsloven § 3-4.
    """
    fra = fakta.gjeldsforhandling_aapnet if fakta.gjeldsordning_sperrer else None
    navn = _HUSLEIE[arbeid.sak.soeknad.maalform]
    return tuple(
        Kravpost(gjelder=navn, forfall=k.forfall, beloep=k.beloep)
        for k in fakta.krav
        if k.forfall < arbeid.i_dag + timedelta(days=forfalt_i_dag) and (fra is None or k.forfall > fra)
    )


def lag_begjaering(arbeid: Arbeid, grunnlag: str, mottaker: str, fakta: Inndrivelse) -> int | None:
    """Makes and keeps the request for eviction; None for a ground that the tenant is not warned of first.

    Hjemmel: tvangsfullbyrdelsesloven §§ 4-18 og 13-2.
    """
    varslet = fakta.varsler_4_18.get(grunnlag)
    if varslet is None:
        return None
    sosialtjenesten = siste_varsel(arbeid, "varsel_9_11")
    visning = utleiebrev.begjaering(
        arbeid,
        _GRUNN[grunnlag],
        mottaker[:1].upper() + mottaker[1:],
        varslet,
        sosialtjenesten.sendt_dato if sosialtjenesten is not None else None,
        krav=kravposter(arbeid, fakta) if grunnlag == "a" else (),
        opphoert_dato=fakta.utloep if grunnlag == "b" else None,
    )
    return lag_og_lagre(arbeid, "begjaering", visning)
