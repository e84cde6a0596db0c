"""The plans that are made together with the application: economy, follow-up and type of contract."""

from dataclasses import dataclass
from typing import Annotated, Literal

from boligtildeling.domain.krav import Antall, Beloep, Dato, Fritekst, Mellom, Navn, Setning, Tekst, ValgfriTekst
from boligtildeling.domain.penger import Kroner, summer

Kontraktstype = Literal["tidsbestemt", "tidsubestemt", "bo_og_tjeneste"]
Grunnkategori = Literal[
    "midlertidig_behov",
    "venter_paa_bolig",
    "under_utredning",
    "tjenestetilbud",
    "annen_saklig_grunn",
    "annet",
]
Betalingskode = Annotated[
    str,
    Tekst(
        "Søkerens svar, for eksempel oensker, oensker_ikke, har, samtykke, vedtak, avslaatt, soekt, skal_soekes, "
        "ikke_aktuelt, ikke_besvart. Kilde: fagdokumentet, OEK-2, OEK-4, OEK-6 og OEK-7.",
        maks=40,
    ),
]
Restansehaandtering = Annotated[
    str,
    Tekst(
        "Hva som er avklart: nedbetalingsavtale, henstand, trekk_loeper, bestridt, foreldet, ettergitt, "
        "gjeldsforhandling, kan_ikke, vil_ikke. Kilde: fagdokumentet, OEK-8.",
        maks=40,
    ),
]
Samarbeid = Literal["individuell_plan", "samarbeidsavtale", "avslaatt", "ikke_aktuelt"]
MINSTETID_MAANEDER = 36
KOMMUNENS_MINSTETID_MAANEDER = 6


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Budsjettpost:
    """One line of the monthly budget."""

    slag: Literal["inntekt", "utgift", "gjeld"]
    navn: Navn
    per_maaned: Beloep
    utbetales_dag: Annotated[int, Mellom("Dag i måneden, 1–31.", fra=1, til=31)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Betalingsvalg:
    """How the rent is to be paid; each is the applicant's own choice.

    Hjemmel: husleieloven § 3-3, sosialtjenesteloven § 22, bustøttelova § 9.
    """

    avtalegiro: Betalingskode = "ikke_besvart"
    direkte_overfoering: Betalingskode = "ikke_besvart"
    bostoette: Betalingskode = "ikke_besvart"
    overfoering_av_bostoette: Betalingskode = "ikke_besvart"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Restanseplan:
    """What is to happen with old rent owed to the municipality; kroner, and kroner per month."""

    beloep: Beloep
    haandtering: Restansehaandtering
    per_maaned: Beloep | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oekonomiplan:
    """Budget, way of paying and old arrears."""

    poster: Annotated[tuple[Budsjettpost, ...], Antall(maks=200)] = ()
    betaling: Betalingsvalg = Betalingsvalg()
    restanse: Restanseplan | None = None
    kommentar: ValgfriTekst | None = None

    def sum(self, slag: Literal["inntekt", "utgift", "gjeld"]) -> Kroner:
        return summer(p.per_maaned for p in self.poster if p.slag == slag)

    @property
    def til_husleie_og_livsopphold(self) -> Kroner:
        """What is left per month before rent and subsistence."""
        nedbetaling = (self.restanse.per_maaned if self.restanse else None) or Kroner.null()
        return self.sum("inntekt") - self.sum("utgift") - self.sum("gjeld") - nedbetaling


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tiltak:
    """What is done, by whom, how often."""

    hva: Setning
    ansvarlig: Navn
    hyppighet: Navn


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppfoelgingsplan:
    """Goals, measures, when to evaluate, and whom it is shared with."""

    behov: bool
    begrunnelse: Fritekst
    maal: Annotated[tuple[Setning, ...], Antall(maks=50)] = ()
    tiltak: Annotated[tuple[Tiltak, ...], Antall(maks=50)] = ()
    evaluering_dato: Dato | None = None
    samarbeid: Samarbeid = "ikke_aktuelt"
    deles_med: Annotated[tuple[Navn, ...], Antall(maks=50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SaerligeGrunner:
    """Why a contract shorter than three years is justified in this case (husleieloven § 11-1 sjette ledd, § 9-3 b)."""

    kategori: Grunnkategori
    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kontraktsvalg:
    """Type and length of contract with its reasons; `maaneder` is None for an open-ended lease."""

    type: Kontraktstype
    begrunnelse: Fritekst
    maaneder: Annotated[int, Mellom("Leietid i måneder, 1–240.", fra=1, til=240)] | None = None
    saerlige_grunner: SaerligeGrunner | None = None
    tungtveiende_grunner: Fritekst | None = None

    def er_kortere_enn(self, annet: "Kontraktsvalg") -> bool:
        """An open-ended lease is longer than any other."""
        return self.maaneder is not None and (annet.maaneder is None or self.maaneder < annet.maaneder)

    @property
    def er_kort(self) -> bool:
        """Shorter than the minimum time of three years (husleieloven § 9-3)."""
        return self.maaneder is not None and self.maaneder < MINSTETID_MAANEDER
