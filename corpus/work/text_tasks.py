"""Tasks that stand in the text: under labelled lines, in brackets, or as a sentence that names who leads.

The lines *Cơ quan chủ trì: …*, *Thời gian: …* belong to the item above them. Where items stand side by side
and each is followed by its own lines, each lines' item is the one before them; where the lines stand once
below several items, they speak of what heads these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.sentences import sentences
from corpus.model import Clause, Plan
from corpus.work.labels import Field, Label, read_fields
from corpus.work.sections import Section, read_section
from corpus.work.sentences import read_assignment, read_done_by

_STANDING = ("heading", "clause", "point", "item", "paragraph")


@dataclass(frozen=True)
class TextTask:
    """A task of the text: the clause that says what to do, and what is said of it, as printed.

    ``title`` is the clause without the words that assign, ``assigning`` these words, ``details`` the clauses
    below it that only describe; ``used`` are the anchors of all clauses whose words are spent on it.
    """

    clause: Clause
    title: str
    assigning: str
    lead: str
    coordinating: str
    time: str
    product: str
    details: tuple[Clause, ...]
    used: tuple[str, ...]


def read_text_tasks(plan: Plan) -> tuple[TextTask, ...]:
    """Every task of the plan's text, in the order of the text."""
    found = [task for part in plan.clauses for task in _below(part, organising=False)]
    order = {clause.anchor: place for place, clause in enumerate(plan.walk())}
    return tuple(sorted(found, key=lambda task: order[task.clause.anchor]))


def _below(parent: Clause, organising: bool) -> Iterator[TextTask]:
    section = read_section(parent)
    if section in (Section.DESCRIBING, Section.FUNDING, Section.REPORTING):
        return
    organising = organising or section is Section.ORGANISING
    runs = list(_runs(parent))
    for clause, lines in runs:
        yield _labelled(clause, lines)
    lines_used = {line.anchor for _, run in runs for line in run}
    for child in parent.children:
        if child.anchor in lines_used or child.kind not in _STANDING:
            continue
        yield from _inline(child, organising)
        yield from _below(child, organising)


# --- lines of their own ---------------------------------------------------------


def _runs(parent: Clause) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    """Each run of labelled lines among the children of ``parent`` that names who leads, with its item."""
    runs: list[tuple[list[Clause], list[Clause]]] = [([], [])]
    for child in parent.children:
        if _is_line(child):
            runs[-1][1].append(child)
            continue
        if runs[-1][1]:
            runs.append(([], []))
        runs[-1][0].append(child)
    told = [place for place, (_, lines) in enumerate(runs) if any(_has(line, Label.LEAD) for line in lines)]
    for place in told:
        items, lines = runs[place]
        following = runs[place + 1][0][:1] if place + 1 < len(runs) else []
        yield _item_of(parent, items, lines, following, alone=len(told) == 1), tuple(lines)


def _item_of(parent: Clause, items: list[Clause], lines: list[Clause], following: list[Clause], alone: bool) -> Clause:
    """Whose lines these are: the item before them, or ``parent`` where they speak of all its items.

    Where the ``following`` item goes on numbering what stands below the one before, it is the last of these.
    """
    standing = [item for item in items if item.kind in _STANDING and item.kind != "paragraph"]
    if not standing:
        return parent
    if not alone:
        below = standing[-1].children[-1:]
        goes_on = below and following and following[0].kind == below[0].kind != standing[-1].kind
        return below[0] if goes_on else standing[-1]
    single = len(standing) == 1 and standing[0].number and lines[0].kind == "paragraph" and parent.level <= 2
    return standing[-1] if single else parent


def _is_line(clause: Clause) -> bool:
    """Whether ``clause`` is nothing but labelled fields."""
    if clause.kind not in ("item", "paragraph", "clause", "point"):
        return False
    fields = read_fields(_with_list(clause))
    return bool(fields) and fields[0].start == 0


def _has(line: Clause, label: Label) -> bool:
    return any(field.label is label for field in read_fields(_with_list(line)))


def _with_list(clause: Clause) -> str:
    """A line with the items below it, where its value is a list of them."""
    if not clause.text.rstrip().endswith(":"):
        return clause.text
    return " ".join([clause.text, "; ".join(child.text.strip(" ;.") for child in clause.children)])


def _labelled(clause: Clause, lines: tuple[Clause, ...]) -> TextTask:
    fields = [field for line in lines for field in read_fields(_with_list(line))]
    spent = {line.anchor for line in lines}
    used = (clause.anchor, *(below.anchor for line in lines for below in line.walk()))
    details = tuple(_details(clause, spent))
    assigning = "\n".join(_with_list(line) for line in lines)
    return _task(clause, clause.text, assigning, fields, details, used)


def _details(clause: Clause, spent: set[str]) -> Iterator[Clause]:
    """What stands below ``clause`` and describes it: neither its labelled lines nor items with lines of their own."""
    for child in clause.children:
        if child.anchor not in spent and not _is_line(child) and child.kind != "table":
            yield child
            yield from _details(child, spent)


def _task(
    clause: Clause,
    title: str,
    assigning: str,
    fields: list[Field],
    details: tuple[Clause, ...],
    used: tuple[str, ...],
) -> TextTask:
    def value(label: Label) -> str:
        return "; ".join(field.value for field in fields if field.label is label and field.value)

    return TextTask(
        clause,
        title,
        assigning,
        value(Label.LEAD),
        value(Label.COORDINATING),
        value(Label.TIME) or read_done_by(title),
        value(Label.PRODUCT),
        details,
        used,
    )


# --- within the clause ------------------------------------------------------------


def _inline(clause: Clause, organising: bool) -> Iterator[TextTask]:
    """The task that ``clause`` assigns in its own words: in fields, or in a sentence outside *Tổ chức thực hiện*."""
    fields = list(read_fields(clause.text))
    details = tuple(_details(clause, set()))
    if any(field.label is Label.LEAD for field in fields):
        start = fields[0].start
        yield _task(clause, _before(clause.text, start), clause.text[start:], fields, details, (clause.anchor,))
        return
    if organising:
        return
    for start, sentence in _parts(clause.text):
        assigned = read_assignment(sentence)
        if assigned is None:
            continue
        extra = {field.label: field.value for field in fields if field.start >= start}
        yield TextTask(
            clause,
            _before(clause.text, start) or clause.text,
            sentence,
            assigned.lead,
            extra.get(Label.COORDINATING) or assigned.coordinating,
            extra.get(Label.TIME) or assigned.time,
            extra.get(Label.PRODUCT, ""),
            details,
            (clause.anchor,),
        )
        return


def _before(text: str, start: int) -> str:
    """What stands before the words that assign, without the sign that leads to them."""
    return text[:start].rstrip(" (\n\t:–-") if start else ""


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Sentences, and what stands in brackets or after a colon in them, each with its start: the inner first."""
    for start, sentence in sentences(text):
        bracket = sentence.rfind("(")
        if bracket >= 0 and sentence.rstrip(" .;").endswith(")"):
            yield start + bracket + 1, sentence[bracket + 1 :].rstrip(" .;)")
        colon = sentence.find(": ")
        if colon >= 0:
            yield start + colon + 2, sentence[colon + 2 :]
        yield start, sentence
