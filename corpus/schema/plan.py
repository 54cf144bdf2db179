"""What stands above the text of a plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from corpus.schema.base import AgencyId, Day, Kind, OneOf, PlaceId, PlanId, Record, Text
from corpus.vocabulary import Certainty, DifferenceReason, Markup, NoteKind, Tier, Transcription


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
    transcription: Annotated[Transcription, OneOf(Transcription)] = Field(
        description="Tình trạng chữ: faithful, restored hoặc unrestored"
    )
    markup: Annotated[Markup, OneOf(Markup)] = Field(
        default=Markup.NONE, description="Cách viết của tệp nhận được: none (chữ thường) hoặc markdown"
    )


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
    level: Annotated[Tier, OneOf(Tier)] = Field(description="Cấp của cơ quan ban hành: central, city, district, ward")
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
