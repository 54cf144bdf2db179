"""Pages whose content is not Markdown by nature (lists, calendars, folders) as Markdown, made of their HTML.

Plans, acts and bodies have a file of their own, made from what is known of them (``data/markdown_pages.py``).
"""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

from corpus.addresses import markdown_url
from corpus.written import write_if_changed


def _nothing(self: MarkdownConverter, node: Tag, text: str, parent_tags: set[str]) -> str:
    """What only a browser can use."""
    return ""


class _Converter(MarkdownConverter):
    convert_form = convert_button = convert_select = convert_iframe = convert_svg = convert_script = _nothing

    def convert_summary(self, node: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"


# ``escape_misc``: any sign of the text that Markdown would read.
_CONVERTER = _Converter(heading_style=ATX, bullets="-", escape_misc=True)


def page_markdown(html: str) -> str:
    """The content of a page, its links as they are: the file lies beside the page.

    >>> print(page_markdown('<h1>Lịch</h1><p>Xem <a href="../">2*3</a>.</p><form><select></select></form>'))
    # Lịch
    <BLANKLINE>
    Xem [2\\*3](../).
    """
    soup = BeautifulSoup(html, "lxml")
    for link in soup.select("a.headerlink"):
        link.decompose()
    return str(_CONVERTER.convert_soup(soup)).strip()


def write_copy(site: Path, url: str, html: str) -> None:
    """Write the page at ``url`` as Markdown beside it."""
    write_if_changed(site / markdown_url(url), f"{page_markdown(html)}\n".encode())
