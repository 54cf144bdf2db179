"""Files as they are written: only where something changed, and JSON in the one form of this project."""

from __future__ import annotations

import json
from pathlib import Path


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` unless the file already holds it; true where it was written."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def to_json(value: object) -> bytes:
    """``value`` as a reader and a version control system like it: UTF-8, indented, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
