"""What the program takes out of a package first: what is about others, or could reveal where they live."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boligtildeling.domain.innsyn import Innsynspart, Saksinnhold
from boligtildeling.domain.soeknad import SKJERMET, Soeknad

PARTSINNSYN, ADRESSESPERRE = "fvl-19", "freg-10-4"
_OM_ANNEN = "Opplysning om en annen enn den som ber om innsyn"
_KAN_ROEPE = "Kan røpe hvor en som har adressebeskyttelse, bor"
_PERSONLIGE = r"(foedselsnummer|duf_nummer|foedselsdato|telefon|epost|adressebeskyttelse|adresse(/.*)?)"
_FRITEKST = re.compile(r"/(notater/.*|versjoner/.*|.*/(merknad|begrunnelse|beskrivelse|grunn|tekst|kommentar))")
_BOLIG = re.compile(r"/(bolig|tilbud|kontrakt|utlevering|soeknad/bosituasjon|soeknad/behov/bydeler)(/.*)?")


@dataclass(frozen=True, slots=True)
class Forslag:
    """Take this out, for this reason. One that is `vernet` is never put back."""

    sted: str
    grunn: str
    hjemmel: str
    er_vernet: bool = False


def forslag(innhold: Saksinnhold, soeknad: Soeknad, part: Innsynspart) -> Iterator[Forslag]:
    """What is to be taken out of one case before `part` gets it.

    Hjemmel: forvaltningsloven § 19, folkeregisterloven § 10-4.
    """
    regler = list(_regler(soeknad, part))
    for avsnitt in innhold.avsnitt:
        for opplysning in avsnitt.opplysninger:
            i_saken = opplysning.sted.removeprefix(f"/{innhold.saksnummer}")
            for moenster, grunn, hjemmel, er_vernet in regler:
                if moenster.fullmatch(i_saken):
                    yield Forslag(opplysning.sted, grunn, hjemmel, er_vernet)
                    break


def _regler(soeknad: Soeknad, part: Innsynspart) -> Iterator[tuple[re.Pattern[str], str, str, bool]]:
    """Patterns of places, the strictest first. An earlier edition of a field is treated as the field."""
    annen = "medsoeker" if part == "soeker" else "soeker"
    skjermede = [f"soeknad/{annen}"] if _er_skjermet(soeknad, annen) else []
    skjermede += [f"soeknad/husstand/{nr}" for nr, m in enumerate(soeknad.husstand) if m.adressebeskyttelse in SKJERMET]
    for rot in skjermede:
        yield re.compile(rf"(/versjoner/\d+)?/{rot}/.*"), _KAN_ROEPE, ADRESSESPERRE, True
    if skjermede:
        yield _BOLIG, _KAN_ROEPE, ADRESSESPERRE, True
        yield _FRITEKST, _KAN_ROEPE, ADRESSESPERRE, False
    yield re.compile(rf"(/versjoner/\d+)?/soeknad/{annen}/{_PERSONLIGE}"), _OM_ANNEN, PARTSINNSYN, False
    yield (
        re.compile(r"(/versjoner/\d+)?/soeknad/fullmektige/(\d+/)?(telefon|adresse/.*)"),
        _OM_ANNEN,
        PARTSINNSYN,
        False,
    )


def _er_skjermet(soeknad: Soeknad, part: str) -> bool:
    person = soeknad.soeker if part == "soeker" else soeknad.medsoeker
    return person is not None and person.adressebeskyttelse in SKJERMET
