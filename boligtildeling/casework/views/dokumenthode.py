"""What all papers have in common: their top, whom they go to, the law they cite, the dwelling as it may be shown."""

from datetime import date

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.views.dokumentformer import Boligpapir, Brevhode, Lovsitater, Mottaker
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.sak import KOPI_OENSKES_IKKE, UTENFOR_FULLMAKTEN, Sak
from boligtildeling.domain.soeknad import Adresse, Fullmektig


def brevhode(arbeid: Arbeid, maalform: str | None = None, dato: date | None = None) -> Brevhode:
    """The top of a paper about the case at hand, or about none; in the applicant's own målform, dated today."""
    sak, innstilling = arbeid.sak_eller_ingen, arbeid.innstillinger()
    return Brevhode(
        kommune=innstilling["kommune"] or "",
        enhet=innstilling["enhet"] or "",
        enhet_adresse=innstilling["enhet_adresse"],
        enhet_telefon=innstilling["enhet_telefon"],
        boligforvalter=innstilling["boligforvalter"] or "",
        boligforvalter_telefon=innstilling["boligforvalter_telefon"] or "",
        maalform=maalform or (sak.soeknad.maalform if sak else "nb"),
        er_proeve=arbeid.rammer.er_proeve,
        er_skjermet=sak.soeknad.uten_adresse_paa_papir if sak else False,
        saksnummer=sak.saksnummer if sak else None,
        soeker=sak.soeker_navn if sak else None,
        dato=dato or arbeid.i_dag,
        saksbehandler=sak.ansvarlig if sak else None,
        logofil=innstilling["logofil"],
    )


def mottaker(sak: Sak) -> Mottaker:
    """A fullmektig or verge whose mandate covers the case gets the letter, the applicant a copy unless they object.

    No address stands on paper when anyone in the case is protected.

    Hjemmel: forvaltningsloven § 12, vergemålsloven §§ 31 og 33.
    """
    soeknad = sak.soeknad
    soekere = " og ".join(p.navn for p in soeknad.soekere)
    andre = representanter(sak)
    if not andre:
        return Mottaker(navn=soekere, adresselinjer=_linjer(sak, soeknad.soeker.adresse), paa_vegne_av=None, rolle=None)
    foerste, *flere = andre
    kopi = () if KOPI_OENSKES_IKKE in sak.kjennetegn else (soekere,)
    return Mottaker(
        navn=foerste.navn,
        adresselinjer=_linjer(sak, foerste.adresse),
        paa_vegne_av=soekere,
        rolle=foerste.rolle,
        kopi_til=(*kopi, *(f.navn for f in flere)),
    )


def representanter(sak: Sak) -> tuple[Fullmektig, ...]:
    """Who acts for the applicant in this case; none when the mandate does not cover it."""
    return () if UTENFOR_FULLMAKTEN in sak.kjennetegn else sak.soeknad.fullmektige


def _linjer(sak: Sak, adresse: Adresse | None) -> tuple[str, ...]:
    if adresse is None or sak.soeknad.uten_adresse_paa_papir:
        return ()
    return (adresse.linje, f"{adresse.postnummer} {adresse.poststed}")


def boligpapir(sak: Sak, bolig: Bolig) -> Boligpapir:
    """The dwelling as this case's papers may show it: the address only when nobody in the case is protected."""
    skjult = sak.soeknad.uten_adresse_paa_papir
    return Boligpapir(
        adresse=None if skjult else bolig.adresse.paa_en_linje,
        bruksenhetsnummer=None if skjult else bolig.bruksenhetsnummer,
        boligtype=bolig.boligtype,
        antall_soverom=bolig.antall_soverom,
        bruksareal=bolig.bruksareal,
        rullestol=bolig.rullestol,
        heis=bolig.heis,
        trinnfri=bolig.trinnfri,
    )


def lovsitater(arbeid: Arbeid, dag: date, **om: tuple[str, ...]) -> Lovsitater:
    """What a letter of that day cites, by what it is about: `saken=("fvl-11a",)`."""
    lov, maalform = arbeid.rammer.lov_naa(arbeid.session), arbeid.sak.soeknad.maalform
    return tuple((hva, lov.sitat(ider, dag, maalform)) for hva, ider in om.items())
