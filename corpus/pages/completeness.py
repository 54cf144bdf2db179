"""The page "Độ đầy đủ": how many references there are, which are not resolved, what contradicts, and how it was measured."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.addresses import COMPLETENESS
from corpus.check.checked import Checked
from corpus.check.conflicts import Conflicts
from corpus.link import PlanRecord
from corpus.model import Citation, Plan
from corpus.overview.figures import Figures
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.pages.page import Page, render
from corpus.vocabulary import FactName, ReferenceForm

MOST_PLANS = 200  # in the table of counts; its last row counts all
MOST_OPEN = 500  # unresolved mentions listed in full on the page; newest plans first


@dataclass(frozen=True)
class PlanCount:
    """Mentions of directives in one plan."""

    plan: Plan
    mentions: int
    resolved: int

    @property
    def unresolved(self) -> int:
        return self.mentions - self.resolved


@dataclass(frozen=True)
class OpenMention:
    """A mention that is not resolved, in its sentence; the id of its stub is ``citation.directive``."""

    citation: Citation
    quote: Quote


def completeness_page(overview: Overview, checked: Checked, figures: Figures | None) -> Page:
    """The page; ``figures`` are None where nothing was measured."""
    counts = [count_plan(here, overview) for here in overview.plans]
    unresolved = [
        (here.plan, one) for here in overview.plans for one in here.citations if not is_resolved(one, overview)
    ]
    return render(
        "completeness.html.j2",
        COMPLETENESS,
        overview,
        counts=counts[:MOST_PLANS],
        plans=len(counts),
        mentions=sum(one.mentions for one in counts),
        resolved=sum(one.resolved for one in counts),
        left_out=max(0, len(unresolved) - MOST_OPEN),
        unresolved=[OpenMention(one, quotes([one], plan)[0]) for plan, one in unresolved[:MOST_OPEN]],
        conflicts=_conflicts(checked.conflicts),
        disagreements=checked.conflicts.disagreements,
        namesakes=checked.conflicts.namesakes,
        figures=figures,
        forms=_form_rows(figures),
        kinds=list(figures.kinds.items()) if figures else [],
        names={str(name): name.label for name in FactName},
    )


def is_resolved(citation: Citation, overview: Overview) -> bool:
    """Whether it is known which act is meant."""
    entry = overview.directives.get(citation.directive or "")
    return bool(entry and entry.known)


def count_plan(here: PlanRecord, overview: Overview) -> PlanCount:
    resolved = sum(is_resolved(citation, overview) for citation in here.citations)
    return PlanCount(here.plan, len(here.citations), resolved)


def _conflicts(found: Conflicts) -> list[tuple[str, tuple]]:
    groups = [
        ("Cùng một số, khác ngày", found.same_number),
        ("Ngày không thể có", found.impossible_days),
        ("Một nội dung, hai số", found.same_subject),
    ]
    return [(title, conflicts) for title, conflicts in groups if conflicts]


def _form_rows(figures: Figures | None) -> list[tuple[str, object]]:
    """Figures by form of reference, with the words readers know; those with nothing to find say nothing."""
    if figures is None:
        return []
    labels = {str(form): form.label for form in ReferenceForm}
    return [(labels.get(name, name), row) for name, row in figures.forms.items() if row.wanted or row.given]
