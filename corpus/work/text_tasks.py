"""Tasks that stand in the text: under labelled lines, in brackets, or as a sentence that names who leads.

A line that says only who leads gives the items after it: *Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn:*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.language.sentences import sentences
from corpus.model import Clause, Plan
from corpus.work.assigning import Assigned, only_gives, read_assignment, read_done_by, read_shared
from corpus.work.brackets import assigns_in_bracket, bare_bracket, bare_tail, is_bracket, share_in_bracket
from corpus.work.labels import Field, Label, read_fields
from corpus.work.lines import STANDING, is_line, last_item, runs_of, with_list
from corpus.work.sections import Section, read_section


@dataclass(frozen=True)
class TextTask:
    """A task of the text: the clause that says what to do, and what is said of it, as printed.

    ``title`` is the clause without the words that assign, ``assigning`` these words, ``details`` the clauses
    below it that only describe; ``more`` is what is printed under other labels (*Kinh phí*), by these; ``used`` are
    the anchors of all clauses whose words are spent on it.
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
    more: tuple[tuple[str, str], ...] = ()


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
    runs = list(runs_of(parent))
    for clause, lines in runs:
        yield _labelled(clause, lines)
    lines_used = {line.anchor for _, run in runs for line in run}
    led = _led(parent) if not organising else {}
    opening = _opening(parent)
    for before, child in zip((None, *parent.children), parent.children, strict=False):
        if child.anchor in lines_used or child.kind not in STANDING or child.anchor in opening:
            continue
        own = list(_inline(child, organising, parent))
        spoken_of = last_item(before) if before is not None else parent
        if is_bracket(child) and spoken_of.kind in STANDING and not (before is None and parent.kind == "heading"):
            own = [_of_item(spoken_of, task) for task in own]
        yield from own or ([led[child.anchor]] if child.anchor in led else [])
        yield from _below(child, organising)


def _opening(part: Clause) -> frozenset[str]:
    """The addresses of what stands in a part of a document before its first heading: why it is issued, and no work."""
    headed = next((place for place, child in enumerate(part.children) if child.kind == "heading"), 0)
    return frozenset(
        child.anchor for child in part.children[:headed] if part.kind == "part" and child.kind == "paragraph"
    )


def _of_item(item: Clause, task: TextTask) -> TextTask:
    """``task`` as that of ``item``, which the clause after it only says who leads."""
    title, details = item.text, (*_details(item, {task.clause.anchor}), *task.details)
    time = task.time or read_done_by(title)
    return replace(task, clause=item, title=title, time=time, details=details, used=(item.anchor, *task.used))


def _labelled(clause: Clause, lines: tuple[Clause, ...]) -> TextTask:
    fields = [field for line in lines for field in read_fields(with_list(line))]
    spent = {line.anchor for line in lines}
    used = (clause.anchor, *(below.anchor for line in lines for below in line.walk()))
    details = tuple(_details(clause, spent))
    assigning = "\n".join(with_list(line) for line in lines)
    return _task(clause, clause.text, assigning, fields, details, used)


def _details(clause: Clause, spent: set[str]) -> Iterator[Clause]:
    """What stands below ``clause`` and describes it: neither its labelled lines nor items with lines of their own."""
    for child in clause.children:
        if child.anchor not in spent and not is_line(child) and child.kind != "table":
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
        tuple((field.name, field.value) for field in fields if field.label is Label.OTHER and field.value),
    )


# --- within the clause ------------------------------------------------------------


def _inline(clause: Clause, organising: bool, parent: Clause) -> Iterator[TextTask]:
    """The task that ``clause`` assigns in its own words: in fields, or in a sentence outside *Tổ chức thực hiện*."""
    fields = list(read_fields(clause.text))
    details = tuple(_details(clause, set()))
    if any(field.label is Label.LEAD and field.value for field in fields):
        start = fields[0].start
        yield _task(clause, _before(clause.text, start), clause.text[start:], fields, details, (clause.anchor,))
        return
    if organising or _introduces(clause):
        return
    for start, sentence in _parts(clause.text):
        assigned = read_assignment(sentence)
        if assigned is not None:
            yield _assigned(clause, start, sentence, assigned, fields, details)
            return
    start = clause.text.rfind("(")
    if share := share_in_bracket(clause):
        time = share.time or read_done_by(clause.text)
        title, words = _before(clause.text, start), clause.text[start:]
        yield TextTask(clause, title, words, share.lead, share.coordinating, time, "", details, (clause.anchor,))
        return
    if lead := bare_tail(clause.text):
        title = clause.text[: clause.text.rfind(": ")]
        yield TextTask(clause, title, lead, lead, "", read_done_by(title), "", details, (clause.anchor,))
        return
    if (lead := bare_bracket(clause)) and any(assigns_in_bracket(one) for one in parent.children if one is not clause):
        title, assigning = _before(clause.text, start), clause.text[start:]
        yield TextTask(clause, title, assigning, lead, "", read_done_by(title), "", details, (clause.anchor,))


def _assigned(
    clause: Clause, start: int, sentence: str, assigned: Assigned, fields: list[Field], details: tuple[Clause, ...]
) -> TextTask:
    extra = {field.label: field.value for field in fields if field.start >= start}
    before = _before(clause.text, start)
    return TextTask(
        clause,
        clause.text if only_gives(before) else before,
        sentence,
        assigned.lead,
        extra.get(Label.COORDINATING) or assigned.coordinating,
        extra.get(Label.TIME) or assigned.time or read_done_by(clause.text[start + len(sentence) :]),
        extra.get(Label.PRODUCT, ""),
        details,
        (clause.anchor,),
    )


def _led(parent: Clause) -> dict[str, TextTask]:
    """The tasks, by address, of items that a line before them gives to whom it names: *Sở Y tế chủ trì:*.

    They stand below that line, or beside it where it has no number.
    """
    found: dict[str, TextTask] = {}
    if assigned := _introduces(parent):
        found |= {child.anchor: _led_by(child, parent, assigned) for child in parent.children}
    before, assigned = parent, None
    for child in parent.children:
        if assigned and child.kind in ("item", "point"):
            found[child.anchor] = _led_by(child, before, assigned)
        else:
            before, assigned = child, None if child.children else _introduces(child)
    return found


def _introduces(clause: Clause) -> Assigned | None:
    """What ``clause`` says of the items after it, where that is only who leads them."""
    return read_shared(clause.text) if clause.text.rstrip().endswith(":") else None


def _led_by(clause: Clause, line: Clause, assigned: Assigned) -> TextTask:
    time = read_done_by(clause.text) or assigned.time
    details = tuple(_details(clause, set()))
    used = (clause.anchor, line.anchor)
    return TextTask(clause, clause.text, line.text, assigned.lead, assigned.coordinating, time, "", details, used)


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
