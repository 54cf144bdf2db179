"""Finding every mention of a directive in Vietnamese text."""

from corpus.find.mention import Mention
from corpus.find.scanner import find_mentions

__all__ = ["Mention", "find_mentions"]
