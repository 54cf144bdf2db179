"""CSV that spreadsheets open as it is: RFC 4180, a byte order mark for Excel, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A cell that begins so is read as a formula by Excel and LibreOffice:
# OWASP, CSV Injection (owasp.org/www-community/attacks/CSV_Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(headings: Iterable[str], rows: Iterable[Iterable[str | int]]) -> bytes:
    """A table of ``headings`` and ``rows``; texts are guarded, numbers stay as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    for row in rows:
        writer.writerow(guard(cell) if isinstance(cell, str) else cell for cell in row)
    return BYTE_ORDER_MARK + out.getvalue().encode()


def guard(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> guard("- Quy mô: 02 cuộc")
    "'- Quy mô: 02 cuộc"
    """
    runs = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if runs else text
