"""How a restored text came from its scan: which lines each passage was made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from corpus.schema.base import PlanId, Record, Text


class LinePart(Record):
    line: int = Field(ge=1, description="Dòng của tệp quét, đếm từ 1")
    text: Text = Field(description="Phần của dòng đó, chép đúng từng ký tự")


LineRange = Annotated[str, Field(pattern=r"^[1-9]\d*-[1-9]\d*$")]
RawLines = Annotated[
    list[int | LineRange | LinePart],
    Field(min_length=1, description="Các dòng của tệp quét theo thứ tự đọc: 12, 13-20, hoặc một phần của dòng"),
]

Seal = Annotated[
    str | None,
    Field(
        default=None,
        pattern=r"^[a-p]{8}$",
        description="Dấu của chữ đã soát với bản quét; scripts/seal_passages.py ghi",
    ),
]


class RestoredPassage(Record):
    """Raw lines that one passage was restored from.

    At the address of the annex table itself, ``cell`` is a column, and the passage is its heading.
    """

    at: Text = Field(description="Địa chỉ (neo) của đoạn trong kế hoạch")
    cell: str | None = Field(
        default=None, description="Ô của dòng phụ lục (title, lead, time…); bỏ trống nếu không phải bảng"
    )
    also: list[Text] = Field(default=[], description="Các dòng phụ lục khác dùng chung ô này (ô gộp)")
    lines: RawLines
    reviewed: Seal


class AbsentPassage(Record):
    """A passage of the plan that the scan does not carry."""

    at: Text = Field(description="Địa chỉ (neo) của đoạn trong kế hoạch")
    cell: str | None = Field(default=None, description="Ô của dòng phụ lục")
    reason: Text = Field(description="Vì sao có trong kế hoạch mà không có trong bản quét")
    reviewed: Seal


class Noise(Record):
    lines: RawLines
    reason: Text = Field(description="Vì sao không phải là chữ của văn bản")


class PassageRegister(Record):
    """Accounts for every line of a scan once: whole, or in parts that together are the line."""

    plan: PlanId = Field(description="Kế hoạch được phục dựng")
    file: Text = Field(description="Tệp quét trong plans/sources/")
    passages: list[RestoredPassage] = Field(description="Các đoạn, theo thứ tự của văn bản")
    absent: list[AbsentPassage] = Field(default=[], description="Chữ của kế hoạch mà bản quét không mang")
    noise: list[Noise] = Field(default=[], description="Dòng không phải là chữ của văn bản")
