"""From files to a valid corpus, with every problem of every file collected.

Layout read: ``plans/<place>/<year>/<number-symbol>.md``, ``plans/registers/*.yml`` and the
received files in ``plans/sources/``.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic

from corpus.characters import MOST_LINES, NO_UNSEEN, name_character, refused_lines
from corpus.language.folding import slug
from corpus.model import Corpus, Plan
from corpus.needed import with_needed
from corpus.problem import CorpusError, Problem
from corpus.read.acts import ACTS_FILE, parse_acts
from corpus.read.file_places import NOTICE_FILE, Survey, misplaced
from corpus.read.files import PLAN_LIMIT, REGISTER_LIMIT, Unreadable, read_file
from corpus.read.plan_text import PlanText
from corpus.read.received import decode, open_received
from corpus.read.validation import R, locate, validate
from corpus.record_store import Records, Stage, of_each
from corpus.schema import AgencyRegister, DirectiveRegister, Document, Glossary, KnownAct, RedirectRegister
from corpus.strict_yaml import KeyPath

UNNUMBERED = "khong-so"
_READ = Stage("read")
REGISTERS: tuple[Document, ...] = ("agencies", "directives", "glossary")
ACTS_LIMIT = 64_000_000  # bytes; all central acts since 1945 take about a tenth
NOTICE_LIMIT = 1_000  # bytes


@dataclass(frozen=True)
class CorpusFiles:
    """Where the parts of a corpus are; ``root`` is the folder above ``plans``."""

    root: Path

    @property
    def plans(self) -> list[Path]:
        return Survey.of(self.root).plans

    def register(self, name: str) -> Path:
        return self.root / "plans" / "registers" / f"{name}.yml"

    def source(self, name: str) -> Path:
        return self.root / "plans" / "sources" / name

    def plan_id(self, path: Path) -> str:
        return self.relative(path).removeprefix("plans/").removesuffix(".md")

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def read_corpus(root: Path) -> Corpus:
    """The corpus under ``root``. Raises CorpusError with every problem of every file."""
    corpus, problems = try_read_corpus(root)
    if corpus is None or problems:
        raise CorpusError(problems)
    return corpus


def try_read_corpus(root: Path, records: Records | None = None) -> tuple[Corpus | None, list[Problem]]:
    """The corpus as far as it can be read, and all problems; None where a register is unusable.

    What ``records`` hold of a file with the same words is not read again.
    """
    files = CorpusFiles(root)
    problems: list[Problem] = []
    agencies = read_register(files, AgencyRegister, files.register("agencies"), problems)
    directives = read_register(files, DirectiveRegister, files.register("directives"), problems)
    glossary = read_register(files, Glossary, files.register("glossary"), problems)
    moved = files.register("redirects")  # a corpus of which no address has changed has none
    redirects = read_register(files, RedirectRegister, moved, problems) if os.path.lexists(moved) else None
    problems.extend(misplaced(root, (*REGISTERS, "redirects")))
    paths = files.plans
    plans = read_plans(files, paths, problems, records)
    if not (agencies and directives and glossary):
        return None, problems
    corpus = Corpus(
        tuple(plans),
        tuple(agencies.record.places),
        tuple(agencies.record.agencies),
        tuple(agencies.record.groups),
        tuple(directives.record.directives),
        tuple(glossary.record.terms),
        {
            "agencies": agencies.lines,
            "directives": directives.lines,
            "glossary": glossary.lines,
            "redirects": redirects.lines if redirects else {},
        },
        frozenset((*map(files.plan_id, paths), *Survey.of(root).misnamed)) - {plan.id for plan in plans},
        read_acts(files, problems),
        frozenset(directives.record.refused),
        tuple((one.old, one.new) for one in redirects.record.redirects) if redirects else (),
        notice=read_notice(files, problems),
    )
    return with_needed(corpus), problems


def read_acts(files: CorpusFiles, problems: list[Problem]) -> tuple[KnownAct, ...]:
    """The known acts of the country; a corpus need not have their register."""
    path = files.root / "plans" / "registers" / ACTS_FILE
    if not os.path.lexists(path):
        return ()
    text = read_text(files.root, path, ACTS_LIMIT, problems)
    return parse_acts(text, files.relative(path), problems) if text is not None else ()


def read_notice(files: CorpusFiles, problems: list[Problem]) -> str:
    """What every page is to say of the corpus, in one line; most corpora have no such file."""
    path = files.root / "plans" / "registers" / NOTICE_FILE
    if not os.path.lexists(path) or (text := read_text(files.root, path, NOTICE_LIMIT, problems)) is None:
        return ""
    notice = text.strip()
    if not notice or "\n" in notice:
        problems.append(Problem(files.relative(path), 1, "phải là một dòng chữ", notice.split("\n")[0]))
    return notice


def read_text(root: Path, path: Path, limit: int, problems: list[Problem]) -> str | None:
    """Text of a file that must be plain UTF-8 in NFC, of at most ``limit`` bytes; otherwise None and a problem."""
    name = path.relative_to(root).as_posix()
    try:
        text = decode(read_file(root, path, limit))
    except Unreadable as error:
        problems.append(Problem(name, error.line, error.must, error.found))
        return None
    if text.startswith("\ufeff"):
        problems.append(Problem(name, 1, "không được có dấu thứ tự byte (BOM) ở đầu tệp", "U+FEFF"))
        return None
    if refused := list(islice(refused_lines(text), MOST_LINES)):
        problems.extend(Problem(name, line, NO_UNSEEN, name_character(char)) for line, char in refused)
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            problems.append(Problem(name, number, "chữ phải ở dạng Unicode dựng sẵn (NFC)", _not_normal(line)))
    return text


def _not_normal(line: str) -> str:
    words = line.split()
    return next((word for word in words if not unicodedata.is_normalized("NFC", word)), line)


@dataclass(frozen=True)
class RegisterFile(Generic[R]):
    """A register and the line of each of its entries, by path: ``("agencies", 3, "name")``."""

    record: R
    lines: dict[KeyPath, int]


def read_register(files: CorpusFiles, model: type[R], path: Path, problems: list[Problem]) -> RegisterFile[R] | None:
    """The register in the file ``path`` as ``model``; None where it cannot be used, with the problems appended."""
    where = files.relative(path)
    if not os.path.lexists(path):
        problems.append(Problem(where, 1, "phải có sổ này", "không có tệp"))
        return None
    text = read_text(files.root, path, REGISTER_LIMIT, problems)
    located = locate(text, 1, where, problems) if text is not None else None
    record = validate(model, located, where, problems) if located else None
    return RegisterFile(record, located.lines) if located and record else None


def read_plan(files: CorpusFiles, path: Path, problems: list[Problem]) -> Plan | None:
    """The plan in the file ``path``; None where it cannot be used, with the problems appended."""
    return next(iter(read_plans(files, [path], problems)), None)


def read_plans(
    files: CorpusFiles, paths: Sequence[Path], problems: list[Problem], records: Records | None = None
) -> list[Plan]:
    """The plans in the files ``paths``; those that cannot be used are left out, with the problems appended."""
    texts = []
    for path in paths:
        if (text := read_text(files.root, path, PLAN_LIMIT, problems)) is not None:
            texts.append(PlanText(files.plan_id(path), files.relative(path), text))
    read = of_each(_READ, texts, PlanText.parse, records)
    plans = []
    for one in texts:
        plan, found = read[one.id]
        problems.extend(found)
        if plan:
            problems.extend(_check_file(files, plan))
            plans.append(plan)
    return plans


def _check_file(files: CorpusFiles, plan: Plan) -> Iterator[Problem]:
    """The address must say what the front matter says, and the received file must be the one declared."""
    expected = plan_address(plan.meta.place, plan.meta.year, plan.meta.number, plan.meta.symbol)
    if plan.id != expected and not (plan.meta.number is None and _is_further(plan.id, expected)):
        line = plan.lines.get(("number",), 1)
        yield Problem(plan.path, line, f"tệp phải đặt tại plans/{expected}.md", plan.path)
    yield from _check_source(files, plan)


def plan_address(place: str, year: int, number: str | None, symbol: str) -> str:
    """The id of a plan, which is its path below ``plans`` too."""
    return f"{place}/{year}/{slug(number) if number else UNNUMBERED}-{slug(symbol)}"


def _is_further(plan_id: str, first: str) -> bool:
    """Whether ``plan_id`` is that of a second, third … plan without a number beside ``first``: *khong-so-2-kh-ubnd*."""
    head, _, symbol = first.rpartition(f"/{UNNUMBERED}-")
    return bool(re.fullmatch(rf"{re.escape(head)}/{UNNUMBERED}-[2-9]\d*-{re.escape(symbol)}", plan_id))


def _check_source(files: CorpusFiles, plan: Plan) -> Iterator[Problem]:
    """The received file must be there, of a kind that is published, and the one declared; so must its words be."""
    source = plan.meta.source
    named: list[tuple[KeyPath, str, str]] = [(("source",), source.file, source.sha256)]
    if source.read:
        named.append((("source", "read"), source.read.file, source.read.sha256))
    for path, name, declared in named:
        try:
            received = open_received(files.root, name)
            if (digest := hashlib.sha256(received.data).hexdigest()) != declared:
                line = plan.lines.get((*path, "sha256"), 1)
                yield Problem(plan.path, line, f"mã băm phải là {digest}", declared)
            if name == source.words_file:
                received.words()
        except Unreadable as error:
            must = f"plans/sources/{name}:{error.line}: {error.must}"
            yield Problem(plan.path, plan.lines.get((*path, "file"), 1), must, error.found)
