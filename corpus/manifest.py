"""The manifest: what a site, package or bundle holds, file by file, and what it was made from.

It stands beside the files it lists as ``manifest.json``; its schema is published with it. Only the manifest itself,
its signature and their packed copies are not listed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from corpus.parallel import in_parallel, slices
from corpus.written import files_below, to_json, write_if_changed

MANIFEST = "manifest.json"
SIGNATURE = f"{MANIFEST}.minisig"
SCHEMA = "manifest.schema.json"
UNLISTED = frozenset(
    {MANIFEST, SIGNATURE, *(f"{name}.{kind}" for name in (MANIFEST, SIGNATURE) for kind in ("gz", "br"))}
)
# What pages load, what servers read, packed copies, and what stands beside a page because that does.
_NOBODY_WRITES_DOWN = re.compile(
    r"^(?:assets|may-chu/|sitemap|robots\.txt$|404\.html)|\.(?:html|gz|br|config|htaccess)$|(?:/the\.png|index\.html\.md)$"
)

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
# A name below the folder: no way out of it, no drive, no hidden character.
_NAME = r"^(?!/)(?:(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f:]+(?:/(?!$)|$))+$"


def _check_name(name: str) -> str:
    if not re.match(_NAME, name):
        raise ValueError("is no name below the folder")
    return name


Name = Annotated[str, AfterValidator(_check_name), WithJsonSchema({"type": "string", "pattern": _NAME})]


class ManifestError(Exception):
    """A manifest that is missing or cannot be used."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(_Strict):
    """A file: its digest and its size in bytes."""

    sha256: Digest
    bytes: Annotated[int, Field(ge=0)]


class PlanProof(_Strict):
    """A plan: its text in the corpus and the file it was received as, each with its digest."""

    id: str
    page: str
    text: str
    text_sha256: Digest
    received: str
    received_sha256: Digest


class Manifest(_Strict):
    """``inputs`` are the files of the corpus (plans, registers, files received); ``files`` those that are published.

    A file received may have any name that its sender gave it; nothing is ever looked for under the names of ``inputs``.
    """

    format: Literal[1] = 1
    kind: Literal["site", "portal", "bundle"] = "site"
    title: str = "Kế hoạch mở"
    address: str | None = None
    commit: str | None = None
    day: date | None = None
    modified: bool = False
    versions: dict[str, str] = {}
    counts: dict[str, int] = {}
    plans: tuple[PlanProof, ...] = ()
    inputs: dict[str, Digest] = {}
    files: dict[Name, Listed] = {}

    @property
    def pages(self) -> frozenset[str]:
        """Addresses of the pages, relative to the site's root."""
        ends = "index.html"
        names = (name for name in self.files if name == ends or name.endswith(f"/{ends}"))
        return frozenset(name.removesuffix(ends) for name in names)

    @property
    def addresses(self) -> frozenset[str]:
        """Addresses that others may have written down: of pages and of files, but for what goes with its page."""
        return self.pages | {name for name in self.files if not _NOBODY_WRITES_DOWN.search(name)}

    def of_files(self, files: Mapping[str, Listed], **changed: Any) -> Manifest:
        """The same facts about other ``files``."""
        counts = {**self.counts, "files": len(files), "bytes": sum(one.bytes for one in files.values())}
        return self.model_copy(update={**changed, "files": dict(sorted(files.items())), "counts": counts})

    def to_bytes(self) -> bytes:
        return to_json(self.model_dump(mode="json"))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def listed(data: bytes) -> Listed:
    return Listed(sha256=digest(data), bytes=len(data))


def parse_manifest(data: bytes) -> Manifest:
    """Raises ManifestError where ``data`` is no manifest of this format."""
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or MANIFEST
        raise ManifestError(f"bảng kê không dùng được: {where}: {first['msg']}") from error


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a built folder. Raises ManifestError."""
    try:
        return parse_manifest((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise ManifestError(f"{folder} không có {MANIFEST}") from None


def list_files(folder: Path) -> dict[str, Listed]:
    """Every file below ``folder`` by name, but those that no manifest lists."""
    names = [name for name in files_below(folder) if name not in UNLISTED]
    hashed = chain.from_iterable(in_parallel([partial(_hashes, folder, part) for part in slices(names)]))
    return {name: Listed(sha256=sha256, bytes=size) for name, (sha256, size) in zip(names, hashed, strict=True)}


def _hashes(folder: Path, names: Sequence[str]) -> list[tuple[str, int]]:
    """Digest and size of each file."""
    read = ((folder / name).read_bytes() for name in names)
    return [(digest(data), len(data)) for data in read]


def write_manifest(folder: Path, facts: Manifest, **changed: Any) -> Manifest:
    """List the files of ``folder`` beside them, with ``facts`` about what they were made from; and the schema."""
    write_if_changed(folder / "data" / SCHEMA, manifest_schema())
    manifest = facts.of_files(list_files(folder), **changed)
    write_if_changed(folder / MANIFEST, manifest.to_bytes())
    return manifest


def hash_inputs(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): digest(path.read_bytes()) for path in sorted(paths)}


def manifest_schema() -> bytes:
    """The JSON Schema (2020-12) of the manifest."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Manifest.model_json_schema()}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
