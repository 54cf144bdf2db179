"""Where and when a name is printed: names resolve at the plan's own place and time, then upwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.model import Plan
from corpus.schema import Agency, Place


@dataclass(frozen=True)
class Setting:
    """The place of a plan and the first and last day on which it may have been issued."""

    place: str
    first: date
    last: date
    issuer: str = ""
    """Id of the body that issues the plan."""

    def meets(self, thing: Agency | Place) -> bool:
        """Whether ``thing`` may exist on the plan's day; what has no dates always does."""
        begun = thing.since is None or thing.since <= self.last
        return begun and (thing.until is None or thing.until >= self.first)


def setting_of(plan: Plan) -> Setting:
    """A plan without a day stands anywhere in its year."""
    day = plan.meta.issued
    year = plan.meta.year
    return Setting(plan.meta.place, day or date(year, 1, 1), day or date(year, 12, 31), plan.meta.issuer)
