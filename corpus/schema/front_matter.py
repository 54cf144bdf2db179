"""What stands above the text of a plan."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from corpus.schema.base import AgencyId, Day, Kind, OneOf, PlaceId, Record, Text
from corpus.vocabulary import (
    Certainty,
    DifferenceReason,
    Dismissed,
    NoteKind,
    RowSort,
    SourceMarkup,
    TableKind,
    Tier,
    Transcription,
)

FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Signer(Record):
    name: Text = Field(description="Họ tên người ký, như in trên văn bản")
    office: Text = Field(description="Chức vụ của người ký, ví dụ: Phó Chủ tịch")
    capacity: list[Text] = Field(default=[], description="Tư cách ký: TM. (thay mặt), KT. (ký thay)…, mỗi dòng một mục")


class Promulgated(Record):
    form: Kind = Field(description="Loại văn bản được ban hành kèm theo, ví dụ: kế hoạch")
    title: Text = Field(description="Tên văn bản được ban hành kèm theo")


class ReadText(Record):
    """The words of a file received that is no plain text, as a machine read them."""

    file: Text = Field(description="Tên tệp chữ (.txt) máy đọc từ tệp nhận được, đặt trong plans/sources/")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Mã băm SHA-256 của tệp chữ")


class Source(Record):
    file: Text = Field(description="Tên tệp nhận được, đặt trong plans/sources/")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Mã băm SHA-256 của tệp nhận được")
    transcription: Annotated[Transcription, OneOf(Transcription)] = Field(
        description="Tình trạng chữ: faithful, restored hoặc unrestored"
    )
    read: ReadText | None = Field(
        default=None, description="Chữ máy đọc từ tệp nhận được không phải tệp chữ; kế hoạch được đối chiếu với tệp này"
    )
    markup: Annotated[SourceMarkup, OneOf(SourceMarkup)] = Field(
        default=SourceMarkup.NONE, description="Cách viết của tệp nhận được: none (chữ thường) hoặc markdown"
    )

    @property
    def words_file(self) -> str:
        """The file with whose words the plan is compared."""
        return self.read.file if self.read else self.file

    @property
    def files(self) -> tuple[str, ...]:
        """All files of ``plans/sources`` that belong to the plan."""
        return tuple(dict.fromkeys((self.file, self.words_file)))


class Difference(Record):
    source: str = Field(description="Đoạn chữ trong tệp nhận được (¶ là chỗ ngắt đoạn)")
    text: str = Field(description="Đoạn chữ tương ứng trong kế hoạch; để trống nếu bỏ")
    reason: Annotated[DifferenceReason, OneOf(DifferenceReason)] = Field(description="Lý do khác nhau")


class Note(Record):
    at: Text = Field(description="Địa chỉ (neo) của điều, khoản, điểm có chỗ đáng ngờ, ví dụ: ii-1-a-1")
    quote: Text = Field(description="Nguyên văn chỗ đáng ngờ, đúng từng chữ")
    kind: Annotated[NoteKind, OneOf(NoteKind)] = Field(description="Loại ghi chú")
    problem: Text = Field(description="Vì sao chỗ này đáng ngờ")
    meant: str | None = Field(default=None, description="Có lẽ muốn viết là gì; bỏ trống nếu không rõ")
    certainty: Annotated[Certainty, OneOf(Certainty)] = Field(
        description="Mức độ chắc chắn: certain, probable, possible"
    )


class Period(Record):
    """The years that a plan of several years is for."""

    first: int = Field(ge=1945, le=2100, description="Năm đầu")
    last: int = Field(ge=1945, le=2100, description="Năm cuối")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("năm cuối phải không trước năm đầu")
        return self


class Column(Record):
    field: FieldName = Field(
        description="Tên ô dùng trong các dòng. Của bảng nhiệm vụ: `no` số thứ tự, `title` nhiệm vụ, `lead` cơ quan"
        " chủ trì, `coordinating` cơ quan phối hợp, `time` thời gian, `product` sản phẩm; cột khác thì tự đặt, ví dụ"
        " `kinh-phi`"
    )
    name: str = Field(description="Tên cột, đúng như in; để trống nếu không in")


class TableRow(Record):
    """One printed row; every other key is the field of a column, its value the cell as printed."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]

    sort: Annotated[RowSort, OneOf(RowSort)] | None = Field(
        default=None,
        description="Dòng này là gì, chỉ ghi khi máy nhận nhầm: `task` nhiệm vụ, `group` tên nhóm, `head` đầu bảng in lại, `total` dòng cộng, `note` ghi chú",
    )
    merged: list[FieldName] = Field(default=[], description="Các ô gộp với dòng ngay trên, nên không in lại ở dòng này")


