"""Finding, roles and identity in composed plans of other places, each with its own issuer and day.

``tests/golden/held_out/plans.jsonl`` holds them: a line with ``plan`` opens a plan, each line after it is one
passage. Mentions with the same ``act`` refer to one act, with another to another; those without are not compared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from corpus.directives.cite import cite
from corpus.evaluation.measure import Count, Measured, Miss, measure_sentence
from corpus.model import Citation, Clause, Corpus, Plan
from corpus.schema import FrontMatter, Place, Source
from corpus.vocabulary import Transcription

LabelledRow = dict[str, Any]


@dataclass
class MeasuredPlans:
    """Counts of one run over plans; ``identity`` counts mentions whose act got one id that no other act got."""

    mentions: Measured = field(default_factory=Measured)
    identity: Count = field(default_factory=Count)

    def as_dict(self) -> dict[str, Any]:
        apart = {name: figures for name, figures in self.mentions.as_dict().items() if name != "resolving"}
        return apart | {"identity": self.identity.figures()}


def measure_plans(path: Path, corpus: Corpus, part: str) -> MeasuredPlans:
    """The figures of the plans of ``part``: ``first``, or ``aside``, which is looked at only at the very end."""
    measured = MeasuredPlans()
    for head, rows in read_plans(path):
        if head["part"] == part:
            _measure_plan(measured, head["plan"], rows, corpus)
    return measured


def read_plans(path: Path) -> list[tuple[LabelledRow, list[LabelledRow]]]:
    """The opening line of each plan with the lines of its passages."""
    plans: list[tuple[LabelledRow, list[LabelledRow]]] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        row = json.loads(line)
        if "plan" in row:
            plans.append((row, []))
        else:
            plans[-1][1].append(row)
    return plans


def _measure_plan(measured: MeasuredPlans, head: LabelledRow, rows: list[LabelledRow], corpus: Corpus) -> None:
    for row in rows:
        measure_sentence(measured.mentions, row)
    plan = plan_of(head, rows)
    citations = {(one.anchor, one.start, one.end): one for one in cite(plan, with_places(corpus, head))}
    named: dict[tuple[str, int], tuple[str, str | None]] = {}
    for row in rows:
        for at, label in enumerate(row["mentions"]):
            if "act" in label:
                citation: Citation | None = citations.get((row["id"], label["start"], label["end"]))
                named[row["id"], at] = (label["act"], citation.directive if citation else None)
    _count_identity(measured, named)


def _count_identity(measured: MeasuredPlans, named: dict[tuple[str, int], tuple[str, str | None]]) -> None:
    """A mention is right where the found mentions with its id are exactly the found ones of its act."""
    acts, ids = defaultdict(set), defaultdict(set)
    for where, (act, identity) in named.items():
        if identity:
            acts[act].add(where)
            ids[identity].add(where)
    for where, (act, identity) in named.items():
        right = identity is not None and acts[act] == ids[identity]
        measured.identity.wanted += 1
        measured.identity.given += identity is not None
        measured.identity.right += right
        if not right:
            others = sorted({str(named[one][1]) for one in acts[act]})
            measured.mentions.misses.append(Miss(where[0], f"one id for act {act!r}", act, ", ".join(others)))


def plan_of(head: LabelledRow, rows: list[LabelledRow]) -> Plan:
    """A plan of paragraphs; what finding and identity do not read of its front matter is left empty."""
    issued = date.fromisoformat(head["issued"])
    meta = FrontMatter.model_construct(
        title=head["title"],
        number="1",
        symbol="KH-UBND",
        form="kế hoạch",
        issued=issued,
        issuer=head["issuer"],
        level=head["tier"],
        place=head["place"],
        year=issued.year,
        signer=None,
        recipients=[],
        promulgates=None,
        source=Source.model_construct(file="", sha256="", transcription=Transcription.FAITHFUL),
    )
    clauses = tuple(Clause(row["id"], "paragraph", "", "", row["text"], (), 0) for row in rows)
    return Plan(f"{head['place']}/{issued.year}/khong-so", "", meta, clauses, ())


def with_places(corpus: Corpus, head: LabelledRow) -> Corpus:
    """The registers of ``corpus`` with the plan's own places, and no other plan."""
    own = [{"id": head["place"], "name": head["name"], "tier": head["tier"], "parent": "trung-uong"}]
    if head["parent"]:
        own[0]["parent"] = head["parent"]["id"]
        own.append({**head["parent"], "parent": "trung-uong"})
    places = tuple(Place.model_validate(one) for one in own)
    known = tuple(one for one in corpus.places if one.id not in {place.id for place in places})
    return Corpus(
        (), (*known, *places), corpus.agencies, corpus.groups, corpus.directives, corpus.terms, acts=corpus.acts
    )
