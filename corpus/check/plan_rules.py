"""What must hold between a plan's front matter, its text and the registers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import TypeVar

from corpus.check.melted import check_melted
from corpus.check.table_rules import check_tables
from corpus.language.folding import fold
from corpus.language.letterhead import PrintedDay, read_day, read_number
from corpus.model import Clause, Corpus, Plan
from corpus.problem import Problem, Severity
from corpus.read.files import Unreadable
from corpus.read.received import public_name
from corpus.strict_yaml import KeyPath

T = TypeVar("T")
_YEAR = re.compile(r"\bnăm (\d{4})\b")


def check_plans(corpus: Corpus) -> Iterator[Problem]:
    """Every problem of every plan that needs no links."""
    for plan in corpus.plans:
        yield from check_registered(plan, corpus)
        yield from check_letterhead(plan)
        yield from check_ending(plan)
        yield from check_tables(plan)
        yield from check_notes(plan)
        yield from check_melted(plan)
    yield from _check_same_plans(corpus)


def problem_at(plan: Plan, path: KeyPath, must: str, found: object, severity: Severity = "error") -> Problem:
    """A problem with the front matter's value at ``path``, on its line or that of what is around it."""
    while path and path not in plan.lines:
        path = path[:-1]
    return Problem(plan.path, plan.lines.get(path, 1), must, str(found), severity)


def check_registered(plan: Plan, corpus: Corpus) -> Iterator[Problem]:
    """Issuer, place and level must be those of the register, on the day of the plan."""
    meta = plan.meta
    place, issuer = corpus.place.get(meta.place), corpus.agency.get(meta.issuer)
    if place is None:
        yield problem_at(plan, ("place",), "địa bàn phải có trong sổ cơ quan", meta.place)
    elif place.tier != meta.level:
        yield problem_at(plan, ("level",), f"phải là cấp của địa bàn {meta.place} ({place.tier})", meta.level)
    if issuer is None:
        yield problem_at(plan, ("issuer",), "cơ quan ban hành phải có trong sổ cơ quan", meta.issuer)
        return
    if issuer.place != meta.place:
        yield problem_at(plan, ("issuer",), f"cơ quan ban hành phải thuộc địa bàn {meta.place}", meta.issuer)
    since, until = getattr(issuer, "since", None), getattr(issuer, "until", None)
    day = meta.issued or date(meta.year, 1, 1)
    if (since and day < since) or (until and day > until):
        yield problem_at(plan, ("issuer",), f"cơ quan ban hành phải tồn tại vào ngày {day}", meta.issuer)


def _check_same_plans(corpus: Corpus) -> Iterator[Problem]:
    """No two plans are the same act, none shares its received file."""
    acts: dict[tuple[object, ...], str] = {}
    files: dict[str, str] = {}
    for plan in corpus.plans:
        meta = plan.meta
        act = (meta.number, meta.symbol, meta.issuer, meta.issued.year if meta.issued else meta.year)
        if meta.number and act in acts:
            yield problem_at(plan, ("number",), f"số, ký hiệu, cơ quan và năm phải khác {acts[act]}", meta.number)
        acts.setdefault(act, plan.path)
        for file in meta.source.files:
            with suppress(Unreadable):  # a name that cannot be given out was named when it was read
                name = public_name(file)
                if name in files:
                    must = f"mỗi tệp nhận được chỉ của một kế hoạch (đã dùng ở {files[name]})"
                    yield problem_at(plan, ("source", "file"), must, file)
                files.setdefault(name, plan.path)


def check_letterhead(plan: Plan) -> Iterator[Problem]:
    """Number, symbol, date, title and year must be those printed."""
    head = [clause for clause in plan.walk() if clause.kind == "letterhead"]
    meta = plan.meta
    if found := _first(read_number, head):
        clause, printed = found
        for key in ("number", "symbol"):
            if (value := getattr(printed, key)) != getattr(meta, key):
                must = f"phải như in ở dòng {clause.line} ({value or 'để trống: null'})"
                yield problem_at(plan, (key,), must, getattr(meta, key))
    else:
        yield Problem(plan.path, head[0].line if head else 1, "phần đầu phải có dòng số, ví dụ Số: 45/KH-UBND", "")
    if day := _first(read_day, head):
        yield from _check_date(plan, *day)
    year = _YEAR.search(meta.title)
    several = plan.period[0] != plan.period[1]  # "đến năm 2030" is no year that the plan is of
    if year and not several and int(year[1]) != meta.year:
        yield problem_at(plan, ("year",), f"phải là năm nêu trong tên văn bản ({year[1]})", meta.year)
    if meta.issued and not 0 <= meta.year - meta.issued.year <= 1:
        yield problem_at(plan, ("year",), "phải là năm ban hành hoặc năm sau", meta.year, "warning")
    yield from _check_titles(plan)


