"""Whether the site that stands is what the files of today would give: then nothing needs to be made.

Beside the site lies a note of what it was made from: one digest of every file that shapes it, of the commit it names,
of the commits before it and of the programs. A site in which a file is missing or was changed is made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.manifest import MANIFEST
from corpus.release import has_whole_history, read_release, shaping_versions
from corpus.written import files_below

# Everything that a site is made from lies below these; nothing else of the project shapes it.
CORPUS = "plans"
SHAPING = (CORPUS, "content", "corpus", "engine", "figures", "hooks", "scripts", "theme", "mkdocs.yml")
_NOT_SHAPING = {"__pycache__", ".DS_Store"}


def digest_inputs(root: Path, *options: str | None) -> str:
    """One digest of what the site of the project at ``root`` is made from, with ``options`` of the command."""
    files = {name: digest_files(root / name) for name in SHAPING}
    facts = (files, asdict(read_release(root)), has_whole_history(root), shaping_versions(), options)
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()


def digest_shape(root: Path, *options: str | None) -> str:
    """One digest of what shapes every page besides the corpus, with ``options`` of the command."""
    files = {name: digest_files(root / name) for name in SHAPING if name != CORPUS}
    return hashlib.sha256(json.dumps((files, shaping_versions(), options)).encode()).hexdigest()


def digest_files(place: Path) -> str:
    """One digest of the file ``place``, or of all files below that folder with their names."""
    whole = hashlib.sha256()
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file() and not _NOT_SHAPING & set(path.parts):
            data = path.read_bytes()
            whole.update(f"{path.relative_to(place).as_posix()}\0{len(data)}\0".encode())
            whole.update(data)
    return whole.hexdigest()


def make_noted(site: Path, inputs: Callable[[], str], make: Callable[[], Sequence[str]]) -> list[str]:
    """Have ``make`` make the site and note it; what ``make`` says of it.

    Where the inputs are other ones afterwards, nobody knows which of them the site was made from: no note is written.
    """
    before, said = inputs(), list(make())
    if inputs() == before:
        write_note(site, before, said)
    return said


def write_note(site: Path, inputs: str, said: Sequence[str]) -> None:
    """Note that ``site`` was just made from ``inputs``, and what the command said of it."""
    note = {"inputs": inputs, "site": _digest_site(site), "said": list(said)}
    _note(site).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")


def read_note(site: Path, inputs: str) -> list[str] | None:
    """What was said of ``site`` when it was made, where it was made from ``inputs`` and is whole; None otherwise."""
    try:
        note = json.loads(_note(site).read_text("utf-8"))
        same = note["inputs"] == inputs and note["site"] == _digest_site(site)
        return list(note["said"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note(site: Path) -> Path:
    return site.with_name(f".{site.name}.made-from")


def _digest_site(site: Path) -> str:
    """The site as its manifest lists it, and how its files lie there: names, sizes, times."""
    whole = hashlib.sha256((site / MANIFEST).read_bytes())
    for name in files_below(site):
        about = os.stat(site / name)
        whole.update(f"{name}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return whole.hexdigest()
