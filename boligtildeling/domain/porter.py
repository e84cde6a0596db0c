"""The five gates V, G, T, K, N: one list of sperrer explains the button and refuses the act (fagdokumentet § 3)."""

from datetime import date, timedelta

from boligtildeling.domain.beregnet import BEREGNEDE
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kjennetegn import KJENNETEGN, samarbeid_er_besvart
from boligtildeling.domain.sjekkliste import PORTER, Port, Sjekkpunkt

ADRESSESJEKK_HOLDER_DAGER = 7
SVARES_I_UTLEVERINGEN = "NOE-4"
SVARES_I_PLANEN = "OPP-3"
# A hasteløp lets go of everything but these and the points marked so in the checklist: without a yes there is no
# home, without a signed lease none of the tenant's protection, without a known face no safe handover.
BESTAAR_I_HASTELOEP = frozenset({"TIL-2", "NOE-3", "NOE-4"})


def gjelder(g: Grunnlag, punkt: Sjekkpunkt) -> bool:
    """Whether the checkpoint counts in this case now."""
    return any(KJENNETEGN[navn](g) for navn in punkt.naar)


def mangel(g: Grunnlag, punkt: Sjekkpunkt) -> str | None:
    """Why the checkpoint is not fulfilled, in a sentence; None when it is. An exception fulfils it."""
    if punkt.kode in g.sak.unntak:
        return None
    if punkt.beregnet:
        return BEREGNEDE[punkt.kode](g)
    svar = g.sak.svar.get(punkt.kode)
    if svar is None and punkt.kode == SVARES_I_PLANEN and samarbeid_er_besvart(g):
        return None
    if svar is None:
        return f"{punkt.tekst} – ikke besvart ennå."
    innhold = svar.innhold
    if innhold.svar == "ja" or (innhold.svar == "utsatt" and punkt.kan_utsettes):
        return None
    if punkt.nei_oppfyller and innhold.har_grunn:
        return None
    return f"{punkt.tekst} – svaret er nei, og punktet må være oppfylt."


def sperrer_for_port(g: Grunnlag, port: Port) -> tuple[Sperre, ...]:
    """Everything that stands in this gate now; empty when the act behind it may be done."""
    return {"V": _v, "G": _g, "T": _t, "K": _k, "N": _n}[port](g)


def alle_porter(g: Grunnlag) -> dict[Port, tuple[Sperre, ...]]:
    return {port: sperrer_for_port(g, port) for port in PORTER}


def sperrer_for_sending(g: Grunnlag) -> tuple[Sperre, ...]:
    """SOE-1 must be fresh when a decision, a preliminary answer or an offer is sent: at most seven days old.

    Hjemmel: folkeregisterloven § 10-4.
    """
    punkt = g.liste.finn("SOE-1")
    if punkt is None:
        return ()
    if (grunn := mangel(g, punkt)) is not None:
        return (_sperre(g, punkt, grunn),)
    svar = g.sak.svar.get("SOE-1")
    if svar is None or g.i_dag - svar.innhold.dato <= timedelta(days=ADRESSESJEKK_HOLDER_DAGER):
        return ()
    grunn = f"Adressebeskyttelse ble sist kontrollert {vis_dato(svar.innhold.dato)}. Kontroller på nytt før du sender."
    return (_sperre(g, punkt, grunn),)


def sperrer_for_tilbud(g: Grunnlag, bolig: Bolig, opptatt_av: tuple[str, ...]) -> tuple[Sperre, ...]:
    """What stands against offering exactly this dwelling, apart from whether it fits (TIL-1)."""
    funn = list(_vedtak_gir_bolig(g))
    if opptatt_av or (bolig.ledig_fra is None and g.sak.gir_ny_innflytting):
        funn.append(ikke_ledig(bolig.boligid))
    return tuple(funn)


def ikke_ledig(boligid: str) -> Sperre:
    """The one refusal of a dwelling that cannot be had, be it promised, let or not ready: which, would tell too much
    when a protected case has it."""
    return Sperre("BOLIG", f"Boligen {boligid} er ikke ledig, og har ingen ledig-dato.", loeses_av="boligforvalter")


def sperrer_for_leiestart(g: Grunnlag, bolig: Bolig, fra_dato: date) -> tuple[Sperre, ...]:
    """The lease may not start before the dwelling is free."""
    if not g.sak.gir_ny_innflytting or (bolig.ledig_fra is not None and fra_dato >= bolig.ledig_fra):
        return ()
    ledig = vis_dato(bolig.ledig_fra) if bolig.ledig_fra else "en dato som ikke er kjent"
    return (Sperre("BOLIG", f"Boligen {bolig.boligid} er ledig fra {ledig}.", loeses_av="boligforvalter"),)


def _v(g: Grunnlag) -> tuple[Sperre, ...]:
    """V: a grant needs all V and decision points, a refusal or dismissal the decision points. Frozen once sent."""
    if g.sak.vedtak_er_sendt:
        return ()
    return _punkter(g, {"V", "vedtak"} if g.sak.vedtaksinnhold.er_innvilgelse else {"vedtak"})


def _g(g: Grunnlag) -> tuple[Sperre, ...]:
    """G: V, a second person's approval, and a fresh check of address protection."""
    if g.sak.vedtak_er_sendt:
        return ()
    return _uten_dubletter(*_v(g), *_punkter(g, {"G"}), *sperrer_for_sending(g))


def _t(g: Grunnlag) -> tuple[Sperre, ...]:
    """T: the decision grants and is sent, the dwelling is free and fits, and the address check is fresh."""
    if g.sak.kontrakt is not None or any(t.status == "ja" for t in g.sak.tilbud):
        return _tilbudets_boligsperrer(g)
    return _uten_dubletter(*_tilbudets_boligsperrer(g), *(sperrer_for_sending(g) if g.sak.vedtak_er_sendt else ()))


