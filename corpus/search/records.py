"""What the search finds in the text: one record per clause or row of a table, and one for each repeated sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.citation_form import plan_name
from corpus.link import PlanRecord
from corpus.model import Clause, Corpus, Plan, PrintedTable
from corpus.search.search_words import plain_words
from corpus.vocabulary import RowSort

# Kinds of clause whose own words are a result. A title is found as the plan itself.
_STATEMENTS = ("heading", "article", "clause", "point", "item", "basis", "recipients", "signature")
# Of these the words are a result, but only after what says something.
_FRAME = ("heading", "recipients", "signature")


class RecordSort(StrEnum):
    """What a result is; values are the codes in the index, labels are in ``content/assets/search``."""

    CLAUSE = "d"
    TASK = "n"
    DUTY = "t"


@dataclass(frozen=True)
class Occurrence:
    """Where a record stands: its address, its plan, and what the facets say of it there."""

    url: str
    plan: str
    year: int
    level: str
    issuer: str
    place: str
    trail: str
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchRecord:
    """One result of the full-text search. ``about`` is searched but not shown: who has the duty.
    ``frame`` marks what is found only after what says something: headings alone, recipients, signature.
    """

    sort: RecordSort
    text: str
    about: str
    occurrences: tuple[Occurrence, ...]
    frame: bool = False


def plan_records(here: PlanRecord, corpus: Corpus) -> Iterator[SearchRecord]:
    """The records of one plan in the order of its text."""
    plan = here.plan
    duties = {duty.anchor: duty for duty in here.duties}
    for clause in plan.walk():
        if clause.anchor in plan.table:
            yield from _table_records(plan.table[clause.anchor], here, corpus)
        elif _is_statement(clause, plan):
            duty = duties.get(clause.anchor)
            names = _names(duty.agencies, corpus) if duty else ()
            text = _whole_text(clause)
            yield SearchRecord(
                RecordSort.DUTY if duty else RecordSort.CLAUSE,
                text,
                duty.printed_name if duty else "",
                (_occurrence(plan, clause.anchor, corpus, _trail(plan, clause.anchor), names),),
                frame=clause.kind in _FRAME and (clause.kind != "heading" or text == clause.text),
            )


def _is_statement(clause: Clause, plan: Plan) -> bool:
    if clause.kind == "paragraph":
        # Neither "(Kèm theo …)" under a title nor "QUYẾT ĐỊNH:" above the articles states anything.
        formula = clause.text.isupper() or (clause.text.startswith("(") and clause.text.endswith(")"))
        return plan.ancestors[clause.anchor][-2].kind == "part" and not formula
    return clause.kind in _STATEMENTS


def _whole_text(clause: Clause) -> str:
    """The clause with the unnumbered paragraphs that belong to it: nobody can cite them apart from it."""
    below = [child.text for child in clause.children if child.kind in ("paragraph", "recipient")]
    return "\n".join([clause.text, *below])


def _table_records(table: PrintedTable, here: PlanRecord, corpus: Corpus) -> Iterator[SearchRecord]:
    """A record for each row, with its cells under their printed names; a head printed again is none."""
    heads = {column.field: column.name for column in table.columns}
    tasks = {task.anchor: task for task in here.tasks}
    for row in table.rows:
        if row.sort is RowSort.HEAD:
            continue
        task = tasks.get(row.anchor)
        names = _names((*task.lead, *task.coordinating), corpus) if task else ()
        cells = [cell for cell in row.cells if cell.field != "no"]
        labelled = [
            cell.text if cell.field in ("title", "detail") else f"{heads.get(cell.field, '')}: {cell.text}"
            for cell in cells
        ]
        where = _occurrence(here.plan, row.anchor, corpus, _trail(here.plan, row.anchor, itself=True), names)
        yield SearchRecord(
            RecordSort.TASK if task else RecordSort.CLAUSE, "\n".join(labelled), "", (where,), frame=task is None
        )


def _names(bodies: Iterable[str], corpus: Corpus) -> tuple[str, ...]:
    return tuple(dict.fromkeys(corpus.agency[body].name for body in bodies if body in corpus.agency))


def _trail(plan: Plan, anchor: str, itself: bool = False) -> str:
    """The headings above a clause: ``II. Nội dung › 1. Tuyên truyền``; a point stands by its letter."""
    above = plan.ancestors[anchor] if itself else plan.ancestors[anchor][:-1]
    steps = []
    for clause in above:
        if clause.kind == "heading":
            steps.append(f"{clause.marker} {clause.text}".strip())
        elif clause.number:
            steps.append(clause.marker)
    return " › ".join(steps)


def _occurrence(plan: Plan, anchor: str, corpus: Corpus, trail: str, names: tuple[str, ...]) -> Occurrence:
    meta = plan.meta
    issuer = corpus.agency.get(meta.issuer)
    place = corpus.place.get(meta.place)
    return Occurrence(
        f"{plan.url}#{anchor}",
        plan_name(meta),
        meta.year,
        meta.level.label,
        issuer.name if issuer else "",
        place.name if place else "",
        trail,
        names,
    )


def merge_repeats(records: Iterable[SearchRecord]) -> list[SearchRecord]:
    """One record per sentence: those with the same words are one result with several places, in their order."""
    merged: dict[tuple[str, ...], SearchRecord] = {}
    for record in records:
        key = (*plain_words(record.text), "|", *plain_words(record.about))
        first = merged.get(key)
        if first is None:
            merged[key] = record
        else:
            places = (*first.occurrences, *record.occurrences)
            sort = first.sort if first.sort != RecordSort.CLAUSE else record.sort
            merged[key] = SearchRecord(sort, first.text, first.about, places, first.frame)
    return list(merged.values())


def searched_text(record: SearchRecord) -> str:
    """What the index holds: the words of the record, then who, when and where; the two never form a phrase."""
    around = [record.about]
    for place in record.occurrences:
        around += [str(place.year), place.place]
    return f"{record.text}\n{BREAK}\n" + f"\n{BREAK}\n".join(dict.fromkeys(part for part in around if part))


# Stands in the index between a sentence and what surrounds it; no word of a text looks so.
BREAK = "zzzz"
