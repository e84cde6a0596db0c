"""What stands between a case and its key, and how far each step has come: worked out from the view, without widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boligtildeling.domain.datoer import vis_dato
from ui.words import PORTER

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Punktvisning, Saksvisning
    from boligtildeling.domain.feil import Sperre

STEPS: tuple[tuple[str, str], ...] = (
    ("soeknad", "Søknad"),
    ("kartlegging", "Kartlegging"),
    ("oekonomiplan", "Økonomisk plan"),
    ("oppfoelgingsplan", "Oppfølgingsplan"),
    ("kontraktstype", "Kontraktstype"),
    ("vedtak", "Vedtak"),
    ("tildeling", "Tildeling"),
    ("kontrakt", "Kontrakt"),
    ("foerste_husleie", "Første husleie"),
    ("noekkel", "Nøkkel"),
)
STEP_TITLES: Mapping[str, str] = dict(STEPS)
# Where a sperre that is no checkpoint is cleared.
STEP_OF_CODE: Mapping[str, str] = {"VEDTAK": "vedtak", "BOLIG": "tildeling", "STEG": "kontrakt"}
SHORT: Mapping[str, str] = {"VEDTAK": "Send et vedtak som gir bolig", "BOLIG": "Finn en ledig bolig"}


@dataclass(frozen=True, slots=True)
class Hinder:
    """One thing that remains: what, why, by which rule, who clears it, and where."""

    kode: str
    kort: str
    grunn: str
    hjemmel: str
    loeses_av: str
    steg: str
    kan_gjoeres_naa: bool


@dataclass(frozen=True, slots=True)
class Portgruppe:
    port: str
    tittel: str
    hindre: tuple[Hinder, ...]


@dataclass(frozen=True, slots=True)
class Vei:
    """The road to the key: `slutt` says in a sentence why there is none left."""

    grupper: tuple[Portgruppe, ...]
    slutt: str | None

    @property
    def antall(self) -> int:
        return sum(len(g.hindre) for g in self.grupper)

    @property
    def antall_naa(self) -> int:
        return sum(h.kan_gjoeres_naa for g in self.grupper for h in g.hindre)

    @property
    def setning(self) -> str:
        """How much remains, in words."""
        if self.slutt is not None:
            return self.slutt
        ting = "ting gjenstår"
        return f"{ting}, {self.antall_naa} kan du gjøre noe med nå" if self.antall_naa else ting


def veien(sak: "Saksvisning") -> Vei:
    """Every sperre of every gate, each once, at the first gate that has it."""
    slutt = _slutt(sak)
    if slutt is not None:
        return Vei((), slutt)
    punkter = {p.kode: p for p in sak.sjekkpunkter}
    sett: set[tuple[str, str]] = set()
    grupper = []
    foerste = next((port for port in PORTER if sak.porter.get(port)), None)
    for port, tittel in PORTER.items():
        nye = [s for s in sak.porter.get(port, ()) if (s.kode, s.grunn) not in sett]
        sett |= {(s.kode, s.grunn) for s in nye}
        hindre = tuple(_hinder(s, punkter.get(s.kode), port == foerste) for s in nye)
        if hindre:
            grupper.append(Portgruppe(port, tittel, hindre))
    if not grupper:
        return Vei((), "Ingenting står i veien. Nøkkelen kan utleveres.")
    return Vei(tuple(grupper), None)


def _slutt(sak: "Saksvisning") -> str | None:
    if sak.utlevering is not None:
        return f"Nøkkelen er utlevert {vis_dato(sak.utlevering.tidspunkt.date())}."
    if sak.avslutning is not None:
        return f"Saken er avsluttet {vis_dato(sak.avslutning.dato)}."
    vedtak = sak.vedtak
    if vedtak is not None and vedtak.sendt_dato is not None and vedtak.innhold.utfall != "innvilget":
        return "Vedtaket gir ikke kommunal bolig. Veien slutter her."
    if sak.soeknad.soeknadstype == "forlengelse" and sak.kontrakt is not None and not sak.kontrakt.mangler_signatur:
        return "Forlengelsen er signert. Det utleveres ingen ny nøkkel."
    return None


def _hinder(sperre: "Sperre", punkt: "Punktvisning | None", er_neste: bool) -> Hinder:
    kort = punkt.kort if punkt is not None else SHORT.get(sperre.kode, sperre.grunn)
    steg = punkt.steg if punkt is not None else STEP_OF_CODE.get(sperre.kode, "vedtak")
    naa = er_neste and sperre.loeses_av == "saksbehandler"
    return Hinder(
        sperre.kode, kort, grunn(sperre.grunn, punkt), sperre.hjemmel, sperre.loeses_av, steg, kan_gjoeres_naa=naa
    )


def grunn(tekst: str, punkt: "Punktvisning | None") -> str:
    """The reason without the text of the checkpoint, which stands beside it."""
    if punkt is not None and tekst.startswith(f"{punkt.tekst} – "):
        rest = tekst.removeprefix(f"{punkt.tekst} – ")
        return rest[:1].upper() + rest[1:]
    return tekst


@dataclass(frozen=True, slots=True)
class Stegstand:
    """How far a step has come."""

    kode: str
    tittel: str
    igjen: int
    er_ferdig: bool
    note: str


def stegstand(sak: "Saksvisning") -> tuple[Stegstand, ...]:
    """All ten steps in order."""
    return tuple(_stand(sak, kode, tittel) for kode, tittel in STEPS)


def _stand(sak: "Saksvisning", kode: str, tittel: str) -> Stegstand:
    igjen = sum(p.gjelder and not p.er_oppfylt for p in sak.sjekkpunkter if p.steg == kode)
    ferdig = igjen == 0 and _er_gjort(sak, kode)
    note = "" if ferdig else f"{igjen} igjen" if igjen else "ikke ferdig"
    return Stegstand(kode, tittel, igjen, ferdig, note)


def _er_gjort(sak: "Saksvisning", kode: str) -> bool:
    """What must have happened besides the checkpoints."""
    if sak.soeknad.soeknadstype == "forlengelse" and kode in {"tildeling", "foerste_husleie", "noekkel"}:
        return True
    gjort = {
        "oekonomiplan": sak.oekonomiplan is not None,
        "oppfoelgingsplan": sak.oppfoelgingsplan is not None,
        "kontraktstype": sak.kontraktsvalg is not None,
        "vedtak": sak.vedtak is not None and sak.vedtak.sendt_dato is not None,
        "tildeling": any(t.status == "ja" for t in sak.tilbud),
        "kontrakt": sak.kontrakt is not None and not sak.kontrakt.mangler_signatur,
        "foerste_husleie": sak.kontrakt is not None and not sak.kontrakt.gjenstaar,
        "noekkel": sak.utlevering is not None,
    }
    return gjort.get(kode, True)


def foerste_uferdige(sak: "Saksvisning") -> str:
    """The step to open a case at; its second life when the tenancy has begun."""
    if sak.leieforhold is not None:
        return "boforhold"
    return next((s.kode for s in stegstand(sak) if not s.er_ferdig), "noekkel")
