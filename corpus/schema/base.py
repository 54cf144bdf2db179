"""What every record of front matter and registers is made of: strict records, days, kinds, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from annotated_types import GroupedMetadata
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from corpus.document_kinds import KINDS
from corpus.vocabulary import Labelled

# Days outside of them are slips of the hand, and no calendar or workbook holds them.
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_enum_values=False)


def _parse_day(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError("phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-03")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ValueError("phải là một ngày có thật trong lịch") from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(f"phải là ngày từ năm {FIRST_YEAR} đến năm {LAST_YEAR}")
        return day
    return value


def _parse_url(value: str) -> str:
    """An address that a reader may safely follow: no script, no data, nothing that hides where it leads."""
    try:
        parts = urlsplit(value)
        leads = parts.hostname if parts.scheme in ("http", "https") else parts.scheme == "mailto" and "@" in parts.path
    except ValueError:
        leads = None
    if not leads or re.search(r"[\s<>\"'`{}|\\^]", value):
        raise ValueError(
            "phải là địa chỉ bắt đầu bằng https://, http:// hoặc mailto:, không có khoảng trắng, ngoặc kép"
        )
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
Url = Annotated[str, AfterValidator(_parse_url), WithJsonSchema({"type": "string", "format": "uri"})]
Kind = Annotated[str, AfterValidator(_parse_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
Text = Annotated[str, Field(min_length=1)]
PlaceId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
AgencyId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
DirectiveId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/([0-9]{4}|khong-ngay)/[a-z0-9-]+$")]
SiteAddress = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+([a-z0-9-]+(\.[a-z0-9]+)+)?$")]  # of a page or a file
PlanId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[0-9]{4}/[a-z0-9-]+$")]
