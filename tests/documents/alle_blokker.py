"""One paper with every kind of block in it, more than once, and every language."""

from datetime import date
from io import BytesIO

from PIL import Image

from boligtildeling.documents import blokker as b

STATUSER: tuple[b.Ruteform, ...] = ("tom", "oppfylt", "mangler", "gjelder_ikke", "unntak", "utsatt")
ARABISK = "لقد تقدمت بطلب للحصول على سكن بلدي في 12 أكتوبر 2026 (Trondheim kommune)."
SPRAAK: dict[b.Spraak, str] = {
    "nb": "Du har søkt om kommunal bolig.",
    "nn": "Du har søkt om kommunal bustad.",
    "en": "You have applied for municipal housing.",
    "pl": "Złożyłeś wniosek o mieszkanie komunalne. Żądło, łódź, ćma.",
    "ar": ARABISK,
    "so": "Waxaad dalbatay guri degmo.",
    "ti": "ናይ ምምሕዳር ገዛ ሓቲትኩም ኣለኹም።",
    "uk": "Ви подали заяву на муніципальне житло. Їжак, ґанок, є.",
}


def logofil(format_: str = "PNG", modus: str = "RGBA", stoerrelse: tuple[int, int] = (300, 90)) -> bytes:
    """A picture file of one colour, half of it transparent when it can be."""
    bilde = Image.new("RGBA", stoerrelse, (0, 44, 84, 255))
    bilde.paste((0, 0, 0, 0), (0, 0, stoerrelse[0] // 2, stoerrelse[1]))
    ut = BytesIO()
    bilde.convert(modus).save(ut, format_)
    return ut.getvalue()


def ark(*blokker: b.Blokk, **felt: object) -> b.Ark:
    """A paper of these blocks."""
    topp = b.Topp(avsender="Trondheim kommune", enhet=("Helse- og velferdskontoret",))
    standard: dict[str, object] = {"tittel": "Prøve", "maalform": "nb", "dato": date(2026, 11, 6), "topp": topp}
    return b.Ark(**(standard | {"blokker": blokker, "bunntekst": "Prøve"} | felt))  # type: ignore[arg-type]


def _alt() -> tuple[b.Blokk, ...]:
    kolonner = (b.Kolonne("", 0.1), b.Kolonne("Punkt", 0.6), b.Kolonne("Beløp", 0.3, hoeyrestilt=True))
    rader = tuple((b.Rute(s), b.Celletekst(f"Punkt {s}", "en note"), "1 000,00") for s in STATUSER)
    return (
        b.Overskrift("Alt på ett ark", 1),
        b.Avsnitt(
            "Nav kaller det «housing allowance», ikke bostøtte.", passasjer=(b.Passasje("housing allowance", "en"),)
        ),
        b.Konklusjon("Du får bolig.\nDu kan klage."),
        b.Liste(("Ett punkt", "Et annet punkt " * 20)),
        b.Overskrift("Fakta"),
        b.Faktalinjer((("Boligtype", "Leilighet"), ("Saksnummer", ""))),
        b.Faktalinjer((("Navn", "Åse"), ("Dato", "")), paa_rad=True),
        b.Overskrift("Tabell", 3),
        b.Tabell(kolonner, rader, skrivehoeyde=8),
        b.Tabell(kolonner, rader[:2], samlet=True),
        b.Avkryssing(tuple((s, f"Påstand {s}") for s in STATUSER)),
        b.Avkryssing((("oppfylt", "Oppfylt"), ("tom", "Annet")), paa_rad=True),
        b.Sideskift(),
        *(b.PaaSpraak(s, (b.Overskrift(tekst), b.Avsnitt(tekst), b.Liste((tekst,)))) for s, tekst in SPRAAK.items()),
        b.PaaSpraak("ar", (b.Faktalinjer((("سكن", ARABISK),)), b.Tabell((b.Kolonne("سكن", 1),), ((ARABISK,),)))),
        b.Sammen((b.Avsnitt("Noter:"), b.Skrivelinjer(3))),
        b.Signaturer((b.Signatur("Leier: Åse", "6. november 2026"), b.Signatur("Utleier")), "Dato"),
        b.Signaturer((b.Signatur("Vitne"),)),
    )


def alt_paa_ett_ark() -> dict[tuple[str, bool], b.Ark]:
    """The paper with everything, by målform and by whether its boxes can be ticked on the screen."""
    topp = b.Topp(
        avsender="Trondheim kommune",
        enhet=("Helse- og velferdskontoret",),
        merke="Unntatt offentlighet",
        mottaker=("Åse Øvergård", "محمد"),
        fakta=(("Dato", "6. november 2026"),),
        logo=b.Logo(logofil(), "Logoen til kommunen"),
    )
    return {
        (m, u): ark(*_alt(), maalform=m, utfyllbar=u, topp=topp, vannmerker=("PRØVE",))
        for m in ("nb", "nn")
        for u in (False, True)
    }
