"""The demo: made-up people at every step of the road, played through the same acts as everyone uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from boligtildeling.app import Program, er_opprettet
from boligtildeling.casework.fordeling import TildelSak
from boligtildeling.casework.kontrakt import KontrollerVilkaar, RegistrerBetaling, SignerKontrakt, SkrivKontrakt
from boligtildeling.casework.noekkel import UtleverNoekkel
from boligtildeling.casework.planer import LagreOekonomiplan, LagreOppfoelgingsplan, VelgKontraktstype
from boligtildeling.casework.saksgang import SettPaaVent
from boligtildeling.casework.sjekkpunkt import KryssAv
from boligtildeling.casework.soeknad import RegistrerSoeknad
from boligtildeling.casework.tildeling import RegistrerBolig, SvarPaaTilbud, TilbyBolig
from boligtildeling.casework.vedtak import GodkjennVedtak, SendTilGodkjenning, SendVedtak, SkrivVedtak
from boligtildeling.clock import Klokke
from boligtildeling.demopersoner import BOLIGER, PERSONER, Demoperson
from boligtildeling.domain.dokumentasjon import Dokumentasjon, Dokumentasjonstype
from boligtildeling.domain.drift import Rolle
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Betalingsvalg, Budsjettpost, Restanseplan, Tiltak
from boligtildeling.domain.vedtak import DELER, Boligkrav, BoligsosialDel, Vilkaar
from boligtildeling.oppsett import fyll_ny, under_oppretting

BRUKERE: tuple[tuple[str, Rolle], ...] = (
    ("kari", "saksbehandler"),
    ("ola", "saksbehandler"),
    ("tove", "teamleder"),
    ("ida", "leser"),
    ("it", "administrator"),
)
PAPIRER = ("vedtak", "leieavtale", "noekkelkvittering", "sjekkliste-soeknadsbehandling", "boligsjekkliste")


@dataclass
class Demosak:
    """One case being played: whose, from which day, and what it has been given so far."""

    program: Program
    person: Demoperson
    mottatt: date
    saksnummer: str = ""
    kid: str = ""

    def gjoer(self, dag: int, kommando: Any, som: str = "kari") -> Mapping[str, Any]:
        """Does an act `dag` days after the application came in, at ten o'clock."""
        naar = datetime.combine(self.mottatt + timedelta(days=dag), datetime.min.time()).replace(hour=10)
        return self.program.med_klokke(Klokke(naar)).utfoer(kommando, som).resultat

    def dato(self, dag: int) -> date:
        return self.mottatt + timedelta(days=dag)


def lag_demo(mappe: Path, naa: datetime) -> dict[str, Any]:
    """Fills an empty folder with the demo and writes its PDFs; a demo folder is kept as it is.

    Raises `Driftsfeil` for a folder that holds anything else.
    """
    fantes = er_opprettet(mappe)
    if not fantes:
        with under_oppretting(mappe) as sted:
            fyll_ny(sted, BRUKERE, "demo", naa - timedelta(days=120))
            with Program.aapne(sted) as program:
                _spill(program, naa.date())
    with Program.aapne(mappe) as program:
        if not program.er_demo:
            raise Driftsfeil(
                "Mappen er ikke en demomappe.", "Ingenting i den er rørt.", "Velg en mappe som er tom for demoen."
            )
        return {"mappe": str(mappe), "fantes": fantes, **_skriv_ut(program)}


def _spill(program: Program, i_dag: date) -> None:
    registrer_boliger(program, i_dag)
    for person in PERSONER:
        sak = spill_sak(program, person, i_dag)
        if person.paa_vent:
            til = i_dag + timedelta(days=20)
            sak.gjoer(person.dager_siden, SettPaaVent(saksnummer=sak.saksnummer, grunn=person.paa_vent, til_dato=til))
        if person.ansvarlig != "kari":
            sak.gjoer(person.dager_siden, TildelSak(saksnummer=sak.saksnummer, bruker=person.ansvarlig), "tove")


def registrer_boliger(program: Program, i_dag: date) -> None:
    """The dwellings of the demo, as they were a hundred days before `i_dag`."""
    naar = datetime.combine(i_dag - timedelta(days=100), datetime.min.time()).replace(hour=9)
    for bolig in BOLIGER:
        program.med_klokke(Klokke(naar)).utfoer(RegistrerBolig(bolig=bolig(i_dag)), "tove")


def spill_sak(program: Program, person: Demoperson, i_dag: date) -> Demosak:
    """The person's case, from the application and as many steps of the road as they have come."""
    sak = Demosak(program, person, i_dag - timedelta(days=person.dager_siden))
    for steg in _STEG[: person.steg_gjort]:
        steg(sak)
    return sak


def _registrer(s: Demosak) -> None:
    s.saksnummer = s.gjoer(0, RegistrerSoeknad(soeknad=s.person.soeknad(s.mottatt)))["saksnummer"]


