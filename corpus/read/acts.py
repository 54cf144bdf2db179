"""The register of known acts of the country: a table, because a command writes it and it grows by thousands of rows."""

from __future__ import annotations

import csv
from io import StringIO

from corpus.problem import Problem
from corpus.read.validation import validate
from corpus.schema import KnownAct
from corpus.strict_yaml import Located

ACTS_FILE = "acts.csv"
COLUMNS = tuple(KnownAct.model_fields)


def parse_acts(text: str, where: str, problems: list[Problem]) -> tuple[KnownAct, ...]:
    """The rows of ``text``, CSV with a line of COLUMNS first, that are right, each act once."""
    rows = csv.reader(StringIO(text), strict=True)
    found: dict[str, KnownAct] = {}
    try:
        if tuple(next(rows, ())) != COLUMNS:
            problems.append(Problem(where, 1, f"dòng đầu phải là {','.join(COLUMNS)}", text.partition("\n")[0]))
            return ()
        for row in rows:
            act = _act(row, rows.line_num, where, problems)
            if act and act.id in found:
                problems.append(Problem(where, rows.line_num, "mỗi văn bản chỉ có một dòng", act.id))
            elif act:
                found[act.id] = act
    except csv.Error as error:
        problems.append(Problem(where, rows.line_num, "phải là bảng CSV đúng quy cách", str(error)))
    return tuple(found.values())


def _act(row: list[str], line: int, where: str, problems: list[Problem]) -> KnownAct | None:
    if len(row) != len(COLUMNS):
        problems.append(Problem(where, line, f"phải có {len(COLUMNS)} ô", str(len(row))))
        return None
    data = {name: cell or None for name, cell in zip(COLUMNS, row, strict=True)}
    return validate(KnownAct, Located(data, {(): line}), where, problems)
