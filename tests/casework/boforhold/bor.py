"""Tenancies at work, for the tests of what comes after the key."""

from datetime import date
from typing import Any

from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.domain.vedtak import DELER
from tests.bygg import HUSLEIE, Kontor, Vei, soeknad, vedtaksutkast

INNFLYTTET = date(2026, 12, 1)
"""The day of the key on the road of `Vei`; the lease of three years ends on 30 November 2029."""
UTE = date(2029, 11, 30)
TIDSUBESTEMT_FRA = date(2030, 3, 1)


def leieforhold(vei: Vei, som: str = "kari") -> Leieforholdsvisning:
    """The tenancy of the case as it stands now."""
    funnet = vei.vis(som).leieforhold
    assert funnet is not None
    return funnet


def soek_forlengelse(kontor: Kontor, mottatt: date, **felt: Any) -> Vei:
    """An application from the same tenant to stay on, received that day."""
    kontor.ur.sett(mottatt)
    return kontor.ny_sak(soeknad(**({"soeknadstype": "forlengelse", "mottatt_dato": mottatt} | felt)))


def avgjoer(vei: Vei, **utkast: Any) -> Vei:
    """Decides the application: a grant of the same dwelling unless the draft says otherwise."""
    vei.planlegg()
    vei.svar_alt("V")
    vei.gjoer("skriv_vedtak", **vedtaksutkast(**utkast))
    vei.svar_alt("V")
    vei.gjoer("send_til_godkjenning")
    vei.gjoer("godkjenn_vedtak", "tove", kontrollert=DELER)
    vei.svar_alt("G")
    vei.gjoer("send_vedtak", maate="post", dato=vei.kontor.ur.i_dag)
    return vei


def skriv_og_signer(vei: Vei, fra_dato: date) -> Vei:
    """The lease of the extension, signed by all."""
    vei.svar_alt("K")
    vei.gjoer("skriv_kontrakt", fra_dato=fra_dato, husleie=HUSLEIE)
    for part in ("leier", "utleier"):
        vei.gjoer("signer_kontrakt", part=part, dato=vei.kontor.ur.i_dag)
    return vei
