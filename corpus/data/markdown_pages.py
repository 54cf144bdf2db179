"""Plans, acts and bodies as Markdown beside their pages, for programs that read text rather than HTML."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import agency_url, akoma_ntoso_url, changes_url, legal_identifier, markdown_url, plan_url
from corpus.check.seen import Seen
from corpus.citation_form import number_of, plan_name
from corpus.data.markdown_text import line, link, plan_text, words
from corpus.directives.identity import plan_directive_id
from corpus.kept import FilesAbout
from corpus.language.letters import upfirst
from corpus.language.numerals import write_day
from corpus.model import Plan
from corpus.overview.agency_work import Assignment
from corpus.overview.citing_changes import CitingChange, citing_changes
from corpus.overview.entries import DirectiveEntry
from corpus.overview.overview import Overview

MOST_ITEMS = 60  # of a body, newest plans first; all of them stand in its tables
MOST_PLANS = 100  # that cite an act


def markdown_files(overview: Overview) -> Iterator[FilesAbout]:
    """The file of each plan, each act and each body with work."""
    for here in overview.plans:
        yield FilesAbout(markdown_url(here.plan.url), _of_plan, (here.plan.id,))
    for entry in overview.directives.values():
        yield FilesAbout(markdown_url(entry.url), _of_directive, (entry.id,))
    for body in overview.work.bodies:
        yield FilesAbout(markdown_url(agency_url(body)), _of_body, (body,))


def _of_plan(seen: Seen, plan_id: str) -> Iterator[tuple[str, bytes]]:
    plan = seen.overview.corpus.plan[plan_id]
    yield _file(plan.url, plan_markdown(plan, seen.overview))


def _of_directive(seen: Seen, directive: str) -> Iterator[tuple[str, bytes]]:
    entry = seen.overview.directives[directive]
    yield _file(entry.url, directive_markdown(entry, seen.overview))


def _of_body(seen: Seen, body: str) -> Iterator[tuple[str, bytes]]:
    yield _file(agency_url(body), agency_markdown(body, seen.overview))


def _file(url: str, blocks: Iterator[str]) -> tuple[str, bytes]:
    return markdown_url(url), ("\n\n".join(blocks) + "\n").encode()


def plan_markdown(plan: Plan, overview: Overview) -> Iterator[str]:
    """The whole plan; its words to the letter."""
    meta = plan.meta
    yield f"# {line(f'{plan_name(meta)}: {meta.title}')}"
    yield _facts(
        ("Số, ký hiệu", line(number_of(meta))),
        ("Ngày ban hành", write_day(meta.issued) if meta.issued else f"không ghi ngày (năm {meta.year})"),
        ("Cơ quan ban hành", link(overview.corpus.agency[meta.issuer].name, plan.url, agency_url(meta.issuer))),
        ("Định danh", legal_identifier(plan_directive_id(plan, overview.corpus))),
        ("Trang có chú giải và liên kết", link("trang này", plan.url, plan.url)),
        ("Akoma Ntoso", link("akoma-ntoso.xml", plan.url, akoma_ntoso_url(plan.id))),
    )
    if meta.summary:
        yield f"Tóm tắt (do ban biên tập viết): {words(meta.summary)}"
    yield "Bản đăng này không thay thế văn bản gốc. Dấu ¶ sau mỗi đoạn dẫn tới đúng đoạn đó trên trang."
    yield from plan_text(plan)


def directive_markdown(entry: DirectiveEntry, overview: Overview) -> Iterator[str]:
    """What is known of an act, and the plans that cite it."""
    yield f"# {line(entry.name)}"
    if entry.title and entry.title != entry.name:
        yield words(entry.title)
    yield _facts(
        ("Ngày ban hành", write_day(entry.issued) if entry.issued else "không rõ"),
        ("Cơ quan ban hành", line(entry.issuer_name or "không rõ")),
        *((("Định danh", legal_identifier(entry.id)),) if entry.known else ()),
        *((("Văn bản", link("toàn văn", entry.url, markdown_url(plan_url(entry.plan)))),) if entry.plan else ()),
    )
    plans = list(dict.fromkeys(citation.plan for citation in overview.citations_of.get(entry.id, ())))
    if plans:
        yield "## Kế hoạch viện dẫn"
        yield "\n".join(f"- {_plan_link(overview.corpus.plan[plan], entry.url)}" for plan in plans[:MOST_PLANS])
    if len(plans) > MOST_PLANS:
        yield f"Còn {len(plans) - MOST_PLANS} kế hoạch nữa, ở {link('trang này', entry.url, entry.url)}."
    if changes := citing_changes(entry.id, overview):
        yield "## Thay đổi từ kế hoạch này sang kế hoạch sau"
        yield "\n".join(_step(change, entry.url, overview) for change in changes[:MOST_PLANS])


def _step(change: CitingChange, folder: str, overview: Overview) -> str:
    after = change.after
    years = f"{after.meta.year} so với {change.before.meta.year}"
    compared = link(years, folder, changes_url(after.id))
    return f"- {compared}, {line(overview.corpus.place[after.meta.place].name)}: {change.said}"


def agency_markdown(body: str, overview: Overview) -> Iterator[str]:
    """What a body must do, newest plans first."""
    agency, folder = overview.corpus.agency[body], agency_url(body)
    work = overview.work.of(body)
    yield f"# {line(agency.name)}"
    yield _facts(
        ("Địa bàn", line(overview.corpus.place[agency.place].name)),
        ("Cấp", agency.level.label),
        ("Mọi việc", link("nhiem-vu.json", folder, f"{folder}nhiem-vu.json")),
    )
    found = work.direct[:MOST_ITEMS]
    for plan_id in dict.fromkeys(one.item.plan for one in found):
        yield f"## {_plan_link(overview.corpus.plan[plan_id], folder)}"
        yield "\n".join(_item(one, folder, overview) for one in found if one.item.plan == plan_id)
    rest = len(work.all) - len(found)
    if rest:
        yield f"Còn {rest} việc nữa (kể cả việc giao qua nhóm cơ quan), ở {link('trang này', folder, folder)}."


def _item(assignment: Assignment, folder: str, overview: Overview) -> str:
    item = assignment.item
    plan = overview.corpus.plan[item.plan]
    when = f" – thời gian: {line(item.time_text)}" if item.time_text else ""
    where = link(overview.cite_within(plan.id, item.anchor) or "câu này", folder, f"{plan.url}#{item.anchor}")
    return f"- **{upfirst(assignment.part.label)}**: {line(item.text)}{when} ({where})"


def _plan_link(plan: Plan, source: str) -> str:
    name = f"{plan_name(plan.meta)} năm {plan.meta.year}: {plan.meta.title}"
    return link(name, source, markdown_url(plan.url))


def _facts(*facts: tuple[str, str]) -> str:
    return "\n".join(f"- {name}: {said}" for name, said in facts)
