"""Where a package will be served: its path on the host, and its whole address where that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_BASE = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")


class AddressError(Exception):
    """An address that no site can be served at."""


@dataclass(frozen=True)
class Address:
    """``base`` is the path, with ``/`` at both ends; ``url`` the whole address, ending with it."""

    base: str = "/"
    url: str | None = None


def read_address(base: str | None, url: str | None) -> Address:
    """The address of what a person gave: either, both where they agree, or nothing for the root. Raises AddressError."""
    if url:
        parts = urlsplit(url if url.endswith("/") else f"{url}/")
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.query
            or parts.fragment
            or parts.username
        ):
            raise AddressError(f"địa chỉ trang phải có dạng https://máy-chủ/đường-dẫn/: {url}")
        if base and _with_ends(base) != parts.path:
            raise AddressError(f"địa chỉ trang {url} không kết thúc bằng đường dẫn {base}")
        base, url = parts.path, parts.geturl()
    base = _with_ends(base or "/")
    if not _BASE.fullmatch(base) or {".", ".."} & set(base.split("/")):
        raise AddressError(f"đường dẫn chỉ gồm chữ không dấu, số và . _ ~ - giữa các dấu /: {base}")
    return Address(base, url)


def _with_ends(base: str) -> str:
    inner = base.strip("/")
    return f"/{inner}/" if inner else "/"
