"""YAML as people expect it: no duplicate keys, no surprising types, every value with its line.

PyYAML by itself reads ``no`` as False, ``05`` as 5 and ``2021-03-03`` as a date, and lets a later
key silently win. Here only ``true``/``false``, ``null`` and plain whole numbers are not strings.
Anchors, aliases, tags and merge keys are refused: with them a few hundred bytes unfold to gigabytes,
and what a reader of the file sees is not what stands in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from corpus.characters import NO_UNSEEN, find_refused, name_character, refused_lines

KeyPath = tuple[str | int, ...]

DEEPEST = 20
MOST_DIGITS = 15
_NULL = ("", "~", "null")
_BOOLEANS = {"true": True, "false": False}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]*")


@dataclass(frozen=True)
class Located:
    """Parsed data and the line (from 1) on which each key or item stands, by its path."""

    data: object
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """Line of ``path``, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class YamlError(Exception):
    """Malformed YAML: ``found`` on ``line`` breaks the rule ``must``."""

    def __init__(self, line: int, must: str, found: str):
        super().__init__(f"{line}: {must}: {found!r}")
        self.line, self.must, self.found = line, must, found


def load(text: str, first_line: int = 1) -> Located:
    """Parse one YAML document whose first line is ``first_line`` of its file.

    Raises YamlError for the first thing that is malformed.
    """
    for line, char in refused_lines(text):
        raise YamlError(first_line + line - 1, NO_UNSEEN, name_character(char))
    # libyaml's parser is ten times as fast as the one in Python; PyYAML's wheels carry it.
    reader = _Reader(yaml.parse(text, Loader=yaml.CSafeLoader), first_line)
    try:
        return Located(reader.document(), reader.lines)
    except yaml.MarkedYAMLError as error:
        # A bracket or quotation mark left open is met where the text ends, and to be mended where it began.
        opened = error.context and ("flow" in error.context or "quoted" in error.context)
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        found = (text.split("\n") + [""])[line].strip()
        raise YamlError(first_line + line, _advice(found) or "phải là YAML đúng cú pháp", found) from error
    except yaml.YAMLError as error:
        raise YamlError(first_line, "phải là YAML đúng cú pháp", str(error)) from error


# A line of a list or a field whose value is plain text that YAML takes for something else.
_BEFORE_VALUE = re.compile(r"(?:- )?(?:[a-z][a-z0-9-]*: +)?")
_TAKEN_FOR_SIGNS = re.compile(r":\s|:$|\s#|^[*&!%@`?]")


def quote(text: str) -> str:
    """``text`` as a value in double quotation marks, which YAML reads as it is."""
    return json.dumps(text, ensure_ascii=False)


def _advice(line: str) -> str:
    """How a line with a colon or another sign of YAML in its value must be written; empty where that is not the cause."""
    before = _BEFORE_VALUE.match(line)
    value = line[before.end() :] if before else line
    if value[:1] in ("", '"', "'", "|", ">") or not _TAKEN_FOR_SIGNS.search(value):
        return ""
    return f"giá trị có dấu hai chấm hoặc ký hiệu riêng của YAML phải đặt trong ngoặc kép, sửa thành: {line[: -len(value)]}{quote(value)}"


class _Reader:
    """Builds the data from the parser's events, one after the other, so that nothing is unfolded or guessed."""

    def __init__(self, events: Iterator[yaml.Event], first_line: int) -> None:
        self.events = events
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {(): first_line}

    def next(self) -> yaml.Event:
        event = next(self.events)
        if isinstance(event, yaml.AliasEvent):
            raise self.error(event, "không dùng bí danh YAML (*): phải viết lại giá trị", f"*{event.anchor}")
        if (anchor := getattr(event, "anchor", None)) is not None:
            raise self.error(event, "không dùng neo YAML (&)", f"&{anchor}")
        if (tag := getattr(event, "tag", None)) is not None:
            raise self.error(event, "không dùng thẻ YAML (!)", tag)
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            raise self.error(event, "không dùng chỉ thị YAML (%)", "%")
        return event

    def error(self, event: yaml.Event, must: str, found: str) -> YamlError:
        return YamlError(self.line(event), must, found)

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def document(self) -> object:
        self.next()  # the stream begins
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        data = self.value(self.next(), ())
        self.next()  # the document ends
        more = self.next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self.error(more, "chỉ được có một văn bản YAML trong tệp", "---")
        return data

    def value(self, event: yaml.Event, path: KeyPath) -> object:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if len(path) >= DEEPEST:
            raise self.error(event, f"không được lồng quá {DEEPEST} bậc", ".".join(map(str, path)))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        return self.sequence(path)

    def sequence(self, path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            inner = (*path, len(items))
            self.lines[inner] = self.line(event)
            items.append(self.value(event, inner))
        return items

    def mapping(self, path: KeyPath) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.scalar(event) if isinstance(event, yaml.ScalarEvent) else event
            if not isinstance(key, str):
                found = "" if isinstance(key, yaml.Event) else str(key)
                raise self.error(event, "tên trường phải là chữ", found)
            if key == "<<":
                raise self.error(event, "không dùng khóa trộn của YAML", key)
            if key in mapping:
                raise self.error(event, "mỗi trường chỉ được viết một lần", key)
            inner = (*path, key)
            self.lines[inner] = self.line(event)
            mapping[key] = self.value(self.next(), inner)
        return mapping

    def scalar(self, event: yaml.ScalarEvent) -> str | int | bool | None:
        """A value; only a plain one, without quotation marks, can be other than a string."""
        text: str = event.value
        if (char := find_refused(text)) is not None:
            raise self.error(event, NO_UNSEEN, name_character(char))
        if not event.implicit[0]:
            return text
        if text in _NULL:
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if not _WHOLE_NUMBER.fullmatch(text):
            return text
        if len(text) > MOST_DIGITS:
            must = f"số phải có không quá {MOST_DIGITS} chữ số (đặt trong ngoặc kép nếu là chữ)"
            raise self.error(event, must, text)
        return int(text)
