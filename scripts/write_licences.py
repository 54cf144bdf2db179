"""Write the page of licences: of everything that the site is built with, from the metadata of what is installed."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

from corpus.command import run

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "content" / "giay-phep.md"
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)( ;.*)? \\$", re.MULTILINE)

_HEAD = """---
title: Giấy phép
---
# Giấy phép

Mã nguồn của Kế hoạch mở theo giấy phép MIT. Các kế hoạch là văn bản hành chính, không thuộc đối tượng bảo hộ quyền
tác giả (Luật Sở hữu trí tuệ, Điều 15).

## Phần mềm có trong trang này

| Phần mềm | Giấy phép | Dùng cho |
|---|---|---|
| Material for MkDocs | MIT | giao diện, biểu tượng (Material Design Icons, Apache-2.0) |
| Pagefind | MIT | tìm trong câu chữ |
| Noto Sans | OFL-1.1 | chữ trên ảnh thẻ của liên kết |
| vietnamadminunits (số liệu) | MIT | tên địa bàn trước và sau 01/7/2025 |

## Phần mềm dùng để dựng trang

Những phần mềm dưới đây chỉ chạy khi dựng trang; trang không mang theo mã của chúng. igraph theo GPL: dùng để xếp chỗ
trong sơ đồ, không có trong trang.

| Phần mềm | Phiên bản | Giấy phép |
|---|---|---|
"""


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    names = [name for name, _ in locked_packages(ROOT / "requirements.txt")]
    command = [
        sys.executable,
        "-m",
        "piplicenses",
        "--format=json",
        "--from=mixed",
        "--with-system",
        "--packages",
        *names,
    ]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout)
    rows = "".join(f"| {one['Name']} | {one['Version']} | {_short(one['License'])} |\n" for one in found)
    PAGE.write_text(_HEAD + rows, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(found)} packages")
    return 0


def locked_packages(lock: Path) -> list[tuple[str, str]]:
    """Name and version of each package of ``lock`` that every system installs."""
    return [(m[1], m[2]) for m in _LOCKED.finditer(lock.read_text(encoding="utf-8")) if not m[3]]


def _short(licence: str) -> str:
    """The name of a licence; some packages put its whole text there."""
    return licence.strip().splitlines()[0].replace("|", "/")


if __name__ == "__main__":
    run(main)
