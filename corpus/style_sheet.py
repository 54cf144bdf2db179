"""The style of the site: the sheets of ``content/assets`` in one, as each file more to fetch delays the first view."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from corpus.written import write_if_changed

# In the order in which they speak.
SHEETS = (
    *("theme/icons.css", "search/search.css", "fonts/fonts.css"),
    *("site.css", "work.css", "directives.css", "compare.css"),
)

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_BLANK = re.compile(r"\n\s*")
_FILE = re.compile(r'url\("([^":]+)"\)')


def write_style(assets: Path, built: Path) -> None:
    """Write the sheets in ``assets`` as ``site.css`` into ``built``, the built site's folder of assets."""
    style = "".join(_from_above(name, (assets / name).read_text(encoding="utf-8")) for name in SHEETS)
    write_if_changed(built / "site.css", style.encode())


def _from_above(name: str, sheet: str) -> str:
    """``sheet`` without comments and blanks, naming files as seen from the folder of assets."""
    folder = posixpath.dirname(name)
    bare = _BLANK.sub("\n", _COMMENT.sub("", sheet))
    return _FILE.sub(lambda match: f'url("{posixpath.join(folder, match[1])}")', bare)
