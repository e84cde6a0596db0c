"""The sheets in other languages: what they must say, and in which language it is read aloud."""

import re
from pathlib import Path

import pytest

from boligtildeling.casework.views.dokumentslag import FOELGEARKSPRAAK
from boligtildeling.documents.blokker import PaaSpraak
from boligtildeling.documents.oppskrifter import bygg
from boligtildeling.documents.tekstkilde import Tekstkilde, les_tekster
from boligtildeling.domain.feil import Sperret
from tests.documents import eksempler as e
from tests.documents import eksempler_brev as b
from tests.documents.papir import egne_tekster

SKRIFT = {"ar": "[\u0600-\u06ff]", "ti": "[\u1200-\u137f]", "uk": "[\u0400-\u04ff]"}


@pytest.mark.parametrize("spraak", FOELGEARKSPRAAK)
def test_arket_er_paa_sitt_spraak_og_navnene_paa_brevene_paa_norsk(spraak: str) -> None:
    ark = bygg(f"foelgeark-{spraak}", b.foelgeark(spraak))
    (paa_spraak,) = ark.blokker
    assert isinstance(paa_spraak, PaaSpraak)
    assert paa_spraak.spraak == spraak
    passasjer = {p.tekst for blokk in paa_spraak.blokker for p in getattr(blokk, "passasjer", ())}
    assert {"Vedtak", "Foreløpig svar", "Tilbud om bolig", "Leieavtale"} <= passasjer
    assert ark.tittel == f"Følgeark på {FOELGEARKSPRAAK[spraak]}"


@pytest.mark.parametrize(("spraak", "moenster"), SKRIFT.items())
def test_arket_er_skrevet_med_spraakets_egen_skrift(spraak: str, moenster: str) -> None:
    tekst = "".join(les_tekster("foelgeark", spraak).values())
    assert len(re.findall(moenster, tekst)) > 0.5 * len(re.sub(r"[\W\d]", "", tekst))


@pytest.mark.parametrize("spraak", FOELGEARKSPRAAK)
def test_arket_sier_hvilken_sak_og_hvilket_brev_det_foelger(spraak: str) -> None:
    ark = bygg(f"foelgeark-{spraak}", b.foelgeark(spraak))
    assert "2026-000123" in repr(ark)
    assert "Vedtak, 6. november 2026" in repr(ark)
    assert "Vedtak, 6" not in repr(bygg(f"foelgeark-{spraak}", b.tomt_foelgeark(spraak)))


@pytest.mark.parametrize(
    ("noekkel", "mangler"),
    [
        ("norsk_gjelder", "merknaden om at det norske brevet gjelder"),
        ("ikke_korrekturlest", "merknaden om at teksten ikke er korrekturlest"),
    ],
)
@pytest.mark.parametrize("spraak", FOELGEARKSPRAAK)
def test_arket_nektes_uten_merknadene(tmp_path: Path, spraak: str, noekkel: str, mangler: str) -> None:
    kilde = Tekstkilde(egne_tekster(tmp_path, "foelgeark", spraak, **{noekkel: "…"}))
    with pytest.raises(Sperret) as nektet:
        bygg(f"foelgeark-{spraak}", b.foelgeark(spraak), kilde)
    assert [mangler in s.grunn for s in nektet.value.sperrer] == [True]


def test_arket_trenger_enhetens_telefon() -> None:
    with pytest.raises(Sperret) as nektet:
        bygg("foelgeark-en", e.med_hode(b.foelgeark("en"), enhet_telefon=None))
    assert ["«Enhetens telefon» må fylles ut" in s.grunn for s in nektet.value.sperrer] == [True]
