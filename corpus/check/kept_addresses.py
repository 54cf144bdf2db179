"""Addresses never break: each that was published has its page still, or a line that says where it leads now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from corpus.model import Corpus
from corpus.problem import Problem
from corpus.read.file_places import PUBLISHED_FILE

REDIRECTS = "plans/registers/redirects.yml"
PUBLISHED = f"plans/registers/{PUBLISHED_FILE}"  # written by each publication, one address a line


def check_addresses(corpus: Corpus, root: Path, pages: Collection[str]) -> Iterator[Problem]:
    """``pages`` are the addresses of all pages but redirects; ``root`` is the folder above ``plans``."""
    lines, known = corpus.lines.get("redirects", {}), dict(corpus.redirects)
    for number, (old, new) in enumerate(corpus.redirects):
        line = lines.get(("redirects", number), 1)
        if old in pages:
            yield Problem(REDIRECTS, line, "địa chỉ cũ không được là địa chỉ của một trang đang có", old)
        if new not in pages:
            yield Problem(REDIRECTS, line, "địa chỉ mới phải là một trang đang có (không qua chuyển hướng khác)", new)
        if [one for one, _ in corpus.redirects[:number] if one == old]:
            yield Problem(REDIRECTS, line, "mỗi địa chỉ cũ chỉ ghi một lần", old)
    published = root / PUBLISHED
    for number, address in enumerate(published.read_text("utf-8").splitlines() if published.is_file() else (), 1):
        page = address.strip()
        if page not in pages and page not in known and page != "/":
            must = f"trang đã công bố phải còn, hoặc có dòng chuyển hướng trong {REDIRECTS}"
            yield Problem(PUBLISHED, number, must, page)