class Table(Record):
    kind: Annotated[TableKind, OneOf(TableKind)] = Field(
        description="Bảng gì: `tasks` nhiệm vụ, `figures` số liệu, `list` danh sách, `other` khác"
    )
    columns: list[Column] = Field(min_length=1, description="Các cột, từ trái sang phải")
    rows: list[TableRow] = Field(min_length=1, description="Các dòng, theo thứ tự in, gồm cả dòng tên nhóm")


class Dismissal(Record):
    """A person's word that something the machine found is none."""

    what: Annotated[Dismissed, OneOf(Dismissed)] = Field(
        description="Bỏ gì: `finding` ghi chú của máy, `mention` viện dẫn, `body` tên cơ quan"
    )
    at: Text = Field(description="Địa chỉ (neo) của chỗ đó")
    quote: Text = Field(description="Nguyên văn chỗ máy đã nhận, đúng từng chữ")
    reason: Text = Field(description="Vì sao không phải")


class FrontMatter(Record):
    """What stands above the text of a plan."""

    title: Text = Field(description="Tên văn bản, không gồm loại và số")
    number: Text | None = Field(description="Số, không gồm ký hiệu; null nếu bản nhận được không có số")
    symbol: Text = Field(description="Ký hiệu, ví dụ KH-UBND")
    form: Kind = Field(description="Loại văn bản: kế hoạch, quyết định…")
    issued: Day | None = Field(description="Ngày ban hành; null nếu bản nhận được không ghi ngày")
    issuer: AgencyId = Field(description="Cơ quan hoặc người ban hành, theo sổ cơ quan")
    level: Annotated[Tier, OneOf(Tier)] = Field(description="Cấp của cơ quan ban hành: central, city, district, ward")
    place: PlaceId = Field(description="Địa bàn, theo sổ cơ quan")
    year: int = Field(ge=1945, le=2100, description="Năm của kế hoạch")
    period: Period | None = Field(
        default=None, description="Giai đoạn, nếu kế hoạch cho nhiều năm mà tên không nói, hoặc nói không rõ"
    )
    summary: Text | None = Field(
        default=None,
        description="Tóm tắt vài câu bằng lời dễ hiểu do người biên tập viết; mọi điều nói ra phải có trong văn bản",
    )
    signer: Signer | None = Field(description="Người ký")
    recipients: list[Text] = Field(description="Nơi nhận, mỗi dòng một mục, đúng như in")
    promulgates: Promulgated | None = Field(default=None, description="Văn bản được ban hành kèm theo, nếu có")
    source: Source = Field(description="Tệp nhận được")
    differences: list[Difference] = Field(default=[], description="Những chỗ khác tệp nhận được, đã khai báo")
    notes: list[Note] = Field(default=[], description="Ghi chú biên tập")
    tables: list[Table] = Field(
        default=[], description="Các bảng, theo thứ tự đặt trong văn bản; mỗi bảng một dòng `<!-- table -->`"
    )
    dismissed: list[Dismissal] = Field(default=[], description="Những gì máy nhận nhầm, mỗi mục một dòng có lý do")
