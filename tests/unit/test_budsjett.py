"""The month: subsistence by household, what is left for rent, and the estimate's edges."""

from datetime import date

import pytest

from boligtildeling.domain.budsjett import livsopphold, sett_opp
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Budsjettpost, Oekonomiplan, Restanseplan
from boligtildeling.domain.satser import gjeldende_utgave
from boligtildeling.domain.soeknad import Behov, Bosituasjon, Husstandsmedlem, Person, Soeknad
from boligtildeling.exchange.ressurser import livsoppholdssatser

DAG = date(2026, 11, 20)
SATS = gjeldende_utgave(livsoppholdssatser(), DAG)


def _person(navn: str) -> Person:
    return Person(fornavn=navn, etternavn="Fjord", adressebeskyttelse="ingen")


def _barn(alder: int, bor: str = "fast") -> Husstandsmedlem:
    return Husstandsmedlem(navn="Glad Fjord", relasjon="barn", foedselsdato=date(DAG.year - alder, 1, 1), bor=bor)  # type: ignore[arg-type]


def _soeknad(*husstand: Husstandsmedlem, par: bool = False) -> Soeknad:
    return Soeknad(
        skjemaversjon="1",
        soeknadstype="ny",
        mottatt_dato=DAG,
        kanal="papir",
        maalform="nb",
        soeker=_person("Rolig"),
        medsoeker=_person("Stille") if par else None,
        husstand=husstand,
        bosituasjon=Bosituasjon(type="uten_bolig"),
        inntekter=(),
        utgifter=(),
        gjeld=(),
        behov=Behov(),
    )


@pytest.mark.parametrize(
    ("soeknad", "kroner"),
    [
        (_soeknad(), 11046),
        (_soeknad(par=True), 18708),
        (_soeknad(_barn(5)), 11046 + 3535),
        (_soeknad(_barn(6), _barn(15)), 11046 + 4690 + 6809),
        (_soeknad(_barn(3, "delt")), 11046 + 3535),
        (_soeknad(_barn(3, "samvaer")), 11046),
        (_soeknad(_barn(18)), 11046),
        (_soeknad(_barn(12), _barn(4), par=True), 18708 + 5919 + 2828),
        (_soeknad(Husstandsmedlem(navn="Glad Fjord", relasjon="barn")), 11046 + 6809),
    ],
)
def test_livsopphold_foelger_husstanden(soeknad: Soeknad, kroner: int) -> None:
    assert SATS is not None
    assert livsopphold(soeknad, SATS, DAG) == Kroner.fra(kroner)


def test_igjen_til_husleie_er_det_som_blir_etter_livsopphold_gjeld_og_nedbetaling() -> None:
    plan = Oekonomiplan(
        poster=(
            Budsjettpost(slag="inntekt", navn="AAP", per_maaned=Kroner.fra(24850)),
            Budsjettpost(slag="utgift", navn="Mobil", per_maaned=Kroner.fra(1399)),
            Budsjettpost(slag="gjeld", navn="Banken", per_maaned=Kroner.fra(900)),
        ),
        restanse=Restanseplan(beloep=Kroner.fra(18400), haandtering="nedbetalingsavtale", per_maaned=Kroner.fra(600)),
    )
    budsjett = sett_opp(plan, _soeknad(), SATS, DAG, Kroner.fra(9200))
    assert budsjett.igjen_til_husleie == Kroner.fra(10905)
    assert (budsjett.gjeld, budsjett.nedbetaling) == (Kroner.fra(900), Kroner.fra(600))


def test_en_sats_gjelder_ikke_foer_den_er_i_kraft() -> None:
    assert gjeldende_utgave(livsoppholdssatser(), date(2025, 6, 30)) is None
    funnet = gjeldende_utgave(livsoppholdssatser(), date(2025, 7, 1))
    assert funnet is not None
    assert funnet.gyldig_fra == date(2025, 7, 1)
