"""The page "Độ đầy đủ": how many references there are, which are not resolved, what contradicts, and how it was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.addresses import COMPLETENESS
from corpus.check.checked import Checked
from corpus.check.conflicts import Conflict, Conflicts
from corpus.link import PlanRecord
from corpus.model import Citation, Plan
from corpus.overview.figures import Figures
from corpus.overview.overview import Overview
from corpus.overview.quotes import Quote, quotes
from corpus.pages.page import Page, render
from corpus.pages.paging import Sheet, cut
from corpus.vocabulary import FactName, ReferenceForm

MOST_ROWS = 200  # of a list on the page, and of each sheet of it


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


@dataclass(frozen=True)
class ListSection:
    """A list of the page that may go on in sheets of its own; ``part`` is the macro that shows its rows."""

    title: str
    part: str
    sheets: tuple[Sheet[object], ...]

    @property
    def first(self) -> Sheet[object]:
        return self.sheets[0]

    @property
    def left_out(self) -> int:
        return sum(len(sheet.rows) for sheet in self.sheets[1:])


def completeness_pages(overview: Overview, checked: Checked, figures: Figures | None) -> Iterator[Page]:
    """The page, then the sheets of each of its lists that is too long for it; ``figures`` are None where nothing was measured."""
    counts = [count_plan(here, overview) for here in overview.plans]
    sections = {section.part: section for section in _sections(overview, checked.conflicts, counts)}
    names = {str(name): name.label for name in FactName}
    yield render(
        "completeness.html.j2",
        COMPLETENESS,
        overview,
        sections=sections,
        mentions=sum(one.mentions for one in counts),
        resolved=sum(one.resolved for one in counts),
        figures=figures,
        forms=_form_rows(figures),
        kinds=list(figures.kinds.items()) if figures else [],
        names=names,
    )
    for section in sections.values():
        for sheet in section.sheets if section.left_out else ():
            yield render("completeness_list.html.j2", sheet.url, overview, section=section, sheet=sheet, names=names)


def _sections(overview: Overview, conflicts: Conflicts, counts: list[PlanCount]) -> Iterator[ListSection]:
    unresolved = [
        OpenMention(one, quotes([one], here.plan)[0])
        for here in overview.plans
        for one in here.citations
        if not is_resolved(one, overview)
    ]
    lists: list[tuple[str, str, str, Sequence[object]]] = [
        ("Số lần viện dẫn", "counts", "so-lan", counts),
        ("Chưa xác định được văn bản", "open", "chua-xac-dinh", unresolved),
        ("Mâu thuẫn", "conflicts", "mau-thuan", list(_flat(conflicts))),
        ("Các nguồn ghi khác nhau", "disagreements", "cac-nguon", conflicts.disagreements),
        ("Dễ nhầm: cùng số, cùng cơ quan", "namesakes", "de-nham", conflicts.namesakes),
    ]
    for title, part, name, rows in lists:
        yield ListSection(title, part, cut(rows, f"{COMPLETENESS}{name}/", MOST_ROWS))


def _flat(found: Conflicts) -> Iterator[tuple[str, Conflict]]:
    """Every conflict with the title of its kind."""
    yield from (("Cùng một số, khác ngày", one) for one in found.same_number)
    yield from (("Ngày không thể có", one) for one in found.impossible_days)
    yield from (("Một nội dung, hai số", one) for one in found.same_subject)


def is_resolved(citation: Citation, overview: Overview) -> bool:
    """Whether it is known which act is meant."""
    entry = overview.directives.get(citation.directive or "")
    return bool(entry and entry.known)


def count_plan(here: PlanRecord, overview: Overview) -> PlanCount:
    resolved = sum(is_resolved(citation, overview) for citation in here.citations)
    return PlanCount(here.plan, len(here.citations), resolved)


def _form_rows(figures: Figures | None) -> list[tuple[str, object]]:
    """Figures by form of reference, with the words readers know; those with nothing to find say nothing."""
    if figures is None:
        return []
    labels = {str(form): form.label for form in ReferenceForm}
    return [(labels.get(name, name), row) for name, row in figures.forms.items() if row.wanted or row.given]
