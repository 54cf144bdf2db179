"""The files the search loads: small scripts that hand over one piece of data each.

A page opened from ``file://`` may load scripts but may fetch nothing, so everything the search needs, online
and offline alike, is a script that calls ``keHoachMo.nhan(key, data)``.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

from corpus.written import write_if_changed

RECEIVER = "keHoachMo.nhan"
_FNV_OFFSET, _FNV_PRIME = 0x811C9DC5, 0x01000193


def chunk(key: str, data: object) -> bytes:
    """The script that hands over ``data`` under ``key``; bytes anywhere in it travel as base 85 (RFC 1924)."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_text)
    # U+2028 and U+2029 end a line in old script engines though not in JSON.
    body = body.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{RECEIVER}({json.dumps(key)},{body});\n".encode()


def _text(data: bytes) -> str:
    return base64.b85encode(data).decode()


def write_chunks(folder: Path, chunks: Iterator[tuple[str, object]]) -> set[Path]:
    """Write each (key, data) as ``<key>.js`` below ``folder``; the files written or found unchanged."""
    written = set()
    for key, data in chunks:
        path = folder / f"{key}.js"
        write_if_changed(path, chunk(key, data))
        written.add(path)
    return written


def bucket(word: str, count: int) -> int:
    """Which of ``count`` buckets holds ``word``: FNV-1a over UTF-8, as in ``content/assets/search/chunks.js``."""
    value = _FNV_OFFSET
    for byte in word.encode():
        value = ((value ^ byte) * _FNV_PRIME) & 0xFFFFFFFF
    return value % count
