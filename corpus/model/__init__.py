"""What the stages hand on, all of it frozen: the text as printed, plans and registers, and what is found in a plan."""

from __future__ import annotations

from corpus.model.findings import AgencyMention, Citation, Duty, Report, Task, When
from corpus.model.plans import Corpus, Plan
from corpus.model.printed import Cell, Clause, ClauseKind, Mark, MarkKind, Passage, PassagePlace, PrintedTable, Row

__all__ = [
    "AgencyMention",
    "Cell",
    "Citation",
    "Clause",
    "ClauseKind",
    "Corpus",
    "Duty",
    "Mark",
    "MarkKind",
    "Passage",
    "PassagePlace",
    "Plan",
    "Report",
    "Row",
    "PrintedTable",
    "Task",
    "When",
]
