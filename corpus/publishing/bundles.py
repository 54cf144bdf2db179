"""What to take along without a network: the whole site, what concerns one body, or one plan in one file."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement
from lxml.html.builder import E

from corpus.addresses import EMBEDDED, agency_url, directive_url, plan_url, source_url
from corpus.citation_form import plan_name
from corpus.manifest import MANIFEST, SIGNATURE, Manifest
from corpus.overview.overview import Overview
from corpus.publishing.archive import BundleError, BundleFacts
from corpus.publishing.selection import Selection
from corpus.read.received import public_name
from corpus.search.write_index import FOLDER, write_search

# Of use to a server only, or made anew.
_LEFT_OUT = (EMBEDDED, "404.html", "sitemap", "robots.txt", MANIFEST, SIGNATURE)
# Pages that every bundle of a body brings along.
_COMMON = ("tim-kiem/", "gioi-thieu/", "giay-phep/")
_HOME = "index.html"
_SINGLE_STYLE = Path(__file__).with_name("single_file.css")


def whole_site(site: Path, about: BundleFacts) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of the bundle of the whole site, in order of name."""
    names = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = frozenset(name for name in names if not name.startswith(_LEFT_OUT))
    yield from _files(site, kept, Selection(kept, about.facts.address), about)


def of_agency(overview: Overview, site: Path, body: str, about: BundleFacts) -> Iterator[tuple[str, bytes]]:
    """Those of the bundle of one body: its pages, its plans, the acts they cite, and a search over just these."""
    plans = frozenset(overview.work.of(body).plans)
    if not plans:
        raise BundleError(f"không có việc nào trong kho cho cơ quan {body}")
    records = [here for here in overview.plans if here.plan.id in plans]
    cited = sorted({one.directive for here in records for one in here.citations if one.directive} - {None})
    pages = (agency_url(body), *map(plan_url, sorted(plans)), *map(directive_url, cited))
    sources = {source_url(public_name(here.plan.meta.source.file)) for here in records}
    index = f"{FOLDER}/du-lieu/"
    kept = frozenset(
        name
        for path in site.rglob("*")
        if path.is_file()
        and (name := path.relative_to(site).as_posix())
        and (name.startswith((*pages, *_COMMON, "assets/")) or name in sources)
        and not name.startswith(index)
    )
    selection = Selection(kept | {_HOME}, about.facts.address)
    yield _HOME, selection.page(_front_page(overview, site, body, pages, about), _HOME, about.sentences)
    yield from _files(site, kept, selection, about)
    with tempfile.TemporaryDirectory() as folder:
        write_search(overview, Path(folder), frozenset(pages))
        for path in sorted((Path(folder) / index).rglob("*.js")):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _files(site: Path, names: frozenset[str], selection: Selection, about: BundleFacts) -> Iterator[tuple[str, bytes]]:
    for name in sorted(names):
        data = (site / name).read_bytes()
        yield name, selection.page(data, name, about.sentences) if name.endswith(".html") else data


def _front_page(overview: Overview, site: Path, body: str, pages: tuple[str, ...], about: BundleFacts) -> bytes:
    """The home page of the site with other words: what the bundle holds, and where to begin."""
    root = _parse(site / _HOME)
    plans = [here.plan for here in overview.plans if here.plan.url in pages]
    acts = [
        overview.directives[page.removeprefix("van-ban/").rstrip("/")] for page in pages if page.startswith("van-ban/")
    ]
    name = overview.corpus.agency[body].name
    content = E.div(
        E.h1(name),
        *(E.p(sentence) for sentence in about.sentences),
        E.p(E.a(f"Việc của {name}", href=agency_url(body)), " · ", E.a("Tìm kiếm trong gói", href="tim-kiem/")),
        E.h2("Kế hoạch"),
        E.ul(
            *(
                E.li(E.a(f"{plan_name(plan.meta)} ({plan.meta.year})", href=plan.url), f": {plan.meta.title}")
                for plan in plans
            )
        ),
        E.h2("Văn bản được viện dẫn"),
        E.ul(*(E.li(E.a(act.name, href=act.url)) for act in acts)),
    )
    (article,) = root.xpath("//article")
    article.clear(keep_tail=True)
    article.set("class", "md-content__inner md-typeset")
    article.extend(content)
    root.find(".//title").text = f"{name} – gói dùng không cần mạng"
    return str(lxml.html.tostring(root, encoding="unicode")).encode()


def single_file(site: Path, overview: Overview, plan: str, facts: Manifest) -> bytes:
    """A plan as one file of HTML that loads nothing and runs nothing."""
    about = BundleFacts(f"{plan_name(overview.corpus.plan[plan].meta)}, một tệp", facts)
    root = _parse(site / plan_url(plan) / _HOME)
    (article,) = root.xpath("//article")
    for left_out in article.xpath(
        ".//*[contains(@class, 'headerlink') or contains(@class, 'clause-link') or self::script or self::button]"
    ):
        left_out.drop_tree()
    selection = Selection(frozenset(), facts.address)
    page = f"{plan_url(plan)}{_HOME}"
    for element in list(article.iter("a", "form")):
        selection.settle(element, page)
    return _single_page(root.findtext(".//title") or "", article, about)


def _single_page(title: str, article: HtmlElement, about: BundleFacts) -> bytes:
    style = _SINGLE_STYLE.read_text("utf-8")
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    article.tail = None
    whole = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(
                {"http-equiv": "Content-Security-Policy", "content": f"default-src 'none'; style-src 'sha256-{known}'"}
            ),
            E.meta(name="viewport", content="width=device-width,initial-scale=1"),
            E.title(title),
            E.style(style),
        ),
        E.body(article, E.footer(*(E.p(sentence) for sentence in about.sentences))),
        lang="vi",
    )
    return f"<!doctype html>\n{lxml.html.tostring(whole, encoding='unicode')}".encode()


def _parse(path: Path) -> HtmlElement:
    return lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
