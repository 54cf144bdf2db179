"""Cells that only say "as above"."""

from __future__ import annotations

import re

_DITTO = re.compile(r"[-–\s]*(?:như trên|như dòng trên|nt|n/t|\"|”|″|〃|//)[-–\s.]*", re.IGNORECASE)


def says_as_above(text: str) -> bool:
    """Whether ``text`` is nothing but a sign for what stands above it.

    >>> [says_as_above(text) for text in ("-nt-", "Như trên", "Sở Y tế")]
    [True, True, False]
    """
    return _DITTO.fullmatch(text) is not None
