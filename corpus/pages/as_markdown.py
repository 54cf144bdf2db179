"""Pages whose content is not Markdown by nature (lists, calendars, folders) as Markdown, made of their HTML.

Plans, acts and bodies have a file of their own, made from what is known of them (``data/markdown_pages.py``).
"""

from __future__ import annotations

from pathlib import Path

from html_to_markdown import ConversionOptions, PreprocessingOptions, convert

from corpus.addresses import markdown_url
from corpus.written import write_if_changed

# Any sign of the text that Markdown would read is escaped; of the page goes what only a browser can use.
_OPTIONS = ConversionOptions(
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=True,
    autolinks=False,
    bullets="-",
    br_in_tables=True,
    compact_tables=True,
    extract_metadata=False,
    exclude_selectors=["a.headerlink", "form", "button", "select", "iframe", "svg", "script"],
    preprocessing=PreprocessingOptions(enabled=False),
)


def page_markdown(html: str) -> str:
    """The content of a page, its links as they are: the file lies beside the page.

    >>> print(page_markdown('<h1>Lịch</h1><p>Xem <a href="../">2*3</a>.</p><form><select></select></form>'))
    # Lịch
    <BLANKLINE>
    Xem [2\\*3](../).
    """
    return (convert(html, _OPTIONS).content or "").strip()


def write_copy(site: Path, url: str, html: str) -> None:
    """Write the page at ``url`` as Markdown beside it."""
    write_if_changed(site / markdown_url(url), f"{page_markdown(html)}\n".encode())
