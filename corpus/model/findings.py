"""What the later stages find in a plan: citations, names of bodies, times, tasks, duties and reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.vocabulary import DutyKind, DutyNature, Role

# A duty that begins so is to help another body.
_HELPS = re.compile(r"(?:tham gia\s+)?phối hợp\b(?!\s+(?:và\s+)?đề nghị)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of a directive at ``text[start:end]`` of one passage, and what it resolves to.

    ``directive`` is None where nothing is cited that can be told apart; ``reason`` says why it resolved
    or did not. ``within`` is the id of the directive in whose title it stands.
    """

    plan: str
    anchor: str
    field: str
    start: int
    end: int
    text: str
    kind: str
    number: str | None
    issued: date | None
    issuer: str | None
    pinpoint: str | None
    directive: str | None
    reason: str
    role: Role
    within: str | None
    section: str
    prefix: str
    suffix: str
    by: str = "machine"

    @property
    def own_role(self) -> Role:
        """Its role, but for what stands only in the title of a legal basis: that is no basis itself."""
        return Role.OTHER if self.within and self.role is Role.LEGAL_BASIS else self.role


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A printed name of a body at ``text[start:end]`` of one passage; ``agencies`` is empty where unresolved."""

    plan: str
    anchor: str
    field: str
    start: int
    end: int
    text: str
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """What can be computed of a printed time without guessing; all empty where nothing can.

    ``rule`` is an RFC 5545 recurrence rule; ``exclusive`` is true where the printed bound excludes its day.
    """

    text: str
    start: date | None = None
    end: date | None = None
    rule: str | None = None
    exclusive: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task with its bodies resolved: a row of a table, or a clause of the text with the words that assign it.

    ``when`` is what its time column prints; ``within`` the narrower time that its details print, if they do.
    ``groups`` are the printed names of the groups it stands under, outermost first; ``parent`` is the address of the
    task that it is a part of; ``more`` the further columns by their printed names. Of a task in the text,
    ``assigning`` are the words that name who leads, when and what comes of it; of a row they are empty. ``unknown`` are
    the names of those who lead or help that mean nobody in the register, each after its field (``lead``).
    """

    plan: str
    anchor: str
    no: str
    title: str
    detail: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    lead_text: str
    coordinating_text: str
    when: When
    product: str
    within: When | None = None
    groups: tuple[str, ...] = ()
    parent: str = ""
    more: tuple[tuple[str, str], ...] = ()
    assigning: str = ""
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def time(self) -> When:
        """When the task is to be done: the narrower time where its details print one."""
        return self.within or self.when


@dataclass(frozen=True, slots=True)
class Duty:
    """What a body must do, or is asked to do, wherever the text says so.

    ``agencies`` is empty where the printed name resolves to nobody; ``nature`` holds the verbs that
    say how (``chủ trì``, ``phối hợp``, ``đề nghị``, ``chỉ đạo``); ``requested`` is true where the body is asked
    (*đề nghị*, *khuyến khích*) and not where it asks others; ``others`` are bodies named in the text.
    """

    plan: str
    anchor: str
    agencies: tuple[str, ...]
    printed_name: str
    text: str
    nature: tuple[str, ...]
    requested: bool
    section: str
    others: tuple[str, ...] = ()

    @property
    def kind(self) -> DutyKind:
        """Whether the body is told to do it, asked to, or only to help."""
        if self.requested:
            return DutyKind.REQUESTED
        helps = DutyNature.COORDINATES in self.nature and DutyNature.LEADS not in self.nature
        return DutyKind.COORDINATING if helps and _HELPS.match(self.text) else DutyKind.ASSIGNED


@dataclass(frozen=True, slots=True)
class Report:
    """An obligation to report: who, to whom, through whom, how often and by when."""

    plan: str
    anchor: str
    agencies: tuple[str, ...]
    to: tuple[str, ...]
    via: tuple[str, ...]
    frequency: str
    deadlines: tuple[When, ...]
    text: str
