"""The scripts of the site: modules of ``content/assets`` as classic scripts, as modules cannot be loaded from ``file://``.

Each module becomes a function that returns what it exports; imports become constants taken from there. Only the
forms the modules use are understood: named imports from neighbours, exported functions and constants; any other
stops the build. CONTRIBUTING.md says why no bundler of others is used.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.written import write_if_changed

# Script of the built site, by the module that starts it; both without ``.js``, below the folder of assets.
ENTRIES = {"search/search": "search/main", "lists/lists": "lists/main"}

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"(\.[\w./-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const)\s+(\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|^[ \t]+", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def write_scripts(assets: Path, built: Path) -> None:
    """Write the scripts made of the modules in ``assets`` into ``built``, the built site's folder of assets."""
    modules = {
        path.relative_to(assets).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(assets.glob("*/*.js"))
    }
    for script, entry in ENTRIES.items():
        write_if_changed(built / f"{script}.js", bundle(modules, entry).encode())


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """``entry`` and all it imports, from ``modules`` (source by path without ``.js``), in one script."""
    parts = [_wrapped(name, modules[name]) for name in dict.fromkeys(_in_order(modules, entry, ()))]
    return '(function () {\n"use strict";\n' + "".join(parts) + "})();\n"


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        raise ValueError(f"modules import each other: {' > '.join((*above, name))}")
    for match in _IMPORT.finditer(modules[name]):
        yield from _in_order(modules, _imported(name, match[2]), (*above, name))
    yield name


def _imported(name: str, written: str) -> str:
    """The module that ``name`` calls ``written``: ``_imported("lists/list", "../search/words")`` is ``search/words``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), written))


def _wrapped(name: str, source: str) -> str:
    body = _IMPORT.sub(lambda match: f"const {{{match[1]}}} = {_variable(_imported(name, match[2]))};\n", source)
    exports = _EXPORT.findall(body)
    body = _COMMENT.sub("", _EXPORT.sub("", body))
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js: not understood: {left[0]}")
    returned = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f"const {_variable(name)} = (function () {{\n{body}{returned}}})();\n"


def _variable(name: str) -> str:
    return "module_" + re.sub(r"\W", "_", name)
