"""From files to a valid corpus, with every problem of every file collected.

Layout read: ``plans/<place>/<year>/<number-symbol>.md``, ``plans/registers/*.yml`` and the
received files in ``plans/sources/``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from corpus.language.letters import slug
from corpus.model import Cell, Corpus, Plan, Row
from corpus.problem import CorpusError, Problem
from corpus.read.clauses import parse_clauses
from corpus.read.marks import parse_marks
from corpus.schema import MODELS, Annex, Document, FrontMatter, Record
from corpus.strict_yaml import Located, YamlError, load

FENCE = "---"
REGISTERS: tuple[Document, ...] = ("agencies", "directives", "glossary")

# Pydantic's error types, said to a clerk; {limit} and the like come from the error's context.
_MUST = {
    "missing": "phải có trường này",
    "extra_forbidden": "trường này không có trong quy định",
    "string_type": "phải là chữ (đặt trong ngoặc kép nếu toàn số)",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "phải đúng dạng {pattern}",
    "int_type": "phải là số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "phải không quá {le}",
    "list_type": "phải là danh sách (mỗi mục một dòng, bắt đầu bằng dấu -)",
    "too_short": "phải có ít nhất {min_length} mục",
    "model_type": "phải là nhóm trường (tên: giá trị)",
    "model_attributes_type": "phải là nhóm trường (tên: giá trị)",
    "date_type": "phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-03",
}


@dataclass(frozen=True)
class CorpusFiles:
    """Where the parts of a corpus are; ``root`` is the folder above ``plans``."""

    root: Path

    @property
    def plans(self) -> list[Path]:
        return sorted((self.root / "plans").glob("*/[0-9][0-9][0-9][0-9]/*.md"))

    def register(self, name: str) -> Path:
        return self.root / "plans" / "registers" / f"{name}.yml"

    def source(self, name: str) -> Path:
        return self.root / "plans" / "sources" / name

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def read_corpus(root: Path) -> Corpus:
    """The corpus under ``root``. Raises CorpusError with every problem of every file."""
    corpus, problems = try_read_corpus(root)
    if corpus is None or problems:
        raise CorpusError(problems)
    return corpus


def try_read_corpus(root: Path) -> tuple[Corpus | None, list[Problem]]:
    """The corpus as far as it can be read, and all problems; None where a register is unusable."""
    files = CorpusFiles(root)
    problems: list[Problem] = []
    registers = {
        name: read_register(name, files.register(name), files.relative(files.register(name)), problems)
        for name in REGISTERS
    }
    plans = [plan for path in files.plans if (plan := read_plan(files, path, problems))]
    if any(register is None for register in registers.values()):
        return None, problems
    agencies = registers["agencies"].record
    corpus = Corpus(
        tuple(plans),
        tuple(agencies.places),
        tuple(agencies.agencies),
        tuple(agencies.groups),
        tuple(registers["directives"].record.directives),
        tuple(registers["glossary"].record.terms),
        {name: register.lines for name, register in registers.items()},
    )
    return corpus, problems


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """Text of a file that must be UTF-8 in NFC with no byte order mark; otherwise None and a problem."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, "phải là chữ mã UTF-8", data[error.start : error.end].hex()))
        return None
    if text.startswith("\ufeff"):
        problems.append(Problem(name, 1, "không được có dấu thứ tự byte (BOM) ở đầu tệp", "U+FEFF"))
        return None
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            problems.append(Problem(name, number, "chữ phải ở dạng Unicode dựng sẵn (NFC)", _not_normal(line)))
    return text


def _not_normal(line: str) -> str:
    words = line.split()
    return next((word for word in words if not unicodedata.is_normalized("NFC", word)), line)


@dataclass(frozen=True)
class RegisterFile:
    """A register and the line of each of its entries, by path: ``("agencies", 3, "name")``."""

    record: Record
    lines: dict


def read_register(name: Document, path: Path, where: str, problems: list[Problem]) -> RegisterFile | None:
    """The register ``name`` in the file ``path``; None where it cannot be used, with the problems appended."""
    if not path.exists():
        problems.append(Problem(where, 1, "phải có sổ này", "không có tệp"))
        return None
    text = read_text(path, where, problems)
    located = text is not None and _load(text, 1, where, problems)
    record = _validate(MODELS[name], located, where, problems) if located else None
    return record and RegisterFile(record, located.lines)


