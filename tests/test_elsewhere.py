"""Plans of other provinces and other subjects than the corpus, read by the engines and compared with labels.

The plans in ``tests/golden/elsewhere`` were composed for this and labelled by reading them, before the rules
had seen them. Bodies that neither their register nor a rule has must be named.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.directives.cite import cite
from corpus.directives.find.issuers import plain_issuer
from corpus.evaluation.work import MeasuredWork, measure_work, read_labels
from corpus.language.years import read_period
from corpus.model import Corpus, Plan
from corpus.read.corpus_files import read_corpus
from corpus.vocabulary import RowSort

HERE = Path(__file__).parent / "golden" / "elsewhere"
LABELS = read_labels(HERE / "labels")
IDS = [labels["plan"] for labels in LABELS]

of_each_plan = pytest.mark.parametrize("labels", LABELS, ids=IDS)
CITING = [labels for labels in LABELS if "citations" in labels]
of_each_citing_plan = pytest.mark.parametrize("labels", CITING, ids=[labels["plan"] for labels in CITING])


@pytest.fixture(scope="module")
def elsewhere() -> Corpus:
    return read_corpus(HERE)


@pytest.fixture(scope="module")
def bodies(elsewhere) -> BodyIndex:
    return BodyIndex(elsewhere)


def any_of(label: dict, key: str) -> list:
    """The answers that are right: the first one, and those that careful readers may give too."""
    return [label.get(key), *label.get(f"{key}_also", [])]


# --- citations -------------------------------------------------------------------


def wrong_citations(labels: dict, plan: Plan, corpus: Corpus) -> list[str]:
    """What is missing, too much or otherwise than labelled among the citations of ``plan``."""
    found = {}
    for citation in cite(plan, corpus):
        found.setdefault(citation.anchor, []).append(citation)
    wrong, matched = [], {}
    for anchor, wanted in labels["citations"].items():
        here = found.get(anchor, [])
        for index, label in enumerate(wanted):
            hit = next((c for c in here if c.text in any_of(label, "text") and id(c) not in matched.values()), None)
            if hit:
                matched[anchor, index] = id(hit)
                wrong += wrong_fields(label, hit, found)
            elif not label.get("optional"):
                wrong.append(f"{anchor}: missing {label['text']!r}; found {[c.text for c in here]}")
    extra = [c for cs in found.values() for c in cs if id(c) not in matched.values()]
    return wrong + [f"{c.anchor}: too much {c.text!r}" for c in extra]


def wrong_fields(label: dict, hit, found: dict) -> list[str]:
    wrong = []
    issuers = [plain_issuer(name) if name else None for name in any_of(label, "issuer")]
    printed = {"number": hit.number, "issued": hit.issued, "role": str(hit.role)}
    for key, value in printed.items():
        if value not in any_of(label, key):
            wrong.append(f"{hit.anchor}: {key} of {hit.text!r} must be {label.get(key)}: {value}")
    if (plain_issuer(hit.issuer) if hit.issuer else None) not in issuers:
        wrong.append(f"{hit.anchor}: issuer of {hit.text!r} must be {label.get('issuer')}: {hit.issuer}")
    outer = label.get("within")
    if not label.get("optional") and (hit.within is not None) != (outer is not None):
        wrong.append(f"{hit.anchor}: {hit.text!r} stands within {outer}: {hit.within}")
    if "directive" in label and hit.directive not in any_of(label, "directive"):
        wrong.append(f"{hit.anchor}: directive of {hit.text!r} must be {label['directive']}: {hit.directive}")
    if "same_as" in label:
        anchor, index = label["same_as"]
        other = sorted(found.get(anchor, []), key=lambda c: c.start)
        if index >= len(other) or other[index].directive != hit.directive:
            wrong.append(f"{hit.anchor}: {hit.text!r} must be what {anchor} cites: {hit.directive}")
    return wrong


@of_each_citing_plan
def test_citations(labels, elsewhere):
    assert wrong_citations(labels, elsewhere.plan[labels["plan"]], elsewhere) == []


# --- work ---------------------------------------------------------------------


@of_each_plan
def test_tasks_duties_and_reports(labels, elsewhere, bodies):
    measured = MeasuredWork()
    measure_work(measured, labels, elsewhere.plan[labels["plan"]], bodies)
    assert [str(miss) for miss in measured.misses] == []


@of_each_plan
def test_groups_and_periods(labels, elsewhere):
    plan = elsewhere.plan[labels["plan"]]
    groups = [row.anchor for row in plan.rows if row.sort is RowSort.GROUP]
    assert groups == labels.get("groups", [])
    period = labels.get("period", {"from": plan.meta.year, "to": plan.meta.year})
    assert plan.period == (period["from"], period["to"])
    assert read_period(plan.meta.title, plan.meta.year) in (plan.period, None)


@of_each_plan
def test_a_place_is_no_part_of_the_name_that_follows(labels, elsewhere, bodies):
    for mention in mentions(elsewhere.plan[labels["plan"]], bodies):
        assert len(set(mention.agencies)) == len(mention.agencies), mention
