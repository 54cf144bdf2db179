"""Every clause and every row of a plan's tables as a row of published data, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import clause_url
from corpus.model import Clause, Plan, Row
from corpus.overview.overview import Overview

Values = dict[str, object]
_WITH_A_PLACE = ("part", "heading", "table", "row")


def clause_rows(overview: Overview) -> Iterator[Values]:
    for plan in sorted(overview.corpus.plans, key=lambda plan: plan.id):
        for clause in plan.clauses:
            yield from _below(plan, clause, None)


def _below(plan: Plan, clause: Clause, parent: str | None) -> Iterator[Values]:
    yield _row(plan, clause.anchor, parent, clause.kind, clause.marker, clause.text)
    table = plan.table.get(clause.anchor) if clause.kind == "table" else None
    for row in table.rows if table else ():
        cells: list[object] = [{"field": cell.field, "text": cell.text} for cell in row.printed]
        yield _row(plan, row.anchor, row.parent or clause.anchor, "row", row.number, _printed(row)) | {"cells": cells}
    for child in clause.children:
        yield from _below(plan, child, clause.anchor)


def _row(plan: Plan, anchor: str, parent: str | None, kind: str, marker: str, text: str) -> Values:
    return {
        "plan": plan.id,
        "anchor": anchor,
        "parent": parent,
        "kind": kind,
        "marker": marker,
        "text": text,
        "cells": [],
        # A clause that prints nothing itself has no place on the page.
        "url": clause_url(plan.id, anchor) if text or kind in _WITH_A_PLACE else plan.url,
    }


def _printed(row: Row) -> str:
    return "\n".join(cell.text for cell in row.printed if cell.text)
