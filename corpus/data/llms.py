"""``llms.txt`` (llmstxt.org): what a program that reads the site as text should know first."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import CORPUS_FILES, DATA, DATA_PAGE, DATABASE, HOME, markdown_url
from corpus.citation_form import plan_name
from corpus.contract import DATA_DESCRIPTION, LICENCE, TABLES
from corpus.data.markdown_text import line
from corpus.overview.overview import Overview
from corpus.overview.publication import Publication

FILE = "llms.txt"
MOST_PLANS = 300  # newest first; all of them stand in the table of plans


def llms_txt(overview: Overview, publication: Publication) -> str:
    return "\n\n".join(_blocks(overview, publication)) + "\n"


def _blocks(overview: Overview, publication: Publication) -> Iterator[str]:
    def to(text: str, target: str) -> str:
        return f"- [{line(text)}]({publication.link(HOME, target)})"

    yield "# Kế hoạch mở"
    yield f"> {DATA_DESCRIPTION}"
    yield (
        "Chữ của kế hoạch giữ nguyên như ban hành. Khi trích, hãy dẫn tới đúng đoạn: dấu ¶ sau mỗi đoạn của bản Markdown"
        " là địa chỉ của đoạn đó. Viện dẫn chưa xác định được văn bản thì được nói rõ là chưa xác định, không đoán."
        f" Giấy phép dữ liệu: {LICENCE['path']}"
    )
    yield "## Dữ liệu"
    files = [to("Cả kho: SQLite, có bảng clauses và chỉ mục tìm chữ clauses_fts", DATABASE)]
    files += [to(f"{table.title}: {table.name}.csv", f"{DATA}{table.name}.csv") for table in TABLES]
    files += [to(file.label, f"{DATA_PAGE}{file.name}") for file in CORPUS_FILES if not file.download]
    yield "\n".join([*files, to("Trang Dữ liệu mở: cách dùng từng dạng", DATA_PAGE)])
    yield "## Kế hoạch"
    plans = [here.plan for here in overview.plans[:MOST_PLANS]]
    named = (f"{plan_name(plan.meta)} năm {plan.meta.year}: {plan.meta.title}" for plan in plans)
    yield "\n".join(to(name, markdown_url(plan.url)) for name, plan in zip(named, plans, strict=True))
    if len(overview.plans) > MOST_PLANS:
        yield f"Còn {len(overview.plans) - MOST_PLANS} kế hoạch nữa ở bảng plans.csv."