def read_plan(files: CorpusFiles, path: Path, problems: list[Problem]) -> Plan | None:
    """The plan in the file ``path``; None where it cannot be used, with the problems appended."""
    where = files.relative(path)
    plan_id = where.removeprefix("plans/").removesuffix(".md")
    text = read_text(path, where, problems)
    if text is None:
        return None
    parts = _split_front_matter(text)
    if parts is None:
        problems.append(Problem(where, 1, "phải bắt đầu bằng phần khai báo giữa hai dòng ---", text.split("\n")[0]))
        return None
    front, body, body_line = parts
    located = _load(front, 2, where, problems)
    meta = located and _validate(FrontMatter, located, where, problems)
    if not meta:
        return None
    problems.extend(_check_file(files, plan_id, where, meta, located))
    rows = _rows(meta.annex, located) if meta.annex else ()
    return Plan(plan_id, where, meta, parse_clauses(body, body_line), rows, located.lines)


def _split_front_matter(text: str) -> tuple[str, str, int] | None:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None


def _load(text: str, first_line: int, where: str, problems: list[Problem]) -> Located | None:
    try:
        return load(text, first_line)
    except YamlError as error:
        problems.append(Problem(where, error.line, error.must, error.found))
        return None


def _validate(model: type[Record], located: Located, where: str, problems: list[Problem]) -> Record | None:
    try:
        return model.model_validate(located.data)
    except ValidationError as error:
        for item in error.errors():
            problems.append(_problem(item, located, where))
        return None


def _problem(item: dict, located: Located, where: str) -> Problem:
    """A pydantic error as a problem on the line of the value it is about."""
    loc = tuple(item["loc"])
    context = item.get("ctx", {})
    if item["type"] == "value_error":
        must = str(context["error"])
    else:
        must = _MUST.get(item["type"], item["msg"]).format(**context)
    missing = item["type"] == "missing"
    found = "thiếu" if missing else _shown(item["input"], loc, item["type"])
    return Problem(where, located.line(loc), f"{'.'.join(map(str, loc))}: {must}", found)


def _shown(value: object, loc: tuple, sort: str) -> str:
    if sort == "extra_forbidden":
        return str(loc[-1])
    return "null" if value is None else str(value)


def _check_file(files: CorpusFiles, plan_id: str, where: str, meta: FrontMatter, located: Located) -> list[Problem]:
    """The address must say what the front matter says, and the received file must be the one declared."""
    problems = []
    number = slug(meta.number) if meta.number else "khong-so"
    expected = f"{meta.place}/{meta.year}/{number}-{slug(meta.symbol)}"
    if plan_id != expected:
        problems.append(Problem(where, located.line(("number",)), f"tệp phải đặt tại plans/{expected}.md", where))
    if meta.issued and meta.number is None:
        problems.append(Problem(where, located.line(("number",)), "văn bản có ngày ban hành phải có số", "null"))
    source = files.source(meta.source.file)
    if not source.is_file():
        problems.append(
            Problem(where, located.line(("source", "file")), "tệp phải có trong plans/sources", meta.source.file)
        )
    elif (digest := hashlib.sha256(source.read_bytes()).hexdigest()) != meta.source.sha256:
        problems.append(
            Problem(where, located.line(("source", "sha256")), f"mã băm phải là {digest}", meta.source.sha256)
        )
    return problems


def _rows(annex: Annex, located: Located) -> tuple[Row, ...]:
    """The annex rows, each with an address from its printed number, or its position where none is printed."""
    rows, used = [], set()
    for index, task in enumerate(annex.tasks):
        name = slug(task.no).lstrip("0") or str(index + 1)
        anchor, repeat = f"phu-luc-{name}", 1
        while anchor in used:
            repeat += 1
            anchor = f"phu-luc-{name}-lan-{repeat}"
        used.add(anchor)
        path = ("annex", "tasks", index)
        cells = []
        for key in ("no", "title", "detail", "lead", "coordinating", "time", "product"):
            if value := getattr(task, key):
                cells.append(Cell(key, *parse_marks(value), located.line((*path, key))))
        rows.append(Row(anchor, task, tuple(cells), located.line(path)))
    return tuple(rows)
