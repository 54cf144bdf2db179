"""What a page is, and how pages point to each other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from corpus.addresses import legal_identifier, relative, sheet_url, source_url
from corpus.check.seen import Seen
from corpus.citation_form import cite_short, number_of, plan_name
from corpus.language.folding import slug
from corpus.language.letters import upfirst
from corpus.language.numerals import write_day
from corpus.overview.overview import Overview
from corpus.pages.about import About
from corpus.pages.note_words import MEANT
from corpus.pages.outline import Heading, finish_headings
from corpus.read.received import public_name
from corpus.times.when_words import when_words, whole_year
from corpus.watched import Watch

_MOVED = Markup(
    '<meta http-equiv="refresh" content="0; url={}">\n<h1>Địa chỉ đã đổi</h1>\n'
    '<p>Trang này đã chuyển sang <a href="{}">địa chỉ mới</a>.</p>\n'
)


@dataclass(frozen=True)
class Content:
    """What a page says: its title as text, and its HTML.

    ``short`` is the title for a bar, where that is a shorter one; ``hide`` names the side columns it does without; ``searched`` is false where it repeats other pages; ``about``
    is what it tells programs.
    """

    title: str
    html: Markup
    outline: tuple[Heading, ...] = ()
    hide: tuple[str, ...] = ()
    searched: bool = True
    about: About | None = None
    short: str = ""

    @property
    def markdown(self) -> str:
        """The page as a file of Markdown for any engine: front matter, and one block of HTML with no Markdown in it.

        A blank line would end the block (CommonMark, HTML blocks), so there is none; to HTML it is a blank.
        """
        head = {"title": self.title, "hide": list(self.hide)} | ({} if self.searched else {"search": {"exclude": True}})
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        body = re.sub(r"\n\s*\n", "\n", self.html.strip())
        return "\n".join(["---", *lines, "---", "", f"<div>\n{body}\n</div>", ""])


@dataclass(frozen=True)
class Page:
    """One page: its address relative to the site's root (ending in ``/``), and how its content is written.

    It is written when it is asked for: a preview asks for one page, a build for each in turn. A page about one thing of
    many is a function of ``seen`` and of the plain things that were ``given``, and of nothing else, so that it can be
    kept while what it read stays as it is; of a page about the whole corpus ``seen`` is None.
    """

    url: str
    make: Callable[[Seen | None], Content]
    seen: Seen | None = None
    given: tuple[str | int, ...] = ()

    @property
    def path(self) -> str:
        """File of the page below the folder of pages: ``ke-hoach/index.md``."""
        return f"{self.url}index.md"

    @property
    def id(self) -> str:
        """By what it is kept: its address."""
        return self.url

    @property
    def digest(self) -> str:
        """What stands for all that was given to it."""
        return json.dumps(self.given)

    def write(self, watch: Watch | None = None) -> Content:
        """The content; ``watch`` notes what of ``seen`` is read for it."""
        return self.make(watch.view() if watch else self.seen)

    def noting(self, notice: str) -> Page:
        """The page with what every page says of the corpus, if there is such a thing."""

        def make(seen: Seen | None) -> Content:
            made = self.make(seen)
            return replace(made, html=with_notice(made.html, notice))

        return replace(self, make=make, given=(*self.given, notice))

    def telling(self, about: Callable[[], About]) -> Page:
        """The page with what it tells programs."""
        return replace(self, make=lambda seen: replace(self.make(seen), about=about()))


def page_about(seen: Seen, url: str, make: Callable[..., Page], *given: str | int) -> Page:
    """The page at ``url`` about one thing of many: that which ``make`` gives of ``seen`` and of what is ``given``."""
    return Page(url, lambda now: make(now, *given).write(), seen, given)


def with_notice(html: Markup, notice: str) -> Markup:
    """The content of a page below what every page says of the corpus; as it is where that is nothing."""
    return Markup('<p class="notice" role="note">{}</p>\n{}').format(notice, html) if notice else html


def day(value: date | None) -> str:
    """A date as officials write it: 03/3/2021."""
    return write_day(value) if value else "không rõ ngày"


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
    env.filters["host"] = lambda address: urlsplit(address).hostname or address
    env.filters["plan_name"] = plan_name
    env.filters["when"] = when_words
    env.filters["percent"] = percent
    env.filters["meant"] = MEANT.__getitem__
    env.filters["slug"] = slug
    env.filters["legal_identifier"] = legal_identifier
    env.filters["received"] = lambda file: source_url(public_name(file))
    env.globals["whole_year"] = whole_year
    env.globals["sheet_url"] = sheet_url
    env.globals["script_tag"] = script_tag
    return env


def render(template: str, url: str, overview: Overview, **context: object) -> Page:
    """The page at ``url`` made from ``template``.

    In it, ``rel`` links to addresses of the site; ``corpus`` and ``directives`` (entries by id) name things;
    ``cite`` cites a clause as an official would, ``within`` without naming its document. The template sets
    ``title`` (or is given it) and ``hide``, and may set ``searched`` and ``short``.
    """
    known = {
        "url": url,
        "rel": lambda target: relative(url, target),
        "overview": overview,
        "corpus": overview.corpus,
        "directives": overview.directives,
        "cite": overview.cite,
        "cite_short": lambda plan, anchor: cite_short(overview.corpus.plan[plan], anchor),
        "within": overview.cite_within,
    }

    def write() -> Content:
        made = environment().get_template(template).make_module({**known, **context})
        title = getattr(made, "title", None) or context["title"]
        html, outline = finish_headings(str(made))
        hide, searched = tuple(getattr(made, "hide", ())), getattr(made, "searched", True)
        return Content(str(title), html, outline, hide, searched, short=str(getattr(made, "short", "")))

    return Page(url, lambda _: write())


def script_tag(url: str) -> Markup:
    """The tag that loads a script of the site: the element is empty, as a strict policy wants it."""
    return Markup('<script src="{}" defer></script>').format(url)


def redirect_page(old: str, new: str) -> Page:
    """A page at an address given up, which leads to the new one with or without script."""
    target = relative(old, new)
    html, outline = finish_headings(_MOVED.format(target, target))
    return Page(old, lambda _: Content("Địa chỉ đã đổi", html, outline, searched=False))
