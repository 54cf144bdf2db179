"""The one definition of front matter and registers.

Validation, the JSON Schemas for editors and the reference table of the guide are all generated
from these models. Descriptions are in Vietnamese because the clerk reads them. Unknown keys and
silently converted types are refused.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

from corpus.vocabulary import (
    KINDS,
    Body,
    Certainty,
    DifferenceReason,
    Level,
    NoteKind,
    Relation,
    Tier,
    Transcription,
)


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


def _enum(vocabulary):
    """A member of ``vocabulary``, written in YAML by its value."""

    def parse(value: object) -> object:
        try:
            return vocabulary(value)
        except ValueError:
            raise ValueError(f"phải là một trong: {', '.join(vocabulary)}") from None

    schema = {"type": "string", "enum": list(vocabulary)}
    return Annotated[vocabulary, BeforeValidator(parse), WithJsonSchema(schema)]


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


# --- a plan ------------------------------------------------------------------


class Signer(Record):
    name: Text = Field(description="Họ tên người ký, như in trên văn bản")
    office: Text = Field(description="Chức vụ của người ký, ví dụ: Phó Chủ tịch")
    capacity: list[Text] = Field(default=[], description="Tư cách ký: TM. (thay mặt), KT. (ký thay)…, mỗi dòng một mục")


class Promulgated(Record):
    form: Kind = Field(description="Loại văn bản được ban hành kèm theo, ví dụ: kế hoạch")
    title: Text = Field(description="Tên văn bản được ban hành kèm theo")


class Source(Record):
    file: Text = Field(description="Tên tệp nhận được, đặt trong plans/sources/")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Mã băm SHA-256 của tệp nhận được")
    transcription: _enum(Transcription) = Field(description="Tình trạng chữ: faithful, restored hoặc unrestored")


class Difference(Record):
    source: str = Field(description="Đoạn chữ trong tệp nhận được (¶ là chỗ ngắt đoạn)")
    text: str = Field(description="Đoạn chữ tương ứng trong kế hoạch; để trống nếu bỏ")
    reason: _enum(DifferenceReason) = Field(description="Lý do khác nhau")


class Note(Record):
    at: Text = Field(description="Địa chỉ (neo) của điều, khoản, điểm có chỗ đáng ngờ, ví dụ: ii-1-a-1")
    quote: Text = Field(description="Nguyên văn chỗ đáng ngờ, đúng từng chữ")
    kind: _enum(NoteKind) = Field(description="Loại ghi chú")
    problem: Text = Field(description="Vì sao chỗ này đáng ngờ")
    meant: str | None = Field(default=None, description="Có lẽ muốn viết là gì; bỏ trống nếu không rõ")
    certainty: _enum(Certainty) = Field(description="Mức độ chắc chắn: certain, probable, possible")


class AnnexTask(Record):
    no: str = Field(description="Số thứ tự như in trong bảng; để trống nếu không in")
    title: Text = Field(description="Tên nhiệm vụ")
    detail: str = Field(default="", description="Nội dung chi tiết của nhiệm vụ, mỗi ý một dòng")
    lead: str = Field(default="", description="Cơ quan chủ trì, như in")
    coordinating: str = Field(default="", description="Cơ quan phối hợp, như in")
    time: str = Field(default="", description="Thời gian thực hiện, như in")
    product: str = Field(default="", description="Sản phẩm, như in")


class AnnexColumns(Record):
    """Printed heading of each column of the annex table; a column that is not printed is left out."""

    no: str = Field(description="Tên cột số thứ tự; để trống nếu không in")
    task: Text = Field(description="Tên cột nhiệm vụ")
    lead: str | None = Field(default=None, description="Tên cột cơ quan chủ trì")
    coordinating: str | None = Field(default=None, description="Tên cột cơ quan phối hợp")
    time: str | None = Field(default=None, description="Tên cột thời gian")
    product: str | None = Field(default=None, description="Tên cột sản phẩm")


class Annex(Record):
    columns: AnnexColumns = Field(description="Tên các cột như in")
    tasks: list[AnnexTask] = Field(min_length=1, description="Các dòng của bảng, theo thứ tự in")


class FrontMatter(Record):
    """What stands above the text of a plan."""

    title: Text = Field(description="Tên văn bản, không gồm loại và số")
    number: Text | None = Field(description="Số, không gồm ký hiệu; null nếu bản nhận được không có số")
    symbol: Text = Field(description="Ký hiệu, ví dụ KH-UBND")
    form: Kind = Field(description="Loại văn bản: kế hoạch, quyết định…")
    issued: Day | None = Field(description="Ngày ban hành; null nếu bản nhận được không ghi ngày")
    issuer: AgencyId = Field(description="Cơ quan hoặc người ban hành, theo sổ cơ quan")
    level: _enum(Tier) = Field(description="Cấp của cơ quan ban hành: central, city, district, ward")
    place: PlaceId = Field(description="Địa bàn, theo sổ cơ quan")
    year: int = Field(ge=1945, le=2100, description="Năm của kế hoạch")
    signer: Signer | None = Field(description="Người ký")
    recipients: list[Text] = Field(description="Nơi nhận, mỗi dòng một mục, đúng như in")
    promulgates: Promulgated | None = Field(default=None, description="Văn bản được ban hành kèm theo, nếu có")
    source: Source = Field(description="Tệp nhận được")
    addresses: list[PlanId] = Field(default=[], description="Các địa chỉ cũ của kế hoạch này")
    differences: list[Difference] = Field(default=[], description="Những chỗ khác tệp nhận được, đã khai báo")
    notes: list[Note] = Field(default=[], description="Ghi chú biên tập")
    annex: Annex | None = Field(default=None, description="Phụ lục nhiệm vụ")


# --- registers ---------------------------------------------------------------


class Fact(Record):
    """Where a statement of a register comes from."""

    fact: str | None = Field(default=None, description="Tên trường được nêu, ví dụ issued; bỏ trống nếu cho cả mục")
    plan: PlanId | None = Field(default=None, description="Kế hoạch nêu điều này")
    anchor: str | None = Field(default=None, description="Địa chỉ trong kế hoạch đó")
    url: str | None = Field(default=None, description="Trang bên ngoài nêu điều này")
    note: str | None = Field(default=None, description="Nguồn khác hoặc giải thích")
    value: str | None = Field(default=None, description="Giá trị nguồn này nêu, khi các nguồn không thống nhất")


class Place(Record):
    id: PlaceId = Field(description="Mã địa bàn")
    name: Text = Field(description="Tên đầy đủ kèm cấp, ví dụ: thành phố Hải Phòng")
    tier: _enum(Tier) = Field(description="Cấp hành chính")
    parent: PlaceId | None = Field(default=None, description="Địa bàn cấp trên trực tiếp")
    since: Day | None = Field(default=None, description="Ngày bắt đầu")
    until: Day | None = Field(default=None, description="Ngày cuối cùng còn tồn tại")
    successors: list[PlaceId] = Field(default=[], description="Địa bàn kế tục")
    sources: list[Fact] = Field(default=[], description="Nguồn")


class Succession(Record):
    agency: AgencyId = Field(description="Cơ quan kế tục")
    date: Day | None = Field(description="Ngày chuyển giao; null nếu nguồn không ghi ngày")
    scope: str | None = Field(default=None, description="Phần việc được chuyển; bỏ trống nếu toàn bộ")
    source: Text = Field(description="Nguồn của việc chuyển giao")


class Agency(Record):
    id: AgencyId = Field(description="Mã cơ quan: địa bàn/tên")
    name: Text = Field(description="Tên đầy đủ")
    aliases: list[Text] = Field(default=[], description="Các cách in khác: viết tắt, tên rút gọn")
    level: _enum(Level) = Field(description="Cấp hoặc khối")
    body: _enum(Body) = Field(description="Loại tổ chức")
    place: PlaceId = Field(description="Địa bàn")
    parent: AgencyId | None = Field(default=None, description="Cơ quan cấp trên trực tiếp")
    symbols: list[Text] = Field(default=[], description="Chữ viết tắt trong ký hiệu văn bản, ví dụ UBND, TTg")
    since: Day | None = Field(default=None, description="Ngày bắt đầu hoạt động")
    until: Day | None = Field(default=None, description="Ngày cuối cùng còn hoạt động")
    successors: list[Succession] = Field(default=[], description="Cơ quan kế tục")
    counterpart: str | None = Field(
        default=None, description="Lĩnh vực chung để đối chiếu với cơ quan cùng việc ở cấp khác"
    )
    sources: list[Fact] = Field(default=[], description="Nguồn")
    addresses: list[AgencyId] = Field(default=[], description="Các địa chỉ cũ")


class Membership(Record):
    """Members of a group are the agencies that fit every condition and exist on the plan's date."""

    body: list[_enum(Body)] = Field(description="Loại tổ chức của thành viên")
    name: str | None = Field(default=None, description="Tên chung của các thành viên, không kèm địa bàn")
    tier: _enum(Tier) | None = Field(default=None, description="Cấp của địa bàn thành viên")
    place: PlaceId | None = Field(default=None, description="Địa bàn của thành viên")
    within: PlaceId | None = Field(default=None, description="Thành viên nằm trong địa bàn này")


