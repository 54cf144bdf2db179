"""What every record of front matter and registers is made of: strict records, days, kinds, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import GroupedMetadata
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from corpus.vocabulary import KINDS, Labelled


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_enum_values=False)


def _parse_day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError("phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-03")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("phải là một ngày có thật trong lịch") from None
    return value


def _parse_kind(value: str) -> str:
    if value not in KINDS:
        raise ValueError(f"phải là một loại văn bản: {', '.join(KINDS)}")
    return value


@dataclass(frozen=True)
class OneOf(GroupedMetadata):
    """A member of ``vocabulary``, written in YAML by its value."""

    vocabulary: type[Labelled]

    def __iter__(self) -> Iterator[object]:
        yield BeforeValidator(self._parse)
        yield WithJsonSchema({"type": "string", "enum": list(self.vocabulary)})

    def _parse(self, value: object) -> object:
        try:
            return self.vocabulary(str(value))
        except ValueError:
            raise ValueError(f"phải là một trong: {', '.join(self.vocabulary)}") from None


Day = Annotated[
    date,
    BeforeValidator(_parse_day),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Kind = Annotated[str, AfterValidator(_parse_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
Text = Annotated[str, Field(min_length=1)]
PlaceId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
AgencyId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
DirectiveId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/(\d{4}|khong-ngay)/[a-z0-9-]+$")]
PlanId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/\d{4}/[a-z0-9-]+$")]
