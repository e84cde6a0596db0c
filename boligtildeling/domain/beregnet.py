"""The checkpoints that are computed and cannot be ticked off: each answers with a reason, or None when fulfilled."""

from collections.abc import Callable

from boligtildeling.domain import kontraktskontroll
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kjennetegn import restanse
from boligtildeling.domain.klarspraak import er_bare_standardtekst
from boligtildeling.domain.vilkaarsregler import kan_ikke_kreves

Beregning = Callable[[Grunnlag], str | None]


def konklusjoner(g: Grunnlag) -> str | None:
    """VED-1: a grant concludes on help, length of contract, size of dwelling and arrears."""
    innhold, mangler = g.sak.vedtaksinnhold, []
    if not innhold.boligsosial.bistand.strip():
        mangler.append("bistand og oppfølging")
    if g.sak.kontraktsvalg is None:
        mangler.append("kontraktslengde")
    if innhold.bolig.antall_soverom is None:
        mangler.append("boligstørrelse")
    if restanse(g) and (g.sak.oekonomiplan is None or g.sak.oekonomiplan.restanse is None):
        mangler.append("restanse")
    return f"Vedtaket konkluderer ikke om {', '.join(mangler)}." if mangler else None


def vilkaar_er_begrunnet(g: Grunnlag) -> str | None:
    """VED-2: each condition has a reason, says how and when it is met, and demands nothing it may not."""
    alle = g.sak.vedtaksinnhold.vilkaar
    mangler = [v.kode for v in alle if not (v.tekst.strip() and v.grunn.strip() and v.oppfylles.strip() and v.frist)]
    funn = [f"Vilkår {', '.join(mangler)} mangler tekst, grunn, måte eller frist."] if mangler else []
    funn += [f"Vilkår {v.kode}: {grunn}" for v in alle for grunn in kan_ikke_kreves(v)]
    return " ".join(funn) or None


def begge_deler_er_avgjort(g: Grunnlag) -> str | None:
    """VED-3: both part A and part B are decided, and do not contradict each other.

    Hjemmel: boligsosialloven § 7.
    """
    innhold = g.sak.vedtaksinnhold
    if innhold.utfall is None and innhold.boligsosial.konklusjon is None:
        return "Verken boligsosial bistand (A) eller kommunal bolig (B) er avgjort."
    if innhold.boligsosial.konklusjon is None:
        return "Boligsosial bistand (A) er ikke avgjort."
    if innhold.utfall is None:
        return "Kommunal bolig (B) er ikke avgjort."
    if innhold.boligsosial.konklusjon == "ikke_vanskeligstilt":
        if innhold.utfall == "innvilget":
            return "«Ikke vanskeligstilt» i A og innvilget bolig i B kan ikke stå sammen."
        return None
    if not innhold.boligsosial.bistand.strip():
        return "Søker er vanskeligstilt. Vedtaket må si hva bistanden går ut på."
    return None


def begrunnelsen_er_individuell(g: Grunnlag) -> str | None:
    """VED-4: facts, rules and main considerations are written for this applicant (forvaltningsloven §§ 24–25)."""
    begrunnelse = g.sak.vedtaksinnhold.begrunnelse
    if not begrunnelse.strip():
        return "Begrunnelsen er ikke skrevet."
    if er_bare_standardtekst(begrunnelse, g.klarspraak):
        return "Begrunnelsen er bare standardtekst. Skriv hvilke forhold hos søkeren som avgjorde saken."
    return None


def godkjent_av_en_annen(g: Grunnlag) -> str | None:
    """VED-6: approved by someone other than its writers, who has opened each part."""
    vedtak = g.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.godkjent_av is not None:
        return None
    return "Vedtaket er ikke godkjent av en annen enn den som skrev det."


def boligen_passer(g: Grunnlag) -> str | None:
    """TIL-1: size, accessibility and, when given on both sides, location; a deviation needs a reason."""
    tilbud = g.sak.aktivt_tilbud(g.i_dag)
    if g.bolig is None:
        return "Ingen bolig er valgt."
    if tilbud is not None and tilbud.boligid == g.bolig.boligid and (tilbud.avvik or "").strip():
        return None
    funn = avvik_i_bolig(g)
    return " ".join(funn) or None


