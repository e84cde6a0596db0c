"""A checklist file that cannot be used is refused with file and key (line for syntax), and nothing is made from it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from boligtildeling.domain.sjekkliste import Sjekklistefeil
from boligtildeling.exchange import ressurser
from boligtildeling.exchange.ressurser import SJEKKLISTEFILER, Sjekklister
from tests.cli.linje import Mappe, kjoer_her, soeknad

FIL = "tildeling.toml"


class _Lager:
    """Stands where `resources` stands: the same files, one of them changed."""

    def __init__(self, mappe: Path) -> None:
        self.mappe = mappe

    def __call__(self, _pakke: str) -> Path:
        return self.mappe


@pytest.fixture
def med_fil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Changes one checklist file for the rest of the test."""

    def endre(endring: Callable[[str], str], endres: tuple[str, ...] = (FIL,)) -> None:
        mappe = tmp_path / "ressurser"
        (mappe / "checklists").mkdir(parents=True)
        for navn in SJEKKLISTEFILER:
            tekst = files("resources").joinpath("checklists", navn).read_text(encoding="utf-8")
            ny = endring(tekst) if navn in endres else tekst
            assert (ny != tekst) is (navn in endres)
            (mappe / "checklists" / navn).write_text(ny, encoding="utf-8")
        monkeypatch.setattr(ressurser, "files", _Lager(mappe))

    return endre


FEIL = [
    (lambda t: t.replace("[liste]", "[liste", 1), "", "line"),
    (lambda t: t.replace('kode = "TIL-1"', 'kode = "TIL-1"\nfarge = "blå"', 1), "TIL-1", "farge"),
    (lambda t: t.replace('kode = "TIL-1"', 'kode = "TIL-99"', 1), "TIL-99", "beregnet"),
    (lambda t: t.replace('naar = ["', 'naar = ["maaneskinn", "', 1), "naar", "maaneskinn"),
    (lambda t: t.replace('porter = ["', 'porter = ["X", "', 1), "porter", "X"),
    (lambda t: t.replace("unntak = true", 'unntak = "ja"', 1), "unntak", "feil slags"),
    (lambda t: t.replace("beregnet = true", "beregnet = false", 1), "beregnet", "stemmer ikke"),
    (lambda t: t.replace("[liste]", '[liste]\neier = "x"', 1), "liste.eier", "ukjent"),
    (lambda t: t.replace("gyldig_fra = ", "gyldig_til = ", 1), "liste.gyldig_til", "ukjent"),
    (lambda t: t.replace("[liste]", "[hode]", 1), "hode", "ukjent"),
]


@pytest.mark.parametrize(("endring", "noekkel", "ord_"), FEIL, ids=[str(n) for n in range(len(FEIL))])
def test_en_feil_i_filen_nektes_med_fil_og_noekkel(
    mappe: Mappe,
    tmp_path: Path,
    med_fil: Callable[..., None],
    endring: Callable[[str], str],
    noekkel: str,
    ord_: str,
) -> None:
    foer = mappe.avtrykk()
    med_fil(endring)
    svar = mappe.utfoer("registrer_soeknad", soeknad=soeknad()).feilet(5)
    assert FIL in svar["hva"]
    assert noekkel in svar["hva"]
    assert ord_ in svar["hva"]
    assert svar["gjoer"]
    assert mappe.avtrykk() == foer
    kjoer_her(["--data", str(tmp_path / "ny"), "opprett", "--proeve"]).feilet(5)
    assert not (tmp_path / "ny" / "boligtildeling.db").exists()


def test_en_sak_beholder_utgaven_den_startet_med(mappe: Mappe, sak: str, med_fil: Callable[..., None]) -> None:
    foer = mappe("vis", "sak", sak).json
    med_fil(
        lambda t: t.replace('versjon = "2026-1"', 'versjon = "2030-1"').replace("unntak = true", "unntak = false"),
        SJEKKLISTEFILER,
    )
    ny = mappe.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    etter, annen = mappe("vis", "sak", sak).json, mappe("vis", "sak", ny).json
    assert (etter["sjekkliste_versjon"], annen["sjekkliste_versjon"]) == ("2026-1", "2030-1")
    assert etter["sjekkpunkter"] == foer["sjekkpunkter"]
    assert any(p["kan_ha_unntak"] for p in etter["sjekkpunkter"])
    assert not any(p["kan_ha_unntak"] for p in annen["sjekkpunkter"])
    leder = mappe.som("tove")
    assert leder.utfoer("gi_unntak", saksnummer=sak, sjekkpunkt="KAR-2", grunn="x").kode == 0
    assert leder.utfoer("gi_unntak", saksnummer=ny, sjekkpunkt="KAR-2", grunn="x").sperrer == ["KAR-2"]


def test_listene_som_foelger_med_er_lest_og_har_alle_kodene() -> None:
    versjon, tekster = Sjekklister().gjeldende()
    liste = Sjekklister().les(tekster)
    assert liste.versjon == versjon
    assert len(liste.punkter) == len({p.kode for p in liste.punkter}) > 45


def test_to_utgaver_i_samme_mappe_nektes() -> None:
    _, tekster = Sjekklister().gjeldende()
    versjon = Sjekklister().les(tekster).versjon
    blandet = {**tekster, FIL: tekster[FIL].replace(f'versjon = "{versjon}"', 'versjon = "1999-1"')}
    assert blandet != tekster
    with pytest.raises(Sjekklistefeil):
        Sjekklister().les(blandet)