def _k(g: Grunnlag) -> tuple[Sperre, ...]:
    """K: T for this dwelling, the K points, and the check of the contract. Frozen once the lease is signed."""
    if g.sak.kontrakt is not None and g.sak.kontrakt.er_signert:
        return ()
    return _uten_dubletter(
        *_tilbudets_boligsperrer(g),
        *_punkter(g, {"K"}),
        *_kontraktskontroll(g),
        *_som_i_vedtaket(g),
        *_mangler_til_kontrakten(g),
    )


def _n(g: Grunnlag) -> tuple[Sperre, ...]:
    """N: the N points, and keys not already handed over."""
    if g.sak.noekkel_er_utlevert:
        return ()
    return tuple(s for s in _punkter(g, {"N"}) if s.kode != SVARES_I_UTLEVERINGEN)


def _tilbudets_boligsperrer(g: Grunnlag) -> tuple[Sperre, ...]:
    if g.sak.kontrakt is not None and g.sak.kontrakt.er_signert:
        return ()
    funn = list(_vedtak_gir_bolig(g)) if g.bolig is None else list(sperrer_for_tilbud(g, g.bolig, g.opptatt_av))
    if g.bolig is None:
        return tuple(funn)
    leiestart = sperrer_for_leiestart(g, g.bolig, g.sak.kontrakt.fra_dato) if g.sak.kontrakt is not None else ()
    return _uten_dubletter(*funn, *leiestart, *_punkter(g, {"T"}))


def _vedtak_gir_bolig(g: Grunnlag) -> tuple[Sperre, ...]:
    vedtak = g.sak.gjeldende_vedtak
    if vedtak is not None and vedtak.gir_bolig:
        return ()
    if vedtak is None or not vedtak.er_sendt:
        return (Sperre("VEDTAK", "Vedtaket er ikke sendt.", g.hjemmel("boligsos-7")),)
    if vedtak.status != "sendt":
        return (Sperre("VEDTAK", "Vedtaket er omgjort eller falt bort.", g.hjemmel("boligsos-7")),)
    return (Sperre("VEDTAK", "Vedtaket gir ikke kommunal bolig.", g.hjemmel("boligsos-7")),)


def _kontraktskontroll(g: Grunnlag) -> tuple[Sperre, ...]:
    """The check for exactly this dwelling and these parties: the length rules stand also here (fagdokumentet § 3)."""
    punkter = [p for kode in ("KON-2", "KON-3", "KON-5") if (p := g.liste.finn(kode)) is not None]
    return tuple(s for p in punkter if (s := _holder_igjen(g, p)) is not None)


def _som_i_vedtaket(g: Grunnlag) -> tuple[Sperre, ...]:
    """The lease is at least as long as the decision concluded on (VED-1); its reasons may be written later."""
    vedtak, valg = g.sak.gjeldende_vedtak, g.sak.kontraktsvalg
    lovet = vedtak.kontraktsvalg_ved_sending if vedtak and vedtak.gir_bolig else None
    if lovet is None or valg is None or not valg.er_kortere_enn(lovet):
        return ()
    return (Sperre("VEDTAK", "Kontrakten er kortere enn den vedtaket gir.", g.hjemmel("boligsos-7")),)


def _mangler_til_kontrakten(g: Grunnlag) -> tuple[Sperre, ...]:
    """A lease needs a chosen type, and a dwelling: the one that is accepted, or the one lived in."""
    vedtak, funn = g.sak.gjeldende_vedtak, []
    if g.sak.kontraktsvalg is None:
        funn.append(Sperre("STEG", "Kontraktstype er ikke valgt.", g.hjemmel("husll-9-3")))
    if g.bolig is None and not g.sak.gir_ny_innflytting and vedtak is not None and vedtak.gir_bolig:
        funn.append(Sperre("BOLIG", "Fant ikke boligen søker bor i. Gi et tilbud om den boligen kontrakten gjelder."))
    return tuple(funn)


def _punkter(g: Grunnlag, porter: set[str]) -> tuple[Sperre, ...]:
    kandidater = (p for p in g.liste.punkter if porter & set(p.porter))
    return tuple(s for p in kandidater if (s := _holder_igjen(g, p)) is not None)


def _holder_igjen(g: Grunnlag, punkt: Sjekkpunkt) -> Sperre | None:
    if g.sak.hasteloep is not None and not punkt.hasteloep and punkt.kode not in BESTAAR_I_HASTELOEP:
        return None
    if not gjelder(g, punkt) or (grunn := mangel(g, punkt)) is None:
        return None
    return _sperre(g, punkt, grunn)


def utsatt_i_hasteloep(g: Grunnlag) -> tuple[tuple[Sjekkpunkt, str], ...]:
    """What a hasteløp lets through for now, and that must be done within its deadline."""
    if g.sak.hasteloep is None:
        return ()
    aapne = (p for p in g.liste.punkter if not p.hasteloep and p.kode not in BESTAAR_I_HASTELOEP and gjelder(g, p))
    return tuple((p, grunn) for p in aapne if (grunn := mangel(g, p)) is not None)


def _sperre(g: Grunnlag, punkt: Sjekkpunkt, grunn: str) -> Sperre:
    loeser = {"VED-6": "godkjenner", "TIL-2": "søker", "NOE-1": "søker", "NOE-3": "partene", "NOE-7": "boligforvalter"}
    return Sperre(punkt.kode, grunn, g.hjemmel(*punkt.hjemmel), loeser.get(punkt.kode, "saksbehandler"))


def _uten_dubletter(*sperrer: Sperre) -> tuple[Sperre, ...]:
    return tuple({(s.kode, s.grunn): s for s in sperrer}.values())
