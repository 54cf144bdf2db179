"""One line of a plan's file written anew, its value as YAML or Markdown needs it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from corpus.read.plan_text import FENCE
from corpus.strict_yaml import YamlError, load

_FIELD = re.compile(r"(?P<before>\s*(?:- )?(?:'[^']*'|\"[^\"]*\"|[\w-]+): +)(?P<value>\S.*)")
_ITEM = re.compile(r"(?P<before>\s*- )(?P<value>[^\s].*)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNSURE = re.compile(r"(?<!\\)\[(?P<words>[^\[\]\n]*)\]\{\?\}")


@dataclass(frozen=True)
class EditableLine:
    """What a person may change of a line: ``value`` without the signs before it; ``field`` its name, if it has one."""

    number: int
    before: str
    value: str
    quoted: bool
    field: str = ""


def read_line(text: str, number: int) -> EditableLine | None:
    """Line ``number`` of a plan's file as a person sees it; None where nothing in it is a value."""
    lines = text.split("\n")
    if not 0 < number <= len(lines) or not lines[number - 1].strip():
        return None
    line = lines[number - 1]
    if number > _fence(lines):
        indent = line[: len(line) - len(line.lstrip())]
        return EditableLine(number, indent, line.strip(), quoted=False)
    found = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    if found and found["value"] not in ("|-", "|", "[]"):
        name = found["before"].strip(" -:'\"")
        return EditableLine(number, found["before"], _value(found["value"]), quoted=True, field=name)
    if line.rstrip().endswith(":") or line == FENCE or line.rstrip().endswith(("|-", "|", "[]")):
        return None
    indent = line[: len(line) - len(line.lstrip())]
    return EditableLine(number, indent, line.strip(), quoted=False)


def _fence(lines: list[str]) -> int:
    """The number of the line that ends the front matter."""
    return next((number for number, line in enumerate(lines[1:], 2) if line == FENCE), 0)


def _value(written: str) -> str:
    try:
        value = load(written).data
    except YamlError:
        return written
    return "" if value is None else str(value)


def write_line(text: str, line: EditableLine, value: str) -> str:
    """``text`` with ``value`` in the place of that of ``line``: quoted where YAML needs it, always one line."""
    value = " ".join(value.split())
    lines = text.split("\n")
    lines[line.number - 1] = f"{line.before}{_written(value) if line.quoted else value}"
    return "\n".join(lines)


def _written(value: str) -> str:
    if not value:
        return "null"
    if _DAY.fullmatch(value):
        return value
    try:
        plain = load(f"a: {value}").data == {"a": value}
    except YamlError:
        plain = False
    return value if plain and "#" not in value else json.dumps(value, ensure_ascii=False)


def settle_unsure(text: str) -> str:
    """``text`` without the marks of words that the reading of a scan was unsure of.

    >>> settle_unsure("thành [phố]{?} Hải Phòng")
    'thành phố Hải Phòng'
    """
    return _UNSURE.sub(lambda found: found["words"], text)