def _svar(
    s: Demosak,
    dag: int,
    kode: str,
    type_: Dokumentasjonstype = "notat",
    merknad: str = "Gjennomgått med søker.",
    **mer: Any,
) -> None:
    dokumentasjon = Dokumentasjon(type=type_, **mer)
    s.gjoer(
        dag,
        KryssAv(
            saksnummer=s.saksnummer,
            sjekkpunkt=kode,
            svar="ja",
            dato=s.dato(dag),
            merknad=merknad,
            dokumentasjon=dokumentasjon,
        ),
    )


def _kartlegg(s: Demosak) -> None:
    _svar(s, 4, "SOE-1", "dokument", "Folkeregisteret: kontrollert for hele husstanden.")
    _svar(s, 4, "KAR-1", "samtale", "Samtale på kontoret.", deltakere=("søker",))
    _svar(s, 4, "KAR-2", merknad="Bohistorien er gjennomgått.")
    _svar(s, 4, "KAR-3", "beloep", "Svar fra boligforvalteren.", beloep=s.person.restanse)
    _svar(s, 4, "KAR-4", merknad="Privat leie er prøvd uten tilbud. Startlån er ikke aktuelt nå.")
    _svar(s, 4, "KAR-8", merknad="Oppholder seg lovlig i Trondheim.")
    if s.person.restanse:
        _svar(s, 4, "KAR-9", "samtale", "Søker er enig i beløpet.", deltakere=("søker",))
    if s.person.barn:
        _svar(s, 4, "KAR-5", merknad="Barna har fortalt hva de mener. De vil gå på samme skole.")
    if s.person.tolk:
        _svar(s, 4, "KAR-6", merknad="Kvalifisert tolk fra tolkeregisteret.")


def _planlegg(s: Demosak) -> None:
    nummer, restanse = s.saksnummer, s.person.restanse
    s.gjoer(
        6,
        LagreOekonomiplan(
            saksnummer=nummer,
            poster=(
                Budsjettpost(slag="inntekt", navn=s.person.inntekt, per_maaned=s.person.inntekt_per_maaned),
                Budsjettpost(slag="utgift", navn="Mobil og buss", per_maaned=Kroner.fra(1399)),
            ),
            betaling=Betalingsvalg(avtalegiro="oensker", bostoette="skal_soekes"),
            restanse=Restanseplan(beloep=restanse, haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(600))
            if restanse
            else None,
        ),
    )
    for kode in ("OEK-1", "OEK-9"):
        _svar(s, 6, kode, "plan")
    for kode in ("OEK-3", "OEK-4", "VED-5"):
        _svar(s, 6, kode, "samtale", deltakere=("søker",))
    _svar(s, 6, "OEK-7", merknad="Søkes ved innflytting.")
    if s.person.sosialhjelp:
        _svar(s, 6, "OEK-2", "samtykke", dato=s.dato(6))
    if restanse:
        _svar(s, 6, "OEK-5", "henvist", til="Gjeldsrådgivningen", dato=s.dato(6))
        _svar(s, 6, "OEK-8", merknad="Avtale om 600 kr i måneden inngås før kontrakt.")
    s.gjoer(
        7,
        LagreOppfoelgingsplan(
            saksnummer=nummer,
            behov=True,
            begrunnelse="Ønsker hjelp til å komme i gang i egen bolig.",
            maal=("Betale husleie hver måned", "Godt naboskap"),
            tiltak=(Tiltak(hva="Hjemmebesøk", ansvarlig="Boligoppfølgingen", hyppighet="hver uke"),),
            evaluering_dato=s.dato(120),
            samarbeid="avslaatt",
        ),
    )
    for kode in ("OPP-1", "OPP-2", "OPP-5"):
        _svar(s, 7, kode, "plan")
    if s.person.tjenester:
        _svar(s, 7, "OPP-4", merknad="Vedtak om oppfølging i bolig er fattet.")
    grunn = "Trenger stabilitet. Oppfølgingsavtale med evaluering i stedet for kort kontrakt."
    s.gjoer(7, VelgKontraktstype(saksnummer=nummer, type="tidsbestemt", maaneder=36, begrunnelse=grunn))
    _svar(s, 7, "KON-1", "plan")


