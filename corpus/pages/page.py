"""What a page is, and how pages point to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from corpus.citation_form import cite_clause, cite_within
from corpus.language.letters import upfirst, write_day
from corpus.schema import FrontMatter
from corpus.times.when_words import when_words, whole_year


@dataclass(frozen=True)
class Page:
    """One page: its address relative to the site's root (ending in ``/``) and its Markdown."""

    url: str
    markdown: str

    @property
    def path(self) -> str:
        """File of the page below the folder of pages: ``ke-hoach/index.md``."""
        return f"{self.url}index.md"


def relative(source: str, target: str) -> str:
    """Link from the page at ``source`` to ``target``, both relative to the site's root.

    >>> relative("ke-hoach/hai-phong/2021/45-kh-ubnd/", "van-ban/#a")
    '../../../../van-ban/#a'
    """
    address, sign, anchor = target.partition("#")
    if sign and address == source:
        return f"#{anchor}"
    path = posixpath.relpath(f"/{address}", f"/{source}")
    return path + ("/" if address.endswith("/") or not address else "") + sign + anchor


def day(value: date | None) -> str:
    """A date as officials write it: 03/3/2021."""
    return write_day(value) if value else "không rõ ngày"


def number_of(meta: FrontMatter) -> str:
    """Number and symbol as printed; three dots where the received copy carries no number."""
    return f"{meta.number or '…'}/{meta.symbol}"


def plan_name(meta: FrontMatter) -> str:
    """Kind and number of a plan, as one would name it."""
    return f"{upfirst(meta.form)} số {number_of(meta)}"


def percent(share: float) -> str:
    """A share as a Vietnamese reader writes it.

    >>> percent(0.9931)
    '99,31 %'
    """
    return f"{share * 100:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " %"


@cache
def environment() -> Environment:
    env = Environment(
        loader=PackageLoader("corpus.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",
        comment_end_string="##}",  # {#name} is an address in Markdown
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    env.filters["day"] = day
    env.filters["number"] = number_of
    env.filters["upfirst"] = upfirst
    env.filters["plan_name"] = plan_name
    env.filters["when"] = when_words
    env.filters["percent"] = percent
    env.globals["whole_year"] = whole_year
    return env


def render(template: str, url: str, linked, directives: dict, **context: object) -> Page:
    """The page at ``url`` made from ``template``.

    In it, ``rel`` links to addresses of the site; ``corpus`` and ``directives`` (entries by id) name things;
    ``cite`` cites a clause as an official would, ``within`` without naming its document.
    """
    body = (
        environment()
        .get_template(template)
        .render(
            url=url,
            rel=lambda target: relative(url, target),
            linked=linked,
            corpus=linked.corpus,
            directives=directives,
            cite=lambda plan, anchor: cite_clause(linked.corpus.plan[plan], anchor, linked.corpus),
            within=lambda plan, anchor: cite_within(linked.corpus.plan[plan], anchor),
            **context,
        )
    )
    return Page(url, body)


def redirect_page(old: str, new: str) -> Page:
    """A page at an address given up, which leads to the new one with or without script."""
    target = relative(old, new)
    return Page(
        old,
        f'---\ntitle: Địa chỉ đã đổi\nsearch: {{exclude: true}}\n---\n<meta http-equiv="refresh" content="0; url={target}">\n\n'
        f'# Địa chỉ đã đổi\n\n<p>Trang này đã chuyển sang <a href="{target}">địa chỉ mới</a>.</p>\n',
    )
