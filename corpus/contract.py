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

DATA_TITLE = "Kế hoạch mở: ai làm gì, khi nào, theo văn bản nào"
DATA_DESCRIPTION = (
    "Các kế hoạch của cơ quan nhà nước, từng câu một: việc, cơ quan, thời hạn, văn bản được viện dẫn."
    " Bản đăng không thay thế văn bản gốc."
)
# What others may do with the published data. The texts themselves are in the public domain: Luật Sở hữu trí tuệ, Điều 15.
LICENCE = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "CC0 1.0: dùng tự do, không cần xin phép",
}

TEXT = {"type": "string"}
OPTIONAL = {"type": ["string", "null"]}
DAY = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "array", "items": {"type": "string"}}
OBJECTS = {"type": "array", "items": {"type": "object"}}


def one_of(values: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": [str(value) for value in values]}


@dataclass(frozen=True)
class Reference:
    """``keys`` of a row name a row of ``table`` by its identity; a key that is a list names several."""

    keys: tuple[str, ...]
    table: str


@dataclass(frozen=True)
class PublishedTable:
    """A published table: its file name, what a row is, and its keys with their JSON types.

    ``identity`` are the keys that tell its rows apart, where there are such.
    """

    name: str
    title: str
    keys: dict[str, dict[str, Any]]
    identity: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


_PLAN = Reference(("plan",), "plans")
_ISSUER = Reference(("issuer",), "agencies")
_AGENCY = Reference(("agency",), "agencies")
_CLAUSE = Reference(("plan", "anchor"), "clauses")

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
            "eli": TEXT,
            "summary": OPTIONAL,
        },
        ("id",),
        (_ISSUER,),
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
            "eli": OPTIONAL,
            "citation_changes": OBJECTS,
        },
        ("id",),
        (_ISSUER, Reference(("resolved_to",), "plans"), Reference(("cited_by",), "plans")),
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
        references=(_PLAN, Reference(("directive",), "directives"), Reference(("within",), "directives"), _CLAUSE),
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
            "by_rule": {"type": "boolean"},
            "members": TEXTS,
        },
        ("id",),
        (Reference(("parent",), "agencies"), Reference(("members",), "agencies")),
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
        references=(_PLAN, _CLAUSE, Reference(("lead",), "agencies"), Reference(("coordinating",), "agencies")),
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
        references=(_PLAN, _CLAUSE, _AGENCY),
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
        references=(_PLAN, _CLAUSE, _AGENCY, Reference(("to",), "agencies"), Reference(("via",), "agencies")),
    ),
    PublishedTable(
        "clauses",
        "Từng câu chữ của kế hoạch",
        {
            "plan": TEXT,
            "anchor": TEXT,
            "parent": OPTIONAL,
            "kind": TEXT,
            "marker": TEXT,
            "text": TEXT,
            "cells": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "text"],
                    "properties": {"field": TEXT, "text": TEXT},
                    "additionalProperties": False,
                },
            },
            "url": TEXT,
        },
        ("plan", "anchor"),
        (_PLAN, Reference(("plan", "parent"), "clauses")),
    ),
)
