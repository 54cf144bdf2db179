"""What followers of the site need besides the corpus: since when each thing is there, and where the site lies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time

from corpus.addresses import relative
from corpus.model import Plan
from corpus.overview.agency_work import plan_day
from corpus.read.history import History, Since


@dataclass(frozen=True)
class Publication:
    """``site`` is the address at which the site will lie; None where it is not known."""

    history: History
    site: str | None = None

    def added(self, plan: Plan) -> datetime:
        """When the plan came to the site; as far as that is not known, the day that it stands for."""
        return self.history.added(plan) or _start(plan)

    def since(self, plan: Plan, anchor: str) -> Since:
        """Since when a clause or row has said what it says."""
        return self.history.since(plan, anchor) or Since(_start(plan), 0)

    def link(self, source: str, target: str) -> str:
        """Where a file at ``source`` points to ``target``: away from the site only a whole address leads back."""
        return f"{self.site.rstrip('/')}/{target}" if self.site else relative(source, target)


def _start(plan: Plan) -> datetime:
    return datetime.combine(plan_day(plan), time(), UTC)
