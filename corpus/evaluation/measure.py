"""How well mentions are found, resolved and given roles, against labels made by a person.

The labels are in ``tests/golden/citations_*.jsonl``, those of whole plans for the frozen corpus in
``tests/golden/corpus``; ``tests/golden/README.md`` gives their rules. A mention counts as found only where
its span is exactly the labelled one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.directives.cite import cite, index_directives
from corpus.directives.find import find_mentions
from corpus.directives.find.issuers import plain_issuer
from corpus.directives.identity import plan_directive_id
from corpus.directives.roles import read_roles
from corpus.model import Citation, Corpus
from corpus.vocabulary import Role

FIELDS = ("kind", "number", "issued", "issuer", "pinpoint", "within")


@dataclass
class Count:
    """Answers counted: ``right`` of ``given``, and of ``wanted`` that should have been given."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def figures(self) -> dict[str, float | int]:
        precision = self.right / self.given if self.given else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(mean, 4),
            "right": self.right,
            "given": self.given,
            "wanted": self.wanted,
        }


@dataclass(frozen=True)
class Miss:
    """One disagreement with the labels, for a person to read."""

    where: str
    what: str
    wanted: str
    given: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}: wanted {self.wanted!r}, given {self.given!r}"


@dataclass
class Measured:
    """Counts of one run; ``groups`` are those of finding, by the form of reference and by kind of document."""

    texts: int = 0
    finding: Count = field(default_factory=Count)
    fields: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    resolving: Count = field(default_factory=Count)
    roles: Count = field(default_factory=Count)
    forms: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    kinds: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[Miss] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The figures without the misses."""
        return {
            "texts": self.texts,
            "finding": self.finding.figures(),
            "resolving": self.resolving.figures(),
            "roles": self.roles.figures(),
            "fields": {name: count.figures() for name, count in sorted(self.fields.items())},
            "forms": {name: count.figures() for name, count in sorted(self.forms.items())},
            "kinds": {name: count.figures() for name, count in sorted(self.kinds.items())},
        }


def measure(golden: Path, corpus: Corpus) -> Measured:
    """Everything the labels in the folder ``golden`` allow to measure."""
    measured = Measured()
    for path in sorted(golden.glob("citations_*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        if "plan" in rows[0]:
            _measure_plan(measured, rows[0]["plan"], rows[1:], corpus)
        else:
            for row in rows:
                _measure_finding(measured, row)
    return measured


def measure_held_out(path: Path) -> Measured:
    """Finding, and roles as the words alone tell them, in sentences that no rule was made after.

    They stand in no plan, so there is nothing to resolve.
    """
    measured = Measured()
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        measure_sentence(measured, json.loads(line))
    return measured


def measure_sentence(measured: Measured, row: dict[str, Any]) -> None:
    """Count finding, and roles as the words alone tell them, in one labelled sentence that stands in no plan."""
    _measure_finding(measured, row)
    mentions = find_mentions(row["text"])
    roles = {(one.start, one.end): role for one, role in zip(mentions, read_roles(row["text"], mentions), strict=True)}
    for label in row["mentions"]:
        if "role" in label:
            _measure_role(measured, row, label, roles.get((label["start"], label["end"])))


def as_published(measured: Measured, held_out: Measured) -> dict[str, Any]:
    """What is published; nothing is resolved in the held-out sentences."""
    apart = {name: figures for name, figures in held_out.as_dict().items() if name != "resolving"}
    return measured.as_dict() | {"seen_since": apart}


def _measure_finding(measured: Measured, row: dict[str, Any]) -> None:
    measured.texts += 1
    mentions = find_mentions(row["text"])
    wanted = {(label["start"], label["end"]): label for label in row["mentions"]}
    given = {(mention.start, mention.end): mention for mention in mentions}
    form = measured.forms[row.get("form", "plan")]
    for span, label in wanted.items():
        kind = measured.kinds[label["kind"]]
        right = span in given
        for count in (measured.finding, form, kind):
            count.wanted += 1
            count.given += right
            count.right += right
        if not right:
            measured.misses.append(Miss(row["id"], "not found", label["text"], ""))
            continue
        mention = given[span]
        said = {name: getattr(mention, name) for name in FIELDS}
        said["issued"] = mention.issued.isoformat() if mention.issued else None
        said["within"] = mentions[mention.within].text if mention.within is not None else None
        said["issuer"] = mention.issuer
        meant = dict(label, within=row["mentions"][label["within"]]["text"] if label["within"] is not None else None)
        meant["issuer"] = plain_issuer(label["issuer"]) if label["issuer"] else None
        _measure_fields(measured, row["id"], label["text"], meant, said)
    for span, mention in given.items():
        if span not in wanted and not _optional(row, span):
            for count in (measured.finding, form, measured.kinds[mention.kind]):
                count.given += 1
            measured.misses.append(Miss(row["id"], "found in excess", "", mention.text))


def _measure_fields(measured: Measured, where: str, text: str, meant: dict[str, Any], said: dict[str, Any]) -> None:
    for name in FIELDS:
        count = measured.fields[name]
        count.wanted += meant[name] is not None
        count.given += said[name] is not None
        count.right += meant[name] is not None and meant[name] == said[name]
        if meant[name] != said[name]:
            measured.misses.append(Miss(where, f"{name} of {text!r}", str(meant[name]), str(said[name])))


def _optional(row: dict[str, Any], span: tuple[int, int]) -> bool:
    return any(span[0] < one["end"] and one["start"] < span[1] for one in row.get("optional", ()))


def _measure_plan(measured: Measured, plan_id: str, rows: list[dict[str, Any]], corpus: Corpus) -> None:
    """A plan labelled completely: its other passages must give nothing."""
    plan = corpus.plan[plan_id]
    labelled = {(row["anchor"], row["text"]): row for row in rows}
    for passage in plan.passages:
        row = labelled.get((passage.anchor, passage.text))
        where = f"{plan_id}#{passage.anchor}"
        _measure_finding(measured, row or {"id": where, "text": passage.text, "mentions": []})
    known = {*corpus.directive, *(plan_directive_id(one) for one in corpus.plans)}
    citations = {(c.anchor, c.text, c.start): c for c in cite(plan, corpus, index_directives(corpus))}
    for row, label in _labels(rows):
        _measure_resolving(measured, row, label, citations.get((row["anchor"], label["text"], label["start"])), known)


def _labels(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    return ((row, label) for row in rows for label in row["mentions"] if "role" in label)


def _measure_resolving(
    measured: Measured, row: dict[str, Any], label: dict[str, Any], citation: Citation | None, known: set[str]
) -> None:
    answers = [label["directive"], *label.get("directive_also", ())]
    given = citation.directive if citation and citation.directive in known else None
    measured.resolving.wanted += None not in answers or (given is not None and given in answers)
    measured.resolving.given += given is not None
    measured.resolving.right += given is not None and given in answers
    if given not in answers:
        why = f" ({citation.reason})" if citation else ""
        what = f"directive of {label['text']!r}"
        measured.misses.append(Miss(row["id"], what, str(label["directive"]), f"{given}{why}"))
    _measure_role(measured, row, label, citation.role if citation else None)


def _measure_role(measured: Measured, row: dict[str, Any], label: dict[str, Any], given: Role | None) -> None:
    roles = [label["role"], *label.get("role_also", ())]
    measured.roles.wanted += 1
    measured.roles.given += given is not None
    measured.roles.right += given is not None and str(given) in roles
    if given is None or str(given) not in roles:
        measured.misses.append(Miss(row["id"], f"role of {label['text']!r}", " or ".join(roles), str(given)))
