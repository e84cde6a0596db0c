"""Advice on writing: sentences, kanselli words, stock reasons, another case's reasons, and what a condition demands."""

import pytest

from boligtildeling.domain.beregnet import BEREGNEDE
from boligtildeling.domain.klarspraak import (
    er_bare_standardtekst,
    kansellispraak,
    lange_setninger,
    likhet,
    nevner_soekeren,
    raad_om_begrunnelsen,
    raad_om_spraaket,
    setninger,
    setningssteder,
)
from boligtildeling.domain.soeknad import MAALFORMER, Bosituasjon
from boligtildeling.domain.vedtak import BoligsosialDel, Vedtaksinnhold
from boligtildeling.domain.vilkaarsregler import kan_ikke_kreves, krever_gammel_gjeld_betalt
from boligtildeling.exchange.ressurser import klarspraak
from tests.bygg import grunnlag, sak, soeknad, vedtak, vedtaksutkast, vilkaar
from tests.unit.test_ressurser import brevtekster

NB, NN = klarspraak()["nb"], klarspraak()["nn"]
LOVENS = ("regel_", "klausul_", "til_fullmektig", "til_verge", "tittel")
"""Texts in the words of the law, to someone else about the applicant, or with the name of a letter."""
EGEN = "Du har bodd på sofaen hos søsteren din siden mars. Hun flytter til Bergen 1. januar, og da står du uten bolig."


def test_en_setning_slutter_ved_punktum_og_linjeskift_men_ikke_i_en_forkortelse() -> None:
    assert setninger("Du bor hos andre.\nHusleien er kr. 9 200? Ja! Nr. 3 holder.") == (
        "Du bor hos andre.",
        "Husleien er kr.",
        "9 200?",
        "Ja!",
        "Nr.",
        "3 holder.",
    )


@pytest.mark.parametrize(("antall", "funn"), [(25, ()), (26, (1,))])
def test_en_setning_er_lang_naar_den_har_flere_enn_tjuefem_ord(antall: int, funn: tuple[int, ...]) -> None:
    assert lange_setninger(" ".join(["ord"] * antall) + ". Kort.", 25) == funn


def test_lange_setninger_telles_fra_en() -> None:
    lang = "Dette" + " ord" * 30 + "."
    assert lange_setninger(f"Kort. {lang} Kort. {lang}", 25) == (2, 4)


@pytest.mark.parametrize(
    ("tekst", "funn"),
    [
        ("I henhold til loven.", {"i henhold til": "etter"}),
        ("Vedrørende\nsøknaden din, samt vedlegg.", {"vedrørende": "om", "samt": "og"}),
        ("Vi ser fram til samtalen. Samtidig henholdsvis.", {}),
        ("", {}),
    ],
)
def test_kansellispraak_finnes_som_hele_ord_uansett_bokstavstoerrelse(tekst: str, funn: dict[str, str]) -> None:
    assert dict(kansellispraak(tekst, NB)) == funn


def test_hvert_raad_om_spraaket_sier_hvor_i_teksten_det_gjelder() -> None:
    lang = "Du trenger" + " ro" * 30 + "."
    tekst = f"  Kort. {lang}\nVedrørende leia: i\nhenhold til loven, vedrørende deg."
    lange, kanselli = raad_om_spraaket(Vedtaksinnhold(begrunnelse=tekst), NB)
    assert [tekst[fra:til] for fra, til in lange.steder] == [lang]
    assert [tekst[fra:til] for fra, til in kanselli.steder] == ["Vedrørende", "i\nhenhold til", "vedrørende"]


