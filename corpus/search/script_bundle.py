"""The search's modules as one classic script: modules cannot be loaded from ``file://``.

Each module becomes a function that returns what it exports; imports become constants taken from there.
Only the forms the modules use are understood: named imports from siblings, exported functions and constants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const)\s+(\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|^[ \t]+", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """``entry`` and all it imports, from ``modules`` (source by name without ``.js``), in one script."""
    parts = [_wrapped(name, modules[name]) for name in dict.fromkeys(_in_order(modules, entry, ()))]
    return '(function () {\n"use strict";\n' + "".join(parts) + "})();\n"


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        raise ValueError(f"modules import each other: {' > '.join((*above, name))}")
    for match in _IMPORT.finditer(modules[name]):
        yield from _in_order(modules, match[2], (*above, name))
    yield name


def _wrapped(name: str, source: str) -> str:
    body = _IMPORT.sub(lambda match: f"const {{{match[1]}}} = {_variable(match[2])};\n", source)
    exports = _EXPORT.findall(body)
    body = _COMMENT.sub("", _EXPORT.sub("", body))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js: not understood: {left[0]}")
    returned = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f"const {_variable(name)} = (function () {{\n{body}{returned}}})();\n"


def _variable(name: str) -> str:
    return f"module_{name.replace('-', '_')}"
