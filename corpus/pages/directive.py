"""The page of a directive: what it is, and every place that cites it, in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.derive.directives import DirectiveEntry
from corpus.link import Linked, group
from corpus.pages.agency import part_anchor
from corpus.pages.page import Page, render


def directive_pages(linked: Linked, directives: dict[str, DirectiveEntry]) -> Iterator[Page]:
    """One page per directive, known or not."""
    for entry in directives.values():
        yield directive_page(linked, directives, entry)


def directive_page(linked: Linked, directives: dict[str, DirectiveEntry], entry: DirectiveEntry) -> Page:
    citations = linked.citations_of.get(entry.id, [])
    printed = sorted({citation.text for citation in citations}, key=lambda text: (len(text), text))
    by_plan = group(citations, lambda citation: citation.plan)
    pointing = [
        (relation, other) for other in directives.values() for relation in other.relations if relation.directive == entry.id
    ]
    return render(
        "directive.md.j2", entry.url, linked, directives, entry=entry, by_plan=by_plan, printed=printed,
        pointing=pointing, resting=linked.work.resting_on(entry.id), part_anchor=part_anchor,
    )
