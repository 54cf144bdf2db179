"""What a plan's text is made of: section by section, how many words stood in the plan before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Plan
from corpus.overview.comparison import Compared, Comparison
from corpus.overview.statements import words_of
from corpus.pages.chart import Chart, Series, bars

MOST_ROWS = 14
_KINDS = (("Có từ trước", "carried"), ("Đã đổi lời", "reworded"), ("Mới", "fresh"))


@dataclass
class _Section:
    name: str
    counts: list[int]  # words by ``_KINDS``


def carried_over(comparison: Comparison) -> Chart | None:
    """The later plan of ``comparison``, by the headings of its first level; None where it has none."""
    sections = list(_sections(comparison))
    if len(sections) < 2:
        return None
    shown = sections[:MOST_ROWS]
    before = comparison.before.meta.year
    most = max(sum(one.counts) for one in shown)
    step = _step(most)
    rows = [(one.name, *(str(count) for count in one.counts), str(sum(one.counts))) for one in sections]
    return Chart(
        "chu-co-tu-dau",
        f"Số chữ của từng mục, và bao nhiêu có từ kế hoạch năm {before}",
        bars(
            [one.name for one in shown],
            [
                Series(name, css, tuple(float(one.counts[number]) for one in shown))
                for number, (name, css) in enumerate(_KINDS)
            ],
            [(float(value), str(value)) for value in range(0, most + step, step)],
            "Biểu đồ số chữ có từ kế hoạch trước; bảng bên dưới có cùng số liệu",
        ),
        tuple((css, name) for name, css in _KINDS),
        ("Mục", *(name for name, _ in _KINDS), "Cộng"),
        tuple(rows),
        len(sections) - len(shown),
    )


def _step(most: int) -> int:
    """A round number of words between two lines of the scale, so that there are four to eight."""
    return next(step for step in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10**4, 10**5) if most <= 8 * step)


def _sections(comparison: Comparison) -> Iterator[_Section]:
    names = section_names(comparison.after)
    found: dict[str, _Section] = {}
    for row in comparison.rows:
        if row.after is None:
            continue
        place = next((one for one in reversed((*row.after.above, row.after.anchor)) if one in names), row.after.part)
        section = found.setdefault(place, _Section(names.get(place, "Phần đầu"), [0, 0, 0]))
        for number, count in enumerate(_count(row)):
            section.counts[number] += count
    yield from (one for one in found.values() if sum(one.counts))


def section_names(plan: Plan) -> dict[str, str]:
    """Headings that stand directly in a part of the document, and the parts, by their addresses in the order of the text."""
    found = {}
    for part in plan.clauses:
        found[part.anchor] = " ".join(part.text.split()) or "Phần đầu"
        for clause in part.children:
            if clause.kind == "heading" or (clause.children and clause.text):
                found[clause.anchor] = " ".join(f"{clause.marker or ''} {clause.text}".split())
    return found


def _count(row: Compared) -> tuple[int, int, int]:
    """Words that stood before, that were changed in what stood before, and that are new."""
    assert row.after
    words = len(words_of(row.after.text))
    if row.before is None:
        return 0, 0, words
    same = min(words, sum(len(words_of(text)) for kind, text in row.runs if kind == "same"))
    return same, words - same, 0
