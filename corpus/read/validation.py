"""Read data against its definition, each mismatch said to a clerk on the line of the value it is about."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from corpus.problem import Problem
from corpus.schema import Record
from corpus.strict_yaml import KeyPath, Located, YamlError, load, quote

R = TypeVar("R", bound=Record)

# Pydantic's error types, said to a clerk; {limit} and the like come from the error's context.
_MUST = {
    "missing": "phải có trường này",
    "extra_forbidden": "trường này không có trong quy định",
    "string_type": "phải là chữ (đặt trong ngoặc kép nếu toàn số)",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "phải đúng dạng {pattern}",
    "int_type": "phải là số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "phải không quá {le}",
    "list_type": "phải là danh sách (mỗi mục một dòng, bắt đầu bằng dấu -)",
    "too_short": "phải có ít nhất {min_length} mục",
    "model_type": "phải là nhóm trường (tên: giá trị)",
    "model_attributes_type": "phải là nhóm trường (tên: giá trị)",
    "date_type": "phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-03",
}


def validate(model: type[R], located: Located, where: str, problems: list[Problem]) -> R | None:
    """``located`` as a ``model``; None, with a problem for each value that does not fit, where it is none."""
    try:
        return model.model_validate(located.data)
    except ValidationError as error:
        for item in error.errors():
            problems.append(_problem(item, located, where))
        return None


def _problem(item: ErrorDetails, located: Located, where: str) -> Problem:
    """A pydantic error as a problem on the line of the value it is about."""
    loc = tuple(item["loc"])
    context = item.get("ctx", {})
    if item["type"] == "value_error":
        must = str(context["error"])
    else:
        must = _MUST[item["type"]].format(**context) if item["type"] in _MUST else item["msg"]
    if item["type"] == "string_type" and (line := _meant(item["input"])):
        must = f"chữ có dấu hai chấm phải đặt trong ngoặc kép, sửa thành: {quote(line)}"
        return Problem(where, located.line(loc), f"{'.'.join(map(str, loc))}: {must}", line)
    missing = item["type"] == "missing"
    found = "thiếu" if missing else _shown(item["input"], loc, item["type"])
    return Problem(where, located.line(loc), f"{'.'.join(map(str, loc))}: {must}", found)


def _meant(value: object) -> str:
    """The text that YAML took for a field and its value, because of the colon in it: *Lưu: VT*."""
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    ((name, rest),) = value.items()
    return f"{name}: {rest}" if isinstance(rest, str | int) else f"{name}:" if rest is None else ""


def _shown(value: object, loc: KeyPath, sort: str) -> str:
    if sort == "extra_forbidden":
        return str(loc[-1])
    return "null" if value is None else str(value)


def locate(text: str, first_line: int, where: str, problems: list[Problem]) -> Located | None:
    """The YAML in ``text``, which begins at ``first_line`` of the file ``where``, with its lines; None where it is none."""
    try:
        return load(text, first_line)
    except YamlError as error:
        problems.append(Problem(where, error.line, error.must, error.found))
        return None
