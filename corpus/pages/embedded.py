"""Pieces that the pages of others show: what a body must do, what is due soon, a plan in short.

Each is a light page for a frame, which reports its height, and, where the address of the site or at least its path on
the host is known, a fragment of HTML whose links hold in any page (of that host). A page of the site shows them and the
words to copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from corpus.addresses import AGENCIES, CALENDAR, EMBEDDED, PLANS, agency_url, clause_url, plan_url, relative
from corpus.check.seen import Seen
from corpus.citation_form import plan_name
from corpus.kept import FilesAbout
from corpus.language.letters import upfirst
from corpus.link import PlanRecord
from corpus.overview.agency_work import Assignment
from corpus.overview.overview import Overview
from corpus.pages.page import Page, environment, render, script_tag
from corpus.policy import POLICY
from corpus.vocabulary import DutyKind, Part
from corpus.work.occasions import by_day
from corpus.written import write_if_changed

FRAGMENT = "doan.html"
DUE_SOON = f"{EMBEDDED}sap-den-han/"
_DUE_SOON_TITLE = "Sắp đến hạn"
MOST_WORK = 12
MOST_COMING = 10
# A piece is built today and read later: days ahead that it holds, of which the browser shows those still to come.
AHEAD = timedelta(days=400)
# What others copy; the browser puts the whole address and the chosen piece in.
_WORDS = """<iframe src="{0}{1}" title="Kế hoạch mở" loading="lazy" width="100%" height="400" frameborder="0"></iframe>
<script src="{0}nhung/khung.js" async></script>"""
LONGEST = 240  # characters of a sentence; the link leads to all of it


@dataclass(frozen=True)
class Line:
    """One thing to do, with the address of its sentence."""

    url: str
    text: str
    part: str = ""
    about: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Piece:
    """``coming`` is how many lines the browser shows of those whose day is still to come; 0 where all are shown."""

    url: str
    title: str
    about: str
    lines: tuple[Line, ...]
    leads_to: str
    left: int = 0
    coming: int = 0


def named_pieces(overview: Overview) -> Iterator[tuple[str, str]]:
    """Address and title of each piece."""
    yield DUE_SOON, _DUE_SOON_TITLE
    for body in overview.work.bodies:
        yield f"{EMBEDDED}{agency_url(body)}", overview.corpus.agency[body].name
    for here in overview.plans:
        yield f"{EMBEDDED}{plan_url(here.plan.id)}", plan_name(here.plan.meta)


def piece_files(overview: Overview, address: str | None) -> Iterator[FilesAbout]:
    """Each piece about one body or plan; fragments only for a known ``address``, whole or ``/path/`` on the host."""
    for body in overview.work.bodies:
        yield FilesAbout(f"{EMBEDDED}{agency_url(body)}", _body_files, (body, address))
    for here in overview.plans:
        yield FilesAbout(f"{EMBEDDED}{plan_url(here.plan.id)}", _plan_files, (here.plan.id, address))


def _body_files(seen: Seen, body: str, address: str | None) -> Iterator[tuple[str, bytes]]:
    yield from _files(_of_body(seen.overview, body), seen.overview, address)


def _plan_files(seen: Seen, plan: str, address: str | None) -> Iterator[tuple[str, bytes]]:
    yield from _files(_of_plan(seen.overview, seen.overview.plan[plan]), seen.overview, address)


def _due_soon(overview: Overview, day: date | None) -> Piece:
    found = by_day(one for here in overview.plans for item in here.items for one in overview.occasions(item))
    coming = [pair for pair in found if day and day <= pair[0] <= day + AHEAD and not pair[1].begins_only]
    lines = tuple(
        Line(
            clause_url(one.item.plan, one.item.anchor), _short(one.item.text), "", _who(overview, one.item.bodies), due
        )
        for due, one in coming
    )
    return Piece(DUE_SOON, _DUE_SOON_TITLE, "", lines, CALENDAR, coming=MOST_COMING)


def _who(overview: Overview, bodies: tuple[tuple[Part, tuple[str, ...]], ...]) -> str:
    named = [
        overview.corpus.agency[body].name for part, found in bodies for body in found if part is not Part.COORDINATES
    ]
    return ", ".join(dict.fromkeys(named))


def _of_body(overview: Overview, body: str) -> Piece:
    work = overview.work.of(body)
    newest = overview.corpus.plan[work.plans[0]]
    every = [one for one in work.all if one.item.plan == newest.id]
    lines = tuple(
        Line(clause_url(newest.id, one.item.anchor), _short(one.item.text), _mark(overview, one), one.item.time_text)
        for one in every[:MOST_WORK]
    )
    about = f"{len(every)} việc trong {plan_name(newest.meta)} ({newest.meta.year})"
    name = overview.corpus.agency[body].name
    return Piece(f"{EMBEDDED}{agency_url(body)}", name, about, lines, agency_url(body), max(0, len(every) - MOST_WORK))


def _mark(overview: Overview, one: Assignment) -> str:
    """What part the body has; whether it is given or asked for; and through which group, if it is not named itself."""
    kind = one.item.kind.label if one.item.kind and one.item.kind is not DutyKind.ASSIGNED else one.part.label
    return upfirst(kind) + (f" (qua {overview.corpus.agency[one.via].name})" if one.via else "")


def _of_plan(overview: Overview, here: PlanRecord) -> Piece:
    meta, url = here.plan.meta, plan_url(here.plan.id)
    issuer = overview.corpus.agency[meta.issuer].name if meta.issuer in overview.corpus.agency else ""
    counted = [
        f"{len(here.tasks)} nhiệm vụ",
        f"{len({body for item in here.items for _, bodies in item.bodies for body in bodies})} cơ quan và nhóm có việc",
        f"{len({one.directive for one in here.citations} - {None})} văn bản được viện dẫn",
    ]
    lines = tuple(Line(clause_url(here.plan.id, task.anchor), _short(task.title)) for task in here.tasks[:MOST_WORK])
    about = f"{meta.title}. {issuer}, {meta.year}. {', '.join(counted)}."
    return Piece(f"{EMBEDDED}{url}", plan_name(meta), about, lines, url, max(0, len(here.tasks) - MOST_WORK))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def embedding_page(overview: Overview, address: str | None) -> Page:
    """The page where others choose a piece, see it, and copy how to frame it; ``address`` as in ``piece_files``."""
    known = list(named_pieces(overview))
    groups = (
        ("Chung", DUE_SOON),
        ("Việc của một cơ quan", f"{EMBEDDED}{AGENCIES}"),
        ("Một kế hoạch", f"{EMBEDDED}{PLANS}"),
    )
    choices = [(name, [one for one in known if one[0].startswith(below)]) for name, below in groups]
    known_address = address or ""
    return render(
        "embedding.html.j2",
        EMBEDDED,
        overview,
        choices=choices,
        first=DUE_SOON,
        address=known_address,
        fragment=FRAGMENT,
        words=_WORDS.format(known_address, DUE_SOON),
    )


def write_due_soon(overview: Overview, day: date | None, site: Path, address: str | None) -> None:
    """Write the piece on what is due soon, as seen on ``day``, below ``site``; ``address`` as in ``piece_files``."""
    for name, data in _files(_due_soon(overview, day), overview, address):
        write_if_changed(site / name, data)


def _files(piece: Piece, overview: Overview, address: str | None) -> Iterator[tuple[str, bytes]]:
    template, here = environment().get_template("piece.html.j2"), piece.url
    script = script_tag(relative(here, "assets/embed/piece.js"))
    known = {"piece": piece, "notice": overview.corpus.notice, "policy": POLICY, "script": script}
    page = template.render(**known, fragment=False, link=lambda target: relative(here, target))
    yield f"{here}index.html", page.encode()
    if address:
        fragment = template.render(**known, fragment=True, link=lambda target: address + target)
        yield f"{here}{FRAGMENT}", fragment.encode()
