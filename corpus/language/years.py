"""The years that a title says a plan is for: *giai đoạn 2026 - 2030*, *đến năm 2030*, *mùa khô 2025 - 2026*."""

from __future__ import annotations

import re

# Seasons and school years: they have years, and no first and last day that a plan prints.
SEASONS = (
    r"(?:năm học|niên (?:học|khóa|vụ)|mùa\s+(?:khô|mưa|bão|lũ|nắng|hanh|cạn|vụ|lễ hội)"
    r"|vụ\s+(?:đông|hè|thu|xuân|mùa|chiêm))\b"
)
_STRETCH = re.compile(
    r"(?:giai đoạn|các năm|nhiệm kỳ|(?:0?[35]|10|ba|năm|mười)\s+năm|từ năm|thời kỳ|những năm"
    rf"|\b{SEASONS}(?:\s*[-–,]?\s*[^\W\d_]+){{0,2}}?(?:\s+năm)?)\s*"
    r"(?P<first>(?:19|20)\d\d)\s*(?:[-–—]|đến(?:\s+năm)?)\s*(?P<last>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?<!tầm nhìn )(?<!định hướng )đến\s+(?:hết\s+)?năm\s+(?P<last>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_ONE_YEAR = re.compile(
    r"(?<!đến )(?<!hết )(?<!từ )\bnăm\s+(?:(?:19|20)\d\d)(?!\d|\s*[-–—]\s*(?:19|20)\d\d)", re.IGNORECASE
)


def read_period(title: str, year: int) -> tuple[int, int] | None:
    """First and last year of a title that names several; None where it names one year, or none at all.

    A title with a year of its own is a plan for that year, whatever programme it serves.

    >>> read_period("Phát triển kinh tế số giai đoạn 2026 - 2030", 2025)
    (2026, 2030)
    >>> read_period("Sản xuất vụ Đông Xuân 2025 - 2026", 2025)
    (2025, 2026)
    >>> read_period("Thực hiện Chương trình chuyển đổi số giai đoạn 2021 - 2025, năm 2024", 2024)
    """
    if _ONE_YEAR.search(title):
        return None
    if found := _STRETCH.search(title):
        first, last = int(found["first"]), int(found["last"])
        return (first, last) if first < last else None
    if found := _UNTIL.search(title):
        last = int(found["last"])
        return (year, last) if year < last else None
    return None