def _first(read: Callable[[str], T | None], clauses: list[Clause]) -> tuple[Clause, T] | None:
    return next(((clause, found) for clause in clauses if (found := read(clause.text))), None)


def _check_date(plan: Plan, clause: Clause, printed: PrintedDay) -> Iterator[Problem]:
    issued = plan.meta.issued
    if not printed.real:
        yield Problem(plan.path, clause.line, "ngày ban hành in trên văn bản phải là ngày có thật", printed.text)
    elif printed.day is None and issued:
        yield problem_at(plan, ("issued",), f"phải là null, vì dòng {clause.line} không ghi đủ ngày", issued)
    elif printed.day != issued:
        yield problem_at(plan, ("issued",), f"phải như in ở dòng {clause.line} ({printed.day})", issued)


def _check_titles(plan: Plan) -> Iterator[Problem]:
    """The titles of the front matter must stand under the headings of the parts."""
    printed = [_plain(clause.text) for clause in plan.walk() if clause.kind in ("title", "paragraph")]
    for path, title in (
        (("title",), plan.meta.title),
        (("promulgates", "title"), getattr(plan.meta.promulgates, "title", None)),
    ):
        if title and not any(text.startswith(_plain(title)) for text in printed):
            yield problem_at(plan, path, "phải là tên in dưới dòng loại văn bản", title)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def check_ending(plan: Plan) -> Iterator[Problem]:
    """Recipients and signer must be those printed."""
    printed = [clause.text for clause in plan.walk() if clause.kind == "recipient"]
    if printed != plan.meta.recipients:
        first = next(
            (i for i, pair in enumerate(zip(printed, plan.meta.recipients, strict=False)) if pair[0] != pair[1]), None
        )
        if first is None:
            must = f"nơi nhận phải đủ {len(printed)} mục như trong văn bản"
            yield problem_at(plan, ("recipients",), must, f"{len(plan.meta.recipients)} mục")
        else:
            must = f"nơi nhận phải như trong văn bản ('{printed[first]}')"
            yield problem_at(plan, ("recipients", first), must, plan.meta.recipients[first])
    signature = "\n".join(clause.text for clause in plan.walk() if clause.kind == "signature")
    lines = [_close(line) for line in signature.split("\n")]
    signer = plan.meta.signer
    if signer is None:
        return
    for key, printed_as in (("name", signer.name), ("office", signer.office)):
        if _close(printed_as) not in lines:
            yield problem_at(plan, ("signer", key), "phải là một dòng của phần ký", printed_as)
    for index, capacity in enumerate(signer.capacity):
        if not any(line.startswith(_close(capacity)) for line in lines):
            yield problem_at(plan, ("signer", "capacity", index), "phải là một dòng của phần ký", capacity)


def _close(text: str) -> str:
    """``text`` folded, *KT.CHỦ TỊCH* and *KT. CHỦ TỊCH* the same."""
    return _plain(text.replace(".", ". ")).replace(" .", ".")


def check_notes(plan: Plan) -> Iterator[Problem]:
    """An editorial note, and what a person dismissed, must stand at a clause there is, and quote its words."""
    texts: dict[str, list[str]] = {}
    for clause in plan.walk():
        texts.setdefault(clause.anchor, []).append(f"{clause.marker} {clause.text}".strip())
    for table in plan.tables:
        texts[table.anchor] = [column.name for column in table.columns if column.name]
        texts.update({row.anchor: [cell.text for cell in row.printed] for row in table.rows})
    for index, one in enumerate(plan.meta.dismissed):
        if not any(one.quote in text for text in texts.get(one.at, ())):
            yield problem_at(plan, ("dismissed", index), f"phải là chữ có tại {one.at}", one.quote)
    seen = set()
    for index, note in enumerate(plan.meta.notes):
        if note.at not in texts:
            yield problem_at(plan, ("notes", index, "at"), "phải là địa chỉ có trong văn bản", note.at)
        elif not any(note.quote in text for text in texts[note.at]):
            must = f"phải đúng từng chữ của {note.at} ('{' | '.join(texts[note.at])[:120]}')"
            yield problem_at(plan, ("notes", index, "quote"), must, note.quote)
        if (note.at, note.quote, note.problem) in seen:
            yield problem_at(plan, ("notes", index), "mỗi ghi chú chỉ viết một lần", note.quote)
        seen.add((note.at, note.quote, note.problem))