def avvik_i_bolig(g: Grunnlag) -> tuple[str, ...]:
    """Where the dwelling does not fit the household."""
    if g.bolig is None:
        return ()
    behov, bolig, funn = g.sak.soeknad.behov, g.bolig, []
    krav = g.sak.vedtaksinnhold.bolig.antall_soverom
    krav = krav if krav is not None else behov.antall_soverom
    if krav is not None and bolig.antall_soverom < krav:
        funn.append(f"Boligen har {bolig.antall_soverom} soverom, vedtaket sier {krav}.")
    if behov.rullestol and not bolig.rullestol:
        funn.append("Boligen er ikke tilgjengelig for rullestol.")
    if behov.trinnfri_eller_heis and not (bolig.rullestol or bolig.heis or bolig.trinnfri):
        funn.append("Boligen har verken trinnfri adkomst eller heis.")
    bydeler = {b.strip().casefold() for b in behov.bydeler}
    if bydeler and bolig.bydel and bolig.bydel.strip().casefold() not in bydeler:
        funn.append("Boligen ligger ikke i en bydel søker har ønsket.")
    return tuple(funn)


def takket_ja(g: Grunnlag) -> str | None:
    """TIL-2: the applicant has said yes to the offer."""
    if any(t.status == "ja" for t in g.sak.tilbud):
        return None
    return "Søker har ikke takket ja til et tilbud om bolig."


def vilkaarene_er_innfridd(g: Grunnlag) -> str | None:
    """KTR-1: each condition of the decision is checked and met."""
    vedtak = g.sak.gjeldende_vedtak
    mangler = [v.kode for v in vedtak.uinnfridde_vilkaar] if vedtak else []
    return f"Vilkår {', '.join(mangler)} er ikke kontrollert og innfridd." if mangler else None


def foerste_husleie_er_betalt(g: Grunnlag) -> str | None:
    """NOE-1: the first rent is paid, or covered by a Nav decision or a guarantee.

    Hjemmel: husleieloven §§ 3-2 og 3-3.
    """
    kontrakt = g.sak.kontrakt
    if kontrakt is None:
        return "Første husleie er ikke betalt. Kontrakten er ikke skrevet, så beløpet er ikke kjent ennå."
    if not kontrakt.gjenstaar:
        return None
    return f"Første husleie er {kontrakt.foerste_husleie}. {kontrakt.betalt} er betalt, {kontrakt.gjenstaar} gjenstår."


def alle_har_signert(g: Grunnlag) -> str | None:
    """NOE-3: the lease is signed by the landlord and every tenant."""
    kontrakt = g.sak.kontrakt
    if kontrakt is None:
        return "Kontrakten er ikke skrevet."
    mangler = kontrakt.mangler_signatur
    return f"Kontrakten mangler signatur fra {' og '.join(mangler)}." if mangler else None


def overtakelsen_er_naadd(g: Grunnlag) -> str | None:
    """NOE-8: the agreed day of handover has come (husleieloven § 2-1)."""
    kontrakt = g.sak.kontrakt
    if kontrakt is None:
        return "Overtakelse er ikke avtalt. Kontrakten er ikke skrevet."
    if g.i_dag >= kontrakt.overtakelse_dato:
        return None
    return f"Avtalt overtakelse er {vis_dato(kontrakt.overtakelse_dato)}."


def identiteten_er_sett(g: Grunnlag) -> str | None:
    """NOE-4: identity is seen or confirmed; answered in the handover itself, so gate N never asks for it beforehand."""
    return None if g.sak.noekkel_er_utlevert else "Svares når nøkkelen utleveres."


BEREGNEDE: dict[str, Beregning] = {
    "KON-2": kontraktskontroll.saerlige_grunner,
    "KON-3": kontraktskontroll.minst_seks_maaneder,
    "KON-5": kontraktskontroll.tungtveiende_grunner,
    "VED-1": konklusjoner,
    "VED-2": vilkaar_er_begrunnet,
    "VED-3": begge_deler_er_avgjort,
    "VED-4": begrunnelsen_er_individuell,
    "VED-6": godkjent_av_en_annen,
    "TIL-1": boligen_passer,
    "TIL-2": takket_ja,
    "KTR-1": vilkaarene_er_innfridd,
    "KTR-5": kontraktskontroll.noedvendige_klausuler,
    "NOE-1": foerste_husleie_er_betalt,
    "NOE-3": alle_har_signert,
    "NOE-4": identiteten_er_sett,
    "NOE-8": overtakelsen_er_naadd,
}
