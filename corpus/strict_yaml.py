"""YAML as people expect it: no duplicate keys, no surprising types, every value with its line.

PyYAML by itself reads ``no`` as False, ``05`` as 5 and ``2021-03-03`` as a date, and lets a later
key silently win. Here only ``true``/``false``, ``null`` and plain whole numbers are not strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Located:
    """Parsed data and the line (from 1) on which each key or item stands, by its path."""

    data: object
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """Line of ``path``, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class YamlError(Exception):
    """Malformed YAML: ``found`` on ``line`` breaks the rule ``must``."""

    def __init__(self, line: int, must: str, found: str):
        super().__init__(f"{line}: {must}: {found!r}")
        self.line, self.must, self.found = line, must, found


class _Loader(yaml.CSafeLoader):
    """libyaml's parser, ten times as fast as the one in Python; PyYAML's wheels carry it."""

    yaml_implicit_resolvers: dict = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789"))


def load(text: str, first_line: int = 1) -> Located:
    """Parse one YAML document whose first line is ``first_line`` of its file.

    Raises YamlError for the first thing that is malformed.
    """
    if unprintable := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = first_line + text.count("\n", 0, unprintable.start())
        raise YamlError(line, "phải không có ký tự điều khiển", f"U+{ord(unprintable[0]):04X}")
    loader = _Loader(text)
    lines: dict[Path, int] = {(): first_line}
    try:
        node = loader.get_single_node()
        data = None if node is None else _construct(loader, node, (), lines, first_line)
    except yaml.MarkedYAMLError as error:
        # A bracket or quotation mark left open is met where the text ends, and to be mended where it began.
        opened = error.context and ("flow" in error.context or "quoted" in error.context)
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        raise YamlError(
            first_line + line, "phải là YAML đúng cú pháp", (text.split("\n") + [""])[line].strip()
        ) from error
    finally:
        loader.dispose()
    return Located(data, lines)


def _construct(loader: _Loader, node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int) -> object:
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(loader, node, path, lines, first_line)
    if isinstance(node, yaml.SequenceNode):
        items = []
        for index, child in enumerate(node.value):
            lines[*path, index] = first_line + child.start_mark.line
            items.append(_construct(loader, child, (*path, index), lines, first_line))
        return items
    return loader.construct_object(node)


def _construct_mapping(loader, node, path, lines, first_line) -> dict:
    mapping: dict = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node)
        line = first_line + key_node.start_mark.line
        if not isinstance(key, str):
            raise YamlError(line, "tên trường phải là chữ", str(key))
        if key in mapping:
            raise YamlError(line, "mỗi trường chỉ được viết một lần", key)
        lines[*path, key] = line
        mapping[key] = _construct(loader, value_node, (*path, key), lines, first_line)
    return mapping
