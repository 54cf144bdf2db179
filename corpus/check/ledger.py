"""A register as the checks report on it: by its file and the line of each entry."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Corpus
from corpus.problem import Problem, Severity
from corpus.strict_yaml import KeyPath


@dataclass(frozen=True)
class Ledger:
    """A register's file and the line of each path in it."""

    path: str
    lines: dict[KeyPath, int]

    @classmethod
    def of(cls, corpus: Corpus, name: str) -> Ledger:
        return cls(f"plans/registers/{name}.yml", corpus.lines.get(name, {}))

    def problem(self, path: KeyPath, must: str, found: str, severity: Severity = "error") -> Problem:
        """A problem with the value at ``path``, on its line or that of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Problem(self.path, self.lines.get(path, 1), must, found, severity)