class Group(Record):
    id: AgencyId = Field(description="Mã nhóm: địa bàn/tên")
    name: Text = Field(description="Tên nhóm")
    aliases: list[Text] = Field(default=[], description="Các cách in khác")
    level: _enum(Level) = Field(description="Cấp hoặc khối")
    place: PlaceId = Field(description="Địa bàn mà nhóm được gọi tên trong văn bản")
    members: Membership | None = Field(
        default=None, description="Điều kiện của thành viên; bỏ trống nếu không xác định được"
    )
    sources: list[Fact] = Field(default=[], description="Nguồn")


class AgencyRegister(Record):
    places: list[Place]
    agencies: list[Agency]
    groups: list[Group]


class DirectiveName(Record):
    name: Text = Field(description="Tên gọi thay cho số hiệu, ví dụ: Đề án 06")
    source: Fact = Field(description="Nguồn cho biết tên này chỉ văn bản này")


class DirectiveRelation(Record):
    type: _enum(Relation) = Field(description="Quan hệ")
    directive: DirectiveId = Field(description="Văn bản kia")
    source: Fact = Field(description="Nguồn")


class Directive(Record):
    id: DirectiveId = Field(description="Mã: cơ-quan-ban-hành/năm/số-ký-hiệu")
    number: str | None = Field(description="Số (gồm năm nếu là văn bản quy phạm pháp luật): 76, 61/2018, 30c")
    symbol: str | None = Field(description="Ký hiệu: NQ-CP, NĐ-CP, NQ/TW, UBTVQH15")
    kind: Kind = Field(description="Loại văn bản")
    issuer: AgencyId | None = Field(description="Cơ quan ban hành; null nếu không rõ")
    issued: Day | None = Field(description="Ngày ban hành; null nếu không rõ")
    title: str | None = Field(description="Trích yếu, như nguồn ghi; null nếu không rõ")
    names: list[DirectiveName] = Field(default=[], description="Các tên gọi khác")
    relations: list[DirectiveRelation] = Field(default=[], description="Quan hệ với văn bản khác")
    sources: list[Fact] = Field(min_length=1, description="Nguồn của từng dữ kiện")
    addresses: list[DirectiveId] = Field(default=[], description="Các địa chỉ cũ")


class DirectiveRegister(Record):
    directives: list[Directive]


class Term(Record):
    term: Text = Field(description="Chữ viết tắt hoặc thuật ngữ")
    meaning: Text = Field(description="Viết đầy đủ hoặc giải thích")
    aliases: list[Text] = Field(default=[], description="Các cách viết khác")
    source: Fact = Field(description="Nguồn")


class Glossary(Record):
    terms: list[Term]


# --- how a restored text came from its scan ----------------------------------


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


Document = Literal["plan", "agencies", "directives", "glossary", "passages"]
MODELS: dict[Document, type[Record]] = {
    "plan": FrontMatter,
    "agencies": AgencyRegister,
    "directives": DirectiveRegister,
    "glossary": Glossary,
    "passages": PassageRegister,
}
