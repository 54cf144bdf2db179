"""Files as they are written: only where something changed, and JSON in the one form of this project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` unless the file already holds it; true where it was written."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` one after the other, so that the file is never held whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.writelines(parts)


def list_to_json(values: Iterable[object]) -> Iterator[bytes]:
    """What ``to_json`` makes of the list of ``values``, one after the other.

    >>> b"".join(list_to_json(iter([{"a": 1}, []]))) == to_json([{"a": 1}, []])
    True
    >>> b"".join(list_to_json(iter(()))) == to_json([])
    True
    """
    before = "["
    for value in values:
        text = json.dumps(value, ensure_ascii=False, indent=1)
        yield f"{before}\n {text.replace(chr(10), f'{chr(10)} ')}".encode()
        before = ","
    yield b"[]\n" if before == "[" else b"\n]\n"


def to_json(value: object) -> bytes:
    """``value`` as a reader and a version control system like it: UTF-8, indented, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
