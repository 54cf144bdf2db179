"""What is wrong with a file, in the one form that every check reports it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.characters import show_refused

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that does not hold.

    ``must`` says, in Vietnamese, what must hold; ``found`` is what stands there instead.
    An error stops the build; a warning is shown and published.
    """

    path: str
    line: int
    must: str
    found: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        found = " ".join(self.found.split())
        if len(found) > 1000:
            found = found[:997] + "..."
        return show_refused(f"{self.path}:{self.line}: {self.must}: '{found}'")


class CorpusError(Exception):
    """The corpus cannot be used; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
