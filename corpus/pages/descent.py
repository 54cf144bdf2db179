"""Descent as pictures and as lists: of the whole corpus, and of each plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from corpus.addresses import DESCENT, descent_url, relative
from corpus.check.seen import Seen
from corpus.citation_form import plan_name
from corpus.directives.identity import plan_directive_id
from corpus.language.folding import slug
from corpus.language.lexicon import LEXICON
from corpus.overview.entries import DirectiveEntry
from corpus.overview.lineage import Descent, Lineage, tier_of
from corpus.overview.overview import Overview
from corpus.pages.page import Page, day, page_about, render
from corpus.pages.paging import Sheet
from corpus.pages.picture import Node, draw, wrap
from corpus.vocabulary import Relation, Role

MOST_ACTS = 150  # in a picture


@dataclass(frozen=True)
class Branch:
    """One act of a list: ``descent`` ties it to the act it hangs on (None at the top).

    What hangs on it is left out where it stood before (``repeated``).
    """

    act: str
    descent: Descent | None
    branches: tuple[Branch, ...]
    repeated: bool


def descent_pages(seen: Seen) -> Iterator[Page]:
    """The pages of the whole corpus, and one for each plan."""
    yield from _corpus_pages(seen)
    for here in seen.overview.plans:
        yield page_about(seen, descent_url(here.plan.id), _plan_descent, here.plan.id)


def _plan_descent(seen: Seen, plan_id: str) -> Page:
    overview, lineage, plan = seen.overview, seen.overview.lineage, seen.overview.corpus.plan[plan_id]
    own, url = plan_directive_id(plan, overview.corpus), descent_url(plan_id)
    above, every = lineage.above((own,)), lineage.below((own,))
    descents = (*above, *every[:MOST_ACTS])
    shown = {own, *(end for one in descents for end in (one.child, one.parent))}
    name = f"{plan_name(plan.meta)} năm {plan.meta.year}"
    return render(
        "descent_plan.html.j2",
        url,
        overview,
        plan=plan,
        name=name,
        own=own,
        picture=_picture(descents, overview, url, f"Sơ đồ căn cứ của {name}", own),
        kinds=line_kinds(descents),
        above=grow(own, lineage, upward=True),
        below=grow(own, lineage, upward=False, within=shown),
        left_out=len({one.child for one in every} - shown),
    )


def _corpus_pages(seen: Seen) -> Iterator[Page]:
    """The picture of all acts in as many pages as it needs."""
    sheets = act_sheets(seen.overview, seen.overview.lineage)
    for number, shown in enumerate(sheets, 1):
        sheet = Sheet(DESCENT, number, len(sheets), tuple(shown))
        yield page_about(seen, sheet.url, _corpus_page, sheet.number, sheet.count, *sheet.rows)


def _corpus_page(seen: Seen, number: int, count: int, *shown: str) -> Page:
    overview, lineage, sheet = seen.overview, seen.overview.lineage, Sheet(DESCENT, number, count, shown)
    within = dict.fromkeys(shown)
    descents = _among(within, lineage)
    below = {one.child for one in descents}
    met: set[str] = set()
    tops = sorted((act for act in shown if act not in below), key=lambda act: _order(act, overview))
    return render(
        "descent.html.j2",
        sheet.url,
        overview,
        sheet=sheet,
        kinds=line_kinds(descents),
        picture=_picture(descents, overview, sheet.url, f"Sơ đồ văn bản của cả kho kế hoạch{sheet.suffix}"),
        parts_of_page=[(slug(act), overview.directives[act].name) for act in tops],
        tops=[grow(act, lineage, upward=False, seen=met, within=within) for act in tops],
    )


def act_sheets(overview: Overview, lineage: Lineage, most: int | None = None) -> list[dict[str, None]]:
    """Acts by the page that shows them: each plan with all that it rests on, newest plans first, then what else descends.

    No page has more than ``most`` acts (``MOST_ACTS``), but for a plan that rests on more; an act may stand on several.
    """
    most = MOST_ACTS if most is None else most
    sheets: list[dict[str, None]] = [{}]
    for here in overview.plans:
        _add(lineage.above([plan_directive_id(here.plan, overview.corpus)]), sheets, most)
    drawn = {(one.child, one.parent) for shown in sheets for one in _among(shown, lineage)}
    for one in lineage.descents:
        if (one.child, one.parent) not in drawn:
            _add((one,), sheets, most)
    return sheets


def _add(descents: Iterable[Descent], sheets: list[dict[str, None]], most: int) -> None:
    """Show the ends of all ``descents`` on the last of ``sheets``, or on a new one where they make it too large."""
    ends = {end: None for one in descents for end in (one.child, one.parent)}
    if sheets[-1] and len({*sheets[-1], *ends}) > most:
        sheets.append({})
    sheets[-1].update(ends)


def _among(acts: Collection[str], lineage: Lineage) -> list[Descent]:
    """The descents of which both ends are among ``acts``, in the order of their names."""
    found = (one for act in acts for one in lineage.parents.get(act, ()) if one.parent in acts)
    return sorted(found, key=lambda one: (one.child, one.parent))


def _order(act: str, overview: Overview) -> tuple[int, int, str]:
    tier = tier_of(overview.directives[act], overview.corpus)
    return (list(type(tier)).index(tier) if tier else len(act), overview.directives[act].year or 0, act)


def grow(
    act: str,
    lineage: Lineage,
    upward: bool,
    seen: set[str] | None = None,
    within: Collection[str] | None = None,
    descent: Descent | None = None,
) -> Branch:
    """The list that hangs on ``act``: upward what it rests on, else what rests on it; only acts ``within``."""
    seen = set() if seen is None else seen
    links = (lineage.parents if upward else lineage.children).get(act, ())
    ends = [(one.parent if upward else one.child, one) for one in links]
    ends = [(end, one) for end, one in ends if within is None or end in within]
    repeated = act in seen and bool(ends)
    seen.add(act)
    branches = () if repeated else tuple(grow(end, lineage, upward, seen, within, one) for end, one in ends)
    return Branch(act, descent, branches, repeated)


def line_kinds(descents: Iterable[Descent]) -> list[Role | Relation]:
    """Kinds of lines that a picture draws, for its legend; one for each look."""
    used = {str(one.why[0]): one.why[0] for one in descents}
    return [used[kind] for kind in sorted(used)]


def _picture(
    descents: Iterable[Descent],
    overview: Overview,
    url: str,
    label: str,
    own: str = "",
) -> Markup:
    acts = dict.fromkeys(end for one in descents for end in (one.child, one.parent))
    return draw([_node(overview.directives[act], overview, url, act == own) for act in acts], descents, label)


def _node(entry: DirectiveEntry, overview: Overview, url: str, own: bool) -> Node:
    plan = overview.corpus.plan.get(entry.plan or "")
    name = entry.name if not entry.issuer_name else f"{entry.name} của {entry.issuer_name}"
    name += f" ngày {day(entry.issued)}" if entry.issued else ""
    target = plan.url if plan else entry.url
    css = " ".join(word for word, holds in (("plan", plan), ("own", own), ("unresolved", not entry.known)) if holds)
    lines = _lines(entry, overview)
    return Node(
        entry.id,
        lines,
        f"{name}: {entry.title}" if entry.title and entry.number else name,
        relative(url, target),
        tier_of(entry, overview.corpus),
        css,
    )


def _lines(entry: DirectiveEntry, overview: Overview) -> tuple[str, ...]:
    """Number, day and issuer, as far as they are known; or as much of the name as the box holds."""
    when = day(entry.issued) if entry.issued else str(entry.year or "")
    body = overview.corpus.agency.get(entry.issuer or "")
    who = abbreviate(body.name if body else entry.issuer_name or "")
    if entry.number_symbol:
        first = entry.number_symbol if entry.kind == "tiêu chuẩn" else entry.name.replace(" số ", " ", 1)
        return tuple(line for text in (first, when, who) for line in wrap(text, 1))
    return wrap(entry.name, 2 if when else 3) + ((when,) if when else ())


def abbreviate(name: str) -> str:
    """A body's name with the abbreviation that everybody prints: UBND thành phố ...

    >>> abbreviate("Chủ tịch Ủy ban nhân dân phường Chí Linh")
    'Chủ tịch UBND phường Chí Linh'
    """
    for short in ("UBND", "HĐND"):
        name = re.sub(LEXICON.abbreviations_in("names")[short], short, name, flags=re.IGNORECASE)
    return name