def _skriv_vedtak(s: Demosak) -> None:
    vilkaar = Vilkaar(
        kode="V1",
        tekst="Du inngår avtale om nedbetaling av tidligere husleie.",
        grunn="Avtalen gjør at du kan flytte inn uten å betale alt først. Beløpet er tilpasset økonomien din.",
        oppfylles="Signert nedbetalingsavtale",
        frist=s.dato(40),
    )
    bistand = "Hjelp til å søke og ta i bruk kommunal bolig, og oppfølging i bolig."
    s.gjoer(
        9,
        SkrivVedtak(
            saksnummer=s.saksnummer,
            utfall="innvilget",
            boligsosial=BoligsosialDel(konklusjon="vanskeligstilt", bistand=bistand),
            bolig=Boligkrav(boligtype="leilighet", antall_soverom=s.person.soverom),
            vilkaar=(vilkaar,) if s.person.restanse else (),
            begrunnelse="Du er uten egen bolig, og har prøvd å leie privat uten å lykkes. "
            "Inntekten din gjør at du ikke kan skaffe bolig selv. Vi legger vekt på at oppfølging er avtalt.",
        ),
    )
    s.gjoer(9, SendTilGodkjenning(saksnummer=s.saksnummer))


def _send_vedtak(s: Demosak) -> None:
    s.gjoer(10, GodkjennVedtak(saksnummer=s.saksnummer, kontrollert=DELER), "tove")
    s.gjoer(10, SendVedtak(saksnummer=s.saksnummer, maate="post", dato=s.dato(10)))


def _tilby(s: Demosak) -> None:
    adresse_kontrollert(s, 12)
    s.gjoer(12, TilbyBolig(saksnummer=s.saksnummer, boligid=s.person.bolig, frist=s.dato(20), avvik=s.person.avvik))


def adresse_kontrollert(s: Demosak, dag: int) -> None:
    """The address protection is looked up again, `dag` days after the application came in: no letter goes without."""
    _svar(s, dag, "SOE-1", "dokument", "Folkeregisteret: kontrollert på nytt.")


def _skriv_kontrakt(s: Demosak) -> None:
    s.gjoer(14, SvarPaaTilbud(saksnummer=s.saksnummer, svar="ja", dato=s.dato(14)))
    if s.person.restanse:
        bevis = Dokumentasjon(type="avtale", dato=s.dato(15))
        s.gjoer(
            15,
            KontrollerVilkaar(
                saksnummer=s.saksnummer, vilkaar="V1", oppfylt=True, dato=s.dato(15), dokumentasjon=bevis
            ),
        )
    _svar(s, 15, "KTR-2", "plan")
    _svar(s, 15, "KTR-3", merknad="Attest vist, merke C.")
    _svar(s, 15, "KTR-4", "samtale", deltakere=("søker",))
    svar = s.gjoer(16, SkrivKontrakt(saksnummer=s.saksnummer, fra_dato=s.dato(24), husleie=s.person.husleie))
    s.kid = svar["kid"]
    for part in ("leier", "medleier", "utleier") if s.person.medsoeker else ("leier", "utleier"):
        s.gjoer(17, SignerKontrakt(saksnummer=s.saksnummer, part=part, dato=s.dato(17)))


def _betal_og_flytt_inn(s: Demosak) -> None:
    rest = s.program.vis_sak(s.saksnummer, "kari").kontrakt
    if rest is None:
        raise LookupError(s.saksnummer)
    s.gjoer(
        20,
        RegistrerBetaling(
            saksnummer=s.saksnummer, beloep=rest.gjenstaar, dato=s.dato(20), kilde="kvittering", kid=s.kid
        ),
    )
    _svar(s, 24, "NOE-2", "avtale", "Første hjemmebesøk er avtalt.", dato=s.dato(26))
    _svar(s, 24, "NOE-5", "protokoll", "Signert av begge.")
    _svar(s, 24, "NOE-6", "samtale", "Bokmål.", deltakere=("leier",))
    _svar(s, 24, "NOE-7", merknad="Vaktmester har testet røykvarslerne.")
    noekler = (Noekkel(merke=f"{s.person.bolig}-1", antall=2),)
    s.gjoer(
        24,
        UtleverNoekkel(saksnummer=s.saksnummer, mottaker=s.person.navn, noekler=noekler, legitimasjon="pass"),
    )


_STEG: tuple[Callable[[Demosak], None], ...] = (
    _registrer,
    _kartlegg,
    _planlegg,
    _skriv_vedtak,
    _send_vedtak,
    _tilby,
    _skriv_kontrakt,
    _betal_og_flytt_inn,
)


def _skriv_ut(program: Program) -> dict[str, Any]:
    """Prints the first whole case, kept beside the database."""
    from boligtildeling.casework.views.saker import Saksutvalg

    innflyttede = program.vis_saker("kari", Saksutvalg(steg="boforhold"), grense=1).saker
    mappe = program.mappe / "pdf"
    mappe.mkdir(exist_ok=True, mode=0o700)
    filer = []
    for sak in innflyttede:
        for navn in PAPIRER:
            fil = mappe / f"{sak.saksnummer}-{navn}.pdf"
            fil.write_bytes(program.skriv_ut(navn, sak.saksnummer, "kari"))
            filer.append(str(fil))
    antall = program.antall_saker("kari", Saksutvalg())
    return {"saker": antall, "pdfer": filer}
