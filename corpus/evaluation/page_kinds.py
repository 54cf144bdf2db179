"""The kinds of page that a site has, for whatever looks at one page of each: pictures, tests and measurements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

# Files of each kind: the largest of those that the pattern finds stands for the kind.
PAGE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "trang-chu": "index.html",
        "cac-ke-hoach": "ke-hoach/index.html",
        "ke-hoach-mot-noi": "ke-hoach/*/index.html",
        "ke-hoach-mot-nam": "ke-hoach/*/*/index.html",
        "ke-hoach": "ke-hoach/*/*/*/index.html",
        "so-sanh": "ke-hoach/*/*/*/so-sanh/index.html",
        "so-voi-cap-tren": "ke-hoach/*/*/*/so-voi-cap-tren/index.html",
        "doi-chieu": "ke-hoach/*/*/*/doi-chieu/index.html",
        "so-do-ke-hoach": "ke-hoach/*/*/*/so-do/index.html",
        "cac-van-ban": "van-ban/index.html",
        "van-ban-mot-noi": "van-ban/*/index.html",
        "van-ban-mot-nam": "van-ban/*/*/index.html",
        "van-ban": "van-ban/*/*/*/index.html",
        "so-viec": "ai-lam-gi/index.html",
        "danh-sach-viec": "nhiem-vu/index.html",
        "cac-nam": "lich/index.html",
        "lich": "lich/*/index.html",
        "danh-ba": "co-quan/index.html",
        "danh-ba-mot-noi": "co-quan/*/index.html",
        "co-quan": "co-quan/*/*/index.html",
        "so-do": "so-do/index.html",
        "do-day-du": "do-day-du/index.html",
        "ghi-chu": "ghi-chu-bien-tap/index.html",
        "viet-tat": "chu-viet-tat/index.html",
        "tim-kiem": "tim-kiem/index.html",
        "tra-cuu": "tra-cuu/index.html",
        "tra-cuu-mot-chu": "tra-cuu/*/index.html",
        "du-lieu": "du-lieu/index.html",
        "kiem-chung": "kiem-chung/index.html",
        "nhung": "nhung/index.html",
        "manh-nhung": "nhung/*/*/*/index.html",
        "gioi-thieu": "gioi-thieu/index.html",
        "doc-ke-hoach": "doc-ke-hoach/index.html",
        "huong-dan": "huong-dan/index.html",
        "huong-dan-khac": "huong-dan/*/index.html",
        "giay-phep": "giay-phep/index.html",
        "khong-co": "404.html",
    }
)


def find_pages(site: Path, kinds: Iterable[str] = PAGE_KINDS) -> Iterator[tuple[str, Path]]:
    """For each of the ``kinds`` that ``site`` has, its longest page: what does not fit shows there first."""
    folder = site.resolve()
    for kind in kinds:
        if found := sorted(folder.glob(PAGE_KINDS[kind])):
            yield kind, max(found, key=lambda path: path.stat().st_size)
