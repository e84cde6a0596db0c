"""The named conditions that a checklist may use: each a pure function of the facts (fagdokumentet § 2)."""

from collections.abc import Callable

from boligtildeling.domain.grunnlag import Grunnlag

Vilkaarsfunksjon = Callable[[Grunnlag], bool]
KJENNETEGN: dict[str, Vilkaarsfunksjon] = {}


def _navngitt(funksjon: Vilkaarsfunksjon) -> Vilkaarsfunksjon:
    KJENNETEGN[funksjon.__name__] = funksjon
    return funksjon


@_navngitt
def alltid(g: Grunnlag) -> bool:
    """Every case."""
    return True


@_navngitt
def barn(g: Grunnlag) -> bool:
    """Children or foster children under 18, or of unknown age, in the household; also on contact visits.

    Hjemmel: forvaltningsloven § 17, barnekonvensjonen artikkel 3 og 12.
    """
    return any(m.er_barn(g.i_dag) for m in g.sak.soeknad.husstand)


@_navngitt
def tolkebehov(g: Grunnlag) -> bool:
    """The applicant needs an interpreter (tolkeloven § 6)."""
    return g.sak.soeknad.tolk is not None and g.sak.soeknad.tolk.behov


@_navngitt
def ikke_ordinaer_leie(g: Grunnlag) -> bool:
    """The caseworker has judged that an ordinary lease is not frame enough."""
    return "ordinaer_leie_rekker_ikke" in g.sak.kjennetegn


@_navngitt
def restanse(g: Grunnlag) -> bool:
    """Old rent is owed to boligforvalteren."""
    return bool(g.restanse)


@_navngitt
def opplysninger_fra_andre(g: Grunnlag) -> bool:
    """Information about the applicant came from others; always so with arrears (forvaltningsloven § 17)."""
    return "opplysninger_fra_andre" in g.sak.kjennetegn or restanse(g)


@_navngitt
def mangler_ved_avslag(g: Grunnlag) -> bool:
    """The application lacks something, and the outcome is a refusal or a dismissal (forvaltningsloven § 11)."""
    return "mangler_i_soeknad" in g.sak.kjennetegn and not g.sak.vedtaksinnhold.er_innvilgelse


@_navngitt
def sosialhjelp_til_boutgifter(g: Grunnlag) -> bool:
    """Receives economic social assistance."""
    return g.sak.soeknad.mottar_sosialhjelp


@_navngitt
def sosialhjelp_som_forskudd(g: Grunnlag) -> bool:
    """Social assistance for housing is granted as an advance on bostøtte (bustøttelova § 9)."""
    return "sosialhjelp_som_forskudd" in g.sak.kjennetegn


@_navngitt
def ny_innflytting(g: Grunnlag) -> bool:
    """A new home: application of type new or swap."""
    return g.sak.gir_ny_innflytting


@_navngitt
def behov_for_oppfoelging(g: Grunnlag) -> bool:
    """The follow-up plan concludes that follow-up is needed."""
    return g.sak.oppfoelgingsplan is not None and g.sak.oppfoelgingsplan.behov


@_navngitt
def oppfoelgingsavtale(g: Grunnlag) -> bool:
    """A follow-up agreement will be made: a plan with a need."""
    return behov_for_oppfoelging(g)


@_navngitt
def flere_tjenester(g: Grunnlag) -> bool:
    """At least two different services."""
    return len({t.strip().casefold() for t in g.sak.soeknad.tjenester}) >= 2


@_navngitt
def tjenestevedtak(g: Grunnlag) -> bool:
    """A decision on services exists or is applied for."""
    return "tjenestevedtak" in g.sak.kjennetegn or bool(g.sak.soeknad.tjenester)


@_navngitt
def deling(g: Grunnlag) -> bool:
    """Information is to be shared outside the unit (forvaltningsloven §§ 13 a–b)."""
    return g.sak.oppfoelgingsplan is not None and bool(g.sak.oppfoelgingsplan.deles_med)


@_navngitt
def kort_varighet(g: Grunnlag) -> bool:
    """The chosen contract is shorter than 36 months (husleieloven § 9-3)."""
    return g.sak.kontraktsvalg is not None and g.sak.kontraktsvalg.er_kort


@_navngitt
def hatt_kort_kontrakt(g: Grunnlag) -> bool:
    """Short now, and the same dwelling and parties have had a short contract (husleieloven § 11-1 sjette ledd)."""
    return kort_varighet(g) and g.kort_kontrakt_foer


@_navngitt
def vilkaar_satt(g: Grunnlag) -> bool:
    """The decision sets conditions."""
    return bool(g.sak.vedtaksinnhold.vilkaar)


@_navngitt
def innvilgelse(g: Grunnlag) -> bool:
    """The decision grants a dwelling, or says nothing else yet."""
    return g.sak.vedtaksinnhold.er_innvilgelse


@_navngitt
def avslag_eller_mindre(g: Grunnlag) -> bool:
    """Refused, dismissed, or fewer bedrooms than applied for (forvaltningsloven §§ 24–25)."""
    return not g.sak.vedtaksinnhold.er_innvilgelse or faerre_soverom(g)


def faerre_soverom(g: Grunnlag) -> bool:
    """Granted fewer bedrooms than applied for."""
    oensket, gitt = g.sak.soeknad.behov.antall_soverom, g.sak.vedtaksinnhold.bolig.antall_soverom
    return oensket is not None and gitt is not None and gitt < oensket


@_navngitt
def oppfoelging_etter_vedtaket(g: Grunnlag) -> bool:
    """The plan had a need when the decision was sent; before that, if it has one now."""
    vedtak = g.sak.gjeldende_vedtak
    return vedtak.oppfoelging_ved_sending if vedtak and vedtak.er_sendt else behov_for_oppfoelging(g)


def samarbeid_er_besvart(g: Grunnlag) -> bool:
    """The follow-up plan answers OPP-3: cooperation is agreed, or the applicant has said no to it."""
    plan = g.sak.oppfoelgingsplan
    return plan is not None and plan.samarbeid != "ikke_aktuelt"
