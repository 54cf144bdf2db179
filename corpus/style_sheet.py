"""The style of the site: the theme's sheets and those of ``content/assets`` in one, as each file more to fetch delays the
first view; without what no page of the site has."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import lightningcss

from corpus.written import write_if_changed

# In the order in which they speak, after the theme's.
SHEETS = (
    *("theme/icons.css", "search/search.css", "fonts/fonts.css"),
    *("site.css", "work.css", "directives.css", "compare.css"),
)
# Parts of the theme that no page has: classes of these names, alone or followed by a hyphen or an underscore. What is
# listed and stands on a page after all loses its style: a test looks for it.
UNUSED = (
    *("admonition", "arithmatex", "critic", "emojione", "gemoji", "giscus", "grid", "highlight", "highlighttable"),
    *("katex-html", "keys", "lg", "linenodiv", "linenos", "mermaid", "tabbed", "task-list", "twemoji"),
    *("abstract", "bug", "danger", "failure", "question", "quote", "success", "tip"),
    *("md-annotation", "md-author", "md-banner", "md-button", "md-clipboard", "md-code", "md-consent", "md-draft"),
    *("md-content--post", "md-content__button", "md-feedback", "md-footer__button", "md-footer__direction"),
    *("md-footer__inner", "md-footer__link", "md-footer__title", "md-header__source", "md-input", "md-meta"),
    *("md-nav__source", "md-pagination", "md-path", "md-pin", "md-post", "md-profile", "md-progress"),
    *("md-search", "md-select", "md-sidebar--post", "md-social", "md-source", "md-status", "md-tag", "md-tags"),
    *("md-tooltip", "md-tooltip2", "md-version"),
)
# Rules are written so that these understand them.
BROWSERS = ["chrome >= 100", "firefox >= 100", "safari >= 15.4"]

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_FILE = re.compile(r"""url\((["']?)(?!data:)([^"':)]+)\1\)""")
_DATA = re.compile(r"""url\((["'])data:image/svg\+xml;charset=utf-8,(.*?)\1\)""", re.DOTALL)


def write_style(theme: Iterable[Path], assets: Path, built: Path) -> None:
    """Write the sheets of the theme and those in ``assets`` as ``site.css`` into ``built``, the built site's folder of
    assets, with the pictures that the theme's carry.

    Raises ``ValueError`` where a sheet is no CSS.
    """
    taken = "".join(_pictures_apart(path.read_text(encoding="utf-8"), built) for path in theme)
    own = "".join(_from_above(name, (assets / name).read_text(encoding="utf-8")) for name in SHEETS)
    style = _short(taken, unused_classes(taken)) + _short(own, set())
    write_if_changed(built / "site.css", style.encode())


def unused_classes(sheet: str) -> set[str]:
    """The classes that rules of the theme's ``sheet`` name and no page has."""
    return {
        name
        for name in _CLASS.findall(sheet)
        if any(name == unused or name.startswith((f"{unused}-", f"{unused}_")) for unused in UNUSED)
    }


def _short(sheet: str, unused: set[str]) -> str:
    return lightningcss.process_stylesheet(sheet, unused_symbols=unused, browsers_list=BROWSERS)


def _pictures_apart(sheet: str, built: Path) -> str:
    """``sheet`` with files for the pictures that it carries as ``data:``, which the policy of the site refuses."""

    def as_file(match: re.Match[str]) -> str:
        picture = unquote(match[2]).replace("\\'", "'").encode()
        name = f"icons/{hashlib.sha256(picture).hexdigest()[:16]}.svg"
        (built / "icons").mkdir(parents=True, exist_ok=True)
        write_if_changed(built / name, picture)
        return f'url("{name}")'

    return _DATA.sub(as_file, sheet)


def _from_above(name: str, sheet: str) -> str:
    """``sheet`` naming files as seen from the folder of assets."""
    folder = posixpath.dirname(name)
    return _FILE.sub(lambda match: f'url("{posixpath.join(folder, match[2])}")', sheet)
