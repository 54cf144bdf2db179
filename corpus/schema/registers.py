"""The registers: places and agencies, directives, abbreviations, each with its sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from corpus.schema.base import AgencyId, Day, DirectiveId, Kind, OneOf, PlaceId, PlanId, Record, SiteAddress, Text, Url
from corpus.vocabulary import Body, Level, Relation, Tier


class Fact(Record):
    """Where a statement of a register comes from."""

    fact: str | None = Field(default=None, description="Tên trường được nêu, ví dụ issued; bỏ trống nếu cho cả mục")
    plan: PlanId | None = Field(default=None, description="Kế hoạch nêu điều này")
    anchor: str | None = Field(default=None, description="Địa chỉ trong kế hoạch đó")
    url: Url | None = Field(default=None, description="Trang bên ngoài nêu điều này")
    note: str | None = Field(default=None, description="Nguồn khác hoặc giải thích")
    value: str | None = Field(default=None, description="Giá trị nguồn này nêu, khi các nguồn không thống nhất")


class Place(Record):
    id: PlaceId = Field(description="Mã địa bàn")
    name: Text = Field(description="Tên đầy đủ kèm cấp, ví dụ: thành phố Hải Phòng")
    tier: Annotated[Tier, OneOf(Tier)] = Field(description="Cấp hành chính")
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
    level: Annotated[Level, OneOf(Level)] = Field(description="Cấp hoặc khối")
    body: Annotated[Body, OneOf(Body)] = Field(description="Loại tổ chức")
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


class Membership(Record):
    """Members of a group are the agencies that fit every condition and exist on the plan's date."""

    body: list[Annotated[Body, OneOf(Body)]] = Field(description="Loại tổ chức của thành viên")
    name: str | None = Field(default=None, description="Tên chung của các thành viên, không kèm địa bàn")
    tier: Annotated[Tier, OneOf(Tier)] | None = Field(default=None, description="Cấp của địa bàn thành viên")
    nouns: list[Text] = Field(default=[], description="Loại địa bàn của thành viên: phường, xã; bỏ trống nếu mọi loại")
    place: PlaceId | None = Field(default=None, description="Địa bàn của thành viên")
    within: PlaceId | None = Field(default=None, description="Thành viên nằm trong địa bàn này")
    complete: bool = Field(default=False, description="`true` nếu sổ có đủ mọi thành viên của nhóm")


class Group(Record):
    id: AgencyId = Field(description="Mã nhóm: địa bàn/tên")
    name: Text = Field(description="Tên nhóm")
    aliases: list[Text] = Field(default=[], description="Các cách in khác")
    level: Annotated[Level, OneOf(Level)] = Field(description="Cấp hoặc khối")
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
    type: Annotated[Relation, OneOf(Relation)] = Field(description="Quan hệ")
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


class KnownAct(Record):
    """One row of the table of known acts of the country; only one that is cited gets a page."""

    id: DirectiveId = Field(description="Mã: cơ-quan-ban-hành/năm/số-ký-hiệu, luật thì tên thay cho số")
    number: str | None = Field(description="Số, ký hiệu đầy đủ: 61/2018/NĐ-CP")
    issued: Day = Field(description="Ngày ban hành")
    issuer: AgencyId = Field(description="Cơ quan ban hành")
    kind: Kind = Field(description="Loại văn bản")
    title: Text = Field(description="Trích yếu, như nguồn ghi; luật thì cả tên")
    status: str | None = Field(description="Tình trạng hiệu lực, như nguồn ghi")
    url: Text = Field(description="Nguồn")


class DirectiveRegister(Record):
    refused: list[DirectiveId] = Field(default=[], description="Những văn bản đã quyết định không ghi vào sổ")
    directives: list[Directive]


class Term(Record):
    term: Text = Field(description="Chữ viết tắt hoặc thuật ngữ")
    meaning: Text = Field(description="Viết đầy đủ hoặc giải thích")
    aliases: list[Text] = Field(default=[], description="Các cách viết khác")
    source: Fact = Field(description="Nguồn")


class Glossary(Record):
    terms: list[Term]


class Redirect(Record):
    """An address of the site that was given up, and where it leads now."""

    old: SiteAddress = Field(
        description="Địa chỉ cũ của một trang hay một tệp, tính từ gốc trang: van-ban/chinh-phu/2021/76-nq-cp/"
    )
    new: SiteAddress = Field(description="Địa chỉ mới, tính từ gốc trang")


class RedirectRegister(Record):
    redirects: list[Redirect] = Field(description="Mọi địa chỉ đã đổi; không dòng nào được bỏ đi")
