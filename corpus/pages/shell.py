"""What the theme puts around the content of a page."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\s*\n\s*")
_CONTENT = re.compile(r"(?s)(<article\b.*</article>)")


def without_indents(html: str) -> str:
    r"""A page whose lines around its content neither begin nor end with spaces, and none of which is empty.

    The theme's statements leave as many of them as a small page has letters. A break of a line stays one: between two
    words it is a space.

    >>> without_indents("<nav>\n  \n  Văn bản\n</nav>\n<article>\n\n<pre>\n  a</pre></article>\n\n</body>\n")
    '<nav>\nVăn bản\n</nav>\n<article>\n\n<pre>\n  a</pre></article>\n</body>\n'
    """
    before, content, after = _CONTENT.split(html, maxsplit=1) if "<article" in html else (html, "", "")
    return _LINE_ENDS.sub("\n", before) + content + _LINE_ENDS.sub("\n", after)
