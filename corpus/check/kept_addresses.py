"""Addresses never break: each that was published has its page or file still, or a line that says where it leads now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from corpus.model import Corpus
from corpus.problem import Problem
from corpus.read.file_places import PUBLISHED_FILE

REDIRECTS = "plans/registers/redirects.yml"
PUBLISHED = f"plans/registers/{PUBLISHED_FILE}"  # written by each publication, one address a line


def check_addresses(corpus: Corpus, root: Path, there: Collection[str]) -> Iterator[Problem]:
    """``there`` are the addresses of all pages and files but those that moved; ``root`` is the folder above ``plans``."""
    lines, known = corpus.lines.get("redirects", {}), dict(corpus.redirects)
    for number, (old, new) in enumerate(corpus.redirects):
        line = lines.get(("redirects", number), 1)
        if old in there:
            yield Problem(REDIRECTS, line, "địa chỉ cũ không được là địa chỉ của một trang hay tệp đang có", old)
        if new not in there:
            yield Problem(
                REDIRECTS, line, "địa chỉ mới phải là một trang hay tệp đang có (không qua chuyển hướng khác)", new
            )
        if _ending(old) != _ending(new):
            yield Problem(REDIRECTS, line, "trang chỉ chuyển tới trang, tệp chỉ chuyển tới tệp cùng loại", new)
        if [one for one, _ in corpus.redirects[:number] if one == old]:
            yield Problem(REDIRECTS, line, "mỗi địa chỉ cũ chỉ ghi một lần", old)
    published = root / PUBLISHED
    for number, address in enumerate(published.read_text("utf-8").splitlines() if published.is_file() else (), 1):
        address = address.strip()
        folder, sign, name = address.rpartition("/")
        moved = address in known or (folder + sign in known and known[folder + sign] + name in there)  # with its page
        if address != "/" and address not in there and not moved:
            must = f"trang hay tệp đã công bố phải còn, hoặc có dòng chuyển hướng trong {REDIRECTS}"
            yield Problem(PUBLISHED, number, must, address)


def _ending(address: str) -> str:
    """The kind of a file by the end of its name; ``/`` of a page."""
    return "/" if address.endswith("/") else address.rpartition(".")[2]
