"""Plans of other provinces and other subjects than the corpus, read by the engines and compared with labels.

The plans in ``tests/golden/elsewhere`` were composed for this and labelled by reading them, before the rules
had seen them. Their register is small on purpose: bodies that it does not have must be named.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus.find.issuers import plain_issuer
from corpus.model import Corpus, Plan
from corpus.read import read_corpus
from corpus.resolve.directives import cite

HERE = Path(__file__).parent / "golden" / "elsewhere"
LABELS = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((HERE / "labels").glob("*.yml"))]
IDS = [labels["plan"] for labels in LABELS]

of_each_plan = pytest.mark.parametrize("labels", LABELS, ids=IDS)


@pytest.fixture(scope="module")
def elsewhere() -> Corpus:
    return read_corpus(HERE)


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


@of_each_plan
def test_citations(labels, elsewhere):
    assert wrong_citations(labels, elsewhere.plan[labels["plan"]], elsewhere) == []
