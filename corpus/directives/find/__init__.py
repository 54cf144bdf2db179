"""Scan every mention of a directive in Vietnamese text."""

from corpus.directives.find.mention import Mention
from corpus.directives.find.scanner import find_mentions

__all__ = ["Mention", "find_mentions"]
