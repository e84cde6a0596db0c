"""Who is let further in to cases, and who answers which checkpoint, case by case."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from boligtildeling.casework.adgang import krev_adgang, krev_kan_besvare, krev_rolle
from boligtildeling.domain.drift import Bruker, Funksjon, Rolle
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.tilgang import Adgang, Innpass, kan_besvare, utvider

LESER = Bruker(navn="x", rolle="leser", nummer=1, funksjoner=frozenset({"vakt", "arkiv"}))
SAKSBEHANDLER = Innpass("saksbehandler", frozenset({"arkiv"}), None, er_aktiv=True)
IT = replace(SAKSBEHANDLER, rolle="administrator")
BORTE = replace(SAKSBEHANDLER, er_aktiv=False)


@pytest.mark.parametrize(
    ("foer", "etter", "ventet"),
    [
        (None, SAKSBEHANDLER, True),
        (None, IT, False),
        (None, BORTE, False),
        (BORTE, SAKSBEHANDLER, True),
        (IT, SAKSBEHANDLER, True),
        (SAKSBEHANDLER, SAKSBEHANDLER, False),
        (SAKSBEHANDLER, IT, False),
        (SAKSBEHANDLER, BORTE, False),
        (SAKSBEHANDLER, replace(BORTE, rolle="teamleder", os_navn="x"), False),
        (SAKSBEHANDLER, replace(SAKSBEHANDLER, rolle="teamleder"), True),
        (SAKSBEHANDLER, replace(SAKSBEHANDLER, rolle="leser"), False),
        (SAKSBEHANDLER, replace(SAKSBEHANDLER, funksjoner=frozenset()), False),
        (SAKSBEHANDLER, replace(SAKSBEHANDLER, funksjoner=frozenset({"arkiv", "vakt"})), True),
        (SAKSBEHANDLER, replace(SAKSBEHANDLER, rolle="leser", os_navn="x"), True),
    ],
)
def test_hva_som_slipper_noen_lenger_inn(foer: Innpass | None, etter: Innpass, ventet: bool) -> None:
    assert utvider(foer, etter) is ventet


@pytest.mark.parametrize(
    ("rolle", "funksjoner", "kode", "ventet"),
    [
        ("saksbehandler", (), "NOE-5", True),
        ("teamleder", (), "KAR-2", True),
        ("leser", (), "NOE-5", False),
        ("leser", ("noekkelansvarlig",), "NOE-5", True),
        ("leser", ("noekkelansvarlig",), "NOE-1", False),
        ("leser", ("noekkelansvarlig",), "KAR-3", False),
        ("leser", ("boligforvalter", "arkiv"), "KAR-3", True),
        ("leser", ("arkiv",), "KAR-3", False),
        ("administrator", ("noekkelansvarlig",), "NOE-5", False),
    ],
)
def test_hvem_som_besvarer_et_sjekkpunkt(
    rolle: Rolle, funksjoner: tuple[Funksjon, ...], kode: str, ventet: bool
) -> None:
    bruker = Bruker(navn="x", rolle=rolle, nummer=1, funksjoner=frozenset(funksjoner))
    assert kan_besvare(bruker, kode) is ventet


@pytest.mark.parametrize(
    ("krev", "grunn", "loeses_av"),
    [
        (
            lambda: krev_adgang(LESER, Adgang(("teamleder",))),
            "Dette kan bare gjøres av teamleder. Du er leser og arkiv og vakt.",
            "teamleder",
        ),
        (
            lambda: krev_adgang(LESER, Adgang(("saksbehandler", "teamleder"), ("koordinator",))),
            "Dette kan bare gjøres av saksbehandler, teamleder eller koordinator. Du er leser og arkiv og vakt.",
            "saksbehandler",
        ),
        (
            lambda: krev_rolle(LESER, ("teamleder", "administrator")),
            "Dette kan bare gjøres av teamleder eller administrator. Du er leser og arkiv og vakt.",
            "teamleder",
        ),
        (
            lambda: krev_kan_besvare(LESER, "NOE-5"),
            "NOE-5 besvares ikke av den som er leser og arkiv og vakt.",
            "saksbehandler",
        ),
    ],
)
def test_den_som_ikke_kan_faar_vite_hvem_som_kan(krev: Callable[[], None], grunn: str, loeses_av: str) -> None:
    with pytest.raises(Sperret) as nei:
        krev()
    assert [(s.kode, s.grunn, s.loeses_av) for s in nei.value.sperrer] == [("ROLLE", grunn, loeses_av)]
