"""What cannot be undone says why and what to do in its place; the history says what the act refuses with."""

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.casework.angrbarhet import HVORFOR_IKKE
from boligtildeling.casework.angring import ANGRBARE
from tests.bygg import Paa


def test_bare_handlinger_som_ikke_kan_angres_sier_hvorfor() -> None:
    assert set(HVORFOR_IKKE) & ANGRBARE == set()
    assert set(HVORFOR_IKKE) <= set(HANDLINGER)


def test_historikken_sier_det_samme_som_handlingen_nekter_med(paa: Paa) -> None:
    vei = paa("utlevert")
    sett = set()
    for linje in vei.vis().historikk:
        if linje.hvorfor_ikke is not None:
            grunner = [s.grunn for s in vei.sperrer("angre", hendelse=linje.id, grunn="Prøver.")]
            assert grunner == [linje.hvorfor_ikke], linje.handling
        assert linje.kan_angres == (linje.hvorfor_ikke is None)
        sett.add(linje.handling)
    assert {"utlever_noekkel", "send_vedtak", "kryss_av", "tilby_bolig"} <= sett


def test_er_den_siste_angret_kan_den_foer_ogsaa_angres(paa: Paa) -> None:
    vei = paa("registrert")
    for grunn in ("nei", "ja"):
        vei.svar("KAR-4", grunn)
    foerste, siste = (h.id for h in reversed(vei.vis().historikk) if h.handling == "kryss_av")
    assert vei.sperret("angre", hendelse=foerste, grunn="x") == {"STEG"}
    vei.gjoer("angre", hendelse=siste, grunn="Feil svar.")
    vei.gjoer("angre", hendelse=foerste, grunn="Feil sak.")
    assert vei.punkt("KAR-4").svar is None
    assert vei.sperret("angre", hendelse=siste, grunn="Igjen.") == {"ALLEREDE"}
