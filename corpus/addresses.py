"""Where everything lies on the site: the one place that knows an address, relative to the site's root.

An address of a page ends in ``/``. Addresses never break: a renamed thing keeps its old one as a redirect.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

HOME = ""
PLANS = "ke-hoach/"
DIRECTIVES = "van-ban/"
AGENCIES = "co-quan/"
WORK = "nhiem-vu/"
WHO_DOES_WHAT = "ai-lam-gi/"
CALENDAR = "lich/"
DESCENT = "so-do/"
COMPLETENESS = "do-day-du/"
NOTES = "ghi-chu-bien-tap/"
TERMS = "chu-viet-tat/"
LETTERS = "tra-cuu/"
DATA_PAGE = "du-lieu/"
SOURCES = "nguon/"
VERIFICATION = "kiem-chung/"
DATA = "data/"
DATABASE = f"{DATA}ke-hoach-mo.sqlite"
EMBEDDED = "nhung/"
# Where a mention leads that says too little for a page of its own.
UNRESOLVED = f"{COMPLETENESS}#chua-xac-dinh"
DIRECTIVE_FEED = "vien-dan.atom"

_WAYS_KEPT = 10_000  # the links of a page name the same few places


@dataclass(frozen=True)
class WorkFile:
    """A file that readers take away: its name and what a link to it says."""

    name: str
    label: str
    download: bool = True


# The files beside the page of a body with work, and those of the whole corpus beside the page of data.
AGENCY_FILES = (
    WorkFile("lich.ics", "Lịch (.ics)"),
    WorkFile("nhiem-vu.xlsx", "Bảng Excel (.xlsx)"),
    WorkFile("nhiem-vu.json", "JSON"),
    WorkFile("cap-nhat.atom", "Theo dõi thay đổi (Atom)", download=False),
)
CORPUS_FILES = (
    WorkFile("toan-bo.ics", "Lịch mọi việc có ngày (.ics)"),
    WorkFile("toan-bo.xlsx", "Bảng Excel mọi việc (.xlsx)"),
    WorkFile("toan-bo.csv", "Bảng CSV mọi việc"),
    WorkFile("toan-bo.json", "JSON mọi việc"),
    WorkFile("toan-bo.atom", "Theo dõi mọi thay đổi (Atom)", download=False),
)


# Every kind of file of the site, so that no server has to guess and a page can say it; texts are UTF-8.
MEDIA_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "md": "text/markdown",
    "ics": "text/calendar",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "map": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "zip": "application/zip",
    "minisig": "text/plain",
    "br": "application/brotli",
    "gz": "application/gzip",
}
AKOMA_NTOSO_TYPE = "application/akn+xml"


def plan_url(plan: str) -> str:
    return f"{PLANS}{plan}/"


def descent_url(plan: str) -> str:
    """The picture of what the plan rests on."""
    return f"{plan_url(plan)}{DESCENT}"


def comparison_url(plan: str) -> str:
    """The restored text of a plan beside its scan."""
    return f"{plan_url(plan)}doi-chieu/"


def verification_url(plan: str) -> str:
    """The digests of the plan among those of all."""
    return f"{VERIFICATION}#{plan.replace('/', '-')}"


def changes_url(plan: str) -> str:
    """A plan beside the one that it follows."""
    return f"{plan_url(plan)}so-sanh/"


def above_url(plan: str) -> str:
    """A plan beside the one of a higher level that it takes up."""
    return f"{plan_url(plan)}so-voi-cap-tren/"


def clause_url(plan: str, anchor: str) -> str:
    return f"{plan_url(plan)}#{anchor}"


def directive_url(directive: str) -> str:
    return f"{DIRECTIVES}{directive}/"


def directive_feed_url(directive: str) -> str:
    return f"{directive_url(directive)}{DIRECTIVE_FEED}"


def agency_url(agency: str) -> str:
    return f"{AGENCIES}{agency}/"


def legal_identifier(directive: str) -> str:
    """What names an act for good, on any site: a path like those of the European Legislation Identifier.

    >>> legal_identifier("chinh-phu/2021/76-nq-cp")
    '/eli/vn/chinh-phu/2021/76-nq-cp'
    """
    return f"/eli/vn/{directive}"


def markdown_url(url: str) -> str:
    """The page at ``url`` as Markdown, where llmstxt.org looks for it."""
    return f"{url}index.html.md"


CARD_SIZE = 1200, 630  # dots: what programs that show a shared link ask for


def card_url(url: str) -> str:
    """The picture that a link to the page at ``url`` shows where it is shared."""
    return f"{url}the.png"


def akoma_ntoso_url(plan: str) -> str:
    """The plan as Akoma Ntoso, beside its page."""
    return f"{plan_url(plan)}akoma-ntoso.xml"


def source_url(file: str) -> str:
    """A file as it was received; ``file`` is the name under which it is given out."""
    return f"{SOURCES}{file}"


def sheet_url(url: str, number: int) -> str:
    """Sheet ``number``, from 1, of a list that is too long for one page: the first is the list's own address.

    >>> sheet_url("lich/2026/", 2)
    'lich/2026/trang-2/'
    """
    return url if number == 1 else f"{url}trang-{number}/"


def relative(source: str, target: str) -> str:
    """Link from the page at ``source`` to ``target``, both relative to the site's root.

    >>> relative("ke-hoach/hai-phong/2021/45-kh-ubnd/", "van-ban/#a")
    '../../../../van-ban/#a'
    """
    address, sign, anchor = target.partition("#")
    if sign and address == source:
        return f"#{anchor}"
    return _way(source, address) + sign + anchor


@lru_cache(_WAYS_KEPT)
def _way(source: str, address: str) -> str:
    path = posixpath.relpath(f"/{address}", f"/{source}")
    return path + ("/" if address.endswith("/") or not address else "")
