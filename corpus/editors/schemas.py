"""JSON Schemas of plans and registers, and what editors need to use them, from the one definition in ``corpus.schema``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from corpus.schema import MODELS, Document, FrontMatter
from corpus.vocabulary import Tier, Transcription

# Which files each schema is for, below the folder of the project.
FILES = {
    "plan": "plans/*/[0-9][0-9][0-9][0-9]/*.md",
    "agencies": "plans/registers/agencies.yml",
    "directives": "plans/registers/directives.yml",
    "glossary": "plans/registers/glossary.yml",
    "redirects": "plans/registers/redirects.yml",
    "passages": "plans/sources/*.passages.yml",
}
_TITLES = {
    "plan": "Phần khai báo của một kế hoạch",
    "agencies": "Sổ cơ quan",
    "directives": "Sổ văn bản",
    "glossary": "Bảng chữ viết tắt",
    "redirects": "Sổ địa chỉ đã đổi",
    "passages": "Đối chiếu đoạn phục dựng với bản quét",
}


def make_schema(name: Document) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document ``name``; only the fields carry titles and descriptions."""
    schema = MODELS[name].model_json_schema()
    for definition in (schema, *schema.get("$defs", {}).values()):
        definition.pop("description", None)  # written for developers, in English
        definition.pop("title", None)
        for field in definition.get("properties", {}).values():
            field.pop("title", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[name], **schema}


def editor_files() -> dict[str, str]:
    """Text of every generated file for editors, by its path in the project."""
    files = {f"schemas/{name}.schema.json": _dump(make_schema(name)) for name in MODELS}
    files[".vscode/settings.json"] = _dump(_settings())
    files[".vscode/ke-hoach.code-snippets"] = _dump(_snippets())
    return files


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _settings() -> dict[str, Any]:
    """VS Code: the registers are checked as they are typed, and a plan's front matter is in YAML mode."""
    return {
        "yaml.schemas": {f"./schemas/{name}.schema.json": pattern for name, pattern in FILES.items()},
        "yaml.customTags": [],
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {"editor.quickSuggestions": {"other": True, "comments": False, "strings": True}},
    }


def _snippets() -> dict[str, Any]:
    """What VS Code offers while one types in a plan: the whole front matter, and one snippet per list of it."""
    required = [key for key, field in FrontMatter.model_fields.items() if field.is_required()]
    snippets: dict[str, Any] = {
        "Khai báo kế hoạch": {
            "scope": "markdown",
            "prefix": "ke-hoach",
            "description": "Toàn bộ phần khai báo bắt buộc của một kế hoạch",
            "body": ["---", *(line for key in required for line in _BODIES[key]), "---", "$0"],
        }
    }
    for key, body in _LISTS.items():
        description = FrontMatter.model_fields[key].description
        snippets[key] = {"scope": "markdown", "prefix": key, "description": description, "body": list(body)}
    return snippets


def _choice(number: int, values: Iterable[str]) -> str:
    return f"${{{number}|{','.join(values)}|}}"


# What each required field of a plan is begun with; a test holds it to the fields that the schema requires.
_BODIES: dict[str, tuple[str, ...]] = {
    "title": ("title: ${1:Tên văn bản, không gồm loại và số}",),
    "number": ('number: "${2:45}"',),
    "symbol": ("symbol: ${3:KH-UBND}",),
    "form": (f"form: {_choice(4, ('kế hoạch', 'quyết định'))}",),
    "issued": ("issued: ${5:2026-01-31}",),
    "issuer": ("issuer: ${6:hai-phong/uy-ban-nhan-dan}",),
    "level": (f"level: {_choice(7, Tier)}",),
    "place": ("place: ${8:hai-phong}",),
    "year": ("year: ${9:2026}",),
    "signer": ("signer:", "  name: ${10:Họ và tên}", "  office: ${11:Chủ tịch}"),
    "recipients": ("recipients:", '  - "${12:Như trên;}"'),
    "source": (
        "source:",
        "  file: ${13:2026-hai-phong.txt}",
        "  sha256: ${14:64 ký tự}",
        f"  transcription: {_choice(15, Transcription)}",
    ),
}
_LISTS: dict[str, tuple[str, ...]] = {
    "differences": ('  - source: "${1:trước¶sau}"', '    text: "${2:trước sau}"', "    reason: ${3:page-break}"),
    "notes": (
        "  - at: ${1:ii-1-a}",
        '    quote: "${2:nguyên văn}"',
        "    kind: ${3:misprint}",
        '    problem: "${4:vì sao đáng ngờ}"',
        '    meant: "${5:có lẽ là}"',
        "    certainty: ${6|certain,probable,possible|}",
    ),
}
