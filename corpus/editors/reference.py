"""The clerk's reference tables: every field, whether it must be there, and what happens without it."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from corpus.schema import MODELS, Record

_HEADINGS = {
    "plan": "Phần khai báo của một kế hoạch",
    "agencies": "Sổ cơ quan (`plans/registers/agencies.yml`)",
    "directives": "Sổ văn bản (`plans/registers/directives.yml`)",
    "glossary": "Bảng chữ viết tắt (`plans/registers/glossary.yml`)",
    "redirects": "Sổ địa chỉ đã đổi (`plans/registers/redirects.yml`)",
    "passages": "Đối chiếu bản phục dựng với bản quét (`plans/sources/*.passages.yml`)",
}
_GROUPS = {
    "FrontMatter": "Các trường ngoài cùng",
    "Signer": "Người ký",
    "Promulgated": "Văn bản ban hành kèm theo",
    "Source": "Tệp nhận được",
    "ReadText": "Chữ máy đọc từ tệp nhận được",
    "Difference": "Chỗ khác tệp nhận được",
    "Note": "Ghi chú biên tập",
    "Period": "Giai đoạn",
    "Table": "Bảng",
    "Column": "Cột của bảng",
    "TableRow": "Dòng của bảng",
    "Dismissal": "Chỗ máy nhận nhầm",
    "AgencyRegister": "Các phần của sổ cơ quan",
    "Place": "Địa bàn",
    "Agency": "Cơ quan",
    "Group": "Nhóm cơ quan",
    "Succession": "Kế tục",
    "Membership": "Điều kiện thành viên",
    "Fact": "Nguồn",
    "DirectiveRegister": "Các phần của sổ văn bản",
    "Directive": "Văn bản",
    "Redirect": "Một địa chỉ đã đổi",
    "RedirectRegister": "Sổ địa chỉ đã đổi",
    "DirectiveName": "Tên gọi khác",
    "DirectiveRelation": "Quan hệ",
    "Glossary": "Các phần của bảng",
    "Term": "Chữ viết tắt",
    "PassageRegister": "Các phần của bảng đối chiếu",
    "RestoredPassage": "Đoạn phục dựng",
    "LinePart": "Một phần của dòng",
    "AbsentPassage": "Đoạn bản quét không mang",
    "Noise": "Dòng không phải chữ của văn bản",
}
# What the site does where an optional field is left out. A test holds this table to the schema.
WITHOUT = {
    "Signer.capacity": "Trang không ghi tư cách ký.",
    "FrontMatter.summary": "Trang của kế hoạch chỉ có các con số, không có lời tóm tắt.",
    "FrontMatter.promulgates": "Văn bản được coi là không ban hành kèm văn bản nào.",
    "Source.markup": "Là none: mọi dấu của tệp nhận được, kể cả * và #, đều là chữ in và phải có trong kế hoạch.",
    "Source.read": "Tệp nhận được là tệp chữ; kế hoạch được đối chiếu với chính tệp ấy.",
    "FrontMatter.differences": "Chữ phải khớp tệp nhận được đến từng ký tự.",
    "FrontMatter.notes": "Chỉ có ghi chú do máy tìm ra, nếu có.",
    "FrontMatter.tables": "Văn bản không có bảng nào.",
    "FrontMatter.period": "Giai đoạn đọc ở tên văn bản; tên không nói thì kế hoạch chỉ cho một năm.",
    "FrontMatter.dismissed": "Giữ mọi thứ máy tìm ra.",
    "TableRow.sort": "Máy nhận theo dáng: chỉ những ô đầu có chữ và có dòng thuộc về nó là tên nhóm.",
    "TableRow.merged": "Không có ô nào gộp với dòng trên.",
    "Note.meant": "Ghi chú không gợi ý cách viết đúng.",
    "Place.parent": "Địa bàn không thuộc địa bàn nào.",
    "Place.since": "Coi như đã có từ trước mọi kế hoạch.",
    "Place.until": "Coi như vẫn còn.",
    "Place.successors": "Trang không nói địa bàn nào kế tục.",
    "Place.sources": "Trang ghi rõ là chưa có nguồn.",
    "Fact.fact": "Nguồn là của cả mục.",
    "Fact.plan": "Phải có `url` hoặc `note`.",
    "Fact.anchor": "Nguồn là cả kế hoạch, không chỉ đến câu nào.",
    "Fact.url": "Phải có `plan` hoặc `note`.",
    "Fact.note": "Phải có `plan` hoặc `url`.",
    "Fact.value": "Nguồn nêu đúng giá trị của mục.",
    "Agency.aliases": "Chỉ nhận ra cơ quan khi văn bản in đúng tên.",
    "Agency.parent": "Trang không ghi cơ quan cấp trên.",
    "Agency.symbols": "Ký hiệu của bộ, sở suy theo chữ cái đầu của tên (Sở Nội vụ: SNV); cơ quan khác thì không suy.",
    "Agency.since": "Coi như đã có từ trước mọi kế hoạch.",
    "Agency.until": "Coi như vẫn hoạt động.",
    "Agency.successors": "Trang không nói cơ quan nào kế tục.",
    "Agency.counterpart": "Không đối chiếu với cơ quan cùng việc ở cấp khác.",
    "Agency.sources": "Trang ghi rõ là chưa có nguồn.",
    "Succession.scope": "Chuyển toàn bộ công việc.",
    "Group.aliases": "Chỉ nhận ra nhóm khi văn bản in đúng tên.",
    "Group.members": "Trang ghi rõ là không xác định được thành viên.",
    "Group.sources": "Trang ghi rõ là chưa có nguồn.",
    "Membership.name": "Không lọc thành viên theo tên.",
    "Membership.tier": "Không lọc thành viên theo cấp.",
    "Membership.nouns": "Mọi loại địa bàn của cấp ấy.",
    "Membership.place": "Không lọc thành viên theo địa bàn.",
    "Membership.complete": "Trang ghi rõ là sổ có thể còn thiếu thành viên.",
    "Membership.within": "Không lọc thành viên theo địa bàn chứa nó.",
    "Directive.names": "Chỉ nhận ra văn bản qua số và ký hiệu.",
    "Directive.relations": "Trang không nêu văn bản liên quan.",
    "DirectiveRegister.refused": "Mọi văn bản được dẫn mà sổ chưa có đều được đề xuất.",
    "Term.aliases": "Chỉ nhận ra đúng cách viết này.",
    "RestoredPassage.cell": "Đoạn không nằm trong bảng.",
    "RestoredPassage.also": "Chỉ một dòng của bảng dùng ô này.",
    "RestoredPassage.reviewed": "Cảnh báo: đoạn chưa có người soát với bản quét.",
    "AbsentPassage.reviewed": "Cảnh báo: đoạn chưa có người soát với bản quét.",
    "AbsentPassage.cell": "Đoạn không nằm trong bảng.",
    "PassageRegister.absent": "Mọi đoạn của kế hoạch đều có trong bản quét.",
    "PassageRegister.noise": "Mọi dòng của bản quét đều là chữ của văn bản.",
}


def write_reference() -> str:
    """The page of reference tables, as Markdown."""
    lines = [
        "# Các trường của phần khai báo và các sổ",
        "",
        "Trang này được tạo từ cùng một định nghĩa mà máy dùng để kiểm tra; trường không có ở đây sẽ bị từ chối.",
        "Trường bắt buộc mà thiếu thì `make check` báo lỗi và trang không được dựng.",
        "",
    ]
    written: set[type[Record]] = set()
    for name, model in MODELS.items():
        lines += [f"## {_HEADINGS[name]}", ""]
        for record in _records(model):
            if record not in written:
                written.add(record)
                lines += _table(record)
    return "\n".join(lines).rstrip() + "\n"


def _records(model: type[Record]) -> Iterator[type[Record]]:
    """``model`` and every group of fields below it, each once, outer ones first."""
    waiting, seen = [model], set()
    while waiting:
        record = waiting.pop(0)
        if record in seen:
            continue
        seen.add(record)
        yield record
        for field in record.model_fields.values():
            waiting += [part for part in _parts(field.annotation) if part not in seen]


def _parts(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _parts(argument)


def _table(record: type[Record]) -> list[str]:
    rows = [f"### {_GROUPS[record.__name__]} {{ #{record.__name__.lower()} }}", ""]
    rows += ["| Trường | Bắt buộc | Giá trị | Ý nghĩa | Nếu không có |", "|---|---|---|---|---|"]
    for key, field in record.model_fields.items():
        must = "có" if field.is_required() else "không"
        without = _without(record, key, field)
        rows.append(f"| `{key}` | {must} | {_value(record, key, field)} | {field.description or ''} | {without} |")
    return [*rows, ""]


def _without(record: type[Record], key: str, field: FieldInfo) -> str:
    if field.is_required():
        null = type(None) in typing.get_args(field.annotation)
        return "Báo lỗi; không rõ thì phải ghi `null`." if null else "Báo lỗi."
    return WITHOUT[f"{record.__name__}.{key}"]


def _value(record: type[Record], key: str, field: FieldInfo) -> str:
    """What may stand there, in words, from the annotation and the JSON Schema of the field."""
    schema = record.model_json_schema()["properties"][key]
    inner = [schema, *schema.get("anyOf", []), schema.get("items", {})]
    parts = list(_parts(field.annotation))
    listed = "danh sách " if schema.get("type") == "array" or any(s.get("type") == "array" for s in inner) else ""
    if parts:
        return listed + ", ".join(f"[{_GROUPS[part.__name__].lower()}](#{part.__name__.lower()})" for part in parts)
    for option in inner:
        if "enum" in option:
            return listed + (
                "một loại văn bản" if len(option["enum"]) > 20 else ", ".join(f"`{v}`" for v in option["enum"])
            )
        if option.get("format") == "date":
            return listed + "ngày `NĂM-THÁNG-NGÀY`"
    kinds = [option.get("type") for option in inner]
    return listed + ("số nguyên" if "integer" in kinds else "chữ")
