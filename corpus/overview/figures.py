"""How well references are found, resolved and given roles: the figures that a measuring run left to be published."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

# Written by scripts/measure_citations.py, relative to the project's folder.
FIGURES_FILE = Path("figures/citations.json")
# Written once by hand, after the only run on sentences that nobody had tuned a rule with; never refreshed.
UNSEEN_FILE = Path("figures/citations_unseen.json")
# The same of composed plans: by part, before and after the rules were changed.
UNSEEN_PLANS_FILE = Path("figures/citations_unseen_plans.json")


class Figure(BaseModel):
    """One row: shares from 0 to 1, and the counts they come from."""

    model_config = ConfigDict(frozen=True)

    precision: float
    recall: float
    f1: float
    right: int
    given: int
    wanted: int


class UnseenFigures(BaseModel):
    """The first run over ``texts`` labelled passages unseen until then; ``rules`` is the revision that was run."""

    model_config = ConfigDict(frozen=True)

    day: str
    rules: str
    texts: int
    finding: Figure
    roles: Figure


class PlansRun(BaseModel):
    """One run over ``texts`` passages of the composed plans of a ``part``; aside was looked at when the rules were done."""

    model_config = ConfigDict(frozen=True)

    rules: str
    part: str
    note: str
    texts: int
    finding: Figure
    roles: Figure
    identity: Figure


class UnseenPlans(BaseModel):
    """The runs over composed plans before anybody had read what they miss; of the part aside there are two."""

    model_config = ConfigDict(frozen=True)

    day: str
    runs: tuple[PlansRun, ...]

    @property
    def aside(self) -> tuple[PlansRun, PlansRun]:
        """With the rules before they were changed, and with the changed ones."""
        before, after = (run for run in self.runs if run.part == "aside")
        return before, after

    @property
    def later(self) -> tuple[PlansRun, ...]:
        """The first sight of each part composed since, in their order; what each showed was mended before the next."""
        return tuple(run for run in self.runs if run.part not in ("first", "aside"))


class Figures(BaseModel):
    """Figures of one run over ``texts`` labelled passages; ``forms`` and ``kinds`` are figures of finding."""

    model_config = ConfigDict(frozen=True)

    texts: int
    finding: Figure
    resolving: Figure
    roles: Figure
    forms: dict[str, Figure]
    kinds: dict[str, Figure]
    unseen: UnseenFigures | None = None
    unseen_plans: UnseenPlans | None = None


def read_figures(root: Path) -> Figures | None:
    """The figures below the project's folder ``root``; None where none were left or they cannot be read.

    Those of first sights are written by hand: ValidationError where they do not hold, so that none goes missing unseen.
    """
    try:
        figures = Figures.model_validate_json((root / FIGURES_FILE).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
    return figures.model_copy(update={"unseen": _read_unseen(root), "unseen_plans": _read_unseen_plans(root)})


def _read_unseen(root: Path) -> UnseenFigures | None:
    try:
        return UnseenFigures.model_validate_json((root / UNSEEN_FILE).read_bytes())
    except FileNotFoundError:
        return None


def _read_unseen_plans(root: Path) -> UnseenPlans | None:
    try:
        return UnseenPlans.model_validate_json((root / UNSEEN_PLANS_FILE).read_bytes())
    except FileNotFoundError:
        return None
