"""Plans of other provinces and other subjects than the corpus, read by the engines and compared with labels.

The plans in ``tests/golden/elsewhere`` were composed for this and labelled by reading them, before the rules
had seen them. Their register is small on purpose: bodies that it does not have must be named.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus.bodies.index import BodyIndex
from corpus.bodies.mentions import mentions
from corpus.bodies.setting import setting_of
from corpus.directives.cite import cite
from corpus.directives.find.issuers import plain_issuer
from corpus.language.years import read_period
from corpus.model import Corpus, Plan
from corpus.read.corpus_files import read_corpus
from corpus.vocabulary import RowSort
from corpus.work.duties import duties
from corpus.work.reports import reports
from corpus.work.tasks import tasks

HERE = Path(__file__).parent / "golden" / "elsewhere"
LABELS = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((HERE / "labels").glob("*.yml"))]
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


# --- duties and tasks ----------------------------------------------------------------


def at(label: dict, anchor: str, found: dict) -> str:
    """Where a thing labelled at ``anchor`` was found: there, or where careful readers may put it too."""
    return next((a for a in (anchor, *label.get("at_also", [])) if a in found), anchor)


def wrong_duties(labels: dict, plan: Plan, bodies: BodyIndex) -> list[str]:
    found = {}
    for duty in duties(plan, bodies, mentions(plan, bodies)):
        found.setdefault(duty.anchor, []).append(duty)
    wanted = {at(label, anchor, found): label for anchor, label in labels["duties"].items()}
    wrong = [f"{anchor}: missing" for anchor in wanted if anchor not in found]
    known = {*wanted, *labels.get("duties_optional", [])}
    wrong += [
        f"{a}: too much {[d.printed_name for d in ds]} {ds[0].text[:60]!r}" for a, ds in found.items() if a not in known
    ]
    for anchor, label in wanted.items():
        if here := found.get(anchor, []):
            wrong += [f"{anchor}: {line}" for line in wrong_bodies(label, {d.printed_name: d.agencies for d in here})]
            wrong += wrong_ways(anchor, label, here)
    return wrong


def wrong_ways(anchor: str, label: dict, here: list) -> list[str]:
    """How a body takes part (where labelled), and whether it is told or asked."""
    wrong = []
    natures = {nature for duty in here for nature in duty.nature}
    expected, allowed = set(label.get("nature", [])), set(label.get("nature_also", []))
    if ("nature" in label or "nature_also" in label) and not expected <= natures <= expected | allowed:
        wrong.append(f"{anchor}: nature must be {sorted(expected)}: {sorted(natures)}")
    asked = [label.get("requested", False), label.get("requested_also")]
    if any(duty.requested not in asked for duty in here if duty.printed_name not in label.get("bodies_also", [])):
        wrong.append(f"{anchor}: requested must be {asked[0]}")
    return wrong


def wrong_bodies(label: dict, found: dict[str, tuple[str, ...]]) -> list[str]:
    """A body that the register does not have must be named and have no id."""
    wanted = {name: (agency,) if agency else () for name, agency in label["bodies"].items()}
    extra = {name for name in found if name not in wanted and name not in label.get("bodies_also", [])}
    wrong = [f"missing {name!r}" for name in wanted if name not in found] + [
        f"too much {name!r} {found[name]}" for name in extra
    ]
    return wrong + [f"{n!r} must be {wanted[n]}: {found[n]}" for n in wanted if n in found and found[n] != wanted[n]]


@of_each_plan
def test_duties(labels, elsewhere, bodies):
    assert wrong_duties(labels, elsewhere.plan[labels["plan"]], bodies) == []


def wrong_tasks(labels: dict, plan: Plan, bodies: BodyIndex) -> list[str]:
    found = {task.anchor: task for task in tasks(plan, bodies)}
    wanted = {at(label, anchor, found): label for anchor, label in labels["tasks"].items()}
    wrong = [f"{anchor}: missing" for anchor in wanted if anchor not in found]
    wrong += [f"{anchor}: too much {task.title[:60]!r}" for anchor, task in found.items() if anchor not in wanted]
    for anchor, label in wanted.items():
        if anchor in found:
            wrong += [f"{anchor} {line}" for line in wrong_task(label, found[anchor], plan, bodies)]
    return wrong


def wrong_task(label: dict, task, plan: Plan, bodies: BodyIndex) -> list[str]:
    wrong = []
    for field, text, ids in (
        ("lead", task.lead_text, task.lead),
        ("coordinating", task.coordinating_text, task.coordinating),
    ):
        cell = {name.printed.text: name.agencies for name in bodies.cell(text, setting_of(plan)) if text}
        wrong += [f"{field}: {line}" for line in wrong_bodies({"bodies": label[field]}, cell)]
        if set(ids) != {agency for agency in label[field].values() if agency}:
            wrong.append(f"{field}: {ids}")
    time = (task.when.start, task.when.end, task.when.exclusive, task.when.rule)
    expected = (label.get("start"), label.get("end"), label.get("exclusive", False), label.get("rule"))
    # What comes back lasts as long as its plan does.
    if task.when.rule is None and time != expected or task.when.rule != label.get("rule"):
        wrong.append(f"{task.when.text!r}: {time}")
    wrong += [f"product: {task.product!r}"] if task.product != label.get("product", task.product) else []
    return wrong + [
        f"{name}: {dict(task.more)}" for name, cell in label.get("more", {}).items() if (name, cell) not in task.more
    ]


@of_each_plan
def test_tasks(labels, elsewhere, bodies):
    assert wrong_tasks(labels, elsewhere.plan[labels["plan"]], bodies) == []


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


# --- reports ---------------------------------------------------------------------------


def deadline(when) -> tuple:
    """A deadline as labelled: a rule where it comes back, else its last day."""
    if when.rule:
        return (when.rule, when.exclusive)
    return (when.end, when.exclusive)


def expected_deadlines(label: dict) -> set[tuple]:
    return {(line.get("rule") or line["end"], line.get("exclusive", False)) for line in label.get("deadlines", [])}


def wrong_reports(labels: dict, plan: Plan, bodies: BodyIndex) -> list[str]:
    left, wrong = list(reports(plan, bodies)), []
    for label in labels["reports"]:
        hit = next(
            (
                r
                for r in left
                if r.anchor in (label["at"], *label.get("at_also", []))
                and set(r.agencies) in (set(label["who"]), set(label.get("who_also", label["who"])))
                and set(label["to"]) <= set(r.to) <= {*label["to"], *label.get("to_also", [])}
                and set(label.get("via", r.via)) == set(r.via)
            ),
            None,
        )
        if hit is None:
            here = [(r.agencies, r.to) for r in left if r.anchor == label["at"]]
            wrong.append(f"{label['at']}: missing {label['who']} to {label['to']}: {here}")
            continue
        left.remove(hit)
        if (
            label.get("frequency", "").lower() not in hit.frequency.lower()
            or label.get("frequency_also", "") not in hit.frequency
        ):
            wrong.append(f"{label['at']}: frequency must be {label['frequency']!r}: {hit.frequency!r}")
        dated = {deadline(when) for when in hit.deadlines if when.rule or when.end}
        if "deadlines_also" not in label and dated != expected_deadlines(label):
            wrong.append(
                f"{label['at']}: deadlines must be {expected_deadlines(label)}: {[deadline(w) for w in hit.deadlines]}"
            )
    optional = {*labels["reports_optional"]}
    return wrong + [
        f"{r.anchor}: too much {r.agencies} to {r.to}: {r.text[:50]!r}" for r in left if r.anchor not in optional
    ]


@of_each_plan
def test_reports(labels, elsewhere, bodies):
    assert wrong_reports(labels, elsewhere.plan[labels["plan"]], bodies) == []
