"""Makes the pages of a case; their modules are heavy and are imported on the database thread before they are used."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from ui.acts import ACT_PREFIX, IN_MENU

if TYPE_CHECKING:
    from ui.case import Case
    from ui.step_page import StepPage

PageMaker = Callable[["Case"], "StepPage"]

PAGES: Mapping[str, tuple[str, str]] = {
    "soeknad": ("ui.screens.soeknad.view", "ApplicationStep"),
    "kartlegging": ("ui.screens.kartlegging.view", "MappingStep"),
    "oekonomiplan": ("ui.screens.oekonomiplan.view", "EconomyStep"),
    "oppfoelgingsplan": ("ui.screens.oppfoelgingsplan.view", "FollowUpStep"),
    "kontraktstype": ("ui.screens.kontraktstype.view", "ContractTypeStep"),
    "vedtak": ("ui.screens.vedtak.view", "DecisionStep"),
    "tildeling": ("ui.screens.tildeling.view", "OfferStep"),
    "kontrakt": ("ui.screens.kontrakt.view", "LeaseStep"),
    "foerste_husleie": ("ui.screens.foerste_husleie.view", "FirstRentStep"),
    "noekkel": ("ui.screens.noekkel.view", "KeyStep"),
    "boforhold": ("ui.screens.boforhold.view", "TenancyPage"),
    "klage": ("ui.screens.klage.view", "ComplaintPage"),
    "dokumenter": ("ui.screens.dokumenter.view", "DocumentsPage"),
    "historikk": ("ui.screens.historikk.view", "HistoryPage"),
    "innsynslogg": ("ui.screens.innsynslogg.view", "LogPage"),
    "innsyn": ("ui.screens.innsyn.view", "AccessPage"),
    "skjerming": ("ui.screens.skjerming.view", "ShieldPage"),
}
ACT_PAGE = ("ui.screens.handling.view", "ActPage")
SCREENS = (
    "ui.screens.sak.view",
    "ui.screens.velkommen.view",
    "ui.screens.soeknad.register",
    "ui.screens.boliger.view",
    "ui.screens.begjaeringer.view",
    "ui.screens.morgen.view",
    "ui.screens.rapporter.view",
    "ui.screens.bunke.view",
    "ui.screens.innstillinger.view",
    "ui.screens.til_gjennomgang.view",
    "ui.screens.bevaring.view",
    "ui.screens.restanser.view",
    "ui.screens.moeter.view",
    "ui.screens.skjemaer.view",
    "ui.screens.hjelp.view",
)
MODULES = (*(module for module, _ in PAGES.values()), ACT_PAGE[0], *SCREENS)


def makers() -> dict[str, PageMaker]:
    """How to make each page of a case, by step or by act."""
    found: dict[str, PageMaker] = {step: _maker(*place) for step, place in PAGES.items()}
    for group in IN_MENU:
        for act, meaning in group:
            found[f"{ACT_PREFIX}{act}"] = _act_maker(act, meaning)
    return found


def _maker(module: str, name: str) -> PageMaker:
    return lambda case: cast("StepPage", getattr(import_module(module), name)(case))


def _act_maker(act: str, meaning: str) -> PageMaker:
    module, name = ACT_PAGE

    def make(case: "Case") -> "StepPage":
        return cast("StepPage", getattr(import_module(module), name)(case, act, meaning))

    return make
