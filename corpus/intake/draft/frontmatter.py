"""The front matter of a draft as YAML that ``strict_yaml`` reads back unchanged."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

import yaml

from corpus.schema import FrontMatter

_ORDER = tuple(FrontMatter.model_fields)
_LEFT_OUT_WHEN_EMPTY = ("period", "summary", "promulgates", "addresses", "differences", "notes", "tables", "dismissed")


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key; lines of a cell each on a line of its own."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if text.isdecimal() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _day(dumper: yaml.SafeDumper, day: date) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat())


_BOOL = "tag:yaml.org,2002:bool"
# "no" is a word here, and the name of a column: only true and false are more.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != _BOOL or first in "tTfF"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(date, _day)


def write_front_matter(meta: dict[str, Any]) -> str:
    """``meta`` (fields of ``FrontMatter`` as plain data) in the order of the schema, without the fence."""
    ordered = {name: _plain(meta[name]) for name in _ORDER if name in meta}
    kept = {name: value for name, value in ordered.items() if value or name not in _LEFT_OUT_WHEN_EMPTY}
    return yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value.value) if isinstance(value, Enum) else value