def test_setningene_staar_der_de_sies_aa_staa() -> None:
    tekst = " Du bor hos andre.\n\n Husleien er høy? Ja! "
    assert [tekst[fra:til] for fra, til in setningssteder(tekst)] == ["Du bor hos andre.", "Husleien er høy?", "Ja!"]
    assert setningssteder(" \n ") == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "Det er mange søkere.",
        "Du får avslag. Det er stor pågang, og kommunen har få ledige boliger.",
        "Vi har gjort en samlet vurdering, og du oppfyller ikke vilkårene for kommunal bolig i Trondheim.",
        "Søknaden er avslått fordi vi har flere søkere enn boliger!\n\nVi må dessverre prioritere.",
    ],
)
def test_en_begrunnelse_av_bare_standardsetninger_sees(tekst: str) -> None:
    assert er_bare_standardtekst(tekst, NB)


@pytest.mark.parametrize(
    "tekst",
    [
        EGEN,
        "Det er mange søkere, og du eier en leilighet i Melhus.",
        "Det er mange søkere. Du eier en leilighet.",
        "Du har bolig hos søsteren din.",
        "",
    ],
)
def test_en_begrunnelse_med_ett_forhold_hos_soekeren_er_ikke_bare_standardtekst(tekst: str) -> None:
    assert not er_bare_standardtekst(tekst, NB)


def test_nynorsk_har_sine_egne_standardsetninger() -> None:
    assert er_bare_standardtekst("Det er mange søkjarar. Du får avslag.", NN)
    assert not er_bare_standardtekst("Du får avslag fordi du eig ein bustad på Byåsen.", NN)


def test_ved_4_en_begrunnelse_av_bare_standardtekst_holder_ikke() -> None:
    def mangel(begrunnelse: str) -> str | None:
        av = sak()
        av.vedtak.append(vedtak("utkast", Vedtaksinnhold(**vedtaksutkast(begrunnelse=begrunnelse))))
        return BEREGNEDE["VED-4"](grunnlag(av, klarspraak=NB))

    assert "standardtekst" in (mangel("Du får avslag. Det er mange søkere.") or "")
    assert mangel(EGEN) is None


@pytest.mark.parametrize(
    ("tekst", "nevner"),
    [
        ("Du trenger et sted å bo.", False),
        ("Du må flytte innen 1. februar.", True),
        ("Du har sofaplass hos venner.", True),
        ("Barna trenger ro.", False),
        ("Institusjonen skriver deg ut.", True),
    ],
)
def test_teksten_er_om_soekeren_naar_den_har_tall_eller_ord_fra_soeknaden(tekst: str, nevner: bool) -> None:
    fra = soeknad(bosituasjon=Bosituasjon(type="institusjon", beskrivelse="Har hatt sofaplass en stund"))
    assert nevner_soekeren(tekst, fra, NB) is nevner


@pytest.mark.parametrize(
    ("en", "annen", "prosent"),
    [
        (EGEN, EGEN, 100),
        (EGEN, EGEN.upper(), 100),
        (EGEN, "Du bor i en bolig som ikke er trygg for barna, og har prøvd å leie privat i et helt år.", 0),
        (EGEN, EGEN.replace("mars", "april"), 73),
        ("Det er mange søkere.", "Det er mange søkere.", 0),
        (EGEN, f"{EGEN} " * 3, 0),
        ("", "", 0),
    ],
)
def test_to_tekster_er_saa_like_som_ordrekkene_de_deler(en: str, annen: str, prosent: int) -> None:
    assert likhet(en, annen) == likhet(annen, en) == prosent


def test_en_begrunnelse_nesten_lik_en_annens_faar_raad_med_saksnummeret() -> None:
    andres = (("2026-0001", "Noe helt annet som har mange nok ord til å kunne liknes."), ("2026-0002", EGEN))
    (raad,) = raad_om_begrunnelsen(f"{EGEN} Takk.", soeknad(), NB, andres)
    assert (raad.felt, raad.setning) == (
        "/begrunnelse",
        "Begrunnelsen: Den er nesten lik begrunnelsen i sak 2026-0002. Skriv hva som gjelder denne søkeren.",
    )
    assert raad_om_begrunnelsen(EGEN, soeknad(), NB, ()) == ()


