"""What the granted decision gives, line by line: the dwelling, the lease, the follow-up and old arrears."""

from boligtildeling.casework.views.dokumentformer import Vedtaksbrev
from boligtildeling.documents.ord import stor_forbokstav
from boligtildeling.documents.tekster import Brevtekst
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.planer import Kontraktsvalg, Oppfoelgingsplan

_KJENT_HAANDTERING = frozenset(
    {
        *("henstand", "trekk_loeper", "bestridt", "foreldet", "ettergitt"),
        *("gjeldsforhandling", "kan_ikke", "vil_ikke"),
    }
)


def fakta(v: Vedtaksbrev, t: Brevtekst) -> tuple[tuple[str, str], ...]:
    """Label and sentence for each part that is settled."""
    krav, linjer = v.innhold.bolig, []
    if krav.boligtype:
        linjer.append((t("etikett_boligtype"), stor_forbokstav(t(f"boligtype_{krav.boligtype}"))))
    if krav.antall_soverom is not None:
        soverom = t("soverom_antall", antall_soverom=str(krav.antall_soverom))
        linjer.append(
            (t("etikett_stoerrelse"), soverom if krav.antall_soverom else stor_forbokstav(t("soverom_ingen")))
        )
    if v.kontraktsvalg:
        linjer.append((t("etikett_kontrakt"), leietid(v.kontraktsvalg, t)))
    if v.oppfoelgingsplan:
        linjer.append((t("etikett_oppfoelging"), _oppfoelging(v.oppfoelgingsplan, t)))
    return (*linjer, (t("etikett_restanse"), _restanse(v, t)))


def leietid(valg: Kontraktsvalg, t: Brevtekst) -> str:
    """How long the lease lasts: whole years as years, otherwise months."""
    if valg.maaneder is None:
        tid = t("kontrakt_tidsubestemt")
    elif valg.maaneder % 12 == 0:
        tid = t("kontrakt_aar", aar=str(valg.maaneder // 12))
    else:
        tid = t("kontrakt_maaneder", maaneder=str(valg.maaneder))
    return f"{tid} {t('kontrakt_tjenester')}" if valg.type == "bo_og_tjeneste" else tid


def _oppfoelging(plan: Oppfoelgingsplan, t: Brevtekst) -> str:
    if not plan.behov:
        return t("oppfoelging_nei")
    if plan.evaluering_dato is None:
        return t("oppfoelging_ja")
    return f"{t('oppfoelging_ja')} {t('oppfoelging_evaluering', evaluering_dato=vis_dato(plan.evaluering_dato))}"


def _restanse(v: Vedtaksbrev, t: Brevtekst) -> str:
    if not v.restanse:
        return t("restanse_ingen")
    plan = v.restanseplan
    if plan is None:
        return t("restanse_annet")
    if plan.haandtering == "nedbetalingsavtale" and plan.per_maaned:
        return t("restanse_nedbetalingsavtale", restanse_per_maaned=str(plan.per_maaned))
    if plan.haandtering == "nedbetalingsavtale":
        return t("restanse_nedbetalingsavtale_uten_beloep")
    return t(f"restanse_{plan.haandtering}" if plan.haandtering in _KJENT_HAANDTERING else "restanse_annet")
