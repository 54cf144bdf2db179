"""Who a body is, in one sentence: what, of where, under whom, from when to when, what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from markupsafe import Markup, escape

from corpus.addresses import agency_url, relative
from corpus.model import Corpus
from corpus.pages.page import day
from corpus.schema import Agency, Group, Place
from corpus.vocabulary import Body, Tier


def introduce(body: Agency | Group, corpus: Corpus, url: str) -> Markup:
    """The sentence as HTML, with links from the page at ``url``."""
    place = corpus.place[body.place]
    if isinstance(body, Group):
        return Markup("{} là cách văn bản gọi chung nhiều cơ quan{}.").format(body.name, _where(body, place))
    sort = "là một chức danh" if body.body == Body.POST else f"thuộc khối {body.body.label}"
    parts = [Markup("{} {}{}").format(body.name, sort, _where(body, place))]
    if body.parent:
        parts.append(Markup("trực thuộc {}").format(_link(body.parent, corpus, url)))
    parts += [escape(period) for period in _period(body)]
    became = Markup("; ").join([Markup(", ").join(parts), *_became(body, corpus, url)])
    return Markup("{}.").format(became)


def _where(body: Agency | Group, place: Place) -> str:
    """The place, unless the name says it."""
    if place.tier == Tier.CENTRAL:
        return " ở trung ương" if "trung ương" not in body.name.lower() else ""
    return "" if place.name.lower() in body.name.lower() else f" của {place.name}"


def _period(body: Agency) -> list[str]:
    if body.since and body.until:
        return [f"hoạt động từ ngày {day(body.since)} đến hết ngày {day(body.until)}"]
    if body.since:
        return [f"hoạt động từ ngày {day(body.since)}"]
    return [f"hoạt động đến hết ngày {day(body.until)}"] if body.until else []


def _became(body: Agency, corpus: Corpus, url: str) -> list[Markup]:
    """Clauses on the successors, those with the whole work first."""
    ordered = sorted(body.successors, key=lambda succession: succession.scope is not None)
    return [
        Markup("{}{} chuyển cho {}").format(
            _since(succession.date or (body.until + timedelta(days=1) if body.until else None)),
            succession.scope or "việc",
            _link(succession.agency, corpus, url),
        )
        for succession in ordered
    ]


def _since(moment: date | None) -> str:
    return f"từ ngày {day(moment)} " if moment else ""


def _link(agency: str, corpus: Corpus, url: str) -> Markup:
    body = corpus.agency.get(agency)
    if body is None:
        return escape(agency)
    place = corpus.place[body.place].name
    name = (
        body.name
        if place.lower() in body.name.lower() or corpus.place[body.place].tier == "central"
        else f"{body.name} {place}"
    )
    return Markup('<a class="agency" href="{}">{}</a>').format(relative(url, agency_url(agency)), name)