def test_en_begrunnelse_uten_noe_om_soekeren_faar_raad_og_en_tom_ingen() -> None:
    assert "verken tall" in raad_om_begrunnelsen("Dere trenger ro.", soeknad(), NB, ())[0].raad
    assert raad_om_begrunnelsen(" ", soeknad(), NB, ()) == ()


def test_hvert_felt_i_vedtaket_faar_sitt_raad() -> None:
    innhold = Vedtaksinnhold(
        begrunnelse="Herved.",
        boligsosial=BoligsosialDel(bistand="Samt. " + " ".join(["ord"] * 26)),
        vilkaar=(vilkaar("V1"), vilkaar("V2", tekst="Jf. loven.", grunn="Grunnet.", oppfylles="Medio mai.")),
    )
    assert [r.felt for r in raad_om_spraaket(innhold, NB)] == [
        "/begrunnelse",
        "/boligsosial/bistand",
        "/boligsosial/bistand",
        "/vilkaar/1/tekst",
        "/vilkaar/1/grunn",
        "/vilkaar/1/oppfylles",
    ]


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_vaare_egne_brev_har_ingen_kansellispraak(maalform: str) -> None:
    raad = klarspraak()[maalform]  # type: ignore[index]
    egne = [
        (fil, k, t) for fil, k, t in brevtekster() if fil.endswith(f".{maalform}.toml") and not k.startswith(LOVENS)
    ]
    assert egne
    assert [(fil, k, funn) for fil, k, t in egne if (funn := kansellispraak(t, raad))] == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Du betaler husleien med AvtaleGiro.",
        "Du godtar fast trekk.",
        "Husleien trekkes av trygden din.",
        "Nav overfører stønaden direkte.",
        "Sosialhjelpen går direkte til utleier.",
        "Du går med på transport av bostøtte.",
        "Bostøtten blir overført til kommunen.",
        "Du samtykker til at vi deler opplysninger.",
        "Du gir samtykke.",
    ],
)
@pytest.mark.parametrize("felt", ["tekst", "oppfylles"])
def test_vilkaaret_kan_ikke_kreves(felt: str, tekst: str) -> None:
    assert kan_ikke_kreves(vilkaar("V1", **{felt: tekst}))
    innhold = Vedtaksinnhold(**vedtaksutkast(vilkaar=(vilkaar("V1", **{felt: tekst}),)))
    av = sak()
    av.vedtak.append(vedtak("utkast", innhold))
    assert "Vilkår V1" in (BEREGNEDE["VED-2"](grunnlag(av)) or "")


@pytest.mark.parametrize(
    "tekst",
    [
        "Du inngår avtale om nedbetaling av tidligere husleie.",
        "Du møter til samtale med boligoppfølgingen.",
        "Du søker bostøtte innen 25. i måneden.",
        "Du viser oss at strømavtalen er i orden.",
        "Du betaler første husleie.",
        "Du møter direkte på kontoret.",
    ],
)
def test_vilkaaret_kan_kreves(tekst: str) -> None:
    assert kan_ikke_kreves(vilkaar("V1", tekst=tekst)) == ()


@pytest.mark.parametrize(
    ("tekst", "krever"),
    [
        ("Du betaler gammel husleie før innflytting.", True),
        ("Restansen er betalt.", True),
        ("Tidligere husleie er gjort opp.", True),
        ("Tidligere leieforhold er gått gjennom.", False),
        ("Du har gjort opp restansen.", True),
        ("Du inngår avtale om å betale tidligere husleie.", False),
        ("Du betaler husleie. Tidligere leieforhold blir kontrollert.", False),
    ],
)
def test_gammel_gjeld_som_vilkaar_sees(tekst: str, krever: bool) -> None:
    assert krever_gammel_gjeld_betalt(vilkaar("V1", tekst=tekst, oppfylles="x")) is krever
