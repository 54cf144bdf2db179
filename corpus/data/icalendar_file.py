"""Deadlines as an iCalendar file (RFC 5545), for the calendars that officers use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain

from icalendar import Calendar, Event, Timezone, vRecur

from corpus.addresses import clause_url
from corpus.model import Plan
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication
from corpus.read.history import Since
from corpus.times.when_words import when_words
from corpus.vocabulary import Part
from corpus.work.items import WorkItem
from corpus.work.occasions import Occasion

ZONE = "Asia/Ho_Chi_Minh"

# Calendars show the beginning of a summary; the whole sentence stands in the description.
SUMMARY_LETTERS = 120

_EVENTS_KEPT = 5_000  # bodies that share work follow each other


@dataclass(frozen=True)
class CalendarWriter:
    """Calendars of one corpus."""

    overview: Overview
    publication: Publication

    def write(self, items: Iterable[WorkItem], name: str) -> Iterator[bytes]:
        """A calendar called ``name`` with an all-day event for each dated time of ``items``, event by event.

        A stretch of time stands on its last day, which is when it is due. A day stays the printed one where
        the bound excludes it; the summary then says "trước ngày". The same item has the same UID in every
        calendar, so that one who subscribes to two of them sees it once. Where its sentence changed, the event keeps its
        UID and gets a higher SEQUENCE and a later DTSTAMP: a program that has the event takes the new one in its place
        (RFC 5546, 2.1.5).
        """
        events = (event for item in {item.id: item for item in items}.values() for event in self._events_of(item))
        first = next(events, None)
        calendar = _calendar(name)
        if first is not None:
            calendar.add_component(_zone())
        head, end, _ = calendar.to_ical().rpartition(b"END:VCALENDAR")
        yield head
        yield from () if first is None else chain((first,), events)
        yield end + b"\r\n"

    def _events_of(self, item: WorkItem) -> Iterator[bytes]:
        plan = self.overview.corpus.plan[item.plan]
        for one in self.overview.occasions(item):
            yield _write_event(_facts(one, plan, self.overview, self.publication))


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Kế hoạch mở//Lịch công việc//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # No METHOD: with one it would be a message, which needs an ORGANIZER (RFC 5546, 3.2.1), and DTSTAMP would have to be
    # the moment of writing; without, DTSTAMP is that of the last change (RFC 5545, 3.8.7.2).
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    # Once a day a program that follows the calendar should ask again (RFC 7986; Outlook has a property of its own).
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    return calendar


@cache
def _zone() -> Timezone:
    """The zone, which has been seven hours ahead without summer time since 1975."""
    zone = Timezone.from_tzid(ZONE, first_date=date(2000, 1, 1), last_date=date(2000, 12, 31))
    zone.pop("COMMENT", None)  # the library notes the years asked for, which bound nothing here
    return zone


@dataclass(frozen=True)
class _EventFacts:
    """What a calendar says of one dated time: of ``days``, the first is its own, the others repeat it by ``rule``."""

    uid: str
    since: Since
    days: tuple[date, ...]
    rule: str | None
    summary: str
    description: str
    categories: tuple[str, ...]


def _facts(occasion: Occasion, plan: Plan, overview: Overview, publication: Publication) -> _EventFacts:
    item = occasion.item
    return _EventFacts(
        f"{item.id.replace('/', '.').replace('#', '.')}.{occasion.number}@ke-hoach-mo",
        publication.since(plan, item.anchor),
        occasion.days,
        occasion.when.rule,
        _summary(occasion),
        _description(occasion, plan, overview, publication),
        tuple(part.label for part, bodies in item.bodies if bodies),
    )


@lru_cache(_EVENTS_KEPT)
def _write_event(facts: _EventFacts) -> bytes:
    """The event, which is the same in the calendars of all bodies that have a part in it."""
    event = Event()
    event.add("uid", facts.uid)
    event.add("dtstamp", facts.since.moment)
    event.add("last-modified", facts.since.moment)
    event.add("sequence", facts.since.number)
    event.add("dtstart", facts.days[0])
    event.add("dtend", facts.days[0] + timedelta(days=1))
    if facts.rule and len(facts.days) > 1:
        event.add("rrule", _rule(facts.rule, facts.days[-1]))
    event.add("summary", facts.summary)
    event.add("description", facts.description)
    event.add("categories", facts.categories)
    event.add("transp", "TRANSPARENT")
    written: bytes = event.to_ical()
    return written


def _rule(rule: str, last: date) -> vRecur:
    """The rule up to the last day that belongs to the plan; a plan binds for its year and no longer."""
    recurrence: vRecur = vRecur.from_ical(rule)
    recurrence.pop("COUNT", None)
    recurrence["UNTIL"] = [last]
    return recurrence


def _summary(occasion: Occasion) -> str:
    text = " ".join(occasion.item.text.split())
    if len(text) > SUMMARY_LETTERS:
        text = text[:SUMMARY_LETTERS].rsplit(" ", 1)[0] + "…"
    if occasion.item.sort == "report":
        text = f"Báo cáo – {text}"
    sign = "Bắt đầu" if occasion.begins_only else "Hạn, trước ngày này" if occasion.when.exclusive else "Hạn"
    return f"{sign}: {text}"


def _description(occasion: Occasion, plan: Plan, overview: Overview, publication: Publication) -> str:
    item, agency = occasion.item, overview.corpus.agency
    lines = [item.text]
    if item.time_text:
        lines.append(f"Thời gian như in: {item.time_text}")
    lines.append(f"Tính được: {when_words(occasion.when, plan.meta.year)}")
    for part in Part:
        if bodies := item.of(part):
            lines.append(f"{part.label.capitalize()}: " + "; ".join(agency[body].name for body in bodies))
    if item.product:
        lines.append(f"Sản phẩm: {item.product}")
    lines.append(f"Theo {overview.cite(plan.id, item.anchor)}")
    address = publication.link("", clause_url(plan.id, item.anchor))
    lines.append(f"Trên trang Kế hoạch mở: {address}")
    return "\n".join(lines)
