"""The contract of the published data: every table with its keys and their types.

Keys and their meaning are public and stable. From this one definition come the rows' order, the JSON Schemas,
the data package and the page that tells readers of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpus.vocabulary import DutyKind, Level, Role, Tier, Transcription

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT = {"type": "string"}
OPTIONAL = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "array", "items": {"type": "string"}}
OBJECTS = {"type": "array", "items": {"type": "object"}}


def one_of(values: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": [str(value) for value in values]}


@dataclass(frozen=True)
class PublishedTable:
    """A published table: its file name, what a row is, and its keys with their JSON types."""

    name: str
    title: str
    keys: dict[str, dict[str, Any]]


TABLES = (
    PublishedTable(
        "plans",
        "Kế hoạch",
        {
            "id": TEXT,
            "url": TEXT,
            "title": TEXT,
            "number": OPTIONAL,
            "symbol": TEXT,
            "form": TEXT,
            "issued": DAY,
            "year": {"type": "integer"},
            "period": {
                "type": "object",
                "required": ["from", "to"],
                "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}},
            },
            "issuer": TEXT,
            "level": one_of(Tier),
            "signer": {"type": ["object", "null"]},
            "source": {
                "type": "object",
                "required": ["file", "sha256", "transcription"],
                "properties": {"file": TEXT, "sha256": TEXT, "transcription": one_of(Transcription)},
            },
        },
    ),
    PublishedTable(
        "directives",
        "Văn bản được viện dẫn",
        {
            "id": TEXT,
            "url": TEXT,
            "number": OPTIONAL,
            "symbol": OPTIONAL,
            "kind": TEXT,
            "issuer": OPTIONAL,
            "issued": DAY,
            "title": OPTIONAL,
            "resolved_to": OPTIONAL,
            "cited_by": TEXTS,
            "relations": OBJECTS,
            "sources": OBJECTS,
        },
    ),
    PublishedTable(
        "citations",
        "Lần viện dẫn văn bản trong kế hoạch",
        {
            "plan": TEXT,
            "directive": OPTIONAL,
            "text": TEXT,
            "number": OPTIONAL,
            "issued": DAY,
            "role": one_of(Role),
            "within": OPTIONAL,
            "section": TEXT,
            "anchor": TEXT,
            "url": TEXT,
            "prefix": TEXT,
            "suffix": TEXT,
            "by": one_of(("machine", "editor")),
        },
    ),
    PublishedTable(
        "agencies",
        "Cơ quan và nhóm cơ quan",
        {
            "id": TEXT,
            "url": TEXT,
            "name": TEXT,
            "aliases": TEXTS,
            "level": one_of(Level),
            "parent": OPTIONAL,
            "from": DAY,
            "to": DAY,
            "successors": OBJECTS,
            "members_complete": {"type": "boolean"},
            "members": TEXTS,
        },
    ),
    PublishedTable(
        "tasks",
        "Nhiệm vụ trong bảng và trong văn bản",
        {
            "plan": TEXT,
            "no": TEXT,
            "title": TEXT,
            "detail": TEXT,
            "lead": TEXTS,
            "coordinating": TEXTS,
            "lead_text": TEXT,
            "coordinating_text": TEXT,
            "time_text": TEXT,
            "start": DAY,
            "end": DAY,
            "product": TEXT,
            "anchor": TEXT,
            "url": TEXT,
            "rule": OPTIONAL,
            "exclusive": {"type": "boolean"},
            "time_reason": TEXT,
            "narrower_time_text": TEXT,
            "groups": TEXTS,
            "parent": OPTIONAL,
            "columns": OBJECTS,
            "sentence": TEXT,
        },
    ),
    PublishedTable(
        "duties",
        "Trách nhiệm giao hoặc đề nghị",
        {
            "plan": TEXT,
            "agency": OPTIONAL,
            "printed_name": TEXT,
            "text": TEXT,
            "requested": {"type": "boolean"},
            "section": TEXT,
            "anchor": TEXT,
            "url": TEXT,
            "kind": one_of(DutyKind),
        },
    ),
    PublishedTable(
        "reports",
        "Chế độ báo cáo",
        {
            "plan": TEXT,
            "agency": OPTIONAL,
            "to": TEXTS,
            "via": TEXTS,
            "frequency": TEXT,
            "deadlines": OBJECTS,
            "text": TEXT,
            "anchor": TEXT,
            "url": TEXT,
        },
    ),
)
