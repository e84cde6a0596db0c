"""The people and dwellings of the demo: synthetic numbers (month +80), names that nobody bears, invented addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from boligtildeling.domain.bolig import Boligdata
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.soeknad import (
    Adresse,
    Adressebeskyttelse,
    Behov,
    Bosituasjon,
    Bosituasjonstype,
    Gjeld,
    Husstandsmedlem,
    Maalform,
    Pengepost,
    Person,
    Soeknad,
    Tolk,
)
from boligtildeling.domain.vedtak import Boligtype

_INGEN, _VANLIG_INNTEKT, _VANLIG_LEIE = Kroner.null(), Kroner.fra(24850), Kroner.fra(9200)


@dataclass(frozen=True, kw_only=True)
class Demoperson:
    """Who applies, and how far the case has come: `steg_gjort` of the eight acts of the road."""

    fornavn: str
    etternavn: str
    foedselsnummer: str
    dager_siden: int
    steg_gjort: int
    restanse: Kroner = _INGEN
    barn: int = 0
    medsoeker: tuple[str, str] | None = None
    tolk: str | None = None
    sosialhjelp: bool = False
    tjenester: tuple[str, ...] = ()
    soverom: int = 1
    inntekt: str = "Arbeidsavklaringspenger"
    inntekt_per_maaned: Kroner = _VANLIG_INNTEKT
    bosituasjon: Bosituasjonstype = "uten_bolig"
    maalform: Maalform = "nb"
    beskyttelse: Adressebeskyttelse = "ingen"
    bolig: str = ""
    husleie: Kroner = _VANLIG_LEIE
    avvik: str | None = None
    ansvarlig: str = "kari"
    paa_vent: str | None = None

    @property
    def navn(self) -> str:
        return f"{self.fornavn} {self.etternavn}"

    def soeknad(self, mottatt: date) -> Soeknad:
        """The application as it came in on `mottatt`."""
        gjeld = Gjeld(kreditor="Trondheim kommune, husleie", beloep=self.restanse, er_husleie_til_kommunen=True)
        return Soeknad(
            skjemaversjon="1",
            soeknadstype="ny",
            mottatt_dato=mottatt,
            kanal="digital",
            maalform=self.maalform,
            soeker=self._person(self.fornavn, self.foedselsnummer),
            medsoeker=self._person(self.medsoeker[0], self.medsoeker[1]) if self.medsoeker else None,
            tolk=Tolk(behov=self.tolk is not None, spraak=self.tolk),
            husstand=tuple(
                Husstandsmedlem(
                    navn=f"{('Glad', 'Liten', 'Kvikk')[nr]} {self.etternavn}",
                    relasjon="barn",
                    foedselsdato=mottatt - timedelta(days=365 * (4 + 3 * nr)),
                )
                for nr in range(self.barn)
            ),
            bosituasjon=Bosituasjon(type=self.bosituasjon),
            inntekter=(Pengepost(type=self.inntekt, per_maaned=self.inntekt_per_maaned),),
            utgifter=(Pengepost(type="mobil og buss", per_maaned=Kroner.fra(1399)),),
            gjeld=(gjeld,) if self.restanse else (),
            mottar_sosialhjelp=self.sosialhjelp,
            tjenester=self.tjenester,
            behov=Behov(antall_soverom=self.soverom),
        )

    def _person(self, fornavn: str, nummer: str) -> Person:
        hemmelig = self.beskyttelse == "strengt_fortrolig"
        adresse = Adresse(linje="Testvegen 4", postnummer="7014", poststed="TRONDHEIM")
        return Person(
            fornavn=fornavn,
            etternavn=self.etternavn,
            foedselsnummer=nummer,
            telefon="00000001",
            adresse=None if hemmelig else adresse,
            adressebeskyttelse=self.beskyttelse,
        )


def _bolig(boligid: str, linje: str, boligtype: Boligtype, soverom: int, husleie: int) -> Callable[[date], Boligdata]:
    def data(i_dag: date) -> Boligdata:
        return Boligdata(
            boligid=boligid,
            adresse=Adresse(linje=linje, postnummer="7031", poststed="TRONDHEIM"),
            bruksenhetsnummer="H0203",
            boligtype=boligtype,
            antall_soverom=soverom,
            bruksareal=30 + 18 * soverom,
            husleie=Kroner.fra(husleie),
            heis=True,
            ledig_fra=i_dag - timedelta(days=60),
        )

    return data


BOLIGER = (
    _bolig("B-1001", "Testvegen 7", "leilighet", 1, 9200),
    _bolig("B-1002", "Testvegen 11", "leilighet", 1, 9400),
    _bolig("B-1003", "Prøvegata 2", "rekkehus", 3, 13100),
    _bolig("B-1004", "Prøvegata 8", "leilighet", 2, 11200),
    _bolig("B-1005", "Eksempelveien 3", "hybel", 0, 6900),
    _bolig("B-1006", "Eksempelveien 9", "leilighet", 1, 8900),
)

PERSONER = (
    Demoperson(
        fornavn="Rolig",
        etternavn="Fjord",
        foedselsnummer="04856028424",
        dager_siden=40,
        steg_gjort=8,
        restanse=Kroner.fra(18400),
        sosialhjelp=True,
        tjenester=("oppfølging i bolig",),
        bolig="B-1001",
    ),
    Demoperson(
        fornavn="Lys",
        etternavn="Morgen",
        foedselsnummer="09888514799",
        medsoeker=("Stille", "14858321507"),
        barn=2,
        tolk="tigrinja",
        dager_siden=27,
        steg_gjort=7,
        soverom=3,
        inntekt="Introduksjonsstønad",
        inntekt_per_maaned=Kroner.fra(21693),
        bosituasjon="leid_privat",
        bolig="B-1003",
        husleie=Kroner.fra(13100),
    ),
    Demoperson(
        fornavn="Sterk",
        etternavn="Bjørk",
        foedselsnummer="10835717459",
        dager_siden=16,
        steg_gjort=6,
        maalform="nn",
        inntekt="Uføretrygd",
        bolig="B-1002",
        ansvarlig="ola",
    ),
    Demoperson(
        fornavn="Mild", etternavn="Åsgard", foedselsnummer="28928519505", dager_siden=13, steg_gjort=5, soverom=2
    ),
    Demoperson(
        fornavn="Trygg",
        etternavn="Havn",
        foedselsnummer="24876725092",
        dager_siden=11,
        steg_gjort=4,
        restanse=Kroner.fra(7250),
        barn=1,
        soverom=2,
    ),
    Demoperson(
        fornavn="Kvikk",
        etternavn="Bekk",
        foedselsnummer="27810566499",
        dager_siden=9,
        steg_gjort=3,
        sosialhjelp=True,
        inntekt="Økonomisk sosialhjelp",
        inntekt_per_maaned=Kroner.fra(11046),
        bosituasjon="hos_andre",
    ),
    Demoperson(
        fornavn="Varm",
        etternavn="Skog",
        foedselsnummer="09829715411",
        dager_siden=8,
        steg_gjort=2,
        beskyttelse="strengt_fortrolig",
        bosituasjon="krisesenter",
        barn=1,
        soverom=2,
    ),
    Demoperson(
        fornavn="Fin",
        etternavn="Ødegård",
        foedselsnummer="03819711142",
        dager_siden=6,
        steg_gjort=2,
        restanse=Kroner.fra(31200),
        tjenester=("oppfølging i bolig", "praktisk bistand"),
        bosituasjon="midlertidig_botilbud",
    ),
    Demoperson(
        fornavn="Klar",
        etternavn="Himmel",
        foedselsnummer="26850369525",
        dager_siden=33,
        steg_gjort=1,
        bosituasjon="institusjon",
        paa_vent="Venter på dokumentasjon fra sykehuset.",
        ansvarlig="ola",
    ),
    Demoperson(fornavn="Blid", etternavn="Sommer", foedselsnummer="09917423250", dager_siden=2, steg_gjort=1),
    Demoperson(
        fornavn="Nær",
        etternavn="Vær",
        foedselsnummer="08896914686",
        dager_siden=1,
        steg_gjort=1,
        barn=3,
        tolk="arabisk",
        soverom=3,
        bosituasjon="asylmottak",
    ),
)
