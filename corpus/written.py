"""Files as they are written: only where something changed, and JSON in the one form of this project."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` unless the file already holds it; true where it was written."""
    # Of the many files of a fresh site hardly one is there, and hardly a folder is missing: each question takes time.
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return True


def files_below(folder: Path) -> list[str]:
    """The names of all files below ``folder``, relative to it, in order."""
    found: list[str] = []
    for here, _, names in os.walk(folder):
        inner = os.path.relpath(here, folder)
        found += names if inner == "." else [f"{inner}/{name}" for name in names]
    return sorted(found)


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` one after the other, so that the file is never held whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.writelines(parts)


def list_to_json(values: Iterable[object]) -> Iterator[bytes]:
    r"""The list of ``values`` as JSON, one after the other, each on a line of its own.

    >>> b"".join(list_to_json(iter([{"a": 1}, []])))
    b'[\n{"a": 1},\n[]\n]\n'
    >>> b"".join(list_to_json(iter(())))
    b'[]\n'
    """
    before = "["
    for value in values:
        yield f"{before}\n{json.dumps(value, ensure_ascii=False)}".encode()
        before = ","
    yield b"[]\n" if before == "[" else b"\n]\n"


def to_json(value: object) -> bytes:
    """``value`` as a reader and a version control system like it: UTF-8, indented, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
